//! Whether a change of the German corrects a slip and changes nothing that is said.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::changed_facts;

/// Words of fewer letters are told apart by single letters: "in" and "im", "er" and "es".
const SHORTEST: usize = 4;
/// Letters typed wrong, left out, doubled or swapped in one word.
const SLIPS: usize = 2;

/// Whether a change of a sentence looks like the correction of a slip: marks or capitals only, or
/// one word by a letter or two, and no number, date, name or negation. A guess that a person has to
/// confirm: "nicht" and "nichts" are refused, but "alte" and "alle" are not.
pub fn is_slip(old: &str, new: &str, locale: &str) -> bool {
    if !changed_facts(old, new, locale).is_empty() {
        return false;
    }
    let (was, now) = (words(old), words(new));
    let ops = capture_diff_slices(Algorithm::Myers, &was, &now);
    let mut changed = ops.iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    let (first, second) = (changed.next(), changed.next());
    match (first, second) {
        (None, _) => old != new,
        // Two words may have been one, but two that changed are a rewording.
        (Some(op), None) if op.old_range().len() == 1 || op.new_range().len() == 1 => {
            let (was, now) = (was[op.old_range()].concat(), now[op.new_range()].concat());
            let shorter = was.chars().count().min(now.chars().count());
            shorter >= SHORTEST && strsim::osa_distance(&was, &now) <= SLIPS
        }
        _ => false,
    }
}

/// The words of a sentence in lower case, without marks.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_told_from_changes() {
        for (old, new, slip) in [
            (
                "Gegen Mitag waren alle da.",
                "Gegen Mittag waren alle da.",
                true,
            ),
            ("Er kommt aus dem Hafne.", "Er kommt aus dem Hafen.", true),
            ("Er kommt und geht", "Er kommt, und geht.", true),
            ("Er wusste nicht viel.", "Er wusste nichts viel.", false),
            ("Es kostet 1,5 Euro.", "Es kostet 15 Euro.", false),
            ("Im Juni beginnt es.", "Im Juli beginnt es.", false),
            ("Er wohnt in Bern.", "Er wohnt in Berg.", false),
            ("Er ist da.", "Es ist da.", false),
            ("Die alte Mole steht.", "Die neue Mole steht.", false),
            (
                "Die Mole stehd seid Mai.",
                "Die Mole steht seit Mai.",
                false,
            ),
        ] {
            assert_eq!(is_slip(old, new, "de"), slip, "{old} → {new}");
        }
    }
}
