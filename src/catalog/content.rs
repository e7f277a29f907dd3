//! What a message holds besides its text: attributes, names it uses, variants. Read by
//! `fluent-syntax`; a name's place is where its slice lies in the catalog's text.

use fluent_syntax::{ast, parser};

use super::{Catalog, Entry, Kind, Part, Value};
use crate::text::Span;

/// A message or term taken apart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Content<'a> {
    /// Its value, if it has one.
    pub value: Option<Pattern<'a>>,
    /// Its attributes, in the order of the file.
    pub attributes: Vec<Attribute<'a>>,
}

/// An attribute of a message or term.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribute<'a> {
    /// Its name, without the full stop.
    pub name: &'a str,
    /// Place of the name.
    pub span: Span,
    /// Its value.
    pub value: Pattern<'a>,
}

/// A value with its variants.
#[derive(Debug, Clone, PartialEq)]
pub struct Pattern<'a> {
    tree: ast::Pattern<&'a str>,
    text: &'a str,
}

/// What a name in a value is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Named {
    /// A variable, `$name`.
    Variable,
    /// A message, `name`.
    Message,
    /// A term, `-name`.
    Term,
    /// A function, `NAME(…)`.
    Function,
}

/// A name that a value uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use<'a> {
    /// What it is the name of.
    pub named: Named,
    /// The name, without `$` and `-`.
    pub name: &'a str,
    /// The attribute that is meant of it.
    pub attribute: Option<&'a str>,
    /// Place of the name in the catalog.
    pub span: Span,
    /// Whether it only selects a variant and is not shown.
    pub selects: bool,
}

/// By what a variant is selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selection {
    /// By how many there are, or by a text: `{ $count -> …`.
    Variable,
    /// By how many there are: `{ NUMBER($count) -> …`.
    Cardinal,
    /// By which place it is: `{ NUMBER($place, type: "ordinal") -> …`.
    Ordinal,
    /// By another function, a term's attribute or a literal.
    Other,
}

/// A choice between variants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Select<'a> {
    /// By what.
    pub selection: Selection,
    /// The variable, or the function or the term: `count`, `PLATFORM`, `brand.gender`.
    pub selector: String,
    /// The variants' keys.
    pub keys: Vec<Key<'a>>,
    /// Index of the default variant.
    pub default: usize,
    /// What each variant, its own choices at their defaults, reads as and shows.
    pub variants: Vec<Pattern<'a>>,
}

/// A key of a variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key<'a> {
    /// As it is written, without the brackets.
    pub name: &'a str,
    /// Whether it is a number.
    pub is_number: bool,
    /// Its place in the catalog.
    pub span: Span,
}

impl Eq for Pattern<'_> {}

impl Catalog {
    /// Takes a message or term apart; `None` for any other entry.
    pub fn content<'a>(&'a self, entry: &Entry) -> Option<Content<'a>> {
        if !matches!(entry.kind, Kind::Message(_) | Kind::Term(_)) {
            return None;
        }
        let start = entry.comment.end.max(entry.span.start);
        let own = Span::new(start, entry.span.end).of(&self.text);
        let own = own.trim_start_matches(['\r', '\n']);
        let body = match parser::parse(own) {
            Ok(resource) | Err((resource, _)) => resource.body,
        };
        let text = self.text.as_str();
        let attributes = |all: Vec<ast::Attribute<&'a str>>| {
            let attribute = |one: ast::Attribute<&'a str>| Attribute {
                name: one.id.name,
                span: place(text, one.id.name),
                value: Pattern {
                    tree: one.value,
                    text,
                },
            };
            all.into_iter().map(attribute).collect()
        };
        body.into_iter().find_map(|found| match found {
            ast::Entry::Message(message) => Some(Content {
                value: message.value.map(|tree| Pattern { tree, text }),
                attributes: attributes(message.attributes),
            }),
            ast::Entry::Term(term) => Some(Content {
                value: Some(Pattern {
                    tree: term.value,
                    text,
                }),
                attributes: attributes(term.attributes),
            }),
            _ => None,
        })
    }

    /// Whether an entry is a message without attributes whose value is text alone.
    pub fn is_plain(&self, entry: &Entry) -> bool {
        let is_text = |value: &Value| match &value.parts[..] {
            [Part::Text(text)] => text.len() == entry.value_span.len(),
            _ => false,
        };
        entry.value().is_some_and(is_text)
    }
}

impl<'a> Pattern<'a> {
    /// The value as text, every choice at its default; placeables stand in their notation.
    pub fn reading(&self) -> String {
        let text = Value::from_pattern(&reduced(&self.tree)).text();
        if text.contains('\r') {
            return text.replace("\r\n", "\n");
        }
        text
    }

    /// The names it uses, in the order of the text.
    pub fn uses(&self) -> Vec<Use<'a>> {
        let mut found = Vec::new();
        self.collect(&self.tree, &mut found);
        found
    }

    /// The names that its reading shows.
    pub fn shown(&self) -> Vec<Use<'a>> {
        let mut found = Vec::new();
        self.collect(&reduced(&self.tree), &mut found);
        found
    }

    /// The names that it shows whatever is chosen.
    pub fn always(&self) -> Vec<Use<'a>> {
        let inline = |element: &&ast::PatternElement<&'a str>| match element {
            ast::PatternElement::Placeable { expression } => {
                matches!(bare(expression), ast::Expression::Inline(_))
            }
            ast::PatternElement::TextElement { .. } => false,
        };
        let elements = self.tree.elements.iter().filter(inline).cloned().collect();
        let mut found = Vec::new();
        self.collect(&ast::Pattern { elements }, &mut found);
        found
    }

    /// Its choices, inner ones after the one that they stand in.
    pub fn selects(&self) -> Vec<Select<'a>> {
        let mut found = Vec::new();
        self.choices(&self.tree, &mut found);
        found
    }

    /// Its readings: the default one, and one for each further variant, with the variant's key.
    pub fn readings(&self) -> Vec<(Option<&'a str>, String)> {
        let mut found = vec![(None, self.reading())];
        for select in self.selects() {
            for (at, (key, variant)) in select.keys.iter().zip(&select.variants).enumerate() {
                if at != select.default {
                    found.push((Some(key.name), variant.reading()));
                }
            }
        }
        found
    }

    fn choices(&self, tree: &ast::Pattern<&'a str>, found: &mut Vec<Select<'a>>) {
        for element in &tree.elements {
            let ast::PatternElement::Placeable { expression } = element else {
                continue;
            };
            let ast::Expression::Select { selector, variants } = bare(expression) else {
                continue;
            };
            let (selection, selector) = selection(selector);
            let key = |variant: &ast::Variant<&'a str>| {
                let (name, is_number) = match variant.key {
                    ast::VariantKey::Identifier { name } => (name, false),
                    ast::VariantKey::NumberLiteral { value } => (value, true),
                };
                Key {
                    name,
                    is_number,
                    span: place(self.text, name),
                }
            };
            let variant = |variant: &ast::Variant<&'a str>| Self {
                tree: variant.value.clone(),
                text: self.text,
            };
            found.push(Select {
                selection,
                selector,
                keys: variants.iter().map(key).collect(),
                default: variants.iter().position(|one| one.default).unwrap_or(0),
                variants: variants.iter().map(variant).collect(),
            });
            for variant in variants {
                self.choices(&variant.value, found);
            }
        }
    }

    fn collect(&self, tree: &ast::Pattern<&'a str>, found: &mut Vec<Use<'a>>) {
        for element in &tree.elements {
            if let ast::PatternElement::Placeable { expression } = element {
                self.expression(expression, found);
            }
        }
    }

    fn expression(&self, expression: &ast::Expression<&'a str>, found: &mut Vec<Use<'a>>) {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline, false, found),
            ast::Expression::Select { selector, variants } => {
                self.inline(selector, true, found);
                for variant in variants {
                    self.collect(&variant.value, found);
                }
            }
        }
    }

    fn inline(
        &self,
        inline: &ast::InlineExpression<&'a str>,
        selects: bool,
        found: &mut Vec<Use<'a>>,
    ) {
        use ast::InlineExpression as Inline;
        let used = |named, name: &'a str, attribute: Option<&'a str>| Use {
            named,
            name,
            attribute,
            span: place(self.text, name),
            selects,
        };
        let name = |attribute: &Option<ast::Identifier<&'a str>>| {
            attribute.as_ref().map(|attribute| attribute.name)
        };
        let arguments = match inline {
            Inline::VariableReference { id } => {
                return found.push(used(Named::Variable, id.name, None));
            }
            Inline::MessageReference { id, attribute } => {
                return found.push(used(Named::Message, id.name, name(attribute)));
            }
            Inline::TermReference {
                id,
                attribute,
                arguments,
            } => {
                found.push(used(Named::Term, id.name, name(attribute)));
                arguments.as_ref()
            }
            Inline::FunctionReference { id, arguments } => {
                found.push(used(Named::Function, id.name, None));
                Some(arguments)
            }
            Inline::Placeable { expression } => return self.expression(expression, found),
            Inline::StringLiteral { .. } | Inline::NumberLiteral { .. } => return,
        };
        for argument in arguments.into_iter().flat_map(|all| &all.positional) {
            self.inline(argument, selects, found);
        }
    }
}

/// By what a variant is selected, and its name.
fn selection(selector: &ast::InlineExpression<&str>) -> (Selection, String) {
    use ast::InlineExpression as Inline;
    match selector {
        Inline::VariableReference { id } => (Selection::Variable, id.name.to_owned()),
        Inline::FunctionReference { id, arguments } => {
            let variable = arguments.positional.iter().find_map(|one| match one {
                Inline::VariableReference { id } => Some(id.name),
                _ => None,
            });
            let is_ordinal = arguments.named.iter().any(|one| {
                one.name.name == "type"
                    && matches!(one.value, Inline::StringLiteral { value: "ordinal" })
            });
            match variable.filter(|_| id.name == "NUMBER") {
                Some(variable) if is_ordinal => (Selection::Ordinal, variable.to_owned()),
                Some(variable) => (Selection::Cardinal, variable.to_owned()),
                None => (Selection::Other, id.name.to_owned()),
            }
        }
        Inline::TermReference { id, attribute, .. } => {
            let attribute = attribute.as_ref().map_or("", |attribute| attribute.name);
            (Selection::Other, format!("-{}.{attribute}", id.name))
        }
        _ => (Selection::Other, String::new()),
    }
}

/// A value with every choice replaced by its default variant.
fn reduced<'a>(tree: &ast::Pattern<&'a str>) -> ast::Pattern<&'a str> {
    let mut elements = Vec::with_capacity(tree.elements.len());
    for element in &tree.elements {
        match element {
            ast::PatternElement::Placeable { expression } => match bare(expression) {
                ast::Expression::Select { variants, .. } => {
                    let default = variants.iter().find(|variant| variant.default);
                    elements.extend(
                        default
                            .map(|one| reduced(&one.value).elements)
                            .into_iter()
                            .flatten(),
                    );
                }
                ast::Expression::Inline(_) => elements.push(element.clone()),
            },
            ast::PatternElement::TextElement { .. } => elements.push(element.clone()),
        }
    }
    ast::Pattern { elements }
}

/// An expression without the braces within its braces.
fn bare<'a, 'b>(expression: &'b ast::Expression<&'a str>) -> &'b ast::Expression<&'a str> {
    match expression {
        ast::Expression::Inline(ast::InlineExpression::Placeable { expression }) => {
            bare(expression)
        }
        other => other,
    }
}

/// Where a slice of a text lies in it.
fn place(text: &str, slice: &str) -> Span {
    let start = slice.as_ptr().addr() - text.as_ptr().addr();
    Span::new(start, start + slice.len())
}
