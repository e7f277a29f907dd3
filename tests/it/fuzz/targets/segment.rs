//! Segmentation of any text: no panic; sentences are in order, on character boundaries and leave
//! only white space between them; `--explain` names every boundary; units re-join to the article.

use satz::document::{BlockKind, Document, formats};
use satz::segment::{Options, decisions, explain, lines, segment, sentences};
use satz::text::Span;

pub(super) fn run(data: &[u8]) {
    let Some((&flags, rest)) = data.split_first() else {
        return;
    };
    let text = String::from_utf8_lossy(rest);
    let locale = ["de", "en", "fr", "el"][usize::from(flags >> 1) % 4];
    let options = Options {
        colon: flags & 1 != 0,
        abbreviations: vec!["Wfl.".to_owned()],
        exceptions: vec!["bzw.".to_owned()],
        ..Options::of(if flags & 8 != 0 { locale } else { "de" })
    };
    let atoms = atoms(&text, flags >> 4);
    check_sentences(&text, &atoms, &options);
    check_lines(&text, &options);
    for format in formats() {
        let document = (format.parse)(&text, &satz::document::Options::default()).value;
        check_units(&text, &document, &options);
    }
}

/// Some ascending stretches of the text, between blanks.
fn atoms(text: &str, step: u8) -> Vec<Span> {
    if step == 0 {
        return Vec::new();
    }
    let blanks: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    let pairs = blanks.chunks(usize::from(step) + 1);
    pairs
        .filter_map(|chunk| Some(Span::new(*chunk.first()?, *chunk.last()?)))
        .filter(|span| span.start < span.end)
        .collect()
}

fn check_sentences(text: &str, atoms: &[Span], options: &Options) {
    let found = sentences(text, atoms, options);
    let decided = decisions(text, atoms, options);
    assert!(decided.windows(2).all(|two| two[0].offset < two[1].offset));
    assert!(decided.iter().all(|one| !one.reason.is_empty()));
    let mut at = 0;
    for span in &found {
        assert!(
            text[at..span.start].trim().is_empty(),
            "text between sentences"
        );
        assert!(
            !span.of(text).trim().is_empty(),
            "a sentence of white space"
        );
        at = span.end;
    }
    assert!(text[at..].trim().is_empty(), "text after the last sentence");
    // Every inner end is a boundary that is explained, and the other way round.
    let ends: Vec<usize> = found
        .iter()
        .rev()
        .skip(1)
        .rev()
        .map(|span| span.end)
        .collect();
    let boundaries: Vec<usize> = decided
        .iter()
        .filter(|one| one.boundary && !text[..one.offset].trim().is_empty())
        .map(|one| text[..one.offset].trim_end().len())
        .filter(|end| !text[*end..].trim().is_empty())
        .collect();
    assert_eq!(ends, boundaries, "sentences and explanations differ");
    for atom in atoms {
        for end in &ends {
            assert!(
                *end <= atom.start || *end >= atom.of(text).trim_end().len() + atom.start,
                "an inline element was cut"
            );
        }
    }
}

fn check_lines(text: &str, options: &Options) {
    let bare = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
    assert_eq!(bare(&lines(text, options).concat()), bare(text));
}

fn check_units(text: &str, document: &Document, options: &Options) {
    let units = segment(text, document, options);
    let (mut joined, mut at) = (String::new(), 0);
    for unit in &units {
        assert!(unit.span.start >= at, "units overlap or are out of order");
        joined.push_str(&text[at..unit.span.start]);
        joined.push_str(unit.span.of(text));
        at = unit.span.end;
        assert_eq!(unit.kind, document.blocks[unit.block].kind);
        let block = document.blocks[unit.block].text(text);
        assert_eq!(unit.text(text), unit.range.of(&block));
    }
    joined.push_str(&text[at..]);
    assert_eq!(joined, text);
    for (index, decision) in explain(text, document, options) {
        let block = &document.blocks[index];
        assert!(block.translate && block.kind != BlockKind::Heading);
        assert!(block.text(text).is_char_boundary(decision.offset));
    }
}
