use std::sync::Arc;

use crate::article::{Change, Prepared, TargetFile};
use crate::catalog::{Kind, Resolver};
use crate::check::{About, Finding, Subject, Term, check, check_named, remove_consequences};
use crate::cli::Failure;
use crate::cli::status::row;
use crate::compare::{Comparison, State};
use crate::config::{CONFIGURATION, Coverage, Project};
use crate::document::link_labels;
use crate::report::{Excerpt, Found, Inspected, Parts, Status, What, Where, quoted, unit_noun};
use crate::store::{Error, Workspace};
use crate::text::{LineIndex, Severity};

/// What is done with each article in each locale.
pub(super) type Work<'a> = &'a (dyn Fn(&Prepared, &TargetFile) -> Inspected + Sync);

/// What is found in articles: `each` hands them over. Translations themselves are looked at only if
/// that is to be thorough.
pub(super) fn inspect<T>(
    workspace: &Workspace,
    locales: &[String],
    is_thorough: bool,
    each: impl FnOnce(Work<'_>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let house = |locale: &String| {
        let house = House::read(workspace, locale)?;
        Ok(House {
            is_thorough,
            // What is wrong with an article itself is said once.
            has_articles: locales.first() == Some(locale),
            ..house
        })
    };
    let houses = locales.iter().map(house);
    let houses = houses.collect::<Result<Vec<House>, Error>>()?;
    each(&|article, target| {
        let house = houses.iter().find(|house| house.locale == target.locale);
        let found = house.map(|house| house.inspect(&workspace.project, article, target));
        found.unwrap_or_default()
    })
}

/// The terms of the house in one locale.
pub(in crate::cli) struct House {
    locale: String,
    resolver: Resolver,
    terms: Vec<Term>,
    is_thorough: bool,
    /// Whether it says what is wrong with the articles themselves.
    has_articles: bool,
}

impl House {
    pub(in crate::cli) fn read(workspace: &Workspace, locale: &str) -> Result<Self, Error> {
        let source = workspace.glossary(&workspace.project.source)?;
        let glossary = workspace.glossary(locale)?;
        let entries = glossary.entries.iter();
        let entries = entries.filter(|entry| matches!(entry.kind, Kind::Term(_)));
        let terms = entries.filter_map(|entry| {
            Some(Term {
                source: source.term(&entry.id)?,
                target: glossary.term(&entry.id)?,
                forms: glossary.term_list(&entry.id, "forms"),
                forbidden: glossary.term_list(&entry.id, "forbidden"),
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

    /// What is found in an article, with its place and its German, and how complete it is.
    fn inspect(&self, project: &Project, article: &Prepared, target: &TargetFile) -> Inspected {
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
            let span = finding.diagnostic.span;
            let place = lines.place(text, span.start);
            let item = match finding.about {
                Some(About::Item(index)) => Some(&comparison.items[index]),
                _ => None,
            };
            let state = finding.about.map(|about| match about {
                About::Item(index) => comparison.items[index].state,
                About::Obsolete(_) => State::Obsolete,
            });
            let what = What {
                code: finding.diagnostic.code.into(),
                id: finding.id.into(),
                message: finding.diagnostic.message,
                hints: finding.diagnostic.hints,
                source: item.map_or(String::new(), |item| quoted(&item.source)),
                state,
                amount: 1,
            };
            Found {
                excerpt: Excerpt::of(text, &lines, span).map(Box::new),
                fixable: finding.fix.is_some(),
                ..Found::new(what, at.clone(), finding.diagnostic.severity).placed(place)
            }
        });
        let mut found: Vec<Found> = found.collect();
        if self.has_articles && self.is_thorough {
            found.extend(problems(project, article));
        }
        Inspected {
            found,
            status: row(&self.locale, &article.key, &comparison),
        }
    }

    /// What is found in an article, weighed as the workspace wants it.
    pub(in crate::cli) fn findings(
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
        let labels = (article.format.name == "markdown").then(|| link_labels(&article.text));
        let subject = Subject {
            source_locale: &project.source,
            locale: &self.locale,
            target: &target.catalog,
            comparison,
            resolver: &self.resolver.with(project.variables(article)),
            glossary: &self.terms,
            has_references: article.format.name != "plain",
            labels: labels.as_ref(),
            is_thorough: self.is_thorough,
        };
        let mut findings = check(&subject);
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

/// What is wrong with how an article is written.
fn problems(project: &Project, article: &Prepared) -> Vec<Found> {
    if article.problems.is_empty() {
        return Vec::new();
    }
    let lines = LineIndex::new(&article.text);
    let found = article.problems.iter().filter_map(|problem| {
        let what = What {
            message: problem.message.clone(),
            hints: problem.hints.clone(),
            amount: 1,
            ..What::default()
        };
        let (path, code) = (article.path.clone(), problem.code);
        let found = of_workspace(project, code, &project.source, &article.key, path, what)?;
        Some(Found {
            excerpt: Excerpt::of(&article.text, &lines, problem.span).map(Box::new),
            ..found.placed(lines.place(&article.text, problem.span.start))
        })
    });
    found.collect()
}

/// A finding that is about no place in a catalog; `None` where its check is off.
fn of_workspace(
    project: &Project,
    code: &str,
    locale: &str,
    article: &str,
    path: String,
    what: What,
) -> Option<Found> {
    let own = check_named(code).map_or(Severity::Error, |check| check.severity);
    let severity = project.weigh(code, own, locale, article)?;
    let what = What {
        code: code.into(),
        ..what
    };
    let at = Where {
        locale: locale.into(),
        article: article.into(),
        path: path.into(),
    };
    Some(Found::new(what, at, severity))
}

/// What is less complete than the gate demands.
pub(super) fn shortfalls(workspace: &Workspace, rows: &Parts<Status>) -> Vec<Found> {
    if workspace.project.gate.complete.is_empty() {
        return Vec::new();
    }
    let coverage: Vec<Coverage<'_>> = rows
        .iter()
        .map(|row| Coverage {
            locale: &row.locale,
            article: &row.article,
            covered: row.covered(),
            units: row.units(),
        })
        .collect();
    let project = &workspace.project;
    let short = project.shortfalls(&coverage).into_iter();
    let found = short.filter_map(|short| {
        let article = short.article.as_deref().unwrap_or_default();
        let of_locale = rows.iter().filter(|row| row.locale == short.locale);
        let own = of_locale.filter(|row| short.article.is_none() || row.article == article);
        let noun = unit_noun(own);
        let path = match &short.article {
            None => CONFIGURATION.to_owned(),
            Some(article) if noun == "message" => {
                strings_path(workspace, &short.locale, article).unwrap_or_default()
            }
            Some(article) => project.catalog_path(&short.locale, article),
        };
        let lacking = short.lacking();
        let what = match article {
            "" => format!("{} as a whole", short.locale),
            article => format!("{article} in {}", short.locale),
        };
        let message = format!(
            "{what} has {} of {} {noun}s, {}% are demanded: {lacking} more",
            short.covered, short.units, short.wanted
        );
        let what = What {
            message,
            amount: lacking,
            ..What::default()
        };
        of_workspace(project, "incomplete", &short.locale, article, path, what)
    });
    found.collect()
}

/// Where a catalog of an application is in a locale, or has to be.
fn strings_path(workspace: &Workspace, locale: &str, key: &str) -> Option<String> {
    let (files, _) = workspace.strings();
    let file = files.into_iter().find(|file| file.key == key)?;
    let (path, _) = file.targets.get(locale)?;
    Some(path.clone())
}

/// The files that `sync` would write.
pub(super) fn out_of_step(workspace: &Workspace, locales: &[String]) -> Vec<Found> {
    let project = &workspace.project;
    let (together, _) = workspace.prepare_together();
    let plans = project.plan(&together, false);
    let changes = plans.iter().flat_map(|plan| plan.steps.iter().flatten());
    let mut paths: Vec<&str> = changes
        .filter(|change: &&Change| change.differs())
        .map(|change| change.path.as_str())
        .collect();
    paths.sort_unstable();
    paths.dedup();
    let mut found = Vec::new();
    for path in paths {
        let inside = path.strip_prefix(project.catalogs.as_str());
        let inside = inside.map_or(path, |rest| rest.trim_start_matches('/'));
        let (locale, article) = inside.split_once('/').unwrap_or(("", inside));
        let article = article.trim_end_matches(".ftl");
        if locale != project.source && !locales.iter().any(|named| named == locale) {
            continue;
        }
        let what = What {
            message: "is not in step with its article".to_owned(),
            hints: vec!["run `satz sync` and commit what it writes".to_owned()],
            amount: 1,
            ..What::default()
        };
        let code = "out-of-step";
        found.extend(of_workspace(
            project,
            code,
            locale,
            article,
            path.to_owned(),
            what,
        ));
    }
    found
}
