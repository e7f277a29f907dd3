//! `satz init`.

mod adopt;
mod site;
mod strings;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::context::Context;
use super::{Failure, Outcome, Run};
use crate::config::{CONFIGURATION, Project, is_git, language_fault, validate_locale};
use crate::store::{Workspace, Write, create_workspace, is_bare};

/// Make a new workspace.
///
/// Writes satz.yaml, .gitignore, the folders for articles and locales, and a short first article
/// if there is none. What exists already is left as it is; a folder that has a satz.yaml is
/// refused. A site of Hugo, Docusaurus, Astro, MkDocs, mdBook, Jekyll, VitePress, Zola or Eleventy
/// is recognised: then satz.yaml says where its articles and their translations are, and nothing
/// else is written.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Init {
    /// The folder; made if it does not exist.
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
    /// Languages to translate into, for example en,fr,pt-BR. A site that has some need not be told.
    #[arg(long, value_name = "LOCALE,…", value_delimiter = ',')]
    locales: Vec<String>,
    /// Have git merge catalogs unit by unit: writes .gitattributes and sets merge.satz.driver in
    /// this clone.
    #[arg(long)]
    git: bool,
    /// Take in catalogs with ids of their own, locales/de/ARTICLE.ftl and those of the other
    /// locales: what has the German of a sentence becomes its translation. In a workspace, too.
    #[arg(long)]
    adopt: bool,
    /// Make a workspace of an application's Fluent files: write a satz.yaml and nothing else. Without
    /// a pattern, what i18n.toml of cargo-i18n names and the usual folders are tried.
    #[arg(long, value_name = "PATTERN", num_args = 0..=1, default_missing_value = "", conflicts_with_all = ["adopt", "git"])]
    strings: Option<String>,
    /// The language of the articles, if it is not German; with --strings the application's, if it is
    /// not English.
    #[arg(long, value_name = "LOCALE")]
    source: Option<String>,
}

const HELP: &str = "\
Examples:
  satz init demo --locales en,fr
  satz init                         in a site that exists: propose what fits it
  satz init . --locales en --git    git merges catalogs unit by unit
  satz init --adopt                 take in the catalogs of this workspace whose ids people gave
  satz init --strings               gate the Fluent files of an application
  satz init --strings 'i18n/{locale}/**/*.ftl' --source de

The keys of satz.yaml; all but `locales` may be left out, and that as well where `strings` finds them:
  source: de                    locale of the articles
  locales: [en, fr]             what they are translated into
  articles: articles            folder of the articles; or of a site: a list of
                                {source: 'docs/de/{path}.md', target: 'docs/{locale}/{path}.md'}
  folders: {zh-Hant: zh-TW}     what a site calls locales, where that is not their own name
  catalogs: locales             folder of the catalogs
  output: build                 folder of the assembled articles
  colon: false                  whether a colon before a capitalised clause ends a sentence, or per article:
                                {'*': false, 'interviews/*': true}, of which the last that fits decides
  abbreviations: [Hptm.]        your own, after which a sentence goes on
  exceptions: [Kap.]            your own, after which a sentence ends, whatever the built-in lists say
  fields: [title, description]  what is translated of the front matter
  parameters: [title, alt, caption, label]
                                what is translated of shortcodes and components: NAME, or figure.NAME
  comments: [sh, rust]          code blocks whose comments are translated, by what their fences name
  furniture: [Folgen Sie uns …] lines that `satz add` leaves out; `…` for any further words
  ignore: ['*.pdf']             files among the articles that are none, and of which nothing is said
  strings: 'i18n/{locale}/**/*.ftl'
                                Fluent files of an application, without an article; or a list of
                                {source: …, target: …, except: …, names: {pt-BR: pt_BR}}
  notes: true                   stubs and comments in the catalogs; or per locale: {fr: false}
  missing: source               for units without a translation: source, mark, omit, fail
  stale: source                 for units whose German changed: use, source, omit, fail";

const ATTRIBUTES: &str = ".gitattributes";

const DRIVER: &str = "satz merge-driver %O %A %B";

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
        let mut parts = self.folder.iter().filter_map(|part| part.to_str());
        if let Some(part) = parts.find(|part| is_git(part)) {
            let message = format!("git keeps its own files in `{part}`; name another folder");
            return Err(Failure::Sentence(message));
        }
        let named = self.locales.iter().chain(&self.source);
        let mut named = named.map(|locale| locale.trim());
        // What is no name of a locale at all is refused with its place.
        let fault = |locale| {
            validate_locale(locale)
                .ok()
                .and_then(|()| language_fault(locale))
        };
        if let Some(fault) = named.find_map(fault) {
            return Err(Failure::Sentence(fault.to_string()));
        }
        let workspace = if self.adopt {
            adopt::take_in(&self, &root, context)?
        } else if let Some(pattern) = &self.strings {
            strings::set_up(&self, pattern, &root, context)?
        } else if let Some(workspace) = site::set_up(&self, &root, context)? {
            workspace
        } else {
            self.create(&root, context)?
        };
        if self.git {
            set_up_git(&workspace, context)?;
        }
        Ok(Outcome::Clean)
    }
}

impl Init {
    /// What satz.yaml says.
    fn configuration(&self) -> String {
        let locales = quoted(&self.locales).join(", ");
        let source = quoted(&[self.source()]).join("");
        format!("source: {source}\nlocales: [{locales}]\n")
    }

    fn source(&self) -> String {
        let named = self
            .source
            .as_deref()
            .map(|source| source.trim().to_owned());
        named.unwrap_or_else(|| Project::default().source)
    }

    fn create(&self, root: &Path, context: &mut Context<'_>) -> Result<Workspace, Failure> {
        if self.locales.is_empty() {
            let message = "name the languages to translate into: --locales en,fr";
            return Err(Failure::Sentence(message.to_owned()));
        }
        let configuration = self.configuration();
        let source = self.source();
        let mut folders = vec!["articles".to_owned(), format!("locales/{source}")];
        let locales = self.locales.iter().map(|locale| locale.trim());
        folders.extend(locales.map(|locale| format!("locales/{locale}")));
        let mut files = vec![(".gitignore".to_owned(), "/build\n".to_owned())];
        if is_bare(&root.join("articles")) && self.source.is_none() {
            files.push(("articles/erster-artikel.md".to_owned(), ARTICLE.to_owned()));
        }
        let workspace = create_workspace(root, &configuration, &folders, &files)?;
        context.note(format_args!(
            "{}: written; put German articles into {}",
            root.join(CONFIGURATION).display(),
            root.join("articles").display()
        ));
        context.note("next: `satz sync` writes the catalogs to translate in");
        let ignored = fs::read_to_string(root.join(".gitignore")).unwrap_or_default();
        if !ignored
            .lines()
            .any(|line| line.trim_matches('/') == "build")
        {
            context.note("note: add `/build` to .gitignore: assembled articles need no commit");
        }
        Ok(workspace)
    }
}

/// Names the merge driver in `.gitattributes`, and says in this clone what it is.
fn set_up_git(workspace: &Workspace, context: &mut Context<'_>) -> Result<(), Failure> {
    let old = workspace.read(ATTRIBUTES)?;
    let text = old.clone().unwrap_or_default();
    let line = format!("{}/**/*.ftl merge=satz", workspace.project.catalogs);
    if !text.lines().any(|other| other.trim() == line) {
        let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let gap = if text.is_empty() || text.ends_with('\n') {
            ""
        } else {
            end
        };
        let new = format!("{text}{gap}{line}{end}");
        let path = ATTRIBUTES.to_owned();
        let writer = context.writer(workspace)?;
        writer.write(&[Write { path, old, new }])?;
        writer.close()?;
    }
    let set = |key: &str, value: &str| {
        let mut git = Command::new("git");
        git.arg("-C")
            .arg(&workspace.root)
            .args(["config", key, value]);
        git.output().is_ok_and(|output| output.status.success())
    };
    if set("merge.satz.name", "catalogs, unit by unit") && set("merge.satz.driver", DRIVER) {
        context.note("git merges catalogs with satz here; every other clone needs");
    } else {
        context.note("so that git merges catalogs with satz, run in every clone");
    }
    context.note(format_args!("  git config merge.satz.driver \"{DRIVER}\""));
    Ok(())
}

/// What a person typed, safe in a YAML list: anything odd is quoted, and refused as a locale later.
fn quoted(locales: &[String]) -> Vec<String> {
    let plain = |name: &str| name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let quote = |name: &String| {
        let name = name.trim();
        if plain(name) && !name.is_empty() {
            name.to_owned()
        } else {
            format!("{name:?}")
        }
    };
    locales.iter().map(quote).collect()
}
