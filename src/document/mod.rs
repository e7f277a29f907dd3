//! Articles: a text cut into blocks, each with the places of its content. Nothing is rendered
//! anew; every later step splices into the article's own bytes.

mod address;
mod anchor;
mod atom;
mod front_matter;
mod furniture;
mod html;
mod markdown;
mod outline;
mod piece;
mod plain;
mod reason;
mod scheme;
mod template;
mod untaken;
mod voice;
mod work;

pub(crate) use address::{addresses, is_article_path, links, percent_decoded, resolve};
pub use anchor::{Anchors, Heading};
pub(crate) use anchor::{dead_links, section_links, section_targets, slug};
pub(crate) use front_matter::{
    FrontMatter, encode as encode_yaml, holds_in_single_quotes, write_toml,
};
pub(crate) use furniture::phrase as furniture_phrase;
pub use html::read_references;
pub(crate) use html::{
    Attribute as HtmlAttribute, Role as HtmlRole, Token, TokenKind, actions as html_actions,
    attribute_identity, decode as decode_html, ends_before, escape_attribute, escape_text,
    has_words, inline_tokens, is_free as is_free_attribute, is_void as is_void_html, page_tokens,
    plain as plain_html, role as html_role, shields, tag_identity, token_identity,
};
pub(crate) use markdown::{
    Foreign, ForeignDefinitions, ForeignKind, Shadow as MarkdownShadow, comment_languages,
    disarmed_call, escape as escape_markdown, folded_label, is_foreign as is_foreign_markdown,
    is_raw_text, jsx_tag_length, link_labels, shown_shadow,
};
pub use markdown::{options as markdown_options, readable as readable_markdown};
pub use outline::{Active, ActiveKind, Node, Outline};
pub use piece::{Piece, Pieces};
pub use reason::Reason;
pub use scheme::{SCHEMES, is_allowed};
pub(crate) use template::{call_frame, call_length, formulas};
pub use untaken::TextPlace;
pub(crate) use untaken::untaken;
pub(crate) use work::{has_work, is_address_field};

use crate::language::USUAL_SOURCE;
use crate::text::{Parsed, Span};
use std::borrow::Cow;

/// What an article may be written in: one row per format.
static FORMATS: [Format; 4] = [markdown::FORMAT, markdown::MDX, plain::FORMAT, html::FORMAT];

/// A format of articles. Parsing never fails: bad content gives diagnostics.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// Its name in reports, for example `markdown`.
    pub name: &'static str,
    /// Extensions of its files, without the dot, the usual one first.
    pub extensions: &'static [&'static str],
    /// Cuts an article into blocks.
    pub parse: fn(&str, &Options) -> Parsed<Document>,
    /// Shows the tree of an article's blocks and what acts in it: what a translation must not
    /// change. The same as in the parsed document, for less.
    pub outline: fn(&str) -> Outline,
    /// Finds the places where an article names its language.
    pub language: fn(&str) -> Vec<Block>,
}

impl Format {
    /// Whether articles of this format are Markdown, with or without more.
    pub fn is_markdown(&self) -> bool {
        self.name == markdown::FORMAT.name || self.name == markdown::MDX.name
    }
}

/// All formats.
pub fn formats() -> &'static [Format] {
    &FORMATS
}

/// Finds the format of files with this extension (without the dot, in any case).
pub fn format_of(extension: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| {
        format
            .extensions
            .iter()
            .any(|known| known.eq_ignore_ascii_case(extension))
    })
}

/// How to read an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Fields of the front matter that are translated.
    pub fields: Vec<String>,
    /// Languages of code blocks whose comments are translated, as their fences name them.
    pub comments: Vec<String>,
    /// Names of texts among the parameters of components and of calls of templates: `name`, or
    /// `component.name`.
    pub parameters: Vec<String>,
    /// Language of the articles: an HTML element in another one is carried through.
    pub language: String,
}

impl Default for Options {
    /// German; translates the fields `title` and `description`, and no comments in code.
    fn default() -> Self {
        Self {
            fields: vec!["title".to_owned(), "description".to_owned()],
            comments: Vec::new(),
            parameters: ["title", "alt", "caption", "label"]
                .map(str::to_owned)
                .to_vec(),
            language: USUAL_SOURCE.to_owned(),
        }
    }
}

/// What a block is to a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// A headline or subhead.
    Heading,
    /// Running text.
    Paragraph,
    /// Text of a list item.
    ListItem,
    /// A line of a quotation block.
    Quote,
    /// One cell of a table.
    Cell,
    /// Text of a footnote.
    Footnote,
    /// A configured field of the front matter.
    Field,
    /// Alternative text of an image.
    Alt,
    /// Title of a link, image or link definition.
    Title,
    /// Place and date at the start of a report.
    Dateline,
    /// Who wrote it.
    Byline,
    /// Where it was taken from.
    Attribution,
    /// Navigation, notices, share buttons: what a page pasted whole brings along.
    Furniture,
    /// A comment in code.
    Comment,
    /// Code.
    Code,
    /// Raw markup.
    Markup,
    /// Anything that is carried through untouched.
    Opaque,
}

impl BlockKind {
    /// The kind's name in reports, for example `list-item`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::ListItem => "list-item",
            Self::Quote => "quote",
            Self::Cell => "cell",
            Self::Footnote => "footnote",
            Self::Field => "field",
            Self::Alt => "alt",
            Self::Title => "title",
            Self::Dateline => "dateline",
            Self::Byline => "byline",
            Self::Attribution => "attribution",
            Self::Furniture => "furniture",
            Self::Comment => "comment",
            Self::Code => "code",
            Self::Markup => "markup",
            Self::Opaque => "opaque",
        }
    }
}

/// How a value is written into the article at a block's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Context {
    /// Plain text; a line break in a value is a line break.
    Plain,
    /// Inline Markdown at the start of a block; `prefix` stands before every further line.
    Markdown {
        /// What every line but the first begins with, for example `"> "` or two blanks.
        prefix: String,
    },
    /// Inline Markdown on one line: an ATX heading.
    Line,
    /// Inline Markdown in a cell of a table: one line, `|` escaped.
    Cell,
    /// A comment in code: one line, as it is.
    Comment,
    /// Alternative text of an image: one line, square brackets balanced or escaped.
    Alt,
    /// A quoted link title, with its delimiter: `"`, `'` or `)`.
    Title(char),
    /// Inline HTML. A line break is written as `line_break`.
    Html {
        /// The start tag of the next paragraph, if the block is all of a `p` element.
        paragraph: Option<String>,
        /// `<br>` in the article's own spelling.
        line_break: &'static str,
    },
    /// Text of an HTML element that has no markup: a page's title.
    Rcdata,
    /// Value of an HTML attribute, with its quotes.
    Attribute(Option<char>),
    /// A scalar of YAML front matter: plain, plain within brackets (`,`), quoted with `"` or `'`, or
    /// a block scalar (`|`, `>`).
    Yaml(Option<char>),
    /// A string of TOML front matter, with its delimiter.
    Toml(&'static str),
    /// A parameter of a call of a template, with its quotes.
    Parameter {
        /// The quotes around it.
        quote: char,
        /// Whether a backslash escapes in it.
        escapes: bool,
    },
}

/// A block of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its place in the article, markers included.
    pub span: Span,
    /// Its name where it has one: the field of the front matter, the label of a footnote.
    pub name: Option<Box<str>>,
    /// Why it is of this kind, or not offered for translation.
    pub reason: Option<Reason>,
    /// Whether it is offered for translation. If not, `pieces` is empty.
    pub translate: bool,
    /// The content in reading order, ascending in the article; gaps between pieces are markers.
    pub pieces: Pieces,
    /// Stretches of the content's text (offsets into what the pieces read as, joined) that no unit
    /// boundary may cut: inline elements.
    pub atoms: Box<[Span]>,
    /// How a value is written back.
    pub context: Context,
}

impl Block {
    /// The block's content as it reads: the joined text of its pieces.
    pub fn text<'a>(&'a self, article: &'a str) -> Cow<'a, str> {
        match self.pieces.as_slice() {
            [piece] => Cow::Borrowed(piece.text(article)),
            pieces => pieces.iter().map(|piece| piece.text(article)).collect(),
        }
    }
}

/// An article cut into blocks, in the order of the article; blocks do not overlap. An image that
/// stands alone gives blocks for its alternative text and title; inside running text both belong
/// to the sentence that shows them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// The blocks.
    pub blocks: Vec<Block>,
    /// The tree they stand in.
    pub outline: Outline,
    /// What the author says of blocks to the translator.
    pub notes: Vec<Note>,
}

/// What the author says of a block to the translator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Index of the block.
    pub block: usize,
    /// The words, on one line.
    pub text: Box<str>,
}

/// The result of parsing an article.
pub type ParsedDocument = Parsed<Document>;
