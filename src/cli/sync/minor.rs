//! Which changes are minor: asked at the terminal.

use std::io::{IsTerminal as _, stderr, stdin};

use crate::cli::context::Context;
use crate::report::word_diff;
use crate::session::{MinorChange, SyncPlan};

/// Asks, change by change, whether what looks like a slip is one; if anybody is there to ask.
pub(super) fn ask(context: &mut Context<'_>, plan: &mut SyncPlan<'_>) {
    let in_ci = std::env::var_os("CI").is_some_and(|value| !value.is_empty());
    if in_ci || !stdin().is_terminal() || !stderr().is_terminal() {
        return;
    }
    for rewording in plan.rewordings() {
        if rewording.locales.is_empty() || !plan.is_slip(&rewording) {
            continue;
        }
        let key = plan.article_of(&rewording);
        context.note(format_args!(
            "{key}: {}",
            word_diff(&rewording.was, &rewording.now)
        ));
        context.note(format_args!(
            "is the meaning the same, so that the translations stay up to date ({})? [y/N]",
            rewording.locales.join(", ")
        ));
        let mut answer = String::new();
        let is_read = stdin().read_line(&mut answer).is_ok();
        let answer = answer.trim().to_lowercase();
        if is_read && ["y", "yes", "j", "ja"].contains(&answer.as_str()) {
            say(context, &plan.keep_current(&rewording));
        }
    }
}

/// Says what a minor change leaves up to date.
pub(super) fn say(context: &mut Context<'_>, change: &MinorChange) {
    let locales = match change.locales.as_slice() {
        [] => "no translation was up to date".to_owned(),
        locales => format!("up to date in {}", locales.join(", ")),
    };
    context.note(format_args!(
        "{}: {} is a minor change: {locales}",
        change.article, change.id
    ));
    if !change.reviewed.is_empty() {
        context.note(format_args!(
            "{}: {}: its review in {} was of the German before and counts no longer; `satz review LOCALE {}`",
            change.article,
            change.id,
            change.reviewed.join(", "),
            change.id
        ));
    }
}
