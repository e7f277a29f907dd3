//! Texts of an article that its options do not take: other fields of the front matter, other
//! parameters, comments in code.

use super::front_matter::FrontMatter;
use super::markdown::{comment_languages, fence_language};
use super::template::{ALL_PARAMETERS, last_name};
use super::{Block, BlockKind, Format, Options};
use std::collections::BTreeSet;

/// What a `satz.yaml` would name to have texts translated.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextPlace {
    /// A field of the front matter, by its path.
    Field(String),
    /// A parameter of components and of calls of templates.
    Parameter(String),
    /// Comments in code of a language.
    Comments(String),
}

/// The texts of an article that are not translated with these options and would be with others, with
/// what the others would name; those of one place in the order of the article.
pub(crate) fn untaken(text: &str, format: &Format, options: &Options) -> Vec<(TextPlace, String)> {
    let mut found = Vec::new();
    if let Some((front, _)) = FrontMatter::find(text) {
        let fields = front.untaken(text, options);
        found.extend(fields.map(|(path, value)| (TextPlace::Field(path), value)));
    }
    let more = Options {
        parameters: vec![ALL_PARAMETERS.to_owned()],
        ..options.clone()
    };
    for block in beyond(text, format, options, &more) {
        let name = match &block.name {
            Some(name) => name.to_string(),
            None => name_before(&text[..block.span.start]),
        };
        let value = block.text(text).into_owned();
        found.push((TextPlace::Parameter(name), value));
    }
    for language in fence_languages(text, options) {
        let mut more = options.clone();
        more.comments.push(language.clone());
        for block in beyond(text, format, options, &more) {
            let value = block.text(text).into_owned();
            found.push((TextPlace::Comments(language.clone()), value));
        }
    }
    found
}

/// The blocks that are translated with more options and not without them.
fn beyond(text: &str, format: &Format, options: &Options, more: &Options) -> Vec<Block> {
    let starts = |blocks: &[Block]| -> BTreeSet<usize> {
        let translated = blocks.iter().filter(|block| block.translate);
        translated.map(|block| block.span.start).collect()
    };
    let taken = starts(&(format.parse)(text, options).value.blocks);
    let mut blocks = (format.parse)(text, more).value.blocks;
    let is_new = |block: &Block| {
        let is_text = matches!(
            block.kind,
            BlockKind::Alt | BlockKind::Title | BlockKind::Comment
        );
        block.translate && is_text && !taken.contains(&block.span.start)
    };
    blocks.retain(is_new);
    blocks
}

/// The name of the parameter whose text begins behind this.
fn name_before(text: &str) -> String {
    last_name(text.trim_end_matches(['"', '\'', '`', '=', ':', '>', ' ']))
}

/// The languages of blocks of code that have comments and are not taken.
fn fence_languages(text: &str, options: &Options) -> BTreeSet<String> {
    let known = comment_languages();
    let of = |line: &str| {
        let line = line.trim_start_matches([' ', '\t', '>']);
        let info = line.strip_prefix("```").or(line.strip_prefix("~~~"))?;
        let language = fence_language(info.trim_start_matches(['`', '~', ' '])).to_lowercase();
        known.contains(&language.as_str()).then_some(language)
    };
    let mut found: BTreeSet<String> = text.lines().filter_map(of).collect();
    found.retain(|language| {
        let mut taken = options.comments.iter();
        !taken.any(|other| other.eq_ignore_ascii_case(language))
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::format_of;

    #[test]
    fn what_is_not_taken_is_named_as_satz_yaml_would() {
        let text = "---\ntitle: Der Hof\nteaser: Ein Rundgang\ncover:\n  alt: Das Tor\n---\n\n\
            <Karte title=\"Tor\" text=\"Es klemmt noch.\" />\n\n\
            {{< bild src=\"a.png\" quelle=\"Foto vom Hof\" >}}\n\n\
            ```sh\n# zeigt den Hof\nls\n```\n";
        let format = format_of("md").expect("Markdown");
        let found = untaken(text, format, &Options::default());
        let shown: Vec<String> = { found.iter() }
            .map(|(place, text)| format!("{place:?} {text}"))
            .collect();
        assert_eq!(
            shown,
            [
                "Field(\"teaser\") Ein Rundgang",
                "Field(\"cover.alt\") Das Tor",
                "Parameter(\"text\") Es klemmt noch.",
                "Parameter(\"src\") a.png",
                "Parameter(\"quelle\") Foto vom Hof",
                "Comments(\"sh\") zeigt den Hof",
            ]
        );
    }
}
