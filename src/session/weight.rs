//! Findings that no check gives a place in a catalog, weighed as the workspace wants it.

use crate::check::check_named;
use crate::config::Project;
use crate::report::{Found, What, Where};
use crate::text::Severity;

/// A finding that is about no place in a catalog; `None` where its check is off.
pub(super) fn of_workspace(
    project: &Project,
    code: &str,
    locale: &str,
    article: &str,
    path: String,
    what: What,
) -> Option<Found> {
    let own = check_named(code).map_or(Severity::Error, |check| check.severity);
    weighed(project, code, own, (locale, article, path), what)
}

/// A finding in a locale, an article and a file, of the weight that the workspace wants it to have.
pub(super) fn weighed(
    project: &Project,
    code: &str,
    severity: Severity,
    (locale, article, path): (&str, &str, String),
    what: What,
) -> Option<Found> {
    let severity = project.weigh(code, severity, locale, article)?;
    let what = What {
        code: code.into(),
        ..what
    };
    let at = Where {
        locale: locale.into(),
        article: article.into(),
        path: path.into(),
    };
    Some(Found::new(what, at, severity))
}
