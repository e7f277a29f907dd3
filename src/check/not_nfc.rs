//! Letters written as a base letter and a combining mark where one character exists.
//!
//! Why it matters: the two look alike, but searching, sorting and hyphenation take them for
//! different words. Such text comes from PDF files and from file names of macOS.
//! Example: `café` with `e` + U+0301 for `café` with U+00E9.
//! Fix: certain; the value is brought to Unicode's normal form C, which looks the same.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::pair::characters::Characters;
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span, is_surely_nfc};

pub(super) const CHECK: Check = Check {
    code: "not-nfc",
    category: "unicode",
    severity: Severity::Warning,
    manual: include_str!("not_nfc.rs"),
    find: Find::Pair(find),
};

/// What is its own normal form wherever it stands.
const NORMAL: Characters = Characters::NONE
    .with('\0'..='\u{2FF}')
    .with('\u{400}'..='\u{482}')
    .with('\u{48A}'..='\u{52F}')
    .with('\u{600}'..='\u{60F}')
    .with('\u{61B}'..='\u{64A}')
    .with('\u{660}'..='\u{66F}')
    .with('\u{2010}'..='\u{203F}');

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let target = pair.target();
    if pair.readings().1.characters.is_within(&NORMAL) || is_surely_nfc(target) {
        return;
    }
    let mut at = 0;
    for word in target.split_inclusive(char::is_whitespace) {
        // The normal form of a compatibility ideograph is another form of the sign.
        let has_variant = |c| matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}');
        if !is_surely_nfc(word) && !is_nfc(word) && !word.contains(has_variant) {
            let plain = word.trim_end();
            let span = Span::new(at, at + plain.len());
            let message = format!("`{plain}` has letters in two characters where one exists");
            let fix: String = plain.nfc().collect();
            flaws.push(
                Flaw::new(span, &fix, message)
                    .hint("normalise it to NFC")
                    .fix(fix.clone()),
            );
        }
        at += word.len();
    }
}
