//! Notes of a page: the marks in its text that lead to them, and their texts below it.

use super::dom::Page;
use std::collections::HashMap;

/// Longest mark of a note, in characters.
const LONGEST: usize = 4;

/// The notes of a page.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// The label of each link that is a mark.
    marks: HashMap<usize, String>,
    /// The label of each element that is a text.
    texts: HashMap<usize, String>,
}

impl Notes {
    /// Finds links that are a short mark and lead to a text behind them. Notes are marks only if each
    /// label is that of one text.
    pub(super) fn read(page: &Page) -> Self {
        let mut ids: HashMap<&str, usize> = HashMap::new();
        for at in 1..page.nodes.len() {
            if let Some(id) = page
                .attribute(at, "id")
                .or_else(|| page.attribute(at, "name"))
            {
                ids.entry(id).or_insert(at);
            }
        }
        let mut notes = Self::default();
        let mut by_label: HashMap<String, usize> = HashMap::new();
        for at in page.all(0, "a") {
            let Some(target) = target(page, at).and_then(|id| ids.get(id)) else {
                continue;
            };
            let Some((label, text)) = label(page, at).zip(text(page, at, *target)) else {
                continue;
            };
            if *by_label.entry(label.clone()).or_insert(text) != text {
                return Self::default();
            }
            notes.texts.insert(text, label.clone());
            notes.marks.insert(at, label);
        }
        notes
    }

    /// The label of a link that is a mark.
    pub(super) fn mark(&self, at: usize) -> Option<&str> {
        self.marks.get(&at).map(String::as_str)
    }

    /// The label of an element that is the text of a note.
    pub(super) fn text(&self, at: usize) -> Option<&str> {
        self.texts.get(&at).map(String::as_str)
    }

    /// Whether a link in the text of a note leads back to its mark.
    pub(super) fn is_back(&self, page: &Page, at: usize) -> bool {
        let mut around = page.ancestors(at).skip(1);
        let is_sign = |c: char| !c.is_alphanumeric() || c == 'v' || c.is_ascii_digit();
        target(page, at).is_some()
            && page.text(at).trim().chars().all(is_sign)
            && around.any(|around| self.texts.contains_key(&around))
    }
}

/// The place in its page that a link leads to.
fn target(page: &Page, at: usize) -> Option<&str> {
    let (_, id) = page.attribute(at, "href")?.split_once('#')?;
    (!id.is_empty()).then_some(id)
}

/// What a link is as the mark of a note: raised, or called one.
fn label(page: &Page, at: usize) -> Option<String> {
    let is_raised = page
        .ancestors(at)
        .skip(1)
        .take(2)
        .any(|at| page.name(at) == "sup")
        || page.inside(at).any(|at| page.name(at) == "sup");
    let role = page.attribute(at, "role").unwrap_or_default();
    let style = page.attribute(at, "style").unwrap_or_default();
    let marks = &page.nodes[at].marks;
    let is_called = role == "doc-noteref"
        || style.contains("mso-footnote-id")
        || marks.contains("footnote")
        || marks.contains("noteref");
    let text = page.text(at);
    let label = text.trim().trim_matches(['[', ']', '(', ')']).trim();
    let fits = label.chars().all(char::is_alphanumeric) && label.chars().count() <= LONGEST;
    ((is_raised || is_called) && fits && !label.is_empty()).then(|| label.to_owned())
}

/// The element of a note's text: the item or paragraph that the place is in, or begins. It stands
/// behind the mark.
fn text(page: &Page, mark: usize, target: usize) -> Option<usize> {
    let is_text = |at: &usize| matches!(page.name(*at), "li" | "p" | "dd" | "div" | "aside" | "td");
    let text = page.ancestors(target).find(is_text)?;
    let holds = (text..page.nodes[text].end).contains(&mark);
    let length = page.text(text).trim().chars().count();
    (text > mark && !holds && (3..3000).contains(&length)).then_some(text)
}
