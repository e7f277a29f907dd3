//! Keeps the catalogs of an article in step with it, in memory: `cargo run --example in_step`.

#![allow(clippy::print_stdout, reason = "an example prints what it made")]

use std::collections::BTreeMap;

use satz::session::{Failure, Selection, Session, SyncQuestion};

/// The article, before and after somebody wrote on it.
const VERSIONS: [&str; 2] = [
    "Der Markt öffnet am Montag. Er liegt am Kanal.\n",
    "Der Markt öffnet am Dienstag. Er liegt am Kanal.\n",
];

fn main() -> Result<(), Failure> {
    let mut files = BTreeMap::from([("satz.yaml".to_owned(), "locales: [en]".to_owned())]);
    for version in VERSIONS {
        files.insert("articles/markt.md".to_owned(), version.to_owned());
        bring_in_step(&mut files)?;
        // A translator types behind the stubs.
        if let Some(catalog) = files.get_mut("locales/en/markt.ftl") {
            *catalog = type_behind_stubs(catalog);
        }
        bring_in_step(&mut files)?;
        println!("{}", files["locales/en/markt.ftl"]);
    }
    let session = Session::of_texts(files)?;
    for change in session.diff(&Selection::default(), &[], &mut ())? {
        println!(
            "{} is {}: {}",
            change.id,
            change.state.name(),
            change.source
        );
    }
    Ok(())
}

/// Makes of the files what a sync would write.
fn bring_in_step(files: &mut BTreeMap<String, String>) -> Result<(), Failure> {
    let session = Session::of_texts(files.clone())?;
    let mut plan = session.plan_sync(&SyncQuestion::default(), &mut ())?;
    for file in plan.steps().into_iter().flat_map(|step| step.files) {
        match file.new {
            Some(text) => files.insert(file.path, text),
            None => files.remove(&file.path),
        };
    }
    Ok(())
}

fn type_behind_stubs(catalog: &str) -> String {
    let lines = catalog.lines().map(|line| {
        let stub = line.strip_prefix("# ").filter(|line| line.ends_with(" ="));
        match stub {
            Some(stub) => format!("# {stub} A sentence in English.\n"),
            None => format!("{line}\n"),
        }
    });
    lines.collect()
}
