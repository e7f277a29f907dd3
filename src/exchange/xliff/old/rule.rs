//! What the specification of XLIFF 1.2 says besides its schema.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::exchange::xliff::constraint::{self, Report};
use crate::exchange::xliff::schema::Schema;
use crate::exchange::xml::Element;

/// Holds a document to the schema and to all rules.
pub(in crate::exchange::xliff) fn check(
    root: Element<'_, '_>,
    schema: &Schema,
    report: &mut Report,
) {
    schema.check(root, report);
    for file in root.children().filter(|file| file.name() == "file") {
        let mut seen = FxHashSet::default();
        for element in file.descendants() {
            match element.name() {
                "trans-unit" | "bin-unit" => {
                    if let Some(id) = element.attribute("id")
                        && !seen.insert(id.clone())
                    {
                        let message =
                            format!("the id `{id}` of `{}` stands there twice", element.name());
                        report.add(&constraint::UNIQUE_UNIT_ID, element.span(), message);
                    }
                    check_languages(element, file, report);
                }
                "source" | "seg-source" | "target" => check_codes(element, report),
                _ => {}
            }
        }
    }
}

/// The texts of a unit are in the languages of the file.
fn check_languages(unit: Element<'_, '_>, file: Element<'_, '_>, report: &mut Report) {
    for (name, wanted, broken) in [
        ("source", "source-language", &constraint::SOURCE_LANGUAGE),
        ("target", "target-language", &constraint::TARGET_LANGUAGE),
    ] {
        let text = unit.children().find(|child| child.name() == name);
        let said = text.and_then(|text| Some((text, text.xml("lang")?)));
        if let (Some((text, said)), Some(wanted)) = (said, file.attribute(wanted))
            && !said.eq_ignore_ascii_case(&wanted)
        {
            let message = format!("the {name} is in `{said}`, and the file in `{wanted}`");
            report.add(broken, text.span(), message);
        }
    }
}

/// Every code that begins ends behind it, and no two codes of one kind have one id.
fn check_codes(side: Element<'_, '_>, report: &mut Report) {
    let mut open: FxHashMap<String, Element<'_, '_>> = FxHashMap::default();
    let mut seen = FxHashSet::default();
    let pair_of = |code: Element<'_, '_>| {
        code.attribute("rid")
            .or_else(|| code.attribute("id"))
            .map(String::from)
    };
    for code in side.descendants() {
        let is_first = match code.attribute("id") {
            Some(id) if matches!(code.name(), "g" | "x" | "ph") => seen.insert((code.name(), id)),
            _ => true,
        };
        report.unless(is_first, &constraint::UNIQUE_INLINE_ID, code.span(), || {
            format!("two `{}` of one text have one id", code.name())
        });
        match (code.name(), pair_of(code)) {
            ("bpt" | "bx", Some(pair)) => drop(open.insert(pair, code)),
            ("ept" | "ex", Some(pair)) => {
                let has_start = open.remove(&pair).is_some();
                report.unless(
                    has_start,
                    &constraint::END_WITHOUT_START,
                    code.span(),
                    || format!("the end of `{pair}` has no start before it"),
                );
            }
            _ => {}
        }
    }
    let mut unclosed: Vec<Element<'_, '_>> = open.into_values().collect();
    unclosed.sort_by_key(|code| code.index());
    for code in unclosed {
        let id = code.attribute("id").unwrap_or_default();
        report.add(
            &constraint::START_WITHOUT_END,
            code.span(),
            format!("the code `{id}` has no end in the text"),
        );
    }
}
