//! Which articles get the translations of equal sentences that are gone from others.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::together::{Together, key_of};
use crate::catalog::{Catalog, Id};
use crate::text::fold;
use crate::update::{Side, worth};

/// Which articles have sentences that are gone from another member and went nowhere: (article, member) →
/// indexes of the units in the member's source catalog. Of equal ones that are gone, each locale has
/// one: that with the best translation.
pub(super) fn heirs(all: &Together) -> BTreeMap<(usize, usize), Vec<usize>> {
    let gone = gone(all);
    let mut heirs: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    if gone.is_empty() {
        return heirs;
    }
    for (to, article) in all.articles.iter().enumerate() {
        let folds: BTreeSet<String> = { article.new_units.iter() }
            .map(|unit| fold(&unit.text))
            .collect();
        let equals = folds.iter().filter_map(|words| gone.get(words)).flatten();
        for (from, old) in equals.filter(|(from, _)| *from != to) {
            heirs.entry((to, *from)).or_default().push(*old);
        }
    }
    heirs
}

/// How much the translation of a unit that is gone is worth, and its member and index.
type Gone = (usize, Reverse<(usize, usize)>);

/// By their words the sentences that are gone and went nowhere, member and index: those whose
/// translation is the best of some locale.
fn gone(all: &Together) -> FxHashMap<String, BTreeSet<(usize, usize)>> {
    let vanished = all.with_sides(
        |article| article.assigned.clone(),
        |sides| sides.iter().map(Side::vanished).collect::<Vec<_>>(),
    );
    // By words and locale what is worth most, and the most in another member: it may be its own heir.
    let mut best: BTreeMap<(String, &str), Vec<Gone>> = BTreeMap::new();
    for ((member, (source, targets)), vanished) in all.sources().enumerate().zip(vanished) {
        let lost = all.lost.get(&member).map_or(&[][..], Vec::as_slice);
        let lost: FxHashSet<(Id, &str)> = lost.iter().map(key_of).collect();
        let is_gone = |old: &usize| !lost.contains(&key_of(&source.units[*old]));
        let vanished: Vec<usize> = vanished.into_iter().filter(is_gone).collect();
        if vanished.is_empty() {
            continue;
        }
        for target in targets {
            let catalogs: [&Catalog; 1] = [&target.catalog.value];
            let worth = worth(source, &catalogs);
            for old in vanished.iter().copied().filter(|old| worth[*old] > 0) {
                let key = (fold(&source.units[old].text), target.locale.as_str());
                let best = best.entry(key).or_default();
                best.push((worth[old], Reverse((member, old))));
                best.sort_unstable_by_key(|gone| Reverse(*gone));
                best.dedup_by_key(|(_, Reverse((member, _)))| *member);
                best.truncate(2);
            }
        }
    }
    let mut gone: FxHashMap<String, BTreeSet<(usize, usize)>> = FxHashMap::default();
    for ((words, _), best) in best {
        let places = best.into_iter().map(|(_, Reverse(place))| place);
        gone.entry(words).or_default().extend(places);
    }
    gone
}
