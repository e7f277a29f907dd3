//! YAML made ready for its readers: what is valid and one of them does not take is made the same for
//! it, where every byte keeps its place, and what is too deep is cut off.

/// More brackets within each other than the readers take.
const TOO_DEEP: usize = 256;

/// The text up to where its brackets are nested too deep, if they seem to be: read as a whole, it
/// would take time that grows with the square of their depth, to be refused as well.
pub(super) fn too_deep(raw: &str) -> Option<&str> {
    let (mut depth, mut quote, mut start) = (0_usize, None, 0);
    for line in raw.split_inclusive('\n') {
        let mut scan = Scan::new(line, quote);
        for (at, c) in scan.by_ref() {
            match c {
                '[' | '{' => depth += 1,
                ']' | '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > TOO_DEEP {
                return Some(&raw[..=start + at]);
            }
        }
        quote = scan.open;
        start += line.len();
    }
    None
}

/// The text with blanks for the tabs in the white space before comments.
pub(super) fn without_tabs(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut parts = raw.split('#').peekable();
    while let Some(part) = parts.next() {
        let text = part.trim_end_matches([' ', '\t']);
        out.push_str(text);
        if parts.peek().is_some() {
            out.extend(std::iter::repeat_n(' ', part.len() - text.len()));
            out.push('#');
        } else {
            out.push_str(&part[text.len()..]);
        }
    }
    out
}

/// The text with blanks for the tabs between a key and its value.
pub(super) fn without_tabs_behind_keys(raw: &str) -> String {
    let mut out = raw.as_bytes().to_vec();
    let mut quote = None;
    // Indentation of the key of a block of lines.
    let mut block: Option<usize> = None;
    let mut start = 0;
    for line in raw.split_inclusive('\n') {
        let body = line.trim_end_matches(['\r', '\n']);
        let indent = body.len() - body.trim_start().len();
        if !block.is_some_and(|block| body.trim().is_empty() || indent > block) {
            let mut scan = Scan::new(body, quote);
            let mut is_behind_colon = false;
            for (at, c) in scan.by_ref() {
                match c {
                    '\t' if is_behind_colon => out[start + at] = b' ',
                    ' ' => {}
                    _ => is_behind_colon = c == ':',
                }
            }
            quote = scan.open;
            block = (quote.is_none() && opens_block(body)).then_some(indent);
        }
        start += line.len();
    }
    String::from_utf8(out).unwrap_or_else(|_| raw.to_owned())
}

/// The text with blanks for the line breaks in quoted texts that go on at the margin.
pub(super) fn joined(raw: &str) -> String {
    let mut out = raw.as_bytes().to_vec();
    let mut quote = None;
    // Indentation of the key of a block of lines.
    let mut block: Option<usize> = None;
    let mut start = 0;
    for line in raw.split_inclusive('\n') {
        let body = line.trim_end_matches(['\r', '\n']);
        let indent = body.len() - body.trim_start().len();
        let is_within = |block: usize| body.trim().is_empty() || indent > block;
        if quote.is_some() {
            if indent == 0 && !body.is_empty() {
                let before = raw[..start].trim_end_matches(['\r', '\n']).len();
                out[before..start].fill(b' ');
            }
            quote = open_quote(body, quote);
        } else if !block.is_some_and(is_within) {
            block = opens_block(body).then_some(indent);
            quote = open_quote(body, None);
        }
        start += line.len();
    }
    String::from_utf8(out).unwrap_or_else(|_| raw.to_owned())
}

/// Whether a line ends with the mark of a block of lines.
fn opens_block(line: &str) -> bool {
    let line = line.split(" #").next().unwrap_or_default().trim_end();
    let mark = line.trim_end_matches(|c: char| c.is_ascii_digit() || "+-".contains(c));
    mark.strip_suffix(['|', '>'])
        .is_some_and(|head| head.ends_with([' ', '\t']))
}

/// The quotation mark of the text that is open at the end of a line, given the one at its start.
fn open_quote(line: &str, open: Option<char>) -> Option<char> {
    let mut scan = Scan::new(line, open);
    while scan.next().is_some() {}
    scan.open
}

/// The characters of a line that stand in no quoted text and no comment, with their places.
struct Scan<'a> {
    chars: std::iter::Peekable<std::str::CharIndices<'a>>,
    /// The quotation mark of the text that is open.
    open: Option<char>,
    /// Whether what comes next stands before a value.
    opens: bool,
    /// Whether what comes next stands behind a blank or begins the line, as a comment has to.
    is_apart: bool,
}

impl<'a> Scan<'a> {
    fn new(line: &'a str, open: Option<char>) -> Self {
        Self {
            chars: line.char_indices().peekable(),
            open,
            opens: true,
            is_apart: true,
        }
    }
}

impl Iterator for Scan<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<(usize, char)> {
        while let Some((at, c)) = self.chars.next() {
            match self.open {
                Some('"') if c == '\\' => drop(self.chars.next()),
                Some('\'') if c == '\'' && matches!(self.chars.peek(), Some((_, '\''))) => {
                    self.chars.next();
                }
                Some(quote) if c == quote => {
                    (self.open, self.opens, self.is_apart) = (None, false, false);
                }
                Some(_) => {}
                None if self.opens && matches!(c, '"' | '\'') => self.open = Some(c),
                None if self.is_apart && c == '#' => self.chars = "".char_indices().peekable(),
                None => {
                    self.is_apart = matches!(c, ' ' | '\t');
                    if !self.is_apart {
                        self.opens = ":-[{,".contains(c);
                    }
                    return Some((at, c));
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_brackets_that_nest_are_deep() {
        let deep = "[".repeat(300);
        let flat = "[], ".repeat(300);
        for text in [
            format!("a: \"{deep}\"\nb: '{deep}'\n"),
            format!("a: b\n# {deep}\nc: [{flat}]\n"),
        ] {
            assert_eq!(too_deep(&text), None, "{text}");
            let start = format!("{text}d: {}", "{e: ".repeat(300));
            let cut = too_deep(&start).unwrap();
            assert!(cut.ends_with('{') && cut.len() < start.len());
            assert_eq!(cut.matches("{e: ").count(), 256);
        }
    }

    #[test]
    fn only_tabs_before_comments_go() {
        assert_eq!(
            without_tabs("a: b\t# c\n\t # d\ne: 'f\tg'\n"),
            "a: b # c\n  # d\ne: 'f\tg'\n"
        );
    }

    #[test]
    fn only_tabs_behind_keys_go() {
        for (text, wanted) in [
            ("a:\tb\tc\n- d: \t e\n", "a: b\tc\n- d:   e\n"),
            ("a: \"b:\tc\"\n", "a: \"b:\tc\"\n"),
            ("a:\t|\n  b:\tc\nd:\t'e'\n", "a: |\n  b:\tc\nd: 'e'\n"),
            ("{a:\tb, c:\td} # e:\tf\n", "{a: b, c: d} # e:\tf\n"),
        ] {
            assert_eq!(without_tabs_behind_keys(text), wanted);
        }
    }

    #[test]
    fn only_breaks_of_quoted_texts_at_the_margin_go() {
        for (text, wanted) in [
            ("a: \"b\nc\"\nd: e\n", "a: \"b c\"\nd: e\n"),
            ("a: 'b''\r\nc'\nd: e", "a: 'b''  c'\nd: e"),
            ("a: \"b\n  c\"\n", "a: \"b\n  c\"\n"),
            ("- \"b \\\"\nc\"\n- d\n", "- \"b \\\" c\"\n- d\n"),
            ("a: er sagt \"ja\nb: c\n", "a: er sagt \"ja\nb: c\n"),
            ("a: |\n  \"b\nc: d\n", "a: |\n  \"b\nc: d\n"),
            ("# \"a\nb: c # \"d\ne: f\n", "# \"a\nb: c # \"d\ne: f\n"),
            ("\"a\": [\"b\nc\", 'd']\n", "\"a\": [\"b c\", 'd']\n"),
        ] {
            assert_eq!(joined(text), wanted);
        }
    }
}
