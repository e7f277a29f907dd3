//! Why a block is of its kind, or is not offered for translation.

use std::borrow::Cow;
use std::fmt;

/// Why a block is of its kind, or is not offered for translation.
///
/// # Examples
/// ```
/// use satz::document::Reason;
/// assert_eq!(Reason::Untranslated("no").to_string(), "translate: the page says `no`");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A form that was recognised, or is carried through.
    Form(Cow<'static, str>),
    /// The line stands around the article: what it belongs to, as `furniture.txt` names it, and what
    /// shows that.
    Around(&'static str, Cow<'static, str>),
    /// Its language, which is not the page's.
    Language(String),
    /// The page says so, by this word.
    Untranslated(&'static str),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(form) => f.write_str(form),
            Self::Around(about, sign) => write!(f, "{about}: {sign}"),
            Self::Language(language) => write!(f, "lang: its language is `{language}`"),
            Self::Untranslated(word) => write!(f, "translate: the page says `{word}`"),
        }
    }
}

impl From<&'static str> for Reason {
    fn from(form: &'static str) -> Self {
        Self::Form(form.into())
    }
}

impl From<String> for Reason {
    fn from(form: String) -> Self {
        Self::Form(form.into())
    }
}
