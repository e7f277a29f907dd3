//! Dates and times as a locale writes them.

use icu_calendar::{Date, Iso};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::builder::{DateFields, FieldSetBuilder};
use icu_datetime::options::{Length, TimePrecision};
use icu_locale::Locale;
use icu_time::{DateTime, Time};

/// A day, or a day and a time, as front matter has it: `2024-02-08`, `2024-02-08T22:15`. An offset
/// from universal time is read over: the time is shown as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    date: Date<Iso>,
    time: Option<Time>,
}

/// What is shown of a moment, in the words of ECMA-402 that Fluent's DATETIME knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct MomentStyle {
    /// `full`, `long`, `medium` or `short`.
    pub date: Option<&'static str>,
    /// `short` (hours and minutes), or `medium` and more (seconds as well).
    pub time: Option<&'static str>,
    /// `long`, `short` or `narrow`.
    pub weekday: Option<&'static str>,
    /// `numeric` or `2-digit`.
    pub year: Option<&'static str>,
    /// `long`, `short`, `narrow`, `numeric` or `2-digit`.
    pub month: Option<&'static str>,
    /// `numeric` or `2-digit`.
    pub day: Option<&'static str>,
    /// `numeric` or `2-digit`.
    pub hour: Option<&'static str>,
    /// `numeric` or `2-digit`.
    pub minute: Option<&'static str>,
    /// `numeric` or `2-digit`.
    pub second: Option<&'static str>,
}

impl Moment {
    /// Reads an ISO 8601 date, with or without a time.
    ///
    /// # Examples
    /// ```
    /// use satz::language::{Moment, MomentStyle};
    /// let day = Moment::parse("2024-02-08").unwrap();
    /// let long = MomentStyle { date: Some("long"), ..MomentStyle::default() };
    /// assert_eq!(day.format("fr", &long).as_deref(), Some("8 février 2024"));
    /// assert_eq!(day.format("de", &long).as_deref(), Some("8. Februar 2024"));
    /// assert!(Moment::parse("2024-02-30").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (day, rest) = text.split_at_checked(10)?;
        let mut parts = day.split('-').map(|part| digits(part, &[2, 4]));
        let year = parts.next()??;
        let (month, day) = (parts.next()??, parts.next()??);
        let date = Date::try_new_iso(
            i32::try_from(year).ok()?,
            u8::try_from(month).ok()?,
            u8::try_from(day).ok()?,
        );
        let time = match rest.trim_start_matches(['T', 't', ' ']) {
            "" => None,
            time => Some(clock(time)?),
        };
        Some(Self {
            date: date.ok()?,
            time,
        })
    }

    /// The moment as `datetime` of HTML spells it.
    pub fn iso(&self) -> String {
        let day = format!(
            "{:04}-{:02}-{:02}",
            self.date.year().extended_year(),
            self.date.month().ordinal,
            self.date.day_of_month().0
        );
        match self.time {
            Some(time) => format!(
                "{day}T{:02}:{:02}",
                time.hour.number(),
                time.minute.number()
            ),
            None => day,
        }
    }

    /// Shows the moment as a locale does. `None` if the style asks for parts that no locale shows
    /// together (a year and a day without the month), or for a time that is not known.
    pub fn format(&self, locale: &str, style: &MomentStyle) -> Option<String> {
        let locale: Locale = locale.parse().ok()?;
        let mut builder = FieldSetBuilder::new();
        builder.length = Some(style.length());
        builder.date_fields = style.date_fields()?;
        builder.time_precision = style.time_precision();
        if builder.time_precision.is_some() && self.time.is_none() {
            return None;
        }
        if builder.date_fields.is_none() && builder.time_precision.is_none() {
            builder.date_fields = Some(DateFields::YMD);
        }
        let fields = builder.build_composite_datetime().ok()?;
        let formatter = DateTimeFormatter::try_new(locale.into(), fields).ok()?;
        let moment = DateTime {
            date: self.date,
            time: self.time.unwrap_or_else(Time::start_of_day),
        };
        Some(formatter.format(&moment).to_string())
    }
}

impl MomentStyle {
    fn length(&self) -> Length {
        let name = self.date.or(self.month).or(self.weekday).or(self.time);
        match name {
            Some("full" | "long") | None => Length::Long,
            Some("short") if self.date.is_none() && self.month.is_some() => Length::Medium,
            Some("medium" | "narrow") => Length::Medium,
            Some(_) => Length::Short,
        }
    }

    /// The fields of the date; none if only the time is asked for.
    #[expect(
        clippy::option_option,
        reason = "the outer one says that no locale has this set"
    )]
    fn date_fields(&self) -> Option<Option<DateFields>> {
        if let Some(date) = self.date {
            let full = date == "full";
            return Some(Some(if full {
                DateFields::YMDE
            } else {
                DateFields::YMD
            }));
        }
        let set = (
            self.year.is_some(),
            self.month.is_some(),
            self.day.is_some(),
            self.weekday.is_some(),
        );
        Some(Some(match set {
            (false, false, false, false) => return Some(None),
            (true, true, true, true) => DateFields::YMDE,
            (true, true, true, false) => DateFields::YMD,
            (true, true, false, false) => DateFields::YM,
            (true, false, false, false) => DateFields::Y,
            (false, true, true, true) => DateFields::MDE,
            (false, true, true, false) => DateFields::MD,
            (false, true, false, false) => DateFields::M,
            (false, false, true, true) => DateFields::DE,
            (false, false, true, false) => DateFields::D,
            (false, false, false, true) => DateFields::E,
            _ => return None,
        }))
    }

    fn time_precision(&self) -> Option<TimePrecision> {
        match self.time {
            Some("short") => Some(TimePrecision::Minute),
            Some(_) => Some(TimePrecision::Second),
            None if self.second.is_some() => Some(TimePrecision::Second),
            None if self.minute.is_some() => Some(TimePrecision::Minute),
            None => self.hour.map(|_| TimePrecision::Hour),
        }
    }
}

/// A number of digits only, in one of the lengths.
fn digits(text: &str, lengths: &[usize]) -> Option<u32> {
    let fits = lengths.contains(&text.len()) && text.bytes().all(|c| c.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

/// A time of day, with or without seconds, fractions of them, and an offset.
fn clock(text: &str) -> Option<Time> {
    let zone = text.find(['Z', 'z', '+', '-', ' ']).unwrap_or(text.len());
    let (time, zone) = (&text[..zone], text[zone..].trim());
    let is_zone = zone
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, 'Z' | 'z' | '+' | '-' | ':'));
    let mut parts = time.splitn(3, ':');
    let hour = digits(parts.next()?, &[1, 2])?;
    let minute = digits(parts.next()?, &[2])?;
    let second = match parts.next() {
        Some(second) => digits(second.split(['.', ',']).next()?, &[2])?,
        None => 0,
    };
    let part = |number: u32| u8::try_from(number).ok();
    let time = Time::try_new(part(hour)?, part(minute)?, part(second)?, 0).ok()?;
    is_zone.then_some(time)
}
