//! What stands in a text for a code while a machine has it.

use std::ops::Range;

use crate::exchange::Role;

/// How codes are written for a machine.
///
/// Which of the forms comes through whole differs from one engine to the next: they are tried in this
/// order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// `<x1>Markt</x1>`, `<x2/>`.
    Tags,
    /// `**Markt**`, and `[2]` for all but the first pair.
    Markdown,
    /// `x1@satz.example`.
    Mail,
    /// `XQA`, a word that no language has.
    Words,
    /// Not at all: codes are put back by the words beside them.
    Bare,
}

impl Form {
    /// Those that are tried with a machine, in that order.
    pub const TRIED: [Self; 4] = [Self::Tags, Self::Markdown, Self::Mail, Self::Words];

    /// Its name in the protocol and in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tags => "tags",
            Self::Markdown => "markdown",
            Self::Mail => "mail",
            Self::Words => "words",
            Self::Bare => "none",
        }
    }

    /// The form of that name.
    pub fn named(name: &str) -> Option<Self> {
        let mut forms = Self::TRIED.into_iter().chain([Self::Bare]);
        forms.find(|form| form.name() == name)
    }

    /// What stands for a code: the one with this number, counted from 1 with both ends of a pair as
    /// one. `is_first` says whether it is the first pair of its text.
    pub(super) fn token(self, number: usize, role: Role, is_first: bool) -> String {
        match (self, role) {
            (Self::Tags, Role::Start(_)) => format!("<x{number}>"),
            (Self::Tags, Role::End(_)) => format!("</x{number}>"),
            (Self::Tags, Role::Alone) => format!("<x{number}/>"),
            (Self::Markdown, Role::Start(_) | Role::End(_)) if is_first => "**".to_owned(),
            (Self::Markdown, Role::End(_)) => format!("[/{number}]"),
            (Self::Markdown, _) => format!("[{number}]"),
            (Self::Mail, Role::End(_)) => format!("y{number}@satz.example"),
            (Self::Mail, _) => format!("x{number}@satz.example"),
            (Self::Words, Role::End(_)) => format!("ZQ{}", letters(number)),
            (Self::Words, _) => format!("XQ{}", letters(number)),
            (Self::Bare, _) => String::new(),
        }
    }

    /// Whether a blank is put between what stands for a code and a letter: it would be one word else.
    pub(super) fn is_word(self) -> bool {
        matches!(self, Self::Mail | Self::Words)
    }
}

/// A number as capital letters: A to Z, then AA.
fn letters(number: usize) -> String {
    let mut rest = number;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// Finds where a token stands in an answer: as it was given, or with blanks put into it and its letters
/// in another case, as engines write them. Words must stand by themselves.
pub(super) fn find_token(text: &str, token: &str, from: usize) -> Option<Range<usize>> {
    let is_whole = |range: &Range<usize>| {
        let is_part = |c: char| c.is_alphanumeric() || c == '@';
        let is_open = |c: Option<char>| c.is_none_or(|c| !is_part(c));
        let begins_a_word = token.starts_with(|c: char| c.is_alphanumeric());
        let ends_a_word = token.ends_with(|c: char| c.is_alphanumeric());
        (!begins_a_word || is_open(text[..range.start].chars().next_back()))
            && (!ends_a_word || is_open(text[range.end..].chars().next()))
    };
    let starts = text.char_indices().map(|(at, _)| at);
    let mut found = { starts.skip_while(|at| *at < from) }
        .filter_map(|at| Some(at..at + loose_length(&text[at..], token)?));
    found.find(is_whole)
}

/// The length of a token that a text begins with.
fn loose_length(text: &str, token: &str) -> Option<usize> {
    let mut chars = text.char_indices().peekable();
    let mut end = 0;
    for (place, wanted) in token.chars().enumerate() {
        // Between the parts of a tag engines put blanks; never between two letters.
        if place > 0 && !wanted.is_alphanumeric() || text[..end].ends_with(['<', '[', '/', '@']) {
            while chars.next_if(|(_, c)| *c == ' ').is_some() {}
        }
        let (at, c) = chars.next()?;
        if !c.eq_ignore_ascii_case(&wanted) {
            return None;
        }
        end = at + c.len_utf8();
    }
    Some(end)
}

/// Whether something is left in a text that looks like a part of a token of a form.
pub(super) fn has_remains(text: &str, form: Form, source: &str) -> bool {
    let signs: &[char] = match form {
        Form::Tags => &['<', '>'],
        Form::Markdown => &['*', '[', ']'],
        Form::Mail => &['@'],
        Form::Words | Form::Bare => &[],
    };
    let count = |text: &str| text.matches(signs).count();
    let has_word = |text: &str| {
        let mut words = text.split(|c: char| !c.is_alphanumeric());
        words.any(|word| word.starts_with("XQ") || word.starts_with("ZQ"))
    };
    count(text) > count(source)
        || (form == Form::Mail && text.contains("satz.example"))
        || (form == Form::Words && has_word(text) && !has_word(source))
}
