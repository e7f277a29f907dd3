use serde::{Deserialize, Serialize};

use super::Counts;

/// Version of the manifest's form.
const VERSION: u32 = 1;

/// What was built from what: `manifest.json` in the output folder. The same input gives the same
/// bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of the form.
    pub satz: u32,
    /// Locale of the articles.
    pub source: String,
    /// The files, sorted by path.
    pub outputs: Vec<Output>,
    /// What was not published, sorted by locale and article.
    pub unpublished: Vec<Unpublished>,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Output {
    /// Its path below the output folder.
    pub path: String,
    /// Its form: `md`, `txt`, `html`, `bilingual`, `index`, or `file` for a picture or
    /// another file that lies beside an article.
    pub form: String,
    /// Its locale.
    pub locale: String,
    /// Key of the article; none for an index.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// Path of the article in the workspace.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The article's title in the locale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Language of the title, if that is another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_locale: Option<String>,
    /// The article's date, as it stands in the front matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The article's units by state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<Counts>,
    /// BLAKE3 of the file's bytes: `blake3:` and 64 hexadecimal digits.
    pub hash: String,
}

/// An article that was not published in a locale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unpublished {
    /// The locale.
    pub locale: String,
    /// Key of the article.
    pub article: String,
    /// Why: `missing`, `stale`, `threshold` or `fault`.
    pub reason: String,
    /// The article's units by state.
    pub units: Counts,
}

/// The hash of a file's bytes as the manifest has it.
pub fn hash(bytes: impl AsRef<[u8]>) -> String {
    format!("blake3:{}", blake3::hash(bytes.as_ref()).to_hex())
}

impl Manifest {
    /// An empty manifest.
    pub fn new(source: &str) -> Self {
        Self {
            satz: VERSION,
            source: source.to_owned(),
            outputs: Vec::new(),
            unpublished: Vec::new(),
        }
    }

    /// Reads a manifest; `None` if it is none, or of another version.
    pub fn parse(text: &str) -> Option<Self> {
        let found: Self = serde_json::from_str(text).ok()?;
        (found.satz == VERSION).then_some(found)
    }

    /// Its text, sorted.
    pub fn text(mut self) -> String {
        self.outputs.sort_by(|one, two| one.path.cmp(&two.path));
        self.outputs.dedup_by(|one, two| one.path == two.path);
        let key = |entry: &Unpublished| (entry.locale.clone(), entry.article.clone());
        self.unpublished.sort_by_key(key);
        // Plain data always has a form in JSON.
        let mut text = serde_json::to_string_pretty(&self).unwrap_or_default();
        text.push('\n');
        text
    }
}
