//! The best way through a corridor.

use super::habit::Habits;
use super::score::Scores;
use super::shape::{SHAPES, Step};

/// Steps without counterpart have these numbers among the shapes.
const ALONE: [(usize, usize); 2] = [(1, 0), (0, 1)];

/// The two states at a place: after a bead, and within a run of sentences without counterpart.
type States<T> = [T; 2];

/// Finds the best way from the beginning to the end. The first sentence of a run without
/// counterpart costs more than the further ones.
pub(super) fn best(scores: &Scores, p: &Habits) -> Vec<Step> {
    let corridor = &scores.corridor;
    let mut values: Vec<States<f32>> = vec![[f32::NEG_INFINITY; 2]; corridor.size()];
    // The shape that led to a state, and the state before it.
    let mut origins: Vec<States<(u8, u8)>> = vec![[(u8::MAX, 0); 2]; corridor.size()];
    let Some(first) = values.first_mut() else {
        return Vec::new();
    };
    first[0] = 0.0;
    let mut last = (0, 0, 0);
    for (i, j, here) in corridor.places() {
        last = (i, j, here);
        let [after, within] = values[here];
        let mut reach = |there: usize, state: usize, value: f32, origin: (u8, u8)| {
            if value > values[there][state] {
                values[there][state] = value;
                origins[there][state] = origin;
            }
        };
        for (shape, score) in scores.at(here) {
            let (a, b) = SHAPES[shape];
            if let Some(there) = corridor.place(i + a, j + b) {
                let origin = (shape as u8, u8::from(within > after));
                reach(there, 0, after.max(within) + score, origin);
            }
        }
        let (opened, extended) = (after + p.open, within + p.extend);
        for (number, (a, b)) in (SHAPES.len()..).zip(ALONE) {
            if let Some(there) = corridor.place(i + a, j + b) {
                let origin = (number as u8, u8::from(extended > opened));
                reach(there, 1, opened.max(extended), origin);
            }
        }
    }
    let mut steps = Vec::new();
    let (mut source, mut target, mut here) = last;
    let mut state = u8::from(values[here][1] > values[here][0]);
    while source + target > 0 {
        let (number, before) = origins[here][usize::from(state)];
        let number = usize::from(number);
        let shapes = SHAPES.iter().chain(&ALONE);
        let Some(shape) = shapes.copied().nth(number) else {
            break;
        };
        source -= shape.0;
        target -= shape.1;
        state = before;
        here = corridor.place(source, target).unwrap_or_default();
        steps.push(Step {
            source,
            target,
            shape,
        });
    }
    steps.reverse();
    steps
}
