//! What may stand where in a document: tables of elements and attributes, and a document held to them.

use rustc_hash::FxHashMap;

use super::constraint::{self, Report};
use super::datatype::Datatype;
use crate::exchange::xml::Element;

/// Elements and attributes of a vocabulary.
#[derive(Debug)]
pub(super) struct Schema {
    elements: FxHashMap<&'static str, Definition>,
    /// Attributes of modules, which many elements may have.
    attributes: FxHashMap<&'static str, Datatype>,
    prefix: fn(&str) -> &'static str,
}

/// An element of a vocabulary.
#[derive(Debug, Default)]
struct Definition {
    /// Where it may stand, if its parent's content does not say so.
    parents: Vec<&'static str>,
    content: Vec<Particle>,
    has_text: bool,
    /// Whether anything may stand in it.
    is_open: bool,
    attributes: Vec<AttributeRule>,
    foreign: Foreign,
}

/// Which attributes of other namespaces an element may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Foreign {
    #[default]
    None,
    Modules,
    All,
}

/// A part of what stands in an element.
#[derive(Debug)]
struct Particle {
    names: Vec<&'static str>,
    is_required: bool,
    is_repeated: bool,
}

#[derive(Debug)]
struct AttributeRule {
    name: &'static str,
    is_required: bool,
    datatype: Datatype,
}

/// Stands for elements of other namespaces.
const OTHER: &str = "other";

impl Schema {
    /// Reads a table. Lines that begin with one of `editions` stand in place of those without.
    pub(super) fn of(
        table: &'static str,
        editions: &[&str],
        prefix: fn(&str) -> &'static str,
    ) -> Self {
        let mut schema = Self {
            elements: FxHashMap::default(),
            attributes: FxHashMap::default(),
            prefix,
        };
        for line in table
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
        {
            if let Some(attribute) = line.strip_prefix('@') {
                let rule = AttributeRule::of(attribute);
                schema.attributes.insert(rule.name, rule.datatype);
                continue;
            }
            let (head, body) = line.split_once('=').unwrap_or((line, ""));
            let mut words = head.split_whitespace().peekable();
            let is_edition = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
            if let Some(edition) = words.next_if(is_edition)
                && !editions.contains(&edition)
            {
                continue;
            }
            let name = words.next().unwrap_or_default();
            let parents = words.nth(1).map(|parents| parents.split('|').collect());
            let (content, attributes) = body.split_once(';').unwrap_or((body, ""));
            let mut definition = Definition::of(content, attributes);
            definition.parents = parents.unwrap_or_default();
            schema.elements.insert(name, definition);
        }
        schema
    }

    /// The name by which the table knows an element; none for one of an unknown namespace.
    pub(super) fn key(&self, element: Element<'_, '_>) -> Option<Key> {
        Some(Key {
            prefix: known(self.prefix, element.namespace())?,
            name: self.interned(element),
        })
    }

    fn interned(&self, element: Element<'_, '_>) -> Option<&'static str> {
        let prefix = known(self.prefix, element.namespace())?;
        let name = if prefix.is_empty() {
            self.elements.get_key_value(element.name())
        } else {
            let qualified = format!("{prefix}:{}", element.name());
            self.elements.get_key_value(qualified.as_str())
        };
        name.map(|(name, _)| *name)
    }

    /// Holds an element and all in it to the table.
    pub(super) fn check(&self, element: Element<'_, '_>, report: &mut Report) {
        let Some(key) = self.key(element) else {
            return;
        };
        let shown = element.name();
        let Some(name) = key.name else {
            report.add(
                &constraint::UNKNOWN_ELEMENT,
                element.span(),
                format!("there is no `{shown}`"),
            );
            return;
        };
        let definition = &self.elements[name];
        Self::check_place(definition, element, report);
        self.check_attributes(definition, element, report);
        if definition.is_open {
            return;
        }
        if element.has_text() && !definition.has_text {
            let message = format!("text stands in `{shown}`, which holds elements only");
            report.add(&constraint::STRAY_TEXT, element.span(), message);
        }
        self.check_content(definition, element, report);
        for child in element.children() {
            self.check(child, report);
        }
    }

    fn check_place(definition: &Definition, element: Element<'_, '_>, report: &mut Report) {
        let Some(parent) = element.parent() else {
            return;
        };
        if !definition.parents.is_empty() && !definition.parents.contains(&parent.name()) {
            let message = format!(
                "`{}` stands in `{}`, and may only stand in {}",
                element.name(),
                parent.name(),
                definition.parents.join(" or ")
            );
            report.add(&constraint::MISPLACED_ELEMENT, element.span(), message);
        }
    }

    fn check_content(
        &self,
        definition: &Definition,
        element: Element<'_, '_>,
        report: &mut Report,
    ) {
        let parent = element.name();
        let (known, unknown): (Vec<_>, Vec<_>) = element.children().partition(|child| {
            let mut particles = definition.content.iter();
            particles.any(|particle| self.is_one_of(*child, &particle.names))
        });
        for child in unknown {
            let broken = match self.key(child) {
                Some(key) if key.name.is_none() => continue,
                Some(_) => &constraint::MISPLACED_ELEMENT,
                None => &constraint::EXTENSION_ELEMENT,
            };
            let message = format!("`{}` may not stand in `{parent}`", child.name());
            report.add(broken, child.span(), message);
        }
        let mut children = known.into_iter().peekable();
        for particle in &definition.content {
            let mut count = 0;
            while let Some(child) = children.peek()
                && self.is_one_of(*child, &particle.names)
                && (count == 0 || particle.is_repeated)
            {
                count += 1;
                children.next();
            }
            if count == 0 && particle.is_required {
                let wanted = particle.names.join(" or ");
                let message = format!("`{parent}` has no {wanted} where there must be one");
                report.add(&constraint::MISSING_ELEMENT, element.span(), message);
            }
        }
        if let Some(child) = children.next() {
            let message = format!("`{}` may not stand here in `{parent}`", child.name());
            let broken = match self.key(child) {
                Some(_) => &constraint::ELEMENT_ORDER,
                None => &constraint::EXTENSION_ORDER,
            };
            report.add(broken, child.span(), message);
        }
    }

    fn is_one_of(&self, child: Element<'_, '_>, names: &[&str]) -> bool {
        let key = self.key(child);
        names.iter().any(|name| match &key {
            Some(key) if *name == OTHER => !key.prefix.is_empty(),
            Some(key) => key.name == Some(name),
            None => *name == OTHER,
        })
    }

    fn check_attributes(
        &self,
        definition: &Definition,
        element: Element<'_, '_>,
        report: &mut Report,
    ) {
        let shown = element.name();
        for attribute in element.attributes() {
            let prefix =
                known(self.prefix, attribute.namespace).filter(|_| !attribute.namespace.is_empty());
            let name = match prefix {
                Some(prefix) if !prefix.is_empty() => format!("{prefix}:{}", attribute.name),
                _ => attribute.name.to_owned(),
            };
            let is_own = attribute.namespace.is_empty() || prefix.is_some();
            let rule = definition
                .attributes
                .iter()
                .find(|rule| is_own && rule.name == name);
            let datatype = match (rule, definition.foreign) {
                (Some(rule), _) => Some(&rule.datatype),
                (None, Foreign::Modules) if prefix == Some("xml") => None,
                (None, Foreign::Modules | Foreign::All) => self.attributes.get(name.as_str()),
                (None, Foreign::None) => None,
            };
            if let Some(datatype) = datatype {
                if !datatype.allows(&attribute.value()) {
                    let message =
                        format!("{name}=\"{}\": {}", attribute.value(), datatype.wanted());
                    report.add(datatype.constraint(), attribute.span, message);
                }
                continue;
            }
            // ITS has its own rules for what stands where; its names are not held here.
            let is_its = prefix.is_some_and(|prefix| prefix.starts_with("its"));
            let is_allowed = match definition.foreign {
                Foreign::None => false,
                Foreign::Modules => is_its,
                Foreign::All => prefix.is_none() && !attribute.namespace.is_empty() || is_its,
            };
            if !is_allowed {
                let message = format!("`{shown}` has no attribute `{name}`");
                let broken = if attribute.namespace.is_empty() || prefix.is_some() {
                    &constraint::UNKNOWN_ATTRIBUTE
                } else {
                    &constraint::EXTENSION_ATTRIBUTE
                };
                report.add(broken, attribute.span, message);
            }
        }
        for rule in definition.attributes.iter().filter(|rule| rule.is_required) {
            if element.attribute(rule.name).is_none() {
                let message = format!("`{shown}` has no attribute `{}`", rule.name);
                report.add(&constraint::MISSING_ATTRIBUTE, element.span(), message);
            }
        }
    }
}

/// How a table knows an element.
pub(super) struct Key {
    /// Empty for the vocabulary itself, else that of a module.
    prefix: &'static str,
    /// None if the vocabulary has no such element.
    name: Option<&'static str>,
}

/// The prefix of a namespace that a vocabulary knows.
fn known(prefix: fn(&str) -> &'static str, namespace: &str) -> Option<&'static str> {
    Some(prefix(namespace)).filter(|prefix| *prefix != "?")
}

impl Definition {
    fn of(content: &'static str, attributes: &'static str) -> Self {
        let mut definition = Self::default();
        for word in content.split_whitespace() {
            match word {
                "text" => definition.has_text = true,
                "any" => definition.is_open = true,
                word => definition.content.push(Particle::of(word)),
            }
        }
        for attribute in attributes.split_whitespace() {
            match attribute {
                "@other" => definition.foreign = Foreign::All,
                "@modules" => definition.foreign = Foreign::Modules,
                name => definition
                    .attributes
                    .push(AttributeRule::of(name.trim_start_matches('@'))),
            }
        }
        definition
    }
}

impl Particle {
    fn of(word: &'static str) -> Self {
        let names = word
            .trim_end_matches(['?', '*', '+'])
            .trim_matches(['(', ')']);
        Self {
            names: names.split('|').collect(),
            is_required: !word.ends_with(['?', '*']),
            is_repeated: word.ends_with(['*', '+']),
        }
    }
}

impl AttributeRule {
    fn of(word: &'static str) -> Self {
        let at = word.find(['!', ':']);
        // A prefix of a module or of `xml` is part of the name.
        let at = at.map(|at| match &word[..at] {
            "xml" | "fs" | "slr" | "pgs" => word[at + 1..]
                .find(['!', ':'])
                .map_or(word.len(), |next| at + 1 + next),
            _ => at,
        });
        let (name, kind) = word.split_at(at.unwrap_or(word.len()));
        Self {
            name,
            is_required: kind.starts_with('!'),
            datatype: Datatype::of(kind.trim_start_matches(['!', ':'])),
        }
    }
}
