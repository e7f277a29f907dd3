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
    /// signs alone: they underline a heading. Of a conflict whose first part is gone, the rest is one,
    /// even if it is but the last marker with the name of a version; any other such line is a quotation.
    pub fn in_article(text: &str, code: &[Span]) -> Option<Self> {
        let is_code = |at: usize| code.iter().any(|span| (span.start..span.end).contains(&at));
        let markers: Vec<Marker> = markers(text)
            .filter(|marker| !is_code(marker.start))
            .collect();
        let is = |sign: char| move |marker: &Marker| marker.sign == sign;
        let begin = markers.iter().position(is('<')).or_else(|| {
            let end = markers.iter().position(is('>'))?;
            let divider = markers[..end].iter().rposition(is('='));
            divider.or_else(|| markers.iter().position(|marker| is_lone_end(text, marker)))
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

/// Whether the last marker of a conflict stands alone: it names a version, and neither line beside it is
/// quoted.
fn is_lone_end(text: &str, marker: &Marker) -> bool {
    let (before, from) = text.split_at(marker.start);
    let mut lines = from.lines();
    let label = lines.next().unwrap_or_default();
    let label = label.trim_start_matches(['\u{FEFF}', '>']).trim();
    let mut beside = before.lines().next_back().into_iter().chain(lines.next());
    let is_quoted = beside.any(|line| line.trim_start().starts_with('>'));
    marker.sign == '>' && !is_quoted && is_version(label)
}

/// Whether git names a version so behind a marker: a branch, a commit with its subject, a stash.
fn is_version(label: &str) -> bool {
    let (first, subject) = label.split_once(' ').unwrap_or((label, ""));
    let is_hash = |word: &str| {
        (7..=40).contains(&word.len())
            && word.bytes().all(|byte| byte.is_ascii_hexdigit())
            && word.bytes().any(|byte| byte.is_ascii_digit())
    };
    let is_in_name = |c: char| c.is_alphanumeric() || "/._-+#@:{}".contains(c);
    let is_branch = subject.is_empty()
        && first.chars().all(is_in_name)
        && first.ends_with(|c: char| c.is_alphanumeric() || c == '}');
    is_branch
        || is_hash(first.trim_end_matches("..."))
        || ["Stashed changes", "Updated upstream"].contains(&label)
}

/// The sign of a line that is a marker.
fn sign(line: &str) -> Option<char> {
    let sign = line.chars().next().filter(|sign| "<=>|".contains(*sign))?;
    let rest = line.trim_start_matches(sign);
    let is_marker = line.len() - rest.len() == LENGTH && (rest.is_empty() || rest.starts_with(' '));
    is_marker.then_some(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_last_marker_alone_names_a_version() {
        let lines = [
            "main",
            "preise",
            "feature/neue-preise",
            "3f2a91c (Neue Preise)",
            "3f2a91c... Neue Preise",
            "Stashed changes",
            "main:articles/markt.md",
        ];
        let wrong = |label: &&str| {
            let text = format!("Der Markt ist offen.\n>>>>>>> {label}\nEr ist am Kanal.\n");
            Conflict::in_article(&text, &[]).is_none()
        };
        let wrong: Vec<&str> = lines.into_iter().filter(wrong).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn a_quotation_of_a_quotation_is_no_marker() {
        let texts = [
            ">>>>>>> Der Markt ist offen.\n",
            ">>>>>>> Ja.\n",
            ">>>>>>> Wann?\n",
            ">>>>>>>\n",
            ">>>>>> Wann\n>>>>>>> morgen\n",
            ">>>>>>> morgen\n> Wann\n",
            ">>>>>>>> main\n",
            ">>>>>>>main\n",
        ];
        for text in texts {
            assert_eq!(Conflict::in_article(text, &[]), None, "{text}");
        }
    }
}
