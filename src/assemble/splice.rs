//! Which bytes of the article go and what comes in their place.

use super::encode::{self, Place};
use super::{Assembled, Assembly, Choice, structure};
use crate::document::{BlockKind, Context, Node, encode_yaml, write_toml};
use crate::language::joins;
use crate::text::{Edit, Span};
use std::cell::Cell;
use std::ops::Range;

/// What is done to an article.
pub(super) struct Plan<'a> {
    pub(super) edits: Vec<Edit>,
    pub(super) nodes: &'a [Node],
    /// Per node: whether it was left out.
    pub(super) dropped: Vec<bool>,
    /// Per node: paragraphs that a translation added to it.
    pub(super) added: Vec<usize>,
    /// The article's line end.
    eol: &'static str,
}

/// One thing in a group: a unit with what comes in its place, or a block that stays as it is.
struct Item {
    span: Span,
    unit: Option<usize>,
    drop: bool,
}

/// The units of one node or of one block that keeps its place, as a range of all items.
struct Group {
    node: Option<usize>,
    items: Range<usize>,
}

pub(super) fn plan<'a>(assembly: &Assembly<'a>) -> Plan<'a> {
    let nodes = assembly.document.outline.nodes.as_slice();
    let mut plan = Plan {
        edits: Vec::new(),
        dropped: vec![false; nodes.len()],
        added: vec![0; nodes.len()],
        eol: encode::eol(assembly.article),
        nodes,
    };
    let (groups, items) = groups(assembly, nodes);
    for group in groups {
        let items = &items[group.items];
        let node = group.node.filter(|node| nodes[*node].droppable);
        match node {
            Some(node) if items.iter().all(|item| item.drop) => plan.dropped[node] = true,
            _ => group_edits(assembly, group.node, items, &mut plan),
        }
    }
    fields(assembly, &mut plan.edits);
    structure::drop_holders(nodes, &mut plan.dropped);
    let removals = structure::removals(assembly.article, nodes, &plan.dropped);
    plan.edits.extend(removals);
    plan.edits
        .sort_by_key(|edit| (edit.span.start, edit.span.end));
    plan
}

/// What a unit's choice says, seen from its bytes: a new value, or none for the article's own.
fn value<'a>(assembly: &Assembly<'a>, unit: usize) -> Option<&'a str> {
    match assembly.choices.get(unit) {
        Some(Choice::Target(value)) if *value != assembly.units[unit].text => Some(value),
        Some(Choice::Omit) => Some(""),
        _ => None,
    }
}

fn is_marked(assembly: &Assembly<'_>, unit: usize) -> bool {
    matches!(assembly.choices.get(unit), Some(Choice::Mark))
}

/// What stands before a unit that is shown to be untranslated.
fn mark(assembly: &Assembly<'_>) -> String {
    format!("[{}] ", assembly.source_locale)
}

fn is_dropped(assembly: &Assembly<'_>, unit: usize) -> bool {
    value(assembly, unit).is_some_and(|value| value.trim().is_empty())
}

fn groups(assembly: &Assembly<'_>, nodes: &[Node]) -> (Vec<Group>, Vec<Item>) {
    let mut groups: Vec<Group> = Vec::new();
    let mut items: Vec<Item> = Vec::with_capacity(assembly.units.len());
    let mut units = assembly.units.iter().enumerate().peekable();
    for (index, block) in assembly.document.blocks.iter().enumerate() {
        let start = items.len();
        if !block.translate {
            items.push(Item {
                span: block.span,
                unit: None,
                drop: false,
            });
        }
        while let Some((unit, found)) = units.next_if(|(_, unit)| unit.block <= index) {
            let fits = assembly
                .article
                .get(found.span.start..found.span.end)
                .is_some();
            if fits && block.translate && !is_field(&block.context) {
                items.push(Item {
                    span: found.span,
                    unit: Some(unit),
                    drop: is_dropped(assembly, unit),
                });
            }
        }
        let Some(first) = items.get(start) else {
            continue;
        };
        let alone = matches!(
            block.kind,
            BlockKind::Alt | BlockKind::Title | BlockKind::Cell | BlockKind::Field
        );
        let node = node_of(nodes, first.span).filter(|_| !alone);
        match groups.last_mut() {
            Some(last) if node.is_some() && last.node == node => last.items.end = items.len(),
            _ => groups.push(Group {
                node,
                items: start..items.len(),
            }),
        }
    }
    (groups, items)
}

/// The innermost node that holds a span.
fn node_of(nodes: &[Node], span: Span) -> Option<usize> {
    let after = nodes.partition_point(|node| node.span.start <= span.start);
    std::iter::successors(after.checked_sub(1), |at| nodes[*at].parent)
        .find(|at| span.end <= nodes[*at].span.end)
}

fn group_edits(assembly: &Assembly<'_>, node: Option<usize>, items: &[Item], plan: &mut Plan<'_>) {
    let mut at = 0;
    while at < items.len() {
        if !items[at].drop {
            at += 1;
            continue;
        }
        let end = (at..items.len())
            .find(|next| !items[*next].drop)
            .unwrap_or(items.len());
        let span = if at > 0 {
            (items[at - 1].span.end, items[end - 1].span.end)
        } else if end < items.len() {
            (items[0].span.start, items[end].span.start)
        } else {
            (items[0].span.start, items[end - 1].span.end)
        };
        let bare = items[at].unit.is_some_and(|unit| {
            let block = &assembly.document.blocks[assembly.units[unit].block];
            block.context == Context::Attribute(None)
        });
        // Without quotes, what follows would be taken for the value.
        let left = if bare { "\"\"" } else { "" };
        plan.edits
            .push(Edit::replace(Span::new(span.0, span.1.max(span.0)), left));
        at = end;
    }
    let mut before = None;
    for (at, item) in items.iter().enumerate().filter(|(_, item)| !item.drop) {
        if let Some(unit) = item.unit {
            let moved = before.is_none() && at > 0;
            let added = unit_edits(assembly, unit, before, moved, plan);
            if let Some(node) = node {
                plan.added[node] += added;
            }
        }
        before = Some(item);
    }
}

/// Edits for a unit that stays; returns how many paragraphs it adds.
fn unit_edits(
    assembly: &Assembly<'_>,
    unit: usize,
    before: Option<&Item>,
    moved: bool,
    plan: &mut Plan<'_>,
) -> usize {
    let article = assembly.article;
    let edits = &mut plan.edits;
    let found = &assembly.units[unit];
    let block = &assembly.document.blocks[found.block];
    if is_marked(assembly, unit) {
        let marked = format!("{}{}", mark(assembly), found.text);
        edits.push(match block.context {
            Context::Attribute(None) => {
                let place = Place::of(found.span, plan.eol, article);
                Edit::replace(found.span, encode::encode(&marked, block, &place).0)
            }
            _ => Edit::insert(found.span.start, mark(assembly)),
        });
        return 0;
    }
    let gap = before.and_then(|item| article.get(item.span.end..found.span.start));
    let place = Place {
        line_start: gap.is_none_or(|gap| gap.contains(['\n', '\r'])),
        eol: plan.eol,
        article,
        span: found.span,
    };
    let new = value(assembly, unit);
    if new.is_none() && !moved {
        return 0;
    }
    let (text, added) = encode::encode(new.unwrap_or(&found.text), block, &place);
    // Letters of alphabets are never joined.
    let can_join = text.starts_with(|c: char| c >= '\u{2000}' || !is_no_markup(c));
    if let Some((item, gap)) = before.zip(gap).filter(|_| can_join) {
        let last = item
            .unit
            .and_then(|before| value(assembly, before))
            .and_then(|value| value.trim_end().chars().rfind(|c| is_no_markup(*c)));
        let joined = last
            .zip(text.chars().find(|c| is_no_markup(*c)))
            .is_some_and(|(last, first)| joins(assembly.locale, last, first));
        if joined && gap.chars().all(|c| c.is_whitespace() || c == '>') {
            edits.push(Edit::replace(
                Span::new(item.span.end, found.span.start),
                "",
            ));
        }
    }
    edits.push(Edit::replace(found.span, text));
    added
}

fn is_no_markup(c: char) -> bool {
    !matches!(c, '*' | '_' | '~')
}

/// Fields of the front matter are written as a whole: quoting depends on all of a scalar.
fn fields(assembly: &Assembly<'_>, edits: &mut Vec<Edit>) {
    let article = assembly.article;
    for (index, block) in assembly.document.blocks.iter().enumerate() {
        if !is_field(&block.context) {
            continue;
        }
        let text = block.text();
        let mut out = String::new();
        let (mut at, mut changed) = (0, false);
        let first = assembly.units.partition_point(|unit| unit.block < index);
        let own = assembly.units[first..]
            .iter()
            .take_while(|unit| unit.block == index);
        for (unit, found) in (first..).zip(own) {
            if found.range.start < at {
                continue;
            }
            let drop = is_dropped(assembly, unit);
            if !drop {
                let gap = text.get(at..found.range.start).unwrap_or_default();
                out.push_str(if out.is_empty() {
                    gap.trim_start()
                } else {
                    gap
                });
            }
            if is_marked(assembly, unit) {
                out.push_str(&mark(assembly));
                changed = true;
            }
            let new = value(assembly, unit);
            changed |= new.is_some();
            out.push_str(new.unwrap_or(&found.text).trim());
            at = found.range.end;
        }
        if !out.is_empty() {
            out.push_str(text.get(at..).unwrap_or_default().trim_end());
        }
        let (Some(first), Some(last)) = (block.pieces.first(), block.pieces.last()) else {
            continue;
        };
        if changed {
            let span = Span::new(first.span.start, last.span.end);
            edits.push(scalar(article, span, &block.context, &out));
        }
    }
    languages(assembly, edits);
}

/// Places that name the source locale get the name of the result's.
fn languages(assembly: &Assembly<'_>, edits: &mut Vec<Edit>) {
    if assembly.locale == assembly.source_locale {
        return;
    }
    for block in (assembly.format.language)(assembly.article) {
        let [piece] = block.pieces.as_slice() else {
            continue;
        };
        let language = assembly.source_locale.split('-').next();
        if piece.text != assembly.source_locale && Some(piece.text.as_str()) != language {
            continue;
        }
        edits.push(scalar(
            assembly.article,
            piece.span,
            &block.context,
            assembly.locale,
        ));
    }
}

/// Whether a block is written as a whole: a field of the front matter.
fn is_field(context: &Context) -> bool {
    matches!(context, Context::Yaml(_) | Context::Toml(_))
}

/// The edit that writes a scalar's inside; where its quotes have to change, with them.
fn scalar(article: &str, span: Span, context: &Context, value: &str) -> Edit {
    let style = match context {
        Context::Yaml(style) => *style,
        Context::Toml(delimiter) => {
            return write_toml(article, span, delimiter, value, encode::eol(article));
        }
        _ => return Edit::replace(span, value),
    };
    let line = article[..span.start]
        .rfind(['\n', '\r'])
        .map_or(0, |end| end + 1);
    let indent = &article[line..span.start];
    let text = encode_yaml(value, style, indent, encode::eol(article));
    let span = if style == Some('\'')
        && text.starts_with('"')
        && text.ends_with('"')
        && value.contains(char::is_control)
    {
        Span::new(span.start - 1, span.end + 1)
    } else {
        span
    };
    Edit::replace(span, text)
}

/// The edits that were made: of each its place in the article and in the result, ascending.
pub(super) struct Made {
    edits: Vec<(Span, Span)>,
    /// How many edits were before the offset that was last asked for: mostly the next is near.
    near: Cell<usize>,
}

pub(super) fn carry_out(assembly: &Assembly<'_>, plan: &Plan<'_>) -> (Assembled, Made) {
    let article = assembly.article;
    let mut text = String::with_capacity(article.len() + article.len() / 4);
    let mut made = Made {
        edits: Vec::with_capacity(plan.edits.len()),
        near: Cell::new(0),
    };
    let mut at = 0;
    for edit in &plan.edits {
        // A larger removal has already taken these bytes.
        if edit.span.start < at {
            continue;
        }
        text.push_str(&article[at..edit.span.start]);
        let start = text.len();
        text.push_str(&edit.text);
        made.edits.push((edit.span, Span::new(start, text.len())));
        at = edit.span.end;
    }
    text.push_str(&article[at..]);
    let place = |span: Span| {
        let found = Span {
            start: made.place(span.start),
            end: made.place(span.end),
        };
        (found.start < found.end).then_some(found)
    };
    let assembled = Assembled {
        units: assembly.units.iter().map(|unit| place(unit.span)).collect(),
        blocks: assembly
            .document
            .blocks
            .iter()
            .map(|block| place(block.span))
            .collect(),
        text,
    };
    (assembled, made)
}

impl Made {
    /// Where an offset of the article is in the result: before what was put in there, and behind
    /// what came in the place of a stretch that it is within.
    pub(super) fn place(&self, offset: usize) -> usize {
        let is_before = |from: Span| from.start < offset;
        let mut next = self.near.get();
        if next > 0 && !is_before(self.edits[next - 1].0) {
            next = self.edits.partition_point(|(from, _)| is_before(*from));
        }
        while self
            .edits
            .get(next)
            .is_some_and(|(from, _)| is_before(*from))
        {
            next += 1;
        }
        self.near.set(next);
        let Some((from, to)) = next.checked_sub(1).map(|last| self.edits[last]) else {
            return offset;
        };
        if offset < from.end {
            return to.end;
        }
        to.end + (offset - from.end)
    }
}
