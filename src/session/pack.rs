//! How what a session finds out is packed for the cache and for parts.

use std::sync::Arc;

use crate::compare::{Counts, State};
use crate::report::{Excerpt, FollowedLink, Found, Inspected, Status, What, Where};
use crate::store::{Pack, pack_fields};
use crate::text::Severity;

/// From the lightest to the heaviest, by number.
const SEVERITIES: [Severity; 3] = [Severity::Hint, Severity::Warning, Severity::Error];

impl Pack for State {
    fn pack(&self, out: &mut Vec<u8>) {
        (*self as usize).pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        Self::ALL.get(usize::unpack(from)?).copied()
    }
}

impl Pack for Counts {
    fn pack(&self, out: &mut Vec<u8>) {
        for state in State::ALL {
            self[state].pack(out);
        }
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let mut counts = Self::default();
        for state in State::ALL {
            counts[state] = usize::unpack(from)?;
        }
        Some(counts)
    }
}

impl Pack for Severity {
    fn pack(&self, out: &mut Vec<u8>) {
        let number = SEVERITIES.iter().position(|own| own == self);
        number.unwrap_or_default().pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        SEVERITIES.get(usize::unpack(from)?).copied()
    }
}

pack_fields!(Status {
    locale,
    article,
    counts,
    messages,
    aligned,
    reviewed,
    machine,
    raw_machine,
    words,
    words_current,
    words_reviewed,
    words_machine,
    stale_days
});
pack_fields!(What {
    code,
    id,
    message,
    hints,
    source,
    state,
    amount
});
pack_fields!(Where {
    locale,
    article,
    path
});

impl Pack for Inspected {
    fn pack(&self, out: &mut Vec<u8>) {
        self.status.pack(out);
        pack_findings(&self.found, out);
        let findings: Vec<Found> = self.links.iter().map(|link| link.found.clone()).collect();
        pack_findings(&findings, out);
        for link in &self.links {
            link.path.pack(out);
            link.section.pack(out);
            link.is_translated.pack(out);
        }
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let status = Pack::unpack(from)?;
        let found = unpack_findings(from)?;
        let mut links = Vec::new();
        for found in unpack_findings(from)? {
            links.push(FollowedLink {
                path: Pack::unpack(from)?,
                section: Pack::unpack(from)?,
                is_translated: Pack::unpack(from)?,
                found,
            });
        }
        Some(Self {
            found,
            links,
            status,
        })
    }
}

/// Packs the findings of a file, whose name is kept once; and those of another one behind them.
fn pack_findings(findings: &[Found], out: &mut Vec<u8>) {
    findings.len().pack(out);
    let mut at: Option<&Arc<Where>> = None;
    for found in findings {
        let is_other = at.is_none_or(|at| *at != found.at);
        is_other.pack(out);
        if is_other {
            found.at.pack(out);
            at = Some(&found.at);
        }
        found.what.pack(out);
        // As an `Option` is packed.
        found.excerpt.is_some().pack(out);
        if let Some(excerpt) = &found.excerpt {
            excerpt.pack(out);
        }
        (found.line as usize).pack(out);
        (found.column as usize).pack(out);
        found.severity.pack(out);
        found.fixable.pack(out);
    }
}

fn unpack_findings(from: &mut &[u8]) -> Option<Vec<Found>> {
    let length = usize::unpack(from)?;
    let mut findings = Vec::with_capacity(length.min(from.len()));
    let mut at: Option<Arc<Where>> = None;
    for _ in 0..length {
        if bool::unpack(from)? {
            at = Some(Arc::new(Where::unpack(from)?));
        }
        findings.push(Found {
            at: at.clone()?,
            what: Arc::new(What::unpack(from)?),
            excerpt: Option::<Excerpt>::unpack(from)?.map(Box::new),
            line: usize::unpack(from)?.try_into().ok()?,
            column: usize::unpack(from)?.try_into().ok()?,
            severity: Pack::unpack(from)?,
            fixable: Pack::unpack(from)?,
            known: false,
        });
    }
    Some(findings)
}

pack_fields!(Excerpt {
    text,
    start,
    end,
    last,
    column,
    is_cut
});
