//! Values resolved with a glossary: a text stays what it is, a term stands for its text, the result
//! is bounded, and the same comes out again. The parts are glossary and catalog.

use satz::catalog::{Catalog, Resolver, Value, escape, rendering};

/// The most that one text may become, in bytes.
const MOST: usize = 1 << 21;

pub(super) fn run(data: &[u8]) {
    let [glossary, catalog] = super::parts(data);
    let glossary = Catalog::parse(&glossary).value;
    for locale in ["en", "uk", "ar"] {
        let resolver = Resolver::new(locale, &[&glossary]);
        let variables = [("n".to_owned(), "21".to_owned(), true)];
        let resolver = resolver.with(variables);
        for (_, entry) in Catalog::parse(&catalog).value.messages() {
            let Some(value) = entry.value() else { continue };
            let (text, faults) = resolver.resolve(value);
            assert!(text.len() <= MOST, "{} bytes", text.len());
            let again = resolver.resolve(value);
            assert_eq!((&text, &faults), (&again.0, &again.1), "the same again");
            if value.is_text() {
                assert_eq!((text, faults.len()), (value.text(), 0));
                term_stands_for(value, locale);
            }
        }
    }
}

/// A term with a text is that text wherever it is used.
fn term_stands_for(value: &Value, locale: &str) {
    let text = value.text();
    // Some characters are written as others.
    if text.trim().is_empty() || rendering(&text) != text {
        return;
    }
    let glossary = Catalog::parse(&format!("-probe = {}\n", escape(&text))).value;
    let user = Catalog::parse("a = <{ -probe }>\n").value;
    let resolver = Resolver::new(locale, &[&glossary]);
    for (_, entry) in user.messages() {
        let value = entry.value().expect("`a` has a value");
        assert_eq!(resolver.resolve(value), (format!("<{text}>"), Vec::new()));
    }
}
