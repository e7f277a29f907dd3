//! `satz init`.

mod adopt;
mod names;
mod site;
mod strings;
mod texts;

use std::path::PathBuf;
use std::process::Command;

use super::context::Context;
use super::{Failure, Outcome, Run};
use crate::config::{CONFIGURATION, Project, is_git};
use crate::store::{Workspace, Write};

/// Make a new workspace.
///
/// Writes satz.yaml, .gitignore, the folders for articles and locales, and a short first article
/// if there is none. What exists already is left as it is; a folder that has a satz.yaml is
/// refused. Texts that lie in a folder of another name stay there. A site of Hugo, Docusaurus,
/// Astro, MkDocs, mdBook, Jekyll, VitePress, Zola or Eleventy is recognised: then satz.yaml says
/// where its articles and their translations are, and nothing else is written; so are the Fluent
/// files of an application.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Init {
    /// The folder; made if it does not exist.
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
    /// Languages that were typed with blanks between them.
    #[arg(hide = true)]
    more: Vec<String>,
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
  owners: {en: '@anna'}         whom the summary of a change names for a language
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

impl Run for Init {
    const NAME: &'static str = "init";

    fn run(mut self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        self.settle_names(&context.directory)?;
        // Without the `.` that "satz init ." would leave in every message.
        let root: PathBuf = context.directory.join(&self.folder).components().collect();
        let mut parts = self.folder.iter().filter_map(|part| part.to_str());
        if let Some(part) = parts.find(|part| is_git(part)) {
            let message = format!("git keeps its own files in `{part}`; name another folder");
            return Err(Failure::Sentence(message));
        }
        let workspace = if self.adopt {
            adopt::take_in(&self, &root, context)?
        } else if let Some(pattern) = &self.strings {
            strings::set_up(&self, pattern, &root, context)?
        } else if let Some(workspace) = site::set_up(&self, &root, context)? {
            workspace
        } else if let Some(workspace) = strings::recognise(&self, &root, context)? {
            workspace
        } else {
            texts::set_up(&self, &root, context)?
        };
        if self.git {
            set_up_git(&workspace, context)?;
        }
        Ok(Outcome::Clean)
    }
}

impl Init {
    fn source(&self) -> String {
        let named = self
            .source
            .as_deref()
            .map(|source| source.trim().to_owned());
        named.unwrap_or_else(|| Project::default().source)
    }

    /// The path of `satz.yaml` as it is reported: from the folder that satz runs in.
    fn configuration_path(&self) -> String {
        let path = self.folder.join(CONFIGURATION);
        path.strip_prefix(".")
            .unwrap_or(&path)
            .display()
            .to_string()
    }
}

/// What `satz.yaml` begins with: where an editor finds the schema of this version.
const SCHEMA: &str = concat!(
    "# yaml-language-server: $schema=",
    env!("CARGO_PKG_REPOSITORY"),
    "/raw/v",
    env!("CARGO_PKG_VERSION"),
    "/docs/satz.schema.json\n"
);

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
