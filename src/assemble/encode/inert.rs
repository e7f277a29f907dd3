//! A value as Markdown in which nothing is live that its German has not, whatever program reads it.
//!
//! Programs differ in what they take for a tag, for attributes, for an expression or for a call of
//! a template, and in what a backslash keeps from being one. Character references are text to all
//! of them.

use super::german::{German, has_brackets, has_formulas, target};
use super::scan::{Part, scan};
use super::tag::Fate;
use crate::document::{is_allowed, plain_html};
use crate::text::Span;
use std::fmt::Write as _;

/// What opens or ends a call of a template, also within code.
const CALLS: [&str; 7] = ["{{", "}}", "{%", "%}", "{#", "<%", "%>"];

/// A value as it is written.
pub(super) struct Inert<'a> {
    german: &'a German<'a>,
    pub(super) text: String,
    /// Whether value and German have formulas between two dollars each.
    has_formulas: bool,
    /// Whether value and German have escaped brackets in pairs.
    has_brackets: bool,
    /// Whether something that the German has not was made text.
    pub(super) disarmed: bool,
}

/// Writes a value so that nothing is live in it that its German block has not. The text of a picture
/// and a title become attributes.
pub(super) fn inert<'a>(value: &str, german: &'a German<'a>, becomes_attribute: bool) -> Inert<'a> {
    let parts = scan(value);
    let tokens: Vec<_> = parts
        .iter()
        .filter_map(|(part, span)| match part {
            Part::Tag(token) => Some((token.clone(), span.of(value).to_owned())),
            _ => None,
        })
        .collect();
    let mut fates = german.tags.fates(&tokens, true).into_iter();
    // Within an element, some programs look for no code.
    let is_odd = |part: &Part| matches!(part, Part::Stray | Part::Tag(_));
    let is_doubtful = parts.iter().any(|(part, _)| is_odd(part));
    // Behind a bracket, code could stand in the text of a picture or in a title.
    let attribute = if becomes_attribute {
        Some(0)
    } else {
        value.find('[')
    };
    let mut out = Inert {
        german,
        text: String::with_capacity(value.len() + 16),
        has_formulas: german.has_formulas && has_formulas(value),
        has_brackets: german.has_brackets && has_brackets(value),
        disarmed: false,
    };
    let mut at = 0;
    for (part, span) in &parts {
        out.text(&value[at..span.start], value[span.start..].chars().next());
        at = span.end;
        let raw = span.of(value);
        let next = value[at..].chars().next();
        match part {
            Part::Tag(_) => match fates.next() {
                Some(Fate::Markup(tag)) => out.text.push_str(&tag),
                // Two blanks around it would be one too many.
                Some(Fate::Nothing) => at += usize::from(out.ends_blank() && next == Some(' ')),
                _ if is_line_break(raw) => out.text.push('\n'),
                _ => out.text(raw, next),
            },
            Part::Autolink => out.autolink(raw),
            Part::Code
                if german.code.contains(raw)
                    || !(is_live(value, *span, is_doubtful)
                        || ends_attribute(raw, attribute.is_some_and(|at| at <= span.start))) =>
            {
                // A line that begins in code could begin a block of code.
                out.text.push_str(&raw.replace('\n', " "));
            }
            Part::Group if german.has_group(raw) => out.text.push_str(raw),
            Part::Code | Part::Stray | Part::Group => out.text(raw, next),
        }
    }
    out.text(&value[at..], None);
    out
}

/// Whether a code span could be read as something else: as a call of a template, which reaches into
/// code, or because programs may not agree where it begins.
fn is_live(value: &str, code: Span, is_doubtful: bool) -> bool {
    let raw = code.of(value);
    let is_doubtful = is_doubtful || value[..code.start].ends_with('\\') || raw.contains('\n');
    CALLS.iter().any(|call| raw.contains(call)) || (is_doubtful && raw.contains(['<', '{']))
}

/// Whether a code span could end the attribute that it stands in: some programs make code of it there,
/// with quotation marks as they are.
fn ends_attribute(code: &str, in_attribute: bool) -> bool {
    in_attribute && code.contains(['"', '\''])
}

fn is_line_break(tag: &str) -> bool {
    let name = tag.trim_matches(['<', '/', '>', ' ']);
    !tag.starts_with("</") && name.eq_ignore_ascii_case("br")
}

impl Inert<'_> {
    fn ends_blank(&self) -> bool {
        self.text.is_empty() || self.text.ends_with([' ', '\n'])
    }

    /// Adds what is text and nothing else; `next` comes behind it.
    fn text(&mut self, text: &str, next: Option<char>) {
        let mut rest = text;
        while let Some(at) = rest.find(['\\', '`', '<', '>', '{', '}', ']', '$']) {
            self.text.push_str(&rest[..at]);
            let sign = rest.as_bytes()[at];
            rest = &rest[at + 1..];
            let after = rest.chars().next().or(next);
            match sign {
                b'\\' => rest = self.backslash(rest),
                b'`' => self.text.push_str("&#96;"),
                b'$' => rest = self.dollars(rest),
                b'<' if after.is_some_and(|c| c == ' ' || c == '=' || c.is_ascii_digit()) => {
                    self.text.push('<');
                }
                b'<' => {
                    self.disarmed |=
                        after.is_some_and(|c| c.is_ascii_alphabetic() || "/?%".contains(c));
                    self.text.push_str("&lt;");
                }
                // It could end a call that some line above begins, whatever block that is in.
                b'>' if self.text.ends_with('%') => self.text.push_str("&gt;"),
                b'>' => self.text.push('>'),
                b']' => {
                    self.text.push(']');
                    if let Some(inner) = rest.strip_prefix('(') {
                        rest = self.target(inner);
                    } else if let Some(behind) = rest.strip_prefix(':') {
                        // Programs differ in what may stand behind the address of a definition.
                        self.text.push_str("&#58;");
                        rest = behind;
                    }
                }
                brace => {
                    self.disarmed = true;
                    self.text
                        .push_str(if brace == b'{' { "&#123;" } else { "&#125;" });
                }
            }
        }
        self.text.push_str(rest);
    }

    /// A dollar and those behind it. Two could end a formula that some line above begins, whatever
    /// block that is in.
    fn dollars<'v>(&mut self, rest: &'v str) -> &'v str {
        let behind = rest.trim_start_matches('$');
        let count = rest.len() - behind.len() + 1;
        let sign = if count > 1 && !self.has_formulas {
            "&#36;"
        } else {
            "$"
        };
        self.text.push_str(&sign.repeat(count));
        behind
    }

    /// A backslash and what it escapes; where programs do not know the escape, what stands for it.
    fn backslash<'v>(&mut self, rest: &'v str) -> &'v str {
        match rest.chars().next() {
            Some('<' | '{' | '}') => rest,
            Some('&') => {
                self.text.push_str("&amp;");
                &rest[1..]
            }
            Some(c @ ('[' | ']')) if !self.has_brackets => {
                self.text.push_str(if c == '[' { "&#91;" } else { "&#93;" });
                &rest[1..]
            }
            Some(c) => {
                self.text.extend(['\\', c]);
                &rest[c.len_utf8()..]
            }
            None => {
                self.text.push('\\');
                rest
            }
        }
    }

    /// The target of a link, behind its bracket; returns what comes behind its address. One that
    /// leads to a harmful place is no link any more.
    fn target<'v>(&mut self, inner: &'v str) -> &'v str {
        let blank = inner.len() - inner.trim_start().len();
        let is_pointed = inner[blank..].starts_with('<');
        let body = &inner[blank + usize::from(is_pointed)..];
        // Some programs take blanks into the address: its scheme is looked for in all of it.
        let whole = target(inner);
        let read = plain_html(&whole.replace(['\\', '<'], ""));
        if !self.german.targets.contains(whole) && !is_allowed(&read, self.german.schemes) {
            self.disarmed = true;
            self.text.push_str("&#40;");
            return inner;
        }
        self.text.push('(');
        if self.german.targets.contains(whole) {
            self.text.push_str(whole);
            return &inner[whole.len()..];
        }
        let end = if is_pointed {
            body.find(['>', '<', '\n'])
                .filter(|end| body[*end..].starts_with('>'))
        } else {
            body.find(|c: char| c == ')' || c.is_whitespace())
        };
        let Some(end) = end else {
            return inner;
        };
        self.address(&body[..end]);
        &body[end + usize::from(is_pointed)..]
    }

    fn autolink(&mut self, raw: &str) {
        self.text.push('<');
        self.address(&raw[1..raw.len() - 1]);
        self.text.push('>');
    }

    /// An address without the signs that could end the attribute it becomes.
    fn address(&mut self, address: &str) {
        for c in address.chars() {
            match c {
                // Blanks and round brackets stand only in pointed brackets, which are not written.
                '"' | '\'' | '`' | '<' | '>' | '{' | '}' | '(' | ')' | ' ' | '\t' => {
                    // Writing into a string cannot fail.
                    let _ = write!(self.text, "%{:02X}", u32::from(c));
                }
                c => self.text.push(c),
            }
        }
    }
}
