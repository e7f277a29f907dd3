//! A translation that ends with another mark than the German.
//!
//! Why it matters: a question becomes a statement, and a comma at the end shows that something is
//! missing. What ends with no mark is `lost-mark`.
//! Example: `The gate is closed?` for `Das Tor ist zu.` Marks of the target language count as theirs:
//! `؟` is a question mark, `。` a full stop. `…`, `:` and dashes may be exchanged.
//! Fix: none; the end of the sentence may be missing with the mark.

use super::{Check, Find, Flaw, Pair};
use crate::language::{Abbreviations, STANCES};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "final-mark",
    category: "punct",
    severity: Severity::Warning,
    manual: include_str!("final_mark.rs"),
    find: Find::Pair(find),
};

/// Languages whose sentences have no mark at their end.
const UNMARKED: [&str; 6] = ["th", "lo", "km", "my", "bo", "dz"];

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = (pair.source().trim_end(), pair.target().trim_end());
    let (german, _) = mark(source, pair.source_language());
    let (own, at) = mark(target, pair.language());
    let is_fault =
        |_: &char| !(fits(german, own) || is_unmarked(pair) || own == Some('?') && may_ask(pair));
    let Some(own) = own.filter(is_fault) else {
        return;
    };
    let message = match german {
        Some(german) => format!("ends with `{own}`, the source with `{german}`"),
        None => format!("ends with `{own}`, the source without a mark"),
    };
    let span = Span::new(at, target.len());
    flaws.push(Flaw::new(span, own.to_string(), message));
}

/// Whether the source asks without a mark: "Kann mir jemand helfen."
fn may_ask(pair: Pair<'_>) -> bool {
    let mut stances = pair.mentions().0.stances.iter();
    stances.any(|dated| STANCES[usize::from(dated.value)] == "may")
}

/// Whether the language's sentences have no mark at their end.
pub(super) fn is_unmarked(pair: Pair<'_>) -> bool {
    UNMARKED.contains(&pair.language())
}

/// Whether a translation may end so.
pub(super) fn fits(german: Option<char>, own: Option<char>) -> bool {
    match (german, own) {
        (Some('.'), own) => matches!(own, Some('!' | ':' | '…' | '.')),
        (Some('!'), own) => matches!(own, Some('.' | '!' | '…')),
        (Some('?'), own) => matches!(own, Some('?' | '!')),
        (Some(_), own) => own.is_some(),
        (None, own) => !matches!(own, Some(',' | ';')),
    }
}

/// The mark that a text in a language ends with, if it is one, and the place of what closes the text
/// from there.
pub(super) fn mark(text: &str, language: &str) -> (Option<char>, usize) {
    let mut found = None;
    let mut from = text.len();
    for (at, c) in text.char_indices().rev() {
        let plain = match c {
            ';' | '\u{37E}' if language == "el" => '?',
            // What stands in code is no mark of the sentence.
            '`' => break,
            '.' | '。' | '．' | '｡' | '।' | '॥' | '։' | '۔' | '።' | '།' | '။' | '។' => {
                '.'
            }
            '?' | '؟' | '？' | '⸮' | '՞' | '፧' => '?',
            '!' | '！' => '!',
            '…' => '…',
            ',' | '،' | '、' => ',',
            ':' | '：' => ':',
            ';' | '؛' => ';',
            '–' | '—' => '–',
            c if is_closing(c) => {
                from = at;
                continue;
            }
            _ => break,
        };
        from = at;
        // "?!" and "?." ask; "..." is an ellipsis.
        found = match (found, plain) {
            (Some('.' | '…'), '.') if text[at..].starts_with("..") => Some('…'),
            (_, '?') | (Some('?'), _) => Some('?'),
            (Some('.' | '!'), ',' | ';' | ':' | '–') => found,
            (Some(mark), _) => Some(if matches!(mark, ',' | '–') {
                plain
            } else {
                mark
            }),
            (None, plain) => Some(plain),
        };
    }
    if found == Some('.') {
        found = asked(&text[..from], language).or(found);
    }
    (found, from)
}

/// The mark that a sentence has within: Armenian sets it upon the word that asks or exclaims, Japanese
/// asks with a particle.
fn asked(text: &str, language: &str) -> Option<char> {
    match language {
        "hy" => {
            let sentence = &text[text.rfind('։').unwrap_or(0)..];
            let mark = sentence.chars().rev().find(|c| matches!(c, '՞' | '՜'))?;
            Some(if mark == '՞' { '?' } else { '!' })
        }
        "ja" => text.ends_with(['か', 'カ']).then_some('?'),
        _ => None,
    }
}

/// What may stand behind the last mark: quotation marks, brackets, emphasis, spaces.
fn is_closing(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '"' | '\''
                | '“'
                | '”'
                | '„'
                | '‘'
                | '’'
                | '«'
                | '»'
                | '‹'
                | '›'
                | '」'
                | '』'
                | ')'
                | ']'
                | '}'
                | '）'
                | '*'
                | '_'
                | '\u{200E}'
                | '\u{200F}'
                | '\u{2069}'
                | '\u{202C}'
        )
}

/// Whether the translation has no mark at its end, and the source has one that ends a sentence.
pub(super) fn loses_mark(pair: Pair<'_>) -> bool {
    let (source, target) = (pair.source().trim_end(), pair.target().trim_end());
    // A picture sign may stand behind the mark.
    let target = target.trim_end_matches(|c: char| is_picture(c) || c.is_whitespace());
    let (german, _) = mark(source, pair.source_language());
    let (own, _) = mark(target, pair.language());
    // An item of a list goes on in the next, or begins as one that does.
    let is_item = matches!(german, Some(',' | ';' | ':')) || source.starts_with(char::is_lowercase);
    german.is_some()
        && own.is_none()
        && !target.is_empty()
        && !is_item
        && !fits(german, own)
        && !is_unmarked(pair)
        && !ends_short(source, &pair.source_lists().abbreviations)
}

/// Whether the German is cut off behind a short form or an ordinal: `im Wert von ca.`, `zum 130.`
fn ends_short(text: &str, abbreviations: &Abbreviations) -> bool {
    let Some(rest) = text.strip_suffix('.') else {
        return false;
    };
    let word = rest.rsplit(char::is_whitespace).next().unwrap_or(rest);
    word.bytes().all(|byte| byte.is_ascii_digit()) || abbreviations.class(word, false).is_some()
}

/// Whether a character is a picture, or chooses how one is shown.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27BF}' | '\u{1F000}'..='\u{1FAFF}' | '\u{FE0F}' | '\u{200D}')
}
