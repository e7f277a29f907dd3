//! Chinese numerals, and the powers of ten that stand behind digits: 3万, 120億, 二十.

use crate::text::Span;

/// The power of ten that a text begins with, and its length in bytes.
pub(super) fn scale(text: &str) -> Option<(f64, usize)> {
    let c = text.chars().next()?;
    let value = match c {
        '百' | '백' => 1e2,
        '千' | '천' => 1e3,
        '万' | '萬' | '만' => 1e4,
        '億' | '亿' | '억' => 1e8,
        '兆' | '조' => 1e12,
        _ => return None,
    };
    Some((value, c.len_utf8()))
}

/// Whether a text ends with a power of ten behind digits.
pub(super) fn ends_with_scale(text: &str) -> bool {
    let last = text.char_indices().next_back();
    last.is_some_and(|(at, _)| scale(&text[at..]).is_some())
}

/// The numbers that a text writes in Chinese numerals, each with its place.
pub(super) fn numerals(text: &str) -> Vec<(Span, f64)> {
    let mut found = Vec::new();
    let mut run: Option<Span> = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if part(c).is_some() {
            run = Some(run.map_or(Span::new(at, end), |run| Span::new(run.start, end)));
        } else if let Some(run) = run.take() {
            found.push((run, value(run.of(text))));
        }
    }
    found.extend(run.map(|run| (run, value(run.of(text)))));
    found
}

/// What a numeral says.
enum Part {
    Digit(f64),
    /// Ten, a hundred, a thousand.
    Unit(f64),
    /// What multiplies all before it: 万, 億.
    Scale(f64),
}

fn part(c: char) -> Option<Part> {
    Some(match c {
        '〇' | '零' => Part::Digit(0.0),
        '一' => Part::Digit(1.0),
        '二' | '两' | '兩' => Part::Digit(2.0),
        '三' => Part::Digit(3.0),
        '四' => Part::Digit(4.0),
        '五' => Part::Digit(5.0),
        '六' => Part::Digit(6.0),
        '七' => Part::Digit(7.0),
        '八' => Part::Digit(8.0),
        '九' => Part::Digit(9.0),
        '十' => Part::Unit(10.0),
        '百' => Part::Unit(100.0),
        '千' => Part::Unit(1000.0),
        '万' | '萬' => Part::Scale(1e4),
        '億' | '亿' => Part::Scale(1e8),
        '兆' => Part::Scale(1e12),
        _ => return None,
    })
}

fn value(numeral: &str) -> f64 {
    let (mut total, mut section, mut digits) = (0.0, 0.0, None::<f64>);
    for part in numeral.chars().filter_map(part) {
        match part {
            // 二〇二四 is written digit by digit.
            Part::Digit(digit) => {
                digits = Some(digits.map_or(digit, |before| before * 10.0 + digit));
            }
            Part::Unit(unit) => section += digits.take().unwrap_or(1.0) * unit,
            Part::Scale(scale) => {
                section += digits.take().unwrap_or(0.0);
                total += f64::max(section, 1.0) * scale;
                section = 0.0;
            }
        }
    }
    total + section + digits.unwrap_or(0.0)
}
