//! What is found in an article in one locale, weighed as the workspace wants it.

use std::sync::Arc;

use super::found::found;
use super::links::{links_of_article, links_of_translation};
use super::status::row;
use super::weight::weighed;
use crate::article::{Prepared, TargetFile};
use crate::catalog::{Kind, Resolver};
use crate::check::{
    About, EVERYTHING, Finding, Sections, Subject, Term, check, remove_consequences,
};
use crate::compare::{Comparison, State};
use crate::config::Project;
use crate::document::{dead_links, link_labels};
use crate::report::{Excerpt, Found, Inspected, What, Where, quoted};
use crate::segment::Unit;
use crate::store::{Error, Workspace};
use crate::text::{Diagnostic, LineIndex, Severity, Span};

/// The contexts of several locales.
#[derive(Debug)]
pub(super) struct GlossaryContexts(Vec<GlossaryContext>);

impl GlossaryContexts {
    /// Reads them. Translations themselves are looked at only if that is to be thorough.
    pub(super) fn read(
        workspace: &Workspace,
        locales: &[String],
        is_thorough: bool,
    ) -> Result<Self, Error> {
        let context = |locale: &String| {
            Ok(GlossaryContext {
                is_thorough,
                // What is wrong with an article itself is said once.
                has_articles: locales.first() == Some(locale),
                ..GlossaryContext::read(workspace, locale)?
            })
        };
        Ok(Self(
            locales.iter().map(context).collect::<Result<_, Error>>()?,
        ))
    }

    /// The context of a locale.
    pub(super) fn of(&self, locale: &str) -> Option<&GlossaryContext> {
        self.0.iter().find(|context| context.locale == locale)
    }

    /// What is found in an article in a locale, and how complete it is. The units of a draft are no
    /// work: of it, only what is wrong with its files is found.
    pub(super) fn inspect(
        &self,
        project: &Project,
        article: &Prepared,
        target: &TargetFile,
    ) -> Inspected {
        let context = self.of(&target.locale);
        let inspected = context.map(|context| context.inspect(project, article, target));
        let mut inspected = inspected.unwrap_or_default();
        if article.is_draft() {
            inspected.found.retain(|found| found.what.state.is_none());
            inspected.links.retain(|link| !link.is_translated);
        }
        inspected
    }
}

/// What the catalogs of a locale are checked with: the terms of the house, and what messages may refer to.
#[derive(Debug)]
pub(super) struct GlossaryContext {
    locale: String,
    resolver: Resolver,
    terms: Vec<Term>,
    is_thorough: bool,
    /// Whether it says what is wrong with the articles themselves.
    has_articles: bool,
}

impl GlossaryContext {
    pub(super) fn read(workspace: &Workspace, locale: &str) -> Result<Self, Error> {
        let source = workspace.glossary(&workspace.project.source)?;
        let glossary = workspace.glossary(locale)?;
        let (source_terms, target_terms) = (source.terms(), glossary.terms());
        let entries = glossary.entries.iter();
        let entries = entries.filter(|entry| matches!(entry.kind, Kind::Term(_)));
        let terms = entries.filter_map(|entry| {
            let (term, target) = target_terms.get(entry.id.as_str())?;
            Some(Term {
                source: source_terms.get(entry.id.as_str())?.1.clone(),
                target: target.clone(),
                forms: term.list("forms"),
                forbidden: term.list("forbidden"),
            })
        });
        let terms = terms.collect();
        Ok(Self {
            locale: locale.to_owned(),
            resolver: workspace.resolver(locale)?,
            terms,
            is_thorough: true,
            has_articles: false,
        })
    }

    /// The locale.
    pub(super) fn locale(&self) -> &str {
        &self.locale
    }

    /// What its catalogs may refer to.
    pub(super) fn resolver(&self) -> &Resolver {
        &self.resolver
    }

    /// The terms of the house in this locale.
    pub(super) fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// What is found in an article, with its place and its German, and how complete it is.
    pub(super) fn inspect(
        &self,
        project: &Project,
        article: &Prepared,
        target: &TargetFile,
    ) -> Inspected {
        let text = &target.catalog.value.text;
        let lines = LineIndex::new(text);
        let comparison = project.compare(article, target);
        let findings = self.weighed(project, article, target, &comparison);
        let at = Arc::new(Where {
            locale: self.locale.as_str().into(),
            article: article.key.as_str().into(),
            path: target.path.as_str().into(),
        });
        let found = findings.into_iter().map(|finding| {
            let item = match finding.about {
                Some(About::Item(index)) => Some(&comparison.items[index]),
                _ => None,
            };
            let state = finding.about.map(|about| match about {
                About::Item(index) => comparison.items[index].state,
                About::Obsolete(_) => State::Obsolete,
            });
            let source = item.map_or(String::new(), |item| quoted(&item.source));
            found(finding, source, state, &at, (text, &lines))
        });
        let mut found: Vec<Found> = found.collect();
        let mut links = Vec::new();
        if self.is_thorough {
            links = links_of_translation(project, article, target, &comparison);
        }
        if self.has_articles && self.is_thorough {
            found.extend(problems(project, article));
            links.extend(links_of_article(project, article));
        }
        Inspected {
            found,
            links,
            status: row(&self.locale, article, &comparison),
        }
    }

    /// What is found in an article, weighed as the workspace wants it.
    pub(super) fn findings(
        &self,
        project: &Project,
        article: &Prepared,
        target: &TargetFile,
    ) -> Vec<Finding> {
        self.weighed(project, article, target, &project.compare(article, target))
    }

    fn weighed(
        &self,
        project: &Project,
        article: &Prepared,
        target: &TargetFile,
        comparison: &Comparison,
    ) -> Vec<Finding> {
        let labels = article
            .format
            .is_markdown()
            .then(|| link_labels(&article.text));
        let heading = |item: usize| article.heading_of(item);
        let sections = Sections::of(article.format, &article.text, comparison, heading);
        let subject = Subject {
            source_locale: &project.source,
            locale: &self.locale,
            target: &target.catalog,
            comparison,
            resolver: &self.resolver.with(project.variables(article)),
            glossary: &self.terms,
            has_references: article.format.name != "plain",
            title: article.title(),
            labels: labels.as_ref(),
            sections: sections.as_ref(),
            is_thorough: self.is_thorough,
        };
        let mut findings = check(&subject, EVERYTHING);
        findings.retain_mut(|finding| {
            let diagnostic = &mut finding.diagnostic;
            let severity = project.weigh(
                diagnostic.code,
                diagnostic.severity,
                &self.locale,
                &article.key,
            );
            diagnostic.severity = severity.unwrap_or(diagnostic.severity);
            severity.is_some()
        });
        remove_consequences(&mut findings);
        findings
    }
}

/// What is found in the catalog of one article about some of its units: those that `is_wanted` names by
/// their ids.
pub(super) fn found_about(
    context: &GlossaryContext,
    project: &Project,
    article: &Prepared,
    target: &TargetFile,
    is_wanted: impl Fn(&str) -> bool,
) -> Vec<Found> {
    let inspected = context.inspect(project, article, target);
    let mut findings = inspected.found;
    findings.retain(|found| is_wanted(&found.what.id));
    findings
}

/// The sentences that stand twice in a row in one block. Short ones are meant: `Nein. Nein.`
fn doubled_sentences(article: &Prepared) -> Vec<Diagnostic> {
    const SHORTEST: usize = 4;
    let pairs = article
        .new_units
        .windows(2)
        .zip(article.units.iter().skip(1));
    let doubled = pairs.filter(|(pair, _)| {
        pair[0].block == pair[1].block
            && pair[0].text == pair[1].text
            && pair[1].text.split_whitespace().count() >= SHORTEST
    });
    let diagnostic = |(_, second): (_, &Unit)| {
        let message = "the sentence before is the same".to_owned();
        Diagnostic::new("doubled-sentence", Severity::Hint, second.span, message)
            .hint("take one of the two out, if it was left behind by an edit")
    };
    doubled.map(diagnostic).collect()
}

/// What is wrong with how an article is written.
fn problems(project: &Project, article: &Prepared) -> Vec<Found> {
    let dead = dead_links(article.format, &article.text);
    let doubled = doubled_sentences(article);
    if article.problems.is_empty() && dead.is_empty() && doubled.is_empty() {
        return Vec::new();
    }
    let dead = dead.into_iter().map(|(place, section)| {
        let message = format!("`#{section}` leads to no section of the article");
        let span = Span::new(place.start, place.end);
        // A program that makes the pages may have names of its own.
        Diagnostic::new("dead-link", Severity::Warning, span, message)
    });
    let lines = LineIndex::new(&article.text);
    let problems = article.problems.iter().cloned().chain(dead).chain(doubled);
    let found = problems.filter_map(|problem| {
        let what = What {
            message: problem.message.clone(),
            hints: problem.hints.clone(),
            amount: 1,
            ..What::default()
        };
        let (path, code) = (article.path.clone(), problem.code);
        let at = (project.source.as_str(), article.key.as_str(), path);
        let found = weighed(project, code, problem.severity, at, what)?;
        Some(Found {
            excerpt: Excerpt::of(&article.text, &lines, problem.span).map(Box::new),
            ..found.placed(lines.place(&article.text, problem.span.start))
        })
    });
    found.collect()
}
