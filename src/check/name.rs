//! A name that differs from the German's by a slip of the fingers.
//!
//! Why it matters: people mind their names, and search engines do not find the misspelt. Two letters
//! in each other's place are a slip; so is a letter more, less or other in a name that the article
//! keeps as it is elsewhere. Inflections, transcriptions (`Sergej` – `Sergei`) and names that the language
//! spells in its own way (`Kanada` – `Canada`) are no fault.
//! Example: `Donald Trump` – `Donald Turmp`.
//! Fix: none; the German's spelling is offered as a hint.

use super::pair::names::{Name, Slip, slip};
use super::{Check, Find, Flaw, Pair};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "name",
    category: "name",
    severity: Severity::Warning,
    manual: include_str!("name.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (here, there) = pair.names();
    if here.is_empty() {
        return;
    }
    for word in there {
        if word.is_kept || word.text.chars().count() < 4 {
            continue;
        }
        let meant = here
            .iter()
            .find(|other| is_slip(pair, other, word) && !is_there(other, here, there));
        if let Some(meant) = meant.filter(|_| !pair.source().contains(word.text)) {
            let message = format!("`{}` where the German has `{}`", word.text, meant.text);
            flaws.push(
                Flaw::new(word.span, word.text, message)
                    .hint(format!("write `{}`, if that is the name", meant.text)),
            );
        }
    }
}

/// Whether the translation has the name as often as the German.
fn is_there(name: &Name<'_>, here: &[Name<'_>], there: &[Name<'_>]) -> bool {
    let count = |list: &[Name<'_>]| list.iter().filter(|word| word.text == name.text).count();
    count(there) >= count(here)
}

fn is_slip(pair: Pair<'_>, right: &Name<'_>, written: &Name<'_>) -> bool {
    let ends = |word: &str, ends: [&str; 4]| ends.iter().any(|end| word.ends_with(end));
    match slip(right, written) {
        // "Theater" – "Theatre".
        Some(Slip::Swapped) => {
            is_kept(pair, right)
                || right.text.chars().count() > 4
                    && !(ends(right.text, ["er", "el", "ers", "els"])
                        && ends(written.text, ["re", "le", "res", "les"]))
        }
        Some(Slip::Replaced(a, b)) => {
            right.text.chars().count() > 4 && (is_kept(pair, right) || !is_spelling(a, b))
        }
        Some(Slip::Length(_)) => is_kept(pair, right),
        None => false,
    }
}

/// Whether the article keeps the name as it is in another unit.
fn is_kept(pair: Pair<'_>, name: &Name<'_>) -> bool {
    pair.article.kept().contains(name.text)
}

/// Whether languages spell one sound with the one or the other letter.
fn is_spelling(a: char, b: char) -> bool {
    const SOUNDS: [&str; 12] = [
        "tcz",
        "gw",
        "hz",
        "ckqgx",
        "cszxß",
        "fvwbp",
        "td",
        "ijy",
        "aeiouyäöüáéíóúàèìòùâêîôûãõåøæ",
        "uvw",
        "hgk",
        "nñńmlłr",
    ];
    let plain = a.is_ascii() && b.is_ascii();
    !plain
        || SOUNDS
            .iter()
            .any(|sounds| sounds.contains(a) && sounds.contains(b))
}
