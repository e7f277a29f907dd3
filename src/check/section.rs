//! The sections of an article that links in a translation can lead to.

use crate::compare::Comparison;
use crate::document::{Anchors, Format, format_of, section_links};

/// The sections of an article that links can lead to.
#[derive(Debug, Clone, Default)]
pub struct Sections {
    /// By the names that they have in the article.
    pub(super) article: Anchors,
    /// By the words of their translated headings.
    pub(super) translated: Anchors,
}

impl Sections {
    /// The sections of an article, if a translation has links to such. `heading` gives for an item of the
    /// comparison the block that it stands in, if that is a heading.
    pub fn of(
        format: &Format,
        article: &str,
        comparison: &Comparison,
        heading: impl Fn(usize) -> Option<usize>,
    ) -> Option<Self> {
        let targets = comparison.items.iter();
        let mut targets = targets.filter_map(|item| item.target.as_deref());
        if !targets.any(|target| target.contains('#') && !section_links(target).is_empty()) {
            return None;
        }
        Self::all(format, article, comparison, heading)
    }

    /// The sections of an article, whatever links there are.
    pub fn all(
        format: &Format,
        article: &str,
        comparison: &Comparison,
        heading: impl Fn(usize) -> Option<usize>,
    ) -> Option<Self> {
        // The translated headings as an article of their own.
        let mut headings = String::new();
        let mut before = None;
        for (at, item) in comparison.items.iter().enumerate() {
            let (Some(block), Some(target)) = (heading(at), &item.target) else {
                continue;
            };
            headings.push_str(if before == Some(block) {
                " "
            } else {
                "\n\n## "
            });
            let words: Vec<&str> = target.split_whitespace().collect();
            headings.push_str(&words.join(" "));
            before = Some(block);
        }
        let markdown = format_of("md")?;
        Some(Self {
            article: Anchors::of(format, article),
            translated: Anchors::of(markdown, headings.trim_start()),
        })
    }

    /// Whether a link to a section leads to one.
    pub fn leads(&self, section: &str) -> bool {
        self.article.leads(section) || self.translated.leads(section)
    }
}
