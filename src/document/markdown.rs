//! Markdown: `CommonMark` with the usual extensions, by byte offsets. Values hold the article's own
//! inline markup; only block markers, line prefixes and markup around a whole block are gaps.

mod active;
mod call;
mod comment;
mod foreign;
mod inline;
mod jsx;
mod link;
mod mdx;
mod raw;
mod readable;
mod shadow;
mod tree;

use super::front_matter::FrontMatter;
use super::furniture::attribution;
use super::html::{embedded, inline_tokens, tag_texts};
use super::template::is_template;
use super::voice::Voice;
use super::work::leave_idle;
use super::{Block, BlockKind, Context, Document, Format, Options, Outline, Pieces};
use crate::text::{Diagnostic, Edit, Parsed, Span, apply, ascend};
pub(crate) use active::is_raw_text;
pub(crate) use call::disarmed_call;
pub(crate) use comment::{comment_languages, language as fence_language};
pub(crate) use foreign::{Foreign, ForeignKind, is_foreign};
use inline::{Kind, Run};
pub(crate) use jsx::tag_length as jsx_tag_length;
pub(super) use mdx::FORMAT as MDX;
use pulldown_cmark::{Event, LinkType, Options as Extensions, Tag, TagEnd};
pub use readable::readable;
pub(crate) use shadow::Shadow;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use tree::Tree;

/// The format's row.
pub(super) const FORMAT: Format = Format {
    name: "markdown",
    extensions: &["md", "markdown", "mdown", "mkd"],
    parse,
    outline,
    language,
};

/// The extensions of Markdown that are read. Front matter is read apart.
pub fn options() -> Extensions {
    Extensions::ENABLE_TABLES
        | Extensions::ENABLE_FOOTNOTES
        | Extensions::ENABLE_STRIKETHROUGH
        | Extensions::ENABLE_TASKLISTS
        | Extensions::ENABLE_HEADING_ATTRIBUTES
        | Extensions::ENABLE_DEFINITION_LIST
        | Extensions::ENABLE_GFM
}

fn outline(text: &str) -> Outline {
    Tree::outline(text, FrontMatter::body(text))
}

/// The fields of the front matter that name the article's language.
fn language(text: &str) -> Vec<Block> {
    let Some((front, _)) = FrontMatter::find(text) else {
        return Vec::new();
    };
    ["lang", "language", "locale"]
        .into_iter()
        .filter_map(|name| front.field(text, name))
        .collect()
}

fn parse(text: &str, options: &Options) -> Parsed<Document> {
    let (start, front, problems) = front(text, options);
    let (shadow, unread) = Shadow::of(text, start);
    read(
        text,
        (start, front),
        (&shadow, unread, false),
        options,
        problems,
    )
}

/// Reads a text behind its front matter as its shadow shows it, of which is told whether it is MDX, and
/// the lines that are not seen in it.
fn read(
    text: &str,
    (start, front): (usize, Vec<Block>),
    (shadow, unread, is_mdx): (&Shadow<'_>, Vec<Foreign>, bool),
    options: &Options,
    problems: Vec<Diagnostic>,
) -> Parsed<Document> {
    let mut tree = Tree::grow(text, shadow, start, is_mdx, front, options);
    let mut blocks = std::mem::take(&mut tree.blocks);
    let mut voice = std::mem::take(&mut tree.voice);
    for line in &unread {
        let raw = line.span.of(text);
        voice.comment(raw, line.span);
        if line.kind == ForeignKind::Tags {
            for token in inline_tokens(raw) {
                let place = token.span.shifted(line.span.start);
                voice.token(&token, token.span.of(raw), place, &options.language);
            }
        }
        blocks.extend(foreign::blocks(text, line, options));
    }
    for definition in &tree.definitions {
        blocks.extend(link::definition_title(text, definition));
    }
    // Overlap would mean that two places own the same bytes; the first keeps them.
    ascend(&mut blocks, |block| block.span);
    leave_idle(text, &mut blocks);
    // Room was made before it was known how much it takes.
    blocks.shrink_to_fit();
    let mut outline = tree.into_outline();
    outline.nodes.shrink_to_fit();
    let notes = voice.heed(&mut blocks, &outline.nodes, text.len());
    Parsed {
        value: Document {
            blocks,
            outline,
            notes,
        },
        diagnostics: problems,
    }
}

/// A text as the parser shall see it to show it, and the lines that it does not see.
pub(crate) fn shown_shadow<'a>(
    format: &Format,
    text: &'a str,
    start: usize,
) -> (Shadow<'a>, Vec<Foreign>) {
    if format.name == MDX.name {
        return mdx::shadow(text, start, true);
    }
    Shadow::of(text, start)
}

/// Where the body starts, and the blocks and faults of the front matter before it.
fn front(text: &str, options: &Options) -> (usize, Vec<Block>, Vec<Diagnostic>) {
    match FrontMatter::find(text) {
        Some((found, problem)) => {
            let mut problems = found.lost(text, options);
            problems.extend(problem);
            (found.span.end, found.blocks(text, options), problems)
        }
        None => (super::outline::body_start(text), Vec::new(), Vec::new()),
    }
}

/// The labels that an article defines for its links, as they are compared: in lower case, white space
/// as one blank.
pub(crate) fn link_labels(text: &str) -> BTreeSet<String> {
    let definitions = definitions(text).into_iter();
    definitions.map(|(label, _)| folded_label(&label)).collect()
}

/// The definitions of links in a text: labels as they are written, and addresses.
fn definitions(text: &str) -> Vec<(String, String)> {
    if !text.contains("]:") {
        return Vec::new();
    }
    let start = FrontMatter::body(text);
    let body = readable(&text[start..]);
    let parser = pulldown_cmark::Parser::new_ext(&body, options());
    let found = parser.reference_definitions().iter();
    let mut found: Vec<_> = found
        .map(|(label, definition)| (label.to_owned(), definition.dest.to_string()))
        .collect();
    found.sort();
    found
}

/// What a translation defines of links and its article does not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct ForeignDefinitions {
    /// The definitions as lines.
    lines: String,
    /// The labels that the article has for addresses.
    labels: BTreeMap<String, String>,
}

impl ForeignDefinitions {
    /// Reads the definitions of a translation whose labels its article does not define.
    pub(crate) fn of(translation: &str, article: &str) -> Self {
        let defined = definitions(translation);
        if defined.is_empty() {
            return Self::default();
        }
        let own = definitions(article).into_iter();
        let labels: BTreeMap<String, String> =
            own.map(|(label, address)| (address, label)).collect();
        let known = link_labels(article);
        let mut lines = String::new();
        for (label, address) in defined {
            let is_plain = !address.contains(['<', '>', '\n']);
            if is_plain && !known.contains(&folded_label(&label)) {
                let _ = writeln!(lines, "[{label}]: <{address}>");
            }
        }
        Self { lines, labels }
    }

    /// A sentence whose links by these definitions have the article's label for their address, or the
    /// address in themselves: `[gate][g]` is `[gate][tor]` or `[gate](gate.md)`.
    pub(crate) fn resolved<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.lines.is_empty() || !text.contains('[') {
            return text.into();
        }
        let whole = format!("{text}\n\n{}", self.lines);
        let parsed = readable(&whole);
        let mut edits = Vec::new();
        // Where the text of the link that is open ends.
        let mut inner = 0;
        let mut address = None;
        for (event, range) in pulldown_cmark::Parser::new_ext(&parsed, options()).into_offset_iter()
        {
            match event {
                Event::Start(Tag::Link {
                    link_type,
                    dest_url,
                    ..
                }) => {
                    let by_label = [LinkType::Reference, LinkType::Collapsed, LinkType::Shortcut];
                    address = by_label.contains(&link_type).then(|| dest_url.to_string());
                    inner = range.start + 1;
                }
                Event::End(TagEnd::Link) => {
                    let close = whole[inner..range.end].find(']').map(|at| inner + at + 1);
                    if let (Some(address), Some(close)) = (address.take(), close)
                        && range.end <= text.len()
                    {
                        let target = match self.labels.get(&address) {
                            Some(label) => format!("[{label}]"),
                            None => format!("({address})"),
                        };
                        edits.push(Edit::replace(Span::new(close, range.end), target));
                    }
                }
                _ => inner = inner.max(range.end),
            }
        }
        apply(text, &edits).into()
    }
}

/// A label of a link as it is compared.
pub(crate) fn folded_label(label: &str) -> String {
    let words: Vec<&str> = label.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

fn opaque(kind: BlockKind, span: Span, reason: &'static str) -> Block {
    Block {
        kind,
        span,
        name: None,
        reason: Some(reason.into()),
        translate: false,
        pieces: Pieces::NONE,
        atoms: Box::default(),
        context: Context::Plain,
    }
}

/// Adds the blocks of the leaf that has just been read: one, or those of an image that stands alone.
fn leaf_blocks(
    tree: &Tree<'_>,
    leaf: usize,
    run: &Run<'_>,
    options: &Options,
    blocks: &mut Vec<Block>,
) {
    let text = tree.text;
    let node = &tree.nodes[leaf];
    let Some((events, span)) = inline::peel(text, &run.events) else {
        return;
    };
    let quotes = tree.quotes(leaf);
    let (events, span) = if tree.is_mdx {
        let whole = span;
        let (events, span) = inline::peel_tags(text, events, span);
        blocks.extend(jsx::texts(
            text,
            Span::new(whole.start, span.start),
            options,
        ));
        if span.of(text).contains(['<', '{']) && !jsx::has_work(span.of(text)) {
            let texts = jsx::texts(text, span, options);
            if texts.is_empty() {
                let reason = "tags and expressions are carried through";
                blocks.push(opaque(BlockKind::Markup, span, reason));
            }
            blocks.extend(texts);
            return;
        }
        (events, span)
    } else {
        (events, span)
    };
    if let [image, inner @ .., _] = events
        && image.kind == Kind::Image
        && image.span == span
    {
        let title = run.title.as_deref();
        blocks.extend(link::image_blocks(text, span, inner, title, quotes));
        return;
    }
    if !tree.is_mdx && tree.marks.calls && is_template(span.of(text)) {
        blocks.extend(call::call_blocks(text, span, options));
        return;
    }
    if !tree.is_mdx && inline::is_element(text, events, span) {
        let voice = &mut Voice::default();
        let found = embedded(span.of(text), span.start, true, Some(options), voice);
        blocks.extend(found.blocks);
        return;
    }
    if !tree.is_mdx && inline::is_markup(text, events) {
        let texts = tag_texts(span.of(text), span.start, options);
        if texts.is_empty() {
            let reason = "html is carried through";
            blocks.push(opaque(BlockKind::Markup, span, reason));
        }
        blocks.extend(texts);
        return;
    }
    let mut kind = match node.label {
        "heading" => BlockKind::Heading,
        "cell" => BlockKind::Cell,
        _ => match tree.home(leaf) {
            Some("quote") => BlockKind::Quote,
            Some("item" | "task" | "done" | "term" | "definition") => BlockKind::ListItem,
            Some("footnote") => BlockKind::Footnote,
            _ => BlockKind::Paragraph,
        },
    };
    let mut reason = None;
    if kind == BlockKind::Paragraph
        && let Some(role) = attribution(span.of(text))
    {
        kind = role.kind;
        reason = Some(role.reason);
    }
    let context = match node.label {
        "cell" => Context::Cell,
        "heading" if node.span.of(text).starts_with('#') => Context::Line,
        "term" => Context::Line,
        _ => Context::Markdown {
            prefix: tree.prefix(leaf),
        },
    };
    let pieces = inline::pieces(text, span, events, quotes);
    let atoms = inline::atoms(text, span, &pieces, events, tree.marks);
    blocks.push(Block {
        kind,
        // Tags around the content may have texts of their own.
        span: if tree.is_mdx {
            span
        } else {
            Span::new(node.span.start.min(span.start), node.span.end.max(span.end))
        },
        name: tree.label(leaf),
        reason,
        translate: true,
        pieces,
        atoms: atoms.into(),
        context,
    });
}

/// Plain text as Markdown: every character that could be markup is escaped.
pub(crate) fn escape(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in line.char_indices() {
        let markup = matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&'
        ) || (at == 0 && matches!(c, '#' | '+' | '-' | '=' | ':'))
            || (at == digits && digits > 0 && matches!(c, '.' | ')'));
        if markup {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
