//! Source and translation side by side, unit by unit.

use std::collections::BTreeMap;

use super::inline::{self, Links};
use super::into_printable;
use crate::assemble::{Assembly, Choice};
use crate::document::{Anchors, BlockKind, Context, Format, Heading, slug};
use crate::language::direction;
use crate::segment::Unit;

/// A unit, or a group of units that have one translation together, in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What the block is that the unit stands in.
    pub kind: BlockKind,
    /// Whether the row begins its block.
    pub begins: bool,
    /// The name by which links lead to it, if it begins a heading.
    pub name: Option<String>,
    /// The first unit.
    pub unit: usize,
    /// The source as HTML.
    pub source: String,
    /// What stands in its place, as HTML; none for what is left out.
    pub target: Option<String>,
}

/// Gives the rows of a bilingual page. `leaders` says of each unit which one its group begins
/// with: itself, or the unit before it that it belongs to.
pub fn rows(assembly: &Assembly<'_>, leaders: &[usize]) -> Vec<Row> {
    let mut links = Links::of(assembly.article, assembly.schemes);
    links.anchors = Anchors::of(assembly.format, assembly.article);
    links.translated = translated(assembly, &links.anchors);
    let is_rtl = |locale: &str| direction(locale) == "rtl";
    let (from, to) = (is_rtl(assembly.source_locale), is_rtl(assembly.locale));
    let mut rows: Vec<Row> = Vec::new();
    let mut block = None;
    for (index, unit) in assembly.units.iter().enumerate() {
        let found = &assembly.document.blocks[unit.block];
        if found.kind == BlockKind::Furniture {
            continue;
        }
        let html = |value: &str, is_rtl: bool| {
            html(value, &found.context, assembly.format, &links, is_rtl)
        };
        let source = html(unit.text(assembly.article), from);
        let target = match assembly.choices.get(index) {
            Some(Choice::Target(value)) => Some(html(value, to)),
            Some(Choice::Omit) => None,
            Some(Choice::Source | Choice::Mark) | None => Some(source.clone()),
        };
        let joins = leaders.get(index).is_some_and(|leader| *leader < index);
        match rows.last_mut() {
            Some(last) if joins => {
                for (cell, more) in [(&mut last.source, Some(source))]
                    .into_iter()
                    .chain(last.target.as_mut().map(|cell| (cell, target)))
                {
                    if let Some(more) = more.filter(|more| !more.is_empty()) {
                        cell.extend([" ", &more]);
                    }
                }
            }
            _ => rows.push(Row {
                kind: found.kind,
                begins: block != Some(unit.block),
                name: { heading_of(&links.anchors, unit) }
                    .filter(|_| block != Some(unit.block))
                    .map(|heading| heading.id.clone()),
                unit: index,
                source,
                target: target.filter(|target| !target.is_empty()),
            }),
        }
        block = Some(unit.block);
    }
    rows
}

/// Gives what a text would look like in a unit's place, as a bilingual page has it.
pub fn passage(assembly: &Assembly<'_>, unit: usize, text: &str) -> String {
    let links = Links::of(assembly.article, assembly.schemes);
    let block = &assembly.document.blocks[assembly.units[unit].block];
    let is_rtl = direction(assembly.locale) == "rtl";
    html(text, &block.context, assembly.format, &links, is_rtl)
}

/// A text as HTML, read as what stands in such a block.
fn html(text: &str, context: &Context, format: &Format, links: &Links<'_>, is_rtl: bool) -> String {
    into_printable(match context {
        _ if format.name == "html" => inline::tagged(text),
        Context::Markdown { .. } | Context::Line | Context::Cell => {
            inline::markdown(text, links, is_rtl)
        }
        _ => inline::text(text, is_rtl),
    })
}

/// The heading that a unit stands in.
fn heading_of<'a>(anchors: &'a Anchors, unit: &Unit) -> Option<&'a Heading> {
    let headings = &anchors.headings;
    let after = headings.partition_point(|heading| heading.range.start <= unit.span.start);
    let heading = &headings[after.checked_sub(1)?];
    (unit.span.end <= heading.range.end).then_some(heading)
}

/// The names of headings in the article, by their translated words.
fn translated(assembly: &Assembly<'_>, anchors: &Anchors) -> BTreeMap<String, String> {
    let mut words: BTreeMap<&str, String> = BTreeMap::new();
    for (unit, choice) in assembly.units.iter().zip(assembly.choices) {
        if let (Some(heading), Choice::Target(value)) = (heading_of(anchors, unit), choice) {
            let text = words.entry(&heading.id).or_default();
            text.extend([value.trim(), " "]);
        }
    }
    let names = words.into_iter();
    names
        .map(|(name, text)| (slug(&text), name.to_owned()))
        .collect()
}
