//! Lines in the element of an article that are no part of it: phrases that pages have around their
//! articles, what stands below an offer of others, and the ends of a page.

use super::dom::Page;
use super::judge::{form, phrase};
use super::line::{Container, Line};
use super::read::Read;
use super::{About, LeftOut};
use crate::document::BlockKind;

/// Most lines about the author at the end of a text.
const MOST_ABOUT_AUTHOR: usize = 5;

/// Why a line is no part of an article, by how it reads.
pub(super) fn by_itself(line: &Line) -> Option<LeftOut> {
    if matches!(
        line.kind,
        BlockKind::Code | BlockKind::Alt | BlockKind::Markup
    ) {
        return None;
    }
    let by_phrase = phrase(&line.text).map(|(about, phrase)| LeftOut::Phrase(about, phrase));
    by_phrase.or_else(|| form(&line.text))
}

/// Leaves lines out that the place of the article does not.
pub(super) fn mark(page: &Page, lines: &mut [Read], headline: Option<usize>) {
    judge(lines, headline);
    restore_headings(lines);
    restore_items(lines);
    below_offers(lines);
    about_author(lines);
    tail(lines, headline);
    pictures(page, lines);
    again(lines);
    rules(lines);
    restore_notes(lines);
}

/// Brings the texts of notes back whose marks stand in the article.
fn restore_notes(lines: &mut [Read]) {
    let kept = lines.iter().filter(|read| read.line.left_out.is_none());
    let labels: Vec<String> = kept.flat_map(|read| read.line.notes.clone()).collect();
    for read in lines {
        let label = read.line.note().map(str::to_owned);
        if label.is_some_and(|label| labels.contains(&label)) {
            read.line.left_out = None;
        }
    }
}

/// Judges each line of the article by how it reads.
fn judge(lines: &mut [Read], headline: Option<usize>) {
    let is_prose = |read: &Read| read.line.left_out.is_none() && read.line.is_prose();
    let prose = lines
        .iter()
        .position(is_prose)
        .zip(lines.iter().rposition(is_prose));
    for (at, read) in lines.iter_mut().enumerate() {
        if read.line.left_out.is_some() || Some(at) == headline {
            continue;
        }
        let is_amid = prose.is_some_and(|(first, last)| first < at && at < last);
        let in_cell = read
            .line
            .within
            .iter()
            .any(|found| matches!(found, Container::Cell { .. }));
        let reason = by_itself(&read.line).filter(|reason| match reason {
            // What a table, a list or a definition holds is data.
            LeftOut::NoLetters => !holds_figures(&read.line),
            // Within a text, a day is the day of something.
            LeftOut::Date if is_amid && read.line.text.split_whitespace().count() > 5 => false,
            LeftOut::AllLinks
            | LeftOut::Date
            | LeftOut::Byline
            | LeftOut::Beginning(..)
            | LeftOut::Credit => {
                !(read.line.is_entry() || read.line.is_caption || read.line.level > 0)
            }
            _ => !in_cell,
        });
        read.line.left_out = reason;
    }
}

/// Whether a line without letters says something: in a table, a list, a heading, or as a paragraph
/// with a figure.
fn holds_figures(line: &Line) -> bool {
    let in_cell = line
        .within
        .iter()
        .any(|found| matches!(found, Container::Cell { .. }));
    in_cell
        || line.text.contains(char::is_alphanumeric)
            && (line.is_entry() || line.level > 0 || line.is_caption)
        || line.text.chars().filter(char::is_ascii_digit).count() > 1
}

/// Brings the headings back that have a text of the article below them: a phrase of one word can be
/// what a chapter is about.
fn restore_headings(lines: &mut [Read]) {
    for at in 0..lines.len() {
        let read = &lines[at];
        let is_heading = read.line.kind == BlockKind::Heading || read.is_strong;
        let is_word = matches!(&read.line.left_out,
            Some(LeftOut::Phrase(about, phrase)) if is_ambiguous(*about, phrase));
        if !is_heading || !is_word {
            continue;
        }
        let below = lines[at + 1..].iter();
        let mut below = below.take_while(|read| read.line.kind != BlockKind::Heading);
        if below.any(|read| read.line.left_out.is_none() && !read.line.is_picture()) {
            lines[at].line.left_out = None;
        }
    }
}

/// Whether a phrase can be the subject of a chapter as well.
fn is_ambiguous(about: About, phrase: &str) -> bool {
    let is_word = !phrase.contains([' ', '-']) && phrase != "meistgelesen";
    is_word && !matches!(about, About::Byline | About::Loading) || about == About::More
}

/// Brings the items back of a list of which others are kept.
fn restore_items(lines: &mut [Read]) {
    let list = |line: &Line| {
        line.within.iter().rev().find_map(|found| match found {
            Container::Item { list, .. } => Some(*list),
            _ => None,
        })
    };
    let kept: Vec<usize> = lines
        .iter()
        .filter(|read| read.line.left_out.is_none())
        .filter_map(|read| list(&read.line))
        .collect();
    for read in lines {
        let is_phrase = matches!(read.line.left_out, Some(LeftOut::Phrase(..)));
        if is_phrase
            && read.linked < 0.5
            && list(&read.line).is_some_and(|list| kept.contains(&list))
        {
            read.line.left_out = None;
        }
    }
}

/// Leaves out what stands below a line that offers other articles, up to the next running text.
fn below_offers(lines: &mut [Read]) {
    let mut is_below = false;
    for read in lines {
        let line = &mut read.line;
        match &line.left_out {
            Some(LeftOut::Phrase(About::Related, _)) => is_below = true,
            None if line.is_prose() || line.kind == BlockKind::Heading => is_below = false,
            None if is_below => line.left_out = Some(LeftOut::BelowOffer),
            _ => {}
        }
    }
}

/// Leaves out the last lines of the text below a line that introduces its author.
fn about_author(lines: &mut [Read]) {
    let introduces =
        |read: &Read| matches!(read.line.left_out, Some(LeftOut::Phrase(About::Byline, _)));
    let Some(at) = lines.iter().rposition(introduces) else {
        return;
    };
    // A chapter about an author has more than the one paragraph of such a box.
    let is_said = |read: &&Read| {
        read.line.left_out.is_none()
            && read.line.level == 0
            && read.line.text.ends_with(['.', '!', '?'])
    };
    if lines[at].line.level > 0 && lines[at..].iter().filter(is_said).count() > 1 {
        lines[at].line.left_out = None;
        return;
    }
    let is_kept = |read: &&mut Read| read.line.left_out.is_none();
    if lines[at..].iter_mut().filter(is_kept).count() > MOST_ABOUT_AUTHOR {
        return;
    }
    for read in lines[at..].iter_mut().filter(is_kept) {
        read.line.left_out = Some(LeftOut::AboutAuthor);
    }
}

/// Leaves out headings and short lines after the last running text.
fn tail(lines: &mut [Read], headline: Option<usize>) {
    let has_prose = lines
        .iter()
        .any(|read| read.line.left_out.is_none() && read.line.is_prose());
    let mut in_list = true;
    for at in (0..lines.len()).rev() {
        if Some(at) == headline || !has_prose {
            break;
        }
        let line = &mut lines[at].line;
        if line.left_out.is_some() || line.kind == BlockKind::Markup {
            continue;
        }
        if line.is_picture() || line.is_caption {
            continue;
        }
        if line.note().is_some() {
            continue;
        }
        in_list &= line.is_entry() && line.kind != BlockKind::Heading;
        let is_said = line.text.ends_with(['.', '“', '"', '»']) && line.level == 0;
        if line.is_prose() || in_list || is_said || line.kind == BlockKind::Code {
            break;
        }
        line.left_out = Some(LeftOut::AfterText);
    }
}

/// Keeps only pictures within the text, and the captions of those.
fn pictures(page: &Page, lines: &mut [Read]) {
    let is_text = |read: &Read| {
        read.line.left_out.is_none()
            && !read.line.is_picture()
            && read.line.kind != BlockKind::Markup
    };
    let last = lines
        .iter()
        .rposition(|read| is_text(read) && !read.line.is_caption);
    let figure = |read: &Read| {
        page.blocks(read.node).take(6).find(|at| {
            let names = [
                "figure", "caption", "thumb", "image", "bild", "media", "photo",
            ];
            let marks = &page.nodes[*at].marks;
            page.name(*at) == "figure"
                || names.iter().any(|name| marks.contains(name))
                    && page.all(*at, "img").next().is_some()
        })
    };
    let mut kept: Vec<usize> = Vec::new();
    for (at, read) in lines.iter_mut().enumerate() {
        let is_late = last.is_none_or(|last| at > last);
        let place = figure(read);
        if read.line.is_picture() && is_late && place.is_none() {
            read.line.left_out.get_or_insert(LeftOut::Picture);
        }
        if read.line.left_out.is_none() && !read.line.is_caption {
            kept.extend(place);
        }
    }
    for read in lines {
        let is_table = page.blocks(read.node).any(|at| page.name(at) == "caption");
        let place = figure(read);
        if read.line.is_caption && !is_table && !place.is_some_and(|place| kept.contains(&place)) {
            read.line
                .left_out
                .get_or_insert(LeftOut::Element(About::Caption, "figcaption".to_owned()));
        }
    }
}

/// Leaves out a paragraph that stands there word for word once more, as a box that is pulled out.
fn again(lines: &mut [Read]) {
    for at in 1..lines.len() {
        let (before, rest) = lines.split_at_mut(at);
        let line = &mut rest[0].line;
        let long = line.text.chars().count() >= 40 && line.kind != BlockKind::Code;
        if line.left_out.is_some() || !long || line.is_entry() {
            continue;
        }
        let near = before.iter().rev().take(12);
        let mut kept = near.filter(|read| read.line.left_out.is_none());
        if kept.any(|read| read.line.text == line.text && read.line.kind != BlockKind::Heading) {
            line.left_out = Some(LeftOut::Again);
        }
    }
}

/// Keeps only rules that part two texts of the article.
fn rules(lines: &mut [Read]) {
    let mut is_parted = true;
    let mut waiting: Option<usize> = None;
    for at in 0..lines.len() {
        if lines[at].line.left_out.is_some() {
            continue;
        }
        if lines[at].line.kind == BlockKind::Markup {
            let reason = if is_parted {
                LeftOut::NoLetters
            } else {
                LeftOut::AfterText
            };
            lines[at].line.left_out = Some(reason);
            waiting = waiting.or(Some(at).filter(|_| !is_parted));
            is_parted = true;
        } else {
            if let Some(rule) = waiting.take() {
                lines[rule].line.left_out = None;
            }
            is_parted = false;
        }
    }
}
