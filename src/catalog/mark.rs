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

use super::{Id, digest};

/// Begins the comment that says what a text was made by, if not by a person.
const MADE: &str = "# made: ";

/// Begins the comment that says who stands for a text.
const REVIEW: &str = "# review: ";

/// Stands behind what made a text that somebody changed since.
const EDITED: &str = ", edited";

/// Characters of a digest.
const DIGEST: usize = 6;

/// Where a text comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Origin {
    /// A person wrote it.
    #[default]
    Person,
    /// A machine translated it.
    Machine,
    /// The same sentence was translated so elsewhere.
    Memory,
    /// A sentence that differs in its figures alone was translated so elsewhere.
    Repair,
    /// It was taken out of a file.
    Import(String),
}

/// What made a text.
///
/// # Examples
/// ```
/// use satz::catalog::{Maker, Origin};
/// let maker = Maker::parse("memory of machine acme 2026-11, edited").unwrap();
/// assert_eq!((&maker.origin, maker.machine()), (&Origin::Memory, Some("acme 2026-11")));
/// assert!(maker.is_edited);
/// assert_eq!(maker.to_string(), "memory of machine acme 2026-11, edited");
/// assert_eq!(Maker::default().to_string(), "person");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Maker {
    /// Where the text comes from.
    pub origin: Origin,
    /// The machine's name, if the text goes back to one.
    machine: Option<String>,
    /// Whether somebody changed the text since.
    pub is_edited: bool,
}

impl Maker {
    /// A machine of this name.
    pub fn of_machine(name: &str) -> Self {
        Self {
            origin: Origin::Machine,
            machine: Some(named(name)),
            is_edited: false,
        }
    }

    /// A file that a text is taken out of.
    pub fn of_file(path: &str) -> Self {
        Self {
            origin: Origin::Import(named(path)),
            ..Self::default()
        }
    }

    /// What makes a copy of this one's text: a machine's text stays a machine's.
    #[must_use]
    pub fn copied(&self, is_repaired: bool) -> Self {
        Self {
            origin: if is_repaired {
                Origin::Repair
            } else {
                Origin::Memory
            },
            machine: self.machine.clone(),
            is_edited: self.is_edited && self.machine.is_some(),
        }
    }

    /// The name of the machine that the text goes back to.
    pub fn machine(&self) -> Option<&str> {
        self.machine.as_deref()
    }

    /// Whether the text goes back to a machine, whoever copied or changed it since.
    pub fn is_machine(&self) -> bool {
        self.machine.is_some()
    }

    /// Whether a person wrote the text, as far as the catalog says.
    pub fn is_person(&self) -> bool {
        self.origin == Origin::Person
    }

    /// Reads what stands behind `# made:`, without its digest; none if it is not understood.
    pub fn parse(text: &str) -> Option<Self> {
        let (text, is_edited) = match text.strip_suffix(EDITED) {
            Some(text) => (text, true),
            None => (text, false),
        };
        let (first, machine) = match text.split_once("machine ") {
            Some(("", name)) => (Origin::Machine, Some(name)),
            Some(("memory of ", name)) => (Origin::Memory, Some(name)),
            Some(("memory repaired of ", name)) => (Origin::Repair, Some(name)),
            _ => match (text, text.strip_prefix("import ")) {
                ("memory", _) => (Origin::Memory, None),
                ("memory repaired", _) => (Origin::Repair, None),
                (_, Some(file)) => (Origin::Import(file.to_owned()), None),
                _ => return None,
            },
        };
        Some(Self {
            origin: first,
            machine: machine.map(str::to_owned),
            is_edited,
        })
    }

    /// Reads what made a text out of the comment above it. If one of several marks says that it was a
    /// machine, it was.
    pub fn read(comment: &str, value: &str) -> Self {
        let makers = comment.lines().filter_map(|line| match Mark::parse(line)? {
            Mark::Made(made) => Some(made.of(value)),
            Mark::Foreign(maker) => maker,
            Mark::Review(..) => None,
        });
        Self::of_marks(&makers.collect::<Vec<_>>()).0
    }

    /// What made a text of which several marks say something, and whether all say the same.
    fn of_marks(makers: &[Self]) -> (Self, bool) {
        let machine = makers.iter().find(|maker| maker.is_machine());
        let Some(first) = machine.or(makers.first()) else {
            return (Self::default(), true);
        };
        let is_agreed = makers.iter().all(|maker| maker == first);
        let maker = Self {
            is_edited: first.is_edited || !is_agreed,
            ..first.clone()
        };
        (maker, is_agreed)
    }

    /// The comment line above a text.
    pub fn line(&self, value: &str) -> String {
        format!("{MADE}{self} #{}", digest(value, DIGEST))
    }

    /// What made a text that was put together from several: a machine, if it made one of them.
    fn of_all(makers: &[Self]) -> Self {
        let Some(first) = makers.first() else {
            return Self::default();
        };
        if makers.iter().all(|maker| maker == first) {
            return first.clone();
        }
        let machine = makers.iter().find(|maker| maker.is_machine());
        machine.map_or_else(Self::default, |maker| Self {
            is_edited: true,
            ..maker.clone()
        })
    }
}

impl fmt::Display for Maker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.origin {
            Origin::Person => f.write_str("person")?,
            Origin::Machine => f.write_str("machine")?,
            Origin::Memory => f.write_str("memory")?,
            Origin::Repair => f.write_str("memory repaired")?,
            Origin::Import(file) => write!(f, "import {file}")?,
        }
        match &self.machine {
            Some(name) if self.origin == Origin::Machine => write!(f, " {name}")?,
            Some(name) => write!(f, " of machine {name}")?,
            None => {}
        }
        f.write_str(if self.is_edited { EDITED } else { "" })
    }
}

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

/// What a text that was put together from others was made by, given each with its comment.
pub fn maker_of_parts<'a>(parts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Maker {
    let parts = parts.into_iter();
    let makers = parts.map(|(comment, value)| Maker::read(comment, value));
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
    let read = Maker::read(&lines.join("\n"), value);
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
        Maker {
            is_edited: self.maker.is_edited || !self.fits(value),
            ..self.maker
        }
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
    Maker {
        is_edited: true,
        ..Maker::of_machine(name.strip_suffix(EDITED).unwrap_or(name))
    }
}

/// A text and the digest behind it.
fn digested(text: &str) -> Option<(&str, &str)> {
    let (text, digest) = text.rsplit_once(" #")?;
    let is_digest = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_lowercase();
    let is_digest = (4..=DIGEST).contains(&digest.len()) && digest.bytes().all(is_digest);
    is_digest.then_some((text, digest))
}

/// A name as it stands in a mark: on one line, without what begins a digest or a list.
fn named(name: &str) -> String {
    let is_plain = |c: &char| !c.is_control() && !matches!(c, '#' | '\u{2028}' | '\u{2029}');
    let plain: String = name.chars().filter(is_plain).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let mut name = words.join(" ");
    while let Some(shorter) = name.strip_suffix(EDITED) {
        name.truncate(shorter.len());
    }
    name
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
        let edited = Maker {
            is_edited: true,
            ..Maker::of_machine("acme")
        };
        let edited = edited.line("Is open.");
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
