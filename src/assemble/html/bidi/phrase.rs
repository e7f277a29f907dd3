//! Phrases that are written from left to right within a text from right to left: names, addresses,
//! versions, telephone numbers, sums.

use std::ops::Range;

use unicode_bidi::{BidiClass, bidi_class};

/// What a word of the text is. Words end at white space and at letters of the text's own direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Letters of the text's own direction, or its marks: no phrase goes beyond.
    Wall,
    /// A word with a letter that is written from left to right.
    Latin,
    /// Digits without a letter.
    Number,
    /// Signs alone.
    Sign,
}

#[derive(Debug, Clone)]
struct Word {
    range: Range<usize>,
    kind: Kind,
}

/// Signs that may begin a phrase if they stand close before its first letter or digit.
const LEADING: &str = "+-−±#@$€£¥~/\\.*_^<>=≤≥≈%§&";
/// Those that may begin it close behind a letter of the other direction, where a hyphen or a slash
/// joins a prefix.
const LEADING_ANYWHERE: &str = "+#@$€£¥";
/// Signs that may end a phrase.
const TRAILING: &str = "+#%‰°€$£¥™®©*/\\_=&~'′″";
/// Signs between blanks that join a number to what is before it.
const OPERATORS: [&str; 13] = [
    "=", "+", "−", "<", ">", "≤", "≥", "≈", "×", "·", "→", "§", ":=",
];
/// Signs within a number that are placed otherwise in the other direction.
const WITHIN: &str = "+-–−/:×*=^()";
/// Symbols of units, which belong to the number before them.
const UNITS: &str = " m cm mm nm μm µm km km/h m/s g kg mg t l ml cl hl ha m² m³ km² B kB KB MB GB TB \
    kbit/s Mbit/s Gbit/s MB/s Hz kHz MHz GHz W kW MW GW Wh kWh MWh GWh TWh V kV A mA Ah mAh J kJ MJ \
    kcal C F K Pa hPa kPa bar dB px pt dpi fps rpm mph PS hp ppm s ms min h EUR USD CHF GBP Euro € $ ";
/// How many groups of digits a number may have.
const MOST_GROUPS: usize = 8;

/// The phrases of a text that is written from right to left, ascending.
pub(super) fn phrases(text: &str) -> Vec<Range<usize>> {
    let words = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let start = at;
        let mut is_phrase = false;
        if words[at].kind == Kind::Number {
            at = number_end(text, &words, at);
            let leads = { words.get(at) }.is_some_and(|next| leads(text, &words[at - 1], next));
            is_phrase = is_compound(text[words[start].range.start..words[at - 1].range.end].trim());
            if !leads {
                if is_phrase {
                    push(
                        text,
                        words[start].range.start..words[at - 1].range.end,
                        &mut found,
                    );
                }
                continue;
            }
        }
        if words[at].kind == Kind::Latin {
            at = phrase_end(text, &words, at);
            is_phrase = true;
        } else {
            at += 1;
        }
        if is_phrase {
            push(
                text,
                words[start].range.start..words[at - 1].range.end,
                &mut found,
            );
        }
    }
    found
}

/// Cuts a text into words.
fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    // The word goes on if nothing else begins.
    let mut is_open = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let class = bidi_class(c);
        let before = words.last_mut().filter(|_| is_open);
        let is_address = before
            .as_ref()
            .is_some_and(|word| is_address(&text[word.range.clone()]));
        let kind = match class {
            _ if matches!(c, '،' | '؛' | '؟' | '۔' | '٪') => Kind::Wall,
            BidiClass::R | BidiClass::AL | BidiClass::AN if !is_address => Kind::Wall,
            BidiClass::L | BidiClass::R | BidiClass::AL | BidiClass::AN => Kind::Latin,
            BidiClass::EN => Kind::Number,
            BidiClass::WS | BidiClass::B | BidiClass::S => {
                is_open = false;
                continue;
            }
            BidiClass::NSM => before.as_ref().map_or(Kind::Sign, |word| word.kind),
            _ => Kind::Sign,
        };
        match before {
            Some(word) if (word.kind == Kind::Wall) == (kind == Kind::Wall) => {
                word.range.end = end;
                word.kind = stronger(word.kind, kind);
            }
            _ => words.push(Word {
                range: at..end,
                kind,
            }),
        }
        is_open = true;
    }
    words
}

/// What a word is with one character more.
fn stronger(one: Kind, other: Kind) -> Kind {
    [Kind::Wall, Kind::Latin, Kind::Number]
        .into_iter()
        .find(|kind| one == *kind || other == *kind)
        .unwrap_or(Kind::Sign)
}

/// Whether a word is an address, which may have letters of both directions.
fn is_address(word: &str) -> bool {
    word.contains("://") || word.starts_with("www.")
}

/// The end of the phrase that a Latin word begins: behind the last Latin word before a wall, and
/// behind the number that goes with it.
fn phrase_end(text: &str, words: &[Word], first: usize) -> usize {
    let mut end = first + 1;
    let mut at = end;
    while at < words.len() {
        match words[at].kind {
            Kind::Wall => break,
            Kind::Latin => {
                at += 1;
                end = at;
            }
            Kind::Number => {
                let number = at;
                at = number_end(text, words, at);
                if joins(text, words, number, at) {
                    end = at;
                }
            }
            Kind::Sign => at += 1,
        }
    }
    end
}

/// Whether a number belongs to the words before it.
fn joins(text: &str, words: &[Word], number: usize, end: usize) -> bool {
    let before = &words[number - 1];
    let word = &text[before.range.clone()];
    let digits = &text[words[number].range.start..words[end - 1].range.end];
    match before.kind {
        Kind::Sign => OPERATORS.contains(&word),
        _ if word.ends_with(';') || word.ends_with('!') || word.ends_with('?') => false,
        _ if word.ends_with(':') => is_compound(digits),
        // "July 4, 2024", and not "Reuters, 5".
        _ if word.ends_with(',') => before.kind == Kind::Number && digits.len() >= 4,
        _ => true,
    }
}

/// The end of a number: of one group of digits, or of several with blanks between them.
fn number_end(text: &str, words: &[Word], first: usize) -> usize {
    let mut end = first + 1;
    while end < words.len() && end - first < MOST_GROUPS {
        let before = &text[words[end - 1].range.clone()];
        let is_bracket = before.ends_with(')') && before.starts_with(['(', '+']);
        if !(before.ends_with(|c: char| c.is_ascii_digit()) || is_bracket) {
            break;
        }
        let is_joint = |word: &Word| matches!(&text[word.range.clone()], "-" | "–" | "/");
        match &words[end..] {
            [next, ..] if next.kind == Kind::Number => end += 1,
            [joint, next, ..] if is_joint(joint) && next.kind == Kind::Number => end += 2,
            _ => break,
        }
    }
    // A part of the groups may be a number: others follow it then.
    let is_whole =
        |end: usize| is_grouped(&text[words[first].range.start..words[end - 1].range.end]);
    (first + 2..=end)
        .rev()
        .find(|end| is_whole(*end))
        .unwrap_or(first + 1)
}

/// Whether groups of digits are one number: of a telephone or an account, or a large one.
fn is_grouped(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ',', ';', ':', '!', '?']);
    let groups: Vec<usize> = text
        .split(|c: char| !c.is_ascii_digit())
        .map(str::len)
        .filter(|digits| *digits > 0)
        .collect();
    let digits: usize = groups.iter().sum();
    if text.starts_with(['+', '0', '(']) {
        return digits >= 5;
    }
    let is_large = groups.first().is_some_and(|first| *first <= 3)
        && groups.iter().skip(1).all(|digits| *digits == 3);
    groups.len() >= 3 && (is_large || digits >= 7 && groups.iter().all(|digits| *digits >= 2))
}

/// Whether a number could be placed otherwise in the other direction: it has several groups, a sign
/// before it or signs within it.
fn is_compound(number: &str) -> bool {
    let number = number.trim_end_matches(|c: char| !c.is_ascii_digit() && !TRAILING.contains(c));
    let begins = number.starts_with(|c: char| !c.is_ascii_digit() && LEADING.contains(c));
    let has_several = number.bytes().filter(u8::is_ascii_digit).count() > 1;
    begins || has_several && number.contains(|c: char| c == ' ' || WITHIN.contains(c))
}

/// Whether a number goes with the Latin word behind it: with a unit, and with a move in chess.
fn leads(text: &str, number: &Word, next: &Word) -> bool {
    let word = text[next.range.clone()].trim_start_matches('°');
    let word = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '”', '»']);
    let number = &text[number.range.clone()];
    let is_move = number.ends_with('.') && number.len() <= 3;
    next.kind == Kind::Latin
        && (is_move && word.contains(|c: char| c.is_ascii_digit())
            || !word.is_empty() && UNITS.contains(&format!(" {word} ")))
}

/// Takes a stretch without the marks at its edges; cut at brackets that have no partner in it.
fn push(text: &str, stretch: Range<usize>, found: &mut Vec<Range<usize>>) {
    let phrase = trimmed(text, stretch);
    match lone_bracket(&text[phrase.clone()]) {
        Some(at) => {
            let at = phrase.start + at;
            let parts = [phrase.start..at, at + 1..phrase.end];
            for part in parts.into_iter().filter(|part| !part.is_empty()) {
                let is_latin = text[part.clone()].contains(|c| bidi_class(c) == BidiClass::L);
                if is_latin || is_compound(text[part.clone()].trim()) {
                    push(text, part, found);
                }
            }
        }
        None if phrase.is_empty() => {}
        None => found.push(phrase),
    }
}

/// A stretch from its first letter, digit or sign that belongs to it to the last one, or to a bracket
/// whose partner is in it.
fn trimmed(text: &str, Range { mut start, mut end }: Range<usize>) -> Range<usize> {
    let is_inner = |c: char| {
        matches!(
            bidi_class(c),
            BidiClass::L | BidiClass::EN | BidiClass::R | BidiClass::AL
        )
    };
    while let Some(last) = text[start..end].chars().next_back() {
        let is_partner = closing(last) && partner(&text[start..end], end - start - 1).is_some();
        let is_sign = TRAILING.contains(last) || bidi_class(last) == BidiClass::NSM;
        if is_inner(last) || is_partner || is_sign {
            break;
        }
        end -= last.len_utf8();
    }
    let mut before = text[..start].chars().next_back();
    while let Some(first) = text[start..end].chars().next() {
        let is_close = before.is_some_and(is_letter);
        let signs = if is_close { LEADING_ANYWHERE } else { LEADING };
        let rest = &text[start + first.len_utf8()..end];
        let begins = rest.starts_with(|c| is_inner(c) || LEADING.contains(c) || c == '(');
        // Brackets around the whole phrase are no part of it.
        let is_partner = opening(first)
            && partner_behind(&text[start..end]).is_some_and(|at| start + at + 1 < end);
        if is_inner(first) || is_partner || signs.contains(first) && begins {
            break;
        }
        if opening(first) && partner_behind(&text[start..end]) == Some(end - start - 1) {
            end -= 1;
        }
        before = Some(first);
        start += first.len_utf8();
    }
    start..end.max(start)
}

/// Whether a character is a letter from right to left, and not the hyphen of Hebrew.
fn is_letter(c: char) -> bool {
    c != '\u{5BE}' && matches!(bidi_class(c), BidiClass::R | BidiClass::AL)
}

fn opening(c: char) -> bool {
    matches!(c, '(' | '[' | '{')
}

fn closing(c: char) -> bool {
    matches!(c, ')' | ']' | '}')
}

/// Where the bracket opens that is closed at a place of a text.
fn partner(text: &str, close: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text[..close].char_indices().rev() {
        if closing(c) {
            depth += 1;
        } else if opening(c) {
            match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return Some(at),
            }
        }
    }
    None
}

/// Where the bracket closes that a text begins with.
fn partner_behind(text: &str) -> Option<usize> {
    let closes = text.char_indices().filter(|(_, c)| closing(*c));
    closes
        .map(|(at, _)| at)
        .find(|at| partner(text, *at) == Some(0))
}

/// A bracket of a text without its partner in it.
fn lone_bracket(text: &str) -> Option<usize> {
    let mut open = Vec::new();
    for (at, c) in text.char_indices() {
        if opening(c) {
            open.push(at);
        } else if closing(c) && open.pop().is_none() {
            return Some(at);
        }
    }
    open.first().copied()
}

#[cfg(test)]
mod tests {
    use super::super::runs;

    /// Each is written from left to right, whatever stands around it.
    const PHRASES: &[&str] = &[
        "https://hof.example/a?b=1&c=2",
        "https://hof.example/tor/",
        "https://hof.example/?q=",
        "https://hof.example/a_(b)",
        "www.hof.example",
        "tor@hof.example",
        "@hof_2024",
        "#Hoffest",
        "#Hof2024",
        "+49 30 1234",
        "+49 (0)30 1234-56",
        "(030) 1234 5678",
        "030 1234567",
        "0800 123 4567",
        "+1-202-555-0100",
        "Siemens AG (München)",
        "Karl Probe (USA)",
        "Bayern (2023)",
        "Hof & Sohn",
        "Python 3.12",
        "Windows 11",
        "ISO 9001:2015",
        "ISO/IEC 27001:2022",
        "DIN EN 13432",
        "C++",
        "C++20",
        "C#",
        "C# 12",
        "A*",
        ".NET",
        ".NET 8",
        "AT&T",
        "/usr/local/bin",
        "~/.config/satz",
        "C:\\Hof\\Tor\\",
        "./satz check --fix",
        "v1.2.3-beta+5",
        ">=3.8,<4",
        "^1.2.3",
        "US$ 100",
        "$5",
        "100 EUR",
        "1 234 567 EUR",
        "2019-2024",
        "10–12",
        "8:30–12:00",
        "192.168.0.1:8080",
        "-5 °C",
        "100 km/h",
        "10–20 km",
        "5 GHz",
        "1. e4 e5 2. Sf3",
        "1. e4 c5+",
        "O-O-O#",
        "H₂O",
        "E = mc²",
        "a² + b² = c²",
        "f(x) = 2x + 1",
        "foo()",
        "x[0]",
        "1920×1080",
        "4K",
        "3D",
        "(R)-Limonen",
        "ISBN 978-3-16-148410-0",
        "DE89 3704 0044 0532 0130 00",
        "WhatsApp +49 170 1234",
        "Tel.: +49 30 1234",
        "Nr. 5",
        "BGB § 823 Abs. 1",
        "A4 297 × 210 mm",
        "Unter den Linden 5, 10117 Berlin",
        "July 4, 2024",
        "J. K. Rowling",
        "Apollo 11",
        "Boeing 747-400",
        "USB 3.2 Gen 2×2",
        "Karl (CDU), Otto (SPD)",
        "OpenSSL 3.0.13+dfsg",
        "GPL-3.0-or-later",
        "Größe \"XL\"",
        "ß-Carotin",
    ];

    /// A word before and one behind, in Arabic, Hebrew, Persian and Urdu.
    const AROUND: &[(&str, &str)] = &[
        ("كلمة ", " نهاية."),
        ("מילה ", " סוף."),
        ("واژه ", " پایان."),
        ("لفظ (", ")، آخر۔"),
        ("ב־", ", סוף."),
    ];

    /// The isolated stretches.
    fn isolated(text: &str) -> Vec<&str> {
        let runs = runs(text, true).into_iter();
        runs.filter(|run| run.isolate.is_some())
            .map(|run| run.text)
            .collect()
    }

    #[test]
    fn phrases_are_isolated_whole_or_not_at_all() {
        let mut wrong = Vec::new();
        for phrase in PHRASES {
            for (before, behind) in AROUND {
                let text = format!("{before}{phrase}{behind}");
                let found = isolated(&text);
                if !found.is_empty() && found != [*phrase] {
                    wrong.push(format!("{text} → {found:?}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn what_is_no_part_of_a_phrase_stays_outside() {
        let cases: &[(&str, &[&str])] = &[
            ("قالت Reuters – 5 أشخاص", &["Reuters"]),
            ("قالت Reuters، 5 أشخاص", &["Reuters"]),
            ("في عام 2023 Reuters تقول", &[]),
            ("מ-2019 ועד היום", &[]),
            ("ב-2019-2024 היה", &[]),
            ("ב-Google+ היה", &["Google+"]),
            ("(קוד C++) C# היה", &["C++", "C#"]),
            ("C++ (קוד C#) היה", &["C++", "C#"]),
            ("כמו \"C++\" היה", &["C++"]),
            ("הגיל הוא 12. Google אמרה", &[]),
            ("היו 20 חברים", &[]),
            ("עלה 5% השנה", &[]),
        ];
        for (text, wanted) in cases {
            assert_eq!(isolated(text), *wanted, "{text}");
        }
    }
}
