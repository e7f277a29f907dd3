//! Which part of a page is its article.

use super::Line;
use super::data::fold;
use crate::document::{BlockKind, HtmlPage};
use std::collections::HashMap;

/// Most lines about the author at the end of a text.
const MOST_ABOUT_AUTHOR: usize = 5;

/// Most paragraphs of a lead that stand apart from the text below it.
const LEADS: usize = 3;

/// Words in a class, id or role that name what stands around an article.
const AROUND: [(&str, &str); 34] = [
    ("comment", "comments"),
    ("kommentar", "comments"),
    ("disqus", "comments"),
    ("related", "related"),
    ("verwandt", "related"),
    ("recommend", "related"),
    ("outbrain", "related"),
    ("taboola", "related"),
    ("mehrzumthema", "related"),
    ("mostread", "related"),
    ("meistgelesen", "related"),
    ("newsletter", "newsletter"),
    ("cookie", "cookies"),
    ("consent", "cookies"),
    ("sharing", "share"),
    ("share", "share"),
    ("social", "share"),
    ("breadcrumb", "navigation"),
    ("sidebar", "navigation"),
    ("footer", "navigation"),
    ("navigation", "navigation"),
    ("pagination", "navigation"),
    ("toolbar", "navigation"),
    ("paywall", "offer"),
    ("advert", "advertisement"),
    ("werbung", "advertisement"),
    ("anzeige", "advertisement"),
    ("affiliate", "advertisement"),
    ("author", "byline"),
    ("autor", "byline"),
    ("byline", "byline"),
    ("caption", "caption"),
    ("bildunterschrift", "caption"),
    ("crosslink", "related"),
];
/// Words that say so only when they stand alone.
const ALONE: [(&str, &str); 17] = [
    ("nav", "navigation"),
    ("menu", "navigation"),
    ("menue", "navigation"),
    ("pager", "navigation"),
    ("search", "navigation"),
    ("suche", "navigation"),
    ("toc", "navigation"),
    ("tags", "page"),
    ("meta", "page"),
    ("postmeta", "page"),
    ("rating", "page"),
    ("ad", "advertisement"),
    ("ads", "advertisement"),
    ("promo", "advertisement"),
    ("bio", "byline"),
    ("gallery", "caption"),
    ("screenreader", "page"),
];

/// What is known of a text of the page.
struct Known {
    /// Characters of running text, 0 for all else.
    prose: usize,
    /// Share of its characters that are links.
    links: f64,
    /// Why the elements around it speak against it.
    against: Option<String>,
}

/// Says of every text that is no part of the article why.
pub(super) fn mark(
    page: &HtmlPage,
    lines: &mut [Line],
    links: &[f64],
    titles: &[String],
    main: &str,
) {
    let weights = weights(page, lines, links);
    let headline = headline(page, lines, titles);
    let mut above = vec![false; page.nodes.len()];
    for node in ancestors(page, headline.and_then(|at| page.texts[at].1)) {
        above[node] = true;
    }
    let speaks = |node: usize| against(page, node, &weights, &above);
    let telling = innermost(page, |node| speaks(node).is_some());
    let main = fold(main);
    let found: Vec<bool> = lines
        .iter()
        .map(|line| {
            let text = fold(&line.text);
            text.len() >= 12 && main.contains(&text)
        })
        .collect();
    let known: Vec<Known> = lines
        .iter()
        .enumerate()
        .map(|(at, line)| Known {
            prose: if line.is_prose() && links[at] < 0.4 {
                line.text.chars().count()
            } else {
                0
            },
            links: links[at],
            against: page.texts[at]
                .1
                .and_then(|node| speaks(telling[node]?))
                .filter(|reason| !(found[at] && is_weak(reason))),
        })
        .collect();
    let top = container(page, &known, headline)
        .map(|top| near(page, &known, headline, top).unwrap_or(top))
        .map(|top| grow(page, lines, &known, headline, top));
    let within = innermost(page, |node| Some(node) == top);
    let inside: Vec<bool> = (0..lines.len())
        .map(|at| page.texts[at].1.is_some_and(|node| within[node].is_some()))
        .collect();
    // The library's choice counts where it means the same article.
    let sum = |both: bool| -> usize {
        (0..lines.len())
            .filter(|at| inside[*at] && (!both || found[*at]))
            .map(|at| known[at].prose)
            .sum()
    };
    let agree = sum(true) * 2 > sum(false);
    let prose = |at: &usize| inside[*at] && known[*at].prose > 0 && known[*at].against.is_none();
    let ends = (0..lines.len())
        .find(prose)
        .zip((0..lines.len()).rfind(prose));
    let between = |at: usize| ends.is_some_and(|(first, last)| first < at && at < last);
    let chosen: Vec<bool> = (0..lines.len())
        .map(|at| {
            inside[at]
                || top.is_none() && found[at]
                || found[at] && (agree && known[at].prose > 0 || between(at))
        })
        .collect();
    let first = (0..lines.len())
        .find(|at| chosen[*at] && known[*at].prose > 0 && known[*at].against.is_none());
    let mut leads = 0;
    for at in 0..lines.len() {
        if lines[at].left_out.is_some() || Some(at) == headline {
            continue;
        }
        let lead = leads < LEADS
            && known[at].against.is_none()
            && headline.is_some_and(|headline| headline < at)
            && first.is_some_and(|first| at < first)
            && (lines[at].is_prose() || is_lead(&lines[at].text))
            && known[at].links < 0.4;
        leads += usize::from(lead);
        let early = headline.is_some_and(|headline| at < headline);
        let link =
            known[at].links > 0.6 && known[at].prose == 0 && lines[at].kind != BlockKind::Heading;
        lines[at].left_out = if lead {
            None
        } else if let Some(reason) = &known[at].against {
            Some(reason.clone())
        } else if !chosen[at] || early {
            Some("page: stands outside the article".to_owned())
        } else if first.is_some_and(|first| at < first)
            && lines[at].kind != BlockKind::Heading
            && !found[at]
        {
            Some("page: a short line before the text begins".to_owned())
        } else if link && lines[at].text.chars().count() > 3 {
            Some("related: a line that is all links".to_owned())
        } else {
            None
        };
    }
    related(lines);
    author(lines);
    tail(lines, headline);
}

/// Whether a reason is only the name of an element, which is often a page's own word for a part of
/// its article.
fn is_weak(reason: &str) -> bool {
    let weak = ["advertisement", "navigation", "page", "share"];
    reason.contains("named") && weak.iter().any(|head| reason.starts_with(head))
}

fn is_lead(text: &str) -> bool {
    text.chars().count() >= 60 && text.ends_with(['.', '!', '?'])
}

/// Running text per element, and in the whole page at the end.
fn weights(page: &HtmlPage, lines: &[Line], links: &[f64]) -> Vec<usize> {
    let length = |at: usize| {
        let is_running = lines[at].is_prose() && links[at] < 0.4;
        is_running.then(|| lines[at].text.chars().count())
    };
    let lengths: Vec<usize> = (0..lines.len()).map(|at| length(at).unwrap_or(0)).collect();
    let mut weights = sums(page, &lengths);
    weights.push(lengths.iter().sum());
    weights
}

/// What the texts in each element come to.
fn sums(page: &HtmlPage, amounts: &[usize]) -> Vec<usize> {
    let mut sums = vec![0; page.nodes.len()];
    for ((_, node), amount) in page.texts.iter().zip(amounts) {
        if let Some(node) = node {
            sums[*node] += amount;
        }
    }
    // An element comes behind the one around it.
    for node in (0..sums.len()).rev() {
        if let Some(parent) = page.nodes[node].parent {
            sums[parent] += sums[node];
        }
    }
    sums
}

/// For each element the innermost one of a kind that it stands in, or it itself.
fn innermost(page: &HtmlPage, is: impl Fn(usize) -> bool) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = Vec::with_capacity(page.nodes.len());
    for (node, element) in page.nodes.iter().enumerate() {
        let around = element.parent.and_then(|parent| found[parent]);
        found.push(if is(node) { Some(node) } else { around });
    }
    found
}

fn ancestors(page: &HtmlPage, node: Option<usize>) -> impl Iterator<Item = usize> + '_ {
    std::iter::successors(node, |at| page.nodes[*at].parent)
}

/// What an element says against the texts in it. One that holds most of the page's text, or the
/// headline (`above`) and a good part of it, tells nothing.
fn against(page: &HtmlPage, at: usize, weights: &[usize], above: &[bool]) -> Option<String> {
    let total = weights.last().copied().unwrap_or(0);
    let element = &page.nodes[at];
    let whole = matches!(element.name.as_str(), "body" | "html" | "main" | "article");
    if whole || (weights[at] * 8 > total && above[at]) {
        return None;
    }
    let heading = element.name.starts_with('h') && element.name.len() == 2;
    let by_name = match element.name.as_str() {
        "nav" | "footer" | "select" | "button" | "form" => Some("navigation"),
        "aside" => Some("related"),
        "figcaption" => Some("caption"),
        _ => None,
    };
    // Comments can outweigh an article; a menu never does.
    let most = |reason: &str| {
        let share = if matches!(reason, "comments" | "related") {
            2
        } else {
            5
        };
        weights[at] * share > total
    };
    if let Some(reason) = by_name.filter(|reason| !most(reason)) {
        return Some(format!("{reason}: stands in `{}`", element.name));
    }
    let mut words = element.marks.split(|c: char| !c.is_alphanumeric());
    let marks = &element.marks;
    let found = AROUND
        .iter()
        .find(|(word, _)| marks.contains(word))
        .or_else(|| words.find_map(|one| ALONE.iter().find(|(word, _)| *word == one)))
        .filter(|(_, reason)| !heading && !most(reason))?;
    Some(format!(
        "{}: stands in an element named “{}”",
        found.1, found.0
    ))
}

/// The heading that the page calls its title. A short part of the title may be a subhead as well.
fn headline(page: &HtmlPage, lines: &[Line], titles: &[String]) -> Option<usize> {
    let titles: Vec<String> = titles.iter().map(|title| fold(title)).collect();
    let name = |node: usize| page.nodes[node].name.as_str();
    let levels = innermost(page, |node| {
        name(node).len() == 2 && name(node).starts_with('h') && name(node) != "hr"
    });
    let level = |at: &usize| {
        let heading = page.texts[*at].1.and_then(|node| levels[node]);
        heading.map_or("h9", name)
    };
    let headings: Vec<usize> = (0..lines.len())
        .filter(|at| lines[*at].kind == BlockKind::Heading)
        .collect();
    let named = headings.iter().filter(|at| {
        let text = fold(&lines[**at].text);
        text.len() >= 8
            && titles.iter().any(|title| {
                (title.contains(&text) && text.len() * 3 >= title.len()) || text.contains(title)
            })
    });
    named
        .min_by_key(|at| level(at))
        .or_else(|| headings.iter().find(|at| level(at) == "h1"))
        .copied()
}

/// The element whose own paragraphs hold most of the running text; of several alike the first.
fn container(page: &HtmlPage, known: &[Known], headline: Option<usize>) -> Option<usize> {
    let mut scores: HashMap<usize, f64> = HashMap::new();
    let mut order = Vec::new();
    for (at, known) in known.iter().enumerate() {
        if known.prose == 0
            || known.against.is_some()
            || headline.is_some_and(|headline| at < headline)
        {
            continue;
        }
        let share = [0.0, 1.0, 0.5, 0.25];
        let mut skipped = 0;
        for node in ancestors(page, page.texts[at].1).take(5) {
            if page.nodes[node].name.is_empty() {
                continue;
            }
            let holder = matches!(
                page.nodes[node].name.as_str(),
                "p" | "li" | "blockquote" | "ul" | "ol"
            );
            skipped = if skipped == 0 && holder {
                0
            } else {
                skipped + 1
            };
            if let Some(share) = share.get(skipped).filter(|_| skipped > 0) {
                order.push(node);
                #[allow(clippy::cast_precision_loss, reason = "a length of a page fits")]
                let score = known.prose as f64 * share;
                *scores.entry(node).or_default() += score;
            }
        }
    }
    let best = scores.values().copied().fold(0.0, f64::max);
    let top = order.iter().find(|node| scores[*node] >= best)?;
    let alike = |node: &&usize| {
        scores[*node] * 2.0 >= best
            && page.nodes[**node].marks == page.nodes[*top].marks
            && page.nodes[**node].name == page.nodes[*top].name
    };
    order.iter().find(alike).copied()
}

/// The container within the innermost element that has the headline and running text, if that is
/// a good part of what the whole page's best has: a long text beside a short article is another.
/// The head of an article, with its lead, is not all of it.
fn near(page: &HtmlPage, known: &[Known], headline: Option<usize>, top: usize) -> Option<usize> {
    let headline = headline?;
    let clean = |at: &usize| known[*at].prose > 0 && known[*at].against.is_none();
    let prose = |at: usize| usize::from(headline < at && clean(&at)) * known[at].prose;
    let sums = sums(page, &(0..known.len()).map(prose).collect::<Vec<_>>());
    let around = ancestors(page, page.texts[headline].1)
        .find(|node| page.nodes[*node].name != "header" && sums[*node] > 0)?;
    if ancestors(page, Some(top)).any(|node| node == around) || sums[around] * 4 < sums[top] {
        return None;
    }
    Some(around)
}

/// Takes the elements around a container in, as long as what they add is running text: an article
/// that is built of sections has a container in each.
fn grow(
    page: &HtmlPage,
    lines: &[Line],
    known: &[Known],
    headline: Option<usize>,
    top: usize,
) -> usize {
    let below = headline.map_or(0, |at| at + 1);
    let counts =
        |at: usize| at >= below && lines[at].left_out.is_none() && known[at].against.is_none();
    let sums = |amount: &dyn Fn(usize) -> usize| {
        let amount = |at: usize| if counts(at) { amount(at) } else { 0 };
        sums(page, &(0..known.len()).map(amount).collect::<Vec<_>>())
    };
    let prose_in = sums(&|at| known[at].prose);
    let all_in = sums(&|at| lines[at].text.chars().count());
    let mut best = top;
    for outer in ancestors(page, page.nodes[top].parent) {
        if matches!(page.nodes[outer].name.as_str(), "body" | "html") {
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

/// Leaves out what stands below a line that offers other articles, up to the next running text.
fn related(lines: &mut [Line]) {
    let mut below = false;
    for line in lines {
        match &line.left_out {
            Some(reason) if reason.starts_with("related: “") => below = true,
            None if line.is_prose() || line.kind == BlockKind::Heading => below = false,
            None if below => {
                line.left_out =
                    Some("related: a short line below an offer of other articles".to_owned());
            }
            _ => {}
        }
    }
}

/// Leaves out the last lines of the text below a line that introduces its author.
fn author(lines: &mut [Line]) {
    let byline = |line: &Line| {
        line.left_out
            .as_ref()
            .is_some_and(|reason| reason.starts_with("byline: “"))
    };
    let Some(at) = lines.iter().rposition(byline) else {
        return;
    };
    let kept = |line: &&mut Line| line.left_out.is_none();
    if lines[at..].iter_mut().filter(kept).count() > MOST_ABOUT_AUTHOR {
        return;
    }
    for line in lines[at..].iter_mut().filter(kept) {
        line.left_out = Some("byline: about the author, at the end".to_owned());
    }
}

/// Leaves out headings and short lines after the last running text.
fn tail(lines: &mut [Line], headline: Option<usize>) {
    let mut list = true;
    for at in (0..lines.len()).rev() {
        if Some(at) == headline {
            break;
        }
        let line = &mut lines[at];
        if line.left_out.is_some() {
            continue;
        }
        list &= line.kind == BlockKind::ListItem;
        if line.is_prose() || list {
            break;
        }
        line.left_out = Some("page: a short line after the text".to_owned());
    }
}
