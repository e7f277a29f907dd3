use super::Edition;
use super::page::{self, Published, Site};
use crate::assemble;
use crate::project::Fault;

/// An output form of a published article.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// Its name on the command line.
    pub name: &'static str,
    /// What its files end with.
    pub extension: &'static str,
    make: fn(&Site<'_>, &Published<'_>) -> Result<String, Fault>,
}

/// All output forms.
pub const FORMS: &[Form] = &[
    Form {
        name: "md",
        extension: "md",
        make: |site, published| Ok(assembled(site, published, "md")),
    },
    Form {
        name: "txt",
        extension: "txt",
        make: |site, published| Ok(assembled(site, published, "txt")),
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

/// Finds an output form by its name.
pub fn form_of(name: &str) -> Option<&'static Form> {
    FORMS.iter().find(|form| form.name == name)
}

impl Form {
    /// Whether there is such a file of an edition: the source has none beside itself.
    pub fn fits(&self, site: &Site<'_>, edition: &Edition<'_>) -> bool {
        self.name != "bilingual" || edition.locale != site.project.source
    }

    /// Makes the text of a published article's file.
    ///
    /// # Errors
    /// If a template is faulty.
    pub fn make(&self, site: &Site<'_>, published: &Published<'_>) -> Result<String, Fault> {
        (self.make)(site, published)
    }
}

fn assembled(site: &Site<'_>, published: &Published<'_>, form: &str) -> String {
    let render = assemble::form_of(form).map(|form| form.render);
    let text = published.with_assembly(site, |assembly| {
        render.map(|render| render(assembly, &published.assembled))
    });
    text.unwrap_or_default()
}
