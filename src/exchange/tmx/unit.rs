//! Batches written as translation memories, and read again by the ids of their units.

use crate::exchange::batch::{Batch, BatchArticle, BatchUnit, Returned, ReturnedUnit, UnitState};
use crate::exchange::code::{CodeKind, Markup, Piece, Role, cut_codes};
use crate::exchange::put::put;
use crate::exchange::xml::{Element, Piece as XmlPiece, encode_attribute, encode_text, parse};
use crate::text::{Diagnostic, Parsed, Severity};

/// The type of the property with the digest of the translation that is sent out.
const SENT: &str = "x-satz-sent";

/// Writes a batch as a translation memory: a unit per sentence, its id `ARTICLE/ID`.
pub fn write_tmx(batch: &Batch) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n<header creationtool=\"satz\"",
    );
    let version = env!("CARGO_PKG_VERSION");
    put(
        &mut out,
        format_args!(
            " creationtoolversion=\"{version}\" segtype=\"sentence\" o-tmf=\"satz\" adminlang=\"en\""
        ),
    );
    out.push_str(" srclang=\"");
    encode_attribute(&batch.source, &mut out);
    out.push_str("\" datatype=\"plaintext\"/>\n<body>\n");
    for article in &batch.articles {
        for unit in article.units.iter().filter(|unit| !unit.is_covered) {
            write_unit(batch, article, unit, &mut out);
        }
    }
    out.push_str("</body>\n</tmx>\n");
    out
}

fn write_unit(batch: &Batch, article: &BatchArticle, unit: &BatchUnit, out: &mut String) {
    out.push_str("<tu tuid=\"");
    encode_attribute(&format!("{}/{}", article.key, unit.id), out);
    out.push_str("\">");
    for note in &unit.notes {
        out.push_str("<note>");
        encode_text(note, out);
        out.push_str("</note>");
    }
    put(
        out,
        format_args!("<prop type=\"{SENT}\">{}</prop>", unit.digest()),
    );
    put(
        out,
        format_args!("<prop type=\"x-satz-state\">{}</prop>\n", unit.state.name()),
    );
    write_side(&batch.source, &unit.source, article.markup, out);
    if let Some(target) = &unit.target {
        write_side(&batch.locale, target, article.markup, out);
    }
    out.push_str("</tu>\n");
}

fn write_side(locale: &str, text: &str, markup: Markup, out: &mut String) {
    out.push_str("<tuv xml:lang=\"");
    encode_attribute(locale, out);
    out.push_str("\"><seg>");
    for (at, piece) in cut_codes(text, markup).into_iter().enumerate() {
        let Piece::Code(raw, kind, role) = piece else {
            if let Piece::Text(text) = piece {
                encode_text(text, out);
            }
            continue;
        };
        let kind = match kind {
            CodeKind::Bold => " type=\"bold\"",
            CodeKind::Italic => " type=\"italic\"",
            CodeKind::Link => " type=\"link\"",
            CodeKind::Image => " type=\"image\"",
            _ => "",
        };
        let name = match role {
            Role::Alone => {
                put(out, format_args!("<ph x=\"{}\"{kind}>", at + 1));
                "ph"
            }
            Role::Start(pair) => {
                put(
                    out,
                    format_args!("<bpt i=\"{0}\" x=\"{0}\"{kind}>", pair + 1),
                );
                "bpt"
            }
            Role::End(pair) => {
                put(out, format_args!("<ept i=\"{}\">", pair + 1));
                "ept"
            }
        };
        encode_text(raw, out);
        put(out, format_args!("</{name}>"));
    }
    out.push_str("</seg></tuv>\n");
}

/// Reads the units of a translation memory that satz wrote, whatever became of it since.
pub fn read_tmx_units(text: &str) -> Parsed<Returned> {
    let mut parsed = Parsed::<Returned>::default();
    let tree = match parse(text) {
        Ok(tree) => tree,
        Err(fault) => {
            parsed.diagnostics.push(fault);
            return parsed;
        }
    };
    let root = tree.root();
    let header = root.children().find(|child| child.name() == "header");
    let source = header
        .and_then(|header| header.attribute("srclang"))
        .unwrap_or_default();
    for unit in root.descendants().filter(|unit| unit.name() == "tu") {
        let name = unit.attribute("tuid").unwrap_or_default();
        let (article, id) = name.rsplit_once('/').unwrap_or(("", &name));
        let mut read = ReturnedUnit {
            article: article.to_owned(),
            id: id.to_owned(),
            place: unit.span().start,
            state: UnitState::Initial,
            ..ReturnedUnit::default()
        };
        for child in unit.children() {
            match child.name() {
                "prop" if child.attribute("type").as_deref() == Some(SENT) => {
                    read.digest = Some(child.text());
                }
                "tuv" => {
                    let language = child
                        .xml("lang")
                        .or_else(|| child.attribute("lang"))
                        .unwrap_or_default();
                    let text = child
                        .children()
                        .find(|seg| seg.name() == "seg")
                        .map(text_of)
                        .unwrap_or_default();
                    if language.eq_ignore_ascii_case(&source) {
                        read.source = text;
                    } else {
                        parsed.value.locale.get_or_insert(language.into_owned());
                        read.target = Some(text).filter(|text| !text.is_empty());
                    }
                }
                _ => {}
            }
        }
        parsed.value.units.push(read);
    }
    parsed
}

/// The text of a segment, its codes as they are written.
fn text_of(segment: Element<'_, '_>) -> String {
    let mut text = String::new();
    for piece in segment.pieces() {
        match piece {
            XmlPiece::Text(part) => text.push_str(&part),
            XmlPiece::Element(element) => text.push_str(&text_of(element)),
        }
    }
    text
}

/// Holds a translation memory to what TMX 1.4 requires: its frame, languages, segments, paired codes.
pub fn check_tmx(text: &str) -> Vec<Diagnostic> {
    let tree = match parse(text) {
        Ok(tree) => tree,
        Err(fault) => return vec![fault],
    };
    let mut found = Vec::new();
    let mut add = |code: &'static str, element: Element<'_, '_>, message: &str| {
        found.push(Diagnostic::new(
            code,
            Severity::Error,
            element.span(),
            message,
        ));
    };
    let root = tree.root();
    let names: Vec<&str> = root.children().map(Element::name).collect();
    if root.name() != "tmx" || names != ["header", "body"] {
        add("tmx-frame", root, "is no `tmx` with a header and a body");
    }
    if root.name() == "tmx" && root.attribute("version").is_none() {
        add("tmx-version", root, "does not say its version");
    }
    for element in root.descendants() {
        match element.name() {
            "header" => {
                for name in [
                    "creationtool",
                    "creationtoolversion",
                    "segtype",
                    "o-tmf",
                    "adminlang",
                    "srclang",
                    "datatype",
                ] {
                    if element.attribute(name).is_none() {
                        add(
                            "tmx-header",
                            element,
                            &format!("the header has no `{name}`"),
                        );
                    }
                }
            }
            "tu" if !element.children().any(|child| child.name() == "tuv") => {
                add("tmx-unit", element, "the unit has no text");
            }
            "tuv" => {
                if element
                    .xml("lang")
                    .or_else(|| element.attribute("lang"))
                    .is_none()
                {
                    add(
                        "tmx-language",
                        element,
                        "the text does not say its language",
                    );
                }
                if element
                    .children()
                    .filter(|child| child.name() == "seg")
                    .count()
                    != 1
                {
                    add(
                        "tmx-segment",
                        element,
                        "the text has no segment, or more than one",
                    );
                }
            }
            "seg" => check_codes(element, &mut add),
            _ => {}
        }
    }
    found
}

/// Every code that begins in a segment ends in it, and the other way round.
fn check_codes<'e, 't>(
    segment: Element<'e, 't>,
    add: &mut impl FnMut(&'static str, Element<'e, 't>, &str),
) {
    let mut open: std::collections::BTreeMap<String, Element<'_, '_>> =
        std::collections::BTreeMap::new();
    for code in segment.descendants() {
        let number = code.attribute("i").map(String::from);
        match (code.name(), number) {
            ("bpt" | "ept", None) => add("tmx-code", code, "the code has no `i`"),
            ("bpt", Some(number)) if open.insert(number.clone(), code).is_some() => {
                add("tmx-code", code, "two codes that begin have one `i`");
            }
            ("ept", Some(number)) if open.remove(&number).is_none() => {
                add("tmx-code", code, "the code ends what did not begin");
            }
            _ => {}
        }
    }
    for code in open.into_values() {
        add("tmx-code", code, "the code has no end");
    }
}
