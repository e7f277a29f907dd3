//! A link to a section or an article that is not there.
//!
//! Why it matters: a click does nothing, and nobody sees it in the text.
//! Example: `[fence](#the-dog)` in an article whose headings are *Das Tor* (*The gate*) and *Der Zaun*
//! (*The fence*), or `[fence](hof.md#zaun)` where there is no `hof.md`. A link may name a heading by its German words, `#der-zaun`, by those of the
//! translation, `#the-fence`, or by a name that is written behind it, `{#zaun}`. A link that the German
//! has as well is found once, in the article.
//! Fix: none.

use super::{Check, Find, Finding, Subject};
use crate::compare::State;
use crate::document::section_links;
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "dead-link",
    severity: Severity::Error,
    category: "link",
    manual: include_str!("dead_link.rs"),
    find: Find::Catalog(find),
};

fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(sections) = subject.sections else {
        return;
    };
    for item in &subject.comparison.items {
        let (State::Current, Some(target), Some(entry)) = (item.state, &item.target, item.entry)
        else {
            continue;
        };
        let known = section_links(&item.source);
        let strange = section_links(target)
            .into_iter()
            .find(|section| !known.contains(section) && !sections.leads(section));
        if let Some(section) = strange {
            let message = format!("`#{section}` leads to no section of the article");
            let span = subject.target.value.entries[entry].value_span;
            let hint = match known.first() {
                Some(german) => format!("write `#{german}`, or the words of the heading"),
                None => "name a heading by its words, with hyphens for blanks".to_owned(),
            };
            findings.push(Finding::new(&CHECK, span, &item.id, message).hint(hint));
        }
    }
}
