//! The checks of texts that make sense for an application's strings.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::super::{
    changed_code, changed_email, changed_l10n_name, changed_link, crossed_tags, double_escape,
    doubled_word, foreign_letter, invisible_character, lost_emphasis, lost_markup, mixed_script,
    mojibake, not_nfc, preamble, stray_brace, typed_escape,
};
use super::Localized;
use crate::catalog::Pattern;
use crate::check::pair::Lowered;
use crate::check::{Article, Check, Find, Finding, Flaw, Translation, Unit, Wanted};
use crate::language::{direction, writing};
use crate::text::{Diagnostic, Span};

/// The checks of texts that make sense for the strings of an application: what stands there is no
/// text of the language, or what the program needs is gone. That a string is short, has no mark at
/// its end or is the same in both languages is no fault.
const CHECKS: &[&Check] = &[
    &changed_code::CHECK,
    &changed_email::CHECK,
    &changed_l10n_name::CHECK,
    &changed_link::CHECK,
    &crossed_tags::CHECK,
    &double_escape::CHECK,
    &doubled_word::CHECK,
    &foreign_letter::CHECK,
    &invisible_character::CHECK,
    &lost_emphasis::CHECK,
    &lost_markup::CHECK,
    &mixed_script::CHECK,
    &mojibake::CHECK,
    &not_nfc::CHECK,
    &preamble::CHECK,
    &stray_brace::CHECK,
    &typed_escape::CHECK,
];

/// Runs those of them that are wanted over every reading of every message.
pub(in crate::check) fn find(
    subject: &Localized<'_>,
    is_wanted: Wanted<'_>,
    findings: &mut Vec<Finding>,
) {
    let checks = CHECKS
        .iter()
        .filter(|check| is_wanted(check.code, check.severity));
    let checks: Vec<&&Check> = checks.collect();
    if checks.is_empty() || subject.place.is_source() {
        return;
    }
    let (units, places) = units(subject);
    let translation = Translation::new(subject.place.source_locale, subject.place.locale, units);
    let mut flaws = Vec::new();
    let lowered = Lowered::of(&translation);
    let article = Article::of(&translation, &lowered);
    for (pair, (id, span)) in article.pairs().zip(&places) {
        // Access keys and shortcuts are letters of the keyboard.
        if pair.source() == pair.target() || pair.target().chars().nth(1).is_none() {
            continue;
        }
        for check in &checks {
            let Find::Pair(find) = check.find else {
                continue;
            };
            if !fits(check, &translation, pair.source()) {
                continue;
            }
            find(pair, &mut flaws);
            for flaw in flaws.drain(..) {
                let diagnostic = finding(subject, check, pair.target(), &flaw, *span);
                let is_told = |other: &Finding| other.id == *id && other.diagnostic == diagnostic;
                // Variants often share what is wrong.
                if !findings.iter().rev().take(8).any(is_told) {
                    findings.push(Finding {
                        diagnostic,
                        id: id.clone(),
                        about: None,
                        fix: None,
                        cause: None,
                    });
                }
            }
        }
    }
}

/// Whether a check can be right about a text.
fn fits(check: &Check, translation: &Translation, source: &str) -> bool {
    let code = check.code;
    // Where nothing is known of the language, what may stand twice is not known either.
    (code != doubled_word::CHECK.code || writing(translation.language()).is_some())
        // Marks of direction belong to the writing.
        && (![invisible_character::CHECK.code, not_nfc::CHECK.code].contains(&code)
            || direction(&translation.locale) != "rtl")
        // `HTTPS` is a word.
        && (code != changed_link::CHECK.code || source.contains("://"))
}

fn finding(
    subject: &Localized<'_>,
    check: &Check,
    target: &str,
    flaw: &Flaw,
    value: Span,
) -> Diagnostic {
    let found = flaw.span.of(target);
    let raw = value.of(&subject.target.value.text);
    let mut places = raw.match_indices(found).map(|(at, _)| at);
    let span = match (found.is_empty(), places.next(), places.next()) {
        (false, Some(at), None) => Span::new(value.start + at, value.start + at + found.len()),
        _ => value,
    };
    Diagnostic {
        code: check.code,
        severity: check.severity,
        span,
        message: flaw.message.clone(),
        hints: flaw.hints.clone(),
    }
}

/// The readings of all messages, each beside the source's of the same variant, and the id and the
/// place of the message that it is of.
fn units(subject: &Localized<'_>) -> (Vec<Unit>, Vec<(String, Span)>) {
    let (mut units, mut places) = (Vec::new(), Vec::new());
    let terms: Arc<[_]> = Arc::default();
    let mut messages = subject.messages().iter().peekable();
    for item in &subject.comparison.items {
        let Some(target) = item.entry else { continue };
        let entry = &subject.target.value.entries[target];
        let id = entry.written_id();
        let mut push = |source: String, target: String| {
            units.push(Unit {
                id: id.clone(),
                source,
                target,
                terms: Arc::clone(&terms),
            });
            places.push((id.clone(), entry.value_span));
        };
        if let Some(message) = messages.next_if(|message| std::ptr::eq(message.entry, entry)) {
            for part in message.parts() {
                for (source, target) in readings(part.source, part.target) {
                    push(source, target);
                }
            }
        } else if let (Some(source), Some(target)) = (
            subject.source.entries[item.source_entry].value(),
            entry.value(),
        ) {
            push(source.text(), target.text());
        }
    }
    (units, places)
}

/// The readings of a value, each beside the source's of the same key, or its default one.
fn readings(source: Pattern<'_>, target: Pattern<'_>) -> Vec<(String, String)> {
    let sources = source.readings();
    let by_key = sources.iter().rev().map(|(key, text)| (*key, text));
    let by_key: FxHashMap<Option<&str>, &String> = by_key.collect();
    let beside = |key: Option<&str>| {
        let same = by_key.get(&key).copied();
        same.or(sources.first().map(|(_, text)| text)).cloned()
    };
    let targets = target.readings().into_iter();
    targets
        .filter_map(|(key, text)| Some((beside(key)?, text)))
        .collect()
}
