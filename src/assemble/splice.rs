//! Which bytes of the article go and what comes in their place.

use super::choice::value;
use super::encode::{self, German, Place};
use super::moves::Move;
use super::{Assembled, Assembly, Choice, removal};
use crate::document::{BlockKind, Context, Node, encode_yaml, holds_in_single_quotes, write_toml};
use crate::language::joins;
use crate::text::{Edit, Span, ascend};
use std::borrow::Cow;

/// What comes in the place of a stretch of the article.
pub(super) struct Change<'a> {
    pub(super) span: Span,
    pub(super) text: Cow<'a, str>,
}

impl Change<'_> {
    /// Whether it can only be text wherever it stands: what [`encode::encode`] borrows is plain.
    pub(super) fn is_plain(&self) -> bool {
        matches!(self.text, Cow::Borrowed(_)) || encode::is_plain(&self.text)
    }
}

impl From<Edit> for Change<'_> {
    fn from(edit: Edit) -> Self {
        Self {
            span: edit.span,
            text: Cow::Owned(edit.text),
        }
    }
}

/// What is done to an article.
pub(super) struct Plan<'a> {
    /// Ascending, none within another.
    pub(super) changes: Vec<Change<'a>>,
    pub(super) nodes: &'a [Node],
    /// Per node: whether it was left out.
    pub(super) dropped: Vec<bool>,
    /// Per node: paragraphs that a translation added to it.
    pub(super) added: Vec<usize>,
    /// Whether something in a translation that the German has not was made text.
    pub(super) disarmed: bool,
    /// The article's line end.
    eol: &'static str,
    /// How the article breaks a line of Markdown, once that has been asked for.
    hard_break: Option<String>,
    /// The block that was read last, and what it has.
    german: (usize, German<'a>),
}

/// One thing in a group: a unit with what comes in its place, or a block that stays as it is.
struct Item<'a> {
    span: Span,
    unit: Option<usize>,
    /// The new value; None for the article's own.
    new: Option<&'a str>,
    drop: bool,
}

pub(super) fn plan<'a>(assembly: &Assembly<'a>) -> Plan<'a> {
    let nodes = assembly.document.outline.nodes.as_slice();
    let mut plan = Plan {
        changes: Vec::with_capacity(assembly.units.len()),
        dropped: vec![false; nodes.len()],
        added: vec![0; nodes.len()],
        disarmed: false,
        eol: encode::eol(assembly.article),
        hard_break: None,
        german: (usize::MAX, German::default()),
        nodes,
    };
    groups(assembly, &mut plan);
    languages(assembly, &mut plan.changes);
    if plan.dropped.contains(&true) {
        removal::drop_holders(nodes, &mut plan.dropped);
        let removals = removal::removals(assembly.article, nodes, &plan.dropped);
        plan.changes.extend(removals.into_iter().map(Change::from));
    }
    // A larger removal has already taken the bytes of what is within.
    ascend(&mut plan.changes, |change| change.span);
    plan
}

fn is_marked(assembly: &Assembly<'_>, unit: usize) -> bool {
    matches!(assembly.choices.get(unit), Some(Choice::Mark))
}

/// What stands before a unit that is shown to be untranslated.
fn mark(assembly: &Assembly<'_>) -> String {
    format!("[{}] ", assembly.source_locale)
}

/// Whether a value leaves its unit out.
fn is_nothing(value: &str) -> bool {
    let shows = value
        .bytes()
        .next()
        .is_some_and(|first| first.is_ascii_graphic() && first != b'<');
    !shows && (value.trim_start().is_empty() || is_comment(value.trim()))
}

/// Whether a value is a comment and nothing else.
fn is_comment(value: &str) -> bool {
    let inner = value
        .strip_prefix("<!--")
        .and_then(|value| value.strip_suffix("-->"));
    inner.is_some_and(|inner| !inner.contains("-->"))
}

/// Plans group by group: the units of one node, or of one block that keeps its place.
fn groups<'a>(assembly: &Assembly<'a>, plan: &mut Plan<'a>) {
    let mut nodes = Nodes {
        nodes: plan.nodes,
        after: 0,
    };
    // The group that is being read, and what was found of it so far.
    let mut group = None;
    let mut items: Vec<Item<'_>> = Vec::new();
    let mut units = assembly.units.iter().enumerate().peekable();
    for (index, block) in assembly.document.blocks.iter().enumerate() {
        let is_field = is_field(&block.context);
        if is_field {
            field(assembly, index, &mut plan.changes);
        }
        let start = items.len();
        if !block.translate {
            items.push(Item {
                span: block.span,
                unit: None,
                new: None,
                drop: false,
            });
        }
        while let Some((unit, found)) = units.next_if(|(_, unit)| unit.block <= index) {
            let place = assembly.article.get(found.span.start..found.span.end);
            if place.is_some() && block.translate && !is_field {
                let new = value(assembly, unit);
                items.push(Item {
                    span: found.span,
                    unit: Some(unit),
                    new,
                    drop: new.is_some_and(is_nothing),
                });
            }
        }
        let Some(first) = items.get(start) else {
            continue;
        };
        let alone = matches!(
            block.kind,
            BlockKind::Alt
                | BlockKind::Title
                | BlockKind::Cell
                | BlockKind::Field
                | BlockKind::Comment
        );
        let node = nodes.holding(first.span).filter(|_| !alone);
        if node.is_none() || node != group {
            group_changes(assembly, group, &items[..start], plan);
            items.drain(..start);
            group = node;
        }
    }
    group_changes(assembly, group, &items, plan);
}

/// The tree, asked for spans that mostly ascend.
struct Nodes<'a> {
    nodes: &'a [Node],
    /// The first node behind the start of the last span.
    after: usize,
}

impl Nodes<'_> {
    /// The innermost node that holds a span.
    fn holding(&mut self, span: Span) -> Option<usize> {
        let begins_before = |node: &Node| node.span.start <= span.start;
        if self.after > 0 && !begins_before(&self.nodes[self.after - 1]) {
            self.after = self.nodes.partition_point(begins_before);
        }
        let more = self.nodes[self.after..].iter();
        self.after += more.take_while(|node| begins_before(node)).count();
        std::iter::successors(self.after.checked_sub(1), |at| self.nodes[*at].parent)
            .find(|at| span.end <= self.nodes[*at].span.end)
    }
}

/// Changes for the units of a group; its node goes if nothing of it is left.
fn group_changes<'a>(
    assembly: &Assembly<'a>,
    node: Option<usize>,
    items: &[Item<'a>],
    plan: &mut Plan<'a>,
) {
    let droppable = node.filter(|node| plan.nodes[*node].droppable && !items.is_empty());
    if let Some(node) = droppable
        && items.iter().all(|item| item.drop)
    {
        plan.dropped[node] = true;
        return;
    }
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
        let span = Span::new(span.0, span.1.max(span.0));
        plan.changes.push(Edit::replace(span, left).into());
        at = end;
    }
    let mut before = None;
    for (at, item) in items.iter().enumerate().filter(|(_, item)| !item.drop) {
        if let Some(unit) = item.unit {
            let moved = before.is_none() && at > 0;
            let added = unit_edits(assembly, item, unit, before, moved, plan);
            if let Some(node) = node {
                plan.added[node] += added;
            }
        }
        before = Some(item);
    }
}

/// Edits for a unit that stays; returns how many paragraphs it adds.
fn unit_edits<'a>(
    assembly: &Assembly<'a>,
    item: &Item<'a>,
    unit: usize,
    before: Option<&Item<'a>>,
    moved: bool,
    plan: &mut Plan<'a>,
) -> usize {
    let article = assembly.article;
    let found = &assembly.units[unit];
    let block = &assembly.document.blocks[found.block];
    if item.new.is_none() && !moved && !is_marked(assembly, unit) {
        return 0;
    }
    let value = item.new.unwrap_or_else(|| found.text(article));
    if !encode::is_verbatim(value, &block.context) {
        read_german(assembly, found.block, value, plan);
    }
    let changes = &mut plan.changes;
    let gap = before.and_then(|item| article.get(item.span.end..found.span.start));
    let mut place = Place {
        gap,
        eol: plan.eol,
        article,
        span: found.span,
        german: &plan.german.1,
        hard_break: plan.hard_break.as_deref().unwrap_or("  "),
    };
    if is_marked(assembly, unit) {
        let marked = format!("{}{}", mark(assembly), found.text(article));
        let edit = match block.context {
            Context::Attribute(None) => {
                place.gap = Some("");
                Edit::replace(found.span, encode::encode(&marked, block, &place).text)
            }
            _ => Edit::insert(found.span.start, mark(assembly)),
        };
        changes.push(edit.into());
        return 0;
    }
    let paragraph = encode::paragraph_break(value, block, &place);
    if paragraph.is_some() {
        place.gap = Some("\n");
    }
    let written = encode::encode(value, block, &place);
    plan.disarmed |= written.disarmed;
    if let (Some(paragraph), Some(item)) = (paragraph, before) {
        let gap = Span::new(item.span.end, found.span.start);
        changes.push(Edit::replace(gap, "").into());
        changes.push(Edit::replace(found.span, paragraph + &written.text).into());
        return written.added + 1;
    }
    let text = written.text;
    // Letters of alphabets are never joined.
    let can_join = text.starts_with(|c: char| c >= '\u{2000}' || !is_no_markup(c));
    if let Some((item, gap)) = before.zip(gap).filter(|_| can_join) {
        let last = item
            .new
            .and_then(|value| value.trim_end().chars().rfind(|c| is_no_markup(*c)));
        let joined = last
            .zip(text.chars().find(|c| is_no_markup(*c)))
            .is_some_and(|(last, first)| joins(assembly.locale, last, first));
        if joined && gap.chars().all(|c| c.is_whitespace() || c == '>') {
            let gap = Span::new(item.span.end, found.span.start);
            changes.push(Edit::replace(gap, "").into());
        }
    }
    changes.push(Change {
        span: found.span,
        text,
    });
    written.added
}

/// Reads what the block of a value that is written has, and how the article breaks lines if the value
/// has lines.
fn read_german<'a>(assembly: &Assembly<'a>, block: usize, value: &str, plan: &mut Plan<'a>) {
    let blocks = &assembly.document.blocks;
    if plan.german.0 != block {
        let german = German::of(&blocks[block], assembly.article, assembly.schemes);
        plan.german = (block, german);
    }
    if plan.hard_break.is_none() && value.contains('\n') {
        let mut pieces = blocks.iter().flat_map(|block| block.pieces.iter());
        let first = pieces.find_map(|piece| encode::hard_break(piece, assembly.article));
        // A backslash is printed by some programs; blanks are known to all.
        plan.hard_break = Some(first.unwrap_or("  ").to_owned());
    }
}

fn is_no_markup(c: char) -> bool {
    !matches!(c, '*' | '_' | '~')
}

/// A field of the front matter is written as a whole: quoting depends on all of a scalar.
fn field(assembly: &Assembly<'_>, index: usize, changes: &mut Vec<Change<'_>>) {
    let article = assembly.article;
    let block = &assembly.document.blocks[index];
    let text = block.text(article);
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
        let new = value(assembly, unit);
        if !new.is_some_and(is_nothing) {
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
        changed |= new.is_some();
        let german = found.text(article);
        let shown = new.map_or(Cow::Borrowed(german), |new| {
            encode::without_comments(new, german)
        });
        out.push_str(shown.trim());
        at = found.range.end;
    }
    if !out.is_empty() {
        out.push_str(text.get(at..).unwrap_or_default().trim_end());
    }
    let (Some(first), Some(last)) = (block.pieces.first(), block.pieces.last()) else {
        return;
    };
    if changed {
        let span = Span::new(first.span.start, last.span.end);
        changes.push(scalar(article, span, &block.context, &out).into());
    }
}

/// Places that name the source locale get the name of the result's.
fn languages(assembly: &Assembly<'_>, changes: &mut Vec<Change<'_>>) {
    if assembly.locale == assembly.source_locale {
        return;
    }
    for block in (assembly.format.language)(assembly.article) {
        let [piece] = block.pieces.as_slice() else {
            continue;
        };
        if !is_same_language(piece.text(assembly.article), assembly.source_locale) {
            continue;
        }
        let edit = scalar(
            assembly.article,
            piece.span,
            &block.context,
            assembly.locale,
        );
        changes.push(edit.into());
    }
}

/// Whether two names are of one language, whatever the country: `de-AT`, `de_CH` and `de`.
fn is_same_language(one: &str, other: &str) -> bool {
    let language = |name: &str| {
        let first = name.trim().split(['-', '_']).next();
        first.unwrap_or_default().to_ascii_lowercase()
    };
    language(one) == language(other)
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
        && !holds_in_single_quotes(value)
    {
        Span::new(span.start - 1, span.end + 1)
    } else {
        span
    };
    Edit::replace(span, text)
}

/// The article with the changes in it.
pub(super) fn carry_out(article: &str, changes: &[Change<'_>]) -> Assembled {
    let moves: Vec<Move> = changes
        .iter()
        .map(|change| Move {
            span: change.span,
            length: change.text.len(),
        })
        .collect();
    let new: usize = moves.iter().map(|one| one.length).sum();
    let old: usize = moves.iter().map(|one| one.span.len()).sum();
    let mut text = String::with_capacity(article.len() + new - old);
    let mut at = 0;
    for change in changes {
        text.push_str(&article[at..change.span.start]);
        text.push_str(&change.text);
        at = change.span.end;
    }
    text.push_str(&article[at..]);
    Assembled {
        text,
        moves: vec![moves],
    }
}
