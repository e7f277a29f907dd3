use crate::text::Span;

/// A node of an article's block tree, in the order of the article, parents first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is, for example `quote`, `item` or `text`.
    pub label: &'static str,
    /// Index of the node that holds it.
    pub parent: Option<usize>,
    /// Number of nodes around it.
    pub depth: usize,
    /// Its place in the article, without white space at the edges.
    pub span: Span,
    /// Whether it goes when nothing of it is left: a paragraph does, a cell does not.
    pub droppable: bool,
    /// Whether it is there only to hold others and goes when all of them go: a list, a quotation.
    pub holder: bool,
}

/// The length of the line ending at `at`, 0 where there is none.
pub(crate) fn line_ending(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at..) {
        Some([b'\r', b'\n', ..]) => 2,
        Some([b'\r' | b'\n', ..]) => 1,
        _ => 0,
    }
}

/// The lines of `text` from `at` on, without their endings; line ends are CRLF, LF and CR.
pub(crate) fn lines(text: &str, at: usize) -> Vec<Span> {
    let mut lines = Vec::new();
    let (mut start, mut here) = (at, at);
    while here < text.len() {
        match line_ending(text, here) {
            0 => here += 1,
            length => {
                lines.push(Span::new(start, here));
                here += length;
                start = here;
            }
        }
    }
    if start < text.len() {
        lines.push(Span::new(start, text.len()));
    }
    lines
}

/// The span without white space at its edges.
pub(crate) fn trimmed(text: &str, span: Span) -> Span {
    let inner = span.of(text);
    let start = span.start + inner.len() - inner.trim_start().len();
    Span::new(start, start + inner.trim().len())
}

/// The offset of the first byte after a byte-order mark.
pub(crate) fn body_start(text: &str) -> usize {
    if text.starts_with('\u{FEFF}') { 3 } else { 0 }
}
