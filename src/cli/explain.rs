//! `satz explain`.

use serde_json::json;

use super::context::Context;
use super::{Failure, Outcome, Run};
use crate::config::suggest;
use crate::report::severity_name;
use crate::session::{CheckPage, check_pages};

/// Explain a check: what it finds, why that matters, how safe its fix is.
///
/// Without a code: all of them, one per line.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Explain {
    /// The code, as `satz check` prints it in brackets.
    #[arg(value_name = "CODE")]
    code: Option<String>,
    /// Form of the output.
    #[arg(long, value_name = "FORM", default_value = "human", value_parser = ["human", "json"])]
    format: String,
}

const HELP: &str = "\
Examples:
  satz explain            all codes
  satz explain not-nfc
  satz explain --format json";

impl Run for Explain {
    const NAME: &'static str = "explain";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let wanted = match &self.code {
            None => check_pages(),
            Some(code) => vec![named(code)?],
        };
        if self.format == "json" {
            let checks: Vec<_> = wanted.iter().map(value).collect();
            writeln!(context.out_of(true)?, "{:#}", json!({ "checks": checks }))?;
            return Ok(Outcome::Clean);
        }
        for check in &wanted {
            let (severity, manual) = (severity_name(check.severity), &check.manual);
            if self.code.is_some() {
                let off = if check.is_off_by_default {
                    ", off by default"
                } else {
                    ""
                };
                writeln!(context.out, "{} ({severity}{off})\n\n{manual}", check.code)?;
            } else {
                let first = first_sentence(manual);
                let weight = if check.is_off_by_default {
                    "off"
                } else {
                    severity
                };
                writeln!(context.out, "{:20} {weight:8} {first}", check.code)?;
            }
        }
        Ok(Outcome::Clean)
    }
}

/// The first paragraph of a page as one line, up to the end of its first sentence.
fn first_sentence(manual: &str) -> String {
    let paragraph = manual.lines().take_while(|line| !line.is_empty());
    let paragraph = paragraph.collect::<Vec<_>>().join(" ");
    match paragraph.find(". ") {
        Some(end) => paragraph[..=end].to_owned(),
        None => paragraph,
    }
}

/// The check with that code.
fn named(code: &str) -> Result<CheckPage, Failure> {
    let pages = check_pages();
    let codes: Vec<&str> = pages.iter().map(|page| page.code).collect();
    let Some(at) = codes.iter().position(|known| *known == code) else {
        let hint = match suggest(code, &codes) {
            Some(other) => format!("did you mean `{other}`?"),
            None => "see all of them with `satz explain`".to_owned(),
        };
        let sentence = format!("no check is called `{code}`; {hint}");
        return Err(Failure::Sentence(sentence));
    };
    Ok(pages[at].clone())
}

/// A check with stable keys.
fn value(check: &CheckPage) -> serde_json::Value {
    json!({
        "code": check.code,
        "category": check.category,
        "severity": severity_name(check.severity),
        "off_by_default": check.is_off_by_default,
        "manual": check.manual,
    })
}
