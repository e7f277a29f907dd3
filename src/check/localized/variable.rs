//! The variables of a message: which it may use, and which it lacks.

use std::collections::BTreeSet;

use super::Part;
use crate::catalog::{Named, Pattern, Use};
use crate::check::Message;

/// The variables that a message may use.
pub(in crate::check) struct Known<'a> {
    /// Those of the source message.
    pub(in crate::check) names: BTreeSet<&'a str>,
    /// Those that its comment names.
    named: BTreeSet<&'a str>,
}

/// The variables of a source message, in its value or in any attribute: it is given them all.
pub(in crate::check) fn known<'a>(message: &Message<'a>) -> Known<'a> {
    let uses = Message::patterns(message.source).flat_map(Pattern::uses);
    let names = uses.filter(|used| used.named == Named::Variable);
    Known {
        names: names.map(|used| used.name).collect(),
        named: named(message.comment).collect(),
    }
}

/// The names behind the dollars of a comment, also as far as a hyphen: `$file-name` may be `$file`.
fn named(comment: &str) -> impl Iterator<Item = &str> {
    comment.split('$').skip(1).flat_map(|rest| {
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
        let whole = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
        // No name is longer.
        let whole = &whole[..whole.floor_char_boundary(LONGEST)];
        let heads = whole.match_indices('-').map(|(at, _)| &whole[..at]);
        heads.chain([whole])
    })
}

/// Bytes of a name in a comment that are read at most.
const LONGEST: usize = 256;

impl Known<'_> {
    /// The uses of variables that the source does not have, and its comment does not name.
    pub(in crate::check) fn strange<'b>(&self, uses: &[Use<'b>]) -> Vec<Use<'b>> {
        uses.iter()
            .filter(|used| used.named == Named::Variable)
            .filter(|used| !self.names.contains(used.name) && !self.named.contains(used.name))
            .copied()
            .collect()
    }
}

/// Names that stand for others: the one strange name of a part for the one that is missing in it.
pub(in crate::check) fn slips<'a>(part: &Part<'a>, known: &Known<'_>) -> Vec<(&'a str, &'a str)> {
    let strange = known.strange(&part.target.uses());
    let strange: BTreeSet<&str> = strange.iter().map(|used| used.name).collect();
    let missing = missing(part);
    match (strange.len(), missing.len()) {
        (1, 1) => strange.into_iter().zip(missing).collect(),
        _ => Vec::new(),
    }
}

/// What a part of the source shows and its translation does not use at all, or uses only to choose.
pub(in crate::check) fn missing<'a>(part: &Part<'a>) -> BTreeSet<&'a str> {
    let uses = part.source.uses();
    let shown = uses
        .iter()
        .filter(|used| used.named == Named::Variable && !used.selects);
    let mut shown: BTreeSet<&str> = shown.map(|used| used.name).collect();
    for used in part.target.uses() {
        if used.named == Named::Variable && !used.selects {
            shown.remove(used.name);
        }
    }
    shown
}
