//! In which articles a colon before a capitalised clause ends a sentence.

use super::Fault;

/// In which articles a colon before a capitalised clause ends a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Colon {
    /// Patterns of articles' keys; the last that fits decides.
    rows: Vec<(String, bool)>,
}

impl Colon {
    /// The same for all articles, and for texts outside a workspace.
    pub fn everywhere(ends: bool) -> Self {
        Self {
            rows: vec![("*".to_owned(), ends)],
        }
    }

    /// What a configuration says: patterns of articles' keys, in which `*` stands for anything.
    /// `endings` are those of files that can be articles.
    ///
    /// # Errors
    /// If a pattern ends like a file: keys have no ending, so it would fit nothing.
    pub fn of(rows: Vec<(String, bool)>, endings: &[&str]) -> Result<Self, Fault> {
        for (pattern, _) in &rows {
            if let Some((stem, ending)) = pattern.rsplit_once('.')
                && endings
                    .iter()
                    .any(|known| known.eq_ignore_ascii_case(ending))
            {
                let message = format!("`colon` names the file `{pattern}`");
                let hint = format!("name the article, without its ending: `{stem}`");
                return Err(Fault::new(message, hint));
            }
        }
        Ok(Self { rows })
    }

    /// Whether a colon ends a sentence in an article, named by its key; a text that is none has
    /// the key `""`.
    pub fn ends(&self, key: &str) -> bool {
        let row = self
            .rows
            .iter()
            .rev()
            .find(|(pattern, _)| fits(pattern, key));
        row.is_some_and(|(_, ends)| *ends)
    }
}

/// Whether a pattern fits: `*` stands for any number of any characters.
fn fits(pattern: &str, key: &str) -> bool {
    let Some((head, tail)) = pattern.split_once('*') else {
        return pattern == key;
    };
    let Some(mut rest) = key.strip_prefix(head) else {
        return false;
    };
    let Some((middle, last)) = tail.rsplit_once('*') else {
        return rest.ends_with(tail);
    };
    for part in middle.split('*') {
        let Some(at) = rest.find(part) else {
            return false;
        };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_anything() {
        for (pattern, key, expected) in [
            ("*", "", true),
            ("*", "a/b", true),
            ("a", "a", true),
            ("a", "ab", false),
            ("a*", "ab", true),
            ("*b", "ab", true),
            ("a*a", "a", false),
            ("a*c*e", "abcde", true),
            ("a*c*e", "abde", false),
            ("a*b*c*a", "abca", true),
            ("a*bc*c", "abc", false),
        ] {
            assert_eq!(fits(pattern, key), expected, "{pattern} {key}");
        }
    }

    #[test]
    fn the_last_row_that_fits_decides() {
        let rows = [("*", true), ("news/*", false), ("news/talk", true)];
        let rows = rows.map(|(pattern, ends)| (pattern.to_owned(), ends));
        let colon = Colon::of(rows.to_vec(), &["md"]).unwrap();
        assert!(colon.ends("a") && !colon.ends("news/a") && colon.ends("news/talk"));
        assert!(!Colon::default().ends("a"));
    }
}
