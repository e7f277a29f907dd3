//! What a placeable can give: texts, numbers, moments; and the functions NUMBER and DATETIME.

use fluent_syntax::unicode::unescape_unicode_to_string;

use super::Unresolved;
use crate::language::{Moment, MomentStyle, NumberStyle, format_number, plural_category};

/// A value in Fluent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Datum {
    /// A text.
    Text(String),
    /// A decimal in ASCII, how it is shown, and whether it counts a place (the 3rd).
    Number(String, NumberStyle, bool),
    /// A date or time, as it was written, and how it is shown.
    Moment(String, Moment, MomentStyle),
}

/// A string literal, decoded.
pub(super) fn literal(value: &str) -> Datum {
    Datum::Text(unescape_unicode_to_string(value).into_owned())
}

impl Datum {
    /// A field of the front matter.
    pub(super) fn of(text: String, is_number: bool) -> Self {
        if is_number && format_number("en", &text, &NumberStyle::default()).is_some() {
            return Self::number(&text);
        }
        match Moment::parse(&text) {
            Some(moment) => Self::Moment(text, moment, MomentStyle::default()),
            None => Self::Text(text),
        }
    }

    /// A decimal; the digits behind its point are shown as they are written.
    pub(super) fn number(text: &str) -> Self {
        let fraction = text.split_once('.').map(|(_, digits)| digits.len());
        let style = NumberStyle {
            minimum_fraction_digits: fraction,
            ..NumberStyle::default()
        };
        Self::Number(text.to_owned(), style, false)
    }

    /// As it was written.
    pub(super) fn raw(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number(text, ..) | Self::Moment(text, ..) => text,
        }
    }

    /// As a locale shows it.
    pub(super) fn show(&self, locale: &str) -> String {
        let shown = match self {
            Self::Text(text) => Some(text.clone()),
            Self::Number(number, style, _) => format_number(locale, number, style),
            Self::Moment(_, moment, style) => moment.format(locale, style),
        };
        shown.unwrap_or_else(|| self.raw().to_owned())
    }

    /// Whether a variant of this name, or of this number, is for it.
    pub(super) fn matches(&self, key: &str, is_number: bool, locale: &str) -> bool {
        match self {
            Self::Number(number, ..) if is_number => is_equal(number, key),
            Self::Number(number, style, is_ordinal) => {
                plural_category(locale, number, *is_ordinal, style) == Some(key)
            }
            other => !is_number && other.raw() == key,
        }
    }
}

/// Whether two decimals have one value: `1.0` is `1`.
fn is_equal(one: &str, two: &str) -> bool {
    fn bare(number: &str) -> (bool, &str, &str) {
        let (negative, digits) = match number.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, number),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let (whole, fraction) = (
            whole.trim_start_matches('0'),
            fraction.trim_end_matches('0'),
        );
        (
            negative && !(whole.is_empty() && fraction.is_empty()),
            whole,
            fraction,
        )
    }
    bare(one) == bare(two)
}

/// Calls a function with its first argument and its options.
pub(super) fn call(
    name: &str,
    value: Option<Datum>,
    options: &[(&str, String)],
) -> Result<Datum, Unresolved> {
    match name {
        "NUMBER" => number(value, options),
        "DATETIME" => datetime(value, options),
        _ => Err(Unresolved::Function(name.to_owned())),
    }
}

fn number(value: Option<Datum>, options: &[(&str, String)]) -> Result<Datum, Unresolved> {
    let wrong = |what: String| Err(Unresolved::Call("NUMBER", what));
    let Some(Datum::Number(number, mut style, mut is_ordinal)) = value else {
        return wrong("takes a number".to_owned());
    };
    for (name, option) in options {
        let digits = option.parse::<usize>().ok().filter(|digits| *digits <= 100);
        let place = match *name {
            "minimumIntegerDigits" => &mut style.minimum_integer_digits,
            "minimumFractionDigits" => &mut style.minimum_fraction_digits,
            "maximumFractionDigits" => {
                style.minimum_fraction_digits = style.minimum_fraction_digits.min(digits);
                &mut style.maximum_fraction_digits
            }
            "minimumSignificantDigits" => &mut style.minimum_significant_digits,
            "maximumSignificantDigits" => &mut style.maximum_significant_digits,
            "useGrouping" if matches!(option.as_str(), "true" | "1" | "auto" | "always") => {
                style.use_grouping = true;
                continue;
            }
            "useGrouping" if matches!(option.as_str(), "false" | "0") => {
                style.use_grouping = false;
                continue;
            }
            "type" if matches!(option.as_str(), "ordinal" | "cardinal") => {
                is_ordinal = option == "ordinal";
                continue;
            }
            _ => return wrong(format!("has no option `{name}: {option}`")),
        };
        if digits.is_none() {
            return wrong(format!("takes up to 100 digits for `{name}`"));
        }
        *place = digits;
    }
    Ok(Datum::Number(number, style, is_ordinal))
}

fn datetime(value: Option<Datum>, options: &[(&str, String)]) -> Result<Datum, Unresolved> {
    const WIDTHS: &[&str] = &["long", "short", "narrow"];
    const DIGITS: &[&str] = &["numeric", "2-digit"];
    const MONTHS: &[&str] = &["long", "short", "narrow", "numeric", "2-digit"];
    const STYLES: &[&str] = &["full", "long", "medium", "short"];
    let wrong = |what: String| Err(Unresolved::Call("DATETIME", what));
    let (text, moment) = match value {
        Some(Datum::Moment(text, moment, _)) => (text, moment),
        Some(Datum::Text(text)) => match Moment::parse(&text) {
            Some(moment) => (text, moment),
            None => return wrong(format!("takes a date like 2024-02-08, not `{text}`")),
        },
        _ => return wrong("takes a date like 2024-02-08".to_owned()),
    };
    let mut style = MomentStyle::default();
    for (name, option) in options {
        let (place, known) = match *name {
            "dateStyle" => (&mut style.date, STYLES),
            "timeStyle" => (&mut style.time, STYLES),
            "weekday" => (&mut style.weekday, WIDTHS),
            "year" => (&mut style.year, DIGITS),
            "month" => (&mut style.month, MONTHS),
            "day" => (&mut style.day, DIGITS),
            "hour" => (&mut style.hour, DIGITS),
            "minute" => (&mut style.minute, DIGITS),
            "second" => (&mut style.second, DIGITS),
            _ => return wrong(format!("has no option `{name}`")),
        };
        let Some(known) = known.iter().find(|known| **known == option.as_str()) else {
            return wrong(format!("knows {} for `{name}`", known.join(", ")));
        };
        *place = Some(*known);
    }
    if moment.format("en", &style).is_none() {
        return wrong(format!("cannot show these parts of `{text}` together"));
    }
    Ok(Datum::Moment(text, moment, style))
}
