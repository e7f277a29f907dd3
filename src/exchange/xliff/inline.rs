//! Codes of a text written as inline elements of XLIFF 2, and their original data.

use std::collections::{BTreeMap, HashMap, VecDeque};

use crate::exchange::code::{CodeKind, Markup, Piece, Role, cut_codes};
use crate::exchange::put::put;
use crate::exchange::xml::{attribute, encode_text, is_encodable};

/// The original data and codes of a unit.
#[derive(Debug, Default)]
pub(super) struct Inlines {
    /// What codes are written as; their ids are d1, d2 …
    data: Vec<String>,
    /// The numbers in their ids.
    places: HashMap<String, usize>,
    /// How many codes there are.
    count: usize,
    /// Ids of the codes of the source that the target does not have yet, by what they are written as.
    free: HashMap<String, VecDeque<usize>>,
    /// What the codes of the target are written as, if there is one: a code that it lacks already is no
    /// code that must not be deleted.
    of_target: Option<BTreeMap<String, usize>>,
}

impl Inlines {
    /// Those of a unit with a target, or none yet.
    pub(super) fn of(target: Option<&str>, markup: Markup) -> Self {
        Self {
            of_target: target.map(|target| {
                let mut counts = BTreeMap::new();
                let pieces = cut_codes(target, markup);
                let ends = ends(&pieces);
                for key in pieces.iter().filter_map(|piece| key_of(*piece, &ends)) {
                    *counts.entry(key).or_default() += 1;
                }
                counts
            }),
            ..Self::default()
        }
    }

    /// Whether a code of the source must be in the target.
    fn is_held(&mut self, raw: &str) -> bool {
        let Some(counts) = &mut self.of_target else {
            return true;
        };
        let count = counts.get_mut(raw).filter(|count| **count > 0);
        count.map(|count| *count -= 1).is_some()
    }

    /// The id of original data.
    fn data_id(&mut self, raw: &str) -> String {
        if !self.places.contains_key(raw) {
            self.data.push(raw.to_owned());
            self.places.insert(raw.to_owned(), self.data.len());
        }
        format!("d{}", self.places[raw])
    }

    /// The id of a code: in the source a new one, in the target that of the same code of the source.
    fn code_id(&mut self, raw: String, is_source: bool) -> (String, bool) {
        if !is_source && let Some(id) = self.free.get_mut(&raw).and_then(VecDeque::pop_front) {
            return (id.to_string(), true);
        }
        self.count += 1;
        let is_held = is_source && self.is_held(&raw);
        if is_source {
            self.free.entry(raw).or_default().push_back(self.count);
        }
        (self.count.to_string(), is_held)
    }

    /// Writes the original data of the unit.
    pub(super) fn write_data(&self, out: &mut String) {
        if self.data.is_empty() {
            return;
        }
        out.push_str("<originalData>");
        for (at, data) in self.data.iter().enumerate() {
            put(out, format_args!("<data id=\"d{}\">", at + 1));
            write_text(data, out);
            out.push_str("</data>");
        }
        out.push_str("</originalData>\n");
    }
}

/// Writes the text of a source or target. Codes that begin and end are one element around what is
/// between them.
pub(super) fn write_side(
    text: &str,
    markup: Markup,
    inlines: &mut Inlines,
    is_source: bool,
    out: &mut String,
) {
    let pieces = cut_codes(text, markup);
    let ends = ends(&pieces);
    for piece in &pieces {
        match *piece {
            Piece::Text(text) => write_text(text, out),
            Piece::Code(raw, kind, Role::Alone) => {
                let (id, is_held) = inlines.code_id(raw.to_owned(), is_source);
                let data = inlines.data_id(raw);
                put(out, format_args!("<ph id=\"{id}\" dataRef=\"{data}\""));
                write_kind(kind, is_held, out);
                attribute("disp", raw, out);
                attribute("equiv", equivalent(raw, kind), out);
                out.push_str("/>");
            }
            Piece::Code(raw, kind, Role::Start(pair)) => {
                let end = ends.get(&pair).copied().unwrap_or_default();
                let (id, is_held) = inlines.code_id(format!("{raw}\n{end}"), is_source);
                let (start, end) = (inlines.data_id(raw), inlines.data_id(end));
                put(
                    out,
                    format_args!("<pc id=\"{id}\" dataRefStart=\"{start}\" dataRefEnd=\"{end}\""),
                );
                write_kind(kind, is_held, out);
                out.push('>');
            }
            Piece::Code(_, _, Role::End(_)) => out.push_str("</pc>"),
        }
    }
}

/// What ends each pair.
fn ends<'t>(pieces: &[Piece<'t>]) -> HashMap<usize, &'t str> {
    let ends = pieces.iter().filter_map(|piece| match piece {
        Piece::Code(raw, _, Role::End(pair)) => Some((*pair, *raw)),
        _ => None,
    });
    ends.collect()
}

/// What a code is written as: of a pair, both parts.
fn key_of(piece: Piece<'_>, ends: &HashMap<usize, &str>) -> Option<String> {
    match piece {
        Piece::Code(raw, _, Role::Alone) => Some(raw.to_owned()),
        Piece::Code(raw, _, Role::Start(pair)) => {
            let end = ends.get(&pair).copied().unwrap_or_default();
            Some(format!("{raw}\n{end}"))
        }
        _ => None,
    }
}

/// Writes what a code is, and that it must stay.
fn write_kind(kind: CodeKind, is_held: bool, out: &mut String) {
    out.push_str(match kind {
        CodeKind::Bold => " type=\"fmt\" subType=\"xlf:b\"",
        CodeKind::Italic => " type=\"fmt\" subType=\"xlf:i\"",
        CodeKind::Format => " type=\"fmt\"",
        CodeKind::Link => " type=\"link\"",
        CodeKind::Image => " type=\"image\"",
        CodeKind::Break => " type=\"fmt\" subType=\"xlf:lb\"",
        CodeKind::Variable => " type=\"ui\" subType=\"xlf:var\"",
        CodeKind::Other => " type=\"other\"",
    });
    if is_held {
        out.push_str(" canCopy=\"no\" canDelete=\"no\"");
    }
}

/// What a code reads as where codes cannot be shown.
fn equivalent(raw: &str, kind: CodeKind) -> &str {
    match kind {
        CodeKind::Break => "\n",
        CodeKind::Other if raw.starts_with('`') => raw.trim_matches('`'),
        _ => "",
    }
}

/// Writes words; a character that XML cannot hold as a code point.
pub(super) fn write_text(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(|c| !is_encodable(c)) {
        encode_text(&rest[..at], out);
        let mut characters = rest[at..].chars();
        if let Some(c) = characters.next() {
            put(out, format_args!("<cp hex=\"{:04X}\"/>", u32::from(c)));
        }
        rest = characters.as_str();
    }
    encode_text(rest, out);
}
