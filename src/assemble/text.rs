//! Output form `txt`: readable text without markup; a plain-text article as it is.

use super::{Assembled, Assembly, Form};
use crate::document::{BlockKind, FrontMatter, MarkdownShadow, plain_html, shown_shadow};
use crate::text::Span;
use pulldown_cmark::{Event, Tag, TagEnd};

/// The form's row.
pub(super) const FORM: Form = Form {
    name: "txt",
    render,
};

fn render(assembly: &Assembly<'_>, assembled: &Assembled) -> String {
    match assembly.format.name {
        "markdown" | "mdx" => {}
        "html" => return blocks_of_page(assembly, assembled),
        _ => return assembled.text.clone(),
    }
    let body = FrontMatter::body(&assembled.text);
    let mut writer = Writer {
        has_gaps: assembly.format.name == "mdx",
        ..Writer::default()
    };
    let shadow = if assembly.format.name == "mdx" {
        // What is no Markdown is not shown.
        shown_shadow(assembly.format, &assembled.text, body).0
    } else {
        MarkdownShadow::of_all(&assembled.text, body)
    };
    for (event, _) in shadow.events(body) {
        writer.take(event);
    }
    let mut out = writer.out.trim_end().to_owned();
    out.push('\n');
    out
}

/// The text of a page: its blocks with blank lines between them.
fn blocks_of_page(assembly: &Assembly<'_>, assembled: &Assembled) -> String {
    let blocks: Vec<String> = shown(assembly, assembled)
        .map(|(_, span)| plain_html(span.of(&assembled.text)).trim().to_owned())
        .filter(|block| !block.is_empty())
        .collect();
    blocks.join("\n\n") + "\n"
}

/// The assembled text of every block of an article that is no Markdown, but for what is not shown.
pub(super) fn shown<'a>(
    assembly: &'a Assembly<'_>,
    assembled: &'a Assembled,
) -> impl Iterator<Item = (BlockKind, Span)> {
    let blocks = assembly.document.blocks.iter();
    blocks
        .clone()
        .zip(assembled.places(blocks.map(|block| block.span)))
        .filter(|(block, _)| {
            use BlockKind::{Alt, Field, Furniture, Markup, Title};
            !matches!(block.kind, Alt | Field | Furniture | Markup | Title)
        })
        .filter_map(|(block, span)| Some((block.kind, span?)))
}

/// The paragraphs of a block's text: a translation may have added some.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for line in text.lines() {
        match found.last_mut() {
            Some(_) if line.trim().is_empty() => found.push(String::new()),
            Some(last) => {
                if !last.is_empty() {
                    last.push('\n');
                }
                last.push_str(line.trim());
            }
            None => {}
        }
    }
    found.retain(|paragraph| !paragraph.is_empty());
    found
}

#[derive(Default)]
struct Writer {
    out: String,
    /// Per open list: the next number, or none for bullets.
    lists: Vec<Option<u64>>,
    quotes: usize,
    /// Whether a marker has just been written, so that the next block stays on its line.
    marked: bool,
    silent: usize,
    /// Whether blanks stand in the place of what is no Markdown: of several one is shown.
    has_gaps: bool,
    is_in_code: bool,
}

impl Writer {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.open(&tag),
            Event::End(tag) => self.close(tag),
            Event::Text(text) if self.silent == 0 && self.has_gaps && !self.is_in_code => {
                self.words(&text);
            }
            Event::Text(text) | Event::Code(text) if self.silent == 0 => self.write(&text),
            Event::SoftBreak => self.write(" "),
            Event::HardBreak => self.line(),
            Event::FootnoteReference(name) => self.write(&format!("[{name}]")),
            Event::TaskListMarker(done) => self.write(if done { "[x] " } else { "[ ] " }),
            Event::Rule => {
                self.block();
                self.write("* * *");
            }
            _ => {}
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::CodeBlock(_) => {
                self.block();
                self.is_in_code = true;
            }
            Tag::Paragraph | Tag::Heading { .. } | Tag::Table(_) | Tag::DefinitionList => {
                self.block();
            }
            Tag::BlockQuote(_) => {
                self.block();
                self.quotes += 1;
                self.write("> ");
                self.marked = true;
            }
            Tag::List(number) => {
                if self.lists.is_empty() {
                    self.block();
                }
                self.lists.push(*number);
            }
            Tag::Item => self.item(),
            Tag::TableRow | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {
                self.fresh_line();
            }
            Tag::TableCell if !self.out.ends_with('\n') && !self.out.is_empty() => self.write("\t"),
            Tag::FootnoteDefinition(name) => {
                self.block();
                self.write(&format!("[{name}] "));
                self.marked = true;
            }
            Tag::HtmlBlock | Tag::MetadataBlock(_) => self.silent += 1,
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::CodeBlock => self.is_in_code = false,
            TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => {
                self.silent = self.silent.saturating_sub(1);
            }
            _ => {}
        }
    }

    fn item(&mut self) {
        self.fresh_line();
        self.write(&"  ".repeat(self.lists.len().saturating_sub(1).min(16)));
        let marker = match self.lists.last_mut() {
            Some(Some(number)) => {
                let marker = format!("{number}. ");
                *number = number.saturating_add(1);
                marker
            }
            _ => "- ".to_owned(),
        };
        self.write(&marker);
        self.marked = true;
    }

    /// Writes a text with one blank for several.
    fn words(&mut self, text: &str) {
        for c in text.chars() {
            if c != ' ' || !self.out.ends_with(' ') {
                self.write(c.encode_utf8(&mut [0; 4]));
            }
        }
    }

    fn write(&mut self, text: &str) {
        self.marked = false;
        self.out.push_str(text);
    }

    fn line(&mut self) {
        self.out.push('\n');
        self.out.push_str(&"> ".repeat(self.quotes.min(16)));
    }

    fn fresh_line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') && !self.marked {
            self.line();
        }
    }

    /// Begins a block: after a blank line, or on the line of its marker.
    fn block(&mut self) {
        if self.out.is_empty() || self.marked {
            return;
        }
        let kept = self.out.trim_end().len();
        self.out.truncate(kept);
        self.out.push('\n');
        self.line();
    }
}
