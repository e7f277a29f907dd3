//! A page saved as HTML.

use super::data::{Data, data, fold};
use super::judge::Judge;
use super::{Extract, Line, Options, markdown, region};
use crate::document::{Block, BlockKind, HtmlPage, TokenKind, is_void_html, plain_html, read_page};
use dom_smoothie::{Config, Readability, TextMode};
use std::borrow::Cow;

/// Most bytes of a page that the library is asked about; larger ones are read by our rules alone.
const LARGEST: usize = 20 << 20;

/// Most elements within each other in a page that the library is asked about, as many as browsers
/// nest: the time it takes grows with the square of their depth.
const DEEPEST: usize = 512;

/// Elements that may end without an end tag.
const ENDLESS: [&str; 15] = [
    "html", "head", "body", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot",
    "option", "optgroup",
];

/// Reads a page that was saved as HTML.
pub fn extract_page(text: &str, options: &Options) -> Extract {
    let page = read_page(text, &options.language);
    let data = data(text, &page);
    let judge = Judge::new(options);
    let mut links = Vec::new();
    let mut lines = Vec::new();
    for (block, node) in &page.texts {
        let (line, share) = line(text, &page, block, *node, &judge);
        lines.push(line);
        links.push(share);
    }
    region::mark(&page, &mut lines, &links, &data.titles, &main(text, &page));
    let title = headline(&lines).or_else(|| data.titles.first().cloned());
    finish(data, title, lines)
}

fn finish(data: Data, title: Option<String>, mut lines: Vec<Line>) -> Extract {
    // The headline comes first, whatever the page puts between; a line said twice is said once.
    if let Some(title) = &title {
        let folded = fold(title);
        let mut seen = false;
        for line in lines.iter_mut().filter(|line| line.left_out.is_none()) {
            if line.kind == BlockKind::Heading && fold(&line.text) == folded {
                if seen {
                    line.left_out = Some("page: the headline again".to_owned());
                }
                seen = true;
                "# ".clone_into(&mut line.marker);
            } else if line.marker == "# " {
                "## ".clone_into(&mut line.marker);
            }
        }
    }
    let day = day(&lines, title.as_deref());
    Extract {
        title,
        source: data.address.or(data.site),
        date: data.date.or(day),
        language: data.language,
        lines,
    }
}

/// The day that a line near the headline names, or one that says that it is about publishing.
fn day(lines: &[Line], title: Option<&str>) -> Option<String> {
    let short: Vec<(usize, &Line)> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.text.chars().count() <= 80)
        .collect();
    let says = |line: &Line| {
        let lower = line.text.to_lowercase();
        ["veröffentlicht", "stand:", "aktualisiert", "erschienen"]
            .iter()
            .any(|word| lower.contains(word))
    };
    let told = short
        .iter()
        .find_map(|(_, line)| says(line).then(|| super::date::german(&line.text))?);
    let folded = title.map(fold)?;
    let headline = lines
        .iter()
        .position(|line| line.kind == BlockKind::Heading && fold(&line.text) == folded);
    told.or_else(|| {
        let near = |at: usize| headline.is_some_and(|headline| at.abs_diff(headline) <= 12);
        short
            .iter()
            .filter(|(at, _)| near(*at))
            .find_map(|(_, line)| super::date::german(&line.text))
    })
}

/// The running text that the library finds; none where it finds no article.
fn main(text: &str, page: &HtmlPage) -> String {
    if text.len() > LARGEST || depth(page) > DEEPEST {
        return String::new();
    }
    let config = Config {
        text_mode: TextMode::Formatted,
        ..Config::default()
    };
    Readability::new(text, None, Some(config))
        .and_then(|mut page| page.parse())
        .map(|article| article.text_content.to_string())
        .unwrap_or_default()
}

/// How many elements that need an end tag stand within each other.
fn depth(page: &HtmlPage) -> usize {
    let needs_end = |name: &str| !ENDLESS.contains(&name) && !is_void_html(name);
    let (mut depth, mut most) = (0_usize, 0);
    for token in &page.tokens {
        match &token.kind {
            TokenKind::Start(name, _) if needs_end(name) => depth += 1,
            TokenKind::End(name) if needs_end(name) => depth = depth.saturating_sub(1),
            _ => {}
        }
        most = most.max(depth);
    }
    most
}

fn headline(lines: &[Line]) -> Option<String> {
    let heading = |line: &&Line| line.kind == BlockKind::Heading && line.left_out.is_none();
    let first = lines.iter().find(heading)?;
    (first.marker == "# ").then(|| first.text.clone())
}

/// A line of the page, and the share of its characters that are links.
fn line(
    text: &str,
    page: &HtmlPage,
    block: &Block,
    node: Option<usize>,
    judge: &Judge,
) -> (Line, f64) {
    let value = if block.translate {
        block.text(text)
    } else {
        Cow::Borrowed(block.span.of(text))
    };
    let words = plain_html(&value);
    let words: Vec<&str> = words.split_whitespace().collect();
    let plain = words.join(" ");
    // Others have no mark.
    let marked = node.filter(|_| matches!(block.kind, BlockKind::Heading | BlockKind::ListItem));
    let names: Vec<&str> = std::iter::successors(marked, |at| page.nodes[*at].parent)
        .map(|at| page.nodes[at].name.as_str())
        .collect();
    let hidden = match block.kind {
        BlockKind::Alt | BlockKind::Title | BlockKind::Field => {
            Some("attribute: a text that is not shown in the page")
        }
        BlockKind::Markup => Some("markup: is no text"),
        _ => None,
    };
    let left_out = hidden.map(str::to_owned).or_else(|| {
        (block.kind != BlockKind::Code)
            .then(|| judge.html_line(&plain))
            .flatten()
    });
    let cell = node.filter(|_| block.kind == BlockKind::Cell);
    let row = std::iter::successors(cell, |at| page.nodes[*at].parent)
        .find(|at| page.nodes[*at].name == "tr");
    let (body, linked) = if block.kind == BlockKind::Code {
        (markdown::code(&plain_html(&value)), 0)
    } else {
        markdown::inline(&value)
    };
    #[allow(clippy::cast_precision_loss, reason = "the length of a line fits")]
    let share = linked as f64 / plain.chars().count().max(1) as f64;
    let whole = !value.contains("</a>") && all_linked(page, block);
    let line = Line {
        kind: block.kind,
        markdown: body,
        marker: markdown::marker(block.kind, &names),
        text: plain,
        row,
        left_out,
    };
    (line, if whole { 1.0 } else { share })
}

/// Whether a link stands around all of a block, so that its value has none.
fn all_linked(page: &HtmlPage, block: &Block) -> bool {
    use TokenKind::{End, Start, Text};
    let before = page
        .tokens
        .partition_point(|token| token.span.end <= block.span.start);
    for token in page.tokens[..before].iter().rev().take(6) {
        match &token.kind {
            Start(name, _) if name == "a" => return token.attribute("href").is_some(),
            Start(name, _)
                if matches!(
                    name.as_str(),
                    "span" | "b" | "strong" | "em" | "i" | "img" | "small"
                ) => {}
            Text if block.span.start - token.span.start < 200 => {}
            End(name) if name == "span" => {}
            _ => return false,
        }
    }
    false
}
