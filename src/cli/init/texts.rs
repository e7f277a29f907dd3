//! A workspace of articles, in an empty folder or where texts lie already.

use std::fs;
use std::path::Path;

use super::{Init, SCHEMA, quoted};
use crate::cli::Failure;
use crate::cli::context::Context;
use crate::config::site::{Texts, Tree};
use crate::language::english_name;
use crate::session::endings;
use crate::store::{Workspace, create_workspace, is_bare, read_text, site_files};

const ARTICLES: &str = "articles";

const ARTICLE: &str = "\
# Der erste Artikel

Dies ist ein Artikel zum Ausprobieren. Jeder Satz wird einzeln übersetzt, z. B. dieser.

- Eine Änderung betrifft nur den Satz, in dem sie steht.
- Am 7. Februar geändert, am 8. Februar übersetzt: Nichts geht verloren.
";

/// Makes a workspace, with a first article if there is none.
pub(super) fn set_up(
    init: &Init,
    root: &Path,
    context: &mut Context<'_>,
) -> Result<Workspace, Failure> {
    let texts = find_texts(init, root);
    if init.locales.is_empty() {
        return Err(Failure::Sentence(advice(init, &texts)));
    }
    let mut files = vec![(".gitignore".to_owned(), "/build\n".to_owned())];
    let mut folders = Vec::new();
    if !matches!(texts, Texts::Folder(..)) {
        folders.push(ARTICLES.to_owned());
    }
    let is_bare = texts == Texts::None && is_bare(&root.join(ARTICLES));
    let has_sample = is_bare && init.source.is_none();
    if has_sample {
        files.push(("articles/erster-artikel.md".to_owned(), ARTICLE.to_owned()));
    }
    let source = init.source();
    if init.locales.iter().any(|locale| locale.trim() == source) {
        let message = format!(
            "`{source}` is the language of the articles; if they are in another one, name it: --source en"
        );
        return Err(Failure::Sentence(message));
    }
    let locales = init.locales.iter().map(|locale| locale.trim());
    let locales: Vec<&str> = locales.collect();
    folders.push(format!("locales/{source}"));
    folders.extend(locales.iter().map(|locale| format!("locales/{locale}")));
    let workspace = create_workspace(root, &configuration(init, &texts), &folders, &files)?;
    context.note(format_args!(
        "{}: written; from {} into {}",
        init.configuration_path(),
        english_name(&source).unwrap_or(&source),
        locales.join(", ")
    ));
    context.note(format_args!("  {}", articles_line(&texts, has_sample)));
    context.note(format_args!(
        "  translations: locales/{}/, typed behind the `=`; `satz build` makes build/ of them",
        locales[0]
    ));
    if let Texts::Scattered(paths) = &texts {
        context.note(format_args!(
            "note: {} lies elsewhere{}; `satz add FILE` takes a text in, or move it to {ARTICLES}/",
            paths[0],
            others(paths.len() - 1)
        ));
    }
    let step_into = match init.folder.to_str() {
        Some(".") => String::new(),
        _ => format!("`cd {}`, then ", init.folder.display()),
    };
    context.note(format_args!(
        "next: {step_into}`satz sync` writes the catalogs to translate in"
    ));
    let ignored = fs::read_to_string(root.join(".gitignore")).unwrap_or_default();
    let mut lines = ignored.lines();
    if !lines.any(|line| line.trim_matches('/') == "build") {
        context.note("note: add `/build` to .gitignore: assembled articles need no commit");
    }
    Ok(workspace)
}

/// What satz.yaml says of a workspace of articles.
pub(super) fn configuration(init: &Init, texts: &Texts) -> String {
    let locales = quoted(&init.locales).join(", ");
    let source = quoted(&[init.source()]).join("");
    let articles = match texts {
        Texts::Folder(folder, _) => format!("articles: {folder:?}\n"),
        Texts::None | Texts::Scattered(_) => String::new(),
    };
    format!("{SCHEMA}source: {source}\nlocales: [{locales}]\n{articles}")
}

/// The texts that lie in a folder already; those in `articles` need no search.
fn find_texts(init: &Init, root: &Path) -> Texts {
    if !is_bare(&root.join(ARTICLES)) {
        return Texts::None;
    }
    let files = site_files(root);
    Texts::find(&Tree {
        files: &files,
        read: &|path| read_text(&root.join(path)).ok().flatten(),
        endings: &endings(),
        source: &init.source(),
    })
}

/// What to type where no language was named.
fn advice(init: &Init, texts: &Texts) -> String {
    let found = match texts {
        Texts::Folder(folder, 1) => format!("there is an article in {folder}/; "),
        Texts::Folder(folder, count) => format!("there are {count} articles in {folder}/; "),
        Texts::None | Texts::Scattered(_) => String::new(),
    };
    let folder = match init.folder.to_str() {
        Some(".") => String::new(),
        _ => format!(" {}", init.folder.display()),
    };
    format!("{found}name the languages to translate into: `satz init{folder} --locales en,fr`")
}

/// Where the articles are.
fn articles_line(texts: &Texts, has_sample: bool) -> String {
    match texts {
        Texts::Folder(folder, 1) => format!("articles: {folder}/, where one is"),
        Texts::Folder(folder, count) => format!("articles: {folder}/, where {count} are"),
        _ if has_sample => format!("articles: {ARTICLES}/, with a first one to try"),
        _ => format!("articles: {ARTICLES}/ (Markdown, MDX, HTML or plain text)"),
    }
}

fn others(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => ", and another text".to_owned(),
        _ => format!(", and {count} other texts"),
    }
}
