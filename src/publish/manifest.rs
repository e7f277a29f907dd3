use rustc_hash::FxHashSet;
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

    /// Reads of a manifest what is not word for word in another one, given as text; `None` if it is
    /// none, or of another version. The largest part of two manifests is usually the same.
    pub fn parse_others(text: &str, other: &str) -> Option<Self> {
        let known: FxHashSet<&str> = other.lines().filter_map(entry).collect();
        let is_other = |line: &&str| !entry(line).is_some_and(|line| known.contains(line));
        let mut rest = String::new();
        for line in text.lines().filter(is_other) {
            // The comma may have stood before a line that is left out.
            if line.starts_with(']') && rest.ends_with(',') {
                rest.pop();
            }
            rest.push_str(line);
        }
        Self::parse(&rest).or_else(|| Self::parse(text))
    }

    /// Sorts everything; of two outputs with one path the first stays.
    pub fn sort(&mut self) {
        self.outputs.sort_by(|one, two| one.path.cmp(&two.path));
        self.outputs.dedup_by(|one, two| one.path == two.path);
        let key = |one: &Unpublished, two: &Unpublished| {
            let locale = one.locale.cmp(&two.locale);
            locale.then_with(|| one.article.cmp(&two.article))
        };
        self.unpublished.sort_by(key);
    }

    /// Whether there is an output of that path, in a manifest that is sorted.
    pub fn has(&self, path: &str) -> bool {
        let outputs = &self.outputs;
        let found = outputs.binary_search_by(|output| output.path.as_str().cmp(path));
        found.is_ok()
    }

    /// Its text, with a line for every entry.
    pub fn text(&self) -> String {
        let mut out = Vec::with_capacity(400 * self.outputs.len() + 200);
        let head = format!("{{\"satz\":{},\"source\":", self.satz);
        out.extend_from_slice(head.as_bytes());
        put(&self.source, &mut out);
        out.extend_from_slice(b",\n\"outputs\":[");
        put_all(&self.outputs, &mut out);
        out.extend_from_slice(b"\n],\n\"unpublished\":[");
        put_all(&self.unpublished, &mut out);
        out.extend_from_slice(b"\n]}\n");
        String::from_utf8(out).unwrap_or_default()
    }
}

/// An entry that a line is, without the comma behind it.
fn entry(line: &str) -> Option<&str> {
    let line = line.trim_end_matches(',');
    (line.starts_with('{') && line.ends_with('}')).then_some(line)
}

fn put(value: &impl Serialize, out: &mut Vec<u8>) {
    // Plain data always has a form in JSON.
    drop(serde_json::to_writer(out, value));
}

fn put_all(values: &[impl Serialize], out: &mut Vec<u8>) {
    for (at, value) in values.iter().enumerate() {
        out.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
        put(value, out);
    }
}
