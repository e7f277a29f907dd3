//! TBX-Basic: the terms of a house, with what must not be written for them.

use super::batch::{Batch, BatchTerm, Returned};
use super::put::put;
use super::xml::{Element, attribute, encode_text, parse};
use crate::text::{Diagnostic, Parsed, Severity};

/// The status of a term that must not be written.
const FORBIDDEN: &str = "deprecatedTerm-admn-sts";

/// Writes the terms of a batch as TBX-Basic: an entry per concept, its id that of the glossary.
pub fn write_tbx(batch: &Batch) -> String {
    let mut out =
        String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<martif type=\"TBX-Basic\"");
    attribute("xml:lang", &batch.source, &mut out);
    out.push_str(">\n<martifHeader><fileDesc><sourceDesc><p>satz</p></sourceDesc></fileDesc></martifHeader>\n<text><body>\n");
    for term in &batch.terms {
        out.push_str("<termEntry");
        attribute("id", &term.id, &mut out);
        out.push_str(">\n<langSet");
        attribute("xml:lang", &batch.source, &mut out);
        out.push('>');
        write_term(&term.source, "preferredTerm-admn-sts", &mut out);
        out.push_str("</langSet>\n");
        if let Some(target) = &term.target {
            out.push_str("<langSet");
            attribute("xml:lang", &batch.locale, &mut out);
            out.push('>');
            write_term(target, "preferredTerm-admn-sts", &mut out);
            for form in &term.forms {
                write_term(form, "admittedTerm-admn-sts", &mut out);
            }
            for word in &term.forbidden {
                write_term(word, FORBIDDEN, &mut out);
            }
            out.push_str("</langSet>\n");
        }
        out.push_str("</termEntry>\n");
    }
    out.push_str("</body></text>\n</martif>\n");
    out
}

fn write_term(term: &str, status: &str, out: &mut String) {
    out.push_str("<tig><term>");
    encode_text(term, out);
    put(
        out,
        format_args!("</term><termNote type=\"administrativeStatus\">{status}</termNote></tig>"),
    );
}

/// Reads the terms of a file of TBX, whoever wrote it: entries of version 2 (`termEntry`, `langSet`, `tig`,
/// `ntig`) and 3 (`conceptEntry`, `langSec`, `termSec`).
pub fn read_tbx(text: &str) -> Parsed<Returned> {
    let mut parsed = Parsed::<Returned>::default();
    let tree = match parse(text) {
        Ok(tree) => tree,
        Err(fault) => {
            parsed.diagnostics.push(fault);
            return parsed;
        }
    };
    let root = tree.root();
    let source = root.xml("lang").unwrap_or_default();
    for entry in root.descendants().filter(|entry| is_entry(*entry)) {
        let mut term = BatchTerm {
            id: entry
                .attribute("id")
                .or_else(|| entry.xml("id"))
                .unwrap_or_default()
                .into_owned(),
            place: entry.span().start,
            ..BatchTerm::default()
        };
        for section in entry
            .children()
            .filter(|part| matches!(part.name(), "langSet" | "langSec"))
        {
            let language = section.xml("lang").unwrap_or_default();
            if language.eq_ignore_ascii_case(&source) {
                term.source = terms(section)
                    .into_iter()
                    .next()
                    .map(|(word, _)| word)
                    .unwrap_or_default();
                continue;
            }
            parsed.value.locale.get_or_insert(language.into_owned());
            for (word, status) in terms(section) {
                match (&term.target, status.as_str()) {
                    (_, FORBIDDEN | "supersededTerm-admn-sts") => term.forbidden.push(word),
                    (None, _) => term.target = Some(word),
                    (Some(_), _) => term.forms.push(word),
                }
            }
        }
        parsed.value.terms.push(term);
    }
    parsed
}

fn is_entry(element: Element<'_, '_>) -> bool {
    matches!(element.name(), "termEntry" | "conceptEntry")
}

/// The terms of a language with their status.
fn terms(section: Element<'_, '_>) -> Vec<(String, String)> {
    let groups = section
        .descendants()
        .filter(|group| matches!(group.name(), "tig" | "ntig" | "termSec"));
    let each = groups.filter_map(|group| {
        let term = group
            .descendants()
            .find(|term| term.name() == "term")?
            .text();
        let is_status = |note: &Element<'_, '_>| {
            note.attribute("type").as_deref() == Some("administrativeStatus")
        };
        let status = group.descendants().find(is_status).map(Element::text);
        Some((term.trim().to_owned(), status.unwrap_or_default()))
    });
    each.filter(|(term, _)| !term.is_empty()).collect()
}

/// Holds a file to what TBX requires of its frame, its entries and their languages.
pub fn check_tbx(text: &str) -> Vec<Diagnostic> {
    let tree = match parse(text) {
        Ok(tree) => tree,
        Err(fault) => return vec![fault],
    };
    let root = tree.root();
    let mut found = Vec::new();
    let mut add = |code: &'static str, element: Element<'_, '_>, message: &str| {
        found.push(Diagnostic::new(
            code,
            Severity::Error,
            element.span(),
            message,
        ));
    };
    if !matches!(root.name(), "martif" | "tbx") || root.attribute("type").is_none() {
        add("tbx-frame", root, "is no `martif` or `tbx` with a type");
    }
    if root.xml("lang").is_none() {
        add("tbx-language", root, "does not say its language");
    }
    let mut seen = std::collections::BTreeSet::new();
    for entry in root.descendants().filter(|entry| is_entry(*entry)) {
        if let Some(id) = entry.attribute("id")
            && !seen.insert(id.into_owned())
        {
            add("tbx-id", entry, "two entries have one id");
        }
        let mut sections = 0;
        for section in entry
            .children()
            .filter(|part| matches!(part.name(), "langSet" | "langSec"))
        {
            sections += 1;
            if section.xml("lang").is_none() {
                add(
                    "tbx-language",
                    section,
                    "the section does not say its language",
                );
            }
            if terms(section).is_empty() {
                add("tbx-term", section, "the section has no term");
            }
        }
        if sections == 0 {
            add("tbx-entry", entry, "the entry has no language");
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{check_tbx, read_tbx, write_tbx};
    use crate::exchange::{Batch, BatchTerm};

    #[test]
    fn terms_come_back_as_they_were() {
        let term = |id: &str, target: Option<&str>| BatchTerm {
            id: id.into(),
            source: "Markt & Halle".into(),
            target: target.map(str::to_owned),
            forms: target.map(|_| "markets".into()).into_iter().collect(),
            forbidden: target.map(|_| "bazaar".into()).into_iter().collect(),
            place: 0,
        };
        let batch = Batch {
            source: "de".into(),
            locale: "en".into(),
            terms: vec![term("markt", Some("market <1>")), term("halle", None)],
            ..Batch::default()
        };
        let text = write_tbx(&batch);
        assert!(check_tbx(&text).is_empty(), "{text}");
        let mut read = read_tbx(&text).value.terms;
        for term in &mut read {
            term.place = 0;
        }
        assert_eq!(read, batch.terms);
    }

    #[test]
    fn what_is_no_file_of_terms_is_told() {
        for (code, text) in [
            ("tbx-frame", "<a xml:lang='de'/>"),
            ("tbx-language", "<martif type='TBX-Basic'/>"),
            (
                "tbx-entry",
                "<tbx type='TBX-Basic' xml:lang='de'><conceptEntry id='a'/></tbx>",
            ),
            (
                "tbx-term",
                "<tbx type='TBX-Basic' xml:lang='de'><conceptEntry><langSec xml:lang='de'/></conceptEntry></tbx>",
            ),
            ("xml-syntax", "<martif"),
        ] {
            assert_eq!(
                check_tbx(text).first().map(|fault| fault.code),
                Some(code),
                "{text}"
            );
        }
    }
}
