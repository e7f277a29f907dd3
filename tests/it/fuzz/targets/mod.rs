//! What the fuzz targets do with bytes that come from anywhere. The crate `fuzz/` runs these functions
//! under libFuzzer, the test `fuzz` runs them on stable; both include this file.
//!
//! A function may return, or panic because something is not as it must be. Inputs are texts, so that
//! seeds can be read; `\n====\n` divides an input of several parts. `fuzz/seeds/<target>/` holds seeds.

mod adoption;
mod align;
mod article;
mod baseline;
mod cache;
mod catalog;
mod config;
mod document;
mod editor;
mod exchange;
mod extract;
mod front;
mod history;
mod manifest;
mod merge;
mod page;
mod pairs;
mod part;
mod probe;
mod report;
mod resolve;
mod segment;
mod strings;

/// What runs a target on an input.
pub(crate) type Run = fn(&[u8]);

/// The targets by name.
pub(crate) const TARGETS: &[(&str, Run)] = &[
    ("adoption", adoption::run),
    ("align", align::run),
    ("article", article::run),
    ("baseline", baseline::run),
    ("cache", cache::run),
    ("catalog", catalog::run),
    ("config", config::run),
    ("document", document::run),
    ("editor", editor::run),
    ("exchange", exchange::run),
    ("extract", extract::run),
    ("front", front::run),
    ("history", history::run),
    ("manifest", manifest::run),
    ("merge", merge::run),
    ("page", page::run),
    ("pairs", pairs::run),
    ("part", part::run),
    ("report", report::run),
    ("resolve", resolve::run),
    ("segment", segment::run),
    ("strings", strings::run),
];

/// The input as a text and its parts: as many as are asked for, empty where there are fewer.
fn parts<const N: usize>(data: &[u8]) -> [String; N] {
    let text = String::from_utf8_lossy(data);
    let mut parts = text.splitn(N, "\n====\n").map(str::to_owned);
    std::array::from_fn(|_| parts.next().unwrap_or_default())
}

/// Letters and digits of a text: what must not get lost, whatever becomes of marks and blanks.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
