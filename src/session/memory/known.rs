//! What is known of a locale: its articles, their open units, and what was translated before.

use std::collections::BTreeMap;

use crate::article::{Prepared, TargetFile};
use crate::bitext::WordAligner;
use crate::catalog::{Id, escape};
use crate::compare::{Comparison, Item, State};
use crate::config::{CheckSet, Project, suggest};
use crate::exchange::TmxUnit;
use crate::memory::{Entry, Memory, Offer, OfferKind, Query, repair};
use crate::report::{MemoryOffer, SharedFragment, Suggestion};
use crate::session::Failure;
use crate::session::checks::{TextPair, check_texts};
use crate::text::fold;

/// So many sentences teach at most which words translate each other.
const LESSONS: usize = 20_000;

/// How similar a sentence must be for its figures to be exchanged.
const REPAIRABLE: f64 = 0.5;

/// A translation that is offered, as it would be written.
pub(in crate::session) struct Proposal<'m> {
    pub(in crate::session) offer: Offer<'m>,
    pub(in crate::session) target: String,
    pub(in crate::session) pattern: String,
}

/// Articles of a workspace in one locale, and its memory.
pub(in crate::session) struct Known<'a> {
    source_locale: &'a str,
    locale: &'a str,
    pub(in crate::session) articles: Vec<(&'a Prepared, &'a TargetFile, Comparison)>,
    pub(in crate::session) memory: &'a Memory,
    /// The ids of the open units of all articles, not only of these.
    all_open: &'a [String],
}

/// A unit that has no translation, or an old one.
pub(in crate::session) struct OpenUnit<'a> {
    pub(in crate::session) article: &'a Prepared,
    pub(in crate::session) item: &'a Item,
    before: &'a str,
    after: &'a str,
}

impl<'a> Known<'a> {
    pub(in crate::session) fn of(
        project: &'a Project,
        locale: &'a str,
        articles: &'a [Prepared],
        memory: &'a Memory,
        all_open: &'a [String],
    ) -> Self {
        let compared = articles.iter().filter_map(|article| {
            let target = article.target(locale)?;
            Some((article, target, project.compare(article, target)))
        });
        Self {
            source_locale: &project.source,
            locale,
            articles: compared.collect(),
            memory,
            all_open,
        }
    }

    /// Returns at most `count` offers for a sentence, the best first. Where facts alone differ, they
    /// are exchanged if the result passes the checks.
    pub(in crate::session) fn proposals(
        &self,
        query: &Query<'_>,
        least: f64,
        count: usize,
    ) -> Vec<Proposal<'_>> {
        let offers = self.memory.offers(query, least, count).into_iter();
        let mut proposals: Vec<Proposal<'_>> = offers
            .map(|offer| {
                self.repaired(query, offer).unwrap_or_else(|| Proposal {
                    target: offer.entry.target.clone(),
                    pattern: offer.entry.pattern.clone(),
                    offer,
                })
            })
            .collect();
        proposals.sort_by_key(|proposal| proposal.offer.kind);
        proposals
    }

    /// The same for an open unit: if it has a translation of an older source, that comes first.
    pub(in crate::session) fn proposals_for(
        &self,
        open: &OpenUnit<'_>,
        least: f64,
        count: usize,
    ) -> Vec<Proposal<'_>> {
        let query = open.query();
        let mut proposals = self.proposals(&query, least, count);
        if let Some(own) = self.own(open) {
            proposals.retain(|proposal| proposal.target != own.target);
            proposals.insert(0, own);
            proposals.truncate(count);
        }
        proposals
    }

    /// Parts of a sentence that others have, with the words that translate them there; none where a whole
    /// sentence is as good.
    pub(in crate::session) fn fragments(
        &self,
        source: &str,
        proposals: &[Proposal<'_>],
    ) -> Vec<SharedFragment> {
        let is_certain = |proposal: &Proposal<'_>| proposal.offer.kind <= OfferKind::Repaired;
        if proposals.first().is_some_and(is_certain) {
            return Vec::new();
        }
        let lessons = self.memory.entries().iter().take(LESSONS);
        let lessons = lessons.map(|entry| (entry.source.as_str(), entry.target.as_str()));
        let fragments = self
            .memory
            .fragments(source, &WordAligner::learn(lessons))
            .into_iter();
        let shared = fragments.map(|fragment| SharedFragment {
            source: source[fragment.span].to_owned(),
            target: fragment.target.to_owned(),
            origin: (fragment.entry.article.clone(), fragment.entry.id.clone()),
        });
        shared.collect()
    }

    /// What an open unit's own translation of an older source would be for the present one.
    fn own(&self, open: &OpenUnit<'_>) -> Option<Proposal<'_>> {
        let was = open.item.was.as_deref()?;
        let is_own = |entry: &&Entry| {
            let id = Id::parse(&entry.id);
            entry.is_old
                && entry.article == open.article.key
                && id.is_some_and(|id| id.base == open.item.id.base)
        };
        let entry = self.memory.entries().iter().find(is_own)?;
        let query = open.query();
        let offer = Offer {
            entry,
            kind: OfferKind::Similar,
            similarity: strsim::normalized_levenshtein(&fold(was), &fold(query.source)),
            times: 1,
        };
        Some(self.repaired(&query, offer).unwrap_or_else(|| Proposal {
            target: entry.target.clone(),
            pattern: entry.pattern.clone(),
            offer,
        }))
    }

    fn repaired<'m>(&self, query: &Query<'_>, offer: Offer<'m>) -> Option<Proposal<'m>> {
        let entry = offer.entry;
        // A value with placeables is more than its text.
        if offer.kind != OfferKind::Similar || entry.pattern != escape(&entry.target) {
            return None;
        }
        let (source_locale, locale) = (self.source_locale, self.locale);
        let target = repair(
            source_locale,
            locale,
            [query.source, &entry.source],
            &entry.target,
            &|name| self.memory.keeps(name),
        )?;
        let pair = TextPair {
            source: query.source.to_owned(),
            target: target.clone(),
            ..TextPair::default()
        };
        let flaws = check_texts(source_locale, locale, vec![pair], CheckSet::Usual);
        flaws.is_empty().then(|| Proposal {
            pattern: escape(&target),
            target,
            offer: Offer {
                kind: OfferKind::Repaired,
                ..offer
            },
        })
    }

    /// Returns the open units of an article that have no translation yet and for which there is one; where
    /// no mark can say so, none that a machine made.
    pub(in crate::session) fn fillings<'u>(
        &self,
        article: &'u Prepared,
        comparison: &'u Comparison,
        repairs: bool,
        has_marks: bool,
    ) -> Vec<(&'u Item, Proposal<'_>)> {
        let missing = open_units(article, comparison);
        let missing = missing.filter(|open| open.item.state == State::Missing);
        let least = if repairs { REPAIRABLE } else { 1.0 };
        missing
            .filter_map(|open| {
                let is_allowed = |proposal: &Proposal<'_>| {
                    let entry = proposal.offer.entry;
                    !entry.is_old && (has_marks || !entry.maker.is_machine())
                };
                let mut proposals = self.proposals(&open.query(), least, 3).into_iter();
                let proposal = proposals.find(is_allowed)?;
                (proposal.offer.kind != OfferKind::Similar).then_some((open.item, proposal))
            })
            .collect()
    }

    /// What to say of an id that is no open unit's.
    pub(in crate::session) fn no_such_unit(&self, id: &str) -> Failure {
        let open: Vec<&str> = self.all_open.iter().map(String::as_str).collect();
        let locale = self.locale;
        let hint = match suggest(id, &open) {
            Some(other) => format!("did you mean `{other}`?"),
            None => format!("see `satz diff {locale}`"),
        };
        format!("no open unit of {locale} has the id `{id}`; {hint}").into()
    }

    pub(in crate::session) fn open(&self) -> impl Iterator<Item = OpenUnit<'_>> {
        { self.articles.iter() }
            .flat_map(|(article, _, comparison)| open_units(article, comparison))
    }
}

impl OpenUnit<'_> {
    pub(in crate::session) fn query(&self) -> Query<'_> {
        Query {
            source: &self.item.source,
            before: self.before,
            after: self.after,
        }
    }

    pub(in crate::session) fn suggestion(
        &self,
        locale: &str,
        proposals: &[Proposal<'_>],
    ) -> Suggestion {
        let offer = |proposal: &Proposal<'_>| MemoryOffer {
            kind: proposal.offer.kind.name(),
            is_same: proposal.offer.kind <= OfferKind::Exact,
            similarity: proposal.offer.similarity,
            times: proposal.offer.times,
            source: proposal.offer.entry.source.clone(),
            target: proposal.target.clone(),
            article: proposal.offer.entry.article.clone(),
            id: proposal.offer.entry.id.clone(),
        };
        Suggestion {
            locale: locale.to_owned(),
            article: self.article.key.clone(),
            id: self.item.id.to_string(),
            state: self.item.state,
            source: self.item.source.clone(),
            target: self.item.target.clone().filter(|target| !target.is_empty()),
            offers: proposals.iter().map(offer).collect(),
            fragments: Vec::new(),
            terms: Vec::new(),
        }
    }
}

/// The open units of an article, those of a draft not.
pub(in crate::session) fn open_units<'a>(
    article: &'a Prepared,
    comparison: &'a Comparison,
) -> impl Iterator<Item = OpenUnit<'a>> {
    let items = &comparison.items;
    let is_draft = article.is_draft();
    let open = items.iter().enumerate().filter(move |(_, item)| {
        !is_draft && matches!(item.state, State::Missing | State::Stale | State::Edited)
    });
    open.map(|(place, item)| {
        let (before, after) = neighbours(items, place);
        OpenUnit {
            article,
            item,
            before,
            after,
        }
    })
}

/// The finished translations of an article: of one sentence each, and looked at by somebody. One that can be
/// shown and not written elsewhere has no pattern.
pub(super) fn finished(
    article: &Prepared,
    target: &TargetFile,
    comparison: &Comparison,
) -> Vec<Entry> {
    let items = &comparison.items;
    let mut members: BTreeMap<usize, usize> = BTreeMap::new();
    for item in items {
        *members.entry(item.leader).or_default() += 1;
    }
    let mut entries = Vec::new();
    for (place, item) in items.iter().enumerate() {
        let (Some(text), Some(entry)) = (&item.target, item.entry) else {
            continue;
        };
        let pattern = target.catalog.value.pattern_line(entry).unwrap_or_default();
        let is_whole = item.aligned.is_none() && members.get(&place) == Some(&1);
        let old = item.was.as_ref().filter(|_| item.state == State::Stale);
        let source = match item.state {
            State::Current => Some(&item.source),
            _ => old,
        };
        if let Some(source) = source.filter(|_| is_whole) {
            let (before, after) = neighbours(items, place);
            entries.push(Entry {
                source: source.clone(),
                target: text.clone(),
                pattern,
                is_old: old.is_some(),
                article: article.key.clone(),
                id: item.id.to_string(),
                before: before.to_owned(),
                after: after.to_owned(),
                maker: item.marks.maker.clone(),
            });
        }
    }
    entries
}

/// A unit of the house's memory as a translation into a locale, or into its language if the memory has
/// no other.
pub(super) fn of_house(
    unit: &TmxUnit,
    source_locale: &str,
    locale: &str,
    path: &str,
) -> Option<Entry> {
    let text = |locale: &str| {
        let is_same = |language: &&(String, String)| language.0.eq_ignore_ascii_case(locale);
        let of_language =
            |language: &&(String, String)| bare(&language.0).eq_ignore_ascii_case(bare(locale));
        let mut texts = unit.texts.iter();
        let exact = texts.find(is_same);
        exact
            .or_else(|| unit.texts.iter().find(of_language))
            .map(|(_, text)| text.clone())
    };
    let (source, target) = (text(source_locale)?, text(locale)?);
    Some(Entry {
        pattern: escape(&target),
        source,
        target,
        article: path.to_owned(),
        ..Entry::default()
    })
}

/// The language of a locale, without script and region.
fn bare(locale: &str) -> &str {
    locale.split(['-', '_']).next().unwrap_or_default()
}

/// The sources of the units before and behind one.
fn neighbours(items: &[Item], place: usize) -> (&str, &str) {
    let source = |place: Option<usize>| {
        let item = place.and_then(|place| items.get(place));
        item.map_or("", |item| item.source.as_str())
    };
    (source(place.checked_sub(1)), source(Some(place + 1)))
}
