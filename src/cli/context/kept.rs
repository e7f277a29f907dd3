//! How what commands find is kept between runs.

use crate::report::{Excerpt, Found, Status};
use crate::store::{Pack, pack_fields};
use crate::text::Severity;

/// From the lightest to the heaviest, by number.
const SEVERITIES: [Severity; 3] = [Severity::Hint, Severity::Warning, Severity::Error];

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
    units,
    messages,
    current,
    stale,
    edited,
    missing,
    empty,
    inherited,
    obsolete,
    aligned,
    words,
    words_current,
    stale_days
});
pack_fields!(Found {
    code,
    severity,
    locale,
    article,
    id,
    path,
    line,
    column,
    message,
    hints,
    source,
    state,
    excerpt,
    fixable,
    amount,
    known
});
pack_fields!(Excerpt { text, start, end });
