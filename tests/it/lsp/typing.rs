//! Whatever is typed, the server has the text that the editor has, and finds in it what a new one would.

use serde_json::json;

use super::client::Client;
use super::workspace;

/// A small generator of numbers, the same on every run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % below.max(1) as u64).unwrap()
    }
}

/// What people type, and what hurts.
const PIECES: &[&str] = &[
    "",
    "a",
    "ä",
    "🚪",
    "e\u{301}",
    "\r\n",
    "\n",
    "\r",
    " = ",
    "{",
    "}",
    "# ",
    "s7k2mq0",
    "\n\n",
    "{ -markt }",
    "\u{FEFF}",
    "\t",
    "**",
    "ein Satz. Und noch einer.",
    "7. Februar",
    "שלום",
    "</b>",
    "### satz 1: articles/markt.md\n",
    "👩‍👩‍👧",
];

#[test]
fn random_edits_leave_nothing_behind() {
    let folder = workspace();
    let mut dice = Dice(30);
    let mut client = Client::of(folder.path());
    let rounds = crate::support::property_cases(300);
    for path in ["locales/en/markt.ftl", "articles/markt.md"] {
        // The model is what an editor holds: UTF-16.
        let mut model: Vec<u16> = folder.get(path).encode_utf16().collect();
        let uri = client.open(path, None);
        let mut undo: Option<(usize, usize, String)> = None;
        for round in 1..=rounds {
            let text = String::from_utf16(&model).unwrap();
            let back = undo.take().filter(|(start, end, _)| {
                // No editor has a place within an end of line.
                let is_place =
                    |at: usize| at == 0 || model[at - 1] != 13 || model.get(at) != Some(&10);
                dice.throw(5) == 0 && is_place(*start) && is_place(*end)
            });
            let (start, end, new) = back.unwrap_or_else(|| edit(&mut dice, &text));
            let range = json!({"start": position(&model, start), "end": position(&model, end)});
            client.change(
                &uri,
                i32::try_from(round).unwrap(),
                &json!([{"range": range, "text": new}]),
            );
            let units: Vec<u16> = new.encode_utf16().collect();
            let old = String::from_utf16(&model[start..end]).unwrap();
            model.splice(start..end, units.iter().copied());
            undo = Some((start, start + units.len(), old));
            if round % 50 == 0 {
                let text = String::from_utf16(&model).unwrap();
                let found = client.findings(&uri);
                let mut cold = Client::of(folder.path());
                let other = cold.open(path, Some(&text));
                assert_eq!(found, cold.findings(&other), "{path} {round}");
                // The whole text, as selecting everything shows it.
                let asked = json!({"textDocument": {"uri": uri}, "positions": [{"line": 0, "character": 0}]});
                let (warm, new) = (
                    client.ask("textDocument/selectionRange", &asked),
                    cold.ask("textDocument/selectionRange", &asked),
                );
                assert_eq!(warm["result"], new["result"], "{path} {round}");
                assert!(cold.stop());
            }
        }
        client.tell(
            "textDocument/didClose",
            &json!({"textDocument": {"uri": uri}}),
        );
    }
    assert!(client.stop());
}

/// A place and what is typed over it: two offsets in UTF-16, neither within a character or an end of line.
fn edit(dice: &mut Dice, text: &str) -> (usize, usize, String) {
    let is_place = |at: usize| !(text[..at].ends_with('\r') && text[at..].starts_with('\n'));
    let mut places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    places.push(text.len());
    places.retain(|at| is_place(*at));
    let start = dice.throw(places.len());
    let end = (start + [0, 0, 1, 3, 40][dice.throw(5)]).min(places.len() - 1);
    let units = |at: usize| text[..at].encode_utf16().count();
    (
        units(places[start]),
        units(places[end]),
        PIECES[dice.throw(PIECES.len())].to_owned(),
    )
}

/// The line and column of an offset.
fn position(model: &[u16], offset: usize) -> serde_json::Value {
    let (mut line, mut start) = (0, 0);
    for at in 0..offset {
        let is_return = model[at] == 13 && model.get(at + 1) != Some(&10);
        if model[at] == 10 || is_return {
            (line, start) = (line + 1, at + 1);
        }
    }
    json!({"line": line, "character": offset - start})
}
