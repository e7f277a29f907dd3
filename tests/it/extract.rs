//! Raw pages made articles. Cases are data: whole pages in `tests/data/extract`; passages in
//! `tests/data/passage`, each tried in every page of `tests/data/shell`.
//!
//! `SATZ_BLESS=1 cargo test --test it extract::` writes what was made into the cases. Read the
//! difference.

use crate::support::{Folder, bless, cases};
use proptest::prelude::*;
use satz::extract::{Options, extract_page, extract_text, write};
use std::path::{Path, PathBuf};

/// The article that is written of a page: HTML if it begins with a tag, else text.
fn article(page: &str) -> String {
    let extract = if page.starts_with('<') {
        extract_page(page, &Options::default())
    } else {
        extract_text(page, &Options::default())
    };
    write(&extract, &[])
}

/// Holds what is made of each case to what its second part says, or writes that anew.
fn hold(subject: &str, made: impl Fn(&str) -> Result<String, String>) {
    let mut wrong = Vec::new();
    for case in cases(subject) {
        let (input, expected) = case.body.split_once("=>\n").expect("two parts");
        match made(input) {
            Ok(text) if text.trim() == expected.trim() => {}
            Ok(text) if std::env::var_os("SATZ_BLESS").is_some() => {
                bless(subject, &case, &format!("{input}=>\n{}\n\n", text.trim()));
            }
            Ok(text) => wrong.push(format!("{}:\n{text}", case.name)),
            Err(message) => wrong.push(format!("{}: {message}", case.name)),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pages_become_articles() {
    hold("extract", |page| Ok(article(page)));
}

/// The pages that every passage is tried in, by name.
fn shells() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/shell");
    let files = std::fs::read_dir(folder).unwrap();
    let paths = files.map(|file| file.unwrap().path());
    let read = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (name, std::fs::read_to_string(path).unwrap())
    };
    paths.map(read).collect()
}

/// What stands between the two paragraphs that every shell has.
fn between(article: &str) -> Option<&str> {
    let (_, rest) = article.split_once("\nSeit hundert Jahren steht")?;
    let (_, rest) = rest.split_once("Zukunft.\n")?;
    let (passage, rest) =
        rest.split_once("Was danach geschieht, entscheidet der Rat im Herbst.")?;
    rest.ends_with("sagt die Leiterin.\n").then_some(passage)
}

#[test]
fn a_passage_is_the_same_in_every_page() {
    let shells = shells();
    assert!(shells.len() >= 10);
    hold("passage", |passage| {
        let mut made: Option<String> = None;
        for (name, shell) in &shells {
            let article = article(&shell.replace("@passage@", passage.trim_end()));
            let head = "\n# Der Markt am Kanal\n\nSeit hundert Jahren steht";
            let kicker = "\n# Kanalheim: Der Markt am Kanal\n\nSeit hundert Jahren steht";
            let topic = "\n## Der Markt am Kanal\n\nSeit hundert Jahren steht";
            if ![head, kicker, topic]
                .iter()
                .any(|head| article.contains(head))
            {
                return Err(format!("in {name} the headline is lost\n{article}"));
            }
            let Some(text) = between(&article) else {
                return Err(format!("in {name} the ends are lost\n{article}"));
            };
            let first = made.get_or_insert_with(|| text.to_owned());
            if first != text {
                return Err(format!("reads otherwise in {name}:\n{text}\nthan\n{first}"));
            }
        }
        Ok(made.unwrap_or_default())
    });
}

#[test]
fn every_line_that_is_left_out_can_be_brought_back() {
    for (name, shell) in shells() {
        let extract = extract_page(&shell, &Options::default());
        let left_out: Vec<usize> = (1..=extract.lines.len())
            .filter(|at| extract.lines[at - 1].left_out.is_some())
            .collect();
        assert!(!left_out.is_empty() || name == "bare", "{name}");
        let back = write(&extract, &left_out);
        for line in extract
            .lines
            .iter()
            .filter(|line| !line.markdown.is_empty())
        {
            let first = line.markdown.lines().next().unwrap();
            assert!(back.contains(first), "{name}: {first}");
        }
    }
}

#[test]
fn a_house_names_its_own_furniture() {
    let text = "Titel der Meldung\n\nEin Satz.\n\nFolgen Sie uns bei X\n\nNoch einer.\n";
    let options = Options {
        furniture: vec!["Folgen Sie uns …".to_owned()],
        ..Options::default()
    };
    let extract = extract_text(text, &options);
    let left_out: Vec<&str> = extract
        .lines
        .iter()
        .filter(|line| line.left_out.is_some())
        .map(|line| line.text.as_str())
        .collect();
    assert_eq!(left_out, ["Folgen Sie uns bei X"]);
}

fn satz(folder: &Folder, arguments: &[&str]) -> (u8, String, String) {
    let mut all = vec!["satz", "-C", folder.path().to_str().unwrap()];
    all.extend(arguments);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = satz::cli::run(all.into_iter().map(Into::into), &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status, text(out), text(err))
}

#[test]
fn a_page_becomes_an_article_and_lines_come_back() {
    let folder = Folder::new();
    folder.put("satz.yaml", "locales: [en]\n");
    folder.put(
        "page.txt",
        "Der Titel\n\nEin Satz.\n\nQuelle: epd\nKommentare (3)\n",
    );
    let (status, out, _) = satz(&folder, &["add", "page.txt"]);
    assert_eq!(status, 0);
    assert!(out.starts_with("articles/der-titel.md\n"), "{out}");
    assert!(out.contains("comments: “kommentare”"), "{out}");
    let article = folder.get("articles/der-titel.md");
    assert!(
        article.ends_with("# Der Titel\n\nEin Satz.\n\nQuelle: epd\n"),
        "{article}"
    );
    let (status, _, err) = satz(&folder, &["add", "page.txt"]);
    assert_eq!(status, 2, "{err}");
    let (status, _, err) = satz(&folder, &["add", "page.txt", "--keep", "9"]);
    assert_eq!(status, 2);
    assert!(err.contains("1 to 4"), "{err}");
    let (status, ..) = satz(&folder, &["add", "page.txt", "--keep", "4", "--force"]);
    assert_eq!(status, 0);
    assert!(folder.get("articles/der-titel.md").contains("Kommentare"));
}

#[test]
fn a_markdown_file_keeps_every_byte() {
    let folder = Folder::new();
    folder.put("satz.yaml", "locales: [en]\n");
    let article = "\u{FEFF}+++\r\ntitle = 'Zwei Ufer'\r\n+++\r\n\r\n\tcode\r\n\r\n*   eins  \r\n*   zwei\u{A0}";
    for name in ["a.md", "b.MARKDOWN", "c", "d.mdx"] {
        folder.put(name, article);
        let (status, out, err) = satz(&folder, &["add", name, "--force"]);
        assert_eq!(
            (status, out.as_str()),
            (0, "articles/zwei-ufer.md\n"),
            "{err}"
        );
        assert_eq!(folder.get("articles/zwei-ufer.md"), article, "{name}");
    }
    folder.put("e", "# Kein *Vorspann*\n");
    let (status, out, _) = satz(&folder, &["add", "e", "--as", "md"]);
    assert_eq!((status, out.as_str()), (0, "articles/kein-vorspann.md\n"));
}

#[test]
fn an_article_in_another_format_is_not_shadowed() {
    let folder = Folder::new();
    folder.put("satz.yaml", "locales: [en]\n");
    folder.put("articles/der-titel.txt", "Der Titel\n");
    folder.put("neu.md", "# Der Titel\n");
    let (status, _, err) = satz(&folder, &["add", "neu.md", "--force"]);
    assert_eq!(status, 2);
    assert!(err.contains("would share its catalogs with"), "{err}");
}

proptest! {
    #![proptest_config(crate::support::properties(100))]

    #[test]
    fn no_page_panics(parts in prop::collection::vec(prop::sample::select(vec![
        "<p>", "</p>", "<div class=nav>", "</div>", "<h1>", "</h1>", "<ul><li>", "</ul>", "<a href=x>", "</a>",
        "<table><tr><td>", "</table>", "<pre>", "</pre>", "<title>T", "</title>", "<meta name=date content=2024-1ä>",
        "Ein Satz, der lang genug ist, um als laufender Text zu gelten. Und noch einer dazu!", "7. Mai 2024", "\n", "\n\n",
        "Kommentare", "Quelle", "ä", "&amp;", "<br>", "*", "1.", "[", "`", "\u{1}",
    ]), 0..30)) {
        let page = parts.concat();
        for extract in [extract_page(&page, &Options::default()), extract_text(&page, &Options::default())] {
            let all: Vec<usize> = (1..=extract.lines.len()).collect();
            write(&extract, &all);
        }
    }
}
