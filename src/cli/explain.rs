use super::context::Context;
use super::{Failure, Outcome, Run};
use crate::check::{CHECKS, resembling};
use crate::text::Severity;

/// Explain a check: what it finds, why that matters, how safe its fix is.
///
/// Without a code: all of them, one per line.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Explain {
    /// The code, as `satz check` prints it in brackets.
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

const HELP: &str = "\
Examples:
  satz explain            all codes
  satz explain not-nfc";

impl Run for Explain {
    const NAME: &'static str = "explain";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let Some(code) = self.code else {
            for check in CHECKS {
                let manual = check.manual();
                let first = manual.lines().next().unwrap_or_default();
                let severity = severity(check.severity);
                writeln!(context.out, "{:20} {severity:8} {first}", check.code)?;
            }
            return Ok(Outcome::Clean);
        };
        let Some(check) = CHECKS.iter().find(|check| check.code == code) else {
            let hint = match resembling(&code) {
                Some(other) => format!("did you mean `{other}`?"),
                None => "see all of them with `satz explain`".to_owned(),
            };
            return Err(Failure::Usage(format!(
                "no check is called `{code}`; {hint}"
            )));
        };
        let severity = severity(check.severity);
        writeln!(
            context.out,
            "{} ({severity})\n\n{}",
            check.code,
            check.manual()
        )?;
        Ok(Outcome::Clean)
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    }
}
