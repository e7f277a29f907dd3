//! What was built from what.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Counts, Hash, Listing};

/// Version of the manifest's form.
pub(super) const VERSION: u32 = 1;

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
    /// Its form: `md`, `txt`, `html`, `bilingual`, `index`, `front`, `feed`, `sitemap`, or `file` for a picture or
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
    /// Why: `draft`, `untranslated`, `threshold`, `missing`, `stale` or `fault`.
    pub reason: Cow<'a, str>,
    /// The article's units by state.
    pub units: Counts,
}

impl Manifest<'_> {
    /// Reads a manifest; `None` if it is none, or of another version.
    pub fn parse(text: &str) -> Option<Self> {
        let found: Self = serde_json::from_str(text).ok()?;
        (found.satz == VERSION).then_some(found)
    }

    /// Reads of a manifest what is not word for word in another one that is being written; `None` if
    /// it is none, or of another version. The largest part of two manifests is usually the same.
    pub fn parse_others(text: &str, other: &Listing<'_>) -> Option<Self> {
        // Both are sorted. Where they should not be, a line more is read.
        let mut known = other.lines().peekable();
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
        all.prop_map(|(source, outputs, unpublished)| Manifest {
            satz: VERSION,
            source,
            outputs,
            unpublished,
        })
    }

    fn listing<'a>(manifest: &'a Manifest<'_>) -> Listing<'a> {
        let mut listing = Listing::new(&manifest.source);
        for output in &manifest.outputs {
            listing.push(output);
        }
        for unpublished in &manifest.unpublished {
            listing.push_unpublished(unpublished.clone());
        }
        listing.sort();
        listing
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_sorted(mut manifest in manifest()) {
            let read = Manifest::parse(&listing(&manifest).text());
            manifest.outputs.sort_by(|one, two| one.path.cmp(&two.path));
            manifest.outputs.dedup_by(|one, two| one.path == two.path);
            let place = |one: &Unpublished<'static>| (one.locale.clone(), one.article.clone());
            manifest.unpublished.sort_by_key(place);
            prop_assert_eq!(read, Some(manifest));
        }

        #[test]
        fn what_is_new_or_another_is_read(one in manifest(), other in manifest(), kept in any::<u8>()) {
            // Some entries are in both.
            let one = Manifest::parse(&listing(&one).text()).unwrap();
            let mut both = other.clone();
            let count = usize::from(kept) % (one.outputs.len() + 1);
            both.outputs.extend(one.outputs[..count].iter().cloned());
            let both = Manifest::parse(&listing(&both).text()).unwrap();
            let others = Manifest::parse_others(&listing(&one).text(), &listing(&both)).unwrap();
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
