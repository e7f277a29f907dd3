use crate::project::{Fault, suggest};

/// What the reader of YAML says of a key below the first level, or of a kind of value, in plain
/// words; `None` where it is about something else.
pub(super) fn words(message: &str) -> Option<Fault> {
    let (place, what) = message.split_once(": ")?;
    let (wrong, expected) = what.split_once(", expected ")?;
    let known: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
    let hint = |name: &str| match suggest(name, &known) {
        Some(other) => format!("did you mean `{other}`?"),
        None => format!("known are {}", known.join(", ")),
    };
    let quoted = |head: &str| Some(wrong.strip_prefix(head)?.trim_matches([' ', '`']));
    if let Some(name) = quoted("unknown field") {
        let message = format!("unknown key `{name}` in `{place}`");
        return Some(Fault::new(message, hint(name)));
    }
    if let Some(name) = quoted("unknown variant") {
        let message = format!("`{place}` cannot be `{name}`");
        return Some(Fault::new(message, hint(name)));
    }
    let found = wrong.strip_prefix("invalid type: ")?;
    let found = match found.split_once(' ') {
        Some(("string", text)) => format!("the text {text}"),
        _ => match found {
            "map" => "a map".to_owned(),
            "sequence" => "a list".to_owned(),
            "unit value" => "nothing".to_owned(),
            other => other.to_owned(),
        },
    };
    let expected = match expected {
        "a sequence" => "a list, as in `[one, two]`",
        "a map" => "a map, as in `{key: value}`",
        other => other,
    };
    let message = format!("`{place}` is {found}");
    Some(Fault::new(message, format!("write {expected}")))
}
