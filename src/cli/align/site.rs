//! The translations that a site has already, taken in all at once.

use std::fmt::Write;

use super::Align;
use crate::cli::context::Context;
use crate::cli::{Failure, Outcome};
use crate::report::{ALIGN_FORMS, AlignedArticle};
use crate::session::Aligner;

/// Articles that are named in a summary.
const NAMED: usize = 10;

/// Takes in the translations of the site into some locales, and says what became of them.
pub(super) fn take_in(
    align: &Align,
    context: &mut Context<'_>,
    mut aligner: Aligner<'_>,
    locales: &[String],
) -> Result<Outcome, Failure> {
    let mut shown = Vec::new();
    let mut edited = Vec::new();
    for locale in locales {
        let taken = aligner.take_in_site(locale, context)?;
        if align.format == "text" && !taken.articles.is_empty() {
            write!(context.out, "{}", summary(locale, &taken.articles))?;
        }
        shown.extend(taken.articles);
        edited.extend(taken.edited);
    }
    if align.format != "text"
        && let Some(form) = ALIGN_FORMS.iter().find(|form| form.name == align.format)
    {
        write!(context.out_of(form.is_data)?, "{}", (form.show)(&shown))?;
    }
    aligner.close()?;
    for (path, count) in edited {
        context.note(format_args!(
            "{path}: {count} sentences are not what the catalog has; the file stays as somebody made it, until the catalog is right or `satz build --overwrite` gives it up"
        ));
    }
    if shown.is_empty() {
        context.note("the site has no translation that satz has not taken in or written");
    } else if !align.dry_run {
        context.note("next: look at the sentences with `# aligned:`, then `satz build` writes the translations back into the site");
    }
    Ok(Outcome::Clean)
}

/// What to say of a locale's translations, as they were taken in.
pub(super) fn summary(locale: &str, articles: &[AlignedArticle]) -> String {
    let count = |article: &AlignedArticle, outcome: &str| {
        let groups = article.groups.iter();
        groups.filter(|group| group.outcome == outcome).count()
    };
    let total = |outcome| -> usize { articles.iter().map(|article| count(article, outcome)).sum() };
    let sure = total("written");
    let doubtful = total("doubtful");
    let mut text = format!(
        "{locale}: {} translations, {} sentences taken in, {doubtful} of them doubtful; {} without a translation, {} without German\n",
        articles.len(),
        sure + doubtful,
        total("missing"),
        total("unaligned"),
    );
    let open = |article: &AlignedArticle| {
        ["doubtful", "missing", "unaligned"].map(|outcome| count(article, outcome))
    };
    let mut worst: Vec<_> = articles
        .iter()
        .map(|article| (open(article), article))
        .collect();
    worst.retain(|(open, _)| open.iter().sum::<usize>() > 0);
    worst.sort_by_key(|(open, _)| std::cmp::Reverse(open.iter().sum::<usize>()));
    for ([doubtful, missing, unaligned], article) in worst.iter().take(NAMED) {
        let _ = writeln!(
            text,
            "  {}: {doubtful} doubtful, {missing} without a translation, {unaligned} without German",
            article.article
        );
    }
    if worst.len() > NAMED {
        let _ = writeln!(text, "  and {} more", worst.len() - NAMED);
    }
    text
}
