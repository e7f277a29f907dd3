//! Every link within the built repository leads to a file that is there, and to a place in it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::pipeline::files;
use crate::publish::run;
use crate::support::Folder;

#[test]
fn every_link_within_the_built_repository_leads_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Folder::new();
    for part in ["articles", "locales"] {
        for file in files(&root.join(part)) {
            let path = file.strip_prefix(root).unwrap().to_str().unwrap();
            folder.put(path, fs::read(&file).unwrap());
        }
    }
    let configuration = fs::read_to_string(root.join("satz.yaml")).unwrap();
    let address = "publish: {url: 'https://satz.example/', title: Beispiel, threshold: 0}\n";
    folder.put("satz.yaml", configuration + "\n" + address);
    folder.put(
        "articles/weg.md",
        "# Wege\n\n## Zum Tor\n\nEin Satz.[^1] Zurück [nach oben](#wege), [hierher](#zum-tor) oder \
         zur [Überschrift](nachtzug.md).\n\n[^1]: Eine Note.\n",
    );
    run(&folder, "sync");
    run(&folder, "build --format html,bilingual");
    let build = folder.path().join("build");
    let mut links = 0;
    let mut dead = Vec::new();
    for page in files(&build) {
        let text = fs::read_to_string(&page).unwrap();
        for address in attributes(&text, "href")
            .into_iter()
            .chain(attributes(&text, "src"))
        {
            let address = address.strip_prefix("https://satz.example/").map_or_else(
                || page.parent().unwrap().join(&address),
                |below| build.join(below),
            );
            let address = address.to_str().unwrap();
            if address.contains("://") || address.contains("mailto:") {
                continue;
            }
            links += 1;
            if !leads(&page, address) {
                dead.push(format!("{}: {address}", page.display()));
            }
        }
    }
    assert!(links > 100, "{links}");
    assert!(dead.is_empty(), "{}", dead.join("\n"));
}

/// Whether an address leads to a file, and to a place in it.
fn leads(page: &Path, address: &str) -> bool {
    let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
    let path = PathBuf::from(decoded(path));
    let target = if path.is_dir() && address.contains("/#") {
        page
    } else {
        &path
    };
    let Ok(text) = fs::read_to_string(target) else {
        return target.is_dir() && target.join("index.html").is_file();
    };
    let names: BTreeSet<String> = attributes(&text, "id").into_iter().collect();
    fragment.is_empty() || names.contains(&decoded(fragment))
}

/// The values of an attribute in a page.
fn attributes(page: &str, name: &str) -> Vec<String> {
    let begin = format!(" {name}=\"");
    let values = page.split(&begin).skip(1);
    let values = values.filter_map(|rest| Some(rest.split_once('"')?.0));
    values.map(|value| value.replace("&amp;", "&")).collect()
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        bytes.push(u8::from_str_radix(&rest[at + 1..at + 3], 16).unwrap());
        rest = &rest[at + 3..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).unwrap()
}
