//! Histories of a workspace with up to three articles and two locales: bytes choose what happens to
//! random German and its translations, and which articles are there. After each step `sync` runs: nothing that was typed is lost, what is
//! current was made from this German, the source catalogs give the articles, and a second run changes
//! nothing.

use std::collections::BTreeMap;

use satz::article::{Orphan, Prepared, Raw, TargetFile, Unread};
use satz::catalog::{Catalog, Source, Value};
use satz::compare::State;
use satz::config::Project;
use satz::document::format_of;
use satz::text::fold;

const WHO: [&str; 6] = [
    "Der Lotse",
    "Eine Möwe",
    "Frau Ahrens",
    "Das Kind",
    "Niemand",
    "Die Fähre",
];
const DOES: [&str; 5] = ["sieht", "malt", "sucht", "meidet", "findet"];
const WHAT: [&str; 6] = [
    "den Hafen",
    "drei Netze",
    "kein Boot",
    "das Tau",
    "die 7 Bojen",
    "„Luise“",
];
const KEYS: [&str; 3] = ["hafen", "insel", "markt"];
const LOCALES: [&str; 2] = ["en", "fr"];

/// The most steps of a history.
const STEPS: usize = 24;

/// A workspace, and what is known of it.
#[derive(Debug)]
struct World {
    project: Project,
    /// The sentences of each article.
    articles: BTreeMap<&'static str, Vec<String>>,
    /// The catalogs by their paths.
    files: BTreeMap<String, String>,
    /// Every text that was typed, with its locale and the German it was typed for.
    typed: Vec<(String, &'static str, String)>,
}

pub(super) fn run(data: &[u8]) {
    let mut bytes = data.iter().copied();
    let mut world = World {
        project: Project::parse("locales: [en, fr]\n").expect("the configuration is valid"),
        articles: BTreeMap::new(),
        files: BTreeMap::new(),
        typed: Vec::new(),
    };
    for key in &KEYS[..2] {
        for _ in 0..3 {
            let text = sentence(&mut bytes);
            world.sentences(key).push(text);
        }
    }
    world.sync();
    for _ in 0..STEPS {
        let Some(step) = bytes.next() else { break };
        world.step(step, &mut bytes);
        world.sync();
        world.holds();
    }
}

fn sentence(bytes: &mut impl Iterator<Item = u8>) -> String {
    let mut pick = |words: &[&'static str]| {
        let byte = bytes.next().unwrap_or_default();
        words[usize::from(byte) % words.len()]
    };
    format!("{} {} {}.", pick(&WHO), pick(&DOES), pick(&WHAT))
}

impl World {
    /// The sentences of an article, which begins to exist where it does not.
    fn sentences(&mut self, key: &'static str) -> &mut Vec<String> {
        self.articles.entry(key).or_default()
    }

    fn step(&mut self, step: u8, bytes: &mut impl Iterator<Item = u8>) {
        let mut number = || usize::from(bytes.next().unwrap_or_default());
        let (first, second) = (number(), number());
        let key = KEYS[first % KEYS.len()];
        let other = KEYS[(first / KEYS.len()) % KEYS.len()];
        let count = self.articles.get(key).map_or(0, Vec::len);
        let at = second.checked_rem(count).unwrap_or(0);
        match step % 13 {
            0 => {
                let text = sentence(bytes);
                self.sentences(key).insert(at, text);
            }
            1 if count > 0 => drop(self.sentences(key).remove(at)),
            2 if count > 0 => {
                let text = self.sentences(key).remove(at);
                self.sentences(other).push(text);
            }
            3 if count > 0 => {
                let text = self.sentences(key)[at].clone();
                self.sentences(other).insert(0, text);
            }
            4 if count > 0 => {
                let text = sentence(bytes);
                let end = text.rsplit(' ').next().unwrap_or_default().to_owned();
                let old = &mut self.sentences(key)[at];
                let head = old.rsplit_once(' ').map_or("", |(head, _)| head);
                *old = format!("{head} {end}");
            }
            5 if count > 1 => self.sentences(key).swap(0, at),
            6 if count > 1 => {
                let second = self.sentences(key).remove(1);
                let first = &mut self.sentences(key)[0];
                first.truncate(first.len() - 1);
                first.extend([", und ", second.as_str()]);
            }
            7 if count > 0 => {
                // An article is rewritten as a whole, or empties.
                self.sentences(key).truncate(at);
            }
            10 => drop(self.articles.remove(key)),
            11 if count > 0 && !self.articles.contains_key(other) => {
                let sentences = self.articles.remove(key).unwrap_or_default();
                self.articles.insert(other, sentences);
            }
            12 if count > 0 => {
                let tail = self.sentences(key).split_off(at);
                self.sentences(other).extend(tail);
            }
            _ => self.translate(LOCALES[second % 2], first % 3 == 0),
        }
    }

    /// Types behind the first stub of a locale, or behind all.
    fn translate(&mut self, locale: &'static str, all: bool) {
        for key in KEYS {
            let path = self.project.catalog_path(locale, key);
            let Some(text) = self.files.get(&path) else {
                continue;
            };
            let (mut out, mut german) = (String::new(), String::new());
            let mut is_done = false;
            for line in text.lines() {
                if let Some(rest) = line.strip_prefix("# de: ") {
                    rest.clone_into(&mut german);
                }
                let stub = line.strip_prefix("# ").filter(|rest| rest.ends_with(" ="));
                match stub.filter(|_| all || !is_done) {
                    Some(stub) => {
                        let typed = format!("T{}x", self.typed.len());
                        out.extend([stub, " ", &typed, "\n"]);
                        self.typed.push((typed, locale, fold(&german)));
                        is_done = true;
                    }
                    None => out.extend([line, "\n"]),
                }
            }
            self.files.insert(path, out);
        }
    }

    fn prepared(&self, key: &str, sentences: &[String]) -> Prepared {
        let file = |locale: &str| {
            self.files
                .get(&self.project.catalog_path(locale, key))
                .cloned()
        };
        self.project.prepare(Raw {
            key: key.to_owned(),
            path: format!("articles/{key}.txt"),
            format: format_of("txt").expect("plain text is a format"),
            text: format!("{}\n", sentences.join(" ")),
            source: file("de"),
            targets: LOCALES
                .iter()
                .map(|locale| {
                    let path = self.project.catalog_path(locale, key);
                    ((*locale).to_owned(), path, file(locale))
                })
                .collect(),
        })
    }

    fn all(&self) -> Vec<Prepared> {
        let articles = self.articles.iter();
        articles
            .map(|(key, sentences)| self.prepared(key, sentences))
            .collect()
    }

    /// The catalogs of articles that are gone.
    fn orphans(&self) -> Vec<Orphan> {
        let gone = KEYS.iter().filter(|key| !self.articles.contains_key(*key));
        let orphan = |key: &&str| {
            let path = self.project.catalog_path("de", key);
            let text = self.files.get(&path)?.clone();
            let target = |locale: &&str| {
                let path = self.project.catalog_path(locale, key);
                let text = self.files.get(&path).cloned();
                TargetFile::new((*locale).to_owned(), path, text)
            };
            Some(Orphan {
                key: (*key).to_owned(),
                old: Source::of(&Catalog::parse(&text).value),
                targets: LOCALES.iter().map(target).collect(),
                others: Vec::new(),
                is_whole: true,
                path,
                text,
            })
        };
        gone.filter_map(orphan).collect()
    }

    /// Carries out what `sync` plans; whether there was anything.
    fn once(&mut self) -> bool {
        let orphans = self.orphans();
        let together = self.project.join(self.all(), orphans, Unread::default());
        let plans = self.project.plan(&together, false);
        let mut has_changed = false;
        for change in plans.into_iter().flat_map(|plan| plan.steps).flatten() {
            if !change.differs() {
                continue;
            }
            has_changed = true;
            match change.new {
                Some(text) => drop(self.files.insert(change.path, text)),
                None => drop(self.files.remove(&change.path)),
            }
        }
        has_changed
    }

    fn sync(&mut self) {
        self.once();
        let files = self.files.clone();
        let has_changed = self.once();
        assert!(
            !has_changed,
            "a second run changes something:\n{files:#?}\n{:#?}",
            self.files
        );
    }

    /// What must be true after every `sync`.
    fn holds(&self) {
        for (text, locale, _) in &self.typed {
            let mut files = self.files.iter();
            let folder = format!("/{locale}/");
            let is_kept = files.any(|(path, file)| path.contains(&folder) && file.contains(text));
            assert!(is_kept, "{text} is lost:\n{:#?}", self.files);
        }
        for article in self.all() {
            let path = self.project.catalog_path("de", &article.key);
            let catalog = Catalog::parse(self.files.get(&path).map_or("", String::as_str)).value;
            let texts: Vec<String> = Source::of(&catalog)
                .units
                .into_iter()
                .map(|unit| unit.text)
                .collect();
            let units = article.units.iter().map(|unit| unit.text(&article.text));
            assert_eq!(
                texts,
                units.collect::<Vec<_>>(),
                "the source catalog is the article"
            );
            for target in &article.targets {
                let compared = self.project.compare(&article, target);
                for item in compared
                    .items
                    .iter()
                    .filter(|item| item.state == State::Current)
                {
                    let value = item.target.as_deref().unwrap_or_default();
                    let made = self.typed.iter().find(|(text, ..)| text == value);
                    let made = made.map(|(.., german)| german.as_str());
                    // A text that was put together of several is nobody's to vouch for here.
                    if let Some(german) = made {
                        let mut group = compared.items.iter().enumerate();
                        let leader = group.position(|(_, other)| other.id == item.id);
                        let members = compared
                            .items
                            .iter()
                            .filter(|other| Some(other.leader) == leader);
                        let texts: Vec<String> = members.map(|other| fold(&other.source)).collect();
                        let whole = texts.join(" ");
                        assert_eq!(whole, german, "{value} is not for this:\n{:#?}", self.files);
                    }
                }
            }
        }
        for file in self.files.values() {
            let parsed = Catalog::parse(file);
            assert!(
                parsed.diagnostics.is_empty(),
                "{:?}\n{file}",
                parsed.diagnostics
            );
            let values = parsed
                .value
                .messages()
                .filter_map(|(_, entry)| entry.value());
            assert!(
                values.map(Value::text).all(|text| !text.contains("# ")),
                "{file}"
            );
        }
    }
}
