//! The forms in which an article is published.

use super::markdown::finished;
use super::origin::{machine_notice, source_type, with_source_type};
use super::page::{self, Family, Published, Site};
use crate::assemble;
use crate::config::{Fault, Project};

/// An output form of a published article.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// Its name on the command line.
    pub name: &'static str,
    /// What its files end with.
    pub extension: &'static str,
    make: fn(&Site<'_>, &Family<'_>, &Published<'_>) -> Result<String, Fault>,
}

/// All output forms.
pub const FORMS: &[Form] = &[
    Form {
        name: "md",
        extension: "md",
        make: |site, _, published| Ok(assembled(site, published, "md")),
    },
    Form {
        name: "txt",
        extension: "txt",
        make: |site, _, published| Ok(assembled(site, published, "txt")),
    },
    Form {
        name: "html",
        extension: "html",
        make: page::page,
    },
    Form {
        name: "bilingual",
        extension: "bilingual.html",
        make: page::bilingual,
    },
];

/// The article's own format, in its place in a site.
pub static SITE: Form = Form {
    name: "site",
    extension: "",
    make: |site, _, published| {
        Ok(match published.edition.article.format.name {
            "html" => page::own(site, published),
            "txt" => assembled(site, published, "txt"),
            _ => assembled(site, published, "md"),
        })
    },
};

/// Finds an output form by its name.
pub fn form_of(name: &str) -> Option<&'static Form> {
    let mut forms = FORMS.iter().chain([&SITE]);
    forms.find(|form| form.name == name)
}

impl Form {
    /// Whether it is the one that goes into a site.
    pub fn is_site(&self) -> bool {
        self.name == SITE.name
    }

    /// Whether there is such a file in a locale: the source has none beside itself.
    pub fn fits(&self, project: &Project, locale: &str) -> bool {
        self.name != "bilingual" || locale != project.source
    }

    /// Makes the text of a published article's file.
    ///
    /// # Errors
    /// If a template is faulty.
    pub fn make(
        &self,
        site: &Site<'_>,
        family: &Family<'_>,
        published: &Published<'_>,
    ) -> Result<String, Fault> {
        (self.make)(site, family, published)
    }
}

fn assembled(site: &Site<'_>, published: &Published<'_>, form: &str) -> String {
    let render = assemble::form_of(form).map(|form| form.render);
    let text = published.with_assembly(site, |assembly, assembled| {
        render.map(|render| render(assembly, assembled))
    });
    let text = text.unwrap_or_default();
    let text = if form == "md" {
        finished(site, published, text)
    } else {
        text
    };
    let text = match source_type(&published.edition) {
        Some(kind) if form == "md" => with_source_type(text, &kind),
        _ => text,
    };
    let words = site.words(published.edition.locale);
    match machine_notice(words, &published.edition) {
        Some(notice) => with_notice(&text, &notice, form == "md"),
        None => text,
    }
}

/// A text with a last paragraph that says something of it.
fn with_notice(text: &str, notice: &str, is_markdown: bool) -> String {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mark = if is_markdown { "*" } else { "" };
    format!("{}{end}{end}{mark}{notice}{mark}{end}", text.trim_end())
}
