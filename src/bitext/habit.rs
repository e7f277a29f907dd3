//! How a translator works: how often sentences are joined, split and left out.

use super::parameters::Parameters;
use super::shape::{SHAPES, Step};

/// The scores of shapes and of sentences without counterpart, as a document has them.
#[derive(Debug, Clone)]
pub(super) struct Habits {
    /// By number of the shape.
    pub(super) shapes: [f32; SHAPES.len()],
    /// The first sentence of a run without counterpart.
    pub(super) open: f32,
    /// Each further one.
    pub(super) extend: f32,
}

impl Habits {
    /// What is usual.
    pub(super) fn usual(p: &Parameters) -> Self {
        Self {
            shapes: p.shapes,
            open: p.open,
            extend: p.extend,
        }
    }

    /// What a document's alignment shows, as far as there is enough of it.
    pub(super) fn of(steps: &[Step], p: &Parameters) -> Self {
        let mut out = Self::usual(p);
        let full = steps.iter().filter(|step| step.is_full()).count() as f32;
        let kind = |shape: (usize, usize)| match shape {
            (1, 1) => 0,
            (1, 2) | (2, 1) => 1,
            _ => 2,
        };
        let mut counts = [0.0_f32; 3];
        for step in steps.iter().filter(|step| step.is_full()) {
            counts[kind(step.shape)] += 1.0;
        }
        let shift = |count: f32, all: f32, usual: f32| {
            p.habit_weight * ((count + p.habit * usual) / (all + p.habit) / usual).ln()
        };
        for (score, shape) in out.shapes.iter_mut().zip(SHAPES) {
            let kind = kind(shape);
            *score += shift(counts[kind], full, p.usual_shapes[kind]);
        }
        let alone = |step: Option<&Step>| step.is_some_and(|step| !step.is_full());
        let begins =
            |at: &usize| alone(steps.get(*at)) && !alone(at.checked_sub(1).map(|at| &steps[at]));
        let runs = (0..steps.len()).filter(begins).count() as f32;
        out.open += shift(runs, full, p.usual_runs);
        out
    }
}
