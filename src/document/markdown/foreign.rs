//! Lines that a site's generator reads and `CommonMark` does not know: admonitions and tabs
//! (`!!! note "Title"`, `=== "Tab"`), fences of containers (`:::tip Title`), calls of templates,
//! attributes of kramdown, displayed formulas.
//!
//! They are carried through, but for titles. The parser sees them as blank lines, or, where an
//! indented text belongs to a line, as an item of a list: a text of the same length, so that all
//! places agree.

use super::call::{CLOSED, call_blocks, call_name};
use super::jsx;
use super::link::line_block;
use super::raw::RawBlocks;
use crate::document::outline::lines;
use crate::document::template::{call_end, is_template};
use crate::document::{Block, BlockKind, Context, Options};
use crate::text::Span;
use std::collections::VecDeque;

/// Most lines of a formula or a call.
pub(super) const LONGEST: usize = 400;
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

/// Whether a line of a value would be one of these.
pub(crate) fn is_foreign(line: &str) -> bool {
    line.starts_with("$$")
        || line.starts_with("{:")
        || header(line).is_some()
        || fence(line).is_some()
}

/// The lines of a text that `CommonMark` does not know.
pub(super) fn find(text: &str, start: usize, raw: &RawBlocks<'_>) -> Vec<Foreign> {
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
                None if length >= 3
                    && (first == b'~' || !inner[length..].contains('`'))
                    && !raw.holds(line.start) =>
                {
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
        let depth = quotes(line.of(text));
        let line = whole.of(text);
        let header = || header(line).filter(|_| has_body(text, whole));
        if let Some((kind, title)) = header().or_else(|| fence(line)) {
            found.push(Foreign {
                span: whole,
                kind,
                title: title.map(|title| title.shifted(at)),
            });
        } else if let Some((kind, end)) = ends(line) {
            let next = || all.pop_front().or_else(|| rest.next());
            match last_line(text, whole, kind, &end, depth, next) {
                Ok(last) => found.push(Foreign {
                    span: Span::new(at, last),
                    kind,
                    title: None,
                }),
                Err(taken) => taken
                    .into_iter()
                    .rev()
                    .for_each(|line| all.push_front(line)),
            }
        }
    }
    found
}

/// Where what begins with a line ends, if it does: or the lines that were needed to see that it does not, which
/// are to be read once more.
fn last_line(
    text: &str,
    first: Span,
    kind: ForeignKind,
    end: &Ends,
    depth: usize,
    mut next: impl FnMut() -> Option<Span>,
) -> Result<usize, Vec<Span>> {
    if end(first.of(text), true) {
        return Ok(first.end);
    }
    let mut taken = Vec::new();
    let mut has_blank = false;
    while taken.len() < LONGEST
        && let Some(span) = next()
    {
        taken.push(span);
        let line = span.of(text);
        if kind == ForeignKind::Formula {
            // It ends with its quote. A call does not: it is read before the quote is.
            if quotes(line) < depth {
                break;
            }
            let inner = line.trim_start_matches([' ', '\t', '>']).trim_end();
            has_blank |= inner.is_empty();
            // Behind a blank line only marks that stand alone end it.
            let is_inside = quotes(line) > depth;
            if is_inside || has_blank && !matches!(inner, "$$" | "\\]") {
                continue;
            }
        }
        if end(line, false) {
            return Ok(span.start + seen(line));
        }
    }
    Err(taken)
}

/// How many marks of quotes a line begins with.
fn quotes(line: &str) -> usize {
    line.bytes()
        .take_while(|byte| b" \t>".contains(byte))
        .filter(|byte| *byte == b'>')
        .count()
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
