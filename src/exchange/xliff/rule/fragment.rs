//! References within the document.

use rustc_hash::{FxHashMap, FxHashSet};

use super::unit::{Unit, inlines};
use super::{child, children, prefix, says};
use crate::exchange::xliff::constraint::{self, Constraint, Report};
use crate::exchange::xliff::datatype::is_nmtoken;
use crate::exchange::xml::Element;

/// Prefixes of references that are registered, besides those of one letter.
const REGISTERED: [&str; 12] = [
    "mtc", "gls", "fs", "mda", "res", "ctr", "slr", "val", "its", "itsm", "pgs", "tbx",
];

/// The groups and units of a file, by their ids.
pub(super) struct FileIndex<'e, 't> {
    groups: FxHashMap<String, Element<'e, 't>>,
    units: FxHashMap<String, Element<'e, 't>>,
}

impl<'e, 't> FileIndex<'e, 't> {
    pub(super) fn of(file: Element<'e, 't>) -> Self {
        let named = |name: &'static str| {
            let all = file.descendants();
            all.filter(|element| element.name() == name && prefix(element.namespace()).is_empty())
                .filter_map(|element| Some((element.attribute("id")?.into_owned(), element)))
                .collect()
        };
        Self {
            groups: named("group"),
            units: named("unit"),
        }
    }

    pub(super) fn has_unit(&self, id: &str) -> bool {
        self.units.contains_key(id)
    }
}

/// A reference cut into its parts.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fragment<'r> {
    file: Option<&'r str>,
    group: Option<&'r str>,
    unit: Option<&'r str>,
    /// Prefix, empty if there is none, and id.
    leaf: Option<(&'r str, &'r str)>,
}

impl<'r> Fragment<'r> {
    /// Cuts what stands behind the `#`.
    pub(super) fn parse(reference: &'r str) -> Result<Self, (&'static Constraint, String)> {
        let path = reference.strip_prefix('/').unwrap_or(reference);
        let mut fragment = Self {
            file: None,
            group: None,
            unit: None,
            leaf: None,
        };
        let parts: Vec<&str> = path.split('/').collect();
        let mut depth = 0;
        for (at, part) in parts.iter().enumerate() {
            let (kind, id) = part.split_once('=').unwrap_or(("", part));
            let is_last = at + 1 == parts.len();
            if kind.is_empty() && !is_last || !is_nmtoken(id) {
                let message = format!("`{part}` in `#{reference}` is no prefix=id");
                return Err((&constraint::FRAGMENT_SYNTAX, message));
            }
            let level = match kind {
                "f" => 1,
                "g" => 2,
                "u" => 3,
                "n" | "d" | "t" | "" => 4,
                kind if REGISTERED.contains(&kind) => 4,
                _ => {
                    let message = format!("`{kind}` in `#{reference}` is no prefix");
                    return Err((&constraint::FRAGMENT_PREFIX, message));
                }
            };
            if level <= depth {
                let message = format!("`{part}` stands in the wrong place of `#{reference}`");
                return Err((&constraint::FRAGMENT_ORDER, message));
            }
            depth = level;
            match level {
                1 => fragment.file = Some(id),
                2 => fragment.group = Some(id),
                3 => fragment.unit = Some(id),
                _ => fragment.leaf = Some((kind, id)),
            }
        }
        Ok(fragment)
    }
}

/// What a unit has that references may name.
struct Names {
    source: FxHashSet<String>,
    target: FxHashSet<String>,
    data: FxHashSet<String>,
}

/// Holds the references in a file to the rules.
pub(super) fn check(
    root: Element<'_, '_>,
    file: Element<'_, '_>,
    index: &FileIndex<'_, '_>,
    report: &mut Report,
) {
    let mut cache = FxHashMap::default();
    for element in file.descendants() {
        let reference = match (prefix(element.namespace()), element.name()) {
            ("", "mrk" | "sm" | "note") | ("gls", _) => element.attribute("ref"),
            _ => None,
        };
        let Some(reference) = reference else {
            continue;
        };
        let Some(path) = reference.strip_prefix('#') else {
            continue;
        };
        match Fragment::parse(path) {
            Err((broken, message)) => report.add(broken, element.span(), message),
            Ok(fragment) => {
                // Where a comment leads to has a rule of its own.
                let is_comment = says(element, "type", "comment");
                let is_there =
                    is_comment || leads(&fragment, element, root, file, index, &mut cache);
                report.unless(
                    is_there,
                    &constraint::FRAGMENT_TARGET,
                    element.span(),
                    || format!("`{reference}` leads to nothing"),
                );
            }
        }
    }
}

/// Whether there is what a reference names.
fn leads(
    fragment: &Fragment<'_>,
    element: Element<'_, '_>,
    root: Element<'_, '_>,
    file: Element<'_, '_>,
    index: &FileIndex<'_, '_>,
    cache: &mut FxHashMap<u32, Names>,
) -> bool {
    let is_elsewhere = fragment
        .file
        .filter(|id| file.attribute("id").as_deref() != Some(id));
    if let Some(id) = is_elsewhere {
        let mut files = children(root, "file");
        let other = files.find(|other| other.attribute("id").as_deref() == Some(id));
        return other.is_some_and(|other| {
            let fragment = Fragment {
                file: None,
                ..*fragment
            };
            leads(
                &fragment,
                other,
                root,
                other,
                &FileIndex::of(other),
                &mut FxHashMap::default(),
            )
        });
    }
    let around = |name: &str| {
        let mut lineage = element.lineage();
        lineage.find(|around| around.name() == name && prefix(around.namespace()).is_empty())
    };
    let scope = match (fragment.unit, fragment.group) {
        (Some(id), _) => index.units.get(id).copied(),
        (None, Some(id)) => index.groups.get(id).copied(),
        (None, None) if fragment.file.is_some() => Some(file),
        (None, None) => around("unit").or_else(|| around("group")).or(Some(file)),
    };
    let Some(scope) = scope else {
        return false;
    };
    let Some((kind, id)) = fragment.leaf else {
        return true;
    };
    if kind == "n" {
        return child(scope, "notes").is_some_and(|notes| {
            children(notes, "note").any(|note| note.attribute("id").as_deref() == Some(id))
        });
    }
    if kind.len() > 1 {
        return scope.descendants().any(|named| {
            let of = prefix(named.namespace());
            let is_kind = of == kind || kind == "tbx" && of == "?";
            is_kind
                && (named.attribute("id").as_deref() == Some(id)
                    || named.xml("id").as_deref() == Some(id))
        });
    }
    let names = cache
        .entry(scope.index())
        .or_insert_with(|| Names::of(scope));
    match kind {
        "d" => names.data.contains(id),
        "t" => names.target.contains(id),
        _ => names.source.contains(id),
    }
}

impl Names {
    fn of(unit: Element<'_, '_>) -> Self {
        let read = Unit::of(unit);
        let id = |element: Element<'_, '_>| element.attribute("id").map(String::from);
        let parts = read.parts.iter();
        let sources = parts.flat_map(|part| {
            let codes = part.source.into_iter().flat_map(inlines);
            std::iter::once(part.element).chain(codes)
        });
        let targets = read
            .parts
            .iter()
            .filter_map(|part| part.target)
            .flat_map(inlines);
        let data = child(unit, "originalData")
            .into_iter()
            .flat_map(|data| children(data, "data"));
        Self {
            source: sources.filter_map(id).collect(),
            target: targets.filter_map(id).collect(),
            data: data.filter_map(id).collect(),
        }
    }
}

/// Whether a reference names a text of a unit: `#ID`, `#t=ID`, or the same with the way to it.
pub(super) fn names_text(reference: &str, unit: Element<'_, '_>) -> bool {
    let fragment = reference
        .strip_prefix('#')
        .and_then(|path| Fragment::parse(path).ok());
    let Some(Fragment {
        unit: of,
        leaf: Some((kind @ ("" | "t"), id)),
        ..
    }) = fragment
    else {
        return false;
    };
    let is_here = of.is_none_or(|of| unit.attribute("id").as_deref() == Some(of));
    is_here && {
        let names = Names::of(unit);
        if kind == "t" {
            names.target.contains(id)
        } else {
            names.source.contains(id)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Fragment;

    #[test]
    fn references_are_cut_into_parts() {
        let cases = [
            ("f=f1/u=1/m1", ""),
            ("/f=f1/n=2", ""),
            ("t=m2", ""),
            ("u=1/gls=g1", ""),
            ("n/n1", "fragment-syntax"),
            ("c1/c2", "fragment-syntax"),
            ("", "fragment-syntax"),
            ("z=1", "fragment-prefix"),
            ("u=1/f=f1", "fragment-order"),
            ("u=1/u=2", "fragment-order"),
            ("f=f1/d=d1/u=1", "fragment-order"),
        ];
        for (reference, wanted) in cases {
            let broken = Fragment::parse(reference).err();
            assert_eq!(
                broken.map_or("", |(broken, _)| broken.name),
                wanted,
                "{reference}"
            );
        }
    }
}
