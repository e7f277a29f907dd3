//! Anchors: the names by which links lead to places within an article.
//!
//! A heading has the name that is written behind it, `{#name}`, or else its slug by GitHub's rule, which
//! Hugo, Docusaurus, Starlight and mdBook share. What other programs make of it is understood in links.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::address::{links, percent_decoded};
use super::html::{TokenKind, page_tokens};
use super::{ForeignKind, Format, FrontMatter, shown_shadow};
use unicode_normalization::UnicodeNormalization;

/// A heading and its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Where it stands in the article.
    pub range: Range<usize>,
    /// Its text, without markup.
    pub text: String,
    /// Its name, which no other place of the article has.
    pub id: String,
    /// Whether that name is written behind it.
    pub is_named: bool,
}

/// The places of an article that links can name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Anchors {
    /// The headings in their order.
    pub headings: Vec<Heading>,
    /// Names of other elements, and of footnotes.
    pub names: HashSet<String>,
}

impl Anchors {
    /// The places of an article.
    pub fn of(format: &Format, text: &str) -> Self {
        match format.name {
            "plain" => Self::default(),
            "html" => Self {
                headings: Vec::new(),
                names: names(text),
            },
            _ => markdown(format, text),
        }
    }

    /// The name of the place that a link's fragment leads to, by whatever program's rule it was written.
    pub fn find(&self, fragment: &str) -> Option<&str> {
        let fragment = decoded(fragment)?;
        if let Some(name) = self.names.get(&fragment) {
            return Some(name);
        }
        let exact = self.headings.iter().find(|heading| heading.id == fragment);
        let lower = fragment.to_lowercase();
        let by_rule = || {
            let mut headings = self.headings.iter();
            headings.find(|heading| slugs(&heading.text).contains(&lower))
        };
        let found = exact.or_else(by_rule)?;
        Some(&found.id)
    }

    /// Whether a fragment leads somewhere: to a place of the article, to the top of the page, to a
    /// stretch of text that it quotes, or to what programs name by themselves.
    pub fn leads(&self, fragment: &str) -> bool {
        let is_own = ["top", "fn", "cite", "__", ":~:", "!", "/"];
        fragment.is_empty()
            || is_own.iter().any(|own| fragment.starts_with(own))
            || fragment.contains(['{', '='])
            || self.find(fragment).is_some()
    }
}

/// Names of the article's own sections that links in a text lead to, as they are written.
pub(crate) fn section_links(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for begin in ["](#", "](<#", "href=\"#", "href='#"] {
        for (at, _) in text.match_indices(begin) {
            let name = &text[at + begin.len()..];
            let end = name.find(|c: char| c.is_whitespace() || ")>\"'".contains(c));
            found.push(&name[..end.unwrap_or(name.len())]);
        }
    }
    found
}

/// Links of a Markdown text to its own sections: the place of the name, and the name as it is meant.
pub(crate) fn section_targets(format: &Format, text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    if !text.contains("](#") && !text.contains("](<#") {
        return found;
    }
    let start = FrontMatter::body(text);
    let (shadow, _) = shown_shadow(format, text, start);
    for (event, place) in shadow.events(start) {
        let Event::Start(Tag::Link { dest_url, .. }) = event else {
            continue;
        };
        let Some(name) = dest_url.strip_prefix('#').filter(|name| !name.is_empty()) else {
            continue;
        };
        let Some(written) = text.get(place.clone()) else {
            continue;
        };
        let begin = written.rfind(&format!("#{name}"));
        if let Some(at) = begin.map(|begin| place.start + begin + 1) {
            found.push((at..at + name.len(), name.to_owned()));
        }
    }
    found
}

/// Links of an article to sections that it does not have: the place, and the name.
pub(crate) fn dead_links(format: &Format, text: &str) -> Vec<(Range<usize>, String)> {
    if !text.contains('#') || format.name == "plain" {
        return Vec::new();
    }
    let links = links(format, text).into_iter();
    let mut found: Vec<(Range<usize>, String)> = links
        .filter_map(|(place, address)| Some((place, address.strip_prefix('#')?.to_owned())))
        .collect();
    if found.is_empty() {
        return found;
    }
    let anchors = Anchors::of(format, text);
    found.retain(|(_, name)| !anchors.leads(name));
    found
}

/// A fragment with its `%C3%BC` read.
fn decoded(fragment: &str) -> Option<String> {
    let bytes = percent_decoded(fragment);
    Some(String::from_utf8(bytes).ok()?.nfc().collect())
}

/// The name of a heading by GitHub's rule: letters in lower case, digits, hyphens and underscores; a
/// hyphen for every blank.
pub(crate) fn slug(text: &str) -> String {
    let text = text.trim().to_lowercase();
    let kept = text.nfc().filter_map(|c| match c {
        ' ' => Some('-'),
        '-' | '_' => Some(c),
        _ if c.is_alphanumeric() || is_mark(c) => Some(c),
        _ => None,
    });
    kept.collect()
}

/// Whether a character is put above or below a letter.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// The names that programs give a heading: by the rule of GitHub, Hugo and mdBook; the same with one
/// hyphen in a row, as Pandoc and Hugo's older rule have it; without umlauts' dots and all that is no
/// ASCII, as Python-Markdown and VitePress do; in ASCII alone, as kramdown does; with umlauts written out.
pub(crate) fn slugs(text: &str) -> Vec<String> {
    let github = slug(text);
    let plain: String = github.nfkd().filter(|c| !is_mark(*c)).collect();
    let kramdown = github.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    let kramdown: String = kramdown.chars().filter(char::is_ascii).collect();
    let written = [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")];
    let written = written
        .iter()
        .fold(github.clone(), |text, (umlaut, letters)| {
            text.replace(umlaut, letters)
        });
    let ascii: String = plain.chars().filter(char::is_ascii).collect();
    let mut all = vec![github, plain, kramdown, ascii, written];
    for at in 0..all.len() {
        let single = single_hyphens(&all[at]);
        all.push(single);
    }
    all.retain(|slug| !slug.is_empty());
    all
}

/// A slug with one hyphen in a row and none at its ends.
fn single_hyphens(slug: &str) -> String {
    let parts: Vec<&str> = slug.split('-').filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

/// The places of a Markdown article.
fn markdown(format: &Format, text: &str) -> Anchors {
    let start = FrontMatter::body(text);
    let (shadow, unseen) = shown_shadow(format, text, start);
    let mut anchors = Anchors::default();
    let mut open: Option<(Range<usize>, String, String)> = None;
    let mut drafts = Vec::new();
    let mut raw = String::new();
    if unseen.iter().any(|one| one.kind == ForeignKind::Tags) {
        // Tags of components name places as well.
        raw.push_str(text);
    }
    for (event, place) in shadow.events(start) {
        match event {
            Event::Start(Tag::Heading { id, .. }) => {
                let id = id.map(|id| id.to_string()).unwrap_or_default();
                open = Some((place, String::new(), id));
            }
            Event::End(TagEnd::Heading(_)) => drafts.extend(open.take()),
            Event::Text(text) | Event::Code(text) => {
                if let Some((_, heading, _)) = &mut open {
                    heading.push_str(&text);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some((_, heading, _)) = &mut open {
                    heading.push(' ');
                }
            }
            Event::Start(Tag::FootnoteDefinition(name)) => {
                anchors.names.insert(name.to_string());
            }
            Event::Html(text) | Event::InlineHtml(text) => raw.push_str(&text),
            _ => {}
        }
    }
    anchors.names.extend(names(&raw));
    let mut taken = anchors.names.clone();
    taken.extend(drafts.iter().map(|(_, _, id)| id.clone()));
    let mut counts: HashMap<String, usize> = HashMap::new();
    for (range, text, id) in drafts {
        let is_named = !id.is_empty();
        let id = if is_named {
            id
        } else {
            free(&slug(&text), &mut taken, &mut counts)
        };
        anchors.headings.push(Heading {
            range,
            text,
            id,
            is_named,
        });
    }
    anchors
}

/// The first name that is free: the slug, or the slug with a number.
fn free(slug: &str, taken: &mut HashSet<String>, counts: &mut HashMap<String, usize>) -> String {
    let slug = if slug.is_empty() { "section" } else { slug };
    let count = counts.entry(slug.to_owned()).or_default();
    loop {
        let name = match *count {
            0 => slug.to_owned(),
            number => format!("{slug}-{number}"),
        };
        *count += 1;
        if taken.insert(name.clone()) {
            return name;
        }
    }
}

/// Names of elements in raw HTML.
fn names(html: &str) -> HashSet<String> {
    let mut found = HashSet::new();
    if !html.contains('<') {
        return found;
    }
    for token in page_tokens(html) {
        let TokenKind::Start(element, attributes) = token.kind else {
            continue;
        };
        let naming = attributes.into_iter().filter(|attribute| {
            attribute.name == "id" || attribute.name == "name" && element == "a"
        });
        found.extend(naming.map(|attribute| attribute.value));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::format_of;

    fn ids(article: &str) -> Vec<String> {
        let format = format_of("md").unwrap();
        let headings = Anchors::of(format, article).headings;
        headings.into_iter().map(|heading| heading.id).collect()
    }

    #[test]
    fn a_slug_keeps_umlauts_and_drops_marks() {
        for (heading, wanted) in [
            ("Wo & wann geöffnet?", "wo--wann-geöffnet"),
            ("Über `code` und *mehr*", "über-code-und-mehr"),
            ("1. Schritt: los!", "1-schritt-los"),
            ("  Straße – Weg_2  ", "straße--weg_2"),
            ("Was heißt „Hof“?", "was-heißt-hof"),
            ("[Verweis](x.md) & <kbd>Strg</kbd>", "verweis--strg"),
            ("Größe {#mass}", "mass"),
            ("Fu\u{308}r alle", "für-alle"),
            ("!?", "section"),
        ] {
            assert_eq!(ids(&format!("## {heading}\n")), [wanted], "{heading}");
        }
    }

    #[test]
    fn equal_headings_are_numbered_and_never_take_a_name_that_is_written() {
        let article = "# Tor\n\n## Tor\n\n## Tor-1\n\n## Tor\n\n## Neu {#tor}\n";
        assert_eq!(ids(article), ["tor-1", "tor-2", "tor-1-1", "tor-3", "tor"]);
        assert_eq!(
            ids("# Tor\n\nTor\n---\n\n## tor\n"),
            ["tor", "tor-1", "tor-2"]
        );
    }

    #[test]
    fn links_are_understood_by_the_rules_of_other_programs() {
        let format = format_of("md").unwrap();
        let article =
            "# Hof\n\n## Wo & wann geöffnet?\n\n<a id=\"kasse\"></a>\n\nText.[^n]\n\n[^n]: Note.\n";
        let anchors = Anchors::of(format, article);
        for fragment in [
            "wo--wann-geöffnet",
            "wo--wann-ge%C3%B6ffnet",
            "wo-wann-geöffnet",
            "wo-wann-geoffnet",
            "wo--wann-geffnet",
            "wo-wann-geoeffnet",
            "Wo--wann-geöffnet",
        ] {
            assert_eq!(
                anchors.find(fragment),
                Some("wo--wann-geöffnet"),
                "{fragment}"
            );
        }
        assert_eq!(anchors.find("kasse"), Some("kasse"));
        assert_eq!(anchors.find("n"), Some("n"));
        assert_eq!(anchors.find("wann"), None);
        assert!(anchors.leads("") && anchors.leads("top") && !anchors.leads("wann"));
    }
}
