//! Where translations come from, for people.

use crate::report::look::{FAINT, Look, STRONG};
use crate::report::provenance::{Origins, by_article};
use crate::report::verdict::counted;
use crate::report::{Provenance, Sentence, put};

/// So many sentences are shown to people; the forms for programs have all.
const SHOWN: usize = 10;

/// A line per article, and below it its first sentences that a machine, the memory or a file made, that
/// somebody reviewed, or of which git says something else than their marks.
pub(super) fn provenance(provenance: &Provenance, look: Look) -> String {
    let mut out = String::new();
    let mut listed = 0;
    for sentences in by_article(provenance) {
        let sum = Origins::of(sentences);
        let head = format!("{} {}", sentences[0].locale, sentences[0].article);
        put(
            &mut out,
            format_args!("{}  {}\n", look.paint(STRONG, &head), counts(&sum)),
        );
        let is_marked =
            |sentence: &&Sentence| sentence.made != "person" || sentence.review.is_some();
        for sentence in sentences.iter().filter(is_marked) {
            listed += 1;
            if listed <= SHOWN {
                let remarks = look.paint(FAINT, &remarks(sentence).join("; "));
                put(&mut out, format_args!("  {}  {remarks}\n", sentence.id));
            }
        }
    }
    if listed > SHOWN {
        let more = listed - SHOWN;
        put(
            &mut out,
            format_args!("{more} more sentences with marks; --format json, csv or html has all\n"),
        );
    }
    let sum = Origins::of(&provenance.sentences);
    put(&mut out, format_args!("in all  {}\n", counts(&sum)));
    out
}

/// What is to be said of a sentence.
fn remarks(sentence: &Sentence) -> Vec<String> {
    let mut remarks = Vec::new();
    if sentence.made != "person" {
        remarks.push(sentence.made.clone());
    }
    if let Some((name, date)) = &sentence.review {
        remarks.push(format!("reviewed by {name} {date}"));
    }
    if let Some(text) = &sentence.written {
        remarks.push(format!("text by {} in {:.9}", text.name, text.commit));
    }
    if let Some(review) = &sentence.reviewed {
        let by = format!("review by {} in {:.9}", review.name, review.commit);
        remarks.push(format!("{by}, signature {}", review.signature));
    }
    if sentence.is_own_review {
        remarks.push("who reviewed it wrote it".to_owned());
    }
    if sentence.is_other_name {
        remarks.push("committed under another name than the review has".to_owned());
    }
    remarks
}

fn counts(sum: &Origins) -> String {
    let mut parts = vec![counted(sum.sentences, "sentence")];
    for (count, what) in [
        (sum.machine, "by a machine"),
        (sum.raw_machine, "of these not reviewed"),
        (sum.reviewed, "reviewed"),
    ] {
        if count > 0 {
            parts.push(format!("{count} {what}"));
        }
    }
    parts.join(", ")
}
