//! MDX: Markdown with tags of JSX, expressions in braces, imports and exports. Tags on lines of their
//! own part blocks as blank lines do; their texts, and the Markdown between them, are units.

use super::foreign::{self, Foreign, ForeignKind};
use super::jsx::{Form, expression, tag};
use super::shadow::{ADDRESS, BLANK, Shadow};
use crate::document::front_matter::FrontMatter;
use crate::document::outline::{line_ending, lines};
use crate::document::{Document, Format, Options, Outline};
use crate::text::{Diagnostic, Parsed, Severity, Span};
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

/// Most lists within each other whose items are indented as code would be.
const DEPTH: usize = 6;

/// The format's row.
pub(in crate::document) const FORMAT: Format = Format {
    name: "mdx",
    extensions: &["mdx"],
    parse,
    outline,
    language: super::language,
};

fn parse(text: &str, options: &Options) -> Parsed<Document> {
    let (start, front, mut problems) = super::front(text, options);
    let read = Reader::read(text, start, false);
    problems.extend(read.problem.map(|at| {
        let message = "This is no MDX: a tag or a brace is not closed.".to_owned();
        Diagnostic::new("broken-mdx", Severity::Error, at, message).hint(
            "Close it, or write `\\{` or `&lt;`; until then the block is carried through untranslated.",
        )
    }));
    let (shadow, unread) = read.shadow(text, start);
    super::read(
        text,
        (start, front),
        (&shadow, unread, true),
        options,
        problems,
    )
}

fn outline(text: &str) -> Outline {
    let start = FrontMatter::body(text);
    let (shadow, _) = shadow(text, start, false);
    super::Tree::outline_of(text, &shadow, start, true)
}

/// A text of MDX as a parser of Markdown shall see it, and the lines that it does not see; where it is
/// shown, tags and expressions within a line are blanks.
pub(super) fn shadow(text: &str, start: usize, is_shown: bool) -> (Shadow<'static>, Vec<Foreign>) {
    Reader::read(text, start, is_shown).shadow(text, start)
}

/// Goes through a text line by line.
struct Reader<'a> {
    text: &'a str,
    is_shown: bool,
    /// The text with what is no Markdown masked; of the same length.
    masked: Vec<u8>,
    found: Vec<Foreign>,
    /// Per open element that stands on lines of its own: how far its content is indented.
    open: Vec<Option<usize>>,
    /// Indentation that Markdown must not see: the start of a line, and its bytes.
    indents: Vec<(usize, usize)>,
    /// Whether a line outside of code is indented as far as code would be.
    is_deep: bool,
    /// Tags and expressions that stand for the addresses of links.
    addresses: Vec<Span>,
    problem: Option<Span>,
}

impl<'a> Reader<'a> {
    fn read(text: &'a str, start: usize, is_shown: bool) -> Self {
        let mut reader = Self {
            text,
            is_shown,
            masked: text.as_bytes().to_vec(),
            found: Vec::new(),
            open: Vec::new(),
            indents: Vec::new(),
            is_deep: false,
            addresses: Vec::new(),
            problem: None,
        };
        reader.lines(start);
        reader
    }

    fn lines(&mut self, start: usize) {
        let text = self.text;
        let mut code: Option<(u8, usize)> = None;
        let mut at = start;
        let mut begins_block = true;
        for line in lines(text, start) {
            if line.start < at {
                continue;
            }
            self.indent(line);
            let inner = line.of(text).trim_start_matches([' ', '\t', '>']);
            let first = inner.bytes().next().unwrap_or_default();
            let place = line.end - inner.len();
            let marks = inner.bytes().take_while(|byte| *byte == first).count();
            at = line.end;
            if let Some((mark, least)) = code {
                let ends = mark == first && marks >= least && inner[marks..].trim().is_empty();
                code = code.filter(|_| !ends);
                continue;
            }
            if matches!(first, b'`' | b'~')
                && marks >= 3
                && (first == b'~' || !inner[marks..].contains('`'))
            {
                code = Some((first, marks));
                begins_block = true;
                continue;
            }
            if inner.trim().is_empty() {
                begins_block = true;
                continue;
            }
            if begins_block && let Some(end) = foreign::module(text, start, line, true) {
                self.flow(Span::new(line.start, end), ForeignKind::Module);
                at = end;
                continue;
            }
            if matches!(first, b'<' | b'{')
                && let Some(end) = self.alone(place)
            {
                self.flow(Span::new(place, end), ForeignKind::Tags);
                at = end;
                begins_block = true;
                continue;
            }
            self.is_deep |= line.of(text).starts_with("    ");
            begins_block = false;
            at = self.inline(place, line.end);
        }
    }

    /// Notes the indentation of a line within an element: to MDX it means nothing.
    fn indent(&mut self, line: Span) {
        let raw = line.of(self.text);
        let indent = raw.len() - raw.trim_start_matches([' ', '\t']).len();
        if indent == raw.len() || self.open.is_empty() {
            return;
        }
        let closes = raw[indent..].starts_with("</");
        if let Some(base) = self
            .open
            .last_mut()
            .filter(|base| base.is_none() && !closes)
        {
            *base = Some(indent);
        }
        let base = self
            .open
            .iter()
            .rev()
            .find_map(|base| *base)
            .unwrap_or(indent);
        if indent > 0 && base > 0 {
            self.indents.push((line.start, indent.min(base)));
        }
    }

    /// Where the tags and expressions end that begin at a place, if nothing else stands on their lines.
    fn alone(&mut self, start: usize) -> Option<usize> {
        let text = self.text;
        let mut at = start;
        let mut opened: Vec<Form> = Vec::new();
        loop {
            let rest = &text[at..];
            let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
            at += blank;
            if at == text.len() || line_ending(text, at) > 0 {
                break;
            }
            let rest = &text[at..];
            if let Some(comment) = rest.strip_prefix("<!--") {
                at += comment.find("-->")? + 7;
            } else if rest.starts_with('<') {
                let tag = tag(rest)?;
                opened.push(tag.form);
                at += tag.length;
            } else {
                at += expression(rest)?;
            }
        }
        // An element that is opened and closed on one line holds nothing.
        for form in opened {
            match form {
                Form::Open => self.open.push(None),
                Form::Close => drop(self.open.pop()),
                Form::Empty => {}
            }
        }
        Some(start + foreign::seen(&text[start..at]))
    }

    /// Takes lines that the parser does not see.
    fn flow(&mut self, span: Span, kind: ForeignKind) {
        self.mask(span, b' ');
        self.found.push(Foreign {
            span,
            kind,
            title: None,
        });
    }

    /// Masks the tags and expressions in the text from `start` on, which stands in a line that ends at
    /// `end`; gives the end of the last line it reaches into.
    fn inline(&mut self, start: usize, end: usize) -> usize {
        let (text, mut at, mut end) = (self.text, start, end);
        while at < end {
            let rest = &text[at..];
            let length = match rest.as_bytes()[0] {
                b'\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
                b'`' => code_length(rest),
                b'{' if rest.starts_with("{#") || rest.starts_with("{:") => 1,
                b'{' | b'<' => {
                    let Some(length) = self.part(at) else {
                        self.problem.get_or_insert(Span::new(at, at + 1));
                        return self.carry(start, at);
                    };
                    length
                }
                _ => {
                    let line = &rest.as_bytes()[..end - at];
                    let plain = |byte: &&u8| !b"\\`{<".contains(byte);
                    1 + line[1..].iter().take_while(plain).count()
                }
            };
            at += length;
            // A code span, a tag or an expression may go on below.
            if at > end && length < rest.len() {
                end = lines(text, at).next().map_or(at, |line| line.end.max(at));
            }
            if at > end {
                break;
            }
        }
        end.max(start)
    }

    /// Masks the tag or expression at a place; gives its length.
    fn part(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        if rest.starts_with('{') {
            let length = expression(rest).filter(|length| !has_blank_line(&rest[..*length]))?;
            self.hide(Span::new(at, at + length));
            return Some(length);
        }
        if let Some(comment) = rest.strip_prefix("<!--") {
            return comment.find("-->").map(|end| end + 7);
        }
        let address = rest[1..].find('>').map(|end| &rest[1..=end]);
        if address.is_some_and(|address| {
            address.contains(':')
                && !address.contains(char::is_whitespace)
                && address.starts_with(|c: char| c.is_ascii_alphabetic())
                && tag(rest).is_none()
        }) {
            return address.map(|address| address.len() + 2);
        }
        let Some(tag) = tag(rest).filter(|tag| !has_blank_line(&rest[..tag.length])) else {
            // A sign that begins no name is text to most who write, and to no one a tag.
            let begins = rest[1..].starts_with(|c: char| c.is_alphabetic() || "/>_$".contains(c));
            return (!begins).then_some(1);
        };
        let span = Span::new(at, at + tag.length);
        if self.is_shown || tag.name.is_empty() {
            self.hide(span);
            return Some(tag.length);
        }
        let kept = match tag.form {
            Form::Close => (2, 1),
            Form::Open => (1, 1),
            Form::Empty => (1, 2),
        };
        let ends_plainly = rest[..tag.length].ends_with("/>") || tag.form != Form::Empty;
        let starts_plainly = rest.starts_with("</") || tag.form != Form::Close;
        if ends_plainly && starts_plainly {
            self.mask(Span::new(span.start + kept.0, span.end - kept.1), b'x');
        } else {
            self.mask(span, b'x');
        }
        Some(tag.length)
    }

    /// Leaves a block as it is in which something at `at` is not closed, from `start` to the next
    /// blank line.
    fn carry(&mut self, start: usize, at: usize) -> usize {
        let mut end = at;
        for line in lines(self.text, start) {
            if line.start > at && line.of(self.text).trim().is_empty() {
                break;
            }
            end = line.end;
        }
        self.flow(Span::new(start, end), ForeignKind::Broken);
        end
    }

    /// Masks a tag or an expression within a line.
    fn hide(&mut self, span: Span) {
        let is_address = self.text[..span.start].ends_with("](");
        let filler = if self.is_shown && !is_address {
            BLANK
        } else {
            ADDRESS
        };
        if is_address {
            self.addresses.push(span);
        }
        self.mask(span, u8::try_from(filler).unwrap_or(b' '));
    }

    fn mask(&mut self, span: Span, filler: u8) {
        for byte in &mut self.masked[span.start..span.end] {
            if !matches!(*byte, b'\n' | b'\r' | b' ' | b'\t') {
                *byte = filler;
            }
        }
    }

    /// The text as the parser shall see it.
    fn shadow(mut self, text: &str, start: usize) -> (Shadow<'static>, Vec<Foreign>) {
        let masked = String::from_utf8(self.masked).unwrap_or_else(|_| text.to_owned());
        let (seen, more) = Shadow::of(&masked, start);
        let seen = seen.with_masks(&self.addresses, self.is_shown);
        self.found.extend(more);
        self.found.sort_by_key(|one| one.span);
        let mut shadow = without_indents(&seen, &self.indents);
        // Lists within lists take a round each.
        for _ in 0..if self.is_deep { DEPTH } else { 0 } {
            let more = indented_code(&shadow, start);
            if more.is_empty() {
                break;
            }
            for (line, indent) in more {
                let index = self.indents.partition_point(|(at, _)| *at < line);
                self.indents.insert(index, (line, indent));
            }
            shadow = without_indents(&seen, &self.indents);
        }
        (shadow, self.found)
    }
}

/// A text without the indentation of some lines, given by their starts and its bytes.
fn without_indents(seen: &Shadow<'_>, indents: &[(usize, usize)]) -> Shadow<'static> {
    let text = &seen.text;
    let mut out = String::with_capacity(text.len());
    let mut removed = Vec::with_capacity(indents.len());
    let mut at = 0;
    let mut total = 0;
    for (line, indent) in indents {
        out.push_str(&text[at..*line]);
        total += indent;
        removed.push((out.len(), total));
        at = line + indent;
    }
    out.push_str(&text[at..]);
    seen.with_removed(out, removed)
}

/// The indentation that makes code of lines, by the places in the article where it can be taken out:
/// MDX has no such code.
fn indented_code(shadow: &Shadow<'_>, start: usize) -> Vec<(usize, usize)> {
    let text = &shadow.text[start..];
    let mut found = Vec::new();
    let mut indent = None;
    for (event, range) in Parser::new_ext(text, super::options()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => indent = Some(0),
            Event::End(TagEnd::CodeBlock) => indent = None,
            Event::Text(_) if indent.is_some() && !text[range.clone()].trim().is_empty() => {
                let line = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
                let blank = text[line..].len() - text[line..].trim_start_matches(' ').len();
                let first = line + blank;
                if first < range.start || text[first..].starts_with('\t') {
                    continue;
                }
                let code = if indent == Some(0) {
                    4 + first - range.start
                } else {
                    0
                };
                let taken = indent.filter(|indent| *indent > 0).unwrap_or(code);
                indent = Some(taken);
                let place = shadow.place(line + start, line + start).start;
                found.push((place, taken.min(blank)));
            }
            _ => {}
        }
    }
    found
}

/// The length of a code span within its paragraph, or of its marks if it has no end.
fn code_length(rest: &str) -> usize {
    let marks = rest.len() - rest.trim_start_matches('`').len();
    let block = &rest[marks..];
    let mut at = 0;
    while let Some(found) = block[at..].find('`') {
        let start = at + found;
        let run = block[start..].len() - block[start..].trim_start_matches('`').len();
        if has_blank_line(&block[at..start]) {
            break;
        }
        at = start + run;
        if run == marks {
            return marks + at;
        }
    }
    marks
}

fn has_blank_line(text: &str) -> bool {
    let mut lines = text.lines().skip(1);
    text.contains(['\n', '\r']) && lines.any(|line| line.trim_matches([' ', '\t', '>']).is_empty())
}
