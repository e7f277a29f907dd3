//! Sentence by sentence: whether a translation is right, asked at the terminal.

use std::io::{IsTerminal as _, stderr, stdin};

use crate::cli::Failure;
use crate::cli::context::{Context, one_line};
use crate::report::{ReviewUnit, review_unit};
use crate::session::{Review, ReviewListQuestion, ReviewQuestion, Session};

/// Whether there is somebody to ask.
pub(super) fn can_ask() -> bool {
    let in_ci = std::env::var_os("CI").is_some_and(|value| !value.is_empty());
    !in_ci && stdin().is_terminal() && stderr().is_terminal()
}

/// Shows what is to be reviewed, the most doubtful first, and asks of each whether it is right.
pub(super) fn ask(
    context: &mut Context<'_>,
    session: &Session,
    question: &ReviewListQuestion,
    review: &Review,
) -> Result<(), Failure> {
    let units = session.review_list(question, context)?;
    if units.is_empty() {
        context.note("nothing is to be reviewed");
        return Ok(());
    }
    let mut confirmed = 0;
    for (number, unit) in units.iter().enumerate() {
        let look = context.look;
        context.note(format_args!("\n{} of {}", number + 1, units.len()));
        context.note(review_unit(unit, look).trim_end());
        match answer(context, "is it right? [y]es [n]o [e]dit [q]uit")?.as_str() {
            "y" | "yes" | "j" | "ja" => confirm(context, session, unit, review)?,
            "e" | "edit" => {
                if !edit(context, session, unit)? {
                    continue;
                }
                confirm(context, session, unit, review)?;
            }
            "q" | "quit" => break,
            _ => continue,
        }
        confirmed += 1;
    }
    context.note(format_args!(
        "{confirmed} of {} confirmed by {}",
        units.len(),
        review.name
    ));
    Ok(())
}

/// Writes that somebody stands for a unit.
fn confirm(
    context: &mut Context<'_>,
    session: &Session,
    unit: &ReviewUnit,
    review: &Review,
) -> Result<(), Failure> {
    let question = ReviewQuestion {
        locale: unit.locale.clone(),
        ids: vec![unit.id.clone()],
        articles: vec![unit.article.clone()],
        review: Some(review.clone()),
    };
    session.review(&question, context)?;
    Ok(())
}

/// Takes another translation; whether there is one.
fn edit(context: &mut Context<'_>, session: &Session, unit: &ReviewUnit) -> Result<bool, Failure> {
    context.note(format_args!("now: {}", one_line(&unit.target)));
    let text = answer(
        context,
        "the translation as it is to be, on one line; empty leaves it:",
    )?;
    if text.is_empty() {
        return Ok(false);
    }
    let place = (
        unit.locale.as_str(),
        unit.article.as_str(),
        unit.id.as_str(),
    );
    session.retype(place, &text, context)?;
    Ok(true)
}

/// What is typed behind a prompt.
fn answer(context: &mut Context<'_>, prompt: &str) -> Result<String, Failure> {
    context.note(prompt);
    let mut line = String::new();
    if stdin().read_line(&mut line)? == 0 {
        return Ok("q".to_owned());
    }
    Ok(line.trim().to_owned())
}
