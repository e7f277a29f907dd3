mod batch;
mod beads;

use std::path::{Path, PathBuf};

use super::context::Context;
use super::context::select::named_locales;
use super::{Failure, Outcome, Run};
use crate::article::{Prepared, TargetFile, Translation};
use crate::config::Project;
use crate::document::format_of;
use crate::report::{ALIGN_FORMS, AlignedArticle, AlignedGroup};
use crate::store::{Error, Workspace, Write, Writer, read_text};

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
        required_unless_present = "folder",
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
    #[arg(long, conflicts_with_all = ["locales", "older", "folder", "dry_run"])]
    beads: bool,
}

const HELP: &str = "\
Examples:
  satz align raketen old/missiles.md --locale en      take in one translation
  satz align raketen old/missiles.md --locale en --dry-run --format html > look.html
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
            return beads::print(context, source, target, words);
        }
        let workspace = context.workspace()?;
        context.survey(&workspace)?;
        let writer = if self.dry_run {
            None
        } else {
            Some(context.writer(&workspace)?)
        };
        let (prepared, errors) = workspace.prepare(&[]);
        for error in errors {
            context.fail(error);
        }
        let locales = self.locales(&workspace)?;
        let mut shown = Vec::new();
        for locale in &locales {
            let found = match (&self.folder, &self.source, &self.target) {
                (Some(folder), ..) => {
                    batch::check(context, folder, &self.patterns)?;
                    batch::translations(context, &prepared, locale, folder, &self.patterns)
                }
                (None, Some(source), Some(target)) => {
                    vec![self.single(context, &workspace, &prepared, locale, source, target)?]
                }
                _ => Vec::new(),
            };
            let result = take_in(&workspace.project, &prepared, locale, &found, &words);
            for ((given, translation), (article, text)) in found.iter().zip(result) {
                shown.push(AlignedArticle {
                    translation: given.clone(),
                    ..article
                });
                let write = Write {
                    path: translation.target.path.clone(),
                    old: translation.target.text.clone(),
                    new: text,
                };
                write_one(context, writer.as_ref(), write);
            }
        }
        if self.folder.is_some() {
            let count = prepared.len() * locales.len();
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
        writer.map_or(Ok(()), Writer::close)?;
        Ok(Outcome::Clean)
    }
}

impl Align {
    fn locales(&self, workspace: &Workspace) -> Result<Vec<String>, Failure> {
        let locales = named_locales(workspace, &self.locales)?;
        if locales.contains(&workspace.project.source) {
            return Err(Failure::Usage(format!(
                "{} is the language of the articles; name one of {}",
                workspace.project.source,
                workspace.project.locales.join(", ")
            )));
        }
        match (locales.len(), &self.folder) {
            (0, Some(_)) => Ok(workspace.project.locales.clone()),
            (1, None) | (_, Some(_)) => Ok(locales),
            _ => Err(Failure::Usage(
                "name the locale of the translation, once: --locale en".to_owned(),
            )),
        }
    }

    /// The one translation that was named.
    fn single<'a>(
        &self,
        context: &Context<'_>,
        workspace: &Workspace,
        prepared: &'a [Prepared],
        locale: &str,
        source: &Path,
        target: &Path,
    ) -> Result<(String, Translation<'a>), Failure> {
        let name = source.to_string_lossy().replace('\\', "/");
        let named = |article: &&Prepared| {
            article.key == name
                || article.path == name
                || format!("./{}", article.path) == name
                || name.ends_with(&format!("/{}", article.path))
        };
        let article = prepared.iter().find(named).ok_or_else(|| {
            let known: Vec<&str> = prepared.iter().map(|one| one.key.as_str()).collect();
            workspace.no_such_article(&name, &known)
        })?;
        let file = article.target(locale).ok_or_else(|| {
            Error::new(
                &article.path,
                format!("its catalog of {locale} cannot be read"),
            )
        })?;
        let translation = translation(context, article, file, target)?;
        let older = match &self.older {
            Some(path) => Some(read(context, path)?),
            None => None,
        };
        Ok((
            target.display().to_string(),
            Translation {
                older,
                ..translation
            },
        ))
    }
}

/// Reads a translation.
fn translation<'a>(
    context: &Context<'_>,
    article: &'a Prepared,
    target: &'a TargetFile,
    path: &Path,
) -> Result<Translation<'a>, Error> {
    let ending = path.extension().and_then(|ending| ending.to_str());
    let format = format_of(ending.unwrap_or("txt"))
        .ok_or_else(|| Error::new(path, "is of no known format; give it as .md, .html or .txt"))?;
    Ok(Translation {
        article,
        target,
        text: read(context, path)?,
        format,
        older: None,
    })
}

/// Aligns a locale's translations; gives the report and the catalog's new text of each.
fn take_in(
    project: &Project,
    prepared: &[Prepared],
    locale: &str,
    found: &[(String, Translation<'_>)],
    words: &[(String, String)],
) -> Vec<(AlignedArticle, String)> {
    let finished: Vec<(&Prepared, &TargetFile)> = prepared
        .iter()
        .filter_map(|article| Some((article, article.target(locale)?)))
        .collect();
    let translations: Vec<Translation<'_>> = found.iter().map(|one| one.1.clone()).collect();
    project
        .align(&translations, &finished, words.to_vec())
        .into_iter()
        .zip(&translations)
        .map(|(aligned, translation)| {
            let groups = aligned.rows.into_iter().map(|row| AlignedGroup {
                bead: row.bead.to_string(),
                confidence: row.bead.confidence,
                moved: row.bead.moved,
                reasons: row.bead.reasons.iter().map(ToString::to_string).collect(),
                outcome: row.outcome.name(),
                ids: row.ids,
                source: row.source,
                target: row.target,
            });
            let article = AlignedArticle {
                locale: locale.to_owned(),
                article: translation.article.key.clone(),
                translation: String::new(),
                groups: groups.collect(),
            };
            (article, aligned.text)
        })
        .collect()
}

fn write_one(context: &mut Context<'_>, writer: Option<&Writer<'_>>, write: Write) {
    if write.old.as_ref() == Some(&write.new) {
        return;
    }
    let path = write.path.clone();
    match writer.map(|writer| writer.write(&[write])) {
        None => context.note(format_args!("would write {path}")),
        Some(Ok(_)) => context.note(format_args!("wrote {path}")),
        Some(Err(error)) => context.fail(error),
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
