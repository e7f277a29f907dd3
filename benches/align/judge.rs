//! How well alignments agree with those of a folder: `NAME.src.txt`, `NAME.tgt.txt`, `NAME.gold`.
//!
//! Precision counts every bead of the answer, recall the gold beads that have both sides; strict:
//! the very same bead, lax: one link in common (Sennrich & Volk 2010, §4).

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

type Bead = (Vec<usize>, Vec<usize>);

/// Counts of a folder.
#[derive(Debug, Default)]
pub(crate) struct Judgement {
    /// Strict hits, lax hits, and all beads: of the answers, then of the gold.
    answers: [f64; 3],
    gold: [f64; 3],
    /// Links in common, of the answers, of the gold.
    links: [f64; 3],
}

impl Judgement {
    /// Judges an aligner on a folder; it gets the lines of both sides.
    pub(crate) fn of(folder: &Path, align: impl Fn(&[String], &[String]) -> Vec<Bead>) -> Self {
        let mut out = Self::default();
        let entries = fs::read_dir(folder).expect("the folder named can be read");
        let mut names: Vec<String> = entries
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter_map(|name| Some(name.strip_suffix(".gold")?.to_owned()))
            .collect();
        names.sort();
        for name in names {
            let read = |ending: &str| -> Vec<String> {
                let path = folder.join(format!("{name}.{ending}"));
                let text = fs::read_to_string(path).expect("a gold file has both its texts");
                text.lines().map(str::to_owned).collect()
            };
            let gold: Vec<Bead> = read("gold").iter().filter_map(|line| bead(line)).collect();
            out.add(&gold, &align(&read("src.txt"), &read("tgt.txt")));
        }
        out
    }

    fn add(&mut self, gold: &[Bead], answer: &[Bead]) {
        let full = |beads: &[Bead]| -> Vec<Bead> {
            let both = |bead: &&Bead| !bead.0.is_empty() && !bead.1.is_empty();
            beads.iter().filter(both).cloned().collect()
        };
        add(&mut self.answers, hits(gold, answer));
        add(&mut self.gold, hits(&full(answer), &full(gold)));
        let (ours, theirs) = (links(answer), links(gold));
        let common = ours.intersection(&theirs).count();
        let counts = [common, ours.len(), theirs.len()].map(|count| count as f64);
        add(&mut self.links, counts);
    }

    /// F1 of beads strictly, of beads laxly, of links.
    pub(crate) fn f1(&self) -> [f64; 3] {
        let f1 = |precision: f64, recall: f64| 2.0 * precision * recall / (precision + recall);
        let [strict, lax] = [0, 1].map(|at: usize| {
            f1(
                self.answers[at] / self.answers[2],
                self.gold[at] / self.gold[2],
            )
        });
        let link = f1(self.links[0] / self.links[1], self.links[0] / self.links[2]);
        [strict, lax, link]
    }
}

fn add(sum: &mut [f64; 3], more: [f64; 3]) {
    for (sum, more) in sum.iter_mut().zip(more) {
        *sum += more;
    }
}

/// Strict hits, lax hits and all, of beads judged against others.
fn hits(truth: &[Bead], beads: &[Bead]) -> [f64; 3] {
    let (known, known_links) = (truth.iter().collect::<BTreeSet<_>>(), links(truth));
    let beads: BTreeSet<&Bead> = beads.iter().collect();
    let strict = beads.iter().filter(|bead| known.contains(*bead)).count();
    let is_near = |bead: &&&Bead| {
        let one = std::slice::from_ref(**bead);
        known.contains(**bead) || !links(one).is_disjoint(&known_links)
    };
    let lax = beads.iter().filter(is_near).count();
    [strict, lax, beads.len()].map(|count| count as f64)
}

fn links(beads: &[Bead]) -> BTreeSet<(usize, usize)> {
    let pairs = |(source, target): &Bead| -> Vec<(usize, usize)> {
        let with = |s: &usize| target.iter().map(|t| (*s, *t)).collect::<Vec<_>>();
        source.iter().flat_map(with).collect()
    };
    beads.iter().flat_map(pairs).collect()
}

/// Reads `[0, 1]:[0]`.
fn bead(line: &str) -> Option<Bead> {
    let list = |text: &str| -> Vec<usize> {
        let inner = text.trim().trim_start_matches('[').trim_end_matches(']');
        inner
            .split(',')
            .filter_map(|part| part.trim().parse().ok())
            .collect()
    };
    let mut parts = line.strip_prefix('[')?.split(':');
    Some((list(parts.next()?), list(parts.next()?)))
}
