//! No text that a translator, a headline, a front matter or a glossary can hold runs in a page or
//! adds an element to it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};
use proptest::prelude::*;
use satz::assemble::{Assembly, Choice, Label, SCHEMES, assemble, content, is_allowed, rows};
use satz::document::{Options, format_of};

use crate::publish::run;
use crate::support::Folder;

/// What the strings would do if they ran.
pub(crate) const SCRIPT: &str = "document.documentElement.id='ran'";

/// At least two hundred ways to run a script.
fn strings() -> Vec<String> {
    let files = [
        include_str!("../data/injection/strings.txt"),
        include_str!("../data/injection/markdown.txt"),
    ];
    let strings: Vec<String> = files
        .iter()
        .flat_map(|text| text.lines())
        .map(|line| line.replace("@JS@", SCRIPT).replace("\\n", "\n"))
        .collect();
    assert!(strings.len() >= 200, "{}", strings.len());
    strings
}

/// Every start tag with its attributes; the text must be balanced but for void elements.
fn tags(html: &str) -> Vec<(String, Vec<(String, String)>)> {
    const VOID: [&str; 6] = ["meta", "link", "br", "hr", "img", "input"];
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut found = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(html, emitter) {
        match token.unwrap() {
            Token::StartTag(tag) => {
                let name = text(&tag.name);
                if !VOID.contains(&name.as_str()) {
                    open.push(name.clone());
                }
                let attributes = tag.attributes.iter();
                let attributes = attributes.map(|(name, value)| (text(name), text(value)));
                found.push((name, attributes.collect()));
            }
            Token::EndTag(tag) => {
                assert_eq!(open.pop(), Some(text(&tag.name)), "not balanced: {html}");
            }
            Token::Comment(comment) => panic!("a comment: {comment:?} in {html}"),
            Token::Error(error) => panic!("{error:?} in {html}"),
            Token::String(_) | Token::Doctype(_) => {}
        }
    }
    assert_eq!(open, Vec::<String>::new(), "left open: {html}");
    found
}

/// Fails if a page has an element or attribute that pages do not have, or leads where it must not.
fn is_harmless(html: &str, elements: &BTreeSet<&str>) {
    const ATTRIBUTES: &str = "lang dir class href hreflang rel content name charset title src alt \
        aria-label aria-current datetime scope id start type checked disabled colspan tabindex width \
        height";
    let known: Vec<&str> = ATTRIBUTES.split_whitespace().collect();
    for (name, attributes) in tags(html) {
        assert!(elements.contains(name.as_str()), "<{name}> in {html}");
        for (attribute, value) in attributes {
            assert!(known.contains(&attribute.as_str()), "{attribute} in {html}");
            if attribute == "href" || attribute == "src" {
                assert!(is_allowed(&value, SCHEMES), "{value} in {html}");
            }
        }
    }
}

const PAGE: &str = "html head meta title link style body header main article nav ul ol li a h1 h2 h3 \
    h4 h5 h6 p span time table thead tbody tr th td small em strong del code img br bdi sup kbd div \
    blockquote hr pre dl dt dd";

/// A workspace whose translations, titles, front matter, link targets and terms are the strings.
pub(crate) fn workspace() -> Folder {
    let folder = Folder::new();
    let strings = strings();
    let yaml = |text: &str| serde_json::to_string(text).unwrap();
    folder.put(
        "satz.yaml",
        format!(
            "locales: [ar, fr]\nfallback: {{fr: []}}\npublish:\n  title: {}\n",
            yaml(&strings[0])
        ),
    );
    let mut terms = String::new();
    let mut bodies = String::new();
    for (number, string) in strings.iter().enumerate() {
        terms.push_str(
            &[
                "-t",
                &number.to_string(),
                " = ",
                &satz::catalog::escape(string),
                "\n",
            ]
            .concat(),
        );
        bodies.push_str(&format_article(number));
    }
    folder.put("locales/ar/glossary.ftl", terms);
    folder.put(
        "articles/alle.md",
        format!(
            "---\ntitle: Titel\ndescription: Kurz\nauthor: {}\ndate: {}\n---\n\n# Alles <kbd>x</kbd>\n\n{bodies}",
            yaml(&strings[0]),
            yaml(&strings[21])
        ),
    );
    folder.put("articles/klar.txt", "Klarer Titel\n\nEin Satz.\n");
    folder.put("articles/x\"><img src=x onerror=y>.md", "# Kurz\n\nText.\n");
    run(&folder, "sync");
    let mut next = 0;
    for article in ["alle", "klar"] {
        let path = format!("locales/ar/{article}.ftl");
        let mut out = String::new();
        for line in folder.get(&path).lines() {
            match line.strip_prefix("# ").filter(|rest| rest.ends_with(" =")) {
                Some(stub) => {
                    let number = next % strings.len();
                    let value = match next / strings.len() % 3 {
                        0 => satz::catalog::escape(&strings[number]),
                        1 => format!("x {{ -t{number} }} { }", "{ $author }"),
                        _ => satz::catalog::escape(&format!("[x]({}) y", strings[number])),
                    };
                    next += 1;
                    out.extend([stub, " ", &value, "\n"]);
                }
                None => out.extend([line, "\n"]),
            }
        }
        folder.put(&path, out);
    }
    assert!(next > 3 * strings.len(), "every string in every place");
    run(&folder, "sync");
    run(
        &folder,
        "build --format html,bilingual,md,txt --missing source --threshold 0",
    );
    folder
}

fn format_article(number: usize) -> String {
    format!(
        "Satz {number} steht da.\n\n## Titel {number}\n\n- Punkt [{number}](https://example.org/{number} \"Titel {number}\")\n\n![Bild {number}](bild.png)\n\n| Zelle {number} |\n| --- |\n| Wert {number} |\n\n"
    )
}

pub(crate) fn pages(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path
            .extension()
            .is_some_and(|extension| extension == "html")
        {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// A workspace of articles whose titles and descriptions are the strings.
pub(crate) fn titles() -> Folder {
    let folder = Folder::new();
    folder.put("satz.yaml", "locales: [ar]\npublish: {threshold: 0}\n");
    for (number, string) in strings().iter().enumerate() {
        let title = serde_json::to_string(string).unwrap();
        let article = format!("---\ntitle: {title}\ndescription: {title}\n---\n\nText.\n");
        folder.put(&format!("articles/t{number}.md"), article);
    }
    run(&folder, "build ar --format html");
    folder
}

#[test]
fn no_title_adds_an_element() {
    let folder = titles();
    let elements: BTreeSet<&str> = PAGE.split_whitespace().collect();
    let pages = pages(&folder.path().join("build/ar"));
    assert_eq!(pages.len(), strings().len() + 1);
    for page in pages {
        is_harmless(&std::fs::read_to_string(&page).unwrap(), &elements);
    }
}

#[test]
fn no_string_adds_an_element_to_a_page() {
    let folder = workspace();
    let elements: BTreeSet<&str> = PAGE.split_whitespace().collect();
    let mut seen = 0;
    for locale in ["de", "ar", "fr"] {
        for page in pages(&folder.path().join("build").join(locale)) {
            let html = std::fs::read_to_string(&page).unwrap();
            is_harmless(&html, &elements);
            let head = format!(
                "<html lang=\"{locale}\" dir=\"{}\">",
                if locale == "ar" { "rtl" } else { "ltr" }
            );
            assert!(html.contains(&head), "{}", page.display());
            seen += 1;
        }
    }
    assert_eq!(
        seen, 18,
        "three articles in three languages, bilingual, and the indexes"
    );
}

/// Translations made of what decides in Markdown and HTML.
fn translation() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "<",
        ">",
        "</",
        "/>",
        "<b>",
        "</b>",
        "<i>",
        "<kbd>",
        "</kbd>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?",
        "?>",
        "<a href=",
        "<img src=x onerror=",
        "=",
        "\"",
        "'",
        "`",
        "``",
        "*",
        "**",
        "_",
        "~~",
        "[",
        "](",
        ")",
        "![",
        "javascript:",
        "https://a.b/",
        "x",
        " ",
        "\n",
        "\n\n",
        "\\",
        "&",
        "&lt;",
        "&#60;",
        "#",
        "# ",
        "- ",
        "> ",
        "1. ",
        "|",
        "---",
        "```",
        "{#",
        "{.a onclick=b}",
        "}",
        ":",
        "[^1]",
        "[^1]: ",
        "style",
        "\u{202E}",
        "שלום",
        "سلام C++ 1-2",
        "<div>\n",
        "<DIV",
        "<x-y z>",
        "\u{0}",
        "\u{FEFF}",
    ]);
    prop::collection::vec(part, 0..24).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(crate::support::properties(300))]

    #[test]
    fn whatever_is_typed_the_page_parses_and_has_no_new_elements(
        values in prop::collection::vec(translation(), 8),
        locale in prop::sample::select(vec!["ar", "cs"]),
    ) {
        let articles = [
            ("md", "---\ntitle: T\n---\n\n# Kopf {#k}\n\nEin <kbd>x</kbd> Satz. Noch *einer*.\n\n- Punkt\n\n| Zelle | b |\n|---|---|\n| c | d |\n"),
            ("txt", "Titel\n\nEin Satz. Noch einer.\n\nDritter.\n"),
        ];
        for (extension, article) in articles {
            let format = format_of(extension).unwrap();
            let document = (format.parse)(article, &Options::default()).value;
            let units = satz::segment::segment(article, &document, &satz::segment::Options::default());
            let choices: Vec<Choice<'_>> = values.iter().cycle().take(units.len()).map(|value| Choice::Target(value)).collect();
            let assembly = Assembly { article, format, document: &document, units: &units, choices: &choices, locale, source_locale: "de", schemes: SCHEMES };
            let assembled = assemble(&assembly);
            let mut elements = BTreeSet::from([
                "em", "strong", "del", "a", "img", "code", "br", "span", "bdi", "sup", "p", "h1",
                "h2", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "kbd",
            ]);
            let leaders: Vec<usize> = (0..units.len()).collect();
            for row in rows(&assembly, &leaders) {
                is_harmless(&row.source, &elements);
                is_harmless(&row.target.unwrap_or_default(), &elements);
            }
            if assembled.diagnostics.iter().any(|found| found.severity == satz::text::Severity::Error) {
                // A text that breaks the article's blocks is refused; its page must still be safe.
                elements.extend(PAGE.split_whitespace());
            }
            let stale = Label { class: "stale", locale: locale.to_owned(), unit: None };
            for labels in [vec![], vec![Some(stale); units.len()]] {
                let page = content(&assembly, &assembled.value, &labels);
                is_harmless(&page.body, &elements);
                is_harmless(&page.heading.unwrap_or_default(), &elements);
            }
        }
    }
}
