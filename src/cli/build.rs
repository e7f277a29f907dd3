//! `satz build`.

use super::context::Context;
use super::context::select::{Selected, Shard, write_part};
use super::{Failure, Outcome, Run};
use crate::config::{Missing, Stale};
use crate::session::{Answer, BuildQuestion, Built, BuiltEdition, LeftoverState};

/// Assemble the localized articles, ready to be published.
///
/// Writes build/<locale>/<article>.<form> for each locale and for the source itself, an index page
/// per locale, and build/manifest.json. Outputs of articles that are gone or no longer published
/// are removed, unless somebody changed them. Where `articles` in satz.yaml says where a site has
/// its translations, they are written there, unless somebody else made what is there.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Build {
    #[command(flatten)]
    selected: Selected,
    #[command(flatten)]
    shard: Shard,
    /// Forms to write: md, html, txt, bilingual. Without it: the article's own, and html.
    #[arg(long, value_name = "FORM,…", value_delimiter = ',', value_parser = ["md", "html", "txt", "bilingual"])]
    format: Vec<String>,
    /// For units without a translation: the German, the German marked, nothing, or no article.
    #[arg(long, value_name = "POLICY")]
    missing: Option<Missing>,
    /// For units whose German has changed: the old translation, the German, nothing, or no article.
    #[arg(long, value_name = "POLICY")]
    stale: Option<Stale>,
    /// Publish only articles of whose units so many percent are covered.
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(..=100))]
    threshold: Option<u8>,
    /// In a site: write over translations that somebody else made, too.
    #[arg(long)]
    overwrite: bool,
}

const HELP: &str = "\
Examples:
  satz build                              every locale
  satz build fr --format html             French pages
  satz build --format html,bilingual      pages, and pages with both languages side by side
  satz build --missing omit --stale use   no German in the result
  satz build --missing fail --stale fail  only complete articles
  satz build --overwrite                  also over translations in the site that satz did not write

Policies per locale and article, templates and addresses: `publish` in satz.yaml.";

impl Run for Build {
    const NAME: &'static str = "build";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let session = context.surveyed()?;
        let question = BuildQuestion {
            selection: self.selected.selection(),
            forms: self.format,
            missing: self.missing,
            stale: self.stale,
            threshold: self.threshold,
            overwrite: self.overwrite,
            names_units: false,
            pages_only: false,
            share: self.shard.share(context)?,
        };
        match session.build(question, context)? {
            Answer::Whole(built) => show(context, &built),
            Answer::Part(part) => {
                write_part(context, &part)?;
                Ok(Outcome::Clean)
            }
        }
    }
}

/// Says what was made, and why the rest is not published.
fn show(context: &mut Context<'_>, built: &Built) -> Result<Outcome, Failure> {
    for edition in &built.editions {
        let name = format_args!("{}/{}", edition.locale, edition.article);
        for note in &edition.notes {
            context.note(format_args!("{name}: {note}"));
        }
        let refusal = edition.refusal.as_ref();
        if let Some(refusal) = refusal.filter(|_| !edition.is_left_out) {
            context.note(format_args!("{name}: not published, {refusal}"));
        }
        for page in &edition.pages {
            writeln!(context.out, "{page}")?;
        }
    }
    for editions in built
        .editions
        .chunk_by(|one, other| one.locale == other.locale)
    {
        if let Some(line) = left_out(editions) {
            context.note(line);
        }
    }
    for leftover in &built.leftovers {
        let path = &leftover.path;
        match leftover.state {
            LeftoverState::Removed => context.note(format_args!("{path}: removed")),
            LeftoverState::Changed => context.note(format_args!(
                "{path}: no longer published, but changed since it was built; remove it yourself"
            )),
            LeftoverState::ChangedInSite => context.note(format_args!(
                "{path}: no article has this translation any more, but it was changed since it was built; remove it yourself"
            )),
        }
    }
    for file in &built.files {
        writeln!(context.out, "{file}")?;
    }
    if !built.refused.is_empty() {
        context.fail(left_alone(&built.refused));
    }
    if built.proved > 0 && !context.has_failed() {
        let articles = if built.proved == 1 {
            "article"
        } else {
            "articles"
        };
        context.note(format_args!(
            "{}: {} {articles}, byte for byte what their catalogs give back; not written",
            built.source, built.proved
        ));
    }
    Ok(if built.is_complete() {
        Outcome::Clean
    } else {
        Outcome::Findings
    })
}

/// What is not published in a locale, as the workspace or the articles want it, in one line.
fn left_out(editions: &[BuiltEdition]) -> Option<String> {
    let locale = &editions.first()?.locale;
    let left_out = editions.iter().filter(|edition| edition.is_left_out);
    let named: Vec<String> = left_out
        .filter_map(|edition| {
            Some(format!(
                "{} ({})",
                edition.article,
                edition.refusal.as_ref()?
            ))
        })
        .collect();
    let names = named.get(..named.len().min(NAMED))?.join(", ");
    let more = match named.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    (!named.is_empty()).then(|| format!("{locale}: not published: {names}{more}"))
}

/// Files and articles that are named in one line.
const NAMED: usize = 5;

/// What to say of files in the site that satz has not written.
fn left_alone(paths: &[String]) -> String {
    let named = paths
        .iter()
        .take(NAMED)
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    let more = match paths.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let are = if paths.len() == 1 { "is" } else { "are" };
    format!(
        "{named}{more}: {are} not what satz has written, and left alone; `satz align --site` takes in what others translated, `satz build --overwrite` gives it up"
    )
}
