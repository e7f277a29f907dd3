//! What Markdown output carries for the program that makes pages of it: names of headings that are the
//! same in every language, links to them, and the language of what is not translated.

use std::collections::HashMap;

use super::page::{Published, Site};
use crate::assemble::{Assembled, Assembly, Choice};
use crate::config::HeadingNames;
use crate::document::{Anchors, Context, Heading, section_targets};
use crate::text::{Edit, Span, apply};

/// The assembled Markdown of a published article with what the workspace wants in it. In the language of
/// the article it is the article itself.
pub(super) fn finished(site: &Site<'_>, published: &Published<'_>, text: String) -> String {
    let project = site.project;
    let edition = &published.edition;
    let is_markdown = !matches!(edition.article.format.name, "plain" | "html");
    if edition.locale == project.source || !is_markdown {
        return text;
    }
    let edits = published.with_assembly(site, |assembly, assembled| {
        let mut edits = headings(assembly, assembled, project.publish.anchors);
        if project.publish.tagged {
            edits.extend(tags(assembly, assembled));
        }
        edits
    });
    apply(&text, &edits)
}

/// Names of headings, and links to them by the names that they have in the output.
fn headings(assembly: &Assembly<'_>, assembled: &Assembled, names: HeadingNames) -> Vec<Edit> {
    let text = &assembled.text;
    let links = section_targets(assembly.format, text);
    if names == HeadingNames::Off && links.is_empty() {
        return Vec::new();
    }
    let article = Anchors::of(assembly.format, assembly.article);
    let output = Anchors::of(assembly.format, text);
    let spans = article.headings.iter().map(|heading| Span {
        start: heading.range.start,
        end: heading.range.end,
    });
    let places = assembled.places(spans).zip(&article.headings);
    let originals: HashMap<usize, &Heading> = places
        .filter_map(|(place, heading)| Some((place?.start, heading)))
        .collect();
    let mut edits = Vec::new();
    // By the names that links may have, those in the output.
    let mut named: HashMap<&str, &str> = HashMap::new();
    for heading in &output.headings {
        let Some(original) = originals.get(&heading.range.start) else {
            continue;
        };
        let is_written = names != HeadingNames::Off && !original.is_named;
        let name = if is_written {
            &original.id
        } else {
            &heading.id
        };
        named.insert(&original.id, name);
        named.entry(&heading.id).or_insert(name);
        if is_written {
            edits.push(written_name(text, heading, name, names));
        }
    }
    for (place, link) in links {
        // What other programs' rules make of a heading is left to them.
        let name = named.get(link.as_str());
        if let Some(name) = name.filter(|name| ***name != link) {
            edits.push(Edit::replace(Span::new(place.start, place.end), *name));
        }
    }
    edits
}

/// The edit that writes a name into a heading or behind it.
fn written_name(text: &str, heading: &Heading, name: &str, names: HeadingNames) -> Edit {
    let written = &text[heading.range.clone()];
    if names == HeadingNames::Html {
        let marks = written.len() - written.trim_start_matches('#').len();
        let blanks = written[marks..].len() - written[marks..].trim_start().len();
        let at = heading.range.start + if marks > 0 { marks + blanks } else { 0 };
        return Edit::insert(at, format!("<a id=\"{name}\"></a>"));
    }
    // A heading that is underlined has its text in the lines before.
    let lines = written.trim_end();
    let end = match lines.rfind('\n') {
        Some(underline) => lines[..underline].trim_end().len(),
        None => lines.len(),
    };
    Edit::insert(heading.range.start + end, format!(" {{#{name}}}"))
}

/// Elements with the language of the article around units that are not translated.
fn tags(assembly: &Assembly<'_>, assembled: &Assembled) -> Vec<Edit> {
    let places = assembled.places(assembly.units.iter().map(|unit| unit.span));
    let units = assembly.units.iter().zip(assembly.choices).zip(places);
    let untranslated = units.filter_map(|((unit, choice), place)| {
        let context = &assembly.document.blocks[unit.block].context;
        let is_text = matches!(
            context,
            Context::Markdown { .. } | Context::Line | Context::Cell
        );
        let is_source = matches!(choice, Choice::Source | Choice::Mark);
        place.filter(|place| is_text && is_source && !place.of(&assembled.text).trim().is_empty())
    });
    let tag = format!("<span lang=\"{}\">", assembly.source_locale);
    let edits = untranslated.flat_map(|place| {
        [
            Edit::insert(place.start, tag.clone()),
            Edit::insert(place.end, "</span>"),
        ]
    });
    edits.collect()
}
