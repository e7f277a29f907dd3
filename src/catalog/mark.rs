//! Who made a translation, and who stands for it: two comments above a message.
//!
//! ```text
//! # made: machine acme-translate 2026-11 #k3v9x2
//! # review: Ada Quelle 2026-11-30 #8w1t0m
//! ```
//!
//! A review is bound to the id, tag and all, to the text and to the units that the text covers: what
//! does not fit any of them counts as absent. What a text was made by is bound to the text alone, and
//! says so if somebody changed it since. Both are claims of whoever can write the file.

use std::borrow::Cow;
use std::fmt;

use super::maker::{DIGEST, EDITED, MADE, Maker, named};
use super::{Id, digest};

/// Begins the comment that says who stands for a text.
const REVIEW: &str = "# review: ";

/// Who stands for a text, since when.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Review {
    /// The person's name.
    pub name: String,
    /// The day, as `2026-11-30`.
    pub date: String,
}

impl Review {
    /// A review by a person on a day; none if there is no name or no such day.
    pub fn of(name: &str, date: &str) -> Option<Self> {
        let name = named(name);
        (!name.is_empty() && is_date(date)).then(|| Self {
            name,
            date: date.to_owned(),
        })
    }

    /// The comment line above the text that it is about.
    pub fn line(&self, about: &Subject<'_>) -> String {
        format!("{REVIEW}{self} #{}", about.digest(self))
    }
}

impl fmt::Display for Review {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.name, self.date)
    }
}

/// What a review is about: a message and the empty ones whose units it covers.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The id of the message.
    pub id: &'a Id,
    /// Its text.
    pub value: &'a str,
    /// The ids of the empty messages that belong to it.
    pub members: &'a [Id],
}

impl Subject<'_> {
    fn digest(&self, review: &Review) -> String {
        let members: Vec<String> = self.members.iter().map(Id::to_string).collect();
        let units = format!("{} {}", self.id, members.join(" "));
        digest(&format!("{review}\n{units}\n{}", self.value), DIGEST)
    }
}

/// Why a mark does not count as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkFault {
    /// No satz of this version wrote it: typed by hand, or by a later one.
    Foreign,
    /// Several say what made one text, and not the same.
    Conflicting,
    /// A review of another text or of another German.
    Void,
}

/// What the marks above a message come to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    /// What made the text.
    pub maker: Maker,
    /// Who stands for it, whether its unit is up to date or not.
    pub review: Option<Review>,
    /// The first thing that is wrong with a mark.
    pub fault: Option<MarkFault>,
}

impl Marks {
    /// Reads the marks in the comment above a message. Of what is in doubt the safe side counts: a text
    /// of which one mark says that a machine made it is a machine's, and a review that does not fit is
    /// none.
    pub fn read(comment: &str, about: &Subject<'_>) -> Self {
        let mut marks = Self::default();
        if !Marks::may_be_in(comment) {
            return marks;
        }
        let mut makers = Vec::new();
        for line in comment.lines() {
            match Mark::parse(line) {
                Some(Mark::Review(review, digest)) if about.digest(&review) == digest => {
                    marks.review.get_or_insert(review);
                }
                Some(Mark::Review(..)) => {
                    marks.fault.get_or_insert(MarkFault::Void);
                }
                Some(Mark::Made(made)) => makers.push(made.of(about.value)),
                Some(Mark::Foreign(maker)) => {
                    makers.extend(maker);
                    marks.fault = Some(MarkFault::Foreign);
                }
                None => {}
            }
        }
        let (maker, is_agreed) = Maker::of_marks(&makers);
        if !is_agreed {
            marks.fault.get_or_insert(MarkFault::Conflicting);
        }
        Self { maker, ..marks }
    }

    /// Whether a comment may have a mark: most have none.
    pub fn may_be_in(comment: &str) -> bool {
        comment.contains(MADE) || comment.contains(REVIEW)
    }
}

/// Reads what made a text out of the comment above it. If one of several marks says that it was a
/// machine, it was.
fn maker_of(comment: &str, value: &str) -> Maker {
    let makers = comment.lines().filter_map(|line| match Mark::parse(line)? {
        Mark::Made(made) => Some(made.of(value)),
        Mark::Foreign(maker) => maker,
        Mark::Review(..) => None,
    });
    Maker::of_marks(&makers.collect::<Vec<_>>()).0
}

/// What a text that was put together from others was made by, given each with its comment.
pub fn maker_of_parts<'a>(parts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Maker {
    let parts = parts.into_iter();
    let makers = parts.map(|(comment, value)| maker_of(comment, value));
    Maker::of_all(&makers.collect::<Vec<_>>())
}

/// Returns the comment of a message with its marks as they are to stand: reviews that do not fit gone,
/// what made the text said once, and that somebody changed it. Lines that satz did not write stay.
/// `maker` is what made the text, if that is known better than its marks say.
pub fn renew_marks(comment: String, about: &Subject<'_>, maker: Option<&Maker>) -> String {
    if !Marks::may_be_in(&comment) && maker.is_none_or(Maker::is_person) {
        return comment;
    }
    let comment = comment.as_str();
    let made = made_line(comment, about.value, maker);
    let mut made = made.as_deref();
    let mut reviews: Vec<&str> = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    for line in comment.lines() {
        match Mark::parse(line) {
            Some(Mark::Made(_)) => lines.extend(made.take()),
            Some(Mark::Review(review, digest)) => {
                if about.digest(&review) == digest && !reviews.contains(&line) {
                    lines.push(line);
                    reviews.push(line);
                }
            }
            Some(Mark::Foreign(_)) | None => lines.push(line),
        }
    }
    comment_of(lines.into_iter().chain(made), comment)
}

/// The one line that says what made a text, in place of all those in its comment.
fn made_line<'a>(comment: &'a str, value: &str, maker: Option<&Maker>) -> Option<Cow<'a, str>> {
    let is_made = |line: &&str| matches!(Mark::parse(line), Some(Mark::Made(_)));
    let lines: Vec<&str> = comment.lines().filter(is_made).collect();
    if let ([line], None) = (lines.as_slice(), maker)
        && let Some(Mark::Made(made)) = Mark::parse(line)
        && made.fits(value)
    {
        // As it stands, with a digest of an earlier length, too.
        return Some(Cow::Borrowed(line));
    }
    let read = maker_of(&lines.join("\n"), value);
    let maker = maker.unwrap_or(&read);
    (!maker.is_person()).then(|| maker.line(value).into())
}

/// Lines as a comment, with the line ends of another one.
fn comment_of<'a>(lines: impl Iterator<Item = &'a str>, like: &str) -> String {
    let end = if like.contains("\r\n") { "\r\n" } else { "\n" };
    lines.fold(String::new(), |comment, line| comment + line + end)
}

/// Returns the comment of a message with a review above the text, in place of those there are, or with
/// none. The line that says that alignment was in doubt goes with a review.
pub fn with_review(comment: &str, about: &Subject<'_>, review: Option<&Review>) -> String {
    let is_gone = |line: &str| {
        let is_doubt = review.is_some() && line.starts_with(super::ALIGNED);
        is_doubt || matches!(Mark::parse(line), Some(Mark::Review(..)))
    };
    let line = review.map(|review| review.line(about));
    let lines = comment.lines().filter(|line| !is_gone(line));
    comment_of(lines.chain(line.as_deref()), comment)
}

/// Returns the comment of a message with what made the text above it, in place of what it said.
pub fn with_maker(comment: &str, value: &str, maker: &Maker) -> String {
    let is_made = |line: &&str| matches!(Mark::parse(line), Some(Mark::Made(_)));
    let line = (!maker.is_person()).then(|| maker.line(value));
    let lines = comment.lines().filter(|line| !is_made(line));
    comment_of(lines.chain(line.as_deref()), comment)
}

/// Whether a line is a mark as satz writes it.
pub fn is_mark(line: &str) -> bool {
    matches!(Mark::parse(line), Some(Mark::Made(_) | Mark::Review(..)))
}

/// Whether a line is a review as satz writes it.
pub fn is_review(line: &str) -> bool {
    matches!(Mark::parse(line), Some(Mark::Review(..)))
}

/// What made a text, and the digest of that text.
struct Made<'a> {
    maker: Maker,
    digest: &'a str,
}

impl Made<'_> {
    fn fits(&self, value: &str) -> bool {
        digest(value, self.digest.len()) == self.digest
    }

    /// What it says of a text: that somebody changed it, if it is another one.
    fn of(self, value: &str) -> Maker {
        let is_changed = !self.fits(value);
        self.maker.edited(is_changed)
    }
}

/// A line that is a mark.
enum Mark<'a> {
    Made(Made<'a>),
    Review(Review, &'a str),
    /// One that satz did not write so, and what it takes the text to be made by.
    Foreign(Option<Maker>),
}

impl<'a> Mark<'a> {
    fn parse(line: &'a str) -> Option<Self> {
        let line = line.trim_end();
        if let Some(text) = line.strip_prefix(REVIEW) {
            let review = digested(text).and_then(|(text, digest)| {
                let (name, date) = text.rsplit_once(' ')?;
                let is_written = digest.len() == DIGEST && is_name(name) && is_date(date);
                is_written.then(|| {
                    let (name, date) = (name.to_owned(), date.to_owned());
                    Self::Review(Review { name, date }, digest)
                })
            });
            return Some(review.unwrap_or(Self::Foreign(None)));
        }
        let text = line.strip_prefix(MADE)?;
        let is_machine = |text: &str| text.split([' ', ',', ':']).any(|word| word == "machine");
        match digested(text) {
            Some((text, digest)) => Some(match Maker::parse(text) {
                Some(maker) => Self::Made(Made { maker, digest }),
                None => Self::Foreign(Some(foreign(text))),
            }),
            None if is_machine(text) => Some(Self::Foreign(Some(foreign(text)))),
            None => None,
        }
    }
}

/// What a text is taken to be made by, of which nobody knows what its mark means.
fn foreign(text: &str) -> Maker {
    let name = text.strip_prefix("machine ").unwrap_or(text);
    Maker::of_machine(name.strip_suffix(EDITED).unwrap_or(name)).edited(true)
}

/// A text and the digest behind it.
fn digested(text: &str) -> Option<(&str, &str)> {
    let (text, digest) = text.rsplit_once(" #")?;
    let is_digest = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_lowercase();
    let is_digest = (4..=DIGEST).contains(&digest.len()) && digest.bytes().all(is_digest);
    is_digest.then_some((text, digest))
}

/// Whether a text is a name as it stands in a mark.
fn is_name(text: &str) -> bool {
    let is_usual = |byte: u8| byte.is_ascii_alphanumeric() || byte == b' ';
    let is_simple = text.bytes().all(is_usual) && !text.contains("  ") && text.trim() == text;
    !text.is_empty() && (is_simple || named(text) == text)
}

/// Whether a text is a day, as `2026-11-30`.
fn is_date(text: &str) -> bool {
    let number = |range: std::ops::Range<usize>| {
        let digits = text.get(range)?;
        let is_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<u32>().ok().filter(|_| is_digits)
    };
    let bytes = text.as_bytes();
    let has_form = bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-';
    has_form
        && number(0..4).is_some_and(|year| year >= 1900)
        && number(5..7).is_some_and(|month| (1..=12).contains(&month))
        && number(8..10).is_some_and(|day| (1..=31).contains(&day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id() -> Id {
        Id::parse("s7k2mq0").expect("an id")
    }

    fn read(comment: &str, value: &str) -> Marks {
        let id = id();
        let about = Subject {
            id: &id,
            value,
            members: &[],
        };
        Marks::read(comment, &about)
    }

    fn review(value: &str) -> String {
        let id = id();
        let about = Subject {
            id: &id,
            value,
            members: &[],
        };
        Review::of("Ada Quelle", "2026-11-30")
            .expect("a review")
            .line(&about)
    }

    #[test]
    fn a_review_fits_one_text_of_one_unit_alone() {
        let line = review("The gate is open.");
        let marks = read(&line, "The gate is open.");
        let name = marks.review.map(|review| review.name);
        assert_eq!(name.as_deref(), Some("Ada Quelle"));
        assert_eq!(
            read(&line, "The gate is shut.").fault,
            Some(MarkFault::Void)
        );
        for id in ["s7k2mq1", "s7k2mq0-q4tz"] {
            let id = Id::parse(id).expect("an id");
            let about = Subject {
                id: &id,
                value: "The gate is open.",
                members: &[],
            };
            assert_eq!(Marks::read(&line, &about).review, None);
        }
        let about = Subject {
            id: &id(),
            value: "The gate is open.",
            members: &[id()],
        };
        assert_eq!(Marks::read(&line, &about).review, None, "it covers more");
        let other = line.replace("Ada", "Eva");
        assert_eq!(
            read(&other, "The gate is open.").review,
            None,
            "typed by hand"
        );
    }

    #[test]
    fn a_machine_stays_one_whatever_else_is_said() {
        let machine = Maker::of_machine("acme 2026-11").line("Open.");
        let memory = Maker::default().copied(false).line("Open.");
        for comment in [
            machine.clone(),
            format!("{machine}\n{machine}"),
            format!("{memory}\n{machine}"),
            format!("{machine}\n{memory}"),
            "# made: machine acme 2026-11".to_owned(),
            "# made: 2 machine acme 2026-11 ##k3v9x2".to_owned(),
            "# made: somehow #k3v9x2".to_owned(),
        ] {
            assert!(read(&comment, "Open.").maker.is_machine(), "{comment}");
        }
        assert!(!read(&machine, "Open.").maker.is_edited);
        assert!(read(&machine, "Is open.").maker.is_edited);
        assert!(
            read("# made: with love, by hand", "Open.")
                .maker
                .is_person()
        );
    }

    #[test]
    fn renewing_keeps_what_fits_and_settles_the_rest() {
        let machine = Maker::of_machine("acme").line("Open.");
        let review = review("Open.");
        let id = id();
        let about = |value| Subject {
            id: &id,
            value,
            members: &[],
        };
        let comment = format!("# mine\n{machine}\n{review}\n# review: please\n");
        assert_eq!(renew_marks(comment.clone(), &about("Open."), None), comment);
        let edited = Maker::of_machine("acme").edited(true).line("Is open.");
        let expected = format!("# mine\n{edited}\n# review: please\n");
        assert_eq!(
            renew_marks(comment.clone(), &about("Is open."), None),
            expected
        );
        assert_eq!(
            renew_marks(expected.clone(), &about("Is open."), None),
            expected
        );
        let twice = format!("{machine}\n{review}\n{review}\n{machine}\n");
        let once = format!("{machine}\n{review}\n");
        assert_eq!(renew_marks(twice, &about("Open."), None), once);
    }

    #[test]
    fn names_cannot_end_a_mark_early() {
        let maker = Maker::of_machine("acme #1\n# review: me, edited");
        assert_eq!(maker.to_string(), "machine acme 1 review: me");
        let line = maker.line("Open.");
        assert_eq!(read(&line, "Open.").maker, maker);
        assert_eq!(Review::of(" \n", "2026-11-30"), None);
        assert_eq!(Review::of("Ada", "30.11.2026"), None);
    }
}
