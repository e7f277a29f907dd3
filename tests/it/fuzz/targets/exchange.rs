//! Files of other tools: no reader panics, a file that is valid is read, and what is put into a valid
//! file's unit comes out again. The parts are a file, a source and a translation.

use satz::exchange::{
    Batch, BatchArticle, BatchUnit, FILE_FORMATS, Markup, Piece, compare_codes, cut_codes,
};

pub(super) fn run(data: &[u8]) {
    let [file, source, target] = super::parts(data);
    for format in &FILE_FORMATS {
        let is_valid = (format.check)(&file).is_empty();
        let read = (format.read)(&file);
        assert!(!is_valid || read.diagnostics.is_empty(), "{}", format.name);
    }
    for markup in [Markup::Markdown, Markup::Html, Markup::Plain] {
        let pieces = cut_codes(&source, markup);
        let joined: String = pieces.iter().map(Piece::text).collect();
        assert_eq!(joined, source);
        assert!(compare_codes(&source, &source, markup).is_empty());
        out_and_back(&source, &target, markup);
    }
}

fn out_and_back(source: &str, target: &str, markup: Markup) {
    // There is no unit without a source, and an empty translation is none.
    if source.is_empty() || target.is_empty() {
        return;
    }
    let unit = BatchUnit {
        id: "s123456".into(),
        kind: "paragraph".into(),
        source: source.to_owned(),
        target: Some(target.to_owned()),
        ..BatchUnit::default()
    };
    let article = BatchArticle {
        key: "a".into(),
        path: "a.md".into(),
        markup,
        units: vec![unit],
    };
    let batch = Batch {
        source: "de".into(),
        locale: "en".into(),
        articles: vec![article],
        ..Batch::default()
    };
    for format in FILE_FORMATS.iter().filter(|format| format.name != "tbx") {
        let text = (format.write)(&batch);
        let found = (format.check)(&text);
        assert!(found.is_empty(), "{}: {found:?}\n{text}", format.name);
        let read = (format.read)(&text).value;
        // Only XLIFF 2, PO and CSV can hold every character.
        if !matches!(format.name, "xliff-1.2" | "tmx") {
            assert_eq!(read.units[0].source, source, "{}\n{text}", format.name);
            assert_eq!(
                read.units[0].target.as_deref(),
                Some(target),
                "{}\n{text}",
                format.name
            );
        }
    }
}
