//! Reads the key `strings`.

use std::collections::BTreeMap;

use serde_yaml::Value;

use crate::config::{Fault, StringsRule};

/// Reads the value of `strings`: a pattern, or a list of patterns and of maps with `source`,
/// `target`, `except` and `names`.
pub(super) fn read(value: &Value) -> Result<Vec<StringsRule>, Fault> {
    let rows = match value {
        Value::Null => return Ok(Vec::new()),
        Value::Sequence(rows) => rows.as_slice(),
        one => std::slice::from_ref(one),
    };
    rows.iter().map(row).collect()
}

fn row(value: &Value) -> Result<StringsRule, Fault> {
    if let Some(text) = value.as_str() {
        return StringsRule::of(text, text, Vec::new(), BTreeMap::new());
    }
    let hint = "write `strings: i18n/{locale}/**/*.ftl`, or a list of `{source: …, target: …}`";
    let wrong = |what: String| Err(Fault::new(what, hint));
    let Some(map) = value.as_mapping() else {
        return wrong("an entry of `strings` is no pattern".to_owned());
    };
    let (mut source, mut target, mut except) = (None, None, Vec::new());
    let mut names = BTreeMap::new();
    for (key, value) in map {
        match (key.as_str().unwrap_or_default(), value) {
            ("source", Value::String(text)) => source = Some(text.as_str()),
            ("target", Value::String(text)) => target = Some(text.as_str()),
            ("except", Value::String(text)) => except.push(text.clone()),
            ("except", Value::Sequence(rows)) => {
                except.extend(rows.iter().filter_map(Value::as_str).map(str::to_owned));
            }
            ("names", Value::Mapping(map)) => {
                for (locale, name) in map {
                    let (Some(locale), Some(name)) = (locale.as_str(), name.as_str()) else {
                        return wrong(
                            "`names` in `strings` has something that is no word".to_owned(),
                        );
                    };
                    names.insert(locale.to_owned(), name.to_owned());
                }
            }
            ("names", _) => {
                let message = "`names` in `strings` does not say how locales are called";
                return Err(Fault::new(message, "write it like `names: {pt-BR: pt_BR}`"));
            }
            ("source" | "target" | "except", _) => {
                return wrong(format!("`{}` in `strings` is no pattern", text_of(key)));
            }
            _ => {
                let message = format!("unknown key `{}` in `strings`", text_of(key));
                return Err(Fault::new(
                    message,
                    "known are source, target, except, names",
                ));
            }
        }
    }
    let Some(target) = target else {
        return wrong("an entry of `strings` has no `target`".to_owned());
    };
    StringsRule::of(source.unwrap_or(target), target, except, names)
}

fn text_of(key: &Value) -> &str {
    key.as_str().unwrap_or("that is no word")
}
