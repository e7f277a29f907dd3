//! A text as the parser of Markdown shall see it: without what `CommonMark` does not know, and without
//! what the parser takes for more than it is.

use super::foreign::{Foreign, ForeignKind, LONGEST, find};
use super::raw::RawBlocks;
use super::readable::{lone_sign, readable};
use crate::document::template::call_length;
use crate::text::Span;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::borrow::Cow;
use std::ops::Range;

/// What stands for a brace that the parser must not see.
const BRACE: char = '\u{2}';
/// What stands for the characters of an address that the parser could not read.
pub(super) const ADDRESS: char = 'x';
/// What stands for text that is shown as blanks: to the parser, blanks could make code of a line.
pub(super) const BLANK: char = '\u{1}';

/// A text as the parser shall see it: of the same length, but for indentation that was taken out.
#[derive(Debug)]
pub(crate) struct Shadow<'a> {
    pub(crate) text: Cow<'a, str>,
    /// Where something was taken out, and how many bytes up to there.
    removed: Vec<(usize, usize)>,
    /// Whether [`BRACE`] and [`BLANK`] stand for something.
    has_signs: bool,
    /// What stands for a backslash at which the parser would panic.
    lone: Option<char>,
    /// Places in the article of what [`ADDRESS`] stands for.
    addresses: Vec<Span>,
}

impl<'a> Shadow<'a> {
    /// A text without the lines that the parser does not know, and these.
    pub(super) fn of(text: &'a str, start: usize) -> (Self, Vec<Foreign>) {
        let (shadow, found) = without_foreign(text, start);
        (Self::masked(text, shadow, start), found)
    }

    /// A text with all of its lines.
    pub(crate) fn of_all(text: &'a str, start: usize) -> Self {
        Self::masked(text, Cow::Borrowed(text), start)
    }

    fn masked(source: &str, shadow: Cow<'a, str>, start: usize) -> Self {
        let mut masks = call_targets(source, start);
        if !source.contains(BRACE) {
            masks.extend(escaped_braces(source, start));
        }
        // A line that is not seen has none.
        masks.retain(|mask| mask.span.of(&shadow) == mask.span.of(source));
        let (text, lone) = match readable(&shadow) {
            Cow::Owned(text) => (text.into(), Some(lone_sign(&shadow))),
            Cow::Borrowed(_) => (shadow, None),
        };
        let mut out = Self {
            text,
            removed: Vec::new(),
            has_signs: false,
            lone,
            addresses: Vec::new(),
        };
        if masks.is_empty() {
            return out;
        }
        let shown = Shown::read(&mask(&out.text, &masks), start);
        masks.retain(|mask| shown.needs(mask));
        out.has_signs = masks.iter().any(|mask| mask.filler == BRACE);
        let addresses = masks.iter().filter(|mask| mask.filler == ADDRESS);
        out.addresses = addresses.map(|mask| mask.span).collect();
        if !masks.is_empty() {
            out.text = mask(&out.text, &masks).into();
        }
        out
    }

    /// The same with another text, from which some bytes were taken out: where, and how many up to there.
    pub(super) fn with_removed(
        &self,
        text: String,
        removed: Vec<(usize, usize)>,
    ) -> Shadow<'static> {
        Shadow {
            text: Cow::Owned(text),
            removed,
            has_signs: self.has_signs,
            lone: self.lone,
            addresses: self.addresses.clone(),
        }
    }

    /// The same, in which more addresses are masked, and blanks.
    pub(super) fn with_masks(mut self, addresses: &[Span], has_blanks: bool) -> Self {
        self.addresses.extend(addresses);
        self.addresses.sort();
        self.has_signs |= has_blanks;
        self
    }

    /// The place in the article of a stretch of the shadow.
    pub(crate) fn place(&self, start: usize, end: usize) -> Span {
        if self.removed.is_empty() {
            return Span::new(start, end);
        }
        let moved = |count: usize| count.checked_sub(1).map_or(0, |last| self.removed[last].1);
        let before = self.removed.partition_point(|(at, _)| *at <= start);
        let within = self.removed.partition_point(|(at, _)| *at < end);
        let start = start + moved(before);
        Span::new(start, (end + moved(within)).max(start))
    }

    /// What the parser reads from `start` on, as it is shown, and the places of it in the article. A
    /// link whose address only another program knows leads nowhere.
    pub(crate) fn events(&self, start: usize) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
        let parser = Parser::new_ext(&self.text[start..], super::options());
        parser.into_offset_iter().map(move |(event, range)| {
            let place = self.place(range.start + start, range.end + start);
            (self.shown(event, place), place.start..place.end)
        })
    }

    fn shown<'e>(&self, event: Event<'e>, place: Span) -> Event<'e> {
        match event {
            Event::Text(text) if self.has_signs && text.contains([BRACE, BLANK]) => {
                Event::Text(text.replace(BRACE, "}").replace(BLANK, " ").into())
            }
            Event::Text(text) if self.lone.is_some_and(|lone| text.contains(lone)) => {
                Event::Text(text.replace(|c| self.lone == Some(c), "\\").into())
            }
            Event::Start(mut tag) if !self.addresses.is_empty() => {
                if let Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } = &mut tag
                    && self.is_masked(dest_url, place)
                {
                    *dest_url = "".into();
                }
                Event::Start(tag)
            }
            event => event,
        }
    }

    /// Whether the address of a link at a place is one that the parser could not read.
    fn is_masked(&self, address: &str, place: Span) -> bool {
        let first = self
            .addresses
            .partition_point(|span| span.start < place.start);
        self.addresses[first..]
            .iter()
            .take_while(|span| span.end <= place.end)
            .any(|span| address.contains(&String::from(ADDRESS).repeat(span.len())))
    }
}

/// A stretch of a text that the parser must not see, and what stands for it.
#[derive(Debug, Clone, Copy)]
struct Mask {
    span: Span,
    filler: char,
}

fn mask(text: &str, masks: &[Mask]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for mask in masks {
        let filler = u8::try_from(mask.filler).unwrap_or(b'x');
        bytes[mask.span.start..mask.span.end].fill(filler);
    }
    String::from_utf8(bytes).expect("whole characters are replaced")
}

/// The texts that a parser shows: their places, and whether it is the text of a heading.
struct Shown(Vec<(Span, bool)>);

impl Shown {
    fn read(text: &str, start: usize) -> Self {
        let mut found = Vec::new();
        let mut in_heading = false;
        for (event, range) in Parser::new_ext(&text[start..], super::options()).into_offset_iter() {
            let is_text = match event {
                Event::Start(Tag::Heading { .. }) | Event::End(TagEnd::Heading(_)) => {
                    in_heading = !in_heading;
                    continue;
                }
                Event::Text(_) => true,
                Event::Code(_) | Event::Html(_) | Event::InlineHtml(_) => false,
                _ => continue,
            };
            let span = Span::new(range.start + start, range.end + start);
            found.push((span, is_text && in_heading));
        }
        Self(found)
    }

    /// Whether a mask is of use: a brace in the text of a heading, a call in no text at all.
    fn needs(&self, mask: &Mask) -> bool {
        let at = self
            .0
            .partition_point(|(text, _)| text.end <= mask.span.start);
        let text = self
            .0
            .get(at)
            .filter(|(text, _)| text.start < mask.span.end);
        match text {
            Some((_, in_heading)) => mask.filler == BRACE && *in_heading,
            None => mask.filler == ADDRESS,
        }
    }
}

/// The braces at the ends of lines that an escaped one opens: to the parser, what stands between
/// them behind a heading would be its attributes.
fn escaped_braces(text: &str, start: usize) -> Vec<Mask> {
    let mut found = Vec::new();
    if !text[start..].contains("\\{") {
        return found;
    }
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        let body = line.trim_end();
        // Signs of a heading may close it: `# Title \{x} #`.
        let body = body.trim_end_matches('#').trim_end();
        let inner = body.strip_suffix('}');
        let opens = inner.and_then(|inner| inner.rfind(['{', '}', '<', '>', '\\']));
        let is_escaped = |brace: usize| {
            let before = &body[..brace];
            body[brace..].starts_with('{')
                && (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
        };
        if opens.is_some_and(is_escaped) {
            let end = at + body.len();
            found.push(Mask {
                span: Span::new(end - 1, end),
                filler: BRACE,
            });
        }
        at += line.len();
    }
    found
}

/// The calls in the targets of links: to the parser, each is a part of the address.
fn call_targets(text: &str, start: usize) -> Vec<Mask> {
    let mut found = Vec::new();
    if !["{{", "{%", "<%"].iter().any(|open| text.contains(open)) {
        return found;
    }
    let mut at = start;
    while let Some(bracket) = text[at..].find("](") {
        at += bracket + 2;
        at += text[at..].len() - text[at..].trim_start_matches([' ', '\t']).len();
        while let Some(c) = text[at..].chars().next() {
            if c == ')' || c.is_whitespace() {
                break;
            }
            match call_length(&text[at..]).filter(|length| *length < LONGEST) {
                Some(length) if !text[at..at + length].contains(['\n', '\r']) => {
                    found.push(Mask {
                        span: Span::new(at, at + length),
                        filler: ADDRESS,
                    });
                    at += length;
                }
                _ => at += c.len_utf8(),
            }
        }
    }
    found
}

/// A text without the lines that the parser does not know, and these.
fn without_foreign(text: &str, start: usize) -> (Cow<'_, str>, Vec<Foreign>) {
    let raw = RawBlocks::new(text, start);
    let mut found = find(text, start, &raw);
    found.retain(|one| one.kind == ForeignKind::Header || !raw.holds(one.span.start));
    if found.is_empty() {
        return (Cow::Borrowed(text), found);
    }
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for one in &found {
        let before = &text[at..one.span.start];
        let head = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
        out.push_str(&before[..head]);
        let head = &before[head..];
        // So far indented, marks of quotes can be text of the paragraph above.
        let is_far = head.starts_with("    ") || head.trim_start_matches(' ').starts_with('\t');
        if is_far && head.trim_matches([' ', '\t', '>']).is_empty() {
            out.push_str(&head.replace('>', " "));
        } else {
            out.push_str(head);
        }
        let marker = if one.kind == ForeignKind::Header {
            "+   #"
        } else {
            ""
        };
        out.push_str(marker);
        for byte in &text.as_bytes()[one.span.start + marker.len()..one.span.end] {
            out.push(if matches!(byte, b'\n' | b'\r') {
                char::from(*byte)
            } else {
                ' '
            });
        }
        at = one.span.end;
    }
    out.push_str(&text[at..]);
    (Cow::Owned(out), found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::outline::line_ending;

    #[test]
    fn a_shadow_has_the_length_of_its_text() {
        let text = "a\n\n!!! note \"Über\"\n\n    b\n\n> :::tip Ö\n> c\n> :::\n\n$$\nx_1\n\n$$\n{{< a\n b >}}\n";
        let (shadow, found) = Shadow::of(text, 0);
        assert_eq!(shadow.text.len(), text.len());
        let ends = |text: &str| -> Vec<usize> {
            (0..text.len())
                .filter(|at| line_ending(text, *at) > 0)
                .collect()
        };
        assert_eq!(ends(&shadow.text), ends(text));
        let titles: Vec<&str> = found
            .iter()
            .filter_map(|one| one.title)
            .map(|title| title.of(text))
            .collect();
        assert_eq!(titles, ["Über", "Ö"]);
        assert_eq!(found.len(), 5);
    }
}
