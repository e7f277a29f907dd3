//! The checks of an article's catalog: every place is in the file, every id is one of the file or of
//! the article, and a fix changes its own entry. The parts are an article and its English catalog,
//! in which `s1` is the id of the first unit.

use satz::catalog::Resolver;
use satz::check::{EVERYTHING, Sections, Subject, check};

use super::probe::{is_confined, named, prepared, project};

pub(super) fn run(data: &[u8]) {
    let [text, catalog] = super::parts(data);
    let project = project();
    let first = prepared(&project, "markdown", &text, None, None);
    let catalog = format!(
        "### satz 1: articles/a.md\n\n{}",
        named(&catalog, &first.source)
    );
    let article = prepared(
        &project,
        "markdown",
        &text,
        Some(first.source_text),
        Some(&catalog),
    );
    let target = article.target("en").expect("`en` is configured");
    let comparison = project.compare(&article, target);
    let sections = Sections::of(article.format, &article.text, &comparison, Some);
    let subject = Subject {
        source_locale: "de",
        locale: "en",
        target: &target.catalog,
        comparison: &comparison,
        resolver: &Resolver::new("en", &[]),
        glossary: &[],
        has_references: true,
        title: article.title(),
        labels: None,
        sections: sections.as_ref(),
        is_thorough: true,
    };
    let text = &target.catalog.value.text;
    for finding in check(&subject, EVERYTHING) {
        let span = finding.diagnostic.span;
        assert!(text.get(span.start..span.end).is_some(), "{finding:?}");
        let is_known = finding.id.is_empty()
            || text.contains(&finding.id)
            || article.source_text.contains(&finding.id);
        assert!(is_known, "{finding:?}");
        if let Some(fix) = &finding.fix {
            is_confined(&target.catalog.value, fix);
        }
    }
}
