//! What people call commands that have another name here.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue};

/// Words of other tools, and what to type in their place.
const WORDS: &[(&[&str], &str)] = &[
    (&["new", "create", "setup", "start"], "satz init"),
    (
        &["update", "extract", "refresh", "generate", "pull"],
        "satz sync",
    ),
    (&["fix", "format", "fmt"], "satz check --fix"),
    (
        &["lint", "test", "validate", "verify", "gate"],
        "satz check",
    ),
    (&["stats", "stat", "progress", "report"], "satz status"),
    (
        &["next", "todo", "open", "list", "ls", "show", "missing"],
        "satz diff LOCALE",
    ),
    (&["approve", "confirm", "done"], "satz accept LOCALE ID"),
    (&["publish", "preview", "render", "compile"], "satz build"),
    (&["import", "convert"], "satz align ARTICLE TRANSLATION"),
    (&["rename", "move"], "satz mv OLD NEW"),
    (&["remove", "delete", "retire", "del"], "satz rm ARTICLE"),
    (&["schema"], "satz config --schema"),
    (&["version"], "satz --version"),
    (
        &["translate"],
        "type behind the `=` in locales/LOCALE/ARTICLE.ftl, then satz sync",
    ),
];

/// Says in an error about an unknown command which one is meant.
pub(super) fn advised(mut error: clap::Error) -> clap::Error {
    let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidSubcommand) else {
        return error;
    };
    let row = WORDS
        .iter()
        .find(|(words, _)| words.contains(&word.as_str()));
    if let Some((_, meant)) = row {
        let tip = StyledStr::from(*meant);
        error.remove(ContextKind::SuggestedSubcommand);
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip]));
    }
    error
}
