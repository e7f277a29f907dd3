//! Catalogs of gettext.

use std::collections::BTreeSet;

use super::batch::{Batch, BatchArticle, BatchUnit, Returned, ReturnedUnit, UnitState};
use super::put::put;
use crate::text::{Diagnostic, Parsed, Severity, Span};

/// Begins the comment with the digest of the translation that is sent out.
const SENT: &str = "satz: sent ";

/// Writes a batch as a catalog of gettext. The context of an entry is its article and its id; a stale
/// translation is fuzzy, and says its older source.
pub fn write_po(batch: &Batch) -> String {
    let mut out = String::from("msgid \"\"\nmsgstr \"\"\n");
    for line in [
        "Project-Id-Version: satz",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        &format!("Language: {}", batch.locale.replace('-', "_")),
        &format!("X-Source-Language: {}", batch.source),
        "X-Generator: satz",
    ] {
        out.push_str(&quoted(&format!("{line}\n")));
        out.push('\n');
    }
    for article in &batch.articles {
        for unit in article.units.iter().filter(|unit| !unit.is_covered) {
            write_unit(article, unit, &mut out);
        }
    }
    out
}

fn write_unit(article: &BatchArticle, unit: &BatchUnit, out: &mut String) {
    out.push('\n');
    let mut extracted: Vec<String> = unit.notes.clone();
    extracted.extend(unit.terms.iter().map(|term| {
        let forbidden = term.forbidden.join(", ");
        let tail = if forbidden.is_empty() {
            String::new()
        } else {
            format!(" (not: {forbidden})")
        };
        format!("term: {} = {}{tail}", term.source, term.target)
    }));
    extracted.extend(unit.maker.iter().map(|maker| format!("made: {maker}")));
    extracted.extend(unit.review.iter().map(|review| format!("review: {review}")));
    extracted.extend(
        unit.offers
            .iter()
            .map(|offer| format!("memory {}%: {}", offer.similarity, offer.target)),
    );
    extracted.push(format!("{SENT}{}", unit.digest()));
    for text in extracted {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        put(out, format_args!("#. {line}\n"));
    }
    put(
        out,
        format_args!("#: {}\n", article.path.replace(' ', "%20")),
    );
    let is_stale = unit.state == UnitState::NeedsWork;
    if is_stale && unit.target.is_some() {
        out.push_str("#, fuzzy\n");
    }
    if let Some(was) = unit.was.as_ref().filter(|_| is_stale) {
        put(out, format_args!("#| msgid {}\n", quoted(was)));
    }
    let context = format!("{}/{}", article.key, unit.id);
    let target = unit.target.as_deref().unwrap_or_default();
    for (keyword, text) in [
        ("msgctxt", context.as_str()),
        ("msgid", &unit.source),
        ("msgstr", target),
    ] {
        put(out, format_args!("{keyword} {}\n", quoted(text)));
    }
}

/// A text as gettext writes it.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if c.is_ascii_control() => put(&mut out, format_args!("\\x{:02x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Reads a string of gettext, its quotes included; none if it is none.
fn unquoted(text: &str) -> Option<String> {
    let inner = text.trim().strip_prefix('"')?.strip_suffix('"')?;
    let mut out = String::with_capacity(inner.len());
    let mut characters = inner.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' => return None,
            '\\' => match characters.next()? {
                'n' => out.push('\n'),
                't' => out.push('\t'),
                'r' => out.push('\r'),
                'a' => out.push('\u{7}'),
                'b' => out.push('\u{8}'),
                'v' => out.push('\u{B}'),
                'f' => out.push('\u{C}'),
                'x' => out.push(number(&mut characters, 16)?),
                digit @ '0'..='7' => {
                    let first = digit.to_digit(8)?;
                    let second = characters
                        .next_if(|c| c.is_digit(8))
                        .and_then(|c| c.to_digit(8));
                    let third = characters
                        .next_if(|c| c.is_digit(8))
                        .and_then(|c| c.to_digit(8));
                    let digits = [Some(first), second, third].into_iter().flatten();
                    out.push(char::from_u32(
                        digits.fold(0, |sum, digit| sum * 8 + digit),
                    )?);
                }
                other => out.push(other),
            },
            c => out.push(c),
        }
    }
    Some(out)
}

fn number(characters: &mut std::iter::Peekable<std::str::Chars<'_>>, radix: u32) -> Option<char> {
    let mut value = None;
    for _ in 0..2 {
        let Some(digit) = characters
            .next_if(|c| c.is_digit(radix))
            .and_then(|c| c.to_digit(radix))
        else {
            break;
        };
        value = Some(value.unwrap_or(0) * radix + digit);
    }
    char::from_u32(value?)
}

/// An entry as it is read.
#[derive(Debug, Default)]
struct Entry {
    place: usize,
    context: Option<String>,
    id: Option<String>,
    target: Option<String>,
    references: Vec<String>,
    is_fuzzy: bool,
    digest: Option<String>,
    /// The part that a string on the next line goes on with.
    part: Part,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Part {
    #[default]
    None,
    Context,
    Id,
    Target,
    /// Something that is understood and not needed: further plural forms.
    Other,
}

impl Entry {
    fn part(&mut self, part: Part) -> Option<&mut String> {
        match part {
            Part::Context => Some(self.context.get_or_insert_default()),
            Part::Id => Some(self.id.get_or_insert_default()),
            Part::Target => Some(self.target.get_or_insert_default()),
            Part::None | Part::Other => None,
        }
    }
}

/// Reads a catalog of gettext. Of plural forms the first counts. What cannot be read is said, and the
/// other entries count.
pub fn read_po(text: &str) -> Parsed<Returned> {
    let mut reader = Reader {
        returned: Returned::default(),
        diagnostics: Vec::new(),
        entry: Entry::default(),
        seen: BTreeSet::new(),
    };
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let place = Span::new(at, at + line.trim_end().len());
        at += line.len();
        reader.line(line.trim().trim_start_matches('\u{FEFF}'), place);
    }
    reader.end();
    Parsed {
        value: reader.returned,
        diagnostics: reader.diagnostics,
    }
}

struct Reader {
    returned: Returned,
    diagnostics: Vec<Diagnostic>,
    entry: Entry,
    seen: BTreeSet<(Option<String>, String)>,
}

impl Reader {
    fn line(&mut self, line: &str, place: Span) {
        if line.is_empty() {
            return self.end();
        }
        if line.starts_with('#') {
            if self.entry.target.is_some() {
                self.end();
            }
            return self.comment(line);
        }
        if line.starts_with('"') {
            return match (self.entry.part, unquoted(line)) {
                (Part::None, _) => self.fault(place, "stands where no text begins"),
                (_, None) => self.fault(
                    place,
                    "is no string: a quotation mark within it, or none at its end",
                ),
                (part, Some(more)) => {
                    if let Some(text) = self.entry.part(part) {
                        text.push_str(&more);
                    }
                }
            };
        }
        let (keyword, rest) = line
            .split_once(|c: char| c.is_whitespace() || c == '"')
            .unwrap_or((line, ""));
        let rest = &line[line.len()
            - rest.len()
            - usize::from(line.as_bytes().get(keyword.len()) == Some(&b'"'))..];
        let part = match keyword {
            "msgctxt" => Part::Context,
            "msgid" => Part::Id,
            "msgstr" | "msgstr[0]" => Part::Target,
            "msgid_plural" => Part::Other,
            keyword if keyword.starts_with("msgstr[") && keyword.ends_with(']') => Part::Other,
            _ => return self.fault(place, "is nothing that gettext knows"),
        };
        let is_next = matches!(part, Part::Context | Part::Id) && self.entry.target.is_some();
        if is_next {
            self.end();
        }
        if part == Part::Target && self.entry.id.is_none() {
            return self.fault(place, "is a translation without a msgid");
        }
        if self.entry.id.is_none() {
            self.entry.place = place.start;
        }
        self.entry.part = part;
        match unquoted(rest) {
            Some(text) => {
                if let Some(slot) = self.entry.part(part) {
                    slot.push_str(&text);
                }
            }
            None => self.fault(
                place,
                "is no string: a quotation mark within it, or none at its end",
            ),
        }
    }

    fn comment(&mut self, line: &str) {
        if let Some(flags) = line.strip_prefix("#,") {
            self.entry.is_fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
        } else if let Some(reference) = line.strip_prefix("#:") {
            let references = reference
                .split_whitespace()
                .map(|path| path.replace("%20", " "));
            self.entry.references.extend(references);
        } else if let Some(digest) = line
            .strip_prefix("#.")
            .and_then(|text| text.trim().strip_prefix(SENT))
        {
            self.entry.digest = Some(digest.trim().to_owned());
        }
    }

    /// Takes in what was read of an entry.
    fn end(&mut self) {
        let entry = std::mem::take(&mut self.entry);
        let place = Span::new(entry.place, entry.place);
        let Some(id) = entry.id else {
            return;
        };
        if id.is_empty() && entry.context.is_none() {
            return self.header(&entry.target.unwrap_or_default(), place);
        }
        let Some(target) = entry.target else {
            return self.fault(place, "is an entry without a msgstr");
        };
        if !self.seen.insert((entry.context.clone(), id.clone())) {
            let message = "the same msgctxt and msgid stand there twice";
            let fault = Diagnostic::new("po-duplicate", Severity::Error, place, message);
            self.diagnostics.push(fault.hint("keep one of them"));
            return;
        }
        let (article, unit) = match entry
            .context
            .as_deref()
            .and_then(|context| context.rsplit_once('/'))
        {
            Some((article, unit)) => (article.to_owned(), unit.to_owned()),
            None => (
                entry.references.first().cloned().unwrap_or_default(),
                entry.context.unwrap_or_default(),
            ),
        };
        self.returned.units.push(ReturnedUnit {
            article,
            id: unit,
            source: id,
            state: match (entry.is_fuzzy, target.is_empty()) {
                (true, _) => UnitState::NeedsWork,
                (false, true) => UnitState::Initial,
                (false, false) => UnitState::Translated,
            },
            target: Some(target).filter(|target| !target.is_empty()),
            digest: entry.digest,
            place: entry.place,
            ..ReturnedUnit::default()
        });
    }

    fn header(&mut self, header: &str, place: Span) {
        for line in header.lines() {
            let (key, value) = line.split_once(':').unwrap_or((line, ""));
            match key.trim() {
                "Language" => {
                    let locale = value.trim().replace('_', "-");
                    self.returned.locale = Some(locale).filter(|locale| !locale.is_empty());
                }
                "Content-Type" => {
                    let charset = value.split("charset=").nth(1).map_or("UTF-8", str::trim);
                    let is_known = ["utf-8", "utf8", "us-ascii", "ascii", "charset"]
                        .iter()
                        .any(|known| known.eq_ignore_ascii_case(charset));
                    if !is_known {
                        let message =
                            format!("says that it is written in {charset}, and is read as UTF-8");
                        let fault = Diagnostic::new("po-charset", Severity::Error, place, message);
                        self.diagnostics
                            .push(fault.hint("convert it: msgconv --to-code=UTF-8"));
                    }
                }
                _ => {}
            }
        }
    }

    fn fault(&mut self, place: Span, message: &str) {
        self.diagnostics.push(Diagnostic::new(
            "po-syntax",
            Severity::Error,
            place,
            message,
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::{quoted, read_po, unquoted};
    use crate::exchange::UnitState;

    #[test]
    fn strings_come_back_as_they_were() {
        for text in [
            "",
            "a \"b\" \\n",
            "Zeile\nzwei\t\r",
            "\u{1}\u{7f}7",
            "ä – „b“",
        ] {
            assert_eq!(unquoted(&quoted(text)).as_deref(), Some(text));
        }
        assert_eq!(unquoted("\"\\101\\x42\\\"\"").as_deref(), Some("AB\""));
        assert_eq!(unquoted("\"a"), None);
    }

    #[test]
    fn what_others_write_is_read() {
        let parsed = read_po(
            "# Kommentar\nmsgid \"\"\nmsgstr \"\"\n\"Language: pt_BR\\n\"\n\n#, fuzzy, c-format\n#| msgid \"alt\"\n\
             msgctxt \"markt/s7k2mq0\"\nmsgid \"\"\n\"Ein \"\n\"Satz.\"\nmsgstr \"Uma \"\n\"frase.\"\n\
             msgid \"ein\"\nmsgid_plural \"viele\"\nmsgstr[0] \"um\"\nmsgstr[1] \"muitos\"\n#~ msgid \"fort\"\n#~ msgstr \"x\"\n",
        );
        assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
        let units = parsed.value.units;
        assert_eq!(parsed.value.locale.as_deref(), Some("pt-BR"));
        assert_eq!(
            (units[0].article.as_str(), units[0].id.as_str()),
            ("markt", "s7k2mq0")
        );
        assert_eq!(
            (units[0].source.as_str(), units[0].target.as_deref()),
            ("Ein Satz.", Some("Uma frase."))
        );
        assert_eq!(
            (units[0].state, units[1].target.as_deref()),
            (UnitState::NeedsWork, Some("um"))
        );
        assert_eq!(units.len(), 2);
    }

    #[test]
    fn what_is_broken_is_said() {
        for (text, code) in [
            ("msgid \"a\nmsgstr \"b\"\n", "po-syntax"),
            ("msgstr \"b\"\n", "po-syntax"),
            ("msgid \"a\"\n", "po-syntax"),
            ("hallo\n", "po-syntax"),
            (
                "msgid \"a\"\nmsgstr \"\"\n\nmsgid \"a\"\nmsgstr \"b\"\n",
                "po-duplicate",
            ),
            (
                "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"\n",
                "po-charset",
            ),
        ] {
            let found = read_po(text).diagnostics;
            assert_eq!(found.first().map(|fault| fault.code), Some(code), "{text}");
        }
    }
}
