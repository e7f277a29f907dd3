//! Lists findings as an editor would, while somebody types: `cargo run --example findings -- FOLDER ARTICLE`.
//!
//! Without arguments, an article in memory.

#![allow(clippy::print_stdout, reason = "an example prints what it found")]

use satz::session::{Failure, Session, Transcript};

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let mut heard = Transcript::default();
    let (mut session, key) = match (arguments.next(), arguments.next()) {
        (Some(folder), Some(key)) => {
            let session = Session::open(folder.as_ref(), &[], None, &mut heard)?;
            (session, key)
        }
        _ => (in_memory()?, "markt".to_owned()),
    };
    show(&session, &key, &mut heard)?;
    // What is typed stands above the file, which nobody has saved.
    let text = "Der Markt öffnet im Mai. Er liegt nicht am Kanal.\n";
    session.set_text(&format!("articles/{key}.md"), Some(text.to_owned()));
    show(&session, &key, &mut heard)?;
    for failure in heard.failures {
        println!("could not be read: {failure}");
    }
    Ok(())
}

fn show(session: &Session, key: &str, heard: &mut Transcript) -> Result<(), Failure> {
    for inspected in session.findings(key, heard)? {
        let row = &inspected.status;
        println!("{}: {} of {} units", row.locale, row.covered(), row.units());
        for found in &inspected.found {
            println!("  {}:{}: {}", found.line, found.column, found.what.message);
        }
    }
    Ok(())
}

fn in_memory() -> Result<Session, Failure> {
    Session::of_texts([
        ("satz.yaml", "locales: [en, fr]"),
        (
            "articles/markt.md",
            "Der Markt öffnet im Mai. Er liegt am Kanal.\n",
        ),
    ])
}
