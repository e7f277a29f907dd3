//! What made a translation: a person, a machine, the memory, a file.

use std::fmt;

use super::digest;

/// Begins the comment that says what a text was made by, if not by a person.
pub(super) const MADE: &str = "# made: ";

/// Stands behind what made a text that somebody changed since.
pub(super) const EDITED: &str = ", edited";

/// Characters of a digest.
pub(super) const DIGEST: usize = 6;

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
    /// A sentence that differs in facts alone was translated so elsewhere.
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

    /// The same, of a text that somebody changed since if `is_changed`.
    pub(super) fn edited(self, is_changed: bool) -> Self {
        Self {
            is_edited: self.is_edited || is_changed,
            ..self
        }
    }

    /// The name of the machine that the text goes back to.
    pub fn machine(&self) -> Option<&str> {
        self.machine.as_deref()
    }

    /// Since when the text is there, as far as the machine's name ends with a year and a month:
    /// `2026-11` of `acme 2026-11`.
    pub fn date(&self) -> Option<&str> {
        let (_, date) = self.machine()?.rsplit_once(' ')?;
        let is_date = |(at, byte): (usize, u8)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        };
        let has_month = matches!(date.len(), 7 | 10);
        (has_month && date.bytes().enumerate().all(is_date)).then_some(date)
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

    /// What made a text of which several marks say something, and whether all say the same.
    pub(super) fn of_marks(makers: &[Self]) -> (Self, bool) {
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
    pub(super) fn of_all(makers: &[Self]) -> Self {
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

/// A name as it stands in a mark: on one line, without what begins a digest or a list.
pub(super) fn named(name: &str) -> String {
    let is_plain = |c: &char| !c.is_control() && !matches!(c, '#' | '\u{2028}' | '\u{2029}');
    let plain: String = name.chars().filter(is_plain).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let mut name = words.join(" ");
    while let Some(shorter) = name.strip_suffix(EDITED) {
        name.truncate(shorter.len());
    }
    name
}
