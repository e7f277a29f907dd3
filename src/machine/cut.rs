//! A text cut into words and what a machine must bring back as it is.

use std::ops::Range;

use crate::exchange::{CodeKind, Markup, Piece, Role, cut_codes};

/// What stands before all words of a text and behind them.
pub(super) type Edges = (String, String);

/// Cuts a text: its codes, addresses, expressions and the names in `kept` are codes; a pair with no
/// words in it is one. What stands around all words is given apart.
pub(super) fn cut<'t>(source: &'t str, markup: Markup, kept: &[&str]) -> (Edges, Vec<Piece<'t>>) {
    let mut pieces: Vec<Piece<'t>> = Vec::new();
    for piece in cut_codes(source, markup) {
        match piece {
            Piece::Text(text) => split_fixed(text, kept, &mut pieces),
            Piece::Code(raw, CodeKind::Image, Role::Alone) => {
                split_image(raw, IMAGES + pieces.len(), &mut pieces);
            }
            code @ Piece::Code(..) => pieces.push(code),
        }
    }
    let merged = merge(source, &pieces);
    let (edges, inner) = peel(&merged);
    (edges, inner.to_vec())
}

/// The number of the first pair that a picture makes: beyond those of all other pairs.
const IMAGES: usize = 1 << 32;

/// Cuts what a picture is called out of its code, so that it is translated.
fn split_image<'t>(raw: &'t str, pair: usize, pieces: &mut Vec<Piece<'t>>) {
    match image_name(raw) {
        Some(name) => {
            let (start, end) = (name.start, name.end);
            pieces.push(Piece::Code(
                &raw[..start],
                CodeKind::Image,
                Role::Start(pair),
            ));
            pieces.push(Piece::Text(&raw[name]));
            pieces.push(Piece::Code(&raw[end..], CodeKind::Image, Role::End(pair)));
        }
        None => pieces.push(Piece::Code(raw, CodeKind::Image, Role::Alone)),
    }
}

/// The place of what a picture of Markdown is called, if that is plain words.
fn image_name(raw: &str) -> Option<Range<usize>> {
    let inner = raw.strip_prefix("![")?;
    let end = inner.find(']')?;
    let name = &inner[..end];
    let is_plain = !name.trim().is_empty() && !name.contains(['[', '\\', '*', '_', '`', '<']);
    (is_plain && inner[end..].starts_with("](")).then_some(2..2 + end)
}

/// A text whose pictures are called nothing.
pub(super) fn without_names(text: &str, markup: Markup) -> String {
    let pieces = cut_codes(text, markup).into_iter();
    let bare = pieces.map(|piece| match piece {
        Piece::Code(raw, CodeKind::Image, Role::Alone) => match image_name(raw) {
            Some(name) => format!("{}{}", &raw[..name.start], &raw[name.end..]),
            None => raw.to_owned(),
        },
        piece => piece.text().to_owned(),
    });
    bare.collect()
}

/// Cuts addresses and names that stay out of words.
fn split_fixed<'t>(text: &'t str, kept: &[&str], pieces: &mut Vec<Piece<'t>>) {
    let mut start = 0;
    let mut at = 0;
    while at < text.len() {
        let is_start =
            text[at..].starts_with(['{', '<']) || !text[..at].ends_with(char::is_alphanumeric);
        let length = if is_start {
            fixed_length(&text[at..], kept)
        } else {
            0
        };
        if length > 0 {
            if start < at {
                pieces.push(Piece::Text(&text[start..at]));
            }
            pieces.push(Piece::Code(
                &text[at..at + length],
                CodeKind::Other,
                Role::Alone,
            ));
            at += length;
            start = at;
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    if start < text.len() {
        pieces.push(Piece::Text(&text[start..]));
    }
}

/// The length of the address or the name that a text begins with; 0 if it begins with none.
fn fixed_length(text: &str, kept: &[&str]) -> usize {
    // Expressions and variables of other templates, and tags where they are text.
    let inner = text
        .strip_prefix('{')
        .and_then(|inner| inner.split_once('}'));
    if let Some((name, _)) =
        inner.filter(|(name, _)| !name.is_empty() && !name.contains(['{', '\n']))
    {
        return name.len() + 2;
    }
    let inner = text
        .strip_prefix('<')
        .and_then(|inner| inner.split_once('>'));
    let is_tag = |name: &str| name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    if let Some((name, _)) = inner.filter(|(name, _)| is_tag(name) && !name.contains(['<', '\n'])) {
        return name.len() + 2;
    }
    let word = text.split(char::is_whitespace).next().unwrap_or_default();
    let word = word.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/');
    let is_address = ["https://", "http://", "www."]
        .iter()
        .any(|head| word.starts_with(head))
        || word.split_once('@').is_some_and(|(name, host)| {
            let is_name = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
            !name.is_empty() && name.chars().all(is_name) && host.contains('.')
        });
    if is_address {
        return word.len();
    }
    let is_whole = |name: &&&str| {
        text.strip_prefix(**name)
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    kept.iter()
        .filter(is_whole)
        .map(|name| name.len())
        .max()
        .unwrap_or(0)
}

/// Makes a pair with no words in it one code that stands alone.
fn merge<'t>(source: &'t str, pieces: &[Piece<'t>]) -> Vec<Piece<'t>> {
    let mut merged: Vec<Piece<'t>> = Vec::new();
    // Where each begins in the source.
    let mut starts: Vec<usize> = Vec::new();
    let mut at = 0;
    for piece in pieces {
        let begin = match piece {
            Piece::Code(_, _, Role::End(pair)) => merged.iter().rposition(
                |other| matches!(other, Piece::Code(_, _, Role::Start(other)) if other == pair),
            ),
            _ => None,
        };
        let end = at + piece.text().len();
        let is_wordless = |part: &[Piece<'_>]| {
            let mut inner = part.iter().skip(1);
            inner.all(|piece| match piece {
                Piece::Text(text) => text.trim().is_empty(),
                Piece::Code(_, _, role) => *role == Role::Alone,
            })
        };
        if let Some(begin) = begin.filter(|begin| is_wordless(&merged[*begin..])) {
            let start = starts[begin];
            merged.truncate(begin);
            starts.truncate(begin + 1);
            let whole = &source[start..end];
            merged.push(Piece::Code(whole, CodeKind::Other, Role::Alone));
        } else {
            merged.push(*piece);
            starts.push(at);
        }
        at = end;
    }
    merged
}

/// Takes off what stands around all words and can stand nowhere else: pairs around the whole, pictures,
/// breaks and marks of footnotes at the ends.
fn peel<'p, 't>(pieces: &'p [Piece<'t>]) -> (Edges, &'p [Piece<'t>]) {
    let mut edges = (String::new(), Vec::new());
    let mut inner = pieces;
    let is_edge = |piece: &Piece<'_>| match piece {
        Piece::Code(_, CodeKind::Image | CodeKind::Break, Role::Alone) => true,
        Piece::Code(raw, _, Role::Alone) => raw.starts_with("[^"),
        Piece::Text(text) => text.trim().is_empty(),
        Piece::Code(..) => false,
    };
    loop {
        match inner {
            [
                Piece::Code(start, _, Role::Start(one)),
                middle @ ..,
                Piece::Code(end, _, Role::End(other)),
            ] if one == other => {
                edges.0.push_str(start);
                edges.1.push(*end);
                inner = middle;
            }
            [first, middle @ ..] if is_edge(first) => {
                edges.0.push_str(first.text());
                inner = middle;
            }
            [middle @ .., last] if is_edge(last) => {
                edges.1.push(last.text());
                inner = middle;
            }
            _ => break,
        }
    }
    edges.1.reverse();
    ((edges.0, edges.1.concat()), inner)
}
