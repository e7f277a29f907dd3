//! What people are shown, on a terminal or in a log, with the control characters of the texts in it
//! made visible: none reaches the terminal, whichever command shows it.

use std::fmt;
use std::io::{self, Write};

/// Longest style sequence that is let through, in bytes.
const LONGEST: usize = 16;

/// Writes text for people: a control character is shown as its picture (`␛`), but for line feeds and
/// tabs. Where colours are shown, the sequences of satz' own styles are let through, and no others.
///
/// # Examples
/// ```
/// use satz::report::Visible;
/// let mut out = Visible::new(Vec::new());
/// out.write_all("rot: \u{1B}[31m\u{7}\n".as_bytes()).unwrap();
/// assert_eq!(out.into_inner().unwrap(), "rot: ␛[31m␇\n".as_bytes());
/// ```
#[derive(Debug)]
pub struct Visible<W: Write> {
    to: W,
    styled: bool,
    /// The beginning of what may be a style, or of a character.
    pending: Vec<u8>,
}

impl<W: Write> Visible<W> {
    /// Shows no styles.
    pub fn new(to: W) -> Self {
        Self {
            to,
            styled: false,
            pending: Vec::new(),
        }
    }

    /// Says whether styles are shown.
    pub fn show_styles(&mut self, styled: bool) {
        self.styled = styled;
    }

    /// Where data for programs goes, byte for byte: its form has rules of its own for such characters.
    ///
    /// # Errors
    /// If what was written before cannot be handed on.
    pub fn data(&mut self) -> io::Result<&mut W> {
        self.give_pending()?;
        Ok(&mut self.to)
    }

    /// What it wrote to.
    ///
    /// # Errors
    /// If what was written before cannot be handed on.
    pub fn into_inner(mut self) -> io::Result<W> {
        self.give_pending()?;
        Ok(self.to)
    }

    /// As [`Write::write_all`], where that trait is not in reach.
    ///
    /// # Errors
    /// If the text cannot be handed on.
    pub fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.put(bytes)
    }

    /// As [`Write::write_fmt`], where that trait is not in reach.
    ///
    /// # Errors
    /// If the text cannot be handed on.
    pub fn write_fmt(&mut self, text: fmt::Arguments<'_>) -> io::Result<()> {
        Write::write_fmt(self, text)
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.pending.is_empty() && !bytes.iter().any(|byte| needs_look(*byte)) {
            return self.to.write_all(bytes);
        }
        let mut shown = Vec::with_capacity(bytes.len() + 8);
        for byte in bytes {
            self.push(*byte, &mut shown);
        }
        self.to.write_all(&shown)
    }

    fn push(&mut self, byte: u8, shown: &mut Vec<u8>) {
        match self.pending.as_slice() {
            [] => match byte {
                0xC2 => self.pending.push(byte),
                0x1B if self.styled => self.pending.push(byte),
                _ => show(byte, shown),
            },
            [0xC2] => {
                self.pending.clear();
                // The controls from U+0080 to U+009F.
                if (0x80..=0x9F).contains(&byte) {
                    shown.extend("\u{FFFD}".bytes());
                } else {
                    shown.extend([0xC2, byte]);
                }
            }
            [_, parameters @ ..] => {
                let goes_on = match parameters {
                    [] => byte == b'[',
                    _ => byte.is_ascii_digit() || byte == b';',
                };
                if goes_on && self.pending.len() < LONGEST {
                    self.pending.push(byte);
                } else if byte == b'm' && is_style(parameters) {
                    shown.append(&mut self.pending);
                    shown.push(byte);
                } else {
                    let pending = std::mem::take(&mut self.pending);
                    for byte in pending {
                        show(byte, shown);
                    }
                    self.push(byte, shown);
                }
            }
        }
    }

    fn give_pending(&mut self) -> io::Result<()> {
        if self.pending.is_empty() {
            return Ok(());
        }
        let mut shown = Vec::new();
        let pending = std::mem::take(&mut self.pending);
        for byte in pending {
            show(byte, &mut shown);
        }
        self.to.write_all(&shown)
    }
}

impl<W: Write> Write for Visible<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.put(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.give_pending()?;
        self.to.flush()
    }
}

fn needs_look(byte: u8) -> bool {
    matches!(byte, 0x7F | 0xC2) || (byte < b' ' && !matches!(byte, b'\n' | b'\t'))
}

/// Adds a byte, a control character as its picture.
fn show(byte: u8, shown: &mut Vec<u8>) {
    match byte {
        b'\n' | b'\t' => shown.push(byte),
        0x7F => shown.extend("␡".bytes()),
        0..=0x1F => shown.extend([0xE2, 0x90, 0x80 + byte]),
        _ => shown.push(byte),
    }
}

/// Whether a sequence sets a style that satz uses: it hides nothing and moves nothing.
fn is_style(parameters: &[u8]) -> bool {
    let [b'[', numbers @ ..] = parameters else {
        return false;
    };
    let is_known = |number: &[u8]| {
        let number = std::str::from_utf8(number).ok();
        matches!(
            number.and_then(|number| number.parse::<u8>().ok()),
            Some(0..=4 | 9 | 22..=24 | 29 | 31..=36 | 39 | 91..=97)
        )
    };
    numbers.is_empty() || numbers.split(|byte| *byte == b';').all(is_known)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(styled: bool, pieces: &[&str]) -> String {
        let mut out = Visible::new(Vec::new());
        out.show_styles(styled);
        for piece in pieces {
            out.write_all(piece.as_bytes()).unwrap();
        }
        String::from_utf8(out.into_inner().unwrap()).unwrap()
    }

    #[test]
    fn no_control_character_is_handed_on() {
        for (text, wanted) in [
            ("ein\tzwei\n", "ein\tzwei\n"),
            ("\u{1B}]0;fremd\u{7}", "␛]0;fremd␇"),
            ("a\rb\r\n", "a␍b␍\n"),
            ("\u{0}\u{8}\u{7F}", "␀␈␡"),
            ("\u{9B}31m «§»", "\u{FFFD}31m «§»"),
            ("\u{1B}[31mrot", "␛[31mrot"),
        ] {
            assert_eq!(shown(false, &[text]), wanted);
        }
    }

    #[test]
    fn only_styles_pass_where_styles_are_shown() {
        for (text, wanted) in [
            (
                "\u{1B}[1m\u{1B}[91mFehler\u{1B}[0m",
                "\u{1B}[1m\u{1B}[91mFehler\u{1B}[0m",
            ),
            ("\u{1B}[8mversteckt", "␛[8mversteckt"),
            ("\u{1B}[2J\u{1B}[1;1H", "␛[2J␛[1;1H"),
            ("\u{1B}\u{1B}[m", "␛\u{1B}[m"),
            ("\u{1B}[1;31;31;31;31;31;31m", "␛[1;31;31;31;31;31;31m"),
            ("\u{1B}]8;;http://x\u{1B}\\", "␛]8;;http://x␛\\"),
            ("\u{1B}[", "␛["),
        ] {
            assert_eq!(shown(true, &[text]), wanted);
        }
    }

    #[test]
    fn a_sequence_in_pieces_is_one() {
        assert_eq!(shown(true, &["\u{1B}[", "3", "1m"]), "\u{1B}[31m");
        let halves = "\u{9B}".as_bytes().split_at(1);
        let mut out = Visible::new(Vec::new());
        out.write_all(halves.0).unwrap();
        out.write_all(halves.1).unwrap();
        assert_eq!(out.into_inner().unwrap(), "\u{FFFD}".as_bytes());
    }
}
