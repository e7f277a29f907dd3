//! A name that differs from the German's by a slip of the fingers.
//!
//! Why it matters: people mind their names, and search engines do not find the misspelt. Two letters
//! in each other's place are a slip; so is a letter more, less or other in a name that the article
//! keeps as it is elsewhere. Inflections, transcriptions (`Sergej` – `Sergei`) and names that the language
//! spells in its own way (`Kanada` – `Canada`) are no fault.
//! Example: `Donald Trump` – `Donald Turmp`.
//! Fix: none; the German's spelling is offered as a hint.

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use super::pair::names::{FEW, Name, Slip, Slips, slip};
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
    let is_few = here.len().saturating_mul(there.len()) <= FEW;
    let slips = (!is_few).then(|| Slips::of(here));
    let counts = Counts {
        here,
        there,
        by_name: OnceCell::new(),
    };
    for word in there {
        if word.is_kept || word.text.chars().count() < 4 {
            continue;
        }
        let is_meant = |other: &&Name<'_>| is_slip(pair, other, word) && !counts.are_there(other);
        let meant = match &slips {
            None => here.iter().find(is_meant),
            Some(slips) => { slips.near(word).into_iter().map(|at| &here[at]) }.find(is_meant),
        };
        if let Some(meant) = meant.filter(|_| !pair.source().contains(word.text)) {
            let message = format!("`{}` where the source has `{}`", word.text, meant.text);
            flaws.push(
                Flaw::new(word.span, word.text, message)
                    .hint(format!("write `{}`, if that is the name", meant.text)),
            );
        }
    }
}

/// How often names stand in both texts: counted when first asked for.
struct Counts<'a> {
    here: &'a [Name<'a>],
    there: &'a [Name<'a>],
    by_name: OnceCell<FxHashMap<&'a str, [usize; 2]>>,
}

impl Counts<'_> {
    /// Whether the translation has the name as often as the German.
    fn are_there(&self, name: &Name<'_>) -> bool {
        let counts = self.by_name.get_or_init(|| {
            let mut counts: FxHashMap<&str, [usize; 2]> = FxHashMap::default();
            for (side, names) in [self.here, self.there].into_iter().enumerate() {
                for name in names {
                    counts.entry(name.text).or_default()[side] += 1;
                }
            }
            counts
        });
        let [here, there] = counts.get(name.text).copied().unwrap_or_default();
        there >= here
    }
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
