//! What a German block has besides words, which its translation may have as well.

use super::scan::{Part, scan};
use super::tag::Tags;
use crate::catalog::rendering;
use crate::document::{
    Block, Context, Piece, TokenKind, call_frame, call_length, formulas, inline_tokens,
};
use crate::text::Span;
use rustc_hash::FxHashSet;

/// The longest address that is looked for.
const LONGEST: usize = 2000;

/// Whether a text has formulas between two dollars each, and no such dollars besides.
pub(super) fn has_formulas(text: &str) -> bool {
    let marks = text.matches("$$").count();
    let inner = formulas(text, Span::new(0, text.len())).into_iter();
    let shown = inner.filter(|span| span.of(text).starts_with("$$"));
    marks > 0 && marks == 2 * shown.count()
}

/// Whether a text has escaped brackets, and all of them in pairs.
pub(super) fn has_brackets(text: &str) -> bool {
    let opened = text.matches("\\[").count();
    opened > 0 && opened == text.matches("\\]").count()
}

/// What a German block has besides words.
#[derive(Debug, Default)]
pub(in crate::assemble) struct German<'a> {
    /// Its tags and comments.
    pub(super) tags: Tags,
    /// Its code spans, with their marks.
    pub(super) code: FxHashSet<String>,
    /// What stands in braces in it: attributes, calls of templates, expressions.
    groups: FxHashSet<String>,
    /// Its calls without the texts in them.
    calls: FxHashSet<String>,
    /// Where its links lead.
    pub(super) targets: FxHashSet<String>,
    /// Whether it has formulas between two dollars each.
    pub(super) has_formulas: bool,
    /// Whether it has escaped brackets in pairs, which some programs read as formulas.
    pub(super) has_brackets: bool,
    /// Schemes that a link may have.
    pub(super) schemes: &'a [&'a str],
    /// How its lines are broken: what stands before the line's end, and where.
    breaks: Vec<(usize, Box<str>)>,
}

impl<'a> German<'a> {
    /// Reads a block.
    pub(in crate::assemble) fn of(block: &Block, article: &str, schemes: &'a [&'a str]) -> Self {
        // As a translator sees it.
        let text = block.text(article);
        let text = rendering(&text);
        let pieces = block.pieces.iter();
        let breaks =
            pieces.filter_map(|piece| Some((piece.span.start, hard_break(piece, article)?.into())));
        let mut german = Self {
            breaks: breaks.collect(),
            schemes,
            has_formulas: has_formulas(&text),
            has_brackets: has_brackets(&text),
            ..Self::default()
        };
        if matches!(block.context, Context::Html { .. }) {
            let tokens = inline_tokens(&text).into_iter();
            let tokens = tokens.filter(|token| !matches!(token.kind, TokenKind::Text));
            let written = tokens.map(|token| {
                let raw = token.span.of(&text).to_owned();
                (token, raw)
            });
            german.tags = Tags::of(written.collect());
            let groups = scan(&text).into_iter();
            let groups = groups.filter(|(part, _)| matches!(part, Part::Group));
            german.groups = groups.map(|(_, span)| span.of(&text).to_owned()).collect();
        } else {
            let mut tokens = Vec::new();
            for (part, span) in scan(&text) {
                let raw = span.of(&text).to_owned();
                match part {
                    Part::Tag(token) => tokens.push((token, raw)),
                    Part::Code => {
                        german.code.insert(raw);
                    }
                    Part::Group => {
                        german.groups.insert(raw);
                    }
                    Part::Autolink | Part::Stray => {}
                }
            }
            german.tags = Tags::of(tokens);
            let targets = text
                .match_indices("](")
                .map(|(at, _)| target(&text[at + 2..]));
            german.targets = targets.map(str::to_owned).collect();
        }
        let calls = german.groups.iter().filter_map(|group| call_frame(group));
        german.calls = calls.collect();
        german
    }

    /// Whether what stands in braces stands there in the German, or is a call of it with other texts.
    pub(super) fn has_group(&self, group: &str) -> bool {
        self.groups.contains(group)
            || call_frame(group).is_some_and(|frame| self.calls.contains(&frame))
    }

    /// The group that a text begins with, if the German has it.
    pub(super) fn group_at<'t>(&self, text: &'t str) -> Option<&'t str> {
        let known = self
            .groups
            .iter()
            .find(|group| text.starts_with(group.as_str()));
        known.map(|group| &text[..group.len()]).or_else(|| {
            let call = &text[..call_length(text)?];
            self.has_group(call).then_some(call)
        })
    }

    /// How the line breaks of a stretch of the article are written, else the first of the block.
    pub(super) fn breaks(&self, start: usize, end: usize) -> &[(usize, Box<str>)] {
        let from = self.breaks.partition_point(|(at, _)| *at < start);
        let to = self.breaks.partition_point(|(at, _)| *at < end);
        if from < to {
            &self.breaks[from..to]
        } else {
            &self.breaks[..self.breaks.len().min(1)]
        }
    }
}

/// Where a link leads, with all that could belong to the address: up to a bracket or the line's end.
pub(super) fn target(inner: &str) -> &str {
    let mut most = inner.len().min(LONGEST);
    while !inner.is_char_boundary(most) {
        most -= 1;
    }
    inner[..most].split([')', '\n']).next().unwrap_or_default()
}

/// What stands before the line's end in a hard line break of Markdown: blanks or a backslash.
pub(in crate::assemble) fn hard_break<'a>(piece: &Piece, article: &'a str) -> Option<&'a str> {
    if piece.reads.as_deref() != Some("\n") {
        return None;
    }
    let raw = piece.span.of(article);
    raw.find(['\n', '\r']).map(|end| &raw[..end])
}
