//! Histories of two desks, a text editor, an author and `sync` at once: nobody's text is written over unseen, and
//! nothing is up to date or confirmed that nobody has seen so.

use satz::session::{DeskChange, DeskPlace, DeskSaved, DeskUnit, Restored, Review, Session};

use super::{CATALOG, session, sync};
use crate::support::{Folder, property_cases};

/// Numbers that are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % count
    }
}

/// A desk: what it shows, which may be old, and what it can take back.
#[derive(Default)]
struct Desk {
    shown: Vec<DeskUnit>,
    done: Vec<(String, Restored)>,
}

fn units(session: &Session) -> Vec<DeskUnit> {
    session.desk_texts("en", "markt", &mut ()).unwrap()
}

fn find<'u>(units: &'u [DeskUnit], id: &str) -> Option<&'u DeskUnit> {
    units.iter().find(|unit| unit.id[..7] == id[..7])
}

/// What of a unit somebody could lose.
fn worth(unit: &DeskUnit) -> (Option<&str>, &[String]) {
    (unit.typed.as_deref(), &unit.comments)
}

struct History {
    folder: Folder,
    desks: [Desk; 2],
    chance: Chance,
    step: usize,
}

impl History {
    fn new(seed: u64) -> Self {
        let folder = Folder::new();
        folder.put("satz.yaml", "locales: [en]\n");
        folder.put(
            "articles/markt.md",
            "Satz 0 ist hier.\n\nSatz 1 ist da.\n\nSatz 2 ist dort.\n\nSatz 3 fehlt.\n",
        );
        sync(&folder);
        Self {
            folder,
            desks: Default::default(),
            chance: Chance(seed),
            step: 0,
        }
    }

    fn take_step(&mut self) {
        self.step += 1;
        let desk = self.chance.below(2);
        match self.chance.below(10) {
            0 | 1 => self.desks[desk].shown = units(&session(&self.folder)),
            2..=5 => self.save(desk),
            6 => self.take_back(desk),
            7 => self.type_in_editor(),
            8 => self.reword(),
            _ => sync(&self.folder),
        }
    }

    fn save(&mut self, desk: usize) {
        if self.desks[desk].shown.is_empty() {
            return;
        }
        let at = self.chance.below(self.desks[desk].shown.len());
        let seen = self.desks[desk].shown[at].clone();
        let confirms = self.chance.below(3) == 0;
        let typed = format!("Text {} of desk {desk}.", self.step);
        let change = DeskChange {
            place: DeskPlace {
                locale: "en".to_owned(),
                article: "markt".to_owned(),
                id: seen.id.clone(),
            },
            seen: Some(seen.version.clone()),
            typed: Some(typed.clone()),
            review: confirms.then(|| Review::of("Ada", "2026-11-30")),
            ..DeskChange::default()
        };
        let session = session(&self.folder);
        let before = units(&session);
        let bytes = self.folder.get(CATALOG);
        match session.change_unit(&change, &mut ()) {
            Ok(DeskSaved::Done { undo, .. }) => {
                let there = find(&before, &seen.id).unwrap();
                assert_eq!(worth(there), worth(&seen), "written over unseen");
                assert_eq!(
                    (&there.id, &there.source),
                    (&seen.id, &seen.source),
                    "for a German that was not seen"
                );
                let after = units(&session);
                let saved = find(&after, &seen.id).unwrap();
                assert_eq!(saved.typed.as_deref(), Some(typed.as_str()));
                assert_eq!(
                    (saved.state.name(), saved.review.is_some()),
                    ("current", confirms)
                );
                Self::others_stay(&before, &after, &seen.id);
                self.desks[desk].done.push((seen.id.clone(), undo));
                self.desks[desk].shown = after;
            }
            Ok(DeskSaved::Conflict(theirs)) => {
                assert_eq!(self.folder.get(CATALOG), bytes);
                assert_ne!(theirs.version, seen.version);
                self.desks[desk].shown = units(&session);
            }
            Ok(DeskSaved::Unreadable(reason)) => panic!("{reason}"),
            Err(_) => assert_eq!(self.folder.get(CATALOG), bytes),
        }
    }

    fn others_stay(before: &[DeskUnit], after: &[DeskUnit], id: &str) {
        for unit in before.iter().filter(|unit| unit.id[..7] != id[..7]) {
            let there = find(after, &unit.id).unwrap();
            assert_eq!(
                (worth(there), there.state, &there.review),
                (worth(unit), unit.state, &unit.review)
            );
        }
    }

    fn take_back(&mut self, desk: usize) {
        let Some((id, undo)) = self.desks[desk].done.pop() else {
            return;
        };
        let session = session(&self.folder);
        let before = units(&session);
        let bytes = self.folder.get(CATALOG);
        if session.restore(&undo, &mut ()).is_err() {
            assert_eq!(self.folder.get(CATALOG), bytes);
            return;
        }
        let after = units(&session);
        for unit in before.iter().filter(|unit| unit.id[..7] != id[..7]) {
            if let Some(there) = find(&after, &unit.id) {
                assert_eq!(
                    worth(there),
                    worth(unit),
                    "taken back from another sentence"
                );
            }
        }
    }

    fn type_in_editor(&mut self) {
        let text = self.folder.get(CATALOG);
        let lines: Vec<&str> = text.lines().collect();
        let at = self.chance.below(lines.len());
        let typed = format!("Typed {} in an editor.", self.step);
        let lines: Vec<String> = { lines.iter().enumerate() }
            .map(|(number, line)| match line.split_once(" =") {
                Some((id, _)) if number == at && id.starts_with('s') => format!("{id} = {typed}"),
                Some((id, "")) if number == at && id.starts_with("# s") => {
                    format!("{} = {typed}", &id[2..])
                }
                _ => (*line).to_owned(),
            })
            .collect();
        self.folder.put(CATALOG, lines.join("\n") + "\n");
    }

    fn reword(&mut self) {
        let text = self.folder.get("articles/markt.md");
        let number = self.chance.below(4);
        let other = text.replace(&format!("Satz {number} "), &format!("Satz {number} nun "));
        let other = other.replace("nun nun", "jetzt");
        self.folder.put("articles/markt.md", other);
    }
}

#[test]
fn nobodys_text_is_lost() {
    for seed in 0..u64::from(property_cases(30)) {
        let mut history = History::new(seed);
        for _ in 0..25 {
            history.take_step();
        }
    }
}
