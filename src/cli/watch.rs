//! `satz watch`.

use std::collections::BTreeMap;
use std::time::Instant;

use super::context::Context;
use super::{Failure, Outcome, Run};
use crate::config::CONFIGURATION;
use crate::session::{self, Answer, BuildQuestion, Selection, Session, SyncQuestion};
use crate::web::{Changes, Observer, SiteServer};

/// Bring catalogs in step and make the pages again, whenever a file changes.
///
/// Waits until an article, a catalog, a glossary, a template or satz.yaml is saved, and does what `satz
/// sync` and `satz build` do for what depends on it. While nothing changes it costs nothing. It runs until
/// you press Ctrl+C.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Watch {
    /// Locales to build; all if none is named.
    #[arg(value_name = "LOCALE")]
    locales: Vec<String>,
    /// Forms to write: md, html, txt, bilingual, as for `satz build`.
    #[arg(long, value_name = "FORM,…", value_delimiter = ',')]
    format: Vec<String>,
    /// Show the pages in a browser, on this machine only; they load again by themselves.
    #[arg(long)]
    serve: bool,
    /// The port to show them on.
    #[arg(long, value_name = "PORT", requires = "serve")]
    port: Option<u16>,
}

const HELP: &str = "\
Examples:
  satz watch               after every save
  satz watch en --serve    and shows the English pages in a browser";

impl Run for Watch {
    const NAME: &'static str = "watch";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let mut session = context.surveyed()?;
        let mut observer = Observer::new(session.root(), session.project())?;
        let mut seen = Seen::default();
        self.round(context, &session, &[], None, &mut seen);
        let pages = if self.serve {
            let folder = session.root().join(&session.project().output);
            let pages = SiteServer::start(&folder, self.port)?;
            writeln!(context.out, "{}", pages.address())?;
            Some(pages)
        } else {
            None
        };
        context.note("Waiting for files to change; Ctrl+C ends.");
        while let Some(changes) = observer.wait() {
            let paths = seen.changed(&session, &changes);
            if paths.is_empty() && !changes.is_partial {
                continue;
            }
            if paths.iter().any(|path| path == CONFIGURATION) {
                // One that cannot be read is told, and the one before goes on to hold.
                match context.surveyed() {
                    Ok(opened) => session = opened,
                    Err(failure) => context.fail(failure),
                }
            }
            let articles = session.files_changed(&paths).ok().flatten();
            let articles = articles.filter(|_| !changes.is_partial);
            self.round(context, &session, &paths, articles.as_deref(), &mut seen);
            if let Some(pages) = &pages {
                pages.reload();
            }
            if articles.is_some()
                && let Err(failure) = self.build(context, &session, &[])
            {
                context.fail(failure);
            }
        }
        Ok(Outcome::Clean)
    }
}

impl Watch {
    /// Brings in step and builds what depends on some articles, or everything. What cannot be done is told,
    /// and tried again with the next change.
    fn round(
        &self,
        context: &mut Context<'_>,
        session: &Session,
        paths: &[String],
        articles: Option<&[String]>,
        seen: &mut Seen,
    ) {
        let start = Instant::now();
        context.forget_failures();
        let written = sync(context, session, paths, articles, seen);
        let pages = self.build(context, session, articles.unwrap_or_default());
        let place = match articles {
            Some([article]) => article.clone(),
            Some(articles) => format!("{} articles", articles.len()),
            None => "all articles".to_owned(),
        };
        match (written, pages) {
            (Ok(catalogs), Ok(pages)) => context.note(format_args!(
                "{place}: {catalogs} catalogs written, {pages} pages, {} ms",
                start.elapsed().as_millis()
            )),
            (Err(failure), _) | (_, Err(failure)) => context.fail(failure),
        }
    }

    /// Builds some articles, all if none is named, and counts the pages.
    fn build(
        &self,
        context: &mut Context<'_>,
        session: &Session,
        articles: &[String],
    ) -> Result<usize, session::Failure> {
        let question = BuildQuestion {
            selection: Selection {
                locales: self.locales.clone(),
                articles: articles.to_vec(),
            },
            forms: self.format.clone(),
            // What hangs together with other articles follows.
            pages_only: !articles.is_empty(),
            ..BuildQuestion::default()
        };
        Ok(match session.build(question, context)? {
            Answer::Whole(built) => built
                .editions
                .iter()
                .map(|edition| edition.pages.len())
                .sum(),
            Answer::Part(_) => 0,
        })
    }
}

/// Brings the catalogs in step, and counts those that were written. Where only catalogs of locales changed, no
/// other article can be concerned.
fn sync(
    context: &mut Context<'_>,
    session: &Session,
    paths: &[String],
    articles: Option<&[String]>,
    seen: &mut Seen,
) -> Result<usize, session::Failure> {
    let project = session.project();
    let catalog = |path: &String| {
        let mut articles = articles?.iter();
        articles.find_map(|article| {
            let mut locales = project.locales.iter();
            let locale = locales.find(|locale| project.catalog_path(locale, article) == *path)?;
            Some((article, locale))
        })
    };
    let catalogs: Option<Vec<(&String, &String)>> = paths.iter().map(catalog).collect();
    let Some(catalogs) = catalogs.filter(|catalogs| !catalogs.is_empty()) else {
        let question = SyncQuestion {
            writes: true,
            ..SyncQuestion::default()
        };
        let steps = session.plan_sync(&question, context)?.apply(context);
        let files = steps.iter().flat_map(|step| &step.files);
        return Ok(files
            .inspect(|file| seen.note(&file.path, file.new.as_deref()))
            .count());
    };
    let mut count = 0;
    for (article, locale) in catalogs {
        session.settle(article, locale, context)?;
        let path = project.catalog_path(locale, article);
        count += usize::from(seen.takes(session, &path));
    }
    Ok(count)
}

/// Files as they were last, by the hashes of their texts: what the program itself wrote is no change.
#[derive(Debug, Default)]
struct Seen(BTreeMap<String, Option<blake3::Hash>>);

impl Seen {
    fn note(&mut self, path: &str, text: Option<&str>) {
        let hash = text.map(|text| blake3::hash(text.as_bytes()));
        self.0.insert(path.to_owned(), hash);
    }

    /// Takes note of a file; whether it is not as it was.
    fn takes(&mut self, session: &Session, path: &str) -> bool {
        // What cannot be read is looked at by whoever needs it, and told.
        let Ok(text) = session.read(path) else {
            self.0.remove(path);
            return true;
        };
        let hash = text.map(|text| blake3::hash(text.as_bytes()));
        self.0.insert(path.to_owned(), hash) != Some(hash)
    }

    /// Those of the changed files that are not as they were.
    fn changed(&mut self, session: &Session, changes: &Changes) -> Vec<String> {
        let is_other = |path: &&String| self.takes(session, path);
        changes.paths.iter().filter(is_other).cloned().collect()
    }
}
