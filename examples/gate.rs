//! Gates a folder of Fluent catalogs that have no article: `cargo run --example gate -- FOLDER`.
//!
//! The folder holds one folder per locale, English is the source. Without a folder, two catalogs in memory
//! are gated. The exit status is 1 if a finding shuts the gate.

#![allow(clippy::print_stdout, reason = "an example prints what it found")]

use std::process::ExitCode;

use satz::session::{Answer, Failure, InspectQuestion, Session};
use satz::store::Workspace;

fn main() -> Result<ExitCode, Box<dyn std::error::Error>> {
    let session = match std::env::args().nth(1) {
        Some(folder) => on_disk(&folder)?,
        None => in_memory()?,
    };
    let Answer::Whole(inspection) = session.inspect(InspectQuestion::default(), &mut ())? else {
        unreachable!("no share was asked for")
    };
    for found in &inspection.findings {
        let (path, line) = (&found.at.path, found.line);
        println!("{path}:{line}: {}: {}", found.what.code, found.what.message);
    }
    Ok(ExitCode::from(u8::from(inspection.failed())))
}

/// A session about a folder that has no `satz.yaml`: the configuration is a value.
fn on_disk(folder: &str) -> Result<Session, Box<dyn std::error::Error>> {
    let configuration = "source: en\nstrings: '{locale}/**/*.ftl'";
    let project = satz::config::Project::parse(configuration)?;
    let mut workspace = Workspace::new(std::fs::canonicalize(folder)?, project);
    workspace.find_locales(configuration)?;
    Ok(Session::of(workspace))
}

fn in_memory() -> Result<Session, Failure> {
    Session::of_texts([
        ("satz.yaml", "source: en\nstrings: '{locale}/**/*.ftl'"),
        (
            "en/app.ftl",
            "greeting = Hello, { $name }!\nbye = Goodbye.\n",
        ),
        ("fr/app.ftl", "greeting = Bonjour !\n"),
    ])
}
