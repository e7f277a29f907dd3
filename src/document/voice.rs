//! What the author says to the translator in the article itself: notes, and what is to be left as it
//! is. `<!-- satz: off -->` … `<!-- satz: on -->`, `<!-- satz: skip -->`, `<!-- satz: note … -->`, the
//! like of other tools, `translate="no"`, the class `notranslate`, and a foreign `lang`.

use super::html::element::is_void;
use super::{Block, Node, Note, Pieces, Token, TokenKind};
use crate::text::Span;
use std::collections::HashMap;

/// Whose comments are read.
const SPEAKERS: [&str; 4] = ["satz", "i18n", "mdbook-xgettext", "translate"];

/// What a comment says.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Mark {
    Off,
    On,
    Skip,
    Note(String),
}

/// Collects what is said, in the order of the article.
#[derive(Debug, Default)]
pub(super) struct Voice {
    marks: Vec<(Span, Mark)>,
    /// Elements that say whether they are translated, with the reason where they are not.
    regions: Vec<(Span, Option<String>)>,
    /// Per name, the open elements: where they begin and what they say.
    open: HashMap<String, Vec<(usize, Option<Said>)>>,
}

/// What an element says of its content: why it is left, or that it is translated after all.
type Said = Option<String>;

impl Voice {
    /// Takes a tag or a comment at its place in the article; `language` is the article's.
    pub(super) fn token(&mut self, token: &Token, raw: &str, span: Span, language: &str) {
        match &token.kind {
            TokenKind::Aside => self.comment(raw, span),
            TokenKind::Start(name, _) if !is_void(name) => {
                let said = said(token, language);
                if said.is_some() || self.open.contains_key(name) {
                    let open = self.open.entry(name.clone()).or_default();
                    open.push((span.start, said));
                }
            }
            TokenKind::End(name) => {
                let Some((start, said)) = self.open.get_mut(name).and_then(Vec::pop) else {
                    return;
                };
                if let Some(reason) = said {
                    self.regions.push((Span::new(start, span.end), reason));
                }
            }
            _ => {}
        }
    }

    /// Takes a comment of HTML or MDX.
    pub(super) fn comment(&mut self, raw: &str, span: Span) {
        let inner = raw
            .strip_prefix("<!--")
            .and_then(|raw| raw.strip_suffix("-->"))
            .or_else(|| {
                raw.strip_prefix("{/*")
                    .and_then(|raw| raw.strip_suffix("*/}"))
            });
        if let Some(mark) = inner.and_then(read) {
            self.marks.push((span, mark));
        }
    }

    /// Leaves the blocks out that are not to be translated; returns the notes on the others.
    pub(super) fn heed(mut self, blocks: &mut [Block], nodes: &[Node], end: usize) -> Vec<Note> {
        if self.marks.is_empty() && self.regions.is_empty() {
            return Vec::new();
        }
        self.marks.sort_by_key(|(span, _)| span.start);
        let mut off = None;
        for (span, mark) in &self.marks {
            match mark {
                Mark::Off => off = off.or(Some(span.start)),
                Mark::On => {
                    if let Some(start) = off.take() {
                        self.regions
                            .push((Span::new(start, span.end), Some(comment_reason("off"))));
                    }
                }
                Mark::Skip => {
                    let next = nodes.partition_point(|node| node.span.start < span.end);
                    if let Some(node) = nodes.get(next) {
                        self.regions.push((node.span, Some(comment_reason("skip"))));
                    }
                }
                Mark::Note(_) => {}
            }
        }
        if let Some(start) = off {
            self.regions
                .push((Span::new(start, end), Some(comment_reason("off"))));
        }
        self.regions
            .sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
        leave(blocks, &self.regions);
        let note = |(span, mark): &(Span, Mark)| {
            let Mark::Note(text) = mark else { return None };
            let after = blocks.partition_point(|block| block.span.start < span.end);
            let block = after + blocks[after..].iter().position(|block| block.translate)?;
            Some(Note {
                block,
                text: text.as_str().into(),
            })
        };
        self.marks.iter().filter_map(note).collect()
    }
}

fn comment_reason(word: &str) -> String {
    format!("the author says `{word}`")
}

/// Leaves out each block whose innermost region says so. Regions and blocks ascend.
fn leave(blocks: &mut [Block], regions: &[(Span, Option<String>)]) {
    let mut around: Vec<usize> = Vec::new();
    let mut next = 0;
    for block in blocks {
        while next < regions.len() && regions[next].0.start <= block.span.start {
            around.push(next);
            next += 1;
        }
        while around
            .last()
            .is_some_and(|at| regions[*at].0.end <= block.span.start)
        {
            around.pop();
        }
        let holds = |at: &&usize| regions[**at].0.end >= block.span.end;
        let Some(reason) = around
            .iter()
            .rev()
            .find(holds)
            .and_then(|at| regions[*at].1.clone())
        else {
            continue;
        };
        if block.translate {
            block.translate = false;
            block.pieces = Pieces::NONE;
            block.atoms = Box::default();
            block.reason = Some(reason.into());
        }
    }
}

/// What an element says of its content.
fn said(token: &Token, language: &str) -> Option<Said> {
    let value = |name: &str| {
        token
            .attribute(name)
            .map(|found| found.value.to_ascii_lowercase())
    };
    match value("translate").as_deref() {
        Some("no") => return Some(Some("translate: the page says `no`".to_owned())),
        Some("yes" | "") => return Some(None),
        _ => {}
    }
    let classes = [value("class"), value("classname")];
    if classes.iter().flatten().any(|classes| {
        classes
            .split_ascii_whitespace()
            .any(|class| class == "notranslate")
    }) {
        return Some(Some("translate: the page says `notranslate`".to_owned()));
    }
    let lang = value("lang").filter(|lang| !lang.is_empty())?;
    let short = |name: &str| {
        name.split(['-', '_'])
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase()
    };
    let is_same = short(&lang) == short(language);
    Some((!is_same).then(|| format!("lang: its language is `{lang}`")))
}

/// Reads what stands in a comment.
fn read(inner: &str) -> Option<Mark> {
    let inner = inner.trim();
    if let Some(note) = inner.strip_prefix("TRANSLATORS:") {
        return Some(Mark::Note(on_one_line(note)));
    }
    let (speaker, words) = inner.split_once(':')?;
    if !SPEAKERS.contains(&speaker.trim()) {
        return None;
    }
    let words = words.trim();
    let end = words.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let (verb, rest) = words.split_at(end.unwrap_or(words.len()));
    let note = || on_one_line(rest.trim_start_matches(':'));
    match verb {
        "off" if rest.is_empty() => Some(Mark::Off),
        "on" if rest.is_empty() => Some(Mark::On),
        "skip" => Some(Mark::Skip),
        "note" | "comment" => {
            Some(Mark::Note(note())).filter(|mark| *mark != Mark::Note(String::new()))
        }
        _ => None,
    }
}

fn on_one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_of_several_tools_are_read() {
        for (text, mark) in [
            ("satz: off", Some(Mark::Off)),
            (" satz:on ", Some(Mark::On)),
            ("i18n:skip", Some(Mark::Skip)),
            (
                "satz: note Hof ist hier ein Ort",
                Some(Mark::Note("Hof ist hier ein Ort".into())),
            ),
            (
                "i18n:comment: zwei\nZeilen",
                Some(Mark::Note("zwei Zeilen".into())),
            ),
            ("TRANSLATORS: kurz", Some(Mark::Note("kurz".into()))),
            ("satz: note", None),
            ("satz: offen gesagt", None),
            ("Notiz: off", None),
            ("satz", None),
        ] {
            assert_eq!(read(text), mark, "{text}");
        }
    }
}
