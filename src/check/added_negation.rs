//! A negation that the German does not have.
//!
//! Why it matters: the sentence says the opposite. Looked at are German sentences without any word
//! that can deny (`kaum`, `ohne`, `un-`, `erst`, `nur`, `bevor`); many others are turned round with good
//! reason, so that this is a hint.
//! Example: `Er hat unterschrieben.` – `He did not sign.`
//! Fix: none.

use super::negation::is_among;
use super::pair::words::Word;
use super::{Check, Find, Flaw, Pair};
use crate::language::Lexicon;
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "added-negation",
    category: "negation",
    severity: Severity::Hint,
    manual: include_str!("added_negation.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.mentions();
    let (from, to) = (pair.article.from.lexicon, pair.article.to.lexicon);
    let is_known = |lexicon: &Lexicon| !lexicon.is_empty() && !lexicon.bound_negation;
    if !is_known(from) || !is_known(to) {
        return;
    }
    let Some(place) = target.negations.first() else {
        return;
    };
    let denies = !source.negations.is_empty() || source.negatives > 0 || source.limits > 0;
    let lacks = |word: &Word<'_>| LACKING.iter().any(|end| word.lower().ends_with(end));
    let word = place.of(pair.target());
    if denies
        || (0..source.tokens.list.len()).any(|at| {
            let word = source.tokens.word(at);
            word.is_some_and(|word| from.denies(word))
        })
        || target.rhetorical > 0
        || pair.source().trim_end().ends_with('?')
        || is_weak(&word.to_lowercase(), pair.target())
        || pair.there().contains(word)
        || pair.is_copy()
        || is_among(word, pair.readings().0)
        || pair.readings().0.words.iter().any(lacks)
    {
        return;
    }
    let message = format!("`{word}` denies something, the source does not");
    flaws.push(Flaw::new(*place, word, message).hint("compare what the two sentences say"));
}

/// How German words end that say what somebody has not.
const LACKING: [&str; 9] = [
    "los",
    "lose",
    "losen",
    "loser",
    "loses",
    "losigkeit",
    "frei",
    "freie",
    "freien",
];

/// Whether a negation is a French one that denies nothing by itself: `avant qu’il ne vienne`, `ne … que`.
fn is_weak(word: &str, text: &str) -> bool {
    match word.trim_end_matches(['\'', '’']) {
        "ne" | "n" => {
            let text = text.to_lowercase();
            let words = text.split(|c: char| !c.is_alphabetic());
            !words.into_iter().any(|word| {
                matches!(
                    word,
                    "pas" | "point" | "rien" | "personne" | "aucun" | "aucune"
                )
            })
        }
        "sans" | "non" | "jamais" | "ni" | "plus" => true,
        word => is_weak_arabic(word),
    }
}

/// Whether an Arabic word that can deny mostly says something else: `ما` "what", `كما` "as", `غير`
/// "other than", `فقط` "only".
fn is_weak_arabic(word: &str) -> bool {
    let bare = word.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']).unwrap_or(word);
    matches!(bare, "ما" | "غير" | "قط")
}
