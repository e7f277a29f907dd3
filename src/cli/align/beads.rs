use std::path::Path;

use super::super::context::Context;
use super::super::{Failure, Outcome};
use super::read;
use crate::bitext::{Known, Pair, Parameters, Sentence, align};

/// Prints which lines of two files translate each other.
pub(super) fn print(
    context: &mut Context<'_>,
    source: &Path,
    target: &Path,
    words: Vec<(String, String)>,
) -> Result<Outcome, Failure> {
    let source = read(context, source)?;
    let target = read(context, target)?;
    let pair = Pair {
        source: sentences(&source),
        target: sentences(&target),
    };
    let known = Known {
        words,
        ..Known::default()
    };
    let aligned = align(&[pair], &known, &Parameters::default());
    for bead in aligned.iter().flatten() {
        writeln!(context.out, "{bead}")?;
    }
    Ok(Outcome::Clean)
}

fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let sentence = |text| Sentence {
        text,
        ..Sentence::default()
    };
    text.lines().map(sentence).collect()
}
