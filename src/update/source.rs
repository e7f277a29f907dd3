//! The source catalog of an article written.

use super::layout::{Form, Placed, write};
use super::{Assigned, NewUnit};
use crate::catalog::{Catalog, Note, escape, group};

/// Writes the source catalog of an article: every unit with its German, in the article's order.
pub fn source_catalog(article: &str, units: &[NewUnit], assigned: &[Assigned]) -> String {
    let mut placed = vec![Placed {
        text: header(article),
        form: Form::Free,
        origin: None,
    }];
    let mut block = None;
    for (unit, assigned) in units.iter().zip(assigned) {
        if block != Some(unit.block) {
            block = Some(unit.block);
            placed.push(Placed {
                text: group(unit.kind),
                form: Form::Free,
                origin: None,
            });
        }
        let message = format!("{} = {}", assigned.id, escape(&unit.text));
        placed.push(Placed {
            text: match &unit.note {
                Some(note) => format!("{}\n{message}", Note::Author(note.to_string()).line("")),
                None => message,
            },
            form: Form::Message,
            origin: None,
        });
    }
    write(&Catalog::default(), &placed)
}

/// The first line of an article's catalog.
pub(super) fn header(article: &str) -> String {
    format!("### satz 1: {article}")
}
