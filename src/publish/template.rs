//! Templates of pages: those that come with satz, and a workspace's own.

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::{
    AutoEscape, Environment, Error, Output, State, UndefinedBehavior, Value, escape_formatter,
};

use crate::assemble::printable;
use crate::config::Fault;

/// The templates that come with the program; one of the same name in the workspace's folder of
/// templates takes its place, and still finds the other as `default/<name>`.
const DEFAULTS: [(&str, &str); 7] = [
    ("absent.html", include_str!("default/absent.html")),
    ("bilingual.html", include_str!("default/bilingual.html")),
    ("front.html", include_str!("default/front.html")),
    ("index.html", include_str!("default/index.html")),
    ("layout.html", include_str!("default/layout.html")),
    ("page.html", include_str!("default/page.html")),
    ("style.css", include_str!("default/style.css")),
];

/// The work that one page may be, in steps of a template: a page with a list of a hundred thousand
/// articles takes a few million.
const FUEL: u64 = 20_000_000;

/// Templates of pages. Everything that a template prints is escaped, except the parts of an
/// article, which `assemble` has made safe.
#[derive(Debug)]
pub struct Templates {
    environment: Environment<'static>,
}

impl Templates {
    /// Takes the workspace's own templates: name, as in `page.html`, and text.
    pub fn new(own: Vec<(String, String)>) -> Self {
        let own: Arc<BTreeMap<String, String>> = Arc::new(own.into_iter().collect());
        let mut environment = Environment::new();
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.set_formatter(write_escaped);
        environment.set_fuel(Some(FUEL));
        environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
        environment.set_loader(move |name| {
            let found = own.get(name).map(String::as_str);
            Ok(found.or_else(|| default(name)).map(str::to_owned))
        });
        Self { environment }
    }

    /// Fills a template in.
    ///
    /// # Errors
    /// If there is a fault in it; tells the template, the line and what is wrong.
    pub(super) fn render(&self, name: &str, values: Value) -> Result<String, Fault> {
        let text = self
            .environment
            .get_template(name)
            .and_then(|template| template.render(values))
            .map_err(|error| fault(name, &error))?;
        Ok(if text.ends_with('\n') {
            text
        } else {
            text + "\n"
        })
    }
}

/// Writes a value, escaped for text and for attributes in either quotes; a slash stays readable.
fn write_escaped(
    out: &mut Output<'_>,
    state: &mut State<'_, '_>,
    value: &Value,
) -> Result<(), Error> {
    let Some(text) = value.as_str().filter(|_| !value.is_safe()) else {
        return escape_formatter(out, state, value);
    };
    if *state.auto_escape() != AutoEscape::Html {
        return escape_formatter(out, state, value);
    }
    let text = printable(text);
    let mut rest = &*text;
    let is_mark = |byte| matches!(byte, b'<' | b'>' | b'&' | b'"' | b'\'');
    // Most texts have none, which all bytes at once tell sooner.
    if !rest.bytes().fold(false, |any, byte| any | is_mark(byte)) {
        return Ok(out.write_str(rest)?);
    }
    while let Some(at) = rest.bytes().position(is_mark) {
        let (plain, from) = rest.split_at(at);
        let (mark, behind) = from.split_at(1);
        out.write_str(plain)?;
        out.write_str(match mark {
            "<" => "&lt;",
            ">" => "&gt;",
            "&" => "&amp;",
            "\"" => "&quot;",
            _ => "&#39;",
        })?;
        rest = behind;
    }
    Ok(out.write_str(rest)?)
}

fn default(name: &str) -> Option<&'static str> {
    let name = name.strip_prefix("default/").unwrap_or(name);
    DEFAULTS
        .iter()
        .find(|(own, _)| *own == name)
        .map(|(_, text)| *text)
}

fn fault(name: &str, error: &Error) -> Fault {
    let place = error.name().unwrap_or(name);
    let line = error
        .line()
        .map_or_else(String::new, |line| format!(", line {line}"));
    let what = error.detail().map_or_else(
        || error.kind().to_string(),
        |detail| format!("{}: {detail}", error.kind()),
    );
    let mut message = format!("the template `{place}`{line}: {what}");
    let mut source = std::error::Error::source(error);
    while let Some(inner) = source {
        message = format!("{message}: {inner}");
        source = inner.source();
    }
    Fault::new(
        message,
        "mend it; the default ones are described in docs/publishing.md",
    )
}
