//! What else a site has to translate, besides what is translated by default.

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use super::align::endings;
use crate::config::Project;
use crate::document::{
    self, Context, Format, TextPlace, format_of, has_work, is_address_field, untaken,
};
use crate::language::{known, writing};
use crate::store::Workspace;

/// What a `satz.yaml` should name besides the defaults.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposal {
    /// Fields of the front matter.
    pub fields: Vec<String>,
    /// Parameters of components and of calls of templates.
    pub parameters: Vec<String>,
    /// Languages of code whose comments are translated.
    pub comments: Vec<String>,
}

/// Fields that tell a machine something, whatever they look like.
const MACHINE: [&str; 4] = ["lang", "language", "layout", "locale"];

/// How the texts of a place differ between articles and their translations.
#[derive(Debug, Clone, Copy, Default)]
struct Evidence {
    /// Texts of the articles.
    texts: usize,
    /// Those that read as sentences of the source's language.
    sentences: usize,
    /// Those whose translation is known.
    pairs: usize,
    /// Those that were translated.
    translated: usize,
    /// Those that are another text, words or not.
    changed: usize,
}

impl Proposal {
    /// Looks through the articles of a workspace, and through the translations that they have: what was
    /// translated in these is work, and what reads as a sentence.
    pub fn of(workspace: &Workspace) -> Self {
        let project = &workspace.project;
        let mut evidence: BTreeMap<TextPlace, Evidence> = BTreeMap::new();
        for article in workspace.articles(&endings()).0 {
            let Some(format) = article
                .path
                .rsplit_once('.')
                .and_then(|(_, end)| format_of(end))
            else {
                continue;
            };
            let source = texts(workspace, &article.path, format);
            let targets = project.locales.iter();
            let targets = targets.filter_map(|locale| project.target_path(locale, &article.path));
            let translations: Vec<Texts> = targets
                .map(|path| texts(workspace, &path, format))
                .collect();
            for (place, source) in source {
                let found = evidence.entry(place.clone()).or_default();
                found.add(&project.source, &source);
                for target in translations.iter().filter_map(|texts| texts.get(&place)) {
                    found.compare(&source, target);
                }
            }
        }
        let mut proposal = Self::default();
        for (place, evidence) in evidence {
            if evidence.is_work(&place) {
                match place {
                    TextPlace::Field(path) => proposal.fields.push(path),
                    TextPlace::Parameter(name) => proposal.parameters.push(name),
                    TextPlace::Comments(language) => proposal.comments.push(language),
                }
            }
        }
        proposal
    }

    /// Its lines of a `satz.yaml`; none for what is as by default.
    pub fn configuration(&self) -> String {
        let defaults = Project::default();
        let mut text = String::new();
        for (key, defaults, more) in [
            ("fields", defaults.fields, &self.fields),
            ("parameters", defaults.parameters, &self.parameters),
            ("comments", defaults.comments, &self.comments),
        ] {
            if !more.is_empty() {
                let names: Vec<String> = defaults.into_iter().chain(more.iter().cloned()).collect();
                let _ = writeln!(text, "{key}: [{}]", names.join(", "));
            }
        }
        text
    }
}

impl fmt::Display for Proposal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        for (name, places) in [
            ("fields", &self.fields),
            ("parameters", &self.parameters),
            ("comments in", &self.comments),
        ] {
            if !places.is_empty() {
                parts.push(format!("{name} {}", places.join(", ")));
            }
        }
        f.write_str(&parts.join("; "))
    }
}

type Texts = BTreeMap<TextPlace, Vec<String>>;

/// The texts of a file that are not translated by default.
fn texts(workspace: &Workspace, path: &str, format: &Format) -> Texts {
    let mut texts = Texts::new();
    let text = workspace.read(path).ok().flatten().unwrap_or_default();
    for (place, text) in untaken(&text, format, &document::Options::default()) {
        texts.entry(place).or_default().push(text);
    }
    texts
}

impl Evidence {
    fn add(&mut self, language: &str, texts: &[String]) {
        self.texts += texts.len();
        let sentences = texts.iter().filter(|text| is_sentence(text, language));
        self.sentences += sentences.count();
    }

    fn compare(&mut self, source: &[String], target: &[String]) {
        if source.len() != target.len() {
            return;
        }
        let is_translated = |(source, target): &(&String, &String)| {
            source != target && is_words(source) && is_words(target)
        };
        self.pairs += source.len();
        self.changed += { source.iter().zip(target) }
            .filter(|(source, target)| source != target)
            .count();
        self.translated += source.iter().zip(target).filter(is_translated).count();
    }

    /// Whether these texts are to be translated. Comments only where they have been.
    fn is_work(self, place: &TextPlace) -> bool {
        let name = match place {
            TextPlace::Field(name) | TextPlace::Parameter(name) => name,
            TextPlace::Comments(_) => return self.translated > 0,
        };
        if matches!(place, TextPlace::Field(_)) && is_address_field(name) {
            return self.changed > 0;
        }
        let last = name.rsplit('.').next().unwrap_or(name);
        let is_machine = MACHINE.contains(&last);
        let is_plain = name
            .chars()
            .all(|c| c.is_alphanumeric() || "-_.".contains(c));
        let was_translated = self.translated > 0 && self.translated * 4 >= self.pairs;
        let is_prose = was_translated || self.sentences * 2 >= self.texts;
        !is_machine && is_plain && is_prose
    }
}

/// Whether a text is made of words: several of them, or one that is nothing but letters.
fn is_words(text: &str) -> bool {
    let is_name = |c: char| c.is_alphabetic();
    has_work(text, &Context::Plain) && (text.contains(' ') || text.chars().all(is_name))
}

/// Whether a text has several words, of which one is such as sentences are joined with.
fn is_sentence(text: &str, language: &str) -> bool {
    let Some(writing) = writing(language) else {
        return false;
    };
    let is_joint = |word: &str| known(&word.to_lowercase()).is_of(writing);
    let words = text.split(|c: char| !c.is_alphanumeric());
    text.split_whitespace().count() > 2 && words.into_iter().any(is_joint)
}
