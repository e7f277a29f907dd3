//! Batches written as XLIFF 1.2.

use crate::exchange::batch::{Batch, BatchArticle, BatchUnit, UnitState};
use crate::exchange::code::{CodeKind, Markup, Piece, Role, cut_codes};
use crate::exchange::put::put;
use crate::exchange::xml::{attribute, encode_text};

/// Writes a batch as XLIFF 1.2: codes as `ph`, `bpt` and `ept` with what they are written as.
pub fn write_xliff_1(batch: &Batch) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str("<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n");
    for article in &batch.articles {
        write_article(batch, article, &mut out);
    }
    out.push_str("</xliff>\n");
    out
}

fn write_article(batch: &Batch, article: &BatchArticle, out: &mut String) {
    out.push_str("<file");
    attribute("original", &article.path, out);
    attribute("source-language", &batch.source, out);
    attribute("target-language", &batch.locale, out);
    let datatype = match article.markup {
        Markup::Markdown => "x-markdown",
        Markup::Html => "html",
        Markup::Plain => "plaintext",
    };
    attribute("datatype", datatype, out);
    attribute("tool-id", "satz", out);
    out.push_str(">\n<header><tool tool-id=\"satz\" tool-name=\"satz\"/></header>\n<body>\n");
    let mut block = None;
    for unit in &article.units {
        if block != Some(unit.block) {
            out.push_str(if block.is_some() { "</group>\n" } else { "" });
            put(
                out,
                format_args!(
                    "<group id=\"b{}\" restype=\"x-{}\">\n",
                    unit.block, unit.kind
                ),
            );
            block = Some(unit.block);
        }
        write_unit(article.markup, unit, out);
    }
    out.push_str(if block.is_some() { "</group>\n" } else { "" });
    out.push_str("</body>\n</file>\n");
}

fn write_unit(markup: Markup, unit: &BatchUnit, out: &mut String) {
    out.push_str("<trans-unit");
    attribute("id", &unit.id, out);
    if unit.is_covered {
        out.push_str(" translate=\"no\"");
    } else if unit.state >= UnitState::Reviewed {
        out.push_str(" approved=\"yes\"");
    }
    out.push_str(" xml:space=\"preserve\">\n<source>");
    write_side(&unit.source, markup, out);
    out.push_str("</source>\n");
    if let Some(target) = &unit.target {
        let state = match unit.state {
            UnitState::Initial => "new",
            UnitState::NeedsWork => "needs-review-translation",
            UnitState::Translated => "translated",
            UnitState::Reviewed => "signed-off",
            UnitState::Final => "final",
        };
        put(out, format_args!("<target state=\"{state}\">"));
        write_side(target, markup, out);
        out.push_str("</target>\n");
    }
    put(
        out,
        format_args!(
            "<context-group name=\"satz\"><context context-type=\"x-sent\">{}</context></context-group>\n",
            unit.digest()
        ),
    );
    let notes = unit.notes.iter().map(|note| ("author", note));
    let was = unit.was.iter().map(|was| ("was", was));
    let made = unit.maker.iter().map(|maker| ("made", maker));
    let review = unit.review.iter().map(|review| ("review", review));
    for (from, text) in notes.chain(was).chain(made).chain(review) {
        put(out, format_args!("<note from=\"{from}\">"));
        encode_text(text, out);
        out.push_str("</note>\n");
    }
    for offer in &unit.offers {
        put(
            out,
            format_args!("<alt-trans match-quality=\"{}\"", offer.similarity),
        );
        attribute("origin", &offer.origin, out);
        out.push_str("><source>");
        write_side(&offer.source, markup, out);
        out.push_str("</source><target>");
        write_side(&offer.target, markup, out);
        out.push_str("</target></alt-trans>\n");
    }
    out.push_str("</trans-unit>\n");
}

fn write_side(text: &str, markup: Markup, out: &mut String) {
    for (at, piece) in cut_codes(text, markup).into_iter().enumerate() {
        let Piece::Code(raw, kind, role) = piece else {
            if let Piece::Text(text) = piece {
                encode_text(text, out);
            }
            continue;
        };
        let kind = match kind {
            CodeKind::Bold => " ctype=\"bold\"",
            CodeKind::Italic => " ctype=\"italic\"",
            CodeKind::Link => " ctype=\"link\"",
            CodeKind::Image => " ctype=\"image\"",
            CodeKind::Break => " ctype=\"lb\"",
            _ => "",
        };
        let name = match role {
            Role::Alone => {
                put(out, format_args!("<ph id=\"x{}\"{kind}>", at + 1));
                "ph"
            }
            Role::Start(pair) => {
                put(
                    out,
                    format_args!("<bpt id=\"{0}\" rid=\"{0}\"{kind}>", pair + 1),
                );
                "bpt"
            }
            Role::End(pair) => {
                put(out, format_args!("<ept id=\"{0}\" rid=\"{0}\">", pair + 1));
                "ept"
            }
        };
        encode_text(raw, out);
        put(out, format_args!("</{name}>"));
    }
}
