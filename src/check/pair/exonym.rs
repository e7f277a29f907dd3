//! Names that another language has its own word for: Peking, Beijing.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

static EXONYMS: LazyLock<FxHashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let lines = include_str!("exonyms.txt").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    let words = lines.map(|line| line.split_whitespace());
    words
        .filter_map(|mut words| Some((words.next()?, words.collect())))
        .collect()
});

/// Whether a text has the word of another language for a German name.
pub(in crate::check) fn has_exonym(german: &str, text: &str) -> bool {
    EXONYMS.get(german).is_some_and(|forms| {
        forms.iter().any(|form| {
            let mut places = text.match_indices(form);
            places.any(|(at, _)| !text[..at].ends_with(char::is_alphabetic))
        })
    })
}
