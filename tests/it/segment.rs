//! Sentence boundaries, as data: `⏐` stands where a sentence ends, `∅` for no blank after it, and
//! `\u{…}` for a character that cannot be seen.

use proptest::prelude::*;
use satz::document::{Block, BlockKind, Context, Document, Piece};
use satz::language::language;
use satz::segment::{Options, decisions, lines, segment, sentences};
use satz::text::Span;

use crate::support::cases;

fn unescape(text: &str) -> String {
    text.replace("\\u{A0}", "\u{A0}")
        .replace("\\u{AD}", "\u{AD}")
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is wrong with a case; nothing if it is cut as it should be.
fn wrong(name: &str, body: &str, wrapped: bool, options: &Options) -> Option<String> {
    let body = unescape(body.trim_end());
    let expected: Vec<String> = body
        .split('⏐')
        .map(|sentence| words(&sentence.replace('∅', "")))
        .collect();
    let text = if wrapped {
        body.replace('⏐', "")
    } else {
        body.replace("⏐∅", "").replace('⏐', " ")
    };
    let found: Vec<String> = if wrapped {
        lines(&text, options).into_iter().map(words).collect()
    } else {
        sentences(&text, &[], options)
            .into_iter()
            .map(|span| words(span.of(&text)))
            .collect()
    };
    if found == expected {
        return None;
    }
    let why: Vec<_> = decisions(&text, &[], options)
        .into_iter()
        .map(|d| (d.offset, d.boundary, d.reason))
        .collect();
    let (expected, found) = (expected.join("⏐"), found.join("⏐"));
    Some(format!("{name}\n  {expected}\n  {found}\n  {why:?}"))
}

#[test]
fn cases_end_where_they_should() {
    let cases = cases("segment");
    assert!(cases.len() > 80, "only {} cases were found", cases.len());
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let wrapped = case.name.starts_with("lines/");
            wrong(&case.name, &case.body, wrapped, &Options::default())
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn other_languages_end_where_they_should() {
    let wrong: Vec<String> = cases("segment-locale")
        .iter()
        .filter_map(|case| {
            let (locale, _) = case.name.split_once('/')?;
            wrong(&case.name, &case.body, false, &Options::of(locale))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_element_is_cut_in_no_language() {
    let text =
        "He cried: <em>Stop! Who is it?</em> All stood. See [here.](b.html) Then *Nobody spoke.*";
    let atoms: Vec<Span> = [
        "<em>Stop! Who is it?</em>",
        "[here.](b.html)",
        "*Nobody spoke.*",
    ]
    .into_iter()
    .map(|element| {
        let start = text.find(element).expect("the element");
        Span::new(start, start + element.len())
    })
    .collect();
    let found = sentences(text, &atoms, &Options::of("en"));
    let found: Vec<_> = found.into_iter().map(|span| span.of(text)).collect();
    assert_eq!(
        found,
        [
            "He cried: <em>Stop! Who is it?</em>",
            "All stood.",
            "See [here.](b.html)",
            "Then *Nobody spoke.*"
        ]
    );
}

#[test]
fn every_abbreviation_of_a_file_is_found() {
    for (locale, abbreviation) in [
        ("en", "e.g."),
        ("fr", "p. ex."),
        ("ru", "т. е."),
        ("pl", "np."),
    ] {
        let class = language(locale).abbreviations.class(abbreviation, false);
        assert!(class.is_some(), "{locale}: {abbreviation}");
    }
}

/// An article of one block of running text made of pieces: article text, what it reads as.
fn block(kind: BlockKind, pieces: &[(&str, &str)], atoms: &[Span]) -> (String, Document) {
    let article: String = pieces.iter().map(|(article, _)| *article).collect();
    let mut at = 0;
    let pieces: Vec<Piece> = pieces
        .iter()
        .map(|(article, text)| {
            let span = Span::new(at, at + article.len());
            at = span.end;
            let reads = (article != text).then(|| (*text).to_owned().into());
            Piece { span, reads }
        })
        .collect();
    let document = Document {
        blocks: vec![Block {
            kind,
            span: Span::new(0, at),
            name: None,
            reason: None,
            translate: true,
            pieces: pieces.into(),
            atoms: atoms.into(),
            context: Context::Plain,
        }],
        ..Document::default()
    };
    (article, document)
}

#[test]
fn units_map_to_places_in_the_article() {
    let (article, document) = block(
        BlockKind::Quote,
        &[
            ("Es regnet.", "Es regnet."),
            ("\n> ", " "),
            ("Wir bleiben.\n", "Wir bleiben.\n"),
        ],
        &[],
    );
    let units = segment(&article, &document, &Options::default());
    let found: Vec<_> = units.iter().map(|u| (u.text(&article), u.span)).collect();
    assert_eq!(
        found,
        [
            ("Es regnet.", Span::new(0, 10)),
            ("Wir bleiben.", Span::new(13, 25))
        ]
    );
}

#[test]
fn a_replacement_is_never_cut() {
    let (article, document) = block(
        BlockKind::Paragraph,
        &[("Es &x;", "Es regnet. Wir "), ("bleiben.", "bleiben.")],
        &[],
    );
    let units = segment(&article, &document, &Options::default());
    assert_eq!(units.len(), 1);
    assert_eq!(units[0].span, Span::new(0, 14));
}

#[test]
fn an_atom_is_never_cut() {
    let text = "Er rief: *Halt! Wer da?* Alle standen. Keiner sprach.";
    let atom = Span::new(9, 24);
    let found = sentences(text, &[atom], &Options::default());
    let found: Vec<_> = found.into_iter().map(|span| span.of(text)).collect();
    assert_eq!(
        found,
        [
            "Er rief: *Halt! Wer da?*",
            "Alle standen.",
            "Keiner sprach."
        ]
    );
}

#[test]
fn markup_that_closes_after_the_mark_belongs_to_the_sentence() {
    for (text, element) in [
        ("Siehe [hier.](b.html) Danach kam er.", "[hier.](b.html)"),
        ("Er rief <em>Halt!</em> Danach kam er.", "<em>Halt!</em>"),
        ("Das steht fest.<sup>1</sup> Danach kam er.", "<sup>1</sup>"),
        ("Das steht fest.[^a] Danach kam er.", "[^a]"),
    ] {
        let start = text.find(element).expect("the element");
        let atom = Span::new(start, start + element.len());
        let found = sentences(text, &[atom], &Options::default());
        let found: Vec<_> = found.into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[1], "Danach kam er.");
    }
}

#[test]
fn a_heading_is_one_unit() {
    let text = "Sturm über Kiel. Fähre fällt aus. ";
    let (article, document) = block(BlockKind::Heading, &[(text, text)], &[]);
    let units = segment(&article, &document, &Options::default());
    assert_eq!(units.len(), 1);
    assert_eq!(units[0].text(&article), text.trim_end());
}

#[test]
fn a_house_decides_about_its_abbreviations_and_colons() {
    let options = Options {
        abbreviations: vec!["Wfl.".into(), "Haus".into(), "i. d. F.".into()],
        exceptions: vec!["bzw.".into()],
        colon: true,
        ..Options::default()
    };
    let text =
        "Im Haus. Amt gilt Wfl. Neu i.\u{A0}d.\u{A0}F. Neu und bzw. Alt. Es ist klar: Wir gehen.";
    let found = sentences(text, &[], &options);
    let found: Vec<_> = found.into_iter().map(|span| span.of(text)).collect();
    assert_eq!(
        found,
        [
            "Im Haus. Amt gilt Wfl. Neu i.\u{A0}d.\u{A0}F. Neu und bzw.",
            "Alt.",
            "Es ist klar:",
            "Wir gehen."
        ]
    );
}

#[test]
fn of_several_separators_the_last_ends_a_sentence() {
    let options = Options::of("el");
    for text in ["Ja\u{85}\u{85}Nein", "Ja\u{2029}\u{85} Nein"] {
        let places = decisions(text, &[], &options);
        let places: Vec<_> = places
            .iter()
            .map(|one| (one.offset, one.boundary))
            .collect();
        assert_eq!(places, [(2, true)], "{text:?}");
        let found = sentences(text, &[], &options);
        let found: Vec<_> = found.into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, ["Ja", "Nein"]);
    }
}

proptest! {
    #![proptest_config(crate::support::properties(256))]

    #[test]
    fn sentences_cover_everything_but_white_space(text in "([a-zA-ZäÖ0-9]{0,4}[.!?…:;()„“\"» \n\u{85}\u{2029}\u{A0}\u{AD}😀-]{0,3}){0,20}") {
        let found = sentences(&text, &[], &Options::default());
        let mut at = 0;
        for span in found {
            prop_assert!(text[at..span.start].trim().is_empty());
            prop_assert!(!span.of(&text).trim().is_empty());
            at = span.end;
        }
        prop_assert!(text[at..].trim().is_empty());
        let first = text.find(' ').unwrap_or(0);
        let last = text.rfind(' ').unwrap_or(0);
        let atom = Span::new(first.min(last), last);
        for span in sentences(&text, &[atom], &Options::default()) {
            prop_assert!(span.end <= atom.start || span.end >= atom.end || atom.of(&text).trim_end().len() + atom.start <= span.end);
        }
        for locale in ["en", "fr", "el", "xx"] {
            let options = Options::of(locale);
            let places = decisions(&text, &[atom], &options);
            prop_assert!(places.windows(2).all(|two| two[0].offset < two[1].offset));
            let mut at = 0;
            for span in sentences(&text, &[atom], &options) {
                prop_assert!(text[at..span.start].trim().is_empty());
                prop_assert!(span.start < span.end);
                at = span.end;
            }
            prop_assert!(text[at..].trim().is_empty());
        }
        let lines: String = lines(&text, &Options::default()).concat();
        let bare = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(bare(&lines), bare(&text));
    }
}
