//! What MDX has besides Markdown, by its places: tags with their attributes, and expressions in braces.

use crate::document::html::is_component_text;
use crate::document::{Block, BlockKind, Context, Options, Piece, Pieces};
use crate::text::Span;

/// The longest tag or expression that is looked for.
const LONGEST: usize = 16_000;

/// A tag and its attributes that are texts between quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag {
    /// Its length.
    pub(super) length: usize,
    /// Its name; a fragment has none.
    pub(super) name: String,
    pub(super) form: Form,
    /// Whether an expression stands in it, outside of quotes.
    pub(super) has_expression: bool,
    /// Names, places between the quotes, and how they are written.
    attributes: Vec<(String, Span, Quotes)>,
}

/// What a tag does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Open,
    Close,
    Empty,
}

/// How a text in a tag is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quotes {
    /// As in HTML.
    Attribute(char),
    /// A string of a program.
    String(char),
}

/// Reads the tag that a text begins with.
pub(super) fn tag(text: &str) -> Option<Tag> {
    let mut reader = Reader::new(text, 1);
    text.strip_prefix('<')?;
    reader.blanks();
    let closes = reader.takes('/');
    reader.blanks();
    let name = reader.name().to_owned();
    let mut found = Tag {
        length: 0,
        name,
        form: if closes { Form::Close } else { Form::Open },
        has_expression: false,
        attributes: Vec::new(),
    };
    loop {
        reader.blanks();
        if reader.takes('>') {
            found.length = reader.at;
            return Some(found);
        }
        if reader.rest().starts_with("/*") {
            reader.at += reader.rest().find("*/")? + 2;
            continue;
        }
        if reader.takes('/') {
            reader.blanks();
            reader.takes('>').then_some(())?;
            found.form = Form::Empty;
            found.length = reader.at;
            return Some(found);
        }
        if found.name.is_empty() {
            return None;
        }
        if reader.rest().starts_with('{') {
            found.has_expression = true;
            reader.at += expression(reader.rest())?;
            continue;
        }
        let name = reader.name().to_owned();
        if name.is_empty() {
            return None;
        }
        reader.blanks();
        if reader.takes('=') {
            reader.blanks();
            found.has_expression |= reader.rest().starts_with('{');
            reader.value(name, &mut found.attributes)?;
        }
    }
}

/// The length of the tag that a text begins with, if an expression stands in it.
pub(crate) fn tag_length(text: &str) -> Option<usize> {
    let tag = tag(text).filter(|tag| tag.has_expression)?;
    Some(tag.length)
}

/// The length of the expression in braces that a text begins with.
pub(super) fn expression(text: &str) -> Option<usize> {
    text.strip_prefix('{')?;
    let bytes = text.as_bytes();
    // Of each open brace, whether it stands in a template string.
    let mut open: Vec<bool> = Vec::new();
    let mut in_template = false;
    let mut at = 0;
    while at < bytes.len().min(LONGEST) {
        let rest = &bytes[at..];
        if in_template {
            match rest {
                [b'\\', _, ..] => at += 1,
                [b'`', ..] => in_template = false,
                [b'$', b'{', ..] => {
                    open.push(true);
                    in_template = false;
                    at += 1;
                }
                _ => {}
            }
            at += 1;
            continue;
        }
        match rest {
            [b'/', b'*', ..] => at += 3 + memchr::memmem::find(&rest[2..], b"*/")?,
            [b'/', b'/', ..] if !text[..at].ends_with(':') => {
                at += memchr::memchr(b'\n', rest)? - 1;
            }
            [b'"' | b'\'', ..] => at += string(rest).unwrap_or(0),
            [b'`', ..] => in_template = true,
            [b'{', ..] => open.push(false),
            [b'}', ..] => {
                in_template = open.pop()?;
                if open.is_empty() {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// The offset of the quotation mark that ends the string a text begins with, on the same line.
fn string(text: &[u8]) -> Option<usize> {
    let mut at = 1;
    loop {
        match *text.get(at)? {
            b'\\' => at += 1,
            b'\n' | b'\r' => return None,
            byte if byte == text[0] => return Some(at),
            _ => {}
        }
        at += 1;
    }
}

/// Reads a tag part by part.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, at: usize) -> Self {
        let mut end = text.len().min(LONGEST);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        Self {
            text: &text[..end],
            at: at.min(end),
        }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn blanks(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    fn takes(&mut self, sign: char) -> bool {
        let takes = self.rest().starts_with(sign);
        self.at += if takes { sign.len_utf8() } else { 0 };
        takes
    }

    fn name(&mut self) -> &'a str {
        let is_start = |c: char| c.is_alphabetic() || matches!(c, '_' | '$');
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '-' | '.' | ':');
        let rest = self.rest();
        if !rest.starts_with(is_start) {
            return "";
        }
        let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    /// Reads the value of the attribute of a name, which is listed if it is a text. None if it is no
    /// value.
    fn value(&mut self, name: String, texts: &mut Vec<(String, Span, Quotes)>) -> Option<()> {
        let rest = self.rest();
        let quote = rest.chars().next()?;
        if matches!(quote, '"' | '\'') {
            let length = rest[1..].find(quote)?;
            let span = Span::new(self.at + 1, self.at + 1 + length);
            self.at = span.end + 1;
            texts.push((name, span, Quotes::Attribute(quote)));
            return Some(());
        }
        let length = expression(rest)?;
        let inner = rest[1..length - 1].trim();
        let start = self.at + (inner.as_ptr() as usize - rest.as_ptr() as usize);
        self.at += length;
        let quote = inner
            .chars()
            .next()
            .filter(|c| matches!(c, '"' | '\'' | '`'));
        let text = quote.and_then(|quote| inner.get(1..)?.strip_suffix(quote));
        let is_plain = |text: &&str| {
            let quote = quote.unwrap_or_default();
            !text.contains([quote, '\\', '\n', '\r']) && !text.contains("${")
        };
        if let Some(text) = text.filter(is_plain) {
            let span = Span::new(start + 1, start + 1 + text.len());
            texts.push((name, span, Quotes::String(quote.unwrap_or_default())));
        }
        Some(())
    }
}

/// The blocks of the texts in the tags of a stretch of the article that holds tags, expressions and
/// white space.
pub(super) fn texts(text: &str, span: Span, options: &Options) -> Vec<Block> {
    let mut found = Vec::new();
    let mut at = span.start;
    while at < span.end {
        let rest = &text[at..span.end];
        if let Some(tag) = tag(rest) {
            found.extend(attributes(text, at, &tag, options));
            at += tag.length;
        } else {
            let next = rest.chars().next().map_or(1, char::len_utf8);
            at += expression(rest).unwrap_or(next);
        }
    }
    found
}

/// Whether a text holds anything to translate besides tags and expressions.
pub(super) fn has_work(text: &str) -> bool {
    let mut bare = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '{']) {
        bare.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = tag(rest).map(|tag| tag.length).or_else(|| expression(rest));
        bare.push_str(if length.is_some() { " " } else { &rest[..1] });
        rest = &rest[length.unwrap_or(1)..];
    }
    bare.push_str(rest);
    let context = Context::Markdown {
        prefix: String::new(),
    };
    crate::document::has_work(bare.trim(), &context)
}

fn attributes(text: &str, start: usize, tag: &Tag, options: &Options) -> Vec<Block> {
    let texts = tag
        .attributes
        .iter()
        .filter(|(name, ..)| is_component_text(&tag.name, name, &options.parameters));
    let block = |(name, span, quotes): &(String, Span, Quotes)| {
        let span = span.shifted(start);
        let (context, pieces) = match quotes {
            Quotes::Attribute(quote) => (
                Context::Attribute(Some(*quote)),
                crate::document::html::plain_pieces(text, span),
            ),
            Quotes::String(quote) => (
                Context::Parameter {
                    quote: *quote,
                    escapes: *quote != '`',
                },
                vec![Piece::verbatim(span)],
            ),
        };
        let blank = span.of(text).trim().is_empty();
        (!blank).then(|| Block {
            kind: if name == "alt" {
                BlockKind::Alt
            } else {
                BlockKind::Title
            },
            span,
            name: Some(name.as_str().into()),
            reason: None,
            translate: true,
            pieces: Pieces::from(pieces),
            atoms: Box::default(),
            context,
        })
    };
    texts.filter_map(block).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_expressions_end_where_they_end() {
        for (text, length) in [
            ("<a>b", 3),
            ("<>", 2),
            ("</>x", 3),
            ("<A.B c={d > {e: '}'}} />f", 24),
            ("<A {...b} c='>' // d", 0),
            ("<a b={`}${c}`}>", 15),
            ("<a\n  b=\"c\"\n/>", 13),
            ("<a b=c>", 0),
            ("< 3", 0),
            ("<3>", 0),
        ] {
            assert_eq!(tag(text).map_or(0, |tag| tag.length), length, "{text}");
        }
        for (text, length) in [
            ("{a}b", 3),
            ("{/* } */}", 9),
            ("{`${'}'}`}", 10),
            ("{a && <b>don't</b>}", 19),
            ("{a", 0),
            ("{'https://b' // }\n}", 19),
        ] {
            assert_eq!(expression(text).unwrap_or(0), length, "{text}");
        }
    }
}
