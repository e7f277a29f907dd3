use super::Context;
use crate::cli::Failure;
use crate::project::{CONFIGURATION, Prepared, TargetFile};
use crate::report::{FORMS, Form};
use crate::store::{Error, Workspace};

/// Which form the data is shown in.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Shown {
    /// Form of the output: text for people, json for programs.
    #[arg(long, value_name = "FORM", default_value = "text", value_parser = ["text", "json"])]
    format: String,
}

impl Shown {
    pub(in crate::cli) fn named(name: &str) -> Self {
        Self {
            format: name.to_owned(),
        }
    }

    /// Whether people are to read the output.
    pub(in crate::cli) fn is_text(&self) -> bool {
        self.format == FORMS[0].name
    }

    pub(in crate::cli) fn form(&self) -> &'static Form {
        FORMS
            .iter()
            .find(|form| form.name == self.format)
            .unwrap_or(&FORMS[0])
    }
}

/// Which locales and articles a command is about.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Selected {
    /// Locales; all if none is named.
    #[arg(value_name = "LOCALE")]
    locales: Vec<String>,
    /// Only this article, by its path below the folder of articles without its ending. Repeatable.
    #[arg(long = "article", value_name = "ARTICLE")]
    articles: Vec<String>,
}

impl Selected {
    /// The articles that a person named.
    pub(in crate::cli) fn articles(&self) -> &[String] {
        &self.articles
    }

    /// Whether a person named locales.
    pub(in crate::cli) fn names_locales(&self) -> bool {
        !self.locales.is_empty()
    }

    /// Whether a person named articles.
    pub(in crate::cli) fn names_articles(&self) -> bool {
        !self.articles.is_empty()
    }

    /// The workspace, its prepared articles and the chosen locales. An article or catalog that
    /// cannot be read is reported, and the others are still there.
    pub(in crate::cli) fn load(
        &self,
        context: &mut Context<'_>,
    ) -> Result<(Workspace, Vec<Prepared>, Vec<String>), Failure> {
        let (workspace, locales) = self.place(context)?;
        let (prepared, errors) = workspace.prepare(&self.articles);
        for error in errors {
            context.fail(error);
        }
        Ok((workspace, prepared, locales))
    }

    /// The workspace and the chosen locales.
    pub(in crate::cli) fn place(
        &self,
        context: &mut Context<'_>,
    ) -> Result<(Workspace, Vec<String>), Failure> {
        let workspace = context.workspace()?;
        let mut locales = named_locales(&workspace, &self.locales)?;
        if locales.is_empty() {
            locales.clone_from(&workspace.project.locales);
        }
        Ok((workspace, locales))
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
    ) -> Vec<T> {
        let (rows, errors) = workspace.each(&self.articles, |article| {
            let target = |locale: &String| Some(work(&article, article.target(locale)?));
            locales.iter().map(target).collect::<Vec<Option<T>>>()
        });
        for error in errors {
            context.fail(error);
        }
        let mut rows: Vec<_> = rows.into_iter().map(Vec::into_iter).collect();
        let mut out = Vec::new();
        for _ in locales {
            out.extend(rows.iter_mut().filter_map(|row| row.next().flatten()));
        }
        out
    }
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
