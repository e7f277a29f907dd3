//! A build as it goes on: what was made is written and listed.

use std::collections::HashSet;

use super::faulty;
use super::make::Made;
use crate::cli::context::Context;
use crate::cli::{Failure, Outcome};
use crate::publish::Manifest;
use crate::store::{Workspace, Writer};

/// Files are written once there are so many of them.
const BATCH: usize = 1024;

pub(super) struct Building<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) writer: &'a Writer<'a>,
    /// The locales that are written.
    pub(super) locales: &'a [String],
    pub(super) manifest: Manifest,
    pub(super) outcome: Outcome,
    /// Keys of the articles that there is something of.
    pub(super) keys: Vec<String>,
    /// For each locale what is to be said, and the files in the order of the articles.
    notes: Vec<Vec<String>>,
    paths: Vec<Vec<String>>,
    taken: HashSet<String>,
    /// Files to be written.
    texts: Vec<(String, String)>,
    failure: Option<Failure>,
}

impl<'a> Building<'a> {
    pub(super) fn new(
        workspace: &'a Workspace,
        writer: &'a Writer<'a>,
        locales: &'a [String],
    ) -> Self {
        Self {
            workspace,
            writer,
            locales,
            manifest: Manifest::new(&workspace.project.source),
            outcome: Outcome::Clean,
            keys: Vec::new(),
            notes: vec![Vec::new(); locales.len()],
            paths: vec![Vec::new(); locales.len()],
            taken: HashSet::new(),
            texts: Vec::new(),
            failure: None,
        }
    }

    /// Takes what was made of an article.
    pub(super) fn take(&mut self, context: &mut Context<'_>, made: Made) {
        if let Some(fault) = &made.fault {
            self.failure
                .get_or_insert_with(|| faulty(self.workspace, fault));
        }
        self.keys.push(made.key);
        let mut texts = made.texts;
        for (locale, edition) in made.editions.into_iter().enumerate() {
            self.notes[locale].extend(edition.notes);
            if let Some(unpublished) = edition.unpublished {
                self.outcome = Outcome::Findings;
                self.manifest.unpublished.push(unpublished);
            }
            for output in edition.outputs {
                let path = format!("{}/{}", self.workspace.project.output, output.path);
                if !self.taken.insert(output.path.clone()) {
                    context.fail(format_args!(
                        "{path}: two articles have this output; rename one"
                    ));
                    texts.retain(|(own, _)| *own != path);
                    continue;
                }
                self.manifest.outputs.push(output);
                self.paths[locale].push(path);
            }
        }
        self.texts.append(&mut texts);
        if self.texts.len() >= BATCH {
            self.write();
        }
    }

    /// Writes what there is to write.
    fn write(&mut self) {
        let texts = std::mem::take(&mut self.texts);
        if self.failure.is_none()
            && let Err(error) = self.writer.replace(&texts)
        {
            self.failure = Some(error.into());
        }
    }

    /// Says what came of it, locale by locale.
    pub(super) fn tell(&mut self, context: &mut Context<'_>) -> Result<(), Failure> {
        self.write();
        for note in self.notes.iter().flatten() {
            context.note(note);
        }
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        for path in self.paths.iter().flatten() {
            writeln!(context.out, "{path}")?;
        }
        Ok(())
    }
}
