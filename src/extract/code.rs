//! Blocks of code of a page: their lines as they stand, without what highlighters put beside them.

use super::dom::Page;

/// Words in a class that name the numbers of lines, or what is clicked on.
const BESIDE: [&str; 16] = [
    "lineno",
    "linenos",
    "linenodiv",
    "line-number",
    "line-numbers",
    "line-numbers-rows",
    "linenumber",
    "ln",
    "lnt",
    "lnum",
    "gutter",
    "rouge-gutter",
    "blob-num",
    "hljs-ln-numbers",
    "copy",
    "copybtn",
];

/// Words in a class of a line of code.
const LINES: [&str; 6] = [
    "line",
    "code-line",
    "token-line",
    "ec-line",
    "view-line",
    "cl-line",
];

/// Words in a class of the cells of a table that holds code line by line.
const CELLS: [&str; 3] = ["blob-code", "hljs-ln-code", "js-file-line"];

/// A block of code.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Code {
    pub(super) text: String,
    /// The name of its language, as the page writes it; empty if it does not.
    language: String,
}

impl Code {
    /// Reads the code in an element; `None` if it holds only the numbers of lines, or nothing.
    pub(super) fn read(page: &Page, at: usize) -> Option<Self> {
        let text = lines(page, at);
        let code = Self {
            text: text.trim_end().trim_matches('\n').to_owned(),
            language: language(page, at),
        };
        let is_gutter = page.ancestors(at).take(4).any(|at| is_beside(page, at)) || {
            let cell = page.ancestors(at).find(|at| page.name(*at) == "td");
            cell.is_some_and(|cell| page.children(page.nodes[cell].parent).count() > 1)
        };
        let is_empty = code.text.trim().is_empty() || is_gutter && counts(&code.text);
        (!is_empty).then_some(code)
    }

    /// The block in Markdown, within a fence.
    pub(super) fn markdown(&self) -> String {
        let runs = self.text.split(|c| c != '`').map(str::len);
        let fence = "`".repeat(runs.max().unwrap_or(0).max(2) + 1);
        [&fence, &self.language, "\n", &self.text, "\n", &fence].concat()
    }
}

/// Whether a table holds code, a line in each row.
pub(super) fn is_table(page: &Page, table: usize) -> bool {
    let mut cells = page.all(table, "td");
    page.all(table, "table").next().is_none()
        && cells.any(|cell| CELLS.iter().any(|word| page.is_marked(cell, word)))
}

/// Whether each line is a number, one more than the line above.
fn counts(text: &str) -> bool {
    let mut numbers = text.split_whitespace().map(str::parse::<u32>);
    let Some(Ok(first)) = numbers.next() else {
        return false;
    };
    let mut expected = first;
    numbers.all(|number| {
        expected = expected.saturating_add(1);
        number == Ok(expected)
    })
}

fn is_beside(page: &Page, at: usize) -> bool {
    let silent = |style: &str| style.replace(' ', "").contains("user-select:none");
    BESIDE.iter().any(|word| page.is_marked(at, word))
        || page.attribute(at, "style").is_some_and(silent)
}

/// The text of an element with its line breaks, however the page makes them.
fn lines(page: &Page, code: usize) -> String {
    let mut out = String::new();
    let mut ends: Vec<usize> = Vec::new();
    // The open lines: where each ends, and where its text begins.
    let mut lines: Vec<(usize, usize)> = Vec::new();
    let mut at = code + 1;
    let new_line = |out: &mut String| {
        if !out.is_empty() && !out.ends_with('\n') {
            out.push('\n');
        }
    };
    while at < page.nodes[code].end {
        while ends.pop_if(|end| *end <= at).is_some() {
            new_line(&mut out);
        }
        while let Some((_, from)) = lines.pop_if(|(end, _)| *end <= at) {
            // Some pages write a line feed between two lines, some none.
            let is_ended = out[from..].ends_with('\n') || page.nodes[at].text.starts_with('\n');
            out.push_str(if is_ended { "" } else { "\n" });
        }
        let node = &page.nodes[at];
        let name = node.name.as_str();
        if matches!(name, "button" | "script" | "style") || is_beside(page, at) {
            at = node.end;
            continue;
        }
        match name {
            "" => out.push_str(&node.text),
            "br" => out.push('\n'),
            "tbody" | "thead" | "td" | "pre" => {}
            _ if page.is_block(at) => {
                new_line(&mut out);
                ends.push(node.end);
            }
            _ if LINES.iter().any(|word| page.is_marked(at, word)) => {
                lines.push((node.end, out.len()));
            }
            _ => {}
        }
        at += 1;
    }
    out
}

/// The name of the language of a block of code, from the classes of the elements around and within.
fn language(page: &Page, at: usize) -> String {
    let inner = page.inside(at).find(|at| page.name(*at) == "code");
    let around = page.ancestors(at).take(3);
    let mut elements = inner.into_iter().chain(around);
    let found = elements.find_map(|at| {
        let named = ["data-lang", "data-language"];
        let named = named.iter().find_map(|name| page.attribute(at, name));
        let classes = page.attribute(at, "class").unwrap_or_default();
        named.or_else(|| of_class(classes)).map(str::to_lowercase)
    });
    let is_name = |name: &String| {
        let fits = |c: char| c.is_ascii_alphanumeric() || "+#-_.".contains(c);
        name.len() <= 20 && name.chars().all(fits) && !is_none(name)
    };
    found.filter(is_name).unwrap_or_default()
}

fn of_class(classes: &str) -> Option<&str> {
    let prefixes = ["language-", "lang-", "highlight-source-", "highlight-text-"];
    let mut words = classes.split_ascii_whitespace();
    let prefixed = |word: &'_ str| prefixes.iter().any(|prefix| word.starts_with(prefix));
    if let Some(word) = words.clone().find(|word| prefixed(word)) {
        return prefixes.iter().find_map(|prefix| word.strip_prefix(prefix));
    }
    if let Some(rest) = classes.strip_prefix("brush:") {
        return rest.split([';', ' ']).find(|word| !word.is_empty());
    }
    match words.next() {
        Some("hljs" | "sourceCode") => words.next(),
        Some(word) => word.strip_prefix("highlight-"),
        None => None,
    }
}

fn is_none(name: &str) -> bool {
    matches!(
        name,
        "none" | "text" | "txt" | "plain" | "plaintext" | "default" | "notranslate"
    )
}
