//! What values attributes may have.

use super::constraint::{self, Constraint};

/// A kind of values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Datatype {
    Text,
    /// One of these.
    OneOf(Vec<&'static str>),
    Nmtoken,
    Nmtokens,
    Language,
    /// A prefix, a colon and a value.
    Custom,
    /// The type of an annotation.
    Mark,
    /// A whole number from 1.
    Positive,
    /// A whole number from 0.
    Number,
    /// A whole number from 1 to 10.
    Priority,
    /// A number from 0 to 100.
    Percent,
    Hex,
    Uri,
    /// A name of an element of HTML.
    HtmlElement,
    /// A value of a list, or one that begins with `x-`.
    Extended(Vec<&'static str>),
    Date,
}

/// Elements of HTML that text may be shown as.
const HTML: &str = "a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink \
blockquote body br button canvas caption center cite code col colgroup command comment data datalist dd del \
details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 \
h4 h5 h6 head header hgroup hr html i iframe img input ins isindex kbd keygen label legend li link main map \
mark marquee menu menuitem meta meter nav nobr noembed noframes noscript object ol optgroup option output p \
param plaintext pre progress q rb rbc rp rt rtc ruby s samp script section select small source spacer span \
strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track \
tt u ul var video wbr xmp";

impl Datatype {
    /// Reads the name of a kind, or a list of values.
    pub(super) fn of(name: &'static str) -> Self {
        match name {
            "" => Self::Text,
            "yesno" => Self::OneOf(vec!["yes", "no"]),
            "direction" => Self::OneOf(vec!["ltr", "rtl", "auto"]),
            "space" => Self::OneOf(vec!["default", "preserve"]),
            "nmtoken" => Self::Nmtoken,
            "nmtokens" => Self::Nmtokens,
            "language" => Self::Language,
            "custom" => Self::Custom,
            "mark" => Self::Mark,
            "positive" => Self::Positive,
            "number" => Self::Number,
            "priority" => Self::Priority,
            "percent" => Self::Percent,
            "hex" => Self::Hex,
            "uri" => Self::Uri,
            "html-element" => Self::HtmlElement,
            "date" => Self::Date,
            list => match list.strip_prefix("x-|") {
                Some(list) => Self::Extended(list.split('|').collect()),
                None => Self::OneOf(list.split('|').collect()),
            },
        }
    }

    /// Whether a value is of this kind.
    pub(super) fn allows(&self, value: &str) -> bool {
        match self {
            Self::Text => true,
            Self::OneOf(values) => values.contains(&value),
            Self::Nmtoken => is_nmtoken(value),
            Self::Nmtokens => {
                let mut words = value.split_ascii_whitespace().peekable();
                words.peek().is_some() && words.all(is_nmtoken)
            }
            Self::Language => is_language(value),
            Self::Custom => is_custom(value),
            Self::Mark => matches!(value, "generic" | "comment" | "term") || is_custom(value),
            Self::Positive => is_number(value) && !value.trim_start_matches('0').is_empty(),
            Self::Number => is_number(value),
            Self::Priority => value
                .parse()
                .is_ok_and(|number: u8| (1..=10).contains(&number)),
            Self::Percent => {
                let is_decimal = value.bytes().all(|b| b.is_ascii_digit() || b == b'.');
                is_decimal
                    && value
                        .parse()
                        .is_ok_and(|number: f64| (0.0..=100.0).contains(&number))
            }
            Self::Hex => {
                !value.is_empty()
                    && value.len().is_multiple_of(2)
                    && value.bytes().all(|b| b.is_ascii_hexdigit())
            }
            Self::Uri => !value.contains(char::is_whitespace),
            Self::HtmlElement => HTML.split(' ').any(|name| name == value),
            Self::Extended(values) => {
                values.contains(&value)
                    || value
                        .strip_prefix("x-")
                        .is_some_and(|own| !own.is_empty() && !own.contains(char::is_whitespace))
            }
            Self::Date => is_date(value),
        }
    }

    /// What a value must be, for a message.
    pub(super) fn wanted(&self) -> String {
        match self {
            Self::Text => "it may be anything".into(),
            Self::OneOf(values) => format!("it must be {}", values.join(" or ")),
            Self::Nmtoken => "it must be letters, digits and . - _ : without a blank".into(),
            Self::Nmtokens => "it must be ids with blanks between them".into(),
            Self::Language => "it must be a language tag as `de` or `zh-Hant-TW`".into(),
            Self::Custom => "it must be a prefix, a colon and a value, as `house:draft`".into(),
            Self::Mark => "it must be generic, comment or term, or a value with a prefix".into(),
            Self::Positive => "it must be a whole number from 1".into(),
            Self::Number => "it must be a whole number".into(),
            Self::Priority => "it must be a whole number from 1 to 10".into(),
            Self::Percent => "it must be a number from 0 to 100".into(),
            Self::Hex => "it must be pairs of hexadecimal digits".into(),
            Self::Uri => "it must be an address without a blank".into(),
            Self::HtmlElement => "it must be an element of HTML".into(),
            Self::Extended(values) => {
                let few: Vec<&str> = values.iter().take(8).copied().collect();
                format!(
                    "it must be a value of its list ({} …) or begin with `x-`",
                    few.join(", ")
                )
            }
            Self::Date => "it must be a date and time as 2026-11-30T12:00:00Z".into(),
        }
    }

    /// The constraint that a value of another kind breaks.
    pub(super) fn constraint(&self) -> &'static Constraint {
        match self {
            Self::Language => &constraint::LANGUAGE_TAG,
            Self::HtmlElement => &constraint::FORMAT_STYLE_ELEMENT,
            Self::Hex => &constraint::CODE_POINT,
            Self::Nmtoken | Self::Nmtokens => &constraint::ID_SYNTAX,
            _ => &constraint::ATTRIBUTE_VALUE,
        }
    }
}

/// Whether a value is an `NMTOKEN` of XML.
pub(super) fn is_nmtoken(value: &str) -> bool {
    let is_part = |c: char| {
        c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '·') || is_combining(c)
    };
    !value.is_empty() && value.chars().all(is_part)
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{203F}' | '\u{2040}')
}

/// Whether a value is a prefix, a colon and something behind it.
fn is_custom(value: &str) -> bool {
    let parts = value.split_once(':');
    let is_part =
        |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || c == ':');
    parts.is_some_and(|(prefix, own)| is_part(prefix) && is_part(own))
}

fn is_number(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a value is a well-formed tag of BCP 47, whatever its subtags mean.
pub(super) fn is_language(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let first = subtags.next().unwrap_or_default();
    let is_letters = first.bytes().all(|b| b.is_ascii_alphabetic());
    let is_first = match first.len() {
        1 => matches!(first, "x" | "X" | "i" | "I") && tag.len() > 2,
        2..=8 => true,
        _ => false,
    };
    let is_subtag = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    is_letters && is_first && subtags.all(is_subtag)
}

fn is_date(value: &str) -> bool {
    let shape: String = value
        .chars()
        .map(|c| if c.is_ascii_digit() { '0' } else { c })
        .collect();
    let (date, rest) = shape.split_at_checked(10).unwrap_or((&shape, ""));
    if date != "0000-00-00" {
        return false;
    }
    let Some(time) = rest
        .strip_prefix('T')
        .and_then(|time| time.strip_prefix("00:00:00"))
    else {
        return false;
    };
    let zone = match time.strip_prefix('.') {
        Some(fraction) => fraction.trim_start_matches('0'),
        None => time,
    };
    matches!(zone, "" | "Z" | "+00:00" | "-00:00")
}

#[cfg(test)]
mod tests {
    use super::Datatype;

    #[test]
    fn values_are_told_from_others() {
        let cases = [
            (
                "language",
                "de zh-Hant-TW x-leicht i-klingon",
                "e f_r de- de--AT toolonglanguage 1de",
            ),
            ("nmtoken", "a 1 _x a:b ä-2", "/1 #1 a,b"),
            ("custom", "a:b my:state", "a a: :b a:b:c"),
            ("positive", "1 007 12", "0 -1 1.5 x"),
            ("priority", "1 10", "0 11 a"),
            ("percent", "0 99.5 100", "-1 100.5 1e1 a"),
            ("hex", "0001 FFFE", "1 00G0"),
            (
                "date",
                "2026-11-30T12:00:00Z 2026-11-30T12:00:00.5+01:00",
                "2026-11-30 30.11.2026",
            ),
            ("html-element", "p b", "paragraph P"),
        ];
        for (name, good, bad) in cases {
            let datatype = Datatype::of(name);
            assert!(
                good.split(' ').all(|value| datatype.allows(value)),
                "{name}: {good}"
            );
            assert!(
                !bad.split(' ').any(|value| datatype.allows(value)),
                "{name}: {bad}"
            );
        }
    }
}
