//! How complete locales are, for people.

use unicode_width::UnicodeWidthStr;

use crate::compare::State;
use crate::report::look::{BAD, FAINT, FAIR, GOOD, Look, STRONG};
use crate::report::{Standing, Status, by_locale, percent, put, unit_noun};

/// Cells of a bar.
const BAR: usize = 12;

/// A table: a line per locale, below it one per article.
pub(super) fn status(standing: &Standing, look: Look) -> String {
    let locales = by_locale(&standing.rows);
    let lines: Vec<(String, &Status)> = locales
        .iter()
        .flat_map(|(sum, rows)| {
            let head = std::iter::once((sum.locale.to_string(), sum));
            head.chain(rows.iter().map(|row| (format!("  {}", row.article), *row)))
        })
        .collect();
    if lines.is_empty() {
        return "no articles; put German ones into the folder of articles, or run `satz add FILE`\n"
            .to_owned();
    }
    let share = |part: usize, whole: usize| format!("{part}/{whole}");
    let units = |row: &Status| share(row.covered(), row.units());
    let words = |row: &Status| share(row.words_current, row.words);
    let widest = |cell: &dyn Fn(&(String, &Status)) -> usize, least: usize| {
        lines.iter().map(cell).max().unwrap_or(0).max(least)
    };
    let name_width = widest(&|line| line.0.width(), 9);
    let units_width = widest(&|line| units(line.1).len(), 9);
    let words_width = widest(&|line| words(line.1).len(), 5);
    let mut out = String::new();
    let head = format!(
        "{}  done  {}  {:>units_width$}  {:>words_width$}",
        pad("", name_width),
        pad("", BAR),
        format!("{}s", unit_noun(&standing.rows)),
        "words"
    );
    put(&mut out, format_args!("{}\n", look.paint(FAINT, &head)));
    for (name, row) in &lines {
        let (style, done) = match percent(row.covered(), row.units()) {
            // A draft, for example.
            _ if row.units() == 0 => (FAINT, "–".to_owned()),
            100 => (GOOD, "100%".to_owned()),
            0 => (BAD, "0%".to_owned()),
            done => (FAIR, format!("{done}%")),
        };
        let name = pad(name, name_width);
        let name = if name.starts_with(' ') {
            name
        } else {
            look.paint(STRONG, &name)
        };
        let open = open(row);
        let gap = if open.is_empty() { "" } else { "  " };
        put(
            &mut out,
            format_args!(
                "{name}  {}  {}  {:>units_width$}  {:>words_width$}{gap}{open}\n",
                look.paint(style, &format!("{done:>4}")),
                bar(row, look),
                units(row),
                words(row),
            ),
        );
    }
    out
}

/// What of an article is not simply done.
fn open(row: &Status) -> String {
    let age = row.stale_days.map_or(String::new(), |days| match days {
        0 => " (today)".to_owned(),
        1 => " (1 day)".to_owned(),
        days => format!(" ({days} days)"),
    });
    let told = [
        (row.counts[State::Missing], "missing", ""),
        (row.counts[State::Stale], "stale", age.as_str()),
        (row.counts[State::Edited], "edited, to be accepted", ""),
        (row.aligned, "aligned, to be looked at", ""),
        (row.raw_machine, "by a machine, to be reviewed", ""),
        (row.reviewed, "reviewed", ""),
        (row.counts[State::Inherited], "inherited", ""),
        (row.counts[State::Obsolete], "obsolete", ""),
    ];
    let told = told.iter().filter(|(count, ..)| *count > 0);
    let told: Vec<String> = told
        .map(|(count, what, more)| format!("{count} {what}{more}"))
        .collect();
    told.join(", ")
}

/// Done, stale and missing as parts of a bar. No part that there is vanishes.
fn bar(row: &Status, look: Look) -> String {
    let whole = row.units().max(1);
    let cells = |part: usize| match part * BAR / whole {
        0 if part > 0 => 1,
        cells => cells,
    };
    let stale = cells(row.counts[State::Stale] + row.counts[State::Edited]);
    let missing = cells(row.counts[State::Missing]);
    let done = match row.covered() {
        0 => 0,
        _ => BAR.saturating_sub(stale + missing).max(1),
    };
    let stale = stale.min(BAR - done);
    let missing = BAR - done - stale;
    let part = |style, mark: &str, count| look.paint(style, &mark.repeat(count));
    let filled = part(GOOD, "█", done) + &part(FAIR, "▒", stale);
    filled + &part(FAINT, if row.units() == 0 { " " } else { "░" }, missing)
}

/// The text with blanks behind it up to a width on the screen.
fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}
