//! Output form `md`: the article in its own format if that is Markdown; others as paragraphs
//! without their markup.

use super::{Assembled, Assembly, Form};
use crate::document::{BlockKind, escape_markdown, plain_html};
use std::borrow::Cow;

/// The form's row.
pub(super) const FORM: Form = Form { name: "md", render };

fn render(assembly: &Assembly<'_>, assembled: &Assembled) -> String {
    if assembly.format.is_markdown() {
        return assembled.text.clone();
    }
    let mut out = String::new();
    let mut first = true;
    for (kind, span) in super::text::shown(assembly, assembled) {
        if !out.is_empty() {
            out.push('\n');
        }
        let block = span.of(&assembled.text);
        let block = if assembly.format.name == "html" {
            Cow::Owned(plain_html(block))
        } else {
            Cow::Borrowed(block)
        };
        for paragraph in super::text::paragraphs(&block) {
            if !out.is_empty() && !out.ends_with("\n\n") {
                out.push('\n');
            }
            if kind == BlockKind::Heading {
                out.push_str(if first { "# " } else { "## " });
                first = false;
            }
            for line in paragraph.lines() {
                out.push_str(&escape_markdown(line.trim()));
                out.push('\n');
            }
        }
    }
    out
}
