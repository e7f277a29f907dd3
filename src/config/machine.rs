//! Commands that translate, by the names that `satz fill --with` calls them by.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Fault;

/// A command that translates: one JSON object per line in, one per line out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Machine {
    /// The program and its arguments. A program with a `/` in its name is meant from the workspace's
    /// folder.
    pub run: Vec<String>,
    /// How many units one run of it gets at most.
    pub batch: usize,
    /// How many seconds one run of it may take.
    pub seconds: u64,
    /// How many runs of it go on at once.
    pub parallel: usize,
}

impl Default for Machine {
    fn default() -> Self {
        Self {
            run: Vec::new(),
            batch: 50,
            seconds: 120,
            parallel: 1,
        }
    }
}

/// The most units of a batch, seconds of a run, and runs at once.
const MOST: (usize, u64, usize) = (1_000, 86_400, 32);

/// Checks that machines have plain names and commands, and figures within reason.
pub(super) fn check(machines: &BTreeMap<String, Machine>) -> Result<(), Fault> {
    for (name, machine) in machines {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        if name.is_empty() || name.len() > 40 || !name.chars().all(is_plain) {
            let hint = "letters, digits, `-`, `_` and `.` make a name, like `acme-translate`";
            return Err(Fault::new("a machine has no plain name", hint));
        }
        if machine
            .run
            .first()
            .is_none_or(std::string::String::is_empty)
        {
            let message = format!("the machine `{name}` has no command");
            return Err(Fault::new(message, "write it like `run: [./translate.sh]`"));
        }
        let (batch, seconds, parallel) = MOST;
        for (key, is_within, most) in [
            ("batch", (1..=batch).contains(&machine.batch), batch as u64),
            ("seconds", (1..=seconds).contains(&machine.seconds), seconds),
            (
                "parallel",
                (1..=parallel).contains(&machine.parallel),
                parallel as u64,
            ),
        ] {
            if !is_within {
                let message = format!("`{key}` of the machine `{name}` is out of range");
                return Err(Fault::new(
                    message,
                    format!("write a number from 1 to {most}"),
                ));
            }
        }
    }
    Ok(())
}
