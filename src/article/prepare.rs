//! An article parsed, cut into units, and compared with its catalogs.

use std::collections::BTreeSet;

use crate::catalog::{Catalog, Id, Served, Source, Target, Value};
use crate::compare::{Comparison, Item, State, compare};
use crate::config::Project;
use crate::document::{self, Block, BlockKind, Document, Format, FrontMatter, Note};
use crate::segment::{self, Unit, segment};
use crate::text::{Diagnostic, Parsed, fold};
use crate::update::{
    Assigned, Memory, NewUnit, TargetUpdate, assign, source_catalog, update_target,
};

/// An article with its units, their ids and its catalogs, as one value.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The article's key.
    pub key: String,
    /// The article's path in the workspace.
    pub path: String,
    /// Its text.
    pub text: String,
    /// Its format.
    pub format: &'static Format,
    /// Its blocks.
    pub document: Document,
    /// What is wrong with how it is written.
    pub problems: Vec<Diagnostic>,
    /// Its units.
    pub units: Vec<Unit>,
    /// The source catalog's text as it stands on disk.
    pub old_text: Option<String>,
    /// The source catalog as it stands on disk.
    pub old: Source,
    /// The units as `update` sees them.
    pub new_units: Vec<NewUnit>,
    /// Their ids.
    pub assigned: Vec<Assigned>,
    /// The text that the source catalog shall have.
    pub source_text: String,
    /// The source catalog as it shall be, in the article's order.
    pub source: Source,
    /// The locales' catalogs.
    pub targets: Vec<TargetFile>,
}

/// A locale's catalog of an article.
#[derive(Debug, Clone)]
pub struct TargetFile {
    /// The locale.
    pub locale: String,
    /// Path in the workspace.
    pub path: String,
    /// Its text; `None` if there is no such file.
    pub text: Option<String>,
    /// What it holds, and what arrived from other articles.
    pub catalog: Parsed<Catalog>,
}

impl TargetFile {
    /// A locale's catalog as it was read.
    pub fn new(locale: String, path: String, text: Option<String>) -> Self {
        Self {
            catalog: Catalog::parse(text.as_deref().unwrap_or_default()),
            locale,
            path,
            text,
        }
    }

    /// What cannot be read in it, or could not be taken out of its stubs.
    pub fn faults(&self) -> Vec<Diagnostic> {
        let mut faults = self.catalog.diagnostics.clone();
        faults.extend(self.catalog.value.typed_faults());
        faults.sort_by_key(|fault| fault.span);
        faults
    }

    /// The same catalog, if it had this text.
    #[must_use]
    pub fn with_text(&self, text: String) -> Self {
        Self::new(self.locale.clone(), self.path.clone(), Some(text))
    }
}

impl Prepared {
    /// The catalog of a locale; `None` if it could not be read.
    pub fn target(&self, locale: &str) -> Option<&TargetFile> {
        self.targets.iter().find(|target| target.locale == locale)
    }

    /// The same article without catalogs of locales.
    fn without_targets(&self) -> Self {
        Self {
            key: self.key.clone(),
            path: self.path.clone(),
            text: self.text.clone(),
            format: self.format,
            document: self.document.clone(),
            problems: self.problems.clone(),
            units: self.units.clone(),
            old_text: self.old_text.clone(),
            old: self.old.clone(),
            new_units: self.new_units.clone(),
            assigned: self.assigned.clone(),
            source_text: self.source_text.clone(),
            source: self.source.clone(),
            targets: Vec::new(),
        }
    }

    /// Index of the block that a unit stands in, if that is a heading.
    pub fn heading_of(&self, unit: usize) -> Option<usize> {
        let block = self.units.get(unit)?.block;
        (self.document.blocks[block].kind == BlockKind::Heading).then_some(block)
    }

    /// Index of the unit that names the page: that of the field `title`, else of the first heading.
    pub fn title(&self) -> Option<usize> {
        let mut blocks = self
            .units
            .iter()
            .map(|unit| &self.document.blocks[unit.block]);
        let is_title = |block: &Block| {
            block.kind == BlockKind::Field && block.name.as_deref() == Some("title")
        };
        let field = blocks.clone().position(is_title);
        field.or_else(|| blocks.position(|block| block.kind == BlockKind::Heading))
    }
}

/// What an article is prepared from.
#[derive(Debug)]
pub struct Raw {
    /// The article's key.
    pub key: String,
    /// Its path in the workspace.
    pub path: String,
    /// Its format.
    pub format: &'static Format,
    /// Its text.
    pub text: String,
    /// Text of its source catalog.
    pub source: Option<String>,
    /// Locale, path and text of its other catalogs.
    pub targets: Vec<(String, String, Option<String>)>,
}

impl Project {
    /// How an article, named by its key, is cut into sentences here; a text that is none has the
    /// key `""`.
    pub fn segmentation(&self, key: &str) -> segment::Options {
        segment::Options {
            locale: self.source.clone(),
            abbreviations: self.abbreviations.clone(),
            exceptions: self.exceptions.clone(),
            colon: self.colon.ends(key),
        }
    }

    /// Parses an article.
    pub fn parse_article(&self, format: &Format, text: &str) -> Document {
        self.parse_whole(format, text).value
    }

    /// Parses an article, and says what is wrong with how it is written.
    fn parse_whole(&self, format: &Format, text: &str) -> Parsed<Document> {
        let options = document::Options {
            fields: self.fields.clone(),
            comments: self.comments.clone(),
            parameters: self.parameters.clone(),
            language: self.source.clone(),
        };
        (format.parse)(text, &options)
    }

    /// The ids that units would get in a catalog of their own.
    pub fn fresh_ids(article: &str, units: &[Unit]) -> Vec<String> {
        let new_units = new_units(article, units, &[]);
        assign(&Source::default(), &new_units, &Memory::default())
            .into_iter()
            .map(|assigned| assigned.id.to_string())
            .collect()
    }

    /// Parses an article and its catalogs, and gives every unit its id. Touches nothing.
    pub fn prepare(&self, raw: Raw) -> Prepared {
        self.prepare_again(raw, None)
    }

    /// The same, with what it came to `before` wherever the texts are what they were.
    pub fn prepare_again(&self, raw: Raw, before: Option<&Prepared>) -> Prepared {
        let target = |(locale, path, text): (String, String, Option<String>)| {
            let known = before.and_then(|before| before.target(&locale));
            match known.filter(|known| known.path == path && known.text == text) {
                Some(known) => known.clone(),
                None => TargetFile::new(locale, path, text),
            }
        };
        let targets: Vec<TargetFile> = raw.targets.into_iter().map(target).collect();
        let is_same = |before: &&Prepared| {
            let is_article = before.path == raw.path && before.text == raw.text;
            is_article
                && before.old_text == raw.source
                && returning(&before.old, &before.targets) == returning(&before.old, &targets)
        };
        if let Some(before) = before.filter(is_same) {
            return Prepared {
                targets,
                ..before.without_targets()
            };
        }
        let Parsed {
            value: document,
            diagnostics: problems,
        } = self.parse_whole(raw.format, &raw.text);
        let units = segment(&raw.text, &document, &self.segmentation(&raw.key));
        let new_units = new_units(&raw.text, &units, &document.notes);
        let wanted = new_units.iter().map(|unit| fold(&unit.text)).collect();
        let old = match &raw.source {
            Some(text) => Source::among(&Catalog::parse(text).value, &wanted),
            None => Source::default(),
        };
        let memory = Memory {
            returning: returning(&old, &targets),
            ..Memory::default()
        };
        let assigned = assign(&old, &new_units, &memory);
        let source_text = source_catalog(&raw.path, &new_units, &assigned);
        let source = Source::of(&Catalog::parse(&source_text).value);
        Prepared {
            key: raw.key,
            path: raw.path,
            text: raw.text,
            format: raw.format,
            document,
            problems,
            units,
            old_text: raw.source,
            old,
            new_units,
            assigned,
            source_text,
            source,
            targets,
        }
    }

    /// Compares a locale's catalog with the article; what it lacks, its parent locales supply. What was
    /// divided or joined is in the state that the next `sync` gives it.
    pub fn compare(&self, prepared: &Prepared, target: &TargetFile) -> Comparison {
        let mut comparison = self.compare_as_read(prepared, target);
        let is_recut = |unit: &Assigned| unit.part_of.is_some() || !unit.joined.is_empty();
        if prepared.assigned.iter().any(is_recut) {
            let text = self.update(prepared, target, false).0;
            let later = self.compare_as_read(prepared, &target.with_text(text));
            for (item, later) in comparison.items.iter_mut().zip(&later.items) {
                (item.state, item.leader) = (later.state, later.leader);
                item.marks.clone_from(&later.marks);
            }
            let stays = |id: &str| later.obsolete.iter().any(|obsolete| obsolete.id == id);
            comparison.obsolete.retain(|obsolete| stays(&obsolete.id));
        }
        comparison
    }

    fn compare_as_read(&self, prepared: &Prepared, target: &TargetFile) -> Comparison {
        let parent = self.parent_catalog(prepared, target, |file| {
            file.text.clone().unwrap_or_default()
        });
        compare(
            &prepared.source,
            &target.catalog.value,
            parent.as_ref(),
            &self.source,
        )
    }

    /// The catalogs of the parent locales as one, the nearest first: of two messages with one id,
    /// the first serves.
    fn parent_catalog(
        &self,
        prepared: &Prepared,
        target: &TargetFile,
        text: impl Fn(&TargetFile) -> String,
    ) -> Option<Catalog> {
        let texts: Vec<String> = self
            .chain(&target.locale)
            .into_iter()
            .filter_map(|parent| {
                if parent == self.source {
                    return Some(prepared.source_text.clone());
                }
                prepared.target(parent).map(&text)
            })
            .collect();
        let texts: Vec<&str> = texts
            .iter()
            .map(|text| text.trim_start_matches('\u{FEFF}'))
            .collect();
        (!texts.is_empty()).then(|| Catalog::parse(&texts.join("\n\n")).value)
    }

    /// For each unit that `locale` inherits, the locale that supplies it, and its value there;
    /// `None` for others.
    pub fn suppliers(
        &self,
        prepared: &Prepared,
        comparison: &Comparison,
        locale: &str,
    ) -> Vec<Option<(&str, Value)>> {
        let chain = self.chain(locale);
        let inherits = |item: &Item| item.state == State::Inherited;
        if chain.is_empty() || !comparison.items.iter().any(inherits) {
            return vec![None; comparison.items.len()];
        }
        let source = Catalog::parse(&prepared.source_text).value;
        let catalogs: Vec<(&str, &Catalog)> = chain
            .into_iter()
            .filter_map(|parent| {
                let own = prepared.target(parent).map(|file| &file.catalog.value);
                let own = if parent == self.source {
                    Some(&source)
                } else {
                    own
                };
                Some((parent, own?))
            })
            .collect();
        let served: Vec<(&str, Target<'_>)> = catalogs
            .into_iter()
            .map(|(parent, catalog)| (parent, Target::of(catalog)))
            .collect();
        let supplier = |item: &Item| {
            if item.state != State::Inherited {
                return None;
            }
            served.iter().find_map(|(parent, target)| {
                let Served::Current(entry) = target.serve(&item.id) else {
                    return None;
                };
                let value = target.catalog.entries[entry].value()?;
                Some((*parent, value.clone()))
            })
        };
        comparison.items.iter().map(supplier).collect()
    }

    /// What the catalogs of an article may refer to as variables: the plain fields of its front
    /// matter that are not translated; name, value and whether it is a number.
    pub fn variables(&self, prepared: &Prepared) -> Vec<(String, String, bool)> {
        let front = FrontMatter::find(&prepared.text).map(|(front, _)| front.scalars());
        let mut fields = front.unwrap_or_default();
        fields.retain(|(name, ..)| !self.fields.contains(name));
        fields
    }

    /// The text that a locale's catalog shall have, and the ids that pruning removes from it.
    pub fn update(
        &self,
        prepared: &Prepared,
        target: &TargetFile,
        prune: bool,
    ) -> (String, Vec<String>) {
        // As the parent will be: a stub filled in there needs none here.
        let parent = self.parent_catalog(prepared, target, |file| {
            self.update(prepared, file, prune).0
        });
        let update = TargetUpdate {
            old: &prepared.old,
            units: &prepared.new_units,
            assigned: &prepared.assigned,
            article: &prepared.path,
            label: &self.source,
            notes: self.notes(&target.locale),
            prune,
            parent: parent.as_ref(),
        };
        update_target(&update, &target.catalog.value)
    }
}

/// Ids in the locale files that the source catalog does not have.
pub(super) fn returning(old: &Source, targets: &[TargetFile]) -> BTreeSet<Id> {
    let known: BTreeSet<&str> = old.units.iter().map(|unit| unit.id.base.as_str()).collect();
    targets
        .iter()
        .flat_map(|target| target.catalog.value.messages())
        .filter_map(|(_, entry)| Id::parse(&entry.id))
        .filter(|id| !known.contains(id.base.as_str()))
        .collect()
}

/// The units of an article as `update` sees them, with what the author says of their blocks.
pub(super) fn new_units(article: &str, units: &[Unit], notes: &[Note]) -> Vec<NewUnit> {
    let note = |unit: &Unit| {
        let again = unit.again.as_ref().map(|again| again.block);
        let is_its = |note: &&Note| note.block == unit.block || Some(note.block) == again;
        let texts: Vec<&str> = notes
            .iter()
            .filter(is_its)
            .map(|note| &*note.text)
            .collect();
        (!texts.is_empty()).then(|| texts.join(" ⏎ ").into())
    };
    units
        .iter()
        .map(|unit| NewUnit {
            text: unit.text(article).to_owned(),
            note: note(unit),
            block: unit.block,
            kind: unit.kind.name(),
        })
        .collect()
}
