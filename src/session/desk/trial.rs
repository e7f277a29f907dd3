//! What would be of a unit if it had the text that somebody is typing.

use super::pattern::{pattern, typed};
use super::save::translated;
use super::{DeskFinding, DeskPlace, base, item_of};
use crate::assemble::{Assembly, passage};
use crate::catalog::{Catalog, Entry, Id};
use crate::check::certain_edits;
use crate::compare::Item;
use crate::session::glossary::found_about;
use crate::session::sink::{Report, Sink};
use crate::session::{Failure, Session};
use crate::text::{Severity, apply};

/// A text that is being typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TrialQuestion {
    /// The unit.
    pub place: DeskPlace,
    /// Its translation as it is typed.
    pub typed: String,
    /// Whether only what the page would show is asked for: nothing is checked.
    pub is_quick: bool,
}

/// What would be of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trial {
    /// What the checks would find in the unit.
    pub findings: Vec<DeskFinding>,
    /// What the page would show in its place, as HTML that is safe in any page; none if it could not be
    /// shown.
    pub html: Option<String>,
    /// The same text with all set right that is certain, if there is anything.
    pub fixed: Option<String>,
}

impl Session {
    /// Says what the checks would find in a unit if it had the text that is typed. Nothing is written, and
    /// nobody else's question sees it.
    ///
    /// # Errors
    /// If the unit is not there, or a file cannot be read.
    ///
    /// # Examples
    /// ```
    /// use satz::session::{DeskPlace, Session, TrialQuestion};
    /// let session = Session::of_texts([
    ///     ("satz.yaml", "locales: [en]"),
    ///     ("articles/markt.md", "Der Markt hat 9 Stände."),
    /// ])?;
    /// let id = session.desk("en", "markt", &mut ())?.units[0].id.clone();
    /// let place = DeskPlace { locale: "en".into(), article: "markt".into(), id };
    /// let typed = "The market has 8 stalls.".to_owned();
    /// let trial = session.try_unit(&TrialQuestion { place, typed, is_quick: false }, &mut ())?;
    /// assert_eq!(trial.findings[0].code, "number");
    /// # Ok::<(), satz::session::Failure>(())
    /// ```
    pub fn try_unit(
        &self,
        question: &TrialQuestion,
        sink: &mut dyn Sink,
    ) -> Result<Trial, Failure> {
        let DeskPlace {
            locale,
            article,
            id,
        } = &question.place;
        let line = match pattern(&question.typed) {
            Ok(line) => line,
            Err(message) => return Ok(Trial::unreadable(message)),
        };
        let html = self.passage(&question.place, &line)?;
        if question.is_quick {
            return Ok(Trial {
                html,
                ..Trial::default()
            });
        }
        let open = self.open_article(locale, article, &mut Report::new(sink))?;
        let item = item_of(&open, id)?;
        let tried = open.target.with_text(translated(&open, item, &line, false));
        let contexts = self.contexts()?;
        let Some(context) = contexts.of(&open.target.locale) else {
            return Ok(Trial::default());
        };
        let is_wanted = |found: &str| base(found) == item.id.base.to_string();
        let project = self.project();
        let found = found_about(context, project, &open.article, &tried, is_wanted);
        let mut trial = Trial {
            findings: found.iter().map(DeskFinding::of).collect(),
            html,
            fixed: None,
        };
        if found.iter().any(|found| found.fixable) {
            let check = |text: &str| {
                let mut findings =
                    context.findings(project, &open.article, &tried.with_text(text.to_owned()));
                findings.retain(|finding| is_wanted(&finding.id));
                findings
            };
            let text = &tried.catalog.value.text;
            let edits = certain_edits(text, &check(text), check);
            let fixed = tried.with_text(apply(text, &edits));
            let comparison = project.compare(&open.article, &fixed);
            let mut items = comparison.items.iter();
            let fixed_item = items.find(|other| other.id == item.id);
            trial.fixed = fixed_item
                .and_then(|item| typed_in(&fixed.catalog.value, item))
                .filter(|fixed| *fixed != question.typed);
        }
        Ok(trial)
    }
}

impl Session {
    /// What a page would show in the place of a unit that has this translation. Nothing of the catalog is read:
    /// it is asked for with every key.
    fn passage(&self, place: &DeskPlace, line: &str) -> Result<Option<String>, Failure> {
        let project = self.project();
        let locale = self.locale(&place.locale)?;
        let (article, _) = self.prepared(&place.article)?;
        let wanted = Id::parse(&place.id).map(|id| id.base);
        let mut units = article.assigned.iter();
        let unit = units.position(|assigned| Some(assigned.id.base) == wanted);
        let catalog = Catalog::parse(&format!("s000000 = {line}\n")).value;
        let value = catalog.entries.first().and_then(Entry::value);
        let contexts = self.contexts()?;
        let (Some(unit), Some(value), Some(context)) = (unit, value, contexts.of(&locale)) else {
            return Ok(None);
        };
        let resolver = context.resolver().with(project.variables(&article));
        let (text, _) = resolver.resolve(value);
        let schemes = project.publish.links.iter();
        let schemes: Vec<&str> = schemes.map(String::as_str).collect();
        let assembly = Assembly {
            article: &article.text,
            format: article.format,
            document: &article.document,
            units: &article.units,
            choices: &[],
            locale: &locale,
            source_locale: &project.source,
            schemes: &schemes,
        };
        Ok(Some(passage(&assembly, unit, &text)))
    }
}

impl Trial {
    fn unreadable(message: String) -> Self {
        let finding = DeskFinding {
            code: "unreadable".to_owned(),
            severity: Severity::Error,
            message,
            hints: Vec::new(),
            is_fixable: false,
        };
        Self {
            findings: vec![finding],
            ..Self::default()
        }
    }
}

fn typed_in(catalog: &Catalog, item: &Item) -> Option<String> {
    let entry = &catalog.entries[item.entry?];
    Some(typed(entry.value()?, entry.value_span.of(&catalog.text)))
}
