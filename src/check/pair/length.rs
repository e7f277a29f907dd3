use super::{Article, Pair};

/// Units on each side that an article's own length is learnt from.
const NEAR: usize = 20;
/// How many units the language's own length counts as.
const PRIOR: f64 = 20.0;

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
    spread: f64,
}

impl Lengths {
    pub(super) fn of(article: &Article<'_>) -> Option<Self> {
        // How long a language is, is known beside German.
        let (from, to) = (article.from.writing?, article.to.writing?);
        let mean = to.length - from.length;
        let pairs = article.readings.iter();
        let residuals: Vec<f64> = pairs
            .map(|pair| residual(pair.source.count, pair.target.count, mean))
            .collect();
        let mut sum = 0.0;
        let mut sums = vec![sum];
        for residual in &residuals {
            sum += bounded(*residual);
            sums.push(sum);
        }
        Some(Self {
            residuals,
            sums,
            spread: to.spread.hypot(from.spread),
        })
    }

    /// How far the length of a unit's translation is from what is likely, in standard deviations.
    pub(super) fn deviation(&self, pair: Pair<'_>) -> f64 {
        let first = pair.index.saturating_sub(NEAR);
        let end = self.residuals.len().min(pair.index + NEAR + 1);
        let own = self.residuals[pair.index];
        let sum = self.sums[end] - self.sums[first] - bounded(own);
        let wide = (0.6 + 24.0 / (number(pair.readings().0.count) + 5.0)).sqrt();
        (own - sum / (PRIOR + number(end - first - 1))) / (self.spread * wide)
    }
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
