//! Lines that a site's generator reads and `CommonMark` does not know: admonitions and tabs
//! (`!!! note "Title"`, `=== "Tab"`), fences of containers (`:::tip Title`), calls of templates,
//! attributes of kramdown, displayed formulas.
//!
//! They are carried through, but for titles. The parser sees them as blank lines, or, where an
//! indented text belongs to a line, as an item of a list: a text of the same length, so that all
//! places agree.

use super::jsx;
use super::link::line_block;
use crate::document::outline::lines;
use crate::document::template::{call_end, call_length, escapes, is_template, parameters};
use crate::document::{Block, BlockKind, Context, Options, Piece};
use crate::text::Span;
use pulldown_cmark::{Event, Parser, Tag};
use std::borrow::Cow;
use std::collections::VecDeque;

/// Most lines of a formula or a call.
const LONGEST: usize = 400;
/// Calls whose content is no text, up to the call that ends them.
const CLOSED: [&str; 12] = [
    "highlight",
    "mermaid",
    "katex",
    "math",
    "chart",
    "plantuml",
    "code",
    "raw",
    "verbatim",
    "codeblock",
    "graphviz",
    "rawhtml",
];

/// A line, or several, that `CommonMark` does not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Foreign {
    /// Its place, without what stands before it.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) kind: ForeignKind,
    /// The place of its title.
    pub(crate) title: Option<Span>,
}

/// What such a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ForeignKind {
    /// Begins an admonition or a tab whose text is indented.
    Header,
    /// Begins a container.
    Open,
    /// Ends one.
    Close,
    /// A call of a template, or attributes.
    Call,
    /// A formula that stands alone.
    Formula,
    /// Imports and exports of a module.
    Module,
    /// Tags and expressions of MDX that stand alone.
    Tags,
    /// A block of MDX in which something is not closed.
    Broken,
}

/// A text as the parser shall see it: of the same length, but for indentation that was taken out.
#[derive(Debug)]
pub(crate) struct Shadow<'a> {
    pub(crate) text: Cow<'a, str>,
    /// Where something was taken out, and how many bytes up to there.
    removed: Vec<(usize, usize)>,
}

impl<'a> Shadow<'a> {
    pub(super) fn new(text: Cow<'a, str>, removed: Vec<(usize, usize)>) -> Self {
        Self { text, removed }
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
}

/// A text as the parser shall see it, of the same length, and the lines that it does not see.
pub(crate) fn shadow(text: &str, start: usize) -> (Cow<'_, str>, Vec<Foreign>) {
    let (shadow, found) = without_foreign(text, start);
    let targets = call_targets(text, start);
    let braces = escaped_braces(text, start);
    if targets.is_empty() && braces.is_empty() {
        return (shadow, found);
    }
    let mut out = shadow.into_owned().into_bytes();
    for target in targets {
        // A line that is not seen has none.
        if out[target.start] == text.as_bytes()[target.start] {
            out[target.start..target.end].fill(b'x');
        }
    }
    for at in braces {
        if out[at] == b'}' {
            out[at] = b')';
        }
    }
    let shadow = String::from_utf8(out).map_or(Cow::Borrowed(text), Cow::Owned);
    (shadow, found)
}

/// The braces at the ends of lines that an escaped one opens: to the parser, what stands between
/// them behind a heading would be its attributes.
fn escaped_braces(text: &str, start: usize) -> Vec<usize> {
    let mut found = Vec::new();
    if !text[start..].contains("\\{") {
        return found;
    }
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        let body = line.trim_end();
        // Signs of a heading may close it: `# Title \{x} #`.
        let body = body.trim_end_matches('#').trim_end();
        let opens = body.strip_suffix('}').and_then(|inner| inner.rfind('{'));
        let is_escaped = |brace: usize| {
            let before = &body[..brace];
            (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
        };
        if opens.is_some_and(is_escaped) {
            found.push(at + body.len() - 1);
        }
        at += line.len();
    }
    found
}

/// The places of calls in the targets of links: to the parser, each is a part of the address.
fn call_targets(text: &str, start: usize) -> Vec<Span> {
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
                    found.push(Span::new(at, at + length));
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
    let mut found = find(text, start);
    if found.iter().any(|one| one.kind != ForeignKind::Header) {
        let hidden = raw_blocks(text, start);
        found.retain(|one| {
            let at = hidden.partition_point(|raw| raw.end <= one.span.start);
            one.kind == ForeignKind::Header
                || hidden.get(at).is_none_or(|raw| one.span.start < raw.start)
        });
    }
    if found.is_empty() {
        return (Cow::Borrowed(text), found);
    }
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for one in &found {
        out.push_str(&text[at..one.span.start]);
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

/// The blocks of such a line: its title, the texts in a call, or the line as it is.
pub(super) fn blocks(text: &str, foreign: &Foreign, options: &Options) -> Vec<Block> {
    if let Some(title) = foreign.title {
        let context = if text[title.end..].starts_with(']') {
            Context::Alt
        } else {
            Context::Line
        };
        return vec![line_block(BlockKind::Title, title, context)];
    }
    let reason = match foreign.kind {
        ForeignKind::Formula => "formulas are carried through",
        ForeignKind::Call => return call_blocks(text, foreign.span, options),
        ForeignKind::Module => "imports and exports are carried through",
        ForeignKind::Broken => "it is no MDX",
        ForeignKind::Tags => {
            let texts = jsx::texts(text, foreign.span, options);
            if !texts.is_empty() {
                return texts;
            }
            "tags and expressions are carried through"
        }
        _ => "marks of admonitions are carried through",
    };
    vec![super::opaque(BlockKind::Opaque, foreign.span, reason)]
}

/// The blocks of calls that stand alone: the texts among their parameters, or all of it as it is.
pub(super) fn call_blocks(text: &str, span: Span, options: &Options) -> Vec<Block> {
    let raw = span.of(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(length) = call_length(&raw[at..]) {
        let call = &raw[at..at + length];
        for (place, quote) in parameters(call, &options.parameters) {
            let place = place.shifted(span.start + at);
            found.extend(parameter(text, place, quote, escapes(call)));
        }
        at += length;
        // What stands between a call and the one that ends it is no call.
        if is_closed(call) {
            break;
        }
        at += raw[at..].len() - raw[at..].trim_start().len();
    }
    if found.is_empty() {
        let reason = "shortcodes are carried through";
        found.push(super::opaque(BlockKind::Opaque, span, reason));
    }
    found
}

/// Whether what follows a call is no text, up to the call that ends it.
fn is_closed(call: &str) -> bool {
    CLOSED.contains(&call_name(call))
}

/// The name that a call begins with, with its `/` if it ends another.
fn call_name(call: &str) -> &str {
    let name = call.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '/');
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    &name[..name.find(|c| !is_part(c)).unwrap_or(name.len())]
}

/// The block of a parameter between its quotes.
fn parameter(text: &str, span: Span, quote: char, escapes: bool) -> Option<Block> {
    let escapes = escapes && quote != '`';
    let raw = span.of(text);
    if raw.contains(['\n', '\r']) || raw.trim().is_empty() {
        return None;
    }
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut run, mut at) = (span.start, span.start);
    while let Some(found) = text[at..span.end].find('\\').filter(|_| escapes) {
        let start = at + found;
        let escaped = text[start + 1..span.end].chars().next()?;
        at = start + 1 + escaped.len_utf8();
        if escaped != quote && escaped != '\\' {
            // Other escapes are left to whoever reads the call.
            continue;
        }
        if run < start {
            pieces.push(Piece::verbatim(Span::new(run, start)));
        }
        pieces.push(Piece {
            span: Span::new(start, at),
            reads: Some(Cow::Owned(escaped.to_string())),
        });
        run = at;
    }
    if run < span.end {
        pieces.push(Piece::verbatim(Span::new(run, span.end)));
    }
    let mut block = line_block(
        BlockKind::Title,
        span,
        Context::Parameter { quote, escapes },
    );
    block.pieces = pieces.into();
    Some(block)
}

/// A line of a value that would be a call all by itself, with its first brace as a reference; a
/// backslash would not keep a site's generator from calling it.
pub(crate) fn disarmed_call(line: &str) -> Option<String> {
    let close = call_end(line)?;
    let alone = !line.contains(close) || is_template(line);
    let rest = line.strip_prefix('{').filter(|_| alone)?;
    Some(format!("&#123;{rest}"))
}

/// Whether a line of a value would be one of these.
pub(crate) fn is_foreign(line: &str) -> bool {
    line.starts_with("$$")
        || line.starts_with("{:")
        || header(line).is_some()
        || fence(line).is_some()
}

fn find(text: &str, start: usize) -> Vec<Foreign> {
    let mut found = Vec::new();
    let mut all: VecDeque<Span> = VecDeque::new();
    let mut rest = lines(text, start).peekable();
    let mut code: Option<(u8, usize)> = None;
    while let Some(line) = all.pop_front().or_else(|| rest.next()) {
        if let Some(end) = module(text, start, line, false) {
            found.push(Foreign {
                span: Span::new(line.start, end),
                kind: ForeignKind::Module,
                title: None,
            });
            while all.front().is_some_and(|line| line.start < end) {
                all.pop_front();
            }
            while rest.next_if(|line| line.start < end).is_some() {}
            continue;
        }
        // Most lines tell by their first byte that they are none.
        let is_text = |byte: &u8| byte.is_ascii_alphanumeric() || *byte >= 0x80;
        if text.as_bytes().get(line.start).is_some_and(is_text) {
            continue;
        }
        let inner = line.of(text).trim_start_matches([' ', '\t', '>']);
        let Some(first) = inner.bytes().next() else {
            continue;
        };
        if matches!(first, b'`' | b'~') {
            let length = inner.bytes().take_while(|byte| *byte == first).count();
            match code {
                Some((mark, least)) => {
                    let ends =
                        mark == first && length >= least && inner[length..].trim().is_empty();
                    code = code.filter(|_| !ends);
                }
                None if length >= 3 && (first == b'~' || !inner[length..].contains('`')) => {
                    code = Some((first, length));
                }
                None => {}
            }
            continue;
        }
        if code.is_some()
            || !matches!(
                first,
                b'!' | b'?' | b':' | b'{' | b'$' | b'=' | b'<' | b'\\' | b'-'
            )
        {
            continue;
        }
        let at = line.end - inner.len();
        let whole = Span::new(at, at + seen(inner));
        let line = whole.of(text);
        let header = || header(line).filter(|_| has_body(text, whole));
        if let Some((kind, title)) = header().or_else(|| fence(line)) {
            found.push(Foreign {
                span: whole,
                kind,
                title: title.map(|title| title.shifted(at)),
            });
        } else if let Some((kind, end)) = ends(line) {
            // The lines that are needed to find the end, which are read once more if there is none.
            let mut taken = Vec::new();
            let mut last = end(line, true).then_some(whole.end);
            while last.is_none() && taken.len() < LONGEST {
                let Some(next) = all.pop_front().or_else(|| rest.next()) else {
                    break;
                };
                taken.push(next);
                if end(next.of(text), false) {
                    last = Some(next.start + seen(next.of(text)));
                }
            }
            match last {
                Some(last) => found.push(Foreign {
                    span: Span::new(at, last),
                    kind,
                    title: None,
                }),
                None => {
                    for line in taken.into_iter().rev() {
                        all.push_front(line);
                    }
                }
            }
        }
    }
    found
}

/// Where the imports and exports of a module end that begin with a line: a blank line ends them. In MDX
/// any line is one that begins with their words. The body of the article begins at `start`.
pub(super) fn module(text: &str, start: usize, line: Span, is_mdx: bool) -> Option<usize> {
    let raw = line.of(text);
    let begins = is_mdx
        && ["import ", "export ", "import{"]
            .iter()
            .any(|word| raw.starts_with(word));
    (begins || is_module(raw)).then_some(())?;
    let before = text[start..line.start].trim_end_matches([' ', '\t', '\u{FEFF}']);
    let above = before.trim_end_matches(['\n', '\r']);
    let breaks = before[above.len()..].replace("\r\n", "\n").len();
    let is_block = is_mdx || above.is_empty() || breaks > 1;
    is_block.then_some(())?;
    let mut depth = 0_i64;
    let mut end = line.end;
    for line in lines(text, line.start).take(LONGEST) {
        let raw = line.of(text);
        if raw.trim().is_empty() && depth <= 0 {
            break;
        }
        for byte in raw.bytes() {
            depth += i64::from(b"{[(".contains(&byte)) - i64::from(b"}])".contains(&byte));
        }
        end = line.start + seen(raw);
    }
    (depth <= 0).then_some(end)
}

/// The length of a text without what Markdown takes for white space at its end. Any other blank is a
/// sign to the parser: behind a line that it does not see it would be a text.
pub(super) fn seen(text: &str) -> usize {
    text.trim_end_matches([' ', '\t', '\n', '\r']).len()
}

/// Whether a line imports or exports what a page needs.
fn is_module(line: &str) -> bool {
    if let Some(rest) = line.strip_prefix("import ") {
        let rest = rest.trim();
        let is_name = rest.starts_with(|c: char| c.is_ascii_alphabetic() || "{*_$".contains(c));
        let quoted =
            rest.starts_with(['"', '\'']) && rest.trim_end_matches(';').ends_with(['"', '\'']);
        let from = rest
            .split_once(" from ")
            .is_some_and(|(_, module)| module.trim_start().starts_with(['"', '\'']));
        return quoted || (is_name && from) || rest == "{";
    }
    let Some(rest) = line.strip_prefix("export ") else {
        return false;
    };
    let rest = rest.trim();
    let mut words = rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '$');
    match words.next() {
        Some("const" | "let" | "var") => rest.contains('='),
        Some("function" | "class" | "async") => rest.contains(['(', '{']),
        Some("default") => rest.ends_with([';', '{', '}', '(', ')', '>']),
        Some("") => rest.starts_with(['{', '*']),
        _ => false,
    }
}

/// Whether the next line that is not blank is indented below a line.
fn has_body(text: &str, line: Span) -> bool {
    let indent = |at: usize| {
        let start = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let head = text[start..].trim_start_matches(['>', ' ', '\t']);
        let raw = &text[start..text.len() - head.len()];
        raw.chars()
            .map(|c| if c == '\t' { 4 } else { 1 })
            .sum::<usize>()
    };
    let below =
        lines(text, line.end).find(|line| !line.of(text).trim_matches(['>', ' ', '\t']).is_empty());
    below.is_some_and(|below| indent(below.start) >= indent(line.start) + 4)
}

/// Whether a line begins an admonition or a tab, and the place of its title.
fn header(line: &str) -> Option<(ForeignKind, Option<Span>)> {
    let is_tab = line.starts_with("===");
    let rest = line
        .strip_prefix("!!!")
        .or_else(|| line.strip_prefix("???+"))
        .or_else(|| line.strip_prefix("???"))
        .or_else(|| {
            line.strip_prefix("===")
                .map(|rest| rest.trim_start_matches(['!', '+']))
        })?;
    if !rest.starts_with(' ') || line.len() < 5 {
        return None;
    }
    let (words, title) = match rest.split_once('"') {
        Some((words, quoted)) => {
            let title = quoted.strip_suffix('"')?;
            let at = line.len() - quoted.len();
            (words, Some(Span::new(at, at + title.len())))
        }
        None => (rest, None),
    };
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
    let named = words.trim().is_empty() == is_tab;
    if !words.chars().all(is_name) || !named || (is_tab && title.is_none()) {
        return None;
    }
    let title = title.filter(|title| !title.of(line).trim().is_empty());
    Some((ForeignKind::Header, title))
}

/// Whether a line is the fence of a container, and the place of its title.
fn fence(line: &str) -> Option<(ForeignKind, Option<Span>)> {
    let rest = line.trim_start_matches(':');
    if line.len() - rest.len() < 3 {
        return None;
    }
    if rest.trim().is_empty() {
        return Some((ForeignKind::Close, None));
    }
    let named = rest.trim_start();
    let length = named
        .find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_')
        .unwrap_or(named.len());
    let after = &named[length..];
    if length == 0 && !after.starts_with('{') {
        return None;
    }
    let place = |text: &str| {
        let at = text.as_ptr() as usize - line.as_ptr() as usize;
        (!text.is_empty()).then(|| Span::new(at, at + text.len()))
    };
    let title = if let Some(inner) = after.strip_prefix('[') {
        let (title, tail) = inner.rsplit_once(']')?;
        (tail.is_empty() || tail.starts_with('{')).then_some(())?;
        place(title)
    } else if after.trim_start().starts_with('{') {
        None
    } else if after.is_empty() || after.starts_with([' ', '\t']) {
        place(after.trim())
    } else {
        return None;
    };
    Some((ForeignKind::Open, title))
}

/// Says of a line whether what begins on it ends on it; `true` for the first.
type Ends = Box<dyn Fn(&str, bool) -> bool>;

/// What begins on a line and goes on until something ends it.
fn ends(line: &str) -> Option<(ForeignKind, Ends)> {
    if line.starts_with("$$") {
        let end = |line: &str, first: bool| {
            let line = line.trim_end();
            line.ends_with("$$") && (!first || line.len() > 4)
        };
        return Some((ForeignKind::Formula, Box::new(end)));
    }
    if line.starts_with("\\[") {
        return Some((
            ForeignKind::Formula,
            Box::new(|line, _| line.trim_end().ends_with("\\]")),
        ));
    }
    if line.starts_with("{:") {
        let alone = line.ends_with('}') && !line[2..line.len() - 1].contains('}');
        return alone.then(|| (ForeignKind::Call, Box::new(|_: &str, _| true) as Ends));
    }
    // A file that is taken in, or a mark of where a part of it begins and ends.
    if line.starts_with("--8<--") || line.starts_with("-8<-") {
        return Some((ForeignKind::Call, Box::new(|_: &str, _| true) as Ends));
    }
    if line.starts_with("{/*") {
        let end: Ends = Box::new(|line, _| line.trim_end().ends_with("*/}"));
        return Some((ForeignKind::Call, end));
    }
    let close = call_end(line)?;
    let name = call_name(line).to_owned();
    if CLOSED.contains(&name.as_str())
        && !line
            .trim_end_matches(['%', '}', '>', ' ', '-'])
            .ends_with('/')
    {
        let ends = move |line: &str, _: bool| {
            let line: String = line.split_whitespace().collect();
            ["{{</", "{{%/", "{%end", "{%-end"].iter().any(|open| {
                line.find(&format!("{open}{name}"))
                    .is_some_and(|at| line[at..].trim_end().ends_with('}'))
            })
        };
        return Some((ForeignKind::Call, Box::new(ends)));
    }
    if line.contains(close) {
        return is_template(line).then(|| (ForeignKind::Call, Box::new(|_: &str, _| true) as Ends));
    }
    // A call on several lines.
    Some((
        ForeignKind::Call,
        Box::new(move |line, _| line.trim_end().ends_with(close)),
    ))
}

/// The places of raw HTML, where none of these lines is read.
fn raw_blocks(text: &str, start: usize) -> Vec<Span> {
    Parser::new_ext(&text[start..], super::options())
        .into_offset_iter()
        .filter(|(event, _)| matches!(event, Event::Start(Tag::HtmlBlock)))
        .map(|(_, range)| Span::new(range.start + start, range.end + start))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::outline::line_ending;

    #[test]
    fn a_shadow_has_the_length_of_its_text() {
        let text = "a\n\n!!! note \"Über\"\n\n    b\n\n> :::tip Ö\n> c\n> :::\n\n$$\nx_1\n\n$$\n{{< a\n b >}}\n";
        let (shadow, found) = shadow(text, 0);
        assert_eq!(shadow.len(), text.len());
        let ends = |text: &str| -> Vec<usize> {
            (0..text.len())
                .filter(|at| line_ending(text, *at) > 0)
                .collect()
        };
        assert_eq!(ends(&shadow), ends(text));
        let titles: Vec<&str> = found
            .iter()
            .filter_map(|one| one.title)
            .map(|title| title.of(text))
            .collect();
        assert_eq!(titles, ["Über", "Ö"]);
        assert_eq!(found.len(), 5);
    }
}
