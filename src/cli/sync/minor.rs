//! Which changes are minor: said on the command line, or asked at the terminal.

use std::io::{IsTerminal as _, stderr, stdin};

use crate::article::{Rewording, Together};
use crate::catalog::Id;
use crate::cli::Failure;
use crate::cli::context::Context;
use crate::report::word_diff;

/// Declares those changes minor that the ids name.
pub(super) fn declare(
    context: &mut Context<'_>,
    together: &mut Together,
    ids: &[String],
) -> Result<(), Failure> {
    let all = together.rewordings();
    let mut chosen: Vec<&Rewording> = Vec::new();
    for typed in ids {
        let id = Id::parse(typed).ok_or_else(|| {
            Failure::Usage(format!(
                "`{typed}` is no id; one reads like s83fqt0, see `satz sync --check --explain`"
            ))
        })?;
        let is_meant = |one: &&Rewording| {
            id == one.new || (id.base == one.new.base && (id.tag.is_none() || id == one.old))
        };
        let meant: Vec<&Rewording> = all.iter().filter(is_meant).collect();
        if meant.is_empty() {
            return Err(Failure::Usage(format!(
                "no unit `{typed}` was reworded since the last sync; for a stale one there is `satz accept`"
            )));
        }
        if meant.iter().any(|one| one.new != meant[0].new) {
            let ids: Vec<String> = meant.iter().map(|one| one.new.to_string()).collect();
            return Err(Failure::Usage(format!(
                "`{typed}` was reworded in several articles; say which: {}",
                ids.join(", ")
            )));
        }
        chosen.extend(meant);
    }
    for one in chosen {
        keep(context, together, one);
    }
    Ok(())
}

/// Asks, change by change, whether what looks like a slip is one; if anybody is there to ask.
pub(super) fn ask(context: &mut Context<'_>, together: &mut Together, source_locale: &str) {
    let in_ci = std::env::var_os("CI").is_some_and(|value| !value.is_empty());
    if in_ci || !stdin().is_terminal() || !stderr().is_terminal() {
        return;
    }
    for one in together.rewordings() {
        if one.locales.is_empty() || !one.is_slip(source_locale) {
            continue;
        }
        let key = &together.articles[one.article].key;
        context.note(format_args!("{key}: {}", word_diff(&one.was, &one.now)));
        context.note(format_args!(
            "is the meaning the same, so that the translations stay up to date ({})? [y/N]",
            one.locales.join(", ")
        ));
        let mut answer = String::new();
        let read = stdin().read_line(&mut answer);
        if read.is_ok()
            && matches!(
                answer.trim().to_lowercase().as_str(),
                "y" | "yes" | "j" | "ja"
            )
        {
            keep(context, together, &one);
        }
    }
}

fn keep(context: &mut Context<'_>, together: &mut Together, one: &Rewording) {
    together.keep_current(one);
    let key = &together.articles[one.article].key;
    let locales = match one.locales.as_slice() {
        [] => "no translation was up to date".to_owned(),
        locales => format!("up to date in {}", locales.join(", ")),
    };
    context.note(format_args!(
        "{key}: {} is a minor change: {locales}",
        one.new
    ));
}
