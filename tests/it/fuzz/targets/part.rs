//! Any bytes as a part of a run, through `satz merge-reports`: it ends with a status that it knows,
//! and whatever the part says, nothing in the workspace is touched.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// A workspace of this process.
static WORKSPACE: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("satz-fuzz-part-{}", std::process::id()));
    let files = [
        ("satz.yaml", "locales: [en]\n"),
        ("articles/a.md", "Ein Satz.\n"),
        ("locales/en/a.ftl", "# mine\n"),
    ];
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("it lies in a folder"))
            .expect("a temporary folder");
        fs::write(path, text).expect("a temporary file");
    }
    folder
});

pub(super) fn run(data: &[u8]) {
    let folder = &*WORKSPACE;
    fs::write(folder.join("part"), data).expect("a temporary file");
    let before = files(folder);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let words = ["satz", "--no-cache", "-C"].map(OsString::from);
    let words = words.into_iter().chain([folder.clone().into()]);
    let words = words.chain(["merge-reports", "part"].map(OsString::from));
    let status = satz::cli::run(words, &mut out, &mut err);
    let said = String::from_utf8_lossy(&err);
    assert!(status <= 2, "{status}: {said}");
    assert!(status != 2 || !said.is_empty(), "a refusal says why");
    assert_eq!(files(folder), before, "{said}");
}

/// All files below a folder, sorted, with their texts.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push((path.clone(), fs::read(path).unwrap_or_default()));
            }
        }
    }
    found.sort();
    found
}
