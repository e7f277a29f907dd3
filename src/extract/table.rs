//! Tables of a page: which of them hold data, and where each cell stands.

use super::dom::Page;
use std::collections::HashMap;

/// Most rows and columns that a cell can reach over, as in browsers.
const WIDEST: usize = 1000;

/// Longest text of a cell in a table without a head, in bytes: what holds more is a layout.
const LONGEST: usize = 400;

/// A table that holds data.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// How many columns it has.
    pub(super) columns: usize,
    /// Whether its first row is its head.
    pub(super) has_head: bool,
    /// Row and column of each cell, by its node.
    pub(super) cells: HashMap<usize, (usize, usize)>,
}

/// Reads a table; `None` if it only lays a page out.
pub(super) fn grid(page: &Page, table: usize) -> Option<Grid> {
    if matches!(page.attribute(table, "role"), Some("presentation" | "none")) {
        return None;
    }
    let lays_out = |at: usize| {
        matches!(
            page.name(at),
            "table"
                | "h1"
                | "h2"
                | "h3"
                | "h4"
                | "h5"
                | "h6"
                | "article"
                | "section"
                | "form"
                | "main"
        )
    };
    if page.inside(table).any(lays_out) {
        return None;
    }
    let rows: Vec<usize> = page.all(table, "tr").collect();
    let cells: Vec<Vec<usize>> = rows.iter().map(|row| cells(page, *row)).collect();
    let grid = place(page, &cells);
    let has_heads = page
        .inside(table)
        .any(|at| matches!(page.name(at), "th" | "caption"));
    let filled = cells.iter().filter(|row| !row.is_empty()).count();
    if grid.columns < 2 || (filled < 2 && !has_heads) {
        return None;
    }
    let long = |cell: &usize| page.text(*cell).trim().len() > LONGEST;
    if !has_heads && cells.iter().flatten().any(long) {
        return None;
    }
    Some(Grid {
        has_head: has_head(page, &cells),
        ..grid
    })
}

fn cells(page: &Page, row: usize) -> Vec<usize> {
    let cells = page.children(row);
    cells
        .filter(|cell| matches!(page.name(*cell), "td" | "th"))
        .collect()
}

/// Gives every cell its place; cells that reach over several rows push others aside.
fn place(page: &Page, rows: &[Vec<usize>]) -> Grid {
    let mut grid = Grid::default();
    // Per column: how many rows of it are still taken from above.
    let mut taken: Vec<usize> = Vec::new();
    for (row, cells) in rows.iter().enumerate() {
        let mut column = 0;
        let mut next = taken
            .iter()
            .map(|rows| rows.saturating_sub(1))
            .collect::<Vec<_>>();
        for cell in cells {
            while taken.get(column).is_some_and(|rows| *rows > 0) {
                column += 1;
            }
            grid.cells.insert(*cell, (row, column));
            let across = span(page, *cell, "colspan").min(rows.len().max(64));
            let down = span(page, *cell, "rowspan").min(rows.len());
            next.resize(next.len().max(column + across), 0);
            next[column..column + across].fill(down - 1);
            column += across;
        }
        grid.columns = grid.columns.max(column);
        taken = next;
    }
    grid
}

fn span(page: &Page, cell: usize, name: &str) -> usize {
    let value = page
        .attribute(cell, name)
        .and_then(|value| value.parse().ok());
    value.unwrap_or(1).clamp(1, WIDEST)
}

/// Whether the first row names the columns: by its elements, or, in a table that names nothing, by
/// being unlike the rows below it.
fn has_head(page: &Page, rows: &[Vec<usize>]) -> bool {
    let mut filled = rows.iter().filter(|row| !row.is_empty());
    let Some(first) = filled.next() else {
        return false;
    };
    let is_head = |cell: &usize| page.name(*cell) == "th";
    let in_head = |cell: &usize| page.ancestors(*cell).any(|at| page.name(at) == "thead");
    if first.iter().all(in_head) {
        return true;
    }
    if rows.iter().flatten().any(is_head) {
        // The corner may be empty, and no head.
        return first.iter().skip(1).all(is_head) && first.len() > 1;
    }
    let text = |cell: &usize| page.text(*cell).trim().to_owned();
    let has_digit = |cell: &usize| text(cell).contains(|c: char| c.is_ascii_digit());
    let names = first.iter().all(|cell| {
        let text = text(cell);
        !text.ends_with(':') && text.chars().count() <= 40
    });
    let counts = |row: &Vec<usize>| row.iter().skip(1).any(has_digit);
    let years = first.iter().skip(1).all(|cell| {
        let text = text(cell);
        text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
    });
    names && (years || !counts(first) || !filled.any(counts))
}
