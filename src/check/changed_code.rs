//! A code span that is not the German one, or is gone.
//!
//! Why it matters: what stands in code is typed by readers and understood by machines; it is not
//! translated.
//! Example: the option `--ausgabe` for `--output`. What the translation says without its code marks, or once
//! instead of twice, is no fault, nor are words of the language in code (`<deine-adresse>`): labels and
//! placeholders are translated. Fix: none.

use super::pair::difference::differences;
use super::pair::tongue::is_source;
use super::pair::words::{Word, words};
use super::{Check, Find, Flaw, Pair};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "changed-code",
    category: "markup",
    severity: Severity::Hint,
    manual: include_str!("changed_code.rs"),
    find: Find::Pair(find),
};

/// So many code spans at most are looked for in the rest of the text.
const FEW: usize = 50;

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.readings();
    let differences = differences(&source.markup.code, &target.markup.code);
    let is_few = differences.len() < FEW;
    for difference in differences {
        let is_said = |code: &str| {
            let inner = code.trim_matches('`').trim();
            target.markup.code.count(code) > 0
                || pair.target().contains(inner)
                || is_label(pair, inner)
        };
        if !(is_few && difference.german.is_some_and(is_said)) {
            flaws.push(difference.flaw("code span"));
        }
    }
}

/// Whether what stands in code are words that people read: the label of a button, a placeholder.
fn is_label(pair: Pair<'_>, code: &str) -> bool {
    let words = words(code);
    let is_plain = !code.contains(['_', '=', '/', '{', '$', '(', '[']);
    is_plain && words.len() > 1 && code.contains(' ') && words.iter().any(Word::is_capital)
        || words
            .iter()
            .any(|word| is_source(pair, word) || pair.source_lists().nouns.contains(word.text))
}
