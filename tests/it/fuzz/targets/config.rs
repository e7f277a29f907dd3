//! Any text as `satz.yaml`: what is taken is valid YAML, its locales are locales and its folders lie
//! in the workspace, and a comment changes nothing.

use satz::config::{Project, folder_fault, validate_locale};

pub(super) fn run(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let Ok(project) = Project::parse(&text) else {
        return;
    };
    let yaml = serde_yaml::from_str::<serde_yaml::Value>(text.trim_start_matches('\u{FEFF}'));
    assert!(yaml.is_ok(), "{yaml:?}");
    for locale in project.locales.iter().chain([&project.source]) {
        assert!(validate_locale(locale).is_ok(), "{locale:?}");
    }
    let mut folders: Vec<&str> = project.article_folders();
    folders.retain(|folder| !folder.is_empty());
    folders.extend([&*project.catalogs, &*project.output]);
    for folder in folders {
        assert!(folder_fault(folder).is_none(), "{folder:?}");
        assert!(!folder.starts_with('/') && !folder.split('/').any(|part| part == ".."));
    }
    let longer = format!("{text}\n# the end\n");
    let again = Project::parse(&longer);
    // A block scalar at the end may take the comment in.
    if let Ok(again) = again
        && !text.contains(['|', '>'])
    {
        assert_eq!(format!("{project:?}"), format!("{again:?}"));
    }
    for article in ["a", "a/b", "../x", "index"] {
        let path = project.catalog_path("en", article);
        assert!(path.starts_with(&project.catalogs), "{path}");
    }
}
