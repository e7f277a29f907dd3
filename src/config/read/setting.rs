//! Settings above those of the file, and where each value comes from.

use serde_yaml::{Mapping, Value};

use super::{KEYS, fault, known_keys, line_of};
use crate::config::Fault;
use crate::config::fault::suggest;
use crate::language::USUAL_SOURCE;

/// The value of a key of `satz.yaml` that stands above the file's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The key, those below another with a full stop: `gate.fail`.
    pub key: String,
    /// The value, as it would stand in the file; of a list also its entries with commas between.
    pub value: String,
    /// Where it comes from, for people: `--set`, `SATZ_OUTPUT`.
    pub origin: String,
}

/// A key with the value it has in a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The key.
    pub key: &'static str,
    /// Its value on one line, as it would stand in the file; empty if it has none.
    pub value: String,
    /// Line of the file that sets it, from 1.
    pub line: Option<usize>,
    /// What set it above the file.
    pub setting: Option<String>,
}

/// The keys that can be set one by one, with what they are where nobody sets them.
const DEFAULTS: &[(&str, &str)] = &[
    ("source", USUAL_SOURCE),
    ("locales", ""),
    ("articles", "articles"),
    ("catalogs", "locales"),
    ("output", "build"),
    ("colon", "false"),
    ("abbreviations", "[]"),
    ("exceptions", "[]"),
    ("fields", "[title, description]"),
    ("comments", "[]"),
    ("parameters", "[title, alt, caption, label]"),
    ("furniture", "[]"),
    ("ignore", "[]"),
    ("notes", "true"),
    ("memory.show", "exact"),
    ("memory.fill", "no"),
    ("memory.files", "['memory/**/*.{tmx,TMX}']"),
    ("machine", "{}"),
    ("missing", "source"),
    ("stale", "source"),
    ("fallback", "{}"),
    ("folders", "{}"),
    ("owners", "{}"),
    ("strings", ""),
    ("publish", "{}"),
    ("checks", "[]"),
    ("gate.fail", "error"),
    ("gate.baseline", ""),
    ("gate.since", ""),
    ("gate.complete", "[]"),
    ("gate.checks", "usual"),
    ("gate.require", "any"),
    ("two-person", "false"),
];

/// The keys whose values are lists of words.
const LISTS: &[&str] = &[
    "locales",
    "abbreviations",
    "exceptions",
    "fields",
    "comments",
    "parameters",
    "furniture",
    "ignore",
];

/// The file's text with the settings put into it, the later ones over the earlier.
pub(crate) fn layered(text: &str, settings: &[Setting]) -> Result<String, Fault> {
    if settings.is_empty() {
        return Ok(text.to_owned());
    }
    let mut keys = mapping(text)?;
    for setting in settings {
        put(&mut keys, setting)?;
    }
    serde_yaml::to_string(&keys).map_err(|error| fault(text, &error))
}

/// Every key with its value and where that comes from.
pub(crate) fn origins(text: &str, settings: &[Setting]) -> Result<Vec<Origin>, Fault> {
    let mut keys = mapping(text)?;
    let file = keys.clone();
    for setting in settings {
        put(&mut keys, setting)?;
    }
    let rows = DEFAULTS.iter().map(|(key, default)| {
        let mut above = settings.iter().rev();
        let above = above
            .find(|setting| setting.key == *key || key.starts_with(&format!("{}.", setting.key)));
        let value = get(&keys, key).map_or_else(|| (*default).to_owned(), shown);
        let head = key.split('.').next().unwrap_or_default();
        Origin {
            key,
            value,
            line: get(&file, key).and_then(|_| line_of(text, head)),
            setting: above.map(|setting| setting.origin.clone()),
        }
    });
    Ok(rows.collect())
}

/// The keys that can be set one by one.
pub(crate) fn setting_keys() -> Vec<&'static str> {
    DEFAULTS.iter().map(|(key, _)| *key).collect()
}

fn mapping(text: &str) -> Result<Mapping, Fault> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let whole: Value = serde_yaml::from_str(text).map_err(|error| fault(text, &error))?;
    if whole.is_null() {
        return Ok(Mapping::new());
    }
    let keys: Mapping = serde_yaml::from_str(text).map_err(|error| fault(text, &error))?;
    known_keys(text, &keys)?;
    Ok(keys)
}

fn put(keys: &mut Mapping, setting: &Setting) -> Result<(), Fault> {
    let at =
        |fault: Fault| Fault::new(format!("{}: {}", setting.origin, fault.message), fault.hint);
    let known = DEFAULTS.iter().any(|(key, _)| *key == setting.key);
    if !known && !KEYS.contains(&setting.key.as_str()) {
        let names: Vec<&str> = DEFAULTS.iter().map(|(key, _)| *key).collect();
        let hint = match suggest(&setting.key, &names) {
            Some(other) => format!("did you mean `{other}`?"),
            None => format!("known are {}", names.join(", ")),
        };
        return Err(at(Fault::new(
            format!("unknown key `{}`", setting.key),
            hint,
        )));
    }
    let read: Value =
        serde_yaml::from_str(&setting.value).map_err(|error| at(fault(&setting.value, &error)))?;
    let value = match &read {
        Value::String(words) if LISTS.contains(&setting.key.as_str()) => {
            let words = words.split(',').map(|word| Value::from(word.trim()));
            Value::Sequence(words.collect())
        }
        _ => read,
    };
    match setting.key.split_once('.') {
        None => {
            keys.insert(Value::from(setting.key.as_str()), value);
        }
        Some((head, key)) => {
            let inner = keys
                .entry(Value::from(head))
                .or_insert_with(|| Value::Mapping(Mapping::new()));
            if let Value::Mapping(inner) = inner {
                inner.insert(Value::from(key), value);
            }
        }
    }
    Ok(())
}

fn get<'a>(keys: &'a Mapping, key: &str) -> Option<&'a Value> {
    match key.split_once('.') {
        None => keys.get(key),
        Some((head, key)) => keys.get(head)?.as_mapping()?.get(key),
    }
}

/// A value on one line.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) => serde_yaml::to_string(value)
            .unwrap_or_default()
            .trim_end()
            .to_owned(),
        Value::Sequence(all) => {
            let all: Vec<String> = all.iter().map(shown).collect();
            format!("[{}]", all.join(", "))
        }
        Value::Mapping(all) => {
            let row = |(key, value): (&Value, &Value)| format!("{}: {}", shown(key), shown(value));
            let all: Vec<String> = all.iter().map(row).collect();
            format!("{{{}}}", all.join(", "))
        }
        Value::Tagged(tagged) => shown(&tagged.value),
    }
}
