//! Abbreviations, and what each says about the full stop behind it.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::shape::Shapes;

/// How an abbreviation behaves before a word with a capital.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Abbreviation {
    /// Something always follows: "Dr.", "z. B.", "Nr.".
    Never,
    /// It may be the last word; the next word decides: "Mio.", "Co.", "Std.".
    MayEnd,
    /// It closes an enumeration or a statement: "usw.", "etc.". Before a capital it is the end.
    Closes,
    /// A word of its own that is an abbreviation only before a number: "Art. 5".
    BeforeNumber,
}

/// Abbreviations and their classes.
#[derive(Debug, Default)]
pub struct Abbreviations {
    classes: FxHashMap<String, Abbreviation>,
    shapes: Shapes,
}

impl Abbreviations {
    /// Reads lists of abbreviations, one text per class: entries divided by commas or line ends, `#`
    /// starts a comment.
    pub fn new(lists: &[(Abbreviation, &str)]) -> Self {
        let mut classes = FxHashMap::default();
        for (class, text) in lists {
            let entries = text
                .lines()
                .filter_map(|line| line.split('#').next())
                .flat_map(|line| line.split(','));
            for entry in entries {
                let key = key(entry);
                if !key.is_empty() {
                    classes.insert(key.into_owned(), *class);
                }
            }
        }
        let shapes = classes.keys().map(String::as_bytes).collect();
        Self { classes, shapes }
    }

    /// The class of an abbreviation, written with or without blanks and last dot. `initial`: it
    /// stands at the start of a sentence, so that an entry in lower case covers it too.
    pub fn class(&self, written: &str, initial: bool) -> Option<Abbreviation> {
        // Most words are turned away by their first two letters, which are the key's as well.
        if let [first, second, ..] = written.as_bytes()
            && first.is_ascii_alphanumeric()
            && second.is_ascii_alphanumeric()
            && !self.shapes.may_begin(written.as_bytes())
        {
            return None;
        }
        let key = key(written);
        if !self.shapes.may_hold(key.as_bytes()) {
            return None;
        }
        if let Some(class) = self.classes.get(key.as_ref()) {
            return Some(*class);
        }
        if !initial {
            return None;
        }
        let mut chars = key.chars();
        let first = chars.next().filter(|c| c.is_uppercase())?;
        let lowered: String = first.to_lowercase().chain(chars).collect();
        self.classes.get(&lowered).copied()
    }
}

/// An abbreviation without white space, soft hyphens and its last dot.
fn key(written: &str) -> Cow<'_, str> {
    let is_none = |c: char| c.is_whitespace() || c == '\u{AD}' || c == '\u{2060}';
    // What is left out begins with one of these bytes.
    let may_hold = |byte: u8| byte <= b' ' || matches!(byte, 0xC2 | 0xE1..=0xE3);
    if !written.bytes().any(may_hold) {
        return Cow::Borrowed(written.strip_suffix('.').unwrap_or(written));
    }
    let mut bare: String = written.chars().filter(|c| !is_none(*c)).collect();
    if bare.ends_with('.') {
        bare.pop();
    }
    Cow::Owned(bare)
}
