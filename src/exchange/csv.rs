//! Tables for spreadsheets: comma-separated values that no spreadsheet runs.

use super::batch::{Batch, BatchUnit, Returned, ReturnedUnit, UnitState};
use crate::text::{Diagnostic, Parsed, Severity, Span};

/// The columns, by which a table is known again, whatever their order.
const COLUMNS: [&str; 9] = [
    "article",
    "id",
    "state",
    "source",
    "target",
    "old source",
    "notes",
    "terms",
    "sent",
];

/// Writes a batch as a table. It begins with a byte order mark, for Excel; every cell is quoted, and one
/// that a spreadsheet would run begins with an apostrophe.
pub fn write_csv(batch: &Batch) -> String {
    let mut out = String::from("\u{FEFF}");
    write_row(&COLUMNS.map(str::to_owned), &mut out);
    for article in &batch.articles {
        for unit in article.units.iter().filter(|unit| !unit.is_covered) {
            write_row(&row(&article.key, unit), &mut out);
        }
    }
    out
}

fn row(article: &str, unit: &BatchUnit) -> [String; 9] {
    let terms: Vec<String> = (unit.terms.iter())
        .map(|term| format!("{} = {}", term.source, term.target))
        .collect();
    [
        article.to_owned(),
        unit.id.clone(),
        unit.state.name().to_owned(),
        unit.source.clone(),
        unit.target.clone().unwrap_or_default(),
        unit.was.clone().unwrap_or_default(),
        unit.notes.join("\n"),
        terms.join("\n"),
        unit.digest(),
    ]
}

fn write_row(cells: &[String], out: &mut String) {
    for (at, cell) in cells.iter().enumerate() {
        out.push_str(if at == 0 { "\"" } else { ",\"" });
        out.push_str(if is_live(cell) { "'" } else { "" });
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    }
    out.push_str("\r\n");
}

/// Whether a spreadsheet would take a cell for a formula, or takes it for one once the apostrophe
/// before it is gone.
fn is_live(cell: &str) -> bool {
    let inner = cell.trim_start_matches('\'');
    inner.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}',
    ])
}

fn inert(cell: String) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if is_live(&cell) => rest.to_owned(),
        _ => cell,
    }
}

/// Reads a table: with commas, semicolons or tabs, with or without a byte order mark.
pub fn read_csv(text: &str) -> Parsed<Returned> {
    let mut parsed = Parsed::<Returned>::default();
    let text_start = text.len() - text.trim_start_matches('\u{FEFF}').len();
    let first = text[text_start..].lines().next().unwrap_or_default();
    let separator = [',', ';', '\t']
        .into_iter()
        .max_by_key(|c| first.matches(*c).count())
        .unwrap_or(',');
    let mut rows = Rows {
        text,
        at: text_start,
        separator,
    };
    let header = rows.next().map(|(_, cells)| cells).unwrap_or_default();
    let column = |name: &str| {
        header
            .iter()
            .position(|cell| cell.trim().eq_ignore_ascii_case(name))
    };
    let Some((id, target)) = column("id").zip(column("target")) else {
        let message = "has no columns `id` and `target` in its first row";
        let fault = Diagnostic::new(
            "csv-columns",
            Severity::Error,
            Span::new(0, first.len()),
            message,
        );
        parsed
            .diagnostics
            .push(fault.hint("leave the first row as satz export writes it"));
        return parsed;
    };
    for (place, cells) in rows {
        let cell = |at: Option<usize>| {
            at.and_then(|at| cells.get(at))
                .cloned()
                .map(inert)
                .unwrap_or_default()
        };
        if cells.iter().all(String::is_empty) {
            continue;
        }
        if cells.len() > header.len() {
            let message = format!(
                "has {} cells, and the first row {}",
                cells.len(),
                header.len()
            );
            let fault = Diagnostic::new(
                "csv-cells",
                Severity::Error,
                Span::new(place, place),
                message,
            );
            parsed
                .diagnostics
                .push(fault.hint("a quotation mark may be missing or not be doubled"));
            continue;
        }
        let written = cell(Some(target));
        parsed.value.units.push(ReturnedUnit {
            article: cell(column("article")),
            id: cell(Some(id)),
            source: cell(column("source")),
            state: state_named(&cell(column("state"))),
            target: Some(written).filter(|text| !text.is_empty()),
            digest: Some(cell(column("sent"))).filter(|digest| !digest.is_empty()),
            place,
            ..ReturnedUnit::default()
        });
    }
    parsed
}

fn state_named(name: &str) -> UnitState {
    use UnitState::{Final, Initial, NeedsWork, Reviewed, Translated};
    let states = [Initial, NeedsWork, Translated, Reviewed, Final];
    let name = name.trim().to_lowercase();
    states
        .into_iter()
        .find(|state| state.name() == name)
        .unwrap_or_default()
}

/// The rows of a table, each with its place.
struct Rows<'t> {
    text: &'t str,
    at: usize,
    separator: char,
}

impl Iterator for Rows<'_> {
    type Item = (usize, Vec<String>);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.at;
        let mut characters = self.text.get(start..)?.char_indices().peekable();
        characters.peek()?;
        let (mut cells, mut cell) = (Vec::new(), String::new());
        let (mut is_quoted, mut is_fresh) = (false, true);
        while let Some((at, c)) = characters.next() {
            self.at = start + at + c.len_utf8();
            match c {
                '"' if is_quoted => {
                    if characters.next_if(|(_, next)| *next == '"').is_some() {
                        self.at += 1;
                        cell.push('"');
                    } else {
                        is_quoted = false;
                    }
                }
                '"' if is_fresh => is_quoted = true,
                _ if is_quoted => cell.push(c),
                c if c == self.separator => {
                    cells.push(std::mem::take(&mut cell));
                    is_fresh = true;
                    continue;
                }
                '\r' if characters.peek().is_some_and(|(_, next)| *next == '\n') => continue,
                '\n' => {
                    cells.push(cell);
                    return Some((start, cells));
                }
                c => cell.push(c),
            }
            is_fresh = false;
        }
        self.at = self.text.len();
        cells.push(cell);
        Some((start, cells))
    }
}

#[cfg(test)]
mod tests {
    use super::{read_csv, write_csv};
    use crate::exchange::{Batch, BatchArticle, BatchUnit, UnitState};

    #[test]
    fn cells_come_back_and_none_is_live() {
        let texts = [
            "=1+1",
            "'=1",
            "''@x",
            "a,b;c",
            "Zeile\nzwei",
            "\"so\"",
            "+49",
            "-",
            "'s",
            "\tb",
        ];
        let unit = |text: &&str| BatchUnit {
            id: "s1".into(),
            source: (*text).to_owned(),
            target: Some((*text).to_owned()),
            state: UnitState::Reviewed,
            ..BatchUnit::default()
        };
        let article = BatchArticle {
            key: "=markt".into(),
            units: texts.iter().map(unit).collect(),
            ..BatchArticle::default()
        };
        let batch = Batch {
            articles: vec![article],
            ..Batch::default()
        };
        let table = write_csv(&batch);
        for cell in table.split(['"', ',', '\n']) {
            assert!(!cell.starts_with(['=', '+', '@']), "{cell:?} is live");
        }
        let read = read_csv(&table).value.units;
        let back: Vec<&str> = read
            .iter()
            .filter_map(|unit| unit.target.as_deref())
            .collect();
        assert_eq!(back, texts);
        assert!(
            read.iter()
                .all(|unit| unit.article == "=markt" && unit.state == UnitState::Reviewed)
        );
        let with_semicolons = read_csv("ID;Target;Source\n1;\"a;b\"\"\";c\n\n2;d;\n")
            .value
            .units;
        assert_eq!(with_semicolons[0].target.as_deref(), Some("a;b\""));
        assert_eq!(with_semicolons[1].id, "2");
    }

    #[test]
    fn tables_of_others_are_told() {
        assert_eq!(read_csv("a,b\n1,2\n").diagnostics[0].code, "csv-columns");
        assert_eq!(
            read_csv("id,target\n1,2,3\n").diagnostics[0].code,
            "csv-cells"
        );
    }
}
