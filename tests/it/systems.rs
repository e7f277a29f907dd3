//! What Windows and macOS do to a workspace, shown in memory: line ends, names that differ only in case
//! or composition, names that a system does not keep.

use std::collections::BTreeMap;
use std::sync::Arc;

use satz::report::Status;
use satz::session::{Answer, InspectQuestion, Session, Sink, StatusQuestion, SyncQuestion};
use satz::store::{Error, Files};
use unicode_normalization::UnicodeNormalization as _;

/// A file system as on macOS and Windows: a name is found in any case and composition, and listed as it
/// was written.
#[derive(Debug)]
struct Lenient(BTreeMap<String, String>);

fn folded(path: &str) -> String {
    path.nfc().flat_map(char::to_lowercase).collect()
}

impl Files for Lenient {
    fn read(&self, path: &str) -> Result<Option<String>, Error> {
        let found = self.0.iter().find(|(own, _)| folded(own) == folded(path));
        Ok(found.map(|(_, text)| text.clone()))
    }

    fn list(&self, folder: &str) -> Vec<(String, bool)> {
        let paths = self.0.iter().filter(|(path, _)| {
            folder.is_empty() || folded(path).starts_with(&format!("{}/", folded(folder)))
        });
        let below = paths.map(|(path, text)| {
            let path = path.strip_prefix(folder).unwrap_or(path);
            (path.trim_start_matches('/').to_owned(), text.clone())
        });
        below.collect::<BTreeMap<_, _>>().list("")
    }
}

/// What a run says beside its answer.
#[derive(Default)]
struct Notes(Vec<String>);

impl Sink for Notes {
    fn note(&mut self, note: &dyn std::fmt::Display) {
        self.0.push(note.to_string());
    }

    fn fail(&mut self, error: &dyn std::fmt::Display) {
        self.0.push(error.to_string());
    }
}

const ARTICLE: &str = "---\ntitle: Der Hof\n---\n\n# Der Hof\n\nDas Tor ist offen. Der Hof\nist leer.\n\n- Ein Baum.\n";

/// A workspace whose article is translated, but for its last sentence.
fn translated() -> BTreeMap<String, String> {
    let mut files = BTreeMap::from([
        ("satz.yaml".to_owned(), "locales: [en]\n".to_owned()),
        ("articles/hof.md".to_owned(), ARTICLE.to_owned()),
    ]);
    sync(&mut files);
    let stubs = files["locales/en/hof.ftl"].clone();
    let count = stubs.lines().filter(|line| line.ends_with(" =")).count();
    let mut stub = 0;
    let typed = stubs.lines().map(|line| {
        stub += usize::from(line.ends_with(" ="));
        if line.ends_with(" =") && stub < count {
            format!("{line} The gate is open.\n")
        } else {
            format!("{line}\n")
        }
    });
    files.insert("locales/en/hof.ftl".to_owned(), typed.collect());
    sync(&mut files);
    files
}

/// Brings files in step; how many that changed.
fn sync(files: &mut BTreeMap<String, String>) -> usize {
    let session = Session::of_texts(files.clone()).unwrap();
    let question = SyncQuestion {
        writes: false,
        ..SyncQuestion::default()
    };
    let mut plan = session.plan_sync(&question, &mut ()).unwrap();
    let mut changed = 0;
    for step in plan.steps() {
        for file in step.files {
            changed += 1;
            files.insert(file.path, file.new.unwrap());
        }
    }
    changed
}

/// Units of the locale, those that are translated, and what was said.
fn standing(files: Arc<dyn Files>) -> (usize, usize, Vec<String>) {
    let session = Session::of_files(files).unwrap();
    let mut notes = Notes::default();
    let answer = session.status(StatusQuestion::default(), &mut notes);
    let Answer::Whole(standing) = answer.unwrap() else {
        unreachable!("no share was asked for")
    };
    let units = standing.rows.iter().map(Status::units).sum();
    let covered = standing.rows.iter().map(Status::covered).sum();
    (units, covered, notes.0)
}

fn findings(files: BTreeMap<String, String>) -> Vec<String> {
    let session = Session::of_texts(files).unwrap();
    let answer = session.inspect(InspectQuestion::default(), &mut ());
    let Answer::Whole(inspection) = answer.unwrap() else {
        unreachable!("no share was asked for")
    };
    let found = inspection.findings.iter();
    found
        .map(|found| {
            format!(
                "{}:{}:{} {}",
                found.at.path, found.line, found.column, found.what.code
            )
        })
        .collect()
}

#[test]
fn line_ends_of_windows_change_no_state_and_no_place() {
    let files = translated();
    let of_windows: BTreeMap<String, String> = { files.iter() }
        .map(|(path, text)| (path.clone(), text.replace('\n', "\r\n")))
        .collect();
    let (units, covered, _) = standing(Arc::new(files.clone()));
    assert!(covered > 2 && covered < units, "{covered} of {units}");
    assert_eq!(
        standing(Arc::new(of_windows.clone())),
        (units, covered, vec![])
    );
    assert_eq!(findings(of_windows.clone()), findings(files));
    assert_eq!(sync(&mut of_windows.clone()), 0, "nothing is out of step");
}

#[test]
fn a_translation_typed_on_windows_is_taken_with_its_line_ends() {
    let mut files = translated();
    let text = files.get_mut("locales/en/hof.ftl").unwrap();
    let typed: Vec<String> = { text.lines() }
        .map(|line| {
            if line.ends_with(" =") {
                format!("{line} A tree.")
            } else {
                line.to_owned()
            }
        })
        .collect();
    *text = typed.join("\r\n") + "\r\n";
    assert_eq!(sync(&mut files), 1);
    let text = &files["locales/en/hof.ftl"];
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    let (units, covered, _) = standing(Arc::new(files));
    assert_eq!(units, covered);
}

#[test]
fn a_byte_order_mark_of_windows_hides_nothing() {
    let files = translated();
    let marked: BTreeMap<String, String> = { files.iter() }
        .map(|(path, text)| (path.clone(), format!("\u{FEFF}{text}")))
        .collect();
    let (units, covered, _) = standing(Arc::new(files));
    let (marked_units, marked_covered, _) = standing(Arc::new(marked));
    assert_eq!((marked_units, marked_covered), (units, covered));
}

#[test]
fn names_in_the_composition_of_macos_are_one_article() {
    let renamed: BTreeMap<String, String> = { translated().into_iter() }
        .map(|(path, text)| {
            let path = path.replace("hof.", "übersicht.");
            (path, text.replace("hof.md", "übersicht.md"))
        })
        .collect();
    let decomposed: BTreeMap<String, String> = { renamed.iter() }
        .map(|(path, text)| (path.nfd().collect(), text.clone()))
        .collect();
    let expected = standing(Arc::new(renamed));
    assert!(expected.1 > 2, "{expected:?}");
    assert_eq!(standing(Arc::new(Lenient(decomposed))), expected);
}

#[test]
fn a_catalog_whose_name_has_another_case_is_found_where_the_system_finds_it() {
    let files = translated();
    let expected = standing(Arc::new(files.clone()));
    let shouted: BTreeMap<String, String> = { files.into_iter() }
        .map(|(path, text)| (path.replace("en/hof.ftl", "en/Hof.ftl"), text))
        .collect();
    assert_eq!(standing(Arc::new(Lenient(shouted))), expected);
}

#[test]
fn articles_that_are_one_file_elsewhere_are_refused() {
    for name in ["Hof.md", "HOF.md", "con.md", "Aux.md", "hof .md"] {
        let mut files = translated();
        files.insert(format!("articles/{name}"), "Ein Satz.\n".to_owned());
        let (_, _, notes) = standing(Arc::new(files));
        assert!(
            notes.iter().any(|note| note.contains(name)),
            "{name}: {notes:?}"
        );
    }
}

#[test]
fn long_names_keep_their_article() {
    // 200 bytes: with the ending of a file that is being written still a name that every system has.
    let name = "ä".repeat(100);
    let mut files = translated();
    files.insert(format!("articles/{name}.md"), "Ein Satz.\n".to_owned());
    assert_eq!(sync(&mut files), 2);
    assert!(files.contains_key(&format!("locales/en/{name}.ftl")));
}
