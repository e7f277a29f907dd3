//! A file that cannot be read loses nothing that it may own: what it may have a part in waits, the
//! rest goes on, and the next run, with the file mended, does it all.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;

use crate::pipeline::{fill, open, run, satz};
use crate::support::Folder;

const MILL: &str = "\
# Die Mühle am Bach

Das Rad dreht sich seit 1821. Im Keller lagert Roggen. Sonntags gibt es Führungen.

Der Müller heißt Anton Reiter.
";

const BAKERY: &str = "\
# Die Bäckerei

Brot kommt um sechs aus dem Ofen. Am Montag bleibt das Geschäft zu.
";

/// Two articles, translated into two locales.
fn translated() -> Folder {
    let folder = Folder::new();
    folder.put("satz.yaml", "source: de\nlocales: [en, fr]\n");
    folder.put("articles/muehle.md", MILL);
    folder.put("articles/baeckerei.md", BAKERY);
    run(&folder, "sync");
    for locale in ["en", "fr"] {
        fill(&folder, locale, "muehle");
        fill(&folder, locale, "baeckerei");
    }
    run(&folder, "sync");
    assert_eq!((open(&folder, "en"), open(&folder, "fr")), (vec![], vec![]));
    folder
}

/// All files below a workspace, with their bytes.
fn tree(folder: &Folder) -> Vec<(PathBuf, Option<Vec<u8>>)> {
    let all = folder.tree().into_iter();
    let below = |path: PathBuf| path.strip_prefix(folder.path()).unwrap().to_owned();
    all.map(|(path, bytes)| (below(path), bytes)).collect()
}

/// Ways to make a file unreadable.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Damage {
    NotUtf8,
    Utf16,
    Folder,
    LinkToItself,
    LinkToNothing,
    Conflict,
    LostEquals,
    Foreign,
}

const ALL: [Damage; 6] = [
    Damage::NotUtf8,
    Damage::Utf16,
    Damage::Folder,
    Damage::LinkToItself,
    Damage::LinkToNothing,
    Damage::Conflict,
];

/// A file that was made unreadable, and its bytes before.
struct Broken {
    path: PathBuf,
    before: Vec<u8>,
}

fn damage(folder: &Folder, path: &str, damage: Damage) -> Broken {
    let path = folder.path().join(path);
    let before = fs::read(&path).unwrap();
    let text = String::from_utf8(before.clone()).unwrap();
    fs::remove_file(&path).unwrap();
    match damage {
        Damage::NotUtf8 => fs::write(&path, [before.as_slice(), b"# caf\xe9\n"].concat()).unwrap(),
        Damage::Utf16 => {
            let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            fs::write(&path, wide).unwrap();
        }
        Damage::Folder => fs::create_dir(&path).unwrap(),
        Damage::LinkToItself => symlink(&path, &path).unwrap(),
        Damage::LinkToNothing => symlink("nirgends.ftl", &path).unwrap(),
        Damage::Conflict => {
            let both = format!("{text}\n<<<<<<< HEAD\n# da\n=======\n# dort\n>>>>>>> other\n");
            fs::write(&path, both).unwrap();
        }
        Damage::LostEquals => fs::write(&path, text.replace(" = ", " ")).unwrap(),
        Damage::Foreign => fs::write(&path, text + "\nhallo = Hallo\n").unwrap(),
    }
    Broken { path, before }
}

impl Broken {
    fn mend(&self) {
        if self.path.is_dir() {
            fs::remove_dir(&self.path).unwrap();
        } else {
            fs::remove_file(&self.path).unwrap();
        }
        fs::write(&self.path, &self.before).unwrap();
    }
}

fn translations(folder: &Folder) -> Vec<Vec<(String, String)>> {
    ["en", "fr"].map(|locale| open(folder, locale)).to_vec()
}

/// Changes the articles while a file cannot be read: what `sync` does is refused, names the file,
/// and is done by the next run.
fn waits(path: &str, how: Damage, edit: impl Fn(&Folder)) {
    let healthy = translated();
    edit(&healthy);
    run(&healthy, "sync");
    let wanted = (tree(&healthy), translations(&healthy));

    let folder = translated();
    let broken = damage(&folder, path, how);
    edit(&folder);
    let before = tree(&folder);
    for command in ["sync", "sync --check", "sync --diff", "sync --prune"] {
        let said = satz(&folder, command);
        let text = format!("{path} {how:?} {command}: {}{}", said.out, said.err);
        assert_eq!(said.status, 2, "{text}");
        assert!(said.err.contains(path), "{text}");
        assert!(!text.contains("in step"), "{text}");
        assert!(tree(&folder) == before, "{text}");
    }
    broken.mend();
    run(&folder, "sync");
    assert_eq!(translations(&folder), wanted.1, "{path} {how:?}");
    assert!(tree(&folder) == wanted.0, "{path} {how:?}");
}

fn rename(folder: &Folder) {
    let articles = folder.path().join("articles");
    fs::rename(articles.join("muehle.md"), articles.join("wassermuehle.md")).unwrap();
}

#[test]
fn a_renamed_article_waits_for_its_catalogs() {
    for how in ALL {
        waits("locales/fr/muehle.ftl", how, rename);
    }
    for how in [
        Damage::NotUtf8,
        Damage::Utf16,
        Damage::Folder,
        Damage::LinkToItself,
        Damage::LostEquals,
        Damage::Foreign,
    ] {
        waits("locales/de/muehle.ftl", how, rename);
    }
}

#[test]
fn what_is_split_off_or_joined_waits_too() {
    let split = |folder: &Folder| {
        let (first, second) = MILL.split_once("\n\nDer").unwrap();
        folder.put("articles/muehle.md", format!("{first}\n"));
        folder.put("articles/mueller.md", format!("# Leute\n\nDer{second}"));
    };
    let join = |folder: &Folder| {
        fs::remove_file(folder.path().join("articles/baeckerei.md")).unwrap();
        let body = BAKERY.split_once("\n\n").unwrap().1;
        folder.put("articles/muehle.md", format!("{MILL}\n{body}"));
    };
    for how in ALL {
        waits("locales/en/muehle.ftl", how, split);
        waits("locales/en/baeckerei.ftl", how, join);
    }
    waits("locales/de/baeckerei.ftl", Damage::NotUtf8, join);
}

#[test]
fn a_sentence_waits_for_the_article_it_may_stand_in() {
    let go = |folder: &Folder| {
        let sentence = " Im Keller lagert Roggen.";
        folder.put("articles/muehle.md", MILL.replace(sentence, ""));
        let bakery = BAKERY.trim_end().to_owned() + sentence + "\n";
        fs::write(folder.path().join("locales/bakery"), bakery).unwrap();
    };
    let healthy = translated();
    go(&healthy);
    let bakery = healthy.get("locales/bakery");
    healthy.put("articles/baeckerei.md", &bakery);
    run(&healthy, "sync");
    assert_eq!(open(&healthy, "en"), []);

    let folder = translated();
    go(&folder);
    for bytes in [b"# B\xe4ckerei\n".to_vec(), b"#\0 \0B\0\n\0".to_vec()] {
        fs::write(folder.path().join("articles/baeckerei.md"), bytes).unwrap();
        let before = tree(&folder);
        let said = satz(&folder, "sync");
        assert_eq!(said.status, 2);
        for path in ["articles/baeckerei.md", "articles/muehle.md"] {
            assert!(said.err.contains(path), "{}", said.err);
        }
        assert!(tree(&folder) == before, "{}", said.err);
    }
    folder.put("articles/baeckerei.md", bakery);
    run(&folder, "sync");
    assert!(tree(&folder) == tree(&healthy));
}

#[test]
fn others_go_on() {
    let folder = translated();
    let broken = damage(&folder, "locales/fr/muehle.ftl", Damage::NotUtf8);
    rename(&folder);
    folder.put("articles/neu.md", "# Ein neues Haus\n");
    folder.put("articles/baeckerei.md", BAKERY.replace("sechs", "sieben"));
    let said = satz(&folder, "sync");
    assert_eq!(said.status, 2);
    assert!(
        said.out.contains("wrote locales/en/neu.ftl"),
        "{}",
        said.out
    );
    assert!(
        said.out.contains("wrote locales/fr/baeckerei.ftl"),
        "{}",
        said.out
    );
    assert!(!said.out.contains("muehle"), "{}", said.out);
    broken.mend();
    run(&folder, "sync");
    let states: Vec<String> = open(&folder, "fr").into_iter().map(|unit| unit.1).collect();
    assert_eq!(states, ["stale", "missing"]);
}

#[test]
fn what_is_left_of_a_deleted_article_is_named() {
    let folder = translated();
    fs::remove_file(folder.path().join("articles/muehle.md")).unwrap();
    folder.put("locales/it/muehle.ftl", "### satz 1: articles/muehle.md\n");
    let said = satz(&folder, "sync");
    assert_eq!(said.status, 0);
    for locale in ["de", "en", "fr", "it"] {
        let path = format!("locales/{locale}/muehle.ftl");
        assert!(said.err.contains(&path), "{}", said.err);
    }
    damage(&folder, "locales/en/muehle.ftl", Damage::NotUtf8);
    for command in ["sync", "check"] {
        let said = satz(&folder, command);
        assert_eq!(said.status, 2, "{command}");
        assert!(said.err.contains("locales/en/muehle.ftl"), "{command}");
        assert!(!said.out.contains("the gate is open"), "{}", said.out);
    }
}

#[test]
fn of_equal_sentences_the_translated_one_stays() {
    const CHORUS: &str = "Die Glocke läutet dreimal.";
    let others = ["Der Wind dreht.", "Ein Boot legt ab.", "Niemand winkt."];
    let text = |order: &[&str]| order.join("\n\n") + "\n";
    let [one, two, three] = others;
    // Where the translated sentence stood, and what the article becomes.
    for (first, then) in [
        (vec![CHORUS, one, two], vec![one, CHORUS, two]),
        (vec![CHORUS, one, two], vec![one, two, CHORUS]),
        (vec![one, CHORUS, two], vec![CHORUS, one, two, three]),
        (vec![one, two, CHORUS], vec![CHORUS, three, one]),
    ] {
        let folder = Folder::new();
        folder.put("satz.yaml", "source: de\nlocales: [en, fr]\n");
        folder.put("articles/hafen.md", text(&first));
        run(&folder, "sync");
        fill(&folder, "en", "hafen");
        run(&folder, "sync");
        let both: Vec<&str> = [&then[..], &first[..]].concat();
        folder.put("articles/hafen.md", text(&both));
        run(&folder, "sync");
        folder.put("articles/hafen.md", text(&then));
        run(&folder, "sync");
        let new = then.iter().filter(|sentence| !first.contains(sentence));
        let missing = open(&folder, "en").into_iter();
        let missing = missing.filter(|(_, state)| state != "obsolete");
        assert_eq!(missing.count(), new.count(), "{then:?}");
        let said = satz(&folder, "sync --check");
        assert_eq!(said.status, 0, "{}{}", said.out, said.err);
        let count = folder
            .get("locales/en/hafen.ftl")
            .matches("DIE GLOCKE")
            .count();
        assert_eq!(count, 1, "{then:?}");
    }
}

#[test]
fn words_that_moved_are_not_lost_to_a_look_alike() {
    let folder = translated();
    folder.put("articles/muehle.md", MILL.replace("1821", "1921"));
    let moved = BAKERY.trim_end().to_owned() + " Das Rad dreht sich seit 1821.\n";
    folder.put("articles/baeckerei.md", moved);
    run(&folder, "sync");
    let states = open(&folder, "en");
    assert_eq!(states.len(), 1, "{states:?}");
    assert!(folder.get("locales/en/baeckerei.ftl").contains("DAS RAD"));
    // Both articles trade their whole texts.
    let folder = translated();
    folder.put("articles/muehle.md", BAKERY);
    folder.put("articles/baeckerei.md", MILL);
    run(&folder, "sync");
    assert_eq!(translations(&folder), [vec![], vec![]]);
}

#[test]
fn pages_of_all_articles_stay_as_long_as_one_cannot_be_read() {
    let folder = translated();
    folder.put(
        "satz.yaml",
        "source: de\nlocales: [en, fr]\npublish:\n  url: https://hof.example/\n",
    );
    run(&folder, "build");
    let before = tree(&folder);
    folder.put("articles/muehle.md", b"Caf\xE9\n".as_slice());
    let said = satz(&folder, "build");
    assert_eq!(said.status, 2);
    assert!(said.err.contains("articles/muehle.md"), "{}", said.err);
    folder.put("articles/muehle.md", MILL);
    assert_eq!(tree(&folder), before);
}
