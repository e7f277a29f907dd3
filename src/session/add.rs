//! Raw pages taken in as articles.

use std::path::{Path, PathBuf};

use super::sink::{Report, Sink};
use super::{Failure, Session};
use crate::article::Unsupported;
use crate::config::articles;
use crate::document::{format_of, formats};
use crate::extract::{
    Extract, Options, extract_markdown, extract_page, extract_text, is_markdown, slug, write,
};
use crate::store::{Error, Write};
use crate::text::LineIndex;

/// What a page is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageForm {
    /// A page as browsers save it.
    Html,
    /// A text copied from a page.
    Text,
    /// Markdown: an article already.
    Markdown,
}

impl PageForm {
    /// The form by the ending of a file's name; without a known one, by how the text begins.
    pub fn of(file: &Path, text: &str) -> Self {
        let ending = file.extension().and_then(|ending| ending.to_str());
        match ending.and_then(format_of).map(|format| format.name) {
            Some("html") => Self::Html,
            Some("markdown" | "mdx") => Self::Markdown,
            None if is_markdown(text) => Self::Markdown,
            None if looks_like_html(text) => Self::Html,
            Some(_) | None => Self::Text,
        }
    }

    /// The ending of an article that is written so.
    fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Text => "txt",
            Self::Markdown => "md",
        }
    }
}

/// A page, and what of it belongs to the article.
#[derive(Debug, Clone)]
pub struct RawPage {
    /// Its file, as it is called in messages.
    pub file: PathBuf,
    /// Its lines, and why some are left out; none if it is taken in whole.
    pub extract: Extract,
    /// Whether it is taken in whole, byte for byte.
    pub is_whole: bool,
    form: PageForm,
    text: String,
}

/// An article made of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewArticle {
    /// Its path in the workspace.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// What to say of a file whose ending is one of texts that satz does not read.
pub fn unreadable_page(file: &Path) -> Option<Failure> {
    let ending = file.extension()?.to_str()?;
    let what = Unsupported::what(ending)?;
    let todo = match ending.to_lowercase().as_str() {
        "pdf" => "copy its text and pass it on: `satz add -`",
        _ => {
            "save it as HTML, or convert it to Markdown (`pandoc -t gfm FILE -o FILE.md`), and add that"
        }
    };
    let message = format!("is {what}, which satz does not read; {todo}");
    Some(Error::new(file, message).into())
}

impl RawPage {
    /// Whether nothing of it would be taken in, with the lines brought back that have one of the numbers
    /// in `keep`, from 1.
    pub fn is_empty_with(&self, keep: &[usize]) -> bool {
        let mut lines = self.extract.lines.iter().enumerate();
        let is_kept = |(at, line): (usize, &crate::extract::Line)| {
            line.left_out.is_none() || keep.contains(&(at + 1))
        };
        !self.is_whole && !lines.any(is_kept)
    }
}

impl Session {
    /// Reads a page: what of it belongs to an article, and why the rest does not.
    ///
    /// # Errors
    /// If conflict markers stand in it.
    pub fn read_page(
        &self,
        file: &Path,
        text: String,
        form: Option<PageForm>,
        is_whole: bool,
        sink: &mut dyn Sink,
    ) -> Result<RawPage, Failure> {
        let report = &mut Report::new(sink);
        let form = form.unwrap_or_else(|| PageForm::of(file, &text));
        let format = format_of(form.ending());
        if let Some(conflict) = format.and_then(|format| self.project().conflict(format, &text)) {
            return Err(Error::in_conflict(file, conflict).into());
        }
        let mut page = RawPage {
            file: file.to_owned(),
            extract: self.extract(file, form, &text, report),
            is_whole: is_whole || form == PageForm::Markdown,
            form,
            text,
        };
        if page.is_whole {
            page.extract.lines.clear();
        }
        Ok(page)
    }

    /// Makes an article of a page, with the lines brought back that have one of the numbers in `keep`.
    /// Its name is made of the title, if none is given. Only a trial writes nothing.
    ///
    /// # Errors
    /// If the page is empty, the name is none for an article, or an article has it and is not to be
    /// replaced.
    pub fn add(
        &self,
        page: &RawPage,
        name: Option<&str>,
        keep: &[usize],
        replaces: bool,
        is_trial: bool,
        sink: &mut dyn Sink,
    ) -> Result<NewArticle, Failure> {
        let text = page.text.trim_start_matches('\u{FEFF}').trim();
        if page.is_whole && text.is_empty() {
            return Err(Error::new(&page.file, "is empty").into());
        }
        // Also what is refused below takes away what a killed run left.
        let writer = if is_trial {
            None
        } else {
            Some(self.writer(&mut Report::new(sink))?)
        };
        let path = self.path_of(page, name)?;
        let text = if page.is_whole {
            page.text.clone()
        } else {
            write(&page.extract, keep)
        };
        if let Some(writer) = writer {
            let old = self.workspace.read(&path)?;
            if old.is_some() && !replaces {
                let message =
                    "is there already; give another `--name`, or replace it with `--force`";
                return Err(Error::new(&path, message).into());
            }
            let (path, new) = (path.clone(), text.clone());
            writer.write(&[Write { path, old, new }])?;
            writer.close()?;
        }
        Ok(NewArticle { path, text })
    }

    fn extract(&self, file: &Path, form: PageForm, text: &str, report: &mut Report<'_>) -> Extract {
        let project = self.project();
        let options = Options {
            language: project.source.clone(),
            furniture: project.furniture.clone(),
        };
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        match form {
            PageForm::Html => extract_page(text, &options),
            PageForm::Text => extract_text(text, &options),
            PageForm::Markdown => {
                let parsed = extract_markdown(text);
                for found in &parsed.diagnostics {
                    let file = file.display();
                    let line = LineIndex::new(text).place(text, found.span.start).line;
                    report.note(format_args!("warning: {file}:{line}: {}", found.message));
                }
                parsed.value
            }
        }
    }

    /// Where the article of a page goes.
    fn path_of(&self, page: &RawPage, name: Option<&str>) -> Result<String, Failure> {
        let project = self.project();
        let ending = if page.is_whole {
            page.form.ending()
        } else {
            "md"
        };
        let stem = page.file.file_stem().and_then(|stem| stem.to_str());
        let name = match (name, &page.extract.title) {
            (Some(name), _) => {
                let stem = name
                    .strip_suffix(ending)
                    .and_then(|name| name.strip_suffix('.'));
                stem.unwrap_or(name).to_owned()
            }
            (None, Some(title)) => slug(title),
            (None, None) => slug(stem.unwrap_or_default()),
        };
        let path = project.article_path(&name, ending);
        let endings = formats().iter().flat_map(|format| format.extensions);
        let endings: Vec<&str> = endings.copied().collect();
        let (others, _) = self.workspace.articles(&endings);
        let others = others.into_iter().map(|other| other.path);
        let mut paths = vec![path.clone()];
        paths.extend(others.filter(|other| *other != path));
        let found = articles(project, &paths, &endings);
        let taken = found.new_article(project, &path);
        let taken = taken.map_err(|fault| Failure::from(format!("{path}: {fault}")))?;
        if taken.is_none() {
            return Err(Failure::from(format!(
                "`{name}` is no name for an article; use letters and digits"
            )));
        }
        Ok(path)
    }
}

fn looks_like_html(text: &str) -> bool {
    let head = text[..text.floor_char_boundary(4096)].to_lowercase();
    ["<!doctype html", "<html", "<head", "<body", "<p>", "<div"]
        .iter()
        .any(|tag| head.contains(tag))
}
