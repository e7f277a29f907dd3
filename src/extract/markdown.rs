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
                .map(|cell| cell.markdown.replace('|', "\\|").replace("\\\n", " "))
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
    let mut out = String::new();
    let mut linked = 0;
    // Per open link: where its text begins, and its address.
    let mut links: Vec<(usize, String)> = Vec::new();
    for token in inline_tokens(value) {
        let raw = token.span.of(value);
        match &token.kind {
            TokenKind::Text => {
                let text = plain_html(raw).replace('\n', " \u{1}");
                if !links.is_empty() {
                    linked += text.chars().count();
                }
                for (at, part) in text.split('\u{1}').enumerate() {
                    if at > 0 {
                        out.truncate(out.trim_end().len());
                        out.push_str("\\\n");
                    }
                    out.push_str(&inline_escaped(part.trim_start_matches(if at > 0 {
                        ' '
                    } else {
                        '\0'
                    })));
                }
            }
            TokenKind::Start(name, _) => match name.as_str() {
                "b" | "strong" => out.push_str("**"),
                "i" | "em" => out.push('*'),
                "code" => out.push('`'),
                "a" => {
                    let address = token
                        .attribute("href")
                        .map_or(String::new(), |href| href.value.trim().to_owned());
                    links.push((out.len(), address));
                }
                _ => {}
            },
            TokenKind::End(name) => match name.as_str() {
                "b" | "strong" => out.push_str("**"),
                "i" | "em" => out.push('*'),
                "code" => out.push('`'),
                "a" => {
                    if let Some((at, address)) = links.pop() {
                        close_link(&mut out, at, &address);
                    }
                }
                _ => {}
            },
            TokenKind::Aside => {}
        }
    }
    let out = out.replace("****", "").replace('\u{1}', "");
    (first_escaped(out.trim()), linked)
}

/// Makes a link of what was written since `at`, where its address leads to a page.
fn close_link(out: &mut String, at: usize, address: &str) {
    let leads = ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| address.starts_with(scheme));
    if !leads || out[at..].trim().is_empty() || address.contains(char::is_whitespace) {
        return;
    }
    let address = address
        .replace('(', "%28")
        .replace(')', "%29")
        .replace('<', "%3C")
        .replace('>', "%3E");
    out.insert(at, '[');
    out.extend(["](", &address, ")"]);
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
