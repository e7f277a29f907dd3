//! Braces that a text opens and closes.

use memchr::memchr;

/// Counts the braces of a text that comes piece by piece, and the parentheses of calls within them;
/// quoted ones do not count. In the text of a variant, a quotation mark is one, and a parenthesis is none
/// of a call.
#[derive(Default)]
pub(super) struct Braces {
    /// The depth now.
    pub(super) depth: usize,
    /// Parentheses that are open in a placeable.
    calls: usize,
    /// The greatest depth of both together.
    pub(super) most: usize,
    /// Per open brace, whether the text of a variant has begun in it: behind `[one]`.
    texts: Vec<bool>,
    quoted: bool,
    escaped: bool,
}

impl Braces {
    pub(super) fn read(&mut self, text: &str) {
        let mut bytes = text.as_bytes().iter();
        loop {
            // Outside of braces nothing else counts.
            if self.depth == 0 {
                let far = memchr(b'{', bytes.as_slice());
                bytes = bytes.as_slice()[far.unwrap_or(bytes.len())..].iter();
            }
            let Some(&c) = bytes.next() else { return };
            if self.quoted {
                match c {
                    _ if self.escaped => self.escaped = false,
                    b'\\' => self.escaped = true,
                    b'"' | b'\n' => self.quoted = false,
                    _ => {}
                }
                continue;
            }
            let is_text = self.texts.last().copied().unwrap_or(true);
            match c {
                b'{' => self.texts.push(false),
                b'}' => {
                    self.texts.pop();
                }
                b']' => {
                    if let Some(text) = self.texts.last_mut() {
                        *text = true;
                    }
                }
                b'(' if !is_text => self.calls += 1,
                b')' if !is_text => self.calls = self.calls.saturating_sub(1),
                b'"' if !is_text => self.quoted = true,
                _ => {}
            }
            self.depth = self.texts.len();
            if self.depth == 0 {
                self.calls = 0;
            }
            self.most = self.most.max(self.depth + self.calls);
        }
    }
}
