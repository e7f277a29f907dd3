//! A manifest as it is written.

use std::ops::Range;

use serde::Serialize;

use super::hash::PREFIX;
use super::manifest::VERSION;
use super::{Hash, Output, Unpublished};

/// A manifest that is being written. The same entries give the same bytes, in whatever order they
/// come; those that come in the order of their paths are written sooner.
#[derive(Debug)]
pub struct Listing<'a> {
    source: &'a str,
    /// The lines of outputs, and their paths; whoever lists adds to the last one.
    texts: Vec<Texts>,
    outputs: Vec<Entry>,
    unpublished: Vec<Unpublished<'a>>,
}

/// Lines of outputs, and their paths.
#[derive(Debug, Default)]
struct Texts {
    lines: String,
    paths: String,
}

/// An output: where its line and its path are in which texts.
#[derive(Debug)]
struct Entry {
    texts: usize,
    line: Range<usize>,
    path: Range<usize>,
}

/// The usual length of a line, and of a path.
const USUAL: (usize, usize) = (350, 40);

/// What several outputs have in common, as it stands in their lines.
#[derive(Debug)]
pub struct Common(String);

impl Common {
    /// All of an output but its path, its form and its hash.
    pub fn of(output: &Output<'_>) -> Self {
        let mut out = String::with_capacity(300);
        put_text(",\"locale\":", &output.locale, &mut out);
        let rest = [
            (",\"article\":", &output.article),
            (",\"from\":", &output.from),
            (",\"title\":", &output.title),
            (",\"title_locale\":", &output.title_locale),
            (",\"date\":", &output.date),
        ];
        for (key, text) in rest {
            if let Some(text) = text {
                put_text(key, text, &mut out);
            }
        }
        if let Some(units) = &output.units {
            let counts = [
                (",\"units\":{\"total\":", units.total),
                (",\"current\":", units.current),
                (",\"empty\":", units.empty),
                (",\"inherited\":", units.inherited),
                (",\"edited\":", units.edited),
                (",\"stale\":", units.stale),
                (",\"missing\":", units.missing),
            ];
            for (key, count) in counts {
                out.push_str(key);
                out.push_str(itoa::Buffer::new().format(count));
            }
            out.push('}');
        }
        Self(out)
    }
}

impl<'a> Listing<'a> {
    /// An empty one, with the locale of the articles.
    pub fn new(source: &'a str) -> Self {
        Self {
            source,
            texts: vec![Texts::default()],
            outputs: Vec::new(),
            unpublished: Vec::new(),
        }
    }

    /// An empty one with room for so many outputs.
    pub fn with_room(source: &'a str, outputs: usize) -> Self {
        let texts = Texts {
            lines: String::with_capacity(outputs * USUAL.0),
            paths: String::with_capacity(outputs * USUAL.1),
        };
        Self {
            texts: vec![texts],
            outputs: Vec::with_capacity(outputs),
            ..Self::new(source)
        }
    }

    /// Lists an output.
    pub fn push(&mut self, output: &Output<'_>) {
        let common = Common::of(output);
        self.push_file(&output.path, &output.form, &common, output.hash);
    }

    /// Lists an output by its path, its form and its hash, and by what it shares with others.
    pub fn push_file(&mut self, path: &str, form: &str, common: &Common, hash: Hash) {
        let at = self.texts.len() - 1;
        let texts = &mut self.texts[at];
        let (line, start) = (texts.lines.len(), texts.paths.len());
        texts.paths.push_str(path);
        let out = &mut texts.lines;
        put_text("{\"path\":", path, out);
        put_text(",\"form\":", form, out);
        let digits = blake3::Hash::from_bytes(hash.0).to_hex();
        for part in [&common.0, ",\"hash\":\"", PREFIX, &digits, "\"}"] {
            out.push_str(part);
        }
        self.outputs.push(Entry {
            texts: at,
            line: line..texts.lines.len(),
            path: start..texts.paths.len(),
        });
    }

    /// Lists what was not published.
    pub fn push_unpublished(&mut self, unpublished: Unpublished<'a>) {
        self.unpublished.push(unpublished);
    }

    /// Lists what another one lists.
    pub fn append(&mut self, other: Self) {
        let before = self.texts.len();
        self.texts.extend(other.texts);
        self.outputs
            .extend(other.outputs.into_iter().map(|own| Entry {
                texts: before + own.texts,
                ..own
            }));
        self.unpublished.extend(other.unpublished);
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.outputs.len() + self.unpublished.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Sorts everything; of two outputs with one path the first stays.
    pub fn sort(&mut self) {
        let path = |line: &Entry| &self.texts[line.texts].paths[line.path.clone()];
        self.outputs.sort_by(|one, two| path(one).cmp(path(two)));
        self.outputs.dedup_by(|one, two| path(one) == path(two));
        let key = |one: &Unpublished<'_>, two: &Unpublished<'_>| {
            let locale = one.locale.cmp(&two.locale);
            locale.then_with(|| one.article.cmp(&two.article))
        };
        self.unpublished.sort_by(key);
    }

    /// Whether there is an output of that path, once it is sorted.
    pub fn has(&self, path: &str) -> bool {
        let own = |line: &Entry| self.texts[line.texts].paths[line.path.clone()].cmp(path);
        self.outputs.binary_search_by(own).is_ok()
    }

    /// What was not published.
    pub fn unpublished(&self) -> &[Unpublished<'a>] {
        &self.unpublished
    }

    /// The lines of the outputs, without a comma behind them.
    pub(super) fn lines(&self) -> impl Iterator<Item = &str> {
        let outputs = self.outputs.iter();
        outputs.map(|line| &self.texts[line.texts].lines[line.line.clone()])
    }

    /// Its text, with a line for every entry.
    pub fn text(&self) -> String {
        let lines: usize = self.texts.iter().map(|texts| texts.lines.len()).sum();
        let mut out = String::with_capacity(lines + 2 * self.outputs.len() + 200);
        out.push_str("{\"satz\":");
        out.push_str(itoa::Buffer::new().format(VERSION));
        put_text(",\"source\":", self.source, &mut out);
        out.push_str(",\n\"outputs\":[");
        for (at, line) in self.lines().enumerate() {
            begin(at, &mut out);
            out.push_str(line);
        }
        out.push_str("\n],\n\"unpublished\":[");
        for (at, unpublished) in self.unpublished.iter().enumerate() {
            begin(at, &mut out);
            put(unpublished, &mut out);
        }
        out.push_str("\n]}\n");
        out
    }
}

/// Most texts stand in JSON as they are.
fn put_text(key: &str, text: &str, out: &mut String) {
    out.push_str(key);
    let is_special = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
    if text.bytes().fold(false, |any, byte| any | is_special(byte)) {
        put(&text, out);
    } else {
        for part in ["\"", text, "\""] {
            out.push_str(part);
        }
    }
}

fn put(value: &impl Serialize, out: &mut String) {
    // Plain data always has a form in JSON.
    out.push_str(&serde_json::to_string(value).unwrap_or_default());
}

/// Begins the line of an entry.
fn begin(at: usize, out: &mut String) {
    out.push_str(if at == 0 { "\n" } else { ",\n" });
}
