//! Text that was written in one encoding and read in another.
//!
//! Why it matters: readers see `Ã©` where `é` was meant, or a box.
//! Example: `les consÃ©quences` for `les conséquences`, `isnâ€™t` for `isn’t`, `РњРѕСЃРєРІР°`
//! for `Москва`, `M�nchen` for `München`.
//! Fix: none; what the bytes read as is told.

use super::pair::characters::{Characters, Marks};
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "mojibake",
    category: "encoding",
    severity: Severity::Error,
    manual: include_str!("mojibake.rs"),
    find: Find::Pair(find),
};

/// The characters of Windows 1252 at 0x80–0x9F.
const WESTERN: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";
/// The characters of Windows 1251 at 0x80–0xBF.
const CYRILLIC: &str =
    "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї";

/// What stands for a letter that was lost.
const LOST: char = '\u{FFFD}';

/// What may be the first byte of a letter, or stands for a lost one.
const FIRSTS: Characters = Characters::NONE
    .with(LOST..=LOST)
    .with('\u{C2}'..='\u{F4}')
    .with('В'..='ф');

/// What may be a byte behind it, or stands for a lost letter.
static SECONDS: Marks = Marks::from(
    &Characters::of(WESTERN)
        .and(&Characters::of(CYRILLIC))
        .with('\u{A0}'..='\u{BF}')
        .with(LOST..=LOST),
);

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let target = pair.target();
    let characters = &pair.readings().1.characters;
    if !characters.meets(&SECONDS.set) || !characters.meets(&FIRSTS) {
        return;
    }
    let mut after = 0;
    for (place, second) in SECONDS.places(target) {
        if second == LOST && !pair.source().contains(LOST) {
            let message = "a character was lost: U+FFFD stands for what could not be read";
            let span = Span::new(place, place + second.len_utf8());
            flaws.push(Flaw::new(span, "U+FFFD", message).hint("type the letter again"));
        }
        let Some(c) = target[..place].chars().next_back() else {
            continue;
        };
        let at = place - c.len_utf8();
        if at < after || !FIRSTS.has(c) {
            continue;
        }
        let rest = &target[at..];
        // `4 × 3` with a no-break space would be a Hebrew letter.
        let likely = read_back(rest, western, if c == '×' { 2 } else { 1 });
        if let Some((length, meant)) = likely.or_else(|| read_back(rest, cyrillic, 3)) {
            let read = &rest[..length];
            if !pair.source().contains(read) {
                let message =
                    format!("`{read}` was read in the wrong encoding: `{meant}` was meant");
                let span = Span::new(at, at + length);
                flaws.push(
                    Flaw::new(span, read, message)
                        .hint("type it again, or convert the text it came from"),
                );
            }
            after = at + length;
        }
    }
}

/// Reads the start of a text back as UTF-8, if it is `least` characters in the wrong encoding or
/// more: its length in bytes and what was meant.
fn read_back(rest: &str, byte: fn(char) -> Option<u8>, least: usize) -> Option<(usize, String)> {
    let mut chars = rest.char_indices().peekable();
    let mut meant = String::new();
    let mut end = 0;
    while let Some((_, c)) = chars.peek().copied() {
        let Some(lead) = byte(c) else { break };
        let more = match lead {
            0xC2..=0xDF => 1,
            0xE0..=0xEF => 2,
            0xF0..=0xF4 => 3,
            _ => break,
        };
        let mut ahead = chars.clone();
        ahead.next();
        if !ahead.clone().take(more).all(|(_, c)| SECONDS.set.has(c)) {
            break;
        }
        let mut bytes = [lead, 0, 0, 0];
        for place in &mut bytes[1..=more] {
            // No byte but the first is 0 in what can be read.
            *place = ahead.next().and_then(|(_, c)| byte(c)).unwrap_or(0);
        }
        let Ok(read) = std::str::from_utf8(&bytes[..=more]) else {
            break;
        };
        if read.chars().any(char::is_control) {
            break;
        }
        meant.push_str(read);
        chars = ahead;
        end = chars.peek().map_or(rest.len(), |(at, _)| *at);
    }
    // One letter of a far script is chance: `é »` would be a Chinese one.
    let near = meant
        .chars()
        .all(|c| c < '\u{800}' || ('\u{2000}'..'\u{2300}').contains(&c) || c > '\u{1F000}');
    let count = meant.chars().count();
    (count >= least && (near || count > 2)).then_some((end, meant))
}

fn western(c: char) -> Option<u8> {
    match c {
        '\u{A0}'..='\u{FF}' => u8::try_from(u32::from(c)).ok(),
        '\u{400}'..='\u{1FFF}' => None,
        _ => offset(WESTERN, c).map(|at| 0x80 + at),
    }
}

fn cyrillic(c: char) -> Option<u8> {
    match c {
        'А'..='я' => u8::try_from(u32::from(c) - 0x410 + 0xC0).ok(),
        _ => offset(CYRILLIC, c).map(|at| 0x80 + at),
    }
}

fn offset(table: &str, c: char) -> Option<u8> {
    if c.is_ascii() {
        return None;
    }
    table
        .chars()
        .position(|other| other == c)
        .and_then(|at| u8::try_from(at).ok())
}
