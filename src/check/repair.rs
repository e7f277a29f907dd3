//! Which fixes are made: those that leave fewer findings than there were.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Finding, syntax, unknown_id};
use crate::text::{Edit, apply};

/// Texts are looked at so often at most before nothing more is tried.
const MOST_ROUNDS: usize = 8;

/// The edits that findings offer, but for those that set nothing right: the text with them is looked at
/// again by `check`, and a unit that has as many findings as before keeps its text. Of edits that
/// overlap the first counts.
pub fn certain_edits(
    text: &str,
    findings: &[Finding],
    mut check: impl FnMut(&str) -> Vec<Finding>,
) -> Vec<Edit> {
    let mut fixes = fixes(findings);
    let before = by_id(findings);
    for _ in 0..MOST_ROUNDS {
        let edits: Vec<Edit> = fixes.iter().map(|(_, edit)| (*edit).clone()).collect();
        if edits.is_empty() {
            return edits;
        }
        let found = check(&apply(text, &edits));
        let after = by_id(&found);
        let bad: FxHashSet<&str> = fixes
            .iter()
            .filter(|(finding, edit)| !is_better(finding, edit, &before, &after))
            .map(|(finding, _)| finding.id.as_str())
            .collect();
        if bad.is_empty() {
            return edits;
        }
        fixes.retain(|(finding, _)| !bad.contains(finding.id.as_str()));
    }
    Vec::new()
}

type Codes<'a> = FxHashMap<&'a str, Vec<&'static str>>;

/// The codes of what was found, by id.
fn by_id(findings: &[Finding]) -> Codes<'_> {
    let mut by_id = Codes::default();
    for finding in findings {
        let codes: &mut Vec<&'static str> = by_id.entry(&finding.id).or_default();
        codes.push(finding.diagnostic.code);
    }
    by_id
}

/// The findings with a fix that overlaps no earlier one.
fn fixes(findings: &[Finding]) -> Vec<(&Finding, &Edit)> {
    let offered = findings.iter();
    let offered = offered.filter_map(|finding| Some((finding, finding.fix.as_ref()?)));
    let mut fixes: Vec<_> = offered.collect();
    fixes.sort_by_key(|(_, edit)| (edit.span.start, edit.span.end));
    let mut end = 0;
    fixes.retain(|(_, edit)| {
        let is_free = edit.span.start >= end;
        if is_free {
            end = edit.span.end.max(edit.span.start + 1);
        }
        is_free
    });
    fixes
}

fn is_better<'a>(
    finding: &Finding,
    edit: &Edit,
    before: &'a Codes<'_>,
    after: &'a Codes<'_>,
) -> bool {
    let codes = |found: &'a Codes<'_>, id: &str| found.get(id).map_or(&[][..], Vec::as_slice);
    let (old, new) = (codes(before, &finding.id), codes(after, &finding.id));
    let code = finding.diagnostic.code;
    if code == unknown_id::CHECK.code {
        // Two messages may be meant to be one unit.
        !new.contains(&code) && !codes(after, &edit.text).contains(&"duplicate-id")
    } else if code == syntax::CHECK.code {
        // What is read for the first time has its first findings.
        !new.contains(&code) && !new.contains(&"duplicate-id")
    } else {
        new.len() < old.len()
    }
}
