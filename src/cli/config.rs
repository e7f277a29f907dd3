//! `satz config`.

mod files;

use super::context::Context;
use super::{Failure, Outcome, Run};
use crate::config::{CONFIGURATION, Origin, Project, suggest};
use crate::store::Error;

/// Show what is configured, and where each value comes from.
///
/// A value on the command line (`--set KEY=VALUE`) stands above the environment (`SATZ_KEY`, with
/// `_` for `.`), that above satz.yaml, and that above what satz does by itself.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Config {
    /// Show only this key, and only its value.
    #[arg(value_name = "KEY", conflicts_with = "schema")]
    key: Option<String>,
    /// Form of the output.
    #[arg(long, value_name = "FORM", default_value = "human", value_parser = ["human", "json"])]
    format: String,
    /// Show which file is which: each article, its catalogs and its translations, per locale. What is
    /// not there is in brackets.
    #[arg(long, conflicts_with_all = ["key", "schema"])]
    files: bool,
    /// Print the JSON schema of satz.yaml instead, for editors.
    #[arg(long)]
    schema: bool,
}

const HELP: &str = "\
Examples:
  satz config
  satz config output                  one value
  satz config --files                 which file is which, per article and locale
  satz --set output=public config output
  SATZ_GATE_FAIL=warning satz config gate.fail
  satz config --schema > satz.schema.json";

/// What editors know of satz.yaml.
const SCHEMA: &str = include_str!("../../docs/satz.schema.json");

impl Run for Config {
    const NAME: &'static str = "config";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        if self.schema {
            write!(context.out, "{SCHEMA}")?;
            return Ok(Outcome::Clean);
        }
        let session = context.session()?;
        if self.files {
            return files::show(context, &session, self.format == "json");
        }
        let file = session.root().join(CONFIGURATION);
        let text = session.read(CONFIGURATION)?.unwrap_or_default();
        let rows = Project::origins(&text, &context.settings)
            .map_err(|fault| Error::from_fault(&file, &fault))?;
        if let Some(key) = &self.key {
            return one(context, &rows, key);
        }
        if self.format == "json" {
            let files = files::values(&session.article_files(context)?);
            let rows: Vec<_> = { &rows }
                .iter()
                .map(|row| serde_json::json!({"key": row.key, "value": row.value, "origin": origin(row)}))
                .collect();
            let whole = serde_json::json!({"file": file.display().to_string(), "settings": rows, "files": files});
            writeln!(context.out_of(true)?, "{whole:#}")?;
            return Ok(Outcome::Clean);
        }
        let width = |cell: fn(&Origin) -> usize| rows.iter().map(cell).max().unwrap_or(0);
        let keys = width(|row| row.key.chars().count());
        let values = width(|row| row.value.chars().count()).min(40);
        for row in &rows {
            let origin = origin(row);
            writeln!(
                context.out,
                "{:keys$}  {:values$}  {origin}",
                row.key, row.value
            )?;
        }
        if session.project().article_folder().is_none() {
            files::patterns(context, &session)?;
        }
        Ok(Outcome::Clean)
    }
}

fn one(context: &mut Context<'_>, rows: &[Origin], key: &str) -> Result<Outcome, Failure> {
    let Some(row) = rows.iter().find(|row| row.key == key) else {
        let names: Vec<&str> = rows.iter().map(|row| row.key).collect();
        let hint = match suggest(key, &names) {
            Some(other) => format!("did you mean `{other}`?"),
            None => format!("known are {}", names.join(", ")),
        };
        return Err(Failure::Sentence(format!(
            "no key is called `{key}`; {hint}"
        )));
    };
    writeln!(context.out, "{}", row.value)?;
    Ok(Outcome::Clean)
}

/// Where a value comes from, for people.
fn origin(row: &Origin) -> String {
    match (&row.setting, row.line) {
        (Some(setting), _) => setting.clone(),
        (None, Some(line)) => format!("{CONFIGURATION}:{line}"),
        (None, None) => "default".to_owned(),
    }
}
