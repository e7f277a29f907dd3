//! An option of NUMBER or DATETIME that there is none of.
//!
//! Why it matters: programs pass over what they do not know, and the number or the date is shown in
//! another way than was meant.
//! Example: `NUMBER($n, minimumFractionDigit: 2)`.
//! Fix: none; the nearest option is offered as a hint.

use super::{Check, Find, Finding, Localized, Message};
use crate::catalog::Named;
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "unknown-option",
    category: "placeable",
    severity: Severity::Error,
    manual: include_str!("unknown_option.rs"),
    find: Find::Message(find),
};

/// Options by ECMA-402, as Fluent's functions know them.
const OPTIONS: [&str; 33] = [
    "currencyDisplay",
    "useGrouping",
    "minimumIntegerDigits",
    "minimumFractionDigits",
    "maximumFractionDigits",
    "minimumSignificantDigits",
    "maximumSignificantDigits",
    "type",
    "style",
    "currency",
    "unit",
    "unitDisplay",
    "notation",
    "compactDisplay",
    "signDisplay",
    "currencySign",
    "numberingSystem",
    "hour12",
    "hourCycle",
    "weekday",
    "era",
    "year",
    "month",
    "day",
    "hour",
    "minute",
    "second",
    "timeZoneName",
    "timeZone",
    "dateStyle",
    "timeStyle",
    "fractionalSecondDigits",
    "dayPeriod",
];

fn find(subject: &Localized<'_>, message: &Message<'_>, findings: &mut Vec<Finding>) {
    let text = &subject.target.value.text;
    for pattern in Message::patterns(message.target) {
        for used in pattern.uses() {
            if used.named != Named::Function || !matches!(used.name, "NUMBER" | "DATETIME") {
                continue;
            }
            for span in options(text, used.span.end) {
                let name = span.of(text);
                if OPTIONS.contains(&name) {
                    continue;
                }
                let said = format!("`{}` has no option `{name}`", used.name);
                let found = message.finding(&CHECK, span, said);
                let close = similar::get_close_matches(name, &OPTIONS, 1, 0.6);
                findings.push(match close.first() {
                    Some(other) => found.hint(format!("did you mean `{other}`?")),
                    None => found,
                });
            }
        }
    }
}

/// The names of the options in the brackets that begin at a place.
fn options(text: &str, from: usize) -> Vec<Span> {
    let mut found = Vec::new();
    let mut quoted = false;
    let mut start = from;
    for (at, c) in text[from..].char_indices().map(|(at, c)| (from + at, c)) {
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            ')' => break,
            ',' | '(' => start = at + 1,
            ':' => {
                let name = text[start..at].trim();
                let begin = start + text[start..at].find(name).unwrap_or(0);
                found.push(Span::new(begin, begin + name.len()));
            }
            _ => {}
        }
    }
    found
}
