//! Lines written as an article in Markdown: quotations, lists and tables around them.

use super::Extract;
use super::escape::{first_escaped, lone_escaped};
use super::line::{Container, Line};
use crate::document::{BlockKind, encode_yaml};
use std::collections::{BTreeMap, BTreeSet};

/// Writes an article: front matter and the lines that are kept, among them those whose numbers,
/// counted from 1, are in `keep`.
pub fn write(extract: &Extract, keep: &[usize]) -> String {
    let mut out = front_matter(extract);
    let lines = extract.lines.iter().enumerate();
    let kept: Vec<&Line> = lines
        .filter(|(at, line)| line.left_out.is_none() || keep.contains(&(at + 1)))
        .map(|(_, line)| line)
        .filter(|line| !line.markdown.trim().is_empty())
        .collect();
    let lines = with_notes(&kept);
    let kept: Vec<&Line> = lines.iter().collect();
    let blocks = blocks(&kept, 0);
    if !out.is_empty() && !blocks.is_empty() {
        out.push('\n');
    }
    let mut texts: Vec<String> = blocks.into_iter().map(|block| block.text).collect();
    // A rule at the beginning would open front matter.
    if let Some(first) = texts
        .first_mut()
        .filter(|text| *text == "---" && out.is_empty())
    {
        "***".clone_into(first);
    }
    out.push_str(&texts.join("\n\n"));
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
    out
}

/// Lines in which a mark of a note whose text is not kept is a raised sign.
fn with_notes(lines: &[&Line]) -> Vec<Line> {
    let labels: BTreeSet<&str> = lines.iter().filter_map(|line| line.note()).collect();
    let mut out: Vec<Line> = lines.iter().map(|line| (*line).clone()).collect();
    for line in &mut out {
        for label in line
            .notes
            .iter()
            .filter(|label| !labels.contains(label.as_str()))
        {
            let (mark, sign) = (format!("[^{label}]"), format!("<sup>{label}</sup>"));
            line.markdown = line.markdown.replace(&mark, &sign);
        }
    }
    out
}

fn front_matter(extract: &Extract) -> String {
    let fields = [
        ("title", &extract.title),
        ("author", &extract.author),
        ("source", &extract.source),
        ("date", &extract.date),
        ("lang", &extract.language),
    ];
    let mut out = String::new();
    for (name, value) in fields {
        let Some(value) = value else {
            continue;
        };
        let style = (name == "date").then_some('"');
        let quotes = if style.is_some() { "\"" } else { "" };
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = encode_yaml(&value, style, "", "\n");
        out.extend([name, ": ", quotes, &text, quotes, "\n"]);
    }
    if out.is_empty() {
        return out;
    }
    format!("---\n{out}---\n")
}

/// A block of Markdown, without a line feed at its end.
struct Block {
    text: String,
    /// Whether it is a list, which may follow a text without a blank line.
    is_list: bool,
}

impl Block {
    fn new(text: String) -> Self {
        Self {
            text,
            is_list: false,
        }
    }
}

/// The blocks of lines that stand in the same containers down to `depth`.
fn blocks(lines: &[&Line], depth: usize) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut before: Option<(usize, bool)> = None;
    let mut rest = lines;
    while let [first, ..] = rest {
        let container = first.within.get(depth);
        let count = match container {
            None => 1,
            Some(container) => rest
                .iter()
                .take_while(|line| {
                    let other = line.within.get(depth);
                    other.is_some_and(|other| is_one(container, other))
                })
                .count(),
        };
        let (group, after) = rest.split_at(count);
        rest = after;
        match container {
            None => {
                blocks.push(Block::new(leaf(first)));
                before = None;
            }
            Some(Container::Quote(_)) => {
                blocks.push(quote(group, depth));
                before = None;
            }
            Some(Container::Item { .. }) => {
                list(group, depth, &mut before, &mut blocks);
            }
            Some(Container::Term(_) | Container::Definition(_)) => {
                blocks.push(definitions(group, depth));
                before = None;
            }
            Some(Container::Cell { .. }) => {
                blocks.push(table(group));
                before = None;
            }
            Some(Container::Note(label)) => {
                let text = inner(group, depth);
                blocks.push(Block::new(prefixed(
                    &text,
                    &format!("[^{label}]: "),
                    "    ",
                )));
                before = None;
            }
        }
    }
    blocks
}

/// Whether two containers are written as one block.
fn is_one(one: &Container, other: &Container) -> bool {
    use Container::{Cell, Definition, Item, Note, Quote, Term};
    match (one, other) {
        (Quote(one), Quote(other)) => one == other,
        (
            Item { list, number, .. },
            Item {
                list: other_list,
                number: other_number,
                ..
            },
        ) => list == other_list && number.is_some() == other_number.is_some(),
        (Term(_) | Definition(_), Term(_) | Definition(_)) => true,
        (Cell { table, .. }, Cell { table: other, .. }) => table == other,
        (Note(one), Note(other)) => one == other,
        _ => false,
    }
}

/// A line that stands in nothing more.
fn leaf(line: &Line) -> String {
    if line.level > 0 {
        let marks = "#".repeat(line.level.min(6));
        let mut text = line.markdown.replace("\\\n", " ");
        // Hashes at the end, or braces, would be no part of the heading.
        let bare = text.trim_end_matches('#');
        if bare.len() < text.len() && (bare.is_empty() || bare.ends_with(' ')) {
            text.insert(bare.len(), '\\');
        }
        if text.ends_with('}')
            && let Some(at) = text.rfind('{')
        {
            text.insert(text.len() - 1, '\\');
            text.insert(at, '\\');
        }
        return format!("{marks} {text}");
    }
    if line.is_caption && !line.markdown.contains(['*', '_']) {
        return format!("*{}*", line.markdown);
    }
    line.markdown.clone()
}

/// The lines of a container, with its blocks apart.
fn inner(group: &[&Line], depth: usize) -> String {
    let blocks = blocks(group, depth + 1);
    let texts: Vec<String> = blocks.into_iter().map(|block| block.text).collect();
    texts.join("\n\n")
}

/// A text whose first line begins with one mark, and the others with another.
fn prefixed(text: &str, first: &str, others: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push('\n');
        }
        let prefix = if at == 0 { first } else { others };
        let prefix = if line.is_empty() {
            prefix.trim_end()
        } else {
            prefix
        };
        out.push_str(prefix);
        out.push_str(line);
    }
    out
}

fn quote(group: &[&Line], depth: usize) -> Block {
    Block::new(prefixed(&inner(group, depth), "> ", "> "))
}

/// An item of a list: its number, and its blocks.
type Entry<'a> = (Option<u32>, Vec<Block>, &'a Container);

/// The lists of items of one list. Where its numbers leap, another list begins, with another mark, so
/// that every reader shows the numbers that stand there.
fn list(group: &[&Line], depth: usize, before: &mut Option<(usize, bool)>, out: &mut Vec<Block>) {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    let mut rest = group;
    while let [first, ..] = rest {
        let Some(container) = first.within.get(depth) else {
            break;
        };
        let same = |line: &&&Line| line.within.get(depth) == Some(container);
        let (lines, after) = rest.split_at(rest.iter().take_while(same).count().max(1));
        rest = after;
        if let Container::Item { number, .. } = container {
            entries.push((*number, blocks(lines, depth + 1), container));
        }
    }
    let is_loose = entries
        .iter()
        .any(|(_, blocks, _)| blocks.iter().filter(|block| !block.is_list).count() > 1);
    let mut at = 0;
    while at < entries.len() {
        let mut end = at + 1;
        while end < entries.len() && entries[end].0 == entries[end - 1].0.map(|number| number + 1) {
            end += 1;
        }
        let is_other = before.is_some_and(|(_, is_other)| !is_other);
        let texts: Vec<String> = entries[at..end]
            .iter()
            .map(|(number, blocks, _)| entry(*number, blocks, is_other))
            .collect();
        let text = texts.join(if is_loose { "\n\n" } else { "\n" });
        *before = Some((depth, is_other));
        let leaps = at > 0;
        at = end;
        if let Some(last) = out.last_mut().filter(|last| leaps && last.is_list) {
            last.text.push('\n');
            last.text.push_str(&text);
            continue;
        }
        out.push(Block {
            text,
            is_list: true,
        });
    }
}

fn entry(number: Option<u32>, blocks: &[Block], is_other: bool) -> String {
    let mark = match (number, is_other) {
        (Some(number), false) => format!("{number}. "),
        (Some(number), true) => format!("{number}) "),
        (None, false) => "- ".to_owned(),
        (None, true) => "* ".to_owned(),
    };
    let is_loose = blocks.iter().filter(|block| !block.is_list).count() > 1;
    let mut text = String::new();
    for block in blocks {
        if !text.is_empty() {
            // Another number would be taken for text of the paragraph above.
            let begins = block.text.starts_with(['-', '*']) || block.text.starts_with("1. ");
            let is_tight = block.is_list && !is_loose && begins;
            text.push_str(if is_tight { "\n" } else { "\n\n" });
        }
        // Behind the mark of an item, the same marks would be one rule with it.
        let is_rule = text.is_empty() && block.text == "---";
        text.push_str(if is_rule { "___" } else { &block.text });
    }
    let indent = " ".repeat(mark.len());
    prefixed(&text, &mark, &indent)
}

/// A list of definitions.
fn definitions(group: &[&Line], depth: usize) -> Block {
    let mut out = String::new();
    let mut terms: Vec<String> = Vec::new();
    for lines in group.chunk_by(|one, next| one.within.get(depth) == next.within.get(depth)) {
        if matches!(lines[0].within.get(depth), Some(Container::Term(_))) {
            terms.push(term(lines, depth));
            continue;
        }
        push_terms(&mut out, &mut terms);
        let text = inner(lines, depth);
        if out.is_empty() {
            out.push_str(&text);
        } else {
            out.push('\n');
            out.push_str(&prefixed(&text, ": ", "  "));
        }
    }
    push_terms(&mut out, &mut terms);
    Block::new(out)
}

/// Writes terms that are defined together: lines of one paragraph.
fn push_terms(out: &mut String, terms: &mut Vec<String>) {
    if terms.is_empty() {
        return;
    }
    if !out.is_empty() {
        out.push_str("\n\n");
    }
    out.push_str(&joined(terms.iter().map(String::as_str), "\n"));
    terms.clear();
}

/// A term, which holds no blocks: its lines as one paragraph.
fn term(lines: &[&Line], depth: usize) -> String {
    let is_plain = |line: &&Line| {
        let is_text = !matches!(line.kind, BlockKind::Code | BlockKind::Markup);
        is_text && line.within.len() == depth + 1
    };
    if lines.iter().all(is_plain) {
        return joined(lines.iter().map(|line| line.markdown.as_str()), "\\\n");
    }
    let texts = { lines.iter() }
        .filter(|line| line.kind != BlockKind::Markup)
        .map(|line| item_mark(line) + &flat(line));
    let texts: Vec<String> = texts.collect();
    first_escaped(&joined(texts.iter().map(String::as_str), "<br>"))
}

/// A table: one line in each row, whatever stands in its cells.
fn table(group: &[&Line]) -> Block {
    // What stands in each cell of a row.
    let mut rows: BTreeMap<usize, Vec<Vec<String>>> = BTreeMap::new();
    let mut has_first = false;
    for line in group {
        let found = line.within.iter().find_map(|container| match container {
            Container::Cell {
                row,
                column,
                columns,
                has_head,
                ..
            } => Some((*row, *column, *columns, *has_head)),
            _ => None,
        });
        let Some((row, column, columns, has_head)) = found else {
            continue;
        };
        has_first |= has_head;
        let cells = rows.entry(row).or_default();
        cells.resize(cells.len().max(columns), Vec::new());
        let text = in_cell(line);
        // A head is bold by itself.
        let bare = { text.strip_prefix("**") }.and_then(|text| text.strip_suffix("**"));
        let bare = bare.filter(|bare| row == 0 && has_head && !bare.contains("**"));
        cells[column].push(item_mark(line) + bare.unwrap_or(&text));
    }
    let columns = rows.values().map(Vec::len).max().unwrap_or(0);
    let cell = |parts: &Vec<String>| joined(parts.iter().map(String::as_str), "<br>");
    let rows = rows
        .values()
        .map(|cells| row(&cells.iter().map(cell).collect::<Vec<_>>()));
    let mut texts: Vec<String> = rows.collect();
    if !has_first {
        texts.insert(0, row(&vec![String::new(); columns]));
    }
    let rule = format!("|{}", " --- |".repeat(columns));
    texts.insert(1.min(texts.len()), rule);
    Block::new(texts.join("\n"))
}

/// Parts in Markdown as one. What is alone in each of them would be a pair.
fn joined<'p>(parts: impl Iterator<Item = &'p str>, between: &str) -> String {
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    if let [only] = parts[..] {
        return only.to_owned();
    }
    let parts: Vec<String> = parts.into_iter().map(lone_escaped).collect();
    parts.join(between)
}

fn row(cells: &[String]) -> String {
    let mut out = String::from("|");
    for cell in cells {
        if !cell.is_empty() {
            out.push(' ');
            out.push_str(cell);
        }
        out.push_str(" |");
    }
    out
}

/// What stands before an item of a list within a cell.
fn item_mark(line: &Line) -> String {
    match line.within.last() {
        Some(Container::Item {
            number: Some(number),
            ..
        }) => format!("{number}. "),
        Some(Container::Item { .. }) => "• ".to_owned(),
        _ => String::new(),
    }
}

/// A line on one line, within the bars of a table.
fn in_cell(line: &Line) -> String {
    flat(line).replace('|', "\\|")
}

/// A line on one line, code as well.
fn flat(line: &Line) -> String {
    if line.kind != BlockKind::Code {
        return line.markdown.replace("\\\n", "<br>");
    }
    // Between its fences.
    let lines: Vec<&str> = line.markdown.lines().collect();
    let inner = lines.get(1..lines.len() - 1).unwrap_or_default();
    let lines = inner.iter().map(|line| match line.trim() {
        // Two marks without anything between them would begin a longer piece of code.
        "" => String::new(),
        _ => format!("`{}`", line.replace('`', "'")),
    });
    lines.collect::<Vec<_>>().join("<br>")
}
