//! A Markdown article made of the bench's German prose: front matter, headings, paragraphs with
//! emphasis, links and code, lists, quotations, tables, images and footnotes.

use crate::german::prose;
use std::fmt::Write as _;

/// An article of at least `bytes` bytes, always the same one.
pub(crate) fn article(bytes: usize) -> String {
    let prose = prose(bytes);
    let mut out = String::with_capacity(bytes + bytes / 8);
    out.push_str("---\ntitle: \"Ein Bericht, der nicht endet\"\nauthor: Marta Klee\n---\n\n");
    for (number, paragraph) in prose.split("\n\n").enumerate() {
        if out.len() >= bytes {
            break;
        }
        let sentences = paragraph.replace(". ", ".\n");
        // Writing into a string cannot fail.
        let _ = match number % 10 {
            0 => write!(
                out,
                "## Abschnitt {number}: Was bisher geschah\n\n{paragraph}\n\n"
            ),
            1 => write!(out, "{}\n\n", emphasised(paragraph)),
            2 => write!(out, "> {}\n\n", sentences.replace('\n', "\n> ")),
            3 => write!(out, "- {}\n\n", sentences.replace('\n', "\n- ")),
            4 => write!(out, "1. {paragraph}\n2. {paragraph}\n\n"),
            5 => write!(
                out,
                "![Die Brücke am Abend](bild-{number}.jpg \"Foto der Stadt\")\n\n{sentences}\n\n"
            ),
            6 => write!(
                out,
                "| Ort | Zahl |\n| --- | --: |\n| Lübeck | {number} |\n| Graz | 17 |\n\n{paragraph}[^{number}]\n\n"
            ),
            7 => write!(out, "[^{}]: {paragraph}\n\n", number - 1),
            8 => write!(
                out,
                "```sh\nsatz build --format html\n```\n\n{paragraph}\n\n"
            ),
            _ => write!(out, "{paragraph}\n\n"),
        };
    }
    out
}

/// The paragraph with a link, emphasis and code in it.
fn emphasised(paragraph: &str) -> String {
    paragraph
        .replacen(" und ", " **und** ", 1)
        .replacen(" nach ", " [nach](https://example.org/weg) ", 1)
        .replacen(" im ", " *im* ", 1)
        .replacen(" am ", " `am` ", 1)
}
