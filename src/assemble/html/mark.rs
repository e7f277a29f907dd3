//! `span` elements around units that are not simply translated: still German, stale, or of another
//! locale.

use super::bidi::{Run, runs};
use super::{Label, attribute, escape};
use crate::assemble::{Assembled, Assembly, Choice};
use crate::language::direction;
use crate::text::Span;
use pulldown_cmark::{CowStr, Event};
use std::ops::Range;

/// A unit's place in the result and the tag that opens its element.
struct Mark {
    span: Span,
    tag: String,
    is_rtl: bool,
}

/// Puts elements around units, and isolates what runs against the direction around it.
pub(super) struct Marker {
    marks: Vec<Mark>,
    next: usize,
    /// The mark whose element is open, and how deep in other elements it was opened.
    open: Option<(usize, usize)>,
    is_rtl: bool,
    /// How many inline elements are open around the place.
    pub(super) depth: usize,
    /// Images around the place: their text becomes an attribute, where no element can stand.
    pub(super) images: usize,
    /// Which events are running text, and whether it is written from right to left.
    texts: Vec<(usize, bool)>,
}

impl Marker {
    pub(super) fn new(
        assembly: &Assembly<'_>,
        assembled: &Assembled,
        labels: &[Option<Label>],
    ) -> Self {
        let units = assembly.units.iter().map(|unit| unit.span);
        let places: Vec<Option<Span>> = assembled.places(units).collect();
        let marks = stretches(assembly, &assembled.text, &places, labels)
            .into_iter()
            .map(|stretch| Mark {
                span: stretch.span,
                is_rtl: direction(&stretch.label.locale) == "rtl",
                tag: stretch.tag(assembly, &places),
            })
            .collect();
        Self {
            marks,
            next: 0,
            open: None,
            is_rtl: direction(assembly.locale) == "rtl",
            depth: 0,
            images: 0,
            texts: Vec::new(),
        }
    }

    /// Opens an element that starts at or before what comes next and ends after its start.
    pub(super) fn before(&mut self, range: &Range<usize>, events: &mut Vec<Event<'_>>) {
        while self.peek().is_some_and(|mark| mark.span.end <= range.start) {
            self.next += 1;
        }
        if self.open.is_none()
            && self.images == 0
            && let Some(mark) = self.peek().filter(|mark| mark.span.start <= range.start)
        {
            events.push(Event::InlineHtml(mark.tag.clone().into()));
            self.open = Some((self.next, self.depth));
            self.next += 1;
        }
    }

    pub(super) fn after(&mut self, range: &Range<usize>, events: &mut Vec<Event<'_>>) {
        let ended = self.open.is_some_and(|(open, depth)| {
            self.marks[open].span.end <= range.end && depth == self.depth
        });
        if self.images == 0 && ended {
            self.close(events);
        }
    }

    fn close(&mut self, events: &mut Vec<Event<'_>>) {
        if self.open.take().is_some() {
            events.push(Event::InlineHtml("</span>".into()));
        }
    }

    /// Closes what was opened in an element that ends now; it opens again behind it if it goes on
    /// there.
    pub(super) fn leave(&mut self, range: &Range<usize>, events: &mut Vec<Event<'_>>) {
        let Some((open, _)) = self.open.filter(|(_, depth)| *depth >= self.depth) else {
            return;
        };
        self.close(events);
        if self.marks[open].span.end > range.end {
            self.next = open;
        }
    }

    /// Opens an element around an image whose text it marks: none can stand in an attribute.
    pub(super) fn around(&mut self, image: &Range<usize>, events: &mut Vec<Event<'_>>) {
        let starts = |mark: &Mark| image.start <= mark.span.start && mark.span.end <= image.end;
        if self.open.is_none()
            && self.images == 0
            && let Some(mark) = self.peek().filter(|mark| starts(mark))
        {
            events.push(Event::InlineHtml(mark.tag.clone().into()));
            self.open = Some((self.next, self.depth));
            self.next += 1;
        }
    }

    /// A text, cut where an element begins or ends in it.
    pub(super) fn text(
        &mut self,
        text: &CowStr<'_>,
        range: &Range<usize>,
        events: &mut Vec<Event<'_>>,
    ) {
        if self.images > 0 {
            self.push_text(text, events);
            return;
        }
        let whole = text.len() == range.len();
        let mut at = range.start;
        while at < range.end {
            self.before(&(at..range.end), events);
            let cut = match (self.open, self.peek()) {
                (Some((open, _)), _) => self.marks[open].span.end,
                (None, Some(mark)) => mark.span.start,
                (None, None) => range.end,
            };
            let cut = if whole {
                cut.clamp(at, range.end)
            } else {
                range.end
            };
            let part = text
                .get(at - range.start..cut - range.start)
                .filter(|_| whole)
                .unwrap_or(text);
            self.push_text(part, events);
            self.after(&(at..cut), events);
            if cut == at {
                break;
            }
            at = cut;
        }
    }

    /// Places and opening tags of the elements, ascending.
    pub(super) fn marks(&self) -> impl Iterator<Item = (Span, &str)> {
        self.marks.iter().map(|mark| (mark.span, mark.tag.as_str()))
    }

    fn peek(&self) -> Option<&Mark> {
        self.marks.get(self.next)
    }

    fn push_text(&mut self, text: &str, events: &mut Vec<Event<'_>>) {
        if self.images == 0 {
            let is_rtl = self
                .open
                .map_or(self.is_rtl, |(open, _)| self.marks[open].is_rtl);
            self.texts.push((events.len(), is_rtl));
        }
        events.push(Event::Text(text.to_owned().into()));
    }

    /// The events with what runs against its direction isolated. A text may come in many pieces.
    pub(super) fn isolated<'a>(&self, events: Vec<Event<'a>>) -> Vec<Event<'a>> {
        let mut texts = self.texts.iter().peekable();
        let mut out = Vec::with_capacity(events.len());
        let mut pending: Option<(String, bool)> = None;
        for (at, event) in events.into_iter().enumerate() {
            let text = texts.next_if(|(text, _)| *text == at);
            match (text, event) {
                (Some((_, is_rtl)), Event::Text(text)) => match &mut pending {
                    Some((before, direction)) if direction == is_rtl => before.push_str(&text),
                    _ => {
                        push_isolated(pending.take(), &mut out);
                        pending = Some((text.into_string(), *is_rtl));
                    }
                },
                (_, event) => {
                    push_isolated(pending.take(), &mut out);
                    out.push(event);
                }
            }
        }
        push_isolated(pending, &mut out);
        out
    }
}

fn push_isolated(text: Option<(String, bool)>, events: &mut Vec<Event<'_>>) {
    let Some((text, is_rtl)) = text else { return };
    for Run { text, isolate } in runs(&text, is_rtl) {
        let open = isolate.map(|dir| format!("<bdi dir=\"{dir}\">"));
        events.extend(open.map(|tag| Event::InlineHtml(tag.into())));
        events.push(Event::Text(text.to_owned().into()));
        events.extend(isolate.map(|_| Event::InlineHtml("</bdi>".into())));
    }
}

/// Units of one block that follow each other and have one label.
struct Stretch {
    label: Label,
    span: Span,
    block: usize,
    units: usize,
}

fn stretches(
    assembly: &Assembly<'_>,
    text: &str,
    places: &[Option<Span>],
    labels: &[Option<Label>],
) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    for (unit, place) in places.iter().enumerate() {
        let Some(span) = *place else { continue };
        let given = labels.get(unit).cloned().flatten();
        let fallback = is_fallback(assembly, unit).then(|| Label {
            class: "fallback",
            locale: assembly.source_locale.to_owned(),
            unit: given.as_ref().and_then(|label| label.unit.clone()),
        });
        let Some(label) = fallback.or(given) else {
            continue;
        };
        let block = assembly.units[unit].block;
        if let Some(last) = found.last_mut() {
            if last.span.end > span.start {
                continue;
            }
            let gap = text.get(last.span.end..span.start);
            let is_near = gap.is_some_and(|gap| {
                gap.chars().all(|c| c == '>' || c.is_whitespace()) && !gap.contains("\n\n")
            });
            if last.block == block && last.label == label && is_near {
                last.span.end = span.end;
                last.units += 1;
                continue;
            }
        }
        found.push(Stretch {
            label,
            span,
            block,
            units: 1,
        });
    }
    found
}

impl Stretch {
    /// The opening tag. A whole block that runs against the page gets lines of its own direction.
    fn tag(&self, assembly: &Assembly<'_>, places: &[Option<Span>]) -> String {
        let after = assembly
            .units
            .partition_point(|unit| unit.block <= self.block);
        let before = assembly
            .units
            .partition_point(|unit| unit.block < self.block);
        let placed = places.get(before..after).unwrap_or_default();
        let is_whole = placed.iter().flatten().count() == self.units;
        let runs_against = direction(&self.label.locale) != direction(assembly.locale);
        self.label.tag(assembly.locale, is_whole && runs_against)
    }
}

/// Whether a unit is still in the source language.
pub(super) fn is_fallback(assembly: &Assembly<'_>, unit: usize) -> bool {
    assembly.locale != assembly.source_locale
        && !assembly.units[unit]
            .text(assembly.article)
            .trim()
            .is_empty()
        && !matches!(
            assembly.choices.get(unit),
            Some(Choice::Target(_) | Choice::Omit)
        )
}

impl Label {
    /// The tag that opens the element; it tells the language where that is another one, and
    /// whether the element is a whole block in the other direction.
    pub(super) fn tag(&self, locale: &str, is_whole: bool) -> String {
        let class = if is_whole { " whole" } else { "" };
        let class = format!("{}{class}", self.class);
        let mut tag = "<span".to_owned();
        if !class.is_empty() {
            tag.extend([" class=\"", class.trim_start(), "\""]);
        }
        if let Some(unit) = &self.unit {
            tag.extend([" data-unit=\"", &attribute(unit), "\""]);
        }
        if self.locale != locale {
            let lang = attribute(&self.locale);
            tag.extend([
                " lang=\"",
                &lang,
                "\" dir=\"",
                direction(&self.locale),
                "\"",
            ]);
        }
        tag + ">"
    }
}

/// Escaped text with isolated runs.
pub(super) fn escaped(text: &str, is_rtl: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for Run { text, isolate } in runs(text, is_rtl) {
        match isolate {
            Some(dir) => {
                out.extend(["<bdi dir=\"", dir, "\">", &escape(text), "</bdi>"]);
            }
            None => out.push_str(&escape(text)),
        }
    }
    out
}

impl Marker {
    /// A block of plain text as escaped paragraphs, with elements around units that are marked.
    pub(super) fn paragraphs(&self, assembled: &Assembled, block: Span) -> Vec<String> {
        let mut html = String::new();
        let mut at = block.start;
        let first = self
            .marks
            .partition_point(|mark| mark.span.start < block.start);
        let inside = |mark: &&Mark| mark.span.end <= block.end;
        for mark in self.marks[first..].iter().take_while(inside) {
            html.push_str(&lines(
                &assembled.text[at..mark.span.start],
                None,
                self.is_rtl,
            ));
            let text = mark.span.of(&assembled.text);
            html.push_str(&lines(text, Some(&mark.tag), mark.is_rtl));
            at = mark.span.end;
        }
        html.push_str(&lines(&assembled.text[at..block.end], None, self.is_rtl));
        crate::assemble::text::paragraphs(&html)
    }
}

/// Escaped text with isolated runs, and an element of its own around every line.
fn lines(text: &str, tag: Option<&str>, is_rtl: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            out.push('\n');
        }
        match tag.filter(|_| !line.trim().is_empty()) {
            Some(tag) => out.extend([tag, &escaped(line, is_rtl), "</span>"]),
            None => out.push_str(&escaped(line, is_rtl)),
        }
    }
    out
}
