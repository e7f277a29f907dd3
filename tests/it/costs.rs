//! Inputs that would take hours if some cost grew with the square of their size. The limit is
//! processor time, so that other work on the machine does not count, and many times what is needed.

use std::fmt::Write as _;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::support::{Folder, program};

/// Seconds of processor time that a command may take: an unoptimised build takes one or two.
const MOST: f64 = 40.0;

/// The same on the clock, where the system does not tell the time of a process.
const MOST_ON_CLOCK: Duration = Duration::from_mins(15);

/// Runs a command that must end in time, with one of the exit statuses 0 and 1.
fn ends(folder: &Folder, arguments: &str) {
    let mut child = program()
        .args(arguments.split(' '))
        .current_dir(folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        let is_over = match seconds(child.id()) {
            Some(seconds) => seconds > MOST,
            None => start.elapsed() > MOST_ON_CLOCK,
        };
        if is_over {
            child.kill().unwrap();
            child.wait().unwrap();
            panic!("satz {arguments}: takes more than {MOST} s");
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    assert!(
        matches!(status.code(), Some(0 | 1)),
        "satz {arguments}: {status}"
    );
}

/// Processor time of a process so far, as Linux tells it in hundredths of a second.
fn seconds(process: u32) -> Option<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // What stands in parentheses is the program's name.
    let (_, rest) = stat.rsplit_once(") ")?;
    let mut fields = rest.split(' ').skip(11);
    let mut hundredths = || fields.next()?.parse::<u32>().ok();
    Some(f64::from(hundredths()? + hundredths()?) / 100.0)
}

fn workspace(article: &str) -> Folder {
    let folder = Folder::new();
    folder.put("satz.yaml", "locales: [en]\n");
    folder.put("articles/a.md", article);
    folder
}

/// A text made of one for each number.
fn repeated(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect()
}

/// A word that no other number has.
fn word(number: usize) -> String {
    let syllables = ["ra", "ko", "li", "mu", "se", "to", "wa", "du"];
    let digits = format!("{:05o}", number * 7919 % 32768);
    let digits = digits.chars().filter_map(|digit| digit.to_digit(8));
    digits.map(|digit| syllables[digit as usize]).collect()
}

/// Types a translation behind every stub.
fn translate(folder: &Folder, english: impl Fn(usize) -> String) {
    ends(folder, "sync");
    let mut filled = String::new();
    let mut count = 0;
    for line in folder.get("locales/en/a.ftl").lines() {
        match line.strip_prefix("# ").filter(|_| line.ends_with(" =")) {
            Some(stub) => {
                writeln!(filled, "{stub} {}", english(count)).unwrap();
                count += 1;
            }
            None => writeln!(filled, "{line}").unwrap(),
        }
    }
    folder.put("locales/en/a.ftl", filled);
    ends(folder, "sync");
}

#[test]
fn equal_sentences() {
    let article = "Der Hund bellt.\n\n".repeat(6_000);
    let folder = workspace(&article);
    ends(&folder, "segment articles/a.md");
    ends(&folder, "sync");
    ends(&folder, "check --format json");
    // All are reworded, and each is one of many that look alike.
    folder.put("articles/a.md", article.replace("Hund", "Hahn"));
    ends(&folder, "sync");
}

#[test]
fn equal_items_and_cells() {
    let items = "- nein\n".repeat(3000);
    let rows = "| 1 | nein |\n".repeat(3000);
    let folder = workspace(&format!("{items}\n| Nr. | so |\n|---|---|\n{rows}"));
    ends(&folder, "sync");
}

#[test]
fn an_article_that_is_rewritten() {
    let sentence = |i: usize| format!("Bei {} liegt der Kahn von {}.\n\n", word(i), word(i + 9));
    let other = |i: usize| format!("Hinter {} kocht {} Suppe.\n\n", word(i + 5), word(i + 99));
    let folder = workspace(&repeated(3000, sentence));
    translate(&folder, |i| format!("Near {} there is a barge.", word(i)));
    folder.put("articles/a.md", repeated(3000, other));
    ends(&folder, "sync");
    ends(&folder, "check --format json");
}

#[test]
fn one_sentence_with_a_translation_each_time() {
    let folder = workspace(&"Der Hund bellt.\n\n".repeat(3000));
    translate(&folder, |i| format!("The dog barks at {}.", word(i)));
    ends(&folder, "check --format json");
}

#[test]
fn long_units() {
    let capital = |i: usize| {
        let word = word(i);
        word[..1].to_uppercase() + &word[1..]
    };
    let pairs = [
        (
            repeated(6_000, |i| format!("{i} Äpfel ")),
            repeated(6_000, |i| format!("{} pears ", i + 1)),
        ),
        (
            repeated(4000, |i| capital(i) + " "),
            repeated(4000, |i| capital(i + 20_000) + " "),
        ),
        ("Hü, ".repeat(6_000), "Hott, ".repeat(6_000)),
        (
            repeated(10_000, |i| format!("am {}. Juni ", i % 28 + 1)),
            repeated(10_000, |i| format!("on {} May ", i % 28 + 1)),
        ),
        (
            repeated(10_000, |i| format!("{i} Prozentpunkte ")),
            repeated(10_000, |i| format!("{i} percent ")),
        ),
        (
            repeated(3000, |i| format!("[{i}](https://example.org/{i}) ")),
            repeated(3000, |i| format!("[{i}](https://example.com/{i}) ")),
        ),
    ];
    for (german, english) in pairs {
        let folder = workspace(&format!("{german}.\n"));
        translate(&folder, |_| english.clone());
        ends(&folder, "check --format json");
    }
}

#[test]
fn messages_with_many_attributes_and_variables() {
    let folder = Folder::new();
    let settings = "source: en\nstrings: i18n/{locale}/**/*.ftl\n";
    folder.put("satz.yaml", settings);
    let attributes = repeated(4000, |i| format!("    .a{i} = Item {i}\n"));
    let variables = repeated(4000, |i| format!("{{ $v{i} }} "));
    let english = format!("list = Items\n{attributes}greeting = {variables}\n");
    folder.put("i18n/en/app.ftl", &english);
    folder.put("i18n/de/app.ftl", "list = Dinge\ngreeting = Hallo\n");
    ends(&folder, "check --format json");
    // The same the other way round.
    folder.put("i18n/de/app.ftl", &english);
    folder.put("i18n/en/app.ftl", "list = Items\ngreeting = Hello\n");
    ends(&folder, "check --format json");
}

#[test]
fn messages_with_many_variants() {
    let folder = Folder::new();
    let settings = "source: en\nstrings: i18n/{locale}/**/*.ftl\n";
    folder.put("satz.yaml", settings);
    let choice = |key: &str| {
        let variants = repeated(3000, |i| format!("    [{key}{i}] Item {{ $v{i} }}\n"));
        format!("list = {{ $n ->\n{variants}   *[other] Items\n}}\n")
    };
    folder.put("i18n/en/app.ftl", choice("a"));
    folder.put("i18n/de/app.ftl", choice("b"));
    ends(&folder, "check --format json");
}

#[test]
fn a_unit_of_many_faults() {
    for fault in ["ne\u{200B}ver ", "never  ", "never { \"\" }  "] {
        let folder = workspace("Ein Satz.\n");
        translate(&folder, |_| fault.repeat(10_000) + "end.");
        ends(&folder, "check --format json");
        ends(&folder, "check --fix");
    }
}

#[test]
fn a_glossary_as_long_as_its_article() {
    let folder = workspace(&repeated(3000, |i| format!("Bei {} ist es.\n\n", word(i))));
    for locale in ["de", "en"] {
        let terms = repeated(3000, |i| format!("-t{i} = bei {}\n", word(i)));
        folder.put(&format!("locales/{locale}/glossary.ftl"), terms);
    }
    translate(&folder, |i| format!("It is bei {}.", word(i)));
    ends(&folder, "check --format json");
}

#[test]
fn many_articles_under_new_names() {
    let folder = workspace("Ein Satz.\n");
    let text = |i: usize| format!("# {}\n\nBei {} ist es.\n", word(i), word(i + 9));
    let old = |i: usize| format!("articles/old{i}.md");
    (0..300).for_each(|i| folder.put(&old(i), text(i)));
    ends(&folder, "sync");
    for i in 0..300 {
        std::fs::remove_file(folder.path().join(old(i))).unwrap();
        folder.put(&format!("articles/new{i}.md"), text(i));
    }
    ends(&folder, "sync --check");
}

#[test]
fn sentences_that_move_to_another_article() {
    let text = |from: usize| repeated(3000, |i| format!("Bei {} ist es.\n\n", word(from + i)));
    let folder = workspace(&text(0));
    ends(&folder, "sync");
    folder.put("articles/b.md", text(1500));
    folder.put("articles/a.md", "Ein Satz.\n");
    ends(&folder, "sync --check");
}

#[test]
fn what_is_opened_and_never_closed() {
    for open in [
        "> ", "- ", "[", "![", "*a ", "**a", "`", "<b>", "<!--", "[^", "\\[", "&", "{{",
    ] {
        let folder = workspace(&format!("Ein Satz. {}\n", open.repeat(3000)));
        ends(&folder, "segment articles/a.md");
    }
    for open in ["[", "{a: ", "\"", "- ", "? ", "!!a ", "&a "] {
        let folder = workspace(&format!(
            "---\ntitle: {}\n---\nEin Satz.\n",
            open.repeat(3000)
        ));
        ends(&folder, "segment articles/a.md");
    }
}

#[test]
fn front_matter_that_is_too_deep() {
    for open in ["{a: ", "[", "\"[\": ["] {
        let open = open.repeat(100_000);
        let folder = workspace(&format!("---\ntitle: {open}\n---\nEin Satz.\n"));
        ends(&folder, "check --format json");
    }
}

#[test]
fn pages_that_are_too_deep() {
    let text = "<p>Am Ufer wachsen Erlen, und im Schilf brüten die Enten.</p>";
    let pages = [
        "<div>".repeat(20_000) + &text.repeat(3),
        format!("<div>{text}").repeat(3000),
        format!("<div>{text}").repeat(3000) + &"</div>".repeat(3000),
        "<section class=ufer>".repeat(20_000) + &text.repeat(3),
    ];
    for page in pages {
        let folder = workspace("Ein Satz.\n");
        let head = "<html lang=de><title>Am Ufer</title><h1>Am Ufer</h1>";
        folder.put("page.html", format!("{head}{page}"));
        ends(&folder, "add page.html --name p");
    }
}

#[test]
fn two_sides_that_share_nothing() {
    let folder = Folder::new();
    for (name, step) in [("base", 0), ("ours", 1), ("theirs", 2)] {
        let unit = |i: usize| format!("s{:06} = Text\n", i * 3 + step);
        folder.put(name, repeated(6_000, unit));
    }
    ends(&folder, "merge-driver base ours theirs");
}
