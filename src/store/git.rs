//! What git knows of a workspace: where a branch began, how old translations are, what was there at
//! a commit. The only place that runs git to read.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use super::Workspace;
use crate::config::{CONFIGURATION, Project};

/// The repository that a workspace lies in. Every error is one sentence for people.
#[derive(Debug)]
pub struct Git {
    root: PathBuf,
    prefix: String,
}

/// Path from the top of the repository to a folder, with its last `/`; empty if the folder is the top,
/// or in no repository.
pub fn prefix(folder: &Path) -> String {
    let top = folder.ancestors().find(|one| one.join(".git").exists());
    let below = top.and_then(|top| folder.strip_prefix(top).ok());
    let parts = below.into_iter().flat_map(Path::iter);
    parts.fold(String::new(), |prefix, part| {
        format!("{prefix}{}/", part.to_string_lossy())
    })
}

/// The name that git writes into commits of a folder; none if nobody has said it.
pub fn git_user(folder: &Path) -> Option<String> {
    let git = Git {
        root: folder.to_owned(),
        prefix: String::new(),
    };
    let name = git.run(&["config", "user.name"], b"").ok()?;
    let name = text(&name).trim().to_owned();
    (!name.is_empty()).then_some(name)
}

impl Git {
    /// Finds the repository of a folder.
    ///
    /// # Errors
    /// If there is none, or git is not installed.
    pub fn open(folder: &Path) -> Result<Self, String> {
        let root = folder.to_owned();
        let prefix = String::new();
        let mut git = Self { root, prefix };
        let prefix = git.run(&["rev-parse", "--show-prefix"], b"").map_err(|_| {
            format!(
                "{}: is in no repository of git, or git is not installed; `--since` needs both",
                folder.display()
            )
        })?;
        text(&prefix)
            .trim_end_matches('\n')
            .clone_into(&mut git.prefix);
        Ok(git)
    }

    /// The commit where this branch left a revision; the revision itself where they share nothing;
    /// `None` for `HEAD` before the first commit.
    ///
    /// # Errors
    /// If git does not know the revision.
    pub fn start_of_branch(&self, revision: &str) -> Result<Option<String>, String> {
        let name = format!("{revision}^{{commit}}");
        let ask = [
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &name,
        ];
        let Ok(commit) = self.run(&ask, b"") else {
            let has_no_commit = self.run(&["rev-parse", "--verify", "--quiet", "HEAD"], b"");
            if revision == "HEAD" && has_no_commit.is_err() {
                return Ok(None);
            }
            return Err(format!(
                "git does not know the revision `{revision}`; check the spelling, or fetch it (a shallow clone has few: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout)"
            ));
        };
        let commit = text(&commit).trim().to_owned();
        let base = self.run(&["merge-base", &commit, "HEAD"], b"");
        let base = base.map(|base| text(&base).trim().to_owned());
        Ok(Some(base.unwrap_or(commit)))
    }

    /// Path from the top of the repository to the workspace, with its last `/`.
    pub(super) fn prefix(&self) -> &str {
        &self.prefix
    }

    /// What git says, as text.
    pub(super) fn text(&self, arguments: &[&str]) -> Result<String, String> {
        Ok(text(&self.run(arguments, b"")?))
    }

    /// The files below folders of the workspace at a commit, by their paths from the top of the
    /// repository, each with the name of its content.
    pub(super) fn files(
        &self,
        commit: &str,
        folders: &[String],
    ) -> Result<Vec<(String, String)>, String> {
        let folders: Vec<String> = { folders.iter() }
            .map(|folder| format!("{}{folder}", self.prefix))
            .collect();
        let mut ask = vec!["ls-tree", "-r", "-z", "--full-tree", commit];
        ask.extend(folders.iter().map(String::as_str));
        let listed = self.text(&ask)?;
        let file = |row: &str| {
            let (head, path) = row.split_once('\t')?;
            let object = head.rsplit(' ').next()?;
            Some((path.to_owned(), object.to_owned()))
        };
        Ok(listed.split('\0').filter_map(file).collect())
    }

    /// The contents of these names, in their order.
    pub(super) fn contents(&self, objects: &[String]) -> Result<Vec<String>, String> {
        let asked = objects.join("\n") + "\n";
        let blobs = self.run(&["cat-file", "--batch"], asked.as_bytes())?;
        let mut rest = blobs.as_slice();
        let contents = objects.iter().map(|_| {
            let content = next_blob(&mut rest)?;
            Some(text(content))
        });
        let contents: Option<Vec<String>> = contents.collect();
        contents.ok_or_else(|| "git gave an answer that cannot be read".to_owned())
    }

    /// Whether the history was fetched only in part.
    pub fn is_shallow(&self) -> bool {
        let said = self.text(&["rev-parse", "--is-shallow-repository"]);
        said.is_ok_and(|said| said.trim() == "true")
    }

    /// What git says of the signatures of commits: `good`, `unknown`, `bad` or `none`.
    pub fn signatures(&self, commits: &BTreeSet<String>) -> BTreeMap<String, &'static str> {
        let mut ask = vec!["log", "--no-walk", "--format=%H %G?"];
        ask.extend(commits.iter().map(String::as_str));
        let said = if commits.is_empty() {
            String::new()
        } else {
            self.text(&ask).unwrap_or_default()
        };
        let row = |line: &str| {
            let (commit, code) = line.split_once(' ')?;
            let signature = match code {
                "G" => "good",
                "N" => "none",
                "B" | "R" => "bad",
                _ => "unknown",
            };
            Some((commit.to_owned(), signature))
        };
        said.lines().filter_map(row).collect()
    }

    /// Days since each message of a catalog last changed, by its id; none where git does not know.
    pub fn days(&self, path: &str) -> BTreeMap<String, u64> {
        let blame = self.run(&["blame", "--porcelain", "--", path], b"");
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let now = now.map_or(0, |now| now.as_secs());
        let mut times: BTreeMap<String, u64> = BTreeMap::new();
        let mut commit = String::new();
        let mut days = BTreeMap::new();
        for line in text(&blame.unwrap_or_default()).lines() {
            let first = line.split(' ').next().unwrap_or_default();
            if let Some(code) = line.strip_prefix('\t') {
                let time = times.get(&commit).copied().unwrap_or(now);
                if let Some((id, _)) = code.split_once(" =") {
                    let age = now.saturating_sub(time) / (24 * 60 * 60);
                    days.insert(id.to_owned(), age);
                }
            } else if let Some(time) = line.strip_prefix("committer-time ") {
                times.insert(commit.clone(), time.parse().unwrap_or(now));
            } else if first.len() >= 40 && first.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                first.clone_into(&mut commit);
            }
        }
        days
    }

    /// Runs git in the workspace and gives what it says.
    fn run(&self, arguments: &[&str], input: &[u8]) -> Result<Vec<u8>, String> {
        let mut child = Command::new("git")
            .arg("-C")
            .arg(&self.root)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("git cannot be run: {error}"))?;
        let pipe = child.stdin.take();
        let output = std::thread::scope(|scope| {
            // Written beside the reading: both pipes hold little.
            scope.spawn(move || pipe.map(|mut pipe| pipe.write_all(input)));
            child.wait_with_output()
        });
        let output = output.map_err(|error| format!("git cannot be run: {error}"))?;
        if output.status.success() {
            Ok(output.stdout)
        } else {
            Err(format!("`git {}` failed", arguments.join(" ")))
        }
    }
}

/// Tells the folders of snapshots apart.
static NEXT: AtomicUsize = AtomicUsize::new(0);

/// A workspace as it was at a commit, in a folder that goes when this goes.
#[derive(Debug)]
pub struct Snapshot {
    /// The workspace.
    pub workspace: Workspace,
    folder: PathBuf,
}

impl Snapshot {
    /// Takes it; `None` if there was no workspace, or one whose configuration was wrong.
    ///
    /// # Errors
    /// If git cannot be run, or the files cannot be written.
    pub fn take(git: &Git, commit: &str) -> Result<Option<Self>, String> {
        let name = format!("{commit}:{}{CONFIGURATION}", git.prefix);
        let Ok(configuration) = git.run(&["cat-file", "blob", &name], b"") else {
            return Ok(None);
        };
        let Ok(project) = Project::parse(&text(&configuration)) else {
            return Ok(None);
        };
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("satz-since-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let made = fs::create_dir(&folder).and_then(|()| fs::canonicalize(&folder));
        let root =
            made.map_err(|error| format!("{}: cannot be made: {error}", folder.display()))?;
        let mut snapshot = Self {
            workspace: Workspace::new(root, project),
            folder,
        };
        snapshot.fill(git, commit)?;
        let found = snapshot.workspace.find_locales(&text(&configuration));
        Ok(found.is_ok().then_some(snapshot))
    }

    /// Writes the articles and catalogs of the commit.
    fn fill(&self, git: &Git, commit: &str) -> Result<(), String> {
        let project = &self.workspace.project;
        let mut folders = project.strings_folders();
        folders.push(project.catalogs.clone());
        folders.extend(project.article_folders().into_iter().map(str::to_owned));
        let paths = folders
            .iter()
            .map(|folder| format!("{}{folder}", git.prefix));
        let paths: Vec<String> = paths.collect();
        let mut ask = vec!["ls-tree", "-r", "-z", "--full-tree", commit];
        // Without a folder everything is listed.
        if paths.iter().all(|path| !path.is_empty()) {
            ask.extend(paths.iter().map(String::as_str));
        }
        let listed = git.run(&ask, b"")?;
        let mut files: Vec<(&str, PathBuf)> = Vec::new();
        let listed = text(&listed);
        for row in listed.split('\0') {
            let Some((head, path)) = row.split_once('\t') else {
                continue;
            };
            let path = path.strip_prefix(&git.prefix).unwrap_or(path);
            let plain =
                { Path::new(path).components() }.all(|part| matches!(part, Component::Normal(_)));
            let mut head = head.split(' ');
            let (Some(mode), Some("blob"), Some(object)) = (head.next(), head.next(), head.next())
            else {
                continue;
            };
            // Links are not followed in a workspace either.
            if plain && mode.starts_with("100") {
                files.push((object, self.folder.join(path)));
            }
        }
        let asked: Vec<&str> = files.iter().map(|(object, _)| *object).collect();
        let asked = asked.join("\n") + "\n";
        let blobs = git.run(&["cat-file", "--batch"], asked.as_bytes())?;
        let mut rest = blobs.as_slice();
        for (_, file) in &files {
            let content = next_blob(&mut rest);
            let content =
                content.ok_or_else(|| "git gave an answer that cannot be read".to_owned())?;
            let folder = file.parent().unwrap_or(&self.folder);
            let written = fs::create_dir_all(folder).and_then(|()| fs::write(file, content));
            written.map_err(|error| format!("{}: cannot be written: {error}", file.display()))?;
        }
        Ok(())
    }
}

/// Takes the next content off what `git cat-file --batch` said: a line that ends with its size, then so
/// many bytes and a line feed.
fn next_blob<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let head = text(&rest[..end]);
    let size: usize = head.rsplit(' ').next()?.parse().ok()?;
    let start = end + 1;
    let content = rest.get(start..start + size)?;
    *rest = rest.get(start + size + 1..).unwrap_or_default();
    Some(content)
}

impl Drop for Snapshot {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.folder));
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
