//! A message with an id that no unit of the article has or had.
//!
//! Why it matters: nobody reads it. Mostly a letter of the id was changed by accident, and the unit
//! counts as missing although it is translated.
//! Example: `S7K2MQ = Hello` or `s7k2m = Hello` for `s7k2mq = Hello`.
//! Fix: certain where the id is one edit away from that of the only unit that may be meant.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::missing::explain;
use super::{Cause, Check, Find, Finding, Subject};
use crate::catalog::{Base, Entry, Id, Note};
use crate::compare::{Item, State};
use crate::text::{Edit, Severity, fold};

pub(super) const CHECK: Check = Check {
    code: "unknown-id",
    category: "catalog",
    severity: Severity::Warning,
    manual: include_str!("unknown_id.rs"),
    find: Find::Catalog(find),
};

fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let catalog = &subject.target.value;
    // Any other catalog has the ids that people gave it.
    if catalog.article().is_none() {
        return;
    }
    let items = &subject.comparison.items;
    let bases: FxHashSet<Base> = items.iter().map(|item| item.id.base).collect();
    let mut missing = None;
    let mut explained = FxHashMap::default();
    for (_, entry) in catalog.messages() {
        let id = Id::parse(&entry.id);
        if id.as_ref().is_some_and(|id| bases.contains(&id.base)) {
            continue;
        }
        let comment = entry.comment.of(&catalog.text);
        let missing = missing.get_or_insert_with(|| Missing::of(items));
        let (meant, is_certain) = missing.meant(entry, comment);
        match meant {
            Some(item) => {
                let message = format!(
                    "`{}` is no unit's id, and `{}` is missing",
                    entry.id, item.id
                );
                let mut found = Finding::new(&CHECK, entry.id_span, &entry.id, message);
                found.fix = is_certain.then(|| Edit::replace(entry.id_span, item.id.to_string()));
                let cause = Cause {
                    code: CHECK.code,
                    id: entry.id.clone(),
                };
                explained.insert(item.id.base, cause);
                findings.push(found.hint(format!("if that one is meant, write `{}`", item.id)));
            }
            None if id.is_none() => {
                let message = format!("the article has no unit `{}`", entry.id);
                let found = Finding::new(&CHECK, entry.id_span, &entry.id, message);
                findings.push(found.hint("take its id from the stub, or move it to another file"));
            }
            // Its sentence is gone.
            None => {}
        }
    }
    explain(findings, &explained);
}

/// The units without a message, by what a message of theirs may be known by.
struct Missing<'a> {
    items: Vec<&'a Item>,
    /// The first of each German, folded.
    german: FxHashMap<String, usize>,
    /// Their ids and bases, and those with one letter left out.
    near: FxHashMap<Vec<u8>, Vec<usize>>,
}

impl<'a> Missing<'a> {
    fn of(items: &'a [Item]) -> Self {
        let is_missing = |item: &&Item| item.state == State::Missing && item.entry.is_none();
        let items: Vec<&Item> = items.iter().filter(is_missing).collect();
        let mut german = FxHashMap::default();
        let mut near: FxHashMap<Vec<u8>, Vec<usize>> = FxHashMap::default();
        for (at, item) in items.iter().enumerate() {
            german.entry(fold(&item.source)).or_insert(at);
            let id = item.id.to_string();
            for word in [id.as_str(), &*item.id.base] {
                for key in shortened(word) {
                    near.entry(key).or_default().push(at);
                }
            }
        }
        Self {
            items,
            german,
            near,
        }
    }

    /// The first unit whose message this probably is, and whether it certainly is: its id is nearly
    /// that of the unit, and no other comes into question.
    fn meant(&self, entry: &Entry, comment: &str) -> (Option<&'a Item>, bool) {
        let id = entry.id.to_ascii_lowercase();
        let is_near = |at: &&usize| {
            let item = self.items[**at];
            is_one_slip(&id, &item.id.to_string()) || is_one_slip(&id, &item.id.base)
        };
        // A longer word is none of theirs.
        let keys = (id.len() < LONGEST).then(|| shortened(&id));
        let near = keys
            .into_iter()
            .flatten()
            .filter_map(|key| self.near.get(&key));
        let near: BTreeSet<usize> = near.flatten().filter(is_near).copied().collect();
        let named = comment.lines().filter_map(|line| {
            let (label, text) = line.strip_prefix("# ")?.split_once(": ")?;
            let note = Note::parse(&format!("{label}: {text}"), label);
            let is_german = matches!(note, Some(Note::Source(_)));
            self.german.get(&fold(text)).filter(|_| is_german)
        });
        let mut meant = near.clone();
        meant.extend(named);
        let first = meant.first().map(|at| self.items[*at]);
        (first, meant.len() == 1 && near.len() == 1)
    }
}

/// An id has fewer characters than this, also with one put in.
const LONGEST: usize = 16;

/// A word, and it with each of its letters in turn left out: two words share one of these if they are
/// one slip apart.
fn shortened(word: &str) -> impl Iterator<Item = Vec<u8>> {
    let without = |at: usize| {
        let mut rest = word.as_bytes().to_vec();
        rest.remove(at);
        rest
    };
    std::iter::once(word.as_bytes().to_vec()).chain((0..word.len()).map(without))
}

/// Whether two words are equal but for one letter changed, left out or put in.
fn is_one_slip(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let head = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[head..], &other[head..]);
    let tail = one
        .iter()
        .rev()
        .zip(other.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    one.len().max(other.len()) - tail <= 1
}
