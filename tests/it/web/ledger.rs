//! What people wrote in a history, and what they know of it: held against the files after every step.

use std::collections::{BTreeMap, BTreeSet};

use satz::session::{DeskUnit, Session};

use crate::support::Folder;

/// The catalog that all write.
pub(super) const CATALOG: &str = "locales/en/markt.ftl";

/// Everything that was written. Texts are never written twice, so each stands for who wrote it.
#[derive(Default)]
pub(super) struct Ledger {
    /// Texts, and whether nobody who saw them has put another in their place.
    texts: BTreeMap<String, bool>,
    /// Ids and the texts that somebody who had their German before them gave them.
    meant: BTreeSet<(String, String)>,
    /// The same for what somebody confirmed.
    confirmed: BTreeSet<(String, String)>,
}

impl Ledger {
    /// Notes that somebody gave an id a text, in the place of one that they saw.
    pub(super) fn write(&mut self, id: &str, old: Option<&str>, text: &str) {
        self.replace(old);
        self.texts.insert(text.to_owned(), true);
        self.meant.insert((id.to_owned(), text.to_owned()));
    }

    /// Notes that somebody put something else in the place of a text that they saw.
    pub(super) fn replace(&mut self, old: Option<&str>) {
        if let Some(is_live) = old.and_then(|old| self.texts.get_mut(old)) {
            *is_live = false;
        }
    }

    /// Notes a comment, in the place of those that its writer saw.
    pub(super) fn comment(&mut self, old: &[String], text: &str) {
        for old in old {
            self.replace(Some(old));
        }
        self.texts.insert(text.to_owned(), true);
    }

    /// Notes that a text is back.
    pub(super) fn revive(&mut self, old: Option<&str>) {
        if let Some(is_live) = old.and_then(|old| self.texts.get_mut(old)) {
            *is_live = true;
        }
    }

    /// Notes that somebody stands for a text.
    pub(super) fn confirm(&mut self, id: &str, text: &str) {
        self.confirmed.insert((id.to_owned(), text.to_owned()));
    }

    /// Holds the files against what is known.
    pub(super) fn check(&self, folder: &Folder) {
        let catalog = folder.get(CATALOG);
        for (text, is_live) in &self.texts {
            assert!(
                !is_live || catalog.contains(text),
                "lost: {text}\n{catalog}"
            );
        }
        for unit in units(folder) {
            let Some(typed) = unit.typed.filter(|_| unit.state.name() == "current") else {
                assert!(unit.review.is_none(), "confirmed: {}\n{catalog}", unit.id);
                continue;
            };
            let pair = (unit.id, typed);
            assert!(self.meant.contains(&pair), "current: {pair:?}\n{catalog}");
            let is_confirmed = unit.review.is_some();
            assert!(
                !is_confirmed || self.confirmed.contains(&pair),
                "confirmed: {pair:?}\n{catalog}"
            );
        }
    }
}

/// The units as they are on the disk, for somebody who has seen nothing before.
pub(super) fn units(folder: &Folder) -> Vec<DeskUnit> {
    let session = Session::open(folder.path(), &[], None, &mut ()).unwrap();
    session.desk_texts("en", "markt", &mut ()).unwrap()
}
