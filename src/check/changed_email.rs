//! An e-mail address that is not the German one, or is gone.
//!
//! Why it matters: mail goes to somebody else, or to nobody.
//! Example: `info3@example.org` for `info35@example.org`. Fix: none; another office may
//! answer the readers of another language.

use super::pair::difference::differences;
use super::{Check, Find, Flaw, Pair};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "changed-email",
    category: "email",
    severity: Severity::Error,
    manual: include_str!("changed_email.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.readings();
    for difference in differences(&source.markup().mails, &target.markup().mails) {
        flaws.push(difference.flaw("e-mail address"));
    }
}
