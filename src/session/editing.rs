//! Single changes of catalogs, as an editor offers them.

use super::sink::{Report, Sink};
use super::{Failure, Session};
use crate::article::{Prepared, TargetFile};
use crate::catalog::{ALIGNED, Catalog, Id, Maker, escape};
use crate::check::check_named;
use crate::store::Write;
use crate::text::{Edit, apply};
use crate::update::{FilledUnit, fill};

/// A translation for a unit that has none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewTranslation {
    /// The locale.
    pub locale: String,
    /// Key of the article.
    pub article: String,
    /// The unit's id, with or without the part behind the hyphen.
    pub id: String,
    /// The translation as text.
    pub text: String,
    /// If the memory has it: the article and the unit that it stands in, and whether figures in it were
    /// exchanged. Else a person wrote it.
    pub from: Option<(String, String, bool)>,
}

/// An exemption of one message from one check.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Exemption {
    /// Path of the catalog.
    pub path: String,
    /// The message's id as it is written.
    pub id: String,
    /// The check's code.
    pub code: String,
    /// Why the finding is no fault.
    pub reason: String,
}

impl Session {
    /// Gives a unit that has no message a translation.
    ///
    /// # Errors
    /// If there is no such unit, it has a message or something typed behind its stub, or the catalog cannot be
    /// written.
    ///
    /// # Examples
    /// ```
    /// use satz::session::{NewTranslation, Session};
    /// let session = Session::of_texts([
    ///     ("satz.yaml", "locales: [en]"),
    ///     ("articles/markt.md", "Der Markt ist offen."),
    /// ])?;
    /// let id = session.article_units("markt", &[])?.units[0].id.clone();
    /// let new = NewTranslation {
    ///     locale: "en".into(),
    ///     article: "markt".into(),
    ///     id: id.clone(),
    ///     text: "The market is open.".into(),
    ///     ..NewTranslation::default()
    /// };
    /// let (_, changes) = session.rehearse(|session| session.translate(&new, &mut ()))?;
    /// let text = changes[0].new.as_deref().unwrap_or_default();
    /// assert!(text.contains(&format!("{id} = The market is open.")));
    /// # Ok::<(), satz::session::Failure>(())
    /// ```
    pub fn translate(&self, new: &NewTranslation, sink: &mut dyn Sink) -> Result<(), Failure> {
        let (prepared, target) = self.article_in(&new.article, &new.locale)?;
        let wanted = Id::parse(&new.id).map(|id| id.base);
        let mut units = prepared.source.units.iter();
        let unit = units.find(|unit| Some(unit.id.base) == wanted);
        let absent = || {
            Failure::from(format!(
                "no unit of {} has the id `{}`",
                new.article, new.id
            ))
        };
        let unit = unit.ok_or_else(absent)?;
        let pattern = escape(&new.text);
        let maker = match &new.from {
            Some((article, id, is_repaired)) => self
                .maker_of(article, &target.locale, id)
                .copied(*is_repaired),
            None => Maker::default(),
        };
        let filled = FilledUnit {
            id: unit.id,
            source: &unit.text,
            pattern: &pattern,
            maker: &maker,
        };
        let notes = self.project().notes(&target.locale);
        let label = notes.then_some(self.project().source.as_str());
        let (written, text) = fill(&target.catalog.value, &[filled], label);
        if written.is_empty() {
            return Err(format!("`{}` has a translation already", unit.id).into());
        }
        self.write_settled(&prepared, &target, text, sink)
    }

    /// Says that the translation that alignment found for a unit is right: takes away what marks it as doubtful.
    ///
    /// # Errors
    /// If there is no such unit with a message, or the catalog cannot be written.
    pub fn confirm_alignment(
        &self,
        (locale, article, id): (&str, &str, &str),
        sink: &mut dyn Sink,
    ) -> Result<(), Failure> {
        let (prepared, target) = self.article_in(article, locale)?;
        let catalog = &target.catalog.value;
        let wanted = Id::parse(id).map(|id| id.base);
        let mut messages = catalog.messages();
        let message = messages.find(|(_, entry)| Id::parse(&entry.id).map(|id| id.base) == wanted);
        let absent = || Failure::from(format!("no message of {} is called `{id}`", target.path));
        let (_, message) = message.filter(|_| wanted.is_some()).ok_or_else(absent)?;
        let comment = message.comment.of(&catalog.text);
        let lines = comment.split_inclusive('\n');
        let kept: String = lines.filter(|line| !line.starts_with(ALIGNED)).collect();
        let text = apply(&catalog.text, &[Edit::replace(message.comment, kept)]);
        self.write_settled(&prepared, &target, text, sink)
    }

    /// Brings one catalog of an article in step with it, as a sync does: what is typed behind stubs becomes
    /// messages, what is missing gets a stub, comments are renewed.
    ///
    /// # Errors
    /// If the article or the locale is not there, or the catalog cannot be written.
    pub fn settle(&self, article: &str, locale: &str, sink: &mut dyn Sink) -> Result<(), Failure> {
        let (prepared, target) = self.article_in(article, locale)?;
        let text = target.catalog.value.text.clone();
        self.write_settled(&prepared, &target, text, sink)
    }

    /// Writes above a message that a check does not concern it.
    ///
    /// # Errors
    /// If there is no such message or check, the reason is empty, or the catalog cannot be written.
    pub fn exempt(&self, exemption: &Exemption, sink: &mut dyn Sink) -> Result<(), Failure> {
        let Exemption {
            path,
            id,
            code,
            reason,
        } = exemption;
        let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
        if check_named(code).is_none() || reason.is_empty() {
            return Err(format!(
                "an exemption needs a check and a reason; `{code}` is exempted from nothing"
            )
            .into());
        }
        let text = self.workspace.read(path)?.unwrap_or_default();
        let catalog = Catalog::parse(&text).value;
        let mut entries = catalog.entries.iter();
        let entry = entries.find(|entry| entry.written_id() == *id && !entry.id_span.is_empty());
        let Some(entry) = entry else {
            return Err(format!("{path} has no message `{id}`").into());
        };
        let place = text[..entry.id_span.start]
            .rfind('\n')
            .map_or(0, |at| at + 1);
        let line = format!("# check: {code} off: {reason}{}", catalog.line_end());
        let new = apply(&text, &[Edit::insert(place, line)]);
        self.write(
            Write {
                path: path.clone(),
                old: Some(text),
                new,
            },
            sink,
        )
    }

    /// What made a translation that the memory has; a person, if it stands in no article.
    pub(super) fn maker_of(&self, article: &str, locale: &str, id: &str) -> Maker {
        let Ok((prepared, target)) = self.article_in(article, locale) else {
            return Maker::default();
        };
        let items = self.project().compare(&prepared, &target).items.into_iter();
        let mut items = items.filter(|item| item.id.to_string() == id);
        items
            .next()
            .map(|item| item.marks.maker)
            .unwrap_or_default()
    }

    fn article_in(&self, article: &str, locale: &str) -> Result<(Prepared, TargetFile), Failure> {
        let locale = self.locale(locale)?;
        let (prepared, _) = self.prepared(article)?;
        let target = prepared.target(&locale).cloned();
        let unreadable = || {
            Failure::from(format!(
                "the catalog of {article} in {locale} cannot be read"
            ))
        };
        Ok((Prepared::clone(&prepared), target.ok_or_else(unreadable)?))
    }

    /// Writes a catalog as an update leaves it once it has this text.
    fn write_settled(
        &self,
        article: &Prepared,
        target: &TargetFile,
        text: String,
        sink: &mut dyn Sink,
    ) -> Result<(), Failure> {
        let (new, _) = self
            .project()
            .update(article, &target.with_text(text), false);
        self.write(
            Write {
                path: target.path.clone(),
                old: target.text.clone(),
                new,
            },
            sink,
        )
    }

    fn write(&self, write: Write, sink: &mut dyn Sink) -> Result<(), Failure> {
        let writer = self.writer(&mut Report::new(sink))?;
        writer.write(&[write])?;
        Ok(writer.close()?)
    }
}
