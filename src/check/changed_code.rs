//! A code span that is not the German one, or is gone.
//!
//! Why it matters: what stands in code is typed by readers and understood by machines; it is not
//! translated.
//! Example: the option `--ausgabe` for `--output`. What the translation says without its code marks, or once
//! instead of twice, is no fault, nor are words of the language in code (`Netzwerk`, `<deine-adresse>`): labels and
//! placeholders are translated. Nor is code that the translation marks and the source does not. Fix: none.

use super::pair::difference::differences;
use super::pair::tongue::is_source;
use super::pair::words::{Word, words};
use super::{Check, Find, Flaw, Pair};
use crate::language::is_capital;
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
    let differences = differences(&source.markup().code, &target.markup().code);
    let is_few = differences.len() < FEW;
    for difference in differences {
        // Code marks that the translation gives to more words do no harm.
        let Some(code) = difference.german else {
            continue;
        };
        let inner = code.trim_matches('`').trim();
        let is_said = || {
            target.markup().code.count(code) > 0
                || pair.target().contains(inner)
                || is_label(pair, inner)
                || is_placeholder(inner)
                    && difference.own.is_some_and(|(own, _)| is_placeholder(own))
        };
        if !(is_few && is_said()) {
            flaws.push(difference.flaw("code span"));
        }
    }
}

/// Whether code holds a word that readers put their own in the place of: `<your-address>`, `{name}`.
fn is_placeholder(code: &str) -> bool {
    [('<', '>'), ('{', '}'), ('[', ']')]
        .iter()
        .any(|(open, close)| {
            let inner = code
                .split_once(*open)
                .and_then(|(_, rest)| rest.split_once(*close));
            inner.is_some_and(|(name, _)| name.contains(char::is_alphabetic))
        })
}

/// Whether what stands in code are words that people read, the label of a button or days in a calendar, or
/// a figure, which `number` looks after.
fn is_label(pair: Pair<'_>, code: &str) -> bool {
    let words = words(code);
    let is_plain = !code.contains(['_', '=', '/', '{', '$', '(', '[']);
    let is_title = |word: &Word<'_>| {
        let mut parts = word.text.split('-');
        parts.all(|part| part.starts_with(is_capital) && !part.chars().skip(1).any(is_capital))
    };
    let is_noun = |word: &Word<'_>| pair.source_lists().nouns.contains(word.text);
    is_plain && !words.is_empty() && words.iter().all(is_title) && !code.contains('.')
        || is_plain && words.len() > 1 && code.contains(' ') && words.iter().any(Word::is_capital)
        || words
            .iter()
            .any(|word| is_source(pair, word) || is_noun(word))
        || !code.contains(|c: char| !c.is_ascii_digit())
}
