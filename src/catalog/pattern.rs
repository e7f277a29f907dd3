//! A value with what it holds besides its text: the names that it uses, and variants.

use fluent_syntax::ast;

use super::part::{Element, bare, text};
use super::piece::Piece;
use crate::text::Span;

/// A value, or a variant of one.
#[derive(Debug, Clone, Copy)]
pub struct Pattern<'a> {
    /// What a value without elements reads as.
    pub(super) text: &'a str,
    pub(super) elements: &'a [Element],
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
#[derive(Debug, Clone)]
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

impl<'a> Pattern<'a> {
    pub(super) fn of_text(text: &'a str) -> Self {
        let elements = &[];
        Self { text, elements }
    }

    pub(super) fn of_tree(tree: &'a ast::Pattern<Piece>) -> Self {
        let (text, elements) = ("", &tree.elements);
        Self { text, elements }
    }

    /// The value as text, every choice at its default; placeables stand in their notation.
    pub fn reading(self) -> String {
        self.text.to_owned() + &text(reduced(self.elements))
    }

    /// The names it uses, in the order of the text.
    pub fn uses(self) -> Vec<Use<'a>> {
        uses(self.elements)
    }

    /// The names that its reading shows.
    pub fn shown(self) -> Vec<Use<'a>> {
        uses(reduced(self.elements))
    }

    /// The names that it shows whatever is chosen.
    pub fn always(self) -> Vec<Use<'a>> {
        let inline = |element: &&Element| match element {
            ast::PatternElement::Placeable { expression } => {
                matches!(bare(expression), ast::Expression::Inline(_))
            }
            ast::PatternElement::TextElement { .. } => false,
        };
        uses(self.elements.iter().filter(inline))
    }

    /// Its choices, inner ones after the one that they stand in.
    pub fn selects(self) -> Vec<Select<'a>> {
        let mut found = Vec::new();
        add_choices(self.elements, &mut found);
        found
    }

    /// Its readings: the default one, and one for each further variant, with the variant's key.
    pub fn readings(self) -> Vec<(Option<&'a str>, String)> {
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
}

impl<'a> Select<'a> {
    fn of(selector: &ast::InlineExpression<Piece>, variants: &'a [ast::Variant<Piece>]) -> Self {
        let (selection, selector) = selection(selector);
        let patterns = variants
            .iter()
            .map(|variant| Pattern::of_tree(&variant.value));
        Self {
            selection,
            selector,
            keys: variants.iter().map(Key::of).collect(),
            default: default_of(variants).unwrap_or(0),
            variants: patterns.collect(),
        }
    }
}

impl<'a> Key<'a> {
    fn of(variant: &'a ast::Variant<Piece>) -> Self {
        let (name, is_number) = match &variant.key {
            ast::VariantKey::Identifier { name } => (name, false),
            ast::VariantKey::NumberLiteral { value } => (value, true),
        };
        Self {
            name: name.as_ref(),
            is_number,
            span: name.span(),
        }
    }
}

/// Index of the default variant.
fn default_of(variants: &[ast::Variant<Piece>]) -> Option<usize> {
    variants.iter().position(|variant| variant.default)
}

fn add_choices<'a>(elements: &'a [Element], found: &mut Vec<Select<'a>>) {
    for element in elements {
        if let ast::PatternElement::Placeable { expression } = element
            && let ast::Expression::Select { selector, variants } = bare(expression)
        {
            found.push(Select::of(selector, variants));
            for variant in variants {
                add_choices(&variant.value.elements, found);
            }
        }
    }
}

/// The names that elements use, in the order of the text.
fn uses<'a>(elements: impl IntoIterator<Item = &'a Element>) -> Vec<Use<'a>> {
    let mut found = Vec::new();
    add_uses(elements, &mut found);
    found
}

fn add_uses<'a>(elements: impl IntoIterator<Item = &'a Element>, found: &mut Vec<Use<'a>>) {
    for element in elements {
        if let ast::PatternElement::Placeable { expression } = element {
            add_uses_of_expression(expression, found);
        }
    }
}

fn add_uses_of_expression<'a>(expression: &'a ast::Expression<Piece>, found: &mut Vec<Use<'a>>) {
    match expression {
        ast::Expression::Inline(inline) => add_uses_of_inline(inline, false, found),
        ast::Expression::Select { selector, variants } => {
            add_uses_of_inline(selector, true, found);
            for variant in variants {
                add_uses(&variant.value.elements, found);
            }
        }
    }
}

fn add_uses_of_inline<'a>(
    inline: &'a ast::InlineExpression<Piece>,
    selects: bool,
    found: &mut Vec<Use<'a>>,
) {
    use ast::InlineExpression as Inline;
    let (named, id, attribute, arguments) = match inline {
        Inline::VariableReference { id } => (Named::Variable, id, None, None),
        Inline::MessageReference { id, attribute } => {
            (Named::Message, id, attribute.as_ref(), None)
        }
        Inline::TermReference {
            id,
            attribute,
            arguments,
        } => (Named::Term, id, attribute.as_ref(), arguments.as_ref()),
        Inline::FunctionReference { id, arguments } => (Named::Function, id, None, Some(arguments)),
        Inline::Placeable { expression } => return add_uses_of_expression(expression, found),
        Inline::StringLiteral { .. } | Inline::NumberLiteral { .. } => return,
    };
    found.push(Use {
        named,
        name: id.name.as_ref(),
        attribute: attribute.map(|attribute| attribute.name.as_ref()),
        span: id.name.span(),
        selects,
    });
    for argument in arguments.into_iter().flat_map(|all| &all.positional) {
        add_uses_of_inline(argument, selects, found);
    }
}

/// By what a variant is selected, and its name.
fn selection(selector: &ast::InlineExpression<Piece>) -> (Selection, String) {
    use ast::InlineExpression as Inline;
    match selector {
        Inline::VariableReference { id } => (Selection::Variable, id.name.as_ref().to_owned()),
        Inline::FunctionReference { id, arguments } => {
            let variable = arguments.positional.iter().find_map(|one| match one {
                Inline::VariableReference { id } => Some(id.name.as_ref()),
                _ => None,
            });
            let is_ordinal = arguments.named.iter().any(|one| {
                one.name.name.as_ref() == "type"
                    && matches!(&one.value, Inline::StringLiteral { value } if value.as_ref() == "ordinal")
            });
            match variable.filter(|_| id.name.as_ref() == "NUMBER") {
                Some(variable) if is_ordinal => (Selection::Ordinal, variable.to_owned()),
                Some(variable) => (Selection::Cardinal, variable.to_owned()),
                None => (Selection::Other, id.name.as_ref().to_owned()),
            }
        }
        Inline::TermReference { id, attribute, .. } => {
            let attribute = attribute
                .as_ref()
                .map_or("", |attribute| attribute.name.as_ref());
            let term = id.name.as_ref();
            (Selection::Other, format!("-{term}.{attribute}"))
        }
        _ => (Selection::Other, String::new()),
    }
}

/// The elements with those of its default variant in the place of every choice.
fn reduced(elements: &[Element]) -> Vec<&Element> {
    let mut found = Vec::with_capacity(elements.len());
    for element in elements {
        if let ast::PatternElement::Placeable { expression } = element
            && let ast::Expression::Select { variants, .. } = bare(expression)
        {
            let default = default_of(variants).map(|at| &variants[at]);
            found.extend(
                default
                    .into_iter()
                    .flat_map(|one| reduced(&one.value.elements)),
            );
        } else {
            found.push(element);
        }
    }
    found
}
