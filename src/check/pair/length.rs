//! How long translations of an article are, and which of them stand out.

use super::reading::Reading;
use super::{Article, Pair};

/// Units on each side that an article's own length is learnt from.
const NEAR: usize = 20;
/// How many units the language's own length counts as.
const PRIOR: f64 = 20.0;
/// How many units the language's own spread counts as.
const STEADY: f64 = 12.0;
/// What a unit counts for at most when the spread is learnt: one that is wrong itself must not teach much.
const SQUARE: f64 = 4.0;
/// Words of a translation that the source may hold as they are.
const HELD: usize = 4;

/// How long the translations of an article are, beside what their language makes likely.
///
/// The logarithm of the quotient of lengths is about normal (Gale & Church 1993 model the lengths
/// themselves so), wider for short texts. Means and deviations are in the languages' files; the
/// units around correct the mean.
#[derive(Debug)]
pub(super) struct Lengths {
    /// Of each unit the logarithm of the lengths' quotient, less the language's mean.
    residuals: Vec<f64>,
    /// The sums of those before each unit, none counted for much.
    sums: Vec<f64>,
    /// Of each unit the square of its deviation, summed alike.
    squares: Vec<f64>,
    spread: f64,
}

impl Lengths {
    pub(super) fn of(article: &Article<'_>) -> Option<Self> {
        // How long a language is, is known beside German.
        let (from, to) = (article.from.writing?, article.to.writing?);
        let mean = to.length - from.length;
        let pairs = article.readings.iter();
        let residuals: Vec<f64> = pairs
            .map(|pair| {
                let (source, target) = (&pair.source, &pair.target);
                if holds(source, target) {
                    return 0.0;
                }
                residual(source.count, target.count, mean)
            })
            .collect();
        let mut lengths = Self {
            sums: sums(residuals.iter().map(|residual| bounded(*residual))),
            residuals,
            squares: Vec::new(),
            spread: to.spread.hypot(from.spread),
        };
        let counts = article.readings.iter().map(|pair| pair.source.count);
        let squares = (0..).zip(counts).map(|(index, count)| {
            let deviation = lengths.usual_deviation(index, count);
            (deviation * deviation).min(SQUARE)
        });
        lengths.squares = sums(squares);
        Some(lengths)
    }

    /// How far the length of a unit's translation is from what is likely, in standard deviations.
    pub(super) fn deviation(&self, pair: Pair<'_>) -> f64 {
        let (first, end) = self.near(pair.index);
        let deviation = self.usual_deviation(pair.index, pair.readings().0.count);
        let others = self.squares[end] - self.squares[first] - (deviation * deviation).min(SQUARE);
        let square = (STEADY + others) / (STEADY + number(end - first - 1));
        deviation / square.max(1.0).sqrt()
    }

    /// The same as if all articles were translated equally freely.
    fn usual_deviation(&self, index: usize, source_count: usize) -> f64 {
        let (first, end) = self.near(index);
        let residual = self.residuals[index];
        let others = self.sums[end] - self.sums[first] - bounded(residual);
        let wide = (0.6 + 24.0 / (number(source_count) + 5.0)).sqrt();
        (residual - others / (PRIOR + number(end - first - 1))) / (self.spread * wide)
    }

    /// The units around one, itself among them.
    fn near(&self, index: usize) -> (usize, usize) {
        let end = self.residuals.len().min(index + NEAR + 1);
        (index.saturating_sub(NEAR), end)
    }
}

/// The sums of the values before each place.
fn sums(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut sum = 0.0;
    let mut sums = vec![sum];
    for value in values {
        sum += value;
        sums.push(sum);
    }
    sums
}

/// Whether a source ends with the words of its translation: it gives the original besides.
fn holds(source: &Reading<'_>, target: &Reading<'_>) -> bool {
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let (source, target) = (&source.words, &target.words);
    let mut ends = source.iter().rev().zip(target.iter().rev());
    target.len() >= HELD
        && source.len() > target.len()
        && ends.all(|(one, other)| letters(one.text) == letters(other.text))
}

/// One that is wrong itself must not teach much.
fn bounded(residual: f64) -> f64 {
    residual.clamp(-0.3, 0.3)
}

fn residual(source: usize, target: usize, mean: f64) -> f64 {
    let quotient = (number(target) + 5.0) / (number(source) + 5.0);
    quotient.ln() - mean
}

#[allow(clippy::cast_precision_loss, reason = "no text is that long")]
fn number(count: usize) -> f64 {
    count as f64
}
