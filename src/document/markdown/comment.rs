//! Comments in fenced code: lines that begin with the mark of the language, which its fence names.

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
fn language(info: &str) -> &str {
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

/// Where the text of a comment begins in a line; of one that is not alone on its line nowhere.
fn text(line: &str, mark: &str) -> Option<usize> {
    let rest = line.trim_start().strip_prefix(mark)?;
    let text = rest.trim_start_matches([' ', '\t']);
    let is_one = text.len() < rest.len() || rest.is_empty();
    is_one.then(|| line.len() - text.len())
}

/// Code whose fence has these words, without the comments that could be translated in it.
pub(super) fn bare<'a>(info: &str, code: &'a str) -> impl Iterator<Item = &'a str> {
    let mark = mark_of(language(info));
    // A line in a quotation or a list has marks of these before it.
    let is_comment = move |line: &&str| {
        let line = line.trim_start_matches(['>', ' ', '\t']);
        mark.is_some_and(|mark| text(line, mark).is_some())
    };
    code.lines().filter(move |line| !is_comment(line))
}

/// Collects the comments of a block of code.
#[derive(Debug)]
pub(super) struct Comments {
    mark: &'static str,
    /// The texts of the lines of each.
    found: Vec<Vec<Span>>,
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
            let Some(at) = text(raw, self.mark).filter(|at| *at < raw.len()) else {
                continue;
            };
            let span = Span::new(line.start + at, line.start + raw.len());
            let is_next = |last: &Span| {
                let gap = article[last.end..span.start].replace("\r\n", "\n");
                gap.matches(['\n', '\r']).count() == 1
            };
            let mut before = self.found.last_mut();
            match before
                .as_mut()
                .filter(|lines| lines.last().is_some_and(is_next))
            {
                Some(lines) => lines.push(span),
                None => self.found.push(vec![span]),
            }
        }
    }

    /// A block for each comment: lines that follow each other are one.
    pub(super) fn blocks(self) -> impl Iterator<Item = Block> {
        self.found.into_iter().map(|lines| {
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
                reason: Some(Cow::Borrowed("a comment in code")),
                translate: true,
                pieces: Pieces::from(pieces),
                atoms: Box::default(),
                context: Context::Comment,
            }
        })
    }
}
