//! What the commands have to show, in every form that it can be shown in. One file per form.

mod align;
mod baseline;
mod csv;
mod escape;
mod fill;
mod found;
mod github;
mod gitlab;
mod html;
mod human;
mod inspection;
mod json;
mod jsonl;
mod junit;
mod look;
mod markdown;
mod parts;
mod provenance;
mod sarif;
mod short;
mod verdict;

use std::io::{self, Write};

use smol_str::SmolStr;

use crate::compare::{Counts, State};
use crate::text::Severity;

pub use align::{ALIGN_FORMS, AlignForm, AlignedArticle, AlignedGroup};
pub use baseline::{Baseline, Broken, Scope};
pub use escape::Visible;
pub use fill::{FillPlan, FilledSentence, Fills, PlannedArticle, RefusedSentence};
pub use found::{Excerpt, FollowedLink, Found, Inspected, What, Where, quoted};
pub use human::{WordRun, review_unit, word_diff, word_runs};
pub use inspection::{Inspection, Past};
pub use look::Look;
pub use parts::Parts;
pub(crate) use verdict::counted;
pub use verdict::{Verdict, verdict};

/// Completeness of a workspace.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    /// The source locale.
    pub source: String,
    /// Its rows, locale by locale.
    pub rows: Vec<Status>,
}

/// Completeness of one article in one locale, in units and in words of the German.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Status {
    /// The locale.
    pub locale: SmolStr,
    /// The article: its path below the folder of articles, without its ending.
    pub article: SmolStr,
    /// Units by their state.
    pub counts: Counts,
    /// Units of these that are no sentences but messages of an application's catalog.
    pub messages: usize,
    /// Units whose translation alignment found and nobody has looked at.
    pub aligned: usize,
    /// Units that are done and for whose translation somebody stands.
    pub reviewed: usize,
    /// Units that are done and that a machine translated, reviewed or not.
    pub machine: usize,
    /// Those of them for which nobody stands.
    pub raw_machine: usize,
    /// Words of the source.
    pub words: usize,
    /// Words of the source in units that are current, empty or inherited.
    pub words_current: usize,
    /// Words of the source in units for whose translation somebody stands.
    pub words_reviewed: usize,
    /// Words of the source in units that a machine translated.
    pub words_machine: usize,
    /// Days since the German of the oldest stale unit changed, where git can tell.
    pub stale_days: Option<u64>,
}

impl Status {
    /// Units of the source.
    pub fn units(&self) -> usize {
        self.counts.units()
    }

    /// Units that are done: current, empty or inherited.
    pub fn covered(&self) -> usize {
        self.counts.covered()
    }

    /// Units that are not.
    pub fn open(&self) -> usize {
        self.units() - self.covered()
    }

    /// Adds the counts of another row.
    pub(crate) fn add(&mut self, other: &Self) {
        self.counts += other.counts;
        self.messages += other.messages;
        self.aligned += other.aligned;
        self.reviewed += other.reviewed;
        self.machine += other.machine;
        self.raw_machine += other.raw_machine;
        self.words += other.words;
        self.words_current += other.words_current;
        self.words_reviewed += other.words_reviewed;
        self.words_machine += other.words_machine;
        self.stale_days = self.stale_days.max(other.stale_days);
    }
}

/// What the units of rows are called: a sentence, a message, or, where there are both, a unit.
pub(crate) fn unit_noun<'a>(rows: impl IntoIterator<Item = &'a Status>) -> &'static str {
    let rows = rows.into_iter();
    let (units, messages) = rows.fold((0, 0), |(units, messages), row| {
        (units + row.units(), messages + row.messages)
    });
    match messages {
        0 => "sentence",
        messages if messages == units => "message",
        _ => "unit",
    }
}

/// The rows of each locale together, in their order.
pub(crate) fn by_locale<'a>(
    rows: impl IntoIterator<Item = &'a Status>,
) -> Vec<(Status, Vec<&'a Status>)> {
    let mut found: Vec<(Status, Vec<&Status>)> = Vec::new();
    for row in rows {
        if found.last().is_none_or(|(sum, _)| sum.locale != row.locale) {
            let sum = Status {
                locale: row.locale.clone(),
                ..Status::default()
            };
            found.push((sum, Vec::new()));
        }
        if let Some((sum, members)) = found.last_mut() {
            sum.add(row);
            members.push(row);
        }
    }
    found
}

/// Whole percent, rounded down: 100 only when nothing is open.
pub(crate) fn percent(part: usize, whole: usize) -> usize {
    (part * 100).checked_div(whole).unwrap_or(100)
}

/// A unit that is not up to date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The locale.
    pub locale: String,
    /// The article.
    pub article: String,
    /// The unit's id in the source catalog, or that of an obsolete message.
    pub id: String,
    /// Its state.
    pub state: State,
    /// Its German.
    pub source: String,
    /// The German that the translation was made from, if it is known.
    pub was: Option<String>,
    /// The translation, if there is one.
    pub target: Option<String>,
    /// What made the translation, if not a person.
    pub made: Option<String>,
    /// What changed in the German of numbers, dates, names and negations.
    pub facts: Vec<FactChange>,
}

/// An open unit, and what the memory has for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// The locale.
    pub locale: String,
    /// The article.
    pub article: String,
    /// The unit's id.
    pub id: String,
    /// Its state.
    pub state: State,
    /// Its source.
    pub source: String,
    /// The translation that it has, if that is an old one.
    pub target: Option<String>,
    /// The offers, the best first.
    pub offers: Vec<MemoryOffer>,
    /// Parts of the source that were translated in other sentences, if they were asked for.
    pub fragments: Vec<SharedFragment>,
    /// The terms of the house in the source, with what they must become, if they were asked for.
    pub terms: Vec<(String, String)>,
}

/// A part of a sentence that was translated in another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedFragment {
    /// The part.
    pub source: String,
    /// The words that translate it there.
    pub target: String,
    /// The article of the other sentence, and its id there.
    pub origin: (String, String),
}

/// A translation for which nobody stands yet, or somebody does.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewUnit {
    /// The locale.
    pub locale: String,
    /// The article.
    pub article: String,
    /// Path of the catalog.
    pub path: String,
    /// The unit's id.
    pub id: String,
    /// Its source, with that of the units that its translation covers.
    pub source: String,
    /// Its translation.
    pub target: String,
    /// What made the translation, as its mark says; `person` if nothing else did.
    pub made: String,
    /// Who stands for it, and since when.
    pub review: Option<(String, String)>,
    /// Whether somebody stood for another text or another German, and has not read this one.
    pub is_void: bool,
    /// Code, severity and message of what the checks find in it.
    pub findings: Vec<(SmolStr, Severity, String)>,
    /// How much speaks for reading it early.
    pub doubt: u32,
}

/// Where the translations that are published come from, sentence by sentence.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Provenance {
    /// The source locale.
    pub source: String,
    /// The sentences, locale by locale, article by article.
    pub sentences: Vec<Sentence>,
    /// Whether it was compared with the history.
    pub has_history: bool,
}

/// A translation that is published: who made it, who stands for it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sentence {
    /// The locale.
    pub locale: String,
    /// The article.
    pub article: String,
    /// The unit's id.
    pub id: String,
    /// The source that the translation was made from.
    pub source: String,
    /// Whether the source has changed since.
    pub is_stale: bool,
    /// The translation.
    pub target: String,
    /// What made it, as its mark says; `person` if nothing else did.
    pub made: String,
    /// The machine that it goes back to.
    pub machine: Option<String>,
    /// Who stands for it, and since when.
    pub review: Option<(String, String)>,
    /// Words of the source.
    pub words: usize,
    /// The commit in which the text came.
    pub written: Option<Authored>,
    /// The commit in which the review came.
    pub reviewed: Option<Authored>,
    /// Whether who stands for the text wrote it himself.
    pub is_own_review: bool,
    /// Whether the review was committed under another name than it has.
    pub is_other_name: bool,
}

/// A commit and its author.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Authored {
    /// The commit.
    pub commit: String,
    /// The author's name.
    pub name: String,
    /// The author's address.
    pub email: String,
    /// The day.
    pub date: String,
    /// What git says of its signature: `good`, `unknown`, `bad` or `none`.
    pub signature: &'static str,
}

/// A translation that was made before.
#[derive(Debug, Clone, PartialEq)]
pub struct MemoryOffer {
    /// How it was found, for example `exact`.
    pub kind: &'static str,
    /// Whether its source is the very sentence.
    pub is_same: bool,
    /// How similar its source is, 0.0–1.0.
    pub similarity: f64,
    /// How often that source has this translation.
    pub times: usize,
    /// Its source.
    pub source: String,
    /// The translation.
    pub target: String,
    /// The article that it stands in.
    pub article: String,
    /// Its id there.
    pub id: String,
}

/// A fact that is not what it was in the German: a number, a date, a name, a negation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactChange {
    /// Its kind, for example `number`.
    pub kind: &'static str,
    /// As it was.
    pub was: Option<String>,
    /// As it is.
    pub now: Option<String>,
}

/// A unit that is not simply unchanged, and how it came to its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The article.
    pub article: String,
    /// The unit's id.
    pub id: String,
    /// The rule, for example `reworded`.
    pub rule: &'static str,
    /// The article it came from, if that is another one.
    pub from: Option<String>,
    /// Its German.
    pub source: String,
    /// The German of the unit it was matched with, if it reads otherwise.
    pub was: Option<String>,
    /// What changed of numbers, dates, names and negations.
    pub facts: Vec<FactChange>,
}

/// A unit as `segment` shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SegmentUnit {
    /// Its id; empty outside a workspace.
    pub id: String,
    /// Number of its block.
    pub block: usize,
    /// Kind of its block.
    pub kind: &'static str,
    /// Place in the article in UTF-8 bytes: first, and after the last.
    pub span: (usize, usize),
    /// What it reads as.
    pub text: String,
}

/// A block as `segment` shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SegmentBlock {
    /// Its kind.
    pub kind: &'static str,
    /// Place in the article in UTF-8 bytes.
    pub span: (usize, usize),
    /// Whether it is offered for translation.
    pub translate: bool,
    /// Why it is what it is.
    pub reason: Option<String>,
    /// Its bytes.
    pub text: String,
}

/// A place where a sentence could end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SegmentDecision {
    /// Number of its block.
    pub block: usize,
    /// The words before the place.
    pub before: String,
    /// The words after it.
    pub after: String,
    /// Whether a sentence ends there.
    pub boundary: bool,
    /// Why, in a few words.
    pub reason: String,
}

/// An article cut into blocks and units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segments {
    /// The article's path as it was given.
    pub article: String,
    /// The blocks.
    pub blocks: Vec<SegmentBlock>,
    /// The units.
    pub units: Vec<SegmentUnit>,
    /// What was decided where a sentence could end, if that was asked for.
    pub decisions: Vec<SegmentDecision>,
}

/// What shows findings: there may be very many, so it writes them as it goes.
pub type ShowFindings = fn(&Inspection, Look, &mut dyn Write) -> io::Result<()>;

/// A form of output. It shows what it has a function for.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What it is for, in a few words.
    pub about: &'static str,
    /// Whether programs read it: it escapes control characters by rules of its own.
    pub is_data: bool,
    /// Whether a text is findings in this form, as far as can be seen.
    pub is_own: fn(&str) -> bool,
    /// Shows completeness.
    pub status: Option<fn(&Standing, Look) -> String>,
    /// Shows what is not up to date.
    pub diff: Option<fn(&[Change], Look) -> String>,
    /// Shows what the memory has for open units.
    pub suggest: Option<fn(&[Suggestion], Look) -> String>,
    /// Shows what open units got.
    pub fill: Option<fn(&Fills, Look) -> String>,
    /// Shows translations that are to be reviewed.
    pub review: Option<fn(&[ReviewUnit], Look) -> String>,
    /// Shows where translations come from.
    pub provenance: Option<fn(&Provenance, Look) -> String>,
    /// Shows how units came to their ids.
    pub explain: Option<fn(&[Explained]) -> String>,
    /// Shows findings.
    pub check: Option<ShowFindings>,
    /// Shows an article's units.
    pub segment: Option<fn(&Segments) -> String>,
}

impl Form {
    /// A form that shows nothing yet.
    const fn new(name: &'static str, about: &'static str) -> Self {
        Self {
            name,
            about,
            is_data: false,
            is_own: |_| false,
            status: None,
            diff: None,
            suggest: None,
            fill: None,
            review: None,
            provenance: None,
            explain: None,
            check: None,
            segment: None,
        }
    }

    /// The form of that name; the one for people is called `text`, too.
    pub fn named(name: &str) -> Option<&'static Self> {
        let name = if name == "text" {
            human::FORM.name
        } else {
            name
        };
        FORMS.iter().find(|form| form.name == name)
    }

    /// Whether a text is findings that satz wrote, in whichever form: only such a file is replaced.
    ///
    /// # Examples
    /// ```
    /// use satz::report::Form;
    /// assert!(Form::is_report("a.ftl:3:1: error[missing] s83fqt0: not translated: Ein Satz.\n"));
    /// assert!(Form::is_report("[]"));
    /// assert!(!Form::is_report("s83fqt0 = A sentence.\n"));
    /// ```
    pub fn is_report(text: &str) -> bool {
        text.trim().is_empty() || FORMS.iter().any(|form| (form.is_own)(text))
    }
}

/// The forms; the first is the one for people.
pub const FORMS: &[Form] = &[
    human::FORM,
    short::FORM,
    json::FORM,
    csv::FORM,
    jsonl::FORM,
    sarif::FORM,
    junit::FORM,
    github::FORM,
    gitlab::FORM,
    markdown::FORM,
    html::FORM,
];

/// Adds to a text.
fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    std::fmt::Write::write_fmt(out, text).expect("writing to a string never fails");
}

/// The name of a severity in every form.
pub(crate) fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    }
}

/// Words of a text: runs without white space that have a letter or digit.
pub fn words(text: &str) -> usize {
    let (mut count, mut is_word) = (0, false);
    for c in text.chars() {
        // Most are.
        if c.is_ascii_lowercase() {
            is_word = true;
        } else if c.is_whitespace() {
            count += usize::from(is_word);
            is_word = false;
        } else {
            is_word = is_word || c.is_alphanumeric();
        }
    }
    count + usize::from(is_word)
}
