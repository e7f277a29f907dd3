//! Arguments that several commands have: forms of output, states, locales and articles, shares.

use std::io::IsTerminal as _;

use clap::builder::{PossibleValue, PossibleValuesParser};

use super::{Context, Failure};
use crate::report::{FORMS, Form};
use crate::session::{Selection, Share, State, parse_share};

/// The names of the forms that show something, for the command line.
pub(in crate::cli) fn forms(shows: fn(&Form) -> bool) -> PossibleValuesParser {
    let shown = FORMS.iter().filter(|form| shows(form));
    let values = shown.enumerate().map(|(index, form)| {
        let value = PossibleValue::new(form.name).help(form.about);
        if index == 0 {
            value.alias("text")
        } else {
            value
        }
    });
    PossibleValuesParser::new(values)
}

/// The names of the forms that show something, for people.
pub(in crate::cli) fn listed(shows: fn(&Form) -> bool) -> String {
    let shown = FORMS.iter().filter(|form| shows(form));
    let names: Vec<&str> = shown.map(|form| form.name).collect();
    names.join(", ")
}

/// The form of a name that the command line has accepted.
pub(in crate::cli) fn form(name: &str) -> &'static Form {
    Form::named(name).unwrap_or(&FORMS[0])
}

/// Which units a command is about.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct States {
    /// Only units in this state. Repeatable, or several divided by commas.
    #[arg(long = "state", value_name = "STATE", value_delimiter = ',',
        value_parser = PossibleValuesParser::new(State::ALL.map(State::name)))]
    states: Vec<String>,
}

impl States {
    /// The states that a person named; none for all.
    pub(in crate::cli) fn named(&self) -> Vec<State> {
        let named = self.states.iter();
        named.filter_map(|name| State::named(name)).collect()
    }
}

/// Which locales and articles a command is about.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Selected {
    /// Locales; all if none is named.
    #[arg(value_name = "LOCALE")]
    locales: Vec<String>,
    /// The same. Repeatable, or several divided by commas.
    #[arg(long = "locale", value_name = "LOCALE", value_delimiter = ',')]
    more_locales: Vec<String>,
    /// Only this article or catalog of an application, by its path below the folder of articles or of
    /// its locale, without its ending, or those that a pattern like 'news/**' fits. Repeatable.
    #[arg(long = "article", value_name = "ARTICLE")]
    articles: Vec<String>,
}

impl Selected {
    /// What a person named.
    pub(in crate::cli) fn selection(&self) -> Selection {
        let locales = self.locales.iter().chain(&self.more_locales);
        Selection {
            locales: locales.cloned().collect(),
            articles: self.articles.clone(),
        }
    }
}

/// Which share of the articles a run is about.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Shard {
    /// Do only the K-th of N shares of the articles. The standard output is then a part for
    /// `satz merge-reports`, which makes of all N what one run would have shown and written.
    #[arg(long, value_name = "K/N", value_parser = parse_share)]
    shard: Option<(usize, usize)>,
}

impl Shard {
    /// The share that a person named, or the parts that this run merges.
    pub(in crate::cli) fn share(&self, context: &mut Context<'_>) -> Result<Share, Failure> {
        if let Some(parts) = context.parts.take() {
            return Ok(Share::Merged(parts));
        }
        let Some((number, of)) = self.shard else {
            return Ok(Share::Whole);
        };
        if std::io::stdout().is_terminal() {
            let message = "a part is nothing to read; send it into a file: `--shard 1/4 > part-1`";
            return Err(Failure::Sentence(message.to_owned()));
        }
        Ok(Share::Part { number, of })
    }
}

/// Writes the part that a share gave.
pub(in crate::cli) fn write_part(context: &mut Context<'_>, part: &[u8]) -> Result<(), Failure> {
    Ok(context.out_of(true)?.write_all(part)?)
}
