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
        let markers: Vec<Marker> = markers(text).collect();
        Self::from(&markers, 0)
    }

    /// Finds the first conflict of an article. What stands in `code` is no marker, nor are equals
    /// signs alone: they underline a heading. Of a conflict whose first part is gone, the rest is one.
    pub fn in_article(text: &str, code: &[Span]) -> Option<Self> {
        let is_code = |at: usize| code.iter().any(|span| (span.start..span.end).contains(&at));
        let markers: Vec<Marker> = markers(text)
            .filter(|marker| !is_code(marker.start))
            .collect();
        let is = |sign: char| move |marker: &Marker| marker.sign == sign;
        let begin = markers.iter().position(is('<')).or_else(|| {
            let end = markers.iter().position(is('>'))?;
            markers[..end].iter().rposition(is('='))
        });
        Self::from(&markers, begin?)
    }

    /// The conflict that begins with a marker.
    fn from(markers: &[Marker], begin: usize) -> Option<Self> {
        let first = markers.get(begin)?;
        let mut last = first;
        for marker in &markers[begin + 1..] {
            // The next conflict.
            if marker.sign == '<' {
                break;
            }
            last = marker;
            if marker.sign == '>' {
                break;
            }
        }
        Some(Self {
            first: first.line,
            last: last.line,
        })
    }
}

/// A line that is a marker.
struct Marker {
    sign: char,
    /// Number of the line, from 1.
    line: usize,
    /// Where it begins.
    start: usize,
}

fn markers(text: &str) -> impl Iterator<Item = Marker> {
    let mut at = 0;
    text.split('\n').zip(1..).filter_map(move |(line, number)| {
        let start = at;
        at += line.len() + 1;
        let body = if number == 1 {
            line.trim_start_matches('\u{FEFF}')
        } else {
            line
        };
        let sign = sign(body.trim_end_matches('\r'))?;
        Some(Marker {
            sign,
            line: number,
            start,
        })
    })
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
fn sign(line: &str) -> Option<char> {
    let sign = line.chars().next().filter(|sign| "<=>|".contains(*sign))?;
    let rest = line.trim_start_matches(sign);
    let is_marker = line.len() - rest.len() == LENGTH && (rest.is_empty() || rest.starts_with(' '));
    is_marker.then_some(sign)
}
