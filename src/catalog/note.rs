//! Comments that satz writes into a catalog and reads again.

use std::borrow::Cow;

use super::{Id, fingerprint};

/// Begins the comment of a message whose translation was found by alignment and is doubtful. It is
/// no note that is written anew: whoever has looked removes it.
pub const ALIGNED: &str = "# aligned:";

/// Begins the comment that keeps a sentence of a translation for which there is no source.
pub const UNALIGNED: &str = "# unaligned:";

/// A line of a comment that the tool writes and reads again.
///
/// Comments are help for people; state never hangs on them, but for the two hashes that refine it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// `note: …`: what the author says to the translator.
    Author(String),
    /// `missing`: the stub's first line.
    Missing,
    /// `de: …`: the German, labelled with the source locale.
    Source(String),
    /// `was: … #q4tz`: the German of the id the message holds; the hash of the value when it
    /// became stale.
    Was(String, Option<String>),
    /// `now: s0c4vd-awev`: the id to take when the translation is up to date.
    Now(String),
    /// `memory: …`: the translation that the same sentence has elsewhere, in a stub.
    Memory(String),
    /// `merged into: s0c4vd`: the unit whose translation covers this one.
    Merged(String),
}

impl Note {
    /// Reads a comment line without its `# `; `None` if the tool would not write it.
    pub fn parse(line: &str, label: &str) -> Option<Self> {
        if line.trim_end() == "missing" {
            return Some(Self::Missing);
        }
        let (key, text) = keyed(line)?;
        match key {
            "note" => Some(Self::Author(text.to_owned())),
            "was" => {
                let (text, hash) = hashed(text);
                Some(Self::Was(text.to_owned(), hash.map(str::to_owned)))
            }
            "now" => Some(Self::Now(text.to_owned())),
            "memory" => Some(Self::Memory(text.to_owned())),
            "merged into" => Some(Self::Merged(text.to_owned())),
            key if key == label => Some(Self::Source(text.to_owned())),
            _ => None,
        }
    }

    /// The comment line, `# ` included.
    pub fn line(&self, label: &str) -> String {
        match self {
            Self::Author(text) => format!("# note: {}", flat(text)),
            Self::Missing => "# missing".to_owned(),
            Self::Source(text) => format!("# {label}: {}", flat(text)),
            Self::Was(text, Some(hash)) => format!("# was: {} #{hash}", flat(text)),
            Self::Was(text, None) => format!("# was: {}", flat(text)),
            Self::Now(id) => format!("# now: {id}"),
            Self::Memory(text) => format!("# memory: {}", flat(text)),
            Self::Merged(id) => format!("# merged into: {id}"),
        }
    }
}

/// What the tool's lines of a comment say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Notes<'a> {
    /// The text of `# de: …`.
    pub german: Option<&'a str>,
    /// The text of `# was: …`.
    pub was: Option<&'a str>,
    /// The hash behind it.
    pub hash: Option<&'a str>,
    /// The id of `# now: …`.
    pub now: Option<&'a str>,
    /// How sure alignment was of the translation, in percent, as long as nobody has looked at it.
    pub aligned: Option<u8>,
    /// Whether somebody says why the unit is left out.
    pub is_omitted: bool,
}

impl<'a> Notes<'a> {
    /// Reads a comment, its `#` included.
    pub fn read(comment: &'a str, label: &str) -> Self {
        let mut out = Self::default();
        for line in comment.lines() {
            if let Some(confidence) = line.strip_prefix(ALIGNED) {
                out.aligned = Some(percent(confidence));
            }
            out.is_omitted |= line.starts_with("# omitted: ");
            let Some((key, text)) = line.strip_prefix("# ").and_then(keyed) else {
                continue;
            };
            match key {
                "was" => {
                    let (text, hash) = hashed(text);
                    (out.was, out.hash) = (Some(text), hash);
                }
                "now" => out.now = Some(text),
                "merged into" => {}
                key if key == label => out.german = Some(text),
                _ => {}
            }
        }
        out
    }

    /// Whether a message was stale when its value became what it is: then it was made for another
    /// German than that of its id, though the id may be the present one again.
    pub fn is_unsettled(self, id: &Id, value: &str) -> bool {
        // Whoever gives the message the id behind `# now:` has settled it.
        let now = self.now.and_then(Id::parse);
        let is_waiting = now.is_some_and(|now| now.base == id.base && now != *id);
        is_waiting && self.hash.is_some_and(|hash| fingerprint(value) != *hash)
    }

    /// Whether somebody gave the message the id behind `# now:`.
    pub fn is_settled(self, id: &Id) -> bool {
        self.now.and_then(Id::parse) == Some(*id)
    }
}

/// A confidence in percent: `0.52`. What is no number says nothing for the translation.
fn percent(confidence: &str) -> u8 {
    let confidence = confidence.trim();
    if confidence.starts_with('1') {
        return 100;
    }
    let decimals = confidence.strip_prefix("0.").unwrap_or_default();
    let digits: String = decimals.chars().chain("00".chars()).take(2).collect();
    digits.parse().unwrap_or_default()
}

/// Stands in `# was: …` for a German that nobody knows any more.
pub const UNKNOWN: &str = "…";

/// A line's key and what stands behind its colon.
fn keyed(line: &str) -> Option<(&str, &str)> {
    let (key, text) = line.trim_end().split_once(':')?;
    Some((key, text.trim_start()))
}

/// The German of `# was: …`, and the hash behind it.
fn hashed(text: &str) -> (&str, Option<&str>) {
    let is_hash = |hash: &str| hash.len() == 4 && hash.bytes().all(|c| c.is_ascii_alphanumeric());
    match text.rsplit_once(" #") {
        Some((text, hash)) if is_hash(hash) => (text, Some(hash)),
        _ => (text, None),
    }
}

/// A text on one line: line breaks become ` ⏎ `.
fn flat(text: &str) -> Cow<'_, str> {
    // No control character, and no byte that U+0085, U+2028 or U+2029 begins with.
    let is_plain = |byte: u8| byte >= b' ' && byte != 0xC2 && byte != 0xE2;
    if text.bytes().fold(true, |all, byte| all & is_plain(byte)) {
        return text.into();
    }
    let text: String = text
        .chars()
        .map(|c| match c {
            '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
            c => c,
        })
        .collect();
    text.replace('\n', " ⏎ ").into()
}

/// A text that stands in a note, without the marks of its line breaks.
pub fn unflat(text: &str) -> String {
    text.replace('⏎', " ")
}

/// The kinds of block that have a group comment, as `BlockKind::name` spells them.
const GROUPS: [&str; 12] = [
    "heading",
    "paragraph",
    "list-item",
    "quote",
    "cell",
    "footnote",
    "field",
    "alt",
    "title",
    "dateline",
    "byline",
    "attribution",
];

/// The group comment above the units of a block of this kind: `## Heading` for `heading`.
pub fn group(kind: &str) -> String {
    let kind = if GROUPS.contains(&kind) {
        kind
    } else {
        "paragraph"
    };
    let (first, rest) = kind.split_at(1);
    format!(
        "## {}{}",
        first.to_ascii_uppercase(),
        rest.replace('-', " ")
    )
}

/// Whether a line is a group comment that the tool writes.
pub fn is_group(line: &str) -> bool {
    let line = line.trim_end();
    GROUPS.iter().any(|kind| group(kind) == line)
}
