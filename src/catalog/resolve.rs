//! What a message's value reads as in a locale: terms with their attributes and case variants,
//! variables, selectors, plurals, NUMBER and DATETIME by CLDR.

use std::collections::BTreeMap;
use std::fmt;

use fluent_syntax::ast;

use super::function::{self, Datum};
use super::part::Part;
use super::piece::Piece;
use super::{Attribute, Catalog, Kind, Pattern, Value};

/// A text does not grow longer than this by what it refers to, and takes no more steps than that:
/// terms that double each other would fill the memory.
const MAX_BYTES: usize = 1024 * 1024;
const MAX_STEPS: usize = 100_000;

/// Bytes of a term's text at most: every sentence may refer to it.
const MAX_TERM: usize = 128 * 1024;

/// What the messages of a locale may refer to.
#[derive(Debug, Clone)]
pub struct Resolver {
    locale: String,
    terms: BTreeMap<String, Term>,
    variables: BTreeMap<String, Datum>,
}

/// A term of the glossary.
#[derive(Debug, Clone)]
struct Term {
    value: Value,
    attributes: Vec<Attribute>,
}

/// Why a value cannot be resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unresolved {
    /// The glossary has no such term.
    Term(String),
    /// The term has no such attribute.
    Attribute(String, String),
    /// Nothing has this name, among the fields of the front matter or the arguments of a term.
    Variable(String),
    /// There is no such function.
    Function(String),
    /// A function was called in a way that has no meaning: the function, and what is wrong.
    Call(&'static str, String),
    /// Articles have no messages to refer to.
    Message(String),
    /// The term refers to itself.
    Cycle(String),
    /// The text would be longer than a mebibyte.
    TooLong,
    /// The term's text is longer than a term can be.
    LongTerm(String),
}

impl fmt::Display for Unresolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Term(id) => write!(f, "the glossary of this locale has no term `-{id}`"),
            Self::Attribute(id, name) => write!(f, "the term `-{id}` has no attribute `.{name}`"),
            Self::Variable(id) => write!(f, "the article has no variable `${id}`"),
            Self::Function(id) => {
                write!(f, "there is no function {id}(), only NUMBER and DATETIME")
            }
            Self::Call(function, what) => write!(f, "{function}() {what}"),
            Self::Message(id) => write!(f, "an article's text cannot refer to the message `{id}`"),
            Self::Cycle(id) => write!(f, "the term `-{id}` refers to itself"),
            Self::LongTerm(id) => write!(
                f,
                "the term `-{id}` is longer than 128 KiB, so it is no term"
            ),
            Self::TooLong => f.write_str("what it refers to makes it longer than a mebibyte"),
        }
    }
}

impl Resolver {
    /// Takes the glossaries of a locale and of those that it falls back to, its own first.
    pub fn new(locale: &str, glossaries: &[&Catalog]) -> Self {
        let mut terms = BTreeMap::new();
        for glossary in glossaries {
            for entry in &glossary.entries {
                if let Kind::Term(value) = &entry.kind {
                    terms.entry(entry.id.clone()).or_insert_with(|| Term {
                        value: value.clone(),
                        attributes: entry.attributes.clone(),
                    });
                }
            }
        }
        Self {
            locale: locale.to_owned(),
            terms,
            variables: BTreeMap::new(),
        }
    }

    /// The same with variables: names, values as text, and whether a value is a number. A text that
    /// is a date in ISO 8601 is one.
    #[must_use]
    pub fn with(&self, variables: impl IntoIterator<Item = (String, String, bool)>) -> Self {
        let variables = variables
            .into_iter()
            .map(|(name, text, is_number)| (name, Datum::of(text, is_number)))
            .collect();
        Self {
            variables,
            ..self.clone()
        }
    }

    /// The value as text. What cannot be resolved stands there in Fluent notation, and is told.
    pub fn resolve(&self, value: &Value) -> (String, Vec<Unresolved>) {
        let mut run = Run::new(self);
        let mut out = String::new();
        for part in value.parts() {
            let Part::Placeable(expression) = part else {
                out.push_str(&part.notation());
                continue;
            };
            run.failed = false;
            let start = out.len();
            if !run.is_over() {
                run.expression(expression, None, &mut out);
            }
            if run.failed {
                out.truncate(start);
                out.push_str(&part.notation());
            }
        }
        (out, run.faults)
    }
}

/// Literals that a term was called with.
type Arguments = BTreeMap<String, Datum>;

/// One value being resolved.
struct Run<'a> {
    resolver: &'a Resolver,
    faults: Vec<Unresolved>,
    /// Whether this placeable has one.
    failed: bool,
    /// Terms that are being resolved, with their attributes.
    open: Vec<(&'a str, Option<&'a str>)>,
    written: usize,
    steps: usize,
}

impl<'a> Run<'a> {
    fn new(resolver: &'a Resolver) -> Self {
        Self {
            resolver,
            faults: Vec::new(),
            failed: false,
            open: Vec::new(),
            written: 0,
            steps: 0,
        }
    }

    fn fault(&mut self, fault: Unresolved) {
        self.failed = true;
        if !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }

    fn push(&mut self, text: &str, out: &mut String) {
        self.written += text.len();
        if self.written > MAX_BYTES {
            self.fault(Unresolved::TooLong);
        } else {
            out.push_str(text);
        }
    }

    /// Whether there is no more work to be done for this value.
    fn is_over(&mut self) -> bool {
        self.steps += 1;
        if self.steps > MAX_STEPS {
            self.fault(Unresolved::TooLong);
        }
        let is_over = self.faults.contains(&Unresolved::TooLong);
        self.failed |= is_over;
        is_over
    }

    fn pattern(&mut self, pattern: Pattern<'_>, arguments: Option<&Arguments>, out: &mut String) {
        self.push(pattern.text, out);
        for element in pattern.elements {
            if self.is_over() {
                return;
            }
            match element {
                ast::PatternElement::TextElement { value } => self.push(value, out),
                ast::PatternElement::Placeable { expression } => {
                    self.expression(expression, arguments, out);
                }
            }
        }
    }

    fn expression(
        &mut self,
        expression: &ast::Expression<Piece>,
        arguments: Option<&Arguments>,
        out: &mut String,
    ) {
        match expression {
            ast::Expression::Inline(inline) => {
                if let Some(datum) = self.inline(inline, arguments) {
                    let text = datum.show(&self.resolver.locale);
                    self.push(&text, out);
                }
            }
            ast::Expression::Select { selector, variants } => {
                // A variable that a term was not given chooses the default.
                let given = match selector {
                    ast::InlineExpression::VariableReference { id } => {
                        arguments.is_none_or(|arguments| arguments.contains_key(&*id.name))
                    }
                    _ => true,
                };
                let datum = given.then(|| self.inline(selector, arguments)).flatten();
                let fits = |variant: &&ast::Variant<Piece>| {
                    let (name, is_number) = match &variant.key {
                        ast::VariantKey::Identifier { name } => (name, false),
                        ast::VariantKey::NumberLiteral { value } => (value, true),
                    };
                    let datum = datum.as_ref();
                    datum.is_some_and(|datum| datum.matches(name, is_number, &self.resolver.locale))
                };
                let chosen = variants
                    .iter()
                    .find(fits)
                    .or_else(|| variants.iter().find(|variant| variant.default));
                if let Some(variant) = chosen {
                    self.pattern(Pattern::of_tree(&variant.value), arguments, out);
                }
            }
        }
    }

    fn inline(
        &mut self,
        inline: &ast::InlineExpression<Piece>,
        arguments: Option<&Arguments>,
    ) -> Option<Datum> {
        use ast::InlineExpression as Inline;
        match inline {
            Inline::StringLiteral { value } => Some(function::literal(value)),
            Inline::NumberLiteral { value } => Some(Datum::number(value)),
            Inline::VariableReference { id } => {
                let found = match arguments {
                    Some(arguments) => arguments.get(&*id.name),
                    None => self.resolver.variables.get(&*id.name),
                };
                if found.is_none() {
                    self.fault(Unresolved::Variable(id.name.to_string()));
                }
                found.cloned()
            }
            Inline::TermReference {
                id,
                attribute,
                arguments: call,
            } => {
                let attribute = attribute.as_ref().map(|attribute| &*attribute.name);
                let named = call.as_ref().map_or(&[][..], |call| &call.named);
                let given: Arguments = named
                    .iter()
                    .filter_map(|named| {
                        Some((
                            named.name.name.to_string(),
                            self.inline(&named.value, arguments)?,
                        ))
                    })
                    .collect();
                self.term(&id.name, attribute, &given).map(Datum::Text)
            }
            Inline::FunctionReference {
                id,
                arguments: call,
            } => {
                let value = call.positional.first();
                let value = match value {
                    Some(value) => Some(self.inline(value, arguments)?),
                    None => None,
                };
                let mut options = Vec::new();
                for named in &call.named {
                    let option = self.inline(&named.value, arguments)?;
                    options.push((&*named.name.name, option.raw().to_owned()));
                }
                match function::call(&id.name, value, &options) {
                    Ok(datum) => Some(datum),
                    Err(fault) => {
                        self.fault(fault);
                        None
                    }
                }
            }
            Inline::MessageReference { id, .. } => {
                self.fault(Unresolved::Message(id.name.to_string()));
                None
            }
            Inline::Placeable { expression } => {
                let mut text = String::new();
                if let ast::Expression::Inline(inner) = expression.as_ref() {
                    return self.inline(inner, arguments);
                }
                self.expression(expression, arguments, &mut text);
                Some(Datum::Text(text))
            }
        }
    }

    fn term(&mut self, id: &str, attribute: Option<&str>, given: &Arguments) -> Option<String> {
        let Some((name, term)) = self.resolver.terms.get_key_value(id) else {
            self.fault(Unresolved::Term(id.to_owned()));
            return None;
        };
        let (attribute, value) = match attribute {
            None => (None, &term.value),
            Some(wanted) => {
                let found = term.attributes.iter().find(|own| own.name == wanted);
                let Some(found) = found else {
                    self.fault(Unresolved::Attribute(id.to_owned(), wanted.to_owned()));
                    return None;
                };
                (Some(found.name.as_str()), &found.value)
            }
        };
        let key = (name.as_str(), attribute);
        if self.open.contains(&key) || self.open.len() > 50 {
            self.fault(Unresolved::Cycle(id.to_owned()));
            return None;
        }
        self.open.push(key);
        let mut text = String::new();
        self.pattern(value.pattern(), Some(given), &mut text);
        self.open.pop();
        if text.len() > MAX_TERM {
            self.fault(Unresolved::LongTerm(id.to_owned()));
            return None;
        }
        // It counts once more where it is put.
        self.written = self.written.saturating_sub(text.len());
        Some(text)
    }
}
