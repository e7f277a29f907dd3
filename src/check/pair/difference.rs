//! What one text of a pair has more often than the other.

use super::markup::Counted;
use super::{Flaw, Pair};
use crate::check::is_one_edit;
use crate::text::Span;

/// A thing that the German has and the translation has not, or the reverse.
#[derive(Debug)]
pub(in crate::check) struct Difference<'a> {
    /// What the German has.
    pub(in crate::check) german: Option<&'a str>,
    /// What the translation has, and its place.
    pub(in crate::check) own: Option<(&'a str, Span)>,
    /// Whether it is the only one, and the German has nothing of that name.
    is_only: bool,
}

/// Pairs what is lost with what came instead, in the order of their texts.
pub(in crate::check) fn differences<'a>(
    source: &'a Counted,
    target: &'a Counted,
) -> Vec<Difference<'a>> {
    // Most texts have nothing of the kind.
    if source.things().is_empty() && target.things().is_empty() {
        return Vec::new();
    }
    let (lost, mut new) = (surplus(source, target), surplus(target, source));
    bring_nearest(&lost, &mut new);
    let count = lost.len().max(new.len());
    (0..count)
        .map(|at| Difference {
            german: lost.get(at).map(|(text, _)| *text),
            own: new.get(at).copied(),
            is_only: count == 1 && new.iter().all(|(text, _)| source.count(text) == 0),
        })
        .collect()
}

/// What one has more often than the other.
fn surplus<'a>(one: &'a Counted, other: &Counted) -> Vec<(&'a str, Span)> {
    let things = one.things().iter();
    let more = things.filter(|thing| thing.count > other.count(&thing.text));
    more.map(|thing| (thing.text.as_str(), thing.span))
        .collect()
}

/// More things than this on a side are paired in the order of their texts.
const FEW: usize = 32;

/// Puts what came instead of each lost thing at its place: what has most letters in common with it.
fn bring_nearest(lost: &[(&str, Span)], new: &mut [(&str, Span)]) {
    if lost.len().max(new.len()) > FEW {
        return;
    }
    for (at, (german, _)) in lost.iter().enumerate() {
        let rest = new.iter().enumerate().skip(at);
        let nearest = rest.max_by_key(|(place, (own, _))| (in_common(german, own), !place));
        if let Some((place, _)) = nearest {
            new[at..=place].rotate_right(1);
        }
    }
}

/// How many bytes two texts begin and end with alike.
fn in_common(one: &str, other: &str) -> usize {
    let alike = |(a, b): &(u8, u8)| a == b;
    let start = one.bytes().zip(other.bytes()).take_while(alike).count();
    let rest = one.len().min(other.len()) - start;
    let ends = one.bytes().rev().zip(other.bytes().rev());
    start + ends.take(rest).take_while(alike).count()
}

impl Difference<'_> {
    /// The flaw: what is gone, what is new, or what became of what.
    pub(in crate::check) fn flaw(&self, kind: &str) -> Flaw {
        match (self.german, self.own) {
            (Some(german), Some((own, span))) => {
                let message = format!("the {kind} `{german}` became `{own}`");
                Flaw::new(span, german, message)
            }
            (Some(german), None) => {
                let message = format!("the {kind} `{german}` of the source is missing");
                Flaw::new(Span::default(), german, message)
            }
            (None, own) => {
                let (own, span) = own.unwrap_or_default();
                Flaw::new(span, own, format!("the source has no {kind} `{own}`"))
            }
        }
    }

    /// What the German has, where what the translation has instead is certainly a slip: the only
    /// difference, and one edit away.
    pub(in crate::check) fn slip(&self) -> Option<&str> {
        let (german, (own, _)) = (self.german?, self.own?);
        (self.is_only && is_one_edit(own, german)).then_some(german)
    }

    /// Whether the source has nothing of the kind.
    pub(in crate::check) fn is_added(&self) -> bool {
        self.german.is_none()
    }

    /// Whether a term of the glossary was added.
    pub(in crate::check) fn is_new_term(&self) -> bool {
        self.german.is_none() && self.own.is_some_and(|(own, _)| own.starts_with("{ -"))
    }

    /// Whether the translation's address is the page in the reader's language: on another host of the same
    /// house, in the folder of another language, or at another section of the same page.
    pub(in crate::check) fn is_localized(&self, pair: Pair<'_>) -> bool {
        let languages = [pair.source_language(), pair.language()];
        let (Some(german), Some((own, _))) = (self.german, self.own) else {
            return false;
        };
        let (german, own) = (Address::of(german, languages), Address::of(own, languages));
        let is_translated =
            german.language == Some(languages[0]) || own.language == Some(languages[1]);
        // The reader's edition of a home page.
        let is_edition = german.page.is_empty() && own.language == Some(languages[1]);
        german.is_alike(&own) || german.is_of_house(&own) && is_translated || is_edition
    }
}

/// An address without what names a language.
struct Address<'a> {
    /// The parts of the host's name.
    host: Vec<&'a str>,
    /// What the host's name ends with: `de` of `example.de`.
    country: &'a str,
    /// What it ends with in the country of the source's language.
    home: &'a str,
    /// The parts of the path and the query, without the section.
    page: Vec<&'a str>,
    /// The language that a part names.
    language: Option<&'a str>,
}

impl<'a> Address<'a> {
    fn of(text: &'a str, languages: [&'a str; 2]) -> Self {
        let text = text.split('#').next().unwrap_or_default();
        let (host, path) = match text.split_once("://") {
            Some((_, rest)) => rest.split_once('/').unwrap_or((rest, "")),
            None => ("", text),
        };
        // A host ends with its country: `example.de`.
        let (names, country) = host.rsplit_once('.').unwrap_or((host, ""));
        let mut language = None;
        let mut parts = |text: &'a str| -> Vec<&'a str> {
            let mut is_code = |part: &&'a str| {
                let codes = languages.iter().chain(&["en"]);
                let named = codes.copied().find(|code| code.eq_ignore_ascii_case(part));
                language = named.or(language);
                // `/lang/de/`, `page.html`
                let is_form = matches!(*part, "" | "www" | "html" | "htm" | "index" | "lang");
                named.is_some() || is_form
            };
            let parts = text.split(['/', '.', '?', '=', '&', '-', '_']);
            parts.filter(|part| !is_code(part)).collect()
        };
        let (host, page) = (parts(names), parts(path));
        Self {
            host,
            country,
            home: languages[0],
            page,
            language,
        }
    }

    /// Whether two addresses lead to the same page.
    fn is_alike(&self, other: &Self) -> bool {
        self.is_of_house(other) && self.page == other.page
    }

    /// Whether the hosts are those of one house: the same, or one of them in the source's country, as
    /// `example.de` and `example.com`.
    fn is_of_house(&self, other: &Self) -> bool {
        let countries = [self.country, other.country];
        let is_home = |country: &&str| *country == "eu" || *country == self.home;
        let is_known =
            |country: &&str| is_home(country) || matches!(*country, "com" | "org" | "int");
        let is_alike = self.country == other.country
            || countries.iter().any(is_home) && countries.iter().all(is_known);
        self.host == other.host && (is_alike || self.host.is_empty())
    }
}
