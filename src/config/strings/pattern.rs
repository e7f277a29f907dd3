//! Patterns of the paths of catalogs, with their locale and wild cards.

use std::rc::Rc;

use crate::config::Fault;
use crate::config::path::segment_fault;

/// Where the files of a locale are: `i18n/{locale}/**/*.ftl`. `*` stands for any part of a name,
/// `**` for any folders, none included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FilePattern {
    segments: Vec<Segment>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Segment {
    /// `**`
    Folders,
    /// A name made of pieces.
    Name(Vec<Piece>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    /// `*`
    Any,
    /// `{locale}`
    Locale,
}

/// A file that a pattern fits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Fit {
    /// Its path.
    pub(super) path: String,
    /// Its locale; `None` if the pattern names none.
    pub(super) locale: Option<String>,
    /// What stands for each `*` and `**`.
    pub(super) wild: Vec<String>,
}

/// Names in a folder, and whether they are folders.
pub type Names = Rc<[(String, bool)]>;

/// Lists a folder.
pub(super) type List<'a> = &'a mut dyn FnMut(&str) -> Names;

const LOCALE: &str = "{locale}";

const ENDING: &str = ".ftl";

impl FilePattern {
    /// Reads a pattern.
    pub(super) fn parse(text: &str) -> Result<Self, Fault> {
        let hint = "write a path below the workspace, like `i18n/{locale}/**/*.ftl`";
        let wrong = |what: &str| Err(Fault::new(format!("the pattern `{text}` {what}"), hint));
        let outside = text.starts_with('/') || text.contains(['\\', ':']);
        if outside || text.split('/').any(|part| part == "..") {
            return wrong("leads out of the workspace");
        }
        if text.split('/').any(|part| part.is_empty() || part == ".") {
            return wrong("is no plain path");
        }
        let mut segments: Vec<Segment> = text.split('/').map(segment).collect();
        if segments.last() == Some(&Segment::Folders) {
            segments.push(segment("*.ftl"));
        } else if !text.ends_with(ENDING) {
            return wrong("does not end with `.ftl`");
        }
        for segment in &segments {
            let Segment::Name(pieces) = segment else {
                continue;
            };
            let plain = pieces.iter().filter_map(|piece| match piece {
                Piece::Text(text) => Some(text.as_str()),
                _ => None,
            });
            let plain: String = plain.collect();
            if plain.contains(['{', '}', '[', ']', '?', '*']) {
                return wrong(
                    "has a sign that stands for nothing; known are `{locale}`, `*`, `**`",
                );
            }
            if let Some(fault) = segment_fault(&plain).filter(|_| pieces.len() == 1) {
                return Err(fault);
            }
        }
        Ok(Self { segments })
    }

    /// The pattern of all files in a locale's folder below a folder.
    pub(super) fn below(folder: &str) -> Self {
        let plain = folder.split('/').map(|part| vec![Piece::Text(part.into())]);
        let mut segments: Vec<Segment> = plain.map(Segment::Name).collect();
        segments.extend(["{locale}", "**", "*.ftl"].map(segment));
        Self { segments }
    }

    /// Whether it says where the locale is.
    pub(super) fn names_locale(&self) -> bool {
        self.pieces().any(|piece| *piece == Piece::Locale)
    }

    /// The folder that all its files lie in; empty for the workspace itself.
    pub(super) fn folder(&self) -> String {
        let fixed = self.segments[..self.segments.len() - 1].iter();
        let fixed = fixed.map_while(|segment| match segment {
            Segment::Name(pieces) => match &pieces[..] {
                [Piece::Text(name)] => Some(name.as_str()),
                _ => None,
            },
            Segment::Folders => None,
        });
        fixed.collect::<Vec<_>>().join("/")
    }

    /// Its wild cards in order; `true` is `**`.
    pub(super) fn wild_cards(&self) -> Vec<bool> {
        let of = |segment: &Segment| match segment {
            Segment::Folders => vec![true],
            Segment::Name(pieces) => {
                let any = pieces.iter().filter(|piece| **piece == Piece::Any);
                any.map(|_| false).collect()
            }
        };
        self.segments.iter().flat_map(of).collect()
    }

    fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.segments.iter().flat_map(|segment| match segment {
            Segment::Folders => &[][..],
            Segment::Name(pieces) => pieces,
        })
    }

    /// The path for a locale and what stands for the wild cards.
    pub(super) fn path(&self, locale: &str, wild: &[String]) -> String {
        self.written(0, locale, &mut wild.iter())
    }

    fn written(
        &self,
        from: usize,
        locale: &str,
        wild: &mut std::slice::Iter<'_, String>,
    ) -> String {
        let mut parts = Vec::new();
        for segment in &self.segments[from..] {
            let part = match segment {
                Segment::Folders => wild.next().cloned().unwrap_or_default(),
                Segment::Name(pieces) => {
                    let piece = |piece: &Piece| match piece {
                        Piece::Text(text) => text.clone(),
                        Piece::Any => wild.next().cloned().unwrap_or_default(),
                        Piece::Locale => locale.to_owned(),
                    };
                    pieces.iter().map(piece).collect()
                }
            };
            if !part.is_empty() {
                parts.push(part);
            }
        }
        parts.join("/")
    }

    /// What a file is called in reports: its path below the locale's folder, without its ending.
    /// Where the locale is no folder, or where wild cards stand before it, its whole path without
    /// the locale.
    pub(super) fn key(&self, wild: &[String]) -> String {
        let whole = Segment::Name(vec![Piece::Locale]);
        let folder = self.segments.iter().position(|segment| *segment == whole);
        let before = &self.segments[..folder.unwrap_or_default()];
        let fixed = before.iter().all(|segment| match segment {
            Segment::Folders => false,
            Segment::Name(pieces) => !pieces.contains(&Piece::Any),
        });
        let from = folder.filter(|_| fixed).map_or(0, |folder| folder + 1);
        let path = self.written(from, "", &mut wild.iter());
        let stem = path.strip_suffix(ENDING).unwrap_or(&path);
        stem.trim_matches(['/', '.', '-', '_']).to_owned()
    }

    /// The files it fits, in one locale or in all.
    pub(super) fn files(&self, locale: Option<&str>, list: List<'_>) -> Vec<Fit> {
        let start = Fit {
            locale: locale.map(str::to_owned),
            ..Fit::default()
        };
        let mut found = Vec::new();
        self.walk(0, &start, list, &mut found);
        found.sort_by(|one, two| one.path.cmp(&two.path));
        found.dedup_by(|one, two| one.path == two.path);
        found
    }

    fn walk(&self, at: usize, here: &Fit, list: List<'_>, found: &mut Vec<Fit>) {
        let is_last = at + 1 == self.segments.len();
        match &self.segments[at] {
            Segment::Folders => {
                let mut without = here.clone();
                without.wild.push(String::new());
                let mut open = vec![without];
                while let Some(here) = open.pop() {
                    self.walk(at + 1, &here, list, found);
                    for (name, _) in list(&here.path).iter().filter(|(_, folder)| *folder) {
                        let mut further = here.clone();
                        further.enter(name);
                        if let Some(folders) = further.wild.last_mut() {
                            *folders = join(folders, name);
                        }
                        open.push(further);
                    }
                }
            }
            Segment::Name(pieces) => {
                // A folder with a fixed name need not be looked for.
                if let ([Piece::Text(name)], false) = (&pieces[..], is_last) {
                    let mut further = here.clone();
                    further.enter(name);
                    return self.walk(at + 1, &further, list, found);
                }
                for (name, is_folder) in list(&here.path).iter() {
                    if *is_folder == is_last {
                        continue;
                    }
                    let mut further = here.clone();
                    if fits(pieces, name, &mut further) {
                        further.enter(name);
                        if is_last {
                            found.push(further);
                        } else {
                            self.walk(at + 1, &further, list, found);
                        }
                    }
                }
            }
        }
    }
}

impl Fit {
    fn enter(&mut self, name: &str) {
        self.path = join(&self.path, name);
    }
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() {
        name.to_owned()
    } else {
        format!("{folder}/{name}")
    }
}

fn segment(text: &str) -> Segment {
    if text == "**" {
        return Segment::Folders;
    }
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let (piece, length) = if rest.starts_with(LOCALE) {
            (Piece::Locale, LOCALE.len())
        } else if c == '*' && !rest.starts_with("**") {
            (Piece::Any, 1)
        } else {
            let length = if rest.starts_with("**") {
                2
            } else {
                c.len_utf8()
            };
            plain.push_str(&rest[..length]);
            rest = &rest[length..];
            continue;
        };
        if !plain.is_empty() {
            pieces.push(Piece::Text(std::mem::take(&mut plain)));
        }
        pieces.push(piece);
        rest = &rest[length..];
    }
    if !plain.is_empty() {
        pieces.push(Piece::Text(plain));
    }
    Segment::Name(pieces)
}

/// Whether a name is made of the pieces; notes what stands for the wild cards and the locale.
fn fits(pieces: &[Piece], name: &str, fit: &mut Fit) -> bool {
    let Some((piece, further)) = pieces.split_first() else {
        return name.is_empty();
    };
    match (piece, &fit.locale) {
        (Piece::Text(text), _) => name
            .strip_prefix(text.as_str())
            .is_some_and(|rest| fits(further, rest, fit)),
        (Piece::Locale, Some(locale)) => {
            let rest = name.strip_prefix(locale.as_str()).map(str::to_owned);
            rest.is_some_and(|rest| fits(further, &rest, fit))
        }
        (Piece::Locale | Piece::Any, _) => {
            let ends = name.char_indices().map(|(at, _)| at).skip(1);
            let mut ends: Vec<usize> = ends.chain([name.len()]).collect();
            ends.reverse();
            // Only where what comes next can go on.
            let next = match further.first() {
                Some(Piece::Text(text)) => text,
                _ => "",
            };
            ends.retain(|end| *end > 0 && name[*end..].starts_with(next));
            ends.into_iter().any(|end| {
                let mut further_fit = fit.clone();
                let taken = name[..end].to_owned();
                if *piece == Piece::Any {
                    further_fit.wild.push(taken);
                } else {
                    further_fit.locale = Some(taken);
                }
                let goes = fits(further, &name[end..], &mut further_fit);
                if goes {
                    *fit = further_fit;
                }
                goes
            })
        }
    }
}
