//! Comments in fenced code, up to the end of their lines: the fence names the language, and it the mark.

use super::super::outline::lines;
use crate::document::{Block, BlockKind, Context, Piece, Pieces};
use crate::text::Span;
use std::borrow::Cow;

/// Marks with which a comment begins that goes to the end of its line, and the languages that have
/// it, as fences name them.
const MARKS: [(&str, &[&str]); 4] = [
    (
        "#",
        &[
            "bash",
            "dockerfile",
            "elixir",
            "ini",
            "julia",
            "make",
            "makefile",
            "nix",
            "perl",
            "powershell",
            "py",
            "python",
            "r",
            "rb",
            "ruby",
            "sh",
            "shell",
            "toml",
            "yaml",
            "yml",
            "zsh",
        ],
    ),
    (
        "//",
        &[
            "c",
            "c++",
            "cpp",
            "cs",
            "csharp",
            "dart",
            "go",
            "java",
            "javascript",
            "js",
            "json5",
            "jsonc",
            "jsx",
            "kotlin",
            "php",
            "rs",
            "rust",
            "scala",
            "swift",
            "ts",
            "tsx",
            "typescript",
            "zig",
        ],
    ),
    ("--", &["ada", "elm", "haskell", "hs", "lua", "sql"]),
    ("%", &["erlang", "latex", "matlab", "tex"]),
];

/// The language that the words behind a fence name.
pub(crate) fn language(info: &str) -> &str {
    let end = info.find([' ', '\t', ',', '{', '}', ':']);
    &info[..end.unwrap_or(info.len())]
}

/// The mark of comments in a language.
fn mark_of(language: &str) -> Option<&'static str> {
    let of = |(mark, names): &(&'static str, &[&str])| {
        let named = names.iter().any(|name| name.eq_ignore_ascii_case(language));
        named.then_some(*mark)
    };
    MARKS.iter().find_map(of)
}

/// The languages in which comments are known, as fences name them.
pub(crate) fn comment_languages() -> Vec<&'static str> {
    let mut names: Vec<&str> = MARKS
        .iter()
        .flat_map(|(_, names)| *names)
        .copied()
        .collect();
    names.sort_unstable();
    names
}

/// The mark of comments in code whose fence has these words, if its language is one of those.
pub(super) fn mark(info: &str, languages: &[String]) -> Option<&'static str> {
    let language = language(info);
    let mut wanted = languages.iter();
    wanted
        .any(|one| one.eq_ignore_ascii_case(language))
        .then(|| mark_of(language))
        .flatten()
}

/// Where the text of a comment begins in a line that holds nothing else.
fn text(line: &str, mark: &str) -> Option<usize> {
    let rest = line.trim_start().strip_prefix(mark)?;
    let text = rest.trim_start_matches([' ', '\t']);
    let is_one = text.len() < rest.len() || rest.is_empty();
    is_one.then(|| line.len() - text.len())
}

/// Where the code of a line ends and the text of the comment begins that stands behind it: the mark
/// has blanks on both sides, and no quoted text is open before it.
fn behind_code(line: &str, mark: &str) -> Option<(usize, usize)> {
    let is_closed = |code: &str| {
        let quotes = ['"', '\'', '`'];
        let is_even = |quote: &char| code.matches(*quote).count().is_multiple_of(2);
        quotes.iter().all(is_even)
    };
    let mut places = line.match_indices(mark);
    places.find_map(|(at, _)| {
        let code = line[..at].trim_end_matches([' ', '\t']);
        let rest = &line[at + mark.len()..];
        let text = rest.trim_start_matches([' ', '\t']);
        let is_apart = code.len() < at && text.len() < rest.len() && !text.is_empty();
        let is_comment = is_apart && !code.is_empty() && is_closed(code);
        is_comment.then(|| (code.len(), line.len() - text.len()))
    })
}

/// Code whose fence has these words, without the comments that could be translated in it.
pub(super) fn bare<'a>(info: &str, code: &'a str) -> impl Iterator<Item = &'a str> {
    let mark = mark_of(language(info));
    code.lines().filter_map(move |line| {
        let Some(mark) = mark else {
            return Some(line);
        };
        // A line in a quotation or a list has marks of these before it.
        let start = line.len() - line.trim_start_matches(['>', ' ', '\t']).len();
        if text(&line[start..], mark).is_some() {
            return None;
        }
        Some(behind_code(line, mark).map_or(line, |(end, _)| &line[..end]))
    })
}

/// Collects the comments of a block of code.
#[derive(Debug)]
pub(super) struct Comments {
    mark: &'static str,
    found: Vec<Comment>,
}

/// A comment: lines that follow each other and hold nothing else, or what stands behind code.
#[derive(Debug)]
struct Comment {
    lines: Vec<Span>,
    is_behind_code: bool,
}

impl Comments {
    pub(super) fn new(mark: &'static str) -> Self {
        Self {
            mark,
            found: Vec::new(),
        }
    }

    /// Takes the next stretch of the code.
    pub(super) fn take(&mut self, article: &str, code: Span) {
        for line in lines(&article[..code.end], code.start) {
            let raw = line.of(article).trim_end();
            let alone = text(raw, self.mark);
            let behind = || behind_code(raw, self.mark).map(|(_, at)| at);
            let Some(at) = alone.or_else(behind).filter(|at| *at < raw.len()) else {
                continue;
            };
            let span = Span::new(line.start + at, line.start + raw.len());
            let is_next = |last: &Span| {
                let gap = article[last.end..span.start].replace("\r\n", "\n");
                gap.matches(['\n', '\r']).count() == 1
            };
            let goes_on = |comment: &&mut Comment| {
                let is_alone = alone.is_some() && !comment.is_behind_code;
                is_alone && comment.lines.last().is_some_and(is_next)
            };
            match self.found.last_mut().filter(goes_on) {
                Some(comment) => comment.lines.push(span),
                None => self.found.push(Comment {
                    lines: vec![span],
                    is_behind_code: alone.is_none(),
                }),
            }
        }
    }

    /// A block for each comment: lines that follow each other are one.
    pub(super) fn blocks(self) -> impl Iterator<Item = Block> {
        self.found.into_iter().map(|Comment { lines, .. }| {
            let mut pieces: Vec<Piece> = Vec::with_capacity(2 * lines.len());
            for line in lines {
                if let Some(last) = pieces.last() {
                    pieces.push(Piece {
                        span: Span::new(last.span.end, line.start),
                        reads: Some(Cow::Borrowed(" ")),
                    });
                }
                pieces.push(Piece::verbatim(line));
            }
            let ends = pieces.first().zip(pieces.last());
            let span = ends.map(|(first, last)| Span::new(first.span.start, last.span.end));
            Block {
                kind: BlockKind::Comment,
                span: span.unwrap_or_default(),
                name: None,
                reason: Some("a comment in code".into()),
                translate: true,
                pieces: Pieces::from(pieces),
                atoms: Box::default(),
                context: Context::Comment,
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_behind_code_stands_apart_from_it() {
        for (line, mark, found) in [
            ("tor: 1 # offen", "#", Some("offen")),
            ("tor: \"a # b\" # offen", "#", Some("offen")),
            ("tor: \"a # b\"", "#", None),
            ("tor: 'a # b", "#", None),
            ("tor#1 offen", "#", None),
            ("tor: 1 #offen", "#", None),
            ("tor: 1 # ", "#", None),
            ("# offen", "#", None),
            ("x = 1; // ein Tor", "//", Some("ein Tor")),
            ("a(\"https://b.example\")", "//", None),
            ("select 1 -- eins", "--", Some("eins")),
        ] {
            let text = behind_code(line, mark).map(|(_, at)| &line[at..]);
            assert_eq!(text, found, "{line}");
        }
    }

    #[test]
    fn code_without_its_comments_is_the_same_in_every_language() {
        let german = "# Das Tor\ntor: 1 # offen\nhof: '#'\n";
        let english = "tor: 1   # open\nhof: '#'\n";
        assert!(bare("yaml", german).eq(bare("yaml", english)));
        assert!(!bare("yaml", german).eq(bare("yaml", "tor: 2 # open\nhof: '#'\n")));
    }
}
