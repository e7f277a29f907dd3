//! What values read as: terms, selectors, numbers and dates, and what fluent-bundle says of them.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use satz::catalog::{Catalog, Resolver, Unresolved, Value};
use satz::config::Project;

use crate::support::cases;

/// The lines of a case that begin with a word, without it, joined.
fn lines(body: &str, word: &str) -> String {
    let lines = body.lines().filter_map(|line| line.strip_prefix(word));
    lines.map(|line| line.to_owned() + "\n").collect()
}

/// The value of a message, read from a catalog.
fn value(text: &str) -> Value {
    let indented = text.trim_end().replace('\n', "\n  ");
    let catalog = Catalog::parse(&format!("m = {indented}\n")).value;
    let (_, entry) = catalog.messages().next().unwrap();
    entry.value().unwrap().clone()
}

fn variables(front: &str) -> Vec<(String, String, bool)> {
    let project = Project::parse("locales: [en]").unwrap();
    let raw = satz::article::Raw {
        key: "a".to_owned(),
        path: "articles/a.md".to_owned(),
        format: satz::document::format_of("md").unwrap(),
        text: format!("---\n{front}---\n\nText.\n"),
        source: None,
        targets: Vec::new(),
    };
    project.variables(&project.prepare(raw))
}

#[test]
fn values_read_as_their_locale_has_them() {
    for case in cases("resolve") {
        let glossary = Catalog::parse(&lines(&case.body, "glossary: ")).value;
        let value = value(&lines(&case.body, "value: "));
        let wanted: Vec<&str> = case
            .body
            .lines()
            .filter_map(|line| line.strip_prefix("! "))
            .collect();
        let mut tried = 0;
        for line in case.body.lines() {
            let Some((locale, text)) = line.split_once(" => ") else {
                continue;
            };
            let resolver = Resolver::new(locale, &[&glossary]);
            let resolver = resolver.with(variables(&lines(&case.body, "front: ")));
            let (found, faults) = resolver.resolve(&value);
            let found = found.replace(['\u{A0}', '\u{202F}'], " ");
            // A placeable of several lines that could not be resolved is told by its first.
            let first = found.lines().next().unwrap_or_default();
            let found = if text.ends_with("->") { first } else { &found };
            assert_eq!(found, text, "{} in {locale}", case.name);
            let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
            assert_eq!(faults, wanted, "{} in {locale}", case.name);
            tried += 1;
        }
        assert!(tried > 0, "{}", case.name);
    }
}

/// `fluent-bundle` is the yardstick for all that depends on no locale.
#[test]
fn it_reads_as_fluent_bundle_has_it() {
    let glossary = "\
-a = A
-b = { -a }b{ \"{\" }
-c = { $case ->
    [gen] C’s
   *[nom] C
  }
    .kind = thing
-d = x
    .long = x { -a } y
";
    let catalog = Catalog::parse(glossary).value;
    for text in [
        "plain",
        "{ -a } and { -b }",
        "{ -c(case: \"gen\") }, { -c(case: \"other\") }, { -c }",
        "{ -c.kind ->\n [thing] yes\n *[other] no\n }",
        "{ -c.kind ->\n [person] yes\n *[other] no\n }",
        "{ \"\\u00E4 \\\\ \\\"\" }x",
        "{ { -a } }",
        "{ $n ->\n [0] none\n [one] one\n *[other] many\n }",
        "{ $n ->\n [one] one\n [1] exact\n *[other] many\n }",
        "{ $s ->\n [x] is x\n *[y] is y\n } { $s }",
        "{ 5 ->\n [5] five\n *[other] other\n }",
    ] {
        for n in [0, 1, 2] {
            let resolver = Resolver::new("en", &[&catalog]).with([
                ("n".to_owned(), n.to_string(), true),
                ("s".to_owned(), "x".to_owned(), false),
            ]);
            let (found, faults) = resolver.resolve(&value(text));
            assert_eq!(faults, [], "{text}");
            let mut bundle = FluentBundle::new(vec!["en".parse().unwrap()]);
            bundle.set_use_isolating(false);
            let indented = text.replace('\n', "\n   ");
            let file = format!("{glossary}m = {indented}\n");
            bundle
                .add_resource(FluentResource::try_new(file).unwrap())
                .unwrap();
            let mut arguments = FluentArgs::new();
            arguments.set("n", n);
            arguments.set("s", "x");
            let message = bundle.get_message("m").unwrap().value().unwrap();
            let mut errors = Vec::new();
            let theirs = bundle.format_pattern(message, Some(&arguments), &mut errors);
            assert!(errors.is_empty(), "{text}: {errors:?}");
            assert_eq!(found, theirs, "{text}");
        }
    }
}

#[test]
fn terms_that_double_each_other_end() {
    let mut glossary = String::from("-t0 = lol\n-e0 = { \"\" }\n-big = ");
    glossary.push_str(&"x".repeat(1_000_000));
    for n in 1..60 {
        let before = n - 1;
        for kind in ["t", "e"] {
            let term = format!("\n-{kind}{n} = {{ -{kind}{before} }}{{ -{kind}{before} }}");
            glossary.push_str(&term);
        }
    }
    let catalog = Catalog::parse(&(glossary + "\n")).value;
    let resolver = Resolver::new("en", &[&catalog]);
    for text in ["{ -t40 }", "{ -e40 }", &"{ -big }".repeat(99)] {
        let (found, faults) = resolver.resolve(&value(text));
        assert!(found.len() < 3_000_000, "{}", found.len());
        let is_told = |fault: &Unresolved| fault.to_string().contains("is longer than 16 KiB");
        assert!(
            faults.contains(&Unresolved::TooLong) || faults.iter().any(is_told),
            "{text}"
        );
    }
    let (found, faults) = resolver.resolve(&value("{ -big }"));
    assert_eq!((found.as_str(), faults.len()), ("{ -big }", 1));
    let hundreds = "{ \"a\" }".repeat(300) + &"{ -t0 }".repeat(300);
    let (found, faults) = resolver.resolve(&value(&hundreds));
    assert_eq!(
        (found.len(), faults.len()),
        (1200, 0),
        "no limit of a hundred placeables"
    );
}
