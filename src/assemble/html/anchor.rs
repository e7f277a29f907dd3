//! Names of headings in a page, the same in every language, and links to them.

use std::collections::{HashMap, HashSet};

use super::attribute;
use crate::assemble::{Assembled, Assembly};
use crate::document::{Anchors, percent_decoded, slug};
use crate::text::Span;
use pulldown_cmark::{Event, Tag};

/// A heading of a page as it was met.
pub(super) struct Met {
    /// Its first event.
    pub(super) event: usize,
    /// Where it begins in the assembled article.
    pub(super) start: usize,
    /// Its text.
    pub(super) text: String,
}

/// Further names of headings, by their names in the article.
type Aliases = HashMap<String, String>;

/// Gives the headings among events the names that they have in the article, and leads links to the
/// article's places there. A heading in another language has the name of its own slug as well, so that
/// links in its words lead to it.
pub(super) fn name(
    assembly: &Assembly<'_>,
    assembled: &Assembled,
    met: &[Met],
    events: &mut [Event<'_>],
) -> Aliases {
    let mut aliases = Aliases::new();
    if met.is_empty() && !events.iter().any(|event| fragment(event).is_some()) {
        return aliases;
    }
    let article = Anchors::of(assembly.format, assembly.article);
    let spans = article.headings.iter().map(|heading| Span {
        start: heading.range.start,
        end: heading.range.end,
    });
    let places = assembled.places(spans).zip(&article.headings);
    let names: HashMap<usize, &str> = places
        .filter_map(|(place, heading)| Some((place?.start, heading.id.as_str())))
        .collect();
    let mut taken: HashSet<String> = article.names.clone();
    taken.extend(article.headings.iter().map(|heading| heading.id.clone()));
    let mut translated: HashMap<String, String> = HashMap::new();
    for heading in met {
        let slug = slug(&heading.text);
        let known = names.get(&heading.start).map(|name| (*name).to_owned());
        let Some(name) = known.or_else(|| taken.insert(slug.clone()).then(|| slug.clone())) else {
            continue;
        };
        if let Event::Start(Tag::Heading { id, .. }) = &mut events[heading.event] {
            *id = Some(name.clone().into());
        }
        if !slug.is_empty() && taken.insert(slug.clone()) {
            aliases.insert(name.clone(), slug.clone());
        }
        translated.entry(slug).or_insert(name);
    }
    for event in events {
        let Some(written) = fragment(event) else {
            continue;
        };
        let decoded = String::from_utf8(percent_decoded(written)).unwrap_or_default();
        let same_words = || translated.get(&decoded.to_lowercase()).map(String::as_str);
        let Some(name) = article.find(written).or_else(same_words) else {
            continue;
        };
        let address = format!("#{name}");
        if let Event::Start(Tag::Link { dest_url, .. }) = event {
            *dest_url = address.into();
        }
    }
    aliases
}

/// The events with an element at the beginning of each heading that has a further name.
pub(super) fn with_aliases<'a>(events: Vec<Event<'a>>, aliases: &Aliases) -> Vec<Event<'a>> {
    if aliases.is_empty() {
        return events;
    }
    let mut out = Vec::with_capacity(events.len() + aliases.len());
    for event in events {
        let alias = match &event {
            Event::Start(Tag::Heading { id: Some(id), .. }) => aliases.get(&**id),
            _ => None,
        };
        out.push(event);
        let mark = alias.map(|alias| format!("<span id=\"{}\"></span>", attribute(alias)));
        out.extend(mark.map(|mark| Event::InlineHtml(mark.into())));
    }
    out
}

/// What the link that an event begins names of the page itself.
fn fragment<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    match event {
        Event::Start(Tag::Link { dest_url, .. }) => dest_url.strip_prefix('#'),
        _ => None,
    }
}
