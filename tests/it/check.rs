//! The checks: what they find in units and catalogs, exemptions, severities and fixes.

mod cases;

use std::process::Stdio;

use satz::check::{Term, Translation, Unit, check_units};

use serde_json::Value;

use crate::shard::machine;
use crate::support::Folder;

/// A term: `German = translation; forms: one, other; forbidden: third`.
fn term(text: &str) -> Term {
    let mut parts = text.split("; ");
    let (source, target) = parts.next().unwrap().split_once(" = ").unwrap();
    let list = |key: &str| -> Vec<String> {
        let part = text.split("; ").find_map(|part| part.strip_prefix(key));
        part.map_or(Vec::new(), |part| {
            part.split(", ").map(str::to_owned).collect()
        })
    };
    Term {
        source: source.to_owned(),
        target: target.to_owned(),
        forms: list("forms: "),
        forbidden: list("forbidden: "),
    }
}

/// Status and both outputs of `satz` in a folder.
fn satz(folder: &Folder, arguments: &[&str]) -> (i32, String, String) {
    let output = crate::support::program()
        .args(arguments)
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn pairs_are_answered_one_by_one_and_in_order() {
    let folder = Folder::new();
    let lines = [
        r#"{"id": "a", "lang": "en", "doc": "d", "source": "Café", "target": "cafe\u0301"}"#,
        r#"{"id": "b", "lang": "fr", "source": "Ja.", "target": "Oui."}"#,
    ];
    folder.put("pairs.jsonl", lines.join("\n"));
    let (status, out, _) = satz(&folder, &["check", "--pairs", "pairs.jsonl"]);
    assert_eq!(status, 0);
    assert_eq!(
        out,
        "{\"id\":\"a\",\"checks\":[\"unicode:café\"],\"codes\":[\"not-nfc\"]}\n\
         {\"id\":\"b\",\"checks\":[],\"codes\":[]}\n"
    );
    let (_, out, _) = satz(
        &folder,
        &["check", "--pairs", "pairs.jsonl", "--least", "error"],
    );
    assert!(!out.contains("unicode"));
}

#[test]
fn a_line_that_is_no_pair_is_named() {
    let folder = Folder::new();
    folder.put("pairs.jsonl", "{\"id\": 1}");
    let (status, _, err) = satz(&folder, &["check", "--pairs", "pairs.jsonl"]);
    assert_eq!(status, 2);
    assert!(err.contains("pairs.jsonl:1: is no pair"), "{err}");
    let (status, _, err) = satz(&folder, &["check", "--pairs", "nowhere.jsonl"]);
    assert_eq!(status, 2);
    assert!(err.contains("nowhere.jsonl"), "{err}");
}

#[test]
fn every_check_explains_itself() {
    let folder = Folder::new();
    let (status, all, _) = satz(&folder, &["explain"]);
    assert_eq!(status, 0);
    for check in satz::check::CHECKS {
        assert!(all.contains(check.code));
        let manual = check.manual();
        assert!(manual.contains("Why it matters:"), "{}", check.code);
    }
    let (status, one, _) = satz(&folder, &["explain", "not-nfc"]);
    assert_eq!(status, 0);
    assert!(one.starts_with("not-nfc (warning)"), "{one}");
    let (status, _, err) = satz(&folder, &["explain", "not-nfk"]);
    assert_eq!(status, 2);
    assert!(err.contains("did you mean `not-nfc`?"), "{err}");
}

#[test]
fn codes_are_in_order_and_none_occurs_twice() {
    let codes: Vec<&str> = satz::check::CHECKS.iter().map(|check| check.code).collect();
    assert!(codes.is_sorted_by(|a, b| a < b), "{codes:?}");
}

/// A workspace with one article of one sentence, translated as given, below a comment.
fn workspace(configuration: &str, german: &str, comment: &str, english: &str) -> Folder {
    let folder = Folder::new();
    folder.put("satz.yaml", format!("locales: [en]\n{configuration}"));
    folder.put("articles/a.md", format!("{german}\n"));
    assert_eq!(satz(&folder, &["sync"]).0, 0);
    let stub = folder.get("locales/en/a.ftl");
    let id = stub
        .lines()
        .rev()
        .find_map(|line| line.strip_prefix("# s")?.strip_suffix(" ="));
    let id = format!("s{}", id.unwrap());
    folder.put(
        "locales/en/a.ftl",
        stub.replace(&format!("# {id} ="), &format!("{comment}{id} = {english}")),
    );
    folder
}

#[test]
fn a_unit_is_exempted_with_a_reason_alone() {
    let check = |comment: &str| {
        let folder = workspace("", "Es kamen 50 Menschen.", comment, "57 people came.");
        let (status, out, _) = satz(&folder, &["check"]);
        (status, out)
    };
    assert!(check("").1.contains("warning[number]"));
    let (status, out) = check("# check: number off: counted anew\n");
    assert_eq!(
        (status, out.as_str()),
        (
            0,
            "the gate is open: no findings\n1 of 1 sentence translated (100%)\n"
        )
    );
    let (_, out) = check("# check: number off\n");
    assert!(out.contains("warning[number]"), "{out}");
    assert!(out.contains("has no reason"), "{out}");
    let (_, out) = check("# check: month off: because\n");
    assert!(out.contains("hint[exemption]"), "{out}");
    let (_, out) = check("# check: numbr off: because\n");
    assert!(out.contains("did you mean `number`?"), "{out}");
}

/// A French article whose questions have no-break spaces before their marks, but for the last one.
fn french_questions(configuration: &str) -> Folder {
    let folder = Folder::new();
    folder.put("satz.yaml", format!("locales: [fr]\n{configuration}"));
    let questions = ["Wer", "Wie", "Wo", "Wann", "Warum", "Womit"];
    let german: Vec<String> = questions.iter().map(|word| format!("{word}?\n")).collect();
    folder.put("articles/a.md", german.join("\n"));
    assert_eq!(satz(&folder, &["sync"]).0, 0);
    let stubs = folder.get("locales/fr/a.ftl");
    let mut french = [
        "Qui\u{a0}?",
        "Comment\u{a0}?",
        "Où\u{a0}?",
        "Quand\u{a0}?",
        "Pourquoi\u{a0}?",
        "Avec quoi ?",
    ]
    .iter();
    let typed = stubs.lines().map(|line| match line.strip_suffix(" =") {
        Some(stub) => format!("{stub} = {}\n", french.next().unwrap()),
        None => format!("{line}\n"),
    });
    folder.put("locales/fr/a.ftl", typed.collect::<String>());
    assert_eq!(satz(&folder, &["sync"]).0, 0);
    folder
}

#[test]
fn a_check_that_is_off_by_default_is_turned_on_by_name_or_with_all_others() {
    let found = |configuration: &str, arguments: &[&str]| {
        let folder = french_questions(configuration);
        let (status, out, _) = satz(&folder, &[&["check"], arguments].concat());
        assert_eq!(status, 0, "{out}");
        out.contains("no-break-space")
    };
    assert!(!found("", &[]));
    assert!(found("", &["--all-checks"]));
    assert!(found("gate: {checks: all}\n", &[]));
    let on = "checks:\n  - {check: no-break-space, severity: hint}\n";
    assert!(found(on, &[]));
    let off = "checks:\n  - {check: no-break-space, severity: off}\n";
    assert!(!found(off, &["--all-checks"]));
    let folder = Folder::new();
    let line = |target: &str| {
        serde_json::json!({"id": "a", "lang": "fr", "source": "Wer?", "target": target}).to_string()
    };
    let lines = [&["Qui\u{a0}?"; 5][..], &["Qui ?"]].concat();
    let lines: Vec<String> = lines.into_iter().map(line).collect();
    folder.put("pairs.jsonl", lines.join("\n"));
    let check = ["check", "--pairs", "pairs.jsonl"];
    assert!(!satz(&folder, &check).1.contains("no-break-space"));
    let all = [&check[..], &["--all-checks"]].concat();
    assert!(satz(&folder, &all).1.contains("no-break-space"));
    assert!(
        satz(&folder, &["explain"])
            .1
            .contains("no-break-space       off ")
    );
    let page = satz(&folder, &["explain", "no-break-space"]).1;
    assert!(
        page.starts_with("no-break-space (hint, off by default)"),
        "{page}"
    );
}

#[test]
fn severities_are_those_of_the_configuration() {
    let run = |configuration: &str| {
        let folder = workspace(
            configuration,
            "Es kamen 50 Menschen.",
            "",
            "57 people came.",
        );
        satz(&folder, &["check"])
    };
    assert_eq!(run("checks:\n  - {check: number, severity: error}\n").0, 1);
    let (status, out, _) =
        run("checks:\n  - {check: number, locale: en, article: 'a*', severity: off}\n");
    assert_eq!(
        (status, out.as_str()),
        (
            0,
            "the gate is open: no findings\n1 of 1 sentence translated (100%)\n"
        )
    );
    let (status, _, err) = run("");
    assert_eq!((status, err.as_str()), (0, ""));
}

/// Other states are not looked at then.
#[test]
fn the_states_that_are_asked_for_show_what_a_whole_run_finds_in_them() {
    let folder = machine();
    let markt = "locales/en/markt.ftl";
    let text = folder
        .get(markt)
        .replace("# de:", "# check: number off: nur so\n# de:");
    folder.put(markt, text + "\ns0aaaaa = Nobody's\n\nno message\n");
    let findings = |arguments: &[&str]| -> Vec<Value> {
        let asked = [&["check", "--format", "json"], arguments].concat();
        let (_, out, _) = satz(&folder, &asked);
        let report: Value = serde_json::from_str(&out).unwrap();
        report["findings"].as_array().unwrap().clone()
    };
    let all = findings(&[]);
    let mut counts = Vec::new();
    for states in [
        "missing",
        "stale",
        "obsolete",
        "missing,stale,obsolete",
        "current",
        "missing,current",
    ] {
        let is_wanted = |found: &&Value| {
            let state = found["state"].as_str().unwrap_or_default();
            state.is_empty() || states.split(',').any(|own| own == state)
        };
        let wanted: Vec<Value> = all.iter().filter(is_wanted).cloned().collect();
        assert_eq!(findings(&["--state", states]), wanted, "{states}");
        counts.push(wanted.len());
    }
    let common = findings(&["--state", "inherited"]).len();
    assert!(
        counts.iter().all(|count| *count > common),
        "{counts:?} {common}"
    );
}

#[test]
fn a_fix_touches_the_value_it_names_alone() {
    let folder = workspace(
        "",
        "Die Welle war 2,5 Meter hoch.",
        "",
        "The wave was 2,5 metres  high, {\"{\"}really{\"}\"}.",
    );
    let before = folder.get("locales/en/a.ftl");
    let (_, _, err) = satz(&folder, &["check", "--fix"]);
    assert!(err.contains("locales/en/a.ftl: 2 set right"), "{err}");
    assert_eq!(
        folder.get("locales/en/a.ftl"),
        before
            .replace("was 2,5", "was 2.5")
            .replace("  high", " high")
    );
}

#[test]
fn a_fix_does_only_what_cannot_be_wrong() {
    let same = "";
    for (german, typed, fixed) in [
        (
            "Der Kahn wiegt 3,5 Tonnen.",
            "The boat weighs 3,5 tons.",
            "The boat weighs 3.5 tons.",
        ),
        (
            "Es sind rund 4.200 Boote.",
            "There are about 4.200 boats.",
            "There are about 4,200 boats.",
        ),
        (
            "Der Kahn ist grün.",
            "The bo\u{200B}at is green.",
            "The boat is green.",
        ),
        (
            "Das Café ist zu.",
            "The cafe\u{301} is closed.",
            "The café is closed.",
        ),
        (
            "Siehe Kapitel 2.100 im Buch.",
            "See chapter 2.100 in the book.",
            same,
        ),
        (
            "Der Teil 17.204-8 fehlt.",
            "Part 17.204-8 is missing.",
            same,
        ),
        (
            "Mehr im [Plan](#der-plan).",
            "More in the [plan](#the-plan).",
            same,
        ),
        (
            "Post an post@kahn.example.",
            "Mail to mail@kahn.example.",
            same,
        ),
        (
            "Sie kommt ab und zu vorbei.",
            "She drops by from time to time to to talk.",
            same,
        ),
        (
            "Das zeigt die Datei.",
            "The file .htaccess , shows it.",
            same,
        ),
        (
            "Man schreibt &amp;uuml; dafür.",
            "You write &amp;uuml; for it.",
            same,
        ),
        ("Der Kahn ist grün.", "The boat is gr\u{AD}een.", same),
    ] {
        let folder = workspace("", german, "", typed);
        let before = folder.get("locales/en/a.ftl");
        satz(&folder, &["check", "--fix"]);
        let fixed = if fixed == same { typed } else { fixed };
        assert_eq!(
            folder.get("locales/en/a.ftl"),
            before.replace(typed, fixed),
            "{german}"
        );
    }
}

#[test]
fn a_slip_before_the_text_is_set_right() {
    let german = "Der Kahn liegt am Kai, und niemand steigt ein.";
    let typed = "The boat lies at the quay, and nobody gets on.";
    let folder = workspace("", german, "", typed);
    let right = folder.get("locales/en/a.ftl");
    let line = right.lines().find(|line| line.contains(typed)).unwrap();
    let id = line.split(' ').next().unwrap();
    for slip in [
        format!("{id}: {typed}"),
        format!("{id}\t= {typed}"),
        format!("{id} {typed}"),
        format!("#{id} = {typed}"),
        format!("  {id} = {typed}"),
    ] {
        folder.put("locales/en/a.ftl", right.replace(line, &slip));
        let (_, out, _) = satz(&folder, &["check", "--format", "short"]);
        assert_eq!(
            out.matches(": error[").count(),
            1,
            "one cause, one finding: {out}"
        );
        satz(&folder, &["check", "--fix"]);
        satz(&folder, &["sync"]);
        let found = folder.get("locales/en/a.ftl");
        assert!(found.lines().any(|found| found == line), "{slip}: {found}");
    }
    let broken = line.replace("quay, and", "quay,\nand");
    folder.put("locales/en/a.ftl", right.replace(line, &broken));
    let (_, out, _) = satz(&folder, &["check", "--format", "short"]);
    assert_eq!(out.lines().count(), 1, "{out}");
    satz(&folder, &["check", "--fix"]);
    let fixed = line.replace("quay, and", "quay,\n    and");
    assert_eq!(folder.get("locales/en/a.ftl"), right.replace(line, &fixed));
    // What may be a remark is left.
    let remark = format!("{line}\nask Anna again.");
    folder.put("locales/en/a.ftl", right.replace(line, &remark));
    satz(&folder, &["check", "--fix"]);
    assert_eq!(folder.get("locales/en/a.ftl"), right.replace(line, &remark));
}

#[test]
fn a_fix_sets_right_the_same_fault_as_often_as_it_stands_in_a_value() {
    let folder = workspace("", "Ein Besuch am Abend.", "", "A  visit in  the evening.");
    let (_, out, _) = satz(&folder, &["check", "--format", "short"]);
    assert!(out.contains(":12: warning[doubled-space]"), "{out}");
    assert!(out.contains(":22: warning[doubled-space]"), "{out}");
    let (_, _, err) = satz(&folder, &["check", "--fix"]);
    assert!(err.contains("locales/en/a.ftl: 2 set right"), "{err}");
    let text = folder.get("locales/en/a.ftl");
    assert!(text.contains("= A visit in the evening."), "{text}");
}

proptest::proptest! {
    #![proptest_config(crate::support::properties(400))]

    #[test]
    fn no_text_makes_a_check_panic(source in naughty(), target in naughty(), locale in 0..satz::language::LEXICONS.len()) {
        let unit = |source: &str, target: &str| Unit {
            source: source.to_owned(),
            target: target.to_owned(),
            ..Unit::default()
        };
        let units = vec![unit(&source, &target), unit(&target, &source), unit(&source, &source)];
        let translation = Translation::new("de", satz::language::LEXICONS[locale], units);
        for flawed in check_units(&translation) {
            let span = flawed.flaw.span;
            assert!(translation.units[flawed.unit].target.get(span.start..span.end).is_some());
        }
    }
}

/// Texts of what numbers, names and marks are made of, and of what breaks careless code.
fn naughty() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::prelude::*;
    const PIECES: [&str; 60] = [
        "1",
        "00",
        "12",
        "1.000",
        "2,5",
        "٧",
        "۹",
        ".",
        ",",
        "'",
        "’",
        " ",
        "\u{A0}",
        "\u{202F}",
        "-",
        "–",
        "/",
        ":",
        "%",
        "€",
        "zwei",
        "hundert",
        "und",
        "twenty",
        "one",
        "thousand",
        "quatre",
        "vingt",
        "halb",
        "acht",
        "Uhr",
        "Mio",
        "million",
        "Mai",
        "May",
        "Montag",
        "Monday",
        "nicht",
        "n't",
        "don",
        "XIV",
        "CNN",
        "CDN",
        "Trump",
        "Turmp",
        "ÄÖ",
        "ß",
        "İ",
        "ǅ",
        "e\u{301}",
        "\u{AD}",
        "\u{200B}",
        "\u{202E}",
        "🇩🇪",
        "\u{1F468}\u{200D}\u{1F469}",
        "ﷺ",
        "п'ять",
        "{ $x }",
        "\n",
        "\0",
    ];
    proptest::collection::vec((0..PIECES.len()).prop_map(|index| PIECES[index]), 0..24)
        .prop_map(|list| list.concat())
}
proptest::proptest! {
    #![proptest_config(crate::support::properties(256))]

    #[test]
    fn no_pair_of_texts_makes_a_check_fail(
        source in "[`<>{}$%\\[\\]()*@/&#\\\\a-zA-ZéäжЖي.,:;!?\"„“”«»'’ 0-9\u{200B}\u{301}\u{A0}\n]{0,60}",
        target in "([`<>{}$%\\[\\]()*@/&#\\\\a-zA-ZéäжЖي.,:;!?\"„“”«»'’ 0-9\u{200B}\u{301}\u{A0}\n]|\\PC){0,60}",
        locale in "en|fr|es|pl|uk|ar|tr|ja|zz",
    ) {
        let unit = |id: &str, source: &str, target: &str| Unit {
            id: id.to_owned(),
            source: source.to_owned(),
            target: target.to_owned(),
            terms: [term("Tor = gate; forbidden: door")].into(),
        };
        let units = vec![unit("a", &source, &target), unit("b", &target, &source)];
        let translation = Translation::new("de", locale, units);
        for flawed in check_units(&translation) {
            let span = flawed.flaw.span;
            let target = &translation.units[flawed.unit].target;
            assert!(target.get(span.start..span.end).is_some(), "{}", flawed.check.code);
        }
    }
}
