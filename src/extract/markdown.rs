//! Lines written as Markdown.

use super::{Extract, Line};
use crate::document::{BlockKind, TokenKind, encode_yaml, inline_tokens, plain_html};

/// Writes an article: front matter and the lines that are kept, among them those whose numbers,
/// counted from 1, are in `keep`.
pub fn write(extract: &Extract, keep: &[usize]) -> String {
    let mut out = String::new();
    let fields = [
        ("title", &extract.title),
        ("source", &extract.source),
        ("date", &extract.date),
        ("lang", &extract.language),
    ];
    if fields.iter().any(|(_, value)| value.is_some()) {
        out.push_str("---\n");
        for (name, value) in fields {
            if let Some(value) = value {
                let style = if name == "date" { Some('"') } else { None };
                let quotes = if style.is_some() { "\"" } else { "" };
                let text = encode_yaml(&one_line(value), style, "", "\n");
                out.extend([name, ": ", quotes, &text, quotes, "\n"]);
            }
        }
        out.push_str("---\n");
    }
    let kept: Vec<&Line> = extract
        .lines
        .iter()
        .enumerate()
        .filter(|(at, line)| line.left_out.is_none() || keep.contains(&(at + 1)))
        .map(|(_, line)| line)
        .filter(|line| !line.markdown.trim().is_empty())
        .collect();
    let mut before: Option<&Line> = None;
    let mut at = 0;
    while let Some(line) = kept.get(at) {
        if let (Some(row), BlockKind::Cell) = (line.row, line.kind) {
            let cells: Vec<&&Line> = kept[at..]
                .iter()
                .take_while(|next| next.row == Some(row))
                .collect();
            let first = before.is_none_or(|before| before.row.is_none());
            if first && !out.is_empty() {
                out.push('\n');
            }
            let texts: Vec<String> = cells
                .iter()
                .map(|cell| cell.markdown.replace('|', "\\|"))
                .collect();
            out.extend(["| ", &texts.join(" | "), " |\n"]);
            if first {
                out.extend(["|", &" --- |".repeat(cells.len()), "\n"]);
            }
            at += cells.len();
            before = Some(line);
            continue;
        }
        let lists = before.is_some_and(|before| {
            before.kind == BlockKind::ListItem && line.kind == BlockKind::ListItem
        });
        if !out.is_empty() && !lists {
            out.push('\n');
        }
        let rest = continuation(&line.marker);
        out.push_str(&line.marker);
        let mut parts = line.markdown.split('\n');
        out.push_str(parts.next().unwrap_or_default());
        for part in parts {
            out.push('\n');
            out.push_str(&rest);
            out.push_str(part);
        }
        out.push('\n');
        before = Some(line);
        at += 1;
    }
    out
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What further lines of a block begin with.
fn continuation(marker: &str) -> String {
    if marker.starts_with('#') {
        return String::new();
    }
    marker
        .chars()
        .map(|c| if c == '>' { '>' } else { ' ' })
        .collect()
}

/// What stands before a block, by the elements around it, innermost first.
pub(super) fn marker(kind: BlockKind, names: &[&str]) -> String {
    let depth = names
        .iter()
        .filter(|name| matches!(**name, "ul" | "ol"))
        .count();
    match kind {
        BlockKind::Heading => {
            let level = names
                .iter()
                .find_map(|name| name.strip_prefix('h')?.parse::<usize>().ok())
                .unwrap_or(2);
            format!("{} ", "#".repeat(level.clamp(1, 6)))
        }
        BlockKind::ListItem if names.iter().any(|name| matches!(*name, "dt" | "dd")) => {
            "- ".to_owned()
        }
        BlockKind::ListItem => {
            let inner = names.iter().find(|name| matches!(**name, "ul" | "ol"));
            let mark = if inner == Some(&"ol") { "1. " } else { "- " };
            format!("{}{mark}", "   ".repeat(depth.saturating_sub(1).min(8)))
        }
        BlockKind::Quote => "> ".to_owned(),
        _ => String::new(),
    }
}

/// A block of code.
pub(super) fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}\n{}\n{fence}", text.trim_matches('\n'))
}

/// Inline HTML as Markdown, and how many characters of it stand in links.
pub(super) fn inline(value: &str) -> (String, usize) {
    let mut inline = Inline::default();
    for token in inline_tokens(value) {
        match &token.kind {
            TokenKind::Text => inline.text(&plain_html(token.span.of(value))),
            TokenKind::Start(name, _) if name == "a" => {
                // A link within a link ends it.
                inline.close_link();
                let address = token.attribute("href").map(|href| href.value.trim());
                let address = address.unwrap_or_default().to_owned();
                inline.link = Some((inline.out.len(), address));
            }
            TokenKind::End(name) if name == "a" => inline.close_link(),
            TokenKind::Start(name, _) | TokenKind::End(name) => {
                inline.out.push_str(match name.as_str() {
                    "b" | "strong" => "**",
                    "i" | "em" => "*",
                    "code" => "`",
                    _ => "",
                });
            }
            TokenKind::Aside => {}
        }
    }
    let linked = inline.linked;
    let out = inline.bracketed().replace("****", "");
    (first_escaped(out.trim()), linked)
}

/// Markdown that is being written.
#[derive(Default)]
struct Inline {
    /// What is written, without the brackets that links begin with.
    out: String,
    /// The places of these, ascending.
    brackets: Vec<usize>,
    /// Of the open link: where its text begins, and its address.
    link: Option<(usize, String)>,
    /// How many characters stand in links.
    linked: usize,
}

impl Inline {
    /// Adds a text on one line.
    fn text(&mut self, text: &str) {
        if self.link.is_some() {
            self.linked += text.chars().count();
        }
        self.out.push_str(&inline_escaped(&text.replace('\n', " ")));
    }

    /// Makes a link of what was written since the last one began, where its address leads to a page.
    fn close_link(&mut self) {
        let Some((start, address)) = self.link.take() else {
            return;
        };
        let leads = ["http://", "https://", "mailto:"]
            .iter()
            .any(|scheme| address.starts_with(scheme));
        let text = self.out[start..].trim_start();
        if !leads || text.is_empty() || address.contains(char::is_whitespace) {
            return;
        }
        let address = address
            .replace('(', "%28")
            .replace(')', "%29")
            .replace('<', "%3C")
            .replace('>', "%3E");
        self.brackets.push(self.out.len() - text.len());
        self.out.extend(["](", &address, ")"]);
    }

    /// What was written, with all brackets.
    fn bracketed(self) -> String {
        let mut out = String::with_capacity(self.out.len() + self.brackets.len());
        let mut at = 0;
        for place in self.brackets {
            out.extend([&self.out[at..place], "["]);
            at = place;
        }
        out.push_str(&self.out[at..]);
        out
    }
}

/// Escapes what could be markup anywhere in a line.
fn inline_escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '|' | '~' | '&'
        ) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Escapes what could begin another block.
fn first_escaped(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = digits > 0 && line[digits..].starts_with(['.', ')']);
    if numbered {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    if line.starts_with(['#', '+', '-', '=', ':', '>']) {
        return format!("\\{line}");
    }
    line.to_owned()
}
