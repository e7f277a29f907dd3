//! Similar texts outside a workspace.

use crate::memory::{Index, Search};

/// Texts of no workspace among which similar ones are looked for.
///
/// # Examples
/// ```
/// use satz::session::SimilarTexts;
/// let texts = ["Das Tor schließt um sechs.", "Hunde bleiben draußen."];
/// let texts = SimilarTexts::of(texts.iter().map(|text| text.to_string()).collect());
/// let found = texts.best(&["Das Tor schließt um acht."], 0.5);
/// assert_eq!(found[0].as_ref().map(|(text, _)| *text), Some("Das Tor schließt um sechs."));
/// ```
#[derive(Debug)]
pub struct SimilarTexts {
    texts: Vec<String>,
    index: Index,
}

impl SimilarTexts {
    /// Makes texts ready.
    pub fn of(texts: Vec<String>) -> Self {
        Self {
            index: Index::of(&texts),
            texts,
        }
    }

    /// Returns for each query the text that is most similar, with its similarity (1 less the edit
    /// distance over the characters of the longer text); none if it is less than `least`.
    pub fn best(&self, queries: &[&str], least: f64) -> Vec<Option<(&str, f64)>> {
        let mut search = Search::new(&self.index);
        let mut best = |query: &&str| {
            let found = search.best(query, least, 1).into_iter().next()?;
            Some((self.texts[found.number].as_str(), found.similarity))
        };
        queries.iter().map(&mut best).collect()
    }
}
