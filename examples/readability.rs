//! Prints the main text that `dom_smoothie` alone finds in a saved page: what `.ci/extract.py`
//! compares `satz add` with.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "the text is what the example is for"
)]

use dom_smoothie::{Config, Readability, TextMode};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args()
        .nth(1)
        .ok_or("usage: readability PAGE.html")?;
    let page = std::fs::read(path)?;
    let config = Config {
        text_mode: TextMode::Formatted,
        ..Config::default()
    };
    let page = String::from_utf8_lossy(&page);
    let found =
        Readability::new(page.as_ref(), None, Some(config)).and_then(|mut read| read.parse());
    match found {
        Ok(article) => println!("{}", article.text_content),
        Err(error) => eprintln!("{error}"),
    }
    Ok(())
}
