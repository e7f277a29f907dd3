//! A baseline: what is written is read, and a finding in an article of any name stands in it as one
//! line. The parts are a baseline, then lines that are articles' names.

use satz::report::{Baseline, Found, What, Where};
use satz::text::Severity;

pub(super) fn run(data: &[u8]) {
    let [text, names] = super::parts(data);
    if let Ok(baseline) = Baseline::parse(&text) {
        let written = baseline.to_string();
        assert_eq!(Baseline::parse(&written), Ok(baseline), "{written}");
        let again = Baseline::parse(&written).expect("it was read before");
        assert_eq!(again.to_string(), written);
    }
    // No article has a control character in its name.
    for name in names.split(char::is_control) {
        let what = What {
            code: "number".into(),
            id: "s7k2mqa".into(),
            amount: 1,
            ..What::default()
        };
        let at = Where {
            locale: "en".into(),
            article: name.into(),
            path: format!("locales/en/{name}.ftl").into(),
        };
        let found = Found::new(what, at, Severity::Warning);
        let baseline = Baseline::of([&found]);
        assert_eq!(
            Baseline::parse(&baseline.to_string()),
            Ok(baseline),
            "{name:?}"
        );
    }
}
