//! Translation memories of other tools: TMX 1.4b, levels 1 and 2.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use crate::text::{Diagnostic, Parsed, Severity, Span};

/// A text in several languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TmxUnit {
    /// The languages as the file names them, with their texts, in its order.
    pub texts: Vec<(String, String)>,
}

/// Elements of a segment that hold a code of the file that the text was taken from.
const CODES: [&str; 6] = ["bpt", "ept", "it", "ph", "ut", "sub"];

/// Reads a translation memory. A code within a text is kept if it is a tag; other codes, as of a word
/// processor, are left out, and so is a text within a code. Of a file that is no XML from some place
/// on, what stands before it counts.
///
/// # Examples
/// ```
/// use satz::exchange::read_tmx;
/// let memory = read_tmx(
///     r#"<tmx version="1.4"><header/><body><tu>
///     <tuv xml:lang="de"><seg>Der <bpt i="1">&lt;b&gt;</bpt>Markt<ept i="1">&lt;/b&gt;</ept></seg></tuv>
///     <tuv xml:lang="en"><seg>The market</seg></tuv></tu></body></tmx>"#,
/// );
/// assert_eq!(memory.value[0].texts[0], ("de".to_owned(), "Der <b>Markt</b>".to_owned()));
/// assert!(memory.diagnostics.is_empty());
/// ```
pub fn read_tmx(text: &str) -> Parsed<Vec<TmxUnit>> {
    let mut reader = Reader::from_str(text);
    let mut units = Units::default();
    let mut diagnostics = Vec::new();
    loop {
        let start = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
        match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) => units.take(&event),
            Err(error) => {
                let place = Span::new(start.min(text.len()), text.len());
                let message = format!("is no XML from here on: {error}");
                let fault = Diagnostic::new("broken-xml", Severity::Error, place, message);
                diagnostics.push(fault.hint("export the memory again"));
                break;
            }
        }
    }
    Parsed {
        value: units.done,
        diagnostics,
    }
}

/// What was read so far.
#[derive(Debug, Default)]
struct Units {
    done: Vec<TmxUnit>,
    unit: TmxUnit,
    language: String,
    /// The text of the segment that is being read.
    segment: Option<String>,
    /// Elements with codes that are open, and what stands in the outermost.
    depth: usize,
    code: String,
}

impl Units {
    fn take(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(element) => self.open(element),
            Event::Empty(element) => {
                self.open(element);
                self.close(element.name().as_ref());
            }
            Event::End(element) => self.close(element.name().as_ref()),
            Event::Text(text) => self.add(&text.xml10_content()),
            Event::CData(text) => self.add(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let character = reference
                    .resolve_char_ref()
                    .ok()
                    .flatten()
                    .map(String::from);
                let named = || resolve_predefined_entity(reference).map(str::to_owned);
                if let Some(text) = character.or_else(named) {
                    self.add(&text);
                }
            }
            _ => {}
        }
    }

    fn open(&mut self, element: &BytesStart<'_>) {
        match element.name().as_ref() {
            "tu" => self.unit = TmxUnit::default(),
            "tuv" => self.language = language(element),
            "seg" => self.segment = Some(String::new()),
            name if CODES.contains(&name) => self.depth += 1,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "tu" => self.done.push(std::mem::take(&mut self.unit)),
            "seg" => {
                let text = on_one_line(&self.segment.take().unwrap_or_default());
                if !text.is_empty() {
                    self.unit.texts.push((self.language.clone(), text));
                }
            }
            name if CODES.contains(&name) => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    let code = std::mem::take(&mut self.code);
                    if let Some(segment) = self.segment.as_mut().filter(|_| is_tag(&code)) {
                        segment.push_str(&code);
                    }
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, text: &str) {
        match (&mut self.segment, self.depth) {
            (Some(segment), 0) => segment.push_str(text),
            (Some(_), 1) => self.code.push_str(text),
            _ => {}
        }
    }
}

/// The language of a text; older files say `lang`.
fn language(element: &BytesStart<'_>) -> String {
    let named = |name: &str| {
        let attribute = element.try_get_attribute(name).ok().flatten()?;
        attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .ok()
            .map(String::from)
    };
    named("xml:lang")
        .or_else(|| named("lang"))
        .unwrap_or_default()
}

fn is_tag(code: &str) -> bool {
    code.starts_with('<') && code.ends_with('>')
}

/// A text without the line breaks and the indentation that files are written with.
fn on_one_line(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}
