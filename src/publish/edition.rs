//! An article in a locale with what is published of each unit.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::article::{Prepared, TargetFile};
use crate::assemble::{Assembly, Choice, Label};
use crate::catalog::{Id, Maker, Resolver, SourceUnit};
use crate::compare::{self, State};
use crate::config::{MachineLabel, Missing, Policy, Project, Require, Stale};
use crate::document::BlockKind;
use crate::report::words;
use crate::segment::{Unit, places};

/// An article in a locale: what there is for every unit, and what is made of it.
#[derive(Debug, Clone)]
pub struct Edition<'a> {
    /// The article.
    pub article: &'a Prepared,
    /// The locale.
    pub locale: &'a str,
    /// What stands in each place of a unit, in the order of the article.
    pub units: Vec<EditionUnit>,
    /// The places of its units.
    places: Vec<Unit>,
    /// What units get that are missing or stale.
    pub policy: Policy,
    /// What keeps it from being assembled.
    pub fault: Option<String>,
    /// Whether its pages say of every unit which one it is, and are made of a draft, too.
    pub names_units: bool,
}

/// A unit in a locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionUnit {
    /// Its id in the source catalog.
    pub id: Id,
    /// Its state.
    pub state: State,
    /// Its text, placeables resolved; empty if there is none.
    pub text: String,
    /// The locale that supplied the text, if that is another one.
    pub supplier: Option<String>,
    /// The unit that its group begins with.
    pub leader: usize,
    /// Whether the unit stood in a place before.
    pub is_again: bool,
    /// What made the text.
    pub maker: Maker,
    /// Whether somebody stands for it.
    pub is_reviewed: bool,
    /// Words of its source.
    pub words: usize,
}

impl EditionUnit {
    /// Whether a machine made the text and nobody stands for it.
    pub fn is_raw_machine(&self) -> bool {
        self.maker.is_machine() && !self.is_reviewed
    }
}

/// The places of an article's units, and what stands in each.
fn spread(article: &Prepared, units: &[EditionUnit]) -> (Vec<Unit>, Vec<EditionUnit>) {
    let (places, indexes) = places(&article.units);
    let mut firsts = vec![usize::MAX; units.len()];
    for (place, index) in indexes.iter().enumerate() {
        firsts[*index] = firsts[*index].min(place);
    }
    let spread = indexes.iter().enumerate().map(|(place, index)| {
        let unit = &units[*index];
        let is_again = firsts[*index] != place;
        EditionUnit {
            leader: if is_again { place } else { firsts[unit.leader] },
            is_again,
            ..unit.clone()
        }
    });
    let units = spread.collect();
    (places, units)
}

/// Text in an edition that a machine made and nobody has reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MachineText {
    /// So many sentences.
    pub count: usize,
    /// Of so many that are shown.
    pub total: usize,
    /// Whether all of what is shown is a machine's, and nobody changed it.
    pub is_pure: bool,
}

impl MachineText {
    /// The kind of source in the vocabulary of the IPTC, `digitalsourcetype`.
    pub fn source_type(self) -> &'static str {
        if self.is_pure {
            "trainedAlgorithmicMedia"
        } else {
            "compositeWithTrainedAlgorithmicMedia"
        }
    }
}

/// Why an article is not published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A unit is missing, and the policy for it is to fail.
    Missing,
    /// A unit is stale, and the policy for it is to fail.
    Stale,
    /// The article says that it is a draft.
    Draft,
    /// Nothing of it is translated: what is shown would be in the language of the article.
    Untranslated,
    /// Fewer units are covered than the threshold asks for, both in percent.
    Threshold(usize, u8),
    /// So many translations are not reviewed, and all must be.
    Unreviewed(usize),
    /// More words than are allowed are a machine's that nobody has reviewed, both in percent.
    Machine(usize, u8),
    /// It could not be assembled: the reason.
    Fault(String),
}

/// Units of an article in a locale by their state, as manifests and templates have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counts {
    /// All.
    pub total: usize,
    /// Translated, the German unchanged since.
    pub current: usize,
    /// Covered by the unit before, or left out on purpose.
    pub empty: usize,
    /// Supplied by another locale.
    pub inherited: usize,
    /// Stale, the translation changed since.
    pub edited: usize,
    /// The German has changed since.
    pub stale: usize,
    /// Not translated.
    pub missing: usize,
}

impl Refusal {
    /// The reason as the manifest names it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Stale => "stale",
            Self::Draft => "draft",
            Self::Untranslated => "untranslated",
            Self::Threshold(..) => "threshold",
            Self::Unreviewed(_) => "unreviewed",
            Self::Machine(..) => "machine",
            Self::Fault(_) => "fault",
        }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing => f.write_str("a unit is missing"),
            Self::Stale => f.write_str("a unit is stale"),
            Self::Draft => f.write_str("a draft"),
            Self::Untranslated => f.write_str("not translated"),
            Self::Threshold(share, wanted) => {
                write!(f, "{share} % translated of {wanted} %")
            }
            Self::Unreviewed(1) => f.write_str("1 translation is not reviewed"),
            Self::Unreviewed(count) => write!(f, "{count} translations are not reviewed"),
            Self::Machine(share, allowed) => write!(
                f,
                "{share} % of the words by a machine and not reviewed, {allowed} % are allowed"
            ),
            Self::Fault(message) => f.write_str(message),
        }
    }
}

impl From<compare::Counts> for Counts {
    fn from(counts: compare::Counts) -> Self {
        Self {
            total: counts.units(),
            current: counts[State::Current],
            empty: counts[State::Empty],
            inherited: counts[State::Inherited],
            edited: counts[State::Edited],
            stale: counts[State::Stale],
            missing: counts[State::Missing],
        }
    }
}

impl Counts {
    /// Share of the units that are covered, in whole percent, rounded down.
    pub fn percent(&self) -> usize {
        let covered = self.current + self.empty + self.inherited;
        (covered * 100).checked_div(self.total).unwrap_or(100)
    }
}

impl<'a> Edition<'a> {
    /// The article in its own language, from the source catalog as it stands on disk.
    pub fn source(project: &'a Project, article: &'a Prepared) -> Self {
        let old_units = article.old.units.iter().rev();
        let known: HashMap<Id, &SourceUnit> = old_units.map(|unit| (unit.id, unit)).collect();
        let units = article
            .assigned
            .iter()
            .enumerate()
            .map(|(leader, assigned)| {
                let unit = known.get(&assigned.id);
                EditionUnit {
                    id: assigned.id,
                    state: if unit.is_some() {
                        State::Current
                    } else {
                        State::Missing
                    },
                    text: unit.map(|unit| unit.text.clone()).unwrap_or_default(),
                    supplier: None,
                    leader,
                    is_again: false,
                    maker: Maker::default(),
                    is_reviewed: false,
                    words: 0,
                }
            });
        let (places, units) = spread(article, &units.collect::<Vec<_>>());
        Self {
            article,
            locale: &project.source,
            units,
            places,
            policy: Policy {
                missing: Missing::Source,
                stale: Stale::Source,
                threshold: Some(0),
                require: Require::Any,
                machine_share: None,
                label: MachineLabel::Off,
            },
            fault: None,
            names_units: false,
        }
    }

    /// The article in another locale.
    pub fn target(
        project: &Project,
        article: &'a Prepared,
        target: &'a TargetFile,
        resolver: &Resolver,
    ) -> Self {
        let catalog = &target.catalog.value;
        let resolver = resolver.with(project.variables(article));
        let comparison = project.compare(article, target);
        let suppliers = project.suppliers(article, &comparison, &target.locale);
        let mut fault = None;
        let units = comparison
            .items
            .iter()
            .zip(suppliers)
            .map(|(item, supplier)| {
                let own = item.entry.and_then(|entry| catalog.entries[entry].value());
                let value = own.or(supplier.as_ref().map(|(_, value)| value));
                let (text, faults) = value
                    .map(|value| resolver.resolve(value))
                    .unwrap_or_default();
                if let Some(found) = faults.first() {
                    fault.get_or_insert_with(|| format!("`{}`: {found}", item.id));
                }
                EditionUnit {
                    id: item.id,
                    state: item.state,
                    text,
                    supplier: supplier.map(|(locale, _)| locale.to_owned()),
                    leader: item.leader,
                    is_again: false,
                    maker: item.marks.maker.clone(),
                    is_reviewed: item.review().is_some(),
                    words: words(&item.source),
                }
            });
        let (places, units) = spread(article, &units.collect::<Vec<_>>());
        Self {
            article,
            locale: &target.locale,
            units,
            places,
            policy: project.policy(&target.locale, &article.key),
            fault,
            names_units: false,
        }
    }

    /// Makes pages for somebody who works on it: they say of every unit which one it is, and nothing keeps
    /// them from being made but a fault.
    pub fn name_units(&mut self) {
        self.names_units = true;
        self.policy = Policy {
            missing: Missing::Source,
            stale: Stale::Use,
            threshold: Some(0),
            require: Require::Any,
            machine_share: None,
            ..self.policy
        };
    }

    /// Its units by their state.
    pub fn counts(&self) -> Counts {
        let units = self.units.iter().filter(|unit| !unit.is_again);
        let states = units.map(|unit| unit.state);
        Counts::from(states.collect::<compare::Counts>())
    }

    /// What its policy says against publishing it.
    pub fn refusal(&self) -> Option<Refusal> {
        if let Some(fault) = &self.fault {
            return Some(Refusal::Fault(fault.clone()));
        }
        if self.article.is_draft() && !self.names_units {
            return Some(Refusal::Draft);
        }
        let has = |wanted: &[State]| self.units.iter().any(|unit| wanted.contains(&unit.state));
        if self.policy.missing == Missing::Fail && has(&[State::Missing]) {
            return Some(Refusal::Missing);
        }
        if self.policy.stale == Stale::Fail && has(&[State::Stale, State::Edited]) {
            return Some(Refusal::Stale);
        }
        if let Some(refusal) = self.unread() {
            return Some(refusal);
        }
        let counts = self.counts();
        let Some(wanted) = self.policy.threshold else {
            let is_shown = |choice: &Choice<'_>| matches!(choice, Choice::Target(_));
            let is_translated = self.units.is_empty() || self.choices().iter().any(is_shown);
            return (!is_translated).then_some(Refusal::Untranslated);
        };
        let covered = counts.current + counts.empty + counts.inherited;
        let is_low = covered * 100 < usize::from(wanted) * counts.total;
        is_low.then(|| Refusal::Threshold(counts.percent(), wanted))
    }

    /// What of it nobody has read as its policy wants.
    fn unread(&self) -> Option<Refusal> {
        if self.policy.require == Require::Reviewed {
            let open = self.shown().filter(|unit| !unit.is_reviewed).count();
            return (open > 0).then_some(Refusal::Unreviewed(open));
        }
        let allowed = match (self.policy.machine_share, self.policy.require) {
            (Some(share), _) => share,
            (None, Require::Any) => return None,
            (None, _) => 0,
        };
        let machine = self.shown().filter(|unit| unit.is_raw_machine());
        let machine: usize = machine.map(|unit| unit.words).sum();
        let all: usize = self.shown().map(|unit| unit.words).sum();
        let is_much = machine * 100 > usize::from(allowed) * all;
        let share = (machine * 100).div_ceil(all.max(1));
        is_much.then_some(Refusal::Machine(share, allowed))
    }

    /// The units whose texts it shows, other than those in the language of the article.
    fn shown(&self) -> impl Iterator<Item = &EditionUnit> {
        let units = self.units.iter().zip(self.choices());
        let is_shown = |(unit, choice): &(&EditionUnit, Choice<'_>)| {
            matches!(choice, Choice::Target(_)) && !unit.is_again && !unit.text.is_empty()
        };
        units.filter(is_shown).map(|(unit, _)| unit)
    }

    /// What it shows that a machine made and nobody has reviewed; none where there is nothing of it, or its
    /// policy is to say nothing.
    pub fn machine_text(&self) -> Option<MachineText> {
        if self.policy.label == MachineLabel::Off {
            return None;
        }
        let (mut count, mut total, mut is_pure) = (0, 0, true);
        for unit in self.shown() {
            total += 1;
            count += usize::from(unit.is_raw_machine());
            is_pure &= unit.is_raw_machine() && !unit.maker.is_edited;
        }
        (count > 0).then_some(MachineText {
            count,
            total,
            is_pure,
        })
    }

    /// Whether more than half of what it shows is in the language of the article.
    pub fn is_mostly_source(&self, project: &Project) -> bool {
        let is_source = |choice: &&Choice<'_>| matches!(choice, Choice::Source | Choice::Mark);
        let choices = self.choices();
        let source = choices.iter().filter(is_source).count();
        self.locale != project.source && source * 2 > choices.len()
    }

    /// What stands in each unit's place.
    pub fn choices(&self) -> Vec<Choice<'_>> {
        let choice = |unit: &'_ EditionUnit| match unit.state {
            State::Current | State::Empty | State::Inherited => Choice::Target(""),
            State::Missing | State::Obsolete => match self.policy.missing {
                Missing::Source | Missing::Fail => Choice::Source,
                Missing::Mark => Choice::Mark,
                Missing::Omit => Choice::Omit,
            },
            State::Stale | State::Edited => match self.policy.stale {
                Stale::Use => Choice::Target(""),
                Stale::Source | Stale::Fail => Choice::Source,
                Stale::Omit => Choice::Omit,
            },
        };
        let blocks = &self.article.document.blocks;
        let kinds = self.places.iter().map(|place| blocks[place.block].kind);
        self.units
            .iter()
            .zip(kinds)
            .map(|(unit, kind)| match choice(unit) {
                Choice::Target(_) => Choice::Target(&unit.text),
                // Without a text, a picture would be a mere ornament.
                Choice::Omit if kind == BlockKind::Alt => Choice::Source,
                other => other,
            })
            .collect()
    }

    /// What a page says of each unit.
    pub fn labels(&self) -> Vec<Option<Label>> {
        let label = |unit: &EditionUnit| {
            let supplier = unit.supplier.as_deref().unwrap_or(self.locale);
            let class = match unit.state {
                State::Stale | State::Edited => "stale",
                _ if unit.is_raw_machine() && self.policy.label == MachineLabel::Passages => {
                    "machine"
                }
                State::Inherited if !is_same_language(supplier, self.locale) => "inherited",
                _ if self.names_units => "",
                _ => return None,
            };
            Some(Label {
                class,
                locale: supplier.to_owned(),
                unit: self.names_units.then(|| unit.id.to_string()),
            })
        };
        self.units.iter().map(label).collect()
    }

    /// The edition as `assemble` takes it.
    pub fn assembly<'b>(
        &'b self,
        project: &'b Project,
        choices: &'b [Choice<'b>],
        schemes: &'b [&'b str],
    ) -> Assembly<'b> {
        Assembly {
            article: &self.article.text,
            format: self.article.format,
            document: &self.article.document,
            units: &self.places,
            choices,
            locale: self.locale,
            source_locale: &project.source,
            schemes,
        }
    }
}

fn is_same_language(one: &str, two: &str) -> bool {
    one.split('-').next() == two.split('-').next()
}
