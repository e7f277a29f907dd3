//! Front matter: German from German is the article, byte for byte; and whatever text a field gets,
//! another reader of YAML or TOML reads that text there, and every other field as before. The parts
//! are the text that is put in and the article; without one of its own that begins with `---` or
//! `+++`, the article's front matter is all of it.

use satz::assemble::{Assembly, Choice, SCHEMES, assemble};
use satz::document::{BlockKind, Document, Format, Options, format_of};
use satz::segment::{self, Unit, segment};
use serde_yaml::Value;

pub(super) fn run(data: &[u8]) {
    let [value, article] = super::parts(data);
    let is_whole = article.starts_with("---") || article.starts_with("+++");
    let article = if is_whole {
        article
    } else {
        format!("---\n{article}\n---\n\nEin Satz.\n")
    };
    let format = format_of("md").expect("Markdown is a format");
    let options = Options {
        fields: ["title", "description", "tags", "hero.text"]
            .map(str::to_owned)
            .into(),
        ..Options::default()
    };
    let document = (format.parse)(&article, &options).value;
    let units = segment(&article, &document, &segment::Options::of("de"));
    let texts: Vec<String> = units
        .iter()
        .map(|unit| unit.text(&article).to_owned())
        .collect();
    let german: Vec<Choice<'_>> = texts.iter().map(|text| Choice::Target(text)).collect();
    let (same, _) = assembled(&article, format, &document, &units, &german, "de");
    assert_eq!(same, article, "German from German");
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_text = |c: char| !c.is_control() && !matches!(c, '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}');
    // Comments are a translator's, and not written.
    if value.is_empty() || value.contains("<!--") || !value.chars().all(is_text) {
        return;
    }
    let chosen = |unit: &Unit| match unit.kind {
        BlockKind::Field => Choice::Target(&value),
        _ => Choice::Source,
    };
    let choices: Vec<Choice<'_>> = units.iter().map(chosen).collect();
    let (text, is_sound) = assembled(&article, format, &document, &units, &choices, "en");
    let (Some(before), Some(after)) = (read(&article), read(&text)) else {
        assert!(
            read(&article).is_none() || !is_sound,
            "no longer read:\n{text}"
        );
        return;
    };
    for name in ["title", "description"] {
        let blocks = document.blocks.iter().enumerate();
        let mut named = blocks.filter(|(_, block)| block.name.as_deref() == Some(name));
        let (first, second) = (named.next(), named.next());
        let Some((at, _)) = first else {
            assert_eq!(before.get(name), after.get(name), "{text}");
            continue;
        };
        // A list has a block for each of its texts.
        if second.is_some() || before.get(name).is_some_and(Value::is_sequence) {
            continue;
        }
        // A field of several sentences is that text several times.
        if units.iter().filter(|unit| unit.block == at).count() == 1 && is_sound {
            let read = after.get(name).and_then(Value::as_str).map(str::trim_end);
            assert_eq!(read, Some(value.as_str()), "{article}\n---\n{text}");
        }
    }
    let others = |value: &Value| -> Vec<(Value, Value)> {
        let fields = value.as_mapping().into_iter().flatten();
        let is_ours = |name: &Value| {
            let ours = [
                "title",
                "description",
                "tags",
                "hero",
                "lang",
                "language",
                "locale",
            ];
            name.as_str().is_some_and(|name| ours.contains(&name))
        };
        let others = fields.filter(|(name, _)| !is_ours(name));
        others
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    };
    assert_eq!(others(&before), others(&after), "{text}");
}

/// The front matter as other readers see it.
fn read(article: &str) -> Option<Value> {
    let mark = article.lines().next()?.trim_end();
    let mut lines = article.lines().skip(1);
    let mut inner = String::new();
    loop {
        let line = lines.next()?;
        let end = line.trim_end();
        if end == mark || mark == "---" && end == "..." {
            break;
        }
        inner.push_str(line);
        inner.push('\n');
    }
    if mark == "+++" {
        let document: toml_edit::DocumentMut = inner.parse().ok()?;
        let field = |(name, item): (&str, &toml_edit::Item)| {
            let text = item
                .as_str()
                .map_or_else(|| item.type_name().to_owned(), str::to_owned);
            (Value::from(name), Value::from(text.trim()))
        };
        return Some(Value::Mapping(document.iter().map(field).collect()));
    }
    serde_yaml::from_str(&inner).ok().filter(Value::is_mapping)
}

/// The text, and whether nothing was said against it.
fn assembled(
    article: &str,
    format: &'static Format,
    document: &Document,
    units: &[Unit],
    choices: &[Choice<'_>],
    locale: &str,
) -> (String, bool) {
    let parsed = assemble(&Assembly {
        article,
        format,
        document,
        units,
        choices,
        locale,
        source_locale: "de",
        schemes: SCHEMES,
    });
    (parsed.value.text, parsed.diagnostics.is_empty())
}
