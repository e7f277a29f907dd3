//! A workspace: the folder with a `satz.yaml`.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::beside::content;
use super::files::Texts;
use super::place::{is_absent, outside};
use super::read::read_unlinked;
use super::{Error, Files, Write, read_text};
use crate::config::{CONFIGURATION, Fault, Project, Setting, folder_fault};

/// A folder with a `satz.yaml`.
#[derive(Debug, Clone)]
pub struct Workspace {
    /// The folder, every link in its path resolved.
    pub root: PathBuf,
    /// What its `satz.yaml` says.
    pub project: Project,
    /// Where what a run finds out may be kept for the next one, outside the workspace.
    pub cache_folder: Option<PathBuf>,
    /// What stands in the place of its files, or above them.
    pub(super) texts: Texts,
}

/// Finds the workspace that `start` lies in: the nearest folder upwards with a `satz.yaml`.
///
/// # Errors
/// If there is none, or if its configuration cannot be read or is wrong.
pub fn find_workspace(start: &Path) -> Result<Workspace, Error> {
    find_workspace_with(start, &[])
}

/// Finds the workspace that `start` lies in, with settings that stand above its `satz.yaml`.
///
/// # Errors
/// If there is none, or if its configuration cannot be read or is wrong.
pub fn find_workspace_with(start: &Path, settings: &[Setting]) -> Result<Workspace, Error> {
    let folder = fs::canonicalize(start).map_err(|error| not_there(start, error))?;
    for root in folder.ancestors() {
        let file = root.join(CONFIGURATION);
        if let Ok(real) = fs::canonicalize(&file)
            && !real.starts_with(root)
        {
            let message = "is a link that leads out of the workspace; put the real file there";
            return Err(Error::new(file, message));
        }
        let Some(text) = read_text(&file)? else {
            continue;
        };
        let text =
            Project::layered(&text, settings).map_err(|fault| Error::from_fault(&file, &fault))?;
        let blamed = |fault: Fault| Error::from_fault(&file, &fault.under(settings));
        let project = Project::parse(&text).map_err(blamed)?;
        let root = root.to_owned();
        let mut workspace = Workspace::new(root, project);
        workspace.find_locales(&text)?;
        return Ok(workspace);
    }
    let message = format!(
        "no {CONFIGURATION} here or in a folder above; make a workspace with `satz init`, or name one with `-C`"
    );
    Err(Error::absence(folder, message))
}

/// Makes a workspace in `root`, which need not exist: folders, files (path and text; one that
/// exists is left as it is), and last the configuration.
///
/// # Errors
/// If there is a configuration already, or the text given for it is wrong: nothing is written.
pub fn create_workspace(
    root: &Path,
    configuration: &str,
    folders: &[String],
    files: &[(String, String)],
) -> Result<Workspace, Error> {
    let file = root.join(CONFIGURATION);
    // Without the line: there is no such file yet.
    let project =
        Project::parse(configuration).map_err(|fault| Error::new(&file, fault.to_string()))?;
    if fs::symlink_metadata(&file).is_ok() {
        let message = "there is a workspace already; edit this file to change it";
        return Err(Error::new(file, message));
    }
    if root.exists() && !root.is_dir() {
        return Err(Error::new(root, "is a file; name a folder"));
    }
    fs::create_dir_all(root).map_err(|error| Error::io(root, "create", error))?;
    let root = fs::canonicalize(root).map_err(|error| Error::io(root, "open", error))?;
    let workspace = Workspace::new(root, project);
    let writer = workspace.writer()?;
    for folder in folders {
        workspace.make_folder(folder)?;
    }
    let mut writes = Vec::new();
    for (path, text) in files {
        if workspace.read(path)?.is_none() {
            writes.push(Write::create(path, text));
        }
    }
    writes.push(Write::create(CONFIGURATION, configuration));
    writer.write(&writes)?;
    writer.close()?;
    Ok(workspace)
}

impl Workspace {
    /// A workspace in a folder, every link in whose path is resolved. Nothing is looked at yet.
    pub fn new(root: PathBuf, project: Project) -> Self {
        Self {
            root,
            project,
            cache_folder: None,
            texts: Texts::default(),
        }
    }

    /// A workspace whose files come from elsewhere than a folder. It can be read, not written.
    ///
    /// # Errors
    /// If there is no `satz.yaml` among the files, or it is wrong.
    pub fn of_files(files: Arc<dyn Files>) -> Result<Self, Error> {
        let Some(text) = files.read(CONFIGURATION)? else {
            let message = "there is no such file; every workspace has one";
            return Err(Error::absence(CONFIGURATION, message));
        };
        let project =
            Project::parse(&text).map_err(|fault| Error::from_fault(CONFIGURATION, &fault))?;
        let mut workspace = Self::new(PathBuf::new(), project);
        workspace.texts.instead = Some(files);
        workspace.find_locales(&text)?;
        Ok(workspace)
    }

    /// Puts a text above a file, as an editor has it and has not saved it yet; `None` takes it away.
    pub fn set_text(&mut self, path: &str, text: Option<String>) {
        let above = Arc::make_mut(&mut self.texts.above);
        match text {
            Some(text) => above.insert(path.to_owned(), text),
            None => above.remove(path),
        };
    }

    /// Whether texts stand above files, and so above one of these.
    pub(super) fn is_covered(&self, paths: impl IntoIterator<Item = String>) -> bool {
        let above = &self.texts.above;
        !above.is_empty() && paths.into_iter().any(|path| above.contains_key(&path))
    }

    /// Finds the locales by the patterns of `strings`, if the configuration, of this text, names
    /// none.
    ///
    /// # Errors
    /// If there are none, or if the configuration is wrong for those that there are.
    pub fn find_locales(&mut self, configuration: &str) -> Result<(), Error> {
        if !self.project.locales.is_empty() {
            return Ok(());
        }
        let file = self.root.join(CONFIGURATION);
        let found = self
            .project
            .find_locales(&mut self.lister(&[], &mut Vec::new()));
        if found.is_empty() {
            let message = "no locale is found by the patterns of `strings`; name them with `locales`, or correct the patterns";
            return Err(Error::new(file, message));
        }
        self.project = Project::parse_with(configuration, &found)
            .map_err(|fault| Error::from_fault(&file, &fault))?;
        Ok(())
    }

    /// Locales that the patterns of `strings` find under another name than their usual spelling,
    /// and that name.
    pub fn find_names(&self) -> BTreeMap<String, String> {
        self.project
            .find_names(&mut self.lister(&[], &mut Vec::new()))
    }

    /// Reads a file of the workspace; None if there is none.
    ///
    /// # Errors
    /// If it is no regular file, not UTF-8, too large, unreadable, or lies outside the workspace.
    pub fn read(&self, path: &str) -> Result<Option<String>, Error> {
        let full = self.full(path)?;
        if let Some(text) = self.texts.above.get(path) {
            return Ok(Some(text.clone()));
        }
        if let Some(files) = &self.texts.instead {
            return files.read(path);
        }
        // The folder of the workspace has no link in its path.
        if let Some(read) = read_unlinked(&full) {
            return read;
        }
        match fs::canonicalize(&full) {
            Ok(real) if real.starts_with(&self.root) => read_text(&full),
            Ok(_) => Err(outside(&full)),
            Err(error) if error.kind() == ErrorKind::NotADirectory => Err(no_folder(&full)),
            Err(error) if is_absent(&error) && fs::symlink_metadata(&full).is_err() => Ok(None),
            Err(error) => Err(not_there(&full, error)),
        }
    }

    /// The bytes of a file of the workspace; None if there is none.
    ///
    /// # Errors
    /// If it is no regular file, unreadable, or lies outside the workspace or behind a link.
    pub fn bytes(&self, path: &str) -> Result<Option<Vec<u8>>, Error> {
        let full = self.full(path)?;
        match fs::canonicalize(&full) {
            Ok(real) if real == full => {}
            Ok(real) if real.starts_with(&self.root) => return Err(through_link(&full)),
            Ok(_) => return Err(outside(&full)),
            Err(error) if is_absent(&error) => return Ok(None),
            Err(error) => return Err(Error::io(full, "open", error)),
        }
        match content(&full) {
            Ok(Some(bytes)) => Ok(Some(bytes)),
            Ok(None) => Err(Error::new(full, "is no regular file; move it away")),
            Err(error) if is_absent(&error) => Ok(None),
            Err(error) => Err(Error::io(full, "read", error)),
        }
    }

    /// Whether there is a regular file that holds what `is_it` says of its bytes.
    pub fn holds(&self, path: &str, is_it: impl FnOnce(&[u8]) -> bool) -> bool {
        if self.texts.instead.is_some() {
            let text = self.read(path).ok().flatten();
            return text.is_some_and(|text| is_it(text.as_bytes()));
        }
        let full = self.full(path).ok();
        let bytes = full.and_then(|full| content(&full).ok().flatten());
        bytes.is_some_and(|bytes| is_it(&bytes))
    }

    /// The key of the article that a file is; none for what lies elsewhere.
    pub fn article_key(&self, file: &Path) -> Option<String> {
        let file = fs::canonicalize(file).ok()?;
        let below = file.strip_prefix(&self.root).ok()?;
        let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
        self.project.article_key(&parts?.join("/"))
    }

    /// The path in the workspace of a file that lies in it, whether it is there or not; none for what lies
    /// elsewhere, or is reached through a link in the workspace.
    pub fn path_inside(&self, file: &Path) -> Option<String> {
        if !file
            .components()
            .all(|part| !matches!(part, Component::ParentDir | Component::CurDir))
        {
            return None;
        }
        let is_root = |above: &&Path| fs::canonicalize(above).is_ok_and(|real| real == self.root);
        let below = if let Ok(below) = file.strip_prefix(&self.root) {
            below
        } else {
            // The way to the workspace may lead through links.
            let root = file.ancestors().find(is_root)?;
            file.strip_prefix(root).ok()?
        };
        let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
        let path = parts?.join("/");
        let mut full = self.full(&path).ok()?;
        while full != self.root {
            if full.is_symlink() {
                return None;
            }
            full.pop();
        }
        Some(path)
    }

    /// Where a path of the workspace is.
    pub(super) fn full(&self, path: &str) -> Result<PathBuf, Error> {
        let plain = Path::new(path)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        let full = self.root.join(path);
        if plain && !path.is_empty() {
            Ok(full)
        } else {
            Err(outside(&full))
        }
    }

    /// Makes a folder and those above it, through no link.
    pub(super) fn make_folder(&self, path: &str) -> Result<(), Error> {
        if let Some(fault) = folder_fault(path) {
            return Err(Error::from_fault(self.root.join(path), &fault));
        }
        let mut folder = self.root.clone();
        for part in path.split('/') {
            folder.push(part);
            match fs::symlink_metadata(&folder) {
                Ok(meta) if meta.is_dir() => {}
                Ok(meta) if meta.is_symlink() => return Err(through_link(&folder)),
                Ok(_) => return Err(no_folder(&folder)),
                Err(_) => match fs::create_dir(&folder) {
                    Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                        return Err(Error::io(folder, "create", error));
                    }
                    _ => {}
                },
            }
        }
        Ok(())
    }
}

pub(super) fn through_link(path: &Path) -> Error {
    let message = "is a symbolic link, and satz writes through none; put the real one there";
    Error::new(path, message)
}

/// What to say where a path goes through a file, or leads to one in place of a folder.
fn no_folder(path: &Path) -> Error {
    let file = path.ancestors().find(|above| above.is_file());
    let message = "is a file where a folder must be; move it away";
    Error::absence(file.unwrap_or(path), message)
}

fn not_there(path: &Path, error: std::io::Error) -> Error {
    if is_absent(&error) {
        Error::new(path, "there is no such file or folder; check the spelling")
    } else {
        Error::io(path, "open", error)
    }
}
