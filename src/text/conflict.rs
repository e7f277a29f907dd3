//! The markers that version control leaves between two versions of a text.

use std::fmt;

use super::Span;

/// Length of a marker.
const LENGTH: usize = 7;

/// A conflict that nobody has settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conflict {
    /// Line of the first marker, from 1.
    pub first: usize,
    /// Line of the last marker; the same if there is but one.
    pub last: usize,
}

impl Conflict {
    /// Finds the first conflict of a catalog, in which no line may begin like a marker.
    pub fn in_catalog(text: &str) -> Option<Self> {
        Self::find(text, |_| false, |marker| marker.is_some())
    }

    /// Finds the first conflict of an article. What stands in `code` is no marker, nor are equals
    /// signs alone: they underline a heading.
    pub fn in_article(text: &str, code: &[Span]) -> Option<Self> {
        let is_code = |at: usize| code.iter().any(|span| (span.start..span.end).contains(&at));
        Self::find(text, is_code, |marker| marker == Some('<'))
    }

    fn find(
        text: &str,
        is_passed_over: impl Fn(usize) -> bool,
        begins: impl Fn(Option<char>) -> bool,
    ) -> Option<Self> {
        let mut found: Option<Self> = None;
        let mut at = 0;
        for (index, line) in text.split('\n').enumerate() {
            let (start, number) = (at, index + 1);
            at += line.len() + 1;
            let body = if index == 0 {
                line.trim_start_matches('\u{FEFF}')
            } else {
                line
            };
            let marker = marker(body.trim_end_matches('\r'));
            if marker.is_none() || is_passed_over(start) {
                continue;
            }
            match &mut found {
                None if begins(marker) => {
                    found = Some(Self {
                        first: number,
                        last: number,
                    });
                }
                None => {}
                // The next conflict.
                Some(_) if marker == Some('<') => break,
                Some(conflict) => {
                    conflict.last = number;
                    if marker == Some('>') {
                        break;
                    }
                }
            }
        }
        found
    }
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, last) = (self.first, self.last);
        if first == last {
            write!(f, "a conflict marker of an unfinished merge stands here")?;
        } else {
            write!(
                f,
                "conflict markers of an unfinished merge, lines {first} to {last}"
            )?;
        }
        write!(f, "; keep the text you want and delete the marker lines")
    }
}

/// The sign of a line that is a marker.
fn marker(line: &str) -> Option<char> {
    let sign = line.chars().next().filter(|sign| "<=>|".contains(*sign))?;
    let rest = line.trim_start_matches(sign);
    let is_marker = line.len() - rest.len() == LENGTH && (rest.is_empty() || rest.starts_with(' '));
    is_marker.then_some(sign)
}
