//! A negation that has moved to another verb or another person.
//!
//! Why it matters: to promise not to sing is no refusal to promise. Found where the German denies the
//! infinitive (`nicht zu singen`) and the translation the verb before it, and where `nicht … sondern`
//! became `… but not`. What one denies is a matter of style with some verbs: a hint.
//! Example: `Sie versprach, nicht zu singen.` – `She did not promise to sing.`
//! Fix: none.

use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "negation-moved",
    category: "negation",
    severity: Severity::Hint,
    manual: include_str!("negation_moved.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.mentions();
    let (Some(german), Some(own)) = (source.negations.first(), target.negations.first()) else {
        return;
    };
    if source.negations.len() != 1 || target.negations.len() > 2 {
        return;
    }
    let untranslated_word = german.of(pair.source());
    let words = &pair.readings().0.words;
    let place = words.iter().position(|word| word.start == german.start);
    let Some(place) = place.filter(|_| untranslated_word.eq_ignore_ascii_case("nicht")) else {
        return;
    };
    let after = &words[place + 1..];
    let is_infinitive = after.first().is_some_and(|word| word.text == "zu")
        && after
            .get(1)
            .is_some_and(|word| word.is_lower() && word.text.ends_with('n'));
    // "ist nicht zu sehen", "braucht nicht zu kommen": there is but one verb.
    let clause = pair.source()[..german.start].rfind(',');
    let needs_no = pair.source()[..german.start].contains("brauch");
    let is_infinitive =
        is_infinitive && !needs_no && clause.is_some_and(|at| at + 60 > german.start);
    let exchanged = after.iter().any(|word| word.text == "sondern");
    let moved = is_infinitive && !denies_infinitive(pair, *own)
        || exchanged && place == 0 && denies_second(pair);
    if moved {
        let word = own.of(pair.target());
        let message =
            format!("`{word}` denies another word than `{untranslated_word}` in the source");
        flaws.push(Flaw::new(*own, word, message).hint("compare what the two sentences say"));
    }
}

/// Whether a negation stands at an infinitive; where the language is not known, it does.
fn denies_infinitive(pair: Pair<'_>, place: Span) -> bool {
    let text = pair.target();
    let next = || {
        let rest = text[place.end..].trim_start();
        let end = rest
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(rest.len());
        &rest[..end]
    };
    let ends = |endings: &[&str]| endings.iter().any(|ending| next().ends_with(ending));
    match pair.language() {
        "en" => {
            let head = text[..place.start].trim_end().to_lowercase();
            !["did", "does", "do"]
                .iter()
                .any(|verb| head.ends_with(verb))
        }
        // "ne pas vendre" against "n’a pas vendu"
        "fr" => {
            !text[place.start..].starts_with(['n', 'N'])
                || next() == "pas"
                || text.contains("ne pas")
                || text.contains("ne plus")
                || text.contains("ne rien")
        }
        "es" => ends(&[
            "ar", "er", "ir", "arse", "erse", "irse", "lo", "la", "los", "las", "le", "se",
        ]),
        "uk" => ends(&["ти", "тися", "тись"]),
        "ru" => ends(&["ть", "ться", "ти", "чь"]),
        "pl" => ends(&["ć", "c"]),
        "pt" => ends(&["ar", "er", "ir", "or"]),
        _ => true,
    }
}

/// Whether the translation denies what comes behind "but".
fn denies_second(pair: Pair<'_>) -> bool {
    const BUT_NOT: [(&str, &[&str]); 6] = [
        ("en", &["but not ", "and not ", "rather than "]),
        ("fr", &["mais pas ", "mais non ", "et non "]),
        ("es", &["pero no ", "y no "]),
        ("uk", &["але не ", "а не "]),
        ("ru", &["но не ", "а не "]),
        ("pl", &["ale nie ", "a nie "]),
    ];
    let mut rows = BUT_NOT.iter();
    let row = rows.find(|(language, _)| *language == pair.language());
    row.is_some_and(|(_, phrases)| phrases.iter().any(|phrase| pair.target().contains(phrase)))
}
