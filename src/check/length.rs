use super::Pair;
use crate::language::{Writing, writing};

/// Units on each side that an article's own length is learnt from.
const NEAR: usize = 20;
/// How many units the language's own length counts as.
const PRIOR: f64 = 20.0;

/// How far the length of a translation is from what its language and its article make likely, in
/// standard deviations: below zero it is too short. None if satz does not know the language.
///
/// The logarithm of the quotient of lengths is about normal (Gale & Church 1993 model the lengths
/// themselves so), wider for short texts. Means and deviations are in the languages' files; the
/// units around correct the mean.
pub(super) fn deviation(pair: Pair<'_>) -> Option<f64> {
    let writing = writing(pair.translation.language())?;
    let units = &pair.translation.units;
    let first = pair.index.saturating_sub(NEAR);
    let near = &units[first..units.len().min(pair.index + NEAR + 1)];
    let (mut sum, mut count) = (0.0, PRIOR);
    for (index, unit) in near.iter().enumerate() {
        if index + first != pair.index {
            // One that is wrong itself must not teach much.
            sum += residual(&unit.source, &unit.target, writing).clamp(-0.3, 0.3);
            count += 1.0;
        }
    }
    let wide = (0.6 + 24.0 / (characters(pair.source()) + 5.0)).sqrt();
    let own = residual(pair.source(), pair.target(), writing) - sum / count;
    Some(own / (writing.spread * wide))
}

/// The logarithm of the lengths' quotient, less the language's mean.
fn residual(source: &str, target: &str, writing: &Writing) -> f64 {
    let quotient = (characters(target) + 5.0) / (characters(source) + 5.0);
    quotient.ln() - writing.length
}

#[allow(clippy::cast_precision_loss, reason = "no text is that long")]
fn characters(text: &str) -> f64 {
    text.chars().count() as f64
}
