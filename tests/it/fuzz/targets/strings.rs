//! The checks of an application's catalogs: every place is in the file, a fix changes its own entry,
//! and a catalog beside itself lacks nothing and has nothing that is not known. The parts are the
//! source catalog and the locale's.

use satz::catalog::Catalog;
use satz::check::{EVERYTHING, Finding, Localized, Names, Place, check};
use satz::compare::compare_messages;
use satz::text::Parsed;

use super::probe::is_confined;

const LOCALES: [&str; 4] = ["uk", "de", "ja", "ar"];

pub(super) fn run(data: &[u8]) {
    let first = data.first().copied().unwrap_or_default();
    let locale = LOCALES[usize::from(first) % LOCALES.len()];
    let [source, target] = super::parts(data.get(1..).unwrap_or_default());
    let (source, target) = (Catalog::parse(&source), Catalog::parse(&target));
    for finding in found(&source.value, &target, locale) {
        let span = finding.diagnostic.span;
        let text = &target.value.text;
        assert!(text.get(span.start..span.end).is_some(), "{finding:?}");
        if let Some(fix) = &finding.fix {
            is_confined(&target.value, fix);
        }
    }
    let beside_itself = found(&source.value, &source, "en-GB");
    // Of two attributes with one name, one is compared with the other.
    let is_doubled = |finding: &Finding| finding.diagnostic.code.starts_with("duplicate-");
    if beside_itself.iter().any(is_doubled) {
        return;
    }
    for finding in beside_itself {
        let comparing = [
            "extra-",
            "lost-reference",
            "missing",
            "obsolete",
            "unknown-variable",
        ];
        let code = finding.diagnostic.code;
        let is_comparing = comparing.iter().any(|own| code.starts_with(own));
        // English has its plural forms whatever the source has.
        let is_of_language = code == "missing-plural";
        assert!(
            !is_comparing || is_of_language,
            "beside itself: {finding:?}"
        );
    }
}

fn found(source: &Catalog, target: &Parsed<Catalog>, locale: &str) -> Vec<Finding> {
    let (names, source_names) = (Names::of(vec![&target.value]), Names::of(vec![source]));
    let place = Place::new(locale, "en", names, &source_names);
    let compared = compare_messages(source, &target.value, &[]);
    let subject = Localized::new(&place, source, target, &compared);
    check(&subject, EVERYTHING)
}
