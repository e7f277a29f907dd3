//! Another claim than the German's: may for must, need not for must not, a fact for hearsay.
//!
//! Why it matters: in instructions and law a word like `muss` is the whole sentence, and what somebody
//! is said to have done is not what he did. Found where the translation has a word of the other
//! kind and none of the right one; translators say it in many ways, so that this is a hint.
//! Example: `Der Betreiber muss die Anlage prüfen.` – `The operator may inspect the plant.`
//! Fix: none.

use super::{Check, Find, Flaw, Pair};
use crate::language::STANCES;
use crate::mention::{Dated, Mentions};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "modality",
    category: "sense",
    severity: Severity::Hint,
    manual: include_str!("modality.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    if pair.source().trim_end().ends_with('?') || pair.is_copy() {
        return;
    }
    let Some((span, detail, message)) = exchanged(pair).or_else(|| hearsay(pair)) else {
        return;
    };
    flaws.push(Flaw::new(span, detail, message).hint("compare what the two sentences say"));
}

/// The words of one kind.
fn of<'a>(mentions: &'a Mentions<'_>, name: &'a str) -> impl Iterator<Item = &'a Dated> {
    let all = mentions.stances.iter();
    all.filter(move |dated| STANCES[usize::from(dated.value)] == name)
}

fn exchanged(pair: Pair<'_>) -> Option<(Span, String, String)> {
    let (source, target) = pair.mentions();
    let has = |mentions: &Mentions<'_>, name: &str| of(mentions, name).next().is_some();
    let says = |name: &str| of(source, name).any(|dated| dated.sure);
    let denies = |mentions: &Mentions<'_>| !mentions.negations.is_empty();
    let finding = |dated: &Dated, german: &str, own: &str| {
        let message = format!("the translation says that {own}, the source that {german}");
        Some((dated.span, own.to_owned(), message))
    };
    let (must, may) = (says("must"), says("may"));
    if may && !must && denies(source) {
        let need_not = of(target, "need-not").next();
        return need_not.and_then(|dated| finding(dated, "one must not", "one need not"));
    }
    if denies(source) || denies(target) {
        return None;
    }
    if must && !may && !has(target, "must") {
        let may = of(target, "may").next();
        return may.and_then(|dated| finding(dated, "one must", "one may"));
    }
    // What one is able to is said in many ways.
    if says("allowed") && !must && !has(target, "may") {
        let must = of(target, "must").next();
        return must.and_then(|dated| finding(dated, "one may", "one must"));
    }
    None
}

/// What somebody is said to have done, told as a fact: `soll … gestohlen haben`.
fn hearsay(pair: Pair<'_>) -> Option<(Span, String, String)> {
    let (source, target) = pair.readings();
    let words = &source.words;
    let place = words
        .iter()
        .position(|word| matches!(word.text, "soll" | "sollen"))?;
    let after = &words[place + 1..];
    let done = after.windows(2).any(|two| {
        matches!(two[1].text, "haben" | "sein")
            && two[0].is_lower()
            && (two[0].text.ends_with("en") || two[0].text.ends_with('t'))
            && pair.source()[two[1].end()..]
                .trim_start()
                .chars()
                .next()
                .is_none_or(|c| !c.is_alphabetic())
    });
    let known = pair.article.to.lexicon.has_stance("hearsay");
    if !done
        || !known
        || of(pair.mentions().1, "hearsay").next().is_some()
        || target.words.len() < 3
    {
        return None;
    }
    let word = words[place].text.to_owned();
    let message =
        format!("the source says `{word}`: it is told so; the translation says that it is");
    Some((Span::default(), word, message))
}
