//! Files: what is read, what is refused, and that a write is whole or absent.

use std::fs;
use std::path::Path;

use satz::store::{
    Error, Workspace, Write, create_workspace, find_workspace, read_text, replace_file,
};
use satz::text::hash;

use crate::support::Folder;

fn workspace(folder: &Folder) -> Workspace {
    folder.put("satz.yaml", "locales: [en]\n");
    find_workspace(folder.path()).unwrap()
}

fn change(path: &str, old: &str, new: &str) -> Write {
    Write {
        path: path.to_owned(),
        old: Some(old.to_owned()),
        new: new.to_owned(),
    }
}

#[test]
fn workspace_is_found_upwards() {
    let folder = Folder::new();
    folder.put("satz.yaml", "locales: [en]\n");
    folder.put("articles/deep/er/a.md", "A.\n");
    let found = find_workspace(&folder.path().join("articles/deep/er")).unwrap();
    assert_eq!(found.root, folder.path());
}

#[test]
fn articles_mirror_folders_and_bad_names_hide_no_other() {
    let folder = Folder::new();
    for name in [
        "b.md",
        "news/a.txt",
        "news/.hidden.md",
        "con.md",
        "x.png",
        "c.md",
        "C.md",
    ] {
        folder.put(&format!("articles/{name}"), "A.\n");
    }
    let (articles, errors) = workspace(&folder).articles(&["md", "txt"]);
    let keys: Vec<&str> = articles
        .iter()
        .map(|article| article.key.as_str())
        .collect();
    assert_eq!(keys, ["b", "news/a"]);
    let names: Vec<_> = errors
        .iter()
        .map(|error| error.path().file_name().unwrap())
        .collect();
    assert_eq!(names, ["C.md", "c.md", "con.md"]);
}

#[test]
fn no_articles_folder_is_no_error() {
    let folder = Folder::new();
    let (articles, errors) = workspace(&folder).articles(&["md"]);
    assert!(articles.is_empty() && errors.is_empty());
}

#[test]
fn reading_names_what_is_wrong() {
    let folder = Folder::new();
    let workspace = workspace(&folder);
    folder.put("articles/latin1.md", b"gut\nsch\xF6n\n");
    fs::create_dir_all(folder.path().join("articles/folder.md")).unwrap();
    assert_eq!(workspace.read("articles/none.md").unwrap(), None);
    for (path, message) in [
        (
            "articles/latin1.md",
            "articles/latin1.md:2: is not UTF-8; save it as UTF-8",
        ),
        (
            "satz.yaml/none.md",
            "is a file where a folder must be; move it away",
        ),
        (
            "articles/folder.md",
            "is no regular file; put a text file there",
        ),
        (
            "../satz.yaml",
            "lies outside the workspace; move it into it",
        ),
        ("/etc/passwd", "lies outside the workspace; move it into it"),
    ] {
        let error = workspace.read(path).unwrap_err().to_string();
        assert!(error.ends_with(message), "{error}");
        // Of a path through a file, that file is named.
        assert!(error.contains(path.trim_end_matches("/none.md")), "{error}");
    }
}

#[test]
fn writing_creates_changes_and_leaves_alone() {
    let folder = Folder::new();
    let workspace = workspace(&folder);
    folder.put("locales/en/a.ftl", "old\n");
    let writes = [
        change("locales/en/a.ftl", "old\n", "new\n"),
        Write::create("locales/en/deep/b.ftl", "b\n"),
        change("satz.yaml", "locales: [en]\n", "locales: [en]\n"),
    ];
    let written = workspace.writer().unwrap().write(&writes).unwrap();
    assert_eq!(written, 2);
    assert_eq!(folder.get("locales/en/a.ftl"), "new\n");
    assert_eq!(folder.get("locales/en/deep/b.ftl"), "b\n");
    let files = folder
        .tree()
        .into_iter()
        .filter(|(_, bytes)| bytes.is_some())
        .count();
    assert_eq!(files, 3, "no lock and no temporary file is left");
}

#[test]
fn one_changed_file_stops_all_writes() {
    let folder = Folder::new();
    let workspace = workspace(&folder);
    folder.put("locales/en/b.ftl", "typed meanwhile\n");
    let before = folder.tree();
    let stale = change("locales/en/b.ftl", "as read\n", "new\n");
    let appeared = Write::create("locales/en/b.ftl", "new\n");
    let vanished = change("locales/en/c.ftl", "as read\n", "new\n");
    for refused in [stale, appeared, vanished] {
        let writes = [Write::create("locales/en/a.ftl", "new\n"), refused];
        let error = workspace.writer().unwrap().write(&writes).unwrap_err();
        assert!(error.to_string().contains("has changed while"), "{error}");
        assert_eq!(folder.tree(), before);
    }
}

#[test]
fn leftovers_of_a_killed_run_are_removed() {
    let folder = Folder::new();
    let workspace = workspace(&folder);
    folder.put("locales/en/deep/.satz-tmp-1", "half");
    folder.put(".satz-tmp-1", "half");
    folder.put("mine/.satz-tmp-1", "not in a folder of ours");
    drop(workspace.writer().unwrap());
    assert!(
        !folder.path().join(".satz-tmp-1").exists(),
        "of a merge driver"
    );
    folder.put(".satz-tmp-1", "half");
    folder.put(".satz-writing.tmp", "");
    drop(workspace.writer().unwrap());
    assert!(!folder.path().join(".satz-writing.tmp").exists());
    assert!(!folder.path().join("locales/en/deep/.satz-tmp-1").exists());
    assert!(!folder.path().join(".satz-tmp-1").exists());
    assert!(folder.path().join("mine/.satz-tmp-1").exists());
}

#[test]
fn leftovers_of_a_killed_merge_driver_are_removed() {
    let folder = Folder::new();
    folder.put(".git/HEAD", "ref: refs/heads/main\n");
    folder.put("site/satz.yaml", "locales: [en]\n");
    let left = ".satz-tmp-1";
    folder.put(left, "half");
    let workspace = find_workspace(&folder.path().join("site")).unwrap();
    drop(workspace.writer().unwrap());
    assert!(!folder.path().join(left).exists(), "by the next `sync`");
    folder.put(left, "half");
    folder.put(".merge_file_a", "old");
    let notices = replace_file(&folder.path().join(".merge_file_a"), "old", "new").unwrap();
    assert!(notices.is_empty());
    assert!(!folder.path().join(left).exists(), "by the next merge");
    assert_eq!(folder.get(".merge_file_a"), "new");
}

#[test]
fn a_mark_that_stays_is_an_error() {
    let folder = Folder::new();
    let workspace = workspace(&folder);
    let mark = folder.path().join(".satz-writing.tmp");
    let told = |error: &Error| {
        let text = error.to_string();
        assert!(
            text.contains(".satz-writing.tmp: could not remove it"),
            "{text}"
        );
    };
    let writer = workspace.writer().unwrap();
    writer
        .write(&[Write::create("locales/en/a.ftl", "new\n")])
        .unwrap();
    fs::remove_file(&mark).unwrap();
    fs::create_dir(&mark).unwrap();
    told(&writer.close().unwrap_err());
    // Nor can the next run remove it.
    told(&workspace.writer().unwrap().notices[0]);
    assert_eq!(folder.get("locales/en/a.ftl"), "new\n");
}

/// What a run leaves that is killed while a new text and the old one trade places: `aside` is what
/// came out, `place` what is in the file's place. Gives what is there after the next run, and
/// what it said.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn after_a_kill(aside: &str, place: Option<&str>) -> (Vec<(String, String)>, Vec<String>) {
    let folder = Folder::new();
    let workspace = workspace(&folder);
    let (old, new) = (hash("as read"), hash("new"));
    folder.put(
        &format!("locales/en/.satz-tmp-swap-{old:016x}-{new:016x}-a.ftl"),
        aside,
    );
    folder.put(".satz-writing.tmp", "");
    if let Some(place) = place {
        folder.put("locales/en/a.ftl", place);
    }
    let said = workspace.writer().unwrap().notices;
    let left = folder.tree().into_iter().filter_map(|(path, bytes)| {
        let name = path
            .strip_prefix(folder.path().join("locales/en"))
            .ok()?
            .to_str()?;
        Some((name.to_owned(), String::from_utf8(bytes?).unwrap()))
    });
    (
        left.collect(),
        said.iter().map(ToString::to_string).collect(),
    )
}

#[cfg(any(target_os = "linux", target_vendor = "apple"))]
#[test]
fn what_was_saved_just_before_a_kill_is_put_back() {
    let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    for (aside, place) in [
        ("new", "as read"),
        ("as read", "new"),
        ("as read", "typed"),
        ("new", "typed"),
    ] {
        let (left, said) = after_a_kill(aside, Some(place));
        assert_eq!(
            (left, said),
            (vec![file("a.ftl", place)], vec![]),
            "{aside}, {place}"
        );
    }
    for place in [Some("new"), None] {
        let (left, said) = after_a_kill("typed", place);
        assert_eq!(left, [file("a.ftl", "typed")]);
        assert!(
            said.len() == 1 && said[0].contains("is in its place again"),
            "{said:?}"
        );
    }
    let (left, said) = after_a_kill("typed", Some("typed again"));
    assert_eq!(
        left,
        [file("a.ftl", "typed again"), file("a.ftl.saved-1", "typed")]
    );
    assert!(
        said.len() == 1 && said[0].contains("a.ftl.saved-1"),
        "{said:?}"
    );
}

#[test]
fn one_writer_at_a_time() {
    let folder = Folder::new();
    let workspace = workspace(&folder);
    let counter = "locales/en/counter.ftl";
    folder.put(counter, "");
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                let writer = workspace.writer().unwrap();
                let old = workspace.read(counter).unwrap().unwrap();
                let new = format!("{old}x");
                writer.write(&[change(counter, &old, &new)]).unwrap();
            });
        }
    });
    assert_eq!(folder.get(counter), "xxxxxxxx");
}

#[test]
fn a_protected_file_is_left_alone() {
    let folder = Folder::new();
    let workspace = workspace(&folder);
    folder.put("locales/en/a.ftl", "old\n");
    let full = folder.path().join("locales/en/a.ftl");
    let mut permissions = fs::metadata(&full).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&full, permissions).unwrap();
    let writes = [change("locales/en/a.ftl", "old\n", "new\n")];
    let error = workspace.writer().unwrap().write(&writes).unwrap_err();
    assert!(error.to_string().contains("write-protected"), "{error}");
    assert_eq!(folder.get("locales/en/a.ftl"), "old\n");
}

#[test]
fn a_new_workspace_keeps_what_is_there() {
    let folder = Folder::new();
    folder.put(".gitignore", "mine\n");
    let files = [(".gitignore".to_owned(), "/build\n".to_owned())];
    create_workspace(
        folder.path(),
        "locales: [en]",
        &["articles".to_owned()],
        &files,
    )
    .unwrap();
    assert_eq!(folder.get(".gitignore"), "mine\n");
    let before = folder.tree();
    assert!(create_workspace(folder.path(), "locales: [fr]", &[], &[]).is_err());
    assert_eq!(folder.tree(), before);
}

#[cfg(unix)]
#[test]
fn links_lead_nowhere() {
    use std::os::unix::fs::symlink;
    let (folder, other) = (Folder::new(), Folder::new());
    let workspace = workspace(&folder);
    other.put("a.md", "secret\n");
    folder.put("real.md", "inside\n");
    folder.put("articles/b.md", "B.\n");
    let link = |to: &Path, name: &str| symlink(to, folder.path().join(name)).unwrap();
    link(&other.path().join("a.md"), "articles/out.md");
    link(&folder.path().join("real.md"), "articles/in.md");
    link(Path::new("nowhere"), "articles/nothing.md");
    link(other.path(), "articles/folder");
    link(other.path(), "locales");
    let (_, errors) = workspace.articles(&["md"]);
    assert_eq!(errors.len(), 1, "the folder: {errors:?}");
    assert_eq!(
        workspace.read("articles/in.md").unwrap().unwrap(),
        "inside\n"
    );
    for outside in [
        "articles/out.md",
        "articles/nothing.md",
        "articles/folder/a.md",
    ] {
        assert!(workspace.read(outside).is_err(), "{outside}");
    }
    for write in [
        Write::create("locales/en/a.ftl", "new\n"),
        Write::create("articles/nothing.md", "new\n"),
        change("articles/in.md", "inside\n", "new\n"),
        change("articles/out.md", "secret\n", "new\n"),
    ] {
        let error = workspace.writer().unwrap().write(&[write]).unwrap_err();
        assert!(error.to_string().contains("symbolic link"), "{error}");
    }
    let writer = workspace.writer().unwrap();
    link(&other.path().join("a.md"), ".satz-writing.tmp");
    let write = change("real.md", "inside\n", "changed\n");
    assert_eq!(writer.write(&[write]).unwrap(), 1);
    assert_eq!(other.get("a.md"), "secret\n");
    assert_eq!(folder.get("real.md"), "changed\n");
}

#[cfg(unix)]
#[test]
fn permissions_are_kept() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let workspace = workspace(&folder);
    folder.put("locales/en/a.ftl", "old\n");
    let full = folder.path().join("locales/en/a.ftl");
    fs::set_permissions(&full, fs::Permissions::from_mode(0o640)).unwrap();
    let writes = [change("locales/en/a.ftl", "old\n", "new\n")];
    workspace.writer().unwrap().write(&writes).unwrap();
    assert_eq!(
        fs::metadata(&full).unwrap().permissions().mode() & 0o777,
        0o640
    );
}

#[cfg(unix)]
#[test]
fn an_output_takes_the_place_of_a_file_and_of_nothing_else() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let (folder, other) = (Folder::new(), Folder::new());
    let workspace = workspace(&folder);
    let writer = workspace.writer().unwrap();
    let put = |path: &str, text: &str| writer.write_output(path, text.as_bytes());
    let full = |path: &str| folder.path().join(path);
    let allow = |path: &str, mode| {
        fs::set_permissions(full(path), fs::Permissions::from_mode(mode)).unwrap();
    };
    assert!(put("build/en/a.html", "one").unwrap());
    assert!(!put("build/en/a.html", "one").unwrap());
    allow("build/en/a.html", 0o640);
    for there in ["two", "longer than before", ""] {
        folder.put("build/en/a.html", there);
        assert!(put("build/en/a.html", "new").unwrap());
        assert_eq!(folder.get("build/en/a.html"), "new");
    }
    let mode = fs::metadata(full("build/en/a.html")).unwrap().permissions();
    assert_eq!(mode.mode() & 0o777, 0o640);
    symlink(other.path(), full("build/fr")).unwrap();
    symlink(other.path().join("a"), full("build/en/link.html")).unwrap();
    fs::create_dir(full("build/en/folder.html")).unwrap();
    let pipe = full("build/en/pipe.html");
    let made = std::process::Command::new("mkfifo").arg(pipe).status();
    assert!(made.unwrap().success());
    folder.put("build/en/protected.html", "old");
    allow("build/en/protected.html", 0o440);
    for (path, reason) in [
        ("build/fr/a.html", "is a symbolic link"),
        ("build/en/link.html", "is a symbolic link"),
        ("build/en/folder.html", "is no regular file"),
        ("build/en/pipe.html", "is no regular file"),
        ("build/en/protected.html", "is write-protected"),
        ("build/en/a.html/b.html", "is a file where a folder must be"),
        ("../a.html", "lies outside the workspace"),
    ] {
        let error = put(path, "new").unwrap_err().to_string();
        assert!(error.contains(reason), "{path}: {error}");
    }
    writer.close().unwrap();
    assert_eq!(folder.get("build/en/protected.html"), "old");
    assert!(fs::read_dir(other.path()).unwrap().next().is_none());
    let names = fs::read_dir(full("build/en")).unwrap();
    assert_eq!(names.count(), 5);
}

#[cfg(unix)]
#[test]
fn pipes_and_devices_are_not_opened() {
    let folder = Folder::new();
    let workspace = workspace(&folder);
    let made = std::process::Command::new("mkfifo")
        .arg(folder.path().join("pipe.md"))
        .status();
    assert!(made.unwrap().success());
    let error = workspace.read("pipe.md").unwrap_err().to_string();
    assert!(error.contains("is no regular file"), "{error}");
    for device in ["/dev/zero", "/dev/null", "/"] {
        let error = read_text(Path::new(device)).unwrap_err().to_string();
        assert!(error.contains("is no regular file"), "{error}");
    }
}

#[test]
fn a_workspace_that_is_none_says_so() {
    let folder = Folder::new();
    let error = find_workspace(folder.path()).unwrap_err().to_string();
    let start = format!(
        "{}: no satz.yaml here or in a folder above",
        folder.path().display()
    );
    assert!(error.starts_with(&start), "{error}");
    folder.put("satz.yaml", b"locales: [\xF6]");
    let error = find_workspace(folder.path()).unwrap_err().to_string();
    assert!(
        error.ends_with("satz.yaml:1: is not UTF-8; save it as UTF-8"),
        "{error}"
    );
    folder.put("satz.yaml", "source: de\nlocales: [xx_]\n");
    let error = find_workspace(folder.path()).unwrap_err().to_string();
    assert!(
        error.contains("satz.yaml:2: `xx_` is not a language identifier"),
        "{error}"
    );
}

#[test]
fn a_file_that_cannot_be_prepared_stops_all_writes() {
    let folder = Folder::new();
    let workspace = workspace(&folder);
    folder.put("locales/en/a.ftl", "old\n");
    folder.put("locales/fr", "a file where a folder must be");
    let before = folder.tree();
    let writes = [
        change("locales/en/a.ftl", "old\n", "new\n"),
        Write::create("locales/fr/a.ftl", "new\n"),
    ];
    let error = workspace.writer().unwrap().write(&writes).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("locales/fr: is a file where a folder must be"),
        "{error}"
    );
    assert_eq!(folder.tree(), before, "no temporary file is left either");
}
