//! For each published translation: what made it, who stands for it, and what git says of that.

use std::collections::BTreeSet;
use std::hash::Hasher as _;

use rustc_hash::{FxHashSet, FxHasher};

use super::sink::{Report, Sink};
use super::{Failure, Selection, Session};
use crate::article::{Prepared, TargetFile};
use crate::catalog::{Catalog, Id, Value, is_review};
use crate::compare::{Item, State};
use crate::config::{Project, Stale};
use crate::report::{Authored, Provenance, Sentence, words};
use crate::store::{Commit, Git, History};

/// A question for where translations come from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProvenanceQuestion {
    /// Of which articles and locales.
    pub selection: Selection,
    /// Whether the marks are held against the history of git.
    pub has_history: bool,
}

/// A sentence, and where its text and its review are looked for in the history.
struct Traced {
    sentence: Sentence,
    /// Path of the catalog that has its text.
    path: String,
    text: u64,
    review: u64,
    /// Whether a person wrote the text, as far as its marks say.
    is_by_hand: bool,
}

impl Session {
    /// Says of every translation that is published what made it, who stands for it, and which source it
    /// was made from; if that is asked for, in which commits its text and its review came, and by whom.
    ///
    /// # Errors
    /// If the selection names what is not there, the work was stopped, or git cannot be asked.
    ///
    /// # Examples
    /// ```
    /// use satz::session::{ProvenanceQuestion, Session};
    /// let session = Session::of_texts([
    ///     ("satz.yaml", "locales: [en]"),
    ///     ("articles/markt.md", "Der Markt ist offen."),
    /// ])?;
    /// let provenance = session.provenance(&ProvenanceQuestion::default(), &mut ())?;
    /// assert!(provenance.sentences.is_empty());
    /// # Ok::<(), satz::session::Failure>(())
    /// ```
    pub fn provenance(
        &self,
        question: &ProvenanceQuestion,
        sink: &mut dyn Sink,
    ) -> Result<Provenance, Failure> {
        let report = &mut Report::new(sink);
        let locales = self.locales(&question.selection)?;
        let project = self.project();
        let work = |article: &Prepared, target: &TargetFile| traced(project, article, target);
        let made = self.each(&question.selection, &locales, report, |_| true, work)?;
        let mut traced: Vec<Traced> = super::select::by_locale(made, &locales)
            .into_iter()
            .flatten()
            .collect();
        if question.has_history {
            let git = Git::open(self.root()).map_err(|_| {
                let folder = self.root().display();
                format!("{folder}: is in no repository of git, or git is not installed; `--git` needs both")
            })?;
            if git.is_shallow() {
                report.note(format_args!(
                    "warning: the history is fetched only in part, so what is older counts as written in \
                     its first commit; `git fetch --unshallow` fetches the rest"
                ));
            }
            // What a locale lacks others may supply.
            let supplying = locales.iter().flat_map(|locale| project.chain(locale));
            let named = locales.iter().map(String::as_str).chain(supplying);
            let folders: BTreeSet<String> = named
                .map(|locale| format!("{}/{locale}", project.catalogs))
                .collect();
            let folders: Vec<String> = folders.into_iter().collect();
            let history = History::of(&git, &folders, texts_of)?;
            put_history(&mut traced, &history, &git);
        }
        Ok(Provenance {
            source: project.source.clone(),
            has_history: question.has_history,
            sentences: traced.into_iter().map(|traced| traced.sentence).collect(),
        })
    }
}

/// The sentences of an article in a locale that are published as translations.
fn traced(project: &Project, article: &Prepared, target: &TargetFile) -> Vec<Traced> {
    if article.is_draft() {
        return Vec::new();
    }
    let comparison = project.compare(article, target);
    let suppliers = project.suppliers(article, &comparison, &target.locale);
    let shows_stale = project.policy(&target.locale, &article.key).stale == Stale::Use;
    let items = comparison.items.iter().zip(suppliers).enumerate();
    let mut traced = Vec::new();
    for (place, (item, supplier)) in items {
        let is_stale = matches!(item.state, State::Stale | State::Edited);
        let is_shown = item.state.is_covered() || is_stale && shows_stale;
        let value = item.target.as_deref().filter(|text| !text.is_empty());
        let (true, Some(value), true) = (is_shown, value, item.leader == place) else {
            continue;
        };
        let members = comparison.items[place..].iter();
        let group: Vec<&str> = { members.take_while(|member| member.leader == place) }
            .map(|member| member.source.as_str())
            .collect();
        let source = group.join(" ");
        let from = supplier.map_or(target.locale.as_str(), |(locale, _)| locale);
        traced.push(Traced {
            path: project.catalog_path(from, &article.key),
            text: text_key(&item.target_id.unwrap_or(item.id), value),
            review: review_key(item),
            is_by_hand: item.marks.maker.is_person() || item.marks.maker.is_edited,
            sentence: Sentence {
                locale: target.locale.clone(),
                article: article.key.clone(),
                id: item.id.to_string(),
                words: words(&source),
                source: item.was.clone().unwrap_or(source),
                is_stale,
                target: value.to_owned(),
                made: item.marks.maker.to_string(),
                machine: item.marks.maker.machine().map(str::to_owned),
                review: { item.review() }.map(|review| (review.name.clone(), review.date.clone())),
                ..Sentence::default()
            },
        });
    }
    traced
}

/// The number of a translation, whatever German its id is of: accepting it changes no text.
fn text_key(id: &Id, value: &str) -> u64 {
    key(&("text", id.base.as_str(), value))
}

/// The number of a review of a unit.
fn review_key(item: &Item) -> u64 {
    let review = item.review().map(ToString::to_string);
    key(&("review", item.id.to_string(), review.unwrap_or_default()))
}

fn key(of: &impl std::hash::Hash) -> u64 {
    let mut hasher = FxHasher::default();
    of.hash(&mut hasher);
    hasher.finish()
}

/// The numbers of all translations and reviews in a catalog.
fn texts_of(text: &str) -> FxHashSet<u64> {
    let catalog = Catalog::parse(text).value;
    let mut keys = FxHashSet::default();
    for (_, entry) in catalog.messages() {
        let Some(id) = Id::parse(&entry.id) else {
            continue;
        };
        let value = entry.value().map(Value::text).unwrap_or_default();
        keys.insert(text_key(&id, &value));
        let lines = entry.comment.of(&catalog.text).lines();
        for line in lines.filter(|line| is_review(line)) {
            let review = line.trim_start_matches("# review: ").rsplit_once(" #");
            let review = review.map_or(String::new(), |(review, _)| review.to_owned());
            keys.insert(key(&("review", id.to_string(), review)));
        }
    }
    keys
}

/// Says of each sentence who wrote its text and its review, as the history tells it.
fn put_history(traced: &mut [Traced], history: &History, git: &Git) {
    let authored = |commit: &Commit| Authored {
        commit: commit.hash.clone(),
        name: commit.name.clone(),
        email: commit.email.clone(),
        date: commit.date.clone(),
        signature: "none",
    };
    let mut commits = BTreeSet::new();
    for traced in traced.iter_mut() {
        let text = history.origin(&traced.path, traced.text);
        let has_review = traced.sentence.review.is_some();
        let review = history.origin(&traced.path, traced.review);
        traced.sentence.written = text.map(authored);
        traced.sentence.reviewed = review.filter(|_| has_review).map(authored);
        commits.extend(text.map(|commit| commit.hash.clone()));
        commits.extend(review.map(|commit| commit.hash.clone()));
    }
    let signatures = git.signatures(&commits);
    for traced in traced {
        let sentence = &mut traced.sentence;
        let commits = [&mut sentence.written, &mut sentence.reviewed];
        for authored in commits.into_iter().flatten() {
            let signature = signatures.get(&authored.commit).copied();
            authored.signature = signature.unwrap_or("none");
        }
        let Some((name, _)) = &sentence.review else {
            continue;
        };
        let is_name = |other: &str| other.to_lowercase() == name.to_lowercase();
        sentence.is_other_name =
            { sentence.reviewed.as_ref() }.is_some_and(|by| !is_name(&by.name));
        let is_author = |by: &Authored| {
            let is_committer = sentence.reviewed.as_ref().is_some_and(|review| {
                review.email.eq_ignore_ascii_case(&by.email) || review.name == by.name
            });
            is_name(&by.name) || is_committer
        };
        let is_own = sentence.written.as_ref().is_some_and(is_author);
        sentence.is_own_review = is_own && traced.is_by_hand;
    }
}
