//! Batches written as XLIFF 2.

use super::Version;
use super::inline::{Inlines, write_side};
use crate::exchange::batch::{Batch, BatchArticle, BatchUnit, UnitState};
use crate::exchange::put::put;
use crate::exchange::xml::{attribute, encode_text};

/// Writes a batch as XLIFF 2.1 or 2.2. Every code is an inline code with its original data, which must
/// neither be deleted nor copied.
pub fn write_xliff(batch: &Batch, version: Version) -> String {
    let mut out = String::new();
    let (namespace, number) = match version {
        Version::V22 => ("2.2", "2.2"),
        _ => ("2.0", "2.1"),
    };
    out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff version=\"");
    out.push_str(number);
    out.push_str("\" xmlns=\"urn:oasis:names:tc:xliff:document:");
    out.push_str(namespace);
    out.push_str("\" xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\"");
    let units = || batch.articles.iter().flat_map(|article| &article.units);
    if units().any(|unit| !unit.offers.is_empty()) {
        out.push_str(" xmlns:mtc=\"urn:oasis:names:tc:xliff:matches:2.0\"");
    }
    if units().any(|unit| !unit.terms.is_empty()) {
        out.push_str(" xmlns:gls=\"urn:oasis:names:tc:xliff:glossary:2.0\"");
    }
    attribute("srcLang", &batch.source, &mut out);
    attribute("trgLang", &batch.locale, &mut out);
    out.push_str(" xml:space=\"preserve\">\n");
    for (at, article) in batch.articles.iter().enumerate() {
        write_article(article, at, &mut out);
    }
    out.push_str("</xliff>\n");
    out
}

/// Writes an element with text in it.
pub(super) fn element(head: &str, text: &str, out: &mut String) {
    let name = head.split(' ').next().unwrap_or(head);
    out.push('<');
    out.push_str(head);
    out.push('>');
    encode_text(text, out);
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

fn write_article(article: &BatchArticle, at: usize, out: &mut String) {
    put(out, format_args!("<file id=\"f{}\"", at + 1));
    attribute("original", &article.path, out);
    out.push_str(" canResegment=\"no\">\n");
    let mut block = None;
    for unit in &article.units {
        if block != Some(unit.block) {
            if block.is_some() {
                out.push_str("</group>\n");
            }
            put(
                out,
                format_args!(
                    "<group id=\"b{}\" type=\"satz:{}\">\n",
                    unit.block, unit.kind
                ),
            );
            block = Some(unit.block);
        }
        write_unit(article, unit, out);
    }
    if block.is_some() {
        out.push_str("</group>\n");
    }
    out.push_str("</file>\n");
}

fn write_unit(article: &BatchArticle, unit: &BatchUnit, out: &mut String) {
    out.push_str("<unit");
    attribute("id", &unit.id, out);
    if unit.is_covered {
        out.push_str(" translate=\"no\"");
    }
    out.push_str(">\n");
    let mut inlines = Inlines::of(unit.target.as_deref(), article.markup);
    let mut source = String::new();
    write_side(
        &unit.source,
        article.markup,
        &mut inlines,
        true,
        &mut source,
    );
    let target = unit.target.as_ref().map(|target| {
        let mut written = String::new();
        write_side(target, article.markup, &mut inlines, false, &mut written);
        written
    });
    write_offers(article, unit, out);
    write_terms(unit, out);
    write_metadata(unit, out);
    write_notes(unit, out);
    inlines.write_data(out);
    out.push_str("<segment id=\"s\"");
    match unit.state {
        UnitState::Initial => {}
        UnitState::NeedsWork => out.push_str(" state=\"initial\" subState=\"satz:stale\""),
        UnitState::Translated => out.push_str(" state=\"translated\""),
        UnitState::Reviewed => out.push_str(" state=\"reviewed\""),
        UnitState::Final => out.push_str(" state=\"final\""),
    }
    out.push_str("><source>");
    out.push_str(&source);
    out.push_str("</source>");
    if let Some(target) = target {
        out.push_str("<target>");
        out.push_str(&target);
        out.push_str("</target>");
    }
    out.push_str("</segment>\n</unit>\n");
}

fn write_offers(article: &BatchArticle, unit: &BatchUnit, out: &mut String) {
    if unit.offers.is_empty() {
        return;
    }
    out.push_str("<mtc:matches>");
    for offer in &unit.offers {
        out.push_str("<mtc:match ref=\"#s\" type=\"tm\"");
        put(out, format_args!(" similarity=\"{}\"", offer.similarity));
        attribute("origin", &offer.origin, out);
        out.push('>');
        let mut inlines = Inlines::of(Some(&offer.target), article.markup);
        let (mut source, mut target) = (String::new(), String::new());
        write_side(
            &offer.source,
            article.markup,
            &mut inlines,
            true,
            &mut source,
        );
        write_side(
            &offer.target,
            article.markup,
            &mut inlines,
            false,
            &mut target,
        );
        inlines.write_data(out);
        put(
            out,
            format_args!("<source>{source}</source><target>{target}</target></mtc:match>"),
        );
    }
    out.push_str("</mtc:matches>\n");
}

fn write_terms(unit: &BatchUnit, out: &mut String) {
    if unit.terms.is_empty() {
        return;
    }
    out.push_str("<gls:glossary>");
    for term in &unit.terms {
        out.push_str("<gls:glossEntry>");
        element("gls:term", &term.source, out);
        element("gls:translation", &term.target, out);
        if !term.forbidden.is_empty() {
            let text = format!("not: {}", term.forbidden.join(", "));
            element("gls:definition", &text, out);
        }
        out.push_str("</gls:glossEntry>");
    }
    out.push_str("</gls:glossary>\n");
}

fn write_metadata(unit: &BatchUnit, out: &mut String) {
    out.push_str("<mda:metadata><mda:metaGroup category=\"satz\">");
    element("mda:meta type=\"sent\"", &unit.digest(), out);
    if let Some(maker) = &unit.maker {
        element("mda:meta type=\"made\"", maker, out);
    }
    if let Some(review) = &unit.review {
        element("mda:meta type=\"review\"", review, out);
    }
    out.push_str("</mda:metaGroup></mda:metadata>\n");
}

fn write_notes(unit: &BatchUnit, out: &mut String) {
    if unit.notes.is_empty() && unit.was.is_none() {
        return;
    }
    out.push_str("<notes>");
    for note in &unit.notes {
        element("note category=\"author\"", note, out);
    }
    if let Some(was) = &unit.was {
        element("note category=\"was\" appliesTo=\"target\"", was, out);
    }
    out.push_str("</notes>\n");
}
