//! Front matter at the start of an article: YAML between `---` lines, TOML between `+++` lines. The
//! configured fields are translated in place; every other byte is carried through.

mod readable;
mod toml;
mod yaml;

use super::outline::{body_start, lines};
use super::{Block, BlockKind, Context, Options, Piece};
use crate::text::{Diagnostic, Severity, Span};
use serde_yaml::Value;
use std::borrow::Cow;

pub(crate) use toml::write as write_toml;
pub(crate) use yaml::{encode, holds_in_single_quotes};

/// The front matter of an article.
#[derive(Debug, Clone)]
pub(crate) struct FrontMatter {
    /// From the first to after the last delimiter line, without the line's end.
    pub(crate) span: Span,
    /// What it reads as, if it is YAML.
    value: Option<Value>,
    /// The texts in it, in the order of the article.
    scalars: Vec<Scalar>,
}

/// A text of the front matter that can be written back.
#[derive(Debug, Clone)]
struct Scalar {
    /// The names of the fields around it and its own, joined by dots; an item of a list has its
    /// list's.
    path: String,
    pieces: Vec<Piece>,
    context: Context,
}

impl FrontMatter {
    /// Finds the front matter, and what is wrong with it.
    pub(crate) fn find(text: &str) -> Option<(Self, Option<Diagnostic>)> {
        let mut rest = lines(text, body_start(text));
        let first = rest.next()?;
        let mark = first.of(text).trim_end();
        if mark != "---" && mark != "+++" {
            return None;
        }
        let mut all = vec![first];
        let is_end = |line: &str| line == mark || (mark == "---" && line == "...");
        loop {
            all.push(rest.next()?);
            if all
                .last()
                .is_some_and(|line| is_end(line.of(text).trim_end()))
            {
                break;
            }
        }
        let end = all.len() - 1;
        let inner = Span::new(all[1].start, all[end].start);
        let mut found = Self {
            span: Span::new(all[0].start, all[end].end),
            value: None,
            scalars: Vec::new(),
        };
        let between = &all[1..end];
        if mark == "+++" {
            let problem = match toml::scalars(text, inner) {
                Ok(scalars) => {
                    found.scalars = scalars;
                    None
                }
                Err(error) => Some(found.broken("TOML", &error)),
            };
            return Some((found, problem));
        }
        match yaml::parse(inner.of(text)) {
            Ok((value @ Value::Mapping(_), raw)) => {
                found.scalars = yaml::scalars(text, inner, &raw, &value);
                found.value = Some(value);
            }
            Ok((Value::Null, _)) if between.iter().all(|line| is_aside(line.of(text))) => {
                let blank = between.iter().all(|line| line.of(text).trim().is_empty());
                return (!blank).then_some((found, None));
            }
            Ok(_) => return None,
            Err(error) => {
                let first = between.iter().find(|line| !is_aside(line.of(text)))?;
                is_field(first.of(text)).then_some(())?;
                let mut problem = found.broken("YAML", &error.to_string());
                if let Some(line) = error.location().and_then(|place| all.get(place.line())) {
                    problem.span = *line;
                }
                if error.to_string().contains("mapping values are not allowed") {
                    problem =
                        problem.hint("A text with a colon and a blank in it must stand in quotes.");
                }
                return Some((found, Some(problem)));
            }
        }
        Some((found, None))
    }

    fn broken(&self, language: &str, error: &str) -> Diagnostic {
        Diagnostic::new(
            "broken-front-matter",
            Severity::Error,
            self.span,
            format!(
                "The front matter is no valid {language}: {}.",
                error
                    .trim_end_matches('.')
                    .split(" at line ")
                    .next()
                    .unwrap_or_default()
            ),
        )
        .hint("Mend it; until then it is carried through untranslated.")
    }

    /// What is wrong with the configured fields that are texts and cannot be written back.
    pub(super) fn lost(&self, text: &str, options: &Options) -> Vec<Diagnostic> {
        let Some(value) = &self.value else {
            return Vec::new();
        };
        let fields = paths_of(options);
        let mut texts: Vec<String> = Vec::new();
        paths(value, "", &mut texts);
        let count = |paths: &mut dyn Iterator<Item = &str>, field: &str| {
            paths.filter(|path| *path == field).count()
        };
        let is_lost = |field: &&String| {
            // A field below it that is not named is translated no more than it is.
            let is_below = |path: &String| {
                let rest = path.strip_prefix(field.as_str());
                rest.is_some_and(|rest| rest.starts_with('.')) && !fields.contains(path)
            };
            if texts.iter().any(is_below) {
                return true;
            }
            let there = count(&mut texts.iter().map(String::as_str), field);
            let read = self.scalars.iter().map(|scalar| scalar.path.as_str());
            let mut read = read;
            there > count(&mut read, field)
        };
        let lost = fields.iter().filter(is_lost);
        let diagnostic = |field: &String| {
            let key = field.rsplit('.').next().unwrap_or(field);
            let mut inner = lines(&text[..self.span.end], self.span.start);
            let line = inner.find(|line| {
                let body = line.of(text).trim_start_matches([' ', '-', '"', '\'']);
                let rest = body.strip_prefix(key).unwrap_or_default();
                rest.trim_start_matches(['"', '\'', ' ']).starts_with(':')
            });
            let span = line.unwrap_or(self.span);
            let message = format!("The field `{field}` is no text that could be written back.");
            Diagnostic::new("lost-field", Severity::Error, span, message).hint(
                "Write it on one line, in quotes, or name the fields below it; until then it is carried through untranslated.",
            )
        };
        lost.map(diagnostic).collect()
    }

    /// Where the body of an article starts: after its front matter, or its byte-order mark.
    pub(crate) fn body(text: &str) -> usize {
        Self::find(text).map_or_else(|| body_start(text), |(front, _)| front.span.end)
    }

    /// The fields at the top level that have a plain value: name and value as text, and whether it
    /// is a number.
    pub(crate) fn scalars(&self) -> Vec<(String, String, bool)> {
        let Some(Value::Mapping(fields)) = &self.value else {
            return Vec::new();
        };
        let scalar = |(name, value): (&Value, &Value)| {
            let (text, is_number) = match value {
                Value::String(text) => (text.clone(), false),
                Value::Number(number) => (number.to_string(), true),
                Value::Bool(flag) => (flag.to_string(), false),
                _ => return None,
            };
            Some((name.as_str()?.to_owned(), text, is_number))
        };
        fields.iter().filter_map(scalar).collect()
    }

    /// The blocks of the fields that are translated, in the order of the article.
    pub(super) fn blocks(&self, text: &str, options: &Options) -> Vec<Block> {
        let fields = paths_of(options);
        self.scalars
            .iter()
            .filter(|scalar| fields.contains(&scalar.path))
            .filter_map(|scalar| scalar.block(text))
            .collect()
    }

    /// The paths and values of the texts that are not translated, in the order of the article.
    pub(super) fn untaken(
        &self,
        text: &str,
        options: &Options,
    ) -> impl Iterator<Item = (String, String)> {
        let fields = paths_of(options);
        let is_untaken = move |scalar: &&Scalar| !fields.contains(&scalar.path);
        let read =
            move |scalar: &Scalar| scalar.pieces.iter().map(|piece| piece.text(text)).collect();
        let untaken = self.scalars.iter().filter(is_untaken);
        untaken.map(move |scalar| (scalar.path.clone(), read(scalar)))
    }

    /// A text whose front matter has one more field at its top level, the first of them. `None` if there is
    /// no front matter that could have it, or if it has such a field.
    pub(crate) fn with_field(text: &str, name: &str, value: &str) -> Option<String> {
        let (front, None) = Self::find(text)? else {
            return None;
        };
        let inner = front.span.of(text);
        let (mark, rest) = inner.split_at(inner.find('\n')? + 1);
        let sign = if mark.starts_with('+') { " =" } else { ":" };
        let end = if mark.ends_with("\r\n") { "\r\n" } else { "\n" };
        let (before, behind) = (&text[..front.span.start], &text[front.span.end..]);
        let made = format!("{before}{mark}{name}{sign} \"{value}\"{end}{rest}{behind}");
        let (now, None) = Self::find(&made)? else {
            return None;
        };
        let has = |front: &Self| front.scalars.iter().any(|scalar| scalar.path == name);
        let is_one_more = now.scalars.len() == front.scalars.len() + 1;
        (has(&now) && is_one_more).then_some(made)
    }

    /// The block of a field whose value is a text that can be written back.
    pub(crate) fn field(&self, text: &str, field: &str) -> Option<Block> {
        let scalar = self.scalars.iter().find(|scalar| scalar.path == field)?;
        scalar.block(text)
    }
}

/// The paths of the fields that are translated: `links[].name` is `links.name`.
fn paths_of(options: &Options) -> Vec<String> {
    let path = |field: &String| field.replace("[]", "");
    options.fields.iter().map(path).collect()
}

/// Adds the path of each text in a value that is not blank.
fn paths(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::String(text) if !text.trim().is_empty() => found.push(path.to_owned()),
        Value::Sequence(items) => items.iter().for_each(|item| paths(item, path, found)),
        Value::Mapping(fields) => {
            for (name, value) in fields {
                let Some(name) = name.as_str() else { continue };
                let dot = if path.is_empty() { "" } else { "." };
                paths(value, &format!("{path}{dot}{name}"), found);
            }
        }
        _ => {}
    }
}

impl Scalar {
    fn block(&self, text: &str) -> Option<Block> {
        let span = Span::new(
            self.pieces.first()?.span.start,
            self.pieces.last()?.span.end,
        );
        let mut texts = self.pieces.iter().map(|piece| piece.text(text));
        let blank = texts.all(|text| text.trim().is_empty());
        (!blank).then(|| Block {
            kind: BlockKind::Field,
            span,
            name: Some(self.path.as_str().into()),
            reason: None,
            translate: true,
            pieces: self.pieces.clone().into(),
            atoms: Box::default(),
            context: self.context.clone(),
        })
    }
}

/// Whether a line begins a field of YAML.
fn is_field(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, rest)| {
        let key = key.trim_end().trim_matches(['"', '\'']);
        !key.is_empty()
            && key.chars().all(|c| c.is_alphanumeric() || "_-".contains(c))
            && (rest.is_empty() || rest.starts_with([' ', '\t']))
    })
}

fn is_aside(line: &str) -> bool {
    line.trim().is_empty() || line.starts_with('#')
}

/// Adds a piece, the article's own bytes unless it reads otherwise; nothing if it is empty.
fn push(span: Span, reads: Option<String>, pieces: &mut Vec<Piece>) {
    if !span.is_empty() {
        let reads = reads.map(Cow::Owned);
        pieces.push(Piece { span, reads });
    }
}

/// How far the white space reaches that a text begins with, and what it reads as if it has a line
/// break: the blanks around that go, each further one is kept.
fn fold_break(rest: &str) -> (usize, Option<String>) {
    let blank = |c: char| matches!(c, ' ' | '\t' | '\r' | '\n');
    let length = rest.len() - rest.trim_start_matches(blank).len();
    let raw = rest[..length].replace("\r\n", "\n").replace('\r', "\n");
    let count = raw.matches('\n').count();
    let reads = match count {
        0 => None,
        1 => Some(" ".to_owned()),
        _ => Some("\n".repeat(count - 1)),
    };
    (length, reads)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_of_the_items_of_a_list_is_named_with_brackets_or_without() {
        let text = "---\nlinks:\n  - name: Der Hof\n    url: a\n  - name: Das Tor\ntags: [eins, zwei]\n---\n";
        for fields in [["links[].name", "tags[]"], ["links.name", "tags"]] {
            let options = Options {
                fields: fields.map(str::to_owned).to_vec(),
                ..Options::default()
            };
            let (front, _) = FrontMatter::find(text).expect("front matter");
            let blocks = front.blocks(text, &options);
            let found: Vec<_> = blocks.iter().map(|block| block.text(text)).collect();
            assert_eq!(found, ["Der Hof", "Das Tor", "eins", "zwei"]);
            assert!(front.lost(text, &options).is_empty());
        }
    }
}
