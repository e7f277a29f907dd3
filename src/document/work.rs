//! Whether a text holds anything to translate: code alone, an address alone, numbers that every
//! locale writes alike, signs, tags and calls alone are nobody's work.

use super::html::attribute::is_text as is_text_attribute;
use super::html::reference::reference;
use super::html::token::inline_tokens;
use super::template::{call_length, formulas};
use super::{Block, BlockKind, Context, Pieces, Token, TokenKind};
use crate::text::Span;

/// Why a block is not offered for translation.
const REASON: &str = "holds nothing to translate";
/// The longest tag or target that is looked for.
const LONGEST: usize = 4000;
/// What stands behind the last dot of hosts that are known without a scheme.
const TOPS: [&str; 14] = [
    "at", "ch", "com", "de", "dev", "edu", "eu", "fr", "info", "io", "net", "org", "pl", "ua",
];

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Writing {
    Plain,
    Markdown,
    Html,
}

/// Fields of the front matter that say where a page stands. A translation stands elsewhere.
const ADDRESSES: [&str; 7] = [
    "alias",
    "aliases",
    "permalink",
    "redirect_from",
    "redirect_to",
    "slug",
    "url",
];

/// Whether a field of the front matter, by its path, says where a page stands.
pub(crate) fn is_address_field(path: &str) -> bool {
    ADDRESSES.contains(&path.rsplit('.').next().unwrap_or(path))
}

/// Carries through the blocks that hold nothing to translate. The address of a page that is named as a
/// field is work, although an address in a text is none.
pub(super) fn leave_idle(article: &str, blocks: &mut [Block]) {
    for block in blocks.iter_mut().filter(|block| block.translate) {
        let name = block.name.as_deref();
        let is_address = block.kind == BlockKind::Field && name.is_some_and(is_address_field);
        if !is_address && !has_work(&block.text(article), &block.context) {
            block.translate = false;
            block.pieces = Pieces::NONE;
            block.atoms = Box::default();
            block.reason = Some(REASON.into());
        }
    }
}

/// Whether a text in a block of this kind holds anything to translate.
pub(crate) fn has_work(text: &str, context: &Context) -> bool {
    use Context::{Alt, Cell, Line, Markdown};
    let first = text.as_bytes().first().copied().unwrap_or_default();
    let plain_word = |byte: &u8| byte.is_ascii_alphabetic() || *byte >= 0x80;
    // Most texts tell by their first word, which is no address.
    if first.is_ascii_alphabetic() {
        let length = text.bytes().take_while(plain_word).count();
        if length > 1 && text.as_bytes().get(length).is_none_or(|byte| *byte == b' ') {
            return true;
        }
    }
    let writing = match context {
        Markdown { .. } | Line | Cell | Alt => Writing::Markdown,
        Context::Html { .. } => Writing::Html,
        _ => Writing::Plain,
    };
    if writing == Writing::Markdown && is_order(text) {
        return false;
    }
    let mut scan = Scan {
        text,
        at: 0,
        writing,
        has_number: false,
        has_unit: false,
        formulas: Vec::new(),
    };
    if writing == Writing::Markdown && text.contains(['$', '\\']) {
        scan.formulas = formulas(text, Span::new(0, text.len()));
    }
    while scan.at < text.len() {
        if scan.step() {
            return true;
        }
    }
    scan.has_number && scan.has_unit
}

/// Whether a text only orders a table of contents or a new page.
fn is_order(text: &str) -> bool {
    let name = text.trim_matches(['[', ']', '_']);
    let is_toc = text.starts_with('[') && text.ends_with(']') && name.eq_ignore_ascii_case("toc");
    let command = text.strip_prefix('\\').unwrap_or_default();
    is_toc || (command.len() > 2 && command.bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// Reads a text part by part.
struct Scan<'a> {
    text: &'a str,
    at: usize,
    writing: Writing,
    has_number: bool,
    /// Whether there is a sign of money or per cent.
    has_unit: bool,
    formulas: Vec<Span>,
}

impl Scan<'_> {
    /// Reads the next part; says whether it is to be translated.
    fn step(&mut self) -> bool {
        let rest = &self.text[self.at..];
        let formula = self.formulas.iter().find(|span| span.start == self.at);
        if let Some(formula) = formula {
            self.at = formula.end;
            return false;
        }
        let Some(c) = rest.chars().next() else {
            return false;
        };
        let is_call = matches!(c, '{' | '<').then(|| call_length(rest)).flatten();
        let passed = match (self.writing, c) {
            _ if is_call.is_some() => is_call,
            (Writing::Markdown, '`') => code(rest),
            (Writing::Markdown, '\\') => {
                Some(1 + rest[1..].chars().next().map_or(0, char::len_utf8))
            }
            (Writing::Markdown, '{') => attributes(rest),
            (Writing::Markdown, ':') => icon(rest),
            (Writing::Markdown, '[') if rest.starts_with("[^") => within(rest, "]"),
            (Writing::Markdown, ']') if rest.starts_with("][") => {
                within(&rest[1..], "]").map(|end| end + 1)
            }
            (Writing::Markdown, ']') if rest.starts_with("](") => {
                return self.target(rest);
            }
            (Writing::Markdown | Writing::Html, '<') => {
                return self.tag(rest);
            }
            (Writing::Markdown | Writing::Html, '&') => match reference(rest) {
                Some((_, read)) if read.chars().any(char::is_alphabetic) => return true,
                Some((length, _)) => Some(length),
                None => None,
            },
            _ => None,
        };
        if let Some(length) = passed {
            self.at += length;
            return false;
        }
        if c.is_ascii_digit() {
            return self.number(rest);
        }
        if c.is_alphabetic() {
            let Some(length) = name(rest) else {
                return true;
            };
            self.at += length;
            return false;
        }
        self.has_unit |= matches!(c, '%' | '‰' | '€' | '$' | '£' | '¥');
        self.at += c.len_utf8();
        false
    }

    /// A number; it is work where locales write it differently.
    fn number(&mut self, rest: &str) -> bool {
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ':' | '\'' | '’');
        let run = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
        let number = run.trim_end_matches(|c: char| !c.is_ascii_digit());
        let before = self.text[..self.at].chars().next_back();
        self.at += number.len();
        self.has_number = true;
        let behind = &self.text[self.at..];
        let is_ordinal = number.len() <= 2
            && behind.trim_start_matches('\\').starts_with('.')
            && !number.contains('.');
        // "12 345": thousands, unless it is the number of a telephone.
        let mut groups = behind.splitn(2, [' ', '\u{A0}', '\u{202F}']).skip(1);
        let group = groups
            .next()
            .map(|next| next.bytes().take_while(u8::is_ascii_digit).count());
        let is_grouped = group == Some(3)
            && behind.starts_with([' ', '\u{A0}', '\u{202F}'])
            && number.len() <= 3
            && !number.starts_with('0')
            && !matches!(before, Some('+' | ' '))
            && !self.text.contains('+');
        is_ordinal || is_grouped || !is_alike(number)
    }

    /// A tag, a comment or an address in pointed brackets.
    fn tag(&mut self, rest: &str) -> bool {
        let bounded = &rest[..floor(rest, LONGEST)];
        if let Some(end) = bounded.find('>')
            && self.writing == Writing::Markdown
            && name(&rest[1..]) == Some(end - 1)
        {
            self.at += end + 1;
            return false;
        }
        let markup = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
        let token = markup.then(|| inline_tokens(first_tag(bounded)).into_iter().next());
        let Some(token) = token
            .flatten()
            .filter(|token| !matches!(token.kind, TokenKind::Text))
        else {
            self.at += 1;
            return false;
        };
        self.at += token.span.end.max(1);
        if has_texts(&token) {
            return true;
        }
        if let TokenKind::Start(name, _) = &token.kind
            && is_code_element(name)
            && let Some(end) = close(&self.text[self.at..], name)
        {
            self.at += end;
        }
        false
    }

    /// The target of a link, with its title.
    fn target(&mut self, rest: &str) -> bool {
        let Some(end) = within(rest, ")") else {
            self.at += 2;
            return false;
        };
        self.at += end;
        let inner = rest[2..end - 1].trim_end();
        let quote = inner
            .chars()
            .next_back()
            .filter(|c| matches!(c, '"' | '\''));
        let Some((target, title)) =
            quote.and_then(|quote| inner[..inner.len() - 1].split_once(quote))
        else {
            return false;
        };
        target.ends_with(char::is_whitespace)
            && call_length(target.trim_start()).is_none()
            && has_work(title, &Context::Plain)
    }
}

/// The tag that a text begins with, and nothing behind it.
fn first_tag(text: &str) -> &str {
    if text.starts_with("<!--") {
        return &text[..text.find("-->").map_or(text.len(), |end| end + 3)];
    }
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '>') => return &text[..=at],
            _ => {}
        }
    }
    text
}

/// Whether a tag has texts that are shown or read out.
fn has_texts(token: &Token) -> bool {
    let TokenKind::Start(name, attributes) = &token.kind else {
        return false;
    };
    attributes.iter().any(|found| {
        is_text_attribute(name, found, token, &[]) && has_work(&found.value, &Context::Plain)
    })
}

/// Whether an element holds code, which is never translated by itself.
fn is_code_element(name: &str) -> bool {
    matches!(
        name,
        "code" | "pre" | "samp" | "tt" | "var" | "svg" | "math" | "script" | "style"
    )
}

/// The length up to and with the end tag of an element.
fn close(text: &str, name: &str) -> Option<usize> {
    let text = &text[..floor(text, LONGEST)];
    text.match_indices("</").find_map(|(at, _)| {
        let behind = text.get(at + 2..at + 2 + name.len())?;
        let end = text[at..].find('>')?;
        behind.eq_ignore_ascii_case(name).then_some(at + end + 1)
    })
}

/// The length of a code span.
fn code(rest: &str) -> Option<usize> {
    let marks = rest.len() - rest.trim_start_matches('`').len();
    let end = rest[marks..].find(&rest[..marks])?;
    Some(2 * marks + end)
}

/// The length of attributes in braces: `{#id}`, `{.class}`, `{: … }`, or of a comment of MDX.
fn attributes(rest: &str) -> Option<usize> {
    let is_one = ["{#", "{.", "{:", "{/*"]
        .iter()
        .any(|open| rest.starts_with(open));
    is_one.then(|| within(rest, "}")).flatten()
}

/// The length of the name of an icon or emoji between colons.
fn icon(rest: &str) -> Option<usize> {
    let is_part =
        |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_+-".contains(byte);
    let length = rest[1..].bytes().take_while(is_part).count();
    (length > 0 && rest[1 + length..].starts_with(':')).then_some(length + 2)
}

/// The length up to and with `end`, within a stretch that is looked through at most.
fn within(text: &str, end: &str) -> Option<usize> {
    text[..floor(text, LONGEST)]
        .find(end)
        .map(|at| at + end.len())
}

fn floor(text: &str, most: usize) -> usize {
    let mut at = most.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The length of an address or a version at the start of a word.
fn name(rest: &str) -> Option<usize> {
    let is_end = |c: char| c.is_whitespace() || "<>\"`{}|[]“”„«»".contains(c);
    let end = rest.find(is_end).unwrap_or(rest.len());
    // Brackets are part of an address with a scheme.
    let has_scheme = rest[..end].contains("://");
    let end = rest[..end]
        .find(['(', ')'])
        .filter(|_| !has_scheme)
        .unwrap_or(end);
    let word = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_', '\'']);
    let host_end = word.find(['/', ':', '?', '#']).unwrap_or(word.len());
    let host = &word[..host_end];
    let is_host = |host: &str| {
        let is_part = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-._".contains(&b);
        let top = host.rsplit_once('.').map(|(_, top)| top);
        host.bytes().all(is_part) && top.is_some_and(|top| TOPS.contains(&top))
    };
    let has_scheme = word.split_once("://").is_some_and(|(scheme, behind)| {
        !behind.is_empty()
            && scheme
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
    });
    let has_head = ["www.", "mailto:", "tel:"]
        .iter()
        .any(|head| word.starts_with(head));
    let is_mail = word
        .split_once('@')
        .is_some_and(|(local, host)| !local.is_empty() && host.contains('.') && word.is_ascii());
    let is_version = word.strip_prefix('v').is_some_and(|number| {
        number.starts_with(|c: char| c.is_ascii_digit())
            && number.bytes().all(|b| b.is_ascii_digit() || b == b'.')
    });
    (has_scheme || has_head || is_mail || is_version || is_host(host)).then_some(word.len())
}

/// Whether every locale writes a number alike: one without separators, a version, an address.
fn is_alike(number: &str) -> bool {
    if number.bytes().all(|byte| byte.is_ascii_digit()) {
        return true;
    }
    if number.contains([',', '\'', '’']) {
        return false;
    }
    if number.matches(':').count() > 1 {
        return true;
    }
    if let Some((hours, minutes)) = number.split_once(':') {
        return hours.len() > 2
            || minutes
                .split([':', '.'])
                .next()
                .is_none_or(|part| part.len() != 2);
    }
    let parts: Vec<&str> = number.split('.').collect();
    let value = |at: usize| parts[at].parse::<u32>().unwrap_or(u32::MAX);
    match parts.len() {
        0..=2 => false,
        3 => {
            let is_date = value(0) <= 31 && value(1) <= 12 && matches!(parts[2].len(), 2 | 4);
            let is_thousands = parts[1..].iter().all(|part| part.len() == 3);
            !is_date && !is_thousands
        }
        4 => (0..4).all(|at| value(at) <= 255) || parts[1..].iter().any(|part| part.len() != 3),
        _ => parts[1..].iter().any(|part| part.len() != 3),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_markdown(text: &str) -> bool {
        let context = Context::Markdown {
            prefix: String::new(),
        };
        has_work(text, &context)
    }

    #[test]
    fn what_holds_nothing_to_translate_is_no_work() {
        for text in [
            "`a`",
            "`a`, `b`",
            "``a`b``",
            "12",
            "2024",
            "14–16",
            "2023/24",
            "–",
            "✓",
            "👍 :+1:",
            "https://example.org/a_b?c=d",
            "<https://example.org>",
            "info@example.org",
            "[https://example.org](https://example.org)",
            "www.example.org",
            "example.org",
            "<a id=\"x\"></a>",
            "<br>",
            "{{ site.title }}",
            "{% include a.html %}",
            "[^1]",
            "![](a.png)",
            "[![](a.svg)](b)",
            "$x^2$",
            "1.2.3",
            "v1.10",
            "192.168.0.1",
            "+49 30 1234567",
            "+49 (0)30 123-45",
            "[TOC]",
            "[[_TOC_]]",
            "\\newpage",
            "https://example.org/a_(b)",
            "(https://example.org)",
            "<code>a b</code>",
            "&nbsp;",
            "&rarr; 5",
            "2024-05-12",
            "{#anker}",
            "**12**",
            "16:9",
            "03:11:22",
            "12/2024",
            ":material-check:",
            "<!-- Notiz -->",
            "\\*",
        ] {
            assert!(!in_markdown(text), "{text}");
        }
        for text in [
            "Wort",
            "`a` und `b`",
            "12 %",
            "5 €",
            "1.234",
            "2,5",
            "12.5.2024",
            "14:30",
            "1.",
            "12 345",
            "1.234.567",
            "[Text](a)",
            "![Bild](a.png)",
            "![](a.png \"Titel\")",
            "é",
            "<img alt=\"Bild\" src=a>",
            "<kbd>Strg</kbd>",
            "&auml;",
            "CO2",
            "日本",
            "Siehe https://example.org",
            "[toc]: Wort",
            "<b>Text</b>",
            "{{ a }} Text",
            "A",
        ] {
            assert!(in_markdown(text), "{text}");
        }
    }

    #[test]
    fn code_is_code_only_where_it_is_marked_so() {
        let html = Context::Html {
            paragraph: None,
            line_break: "<br>",
        };
        assert!(!has_work("<code>nl2br</code>", &html));
        assert!(has_work("`nl2br`", &html));
        assert!(has_work("a <b>b</b>", &html));
    }
}
