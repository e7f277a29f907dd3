//! What is kept between runs: with it and without it every command comes to the same result,
//! whatever changed meanwhile and whatever its times say.

use std::fs::{self, File, FileTimes};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use proptest::prelude::*;

use crate::support::{Folder, program, properties};

const ARTICLES: [&str; 3] = ["markt", "hafen", "news/bruecke"];
const SENTENCES: [&str; 6] = [
    "Am 3. Mai öffnet der Markt.",
    "Rund 80 Händler kommen, z. B. aus Kiel.",
    "Der Eintritt ist frei.",
    "Hunde dürfen nicht auf das Gelände.",
    "Bei Regen zieht der Markt in die Halle.",
    "Das Riesenrad bleibt stehen.",
];

/// Something that happens between two runs.
#[derive(Debug, Clone, Copy)]
enum Event {
    /// Sentences of an article change, the times do not.
    Rewrite(usize, usize, usize),
    /// A stub is filled, or a translation changed, in a locale.
    Translate(usize, usize),
    /// A file of the same length is written in the same moment, with the times it had.
    Swap(usize),
    Remove(usize),
    /// An output is changed, with the times it had, or removed.
    Spoil(usize),
    /// An article leads to another one.
    Link(usize, usize),
    /// An article is gone, or there again.
    Toggle(usize),
    Glossary(usize),
    /// The memory of the house is another one, or none.
    Memory(usize),
    Configure(usize),
    /// What was kept is cut off or changed at a place.
    Damage(usize),
    /// What was kept is gone.
    Forget,
    Sync,
    /// What was translated elsewhere is taken over, where facts alone differ, too.
    Fill(usize),
    Nothing,
}

fn event() -> impl Strategy<Value = Event> {
    let at = || 0..64_usize;
    prop_oneof![
        (at(), at(), at()).prop_map(|(a, b, c)| Event::Rewrite(a, b, c)),
        (at(), at()).prop_map(|(a, b)| Event::Translate(a, b)),
        at().prop_map(Event::Swap),
        at().prop_map(Event::Remove),
        at().prop_map(Event::Spoil),
        (at(), at()).prop_map(|(a, b)| Event::Link(a, b)),
        at().prop_map(Event::Toggle),
        at().prop_map(Event::Glossary),
        at().prop_map(Event::Memory),
        at().prop_map(Event::Configure),
        at().prop_map(Event::Damage),
        Just(Event::Forget),
        Just(Event::Sync),
        at().prop_map(Event::Fill),
        Just(Event::Nothing),
    ]
}

/// A workspace, and where satz keeps what it found out.
struct World {
    folder: Folder,
    kept: Folder,
}

impl World {
    fn new() -> Self {
        let (folder, kept) = (Folder::new(), Folder::new());
        folder.put("satz.yaml", "locales: [en, fr]\n");
        let world = Self { folder, kept };
        for (number, key) in ARTICLES.iter().enumerate() {
            world.write(key, number, number + 2);
        }
        world.satz(true, "sync");
        world
    }

    fn write(&self, key: &str, first: usize, count: usize) {
        let sentences = SENTENCES.iter().cycle().skip(first % SENTENCES.len());
        let text: Vec<&str> = sentences.take(1 + count % 4).copied().collect();
        let text = format!("# Ein Titel {first}\n\n{}\n", text.join(" "));
        self.folder.put(&format!("articles/{key}.md"), text);
    }

    /// Runs a command, with what was kept or without; its status and all that it said.
    fn satz(&self, keeps: bool, arguments: &str) -> String {
        let mut command = program();
        if keeps {
            command.env("SATZ_CACHE", self.kept.path());
        }
        let arguments = arguments.split(' ');
        let output = command.args(arguments).current_dir(self.folder.path());
        let output = output.output().unwrap();
        let (out, err) = (output.stdout, output.stderr);
        let [out, err] = [out, err].map(|bytes| String::from_utf8(bytes).unwrap());
        format!("{:?}\n{out}\n{err}", output.status.code())
    }

    fn kept(&self) -> Vec<PathBuf> {
        let tree = self.kept.tree().into_iter();
        let files = tree.filter_map(|(path, bytes)| bytes.map(|_| path));
        files.collect()
    }

    fn catalog(&self, index: usize) -> PathBuf {
        let locale = ["en", "fr"][index % 2];
        let key = ARTICLES[index / 2 % ARTICLES.len()];
        self.folder
            .path()
            .join(format!("locales/{locale}/{key}.ftl"))
    }

    /// Changes an output, or removes it.
    fn spoil(&self, number: usize) {
        let below = self.folder.path().join("build");
        let tree = self.folder.tree().into_iter();
        let files = tree.filter(|(path, bytes)| bytes.is_some() && path.starts_with(&below));
        let files: Vec<PathBuf> = files.map(|(path, _)| path).collect();
        let Some(path) = files.get(number % files.len().max(1)) else {
            return;
        };
        if number.is_multiple_of(3) || path.ends_with("manifest.json") {
            fs::remove_file(path).unwrap();
            return;
        }
        let times = times(path);
        let mut bytes = fs::read(path).unwrap();
        if let Some(byte) = bytes.last_mut() {
            *byte ^= 1;
        }
        fs::write(path, bytes).unwrap();
        put_times(path, times);
    }

    /// Puts a memory of the house there, with a sentence, with none, or with a fault.
    fn put_memory(&self, number: usize) {
        let german = SENTENCES[number % SENTENCES.len()];
        let unit = |target: &str| {
            format!(
                "<tu><tuv xml:lang=\"de\"><seg>{german}</seg></tuv><tuv xml:lang=\"en\"><seg>{target}</seg></tuv></tu>"
            )
        };
        let units = [String::new(), unit("First"), unit("Other"), unit("<ph")];
        let (head, end) = ("<tmx version=\"1.4\"><body>", "</body></tmx>");
        let text = format!("{head}{}{end}", units[number % units.len()]);
        self.folder.put("memory/haus.tmx", text);
    }

    fn happens(&self, event: Event) {
        match event {
            Event::Rewrite(article, first, count) => {
                let key = ARTICLES[article % ARTICLES.len()];
                let path = self.folder.path().join(format!("articles/{key}.md"));
                let times = times(&path);
                self.write(key, first, count);
                put_times(&path, times);
            }
            Event::Translate(catalog, to) => {
                let path = self.catalog(catalog);
                let Ok(text) = fs::read_to_string(&path) else {
                    return;
                };
                let at = to % text.lines().count().max(1);
                let lines = text.lines().enumerate().map(|(number, line)| {
                    let stub = line.strip_prefix("# ").filter(|rest| rest.ends_with(" ="));
                    match stub {
                        Some(stub) if number >= at => format!("{stub} Text {to}"),
                        _ => line.to_owned(),
                    }
                });
                let text = lines.collect::<Vec<_>>().join("\n");
                fs::write(&path, text + "\n").unwrap();
            }
            Event::Swap(catalog) => {
                let path = self.catalog(catalog);
                let Ok(text) = fs::read_to_string(&path) else {
                    return;
                };
                let times = times(&path);
                fs::write(&path, text.replace("Text 1", "Text 2")).unwrap();
                put_times(&path, times);
            }
            Event::Remove(catalog) => drop(fs::remove_file(self.catalog(catalog))),
            Event::Spoil(number) => self.spoil(number),
            Event::Link(from, to) => {
                let [from, to] = [from, to].map(|at| ARTICLES[at % ARTICLES.len()]);
                let up = if from.contains('/') { "../" } else { "" };
                let text = format!("# Ein Verweis\n\nMehr [davon]({up}{to}.md). Und Schluss.\n");
                self.folder.put(&format!("articles/{from}.md"), text);
            }
            Event::Toggle(article) => {
                let path = format!("articles/{}.md", ARTICLES[article % ARTICLES.len()]);
                let full = self.folder.path().join(&path);
                if full.exists() {
                    fs::remove_file(full).unwrap();
                } else {
                    self.folder.put(&path, "# Wieder da\n\nEin Satz.\n");
                }
            }
            Event::Glossary(number) => {
                let text = format!("-markt = market{}\n", number % 3);
                self.folder.put("locales/en/glossary.ftl", text);
                self.folder
                    .put("locales/de/glossary.ftl", "-markt = Markt\n");
            }
            Event::Memory(number) => self.put_memory(number),
            Event::Configure(number) => {
                let more = [
                    "",
                    "checks: [{check: number, severity: off}]\n",
                    "colon: always\n",
                    "publish: {threshold: 60}\n",
                    "missing: omit\n",
                    "memory: {show: best}\n",
                ];
                let text = format!("locales: [en, fr]\n{}", more[number % more.len()]);
                self.folder.put("satz.yaml", text);
            }
            Event::Damage(at) => {
                for path in self.kept() {
                    let mut bytes = fs::read(&path).unwrap();
                    let length = bytes.len().max(1);
                    if at % 2 == 0 {
                        bytes.truncate(at * 7919 % length);
                    } else if let Some(byte) = bytes.get_mut(at * 7919 % length) {
                        *byte ^= 1;
                    }
                    fs::write(path, bytes).unwrap();
                }
            }
            Event::Forget => {
                for path in self.kept() {
                    fs::remove_file(path).unwrap();
                }
            }
            Event::Sync => drop(self.satz(true, "sync")),
            Event::Fill(locale) => {
                let locale = ["en", "fr"][locale % 2];
                self.satz(true, &format!("fill {locale} --repaired"));
            }
            Event::Nothing => {}
        }
    }

    /// Builds with what was kept, and anew into an empty folder without: all outputs are the same.
    fn builds_the_same(&self, arguments: &str) {
        let outputs = || {
            let tree = self.folder.tree().into_iter();
            let below = self.folder.path().join("build");
            let inside = tree.filter(|(path, _)| path.starts_with(&below));
            inside.collect::<Vec<_>>()
        };
        let before = outputs();
        let with = self.satz(true, arguments);
        let kept = outputs();
        drop(fs::remove_dir_all(self.folder.path().join("build")));
        let without = self.satz(false, arguments);
        assert_eq!(
            without_removals(&with),
            without_removals(&without),
            "{arguments}"
        );
        let anew = outputs();
        // What cannot run leaves everything as it was.
        let wanted = if anew.is_empty() { &before } else { &anew };
        assert!(
            kept == *wanted,
            "{arguments}: {:?}",
            differing(&kept, wanted)
        );
    }

    /// Every command says with what was kept what it says without.
    fn agrees(&self) {
        for arguments in [
            "status --format json",
            "check --format json",
            "sync --check",
            "diff",
            "suggest en --format json",
            "suggest fr --article markt --least 40",
            "fill en --repaired --dry-run",
            "memory find Markt",
        ] {
            let (with, without) = (self.satz(true, arguments), self.satz(false, arguments));
            assert_eq!(with, without, "{arguments}");
        }
        self.builds_the_same("build");
    }
}

/// What a command said, without what it only says of builds before.
fn without_removals(said: &str) -> String {
    let lines = said.lines().filter(|line| !line.ends_with(": removed"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The paths at which two lists of files are not the same.
fn differing(
    one: &[(PathBuf, Option<Vec<u8>>)],
    two: &[(PathBuf, Option<Vec<u8>>)],
) -> Vec<PathBuf> {
    let alone = |one: &[_], two: &[(PathBuf, Option<Vec<u8>>)]| {
        let alone = one.iter().filter(|file| !two.contains(file));
        alone
            .map(|(path, _): &(PathBuf, _)| path.clone())
            .collect::<Vec<_>>()
    };
    [alone(one, two), alone(two, one)].concat()
}

fn times(path: &PathBuf) -> SystemTime {
    let meta = fs::metadata(path);
    meta.and_then(|meta| meta.modified())
        .unwrap_or(SystemTime::UNIX_EPOCH)
}

fn put_times(path: &PathBuf, time: SystemTime) {
    let file = File::options().append(true).open(path).unwrap();
    file.set_times(FileTimes::new().set_modified(time).set_accessed(time))
        .unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 20, ..properties(6) })]

    #[test]
    fn with_and_without_what_was_kept_the_result_is_the_same(
        events in prop::collection::vec(event(), 1..7),
    ) {
        let world = World::new();
        for event in events {
            world.happens(event);
            world.agrees();
        }
    }
}

#[test]
fn a_sync_is_the_same_with_what_was_kept() {
    let (with, without) = (World::new(), World::new());
    for world in [&with, &without] {
        world
            .folder
            .put("satz.yaml", "locales: [en, fr]\nmemory: {show: best}\n");
        world.happens(Event::Translate(0, 0));
        world.satz(true, "suggest en");
        world.satz(true, "sync");
        world.happens(Event::Rewrite(1, 4, 3));
        world.happens(Event::Translate(2, 0));
    }
    assert_eq!(with.satz(true, "sync"), without.satz(false, "sync"));
    let files = |world: &World| {
        let tree = world.folder.tree().into_iter();
        let inside = |path: PathBuf| path.strip_prefix(world.folder.path()).unwrap().to_owned();
        tree.map(|(path, bytes)| (inside(path), bytes))
            .collect::<Vec<_>>()
    };
    assert_eq!(files(&with), files(&without));
}

#[test]
fn a_page_is_made_anew_when_what_it_leads_to_comes_or_goes() {
    let world = World::new();
    world.happens(Event::Link(2, 0));
    world.happens(Event::Sync);
    world.builds_the_same("build");
    let page = || world.folder.get("build/de/news/bruecke.html");
    assert!(page().contains("../markt.html"), "{}", page());
    world.happens(Event::Toggle(0));
    world.builds_the_same("build");
    assert!(!page().contains("../markt.html"), "{}", page());
    world.happens(Event::Toggle(0));
    world.builds_the_same("build");
    assert!(page().contains("../markt.html"), "{}", page());
}

#[test]
fn an_output_that_was_changed_or_removed_is_made_anew() {
    let world = World::new();
    world.satz(true, "build");
    std::thread::sleep(Duration::from_millis(2100));
    // Now the times of the outputs tell their contents.
    world.satz(true, "build");
    for number in 0..12 {
        world.happens(Event::Spoil(number));
        world.builds_the_same("build");
    }
}

#[test]
fn one_article_alone_is_built_as_among_all() {
    let world = World::new();
    world.happens(Event::Link(2, 0));
    world.happens(Event::Sync);
    let page = || world.folder.get("build/de/news/bruecke.html");
    world.satz(false, "build");
    let among_all = page();
    drop(fs::remove_dir_all(world.folder.path().join("build")));
    world.satz(true, "build --article news/bruecke");
    assert_eq!(page(), among_all);
    assert!(page().contains("../markt.html"));
}

/// That something is kept at all, and that what is kept is what is said.
#[test]
fn what_was_kept_is_used() {
    let world = World::new();
    // Old enough that their times tell their contents.
    std::thread::sleep(Duration::from_millis(2100));
    world.satz(true, "status");
    let before = world.kept();
    assert!(!before.is_empty(), "nothing was kept");
    let bytes: Vec<_> = before.iter().map(|path| fs::read(path).unwrap()).collect();
    world.satz(true, "status");
    let after: Vec<_> = before.iter().map(|path| fs::read(path).unwrap()).collect();
    assert_eq!(bytes, after, "what has not changed was kept anew");
    assert!(world.satz(true, "--no-cache status").contains("markt"));
}

/// Of what is kept, only what nobody else can have written counts.
#[cfg(unix)]
#[test]
fn a_folder_that_others_can_write_to_is_not_used() {
    use std::os::unix::fs::PermissionsExt as _;

    let set = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
    let world = World::new();
    let own = fs::read_dir(world.kept.path()).unwrap().next().unwrap();
    let own = own.unwrap().path();
    assert_eq!(mode(&own), 0o700);
    assert!(!world.satz(true, "status").contains("note:"));
    // The looks of others are shut out, their hands are told.
    set(&own, 0o755);
    assert!(!world.satz(true, "status").contains("note:"));
    assert_eq!(mode(&own), 0o700);
    for path in [&own, world.kept.path()] {
        let before = mode(path);
        set(path, 0o777);
        let said = world.satz(true, "check");
        assert!(
            said.contains("can be written to by others, so nothing is kept there"),
            "{said}"
        );
        set(path, before);
    }
    // As /tmp is.
    set(world.kept.path(), 0o1777);
    assert!(!world.satz(true, "status").contains("note:"));
    set(world.kept.path(), 0o755);
    let elsewhere = Folder::new();
    fs::remove_dir_all(&own).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), &own).unwrap();
    let said = world.satz(true, "check");
    assert!(
        said.contains("is no folder, so nothing is kept there"),
        "{said}"
    );
    assert!(elsewhere.tree().is_empty());
}

#[test]
fn in_ci_nothing_is_kept_unless_asked_for() {
    let folder = Folder::new();
    folder.put("satz.yaml", "locales: [en]\n");
    folder.put("articles/a.md", "Ein Satz.\n");
    let keeps = |home: &Folder, arguments: &str, ci: &str| {
        let mut command = program();
        command.env_remove("SATZ_CACHE").env("HOME", home.path());
        command
            .env("XDG_CACHE_HOME", home.path())
            .env("LOCALAPPDATA", home.path());
        command
            .env("CI", ci)
            .args(arguments.split(' '))
            .current_dir(folder.path());
        command.output().unwrap();
        !home.tree().is_empty()
    };
    assert!(!keeps(&Folder::new(), "status", "true"));
    assert!(keeps(&Folder::new(), "--cache status", "true"));
    assert!(keeps(&Folder::new(), "status", ""));
    assert!(!keeps(&Folder::new(), "--no-cache status", ""));
}
