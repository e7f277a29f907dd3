//! What other tools, and hands that slip, make of a locale's file.

use fluent_syntax::{parser, serializer};
use proptest::prelude::*;
use satz::catalog::{Catalog, Kind, Source};
use satz::compare::{State, compare};

use super::world::{World, tokens};

#[derive(Debug, Clone, Copy)]
pub(super) enum Foreign {
    /// Weblate: a new unit at the end, without a comment.
    Append,
    /// Pontoon: the file anew from the reference, with what has its ids.
    Rebuild,
    /// Any tool that writes what it has parsed.
    Serialize,
    /// Line ends of DOS, or of Unix again.
    LineEnds,
    ByteOrderMark,
    /// Two messages change places.
    Shuffle(usize),
    /// Only the `#` before a stub's id is removed.
    Indented,
    /// The `# ` is.
    Bare,
    /// The `=` as well.
    NoEquals,
    DoubledMessage,
    DoubledStub,
    /// Both sides of a merge between conflict markers.
    Conflict,
    DeletedMessage,
    /// Every comment is gone, stubs included.
    NoComments,
}

pub(super) fn foreign() -> impl Strategy<Value = Foreign> {
    prop_oneof![
        3 => Just(Foreign::Append),
        1 => Just(Foreign::Rebuild),
        2 => Just(Foreign::Serialize),
        1 => Just(Foreign::LineEnds),
        1 => Just(Foreign::ByteOrderMark),
        2 => (0..16_usize).prop_map(Foreign::Shuffle),
        1 => Just(Foreign::Indented),
        1 => Just(Foreign::Bare),
        1 => Just(Foreign::NoEquals),
        1 => Just(Foreign::DoubledMessage),
        1 => Just(Foreign::DoubledStub),
        1 => Just(Foreign::Conflict),
        1 => Just(Foreign::DeletedMessage),
        1 => Just(Foreign::NoComments),
    ]
}

impl World {
    pub(super) fn rewrite(&mut self, foreign: Foreign, at: usize) {
        self.tidy = false;
        match foreign {
            Foreign::Append => self.append(Some(at)),
            Foreign::Rebuild => self.rebuild(),
            Foreign::Serialize => {
                if let Ok(resource) = parser::parse(self.locale.as_str()) {
                    // Without its mark, which costs such tools the first entry.
                    self.locale = serializer::serialize(&resource);
                }
            }
            Foreign::LineEnds => {
                let dos = self.locale.contains("\r\n");
                self.locale = self.locale.replace("\r\n", "\n");
                if !dos {
                    self.locale = self.locale.replace('\n', "\r\n");
                }
            }
            Foreign::ByteOrderMark => {
                self.locale = match self.locale.strip_prefix('\u{FEFF}') {
                    Some(bare) => bare.to_owned(),
                    None => format!("\u{FEFF}{}", self.locale),
                };
            }
            Foreign::Shuffle(other) => self.shuffle(at, other),
            Foreign::Indented => self.uncomment(at, " ", " ="),
            Foreign::Bare => self.uncomment(at, "", " ="),
            Foreign::NoEquals => self.uncomment(at, "", ""),
            Foreign::DoubledMessage => self.double(at, "", "", ""),
            Foreign::Conflict => self.double(at, "<<<<<<< HEAD", "=======", ">>>>>>> other"),
            Foreign::DoubledStub => {
                let mut lines = self.lines();
                let stubs = self.stubs();
                if let Some((line, _)) = stubs.get(at.checked_rem(stubs.len()).unwrap_or(0)) {
                    let mut copy = lines[line - 1..=*line].to_vec();
                    copy.insert(0, self.end().to_owned());
                    lines.splice(line + 1..=*line, copy);
                    self.put(&lines);
                }
            }
            Foreign::DeletedMessage => {
                if let Some((line, item, _)) = self.message(at) {
                    self.forget(&item.target.unwrap());
                    let mut lines = self.lines();
                    lines.remove(line);
                    self.put(&lines);
                }
            }
            Foreign::NoComments => {
                let lines = self.lines();
                let kept: Vec<String> = lines
                    .into_iter()
                    .filter(|line| !line.starts_with('#'))
                    .collect();
                self.put(&kept);
                self.take_stock();
            }
        }
    }

    /// Forgets what another tool has thrown away.
    pub(super) fn take_stock(&mut self) {
        let locale = &self.locale;
        self.typed
            .retain(|token, _| locale.contains(token.as_str()));
        self.remarks
            .retain(|remark| locale.contains(remark.as_str()));
    }

    /// Appends a translation of one missing unit, or of all.
    fn append(&mut self, which: Option<usize>) {
        let items = self.items();
        let missing: Vec<_> = items
            .iter()
            .filter(|item| item.state == State::Missing && item.entry.is_none())
            .collect();
        for (number, item) in missing.iter().enumerate() {
            if which.is_none_or(|which| which % missing.len() == number) {
                let token = self.token(&item.source);
                let line = format!("{} = {token} getippt{}", item.id, self.end());
                self.locale.push_str(&line);
            }
        }
    }

    pub(super) fn append_all(&mut self) {
        if !self.notes {
            self.append(None);
        }
    }

    fn rebuild(&mut self) {
        let reference = Catalog::parse(&self.source).value;
        let own = Catalog::parse(&self.locale).value;
        let mut out = String::new();
        for entry in &reference.entries {
            let text = match entry.kind {
                Kind::Message(_) => {
                    let Some((_, own)) = own.messages().find(|(_, own)| own.id == entry.id) else {
                        continue;
                    };
                    format!("{} = {}", own.id, own.value_span.of(&self.locale))
                }
                _ => format!("\n{}\n", entry.span.of(&self.source)),
            };
            out.push_str(&text);
            out.push('\n');
        }
        self.locale = out;
        self.take_stock();
    }

    fn shuffle(&mut self, one: usize, other: usize) {
        let catalog = Catalog::parse(&self.locale).value;
        let spans: Vec<_> = catalog.messages().map(|(_, entry)| entry.span).collect();
        if spans.len() < 2 {
            return;
        }
        let (one, other) = (one % spans.len(), other % spans.len());
        let (first, second) = (spans[one.min(other)], spans[one.max(other)]);
        if first != second {
            let text = &self.locale;
            self.locale = [
                &text[..first.start],
                second.of(text),
                &text[first.end..second.start],
                first.of(text),
                &text[second.end..],
            ]
            .concat();
        }
    }

    fn uncomment(&mut self, at: usize, before: &str, equals: &str) {
        let stubs = self.stubs();
        let Some((line, german)) = stubs.get(at.checked_rem(stubs.len()).unwrap_or(0)) else {
            return;
        };
        let token = self.token(german);
        let mut lines = self.lines();
        let id = lines[*line].trim_matches(['#', ' ', '=', '\r', '\n']);
        lines[*line] = format!("{before}{id}{equals} {token} getippt{}", self.end());
        self.put(&lines);
    }

    /// A second message with the id of one, between lines of its own.
    fn double(&mut self, at: usize, before: &str, between: &str, after: &str) {
        // Of one that is stale nobody would know what the copy was made from.
        let message = self
            .message(at)
            .filter(|(_, item, _)| item.state == State::Current);
        let Some((line, item, german)) = message else {
            return;
        };
        let token = self.token(&german);
        let mut lines = self.lines();
        let own = lines[line].trim_end().to_owned();
        let id = item.target_id.unwrap();
        let copy = format!("{id} = {token} getippt");
        let all = [before, &own, between, &copy, after];
        let all = all.iter().filter(|line| !line.is_empty());
        let all: Vec<String> = all.map(|line| format!("{line}{}", self.end())).collect();
        lines.splice(line..=line, all);
        self.put(&lines);
    }

    /// Prunes: only what is obsolete may go.
    pub(super) fn prune(&mut self) {
        let source = Source::of(&Catalog::parse(&self.source).value);
        let before = Catalog::parse(&self.locale).value;
        let obsolete = compare(&source, &before, None, "de").obsolete;
        let removed: Vec<String> = self.once(true);
        for id in &removed {
            assert!(obsolete.iter().any(|other| other.id == *id), "{id}");
        }
        for other in obsolete {
            if removed.contains(&other.id) {
                let entry = &before.entries[other.entry];
                let comment = entry.comment.of(&before.text);
                self.remarks
                    .retain(|remark| !comment.lines().any(|line| line == remark));
                let gone = other.target;
                self.typed
                    .retain(|token, _| !tokens(&gone).any(|gone| gone == token));
            }
        }
    }
}
