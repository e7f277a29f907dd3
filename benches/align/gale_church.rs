//! Alignment by length alone: Gale & Church 1993, characters, the full table.

const SHAPES: [(usize, usize, f64); 6] = [
    (1, 1, 0.89),
    (1, 0, 0.005),
    (0, 1, 0.005),
    (2, 1, 0.0445),
    (1, 2, 0.0445),
    (2, 2, 0.011),
];

/// Gives the beads as numbers of sentences of either side.
#[expect(clippy::many_single_char_names, reason = "the letters of the paper")]
pub(crate) fn align(source: &[String], target: &[String]) -> Vec<(usize, usize)> {
    let lengths = |texts: &[String]| -> Vec<f64> {
        let length = |text: &String| text.chars().count() as f64;
        texts.iter().map(length).collect()
    };
    let (a, b) = (lengths(source), lengths(target));
    let ratio = b.iter().sum::<f64>() / a.iter().sum::<f64>().max(1.0);
    let (n, m) = (a.len(), b.len());
    let mut best = vec![f64::INFINITY; (n + 1) * (m + 1)];
    let mut from = vec![0_usize; (n + 1) * (m + 1)];
    best[0] = 0.0;
    for i in 0..=n {
        for j in 0..=m {
            for (number, (p, q, prior)) in SHAPES.iter().enumerate() {
                if i < *p || j < *q {
                    continue;
                }
                let before = best[(i - p) * (m + 1) + j - q];
                let one: f64 = a[i - p..i].iter().sum();
                let two: f64 = b[j - q..j].iter().sum();
                let value = before - prior.ln() + cost(one, two, ratio);
                if value < best[i * (m + 1) + j] {
                    best[i * (m + 1) + j] = value;
                    from[i * (m + 1) + j] = number;
                }
            }
        }
    }
    let mut beads = Vec::new();
    let (mut i, mut j) = (n, m);
    while i + j > 0 {
        let (p, q, _) = SHAPES[from[i * (m + 1) + j]];
        beads.push((p, q));
        i -= p;
        j -= q;
    }
    beads.reverse();
    beads
}

/// The logarithm of the probability of a difference at least as large: a bound of the normal tail.
fn cost(source: f64, target: f64, ratio: f64) -> f64 {
    let mean = f64::midpoint(source, target / ratio);
    if mean == 0.0 {
        return 0.0;
    }
    let z = ((target - source * ratio) / (6.8 * mean).sqrt()).abs();
    z * z / 2.0 + (1.0 + z).ln()
}
