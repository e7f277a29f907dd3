//! A page saved as HTML.

use super::data::{Data, data, fold};
use super::dom::Page;
use super::judge::Judge;
use super::read::{Read, lines};
use super::{About, Extract, LeftOut, Line, Options, region};
use crate::document::BlockKind;

/// How far from the headline a line can be that names the day, in lines.
const NEAR: usize = 12;

/// Reads a page that was saved as HTML.
pub fn extract_page(text: &str, options: &Options) -> Extract {
    let page = Page::read(text);
    let data = data(&page);
    let language = data.language.as_deref().unwrap_or(&options.language);
    let base = data.base.as_deref().or(data.address.as_deref());
    let mut lines = lines(&page, base, language);
    let headline = region::mark(&page, &mut lines, &data.titles);
    let judge = Judge::new(options);
    for read in &mut lines {
        if let Some(reason) = judge.house(&read.line.text) {
            read.line.left_out = Some(reason);
        }
    }
    let headline = headline.filter(|at| lines[*at].line.left_out.is_none());
    let mut lines: Vec<Line> = lines.into_iter().map(|Read { line, .. }| line).collect();
    let title = title(&lines, headline, &data);
    if let Some(title) = &title {
        raise(&mut lines, headline, title);
    }
    let day = day(&lines, title.as_deref());
    let author = author(&lines);
    Extract {
        title,
        author: data.author.or(author),
        source: data.address.or(data.site),
        date: data.date.or(day),
        language: data.language,
        lines,
    }
}

/// The title of a page: its headline of the first level, else what it says of itself.
fn title(lines: &[Line], headline: Option<usize>, data: &Data) -> Option<String> {
    let is_kept = |line: &&Line| line.left_out.is_none() && line.kind == BlockKind::Heading;
    let first = headline
        .map(|at| &lines[at])
        .or_else(|| lines.iter().find(is_kept));
    let first = first.filter(|line| line.level == 1);
    let said = || data.titles.first().cloned();
    first.map(|line| line.text.clone()).or_else(said)
}

/// Gives the headline the first level, and no other heading; a headline that stands there twice
/// stands there once.
fn raise(lines: &mut [Line], headline: Option<usize>, title: &str) {
    let folded = fold(title);
    let mut is_said = false;
    for (at, line) in lines.iter_mut().enumerate() {
        if line.left_out.is_some() || line.level == 0 {
            continue;
        }
        let is_title = fold(&line.text) == folded;
        if is_title && is_said && headline != Some(at) {
            line.left_out = Some(LeftOut::Again);
        } else if is_title {
            is_said = true;
            line.level = 1;
        } else if line.level == 1 {
            line.level = 2;
        }
    }
}

/// The day that a line near the headline names, or one that says that it is about publishing.
fn day(lines: &[Line], title: Option<&str>) -> Option<String> {
    let lines = lines.iter().filter(|line| !line.is_picture());
    let lines: Vec<&Line> = lines.collect();
    let short = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.text.chars().count() <= 80);
    let short: Vec<(usize, &&Line)> = short.collect();
    let says = |line: &Line| {
        let lower = line.text.to_lowercase();
        let words = ["veröffentlicht", "stand:", "aktualisiert", "erschienen"];
        words.iter().any(|word| lower.contains(word))
    };
    let read = |line: &Line| super::date::german(&line.text);
    let said = short
        .iter()
        .find_map(|(_, line)| says(line).then(|| read(line))?);
    let folded = title.map(fold)?;
    let headline = lines
        .iter()
        .position(|line| line.kind == BlockKind::Heading && fold(&line.text) == folded)?;
    let mut near = short.iter().filter(|(at, _)| at.abs_diff(headline) <= NEAR);
    said.or_else(|| near.find_map(|(_, line)| read(line)))
}

/// The author that a byline of the page names: “Von Anna Müller”.
fn author(lines: &[Line]) -> Option<String> {
    let bylines = lines.iter().filter(|line| {
        line.left_out
            .as_ref()
            .is_some_and(|reason| reason.about() == About::Byline)
    });
    bylines.into_iter().find_map(|line| {
        let name = ["Von ", "von ", "Autor: ", "Autorin: "]
            .iter()
            .find_map(|head| line.text.strip_prefix(head))?;
        let name = name.split([',', '|', '·', '(']).next()?.trim();
        let words: Vec<&str> = name.split_whitespace().collect();
        let is_name = |word: &str| {
            word.starts_with(char::is_uppercase)
                || matches!(word, "von" | "van" | "de" | "der" | "zu" | "und")
        };
        let fits = (2..=7).contains(&words.len()) && words.iter().all(|word| is_name(word));
        (fits && !name.contains(|c: char| c.is_ascii_digit())).then(|| name.to_owned())
    })
}
