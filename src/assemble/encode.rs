//! Writes a value at its place: what would begin a block, end a cell or close a title is escaped.

mod german;
mod html;
mod inert;
mod scan;
mod tag;

use crate::catalog::rendering;
use crate::document::{
    Block, BlockKind, Context, disarmed_call, is_foreign_markdown, markdown_options,
};
use crate::text::Span;
pub(super) use german::{German, hard_break};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::borrow::Cow;

/// Where a value goes.
pub(super) struct Place<'a> {
    /// What stands between it and what is before it in its block; None at the block's beginning.
    pub(super) gap: Option<&'a str>,
    /// The article's line end.
    pub(super) eol: &'static str,
    pub(super) article: &'a str,
    /// What it replaces.
    pub(super) span: Span,
    /// What its block has in the article.
    pub(super) german: &'a German<'a>,
    /// How a line of Markdown is broken where the block has no such line: as the article does it.
    pub(super) hard_break: &'a str,
}

/// A value as it is written at its place.
pub(super) struct Written<'a> {
    /// The text; one that is borrowed can only be text: see [`is_plain`].
    pub(super) text: Cow<'a, str>,
    /// How many paragraphs it adds.
    pub(super) added: usize,
    /// Whether something that the German has not was made text.
    pub(super) disarmed: bool,
}

impl<'a> Place<'a> {
    /// What stands before it on its line.
    fn head(&self) -> &'a str {
        let before = &self.article[..self.span.start];
        let start = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
        &before[start..]
    }

    /// Whether it begins a line, but for the line's prefix.
    fn is_line_start(&self) -> bool {
        self.gap.is_none_or(|gap| gap.contains(['\n', '\r']))
    }
}

/// The line end that a text uses first.
pub(super) fn eol(text: &str) -> &'static str {
    match text.find(['\n', '\r']) {
        Some(at) if text[at..].starts_with("\r\n") => "\r\n",
        Some(at) if text[at..].starts_with('\r') => "\r",
        _ => "\n",
    }
}

/// Whether a byte is a sign that can make blocks, tags, addresses or line breaks: one of
/// `#$<>[\]{|}` and the backtick, or a control character.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches many bytes are compared at once"
)]
fn is_sign(byte: u8) -> bool {
    let brackets = (byte | b' ').wrapping_sub(b'{') <= b'}' - b'{';
    let marks = byte.wrapping_sub(b'#') <= b'$' - b'#';
    let pointed = (byte | 2) == b'>';
    brackets | marks | pointed | (byte < b' ') | (byte == b'`')
}

/// Whether a value is a stretch of a line that can only be text wherever in a Markdown article it
/// stands: it begins with a letter, not as a module does, and has no sign that could be more.
pub(super) fn is_plain(value: &str) -> bool {
    value.starts_with(char::is_alphabetic)
        && !value.ends_with(' ')
        && !is_module(value)
        && !has_sign(value.as_bytes())
}

fn has_sign(bytes: &[u8]) -> bool {
    const LANES: usize = 16;
    let mut found = [false; LANES];
    let mut look = |chunk: &[u8; LANES]| {
        for (found, byte) in found.iter_mut().zip(chunk) {
            *found |= is_sign(*byte);
        }
    };
    let (chunks, rest) = bytes.as_chunks();
    chunks.iter().for_each(&mut look);
    match bytes.last_chunk() {
        // What is left is looked at together with what is before it.
        Some(last) => look(last),
        None => return rest.iter().any(|byte| is_sign(*byte)),
    }
    found.contains(&true)
}

/// Whether a value is written as it is in a block of this kind: a line that can only be text.
pub(super) fn is_verbatim(value: &str, context: &Context) -> bool {
    use Context::{Alt, Cell, Line, Markdown, Plain};
    let is_line = matches!(context, Plain | Markdown { .. } | Line | Cell | Alt);
    is_line && is_plain(value)
}

/// Writes a value at its place.
pub(super) fn encode<'a>(value: &'a str, block: &Block, place: &Place<'_>) -> Written<'a> {
    use Context::{Alt, Cell, Line, Markdown, Title};
    if is_verbatim(value, &block.context) {
        return Written {
            text: Cow::Borrowed(value),
            added: 0,
            disarmed: false,
        };
    }
    let value = value.replace("\r\n", "\n").replace('\r', "\n");
    let value = value.trim_matches(['\n', ' ', '\t']);
    let (value, disarmed) = match &block.context {
        Markdown { .. } | Line | Cell | Alt | Title(_) => {
            let becomes_attribute = matches!(block.context, Alt | Title(_));
            let inert = inert::inert(value, place.german, becomes_attribute);
            (Cow::Owned(inert.text), inert.disarmed)
        }
        Context::Html { .. } | Context::Comment => (Cow::Borrowed(value), false),
        _ => (without_comments(value, &block.text(place.article)), false),
    };
    let value = value.trim_matches(['\n', ' ', '\t']);
    let (text, added) = escaped_for(value, block, place);
    Written {
        text: Cow::Owned(text),
        added,
        disarmed,
    }
}

/// A value without the comments that its German has not: they are a translator's, for nobody to see.
pub(super) fn without_comments<'a>(value: &'a str, german: &str) -> Cow<'a, str> {
    if !value.contains("<!--") {
        return Cow::Borrowed(value);
    }
    let german = rendering(german);
    let mut out = String::new();
    let mut rest = value;
    while let Some(start) = rest.find("<!--") {
        let Some(end) = rest[start..].find("-->").map(|end| start + end + 3) else {
            break;
        };
        out.push_str(&rest[..start]);
        if german.contains(&rest[start..end]) {
            out.push_str(&rest[start..end]);
        } else if out.is_empty() || out.ends_with(' ') {
            rest = rest[end..].trim_start_matches(' ');
            continue;
        }
        rest = &rest[end..];
    }
    if rest.len() == value.len() {
        return Cow::Borrowed(value);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// A value with what its place asks for, and how many paragraphs it adds.
fn escaped_for(value: &str, block: &Block, place: &Place<'_>) -> (String, usize) {
    match &block.context {
        Context::Plain => {
            let hard = |_| place.eol.to_owned();
            paragraphs(value, block, place, "", &hard, &|line| line.to_owned())
        }
        Context::Markdown { prefix } => {
            let breaks = place.german.breaks(place.span.start, place.span.end);
            let hard = |number: usize| {
                let written = breaks.get(number).or(breaks.last());
                let written = written.map_or(place.hard_break, |(_, written)| written);
                format!("{written}{}{prefix}", place.eol)
            };
            let soft = format!("{}{prefix}", place.eol);
            let german = &place.article[place.span.start..];
            let begin = |line: &str| match line.strip_prefix("\\[") {
                // A program could take it for the beginning of a formula.
                Some(rest) if !german.starts_with("\\[") => format!("&#91;{rest}"),
                _ => module(&start(line, Some(&soft))),
            };
            let (text, added) = paragraphs(value, block, place, prefix, &hard, &begin);
            (even_backslashes(text), added)
        }
        Context::Line => {
            let text = heading(&line(&one_line(value), place));
            // A term, or a heading above its rule.
            let is_first = place.is_line_start();
            (if is_first { module(&text) } else { text }, 0)
        }
        Context::Cell => (cell(&one_line(value), place), 0),
        Context::Comment => (uncalled(&one_line(value), &block.text(place.article)), 0),
        Context::Alt => (alt(&one_line(value)), 0),
        Context::Title(delimiter) => (title(&one_line(value), *delimiter), 0),
        Context::Html {
            paragraph,
            line_break,
        } => html::text(value, block, paragraph.as_deref(), line_break, place),
        Context::Rcdata => (html::title(&one_line(value), place.german), 0),
        Context::Attribute(quote) => (html::attribute(&one_line(value), *quote, place.german), 0),
        Context::Parameter { quote, escapes } => (parameter(&one_line(value), *quote, *escapes), 0),
        Context::Yaml(_) | Context::Toml(_) => (value.to_owned(), 0),
    }
}

/// Paragraphs and lines with the block's prefix; every line that begins one goes through `escape`.
fn paragraphs(
    value: &str,
    block: &Block,
    place: &Place<'_>,
    prefix: &str,
    hard: &dyn Fn(usize) -> String,
    escape: &dyn Fn(&str) -> String,
) -> (String, usize) {
    let splits = splits(block, place.article);
    let mut out = String::new();
    let (mut added, mut breaks) = (0, 0);
    let mut blank = false;
    // A heading has lines only where the German has.
    let is_one_line = block.kind == BlockKind::Heading
        && place
            .german
            .breaks(place.span.start, place.span.end)
            .is_empty();
    for line in value.split('\n').map(|line| line.trim_matches([' ', '\t'])) {
        if line.is_empty() {
            blank = true;
            continue;
        }
        let begins = if out.is_empty() {
            place.is_line_start()
        } else if is_one_line || (blank && !splits) {
            out.push(' ');
            false
        } else if blank {
            let bare = prefix.trim_end();
            for part in [place.eol, bare, place.eol, prefix] {
                out.push_str(part);
            }
            added += 1;
            true
        } else {
            let hard = hard(breaks);
            breaks += 1;
            if hard.starts_with('\\') {
                out = even_backslashes(out);
            }
            out.push_str(&hard);
            true
        };
        blank = false;
        if begins {
            out.push_str(&escape(line));
        } else {
            out.push_str(line);
        }
    }
    (out, added)
}

/// What a value begins with that starts a paragraph of its own behind another unit of its block: a
/// blank line at the start. None if it begins with no such line, or cannot here.
pub(super) fn paragraph_break(value: &str, block: &Block, place: &Place<'_>) -> Option<String> {
    let Context::Markdown { prefix } = &block.context else {
        return None;
    };
    let head = &value[..value.len() - value.trim_start().len()];
    let can_start = place.gap.is_some() && splits(block, place.article);
    (can_start && head.matches('\n').count() > 1).then(|| {
        let bare = prefix.trim_end();
        format!("{eol}{bare}{eol}{prefix}", eol = place.eol)
    })
}

/// Whether a paragraph can be parted in a block. Of a plain text, it cannot.
fn splits(block: &Block, article: &str) -> bool {
    !matches!(block.kind, BlockKind::Heading)
        && block.context != Context::Plain
        && !is_wrapped(block, article)
}

/// Whether emphasis spans all of the block, so that no paragraph may end in it.
fn is_wrapped(block: &Block, article: &str) -> bool {
    let (Some(first), Some(last)) = (block.pieces.first(), block.pieces.last()) else {
        return false;
    };
    matches!(block.context, Context::Markdown { .. })
        && article[..first.span.start].ends_with(['*', '_', '~'])
        && article[last.span.end..].starts_with(['*', '_', '~'])
}

fn one_line(value: &str) -> String {
    let lines: Vec<&str> = value
        .split('\n')
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join(" ")
}

/// Escapes what would make a line of a paragraph begin another block. A tag that would be one for
/// standing alone on its line stays a tag where a line may be broken in it.
fn start(line: &str, soft: Option<&str>) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    if digits > 0 {
        let marker = rest.starts_with(['.', ')'])
            && rest[1..].chars().next().is_none_or(char::is_whitespace);
        return if marker && digits <= 9 {
            format!("{}\\{rest}", &line[..digits])
        } else {
            line.to_owned()
        };
    }
    // Behind the mark of a list item, a bar alone rules a table: `- |`.
    let delimiters = line.contains(['-', '|']) && line.chars().all(|c| "|:- \t".contains(c));
    // As the first line of an article it would open front matter.
    let fence = line.trim_end() == "+++";
    let task = ["[ ]", "[x]", "[X]", "[!"]
        .iter()
        .any(|mark| line.starts_with(mark));
    if let Some(text) = disarmed_call(line) {
        return text;
    }
    let suspect = line.starts_with(|c: char| c.is_ascii_punctuation());
    if suspect
        && (delimiters
            || fence
            || task
            || is_foreign_markdown(line)
            || !is_paragraph(line)
            || !is_paragraph(&format!("x\n{line}")))
    {
        return soft
            .and_then(|soft| broken_tag(line, soft))
            .unwrap_or_else(|| escaped_sign(line));
    }
    line.to_owned()
}

/// A line whose first sign is escaped in a way that every program knows.
fn escaped_sign(line: &str) -> String {
    match line.chars().next() {
        Some(sign) if "\\`*_{}()>#+-.!".contains(sign) => format!("\\{line}"),
        Some(sign) => format!("&#{};{}", u32::from(sign), &line[sign.len_utf8()..]),
        None => String::new(),
    }
}

/// A line that a program could take for an import or export of a module, so that it is text.
fn module(line: &str) -> String {
    if !is_module(line) {
        return line.to_owned();
    }
    let letter = line.as_bytes().first().copied().unwrap_or_default();
    format!("&#{letter};{}", &line[1..])
}

/// Whether a program could take a line for an import or export of a module.
fn is_module(line: &str) -> bool {
    ["import", "export"].iter().any(|word| {
        let rest = line.strip_prefix(word);
        rest.is_some_and(|rest| rest.starts_with([' ', '\t', '{', '*', '"', '\'']))
    })
}

/// A comment in code without calls of templates that the German has not: programs look for them in
/// code, too, where no reference can stand.
fn uncalled(line: &str, german: &str) -> String {
    let mut out = line.to_owned();
    for call in ["{{", "{%", "{#", "<%"] {
        if out.contains(call) && !german.contains(call) {
            let (open, sign) = call.split_at(1);
            out = out.replace(call, &format!("{open} {sign}"));
        }
    }
    out
}

/// A line with a break behind the name of the tag it begins with, if that makes it a paragraph.
fn broken_tag(line: &str, soft: &str) -> Option<String> {
    let name = line.strip_prefix('<')?;
    let (name, rest) = name.split_once([' ', '\t'])?;
    let rest = rest.trim_start();
    is_paragraph(&format!("<{name}\n{rest}")).then(|| format!("<{name}{soft}{rest}"))
}

/// Whether a text is one paragraph and nothing else.
fn is_paragraph(text: &str) -> bool {
    let mut blocks = 0;
    for event in Parser::new_ext(text, markdown_options()) {
        match event {
            Event::Start(Tag::Paragraph) => blocks += 1,
            Event::Start(
                Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Link { .. }
                | Tag::Image { .. },
            )
            | Event::End(
                TagEnd::Paragraph
                | TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image,
            )
            | Event::Text(_)
            | Event::Code(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::SoftBreak
            | Event::HardBreak => {}
            _ => return false,
        }
    }
    blocks == 1
}

/// A backslash at the end would make the line break after it a hard one.
fn even_backslashes(mut text: String) -> String {
    let count = text.bytes().rev().take_while(|b| *b == b'\\').count();
    if count % 2 == 1 {
        text.push('\\');
    }
    text
}

/// A line that nothing but markers of blocks stands before, as the term of a definition is, must not
/// begin another block.
fn line(line: &str, place: &Place<'_>) -> String {
    let is_marker = |c: char| " \t>-*+.):".contains(c) || c.is_ascii_digit();
    if place.is_line_start() && place.head().chars().all(is_marker) {
        start(line, None)
    } else {
        line.to_owned()
    }
}

/// A run of `#` at the end of a heading would be taken for its closing marks.
fn heading(line: &str) -> String {
    let head = line.trim_end_matches('#');
    if head.len() < line.len() && (head.is_empty() || head.ends_with([' ', '\t'])) {
        return format!("{head}\\{}", &line[head.len()..]);
    }
    even_backslashes(line.to_owned())
}

fn cell(line: &str, place: &Place<'_>) -> String {
    let line = if place.head().contains('|') || !place.is_line_start() {
        line.to_owned()
    } else {
        module(&start(line, None))
    };
    even_backslashes(escaped(&line, &|c| c == '|'))
}

fn alt(line: &str) -> String {
    let mut depth = 0i32;
    let balanced = !line.contains('\\')
        && line.chars().all(|c| {
            depth += i32::from(c == '[') - i32::from(c == ']');
            depth >= 0
        })
        && depth == 0;
    if balanced {
        return line.to_owned();
    }
    even_backslashes(escaped(line, &|c| matches!(c, '[' | ']')))
}

/// A parameter of a call, in which nothing ends it or the call.
fn parameter(line: &str, quote: char, escapes: bool) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' if escapes && !rest.as_str().starts_with(char::is_alphanumeric) => {
                out.push_str("\\\\");
            }
            c if c == quote && escapes => out.extend(['\\', c]),
            '"' if quote == '"' => out.push_str("&quot;"),
            '\'' if quote == '\'' => out.push('’'),
            '`' if quote == '`' => out.push('\''),
            '{' => out.push_str("&#123;"),
            '}' => out.push_str("&#125;"),
            '%' if out.ends_with('<') => out.push_str("&#37;"),
            '>' if out.ends_with('%') => out.push_str("&gt;"),
            c => out.push(c),
        }
    }
    out
}

fn title(line: &str, delimiter: char) -> String {
    even_backslashes(escaped(line, &|c| {
        c == delimiter || (delimiter == ')' && c == '(')
    }))
}

/// Puts a backslash before characters that have none yet.
fn escaped(text: &str, needs: &dyn Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after_backslash = false;
    for c in text.chars() {
        if needs(c) && !after_backslash {
            out.push('\\');
        }
        after_backslash = c == '\\' && !after_backslash;
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_is_found_wherever_it_stands() {
        for length in 1..50 {
            let value = "a".repeat(length);
            assert!(is_plain(&value), "{value}");
            for at in 0..length {
                let mut signed = value.clone();
                signed.replace_range(at..=at, "[");
                assert!(!is_plain(&signed), "{signed}");
            }
        }
    }
}
