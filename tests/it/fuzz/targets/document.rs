//! Assembly of any article with any values: no panic; the German that its catalog gives back is the
//! article, byte for byte; what is not reported has the blocks of its article and opens nothing that it had not.
//! Lines before one of `====` are the values; an empty one is the German.

use satz::assemble::{Assembled, Assembly, Choice, SCHEMES, assemble};
use satz::catalog::{Catalog, Value, escape};
use satz::document::{Document, Format, Options, Outline, formats};
use satz::segment::{self, Unit, segment};
use satz::text::Parsed;

pub(super) fn run(data: &[u8]) {
    let Some((&flags, rest)) = data.split_first() else {
        return;
    };
    let text = String::from_utf8_lossy(rest);
    let (head, article) = text.split_once("\n====\n").unwrap_or(("", &text));
    // A blank line in a value begins a paragraph, which the article does not have.
    let head = head.replace('\r', " ");
    let values: Vec<&str> = head.split('\n').collect();
    let all = formats();
    let format = &all[usize::from(flags) % all.len()];
    let document = (format.parse)(article, &Options::default()).value;
    let units = segment(article, &document, &segment::Options::of("de"));
    let of = |choices: &[Choice<'_>], locale| {
        assembled(article, format, &document, &units, choices, locale)
    };

    let german: Vec<String> = units.iter().map(|unit| held(unit.text(article))).collect();
    let german: Vec<Choice<'_>> = german.iter().map(|text| Choice::Target(text)).collect();
    assert_eq!(of(&german, "de").value.text, article);

    let pick = |at: usize| match values[at % values.len()] {
        "" => Choice::Source,
        // What is blank, or a comment and nothing else, leaves the unit out.
        value if value == "-" || is_nothing(value.trim()) => Choice::Omit,
        "?" => Choice::Mark,
        value => Choice::Target(value),
    };
    let choices: Vec<Choice<'_>> = (0..units.len()).map(pick).collect();
    let made = of(&choices, "fr");
    let keeps_all = choices.iter().all(|choice| !matches!(choice, Choice::Omit));
    if made.diagnostics.is_empty() && keeps_all {
        let result = (format.outline)(&made.value.text);
        let (mut now, mut wanted) = (told(&result), told(&document.outline));
        // Two line breaks begin a paragraph, too.
        if head.to_ascii_lowercase().contains("<br") {
            now.dedup();
            wanted.dedup();
        }
        assert_eq!(now, wanted, "{}", made.value.text);
    }
}

fn is_nothing(value: &str) -> bool {
    let comment = value.strip_prefix("<!--");
    let comment = comment.and_then(|rest| rest.strip_suffix("-->"));
    value.is_empty() || comment.is_some_and(|inner| !inner.contains("-->"))
}

/// What a catalog gives back for a text that was written into it.
fn held(text: &str) -> String {
    let catalog = Catalog::parse(&format!("m = {}\n", escape(text))).value;
    let entry = catalog.messages().next();
    entry
        .and_then(|(_, entry)| entry.value().map(Value::text))
        .unwrap_or_default()
}

fn assembled(
    article: &str,
    format: &'static Format,
    document: &Document,
    units: &[Unit],
    choices: &[Choice<'_>],
    locale: &str,
) -> Parsed<Assembled> {
    assemble(&Assembly {
        article,
        format,
        document,
        units,
        choices,
        locale,
        source_locale: "de",
        schemes: SCHEMES,
    })
}

fn told(outline: &Outline) -> Vec<(&str, usize, u64)> {
    let nodes = outline.nodes.iter();
    nodes
        .map(|node| (node.label, node.depth, node.form))
        .collect()
}
