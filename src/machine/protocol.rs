//! What a machine is asked and what it answers: one JSON object per line, each way.

use serde::{Deserialize, Serialize};

/// A text that a machine is to translate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Request {
    /// What it is called in the answer.
    pub id: String,
    /// The text, its codes in the form that `form` names.
    pub source: String,
    /// The locale that it is in.
    pub source_locale: String,
    /// The locale that it is to be translated into.
    pub locale: String,
    /// How what must not be translated is written in it: `tags`, `markdown`, `mail`, `words`, `none`.
    pub form: &'static str,
    /// The text before it in the article.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// The text behind it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub after: String,
    /// The author's note to the translator.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The terms of the house that stand in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<RequestTerm>,
    /// Translations of similar texts, the best first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub memory: Vec<RequestMatch>,
    /// An earlier answer to it, if that was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<String>,
    /// Why it was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<String>,
}

/// A term of the house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RequestTerm {
    /// It.
    pub source: String,
    /// What it must become, in any inflection.
    pub target: String,
    /// What it must not become.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub forbidden: Vec<String>,
}

/// A text that was translated before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RequestMatch {
    /// It.
    pub source: String,
    /// Its translation.
    pub target: String,
    /// How similar it is, in percent.
    pub percent: u8,
}

impl Request {
    /// The request as a line, with its end.
    pub fn line(&self) -> String {
        // Texts and lists of them are always JSON.
        serde_json::to_string(self).unwrap_or_default() + "\n"
    }
}

/// What a machine answers to a request.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Answer {
    /// The request that it is for.
    pub id: String,
    /// The translation.
    #[serde(default)]
    pub target: Option<String>,
    /// Why there is none.
    #[serde(default)]
    pub error: Option<String>,
    /// What made it, more closely: a model with its date.
    #[serde(default)]
    pub model: Option<String>,
}

/// Reads a line of a machine's output; none if it is no answer.
///
/// # Examples
/// ```
/// use satz::machine::read_answer;
/// let answer = read_answer(r#"{"id": "s1", "target": "The market."}"#).unwrap();
/// assert_eq!(answer.target.as_deref(), Some("The market."));
/// assert_eq!(read_answer("```json"), None);
/// ```
pub fn read_answer(line: &str) -> Option<Answer> {
    serde_json::from_str(line.trim()).ok()
}
