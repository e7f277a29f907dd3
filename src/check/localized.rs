//! What the checks of an application's catalogs look at.

mod circle;
mod near;
mod plural;
pub(super) mod quality;
mod variable;

use std::cell::OnceCell;
use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Check, Finding};
use crate::catalog::{Attribute, Catalog, Content, Entry, Kind, Named, Pattern, Use};
use crate::compare::{Comparison, MessageItem};
use crate::language::Plurals;
use crate::text::{Parsed, Span};

pub(super) use near::Near;
pub(super) use plural::{is_plural, plurals_of};
pub(super) use variable::{Known, known, missing, slips};

/// What all catalogs of a locale define together, which any of them may refer to.
#[derive(Debug, Default)]
pub struct Names<'a> {
    catalogs: Vec<&'a Catalog>,
    /// Catalog and entry of each name.
    by_name: FxHashMap<(Named, &'a str), (&'a Catalog, usize)>,
    /// What refers to itself, found when it is first asked for.
    circular: OnceLock<FxHashSet<(Named, String)>>,
    /// The attributes of all that is defined, read when they are first asked for.
    attributes: OnceLock<FxHashSet<(Named, String, String)>>,
}

/// A locale as the checks of an application's catalogs know it.
#[derive(Debug)]
pub struct Place<'a> {
    /// The locale.
    pub locale: &'a str,
    /// The source locale.
    pub source_locale: &'a str,
    /// What the locale's catalogs define, and those of the locales that it falls back to.
    pub names: Names<'a>,
    /// What the source's catalogs define.
    pub source_names: &'a Names<'a>,
    plurals: (Plurals, Plurals),
}

/// One locale's catalog of an application, beside the source's.
#[derive(Debug)]
pub struct Localized<'a> {
    /// The locale.
    pub place: &'a Place<'a>,
    /// The source catalog.
    pub source: &'a Catalog,
    /// The locale's catalog, and what was found wrong with its syntax.
    pub target: &'a Parsed<Catalog>,
    /// The one beside the other.
    pub comparison: &'a Comparison<MessageItem>,
    messages: OnceCell<Vec<Message<'a>>>,
}

/// A message or term that source and locale both have, taken apart.
#[derive(Debug)]
pub(super) struct Message<'a> {
    /// Its id, that of a term with its `-`.
    pub(super) id: String,
    /// Its entry in the locale's catalog.
    pub(super) entry: &'a Entry,
    /// The comment above it in the source catalog.
    pub(super) comment: &'a str,
    /// What the source's holds.
    pub(super) source: Content<'a>,
    /// What the locale's holds.
    pub(super) target: Content<'a>,
    /// The first attribute of each name: the source's and the locale's.
    attributes: [FxHashMap<&'a str, usize>; 2],
}

/// The value of a message, or one of its attributes, in source and locale.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part<'a> {
    /// The attribute's name; `None` for the value.
    pub(super) attribute: Option<&'a str>,
    /// The source's.
    pub(super) source: Pattern<'a>,
    /// The locale's.
    pub(super) target: Pattern<'a>,
}

impl<'a> Names<'a> {
    /// What some catalogs define; of two with one name the first.
    pub fn of(catalogs: Vec<&'a Catalog>) -> Self {
        let mut by_name = FxHashMap::default();
        for catalog in &catalogs {
            for (at, entry) in catalog.entries.iter().enumerate() {
                let named = match entry.kind {
                    Kind::Message(_) => Named::Message,
                    Kind::Term(_) => Named::Term,
                    Kind::Comment(_) | Kind::Junk => continue,
                };
                let name = (named, entry.id.as_str());
                by_name.entry(name).or_insert((*catalog, at));
            }
        }
        Self {
            catalogs,
            by_name,
            circular: OnceLock::new(),
            attributes: OnceLock::new(),
        }
    }

    /// Whether there is the message or term that is used, whatever its attributes.
    pub(super) fn has(&self, used: &Use<'_>) -> bool {
        self.by_name.contains_key(&(used.named, used.name))
    }

    /// Whether one of the catalogs calls a function.
    pub(super) fn calls(&self, function: &str) -> bool {
        let call = format!("{function}(");
        let has = |catalog: &&Catalog| catalog.text.contains(&call);
        self.catalogs.iter().any(has)
    }

    /// Whether that has the attribute which is meant.
    pub(super) fn has_attribute(&self, used: &Use<'_>) -> bool {
        let Some(wanted) = used.attribute else {
            return true;
        };
        let attributes = self.attributes.get_or_init(|| self.attributes());
        attributes.contains(&(used.named, used.name.to_owned(), wanted.to_owned()))
    }

    /// The attributes of all messages and terms.
    fn attributes(&self) -> FxHashSet<(Named, String, String)> {
        let entries = self.by_name.iter();
        let attributes = entries.flat_map(|((named, name), (catalog, at))| {
            let attributes = catalog.entries[*at].attributes.iter();
            attributes.map(|own| (*named, (*name).to_owned(), own.name.clone()))
        });
        attributes.collect()
    }
}

impl<'a> Place<'a> {
    /// A locale with what its catalogs define.
    pub fn new(
        locale: &'a str,
        source_locale: &'a str,
        names: Names<'a>,
        source_names: &'a Names<'a>,
    ) -> Self {
        Self {
            locale,
            source_locale,
            names,
            source_names,
            plurals: (Plurals::of(locale, false), Plurals::of(locale, true)),
        }
    }

    /// Whether it is the source, looked at by itself.
    pub(super) fn is_source(&self) -> bool {
        self.locale == self.source_locale
    }
}

impl<'a> Localized<'a> {
    /// A locale's catalog beside the source's.
    pub fn new(
        place: &'a Place<'a>,
        source: &'a Catalog,
        target: &'a Parsed<Catalog>,
        comparison: &'a Comparison<MessageItem>,
    ) -> Self {
        Self {
            place,
            source,
            target,
            comparison,
            messages: OnceCell::new(),
        }
    }

    /// The messages that both have, but for those that are text alone on both sides.
    pub(super) fn messages(&self) -> &[Message<'a>] {
        self.messages.get_or_init(|| {
            let items = self.comparison.items.iter();
            let both = items.filter_map(|item| {
                let source = &self.source.entries[item.source_entry];
                let target = &self.target.value.entries[item.entry?];
                if source.is_plain() && target.is_plain() {
                    return None;
                }
                Some(Message {
                    id: target.written_id(),
                    entry: target,
                    comment: source.comment.of(&self.source.text),
                    attributes: [by_name(source), by_name(target)],
                    source: source.content(),
                    target: target.content(),
                })
            });
            both.collect()
        })
    }
}

impl<'a> Message<'a> {
    /// Whether it is a term: its attributes and variables are its own in every language.
    pub(super) fn is_term(&self) -> bool {
        matches!(self.entry.kind, Kind::Term(_))
    }

    /// The source's attribute of that name.
    pub(super) fn source_attribute(&self, name: &str) -> Option<&'a Attribute> {
        let at = self.attributes[0].get(name)?;
        self.source.attributes.get(*at)
    }

    /// The locale's attribute of that name.
    pub(super) fn target_attribute(&self, name: &str) -> Option<&'a Attribute> {
        let at = self.attributes[1].get(name)?;
        self.target.attributes.get(*at)
    }

    /// Its value and attributes, as far as source and locale have them both.
    pub(super) fn parts(&self) -> Vec<Part<'a>> {
        let mut parts = Vec::new();
        if let (Some(source), Some(target)) = (self.source.value, self.target.value) {
            parts.push(Part {
                attribute: None,
                source,
                target,
            });
        }
        for target in self.target.attributes {
            if let Some(source) = self.source_attribute(&target.name) {
                parts.push(Part {
                    attribute: Some(&target.name),
                    source: source.value.pattern(),
                    target: target.value.pattern(),
                });
            }
        }
        parts
    }

    /// All values that a content has.
    pub(super) fn patterns(content: Content<'a>) -> impl Iterator<Item = Pattern<'a>> {
        let attributes = content.attributes.iter();
        let attributes = attributes.map(|attribute| attribute.value.pattern());
        content.value.into_iter().chain(attributes)
    }

    /// A finding about it.
    pub(super) fn finding(&self, check: &Check, span: Span, message: String) -> Finding {
        Finding::new(check, span, &self.id, message)
    }
}

impl Part<'_> {
    /// What a finding in an attribute says of its place; nothing for one in the value.
    pub(super) fn within(&self) -> String {
        let attribute = self.attribute;
        attribute.map_or(String::new(), |name| format!(" in `.{name}`"))
    }
}

/// The first attribute of each name.
fn by_name(entry: &Entry) -> FxHashMap<&str, usize> {
    let mut first = FxHashMap::default();
    for (at, attribute) in entry.attributes.iter().enumerate() {
        first.entry(attribute.name.as_str()).or_insert(at);
    }
    first
}
