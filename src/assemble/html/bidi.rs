//! Which parts of a text have to be isolated from the direction around them.
//!
//! Most names need nothing: the Unicode bidirectional algorithm places them right. A candidate (a
//! phrase of the other direction, or a compound number such as `+49 30 12-34`) is isolated where its
//! text or what stands around it would be placed otherwise without.

mod phrase;

use std::ops::Range;

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

/// A part of a text, and the direction to isolate it in if it has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run<'a> {
    pub(super) text: &'a str,
    pub(super) isolate: Option<&'static str>,
}

/// Texts with more candidates are left as they are.
const MOST: usize = 40;

/// The first byte of the first character of a script that is written from right to left, U+0590. No
/// character before has as large a byte, save the last Armenian ones.
const FIRST_RTL: u8 = 0xD6;

/// Cuts a text that stands in a given direction into its runs.
pub(super) fn runs(text: &str, is_rtl: bool) -> Vec<Run<'_>> {
    let plain = |text| Run {
        text,
        isolate: None,
    };
    let against = if is_rtl { "ltr" } else { "rtl" };
    // All bytes at once are sooner looked at than up to the first.
    let is_before = |byte: u8| byte < FIRST_RTL;
    if !is_rtl && text.bytes().fold(true, |all, byte| all & is_before(byte)) {
        return vec![plain(text)];
    }
    let mut needed = candidates(text, is_rtl);
    if needed.is_empty() || needed.len() > MOST {
        return vec![plain(text)];
    }
    let has_controls = text.chars().any(is_control);
    let mut whole = None;
    needed.retain(|range| {
        if !has_controls && surely_stays(text, range) {
            return false;
        }
        let whole = whole.get_or_insert_with(|| placed(text, is_rtl));
        *whole != placed(&isolated(text, range, is_rtl), is_rtl)
    });
    let mut out = Vec::new();
    let mut at = 0;
    for range in needed {
        if at < range.start {
            out.push(plain(&text[at..range.start]));
        }
        out.push(Run {
            text: &text[range.clone()],
            isolate: Some(against),
        });
        at = range.end;
    }
    if at < text.len() || out.is_empty() {
        out.push(plain(&text[at..]));
    }
    out
}

/// Runs from the first to the last letter of a text from right to left in one from left to right, with
/// the digits and the marks that belong to their words.
fn backward_runs(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Option<Range<usize>> = None;
    // Whether the word goes on, so that digits and marks are part of it.
    let mut in_word = false;
    for (at, c) in text.char_indices() {
        let class = bidi_class(c);
        let belongs = match class {
            BidiClass::R | BidiClass::AL => true,
            BidiClass::EN | BidiClass::AN | BidiClass::ET | BidiClass::NSM => in_word,
            _ => in_word && matches!(c, '+' | '#'),
        };
        if belongs {
            let start = open.as_ref().map_or(at, |range| range.start);
            open = Some(start..at + c.len_utf8());
            in_word = true;
        } else if class == BidiClass::L {
            found.extend(open.take());
            in_word = false;
        } else if !matches!(c, '-' | '\'' | '’' | '.' | '&' | '@' | '/' | '_') {
            in_word = false;
        }
    }
    found.extend(open);
    found
}

/// The stretches of a text that may have to be isolated.
fn candidates(text: &str, is_rtl: bool) -> Vec<Range<usize>> {
    if is_rtl {
        phrase::phrases(text)
    } else {
        backward_runs(text)
    }
}

/// Whether a character gives a direction without being seen.
fn is_control(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether it shows without trying that a part keeps its place: it begins and ends with a letter, has
/// nothing else in it than letters and blanks, no number stands close before it, and between it and
/// the next letter, which is of the other direction, there are only neutral characters.
fn surely_stays(text: &str, part: &Range<usize>) -> bool {
    let is_letter = |c: char| {
        let class = bidi_class(c);
        matches!(class, BidiClass::L | BidiClass::R | BidiClass::AL)
    };
    let is_neutral = |c| matches!(bidi_class(c), BidiClass::WS | BidiClass::ON | BidiClass::CS);
    let own = &text[part.clone()];
    let mut before = text[..part.start].chars().next_back().into_iter();
    let mut ends = own
        .chars()
        .next()
        .into_iter()
        .chain(own.chars().next_back());
    let mut after = text[part.end..].chars().take_while(|c| !is_letter(*c));
    let is_forward = |c: char| bidi_class(c) == BidiClass::L;
    let direction = own.chars().next().map(is_forward);
    let last_before = text[..part.start].chars().rfind(|c| is_letter(*c));
    let next_behind = text[part.end..].chars().find(|c| is_letter(*c));
    ends.all(is_letter)
        && last_before.map(is_forward) != direction
        && next_behind.map(is_forward) != direction
        && own
            .chars()
            .all(|c| is_letter(c) || bidi_class(c) == BidiClass::WS)
        && before.all(|c| is_letter(c) || is_neutral(c))
        && after.all(is_neutral)
}

/// The text with a part of it isolated.
fn isolated(text: &str, part: &Range<usize>, is_rtl: bool) -> String {
    format!(
        "{}{}{}\u{2069}{}",
        &text[..part.start],
        if is_rtl { '\u{2066}' } else { '\u{2067}' },
        &text[part.clone()],
        &text[part.end..]
    )
}

/// The characters of a text in the order and direction in which they are shown.
fn placed(text: &str, is_rtl: bool) -> String {
    let level = if is_rtl { Level::rtl() } else { Level::ltr() };
    let info = BidiInfo::new(text, Some(level));
    let mut out = String::with_capacity(text.len());
    for paragraph in &info.paragraphs {
        out.push_str(&info.reorder_line(paragraph, paragraph.range.clone()));
    }
    out.retain(|c| !matches!(c, '\u{2066}'..='\u{2069}'));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needing(text: &str, is_rtl: bool) -> Vec<&str> {
        runs(text, is_rtl)
            .into_iter()
            .filter(|run| run.isolate.is_some())
            .map(|run| run.text)
            .collect()
    }

    #[test]
    fn names_that_stand_right_need_nothing() {
        assert_eq!(needing("قالت Reuters اليوم", true), Vec::<&str>::new());
        assert_eq!(
            needing("Das Wort سلام heißt Frieden.", false),
            Vec::<&str>::new()
        );
        assert_eq!(needing("نص بلا أسماء", true), Vec::<&str>::new());
    }

    #[test]
    fn marks_at_the_edge_of_a_name_stay_with_it() {
        assert_eq!(needing("لغة C++ جديدة", true), ["C++"]);
    }

    #[test]
    fn numbers_beside_a_word_of_the_other_direction_keep_their_place() {
        assert_eq!(
            needing("شالوم 3 – שלום: 5 Tage", false),
            Vec::<&str>::new()
                .as_slice()
                .iter()
                .copied()
                .chain(["شالوم 3 – שלום"])
                .collect::<Vec<_>>()
        );
    }

    #[test]
    fn telephone_numbers_and_ranges_read_from_left_to_right() {
        assert_eq!(
            needing("اتصل بالرقم +49-30-1234 الآن", true),
            ["+49-30-1234"]
        );
        assert_eq!(needing("بين 2019-2024 فقط", true), ["2019-2024"]);
    }

    /// Every text of up to six of these characters, against the algorithm.
    #[test]
    fn what_surely_stays_does_not_change() {
        let letters = ['a', 'ש', 'س', '3', ' ', '(', ')', '-', '.', '%'];
        let mut sure = 0;
        for number in 0..10_usize.pow(6) {
            // A fifth of them is enough for a test.
            if number % 5 != number / 1000 % 5 {
                continue;
            }
            let digits = (0..6).map(|place| number / 10_usize.pow(place) % 10);
            let text: String = digits.map(|digit| letters[digit]).collect();
            for is_rtl in [false, true] {
                for part in candidates(&text, is_rtl) {
                    if surely_stays(&text, &part) {
                        sure += 1;
                        let other = placed(&super::isolated(&text, &part, is_rtl), is_rtl);
                        assert_eq!(placed(&text, is_rtl), other, "{text:?} {part:?} {is_rtl}");
                    }
                }
            }
        }
        assert!(sure > 1000, "{sure}");
    }

    #[test]
    fn the_runs_are_the_text() {
        for text in ["", "a", "لغة C++ جديدة", "+49-30-1234", "x – שלום, 3"] {
            for is_rtl in [false, true] {
                let joined: String = runs(text, is_rtl).iter().map(|run| run.text).collect();
                assert_eq!(joined, text);
            }
        }
    }
}
