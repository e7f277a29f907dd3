//! A character that nobody sees: zero-width spaces, byte-order marks, soft hyphens, controls, and
//! marks that turn the direction of writing.
//!
//! Why it matters: a word with an invisible character is not found by any search, breaks lines where
//! none should break, and a turned direction shows the rest of the line backwards.
//! Joiners are part of some scripts and of emoji, marks of direction belong to text written from
//! right to left, and what the German has may stay.
//! Example: `pattern match\u{200B}ing`.
//! Fix: certain; the character is taken out, or becomes a blank if it broke the line. A soft hyphen and
//! a joiner of words may be meant, and are left.

use std::cell::LazyCell;

use rustc_hash::FxHashMap;

use super::pair::characters::{Characters, Marks};
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "invisible-character",
    category: "invisible",
    severity: Severity::Warning,
    manual: include_str!("invisible_character.rs"),
    find: Find::Pair(find),
};

/// What may be invisible.
static INVISIBLE: Marks = Marks::from(
    &Characters::of("\u{7F}\u{AD}\u{34F}\u{61C}\u{115F}\u{2060}\u{3164}\u{FEFF}\u{E0000}")
        .with('\0'..='\u{8}')
        .with('\u{B}'..='\u{C}')
        .with('\u{E}'..='\u{1F}')
        .with('\u{80}'..='\u{9F}')
        .with('\u{200B}'..='\u{200F}')
        .with('\u{2028}'..='\u{202E}'),
);

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let target = pair.target();
    if !pair.readings().1.characters.meets(&INVISIBLE.set) {
        return;
    }
    let has_rtl = LazyCell::new(|| target.contains(|c| matches!(c, '\u{590}'..='\u{8FF}')));
    let mut kept: FxHashMap<char, bool> = FxHashMap::default();
    for (at, c) in INVISIBLE.places(target) {
        let before = target[..at].chars().next_back().unwrap_or(' ');
        let is_fit = |c| is_fit(c, before) || is_direction_mark(c) && *has_rtl;
        if is_invisible(c) && !is_fit(c) && !*kept.entry(c).or_insert_with(|| is_kept(pair, c)) {
            let code = format!("U+{:04X}", u32::from(c));
            let span = Span::new(at, at + c.len_utf8());
            let message = format!("there is an invisible character, {} ({code})", name(c));
            let flaw = Flaw::new(span, code, message).hint("take it out");
            flaws.push(match c {
                '\u{AD}' | '\u{2060}' => flaw,
                _ if breaks_line(c) && !is_beside_blank(target, span) => flaw.fix(" "),
                _ => flaw.fix(""),
            });
        }
    }
}

fn is_invisible(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control() && !matches!(c, '\n' | '\t' | '\r');
    }
    matches!(c, '\u{80}'..='\u{9F}' | '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180E}'
        | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
        | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// Whether the character does something in text that is written from right to left.
fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{61C}')
}

/// Whether the character does something there: between letters of scripts that join, or in emoji.
fn is_fit(c: char, before: char) -> bool {
    let joins = |c: char| matches!(c, '\u{600}'..='\u{8FF}' | '\u{900}'..='\u{DFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{18AF}');
    let is_emoji = |c: char| matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}' | '\u{E0020}'..='\u{E007F}');
    match c {
        '\u{200C}' | '\u{200D}' => joins(before) || is_emoji(before),
        '\u{E0020}'..='\u{E007F}' => is_emoji(before),
        // Khmer, Thai, Lao and Myanmar divide words so.
        '\u{200B}' => {
            matches!(before, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
        }
        _ => false,
    }
}

/// Whether a character ends a line, so that it divides words.
fn breaks_line(c: char) -> bool {
    matches!(
        c,
        '\u{B}' | '\u{C}' | '\u{1C}'..='\u{1F}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

fn is_beside_blank(text: &str, span: Span) -> bool {
    let blank = |c: char| c.is_whitespace();
    let (head, tail) = (&text[..span.start], &text[span.end..]);
    head.is_empty() || tail.is_empty() || head.ends_with(blank) || tail.starts_with(blank)
}

/// Whether the German has the character as often as the translation.
fn is_kept(pair: Pair<'_>, c: char) -> bool {
    let count = |text: &str| text.chars().filter(|other| *other == c).count();
    let there = count(pair.source());
    there > 0 && there >= count(pair.target())
}

fn name(c: char) -> &'static str {
    match c {
        '\u{AD}' => "a soft hyphen",
        '\u{200B}' => "a space without width",
        '\u{FEFF}' | '\u{2060}' => "a joiner of words",
        '\u{200C}' | '\u{200D}' => "a joiner",
        '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            "a mark of direction"
        }
        _ => "a control",
    }
}
