//! Reading articles and assembling them: cases are data in `tests/data/document`.

use proptest::prelude::*;
use satz::assemble::{
    Assembled, Assembly, Choice, SCHEMES, assemble, build, content, form_of, forms, is_allowed,
};
use satz::catalog::{Catalog, Value, escape, rendering};
use satz::document::{
    Active, ActiveKind, Block, Document, Format, Node, Options, Outline, format_of, formats,
};
use satz::segment::Unit;
use satz::text::{Parsed, Severity, Span};
use std::fmt::Write as _;

/// The `--- name ---` sections of a file: name and the parts between `=>` lines.
fn cases(file: &str) -> Vec<(String, Vec<String>)> {
    let path = format!("{}/tests/data/document/{file}", env!("CARGO_MANIFEST_DIR"));
    let mut cases: Vec<(String, Vec<String>)> = Vec::new();
    let text = std::fs::read_to_string(path).expect("the cases are readable");
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end();
        let name = bare
            .strip_prefix("--- ")
            .and_then(|rest| rest.strip_suffix(" ---"));
        if let Some(name) = name {
            cases.push((name.to_owned(), vec![String::new()]));
        } else if let Some((_, parts)) = cases.last_mut() {
            if bare == "=>" {
                parts.push(String::new());
            } else {
                parts.last_mut().expect("a case has a part").push_str(line);
            }
        }
    }
    cases
}

fn read(format: &Format, article: &str) -> Document {
    (format.parse)(article, &Options::default()).value
}

/// Cuts blocks after `.`, `!`, `?` and `。` outside inline elements: enough to test what assembling
/// does with several units in a block, whatever the rules of segmentation are.
fn sentences(article: &str, document: &Document) -> Vec<Unit> {
    let mut units = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        let text = block.text(article);
        let mut start = 0;
        let ends = text.match_indices(['.', '!', '?', '。']);
        let ends = ends.map(|(at, mark)| at + mark.len());
        for end in ends.chain([text.len()]) {
            let inside = |atom: &Span| atom.start < end && end < atom.end;
            let blank = text[end..].chars().next().is_none_or(char::is_whitespace);
            if !blank || block.atoms.iter().any(inside) {
                continue;
            }
            let raw = &text[start..end];
            let from = start + raw.len() - raw.trim_start().len();
            start = end;
            if from < end && !raw.trim().is_empty() {
                let end = from + raw.trim().len();
                units.push(Unit {
                    block: index,
                    kind: block.kind,
                    span: Span::new(place(block, from, false), place(block, end, true)),
                    range: Span::new(from, end),
                    reads: Some(text[from..end].into()),
                    again: None,
                });
            }
        }
    }
    units
}

/// The place in the article of an offset in a block's text.
fn place(block: &Block, offset: usize, end: bool) -> usize {
    let mut at = 0;
    for piece in &block.pieces {
        let next = at + piece.reads.as_deref().map_or(piece.span.len(), str::len);
        if offset < next || (end && offset == next) {
            return match (piece.is_verbatim(), end) {
                (true, _) => piece.span.start + offset - at,
                (false, true) => piece.span.end,
                (false, false) => piece.span.start,
            };
        }
        at = next;
    }
    block.span.end
}

/// A block on one line, with its atoms in `⟦⟧`.
fn show(article: &str, block: &Block) -> String {
    if !block.translate {
        let reason = block.reason.as_ref().map(ToString::to_string);
        let reason = reason.unwrap_or_default();
        return format!("{} - {reason}", block.kind.name());
    }
    let mut text = block.text(article).into_owned();
    for atom in block.atoms.iter().rev() {
        text.insert(atom.end, '⟧');
        text.insert(atom.start, '⟦');
    }
    format!(
        "{}: {}",
        block.kind.name(),
        text.replace('\n', "\\n").replace('\u{A0}', "\\u{A0}")
    )
}

fn check_blocks(file: &str, format: &Format) {
    for (name, parts) in cases(file) {
        let mut shown = String::new();
        for block in &read(format, &parts[0]).blocks {
            writeln!(shown, "{}", show(&parts[0], block)).expect("a string takes all");
        }
        assert_eq!(shown.trim(), parts[1].trim(), "{name}");
    }
}

#[test]
fn plain_text_is_cut_into_blocks() {
    check_blocks("plain.txt", format_of("txt").unwrap());
}

#[test]
fn markdown_is_cut_into_blocks() {
    check_blocks("markdown.txt", format_of("md").unwrap());
}

#[test]
fn mdx_is_cut_into_blocks() {
    check_blocks("mdx.txt", format_of("mdx").unwrap());
}

#[test]
fn values_are_written_for_their_place_in_mdx() {
    check_values("assemble-mdx.txt", format_of("mdx").unwrap());
}

#[test]
fn html_is_cut_into_blocks() {
    check_blocks("html.txt", format_of("html").unwrap());
}

#[test]
fn values_are_written_for_their_place_in_markdown() {
    check_values("assemble-markdown.txt", format_of("md").unwrap());
}

#[test]
fn values_are_written_for_their_place_in_html() {
    check_values("assemble-html.txt", format_of("html").unwrap());
}

fn check_values(file: &str, format: &'static Format) {
    for (name, parts) in cases(file) {
        let article = parts[0].trim_end();
        let values: Vec<String> = parts[1].lines().map(|v| v.replace("\\n", "\n")).collect();
        let choices: Vec<Choice<'_>> = values
            .iter()
            .map(|value| match value.as_str() {
                "." => Choice::Source,
                "-" => Choice::Omit,
                "!" => Choice::Mark,
                value => Choice::Target(value),
            })
            .collect();
        let document = read(format, article);
        let units = sentences(article, &document);
        assert_eq!(units.len(), choices.len(), "{name}: one value per unit");
        let parsed = assemble(&Assembly {
            article,
            format,
            document: &document,
            units: &units,
            choices: &choices,
            locale: "cs",
            source_locale: "de",
            schemes: SCHEMES,
        });
        assert_eq!(parsed.value.text.trim_end(), parts[2].trim_end(), "{name}");
        assert_eq!(parsed.diagnostics, [], "{name}");
    }
}

#[test]
fn what_any_program_could_take_for_more_than_text_is_text() {
    for (name, parts) in cases("inert.txt") {
        let article = parts[0].trim_end();
        let values = parts[1].lines().map(Choice::Target);
        let (_, parsed) = in_french(article, values);
        assert_eq!(parsed.value.text.trim_end(), parts[2].trim_end(), "{name}");
        let errors = parsed
            .diagnostics
            .iter()
            .filter(|one| one.severity == Severity::Error);
        assert_eq!(errors.count(), 0, "{name}");
    }
}

/// Builds an article with one choice for every unit.
fn built(extension: &str, article: &str, form: &str, locale: &str, choice: Choice<'_>) -> String {
    let format = format_of(extension).expect("a known extension");
    let document = read(format, article);
    let units = sentences(article, &document);
    let assembly = Assembly {
        article,
        format,
        document: &document,
        units: &units,
        choices: &vec![choice; units.len()],
        locale,
        source_locale: "de",
        schemes: SCHEMES,
    };
    if form == "html" {
        let assembled = assemble(&assembly).value;
        let page = content(&assembly, &assembled, &[]);
        let heading = page.heading.unwrap_or_default();
        let title = page.title.replace('&', "&amp;").replace('<', "&lt;");
        let (locale, body) = (page.title_locale, page.body);
        return format!("{title}|{locale}|<h1>{heading}</h1>\n{body}");
    }
    build(&assembly, form_of(form).expect("a known form")).value
}

#[test]
fn a_page_marks_what_is_untranslated() {
    let page = built(
        "md",
        "# **T** & x\n\nA *b*.\n",
        "html",
        "ar",
        Choice::Source,
    );
    let span = "<span class=\"fallback whole\" lang=\"de\" dir=\"ltr\">";
    assert!(page.starts_with("T &amp; x|de|"), "{page}");
    assert!(
        page.contains(&format!("<h1>{span}<strong>T</strong> &amp; x</span></h1>")),
        "{page}"
    );
    assert!(
        page.contains(&format!("<p>{span}A <em>b</em>.</span></p>")),
        "{page}"
    );
}

#[test]
fn a_translation_adds_no_raw_html() {
    for value in [
        "<script>alert(1)</script>",
        "x <script>alert(1)</script>",
        "x <img src=a onerror=alert(1)>",
        "x\n\n<script>\nalert(1)\n</script>",
        "[x](javascript:alert(1)) ![y](java&#10;script:z) <JAVASCRIPT:a>",
        "![<script>](data:a)",
    ] {
        for (extension, article) in [("md", "# T\n\n- a <b>b</b>\n"), ("txt", "T\n\nA b.\n")] {
            let page = built(extension, article, "html", "cs", Choice::Target(value));
            let lower = page.to_lowercase();
            for bad in [
                "<script",
                "<img src=a",
                "=\"javascript",
                "=\"java\n",
                "\"data:",
            ] {
                assert!(!lower.contains(bad), "{value}: {page}");
            }
        }
    }
}

#[test]
fn raw_html_of_the_article_stays() {
    let page = built(
        "md",
        "a <kbd>x</kbd>\n\n<hr>\n",
        "html",
        "cs",
        Choice::Source,
    );
    assert!(
        page.contains("<kbd>x</kbd>") && page.contains("\n<hr>\n"),
        "{page}"
    );
}

#[test]
fn white_space_behind_a_block_that_is_left_out_is_no_block() {
    let format = format_of("html").expect("a known extension");
    let article = "<p>Ein Satz.</p><p>Noch einer!\u{a0}\u{a0}";
    let document = read(format, article);
    let units = sentences(article, &document);
    let built = build(
        &Assembly {
            article,
            format,
            document: &document,
            units: &units,
            choices: &[Choice::Target("One sentence."), Choice::Omit],
            locale: "en",
            source_locale: "de",
            schemes: SCHEMES,
        },
        form_of("md").expect("a known form"),
    );
    assert_eq!(built.value.trim(), "One sentence.");
}

/// A Markdown article, and what it becomes with one choice per unit.
fn in_french<'a>(
    article: &str,
    choices: impl Iterator<Item = Choice<'a>>,
) -> (Document, Parsed<Assembled>) {
    let format = format_of("md").expect("a known extension");
    let document = read(format, article);
    let units = sentences(article, &document);
    let choices: Vec<Choice<'_>> = choices.take(units.len()).collect();
    let parsed = assemble(&Assembly {
        article,
        format,
        document: &document,
        units: &units,
        choices: &choices,
        locale: "fr",
        source_locale: "de",
        schemes: SCHEMES,
    });
    (document, parsed)
}

#[test]
fn comments_in_code_are_translated_where_that_is_asked_for() {
    let article = "\
> ```sh\n> # Erst holen. Dann\n> # bauen!\n> git pull # Alles.\n>\n>   #Eng\n> make\n> ```\n\n\
- ```rust,ignore\n  // Ein Wert.\n\n  // Noch einer.\n  let a = 1;\n  ```\n\n\
```sh\n#!/bin/sh\nmake\n```\n\n```\n# Nichts.\n```\n";
    let format = format_of("md").expect("a known extension");
    for eol in ["\n", "\r\n"] {
        let article = article.replace('\n', eol);
        let options = Options {
            comments: vec!["sh".to_owned(), "Rust".to_owned()],
            ..Options::default()
        };
        let document = (format.parse)(&article, &options).value;
        let units = satz::segment::segment(&article, &document, &satz::segment::Options::default());
        let texts: Vec<&str> = units.iter().map(|unit| unit.text(&article)).collect();
        assert_eq!(
            texts,
            [
                "Erst holen.",
                "Dann bauen!",
                "Alles.",
                "Ein Wert.",
                "Noch einer."
            ]
        );
        let built = |values: [&str; 5]| {
            let parsed = assemble(&Assembly {
                article: &article,
                format,
                document: &document,
                units: &units,
                choices: &values.map(Choice::Target),
                locale: "en",
                source_locale: "de",
                schemes: SCHEMES,
            });
            assert_eq!(parsed.diagnostics, []);
            parsed.value.text.replace(eol, "\n")
        };
        let same = built([
            "Erst holen.",
            "Dann bauen!",
            "Alles.",
            "Ein Wert.",
            "Noch einer.",
        ]);
        assert_eq!(same, article.replace(eol, "\n"));
        let other = built([
            "Fetch *first*.",
            "Then\n```\nbuild!",
            "All # \"it\".",
            "",
            "<b>Another</b>.",
        ]);
        assert_eq!(
            other,
            "\
> ```sh\n> # Fetch *first*. Then ``` build!\n> git pull # All # \"it\".\n>\n>   #Eng\n> make\n> ```\n\n\
- ```rust,ignore\n  // \n\n  // <b>Another</b>.\n  let a = 1;\n  ```\n\n\
```sh\n#!/bin/sh\nmake\n```\n\n```\n# Nichts.\n```\n"
        );
    }
}

#[test]
fn the_places_of_units_hold_their_values() {
    let article = "# T\n\nAlpha. Beta. Gamma.\n\n- Delta\n- Epsilon\n\nZeta. Eta.\n";
    let values = [
        "Un",
        "Deux *d*.",
        "<b>Trois</b>.",
        "",
        "",
        "<i>Cinq",
        "",
        "Sept",
    ];
    let choices = values.iter().map(|value| Choice::Target(value));
    let (document, parsed) = in_french(article, choices);
    let text = &parsed.value.text;
    assert!(text.contains("&lt;b>") && text.contains("&lt;i>"), "{text}");
    let units = sentences(article, &document);
    let places = parsed.value.places(units.iter().map(|unit| unit.span));
    let shown: Vec<_> = places
        .map(|place| place.map(|place| place.of(text)))
        .collect();
    let expected = [
        Some("Un"),
        Some("Deux *d*."),
        Some("&lt;b>Trois&lt;/b>."),
        None,
        None,
        Some("&lt;i>Cinq"),
        None,
        Some("Sept"),
    ];
    assert_eq!(shown, expected);
}

#[test]
fn a_translation_makes_no_front_matter_unseen() {
    let article = "---\n# description: |\n  x\n  y\n---\n";
    let format = format_of("md").expect("a known extension");
    let (document, parsed) = in_french(article, std::iter::repeat(Choice::Target("\\[a]: b")));
    let nodes = (format.outline)(&parsed.value.text).nodes.len();
    let is_same = nodes == document.outline.nodes.len();
    assert!(
        is_same || !parsed.diagnostics.is_empty(),
        "{}",
        parsed.value.text
    );
}

#[test]
fn marks_of_front_matter_and_tables_are_text_in_a_translation() {
    for (article, made) in [
        ("Tor\n\nWeg\n", "\\+++\n\n\\+++\n"),
        ("Tor\n---\n\n> Weg\n", "\\+++\n---\n\n> \\+++\n"),
        ("# Tor\n\n- Weg\n", "# +++\n\n- \\+++\n"),
    ] {
        let (_, parsed) = in_french(article, std::iter::repeat(Choice::Target("+++")));
        assert_eq!(parsed.value.text, made);
        assert_eq!(parsed.diagnostics, []);
    }
    let values = ["| Gate", "|"].map(Choice::Target);
    let (_, parsed) = in_french("Tor\n- Weg\n", values.into_iter());
    assert_eq!(parsed.value.text, "| Gate\n- &#124;\n");
}

/// Articles of a format, each of which a fault of its own was found in.
#[test]
fn odd_articles_are_assembled_from_their_own_german() {
    for (extension, article) in [
        // A block of MDX that is carried through ends with a line.
        ("mdx", "<!-- x<br/>\n\n-->\u{a0}<img alt=Wort>"),
        // Two line breaks stand in one line of the German.
        ("md", "|  \n\\\n|Wort===\n: "),
    ] {
        let format = format_of(extension).expect("a known extension");
        let document = read(format, article);
        let units = sentences(article, &document);
        let german: Vec<String> = units.iter().map(|unit| held(unit.text(article))).collect();
        let choices: Vec<Choice<'_>> = german.iter().map(|text| Choice::Target(text)).collect();
        let parsed = assemble(&Assembly {
            article,
            format,
            document: &document,
            units: &units,
            choices: &choices,
            locale: "de",
            source_locale: "de",
            schemes: SCHEMES,
        });
        assert_eq!(parsed.value.text, article);
        assert_eq!(parsed.diagnostics, [], "{article:?}");
    }
}

/// Articles whose blocks hang on lines that a translation replaces.
#[test]
fn odd_articles_have_their_blocks_or_that_is_reported() {
    let format = format_of("md").expect("a known extension");
    for article in [
        "import i from 'j'\n<details>\n<summary>export const k = {",
        "<Ort name=\"d\" title=\"e\">\r\n> </Ort>\\\n",
        "Wort\n\t\t```\n>     \t{{< x >}}{{< x >}}\n\n",
        "<div>\n```\n](x \"t\")\n\n{{< x >}}",
        "import i from 'j'\n\\\n\\\n===\n![Wort",
    ] {
        for values in VALUES
            .iter()
            .flat_map(|one| VALUES.map(|other| [*one, other]))
        {
            let choices = values
                .iter()
                .map(|pick| pick.map_or(Choice::Source, Choice::Target));
            let (document, parsed) = in_french(article, choices);
            if parsed.diagnostics.is_empty() {
                let result = (format.outline)(&parsed.value.text);
                assert_eq!(
                    tree(&result),
                    tree(&document.outline),
                    "{:?}",
                    parsed.value.text
                );
            }
        }
    }
}

/// What must be the same in the outlines of an article and of its translation.
fn tree(outline: &Outline) -> Vec<(&str, usize, u64)> {
    let nodes = outline.nodes.iter();
    nodes
        .map(|node| (node.label, node.depth, node.form))
        .collect()
}

#[test]
fn a_text_does_not_become_a_table_unseen() {
    let format = format_of("md").expect("a known extension");
    for (article, values) in [
        ("|Eins  \nzwei. Drei | vier |\n|-|-|\n", ["One two", "."]),
        ("Eins | zwei. Drei | vier\n| - | - |\n", ["One", "."]),
        ("> Eins | zwei. Drei | vier\n> :-|-:\n", ["One", "."]),
        ("Eins | zwei\n- |\n| drei |\n", ["| One |", "."]),
    ] {
        let choices = values.into_iter().map(|value| match value {
            "." => Choice::Source,
            value => Choice::Target(value),
        });
        let (document, parsed) = in_french(article, choices);
        let now = (format.outline)(&parsed.value.text).nodes;
        let labels = |nodes: &[Node]| nodes.iter().map(|node| node.label).collect::<Vec<_>>();
        assert!(
            !labels(&document.outline.nodes).contains(&"table"),
            "{article}"
        );
        assert!(labels(&now).contains(&"table"), "{}", parsed.value.text);
        assert!(!parsed.diagnostics.is_empty(), "{}", parsed.value.text);
    }
}

#[test]
fn a_block_does_not_become_a_definition_unseen() {
    let article = "Davor.\n\n<b>Begriff\n: Erklärung\n\nEnde.\n\nX\n";
    for value in [
        ": b", "*: b*", "[: b", "<i>: b", "&#58; b", "::: b", "://a.b",
    ] {
        let choices = [
            Choice::Source,
            Choice::Target(value),
            Choice::Source,
            Choice::Target(value),
        ];
        let (document, parsed) = in_french(article, choices.into_iter().cycle());
        let format = format_of("md").expect("a known extension");
        let now = (format.outline)(&parsed.value.text).nodes;
        let labels = |nodes: &[Node]| nodes.iter().map(|node| node.label).collect::<Vec<_>>();
        let is_same = labels(&now) == labels(&document.outline.nodes);
        assert!(
            is_same || !parsed.diagnostics.is_empty(),
            "{}",
            parsed.value.text
        );
    }
}

#[test]
fn readable_forms_leave_furniture_out() {
    let article = "T\n\nEin Satz.\n\nQuelle dw\nBemerkungen\n";
    let page = built("txt", article, "html", "cs", Choice::Source);
    assert!(page.contains("Quelle dw") && !page.contains("Bemerkungen"));
    assert_eq!(built("txt", article, "txt", "cs", Choice::Source), article);
    let markdown = built("txt", article, "md", "cs", Choice::Target("*1*"));
    assert_eq!(markdown, "# \\*1\\*\n\n\\*1\\*\n\n\\*1\\*\n");
}

#[test]
fn text_has_no_markup() {
    let article = "# T\n\nA **b** [c](d).\n\n1. e\n   - f\n2. g\n\n> q\n";
    let text = built("md", article, "txt", "cs", Choice::Source);
    assert_eq!(text, "T\n\nA b c.\n\n1. e\n  - f\n2. g\n\n> q\n");
}

#[test]
fn escaped_braces_behind_a_heading_are_shown() {
    let article = "# Mengen \\{1, 2}\n\n## Zwei \\{x} ##\n\n```\n\\{x}\n```\n";
    let text = built("md", article, "txt", "cs", Choice::Source);
    assert_eq!(text, "Mengen {1, 2}\n\nZwei {x}\n\n\\{x}\n");
    let page = built("md", article, "html", "de", Choice::Source);
    assert!(
        page.starts_with("Mengen {1, 2}|de|<h1>Mengen {1, 2}</h1>"),
        "{page}"
    );
    assert!(
        page.contains(">Zwei {x}</h2>") && page.contains("\\{x}\n</code>"),
        "{page}"
    );
}

#[test]
fn a_call_behind_brackets_that_are_no_link_is_shown() {
    let article = "Siehe B]({{ n }}) und `[c]({{ n }})`.\n";
    let text = built("md", article, "txt", "cs", Choice::Source);
    assert_eq!(text, "Siehe B]({{ n }}) und [c]({{ n }}).\n");
    let page = built("md", article, "html", "de", Choice::Source);
    assert!(
        page.contains("B]({{ n }}) und <code>[c]({{ n }})</code>"),
        "{page}"
    );
}

#[test]
fn expressions_are_blanks_and_addresses_of_templates_lead_nowhere() {
    let article = "{props.name} ist **{wie}**.\n\n- {props.zahl} Boote\n\n[Tor]({url})\n";
    let page = built("mdx", article, "html", "de", Choice::Source);
    let flat: Vec<&str> = page.split_whitespace().collect();
    let flat = flat.join(" ");
    assert!(flat.contains("<p> ist <strong> </strong>.</p>"), "{page}");
    assert!(
        flat.contains("<li> Boote</li>") && flat.contains("<p>Tor</p>"),
        "{page}"
    );
    let text = "Der {x} Weg {/* nie */} endet.\n\n```\na   b\n```\n";
    let text = built("mdx", text, "txt", "de", Choice::Source);
    assert_eq!(text, "Der Weg endet.\n\na   b\n");
    let page = built(
        "md",
        "Das [Tor]({{ url }}).\n",
        "html",
        "de",
        Choice::Source,
    );
    assert!(page.contains("<p>Das Tor.</p>"), "{page}");
}

#[test]
fn a_mark_and_crlf_survive() {
    let article = "\u{FEFF}---\r\ntitle: T\r\n---\r\n# A\r\n\r\n> b\r\n> c\r\n";
    assert_eq!(built("md", article, "md", "cs", Choice::Source), article);
    let changed = built("md", article, "md", "cs", Choice::Target("x\n\ny"));
    assert_eq!(
        changed,
        "\u{FEFF}---\r\ntitle: \"x\\n\\ny\"\r\n---\r\n# x y\r\n\r\n> x\r\n>\r\n> y\r\n"
    );
}

/// What a catalog gives back for a text that was written into it.
fn held(text: &str) -> String {
    let catalog = Catalog::parse(&format!("m = {}\n", escape(text))).value;
    let value = catalog
        .messages()
        .next()
        .and_then(|(_, entry)| entry.value().map(Value::text));
    value.expect("a message with a value")
}

/// Articles made of what decides in Markdown and plain text.
fn article() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "  \n",
        "\\\n",
        "\t",
        " ",
        "    ",
        "> ",
        "- ",
        "* ",
        "1. ",
        "+ ",
        "# ",
        "===\n",
        "---\n",
        "```\n",
        "~~~",
        "|",
        "|---|\n",
        "| a | b |\n",
        "[",
        "]",
        "(",
        ")",
        "![",
        "](x \"t\")",
        "[a]: b 'c'\n",
        "<Ort name=\"d\" title=\"e\">",
        "</Ort>",
        "<B.c d={`e ${f}`} label={'g'} />",
        "<>",
        "{h}",
        "{/* satz: off */}",
        "<!-- satz: skip -->\n",
        "import i from 'j'\n",
        "export const k = {\n",
        "{% l title=\"m\" %}",
        "]({{ n }})",
        "<details>\n<summary>",
        "<p>\n",
        "</p>",
        "<img alt=o>\n",
        "[^1]",
        "[^1]: ",
        "<b>",
        "</b>",
        "<div>\n",
        "<!--",
        "-->",
        "`",
        "**",
        "*",
        "_",
        "~~",
        "\\",
        "&amp;",
        "{{< x >}}",
        "title: ä\n",
        "title = \"ä\"\n",
        "+++\n",
        "title: \"ä\\",
        "description: |\n  x\n  y\n",
        "{title: [a, 'b']}",
        "'",
        "\"",
        ": ",
        "- [ ] ",
        "Wort",
        "Ein Satz. Noch einer!",
        "7. Mai",
        "„Zitat“",
        "\u{A0}",
        "\u{FEFF}",
        "Quelle dw\n",
        "Kommentare\n",
        "日本語。",
        "🙂",
        "Ein\u{2028}Satz",
        "zwei\u{2029}",
        "drei\u{85}",
        "vier\u{B}",
        "fünf\u{C}",
        "<\u{B}table>",
        "&#xD;",
        "&#8232;",
        "\u{0}",
    ]);
    prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

/// Pages made of what decides in HTML, whole and broken.
fn page() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "a&#xD;b",
        "c&#x0B;d",
        "e\u{2028}f&#8233;",
        "g\u{85}h&#133;",
        "<\u{B}b>",
        "<!DOCTYPE html>\n",
        "<html lang=de>",
        "<p>",
        "</p>",
        "<p class='a' id=b>",
        "<div lang=en>",
        "<div translate=no>",
        "</div>",
        "<ul>",
        "<li>",
        "</ul>",
        "<table>",
        "<tr>",
        "<td>",
        "</td></tr></table>",
        "<h1>",
        "</h1>",
        "<b>",
        "</b>",
        "<a href=\"x\" title='Ein &quot;Ziel&quot;'>",
        "</a>",
        "<img alt=Wort>",
        "<img alt='Eine Br\u{FC}cke' title=\"\">",
        "<br>",
        "<br/>\n",
        "<svg><title>x",
        "</svg>",
        "<script>a<b",
        "</script>",
        "<pre>",
        "</pre>",
        "<code>x</code>",
        "<title>",
        "</title>",
        "<meta name=description content='Was es ist'>",
        "<!-- x",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?php a > b ?>",
        "{{ x }}",
        "&amp;",
        "&lt;",
        "&auml",
        "&#x2029;",
        "\u{FEFF}",
        "&",
        "<",
        ">",
        "\"",
        "'",
        "=",
        "/",
        " ",
        "\n",
        "\r\n",
        "\t",
        "Wort",
        "Ein Satz. Noch einer!",
        "\u{A0}",
        "\u{0}",
        "日本語。",
    ]);
    prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

/// Values without a paragraph of their own; none is the German.
const VALUES: [Option<&str>; 26] = [
    None,
    None,
    Some("Mot"),
    Some("Ça va"),
    Some("x <b>"),
    Some("<script>"),
    Some("a | b"),
    Some("c](javascript:x)"),
    Some("[y](http://z)"),
    Some("[y](data:z)"),
    Some("`q"),
    Some("q`"),
    Some("- x"),
    Some("# f"),
    Some("1. g"),
    Some("h \\"),
    Some("x {#i}"),
    Some("k* l_"),
    Some(":::"),
    Some("$$"),
    Some("{{< x >}}"),
    Some("!!! note"),
    Some("[a]: b"),
    Some("---"),
    Some("> x"),
    Some("x ~~~"),
];

/// A text without what stands between `<!--` and `-->`.
fn without_comments(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("<!--") {
        let Some((_, after)) = comment.split_once("-->") else {
            break;
        };
        kept.push_str(before);
        rest = after;
    }
    kept + rest
}

/// What a translation of a page keeps, every unit of which gets a letter before its text.
struct Kept {
    text: String,
    diagnostics: Vec<satz::text::Diagnostic>,
    written: String,
    read: String,
}

fn kept_by_translation(article: &str) -> Kept {
    let format = format_of("html").expect("a known extension");
    let document = read(format, article);
    let units = sentences(article, &document);
    let values = units
        .iter()
        .map(|unit| format!("x{}", rendering(unit.text(article))));
    let values: Vec<String> = values.collect();
    let choices: Vec<Choice<'_>> = values.iter().map(|value| Choice::Target(value)).collect();
    let parsed = assemble(&Assembly {
        article,
        format,
        document: &document,
        units: &units,
        choices: &choices,
        locale: "de",
        source_locale: "de",
        schemes: SCHEMES,
    });
    let text = parsed.value.text;
    let again: Vec<String> = sentences(&text, &read(format, &text))
        .iter()
        .map(|unit| unit.text(&text).to_owned())
        .collect();
    Kept {
        diagnostics: parsed.diagnostics,
        written: shown(&values),
        read: shown(&again),
        text,
    }
}

/// Values of a page as they are compared. A `<` that is no markup is written as a reference; a
/// comment is left out; what a catalog cannot hold is a blank there, and what is not seen goes.
fn shown(values: &[String]) -> String {
    let shown = without_comments(&values.concat());
    let blanks = [
        "&#11;", "&#12;", "&#133;", "&#x85;", "&#8232;", "&#x2028;", "&#8233;", "&#x2029;",
    ];
    let shown = blanks
        .iter()
        .fold(shown, |shown, blank| shown.replace(blank, " "));
    let text = rendering(&shown).replace("&lt;", "<");
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{FEFF}')
        .collect()
}

#[test]
fn texts_in_drawings_are_read_as_browsers_read_them() {
    let units = |article: &str| -> Vec<String> {
        let document = read(format_of("html").expect("a known extension"), article);
        let units = sentences(article, &document);
        units
            .iter()
            .map(|unit| unit.text(article).to_owned())
            .collect()
    };
    let article = "Kai<svg><title>a <!-- b</title></svg> Tor --><b></svg>Kahn";
    assert_eq!(
        units(article),
        ["Kai<svg><title>a <!-- b</title></svg> Tor --><b></svg>Kahn"]
    );
    assert_eq!(
        units("<p>Kai<svg/><title>a <!-- b</title>Kahn"),
        ["Kai", "a <!-- b", "Kahn"]
    );
    let nested = "<p><svg><svg><style></svg></style></svg>Kai<title>a <!-- b</title>Kahn";
    assert_eq!(units(nested), ["Kai", "a <!-- b", "Kahn"]);
    for article in [
        "--><svg><title>x<!-- x</title></svg>Ein Satz. Noch einer!",
        "Wort<math><style>x<!-- x</style></math>Ein Satz. --> Noch einer!",
        "<p>Kai <svg class=\"i\"/> und <math/>Kahn. <b>Noch</b> einer!</p><p>Ende.",
    ] {
        let kept = kept_by_translation(article);
        assert_eq!(kept.diagnostics, [], "{article}");
        assert_eq!(kept.read, kept.written, "{article}");
    }
}

proptest! {
    #![proptest_config(crate::support::properties(400))]

    #[test]
    fn a_translation_keeps_the_tree_of_a_page(article in page()) {
        let kept = kept_by_translation(&article);
        prop_assert_eq!(&kept.diagnostics, &[], "{}", kept.text);
        prop_assert_eq!(kept.read, kept.written, "{}", kept.text);
    }

    #[test]
    fn what_is_not_reported_has_the_blocks_of_its_article(
        article in article(),
        picks in prop::collection::vec(prop::sample::select(VALUES.to_vec()), 60),
    ) {
        let format = format_of("md").expect("a known extension");
        let choices = picks.iter().map(|pick| pick.map_or(Choice::Source, Choice::Target));
        let (document, parsed) = in_french(&article, choices);
        let result = (format.outline)(&parsed.value.text);
        if parsed.diagnostics.is_empty() {
            prop_assert_eq!(tree(&result), tree(&document.outline), "{}", parsed.value.text);
        }
        if parsed.diagnostics.iter().all(|fault| fault.severity != Severity::Error) {
            for one in &result.active {
                let number = |outline: &Outline| {
                    let same = |other: &&Active| (other.kind, &other.text) == (one.kind, &one.text);
                    outline.active.iter().filter(same).count()
                };
                let is_old = number(&document.outline) > 0;
                let leads = one.kind == ActiveKind::Address && is_allowed(&one.text, SCHEMES);
                prop_assert!(is_old || leads, "{:?} in {}", one, parsed.value.text);
            }
        }
    }

    #[test]
    fn blocks_are_in_order_and_the_source_assembles_to_itself(article in prop_oneof![article(), page()]) {
        for format in formats() {
            let document = read(format, &article);
            let mut end = 0;
            for block in &document.blocks {
                prop_assert!(block.span.start >= end);
                end = block.span.end;
                let mut at = block.span.start;
                for piece in &block.pieces {
                    prop_assert!(at <= piece.span.start && piece.span.end <= block.span.end);
                    at = piece.span.end;
                }
                let text = block.text(&article);
                for atom in &block.atoms {
                    prop_assert!(text.get(atom.start..atom.end).is_some());
                }
            }
            let units = sentences(&article, &document);
            for unit in &units {
                prop_assert!(unit.span.start <= unit.span.end);
            }
            let same: Vec<Choice<'_>> = units.iter().map(|unit| Choice::Target(unit.text(&article))).collect();
            let longer: Vec<String> = units.iter().map(|unit| format!("{} x", unit.text(&article))).collect();
            let longer: Vec<Choice<'_>> = longer.iter().map(|value| Choice::Target(value)).collect();
            let mixed = [Choice::Omit, Choice::Mark, Choice::Target("- x\n\n1. y|z\n---")];
            let mixed: Vec<Choice<'_>> = mixed.into_iter().cycle().take(units.len()).collect();
            let assembly = Assembly {
                article: &article,
                format,
                document: &document,
                units: &units,
                choices: &same,
                locale: "de",
                source_locale: "de",
            schemes: SCHEMES,
            };
            let source = assemble(&assembly);
            prop_assert_eq!(&source.value.text, &article);
            prop_assert!(source.diagnostics.is_empty());
            let held: Vec<String> = units.iter().map(|unit| held(unit.text(&article))).collect();
            let held: Vec<Choice<'_>> = held.iter().map(|value| Choice::Target(value)).collect();
            let source = assemble(&Assembly { choices: &held, ..assembly });
            prop_assert_eq!(&source.value.text, &article);
            for choices in [&longer, &mixed] {
                for form in forms() {
                    build(&Assembly { choices, locale: "cs", ..assembly }, form);
                }
            }
        }
    }
}
