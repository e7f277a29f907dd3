//! Random histories: an article is edited, a translator and other tools work in between, `sync` runs
//! after each step. What must hold after every one of them is `World::sync` and `World::holds`.
//!
//! `PROPTEST_CASES` says how many histories, `SATZ_STEPS` how many steps each.

mod foreign;
mod marks;
mod steps;
mod world;

use std::panic::AssertUnwindSafe;

use proptest::prelude::*;

use self::foreign::Foreign;
use self::steps::{Step, steps};
use self::world::World;

fn live(seeds: &[usize], steps: &[Step], notes: bool) {
    let mut world = World::new(seeds, notes);
    world.holds();
    for step in steps {
        world.step(*step);
        world.sync();
        world.holds();
    }
}

#[test]
fn remarks_stay_when_sentences_are_joined() {
    live(&[0, 0], &[Step::Remark(1), Step::Merge(0)], true);
    live(
        &[1, 2, 3],
        &[
            Step::Remark(1),
            Step::Remark(2),
            Step::Merge(0),
            Step::Merge(0),
        ],
        true,
    );
}

#[test]
fn a_joined_and_divided_text_is_not_taken_for_one_part() {
    let steps = [
        Step::Insert(2, 1),
        Step::Reword(0, 20),
        Step::Merge(2),
        Step::Merge(4),
        Step::Undo,
    ];
    live(&[0, 0, 0, 0, 1, 0], &steps, true);
}

#[test]
fn a_text_edited_while_stale_is_not_current_when_the_german_returns() {
    for notes in [true, false] {
        live(
            &[0],
            &[Step::Reword(0, 1), Step::Edit(0), Step::Undo],
            notes,
        );
    }
}

#[test]
fn a_text_that_covered_a_sentence_that_went_is_not_current() {
    let steps = [
        Step::Merge(0),
        Step::Accept(0),
        Step::Split(0),
        Step::Accept(0),
        Step::Delete(1),
    ];
    for notes in [true, false] {
        live(&[0, 5], &steps, notes);
    }
}

#[test]
fn a_covered_sentence_that_returns_behind_another_is_not_covered_by_that() {
    let steps = [
        Step::Merge(0),
        Step::Accept(0),
        Step::Split(0),
        Step::Accept(0),
        Step::Delete(0),
        Step::Delete(0),
        Step::Insert(0, 41),
        Step::FillAll,
        Step::Restore(1, 0),
    ];
    live(&[0, 5], &steps, true);
}

#[test]
fn a_joined_text_whose_first_sentence_went_is_not_current_when_that_returns() {
    let steps = [Step::Merge(2), Step::Undo, Step::Delete(14), Step::Undo];
    for notes in [true, false] {
        live(&[0, 0, 1, 0], &steps, notes);
    }
}

#[test]
fn a_side_of_a_conflict_that_was_for_two_sentences_is_not_current_for_one() {
    let steps = [
        Step::Duplicate(4, 55),
        Step::Merge(12),
        Step::Accept(2),
        Step::Foreign(Foreign::Conflict, 11),
        Step::Split(12),
        Step::AcceptAll,
        Step::Merge(2),
        Step::Split(8),
    ];
    live(&[37], &steps, true);
}

#[test]
fn what_a_settled_id_settles_in_turn_is_settled_in_the_same_run() {
    let doubled = [
        Step::Merge(6),
        Step::Edit(10),
        Step::Restore(13, 56),
        Step::Undo,
        Step::Foreign(Foreign::DoubledMessage, 0),
        Step::Undo,
        Step::Edit(0),
        Step::Delete(6),
        Step::Foreign(Foreign::Shuffle(9), 1),
        Step::Undo,
        Step::Reword(1, 16),
    ];
    live(&[45, 35, 48], &doubled, false);
    let torn = [
        Step::Delete(14),
        Step::Insert(10, 16),
        Step::FillAll,
        Step::Merge(3),
        Step::Move(8, 34),
        Step::Restore(15, 37),
        Step::Undo,
        Step::Restore(10, 30),
        Step::Split(2),
        Step::Move(10, 35),
    ];
    live(&[23, 16, 32, 8, 25, 39, 37], &torn, true);
}

#[test]
fn a_part_is_not_covered_by_a_text_that_was_made_for_the_first_part_alone() {
    let steps = [
        Step::Foreign(Foreign::DeletedMessage, 10),
        Step::Move(9, 8),
        Step::Foreign(Foreign::Conflict, 7),
        Step::Undo,
        Step::Merge(2),
        Step::Restore(11, 49),
        Step::Merge(3),
        Step::Retype(3),
        Step::Undo,
        Step::Undo,
        Step::Split(2),
    ];
    live(&[35, 1, 5, 33, 17, 20, 1], &steps, false);
}

#[test]
fn pruning_leaves_both_of_a_doubled_id_or_none() {
    let steps = [
        Step::Foreign(Foreign::DoubledMessage, 8),
        Step::Reword(8, 3),
        Step::Delete(10),
        Step::Restore(1, 43),
        Step::Prune,
        Step::Restore(14, 37),
    ];
    live(&[30], &steps, true);
}

#[test]
fn of_several_messages_of_one_unit_each_covers_what_it_covered() {
    let steps = [
        Step::Insert(11, 54),
        Step::Foreign(Foreign::Conflict, 5),
        Step::Delete(3),
        Step::Swap(2, 30),
        Step::Merge(5),
        Step::Accept(7),
        Step::Reword(14, 42),
        Step::Retype(0),
        Step::Merge(9),
        Step::Undo,
        Step::Reword(2, 63),
    ];
    live(&[5, 40, 52], &steps, false);
    let joined = [
        Step::Foreign(Foreign::Conflict, 0),
        Step::Insert(7, 25),
        Step::Foreign(Foreign::Append, 11),
        Step::Reword(8, 39),
        Step::Accept(12),
        Step::Undo,
        Step::Merge(0),
        Step::Split(2),
        Step::Foreign(Foreign::DeletedMessage, 2),
    ];
    live(&[13], &joined, false);
}

proptest! {
    #![proptest_config(ProptestConfig {
        // `shortest` knows better what can be left out.
        max_shrink_iters: 0,
        ..crate::support::properties(64)
    })]

    #[test]
    fn histories_lose_nothing_and_keep_what_is_current(
        seeds in prop::collection::vec(0..64_usize, 0..8),
        steps in steps(),
        notes in prop::bool::weighted(0.8),
    ) {
        if fails(&seeds, &steps, notes) {
            let (seeds, steps) = shortest(seeds, steps, notes);
            panic!("{}", story(&seeds, &steps, notes));
        }
    }

    #[test]
    fn pruning_takes_what_is_obsolete_and_nothing_else(
        seeds in prop::collection::vec(0..64_usize, 1..8),
        steps in steps(),
    ) {
        let mut world = World::new(&seeds, true);
        for step in &steps {
            world.step(*step);
            world.sync();
        }
        let before = world.items();
        let pruned = world.once(true);
        let after = world.items();
        prop_assert_eq!(before.len(), after.len());
        for (a, b) in before.iter().zip(&after) {
            prop_assert_eq!((a.state, &a.target), (b.state, &b.target));
            let served = b.target_id.as_ref().map(ToString::to_string);
            prop_assert!(served.is_none_or(|id| !pruned.contains(&id)));
        }
    }
}

/// A history as a person reads it: each step, and the locale's catalog after it.
fn story(seeds: &[usize], steps: &[Step], notes: bool) -> String {
    let mut world = World::new(seeds, notes);
    let mut out = format!("live(&{seeds:?}, &{steps:?}, {notes})\n{}", world.locale);
    for step in steps {
        world.step(*step);
        let german = format!("{:?}", world.sentences);
        let run = std::panic::catch_unwind(AssertUnwindSafe(|| world.sync()));
        out = format!("{out}\n-- {step:?}: {german}\n{}", world.locale);
        if run.is_err() {
            return out;
        }
    }
    out
}

fn fails(seeds: &[usize], steps: &[Step], notes: bool) -> bool {
    std::panic::catch_unwind(|| live(seeds, steps, notes)).is_err()
}

/// A history that fails as well, and from which no sentence and no step can be left out.
fn shortest(mut seeds: Vec<usize>, mut steps: Vec<Step>, notes: bool) -> (Vec<usize>, Vec<Step>) {
    loop {
        let size = (seeds.len(), steps.len());
        for at in (0..steps.len()).rev() {
            let mut fewer = steps.clone();
            fewer.remove(at);
            if fails(&seeds, &fewer, notes) {
                steps = fewer;
            }
        }
        for at in (0..seeds.len()).rev() {
            let mut fewer = seeds.clone();
            fewer.remove(at);
            if fails(&fewer, &steps, notes) {
                seeds = fewer;
            }
        }
        if size == (seeds.len(), steps.len()) {
            return (seeds, steps);
        }
    }
}
