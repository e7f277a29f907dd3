//! Lists as text processors write them into pages: beside each other, with their levels in classes.

use super::dom::Page;
use super::line::Container;

/// The item that a paragraph from Word is, within the items above it; empty for any other paragraph,
/// which ends the list.
pub(super) fn item(page: &Page, at: usize, levels: &mut Vec<Container>) -> Vec<Container> {
    let style = page.attribute(at, "style").unwrap_or_default();
    let Some((_, list)) = style.split_once("mso-list:") else {
        levels.clear();
        return Vec::new();
    };
    let level = list.split_once("level").map_or("1", |(_, rest)| rest);
    let digits: String = level.chars().take_while(char::is_ascii_digit).collect();
    let level = digits.parse::<usize>().unwrap_or(1).clamp(1, 9);
    let known = levels.get(level - 1);
    if known.is_some_and(|known| matches!(known, Container::Item { item, .. } if *item == at)) {
        return levels.clone();
    }
    let list = match known {
        Some(Container::Item { list, .. }) => *list,
        _ => at,
    };
    levels.truncate(level - 1);
    levels.push(Container::Item {
        list,
        item: at,
        number: number(page, at),
    });
    levels.clone()
}

/// The number that Word puts before an item, as a text that programs are to ignore.
fn number(page: &Page, at: usize) -> Option<u32> {
    let mark = page.inside(at).find(|at| is_mark(page, *at))?;
    let text = page.text(mark);
    text.trim().trim_end_matches(['.', ')']).parse().ok()
}

/// Whether an element is the mark before an item.
pub(super) fn is_mark(page: &Page, at: usize) -> bool {
    let style = page.attribute(at, "style").unwrap_or_default();
    style
        .replace(' ', "")
        .to_ascii_lowercase()
        .contains("mso-list:ignore")
}

/// The name and level of a list of Google Docs, from its class: `lst-kix_abc-1`.
pub(super) fn level(classes: &str) -> Option<(String, usize)> {
    let mut words = classes.split_ascii_whitespace();
    let name = words.find(|word| word.starts_with("lst-kix_"))?;
    let (_, level) = name.rsplit_once('-')?;
    Some((name.to_owned(), level.parse::<usize>().ok()?.min(9)))
}
