//! Any bytes where the cache was: what comes of a run is what comes of one without a cache. The
//! first byte says whether the rest is the whole file, or changes of the file that a run left: triples
//! of two bytes for the place and one to write there.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};

use satz::article::Prepared;
use satz::store::{Workspace, find_workspace};

/// A workspace of this process with a cache, the cache's file and its bytes.
static WORKSPACE: LazyLock<Mutex<(Workspace, PathBuf, Vec<u8>)>> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("satz-fuzz-cache-{}", std::process::id()));
    let kept = folder.join("kept");
    fs::create_dir_all(&kept).expect("a temporary folder");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(&kept, fs::Permissions::from_mode(0o700)).expect("our own folder");
    }
    let files = [
        ("satz.yaml", "locales: [en]\n"),
        ("articles/eins.md", "Ein Satz. Noch einer.\n"),
        ("articles/zwei.txt", "Ganz anders.\n"),
    ];
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("it lies in a folder"))
            .expect("a temporary folder");
        fs::write(path, text).expect("a temporary file");
    }
    let mut workspace = find_workspace(&folder).expect("it was just made");
    workspace.cache_folder = Some(kept.clone());
    made(&workspace);
    let file = found(&kept).expect("a run keeps what it learned");
    let bytes = fs::read(&file).expect("a cache that can be read");
    Mutex::new((workspace, file, bytes))
});

pub(super) fn run(data: &[u8]) {
    let Some((first, rest)) = data.split_first() else {
        return;
    };
    let workspace = WORKSPACE.lock();
    let workspace = workspace.unwrap_or_else(std::sync::PoisonError::into_inner);
    let (workspace, file, bytes) = &*workspace;
    let mut bytes = bytes.clone();
    if *first == 0xFF {
        bytes = rest.to_vec();
    } else {
        for change in rest.chunks_exact(3) {
            let at = usize::from(u16::from_le_bytes([change[0], change[1]]));
            let count = bytes.len();
            bytes[at % count] = change[2];
        }
    }
    fs::write(file, &bytes).expect("a temporary file");
    let mut bare = workspace.clone();
    bare.cache_folder = None;
    assert_eq!(made(workspace), made(&bare), "{bytes:?}");
}

/// What is made of every article.
fn made(workspace: &Workspace) -> Vec<(String, Vec<String>)> {
    let work = |article: Prepared, _: &mut Vec<_>| -> Vec<String> {
        let units = article.new_units.iter();
        units.map(|unit| unit.text.clone()).collect()
    };
    let cache = workspace.cache("probe", &["fuzz"]);
    let mut all = Vec::new();
    let take = |key: &str, texts| all.push((key.to_owned(), texts));
    let (there, errors) = workspace.each_kept(&[], &cache, &(), |_| true, work, take);
    assert!(errors.is_empty(), "{errors:?}");
    cache.save(|key| there.contains(key));
    all
}

/// The file of the cache.
fn found(folder: &Path) -> Option<PathBuf> {
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).ok()?.flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "kept") {
                return Some(path);
            }
        }
    }
    None
}
