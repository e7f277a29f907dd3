//! A date in figures with day and month in the order of another country.
//!
//! Why it matters: 07/02 is the second of July in the United States and the seventh of February in
//! Britain. Found in English of a region, where day and month are both below 13.
//! Example: `am 07.02.2025` – `07/02/2025` in `en-US`.
//! Fix: none; only a person knows what the readers take it for.

use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "date-order",
    category: "date",
    severity: Severity::Warning,
    manual: include_str!("date_order.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let locale = &pair.article.translation.locale;
    let Some((_, region)) = locale
        .rsplit_once('-')
        .filter(|_| locale.starts_with("en-"))
    else {
        return;
    };
    let is_month_first = match region {
        "US" | "PH" | "PR" | "GU" => true,
        "GB" | "AU" | "IE" | "NZ" | "IN" | "SG" | "MT" | "HK" => false,
        _ => return,
    };
    let german = dates(pair.bare().0, &['.']);
    if german.is_empty() {
        return;
    }
    let mut german = german.into_iter().peekable();
    for (span, [first, second, year]) in dates(pair.bare().1, &['/', '.', '-']) {
        let same = |(_, [day, month, other]): &(Span, [u32; 3])| {
            let pairs = if is_month_first {
                [*day, *month]
            } else {
                [*month, *day]
            };
            pairs == [first, second] && *other % 100 == year % 100
        };
        // Dates stand in the order of the German, most of them.
        let Some((here, [day, month, _])) = german.next() else {
            return;
        };
        if same(&(here, [day, month, year])) && day != month && day < 13 && month < 13 {
            let (written, here) = (span.of(pair.target()), here.of(pair.source()));
            let message = format!("`{written}` is another day in `{locale}` than `{here}`");
            flaws.push(Flaw::new(span, written, message).hint("exchange day and month"));
        }
    }
}

/// The dates of a text in three figures with one of the marks between them.
fn dates(text: &str, marks: &[char]) -> Vec<(Span, [u32; 3])> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() || at > 0 && bytes[at - 1].is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let length = bytes[at..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit() || marks.contains(&char::from(**byte)))
            .count();
        let date = text[at..at + length].trim_end_matches(marks);
        let parts: Vec<&str> = date.split(marks).collect();
        let is_date = parts.len() == 3
            && parts[..2].iter().all(|part| matches!(part.len(), 1 | 2))
            && matches!(parts[2].len(), 2 | 4);
        if is_date {
            let value = |part: &str| part.parse().unwrap_or(0);
            let values = [value(parts[0]), value(parts[1]), value(parts[2])];
            found.push((Span::new(at, at + date.len()), values));
        }
        at += length.max(1);
    }
    found
}
