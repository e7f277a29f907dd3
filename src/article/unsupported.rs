//! Files that people write texts in and that satz does not read.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::Project;
use crate::document::format_of;

/// Endings of files that people write texts in and that satz does not read, with what they are.
const ENDINGS: &[(&str, &str)] = &[
    ("adoc", "AsciiDoc"),
    ("asciidoc", "AsciiDoc"),
    ("doc", "a file of Word"),
    ("docx", "a file of Word"),
    ("epub", "a book"),
    ("ipynb", "a notebook"),
    ("odt", "a file of LibreOffice"),
    ("org", "Org"),
    ("pages", "a file of Pages"),
    ("pdf", "a PDF"),
    ("qmd", "Quarto"),
    ("rmd", "R Markdown"),
    ("rst", "reStructuredText"),
    ("rtf", "a file of a word processor"),
    ("tex", "LaTeX"),
    ("textile", "Textile"),
    ("typ", "Typst"),
    ("wiki", "wiki markup"),
    ("xhtml", "XHTML"),
];

/// Files of one ending among the articles that look like articles and are not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsupported {
    /// The ending, lower case.
    pub ending: String,
    /// Their paths, sorted.
    pub paths: Vec<String>,
}

impl Unsupported {
    /// What files of an ending are, if it is one of texts that satz does not read.
    ///
    /// # Examples
    /// ```
    /// use satz::article::Unsupported;
    /// assert_eq!(Unsupported::what("RST"), Some("reStructuredText"));
    /// assert_eq!(Unsupported::what("md"), None);
    /// assert_eq!(Unsupported::what("png"), None);
    /// ```
    pub fn what(ending: &str) -> Option<&'static str> {
        if format_of(ending).is_some() {
            return None;
        }
        let mut known = ENDINGS.iter();
        let known = known.find(|(known, _)| known.eq_ignore_ascii_case(ending));
        known.map(|(_, what)| *what)
    }

    /// What to say of them: one sentence, about the first.
    pub fn message(&self) -> String {
        let more = match self.paths.len() {
            0 | 1 => String::new(),
            2 => ", and 1 more is like it".to_owned(),
            count => format!(", and {} more are like it", count - 1),
        };
        let what = Self::what(&self.ending).unwrap_or("nothing that satz reads");
        format!(
            "is {what}{more}, which satz does not read: nothing of it is translated or checked; convert it to Markdown, or name it below `ignore` in satz.yaml"
        )
    }
}

impl Project {
    /// The files among `paths` that look like articles and are not read, unless `ignore` names them.
    pub fn unsupported(&self, paths: &[String]) -> Vec<Unsupported> {
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for path in paths {
            let name = path.rsplit('/').next().unwrap_or_default();
            let Some((_, ending)) = name.rsplit_once('.') else {
                continue;
            };
            let is_unread = Unsupported::what(ending).is_some() && !self.ignore.fit_path(path);
            if is_unread && self.may_be_article(path) {
                let ending = ending.to_lowercase();
                found.entry(ending).or_default().push(path.clone());
            }
        }
        let unread = found.into_iter();
        unread
            .map(|(ending, paths)| Unsupported { ending, paths })
            .collect()
    }
}

/// The names of files with such an ending that a text links to, percent signs undone.
///
/// A name counts where an address stands: behind a bracket, a quotation mark, an equals sign, or the
/// colon of a definition.
pub(crate) fn linked_names(text: &str) -> BTreeSet<String> {
    let is_end = |c: char| c.is_whitespace() || "()<>\"'=`".contains(c);
    let mut found = BTreeSet::new();
    let mut before = "";
    let mut start = 0;
    let ends = text.match_indices(is_end);
    for (at, end) in ends.chain([(text.len(), "")]) {
        let word = &text[start..at];
        if !word.is_empty() && !before.is_empty() {
            found.extend(file_name(word));
        }
        let is_space = end.chars().all(char::is_whitespace);
        before = match (is_space, word) {
            (false, _) => end,
            (true, word) if word.ends_with("]:") => "]:",
            (true, "") => before,
            (true, _) => "",
        };
        start = at + end.len();
    }
    found
}

/// The name of the file that an address leads to, if it has such an ending.
fn file_name(address: &str) -> Option<String> {
    let path = address.split(['#', '?']).next()?;
    let name = path.rsplit('/').next()?;
    let (_, ending) = name.rsplit_once('.')?;
    Unsupported::what(ending)?;
    Some(percent_decoded(name))
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let digits = tail.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        if let Some(byte) = byte.filter(|_| *first == b'%') {
            bytes.push(byte);
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unsupported(settings: &str, names: &[&str]) -> Vec<(String, usize)> {
        let project = Project::parse(&format!("locales: [en]\n{settings}")).unwrap();
        let paths = names.iter().map(|name| format!("articles/{name}"));
        let found = project.unsupported(&paths.collect::<Vec<_>>()).into_iter();
        found.map(|one| (one.ending, one.paths.len())).collect()
    }

    #[test]
    fn texts_that_are_not_read_are_found_by_their_ending() {
        let names = [
            "a.md",
            "b.rst",
            "news/c.RST",
            "d.pdf",
            "e.png",
            "f",
            "g.tar.gz",
            "rst",
        ];
        let wanted = [("pdf".to_owned(), 1), ("rst".to_owned(), 2)];
        assert_eq!(unsupported("", &names), wanted);
        assert_eq!(unsupported("ignore: ['*.pdf']", &names), wanted[1..]);
        assert_eq!(
            unsupported("ignore: ['articles/news/**', 'b.*', d.pdf]", &names),
            []
        );
        assert_eq!(
            unsupported("ignore: ['articles/*.rst']", &["b.rst", "n/c.rst"]).len(),
            1
        );
    }

    #[test]
    fn an_address_in_an_article_links_to_a_file() {
        for text in [
            "[Plan](plan%20a.pdf)",
            "[Plan]( ../x/plan%20a.pdf#page=2 \"Titel\" )",
            "<a href=\"/x/plan%20a.pdf?v=1\">",
            "[Plan]: <plan a.pdf>\n[p]: plan%20a.pdf",
            "[p]: plan%20a.pdf",
        ] {
            assert!(linked_names(text).contains("plan a.pdf"), "{text}");
        }
        for text in ["Siehe plan.pdf.", "plan.pdf", "(plan.png)", ""] {
            assert!(linked_names(text).is_empty(), "{text}");
        }
    }
}
