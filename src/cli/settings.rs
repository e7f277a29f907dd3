//! Settings of the command line and the environment.

use crate::config::{Project, Setting};

/// What is set on the command line, as `KEY=VALUE`.
pub(super) fn given(text: &str) -> Result<Setting, String> {
    let Some((key, value)) = text.split_once('=') else {
        return Err("write KEY=VALUE, like output=public".to_owned());
    };
    Ok(Setting {
        key: key.trim().to_owned(),
        value: value.to_owned(),
        origin: "--set".to_owned(),
    })
}

/// What `--all-checks` sets.
pub(super) fn all_checks() -> Setting {
    Setting {
        key: "gate.checks".to_owned(),
        value: "all".to_owned(),
        origin: "--all-checks".to_owned(),
    }
}

/// What is set in the environment, as `SATZ_KEY=VALUE`.
pub(super) fn of_environment() -> Vec<Setting> {
    let keys = Project::setting_keys().into_iter();
    let set = keys.filter_map(|key| {
        let name = format!("SATZ_{}", key.replace('.', "_").to_uppercase());
        let value = std::env::var(&name).ok()?;
        Some(Setting {
            key: key.to_owned(),
            value,
            origin: name,
        })
    });
    set.collect()
}
