//! Languages that are cut by Unicode's rules: a file of sections each.

use super::{Abbreviation, Abbreviations, Language, WordList};

/// Reads the file of a language: `[never]`, `[may-end]`, `[closes]` and `[before-number]` hold
/// abbreviations divided by commas, `[starters]` and `[unfinished]` words divided by blanks; `#` starts a
/// comment.
pub(super) fn read(text: &str) -> Language {
    Language {
        abbreviations: Abbreviations::new(&[
            (Abbreviation::Never, section(text, "never")),
            (Abbreviation::MayEnd, section(text, "may-end")),
            (Abbreviation::Closes, section(text, "closes")),
            (Abbreviation::BeforeNumber, section(text, "before-number")),
        ]),
        starters: WordList::new(section(text, "starters")),
        unfinished: WordList::new(section(text, "unfinished")),
        ..Language::default()
    }
}

/// What stands below the heading of a section; nothing if there is none.
fn section<'a>(text: &'a str, name: &str) -> &'a str {
    let heading = format!("\n[{name}]\n");
    let Some(at) = text.find(&heading) else {
        return "";
    };
    let body = &text[at + heading.len()..];
    &body[..body.find("\n[").unwrap_or(body.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_become_lists() {
        let read = read("# A language\n\n[never]\nMr., e. g.\n\n[starters]\nthe a # articles\n");
        assert_eq!(
            read.abbreviations.class("e.g.", false),
            Some(Abbreviation::Never)
        );
        assert!(read.starters.contains("a"));
        assert!(!read.starters.contains("articles"));
    }

    #[test]
    fn the_files_name_no_other_section() {
        let known = [
            "never",
            "may-end",
            "closes",
            "before-number",
            "starters",
            "unfinished",
        ];
        for text in [
            include_str!("unicode/en.txt"),
            include_str!("unicode/uk.txt"),
        ] {
            for heading in text.lines().filter_map(|line| line.strip_prefix('[')) {
                assert!(known.contains(&heading.trim_end_matches(']')), "{heading}");
            }
        }
    }
}
