//! Assembles an article in a locale, with a policy for what is missing: `cargo run --example assemble`.

#![allow(clippy::print_stdout, reason = "an example prints what it made")]

use satz::config::Missing;
use satz::session::{BuildQuestion, Failure, Selection, Session};

fn main() -> Result<(), Failure> {
    let session = Session::of_texts([
        ("satz.yaml", "locales: [fr]"),
        (
            "articles/markt.md",
            "# Der Markt\n\nEr öffnet im Mai. Er liegt am Kanal.\n",
        ),
    ])?;
    for policy in [Missing::Source, Missing::Mark] {
        let question = BuildQuestion {
            selection: Selection {
                locales: vec!["fr".to_owned()],
                ..Selection::default()
            },
            forms: vec!["md".to_owned()],
            missing: Some(policy),
            threshold: Some(0),
            ..BuildQuestion::default()
        };
        for page in session.pages("markt", &question, &mut ())? {
            println!("== {} with {policy:?}\n{}", page.path, page.text);
        }
    }
    Ok(())
}
