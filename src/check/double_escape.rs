//! An entity of HTML that was escaped twice, or that the German does not have.
//!
//! Why it matters: readers see `&amp;` or `&quot;` in the text.
//! In articles of Markdown and HTML `&amp;` shows as `&`, and is right; what the German has as well is, too.
//! Example: `Johnson &amp;amp; Johnson` for `Johnson &amp; Johnson`. Fix: none; the text may be about
//! entities.

use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "double-escape",
    category: "markup",
    severity: Severity::Error,
    manual: include_str!("double_escape.rs"),
    find: Find::Pair(find),
};

const ENTITIES: [&str; 10] = [
    "&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&nbsp;", "&#39;", "&#34;", "&#x27;", "&shy;",
];

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let target = pair.target();
    if !pair.readings().1.characters.has('&') {
        return;
    }
    let has_any =
        pair.source().contains('&') && ENTITIES.iter().any(|entity| pair.source().contains(entity));
    for (at, _) in target.match_indices('&') {
        let rest = &target[at..];
        if let Some(inner) = rest.strip_prefix("&amp;")
            && let Some(name) = name(inner)
            && !pair
                .source()
                .contains(&rest[..=("&amp;".len() + name.len())])
        {
            let length = "&amp;".len() + name.len() + 1;
            let message = format!("`{}` was escaped twice", &rest[..length]);
            let flaw = Flaw::new(Span::new(at, at + length), &rest[..length], message);
            flaws.push(flaw.hint(format!("write `&{name};`")));
        } else if !has_any
            && let Some(entity) = ENTITIES.iter().find(|entity| rest.starts_with(**entity))
        {
            let after_escape = target[..at].ends_with("&amp;");
            if !after_escape && name(&rest[entity.len()..]).is_none() {
                let message =
                    format!("`{entity}` shows as it is: the source writes the sign itself");
                flaws.push(Flaw::new(
                    Span::new(at, at + entity.len()),
                    *entity,
                    message,
                ));
            }
        }
    }
}

/// The name of an entity whose `&` was escaped: `amp;`, `#39;`.
fn name(text: &str) -> Option<&str> {
    let (name, _) = text.split_once(';')?;
    let fits = (2..=8).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#');
    fits.then_some(name)
}
