//! Marks of makers and reviewers written above messages.

use crate::catalog::{Catalog, Id, Maker, Review, Subject, Value, with_maker, with_review};
use crate::text::{Edit, Span};

/// Puts a review above a message in place of those there are, or takes them away. `members` are the ids
/// of the empty messages that belong to it. None if the message has no id of a unit, or nothing changes.
pub fn mark_reviewed(
    catalog: &Catalog,
    entry: usize,
    members: &[Id],
    review: Option<&Review>,
) -> Option<Edit> {
    let message = &catalog.entries[entry];
    let id = Id::parse(&message.id)?;
    let value = message.value()?.text();
    let about = Subject {
        id: &id,
        value: &value,
        members,
    };
    commented(catalog, entry, |comment| {
        with_review(comment, &about, review)
    })
}

/// Puts what made a text above its message, in place of what was said before. None if nothing changes.
pub fn mark_made(catalog: &Catalog, entry: usize, maker: &Maker) -> Option<Edit> {
    let value = catalog.entries[entry].value().map(Value::text)?;
    commented(catalog, entry, |comment| with_maker(comment, &value, maker))
}

/// The edit that gives a message another comment.
fn commented(catalog: &Catalog, entry: usize, renewed: impl Fn(&str) -> String) -> Option<Edit> {
    let message = &catalog.entries[entry];
    let before = Span::new(message.comment.start, message.id_span.start);
    let comment = message.comment.of(&catalog.text);
    let lines = renewed(comment).replace("\r\n", "\n");
    let new = lines.replace('\n', catalog.line_end());
    (new != before.of(&catalog.text)).then(|| Edit::replace(before, new))
}
