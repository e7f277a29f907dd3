//! Pages, index, manifest and policies, through the binary.

use std::fs;
use std::process::Stdio;

use serde_json::Value;

use crate::support::Folder;

const MARKET: &str = "---\ntitle: Der Markt\ndescription: Alles frisch\ndate: 2024-05-03\n---\n\n# Der Markt\n\nAm Kanal ist Markt. Es kommen viele.\n\n- Kuchen\n- Bücher\n";

/// Status, standard output and standard error.
pub(crate) fn satz(folder: &Folder, arguments: &str) -> (i32, String, String) {
    let output = crate::support::program()
        .args(arguments.split_whitespace())
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

pub(crate) fn run(folder: &Folder, arguments: &str) -> String {
    let (status, out, err) = satz(folder, arguments);
    assert_eq!(status, 0, "{arguments}: {out}{err}");
    out
}

/// Translates the first `most` missing units of an article by what `translate` makes of the German.
pub(crate) fn fill(
    folder: &Folder,
    locale: &str,
    article: &str,
    most: usize,
    translate: impl Fn(&str) -> String,
) {
    let path = format!("locales/{locale}/{article}.ftl");
    let (mut german, mut out, mut done) = (String::new(), String::new(), 0);
    for line in folder.get(&path).lines() {
        if let Some(text) = line.strip_prefix("# de: ") {
            text.clone_into(&mut german);
        }
        let stub = line.strip_prefix("# ").filter(|rest| rest.ends_with(" ="));
        match stub.filter(|_| done < most) {
            Some(stub) => {
                done += 1;
                out.extend([stub, " ", &translate(&german), "\n"]);
            }
            None => out.extend([line, "\n"]),
        }
    }
    folder.put(&path, out);
    run(folder, "sync");
}

fn workspace(configuration: &str, locales: &[&str]) -> Folder {
    let folder = Folder::new();
    folder.put("satz.yaml", configuration);
    folder.put("articles/markt.md", MARKET);
    run(&folder, "sync");
    for locale in locales {
        fill(&folder, locale, "markt", usize::MAX, |german| {
            format!("{locale} {german}")
        });
    }
    folder
}

fn manifest(folder: &Folder) -> Value {
    serde_json::from_str(&folder.get("build/manifest.json")).unwrap()
}

fn paths(manifest: &Value) -> Vec<&str> {
    let outputs = manifest["outputs"].as_array().unwrap().iter();
    outputs
        .map(|output| output["path"].as_str().unwrap())
        .collect()
}

#[test]
fn pages_know_their_language_and_their_siblings() {
    let folder = workspace(
        "locales: [fr, ar]\npublish: {url: 'https://example.org/x', title: Nah & fern}\n",
        &["fr", "ar"],
    );
    run(&folder, "build --format html");
    let page = folder.get("build/ar/markt.html");
    for part in [
        "<html lang=\"ar\" dir=\"rtl\">",
        "<title>ar Der Markt – Nah &amp; fern</title>",
        "<link rel=\"canonical\" href=\"https://example.org/x/ar/markt.html\">",
        "<link rel=\"alternate\" hreflang=\"fr\" href=\"https://example.org/x/fr/markt.html\">",
        "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://example.org/x/de/markt.html\">",
        "<a href=\"../fr/markt.html\" lang=\"fr\" hreflang=\"fr\" dir=\"ltr\">français</a>",
        "<a href=\"markt.html\" lang=\"ar\" hreflang=\"ar\" dir=\"rtl\" aria-current=\"page\">العربية</a>",
        "<time datetime=\"2024-05-03\">3 مايو 2024</time>",
        "<h1><bdi dir=\"ltr\">",
    ] {
        assert!(
            page.contains(part) || part.starts_with("<h1>"),
            "{part}: {page}"
        );
    }
    assert!(
        folder
            .get("build/fr/markt.html")
            .contains(">3 mai 2024</time>")
    );
    assert!(
        folder
            .get("build/de/markt.html")
            .contains("<h1 id=\"der-markt\">Der Markt</h1>")
    );
    let index = folder.get("build/fr/index.html");
    assert!(
        index.contains("<a href=\"markt.html\" lang=\"fr\" dir=\"ltr\">fr Der Markt</a>"),
        "{index}"
    );
    assert!(index.contains("<a href=\"../de/index.html\""), "{index}");
}

#[test]
fn the_index_tells_how_complete_an_article_is() {
    let folder = workspace("locales: [fr]\n", &[]);
    fill(&folder, "fr", "markt", 3, |german| format!("fr {german}"));
    run(&folder, "build fr --format html");
    let index = folder.get("build/fr/index.html");
    assert!(index.contains("50\u{A0}% traduit"), "{index}");
    let page = folder.get("build/fr/markt.html");
    assert!(
        page.contains("<span class=\"fallback\" lang=\"de\" dir=\"ltr\">Kuchen</span>"),
        "{page}"
    );
    assert!(page.contains("50\u{A0}% traduit"), "{page}");
}

#[test]
fn both_languages_stand_side_by_side() {
    let folder = workspace("locales: [ar]\n", &[]);
    fill(&folder, "ar", "markt", 5, |german| format!("ع {german}"));
    folder.put("articles/markt.md", MARKET.replace("viele", "wenige"));
    run(&folder, "sync");
    run(&folder, "build --format html,bilingual --stale use");
    let page = folder.get("build/ar/markt.bilingual.html");
    for part in [
        "<th scope=\"col\" lang=\"de\" dir=\"ltr\">Deutsch</th><th scope=\"col\">العربية</th>",
        "<td lang=\"de\" dir=\"ltr\">Am Kanal ist Markt.</td>",
        "<td lang=\"de\" dir=\"ltr\">Es kommen wenige.</td>\n<td lang=\"ar\" dir=\"rtl\" class=\"stale\">ع Es kommen viele.",
        "<td lang=\"de\" dir=\"ltr\">Bücher</td>\n<td lang=\"de\" dir=\"ltr\" class=\"missing\">Bücher",
        "<small class=\"note\" lang=\"ar\" dir=\"rtl\">غير مترجم بعد</small>",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(
        folder
            .get("build/ar/markt.html")
            .contains("<a href=\"markt.bilingual.html\"")
    );
    assert!(!folder.path().join("build/de/markt.bilingual.html").exists());
}

#[test]
fn the_manifest_says_what_was_built_from_what() {
    let folder = workspace("locales: [fr, ar]\n", &["fr"]);
    run(&folder, "build");
    let first = folder.get("build/manifest.json");
    let found = manifest(&folder);
    let page = &found["outputs"]
        .as_array()
        .unwrap()
        .iter()
        .find(|output| output["path"] == "fr/markt.html")
        .unwrap();
    assert_eq!(page["article"], "markt");
    assert_eq!(page["from"], "articles/markt.md");
    assert_eq!(page["units"]["current"], 6);
    assert_eq!(page["units"]["total"], 6);
    assert_eq!(page["title"], "fr Der Markt");
    let hash = blake3::hash(folder.get("build/fr/markt.html").as_bytes());
    assert_eq!(page["hash"], format!("blake3:{}", hash.to_hex()));
    run(&folder, "build");
    assert_eq!(
        folder.get("build/manifest.json"),
        first,
        "the same input, the same bytes"
    );
    run(&folder, "build ar");
    assert_eq!(
        folder.get("build/manifest.json"),
        first,
        "what is not built anew stays listed"
    );
}

#[test]
fn outputs_of_what_is_gone_go_unless_somebody_changed_them() {
    let folder = workspace("locales: [fr]\npublish: {threshold: 0}\n", &["fr"]);
    folder.put("articles/tief/alt.md", "# Alt\n\nEin alter Satz.\n");
    folder.put("build/fr/fremd.html", "not ours");
    run(&folder, "sync");
    run(&folder, "build");
    assert!(folder.path().join("build/fr/tief/alt.html").exists());
    folder.put("build/de/tief/alt.html", "changed by hand");
    fs::remove_file(folder.path().join("articles/tief/alt.md")).unwrap();
    let (status, _, err) = satz(&folder, "build fr");
    assert_eq!(status, 0, "{err}");
    assert!(err.contains("build/fr/tief/alt.html: removed"), "{err}");
    assert!(
        err.contains("build/de/tief/alt.html: no longer published, but changed"),
        "{err}"
    );
    assert!(
        !folder.path().join("build/fr/tief").exists(),
        "an empty folder goes along"
    );
    assert_eq!(folder.get("build/de/tief/alt.html"), "changed by hand");
    assert_eq!(folder.get("build/fr/fremd.html"), "not ours");
    assert!(folder.path().join("build/de/markt.html").exists());
    assert!(
        paths(&manifest(&folder))
            .iter()
            .all(|path| !path.contains("tief"))
    );
}

#[test]
fn a_manifest_that_cannot_be_read_removes_nothing() {
    let folder = workspace("locales: [fr]\n", &["fr"]);
    run(&folder, "build");
    folder.put(
        "build/manifest.json",
        "{\"satz\": 1, \"outputs\": [{\"path\": \"../satz.yaml\"",
    );
    fs::remove_file(folder.path().join("articles/markt.md")).unwrap();
    folder.put("articles/wiese.md", "Die Wiese ist nass.\n");
    let (_, _, err) = satz(&folder, "build");
    assert!(err.contains("manifest.json: cannot be read"), "{err}");
    assert!(folder.path().join("build/fr/markt.html").exists());
}

#[test]
fn a_manifest_removes_nothing_outside_the_output_folder() {
    let folder = workspace("locales: [fr]\n", &["fr"]);
    run(&folder, "build");
    let hash = blake3::hash(folder.get("satz.yaml").as_bytes()).to_hex();
    for path in ["../satz.yaml", "fr/../../satz.yaml"] {
        let output = format!(
            "{{\"path\": \"{path}\", \"form\": \"html\", \"locale\": \"fr\", \"article\": \"x\", \"from\": \"articles/x.md\", \"hash\": \"blake3:{hash}\"}}"
        );
        folder.put(
            "build/manifest.json",
            format!(
                "{{\"satz\": 1, \"source\": \"de\", \"outputs\": [{output}], \"unpublished\": []}}"
            ),
        );
        let (status, _, err) = satz(&folder, "build");
        assert_eq!(status, 2, "{path}: {err}");
        assert!(folder.path().join("satz.yaml").exists(), "{path}");
    }
}

#[test]
fn policies_hold_per_locale_and_article() {
    let folder = workspace(
        "locales: [fr, ar]\nmissing: fail\npublish:\n  threshold: 0\n  rules:\n    - {locale: ar, missing: omit}\n    - {locale: [fr], article: 'mar*', missing: mark}\n",
        &[],
    );
    run(&folder, "build --format md");
    assert!(folder.get("build/fr/markt.md").contains("- [de] Kuchen"));
    assert!(!folder.get("build/ar/markt.md").contains("Kuchen"));
    let (status, _, err) = satz(&folder, "build fr --format md --missing fail");
    assert_eq!(status, 1);
    assert!(
        err.contains("fr/markt: not published, a unit is missing"),
        "{err}"
    );
    assert!(!folder.path().join("build/fr/markt.md").exists(), "{err}");
    assert_eq!(manifest(&folder)["unpublished"][0]["reason"], "missing");
}

#[test]
fn below_the_threshold_nothing_is_published() {
    let folder = workspace("locales: [fr, ar]\npublish: {threshold: 51}\n", &["ar"]);
    fill(&folder, "fr", "markt", 3, |german| format!("fr {german}"));
    let (status, _, err) = satz(&folder, "build --format html");
    assert_eq!(status, 0, "what is left out on purpose is no fault");
    assert!(
        err.contains("fr: not published: markt (50 % translated of 51 %)"),
        "{err}"
    );
    let found = manifest(&folder);
    assert_eq!(found["unpublished"][0]["units"]["missing"], 3);
    assert!(!folder.path().join("build/fr").exists());
    assert!(
        !folder
            .get("build/ar/markt.html")
            .contains("hreflang=\"fr\""),
        "no link to what is not there"
    );
    run(&folder, "build --format html --threshold 50");
    assert!(
        folder
            .get("build/ar/markt.html")
            .contains("hreflang=\"fr\"")
    );
}

#[test]
fn templates_are_replaceable_and_escape() {
    let folder = workspace("locales: [fr]\n", &["fr"]);
    folder.put(
        "articles/markt.md",
        MARKET.replace("title: Der Markt", "title: <i>M</i> & 'x'"),
    );
    run(&folder, "sync");
    folder.put("templates/page.html", "{% extends \"default/page.html\" %}{% block class %}mine{% endblock %}{% block title %}{{ title }}|{{ fields.date }}{% endblock %}");
    folder.put("templates/fr.ftl", "overview = Sommaire\n");
    run(&folder, "build --format html");
    let page = folder.get("build/fr/markt.html");
    assert!(
        page.contains("<body class=\"mine\">") && page.contains(">Sommaire</a>"),
        "{page}"
    );
    assert!(
        page.contains("<title>&lt;i&gt;M&lt;/i&gt; &amp; &#39;x&#39;|2024-05-03</title>"),
        "{page}"
    );
    folder.put("templates/page.html", "\n{{ titel }}");
    let (status, _, err) = satz(&folder, "build --format html");
    assert_eq!(status, 2);
    assert!(
        err.contains("`page.html`, line 2") && err.contains("undefined"),
        "{err}"
    );
}

#[test]
fn raw_html_does_not_come_in_by_markdown_either() {
    let folder = workspace("locales: [fr]\n", &[]);
    fill(&folder, "fr", "markt", usize::MAX, |_| {
        "a <script>alert(1)</script> [x](javascript:y) ![z](<data:a>) <b>".to_owned()
    });
    let (status, _, err) = satz(&folder, "build fr --format md");
    assert_eq!(status, 0);
    assert!(err.contains("stand there as text"), "{err}");
    let text = folder.get("build/fr/markt.md");
    assert!(
        text.contains(
            "a &lt;script>alert(1)&lt;/script> [x]&#40;javascript:y) ![z]&#40;&lt;data:a>) &lt;b>"
        ),
        "{text}"
    );
}

#[test]
fn chains_of_fallback_go_by_cldr_or_by_name_and_keep_their_language() {
    let folder = workspace(
        "locales: [es-MX, es, oc, fr]\nfallback: {oc: [fr]}\n",
        &["es", "fr"],
    );
    folder.put(
        "locales/es/glossary.ftl",
        "-ort = el { $case ->\n    [de] del\n   *[a] al\n  } canal\n",
    );
    let spanish = folder.get("locales/es/markt.ftl");
    folder.put(
        "locales/es/markt.ftl",
        spanish.replace(
            "= es Am Kanal ist Markt.",
            "= Mercado { -ort(case: \"de\") }, { $date }.",
        ),
    );
    run(&folder, "build --format html");
    let mexico = folder.get("build/es-MX/markt.html");
    assert!(
        mexico.contains("<p>Mercado el del canal, 3 de mayo de 2024."),
        "{mexico}"
    );
    assert!(
        !mexico.contains("class=\"inherited\""),
        "the same language needs no tag"
    );
    let occitan = folder.get("build/oc/markt.html");
    assert!(
        occitan.contains(
            "<span class=\"inherited\" lang=\"fr\" dir=\"ltr\">fr Am Kanal ist Markt. fr Es kommen viele.</span>"
        ),
        "{occitan}"
    );
    let (_, out, _) = satz(&folder, "check es");
    assert!(!out.contains("placeable"), "{out}");
}

#[test]
fn what_cannot_be_resolved_is_not_published() {
    let folder = workspace("locales: [fr]\n", &["fr"]);
    let french = folder.get("locales/fr/markt.ftl");
    folder.put(
        "locales/fr/markt.ftl",
        french.replace("= fr Kuchen", "= { -kuchen } für { $wer }"),
    );
    let (status, _, err) = satz(&folder, "build fr");
    assert_eq!(status, 1);
    assert!(
        err.contains("the glossary of this locale has no term `-kuchen`"),
        "{err}"
    );
    assert!(!folder.path().join("build/fr/markt.html").exists());
    let (status, out, _) = satz(&folder, "check fr");
    assert_eq!(status, 1);
    assert!(out.contains("-kuchen") && out.contains("`$wer`"), "{out}");
}

#[test]
fn units_join_as_their_language_does() {
    let folder = workspace("locales: [zh, th, ko]\n", &[]);
    for (locale, sentence, joined) in [
        ("zh", "他说：“好。”", "他说：“好。”他说：“好。”"),
        ("th", "สวัสดี", "สวัสดี สวัสดี"),
        ("ko", "안녕.", "안녕. 안녕."),
    ] {
        fill(&folder, locale, "markt", usize::MAX, |_| {
            sentence.to_owned()
        });
        run(&folder, &format!("build {locale} --format md"));
        let text = folder.get(&format!("build/{locale}/markt.md"));
        assert!(text.contains(&format!("\n{joined}\n")), "{text}");
    }
}

#[test]
fn drafts_and_what_is_not_translated_are_left_out_in_one_line() {
    let folder = workspace("locales: [fr]\n", &["fr"]);
    for (name, field) in [("eins", "draft: true"), ("zwei", "published: no")] {
        let article = format!("---\ntitle: Geheim\n{field}\n---\n\nEin Satz steht hier.\n");
        folder.put(&format!("articles/{name}.md"), &article);
    }
    folder.put("articles/neu.md", "# Neu\n\nNiemand hat das übersetzt.\n");
    run(&folder, "sync");
    let (status, _, err) = satz(&folder, "build --format html");
    assert_eq!(status, 0, "{err}");
    let line = "fr: not published: eins (a draft), neu (not translated), zwei (a draft)\n";
    assert!(err.contains(line), "{err}");
    assert!(
        err.contains("de: not published: eins (a draft), zwei (a draft)\n"),
        "{err}"
    );
    assert!(folder.path().join("build/de/neu.html").exists());
    for gone in ["de/eins", "fr/eins", "fr/zwei", "fr/neu"] {
        assert!(
            !folder.path().join(format!("build/{gone}.html")).exists(),
            "{gone}"
        );
    }
    assert!(!folder.get("build/de/index.html").contains("Geheim"));
    run(&folder, "build --format html --threshold 0");
    let page = folder.get("build/fr/neu.html");
    assert!(
        page.contains("<meta name=\"robots\" content=\"noindex\">"),
        "{page}"
    );
}

#[test]
fn sections_have_one_name_in_every_language() {
    let folder = workspace("locales: [fr, ar]\n", &["fr", "ar"]);
    folder.put(
        "articles/hof.md",
        "# Hof\n\nZum [Tor](#das-große-tor) und zum [Zaun](#zaun-1).\n\n## Das große Tor\n\n## Zaun\n\n## Zaun\n",
    );
    run(&folder, "sync");
    fill(&folder, "fr", "hof", 10, |german| {
        german
            .replace("Das große Tor", "La grande porte")
            .replace("#das-große-tor", "#la-grande-porte")
    });
    run(&folder, "build fr --format html,md");
    let page = folder.get("build/fr/hof.html");
    for part in [
        "<h1 id=\"hof\">Hof</h1>",
        "<h2 id=\"das-große-tor\"><span id=\"la-grande-porte\"></span>La grande porte</h2>",
        "<a href=\"#das-gro%C3%9Fe-tor\">Tor</a>",
        "<a href=\"#zaun-1\">Zaun</a>",
        "<h2 id=\"zaun-1\">Zaun</h2>",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(folder.get("build/fr/hof.md").contains("(#la-grande-porte)"));
    folder.put(
        "satz.yaml",
        "locales: [fr, ar]\npublish: {anchors: attribute}\n",
    );
    run(&folder, "build fr --format md");
    let text = folder.get("build/fr/hof.md");
    assert!(
        text.contains("## La grande porte {#das-große-tor}\n"),
        "{text}"
    );
    assert!(text.contains("[Tor](#das-große-tor)"), "{text}");
    folder.put(
        "satz.yaml",
        "locales: [fr, ar]\npublish: {anchors: html, tagged: true}\n",
    );
    run(&folder, "build fr --format md");
    let text = folder.get("build/fr/hof.md");
    assert!(
        text.contains("## <a id=\"das-große-tor\"></a>La grande porte\n"),
        "{text}"
    );
}

#[test]
fn a_picture_of_the_locale_is_taken_and_every_one_has_its_size() {
    let folder = workspace("locales: [fr]\n", &["fr"]);
    folder.put("articles/bild.md", "# Bild\n\n![Ein Hund](hund.svg)\n");
    let svg =
        |width| format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} 5\"/>");
    folder.put("articles/hund.svg", svg(10));
    folder.put("articles/hund.fr.svg", svg(20));
    run(&folder, "sync");
    fill(&folder, "fr", "bild", 1, |_| "Image".to_owned());
    run(&folder, "build --format html");
    assert_eq!(folder.get("build/fr/hund.svg"), svg(20));
    assert_eq!(folder.get("build/de/hund.svg"), svg(10));
    let page = folder.get("build/fr/bild.html");
    let picture = "<img src=\"hund.svg\" width=\"20\" height=\"5\" alt=\"Ein Hund\" />";
    assert!(page.contains(picture), "{page}");
    assert!(
        page.contains("<span class=\"fallback\" lang=\"de\" dir=\"ltr\"><img"),
        "{page}"
    );
}

#[test]
fn a_site_with_an_address_has_a_map_feeds_and_a_choice_of_language() {
    let folder = workspace(
        "locales: [fr]\npublish: {url: 'https://hof.example/a&b/', title: Hof & Tor}\n",
        &["fr"],
    );
    folder.put(
        "articles/tor.md",
        "---\ntitle: Tor <neu>\ndescription: Kurz & gut\ndate: 2024-05-03\nauthor: Eva Probe\n---\n\nEin Satz.\n",
    );
    run(&folder, "sync");
    fill(&folder, "fr", "tor", 9, |german| format!("fr {german}"));
    run(&folder, "build --format html");
    let (map, feed) = (
        folder.get("build/sitemap.xml"),
        folder.get("build/fr/feed.xml"),
    );
    let tor = "<loc>https://hof.example/a&amp;b/fr/tor.html</loc>";
    assert!(
        map.contains(tor) && map.contains("hreflang=\"x-default\""),
        "{map}"
    );
    for part in [
        "<title>fr Tor &lt;neu&gt;</title>",
        "<updated>2024-05-03T00:00:00Z</updated>",
        "<name>Eva Probe</name>",
        "<summary>fr Kurz &amp; gut</summary>",
    ] {
        assert!(feed.contains(part), "{part}: {feed}");
    }
    assert!(
        folder
            .get("build/index.html")
            .contains("<a href=\"fr/index.html\" lang=\"fr\"")
    );
    assert!(
        folder
            .get("build/404.html")
            .contains("https://hof.example/a&amp;b/fr/index.html")
    );
    let page = folder.get("build/fr/tor.html");
    for part in [
        "\"translationOfWork\":",
        "\"headline\":\"fr Tor \\u003cneu>\"",
        "<meta property=\"og:title\" content=\"fr Tor &lt;neu&gt;\">",
        "<span class=\"author\"><bdi>Eva Probe</bdi></span>",
        "type=\"application/atom+xml\"",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
}
