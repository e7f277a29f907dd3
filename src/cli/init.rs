use std::fs;
use std::path::{Path, PathBuf};

use super::context::Context;
use super::{Failure, Outcome, Run};
use crate::project::CONFIGURATION;
use crate::store::create_workspace;

/// Make a new workspace.
///
/// Writes satz.yaml, .gitignore, the folders for articles and locales, and a short first article
/// if there is none. What exists already is left as it is; a folder that has a satz.yaml is
/// refused.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Init {
    /// The folder; made if it does not exist.
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
    /// Languages to translate into, for example en,fr,pt-BR.
    #[arg(long, value_name = "LOCALE,…", required = true, value_delimiter = ',')]
    locales: Vec<String>,
}

const HELP: &str = "\
Example:
  satz init demo --locales en,fr

The keys of satz.yaml; all but `locales` may be left out:
  source: de                    locale of the articles
  locales: [en, fr]             what they are translated into
  articles: articles            folder of the articles
  catalogs: locales             folder of the catalogs
  output: build                 folder of the assembled articles
  colon: false                  whether a colon ends a sentence
  abbreviations: [Hptm.]        your own, after which a sentence goes on
  fields: [title, description]  what is translated of the front matter
  notes: true                   stubs and comments in the catalogs; or per locale: {fr: false}
  missing: source               for units without a translation: source, mark, omit, fail
  stale: source                 for units whose German changed: use, source, omit, fail";

const ARTICLE: &str = "\
# Der erste Artikel

Dies ist ein Artikel in satz. Jeder Satz wird einzeln übersetzt, z. B. dieser.

- Eine Änderung betrifft nur den Satz, in dem sie steht.
- Am 7. Februar geändert, am 8. Februar übersetzt: Nichts geht verloren.
";

impl Run for Init {
    const NAME: &'static str = "init";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        // Without the `.` that "satz init ." would leave in every message.
        let root: PathBuf = context.directory.join(&self.folder).components().collect();
        let locales: Vec<&str> = self.locales.iter().map(|name| name.trim()).collect();
        let configuration = format!("source: de\nlocales: [{}]\n", quoted(&locales).join(", "));
        let mut folders = vec!["articles".to_owned(), "locales/de".to_owned()];
        folders.extend(locales.iter().map(|locale| format!("locales/{locale}")));
        let mut files = vec![(".gitignore".to_owned(), "/build\n".to_owned())];
        if is_empty(&root.join("articles")) {
            files.push(("articles/erster-artikel.md".to_owned(), ARTICLE.to_owned()));
        }
        let workspace = create_workspace(&root, &configuration, &folders, &files)?;
        context.note(format_args!(
            "{}: written; put German articles into {}",
            root.join(CONFIGURATION).display(),
            root.join(&workspace.project.articles).display()
        ));
        let ignored = fs::read_to_string(root.join(".gitignore")).unwrap_or_default();
        if !ignored
            .lines()
            .any(|line| line.trim_matches('/') == "build")
        {
            context.note("note: add `/build` to .gitignore: assembled articles need no commit");
        }
        Ok(Outcome::Clean)
    }
}

/// What a person typed, safe in a YAML list: anything odd is quoted, and refused as a locale later.
fn quoted(locales: &[&str]) -> Vec<String> {
    let plain = |name: &str| name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let quote = |name: &&str| {
        if plain(name) && !name.is_empty() {
            (*name).to_owned()
        } else {
            format!("{name:?}")
        }
    };
    locales.iter().map(quote).collect()
}

fn is_empty(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else {
        return true;
    };
    let hidden = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().starts_with('.');
    entries.flatten().all(|entry| hidden(&entry))
}
