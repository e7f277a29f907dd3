//! Messages and terms that refer to themselves by way of others.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Names;
use crate::catalog::{Entry, Kind, Named, Use};

/// A value or an attribute of a message or term.
type Node<'a> = (Named, &'a str, Option<&'a str>);

impl<'a> Names<'a> {
    /// Whether a message or term refers to itself.
    pub(in crate::check) fn is_circular(&self, entry: &Entry) -> bool {
        let named = match entry.kind {
            Kind::Term(_) => Named::Term,
            _ => Named::Message,
        };
        let circular = self.circular.get_or_init(|| self.circles());
        !circular.is_empty() && circular.contains(&(named, entry.id.clone()))
    }

    /// What refers to itself: what is left when all that refers to nothing more is taken away, and
    /// then all that nothing more refers to.
    fn circles(&self) -> FxHashSet<(Named, String)> {
        let mut numbers: FxHashMap<Node<'a>, usize> = FxHashMap::default();
        let mut nodes: Vec<Node<'a>> = Vec::new();
        let mut edges: Vec<(usize, usize)> = Vec::new();
        let mut number = |node: Node<'a>| {
            *numbers.entry(node).or_insert_with(|| {
                nodes.push(node);
                nodes.len() - 1
            })
        };
        for entry in self.catalogs.iter().flat_map(|catalog| &catalog.entries) {
            let named = match entry.kind {
                Kind::Message(_) => Named::Message,
                Kind::Term(_) => Named::Term,
                Kind::Comment(_) | Kind::Junk => continue,
            };
            let name = entry.id.as_str();
            let content = entry.content();
            let value = content.value.into_iter().map(|value| (None, value));
            let attributes = content.attributes.iter();
            let attributes = attributes.map(|own| (Some(own.name.as_str()), own.value.pattern()));
            for (attribute, pattern) in value.chain(attributes) {
                let from = number((named, name, attribute));
                let is_reference =
                    |used: &Use<'_>| matches!(used.named, Named::Message | Named::Term);
                for used in pattern.uses().into_iter().filter(is_reference) {
                    edges.push((from, number((used.named, used.name, used.attribute))));
                }
            }
        }
        let back: Vec<(usize, usize)> = edges.iter().map(|(from, to)| (*to, *from)).collect();
        let mut is_left = vec![true; nodes.len()];
        without_ends(&edges, &mut is_left);
        without_ends(&back, &mut is_left);
        let left = nodes
            .into_iter()
            .zip(is_left)
            .filter(|(_, is_left)| *is_left);
        left.map(|((named, name, _), _)| (named, name.to_owned()))
            .collect()
    }
}

/// Takes away the nodes from which no edge leads to one that is left, until there is none.
fn without_ends(edges: &[(usize, usize)], is_left: &mut [bool]) {
    let mut leading = vec![0; is_left.len()];
    let mut sources: Vec<Vec<usize>> = vec![Vec::new(); is_left.len()];
    for (from, to) in edges {
        if is_left[*from] && is_left[*to] {
            leading[*from] += 1;
            sources[*to].push(*from);
        }
    }
    let all = 0..is_left.len();
    let mut ends: Vec<usize> = all
        .filter(|node| is_left[*node] && leading[*node] == 0)
        .collect();
    while let Some(end) = ends.pop() {
        is_left[end] = false;
        for from in std::mem::take(&mut sources[end]) {
            leading[from] -= 1;
            if leading[from] == 0 {
                ends.push(from);
            }
        }
    }
}
