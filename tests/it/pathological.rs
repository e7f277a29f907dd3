//! Inputs that made parsers of this kind slow elsewhere, each with the time it may take. The limits
//! are many times what a slow machine needs in a build without optimisation, and far below what a cost
//! that grows with the square would be.

use std::time::Duration;

use satz::catalog::{Catalog, Resolver};
use satz::check::{Localized, Names, Place, check};
use satz::compare::compare_messages;
use satz::config::Project;
use satz::document::{Options, format_of};
use satz::extract::{Options as Page, extract_page, extract_text, write};
use satz::publish::Manifest;
use satz::report::Baseline;
use satz::segment::{self, segment};
use satz::update::merge;

/// What an input is given to.
type Reader = fn(&str);

/// What makes an input of a size.
type Maker = fn(usize) -> String;

/// Inputs by name: what they are given to, and what makes them.
const INPUTS: &[(&str, Reader, Maker)] = &[
    ("catalog: open braces", catalog, |n| {
        format!("a = {}\n", "{ ".repeat(n))
    }),
    ("catalog: braces in braces", catalog, |n| {
        format!("a = {}1{}\n", "{ ".repeat(n), " }".repeat(n))
    }),
    ("catalog: open calls", catalog, |n| {
        format!("a = {{ {}\n", "F(".repeat(n))
    }),
    ("catalog: open quotes", catalog, |n| "a = { \"\n".repeat(n)),
    ("catalog: junk lines", catalog, |n| "a { = b\n".repeat(n)),
    ("catalog: conflict marks", catalog, |n| {
        "<<<<<<< a\n=======\n".repeat(n)
    }),
    ("catalog: attributes", catalog, |n| {
        format!("a = b\n{}", numbered(n, |at| format!("    .a{at} = b\n")))
    }),
    ("catalog: comments", catalog, |n| "# de: a\n".repeat(n)),
    ("catalog: blank lines", catalog, |n| {
        format!("a =\n{}    b\n", "\n".repeat(n))
    }),
    ("catalog: one id", catalog, |n| "s2abcde = a\n".repeat(n)),
    ("glossary: a chain of terms", glossary, |n| {
        format!(
            "-t0 = x\n{}",
            numbered(n, |at| format!("-t{} = {{ -t{at} }}\n", at + 1))
        )
    }),
    ("glossary: terms of terms", glossary, |n| {
        let n = n.min(200);
        format!(
            "-t0 = x\n{}",
            numbered(n, |at| format!(
                "-t{0} = {{ -t{at} }}{{ -t{at} }}\n",
                at + 1
            ))
        )
    }),
    ("strings: variants", strings, |n| {
        format!(
            "a = {{ $n ->\n{}   *[other] b\n}}\n",
            numbered(n, |at| format!("    [{at}] b\n"))
        )
    }),
    ("strings: messages", strings, |n| {
        numbered(n, |at| format!("m{at} = {{ $n }} of {{ m{at} }}\n"))
    }),
    ("merge: all messages differ", merged, |n| {
        numbered(n, |at| format!("m{at} = a\n"))
    }),
    ("merge: one id", merged, |n| "s2abcde = a\n".repeat(n)),
    ("satz.yaml: open brackets", config, |n| {
        format!("locales: {}", "[".repeat(n))
    }),
    ("satz.yaml: aliases", config, |n| {
        format!(
            "a0: &a0 [x]\n{}",
            numbered(n.min(60), |at| format!(
                "a{0}: &a{0} [*a{at}, *a{at}]\n",
                at + 1
            ))
        )
    }),
    ("satz.yaml: keys", config, |n| {
        numbered(n, |at| format!("key{at}: x\n"))
    }),
    ("satz.yaml: one rule again and again", config, |n| {
        format!(
            "locales: [en]\nchecks:\n{}",
            "  - {check: number, severity: off}\n".repeat(n)
        )
    }),
    ("baseline: rows", baseline, |n| {
        numbered(n, |at| format!("number\ten\ta{at}\ts2abcde\n"))
    }),
    ("baseline: one row", baseline, |n| {
        "number\ten\ta\ts2abcde\n".repeat(n)
    }),
    ("manifest: open brackets", manifest, |n| "[".repeat(n)),
    ("manifest: open objects", manifest, |n| "{\"a\":".repeat(n)),
    ("add: ampersands", page, |n| "&".repeat(n)),
    ("add: open angles", page, |n| "<".repeat(n)),
    ("add: comments that do not end", page, |n| "<!--".repeat(n)),
    ("add: cells", page, |n| {
        format!("<table>{}", "<tr><td>a<td>b".repeat(n))
    }),
    ("add: scripts", page, |n| "<script>".repeat(n)),
    ("add: short lines", pasted, |n| "ja\n\n".repeat(n)),
    ("add: one long line", pasted, |n| "ein Wort ".repeat(n)),
    ("article: HTML, open comments", html, |n| {
        "<!--a--".repeat(n)
    }),
    ("article: HTML, references", html, |n| {
        format!("<p>{}</p>", "&#x".repeat(n))
    }),
    ("article: template marks", markdown, |n| {
        "{{ {% {{< ".repeat(n)
    }),
    ("article: attribute lists", markdown, |n| "{: a".repeat(n)),
    ("article: TOML, open strings", markdown, |n| {
        format!("+++\n{}+++\n", "a = \"\"\"\n".repeat(n))
    }),
    ("article: YAML, fields", markdown, |n| {
        format!("---\n{}---\n", numbered(n, |at| format!("key{at}: x\n")))
    }),
    ("article: YAML, quotes", markdown, |n| {
        format!("---\ntitle: \"{}\"\n---\n", "\\n".repeat(n))
    }),
];

/// How often a part of an input is repeated.
const SIZE: usize = 5_000;

/// The most that one input may take.
const LIMIT: Duration = Duration::from_secs(20);

#[test]
fn no_input_takes_longer_than_its_size_accounts_for() {
    let mut slow = Vec::new();
    for (name, read, input) in INPUTS {
        let input = input(SIZE);
        let start = time();
        read(&input);
        let taken = time().saturating_sub(start);
        if std::env::var_os("SATZ_SHOW").is_some() {
            println!("{name}: {taken:?}");
        }
        if taken > LIMIT {
            slow.push(format!("{name}: {taken:?}"));
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

/// What this thread has used of a processor; where that is not known, the time.
fn time() -> Duration {
    #[cfg(unix)]
    {
        let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
        Duration::new(
            time.tv_sec.try_into().unwrap(),
            time.tv_nsec.try_into().unwrap(),
        )
    }
    #[cfg(not(unix))]
    {
        static START: std::sync::LazyLock<std::time::Instant> =
            std::sync::LazyLock::new(std::time::Instant::now);
        START.elapsed()
    }
}

fn numbered(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

fn catalog(text: &str) {
    let parsed = Catalog::parse(text);
    assert_eq!(parsed.value.text, text);
}

fn glossary(text: &str) {
    let glossary = Catalog::parse(text).value;
    let resolver = Resolver::new("en", &[&glossary]);
    let last = glossary.entries.last().map(|entry| entry.id.clone());
    let user = Catalog::parse(&format!("a = {{ -{} }}\n", last.unwrap_or_default())).value;
    for (_, entry) in user.messages() {
        resolver.resolve(entry.value().unwrap());
    }
}

fn strings(text: &str) {
    let (source, target) = (Catalog::parse("a = { $n }\n").value, Catalog::parse(text));
    for source in [&source, &target.value] {
        let (names, source_names) = (Names::of(vec![&target.value]), Names::of(vec![source]));
        let place = Place::new("uk", "en", names, &source_names);
        let compared = compare_messages(source, &target.value, &[]);
        check(
            &Localized::new(&place, source, &target, &compared),
            &|_, _| true,
        );
    }
}

fn merged(text: &str) {
    let catalog = |text: &str| Catalog::parse(text).value;
    let theirs = text.replace(" = a", " = b");
    let ours = text.replace(" = a", " = c");
    merge(&catalog(text), &catalog(&ours), &catalog(&theirs));
    merge(&catalog(""), &catalog(&ours), &catalog(&theirs));
}

fn config(text: &str) {
    drop(Project::parse(text));
}

fn baseline(text: &str) {
    let read = Baseline::parse(text).unwrap();
    assert_eq!(Baseline::parse(&read.to_string()), Ok(read));
}

fn manifest(text: &str) {
    assert_eq!(Manifest::parse(text), None);
}

fn page(text: &str) {
    write(&extract_page(text, &Page::default()), &[]);
}

fn pasted(text: &str) {
    write(&extract_text(text, &Page::default()), &[]);
}

fn html(text: &str) {
    article("html", text);
}

fn markdown(text: &str) {
    article("md", text);
}

fn article(extension: &str, text: &str) {
    let format = format_of(extension).unwrap();
    let document = (format.parse)(text, &Options::default()).value;
    segment(text, &document, &segment::Options::of("de"));
    (format.outline)(text);
}
