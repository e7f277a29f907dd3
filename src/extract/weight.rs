//! How much running text stands in each element of a page.

use super::dom::Page;
use super::read::Read;

/// How much running text stands in each element.
#[derive(Debug)]
pub(super) struct Weights {
    sums: Vec<usize>,
    total: usize,
    /// Per element: whether the headline stands in it.
    above: Vec<bool>,
}

impl Weights {
    pub(super) fn new(page: &Page, lines: &[Read], headline: Option<usize>) -> Self {
        let amounts: Vec<usize> = lines.iter().map(prose).collect();
        let mut above = vec![false; page.nodes.len()];
        if let Some(headline) = headline {
            page.ancestors(lines[headline].node)
                .for_each(|at| above[at] = true);
        }
        Self {
            sums: sums(page, lines, &amounts),
            total: amounts.iter().sum(),
            above,
        }
    }

    /// Whether an element holds more than one part in `share` of the page's text.
    pub(super) fn is_more(&self, at: usize, share: usize) -> bool {
        self.sums[at] * share > self.total
    }

    /// Whether an element holds the headline and a good part of the text.
    pub(super) fn is_head(&self, at: usize) -> bool {
        self.above[at] && self.is_more(at, 8)
    }
}

/// Characters of running text in a line; none in one that is links.
pub(super) fn prose(read: &Read) -> usize {
    let is_prose = read.line.is_prose() && read.linked < 0.4;
    if is_prose {
        read.line.text.chars().count()
    } else {
        0
    }
}

/// What the amounts of the lines in each element come to.
pub(super) fn sums(page: &Page, lines: &[Read], amounts: &[usize]) -> Vec<usize> {
    let mut sums = vec![0; page.nodes.len()];
    for (read, amount) in lines.iter().zip(amounts) {
        sums[read.node] += amount;
    }
    // An element comes behind the one around it.
    for at in (1..sums.len()).rev() {
        sums[page.nodes[at].parent] += sums[at];
    }
    sums
}
