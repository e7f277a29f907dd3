//! What the memory offers, for people.

use super::diff::inline;
use super::flat;
use crate::report::look::{FAINT, FAIR, GOOD, Look, STRONG};
use crate::report::{MemoryOffer, Suggestion, put};

/// Unit by unit what the memory has.
pub(super) fn suggest(units: &[Suggestion], look: Look) -> String {
    let mut out = String::new();
    let mut last = None;
    for unit in units {
        let place = (&unit.locale, &unit.article);
        if last != Some(place) {
            let gap = if out.is_empty() { "" } else { "\n" };
            let head = look.paint(STRONG, &format!("{} {}", unit.locale, unit.article));
            put(&mut out, format_args!("{gap}{head}\n"));
            last = Some(place);
        }
        let state = look.paint(FAIR, unit.state.name());
        put(&mut out, format_args!("  {state} {}\n", unit.id));
        put_line(&mut out, look.source, &flat(&unit.source));
        if let Some(target) = &unit.target {
            put_line(&mut out, "now", &flat(target));
        }
        for (number, offer) in unit.offers.iter().enumerate() {
            put_offer(&mut out, number + 1, offer, &unit.source, look);
        }
        for fragment in &unit.fragments {
            let (source, target) = (flat(&fragment.source), flat(&fragment.target));
            let place = format!("{} {}", fragment.origin.0, fragment.origin.1);
            let origin = look.paint(FAINT, place.trim_end());
            put(
                &mut out,
                format_args!("    part    {source} → {target}\n            in {origin}\n"),
            );
        }
        for (source, target) in &unit.terms {
            put_line(&mut out, "term", &format!("{source} → {target}"));
        }
        if unit.offers.is_empty() && unit.fragments.is_empty() {
            out.push_str("    nothing like it was translated before\n");
        }
    }
    if out.is_empty() {
        out.push_str("the memory has nothing for the open sentences\n");
    }
    out
}

fn put_offer(out: &mut String, number: usize, offer: &MemoryOffer, source: &str, look: Look) {
    let percent = format!("{}%", (offer.similarity * 100.0).floor());
    let share = look.paint(if offer.is_same { GOOD } else { FAIR }, &percent);
    put(
        out,
        format_args!("    {number}  {share}  {}\n", flat(&offer.target)),
    );
    let times = match offer.times {
        0 | 1 => String::new(),
        times => format!(", {times} times"),
    };
    let place = format!("{} {}", offer.article, offer.id);
    let origin = look.paint(FAINT, &format!("{}{times}", place.trim_end()));
    if offer.is_same {
        put(out, format_args!("       {} in {origin}\n", offer.kind));
    } else {
        let words = inline(&offer.source, source, look);
        let verb = if offer.kind == "repaired" {
            "facts exchanged, "
        } else {
            ""
        };
        put(
            out,
            format_args!("       {words}\n       {verb}in {origin}\n"),
        );
    }
}

fn put_line(out: &mut String, name: &str, text: &str) {
    put(out, format_args!("    {name:6}  {text}\n"));
}
