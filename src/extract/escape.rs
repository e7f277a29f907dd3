//! Which characters of a text would be markup in Markdown.

use super::piece::{Content, Piece};

/// How often marks that work in pairs stand in the texts of a line.
#[derive(Debug, Default)]
pub(super) struct Marks {
    stars: usize,
    lines: usize,
    ticks: usize,
    tildes: usize,
}

impl Marks {
    /// Counts the marks of a line. A style that is written with a mark makes it a pair.
    pub(super) fn of(pieces: &[Piece]) -> Self {
        let mut marks = Self::default();
        for piece in pieces {
            if piece.style.flags & (super::piece::STRONG | super::piece::EMPHASIS) != 0 {
                marks.stars = 2;
            }
            if piece.style.flags & super::piece::STRUCK != 0 {
                marks.tildes = 2;
            }
            match &piece.content {
                Content::Text(text) => {
                    let is_set = |at: usize| {
                        let before = text[..at].chars().next_back();
                        let after = text[at + 1..].chars().next();
                        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
                        !(blank(before) && blank(after))
                    };
                    let places = |mark: char| text.match_indices(mark).map(|(at, _)| at);
                    marks.stars += places('*').filter(|at| is_set(*at)).count();
                    marks.lines += places('_').filter(|at| is_set(*at)).count();
                    marks.ticks += places('`').count();
                    marks.tildes += places('~').filter(|at| is_set(*at)).count();
                }
                Content::Code(_) => marks.ticks = 2,
                _ => {}
            }
        }
        marks
    }
}

/// Writes a text as Markdown. `before` and `after` are what stands beside it, `all` whether every
/// mark is to be escaped, needed or not.
pub(super) fn escaped(
    text: &str,
    before: Option<char>,
    after: Option<char>,
    marks: &Marks,
    all: bool,
) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut last = before;
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let next = rest.chars().next().or(after);
        let always = all && matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' | '&');
        if always || is_markup(c, last, next, &text[at..], marks) {
            out.push('\\');
        }
        out.push(c);
        last = Some(c);
    }
    out
}

/// Markdown in which marks are escaped that work in pairs and stand there once, and brackets and marks of
/// code without a partner: beside other Markdown they may find one.
pub(super) fn lone_escaped(markdown: &str) -> String {
    let mut lone = Vec::new();
    let mut brackets = Vec::new();
    let mut marks: [(char, Vec<usize>); 3] = ['*', '_', '~'].map(|mark| (mark, Vec::new()));
    let mut at = 0;
    while let Some(found) = markdown[at..].find(['\\', '`', '[', ']', '*', '_', '~']) {
        at += found;
        let rest = &markdown[at..];
        let mut length = 1;
        match rest.as_bytes()[0] {
            b'\\' => length += rest[1..].chars().next().map_or(0, char::len_utf8),
            b'`' => {
                let run = rest.len() - rest.trim_start_matches('`').len();
                length = code_length(rest, run).unwrap_or_else(|| {
                    lone.extend(at..at + run);
                    run
                });
            }
            b'[' => brackets.push(at),
            b']' if brackets.pop().is_none() => lone.push(at),
            sign => {
                let mark = marks.iter_mut().find(|(mark, _)| *mark == char::from(sign));
                if let Some((_, places)) = mark.filter(|_| is_open(markdown, at)) {
                    places.push(at);
                }
            }
        }
        at += length;
    }
    lone.extend(brackets);
    lone.extend(marks.iter().filter_map(|(_, places)| match places[..] {
        [only] => Some(only),
        _ => None,
    }));
    lone.sort_unstable();
    let mut out = String::with_capacity(markdown.len() + lone.len());
    let mut done = 0;
    for at in lone {
        out.extend([&markdown[done..at], "\\"]);
        done = at;
    }
    out + &markdown[done..]
}

/// The length of the code that a text begins with, whose mark has `run` ticks; `None` if it has no end.
fn code_length(text: &str, run: usize) -> Option<usize> {
    let mut at = run;
    loop {
        at += text[at..].find('`')?;
        let length = text.len() - at - text[at..].trim_start_matches('`').len();
        at += length;
        if length == run {
            return Some(at);
        }
    }
}

/// Whether a mark in Markdown is neither alone between blanks nor, if it is a line, within a word.
fn is_open(markdown: &str, at: usize) -> bool {
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let last = markdown[..at].chars().next_back();
    let next = markdown[at + 1..].chars().next();
    let is_line = markdown[at..].starts_with('_');
    !(blank(last) && blank(next) || is_line && word(last) && word(next))
}

/// Whether a character would be markup where it stands.
fn is_markup(
    c: char,
    before: Option<char>,
    after: Option<char>,
    rest: &str,
    marks: &Marks,
) -> bool {
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    match c {
        '\\' => after.is_none_or(|after| after.is_ascii_punctuation()),
        '`' => marks.ticks > 1,
        '*' => marks.stars > 1 && !(blank(before) && blank(after)),
        '_' => {
            marks.lines > 1 && !(word(before) && word(after)) && !(blank(before) && blank(after))
        }
        '~' => marks.tildes > 1 && !(blank(before) && blank(after)),
        '$' => !blank(after) && begins_formula(rest),
        '<' => after.is_some_and(|after| after.is_ascii_alphabetic() || "/!?%".contains(after)),
        '&' => is_reference(rest),
        '[' => is_label(rest),
        _ => false,
    }
}

/// Whether a text begins with a dollar and what programs would take for a formula.
fn begins_formula(text: &str) -> bool {
    let mut ends = text.match_indices('$').skip(1);
    ends.any(|(at, _)| {
        let is_open = text[..at].ends_with(char::is_whitespace);
        !is_open && !text[at + 1..].starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Whether a text begins with a character reference.
fn is_reference(text: &str) -> bool {
    let Some(end) = text.find(';').filter(|end| (2..=33).contains(end)) else {
        return false;
    };
    let name = text[1..end].strip_prefix('#').unwrap_or(&text[1..end]);
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Whether brackets that a text begins with would be a link, a note or a box to tick. The brackets in them
/// are escaped if they would be one, so that the end of any may be the end of these.
fn is_label(text: &str) -> bool {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '[' => depth += 1,
            ']' => {
                if text[at + 1..].starts_with(['(', '[', ':', '{']) {
                    return true;
                }
                depth -= 1;
            }
            _ => {}
        }
        if depth == 0 {
            let inner = &text[1..at];
            return inner.starts_with(['^', '!']) || matches!(inner, " " | "x" | "X");
        }
    }
    false
}

/// Escapes what would begin another block at the start of a line.
pub(super) fn first_escaped(line: &str) -> String {
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t', '\n', '\\']);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=9).contains(&digits)
        && line[digits..].starts_with(['.', ')'])
        && ends(&line[digits + 1..])
    {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
    let first = line.chars().next().unwrap_or(' ');
    let same = |least: usize| {
        let bare: String = line.chars().filter(|c| !c.is_whitespace()).collect();
        bare.len() >= least && bare.chars().all(|c| c == first)
    };
    let begins = match first {
        '#' => hashes <= 6 && ends(&line[hashes..]),
        // Three pluses at the beginning of an article would open front matter.
        '-' | '+' | '*' => ends(&line[1..]) || same(3) || first == '-' && same(1),
        '_' => same(3),
        '=' => same(1),
        ':' => ends(&line[1..]) || line.starts_with(":::"),
        '>' => true,
        '~' => line.starts_with("~~~"),
        // With another one behind it, it is code within the line.
        '`' => line.starts_with("```") && !line.trim_start_matches('`').contains('`'),
        '|' => line.trim_end().ends_with('|'),
        '!' => line.starts_with("!!! "),
        _ => false,
    };
    if begins {
        format!("\\{line}")
    } else {
        line.to_owned()
    }
}
