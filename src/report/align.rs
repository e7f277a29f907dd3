//! Aligned translations: what was written, what is doubtful, what is left.

use std::fmt::Write as _;

use serde_json::{Value, json};

/// A group of sentences that translate each other.
#[derive(Debug, Clone, PartialEq)]
pub struct AlignedGroup {
    /// Ids of the units.
    pub ids: Vec<String>,
    /// The source's sentences.
    pub source: Vec<String>,
    /// The target's sentences.
    pub target: Vec<String>,
    /// The sentences by number, as `[0, 1]:[0]`.
    pub bead: String,
    /// How sure it is, 0.0–1.0.
    pub confidence: f32,
    /// Whether it stands out of order.
    pub moved: bool,
    /// What speaks for and against it.
    pub reasons: Vec<String>,
    /// What became of it: `written`, `doubtful`, `kept`, `missing`, `unaligned`.
    pub outcome: &'static str,
}

/// An article and its aligned translation.
#[derive(Debug, Clone, PartialEq)]
pub struct AlignedArticle {
    /// The locale.
    pub locale: String,
    /// The article.
    pub article: String,
    /// The translation's path as it was given.
    pub translation: String,
    /// The groups, in the order of the source.
    pub groups: Vec<AlignedGroup>,
}

impl AlignedArticle {
    /// Groups with this outcome.
    pub fn count(&self, outcome: &str) -> usize {
        let groups = self.groups.iter();
        groups.filter(|group| group.outcome == outcome).count()
    }
}

/// The forms of an alignment; the first is the one for people.
pub const ALIGN_FORMS: &[AlignForm] = &[
    AlignForm {
        name: "text",
        is_data: false,
        show: text,
    },
    AlignForm {
        name: "beads",
        is_data: true,
        show: beads,
    },
    AlignForm {
        name: "json",
        is_data: true,
        show: json,
    },
    AlignForm {
        name: "html",
        is_data: true,
        show: html,
    },
];

/// A form of an alignment.
#[derive(Debug, Clone, Copy)]
pub struct AlignForm {
    /// What it is called on the command line.
    pub name: &'static str,
    /// Whether programs read it.
    pub is_data: bool,
    /// Shows articles.
    pub show: fn(&[AlignedArticle]) -> String,
}

/// One line per article, then what needs a look.
fn text(articles: &[AlignedArticle]) -> String {
    let mut out = String::new();
    for article in articles {
        put(
            &mut out,
            format_args!(
                "{} {}: {} written, {} doubtful, {} kept, {} missing, {} without German\n",
                article.locale,
                article.article,
                article.count("written"),
                article.count("doubtful"),
                article.count("kept"),
                article.count("missing"),
                article.count("unaligned"),
            ),
        );
        for group in &article.groups {
            if matches!(group.outcome, "written" | "kept") && !group.moved {
                continue;
            }
            let moved = if group.moved { ", moved" } else { "" };
            put(
                &mut out,
                format_args!(
                    "  {}{moved} ({:.2}) {}\n",
                    group.outcome,
                    group.confidence,
                    group.ids.join(" ")
                ),
            );
            for sentence in &group.source {
                put(&mut out, format_args!("    < {}\n", flat(sentence)));
            }
            for sentence in &group.target {
                put(&mut out, format_args!("    > {}\n", flat(sentence)));
            }
        }
    }
    if articles.len() > 1 {
        let sum =
            |outcome| -> usize { articles.iter().map(|article| article.count(outcome)).sum() };
        put(
            &mut out,
            format_args!(
                "{} translations: {} written, {} doubtful, {} kept, {} missing, {} without German\n",
                articles.len(),
                sum("written"),
                sum("doubtful"),
                sum("kept"),
                sum("missing"),
                sum("unaligned"),
            ),
        );
    }
    out
}

/// The sentences by number.
fn beads(articles: &[AlignedArticle]) -> String {
    let groups = articles.iter().flat_map(|article| &article.groups);
    groups.fold(String::new(), |out, group| out + &group.bead + "\n")
}

fn json(articles: &[AlignedArticle]) -> String {
    let articles: Vec<Value> = articles
        .iter()
        .map(|article| {
            let groups: Vec<Value> = article
                .groups
                .iter()
                .map(|group| {
                    json!({
                        "ids": group.ids,
                        "source": group.source,
                        "target": group.target,
                        "bead": group.bead,
                        "confidence": (f64::from(group.confidence) * 1000.0).round() / 1000.0,
                        "moved": group.moved,
                        "reasons": group.reasons,
                        "outcome": group.outcome,
                    })
                })
                .collect();
            json!({
                "locale": article.locale,
                "article": article.article,
                "translation": article.translation,
                "summary": {
                    "written": article.count("written"),
                    "doubtful": article.count("doubtful"),
                    "kept": article.count("kept"),
                    "missing": article.count("missing"),
                    "unaligned": article.count("unaligned"),
                },
                "groups": groups,
            })
        })
        .collect();
    format!("{:#}\n", json!({ "articles": articles }))
}

/// A page that shows both sides beside each other, to look at in a browser.
fn html(articles: &[AlignedArticle]) -> String {
    let mut out = String::from(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Aligned translations</title>\n<style>\n",
    );
    out.push_str(include_str!("align.css"));
    out.push_str("</style>\n</head>\n<body>\n");
    for article in articles {
        let sides = [
            ("written", "sure"),
            ("doubtful", "to be looked at"),
            ("kept", "kept as they were"),
            ("missing", "missing"),
            ("unaligned", "without German"),
        ];
        put(
            &mut out,
            format_args!(
                "<h1>{} <span class=\"locale\">{}</span></h1>\n<p class=\"summary\">",
                escape(&article.article),
                escape(&article.locale),
            ),
        );
        for (outcome, name) in sides {
            put(
                &mut out,
                format_args!(
                    "<span class=\"{outcome}\"><b>{}</b> {name}</span> ",
                    article.count(outcome)
                ),
            );
        }
        out.push_str("</p>\n<div class=\"table\">\n");
        for group in &article.groups {
            row(&mut out, article, group);
        }
        out.push_str("</div>\n");
    }
    out.push_str("</body>\n</html>\n");
    out
}

fn row(out: &mut String, article: &AlignedArticle, group: &AlignedGroup) {
    let moved = if group.moved { " moved" } else { "" };
    put(
        out,
        format_args!(
            "<section class=\"{}{moved}\" title=\"{}\">\n",
            group.outcome,
            escape(&group.ids.join(" "))
        ),
    );
    for (class, lang, sentences) in [
        ("source", "", &group.source),
        ("target", article.locale.as_str(), &group.target),
    ] {
        let lang = if lang.is_empty() {
            String::new()
        } else {
            format!(" lang=\"{}\"", escape(lang))
        };
        put(
            out,
            format_args!("<div class=\"{class}\"{lang} dir=\"auto\">"),
        );
        for sentence in sentences {
            put(out, format_args!("<p>{}</p>", escape(sentence)));
        }
        out.push_str("</div>\n");
    }
    put(
        out,
        format_args!(
            "<div class=\"doubt\"><meter min=\"0\" max=\"1\" low=\"0.5\" high=\"0.75\" optimum=\"1\" value=\"{0:.2}\">{0:.2}</meter> <b>{1}</b> <small>{2}</small></div>\n</section>\n",
            group.confidence,
            group.outcome,
            escape(&group.reasons.join("; ")),
        ),
    );
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// A text on one line.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).unwrap_or_default();
}
