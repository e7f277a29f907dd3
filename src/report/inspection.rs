//! What a run of the gate found, and whether that shuts it.

use std::collections::BTreeMap;

use super::{Found, Parts, Status};
use crate::text::Severity;

/// What a run of the gate found, and whether that shuts it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Inspection {
    /// The findings: locale by locale, article by article, in the order of the file.
    pub findings: Parts<Found>,
    /// How complete what was looked at is.
    pub completeness: Parts<Status>,
    /// How many files could not be read.
    pub unread: usize,
    /// The least that shuts the gate; `None` if nothing does.
    pub fails: Option<Severity>,
    /// What it is compared with, if it is.
    pub past: Option<Past>,
    /// Path from the top of the repository to the workspace, with its last `/`; empty if they are one.
    pub prefix: String,
    /// Per locale, the people and teams to name.
    pub owners: BTreeMap<String, String>,
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

    /// Whether the gate is shut: by a finding, or since not everything could be looked at.
    pub fn failed(&self) -> bool {
        self.unread > 0 || self.findings.iter().any(|found| self.is_failing(found))
    }

    /// The findings that were not there before, those first that shut the gate and weigh most; of
    /// equal ones those about what a translation says before those about what is not there.
    pub(super) fn ranked(&self) -> Vec<&Found> {
        let mut new: Vec<&Found> = self.findings.iter().filter(|found| !found.known).collect();
        new.sort_by_key(|found| {
            let absent = matches!(found.what.code.as_str(), "missing" | "stale");
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
