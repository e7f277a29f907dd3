//! How what stands in a slot is written in a translation.

use super::slot::Filling;
use crate::language::{Lexicon, Name, NameKind, NumberStyle, format_number};

/// Languages in which a number in a word, a day of the week or a country has one form, whatever stands
/// beside it.
const UNINFLECTED: [&str; 1] = ["en"];
const UNINFLECTED_NUMBERS: [&str; 2] = ["en", "fr"];
const UNINFLECTED_DAYS: [&str; 3] = ["en", "fr", "ar"];
const BARE_COUNTRIES: [&str; 2] = ["en", "ar"];

/// A way to write what stands in a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// As in the source.
    Same,
    /// As the locale writes numbers, thousands parted.
    Grouped,
    /// As the locale writes numbers, thousands not parted.
    Plain,
    /// `7th`.
    EnglishOrdinal,
    /// A time by a pattern: `H` hours of 24, `h` of 12, `mm` minutes, `P` half of the day.
    Time(&'static str),
    /// A date by a pattern: `d` and `dd`, `m` and `mm`, `M` the month's name, `y`.
    Date(&'static str),
    /// The form of that place in the locale's list.
    Form(usize),
    /// The first three letters of the month.
    Short,
    /// As in the source, but for the locale in an address: `/en/` for `/de/`.
    Localized,
}

/// Times with minutes, and without.
const TIMES: [&str; 13] = [
    "H:mm",
    "H.mm",
    "Hhmm",
    "H h mm",
    "H\u{A0}h\u{A0}mm",
    "H h",
    "H\u{A0}h",
    "Hh",
    "h:mm P",
    "h.mm P",
    "h P",
    "h:mmP",
    "hP",
];

const HALVES: [(&str, &str); 4] = [
    ("a.m.", "p.m."),
    ("am", "pm"),
    ("AM", "PM"),
    ("A.M.", "P.M."),
];

const DATES: [&str; 16] = [
    "d.m.y",
    "dd.mm.y",
    "d. m. y",
    "d/m/y",
    "dd/mm/y",
    "m/d/y",
    "mm/dd/y",
    "y-mm-dd",
    "dd-mm-y",
    "d M y",
    "d. M y",
    "M d, y",
    "d de M de y",
    "d M, y",
    "N d, y",
    "d N y",
];

/// Both languages as they write what stands in slots.
pub(super) struct Writer<'a> {
    pub(super) source_locale: &'a str,
    pub(super) locale: &'a str,
    pub(super) lexicon: &'static Lexicon,
}

impl Writer<'_> {
    fn language(&self) -> &str {
        self.locale.split(['-', '_']).next().unwrap_or_default()
    }

    /// The ways in which a filling may be written that gives way to another one, the likeliest first.
    pub(super) fn styles(&self, filling: &Filling, new: &Filling) -> Vec<Style> {
        match filling {
            Filling::Figure(_, true) if self.language() == "en" => {
                vec![Style::EnglishOrdinal, Style::Same]
            }
            // A small number looks alike in all: the new one says how its thousands are written.
            Filling::Figure(..) if self.has_groups(new) => {
                vec![Style::Grouped, Style::Plain, Style::Same]
            }
            Filling::Figure(..) => vec![Style::Plain, Style::Same, Style::Grouped],
            Filling::Clock(..) => {
                let times = TIMES.into_iter().map(Style::Time);
                times.chain([Style::Same]).collect()
            }
            Filling::Date(..) => DATES.into_iter().map(Style::Date).collect(),
            Filling::Name(name) if self.may_exchange(*name) => {
                let forms = (0..self.lexicon.forms(*name).len()).map(Style::Form);
                let short = (name.kind == NameKind::Month).then_some(Style::Short);
                forms.chain(short).collect()
            }
            Filling::Name(_) => Vec::new(),
            Filling::Verbatim(_) => vec![Style::Same, Style::Localized],
        }
    }

    /// Whether a figure of the source has marks between its thousands.
    fn has_groups(&self, filling: &Filling) -> bool {
        let Filling::Figure(figure, _) = filling else {
            return false;
        };
        let whole = decimal(self.source_locale, figure);
        let whole = whole
            .as_deref()
            .map(|number| number.split('.').next().unwrap_or_default());
        whole.is_some_and(|whole| whole.len() > 3 && !figure.starts_with(whole))
    }

    /// Whether a word of a list can stand in the place of another one, with nothing else changed.
    fn may_exchange(&self, name: Name) -> bool {
        let language = self.language();
        match name.kind {
            NameKind::Month => true,
            NameKind::Weekday => UNINFLECTED_DAYS.contains(&language),
            NameKind::Number => name.value > 1 && UNINFLECTED_NUMBERS.contains(&language),
            NameKind::Country => BARE_COUNTRIES.contains(&language),
        }
    }

    /// A filling as a style writes it; for times of twelve hours one text per way to write the halves.
    pub(super) fn write(&self, style: Style, half: usize, filling: &Filling) -> Option<String> {
        match (style, filling) {
            (Style::Same, Filling::Figure(figure, _)) => Some(figure.clone()),
            (Style::Same, Filling::Verbatim(text)) => Some(text.clone()),
            (Style::Short, Filling::Name(name)) => self.short_month(name.value),
            (Style::Localized, Filling::Verbatim(text)) => self.localized(text),
            (Style::Same, Filling::Clock(hours, minutes)) => match minutes {
                Some(_) => None,
                None => Some(hours.to_string()),
            },
            (Style::Grouped | Style::Plain, Filling::Figure(figure, _)) => {
                let number_style = NumberStyle {
                    use_grouping: style == Style::Grouped,
                    ..NumberStyle::default()
                };
                format_number(
                    self.locale,
                    &decimal(self.source_locale, figure)?,
                    &number_style,
                )
            }
            (Style::EnglishOrdinal, Filling::Figure(figure, true)) => english_ordinal(figure),
            (Style::Time(pattern), Filling::Clock(hours, minutes)) => {
                time(pattern, HALVES[half], *hours, *minutes)
            }
            (Style::Date(pattern), Filling::Date(day, month, year)) => {
                self.date(pattern, *day, *month, year)
            }
            (Style::Form(place), Filling::Name(name)) if self.may_exchange(*name) => {
                self.lexicon.forms(*name).get(place).cloned()
            }
            _ => None,
        }
    }

    /// Whether the locale's language writes such a word with a capital wherever it stands.
    pub(super) fn has_capitals(&self, filling: &Filling) -> bool {
        let is_date = |name: &Name| matches!(name.kind, NameKind::Month | NameKind::Weekday);
        self.language() == "en" && matches!(filling, Filling::Name(name) if is_date(name))
    }

    /// A month's name cut to three letters, in English.
    fn short_month(&self, month: u16) -> Option<String> {
        let name = Name {
            kind: NameKind::Month,
            value: month,
        };
        let word = self.lexicon.forms(name).first()?;
        (self.language() == "en" && word.len() > 3).then(|| word[..3].to_owned())
    }

    /// An address with the locale in the place of the source's; none if that is no part of it.
    fn localized(&self, text: &str) -> Option<String> {
        let segment = |locale: &str| format!("/{locale}/");
        let (from, to) = (segment(self.source_locale), segment(self.locale));
        text.contains(&from).then(|| text.replace(&from, &to))
    }

    fn date(&self, pattern: &str, day: u8, month: u8, year: &str) -> Option<String> {
        let mut out = String::new();
        let mut rest = pattern;
        while let Some(c) = rest.chars().next() {
            let length = match c {
                _ if rest.starts_with("de ") => {
                    out.push_str("de ");
                    rest = &rest[3..];
                    continue;
                }
                'd' | 'm' if rest[1..].starts_with(c) => 2,
                _ => 1,
            };
            match &rest[..length] {
                "d" => out.push_str(&day.to_string()),
                "dd" => two_digits(&mut out, day),
                "m" => out.push_str(&month.to_string()),
                "mm" => two_digits(&mut out, month),
                "y" => out.push_str(year),
                "N" => out.push_str(&self.short_month(u16::from(month))?),
                "M" => {
                    let name = Name {
                        kind: NameKind::Month,
                        value: u16::from(month),
                    };
                    out.push_str(self.lexicon.forms(name).first()?);
                }
                sign => out.push_str(sign),
            }
            rest = &rest[length..];
        }
        Some(out)
    }

    /// Whether a plain hour says the same half of the day in another one's place.
    pub(super) fn keeps_half(&self, old: &Filling, new: &Filling) -> bool {
        match (old, new) {
            (Filling::Clock(old, _), Filling::Clock(new, minutes)) => {
                let by_twelve = UNINFLECTED.contains(&self.language()) && *old <= 12;
                minutes.is_none() && (!by_twelve || (1..=12).contains(new))
            }
            _ => true,
        }
    }
}

/// A time by a pattern. Minutes that nobody said are none; those that were said are not left out.
fn time(pattern: &str, half: (&str, &str), hours: u8, minutes: Option<u8>) -> Option<String> {
    let has_minutes = pattern.contains("mm");
    if hours > 24 || (minutes.is_some_and(|minutes| minutes > 0) && !has_minutes) {
        return None;
    }
    let of_twelve = match hours % 12 {
        0 => 12,
        hours => hours,
    };
    let half = if hours % 24 < 12 { half.0 } else { half.1 };
    let text = pattern
        .replace("mm", &format!("{:02}", minutes.unwrap_or(0)))
        .replace('H', &hours.to_string());
    // Elsewhere `h` is the sign for hours.
    Some(if pattern.contains('P') {
        let text = text.replacen('h', &of_twelve.to_string(), 1);
        text.replace('P', half)
    } else {
        text
    })
}

fn two_digits(out: &mut String, number: u8) {
    out.extend((number < 10).then_some('0'));
    out.push_str(&number.to_string());
}

fn english_ordinal(figure: &str) -> Option<String> {
    let number: u8 = figure.parse().ok()?;
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    Some(format!("{number}{ending}"))
}

/// Returns a figure as an ASCII decimal, read as its locale writes numbers; none if it is no number
/// there, as a date or a time is none.
pub(super) fn decimal(locale: &str, figure: &str) -> Option<String> {
    let style = NumberStyle::default();
    let half = format_number(locale, "0.5", &style)?;
    let point = half.chars().find(|c| !c.is_numeric())?;
    let (whole, fraction) = match figure.split_once(point) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (figure, None),
    };
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let is_plain = digits == whole;
    let text = match fraction {
        Some(fraction) => format!("{digits}.{fraction}"),
        None => digits.clone(),
    };
    let is_number = is_plain || format_number(locale, &digits, &style)? == whole;
    let is_fraction = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && fraction.is_none_or(is_fraction)).then_some(text)
}
