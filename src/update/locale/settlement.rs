//! Whether a translation counts as made for its German: a pure function over what is known of the two.

/// What becomes of the id of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Settlement {
    /// It takes the id of its unit: it is current.
    Present,
    /// It has the id that it had.
    Keep,
    /// It takes an id that is bound to its value and to the German that it was made for.
    Bind,
    /// It takes an id that says that nobody knows which German it was made for.
    Unsettle,
}

/// What is known of a message and its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Facts {
    /// Its value was made for exactly what the unit says now.
    Restored,
    /// It is empty: another unit covers this one.
    Empty {
        /// Whether a person said that it is right so.
        is_accepted: bool,
        /// Whether the text of that one is up to date.
        is_present: bool,
    },
    /// Its value comes from several messages, or from another article.
    Arrived {
        /// Whether it is known which German it was made for.
        is_known: bool,
    },
    /// Its value is its own, and its id has another tag than the unit: the German changed.
    Revised {
        /// Whether the id says which value and German it is bound to.
        is_bound: bool,
        /// Whether it is and was one unit's alone.
        is_alone: bool,
        /// Whether a note tells that the value is the one that became stale.
        is_told: bool,
        /// What is known of the value.
        value: Made,
    },
    /// Its value is its own, and its id is the unit's.
    Same {
        /// Where the unit was before.
        origin: Origin,
        /// What is known of the value.
        value: Made,
    },
}

/// Where a unit was, whose message has its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// Nowhere.
    New {
        /// Whether it covers the units that follow it as its file tells.
        follows: bool,
    },
    /// In the source catalog, under another id.
    Elsewhere,
    /// In the source catalog, under the id of the message.
    There {
        /// Whether it covers the units that it covered, and those are current.
        covers_the_same: bool,
        /// Whether a person settled it with all that it covers.
        is_accepted: bool,
    },
}

/// What is known of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Made {
    /// Whether it is known which German it was made for.
    pub(super) is_known: bool,
    /// Whether a note says that it was made for none that is known.
    pub(super) is_unsettled: bool,
}

/// What becomes of the id of a message, by what is known of it.
pub(super) fn settle(facts: Facts) -> Settlement {
    let (is_kept, may_bind) = match facts {
        Facts::Empty {
            is_present: false, ..
        } => return Settlement::Unsettle,
        Facts::Restored
        | Facts::Empty {
            is_accepted: true, ..
        } => return Settlement::Present,
        Facts::Empty {
            is_accepted: false, ..
        } => return Settlement::Keep,
        Facts::Arrived { is_known } => (false, is_known),
        Facts::Revised {
            is_bound,
            is_alone,
            is_told,
            value,
        } => {
            let may_bind = value.is_known && !value.is_unsettled;
            (is_bound || (is_alone && is_told), may_bind)
        }
        Facts::Same { origin, value } => (is_still_right(origin, value), value.is_known),
    };
    match (is_kept, may_bind) {
        (true, _) => Settlement::Keep,
        (false, true) => Settlement::Bind,
        (false, false) => Settlement::Unsettle,
    }
}

/// Whether a message that has the id of its unit was made for what the unit, with those that it covers,
/// says now.
fn is_still_right(origin: Origin, value: Made) -> bool {
    match origin {
        Origin::There {
            covers_the_same,
            is_accepted,
        } => covers_the_same || (is_accepted && !value.is_known),
        Origin::Elsewhere => !value.is_unsettled,
        Origin::New { follows } => follows && !value.is_unsettled,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNKNOWN: Made = Made {
        is_known: false,
        is_unsettled: false,
    };
    const KNOWN: Made = Made {
        is_known: true,
        is_unsettled: false,
    };
    const UNSETTLED: Made = Made {
        is_known: false,
        is_unsettled: true,
    };
    const BOTH: Made = Made {
        is_known: true,
        is_unsettled: true,
    };

    #[test]
    fn what_is_restored_empty_or_arrived() {
        let empty = |is_accepted, is_present| Facts::Empty {
            is_accepted,
            is_present,
        };
        let rows = [
            (Facts::Restored, Settlement::Present),
            (empty(true, true), Settlement::Present),
            (empty(false, true), Settlement::Keep),
            (empty(true, false), Settlement::Unsettle),
            (empty(false, false), Settlement::Unsettle),
            (Facts::Arrived { is_known: true }, Settlement::Bind),
            (Facts::Arrived { is_known: false }, Settlement::Unsettle),
        ];
        for (facts, expected) in rows {
            assert_eq!(settle(facts), expected, "{facts:?}");
        }
    }

    #[test]
    fn where_the_german_changed() {
        use Settlement::{Bind, Keep, Unsettle};
        // Bound, alone, told; then by what is known of the value: nothing, its German, that it is
        // unsettled, both.
        let rows = [
            ([false, false, false], [Unsettle, Bind, Unsettle, Unsettle]),
            ([false, false, true], [Unsettle, Bind, Unsettle, Unsettle]),
            ([false, true, false], [Unsettle, Bind, Unsettle, Unsettle]),
            ([false, true, true], [Keep, Keep, Keep, Keep]),
            ([true, false, false], [Keep, Keep, Keep, Keep]),
            ([true, false, true], [Keep, Keep, Keep, Keep]),
            ([true, true, false], [Keep, Keep, Keep, Keep]),
            ([true, true, true], [Keep, Keep, Keep, Keep]),
        ];
        for ([is_bound, is_alone, is_told], expected) in rows {
            for (value, expected) in [UNKNOWN, KNOWN, UNSETTLED, BOTH].into_iter().zip(expected) {
                let facts = Facts::Revised {
                    is_bound,
                    is_alone,
                    is_told,
                    value,
                };
                assert_eq!(settle(facts), expected, "{facts:?}");
            }
        }
    }

    #[test]
    fn where_the_id_is_the_units() {
        use Settlement::{Bind, Keep, Unsettle};
        let there = |covers_the_same, is_accepted| Origin::There {
            covers_the_same,
            is_accepted,
        };
        let rows = [
            (
                Origin::New { follows: false },
                [Unsettle, Bind, Unsettle, Bind],
            ),
            (Origin::New { follows: true }, [Keep, Keep, Unsettle, Bind]),
            (Origin::Elsewhere, [Keep, Keep, Unsettle, Bind]),
            (there(false, false), [Unsettle, Bind, Unsettle, Bind]),
            (there(false, true), [Keep, Bind, Keep, Bind]),
            (there(true, false), [Keep, Keep, Keep, Keep]),
            (there(true, true), [Keep, Keep, Keep, Keep]),
        ];
        for (origin, expected) in rows {
            for (value, expected) in [UNKNOWN, KNOWN, UNSETTLED, BOTH].into_iter().zip(expected) {
                let facts = Facts::Same { origin, value };
                assert_eq!(settle(facts), expected, "{facts:?}");
            }
        }
    }
}
