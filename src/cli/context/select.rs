use clap::builder::{PossibleValue, PossibleValuesParser};

use super::Context;
use super::progress::Progress;
use crate::article::{Prepared, TargetFile};
use crate::cli::Failure;
use crate::cli::shard::{Shard, Whole};
use crate::cli::strings::Strings;
use crate::compare::State;
use crate::config::{CONFIGURATION, Globs};
use crate::language::english_name;
use crate::report::{FORMS, Form};
use crate::store::{Cache, Error, Pack, Workspace};

/// The names of the forms that show something, for the command line.
pub(in crate::cli) fn forms(shows: fn(&Form) -> bool) -> PossibleValuesParser {
    let shown = FORMS.iter().filter(|form| shows(form));
    let values = shown.enumerate().map(|(index, form)| {
        let value = PossibleValue::new(form.name).help(form.about);
        if index == 0 {
            value.alias("text")
        } else {
            value
        }
    });
    PossibleValuesParser::new(values)
}

/// The names of the forms that show something, for people.
pub(in crate::cli) fn listed(shows: fn(&Form) -> bool) -> String {
    let shown = FORMS.iter().filter(|form| shows(form));
    let names: Vec<&str> = shown.map(|form| form.name).collect();
    names.join(", ")
}

/// The form of a name that the command line has accepted.
pub(in crate::cli) fn form(name: &str) -> &'static Form {
    Form::named(name).unwrap_or(&FORMS[0])
}

/// Which units a command is about.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct States {
    /// Only units in this state. Repeatable, or several divided by commas.
    #[arg(long = "state", value_name = "STATE", value_delimiter = ',',
        value_parser = PossibleValuesParser::new(State::ALL.map(State::name)))]
    states: Vec<String>,
}

impl States {
    /// Whether units in a state are wanted.
    pub(in crate::cli) fn admits(&self, state: State) -> bool {
        self.states.is_empty() || self.states.iter().any(|name| name == state.name())
    }

    /// Whether a person named states.
    pub(in crate::cli) fn named(&self) -> bool {
        !self.states.is_empty()
    }
}

/// Which locales and articles a command is about.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Selected {
    /// Locales; all if none is named.
    #[arg(value_name = "LOCALE")]
    locales: Vec<String>,
    /// The same. Repeatable, or several divided by commas.
    #[arg(long = "locale", value_name = "LOCALE", value_delimiter = ',')]
    more_locales: Vec<String>,
    /// Only this article or catalog of an application, by its path below the folder of articles or of
    /// its locale, without its ending, or those that a pattern like 'news/**' fits. Repeatable.
    #[arg(long = "article", value_name = "ARTICLE")]
    articles: Vec<String>,
}

impl Selected {
    /// Whether a person named locales.
    pub(in crate::cli) fn names_locales(&self) -> bool {
        !self.locales.is_empty() || !self.more_locales.is_empty()
    }

    /// Whether a person named articles.
    pub(in crate::cli) fn names_articles(&self) -> bool {
        !self.articles.is_empty()
    }

    /// The catalogs of an application, as far as they were chosen.
    pub(in crate::cli) fn strings(
        &self,
        context: &mut Context<'_>,
        workspace: &Workspace,
    ) -> Result<Strings, Error> {
        let keys = self.keys(workspace)?;
        Ok(Strings::list(context, workspace, &keys))
    }

    /// The workspace, its prepared articles and the chosen locales. An article or catalog that
    /// cannot be read is reported, and the others are still there.
    pub(in crate::cli) fn load(
        &self,
        context: &mut Context<'_>,
    ) -> Result<(Workspace, Vec<Prepared>, Vec<String>), Failure> {
        let (workspace, locales) = self.place(context)?;
        let (prepared, errors) = workspace.prepare(&self.keys(&workspace)?);
        for error in errors {
            context.fail(error);
        }
        Ok((workspace, prepared, locales))
    }

    /// The keys of the chosen articles, patterns made into what they fit.
    pub(in crate::cli) fn keys(&self, workspace: &Workspace) -> Result<Vec<String>, Error> {
        let is_pattern = |name: &&String| name.contains(['*', '?', '[']);
        if self.articles.is_empty() {
            return Ok(Vec::new());
        }
        let (mut all, is_partial) = workspace.article_keys();
        all.extend(workspace.strings().0.into_iter().map(|file| file.key));
        let mut keys = Vec::new();
        for name in &self.articles {
            if !is_pattern(&name) || all.contains(name) {
                // One whose file cannot be listed is reported with the reason, later.
                if !all.contains(name) && !is_partial {
                    let known: Vec<&str> = all.iter().map(String::as_str).collect();
                    return Err(workspace.no_such_article(name, &known));
                }
                keys.push(name.clone());
                continue;
            }
            let pattern = Globs::new(vec![name.clone()]);
            let fitting = all.iter().filter(|key| pattern.fit(key));
            let before = keys.len();
            keys.extend(fitting.cloned());
            if keys.len() == before {
                let folder = workspace.project.article_folder().unwrap_or_default();
                let folder = workspace.root.join(folder);
                let message = format!("no article fits `{name}`; `satz status` lists them");
                return Err(Error::new(folder, message));
            }
        }
        Ok(keys)
    }

    /// The workspace and the chosen locales.
    pub(in crate::cli) fn place(
        &self,
        context: &mut Context<'_>,
    ) -> Result<(Workspace, Vec<String>), Failure> {
        let workspace = context.workspace()?;
        context.survey(&workspace)?;
        context.look.source = english_name(&workspace.project.source).unwrap_or("source");
        let named: Vec<String> = { &self.locales }
            .iter()
            .chain(&self.more_locales)
            .cloned()
            .collect();
        let mut locales = named_locales(&workspace, &named)?;
        let mut seen = std::collections::BTreeSet::new();
        locales.retain(|locale| seen.insert(locale.clone()));
        if locales.is_empty() {
            locales.clone_from(&workspace.project.locales);
        }
        Ok((workspace, locales))
    }

    /// What a part of a run is a share of, whose rows depend on these options.
    pub(in crate::cli) fn whole(&self, options: &str) -> Whole {
        Whole {
            locales: self
                .locales
                .iter()
                .chain(&self.more_locales)
                .cloned()
                .collect(),
            articles: self.articles.clone(),
            options: options.to_owned(),
        }
    }

    /// What `work` makes of every chosen article in every chosen locale: locale by locale, in each
    /// article by article. Only what it makes is kept, so that memory does not grow with the
    /// articles. What cannot be read is reported and left out.
    pub(in crate::cli) fn each<T: Send>(
        &self,
        context: &mut Context<'_>,
        workspace: &Workspace,
        locales: &[String],
        work: impl Fn(&Prepared, &TargetFile) -> T + Sync,
    ) -> Result<Vec<T>, Error> {
        let keys = self.keys(workspace)?;
        let progress = Progress::new("articles");
        let (rows, errors) = workspace.each(&keys, |article| {
            progress.step();
            in_all(&article, locales, &work)
        });
        progress.end();
        for error in errors {
            context.fail(error);
        }
        Ok(by_locale(rows, locales))
    }

    /// The same, but what an earlier run made of an article that has not changed since is taken
    /// from the cache, and what shares of this run made from their parts; `options` are those that
    /// it depends on. None for a run that does only a share.
    pub(in crate::cli) fn each_kept<T: Pack + Send>(
        &self,
        context: &mut Context<'_>,
        shard: &Shard,
        workspace: &Workspace,
        locales: &[String],
        (options, cache): (&str, Cache),
        work: impl Fn(&Prepared, &TargetFile) -> T + Sync,
    ) -> Result<Option<Vec<T>>, Failure> {
        let keys = self.keys(workspace)?;
        let whole = self.whole(options);
        let rows = shard.gather(context, workspace, whole, &keys, |context, keys| {
            let progress = Progress::new("articles");
            let mut rows = Vec::new();
            let (all, errors) = workspace.each_kept(
                keys,
                &cache,
                |_| true,
                |article, _| {
                    progress.step();
                    in_all(&article, locales, &work)
                },
                |key, row| rows.push((key.to_owned(), row)),
            );
            cache.save(|key| all.contains(key));
            progress.end();
            for error in errors {
                context.fail(error);
            }
            Ok(rows)
        })?;
        Ok(rows.map(|rows| by_locale(rows, locales)))
    }
}

/// What `work` makes of an article in every locale; None where its catalog cannot be read.
fn in_all<T>(
    article: &Prepared,
    locales: &[String],
    work: impl Fn(&Prepared, &TargetFile) -> T,
) -> Vec<Option<T>> {
    let target = |locale: &String| Some(work(article, article.target(locale)?));
    locales.iter().map(target).collect()
}

/// What was made article by article, locale by locale.
fn by_locale<T>(rows: Vec<Vec<Option<T>>>, locales: &[String]) -> Vec<T> {
    let mut out = Vec::with_capacity(rows.iter().map(Vec::len).sum());
    let mut rows: Vec<_> = rows.into_iter().map(Vec::into_iter).collect();
    for _ in locales {
        out.extend(rows.iter_mut().filter_map(|row| row.next().flatten()));
    }
    out
}

/// The articles that have a readable catalog (or none yet) in a locale, with that catalog.
pub(in crate::cli) fn in_locale<'a>(
    prepared: &'a [Prepared],
    locale: &'a str,
) -> impl Iterator<Item = (&'a Prepared, &'a TargetFile)> {
    prepared
        .iter()
        .filter_map(move |article| Some((article, article.target(locale)?)))
}

/// The locales of a workspace that were named.
pub(in crate::cli) fn named_locales(
    workspace: &Workspace,
    names: &[String],
) -> Result<Vec<String>, Error> {
    let named = names.iter().map(|name| workspace.project.locale(name));
    named
        .map(|locale| locale.map(str::to_owned))
        .collect::<Result<_, _>>()
        .map_err(|fault| Error::from_fault(workspace.root.join(CONFIGURATION), &fault))
}
