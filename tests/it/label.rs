//! What pages say of text that a machine made, and which are not published for it.

use crate::publish::{run, satz};
use crate::support::Folder;

const CATALOG: &str = "\
# made: machine acme 2026-11 #n0d1g3
ssq6ew9 = Marché au canal
# made: machine acme 2026-11 #n0d1g3
s83fqt0 = L’entrée coûte 5 euros.
sdvmjvh = Les chiens sont les bienvenus.
";

/// A workspace in which a machine translated two of three sentences.
fn workspace(publish: &str, format: &str) -> Folder {
    let folder = Folder::new();
    folder.put("satz.yaml", format!("locales: [fr]\npublish: {publish}\n"));
    let text = match format {
        "html" => {
            "<html><head><title>Markt am Kanal</title></head><body>\n<p>Der Eintritt kostet 5 Euro. Hunde sind willkommen.</p>\n</body></html>\n"
        }
        _ => "# Markt am Kanal\n\nDer Eintritt kostet 5 Euro. Hunde sind willkommen.\n",
    };
    folder.put(&format!("articles/markt.{format}"), text);
    folder.put("locales/fr/markt.ftl", CATALOG);
    run(&folder, "sync");
    run(&folder, "build --format html,md,bilingual");
    folder
}

const META: &str = "<meta name=\"digital-source-type\" content=\"http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia\">";
const DATA: &str = "\"digitalSourceType\":\"https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource\"";
const NOTICE: &str = "Traduit par une machine et non relu : 2 phrases sur 3";

#[test]
fn a_page_says_as_much_as_its_policy_wants() {
    for (label, said) in [
        ("off", [false, false, false]),
        ("meta", [true, false, false]),
        ("notice", [true, true, false]),
        ("passages", [true, true, true]),
    ] {
        for url in ["", ", url: 'https://example.org/'"] {
            let folder = workspace(&format!("{{label: {label}{url}}}"), "md");
            let page = folder.get("build/fr/markt.html");
            let has = |text: &str| page.contains(text);
            assert_eq!((has(META), has(DATA)), (said[0], said[0]), "{label}");
            assert_eq!(has(NOTICE), said[1], "{label}");
            assert_eq!(has("<span class=\"machine\">"), said[2], "{label}");
            let text = folder.get("build/fr/markt.md");
            assert_eq!(text.contains(&format!("*{NOTICE}*")), said[1], "{label}");
            let both = folder.get("build/fr/markt.bilingual.html");
            assert_eq!(both.contains("traduction automatique"), said[2], "{label}");
            assert!(!folder.get("build/de/markt.html").contains("igital"));
        }
    }
}

#[test]
fn a_page_of_its_own_says_it_too() {
    let folder = workspace("{label: notice}", "html");
    let page = folder.get("build/fr/markt.html");
    let head = page.find("</head>").unwrap();
    assert!(
        page[..head].contains(META) && page[..head].contains(DATA),
        "{page}"
    );
    assert!(
        page.contains(&format!("lang=\"fr\" dir=\"ltr\">{NOTICE}</p>")),
        "{page}"
    );
}

#[test]
fn front_matter_says_it_to_the_program_that_makes_the_page() {
    let kind = META.split('"').nth(3).unwrap();
    for (front, expected) in [
        (
            "---\nweight: 1\n---\n",
            format!("---\ndigital_source_type: \"{kind}\"\nweight: 1\n---\n"),
        ),
        (
            "+++\nweight = 1\n+++\n",
            format!("+++\ndigital_source_type = \"{kind}\"\nweight = 1\n+++\n"),
        ),
        (
            "---\r\nweight: 1\r\n---\r\n",
            format!("---\r\ndigital_source_type: \"{kind}\"\r\nweight: 1\r\n---\r\n"),
        ),
        ("---\n{weight: 1}\n---\n", "---\n{weight: 1}\n---\n".into()),
        (
            "---\ndigital_source_type: none\n---\n",
            "---\ndigital_source_type: none\n---\n".into(),
        ),
        ("", "# ".into()),
    ] {
        let folder = workspace("{label: meta}", "md");
        let article = folder.get("articles/markt.md");
        folder.put("articles/markt.md", format!("{front}{article}"));
        run(&folder, "build --format md");
        let text = folder.get("build/fr/markt.md");
        assert!(text.starts_with(&expected), "{text}");
    }
}

#[test]
fn what_somebody_has_reviewed_is_not_labelled() {
    let folder = workspace("{label: passages}", "md");
    run(&folder, "review fr ssq6ew9 s83fqt0 --as Ada");
    run(&folder, "build --format html,md");
    for path in ["build/fr/markt.html", "build/fr/markt.md"] {
        let text = folder.get(path);
        assert!(
            !text.contains("machine") && !text.contains("igital"),
            "{text}"
        );
    }
}

#[test]
fn what_nobody_has_read_is_not_published_where_that_is_wanted() {
    for (publish, is_published) in [
        ("{require: any}", true),
        ("{require: human}", false),
        ("{require: reviewed}", false),
        ("{machine-share: 50}", false),
        ("{machine-share: 80}", true),
        ("{require: human, machine-share: 80}", true),
        ("{rules: [{article: 'news/**', require: reviewed}]}", true),
        ("{rules: [{locale: fr, require: reviewed}]}", false),
    ] {
        let folder = workspace(publish, "md");
        let path = folder.path().join("build/fr/markt.html");
        assert_eq!(path.exists(), is_published, "{publish}");
    }
    let folder = workspace("{require: human}", "md");
    let (status, _, said) = satz(&folder, "build");
    assert!(
        status == 0 && said.contains("by a machine and not reviewed"),
        "{said}"
    );
    run(&folder, "review fr ssq6ew9 s83fqt0 --as Ada");
    run(&folder, "build --format html");
    assert!(folder.path().join("build/fr/markt.html").exists());
}
