//! The messages of units that change their article: out of one catalog of a locale, into another.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::layout::{Form, Placed, write};
use super::locale::{is_tool_stub, stub_of};
use super::source::header as header_of;
use crate::catalog::{
    Base, Catalog, Entry, Id, Kind, Note, Served, Source, Target, Value, is_group,
};
use crate::text::{Edit, Span, apply};

/// A unit on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passenger {
    /// Its index in the source catalog that it leaves.
    pub old: usize,
    /// Its index in the article it comes to.
    pub new: usize,
    /// The id that its old wording has there: the same, unless the base is taken.
    pub id: Id,
}

/// What comes of carrying.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Carried {
    /// The catalog they come to, with their messages somewhere in it.
    pub text: String,
    /// The entries that are superfluous in the catalog they left, verbatim.
    pub left: BTreeSet<String>,
}

/// Carries the messages of units, what was typed into their stubs, and their comments from one
/// catalog of a locale to another. `source` is the source catalog that they leave. A message that
/// stands there already is not carried again; one that differs from it stays where it is.
pub fn carry(source: &Source, from: &Catalog, to: &Catalog, passengers: &[Passenger]) -> Carried {
    let leaving = Leaving::of(from);
    let covered = leaving.covered(source, passengers);
    let mut van = Van::new(to);
    for passenger in passengers {
        let own = &source.units[passenger.old].id;
        van.left.extend(leaving.bare_stubs(own.base));
        let is_covered = covered.contains(&(passenger.old, passenger.new));
        for cargo in leaving.cargo(own) {
            if cargo.is_empty && !is_covered {
                // It said that the unit before covers it, which is no longer there.
                van.left.insert(cargo.entry);
            } else {
                let id = renamed(&cargo.id, own, &passenger.id);
                van.load(cargo, &id);
            }
        }
    }
    van.unload()
}

/// Carries every message of satz from one catalog to another.
pub fn carry_all(from: &Catalog, to: &Catalog) -> Carried {
    let leaving = Leaving::of(from);
    let mut van = Van::new(to);
    for (base, _) in leaving.target.bases() {
        for cargo in leaving.cargo(&Id { base, tag: None }) {
            let id = cargo.id;
            van.load(cargo, &id);
        }
    }
    van.unload()
}

/// The catalog without some of its entries, given verbatim.
pub fn without(text: &str, left: &BTreeSet<String>) -> String {
    let catalog = Catalog::parse(text).value;
    let placed: Vec<Placed> = catalog
        .entries
        .iter()
        .enumerate()
        .map(|(index, entry)| Placed {
            text: entry.span.of(&catalog.text).to_owned(),
            form: Form::of(&entry.kind),
            origin: Some(index),
        })
        .filter(|placed| !left.contains(&placed.text))
        .collect();
    if placed.len() == catalog.entries.len() {
        return text.to_owned();
    }
    write(&catalog, &placed)
}

/// The catalog with the header of another article, if it has a header.
pub fn with_header(text: &str, article: &str) -> String {
    let catalog = Catalog::parse(text).value;
    let is_header = |line: &str| line.starts_with("### satz 1:");
    let header = catalog
        .entries
        .iter()
        .find(|entry| entry.kind == Kind::Comment(3) && is_header(entry.span.of(&catalog.text)));
    let Some(entry) = header else {
        return text.to_owned();
    };
    let old = entry.span.of(&catalog.text);
    let rest = old.find(['\r', '\n']).map_or("", |end| &old[end..]);
    let (start, end) = (entry.span.start, entry.span.end);
    [&text[..start], &header_of(article), rest, &text[end..]].concat()
}

/// The bases of a catalog's messages and stubs.
pub fn bases(catalog: &Catalog) -> BTreeSet<Base> {
    let of_entry = |entry: &Entry| match entry.kind {
        Kind::Message(_) | Kind::Junk => Id::parse(&entry.id),
        Kind::Comment(1) => stub_of(entry.span.of(&catalog.text)).map(|(id, _)| id),
        _ => None,
    };
    let ids = catalog.entries.iter().filter_map(of_entry);
    ids.map(|id| id.base).collect()
}

/// Whether a catalog has nothing that a person wrote, beyond what stands in `other` as well.
pub fn is_spent(catalog: &Catalog, other: &str) -> bool {
    let entries = Catalog::parse(other).value;
    let known = entries.entries.iter();
    let known: FxHashSet<&str> = known.map(|entry| entry.span.of(other)).collect();
    let has = |text: &str| known.contains(text) || other.contains(text);
    catalog.entries.iter().all(|entry| {
        let text = entry.span.of(&catalog.text);
        match entry.kind {
            Kind::Comment(3) if text.starts_with("### satz 1:") => true,
            Kind::Comment(2) if is_group(text) => true,
            Kind::Comment(_) => {
                let is_bare = |line: &str| line.trim_end().ends_with('=');
                let is_stub = text.lines().last().is_some_and(is_tool_stub);
                let remarks = text.lines().filter(|line| !is_written(line));
                (is_stub && text.lines().last().is_some_and(is_bare) && remarks.count() == 0)
                    || has(text)
            }
            Kind::Message(_) | Kind::Term(_) | Kind::Junk => has(text),
        }
    })
}

/// Whether a line of a stub is the tool's.
fn is_written(line: &str) -> bool {
    let german = line
        .strip_prefix("# ")
        .and_then(|rest| rest.split_once(": "));
    let is_label = |key: &str| key.parse::<unic_langid::LanguageIdentifier>().is_ok();
    line == "# missing"
        || line.starts_with("# memory: ")
        || is_tool_stub(line)
        || german.is_some_and(|(key, _)| is_label(key))
}

/// A message to be carried.
struct Cargo {
    id: Id,
    /// The entry as it stands.
    entry: String,
    /// The message: the entry, or what a stub becomes that somebody typed into.
    message: String,
    value: Option<Value>,
    is_empty: bool,
}

impl Cargo {
    fn new(id: Id, entry: &str, message: String) -> Option<Self> {
        let parsed = Catalog::parse(&message).value;
        let [own] = parsed.entries.as_slice() else {
            return None;
        };
        matches!(own.kind, Kind::Message(_)).then(|| Self {
            id,
            entry: entry.to_owned(),
            value: own.value().cloned(),
            is_empty: own.value().is_some_and(Value::is_empty),
            message,
        })
    }
}

/// A catalog that units leave.
struct Leaving<'a> {
    target: Target<'a>,
    /// The stubs of each unit.
    stubs: FxHashMap<Base, Vec<&'a str>>,
}

impl<'a> Leaving<'a> {
    fn of(catalog: &'a Catalog) -> Self {
        let mut stubs: FxHashMap<Base, Vec<&str>> = FxHashMap::default();
        for entry in &catalog.entries {
            let text = entry.span.of(&catalog.text);
            if entry.kind == Kind::Comment(1)
                && let Some((id, _)) = stub_of(text)
            {
                stubs.entry(id.base).or_default().push(text);
            }
        }
        Self {
            target: Target::of(catalog),
            stubs,
        }
    }

    fn stubs_of(&self, base: Base) -> impl Iterator<Item = &'a str> {
        self.stubs.get(&base).into_iter().flatten().copied()
    }

    /// The messages of a unit; if none can serve it, what was typed into its stub.
    fn cargo(&self, own: &Id) -> Vec<Cargo> {
        let catalog = self.target.catalog;
        let text = |entry: usize| catalog.entries[entry].span.of(&catalog.text);
        let mut out: Vec<Cargo> = { self.target.all(&own.base).iter() }
            .filter_map(|(id, entry)| Cargo::new(*id, text(*entry), text(*entry).to_owned()))
            .collect();
        if self.target.serve(own) == Served::None {
            for text in self.stubs_of(own.base) {
                let typed = stub_of(text).filter(|(_, typed)| !typed.is_empty());
                let Some((id, typed)) = typed else { continue };
                let mut lines: Vec<&str> =
                    text.lines().filter(|line| !is_tool_stub(line)).collect();
                lines.retain(|line| *line != "# missing");
                let message = format!("{id} = {typed}");
                lines.push(&message);
                out.extend(Cargo::new(id, text, lines.join("\n")));
            }
        }
        out
    }

    /// The stubs of a unit in which nobody has written anything.
    fn bare_stubs(&self, base: Base) -> impl Iterator<Item = String> {
        let is_bare = |text: &&str| {
            stub_of(text).is_some_and(|(_, typed)| typed.is_empty()) && text.lines().all(is_written)
        };
        self.stubs_of(base).filter(is_bare).map(str::to_owned)
    }

    /// The passengers, by their old and new index, before whom the unit stands as it did that covers
    /// them if they are empty.
    fn covered(&self, source: &Source, passengers: &[Passenger]) -> FxHashSet<(usize, usize)> {
        let is_empty = |old: usize| {
            let entry = self.target.serve(&source.units[old].id).entry();
            let value = entry.and_then(|entry| self.target.catalog.entries[entry].value());
            value.is_some_and(Value::is_empty)
        };
        let seats = { passengers.iter() }.map(|passenger| (passenger.old, passenger.new));
        let seats: BTreeSet<(usize, usize)> = seats.collect();
        let mut covered = FxHashSet::default();
        for (old, new) in &seats {
            let before = old.checked_sub(1).zip(new.checked_sub(1));
            let before = before.filter(|before| seats.contains(before));
            if before.is_some_and(|before| !is_empty(before.0) || covered.contains(&before)) {
                covered.insert((*old, *new));
            }
        }
        covered
    }
}

/// The id of a message whose unit's id `own` becomes `new`. If the base is another, a message of
/// an older wording keeps its tag, or gets one that is no wording's: it stays stale.
fn renamed(id: &Id, own: &Id, new: &Id) -> Id {
    if id == own {
        return *new;
    }
    let tag = if own.base == new.base {
        id.tag
    } else {
        id.tag
            .or_else(|| Some(crate::catalog::Tag::of(&id.base[1..5])))
    };
    Id {
        base: new.base,
        tag,
    }
}

/// Takes messages to a catalog.
struct Van<'a> {
    to: &'a Catalog,
    known: Target<'a>,
    guests: Vec<String>,
    ids: FxHashSet<Id>,
    left: BTreeSet<String>,
    /// Lines of the catalog that go.
    edits: Vec<Edit>,
}

impl<'a> Van<'a> {
    fn new(to: &'a Catalog) -> Self {
        Self {
            to,
            known: Target::of(to),
            guests: Vec::new(),
            ids: FxHashSet::default(),
            left: BTreeSet::new(),
            edits: Vec::new(),
        }
    }

    fn load(&mut self, cargo: Cargo, id: &Id) {
        let same = self.known.all(&id.base).iter().find(|(own, _)| own == id);
        if let Some((_, other)) = same {
            if self.to.entries[*other].value() == cargo.value.as_ref() {
                self.left.insert(cargo.entry);
            }
            return;
        }
        let parsed = Catalog::parse(&cargo.message).value;
        let Some(own) = parsed.entries.first().filter(|_| !self.ids.contains(id)) else {
            return;
        };
        let (head, tail) = (own.id_span.start, own.id_span.end);
        let message = [
            &cargo.message[..head],
            &id.to_string(),
            &cargo.message[tail..],
        ]
        .concat();
        self.guests.push(
            message
                .replace("\r\n", "\n")
                .replace('\n', self.to.line_end()),
        );
        self.ids.insert(*id);
        self.left.insert(cargo.entry);
        self.keep_older(id);
    }

    /// Takes `# now: id` away from the older texts of a unit that gets one with this id: it is nobody's
    /// decision that it replaces them.
    fn keep_older(&mut self, id: &Id) {
        let now = Note::Now(id.to_string());
        for (_, entry) in self.known.all(&id.base) {
            let comment = self.to.entries[*entry].comment;
            let mut start = comment.start;
            for line in self.to.text[comment.start..comment.end].split_inclusive('\n') {
                let end = start + line.len();
                let note = line.strip_prefix("# ").map(str::trim_end);
                if note.and_then(|note| Note::parse(note, "")).as_ref() == Some(&now) {
                    self.edits.push(Edit::replace(Span::new(start, end), ""));
                }
                start = end;
            }
        }
    }

    fn unload(self) -> Carried {
        let (old, end) = (apply(&self.to.text, &self.edits), self.to.line_end());
        let guests = self.guests.join(end) + end;
        let text = if self.guests.is_empty() {
            old
        } else {
            let gap = if old.is_empty() || old.ends_with('\n') {
                ""
            } else {
                end
            };
            let behind = [&old, gap, end, &guests].concat();
            // An entry that is not closed at the end of the file would swallow them.
            let read = Catalog::parse(&behind).value;
            if read.entries.len() == self.to.entries.len() + self.guests.len() {
                behind
            } else {
                let body = old.trim_start_matches('\u{FEFF}');
                [&old[..old.len() - body.len()], &guests, end, body].concat()
            }
        };
        Carried {
            text,
            left: self.left,
        }
    }
}
