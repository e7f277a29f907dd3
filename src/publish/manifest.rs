use std::borrow::Cow;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::Counts;

/// Version of the manifest's form.
const VERSION: u32 = 1;

/// What was built from what: `manifest.json` in the output folder. The same input gives the same
/// bytes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Manifest<'a> {
    /// Version of the form.
    pub satz: u32,
    /// Locale of the articles.
    pub source: Cow<'a, str>,
    /// The files, sorted by path.
    pub outputs: Vec<Output<'a>>,
    /// What was not published, sorted by locale and article.
    pub unpublished: Vec<Unpublished<'a>>,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
pub struct Output<'a> {
    /// Its path below the output folder.
    pub path: Cow<'a, str>,
    /// Its form: `md`, `txt`, `html`, `bilingual`, `index`, or `file` for a picture or
    /// another file that lies beside an article.
    pub form: Cow<'a, str>,
    /// Its locale.
    pub locale: Cow<'a, str>,
    /// Key of the article; none for an index.
    #[serde(default)]
    pub article: Option<Cow<'a, str>>,
    /// Path of the article in the workspace.
    #[serde(default)]
    pub from: Option<Cow<'a, str>>,
    /// The article's title in the locale.
    #[serde(default)]
    pub title: Option<Cow<'a, str>>,
    /// Language of the title, if that is another one.
    #[serde(default)]
    pub title_locale: Option<Cow<'a, str>>,
    /// The article's date, as it stands in the front matter.
    #[serde(default)]
    pub date: Option<Cow<'a, str>>,
    /// The article's units by state.
    #[serde(default)]
    pub units: Option<Counts>,
    /// Hash of the file's bytes.
    pub hash: Hash,
}

/// An article that was not published in a locale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unpublished<'a> {
    /// The locale.
    pub locale: Cow<'a, str>,
    /// Key of the article.
    pub article: Cow<'a, str>,
    /// Why: `missing`, `stale`, `threshold` or `fault`.
    pub reason: Cow<'a, str>,
    /// The article's units by state.
    pub units: Counts,
}

/// BLAKE3 of a file's bytes. In a manifest: `blake3:` and 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hash(pub [u8; 32]);

/// What a hash in a manifest begins with.
const HASH: &str = "blake3:";

/// The hash of a file's bytes.
pub fn hash(bytes: impl AsRef<[u8]>) -> Hash {
    Hash(*blake3::hash(bytes.as_ref()).as_bytes())
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let digits = text.strip_prefix(HASH);
        let hash = digits.and_then(|digits| blake3::Hash::from_hex(digits).ok());
        let hash = hash.ok_or_else(|| D::Error::custom("this is no hash"))?;
        Ok(Self(*hash.as_bytes()))
    }
}

impl<'a> Manifest<'a> {
    /// An empty manifest.
    pub fn new(source: &'a str) -> Self {
        Self {
            satz: VERSION,
            source: source.into(),
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
        // Both are sorted. Where they should not be, a line more is read.
        let mut known = other.lines().filter_map(entry).peekable();
        let is_other = |line: &&str| {
            let Some(own) = entry(line) else { return true };
            loop {
                match known.peek() {
                    Some(other) if *other == own => {
                        known.next();
                        return false;
                    }
                    Some(other) if place(other) < place(own) => known.next(),
                    _ => return true,
                };
            }
        };
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
        let found = outputs.binary_search_by(|output| (*output.path).cmp(path));
        found.is_ok()
    }

    /// Its text, with a line for every entry.
    pub fn text(&self) -> String {
        let mut out = Vec::with_capacity(400 * self.outputs.len() + 200);
        let head = format!("{{\"satz\":{},\"source\":", self.satz);
        out.extend_from_slice(head.as_bytes());
        put(&self.source, &mut out);
        out.extend_from_slice(b",\n\"outputs\":[");
        for (at, output) in self.outputs.iter().enumerate() {
            begin(at, &mut out);
            output.put(&mut out);
        }
        out.extend_from_slice(b"\n],\n\"unpublished\":[");
        for (at, unpublished) in self.unpublished.iter().enumerate() {
            begin(at, &mut out);
            put(unpublished, &mut out);
        }
        out.extend_from_slice(b"\n]}\n");
        String::from_utf8(out).unwrap_or_default()
    }
}

impl Output<'_> {
    /// Writes it in the order of its fields, without those that are none. There are many, and most
    /// texts stand in JSON as they are.
    fn put(&self, out: &mut Vec<u8>) {
        put_text("{\"path\":", &self.path, out);
        put_text(",\"form\":", &self.form, out);
        put_text(",\"locale\":", &self.locale, out);
        let rest = [
            (",\"article\":", &self.article),
            (",\"from\":", &self.from),
            (",\"title\":", &self.title),
            (",\"title_locale\":", &self.title_locale),
            (",\"date\":", &self.date),
        ];
        for (key, text) in rest {
            if let Some(text) = text {
                put_text(key, text, out);
            }
        }
        if let Some(units) = &self.units {
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
                out.extend_from_slice(key.as_bytes());
                out.extend_from_slice(itoa::Buffer::new().format(count).as_bytes());
            }
            out.push(b'}');
        }
        out.extend_from_slice(b",\"hash\":\"");
        out.extend_from_slice(HASH.as_bytes());
        let digits = blake3::Hash::from_bytes(self.hash.0).to_hex();
        out.extend_from_slice(digits.as_bytes());
        out.extend_from_slice(b"\"}");
    }
}

fn put_text(key: &str, text: &str, out: &mut Vec<u8>) {
    out.extend_from_slice(key.as_bytes());
    let is_special = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
    if text.bytes().fold(false, |any, byte| any | is_special(byte)) {
        put(&text, out);
    } else {
        out.push(b'"');
        out.extend_from_slice(text.as_bytes());
        out.push(b'"');
    }
}

/// An entry that a line is, without the comma behind it.
fn entry(line: &str) -> Option<&str> {
    let line = line.strip_suffix(',').unwrap_or(line);
    (line.starts_with('{') && line.ends_with('}')).then_some(line)
}

/// What entries are sorted by: outputs by their path, then what was not published.
fn place(entry: &str) -> (bool, &str) {
    match entry.strip_prefix("{\"path\":\"") {
        Some(rest) => (false, rest.split('"').next().unwrap_or_default()),
        None => (true, entry),
    }
}

fn put(value: &impl Serialize, out: &mut Vec<u8>) {
    // Plain data always has a form in JSON.
    drop(serde_json::to_writer(out, value));
}

/// Begins the line of an entry.
fn begin(at: usize, out: &mut Vec<u8>) {
    out.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text() -> impl Strategy<Value = Cow<'static, str>> {
        "[a-c/\"\\\\ü\u{1}\u{7F}\n,{}\\[\\]]{0,6}".prop_map(Cow::from)
    }

    fn counts() -> impl Strategy<Value = Counts> {
        any::<[u16; 7]>().prop_map(|all| {
            let [total, current, empty, inherited, edited, stale, missing] = all.map(usize::from);
            Counts {
                total,
                current,
                empty,
                inherited,
                edited,
                stale,
                missing,
            }
        })
    }

    fn output() -> impl Strategy<Value = Output<'static>> {
        let own = (text(), text(), text(), any::<[u8; 32]>());
        let rest = prop::collection::vec(prop::option::of(text()), 5);
        (own, rest, prop::option::of(counts())).prop_map(
            |((path, form, locale, hash), rest, units)| {
                let mut rest = rest.into_iter();
                let mut next = || rest.next().flatten();
                Output {
                    path,
                    form,
                    locale,
                    article: next(),
                    from: next(),
                    title: next(),
                    title_locale: next(),
                    date: next(),
                    units,
                    hash: Hash(hash),
                }
            },
        )
    }

    fn manifest() -> impl Strategy<Value = Manifest<'static>> {
        let unpublished = (text(), text(), text(), counts());
        let unpublished = unpublished.prop_map(|(locale, article, reason, units)| Unpublished {
            locale,
            article,
            reason,
            units,
        });
        let outputs = prop::collection::vec(output(), 0..6);
        let all = (text(), outputs, prop::collection::vec(unpublished, 0..4));
        all.prop_map(|(source, outputs, unpublished)| {
            let mut manifest = Manifest {
                satz: VERSION,
                source,
                outputs,
                unpublished,
            };
            manifest.sort();
            manifest
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(manifest in manifest()) {
            prop_assert_eq!(Manifest::parse(&manifest.text()), Some(manifest));
        }

        #[test]
        fn what_is_new_or_another_is_read(one in manifest(), other in manifest(), kept in any::<u8>()) {
            // Some entries are in both.
            let mut both = other.clone();
            let count = usize::from(kept) % (one.outputs.len() + 1);
            both.outputs.extend(one.outputs[..count].iter().cloned());
            both.sort();
            let others = Manifest::parse_others(&one.text(), &both.text()).unwrap();
            for output in &one.outputs {
                prop_assert!(both.outputs.contains(output) || others.outputs.contains(output));
            }
            for output in &others.outputs {
                prop_assert!(one.outputs.contains(output));
            }
            for unpublished in &one.unpublished {
                prop_assert!(both.unpublished.contains(unpublished) || others.unpublished.contains(unpublished));
            }
        }
    }
}
