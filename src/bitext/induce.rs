//! A lexicon learnt from aligned sentences.

use super::lexicon::Lexicon;
use super::parameters::Parameters;

/// Sentences that belong together, as sorted types, each once; and how sure that is, 0.0–1.0.
#[derive(Debug)]
pub(super) struct Lesson {
    pub(super) source: Vec<u32>,
    pub(super) target: Vec<u32>,
    pub(super) weight: f32,
}

/// Learns which words translate each other: IBM model 1 in both directions, trained to agree.
///
/// Brown et al. 1993, §4.2; Liang, Taskar and Klein 2006 for the agreement.
pub(super) fn induce(lessons: &[Lesson], p: &Parameters) -> Lexicon {
    let small = |lesson: &&Lesson| lesson.source.len() * lesson.target.len() <= p.lesson;
    let lessons: Vec<&Lesson> = lessons.iter().filter(small).collect();
    let pairs = Pairs::of(&lessons);
    let count = pairs.sources.len();
    // How likely the target type is for the source type, and the other way round.
    let mut forth = vec![1.0_f32; count];
    let mut back = vec![1.0_f32; count];
    for _ in 0..p.steps {
        let mut counts = vec![0.0_f32; count];
        let mut rest = pairs.places.as_slice();
        for lesson in &lessons {
            let width = lesson.target.len();
            let places;
            (places, rest) = rest.split_at(lesson.source.len() * width);
            let rows = || places.chunks(width.max(1));
            let mut of_source = vec![0.0_f32; lesson.source.len()];
            let mut of_target = vec![0.0_f32; width];
            for (row, of_source) in rows().zip(&mut of_source) {
                for (at, of_target) in row.iter().zip(&mut of_target) {
                    *of_source += back[*at as usize];
                    *of_target += forth[*at as usize];
                }
            }
            for (row, of_source) in rows().zip(&of_source) {
                for (at, of_target) in row.iter().zip(&of_target) {
                    let at = *at as usize;
                    let total = of_source * of_target;
                    if total > 0.0 {
                        counts[at] += lesson.weight * forth[at] * back[at] / total;
                    }
                }
            }
        }
        forth = shares(&pairs.sources, &counts, p);
        back = shares(&pairs.targets, &counts, p);
    }
    let believed = |at: usize| {
        let weight = (forth[at] * back[at]).sqrt() * p.learnt_weight;
        let pair = (pairs.sources[at], pairs.targets[at], weight);
        let likely = forth[at].max(back[at]) >= p.learnt_floor && weight > p.learnt_least;
        (pairs.seen[at] >= 2 && likely).then_some(pair)
    };
    Lexicon::of((0..count).filter_map(believed).collect())
}

/// The pairs of types that stand in one lesson, in order.
#[derive(Default)]
struct Pairs {
    sources: Vec<u32>,
    targets: Vec<u32>,
    /// In how many lessons each does.
    seen: Vec<u32>,
    /// For each pair of each lesson, source by source, its place among them.
    places: Vec<u32>,
}

impl Pairs {
    /// Counts the pairs source type by source type, so that only the distinct ones are sorted.
    fn of(lessons: &[&Lesson]) -> Self {
        let mut size = 0;
        let mut rows: Vec<(u32, u32, u32)> = Vec::new();
        for (number, lesson) in (0..).zip(lessons) {
            for source in &lesson.source {
                rows.push((*source, number, size));
                size += lesson.target.len() as u32;
            }
        }
        rows.sort_unstable();
        let targets = lessons.iter().flat_map(|lesson| &lesson.target);
        let types = targets.max().map_or(0, |most| *most as usize + 1);
        let mut out = Self {
            places: vec![0; size as usize],
            ..Self::default()
        };
        // Of each target type: how often it stood beside the source type, then its place.
        let mut counts = vec![0_u32; types];
        let mut met: Vec<u32> = Vec::new();
        for same in rows.chunk_by(|a, b| a.0 == b.0) {
            for (_, lesson, _) in same {
                for target in &lessons[*lesson as usize].target {
                    let count = &mut counts[*target as usize];
                    if *count == 0 {
                        met.push(*target);
                    }
                    *count += 1;
                }
            }
            met.sort_unstable();
            for target in &met {
                let count = &mut counts[*target as usize];
                out.seen.push(*count);
                *count = out.sources.len() as u32;
                out.sources.push(same[0].0);
                out.targets.push(*target);
            }
            for (_, lesson, start) in same {
                let row = &mut out.places[*start as usize..];
                for (place, target) in row.iter_mut().zip(&lessons[*lesson as usize].target) {
                    *place = counts[*target as usize];
                }
            }
            for target in met.drain(..) {
                counts[target as usize] = 0;
            }
        }
        out
    }
}

/// Each count as a share of all those of its type.
fn shares(types: &[u32], counts: &[f32], p: &Parameters) -> Vec<f32> {
    let most = types.iter().max().map_or(0, |most| *most as usize + 1);
    let mut sums = vec![p.learnt_doubt; most];
    for (number, count) in types.iter().zip(counts) {
        sums[*number as usize] += count;
    }
    let share = |(number, count): (&u32, &f32)| {
        let sum = sums[*number as usize];
        if sum > 0.0 { count / sum } else { 0.0 }
    };
    types.iter().zip(counts).map(share).collect()
}
