//! The one engine room: what a front end asks of a workspace, as values in and values out. It never
//! prints; long work tells a [`Sink`].
//!
//! A session is opened on a folder, or on texts that lie nowhere, and may have texts above the files
//! that an editor has not saved yet. The command line opens one, asks once and ends; a language server
//! or a web editor holds it. What they are told about the same bytes is the same.

mod accept;
mod add;
mod ahead;
mod align;
mod application;
mod article_units;
mod checks;
mod desk;
mod diff;
mod doubt;
mod editing;
mod exchange;
mod failure;
mod file_role;
mod files;
mod fix;
mod found;
mod glossary;
mod inspect;
mod links;
mod live;
mod localized;
mod machine;
mod memory;
mod merge;
mod pack;
mod pages;
mod proposal;
mod provenance;
mod ratchet;
mod rehearse;
mod remember;
mod rename;
mod review;
mod segment;
mod select;
mod share;
mod similar;
mod sink;
mod source_file;
mod status;
mod sweep;
mod sync;
mod terms;
mod weight;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config::{Project, Setting};
use crate::report::Segments;
use crate::store::{Error, Files, Record, Workspace, Writer, find_workspace_with};
use live::Live;
use sink::Report;

pub use crate::article::{Adoption, Change, Rewording};
pub use crate::catalog::{Maker, Origin, Review};
pub use crate::check::Term;
pub use crate::compare::State;
pub use crate::extract::{Extract, LeftOut, Line};
pub use crate::memory::Entry as MemoryEntry;
pub use crate::update::Merged;
pub use accept::{AcceptQuestion, Acceptable, Accepted, EVERY, Swept, diff_command};
pub use add::{NewArticle, PageForm, RawPage, unreadable_page};
pub use align::{Aligner, GivenTranslation, SiteTaken, align_lines, endings};
pub use article_units::{
    ArticleUnit, ArticleUnits, CatalogUnits, EntryPlace, StubPlace, UnitInLocale,
};
pub use checks::{CheckPage, TextFlaw, TextPair, check_pages, check_texts};
pub use desk::{
    DeskArticle, DeskChange, DeskFinding, DeskOrigin, DeskPlace, DeskSaved, DeskUnit, Restored,
    Trial, TrialQuestion,
};
pub use doubt::ReviewListQuestion;
pub use editing::{Exemption, NewTranslation};
pub use exchange::{
    ExchangeFault, ExportQuestion, Exported, ImportFile, ImportOutcome, ImportQuestion, Imported,
    check_exchange_file, export_formats, is_export,
};
pub use failure::Failure;
pub use file_role::FileRole;
pub use files::{ArticleFiles, LocaleFile};
pub use fix::Fixed;
pub use inspect::InspectQuestion;
pub use machine::{DraftQuestion, Drafts, RefusedUnit};
pub use memory::{FillQuestion, Filled, FilledArticle, SuggestQuestion};
pub use merge::merge_catalogs;
pub use pages::{BuildQuestion, Built, BuiltEdition, Leftover, LeftoverState, Page};
pub use proposal::Proposal;
pub use provenance::ProvenanceQuestion;
pub use ratchet::{BaselineFile, Ratchet};
pub use review::{ReviewQuestion, Reviewed, UnitMaker};
pub use segment::{segment_article, segment_lines};
pub use select::Selection;
pub use share::{Answer, Parts, Share, parse_share};
pub use similar::SimilarTexts;
pub use sink::{Sink, Transcript};
pub use status::StatusQuestion;
pub use sweep::{Exchange, Sweep};
pub use sync::{MinorChange, Orphaned, Recut, SyncPlan, SyncQuestion, SyncStep, Unreadable};
pub use terms::GlossaryTerm;

/// A workspace that questions can be asked about.
///
/// # Examples
/// ```
/// use satz::session::{Selection, Session};
/// let mut session = Session::of_texts([
///     ("satz.yaml", "locales: [en]"),
///     ("articles/markt.md", "Der Markt ist offen."),
/// ])?;
/// assert_eq!(session.diff(&Selection::default(), &[], &mut ())?.len(), 1);
/// session.set_text("articles/markt.md", Some("Der Markt ist zu. Er öffnet morgen.".into()));
/// assert_eq!(session.diff(&Selection::default(), &[], &mut ())?.len(), 2);
/// # Ok::<(), satz::session::Failure>(())
/// ```
#[derive(Debug)]
pub struct Session {
    workspace: Workspace,
    live: Live,
    /// Where what it would write is noted, if it is to write nothing.
    record: Option<Record>,
}

impl Session {
    /// Opens the workspace that a folder lies in, with settings that stand above its `satz.yaml`, and a
    /// folder in which what is found out may be kept for the next session.
    ///
    /// # Errors
    /// If there is none, or its configuration is wrong.
    pub fn open(
        folder: &Path,
        settings: &[Setting],
        cache: Option<PathBuf>,
        sink: &mut dyn Sink,
    ) -> Result<Self, Failure> {
        let report = &mut Report::new(sink);
        let mut workspace = find_workspace_with(folder, settings)?;
        if let Some(cache) = cache
            && let Err(error) = workspace.keep_in(cache)
        {
            report.note(format_args!("note: {error}"));
        }
        for error in workspace.strange_locales() {
            report.note(format_args!("warning: {error}"));
        }
        Ok(Self::of(workspace))
    }

    /// A session about a workspace that was found already.
    pub fn of(workspace: Workspace) -> Self {
        Self {
            workspace,
            live: Live::default(),
            record: None,
        }
    }

    /// A session about files that lie in no folder. It can be asked everything, and writes nothing.
    ///
    /// # Errors
    /// If there is no `satz.yaml` among them, or it is wrong.
    pub fn of_files(files: Arc<dyn Files>) -> Result<Self, Failure> {
        Ok(Self::of(Workspace::of_files(files)?))
    }

    /// A session about texts, by their paths.
    ///
    /// # Errors
    /// As [`Session::of_files`].
    pub fn of_texts<P: Into<String>, T: Into<String>>(
        texts: impl IntoIterator<Item = (P, T)>,
    ) -> Result<Self, Failure> {
        let texts = texts.into_iter();
        let texts = texts.map(|(path, text)| (path.into(), text.into()));
        Self::of_files(Arc::new(texts.collect::<BTreeMap<String, String>>()))
    }

    /// Puts a text above a file of the workspace, as an editor has it and has not saved it yet; `None`
    /// takes it away, and the file counts again. A changed `satz.yaml` wants a new session.
    pub fn set_text(&mut self, path: &str, text: Option<String>) {
        let stays = text.is_some() && self.live.knows_article(self.project(), path);
        self.workspace.set_text(path, text);
        self.forget(path, stays);
    }

    /// What the workspace is configured as.
    pub fn project(&self) -> &Project {
        &self.workspace.project
    }

    /// The folder of the workspace; empty if it lies in none.
    pub fn root(&self) -> &Path {
        &self.workspace.root
    }

    /// Reads a file of the workspace; `None` if there is none.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn read(&self, path: &str) -> Result<Option<String>, Failure> {
        Ok(self.workspace.read(path)?)
    }

    /// The key of the article that a file is; none for what lies elsewhere.
    pub fn article_key(&self, file: &Path) -> Option<String> {
        self.workspace.article_key(file)
    }

    /// The path in the workspace of a file that lies in it, whether it is there or not; none for what lies
    /// elsewhere, or is reached through a link in the workspace.
    pub fn path_inside(&self, file: &Path) -> Option<String> {
        self.workspace.path_inside(file)
    }

    /// Says which files among the articles are not read.
    ///
    /// # Errors
    /// If there is nothing to look at: no article and no catalog.
    pub fn survey(&self, sink: &mut dyn Sink) -> Result<(), Failure> {
        for error in self.workspace.survey()? {
            sink.note(&format_args!("warning: {error}"));
        }
        Ok(())
    }

    /// Cuts a file into units, as the workspace has it, whether it is one of its articles or not.
    ///
    /// # Errors
    /// As [`segment_article`].
    pub fn segment(
        &self,
        file: &Path,
        text: &str,
        is_explained: bool,
    ) -> Result<Segments, Failure> {
        let key = self.article_key(file).unwrap_or_default();
        segment_article(self.project(), &key, file, text, is_explained)
    }

    /// The right to write. What a killed run left is noted.
    fn writer(&self, report: &mut Report<'_>) -> Result<Writer<'_>, Error> {
        let writer = match &self.record {
            Some(record) => self.workspace.recorder(record.clone()),
            None => self.workspace.writer()?,
        };
        for notice in &writer.notices {
            report.note(format_args!("warning: {notice}"));
        }
        Ok(writer)
    }
}
