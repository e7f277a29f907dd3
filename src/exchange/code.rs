//! Inline codes: what a text has besides its words, as pieces that other tools keep whole.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, Event, LinkType, Parser, Tag, TagEnd};

use crate::document::{
    TokenKind, call_length, inline_tokens, is_void_html, markdown_options, readable_markdown,
};

/// How a text marks up what is no word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Markup {
    /// Inline Markdown, and tags within it.
    #[default]
    Markdown,
    /// Tags.
    Html,
    /// Nothing but placeables.
    Plain,
}

/// What a code does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CodeKind {
    /// Bold, or strong.
    Bold,
    /// Italic, or emphasised.
    Italic,
    /// Another format.
    Format,
    /// A link.
    Link,
    /// A picture.
    Image,
    /// A line break.
    Break,
    /// A placeable, or a call of a template.
    Variable,
    /// Code, marks of footnotes, comments, tags of other kinds.
    Other,
}

/// Whether a code stands for itself, or begins or ends something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It stands for itself.
    Alone,
    /// It begins the pair of that number.
    Start(usize),
    /// It ends it.
    End(usize),
}

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Words.
    Text(&'t str),
    /// A code as it is written.
    Code(&'t str, CodeKind, Role),
}

impl<'t> Piece<'t> {
    /// The piece as it is written.
    pub fn text(&self) -> &'t str {
        match self {
            Self::Text(text) | Self::Code(text, ..) => text,
        }
    }
}

/// A code's place.
#[derive(Debug, Clone)]
struct Place {
    range: Range<usize>,
    kind: CodeKind,
    role: Role,
}

/// Cuts a text into words and codes. Put together again the pieces are the text.
///
/// # Examples
/// ```
/// use satz::exchange::{CodeKind, Markup, Piece, Role, cut_codes};
/// let pieces = cut_codes("Der **Markt**.", Markup::Markdown);
/// assert_eq!(pieces[1], Piece::Code("**", CodeKind::Bold, Role::Start(0)));
/// assert_eq!(pieces[2], Piece::Text("Markt"));
/// ```
pub fn cut_codes(text: &str, markup: Markup) -> Vec<Piece<'_>> {
    let places = places(text, markup);
    let mut pieces = Vec::with_capacity(2 * places.len() + 1);
    let mut at = 0;
    for place in places {
        if place.range.start < at || text.get(place.range.clone()).is_none() {
            continue;
        }
        if place.range.start > at {
            pieces.push(Piece::Text(&text[at..place.range.start]));
        }
        at = place.range.end;
        pieces.push(Piece::Code(&text[place.range], place.kind, place.role));
    }
    if at < text.len() {
        pieces.push(Piece::Text(&text[at..]));
    }
    pieces
}

/// The codes of a text in its order; none overlaps another.
fn places(text: &str, markup: Markup) -> Vec<Place> {
    let mut places = match markup {
        Markup::Markdown if text.contains(['*', '_', '`', '<', '[', '~', '\\', '\n']) => {
            markdown(text)
        }
        Markup::Html if text.contains('<') => html(text),
        _ => Vec::new(),
    };
    places.retain(|place| !place.range.is_empty());
    places.sort_by_key(|place| (place.range.start, place.range.end));
    let taken: Vec<Range<usize>> = places.iter().map(|place| place.range.clone()).collect();
    for range in free(text, &taken) {
        placeables(text, range, markup, &mut places);
    }
    places.sort_by_key(|place| (place.range.start, place.range.end));
    places
}

/// What stands between ranges that ascend.
fn free(text: &str, taken: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut free = Vec::new();
    let mut at = 0;
    for range in taken {
        if range.start > at {
            free.push(at..range.start);
        }
        at = at.max(range.end);
    }
    free.push(at..text.len().max(at));
    free
}

/// Finds placeables, calls, marks of footnotes and line breaks in a stretch of text.
fn placeables(text: &str, range: Range<usize>, markup: Markup, places: &mut Vec<Place>) {
    let mut at = range.start;
    while let Some(found) = text[at..range.end].find(['{', '\n', '[']) {
        let start = at + found;
        let rest = &text[start..range.end];
        let (length, kind) = match rest.as_bytes()[0] {
            b'\n' => (
                rest.len() - rest.trim_start_matches('\n').len(),
                CodeKind::Break,
            ),
            b'[' if markup == Markup::Markdown && rest.starts_with("[^") => {
                (rest.find(']').map_or(0, |end| end + 1), CodeKind::Other)
            }
            b'{' => (placeable_length(rest).unwrap_or(0), CodeKind::Variable),
            _ => (0, CodeKind::Other),
        };
        at = start + length.max(1);
        if length > 0 {
            places.push(Place {
                range: start..start + length,
                kind,
                role: Role::Alone,
            });
        }
    }
}

/// The length of the placeable or call that a text begins with.
pub(crate) fn placeable_length(text: &str) -> Option<usize> {
    if let Some(length) = call_length(text) {
        return Some(length);
    }
    let inner = text.strip_prefix('{')?.trim_start_matches(' ');
    let is_name =
        inner.starts_with(['$', '-']) && inner[1..].starts_with(|c: char| c.is_ascii_alphabetic());
    let is_call = || {
        let name = inner.find(|c: char| !c.is_ascii_uppercase() && c != '_')?;
        (name > 1 && inner[name..].starts_with('(')).then_some(())
    };
    (is_name || is_call().is_some()).then(|| text.find('}').map(|end| end + 1))?
}

/// An element of Markdown that is open.
struct Frame {
    kind: Option<CodeKind>,
    range: Range<usize>,
    /// From the first to the last thing in it.
    content: Option<Range<usize>>,
    /// Tags that are open in it: name, place in the list.
    tags: Vec<(String, usize)>,
}

/// What stands before a text so that its first line is a paragraph, whatever it begins with.
const GUARD: &str = "x ";

fn markdown(text: &str) -> Vec<Place> {
    let guarded = format!("{GUARD}{text}");
    let mut places: Vec<Place> = Vec::new();
    let mut frames: Vec<Frame> = vec![Frame {
        kind: None,
        range: 0..guarded.len(),
        content: None,
        tags: Vec::new(),
    }];
    // A reference whose definition stands elsewhere is a link, too.
    let known = |link: BrokenLink<'_>| {
        let is_full = matches!(link.link_type, LinkType::Reference | LinkType::Collapsed);
        is_full.then(|| ("".into(), "".into()))
    };
    let parsed = readable_markdown(&guarded);
    let parser = Parser::new_with_broken_link_callback(&parsed, markdown_options(), Some(known));
    let mut pairs = 0;
    let mut inside_whole = 0_usize;
    for (event, range) in parser.into_offset_iter() {
        if inside_whole > 0 {
            match event {
                Event::Start(_) => inside_whole += 1,
                Event::End(_) => inside_whole -= 1,
                _ => {}
            }
            continue;
        }
        if !matches!(event, Event::End(_))
            && let Some(frame) = frames.last_mut()
        {
            let content = frame.content.get_or_insert(range.clone());
            content.end = content.end.max(range.end);
        }
        match event {
            Event::Start(Tag::Image { .. }) => {
                places.push(alone(range, CodeKind::Image));
                inside_whole = 1;
            }
            Event::Start(Tag::Link {
                link_type: LinkType::Autolink | LinkType::Email,
                ..
            }) => {
                places.push(alone(range, CodeKind::Link));
                inside_whole = 1;
            }
            Event::Start(tag) => frames.push(Frame {
                kind: kind_of(&tag),
                range,
                content: None,
                tags: Vec::new(),
            }),
            Event::End(end) => close(end, &mut frames, &mut places, &mut pairs),
            Event::Code(_) | Event::InlineMath(_) | Event::FootnoteReference(_) => {
                places.push(alone(range, CodeKind::Other));
            }
            Event::HardBreak => places.push(alone(range, CodeKind::Break)),
            Event::InlineHtml(_) | Event::Html(_) => {
                tag(&guarded, range, &mut frames, &mut places, &mut pairs);
            }
            _ => {}
        }
    }
    let shift = GUARD.len();
    places.retain(|place| place.range.start >= shift);
    for place in &mut places {
        place.range = place.range.start - shift..place.range.end - shift;
    }
    places
}

fn alone(range: Range<usize>, kind: CodeKind) -> Place {
    Place {
        range,
        kind,
        role: Role::Alone,
    }
}

fn kind_of(tag: &Tag<'_>) -> Option<CodeKind> {
    match tag {
        Tag::Strong => Some(CodeKind::Bold),
        Tag::Emphasis => Some(CodeKind::Italic),
        Tag::Strikethrough | Tag::Superscript | Tag::Subscript => Some(CodeKind::Format),
        Tag::Link { .. } => Some(CodeKind::Link),
        _ => None,
    }
}

/// Ends an element: what stands before and behind its content is a pair of codes.
fn close(_end: TagEnd, frames: &mut Vec<Frame>, places: &mut Vec<Place>, pairs: &mut usize) {
    if frames.len() < 2 {
        return;
    }
    let Some(frame) = frames.pop() else {
        return;
    };
    let Some(kind) = frame.kind else {
        return;
    };
    let Some(content) = frame
        .content
        .filter(|content| content.start > frame.range.start)
    else {
        places.push(alone(frame.range, kind));
        return;
    };
    for (range, role) in [
        (frame.range.start..content.start, Role::Start(*pairs)),
        (content.end..frame.range.end, Role::End(*pairs)),
    ] {
        places.push(Place { range, kind, role });
    }
    *pairs += 1;
}

/// A tag of HTML within Markdown: it makes a pair with one that is open in the same element.
fn tag(
    text: &str,
    range: Range<usize>,
    frames: &mut [Frame],
    places: &mut Vec<Place>,
    pairs: &mut usize,
) {
    let raw = &text[range.clone()];
    let Some(frame) = frames.last_mut() else {
        return;
    };
    let name: String = raw
        .trim_start_matches(['<', '/'])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect::<String>()
        .to_ascii_lowercase();
    let at = places.len();
    places.push(alone(range, kind_of_name(&name)));
    if raw.starts_with("</") {
        pair_up(&name, at, &mut frame.tags, places, pairs);
    } else if !name.is_empty()
        && !raw.ends_with("/>")
        && !is_void_html(&name)
        && raw.starts_with('<')
    {
        frame.tags.push((name, at));
    }
}

/// Makes an end tag and the last open tag of its name a pair. Tags opened since stay alone.
fn pair_up(
    name: &str,
    end: usize,
    open: &mut Vec<(String, usize)>,
    places: &mut [Place],
    pairs: &mut usize,
) {
    if let Some(place) = open.iter().rposition(|(other, _)| other == name) {
        let (_, start) = open[place];
        open.truncate(place);
        places[start].role = Role::Start(*pairs);
        places[end].role = Role::End(*pairs);
        *pairs += 1;
    }
}

fn kind_of_name(name: &str) -> CodeKind {
    match name {
        "b" | "strong" => CodeKind::Bold,
        "i" | "em" => CodeKind::Italic,
        "a" => CodeKind::Link,
        "img" | "picture" | "svg" => CodeKind::Image,
        "br" => CodeKind::Break,
        "u" | "s" | "del" | "ins" | "sub" | "sup" | "small" | "mark" | "code" | "kbd" => {
            CodeKind::Format
        }
        _ => CodeKind::Other,
    }
}

fn html(text: &str) -> Vec<Place> {
    let mut places = Vec::new();
    let mut open = Vec::new();
    let mut pairs = 0;
    for token in inline_tokens(text) {
        let range = token.span.start..token.span.end;
        let at = places.len();
        match token.kind {
            TokenKind::Start(name, _) => {
                places.push(alone(range.clone(), kind_of_name(&name)));
                if !is_void_html(&name) && !text[range].ends_with("/>") {
                    open.push((name, at));
                }
            }
            TokenKind::End(name) => {
                places.push(alone(range, kind_of_name(&name)));
                pair_up(&name, at, &mut open, &mut places, &mut pairs);
            }
            TokenKind::Aside => places.push(alone(range, CodeKind::Other)),
            TokenKind::Text => {}
        }
    }
    places
}

/// What is wrong with the codes of a translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodeFault {
    /// A code of the source is gone.
    Lost(String),
    /// A code stands there more often than in the source.
    Doubled(String),
    /// A code that the source does not have.
    Foreign(String),
}

impl CodeFault {
    /// One sentence about it.
    pub fn message(&self) -> String {
        match self {
            Self::Lost(code) => format!("the code `{code}` is gone"),
            Self::Doubled(code) => format!("the code `{code}` stands there too often"),
            Self::Foreign(code) => format!("the code `{code}` is none of the source"),
        }
    }
}

/// The codes of a text, each with how often it stands there: pairs as one, so that one that is crossed
/// or torn is another.
fn counted(text: &str, markup: Markup) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    let mut starts: BTreeMap<usize, &str> = BTreeMap::new();
    for piece in cut_codes(text, markup) {
        let Piece::Code(raw, _, role) = piece else {
            continue;
        };
        let key = match role {
            Role::Alone => raw.to_owned(),
            Role::Start(pair) => {
                starts.insert(pair, raw);
                continue;
            }
            Role::End(pair) => format!("{}…{raw}", starts.get(&pair).copied().unwrap_or_default()),
        };
        *counts.entry(key).or_default() += 1;
    }
    counts
}

/// Compares the codes of a translation with those of its source.
///
/// # Examples
/// ```
/// use satz::exchange::{CodeFault, Markup, compare_codes};
/// let faults = compare_codes("Der **Markt**.", "The market.", Markup::Markdown);
/// assert_eq!(faults, [CodeFault::Lost("**…**".into())]);
/// ```
pub fn compare_codes(source: &str, target: &str, markup: Markup) -> Vec<CodeFault> {
    let (wanted, given) = (counted(source, markup), counted(target, markup));
    let mut faults = Vec::new();
    for (code, count) in &wanted {
        let present = given.get(code).copied().unwrap_or(0);
        if present < *count {
            faults.push(CodeFault::Lost(code.clone()));
        } else if present > *count {
            faults.push(CodeFault::Doubled(code.clone()));
        }
    }
    let foreign = given.keys().filter(|code| !wanted.contains_key(*code));
    faults.extend(foreign.map(|code| CodeFault::Foreign(code.clone())));
    faults
}

#[cfg(test)]
mod tests {
    use super::{Markup, Piece, Role, compare_codes, cut_codes};

    /// A text with its codes in guillemets, numbered if they are pairs.
    fn shown(text: &str, markup: Markup) -> String {
        let pieces = cut_codes(text, markup)
            .into_iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.to_owned(),
                Piece::Code(raw, _, Role::Alone) => format!("«{raw}»"),
                Piece::Code(raw, _, Role::Start(pair)) => format!("«{raw}{pair}("),
                Piece::Code(raw, _, Role::End(pair)) => format!("){raw}{pair}»"),
            });
        pieces.collect()
    }

    #[test]
    fn markdown_is_cut_into_words_and_codes() {
        for (text, wanted) in [
            ("Ein Satz.", "Ein Satz."),
            (
                "Der **Markt** ist *offen*.",
                "Der «**0(Markt)**0» ist «*1(offen)*1».",
            ),
            ("**Ganz *fett* hier**", "«**1(Ganz «*0(fett)*0» hier)**1»"),
            (
                "Ein [Link](https://example.org) hier",
                "Ein «[0(Link)](https://example.org)0» hier",
            ),
            ("Ein [Link][a] und [sic]", "Ein «[0(Link)][a]0» und [sic]"),
            ("`Code` und ![Bild](b.png)", "«`Code`» und «![Bild](b.png)»"),
            (
                "Ein <b>Tag</b> und<br>mehr",
                "Ein «<b>0(Tag)</b>0» und«<br>»mehr",
            ),
            (
                "<https://example.org> [^1] Zeile\nzwei",
                "«<https://example.org>» «[^1]» Zeile«\n»zwei",
            ),
            (
                "{ $zahl } mal {{< x >}}, {nicht}",
                "«{ $zahl }» mal «{{< x >}}», {nicht}",
            ),
            ("7. Februar * 3 \\* 4", "7. Februar * 3 \\* 4"),
            ("# kein Titel", "# kein Titel"),
            ("- kein Punkt", "- kein Punkt"),
            ("**a <b>c** d</b>", "«**0(a «<b>»c)**0» d«</b>»"),
        ] {
            assert_eq!(shown(text, Markup::Markdown), wanted, "{text}");
        }
    }

    #[test]
    fn html_is_cut_into_words_and_codes() {
        for (text, wanted) in [
            (
                "Ein <a href='x'>Link</a><br/>!",
                "Ein «<a href='x'>0(Link)</a>0»«<br/>»!",
            ),
            (
                "2 < 3 <!-- so --> **nicht**",
                "2 < 3 «<!-- so -->» **nicht**",
            ),
            ("</i>zu", "«</i>»zu"),
        ] {
            assert_eq!(shown(text, Markup::Html), wanted, "{text}");
        }
        assert_eq!(shown("**a** <b>", Markup::Plain), "**a** <b>");
    }

    #[test]
    fn damage_of_codes_is_seen() {
        let source = "Der **Markt** hat `x` und <br> [hier](a.md).";
        let good = "The [here](a.md) **market** has <br> and `x`.";
        assert!(compare_codes(source, good, Markup::Markdown).is_empty());
        for bad in [
            "The market has `x` and <br> [here](a.md).",
            "The **market** has `x` `x` and <br> [here](a.md).",
            "The **market** has `y` and <br> [here](a.md).",
            "The **market** has `x` and <br> [here](b.md).",
            "The **market has `x` and <br> [here**](a.md).",
            "The __market__ has `x` and <br> [here](a.md).",
        ] {
            assert!(
                !compare_codes(source, bad, Markup::Markdown).is_empty(),
                "{bad}"
            );
        }
    }
}
