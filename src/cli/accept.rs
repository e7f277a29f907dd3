//! `satz accept`.

use super::context::{Context, one_line};
use super::{Failure, Outcome, Run};
use crate::report::severity_name;
use crate::session::{
    AcceptQuestion, Accepted, EVERY, Exchange, Session, State, Sweep, diff_command,
};

/// Say that stale translations are up to date.
///
/// The messages take the ids behind `# now:`, so they count as current again.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Accept {
    /// The locale; several joined by commas; `every` for all of them.
    #[arg(value_name = "LOCALE")]
    locale: String,
    /// Ids of the units, with or without the part behind the hyphen.
    /// Without any, and without --edited and --all: what could be accepted.
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    /// Every unit whose translation was changed after it became stale.
    #[arg(long)]
    edited: bool,
    /// Every stale unit.
    #[arg(long, conflicts_with = "edited")]
    all: bool,
    /// Every stale unit in whose German these words became those, and nothing else changed. Repeatable.
    #[arg(long = "where", value_name = "OLD=>NEW", conflicts_with_all = ["ids", "edited", "all"])]
    words: Vec<String>,
    /// What becomes of which words in the translations that --where takes: those that do not have them stay
    /// stale. Repeatable.
    #[arg(long, value_name = "OLD=>NEW", requires = "words")]
    replace: Vec<String>,
    /// Every stale unit in whose German only this changed. The translation changes alike, or stays stale.
    #[arg(long, value_enum, conflicts_with_all = ["ids", "edited", "all", "words"])]
    class: Option<Class>,
    /// Show what would be accepted, and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// What alone may have changed.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Class {
    /// Marks of emphasis: `*so*` became `_so_`.
    Emphasis,
    /// Targets of links and addresses.
    Links,
    /// Figures: `Kapitel 3` became `Kapitel 4`.
    Numbers,
}

const HELP: &str = "\
Examples:
  satz accept en              what could be accepted
  satz accept en s83fqt0      this one is right as it is
  satz accept en --edited     all that I have changed since the German changed
  satz accept every s83fqt0   a typo in the German: right as it is in all languages
  satz accept en --where 'Kahn=>Nachen' --replace 'boat=>skiff' --dry-run
                              a word was exchanged in the German, and is in the English
  satz accept every --class links
                              a link leads elsewhere: in all languages";

impl Run for Accept {
    const NAME: &'static str = "accept";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let session = context.surveyed()?;
        let sweep = self.sweep()?;
        if self.ids.is_empty() && !self.edited && !self.all && sweep.is_none() {
            return offer(context, &session, &self.locale);
        }
        let question = AcceptQuestion {
            locale: self.locale,
            ids: self.ids,
            articles: Vec::new(),
            edited: self.edited,
            all: self.all,
            sweep,
            is_trial: self.dry_run,
        };
        let accepted = session.accept(&question, context)?;
        show(context, &accepted, self.dry_run)?;
        if accepted.units.is_empty() && question.ids.is_empty() && !context.has_failed() {
            let locale = shown(&question.locale);
            let state = match (&question.sweep, self.edited) {
                (Some(_), _) => "stale by that alone",
                (None, true) => "edited",
                (None, false) => "stale",
            };
            context.note(format_args!("no translation of {locale} is {state}"));
        }
        Ok(Outcome::Clean)
    }
}

impl Accept {
    /// The sweep that is asked for.
    fn sweep(&self) -> Result<Option<Sweep>, Failure> {
        if let Some(class) = self.class {
            return Ok(Some(match class {
                Class::Emphasis => Sweep::Emphasis,
                Class::Links => Sweep::Links,
                Class::Numbers => Sweep::Numbers,
            }));
        }
        if self.words.is_empty() {
            return Ok(None);
        }
        Ok(Some(Sweep::Words {
            source: exchanges(&self.words)?,
            target: exchanges(&self.replace)?,
        }))
    }
}

fn exchanges(texts: &[String]) -> Result<Vec<Exchange>, Failure> {
    let each = texts.iter().map(|text| {
        Exchange::parse(text).ok_or_else(|| {
            Failure::Sentence(format!(
                "`{text}` is no exchange; one reads like 'old words=>new words'"
            ))
        })
    });
    each.collect()
}

/// Says what was accepted, and what the checks find in it.
fn show(context: &mut Context<'_>, accepted: &Accepted, is_trial: bool) -> Result<(), Failure> {
    let becomes = if is_trial { "would be" } else { "is" };
    for swept in &accepted.swept {
        let ([was, source], [before, after]) = (&swept.source, &swept.target);
        writeln!(
            context.out,
            "{}: {} {becomes} current",
            swept.path, swept.id
        )?;
        writeln!(context.out, "  - {}", one_line(was))?;
        writeln!(context.out, "  + {}", one_line(source))?;
        if before == after {
            writeln!(context.out, "    {}", one_line(after))?;
        } else {
            writeln!(context.out, "  - {}", one_line(before))?;
            writeln!(context.out, "  + {}", one_line(after))?;
        }
    }
    let is_shown = |id: &str| accepted.swept.iter().any(|swept| swept.id == id);
    for (path, id) in accepted.units.iter().filter(|(_, id)| !is_shown(id)) {
        writeln!(context.out, "{path}: {id} {becomes} current")?;
    }
    if !accepted.unreviewed.is_empty() {
        let ids = accepted.unreviewed.join(" ");
        context.note(format_args!(
            "reviews of the German before count no longer: {ids}; `satz review LOCALE ID` makes new ones"
        ));
    }
    for found in &accepted.findings {
        context.note(format_args!(
            "{}:{}: {}[{}] {}: {}",
            found.at.path,
            found.line,
            severity_name(found.severity),
            found.what.code,
            found.what.id,
            found.what.message
        ));
    }
    Ok(())
}

/// How locales are called in a sentence.
fn shown(locale: &str) -> &str {
    if locale == EVERY {
        "any language"
    } else {
        locale
    }
}

/// So many units are named when it is asked what could be accepted.
const NAMED: usize = 10;

/// Says what could be accepted, and how.
fn offer(context: &mut Context<'_>, session: &Session, locale: &str) -> Result<Outcome, Failure> {
    let open = session.acceptable(locale, context)?;
    if open.is_empty() {
        context.note(format_args!("no translation of {} is stale", shown(locale)));
        return Ok(Outcome::Clean);
    }
    for unit in open.iter().take(NAMED) {
        let source: String = unit.source.chars().take(100).collect();
        let source = one_line(&source);
        let (path, id, state) = (&unit.path, &unit.id, unit.state.name());
        writeln!(context.out, "{path}: {id} is {state}: {source}")?;
    }
    if open.len() > NAMED {
        let more = open.len() - NAMED;
        writeln!(
            context.out,
            "{more} more, all shown by `{} --state stale,edited`",
            diff_command(locale)
        )?;
    }
    let edited = open.iter().filter(|unit| unit.state == State::Edited);
    context.note(format_args!(
        "stale in {}: {}, edited since: {}; take one with `satz accept {locale} ID`, \
         what was edited with --edited, everything with --all",
        shown(locale),
        open.len(),
        edited.count()
    ));
    Ok(Outcome::Clean)
}
