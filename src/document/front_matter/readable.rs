//! Valid YAML that one of its readers does not take, made the same for it: every byte keeps its place.

/// The text with blanks for the tabs in the white space before comments.
pub(super) fn without_tabs(raw: &str) -> String {
    let line = |line: &str| {
        let mut out = String::with_capacity(line.len());
        for (at, c) in line.char_indices() {
            let rest = line[at..].trim_start_matches([' ', '\t']);
            out.push(if c == '\t' && rest.starts_with('#') {
                ' '
            } else {
                c
            });
        }
        out
    };
    raw.split_inclusive('\n').map(line).collect()
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
fn open_quote(line: &str, mut open: Option<char>) -> Option<char> {
    // What stands before a value.
    let mut opens = true;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match open {
            Some('"') if c == '\\' => drop(chars.next()),
            Some('\'') if c == '\'' && chars.peek() == Some(&'\'') => drop(chars.next()),
            Some(quote) if c == quote => (open, opens) = (None, false),
            None if opens && matches!(c, '"' | '\'') => open = Some(c),
            None if c == '#' && opens => return None,
            None if !matches!(c, ' ' | '\t') => opens = ":-[{,".contains(c),
            Some(_) | None => {}
        }
    }
    open
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_tabs_before_comments_go() {
        assert_eq!(
            without_tabs("a: b\t# c\n\t # d\ne: 'f\tg'\n"),
            "a: b # c\n  # d\ne: 'f\tg'\n"
        );
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
