//! How many units are in each state.

use std::ops::{AddAssign, Index, IndexMut};

use super::{Compared, Comparison, State};

/// How many units of a translation are in each state, and how many messages have no unit.
///
/// # Examples
/// ```
/// use satz::compare::{Counts, State};
/// let counts: Counts = [State::Current, State::Empty, State::Stale, State::Obsolete]
///     .into_iter()
///     .collect();
/// assert_eq!((counts.units(), counts.covered(), counts.percent()), (3, 2, 66));
/// assert_eq!(counts[State::Obsolete], 1);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts([usize; State::ALL.len()]);

impl Counts {
    /// All units: those in every state but obsolete.
    pub fn units(&self) -> usize {
        self.0.iter().sum::<usize>() - self[State::Obsolete]
    }

    /// Units that are done: current, empty or inherited.
    pub fn covered(&self) -> usize {
        let covered = State::ALL.into_iter().filter(|state| state.is_covered());
        covered.map(|state| self[state]).sum()
    }

    /// Share of the units that are covered, in whole percent, rounded down.
    pub fn percent(&self) -> usize {
        (self.covered() * 100)
            .checked_div(self.units())
            .unwrap_or(100)
    }
}

impl<I: Compared> Comparison<I> {
    /// How many units or messages are in each state.
    pub fn counts(&self) -> Counts {
        let states = self.items.iter().map(Compared::state);
        let obsolete = self.obsolete.iter().map(|_| State::Obsolete);
        states.chain(obsolete).collect()
    }
}

impl Index<State> for Counts {
    type Output = usize;

    fn index(&self, state: State) -> &usize {
        &self.0[state as usize]
    }
}

impl IndexMut<State> for Counts {
    fn index_mut(&mut self, state: State) -> &mut usize {
        &mut self.0[state as usize]
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        for (count, more) in self.0.iter_mut().zip(other.0) {
            *count += more;
        }
    }
}

impl FromIterator<State> for Counts {
    fn from_iter<I: IntoIterator<Item = State>>(states: I) -> Self {
        let mut counts = Self::default();
        for state in states {
            counts[state] += 1;
        }
        counts
    }
}
