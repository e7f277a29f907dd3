//! Translations that alignment found written into a catalog.

use std::collections::BTreeSet;

use crate::catalog::{ALIGNED, Catalog, Id, Maker, Note, UNALIGNED, escape, rendering};

/// Units of an article and the translation that was found for them.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Indices of the units, ascending; the first takes the whole text.
    pub units: Vec<usize>,
    /// The translation.
    pub text: String,
    /// How sure it is, 0.0–1.0, if somebody should look at it.
    pub doubt: Option<f32>,
    /// What made it, if its message is to say so.
    pub maker: Option<Maker>,
}

/// A unit that may take a translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// The id its message gets.
    pub id: Id,
    /// The German it was translated from, if that is not the German of today.
    pub was: Option<String>,
}

/// Writes translations into a locale's catalog. Units that are not open are left as they are; a
/// translation is written only if all its units are open. Gives the new text, which `update_target`
/// has to put in order, and for each translation whether it was written.
pub fn write_translations(
    catalog: &Catalog,
    open: &[Option<Open>],
    found: &[Found],
    notes: bool,
) -> (String, Vec<bool>) {
    let mut out = catalog.text.clone();
    let end = catalog.line_end();
    let present: BTreeSet<&str> = catalog
        .entries
        .iter()
        .map(|entry| entry.id.as_str())
        .collect();
    let written = found
        .iter()
        .map(|found| {
            let units: Option<Vec<&Open>> = found
                .units
                .iter()
                .map(|unit| open.get(*unit)?.as_ref())
                .filter(|open| open.is_none_or(|open| !present.contains(&*open.id.to_string())))
                .collect();
            let Some(units) = units.filter(|units| units.len() == found.units.len()) else {
                return false;
            };
            for (number, open) in units.into_iter().enumerate() {
                let text = if number == 0 { found.text.as_str() } else { "" };
                if out.len() == catalog.text.len() && !out.is_empty() {
                    out.extend([end, end]);
                }
                if let Some(was) = open.was.as_ref().filter(|_| notes) {
                    let line = Note::Was(was.clone(), None).line("");
                    out.push_str(&line);
                    out.push_str(end);
                }
                if let Some(score) = found.doubt.filter(|_| notes && number == 0) {
                    out.extend([ALIGNED, &format!(" {score:.2}"), end]);
                }
                if let Some(maker) = found.maker.as_ref().filter(|_| notes && number == 0) {
                    out.extend([&maker.line(&rendering(text)), end]);
                }
                out.extend([&open.id.to_string(), " = ", &escape(text), end]);
            }
            true
        })
        .collect();
    (out, written)
}

/// Keeps sentences for which there is no German at the file's end, as comments; those that stand
/// there already are not written again.
pub fn keep_unaligned(text: &str, sentences: &[String]) -> String {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let known: BTreeSet<&str> = text.lines().collect();
    let mut fresh: Vec<String> = Vec::new();
    for sentence in sentences {
        let words: Vec<&str> = sentence.split_whitespace().collect();
        let line = format!("{UNALIGNED} {}", words.join(" "));
        if !known.contains(line.as_str()) && !fresh.contains(&line) {
            fresh.push(line);
        }
    }
    let mut out = text.to_owned();
    if !fresh.is_empty() {
        // Those that are there already end with such a line.
        let goes_on = out
            .trim_end()
            .lines()
            .next_back()
            .is_some_and(|line| line.starts_with(UNALIGNED));
        if goes_on {
            out.truncate(out.trim_end().len());
            out.push_str(end);
        }
        while !goes_on && !out.is_empty() && !out.ends_with(&end.repeat(2)) {
            out.push_str(end);
        }
        for line in fresh {
            out.push_str(&line);
            out.push_str(end);
        }
        // The serializers write an empty line behind a comment.
        out.push_str(end);
    }
    out
}
