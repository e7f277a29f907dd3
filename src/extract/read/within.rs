//! What the elements around a line say of it: containers, kind, level.

use super::Reader;
use crate::document::BlockKind;
use crate::extract::dom::Page;
use crate::extract::line::Container;
use crate::extract::word;

/// Most containers within each other that are written.
const DEEPEST: usize = 12;

impl Reader<'_> {
    /// What a line in an element stands in, the outermost first.
    pub(super) fn within(&mut self, node: usize) -> Vec<Container> {
        let page = self.page;
        let blocks: Vec<usize> = page.blocks(node).collect();
        let mut within = Vec::new();
        for at in blocks.into_iter().rev() {
            if within.len() == DEEPEST {
                break;
            }
            let parent = page.nodes[at].parent;
            if let Some(label) = self.notes.text(at) {
                within.pop_if(|found| matches!(found, Container::Item { .. }));
                within.push(Container::Note(label.to_owned()));
                continue;
            }
            match page.name(at) {
                "blockquote" => within.push(Container::Quote(at)),
                "li" => within.extend(self.item(at, parent)),
                "dt" => within.push(Container::Term(at)),
                "dd" => within.push(Container::Definition(at)),
                "td" | "th" => within.extend(self.cell(at)),
                "p" if !within
                    .iter()
                    .any(|found| matches!(found, Container::Item { .. })) =>
                {
                    within.extend(word::item(page, at, &mut self.levels));
                }
                _ => {}
            }
        }
        // Only one line in a cell of a table can be written as such.
        if let Some(at) = within
            .iter()
            .position(|found| matches!(found, Container::Cell { .. }))
        {
            let items = within.split_off(at + 1);
            within.extend(
                items
                    .into_iter()
                    .filter(|found| matches!(found, Container::Item { .. })),
            );
        }
        within
    }

    fn item(&mut self, item: usize, list: usize) -> Vec<Container> {
        let number = self.numbers.get(&item).copied();
        let classes = self.page.attribute(list, "class").unwrap_or_default();
        let Some((name, level)) = word::level(classes) else {
            return vec![Container::Item { list, item, number }];
        };
        // The list goes on below the lists that belong to its items.
        let list = *self.lists.entry(name).or_insert(list);
        self.levels.truncate(level);
        let mut around = self.levels.clone();
        around.push(Container::Item { list, item, number });
        self.levels.clone_from(&around);
        around
    }

    pub(super) fn cell(&self, cell: usize) -> Option<Container> {
        let table = self
            .page
            .ancestors(cell)
            .find(|at| self.page.name(*at) == "table")?;
        let grid = self.grids.get(&table)?;
        let (row, column) = *grid.cells.get(&cell)?;
        Some(Container::Cell {
            table,
            row,
            column,
            columns: grid.columns,
            has_head: grid.has_head,
        })
    }
}

/// The level of a heading, 0 of anything else.
pub(in crate::extract) fn level(page: &Page, at: usize) -> usize {
    match page.name(at).as_bytes() {
        [b'h', digit @ b'1'..=b'6'] => usize::from(digit - b'0'),
        _ if page.attribute(at, "role") == Some("heading") => {
            let level = page
                .attribute(at, "aria-level")
                .and_then(|level| level.parse().ok());
            level.unwrap_or(2).clamp(1, 6)
        }
        b"p" if page.is_marked(at, "msotitle") => 1,
        _ => 0,
    }
}

/// What a line is to a reader, by the elements around it.
pub(super) fn kind(page: &Page, node: usize) -> BlockKind {
    let mut in_paragraph = false;
    for at in page.blocks(node) {
        if level(page, at) > 0 {
            return BlockKind::Heading;
        }
        match page.name(at) {
            "td" | "th" if !in_paragraph => return BlockKind::Cell,
            "li" | "dd" | "dt" => return BlockKind::ListItem,
            "blockquote" => return BlockKind::Quote,
            "p" => in_paragraph = true,
            _ => break,
        }
    }
    BlockKind::Paragraph
}

/// Whether a line is the text of a picture or a table.
pub(super) fn is_caption(page: &Page, node: usize) -> bool {
    let is = |at: usize| {
        let marks = &page.nodes[at].marks;
        let is_named = marks.contains("caption") || marks.contains("bildunterschrift");
        matches!(page.name(at), "figcaption" | "caption")
            || is_named && level(page, at) == 0 && page.all(at, "img").next().is_none()
    };
    page.blocks(node).take(3).any(is)
}
