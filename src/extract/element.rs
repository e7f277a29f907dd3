//! What the elements of a page say, by their names and classes, against the lines in them.

use super::dom::Page;
use super::read::is_unshown;
use super::weight::Weights;
use super::{About, LeftOut};

/// Words in a class, id or role that name what stands around an article.
const AROUND: [(&str, About); 35] = [
    ("comment", About::Comments),
    ("kommentar", About::Comments),
    ("disqus", About::Comments),
    ("related", About::Related),
    ("verwandt", About::Related),
    ("recommend", About::Related),
    ("outbrain", About::Related),
    ("taboola", About::Related),
    ("mehrzumthema", About::Related),
    ("mostread", About::Related),
    ("meistgelesen", About::Related),
    ("newsletter", About::Newsletter),
    ("cookie", About::Cookies),
    ("consent", About::Cookies),
    ("sharing", About::Share),
    ("share", About::Share),
    ("social", About::Share),
    ("breadcrumb", About::Navigation),
    ("sidebar", About::Navigation),
    ("footer", About::Navigation),
    ("navigation", About::Navigation),
    ("navbox", About::Navigation),
    ("pagination", About::Navigation),
    ("toolbar", About::Navigation),
    ("paywall", About::Offer),
    ("advert", About::Advertisement),
    ("werbung", About::Advertisement),
    ("anzeige", About::Advertisement),
    ("affiliate", About::Advertisement),
    ("author", About::Byline),
    ("autor", About::Byline),
    ("byline", About::Byline),
    ("caption", About::Caption),
    ("bildunterschrift", About::Caption),
    ("crosslink", About::Related),
];

/// Words that say so only when they stand alone.
const ALONE: [(&str, About); 19] = [
    ("nav", About::Navigation),
    ("menu", About::Navigation),
    ("menue", About::Navigation),
    ("pager", About::Navigation),
    ("search", About::Navigation),
    ("suche", About::Navigation),
    ("toc", About::Navigation),
    ("tags", About::Page),
    ("meta", About::Page),
    ("postmeta", About::Page),
    ("rating", About::Page),
    ("ad", About::Advertisement),
    ("ads", About::Advertisement),
    ("promo", About::Advertisement),
    ("bio", About::Byline),
    ("gallery", About::Caption),
    ("screenreader", About::Page),
    ("noprint", About::Page),
    ("catlinks", About::Page),
];

/// What an element says against the lines in it. One that holds most of the page's text, or the
/// headline and a good part of it, says nothing.
pub(super) fn objection(page: &Page, at: usize, weights: &Weights) -> Option<LeftOut> {
    let name = page.name(at);
    if matches!(name, "body" | "html" | "main" | "article") || weights.is_head(at) {
        return None;
    }
    // Comments can outweigh an article; what a class alone calls a menu or an advertisement never
    // holds a good part of it.
    let is_light = |about: &About| {
        use About::{Byline, Comments, Cookies, Newsletter, Related};
        let share = if matches!(about, Byline | Comments | Cookies | Newsletter | Related) {
            2
        } else {
            4
        };
        !weights.is_more(at, share)
    };
    let about = match name {
        "nav" | "footer" | "select" | "button" | "form" => Some(About::Navigation),
        "aside" => Some(About::Related),
        "figcaption" => Some(About::Caption),
        _ => None,
    };
    // Who said a quotation is a part of it.
    let is_signature = name == "footer"
        && page
            .ancestors(at)
            .skip(1)
            .any(|at| page.name(at) == "blockquote");
    if let Some(about) = about.filter(|_| !weights.is_more(at, 2) && !is_signature) {
        return Some(LeftOut::Element(about, name.to_owned()));
    }
    let is_hidden = page.has_attribute(at, "hidden") || is_unshown(page, at);
    if is_hidden && is_light(&About::Page) {
        return Some(LeftOut::Hidden);
    }
    let marks = &page.nodes[at].marks;
    let mut words = marks.split(|c: char| !c.is_alphanumeric());
    let found = AROUND
        .iter()
        .find(|(word, _)| marks.contains(word) && !(*word == "toolbar" && marks.contains("code-")))
        .or_else(|| words.find_map(|word| ALONE.iter().find(|(known, _)| *known == word)));
    let is_heading = name.len() == 2 && name.starts_with('h');
    let (word, about) = found.filter(|(_, about)| !is_heading && is_light(about))?;
    Some(LeftOut::Named(*about, word))
}
