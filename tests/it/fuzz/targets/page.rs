//! Pages of an article in HTML: whatever its translation, the page has no element, no handler and no
//! address that the German page and running text do not have; and a template of any text gives a
//! page or a fault that names it. The parts are the article, its English catalog, in which `s1` is
//! the id of the first unit, and a template.

use std::collections::BTreeSet;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};
use satz::article::Prepared;
use satz::assemble::{SCHEMES, assemble, is_allowed};
use satz::catalog::Resolver;
use satz::config::Project;
use satz::publish::{Edition, FORMS, Family, Form, Published, Site, Templates};
use satz::text::Severity;

use super::probe::{named, prepared, project};

/// Elements that inline markup of Markdown makes, and a page's own note.
const INLINE: &[&str] = &[
    "em", "p", "strong", "code", "a", "br", "del", "bdi", "img", "span", "mark",
];

pub(super) fn run(data: &[u8]) {
    let [text, catalog, template] = super::parts(data);
    let project = project();
    let first = prepared(&project, "markdown", &text, None, None);
    let catalog = format!(
        "### satz 1: articles/a.md\n\n{}",
        named(&catalog, &first.source)
    );
    let source = Some(first.source_text);
    let article = prepared(&project, "markdown", &text, source, Some(&catalog));
    let defaults = Templates::new(Vec::new());
    for form in FORMS.iter().filter(|form| form.extension.ends_with("html")) {
        let Some(english) = made(&project, &article, form, &defaults, "en") else {
            continue;
        };
        let german = made(&project, &article, form, &defaults, "de");
        let german_page = german.and_then(Result::ok).unwrap_or_default();
        let german = tags(&german_page);
        let page = english.expect("the default templates have no fault");
        for tag in tags(&page).difference(&german) {
            let is_inline = INLINE.contains(&tag.as_str()) || form.name == "bilingual";
            // A tag that the German leaves open swallows others there, up to some quotation mark.
            let is_swallowed = has_tag(&german_page, tag);
            assert!(
                is_inline || is_swallowed,
                "<{tag:?}> not among {german:?} in {page}"
            );
        }
        // Templates come from the workspace, and loops in them may be long.
        if !template.contains("{%") && form.name == "html" {
            let own = Templates::new(vec![("page.html".to_owned(), template.clone())]);
            let made = made(&project, &article, form, &own, "en").expect("it was made before");
            if let Err(fault) = made {
                assert!(fault.to_string().contains("page.html"), "{fault}");
            }
        }
    }
}

/// A page; None if the article is not published in the locale.
fn made(
    project: &Project,
    article: &Prepared,
    form: &Form,
    templates: &Templates,
    locale: &str,
) -> Option<Result<String, satz::config::Fault>> {
    let site = Site::new(project, templates, &[], &["html", "bilingual"]);
    let resolver = Resolver::new(locale, &[]);
    let edition = match article.target(locale) {
        Some(target) => Edition::target(project, article, target, &resolver),
        None => Edition::source(project, article),
    };
    let choices = edition.choices();
    let parsed = assemble(&edition.assembly(project, &choices, SCHEMES));
    let is_faulty = parsed
        .diagnostics
        .iter()
        .any(|fault| fault.severity == Severity::Error);
    if is_faulty {
        return None;
    }
    let mut family = Family::default();
    let published = Published::new(&site, edition.clone(), parsed.value);
    family.published.push(published.clone());
    Some(form.make(&site, &family, &published))
}

/// Whether a page has a tag of that name, be it within another one.
fn has_tag(page: &str, name: &str) -> bool {
    // Names are in small letters, whatever the page has.
    let page = page.to_ascii_lowercase();
    if let Some((handler, value)) = name.split_once('=') {
        // One without a value stands there by its name alone.
        let sign = if value.is_empty() { "" } else { "=" };
        return page.contains(&format!("{handler}{sign}"));
    }
    let mut places = page.match_indices('<');
    places.any(|(at, _)| {
        let rest = page[at + 1..].strip_prefix(name);
        rest.is_some_and(|rest| rest.starts_with([' ', '>', '/', '\n', '\r', '\t']))
    })
}

/// The names of all elements, of the attributes that are handlers, and addresses of foreign schemes.
fn tags(page: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    for token in Tokenizer::new_with_emitter(page, emitter).flatten() {
        let Token::StartTag(tag) = token else {
            continue;
        };
        for (name, value) in &tag.attributes {
            let (name, value) = (text(name), text(value));
            let is_address = matches!(name.as_str(), "href" | "src");
            if name.starts_with("on") || is_address && !is_allowed(&value, SCHEMES) {
                found.insert(format!("{name}={value}"));
            }
        }
        found.insert(text(&tag.name));
    }
    found
}
