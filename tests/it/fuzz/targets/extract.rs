//! `satz add`: a page pasted as text, or HTML. Every line of a pasted text is in what was read, none
//! is made up; and with nothing left out, the article that is written has every letter of it.

use satz::assemble::{Assembly, Choice, SCHEMES, build, form_of};
use satz::document::{Options as Reading, format_of};
use satz::extract::{Extract, Options, extract_markdown, extract_page, extract_text, slug, write};
use satz::segment::{self, segment};

use super::letters;

pub(super) fn run(data: &[u8]) {
    let Some((first, rest)) = data.split_first() else {
        return;
    };
    let text = String::from_utf8_lossy(rest);
    let extract = if first % 2 == 0 {
        let extract = extract_text(&text, &Options::default());
        let read: String = extract
            .lines
            .iter()
            .map(|line| letters(&line.text))
            .collect();
        assert_eq!(read, letters(&text), "a pasted text is read whole");
        extract
    } else {
        extract_page(&text, &Options::default())
    };
    let all: Vec<usize> = (1..=extract.lines.len()).collect();
    for keep in [&all[..], &[]] {
        let article = write(&extract, keep);
        is_whole(&extract, keep, &article);
        // What was written is an article, and its title is the page's.
        let again = extract_markdown(&article).value;
        if let Some(title) = &extract.title {
            let flat: Vec<&str> = title.split_whitespace().collect();
            assert_eq!(
                again.title.as_deref(),
                Some(flat.join(" ").as_str()),
                "{article}"
            );
        }
    }
    let name = slug(&text);
    let is_plain = |c: char| c.is_alphanumeric() || c == '-';
    assert!(name.chars().all(is_plain), "{name:?}");
}

/// What is kept of a page can be read in the article.
fn is_whole(extract: &Extract, keep: &[usize], article: &str) {
    let read = letters(&shown(article));
    let kept = extract.lines.iter().enumerate().filter(|(at, line)| {
        // A tag that does not end is none, and in nothing that is written.
        let is_kept = line.left_out.is_none() || keep.contains(&(at + 1));
        // The text of a picture within a line is shown, and is none of the line's.
        let is_whole = !line.text.contains('<') && !line.markdown.contains("![");
        is_kept && !line.markdown.trim().is_empty() && is_whole
    });
    for (_, line) in kept {
        let text = letters(&line.text);
        assert!(
            read.contains(&text),
            "{:?} is not in\n{read}\n{article}",
            line.text
        );
    }
}

/// What readers see of an article in Markdown: its text, without marks, tags and addresses.
fn shown(article: &str) -> String {
    let format = format_of("md").expect("Markdown is a format");
    let document = (format.parse)(article, &Reading::default()).value;
    let units = segment(article, &document, &segment::Options::of("de"));
    let assembly = Assembly {
        article,
        format,
        document: &document,
        units: &units,
        choices: &vec![Choice::Source; units.len()],
        locale: "de",
        source_locale: "de",
        schemes: SCHEMES,
    };
    build(&assembly, form_of("txt").expect("text is a form")).value
}
