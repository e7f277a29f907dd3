//! Links out of a catalog: from its header to the article, from an empty message to the one that covers it.

use serde_json::{Value, json};

use super::message::Fault;
use super::place::{Wanted, view};
use super::protocol::InDocument;
use super::server::{File, Server};
use crate::text::Span;

/// The answer to `textDocument/documentLink`.
pub(super) fn links(server: &mut Server, asked: &InDocument) -> Result<Value, Fault> {
    let Some(view) = view(server, &asked.text_document.uri, Wanted::Own)? else {
        return Ok(json!([]));
    };
    let text = &view.text.text;
    let mut links = Vec::new();
    let folder = view.file.folder;
    let article = File {
        folder,
        path: view.article.path.clone(),
    };
    if let Some(at) = text.find("### satz 1: ").map(|at| at + 12)
        && text[at..].starts_with(view.article.path.as_str())
    {
        let (target, _) = server.address(&article);
        let span = Span::new(at, at + view.article.path.len());
        links.push(
            json!({"range": view.text.range(span), "target": target, "tooltip": "The article"}),
        );
    }
    let (uri, _) = server.address(&view.file);
    for (key, tooltip) in [
        ("# merged into: ", "The message that says this, too"),
        ("# now: ", "The sentence as it is now"),
    ] {
        for (at, _) in text.match_indices(key) {
            if at > 0 && !text[..at].ends_with('\n') {
                continue;
            }
            let start = at + key.len();
            let id = text[start..].lines().next().unwrap_or_default().trim_end();
            let units = view.article.units.iter();
            let Some(index) = units.into_iter().position(|unit| unit.id == id) else {
                continue;
            };
            let (file, text, span) = if key.starts_with("# now") {
                (
                    server.address(&article).0,
                    server.text(&article),
                    Some(view.article.units[index].span),
                )
            } else {
                (uri.clone(), Some(view.text.clone()), view.span_of(index))
            };
            let (Some(text), Some(target)) = (text, span) else {
                continue;
            };
            let line = text.position(target.start).line + 1;
            let span = Span::new(start, start + id.len());
            links.push(json!({
                "range": view.text.range(span),
                "target": format!("{file}#L{line}"),
                "tooltip": tooltip,
            }));
        }
    }
    Ok(Value::Array(links))
}
