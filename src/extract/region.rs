//! Which part of a page is its article: the element whose own paragraphs hold most of the running
//! text below the headline, with what elements and lines say against single lines.

use super::data::fold;
use super::dom::Page;
use super::element::objection;
use super::read::{Read, level};
use super::weight::{Weights, prose, sums};
use super::{About, LeftOut, furniture};
use crate::document::BlockKind;
use std::collections::HashMap;

/// Most paragraphs of a lead that stand apart from the text below it.
const LEADS: usize = 3;

/// Words in a class of what stands between a headline and its text.
const SUBTITLES: [&str; 10] = [
    "subtitle",
    "subline",
    "subhead",
    "unterzeile",
    "untertitel",
    "lead",
    "teaser",
    "standfirst",
    "excerpt",
    "vorspann",
];

/// Says of every line that is no part of the article why. Returns the place of the headline.
pub(super) fn mark(page: &Page, lines: &mut [Read], titles: &[String]) -> Option<usize> {
    let headline = headline(page, lines, titles);
    let mut region = Region::new(page, lines, headline);
    region.choose(lines);
    let reasons: Vec<Option<LeftOut>> = (0..lines.len())
        .map(|at| region.reason(lines, at))
        .collect();
    for (read, reason) in lines.iter_mut().zip(reasons) {
        read.line.left_out = reason;
    }
    furniture::mark(page, lines, headline);
    headline
}

/// The heading that the page calls its title. A short part of the title may be a subhead as well.
fn headline(page: &Page, lines: &[Read], titles: &[String]) -> Option<usize> {
    let titles: Vec<String> = titles.iter().map(|title| fold(title)).collect();
    let level = |at: &usize| {
        let heading = page.blocks(lines[*at].node).find(|at| level(page, *at) > 0);
        heading.map_or(9, |at| level(page, at))
    };
    let headings = lines.iter().enumerate();
    let headings: Vec<usize> = headings
        .filter(|(_, read)| read.line.kind == BlockKind::Heading)
        .map(|(at, _)| at)
        .collect();
    let is_title = |at: &&usize| {
        let text = fold(&lines[**at].line.text);
        let is_part = |title: &String| {
            (title.contains(&text) && text.len() * 3 >= title.len()) || text.contains(title)
        };
        text.len() >= 8 && titles.iter().any(is_part)
    };
    let named = headings.iter().filter(is_title).min_by_key(|at| level(at));
    let first = || headings.iter().find(|at| level(at) == 1);
    named.or_else(first).copied()
}

/// The search for the article, and what it came to.
struct Region<'a> {
    page: &'a Page,
    headline: Option<usize>,
    /// Per line: characters of running text that nothing speaks against.
    prose: Vec<usize>,
    /// Per line: what the elements around it say against it.
    objections: Vec<Option<LeftOut>>,
    /// Per node: whether it stands in the article's element.
    inside: Vec<bool>,
    /// The first and the last running text of the article.
    ends: Option<(usize, usize)>,
    /// Per line: whether it is a paragraph of a lead that stands apart.
    leads: Vec<bool>,
}

impl<'a> Region<'a> {
    fn new(page: &'a Page, lines: &[Read], headline: Option<usize>) -> Self {
        let weights = Weights::new(page, lines, headline);
        // Per node: the innermost element around it that objects.
        let mut objecting: Vec<Option<LeftOut>> = vec![None];
        for at in 1..page.nodes.len() {
            let found = page
                .is_block(at)
                .then(|| objection(page, at, &weights))
                .flatten();
            let around = || objecting[page.nodes[at].parent].clone();
            objecting.push(found.or_else(around));
        }
        let objections: Vec<Option<LeftOut>> = lines
            .iter()
            .map(|read| objecting[read.node].clone())
            .collect();
        let clean = |(read, objection): (&Read, &Option<LeftOut>)| {
            if objection.is_none() { prose(read) } else { 0 }
        };
        Self {
            page,
            headline,
            prose: lines.iter().zip(&objections).map(clean).collect(),
            objections,
            inside: Vec::new(),
            ends: None,
            leads: Vec::new(),
        }
    }

    /// Finds the element of the article, and what that says of the lines.
    fn choose(&mut self, lines: &[Read]) {
        let top = self.container(lines);
        let top = top.map(|top| self.near(lines, top).unwrap_or(top));
        let top = top.map(|top| self.grow(lines, top));
        let top = top.or_else(|| self.fallback(lines));
        self.inside = vec![false; self.page.nodes.len()];
        if let Some(top) = top {
            self.inside[top..self.page.nodes[top].end].fill(true);
        }
        let is_text = |at: &usize| self.is_inside(lines, *at) && self.prose[*at] > 0;
        let first = (0..lines.len()).find(is_text);
        self.ends = first.zip((0..lines.len()).rfind(is_text));
        let mut count = 0;
        self.leads = (0..lines.len())
            .map(|at| {
                let is_lead = count < LEADS && self.is_lead(lines, at);
                count += usize::from(is_lead);
                is_lead
            })
            .collect();
    }

    fn is_inside(&self, lines: &[Read], at: usize) -> bool {
        self.inside[lines[at].node]
    }

    /// Whether a line stands between the headline and the text, and reads like a lead.
    fn is_lead(&self, lines: &[Read], at: usize) -> bool {
        let read = &lines[at];
        let text = &read.line.text;
        let is_long = text.chars().count() >= 60 && text.ends_with(['.', '!', '?']);
        let is_above = self.ends.is_some_and(|(first, _)| at < first)
            && self.headline.is_some_and(|headline| headline < at);
        let is_named = || {
            let mut around = self.page.ancestors(read.node).take(3);
            around.any(|at| {
                self.page.name(at) == "hgroup"
                    || SUBTITLES
                        .iter()
                        .any(|word| self.page.nodes[at].marks.contains(word))
            }) && text.chars().count() >= 8
        };
        is_above
            && self.objections[at].is_none()
            && read.linked < 0.4
            && (read.line.is_prose() || is_long || is_named())
    }

    /// Why a line is left out, by its place.
    fn reason(&self, lines: &[Read], at: usize) -> Option<LeftOut> {
        let read = &lines[at];
        if Some(at) == self.headline || self.leads[at] {
            return None;
        }
        let is_above = self.headline.is_some_and(|headline| at < headline);
        let is_early = self.ends.is_some_and(|(first, _)| at < first);
        let is_heading = read.line.kind == BlockKind::Heading;
        let most = if read.line.text.ends_with(['.', '!', '?']) {
            0.9
        } else {
            0.6
        };
        let is_link = read.linked > most && prose(read) == 0 && !is_heading;
        // A picture below the headline belongs to it, in whichever element it stands.
        let is_title_picture = (read.line.is_picture() || read.line.is_caption)
            && is_early
            && self
                .headline
                .is_some_and(|headline| headline < at && at - headline <= 8);
        if let Some(objection) = self.objections[at].as_ref() {
            let is_shown = read.line.is_caption || read.line.is_picture();
            if !(is_shown && objection.about() == About::Caption) {
                return Some(objection.clone());
            }
        }
        if is_title_picture {
            return None;
        }
        if !self.is_inside(lines, at) || is_above {
            return Some(LeftOut::Outside);
        }
        if is_early && !is_heading && !read.line.is_entry() && !self.begins(lines, at) {
            return Some(LeftOut::BeforeText);
        }
        if is_link && read.line.text.chars().count() > 3 && !read.line.is_picture() {
            return Some(LeftOut::AllLinks);
        }
        None
    }

    /// Whether a short line is the first of the text: a bold question, a sentence, beside the first
    /// running text.
    fn begins(&self, lines: &[Read], at: usize) -> bool {
        let Some((first, _)) = self.ends else {
            return false;
        };
        let read = &lines[at];
        let parent = |at: usize| self.page.nodes[lines[at].node].parent;
        let is_said = read
            .line
            .text
            .ends_with(['.', '?', '!', ':', '“', '"', '»']);
        let is_paragraph = self.page.name(read.node) == "p" || read.line.kind == BlockKind::Quote;
        parent(at) == parent(first) && is_paragraph && (is_said || read.is_strong)
    }

    /// The element whose own paragraphs hold most of the running text; of several alike the first.
    fn container(&self, lines: &[Read]) -> Option<usize> {
        let page = self.page;
        let mut scores: HashMap<usize, f64> = HashMap::new();
        let mut order = Vec::new();
        let below = self.headline.unwrap_or(0);
        for (at, read) in lines.iter().enumerate().skip(below) {
            if self.prose[at] == 0 {
                continue;
            }
            let mut shares = [1.0, 0.5, 0.25].into_iter();
            let is_holder =
                |at: &usize| matches!(page.name(*at), "p" | "li" | "blockquote" | "ul" | "ol");
            let around = page.blocks(read.node).skip_while(is_holder);
            for (node, share) in around.zip(&mut shares) {
                order.push(node);
                #[expect(clippy::cast_precision_loss, reason = "a length of a page fits")]
                let score = self.prose[at] as f64 * share;
                *scores.entry(node).or_default() += score;
            }
        }
        let best = scores.values().copied().fold(0.0, f64::max);
        let top = order.iter().find(|node| scores[*node] >= best)?;
        let is_alike = |node: &&usize| {
            scores[*node] * 2.0 >= best
                && page.nodes[**node].marks == page.nodes[*top].marks
                && page.name(**node) == page.name(*top)
        };
        order.iter().find(is_alike).copied()
    }

    /// The container within the innermost element that has the headline and running text, if that is
    /// a good part of what the whole page's best has: a long text beside a short article is another.
    /// The head of an article, with its lead, is not all of it.
    fn near(&self, lines: &[Read], top: usize) -> Option<usize> {
        let page = self.page;
        let headline = self.headline?;
        let mut amounts = self.prose.clone();
        amounts[..=headline].fill(0);
        let sums = sums(page, lines, &amounts);
        let around = page
            .blocks(lines[headline].node)
            .find(|node| page.name(*node) != "header" && sums[*node] > 0)?;
        let holds = page.ancestors(top).any(|node| node == around);
        (!holds && sums[around] * 4 >= sums[top]).then_some(around)
    }

    /// Takes the elements around a container in, as long as what they add is running text: an
    /// article that is built of sections has a container in each.
    fn grow(&self, lines: &[Read], top: usize) -> usize {
        let page = self.page;
        let below = self.headline.map_or(0, |at| at + 1);
        let counts = |at: usize| at >= below && self.objections[at].is_none();
        let amounts = |amount: &dyn Fn(usize) -> usize| -> Vec<usize> {
            let amount = |at| if counts(at) { amount(at) } else { 0 };
            (0..lines.len()).map(amount).collect()
        };
        let length = |at: usize| {
            let line = &lines[at].line;
            let is_text = !line.is_picture() && line.kind != BlockKind::Markup;
            usize::from(is_text && furniture::by_itself(line).is_none()) * line.text.chars().count()
        };
        let prose_in = sums(page, lines, &amounts(&|at| self.prose[at]));
        let all_in = sums(page, lines, &amounts(&length));
        let mut best = top;
        for outer in page.blocks(page.nodes[top].parent) {
            if matches!(page.name(outer), "body" | "html") {
                break;
            }
            let prose = prose_in[outer] - prose_in[best];
            let all = all_in[outer] - all_in[best];
            if prose > 0 && prose * 10 >= all * 7 {
                best = outer;
            } else if all > 0 {
                break;
            }
        }
        best
    }

    /// The element of an article without running text: what the page calls its main part, or the
    /// innermost element that has more than the headline.
    fn fallback(&self, lines: &[Read]) -> Option<usize> {
        let page = self.page;
        let has_text = |at: &usize| {
            let counts = |(read, objection): (&Read, &Option<LeftOut>)| {
                objection.is_none()
                    && read.line.kind != BlockKind::Heading
                    && (*at..page.nodes[*at].end).contains(&read.node)
            };
            lines.iter().zip(&self.objections).any(counts)
        };
        let named = |name: &'static str| page.all(0, name).find(|at| has_text(at));
        let around = || {
            let headline = &lines[self.headline?];
            let mut around = page.blocks(headline.node).skip(1);
            around.find(|at| page.name(*at) != "header" && has_text(at))
        };
        named("article").or_else(|| named("main")).or_else(around)
    }
}
