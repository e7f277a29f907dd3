//! Histories of several articles: sentences are copied, deleted and moved, articles renamed, split and
//! joined, while files cannot be read. A sentence that was translated and is still there, is.

use std::collections::BTreeMap;
use std::fs;

use proptest::prelude::*;
use satz::store::{Write, find_workspace};

use crate::support::Folder;

/// Pairs of look-alikes, and sentences that are like none.
const SENTENCES: [&str; 12] = [
    "Die Fähre legt am 3. Mai um acht Uhr ab.",
    "Die Fähre legt am 7. Juni um neun Uhr ab.",
    "Im Speicher liegen vierzig Säcke Kaffee.",
    "Im Speicher liegen fünfzig Säcke Kaffee.",
    "Abends singt ein Chor auf dem Platz.",
    "Der Bürgermeister hält keine Rede.",
    "Wer zu spät kommt, zahlt das Doppelte.",
    "Zwei Möwen streiten um einen Fisch.",
    "Das Museum öffnet erst im Herbst.",
    "Für Kinder ist der Eintritt frei.",
    "Der alte Leuchtturm wird gestrichen.",
    "Regen hat niemand vorhergesagt.",
];

const NAMES: [&str; 5] = ["hafen", "stadt", "alt/markt", "insel", "alt/ufer"];

#[derive(Debug, Clone)]
enum Step {
    /// A sentence goes from one article into another, or within one.
    Move(usize, usize, usize, usize),
    Copy(usize, usize, usize, usize),
    Delete(usize, usize),
    /// An article gets a new name.
    Rename(usize, usize),
    /// The second half of an article becomes one of its own.
    Split(usize, usize),
    /// An article goes into another one.
    Join(usize, usize),
}

fn step() -> impl Strategy<Value = Step> {
    let (article, place) = (0..NAMES.len(), 0..6_usize);
    let four = (article.clone(), place.clone(), article.clone(), place);
    let two = (article.clone(), article);
    prop_oneof![
        3 => four.clone().prop_map(|(a, b, c, d)| Step::Move(a, b, c, d)),
        3 => four.clone().prop_map(|(a, b, c, d)| Step::Copy(a, b, c, d)),
        2 => four.prop_map(|(a, b, _, _)| Step::Delete(a, b)),
        1 => two.clone().prop_map(|(a, b)| Step::Rename(a, b)),
        1 => two.clone().prop_map(|(a, b)| Step::Split(a, b)),
        1 => two.prop_map(|(a, b)| Step::Join(a, b)),
    ]
}

/// The articles, each a list of sentences.
type Articles = BTreeMap<&'static str, Vec<&'static str>>;

fn apply(articles: &mut Articles, step: &Step) {
    let take = |articles: &mut Articles, from: usize, at: usize| {
        let text = articles.get_mut(NAMES[from])?;
        (at < text.len()).then(|| text.remove(at))
    };
    let put = |articles: &mut Articles, to: usize, at: usize, sentence| {
        if let Some(text) = articles.get_mut(NAMES[to]) {
            text.insert(at.min(text.len()), sentence);
        }
    };
    match *step {
        Step::Move(from, at, to, place) => {
            if articles.contains_key(NAMES[to])
                && let Some(sentence) = take(articles, from, at)
            {
                put(articles, to, place, sentence);
            }
        }
        Step::Copy(from, at, to, place) => {
            let sentence = articles.get(NAMES[from]).and_then(|text| text.get(at));
            if let Some(sentence) = sentence.copied() {
                put(articles, to, place, sentence);
            }
        }
        Step::Delete(from, at) => drop(take(articles, from, at)),
        Step::Rename(from, to) => {
            if !articles.contains_key(NAMES[to])
                && let Some(text) = articles.remove(NAMES[from])
            {
                articles.insert(NAMES[to], text);
            }
        }
        Step::Split(from, to) => {
            if !articles.contains_key(NAMES[to])
                && let Some(text) = articles.get_mut(NAMES[from])
                && text.len() > 1
            {
                let rest = text.split_off(text.len() / 2);
                articles.insert(NAMES[to], rest);
            }
        }
        Step::Join(from, to) => {
            if from != to
                && articles.contains_key(NAMES[to])
                && let Some(text) = articles.remove(NAMES[from])
            {
                articles.entry(NAMES[to]).or_default().extend(text);
            }
        }
    }
    articles.retain(|_, text| !text.is_empty());
}

fn write(folder: &Folder, articles: &Articles) {
    drop(fs::remove_dir_all(folder.path().join("articles")));
    for (name, text) in articles {
        folder.put(&format!("articles/{name}.md"), text.join("\n\n") + "\n");
    }
}

/// Does what `sync` does; whether everything could be read.
fn sync(folder: &Folder) -> bool {
    let workspace = find_workspace(folder.path()).unwrap();
    let writer = workspace.writer().unwrap();
    let (together, errors) = workspace.prepare_together(&());
    for plan in workspace.project.plan(&together, false) {
        for change in plan
            .steps
            .iter()
            .flatten()
            .filter(|change| change.differs())
        {
            let (path, old) = (change.path.clone(), change.old.clone());
            match change.new.clone() {
                Some(new) => drop(writer.write(&[Write { path, old, new }]).unwrap()),
                None => writer.retire(&path, &old.unwrap()).unwrap(),
            }
        }
    }
    writer.close().unwrap();
    errors.is_empty()
}

/// Types a translation behind every stub: the German in capitals.
fn fill(folder: &Folder, articles: &Articles) {
    for name in articles.keys() {
        crate::pipeline::fill(folder, "en", name);
    }
    assert!(sync(folder));
}

/// How often each sentence is translated, over all articles.
fn translated(folder: &Folder) -> BTreeMap<String, usize> {
    let workspace = find_workspace(folder.path()).unwrap();
    let (prepared, errors) = workspace.prepare(&[], &());
    assert!(errors.is_empty(), "{errors:?}");
    let mut out = BTreeMap::new();
    for article in &prepared {
        let target = article.target("en").unwrap();
        let comparison = workspace.project.compare(article, target);
        for (item, unit) in comparison.items.iter().zip(&article.new_units) {
            if item.state == satz::compare::State::Current {
                let value = format!("en {}", unit.text.to_uppercase());
                let text = target.text.as_deref().unwrap_or_default();
                assert!(text.contains(&format!("{} = {value}", item.id)), "{text}");
                *out.entry(unit.text.clone()).or_default() += 1;
            }
        }
    }
    out
}

proptest! {
    #![proptest_config(crate::support::properties(24))]

    #[test]
    fn what_was_translated_and_is_there_is_translated(
        history in prop::collection::vec((prop::collection::vec(step(), 1..4), any::<bool>(), any::<bool>(), 0..8_usize), 1..6)
    ) {
        let folder = Folder::new();
        folder.put("satz.yaml", "locales: [en]\n");
        let mut articles = Articles::new();
        articles.insert(NAMES[0], SENTENCES[..6].to_vec());
        articles.insert(NAMES[1], SENTENCES[6..].to_vec());
        write(&folder, &articles);
        prop_assert!(sync(&folder));
        fill(&folder, &articles);
        for (steps, is_filled, is_broken, which) in history {
            let before = translated(&folder);
            for step in &steps {
                apply(&mut articles, step);
            }
            if articles.is_empty() {
                return Ok(());
            }
            write(&folder, &articles);
            if is_broken {
                let files = folder.tree().into_iter().filter_map(|(path, bytes)| Some((path, bytes?)));
                let all: Vec<_> = files.filter(|(path, _)| !path.ends_with("satz.yaml")).collect();
                let (path, bytes) = &all[which * 7 % all.len()];
                fs::write(path, [bytes.as_slice(), b"\xe9"].concat()).unwrap();
                prop_assert!(!sync(&folder), "{path:?} was not told");
                fs::write(path, bytes).unwrap();
            }
            prop_assert!(sync(&folder));
            let now = translated(&folder);
            let mut there: BTreeMap<&str, usize> = BTreeMap::new();
            for sentence in articles.values().flatten() {
                *there.entry(sentence).or_default() += 1;
            }
            for (sentence, count) in &before {
                let least = (*count).min(there.get(sentence.as_str()).copied().unwrap_or(0));
                let found = now.get(sentence).copied().unwrap_or(0);
                prop_assert!(found >= least, "{sentence}: {found} of {least} after {steps:?}");
            }
            if is_filled {
                fill(&folder, &articles);
            }
        }
    }
}
