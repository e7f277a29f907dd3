//! The YAML reader's messages in plain words.

use crate::config::{Fault, suggest};

/// What the reader of YAML says of a key below the first level, or of a kind of value, in plain
/// words; `None` where it is about something else.
pub(super) fn words(message: &str) -> Option<Fault> {
    if let Some(("invalid type", _)) = message.split_once(": ") {
        let message = "holds no keys of a workspace";
        return Some(Fault::new(message, "write lines like `locales: [en, fr]`"));
    }
    let (place, what) = message.split_once(": ")?;
    let (wrong, expected) = what.split_once(", expected ")?;
    let known: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
    let hint = |name: &str| match suggest(name, &known) {
        Some(other) => format!("did you mean `{other}`?"),
        None => format!("known are {}", known.join(", ")),
    };
    let quoted = |head: &str| Some(wrong.strip_prefix(head)?.trim_matches([' ', '`']));
    if let Some(name) = quoted("unknown field") {
        let message = format!("unknown key `{name}` in `{place}`");
        return Some(Fault::new(message, hint(name)));
    }
    if let Some(name) = quoted("unknown variant") {
        let message = format!("`{place}` cannot be `{name}`");
        return Some(Fault::new(message, hint(name)));
    }
    let found = wrong.strip_prefix("invalid type: ")?;
    let found = match found.split_once(' ') {
        // Whose text it is nobody knows: it is not shown.
        Some(("string", _)) => "a text".to_owned(),
        _ => match found {
            "map" => "a map".to_owned(),
            "sequence" => "a list".to_owned(),
            "unit value" => "nothing".to_owned(),
            other => other.to_owned(),
        },
    };
    let expected = match expected {
        "a sequence" => "a list, as in `[one, two]`",
        "a map" => "a map, as in `{key: value}`",
        "u8" | "u64" | "usize" => "a whole number",
        name if name.starts_with("struct ") => "keys below it, as in `{key: value}`",
        other => other,
    };
    let message = format!("`{place}` is {found}");
    Some(Fault::new(message, format!("write {expected}")))
}

/// What breaks the syntax, with its own line, where the reader of YAML names another one or says
/// only what it did not expect.
pub(super) fn syntax(text: &str, message: &str, line: Option<usize>) -> Option<Fault> {
    if let Some((_, rest)) = message.split_once("duplicate entry with key \"") {
        let key = rest.trim_end_matches('"');
        let fault = Fault::new(
            format!("the key `{key}` stands there twice"),
            "remove one of the two",
        );
        return Some(fault.at(second_line(text, key, line.unwrap_or(1)).or(line)));
    }
    if message.contains("more than one document") {
        let mut marks = text.lines().enumerate().skip(1);
        let mark = marks.find(|(_, text)| text.trim_end() == "---");
        let fault = Fault::new("a second document begins here", "remove it and its `---`");
        return Some(fault.at(mark.map(|(index, _)| index + 1)));
    }
    let indentation = |line: &str| {
        let body = line.trim_start();
        line[..line.len() - body.len()].contains('\t')
    };
    let at = line.filter(|line| text.lines().nth(line - 1).is_some_and(indentation))?;
    let fault = Fault::new("the line is indented with a tab", "indent it with blanks");
    Some(fault.at(Some(at)))
}

/// The second line from `from` on that sets a key with one indentation.
fn second_line(text: &str, key: &str, from: usize) -> Option<usize> {
    let indent = |line: &str| {
        let body = line.trim_start_matches([' ', '-']);
        let rest = body.trim_start_matches(['"', '\'']).strip_prefix(key)?;
        let rest = rest.trim_start_matches(['"', '\'']).trim_start();
        rest.starts_with(':').then(|| line.len() - body.len())
    };
    let lines = text.lines().enumerate().skip(from - 1);
    let mut set = lines.filter_map(|(index, line)| Some((index + 1, indent(line)?)));
    let (_, first) = set.next()?;
    set.find(|(_, other)| *other == first).map(|(line, _)| line)
}
