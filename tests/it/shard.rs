//! Work spread over machines: what shares made, merged, is what one run makes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{Folder, loudly, program};
use crate::walk::said;

/// Forms of the output of `check` and `status`.
const CHECK: [&str; 9] = [
    "human", "short", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown",
];
const STATUS: [&str; 4] = ["human", "json", "markdown", "html"];

/// A workspace on one machine: five articles in three locales, with findings of every weight, links
/// from one article to another, an application's catalog, and an article that cannot be read.
pub(crate) fn machine() -> Folder {
    let folder = Folder::new();
    folder.put(
        "satz.yaml",
        "locales: [en, fr, ar]\ngate: {complete: [{locale: fr, minimum: 80}]}\n",
    );
    let link = "Mehr steht [hier](fest.md) und [dort](news/zug.md).";
    for (key, text) in [
        (
            "bruecke",
            format!("# Die Brücke\n\nSie ist 30 Meter lang. {link}\n"),
        ),
        (
            "fest",
            "# Das Fest\n\nAm 7. Februar ist ein Fest. Es kommen 80 Leute.\n".to_owned(),
        ),
        (
            "markt",
            "# Der Markt\n\nDer Eintritt kostet 5 Euro. „Schön“, sagt Anna.\n".to_owned(),
        ),
        (
            "news/zug",
            "# Der Zug\n\nEr fährt um 8 Uhr. Zurück [zum Fest](../fest.md).\n".to_owned(),
        ),
        ("wiese", "Die Wiese ist naß.\n".to_owned()),
    ] {
        folder.put(&format!("articles/{key}.md"), text);
    }
    folder.put("locales/de/app.ftl", "save = Speichern { $name }\n");
    folder.put("locales/en/app.ftl", "save = Save\n");
    satz(&folder, "sync");
    for (locale, word) in [("en", "about 31"), ("fr", "environ 80"), ("ar", "نص")] {
        let below = folder.path().join("locales").join(locale);
        for (number, (path, bytes)) in folder.tree().into_iter().enumerate() {
            let Some(bytes) = bytes.filter(|_| path.starts_with(&below)) else {
                continue;
            };
            let text = String::from_utf8(bytes).unwrap();
            let lines = text.lines().enumerate().map(|(at, line)| {
                let stub = line.strip_prefix("# ").filter(|rest| rest.ends_with(" ="));
                match stub {
                    Some(stub) if (at + number) % 3 > 0 => format!("{stub} {word} {at}"),
                    _ => line.to_owned(),
                }
            });
            fs::write(&path, lines.collect::<Vec<_>>().join("\n") + "\n").unwrap();
        }
    }
    satz(&folder, "sync");
    let text = folder.get("articles/markt.md").replace("5 Euro", "6 Euro");
    folder.put("articles/markt.md", text);
    folder.put("articles/kaputt.md", b"\xFF\xFE");
    folder
}

/// Status, standard output and standard error.
type Said = (Option<i32>, Vec<u8>, String);

fn satz(folder: &Folder, arguments: &str) -> Said {
    let mut command = program();
    command
        .args(arguments.split(' '))
        .current_dir(folder.path());
    command
        .env("COLUMNS", "100")
        .env_remove("GITHUB_STEP_SUMMARY");
    let output = command.output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    (output.status.code(), output.stdout, err)
}

/// Runs the shares of a command, each on its own machine, and leaves the parts with the first one.
fn spread(machines: &[Folder], arguments: &str) -> String {
    let mut parts = Vec::new();
    for (at, machine) in machines.iter().enumerate() {
        let share = format!("{arguments} --shard {}/{}", at + 1, machines.len());
        let (_, part, err) = satz(machine, &share);
        assert!(part.starts_with(b"satz part"), "{share}: {err}");
        let name = format!("part-{at}");
        machines[0].put(&name, part);
        // The order in which they are given does not matter.
        parts.insert(0, name);
    }
    // What is shown and written, whoever merges says.
    let given = arguments
        .split(' ')
        .filter(|word| !["check", "status", "build"].contains(word));
    let options: Vec<&str> = given.collect();
    let options = match &options[..] {
        [] => String::new(),
        options => format!(" -- {}", options.join(" ")),
    };
    format!("merge-reports {}{options}", parts.join(" "))
}

fn lines(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    lines
}

#[test]
fn reports_of_shares_are_that_of_one_run() {
    let alone = machine();
    for count in [1, 2, 3, 9] {
        let machines: Vec<Folder> = (0..count).map(|_| machine()).collect();
        let check = CHECK.map(|form| format!("check --format {form}"));
        let status = STATUS.map(|form| format!("status --format {form}"));
        let more = [
            "check --frozen --fail-on warning --report sarif=x.sarif --report json=x.json",
            "check en fr --article news/* --article fest --least warning --format short",
            "--set missing=mark check --exit-zero --format json",
            "status ar --state missing",
        ];
        for arguments in check.iter().chain(&status).map(String::as_str).chain(more) {
            let merge = spread(&machines, arguments);
            let (one, many) = (satz(&alone, arguments), satz(&machines[0], &merge));
            let text = |said: &Said| String::from_utf8(said.1.clone()).unwrap();
            assert_eq!(text(&many), text(&one), "{arguments}, {count} shares");
            assert_eq!(many.0, one.0, "{arguments}, {count} shares");
            // What could not be read, each says with its own path.
            let places = machines.iter().chain([&alone]);
            let place = |said: &Said| {
                let places = places.clone().map(|folder| folder.path().to_str().unwrap());
                places.fold(said.2.clone(), |text, path| text.replace(path, "[DIR]"))
            };
            let (one, many) = (place(&one), place(&many));
            assert_eq!(lines(&many), lines(&one), "{arguments}, {count} shares");
            if arguments.contains("x.sarif") {
                for report in ["x.sarif", "x.json"] {
                    assert_eq!(machines[0].get(report), alone.get(report), "{count} shares");
                }
            }
        }
    }
}

/// The outputs of a machine, by their paths in the workspace.
fn outputs(folder: &Folder) -> BTreeMap<PathBuf, Vec<u8>> {
    let inside = |path: &Path| path.strip_prefix(folder.path()).unwrap().to_owned();
    let files = folder.tree().into_iter();
    let files = files.filter_map(|(path, bytes)| Some((inside(&path), bytes?)));
    files
        .filter(|(path, _)| path.starts_with("build"))
        .collect()
}

#[test]
fn outputs_and_manifest_of_shares_are_those_of_one_run() {
    for arguments in [
        "build",
        "build --format html,bilingual --missing mark",
        "build en --threshold 60",
    ] {
        let alone = machine();
        let one = satz(&alone, arguments);
        for count in [1, 2, 4] {
            let machines: Vec<Folder> = (0..count).map(|_| machine()).collect();
            let merge = spread(&machines, arguments);
            for machine in &machines[1..] {
                for (path, bytes) in outputs(machine) {
                    machines[0].put(path.to_str().unwrap(), bytes);
                }
            }
            let many = satz(&machines[0], &merge);
            let text = |said: &Said| String::from_utf8(said.1.clone()).unwrap();
            assert_eq!(text(&many), text(&one), "{arguments}, {count} shares");
            assert_eq!(many.0, one.0, "{arguments}, {count} shares");
            let (many, one) = (outputs(&machines[0]), outputs(&alone));
            let names =
                |files: &BTreeMap<PathBuf, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
            assert_eq!(names(&many), names(&one), "{arguments}, {count} shares");
            for (path, bytes) in &one {
                assert!(many[path] == *bytes, "{}, {count} shares", path.display());
            }
        }
    }
}

#[test]
fn a_share_makes_only_its_own() {
    let machines = [machine(), machine()];
    spread(&machines, "build");
    let pages = machines.each_ref().map(outputs);
    let is_shared = pages[0].keys().any(|path| pages[1].contains_key(path));
    assert!(!is_shared && pages.iter().all(|pages| pages.len() > 3));
}

#[test]
fn parts_that_do_not_belong_together_are_refused() {
    let folder = machine();
    let part = |name: &str, arguments: &str| folder.put(name, satz(&folder, arguments).1);
    part("a", "check --shard 1/2");
    part("b", "check --shard 2/2");
    part("c", "status --shard 2/2");
    part("d", "check --shard 2/3");
    let mut torn = fs::read(folder.path().join("b")).unwrap();
    torn[40] ^= 1;
    folder.put("torn", torn);
    let refused = |arguments: &str, wanted: &str| {
        let (status, out, err) = satz(&folder, arguments);
        assert!(status == Some(2) && out.is_empty(), "{arguments}: {err}");
        assert!(err.contains(wanted), "{arguments}: {err}");
    };
    refused("merge-reports a", "2/2 is missing");
    refused("merge-reports a b b", "2/2 is there twice");
    refused("merge-reports a c", "come from different commands");
    refused("merge-reports a d", "come from different commands");
    refused("merge-reports a torn", "is no part");
    refused("merge-reports a satz.yaml", "is no part");
    refused("merge-reports a nowhere", "cannot be read");
    folder.put("articles/neu.md", "Ein neuer Satz.\n");
    refused("merge-reports a b", "were made of other articles");
    part("e", "check --shard 2/2");
    refused("merge-reports a e", "were made of different articles");
}

#[test]
fn a_part_runs_and_writes_nothing() {
    let folder = machine();
    let mut part = satz(
        &folder,
        "check --shard 1/1 --report json=x.json --fail-on never",
    );
    folder.put("part", &part.1);
    let (status, out, err) = satz(&folder, "merge-reports part");
    assert!(!folder.path().join("x.json").exists());
    assert_eq!(status, Some(2), "{err}");
    let out = String::from_utf8(out).unwrap();
    assert!(out.contains("the gate is shut"), "{out}");
    // Made with options that its rows depend on.
    part = satz(&folder, "build en --format md --missing mark --shard 1/1");
    folder.put("part", &part.1);
    let (status, out, err) = satz(&folder, "merge-reports part");
    assert!(status == Some(2) && out.is_empty(), "{err}");
    assert!(err.contains("`--format md --missing mark`"), "{err}");
}

/// The commands of `docs/scale.md` for one machine with several processors.
#[test]
fn the_example_for_gnu_parallel_does_what_it_says() {
    let page = include_str!("../../docs/scale.md");
    let script = page.split("```sh\n").nth(1).unwrap();
    let script = script.split("```").next().unwrap();
    let folder = machine();
    if !said(&folder, "parallel --version").contains("GNU parallel") {
        loudly("GNU parallel is not here: the example of docs/scale.md was not run");
        return;
    }
    fs::remove_file(folder.path().join("articles/kaputt.md")).unwrap();
    said(&folder, script);
    let alone = machine();
    fs::remove_file(alone.path().join("articles/kaputt.md")).unwrap();
    let (_, sarif, _) = satz(&alone, "check --frozen --format sarif");
    assert_eq!(folder.get("satz.sarif"), String::from_utf8(sarif).unwrap());
    satz(&alone, "build");
    assert!(outputs(&folder) == outputs(&alone), "other outputs");
}
