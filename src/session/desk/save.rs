//! What is done to a unit at a desk, written to its catalog: only if the unit is still the one that was
//! seen, so that who comes second sees both texts.

use super::pattern::pattern;
use super::{DeskPlace, DeskUnit, Open, comments, is_own, item_of, version};
use crate::article::TargetFile;
use crate::catalog::{Id, Maker, Review};
use crate::compare::{Item, State};
use crate::session::sink::{Report, Sink};
use crate::session::{Failure, Session, merge_catalogs};
use crate::store::{Write, Writer};
use crate::text::{Edit, Span, apply};
use crate::update::{FilledUnit, accept, fill, mark_made, mark_reviewed};

/// What is done to a unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DeskChange {
    /// The unit.
    pub place: DeskPlace,
    /// Its version as it was seen; none if it does not matter what is there.
    pub seen: Option<String>,
    /// Its translation as it is typed, which says as well that it is up to date. Without one it stays.
    pub typed: Option<String>,
    /// Whether a translation of another German stays one: it is only mended.
    pub keeps_state: bool,
    /// The offer that it was made of, if it was.
    pub from: Option<DeskOrigin>,
    /// The comments that stand above it, in place of those there are.
    pub comments: Option<Vec<String>>,
    /// Who stands for it from now on; `Some(None)` says that nobody does any more.
    pub review: Option<Option<Review>>,
}

/// An offer of the memory that somebody took.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DeskOrigin {
    /// The article that it stands in.
    pub article: String,
    /// Its id there.
    pub id: String,
    /// Whether figures in it were exchanged.
    pub is_repaired: bool,
    /// Whether it was changed since it was taken.
    pub is_edited: bool,
}

/// What came of a change.
#[derive(Debug, Clone, PartialEq)]
pub enum DeskSaved {
    /// It is on the disk.
    Done {
        /// The unit, and those that share its text, as they are now, without findings.
        units: Vec<DeskUnit>,
        /// What takes it back.
        undo: Restored,
    },
    /// Somebody else changed the unit: this is what it is now. Nothing was written.
    Conflict(Box<DeskUnit>),
    /// What is typed cannot be the value of a message: why not. Nothing was written.
    Unreadable(String),
}

/// A catalog before and after a change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Restored {
    /// Its path.
    pub path: String,
    /// Its text before; none if there was no such file.
    pub before: Option<String>,
    /// Its text after.
    pub after: String,
}

impl Session {
    /// Changes a unit at a desk, as the same edits in a text editor, `sync`, `accept` and `review` would.
    /// A translation that is typed takes the present id: whoever types it has the present German before
    /// them. An empty one that the unit has is taken away.
    ///
    /// # Errors
    /// If the article is not in step with its catalogs, the unit or a file is not there, the file cannot be
    /// written, or nobody can stand for the unit: then nothing is written.
    pub fn change_unit(
        &self,
        change: &DeskChange,
        sink: &mut dyn Sink,
    ) -> Result<DeskSaved, Failure> {
        let report = &mut Report::new(sink);
        let line = match change.typed.as_deref().map(pattern).transpose() {
            Ok(line) => line,
            Err(reason) => return Ok(DeskSaved::Unreadable(reason)),
        };
        let writer = self.writer(report)?;
        let saved = self.write_unit(change, line.as_deref(), &writer, report);
        writer.close()?;
        saved
    }

    fn write_unit(
        &self,
        change: &DeskChange,
        line: Option<&str>,
        writer: &Writer<'_>,
        report: &mut Report<'_>,
    ) -> Result<DeskSaved, Failure> {
        let project = self.project();
        let DeskPlace {
            locale,
            article,
            id,
        } = &change.place;
        let open = self.open_article(locale, article, report)?;
        if !project.is_source_in_step(&open.article) {
            return Err(
                format!("{article} is not in step with its catalogs; run `satz sync`").into(),
            );
        }
        let item = item_of(&open, id)?;
        let is_other = |seen: &String| *seen != version(&open, item, &project.source);
        if is_done(&open, item, change, line) {
            let units = self.group_of(&open, item);
            return Ok(DeskSaved::Done {
                units,
                undo: Restored::default(),
            });
        }
        if change.seen.as_ref().is_some_and(is_other) {
            let unit = self.unit_of(&open, id)?;
            return Ok(DeskSaved::Conflict(Box::new(unit)));
        }
        let mut target = open.target.clone();
        if let Some(line) = line {
            let text = translated(&open, item, line, change.keeps_state);
            target = self.in_order(&open, &target, text);
        }
        let has_notes = project.notes(&target.locale);
        for step in [Self::with_maker, Self::with_comments, Self::with_review] {
            if has_notes {
                target = step(self, &open, target, change)?;
            }
        }
        let after = target.text.clone().unwrap_or_default();
        writer.write(&[Write {
            path: open.old.path.clone(),
            old: open.old.text.clone(),
            new: after.clone(),
        }])?;
        self.forget(&open.old.path, true);
        let undo = Restored {
            path: open.old.path.clone(),
            before: open.old.text.clone(),
            after,
        };
        let open = open.with_target(self, target);
        let units = self.group_of(&open, item_of(&open, id)?);
        Ok(DeskSaved::Done { units, undo })
    }

    /// Takes a change back, and nothing else: what was changed since stays.
    ///
    /// # Errors
    /// If the same unit was changed since, or the file cannot be written: then nothing is written.
    pub fn restore(&self, undo: &Restored, sink: &mut dyn Sink) -> Result<Restored, Failure> {
        let report = &mut Report::new(sink);
        let writer = self.writer(report)?;
        let now = self.read(&undo.path)?;
        let current = now.as_deref().unwrap_or_default();
        let before = undo.before.as_deref().unwrap_or_default();
        let text = if current == undo.after {
            before.to_owned()
        } else {
            let merged = merge_catalogs(&undo.after, current, before);
            // Where the change itself is gone, there is nothing to take back either.
            if !merged.conflicts.is_empty() || merged.text == current {
                return Err("this sentence was changed since by somebody else; it stays"
                    .to_owned()
                    .into());
            }
            merged.text
        };
        let written = writer.write(&[Write {
            path: undo.path.clone(),
            old: now.clone(),
            new: text.clone(),
        }]);
        writer.close()?;
        written?;
        self.forget(&undo.path, true);
        Ok(Restored {
            path: undo.path.clone(),
            before: now,
            after: text,
        })
    }

    /// A catalog with another text, as `sync` puts it in order.
    fn in_order(&self, open: &Open, target: &TargetFile, text: String) -> TargetFile {
        let (text, _) = self
            .project()
            .update(&open.article, &target.with_text(text), false);
        target.with_text(text)
    }

    fn with_maker(
        &self,
        open: &Open,
        target: TargetFile,
        change: &DeskChange,
    ) -> Result<TargetFile, Failure> {
        let (Some(from), Some(_)) = (&change.from, &change.typed) else {
            return Ok(target);
        };
        let maker = self.maker_of(&from.article, &target.locale, &from.id);
        let mut maker = maker.copied(from.is_repaired);
        if from.is_edited {
            // What somebody made of another person's text is theirs; a machine's stays a machine's.
            if !maker.is_machine() {
                return Ok(target);
            }
            maker.is_edited = true;
        }
        let comparison = self.project().compare(&open.article, &target);
        let id = item_of(open, &change.place.id)?.id;
        let item = comparison.items.iter().find(|item| item.id == id);
        let entry = item.and_then(|item| item.entry);
        let edit = entry.and_then(|entry| mark_made(&target.catalog.value, entry, &maker));
        Ok(edited(target, edit))
    }

    fn with_comments(
        &self,
        open: &Open,
        target: TargetFile,
        change: &DeskChange,
    ) -> Result<TargetFile, Failure> {
        let Some(lines) = &change.comments else {
            return Ok(target);
        };
        let label = &self.project().source;
        let comparison = self.project().compare(&open.article, &target);
        let id = item_of(open, &change.place.id)?.id;
        let item = comparison.items.iter().find(|item| item.id == id);
        let Some(entry) = item.and_then(|item| item.entry) else {
            return Err(
                "a comment stands above a translation; translate the sentence first"
                    .to_owned()
                    .into(),
            );
        };
        let catalog = &target.catalog.value;
        let entry = &catalog.entries[entry];
        let old = entry.comment.of(&catalog.text);
        if comments(old, label) == *lines {
            return Ok(target);
        }
        let end = catalog.line_end();
        let mut comment = String::new();
        for line in lines.iter().flat_map(|line| line.lines()) {
            let line = line.trim();
            if !is_own(&format!("# {line}"), label) {
                return Err(format!(
                    "`{line}` would be read as a note of satz; write it otherwise"
                )
                .into());
            }
            comment.extend(["# ", line, end]);
        }
        for line in old.lines().filter(|line| !is_own(line, label)) {
            comment.extend([line, end]);
        }
        let span = Span::new(entry.comment.start, entry.id_span.start);
        let edit = Edit::replace(span, comment);
        Ok(edited(target, Some(edit)))
    }

    fn with_review(
        &self,
        open: &Open,
        target: TargetFile,
        change: &DeskChange,
    ) -> Result<TargetFile, Failure> {
        let Some(review) = &change.review else {
            return Ok(target);
        };
        let comparison = self.project().compare(&open.article, &target);
        let id = item_of(open, &change.place.id)?.id;
        let items = &comparison.items;
        let item = items.iter().find(|item| item.id == id);
        let leader = item.map(|item| &items[item.leader]);
        let ready = leader.filter(|item| item.entry.is_some() && item.state.is_covered());
        let Some((item, entry)) = ready.and_then(|item| Some((item, item.entry?))) else {
            return Err("only a translation that is up to date can be confirmed"
                .to_owned()
                .into());
        };
        let members = comparison.members(item.leader);
        let edit = mark_reviewed(&target.catalog.value, entry, &members, review.as_ref());
        Ok(edited(target, edit))
    }

    fn unit_of(&self, open: &Open, id: &str) -> Result<DeskUnit, Failure> {
        let id = item_of(open, id)?.id;
        let units = self.units_of(open, &[id]);
        let unit = units.into_iter().next();
        unit.ok_or_else(|| Failure::from("the unit is gone".to_owned()))
    }

    /// A unit and those that share its text.
    fn group_of(&self, open: &Open, item: &Item) -> Vec<DeskUnit> {
        let of_group = { open.comparison.items.iter() }.filter(|other| other.leader == item.leader);
        let ids: Vec<Id> = of_group.map(|item| item.id).collect();
        self.units_of(open, &ids)
    }

    /// Some units, without what is found in them: that takes longer than a person waits.
    fn units_of(&self, open: &Open, ids: &[Id]) -> Vec<DeskUnit> {
        let items = open.comparison.items.iter().enumerate();
        let items = items.filter(|(_, item)| ids.iter().any(|id| id.base == item.id.base));
        items
            .map(|(place, item)| self.desk_unit(open, place, item, Vec::new()))
            .collect()
    }
}

impl Open {
    /// The same with another catalog in its place.
    pub(super) fn with_target(self, session: &Session, target: TargetFile) -> Self {
        Self {
            comparison: session.project().compare(&self.article, &target),
            old: target.clone(),
            target,
            article: self.article,
        }
    }
}

/// Whether a text for this German is there already, and nothing else is asked for: whoever did not hear that it
/// was saved saves it again.
fn is_done(open: &Open, item: &Item, change: &DeskChange, line: Option<&str>) -> bool {
    let is_bare = change.comments.is_none() && change.review.is_none() && change.from.is_none();
    let entry = item
        .entry
        .map(|entry| &open.target.catalog.value.entries[entry]);
    let written = entry.map(|entry| entry.value_span.of(&open.target.catalog.value.text).trim());
    is_bare
        && change.seen.is_some()
        && open.old.text == open.target.text
        && item.state == State::Current
        && Id::parse(&change.place.id) == Some(item.id)
        && line.is_some_and(|line| written == Some(line))
}

fn edited(target: TargetFile, edit: Option<Edit>) -> TargetFile {
    match edit {
        Some(edit) => target.with_text(apply(&target.catalog.value.text, &[edit])),
        None => target,
    }
}

/// The text of a catalog in which a unit has this translation, and the present id.
pub(super) fn translated(open: &Open, item: &Item, line: &str, keeps_state: bool) -> String {
    let catalog = &open.target.catalog.value;
    let source = &open.article.source;
    let Some(entry) = item.entry.filter(|_| item.state != State::Inherited) else {
        if line.is_empty() {
            return catalog.text.clone();
        }
        let unit = FilledUnit {
            id: item.id,
            source: &item.source,
            pattern: line,
            maker: &Maker::default(),
        };
        return fill(catalog, &[unit], None).1;
    };
    let message = &catalog.entries[entry];
    if line.is_empty() {
        return apply(&catalog.text, &[Edit::replace(message.span, String::new())]);
    }
    let (mut edits, _) = accept(source, catalog, |id| *id == item.id && !keeps_state);
    let is_same = message.value_span.of(&catalog.text).trim() == line;
    if !is_same {
        edits.push(Edit::replace(message.value_span, line.to_owned()));
    }
    apply(&catalog.text, &edits)
}
