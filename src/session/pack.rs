//! How what a session finds out is packed for the cache and for parts.

use std::sync::Arc;

use crate::compare::{Counts, State};
use crate::report::{Excerpt, Found, Inspected, Status, What, Where};
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
    words,
    words_current,
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

/// The findings of a file, whose name is kept once; and those of another one behind them.
impl Pack for Inspected {
    fn pack(&self, out: &mut Vec<u8>) {
        self.status.pack(out);
        self.found.len().pack(out);
        let mut at: Option<&Arc<Where>> = None;
        for found in &self.found {
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

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let status = Pack::unpack(from)?;
        let length = usize::unpack(from)?;
        let mut found = Vec::with_capacity(length.min(from.len()));
        let mut at: Option<Arc<Where>> = None;
        for _ in 0..length {
            if bool::unpack(from)? {
                at = Some(Arc::new(Where::unpack(from)?));
            }
            found.push(Found {
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
        Some(Self { found, status })
    }
}

pack_fields!(Excerpt {
    text,
    start,
    end,
    last,
    column,
    is_cut
});
