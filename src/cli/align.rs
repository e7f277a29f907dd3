//! `satz align`.

mod batch;
mod site;

use std::path::{Path, PathBuf};

use super::context::Context;
use super::{Failure, Outcome, Run};
use crate::report::ALIGN_FORMS;
use crate::session::{Aligner, GivenTranslation, Session, align_lines};
use crate::store::{Error, read_text};

/// Take in a translation that exists already: find out which sentences translate each other.
///
/// The translation may be Markdown, HTML or plain text. What is missing in the locale's catalog is
/// written; what stands there is never replaced. Doubtful sentences carry the comment
/// `# aligned: SCORE` until somebody has looked and removed it; sentences without German stand as
/// comments at the file's end.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Align {
    /// The article: its name in the workspace, or its file.
    #[arg(
        value_name = "ARTICLE",
        required_unless_present_any = ["folder", "site"],
        requires = "target"
    )]
    source: Option<PathBuf>,
    /// Its translation.
    #[arg(value_name = "TRANSLATION")]
    target: Option<PathBuf>,
    /// The locale of the translation; with --folder the locales to look for, all if none is named.
    #[arg(long = "locale", value_name = "LOCALE")]
    locales: Vec<String>,
    /// The article that the translation was made from, if that was an older one: what has changed
    /// since becomes stale.
    #[arg(long, value_name = "FILE", conflicts_with = "folder")]
    older: Option<PathBuf>,
    /// Take in all translations below a folder; they learn from each other.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["source", "target"])]
    folder: Option<PathBuf>,
    /// Where translations lie below the folder, with {article} and {locale}; `*` is any one name.
    /// The usual layouts are known. Repeatable.
    #[arg(long = "pattern", value_name = "PATTERN", requires = "folder")]
    patterns: Vec<String>,
    /// Take in all translations that the site has already, where `articles` in satz.yaml says; they
    /// are satz' own from then on.
    #[arg(long, conflicts_with_all = ["source", "target", "folder", "older"])]
    site: bool,
    /// A word list: German and translation on each line, divided by a tabulator.
    #[arg(long, value_name = "TSV")]
    words: Option<PathBuf>,
    /// Write nothing; show what would be written.
    #[arg(long)]
    dry_run: bool,
    /// Form of the report.
    #[arg(long, value_name = "FORM", default_value = "text", value_parser = ["text", "beads", "json", "html"])]
    format: String,
    /// Take two files with one sentence per line, and print which belong together: `[0, 1]:[0]`.
    #[arg(long, conflicts_with_all = ["locales", "older", "folder", "site", "dry_run"])]
    beads: bool,
}

const HELP: &str = "\
Examples:
  satz align raketen old/missiles.md --locale en      take in one translation
  satz align raketen old/missiles.md --locale en --dry-run --format html > look.html
  satz align --site                                   all that lie where the site has them
  satz align --folder ../site/content                 all of a site's translations
  satz align --folder . --pattern 'i18n/{locale}/*/{article}.md'
  satz align --beads de.txt en.txt                    two texts, one sentence per line

Layouts that --folder knows: {article}.{locale}.md, {locale}/{article}.md, the same below content/
(Hugo), and i18n/{locale}/*/current/{article}.md (Docusaurus).";

impl Run for Align {
    const NAME: &'static str = "align";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let words = match &self.words {
            Some(path) => word_list(path, &read(context, path)?)?,
            None => Vec::new(),
        };
        if let (true, Some(source), Some(target)) = (self.beads, &self.source, &self.target) {
            let (source, target) = (read(context, source)?, read(context, target)?);
            for bead in align_lines(&source, &target, words) {
                writeln!(context.out, "{bead}")?;
            }
            return Ok(Outcome::Clean);
        }
        let session = context.surveyed()?;
        let aligner = session.aligner(!self.dry_run, words, context)?;
        let locales = self.locales(&session)?;
        if self.site {
            return site::take_in(&self, context, aligner, &locales);
        }
        let mut shown = Vec::new();
        for locale in &locales {
            let given = self.translations(context, &aligner, locale)?;
            shown.extend(aligner.take_in(locale, &given, context));
        }
        if self.folder.is_some() {
            let count = aligner.count() * locales.len();
            let hint = if shown.is_empty() {
                "; `--pattern` says where they lie, `satz align --help` where they are looked for"
            } else {
                ""
            };
            context.note(format_args!(
                "{} of {count} translations found{hint}",
                shown.len()
            ));
        }
        let form = ALIGN_FORMS.iter().find(|form| form.name == self.format);
        let form = form.unwrap_or(&ALIGN_FORMS[0]);
        write!(context.out_of(form.is_data)?, "{}", (form.show)(&shown))?;
        aligner.close()?;
        Ok(Outcome::Clean)
    }
}

impl Align {
    fn locales(&self, session: &Session) -> Result<Vec<String>, Failure> {
        let locales = session.target_locales(&self.locales)?;
        let project = session.project();
        if locales.contains(&project.source) {
            return Err(Failure::Sentence(format!(
                "{} is the language of the articles; name one of {}",
                project.source,
                project.locales.join(", ")
            )));
        }
        if self.site && !project.is_site() {
            let message = "`articles` in satz.yaml does not say where a site has its translations; `satz init --help` shows how";
            return Err(Failure::Sentence(message.to_owned()));
        }
        match (locales.len(), &self.folder) {
            (0, None) if self.site => Ok(project.locales.clone()),
            (_, None) if self.site => Ok(locales),
            (0, Some(_)) => Ok(project.locales.clone()),
            (1, None) | (_, Some(_)) => Ok(locales),
            _ => Err(Failure::Sentence(
                "name the locale of the translation, once: --locale en".to_owned(),
            )),
        }
    }

    /// The translations into a locale: those in the folder, or the one that was named.
    fn translations(
        &self,
        context: &mut Context<'_>,
        aligner: &Aligner<'_>,
        locale: &str,
    ) -> Result<Vec<GivenTranslation>, Failure> {
        if let Some(folder) = &self.folder {
            batch::check(context, folder, &self.patterns)?;
            let keys = aligner.articles_in(locale);
            return Ok(batch::translations(
                context,
                &keys,
                locale,
                folder,
                &self.patterns,
            ));
        }
        let (Some(source), Some(target)) = (&self.source, &self.target) else {
            return Ok(Vec::new());
        };
        let name = source.to_string_lossy().replace('\\', "/");
        let article = aligner.article(&name, locale)?;
        GivenTranslation::check_format(target)?;
        let text = read(context, target)?;
        let older = self.older.as_ref().map(|path| read(context, path));
        Ok(vec![GivenTranslation {
            article,
            file: target.clone(),
            text,
            older: older.transpose()?,
            is_page: false,
        }])
    }
}

fn read(context: &Context<'_>, path: &Path) -> Result<String, Error> {
    read_text(&context.directory.join(path))?
        .ok_or_else(|| Error::new(path, "there is no such file; check the spelling"))
}

/// The pairs of a word list: lines of two columns; empty lines and lines with `#` are passed over.
fn word_list(path: &Path, text: &str) -> Result<Vec<(String, String)>, Failure> {
    let mut out = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let line = line.trim_start_matches('\u{FEFF}');
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let mut columns = line.split('\t').map(str::trim);
        match (columns.next(), columns.next()) {
            (Some(source), Some(target)) if !source.is_empty() && !target.is_empty() => {
                out.push((source.to_owned(), target.to_owned()));
            }
            _ => {
                let message = format!(
                    "line {}: two columns are needed, divided by a tabulator",
                    number + 1
                );
                return Err(Error::new(path, message).into());
            }
        }
    }
    Ok(out)
}
