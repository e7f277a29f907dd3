//! Values divided by commas, as RFC 4180 has them.

use super::{Authored, Form, Look, Provenance, Sentence};

pub(super) const FORM: Form = Form {
    provenance: Some(provenance),
    is_data: true,
    ..Form::new("csv", "values divided by commas, for spreadsheets")
};

/// The columns; those of the history behind them.
const COLUMNS: [&str; 11] = [
    "locale",
    "article",
    "id",
    "source",
    "stale",
    "target",
    "made",
    "machine",
    "reviewer",
    "review_date",
    "words",
];
const HISTORY: [&str; 12] = [
    "text_commit",
    "text_author",
    "text_email",
    "text_date",
    "text_signature",
    "review_commit",
    "review_author",
    "review_email",
    "review_day",
    "review_signature",
    "own_review",
    "other_name",
];

fn provenance(provenance: &Provenance, _look: Look) -> String {
    let mut columns: Vec<&str> = COLUMNS.to_vec();
    if provenance.has_history {
        columns.extend(HISTORY);
    }
    let mut out = columns.join(",") + "\r\n";
    for sentence in &provenance.sentences {
        let mut cells = cells(sentence);
        if provenance.has_history {
            cells.extend(history(sentence));
        }
        let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        out += &(cells.join(",") + "\r\n");
    }
    out
}

fn cells(sentence: &Sentence) -> Vec<String> {
    let review = sentence.review.clone().unwrap_or_default();
    vec![
        sentence.locale.clone(),
        sentence.article.clone(),
        sentence.id.clone(),
        sentence.source.clone(),
        sentence.is_stale.to_string(),
        sentence.target.clone(),
        sentence.made.clone(),
        sentence.machine.clone().unwrap_or_default(),
        review.0,
        review.1,
        sentence.words.to_string(),
    ]
}

fn history(sentence: &Sentence) -> Vec<String> {
    let authored = |authored: &Option<Authored>| {
        let authored = authored.clone().unwrap_or_default();
        let signature = authored.signature.to_owned();
        [
            authored.commit,
            authored.name,
            authored.email,
            authored.date,
            signature,
        ]
    };
    let mut cells = [authored(&sentence.written), authored(&sentence.reviewed)].concat();
    cells.push(sentence.is_own_review.to_string());
    cells.push(sentence.is_other_name.to_string());
    cells
}

/// A cell. One that a spreadsheet would take for a formula begins with an apostrophe.
fn quoted(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if is_formula {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}
