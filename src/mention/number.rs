//! Numbers that a text mentions, and when two of them are one.

use crate::text::Span;

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// In digits.
    Digits,
    /// In words.
    Word,
    /// In words, as an ordinal.
    Ordinal,
    /// In Roman numerals, or letters that look like them.
    Roman,
    /// In Chinese numerals, of which many are parts of other words.
    Han,
    /// As a power of ten without a number before it: "Millionen".
    Scale,
}

/// A number that a text mentions.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// Place in the text.
    pub span: Span,
    /// Its value.
    pub value: f64,
    /// Another value that it can have: 14 of "2 p.m.", 1990 of "90s".
    pub other: Option<f64>,
    /// What digits would mean in a country with the other decimal mark, if they have a mark.
    pub foreign: Option<f64>,
    /// Whether the digits' marks are not those of the language.
    pub odd: bool,
    /// How it is written.
    pub form: Form,
}

impl Number {
    /// Whether two mentions can be of one number.
    pub fn agrees(&self, other: &Self) -> bool {
        self.is(other.value) || other.other.is_some_and(|value| self.is(value))
    }

    /// Whether it can be this value.
    pub fn is(&self, value: f64) -> bool {
        same(self.value, value) || self.other.is_some_and(|other| same(other, value))
    }
}

/// Whether two values are one but for rounding.
pub fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}
