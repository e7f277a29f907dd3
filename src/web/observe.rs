//! Files that change, told by the system: nobody looks for changes while there are none.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, RemoveKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::config::Project;
use crate::session::Failure;

/// So long nothing must have changed before changes count as done: a program writes a file in several steps.
const QUIET: Duration = Duration::from_millis(15);

/// So long changes are gathered at most.
const LONGEST: Duration = Duration::from_millis(120);

/// Folders in which others keep what they made.
const FOREIGN: [&str; 2] = ["node_modules", "target"];

/// What changed since the last time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// Paths in the workspace, written with `/`.
    pub paths: Vec<String>,
    /// Whether more changed than the system could tell.
    pub is_partial: bool,
}

/// Waits for files of a workspace to change.
#[derive(Debug)]
pub struct Observer {
    watcher: RecommendedWatcher,
    receiver: Receiver<notify::Result<Event>>,
    root: PathBuf,
    output: String,
    watched: BTreeSet<PathBuf>,
}

impl Observer {
    /// Observes the folder of a workspace, without what `build` writes.
    ///
    /// # Errors
    /// If the system cannot observe it.
    pub fn new(root: &Path, project: &Project) -> Result<Self, Failure> {
        let (sender, receiver) = channel();
        let told = move |event: notify::Result<Event>| {
            if event.as_ref().map_or(true, |event| is_change(event.kind)) {
                // Nobody listens any more once the process ends.
                let _ = sender.send(event);
            }
        };
        let failed = |error: notify::Error| {
            Failure::from(format!(
                "{}: changes cannot be seen ({error})",
                root.display()
            ))
        };
        let mut watcher = notify::recommended_watcher(told).map_err(failed)?;
        watcher
            .watch(root, RecursiveMode::NonRecursive)
            .map_err(failed)?;
        let mut observer = Self {
            watcher,
            receiver,
            root: root.to_owned(),
            output: project.output.clone(),
            watched: BTreeSet::new(),
        };
        observer.watch_folders();
        Ok(observer)
    }

    /// Waits until something changed and nothing has changed for a moment. None if nothing ever will.
    pub fn wait(&mut self) -> Option<Changes> {
        loop {
            let mut events = vec![self.receiver.recv().ok()?];
            let until = Instant::now() + LONGEST;
            while Instant::now() < until {
                match self.receiver.recv_timeout(QUIET) {
                    Ok(event) => events.push(event),
                    Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
                }
            }
            let changes = self.changes(events);
            if !changes.paths.is_empty() || changes.is_partial {
                return Some(changes);
            }
        }
    }

    fn changes(&mut self, events: Vec<notify::Result<Event>>) -> Changes {
        let mut changes = Changes::default();
        let mut paths = BTreeSet::new();
        for event in events {
            let Ok(event) = event else {
                changes.is_partial = true;
                continue;
            };
            changes.is_partial |= event.need_rescan();
            for path in &event.paths {
                let inside = path.strip_prefix(&self.root).ok().and_then(Path::to_str);
                let Some(inside) = inside.map(|path| path.replace('\\', "/")) else {
                    continue;
                };
                if self.is_of_interest(&inside) {
                    // A folder that came or went brings its files along.
                    changes.is_partial |= path.is_dir() || is_folder(event.kind);
                    paths.insert(inside);
                }
            }
        }
        if changes.is_partial {
            self.watch_folders();
        }
        changes.paths = paths.into_iter().collect();
        changes
    }

    /// Whether a file may matter: none that a program keeps for itself, and no output.
    fn is_of_interest(&self, path: &str) -> bool {
        let mut names = path.split('/');
        let is_hidden = names.any(|name| name.starts_with(['.', '#']) || name.ends_with('~'));
        let first = path.split('/').next().unwrap_or_default();
        let is_output = path == self.output || path.starts_with(&format!("{}/", self.output));
        !path.is_empty() && !is_hidden && !is_output && !FOREIGN.contains(&first)
    }

    /// Watches every folder below the workspace's that is of interest, and those that are new.
    fn watch_folders(&mut self) {
        let Ok(entries) = std::fs::read_dir(&self.root) else {
            return;
        };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let is_wanted = name.to_str().is_some_and(|name| self.is_of_interest(name));
            let path = entry.path();
            if is_folder && is_wanted && !self.watched.contains(&path) {
                // One that cannot be watched is looked at when it is asked for.
                if self.watcher.watch(&path, RecursiveMode::Recursive).is_ok() {
                    self.watched.insert(path);
                }
            }
        }
        self.watched.retain(|path| path.is_dir());
    }
}

/// Whether a folder was made or removed.
fn is_folder(kind: EventKind) -> bool {
    let made = EventKind::Create(CreateKind::Folder);
    kind == made || kind == EventKind::Remove(RemoveKind::Folder)
}

/// Reading is no change.
fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}
