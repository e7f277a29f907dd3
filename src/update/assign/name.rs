//! Ids given to units as they were matched.

use std::collections::BTreeMap;

use super::{Assigned, Matcher, Memory, Rule};
use crate::catalog::{Bases, Id, fingerprint};

impl Matcher<'_> {
    /// Gives every unit the id that its match asks for.
    pub(super) fn name(self, memory: &Memory) -> Vec<Assigned> {
        let mut bases: Bases = self.source.units.iter().map(|unit| unit.id.base).collect();
        let returning: BTreeMap<&str, &Id> = memory
            .returning
            .iter()
            .map(|id| (id.base.as_str(), id))
            .collect();
        // By the part of the tag that all tags have.
        let mut by_tag: BTreeMap<&str, Vec<&Id>> = BTreeMap::new();
        for id in &memory.returning {
            if let Some(tag) = id.tag.as_ref().and_then(|tag| tag.get(..4)) {
                by_tag.entry(tag).or_default().push(id);
            }
        }
        let mut out = Vec::with_capacity(self.units.len());
        for (new, unit) in self.units.iter().enumerate() {
            let assigned = if let Some((old, rule)) = self.found[new] {
                let before = &self.source.units[old];
                Assigned {
                    id: Id::of(
                        &before.id.base,
                        &unit.text,
                        Some((&before.id, &before.text)),
                    ),
                    rule,
                    old: Some(old),
                    joined: self.joined[new].clone(),
                    part_of: None,
                }
            } else {
                let tagged = by_tag
                    .get(fingerprint(&self.new[new]).as_str())
                    .into_iter()
                    .flatten()
                    .find(|id| id.is_tagged_for(&unit.text) && !bases.contains(&id.base));
                let (id, rule) = if self.part_of[new].is_some() {
                    (bases.born(&unit.text), Rule::Resegmented)
                } else if let Some(id) = tagged {
                    (*(*id), Rule::Returned)
                } else {
                    let known =
                        |id: &Id| memory.returning.contains(id) && !bases.contains(&id.base);
                    let reborn = if returning.is_empty() {
                        None
                    } else {
                        Id::reborn(&unit.text, known)
                    };
                    let id = reborn.unwrap_or_else(|| bases.born(&unit.text));
                    let rule = if returning.contains_key(id.base.as_str()) {
                        Rule::Returned
                    } else {
                        Rule::New
                    };
                    (id, rule)
                };
                Assigned {
                    id,
                    rule,
                    old: None,
                    joined: Vec::new(),
                    part_of: self.part_of[new],
                }
            };
            bases.insert(assigned.id.base);
            out.push(assigned);
        }
        out
    }
}
