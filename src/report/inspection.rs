use smol_str::SmolStr;

use super::Status;
use crate::text::{Severity, Span};

/// A finding with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The check's code.
    pub code: SmolStr,
    /// How much it weighs.
    pub severity: Severity,
    /// The locale.
    pub locale: SmolStr,
    /// The article; empty if it is about none.
    pub article: SmolStr,
    /// The unit's id; empty if it is about none.
    pub id: SmolStr,
    /// Path of the file in the workspace.
    pub path: SmolStr,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hints: Vec<String>,
    /// The unit's German; empty if it is about none.
    pub source: String,
    /// The unit's state; empty if it is about none.
    pub state: SmolStr,
    /// The lines it is about, if there are any.
    pub excerpt: Option<Excerpt>,
    /// Whether `satz check --fix` sets it right.
    pub fixable: bool,
    /// How many units it stands for: more than one only where a whole article is wanting.
    pub amount: usize,
    /// Whether it was there before, by the baseline or the revision compared with.
    pub known: bool,
}

/// Lines of a file, and the part of them that a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The lines, without their last line feed. The first is the finding's line.
    pub text: String,
    /// First byte of the part.
    pub start: usize,
    /// Byte after its last.
    pub end: usize,
}

/// Lines of a finding that are shown at most.
const LINES: usize = 4;

impl Excerpt {
    /// The lines that a span touches; none where there is no text.
    pub fn of(text: &str, span: Span) -> Option<Self> {
        if text.is_empty() || span.end > text.len() {
            return None;
        }
        let first = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
        let mut last = span.start;
        for _ in 0..LINES {
            last = text[last..].find('\n').map_or(text.len(), |at| last + at);
            if last >= span.end || last == text.len() {
                break;
            }
            last += 1;
        }
        let lines = text[first..last].trim_end_matches(['\n', '\r']);
        let clip = |at: usize| (at - first).min(lines.len());
        Some(Self {
            text: lines.to_owned(),
            start: clip(span.start),
            end: clip(span.end),
        })
    }

    /// Line, from 0, and column in characters, from 0, of the part's end within the excerpt.
    pub(super) fn end(&self) -> (usize, usize) {
        let head = &self.text[..self.end];
        let line = head.matches('\n').count();
        let last = head.rsplit('\n').next().unwrap_or_default();
        (line, last.chars().filter(|c| *c != '\u{FEFF}').count())
    }
}

/// What a run of the gate found, and whether that shuts it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Inspection {
    /// The findings: locale by locale, article by article, in the order of the file.
    pub findings: Vec<Found>,
    /// How complete what was looked at is.
    pub completeness: Vec<Status>,
    /// The least that shuts the gate; `None` if nothing does.
    pub fails: Option<Severity>,
    /// What it is compared with, if it is.
    pub past: Option<Past>,
    /// Path from the top of the repository to the workspace, with its last `/`; empty if they are one.
    pub prefix: String,
}

/// What findings are compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// Its name: a file or a revision.
    pub name: String,
    /// What to do so that what has gone is not known any more, if anything.
    pub tighten: Option<String>,
    /// Findings that were known and are there.
    pub known: usize,
    /// Known findings that are there no more.
    pub gone: usize,
}

impl Inspection {
    /// Whether a finding shuts the gate.
    pub fn is_failing(&self, found: &Found) -> bool {
        !found.known && self.fails.is_some_and(|least| found.severity >= least)
    }

    /// Whether the gate is shut.
    pub fn failed(&self) -> bool {
        self.findings.iter().any(|found| self.is_failing(found))
    }

    /// The findings that were not there before, those first that shut the gate and weigh most; of
    /// equal ones those about what a translation says before those about what is not there.
    pub(super) fn ranked(&self) -> Vec<&Found> {
        let mut new: Vec<&Found> = self.findings.iter().filter(|found| !found.known).collect();
        new.sort_by_key(|found| {
            let absent = matches!(found.code.as_str(), "missing" | "stale");
            (std::cmp::Reverse(found.severity), absent)
        });
        new
    }

    /// How many new findings have that severity.
    pub(super) fn count(&self, severity: Severity) -> usize {
        let new = self.findings.iter().filter(|found| !found.known);
        new.filter(|found| found.severity == severity).count()
    }

    /// How many findings were there before.
    pub(super) fn known(&self) -> usize {
        self.past.as_ref().map_or(0, |past| past.known)
    }
}

impl Found {
    /// The message, with the id before it if it is about a unit.
    pub(super) fn told(&self) -> String {
        if self.id.is_empty() {
            self.message.clone()
        } else {
            format!("{}: {}", self.id, self.message)
        }
    }

    /// A name that stays when lines move: code, locale, article and the part of the id that stays.
    pub(super) fn fingerprint(&self) -> String {
        let key = super::baseline::Key::of(self);
        let text = format!(
            "{}\t{}\t{}\t{}",
            key.code, key.locale, key.article, key.base
        );
        blake3::hash(text.as_bytes()).to_hex()[..32].to_owned()
    }
}
