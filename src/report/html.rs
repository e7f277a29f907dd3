//! A page that shows how complete everything is: articles × locales. It needs nothing beside itself.

use super::provenance::{Origins, by_article};
use super::verdict::counted;
use super::{Form, Look, Provenance, Standing, Status, by_locale, percent, put, unit_noun};
use crate::compare::State;

pub(super) const FORM: Form = Form {
    status: Some(status),
    provenance: Some(provenance),
    is_data: true,
    ..Form::new("html", "a page of articles × locales")
};

/// A page that answers for each published translation.
fn provenance(provenance: &Provenance, _look: Look) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Who made it, who reviewed it</title>\n<style>\n{CSS}</style>\n</head>\n<body>\n<main>\n<header>\n<h1>Who made it, who reviewed it</h1>\n</header>\n"
    );
    for sentences in by_article(provenance) {
        let sum = Origins::of(sentences);
        put(
            &mut out,
            format_args!(
                "<h2>{} · {}</h2>\n<p class=\"lead\">{}, {} by a machine, {} of these not reviewed, {} reviewed</p>\n<div class=\"frame\">\n<table>\n<thead><tr><th scope=\"col\">id</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">made by</th><th scope=\"col\">reviewed by</th></tr></thead>\n<tbody>\n",
                text(&sentences[0].locale),
                text(&sentences[0].article),
                counted(sum.sentences, "sentence"),
                sum.machine,
                sum.raw_machine,
                sum.reviewed,
                text(&provenance.source),
                text(&sentences[0].locale),
            ),
        );
        for sentence in sentences {
            let review = sentence.review.as_ref();
            let review = review.map_or(String::new(), |(name, date)| format!("{name}, {date}"));
            put(
                &mut out,
                format_args!(
                    "<tr><th scope=\"row\">{}</th><td lang=\"{}\" dir=\"auto\">{}</td><td lang=\"{}\" dir=\"auto\">{}</td><td>{}</td><td>{}</td></tr>\n",
                    text(&sentence.id),
                    text(&provenance.source),
                    text(&sentence.source),
                    text(&sentence.locale),
                    text(&sentence.target),
                    text(&sentence.made),
                    text(&review),
                ),
            );
        }
        out.push_str("</tbody>\n</table>\n</div>\n");
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

const CSS: &str = include_str!("html.css");

fn status(standing: &Standing, look: Look) -> String {
    let locales = by_locale(&standing.rows);
    let mut articles: Vec<&str> = Vec::new();
    for row in &standing.rows {
        if !articles.contains(&row.article.as_str()) {
            articles.push(&row.article);
        }
    }
    let of = |locale: &[&Status], article: &str| {
        let mut rows = locale.iter();
        rows.find(|row| row.article == article)
            .map(|row| (*row).clone())
    };
    let any = |article: &str| standing.rows.iter().find(|row| row.article == article);
    let each: Vec<&Status> = articles.iter().filter_map(|article| any(article)).collect();
    let units: usize = each.iter().map(|row| row.units()).sum();
    let words: usize = each.iter().map(|row| row.words).sum();
    let noun = unit_noun(&standing.rows);
    let (one, many) = match noun {
        "message" => ("catalog", "Catalogs"),
        "sentence" => ("article", "Articles"),
        _ => ("article or catalog", "Articles and catalogs"),
    };
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Translations</title>\n<style>\n{CSS}</style>\n</head>\n<body>\n<main>\n<header>\n<h1>Translations</h1>\n<p class=\"lead\">{} in {}: {}, {}. Into {}.</p>\n</header>\n",
        match articles.len() {
            1 => format!("1 {one}"),
            count => format!("{count} {}", many.to_lowercase()),
        },
        text(&standing.source),
        counted(units, noun),
        counted(words, "word"),
        counted(locales.len(), "locale"),
    );
    out.push_str(&cards(&locales));
    put(
        &mut out,
        format_args!(
            "</ul>\n<h2>{many}</h2>\n<div class=\"frame\">\n<table>\n<thead><tr><th scope=\"col\">{one}</th>"
        ),
    );
    for (sum, _) in &locales {
        put(
            &mut out,
            format_args!("<th scope=\"col\">{}</th>", text(&sum.locale)),
        );
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for article in &articles {
        let size = any(article).map_or(String::new(), |row| {
            let units = counted(row.units(), unit_noun([row]));
            format!("<small>{units}, {}</small>", counted(row.words, "word"))
        });
        put(
            &mut out,
            format_args!("<tr><th scope=\"row\">{}{size}</th>", text(article)),
        );
        for (sum, rows) in &locales {
            let has_units = |row: &Status| row.units() + row.counts[State::Obsolete] > 0;
            let cell = match of(rows, article).filter(has_units) {
                None => "<td class=\"none\">–</td>".to_owned(),
                Some(row) => format!(
                    "<td data-locale=\"{}\"><b class=\"{}\">{}%</b>{}<small>{}</small></td>",
                    text(&sum.locale),
                    class(&row),
                    percent(row.covered(), row.units()),
                    bar(&row),
                    open(&row),
                ),
            };
            out.push_str(&cell);
        }
        out.push_str("</tr>\n");
    }
    // What has no articles has no stale translations.
    let stale = match noun {
        "message" => String::new(),
        _ => format!(
            "<span style=\"background:var(--fair)\"></span>stale: the {} has changed since",
            look.source
        ),
    };
    put(
        &mut out,
        format_args!(
            "</tbody>\n</table>\n</div>\n<p class=\"key\"><span style=\"background:var(--good)\"></span>up to date{stale}<span style=\"background:var(--track)\"></span>missing</p>\n</main>\n</body>\n</html>\n"
        ),
    );
    out
}

/// A card per locale.
fn cards(locales: &[(Status, Vec<&Status>)]) -> String {
    let mut out = String::from("<h2>Locales</h2>\n<ul class=\"cards\">\n");
    for (sum, _) in locales {
        put(
            &mut out,
            format_args!(
                "<li class=\"card\"><span class=\"share {}\">{}%</span><span class=\"name\">{}</span>{}<p>{}/{} {}s, {}/{} words</p><p>{}</p></li>\n",
                class(sum),
                percent(sum.covered(), sum.units()),
                text(&sum.locale),
                bar(sum),
                sum.covered(),
                sum.units(),
                unit_noun([sum]),
                sum.words_current,
                sum.words,
                open(sum),
            ),
        );
    }
    out
}

fn class(row: &Status) -> &'static str {
    match percent(row.covered(), row.units()) {
        100 => "full",
        0 => "zero",
        _ => "part",
    }
}

fn bar(row: &Status) -> String {
    let part = |class: &str, count: usize| {
        if count == 0 {
            return String::new();
        }
        let tenths = count * 1000 / row.units().max(1);
        format!(
            "<i class=\"{class}\" style=\"width:{}.{}%\"></i>",
            tenths / 10,
            tenths % 10
        )
    };
    format!(
        "<div class=\"bar\">{}{}</div>",
        part("done", row.covered()),
        part(
            "stale",
            row.counts[State::Stale] + row.counts[State::Edited]
        )
    )
}

/// What is open, in words.
fn open(row: &Status) -> String {
    let mut told = Vec::new();
    if row.counts[State::Missing] > 0 {
        told.push(format!("{} missing", row.counts[State::Missing]));
    }
    if row.counts[State::Stale] > 0 {
        let age = row.stale_days.map_or(String::new(), |days| match days {
            0 => " since today".to_owned(),
            1 => " up to 1 day".to_owned(),
            days => format!(" up to {days} days"),
        });
        told.push(format!("{} stale{age}", row.counts[State::Stale]));
    }
    if row.counts[State::Edited] > 0 {
        told.push(format!("{} to be accepted", row.counts[State::Edited]));
    }
    if told.is_empty() {
        told.push("up to date".to_owned());
    }
    if row.raw_machine > 0 {
        told.push(format!("{} by a machine, to be reviewed", row.raw_machine));
    }
    if row.reviewed > 0 {
        told.push(format!("{} reviewed", row.reviewed));
    }
    told.join(" · ")
}

/// Text for HTML.
fn text(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
