//! What can be done with translations, as a value that an editor hands back in a code action or a command.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::edit::workspace_edit;
use super::message::Fault;
use super::place::{Wanted, view};
use super::protocol::Position;
use super::server::{File, Server};
use crate::session::{
    AcceptQuestion, Change, DraftQuestion, Exemption, Failure, FileRole, FillQuestion,
    NewTranslation, Review, ReviewQuestion, Selection, Session, SyncQuestion,
};
use crate::store::{git_user, today};
use crate::text::Span;

/// Said of a task in another file.
const IN_CATALOG: &str = "this can be done in a catalog of an article alone";

/// A task in a catalog, which the editor names by its address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Task {
    /// Address of the catalog.
    pub(super) uri: String,
    /// The id of the unit or message; of the whole file if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<String>,
    /// A place in the unit, for who does not know its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) position: Option<Position>,
    /// What is done.
    #[serde(rename = "do")]
    pub(super) deed: Deed,
}

/// What is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Deed {
    /// A stale translation is taken for the present source.
    Accept,
    /// Of the whole file, those that were changed since they became stale.
    AcceptEdited,
    /// What the memory has exactly is written.
    Fill,
    /// The same, and what differs in figures alone.
    FillRepaired,
    /// A missing translation is this one, which the memory offers.
    Use {
        text: String,
        /// The article and the unit that it stands in.
        from: (String, String),
        /// Whether figures in it were exchanged.
        repaired: bool,
    },
    /// What alignment found is right.
    Aligned,
    /// What is certain is set right.
    Fix,
    /// What is typed behind stubs becomes messages, and comments are renewed.
    Settle,
    /// A finding of a check is no fault.
    Exempt { code: String, reason: String },
    /// Somebody stands for the translation.
    Confirm,
    /// Nobody stands for it any more.
    Unconfirm,
    /// A machine that `satz.yaml` names translates what is missing. It takes its time: this is no edit.
    Draft { machine: String },
    /// The catalogs of all articles are brought in step.
    Sync,
}

/// The edit that a task comes to.
pub(super) fn edit(server: &mut Server, task: &Task) -> Result<Value, Fault> {
    let task = &placed(server, task)?;
    let file = server.asked(&task.uri)?;
    let reviewer = server.client.reviewer.clone();
    let session = &server.folder(&file).session;
    let (changes, within) = changes(session, &file, task, reviewer)?;
    let within = within.map(|span| (file.path.as_str(), span));
    Ok(workspace_edit(server, file.folder, &changes, within))
}

/// Begins a task that takes its time; whether it is one.
pub(super) fn begin(server: &mut Server, task: &Task) -> Result<bool, Fault> {
    let Deed::Draft { machine } = &task.deed else {
        return Ok(false);
    };
    let task = if task.position.is_some() {
        &placed(server, task)?
    } else {
        task
    };
    let file = server.asked(&task.uri)?;
    let role = server.folder(&file).session.role_of(&file.path);
    let FileRole::Catalog { locale, article } = role else {
        return Err(Fault::failed(IN_CATALOG));
    };
    let question = DraftQuestion {
        fill: FillQuestion {
            locale,
            articles: vec![article],
            repairs: false,
            writes: true,
        },
        ids: task.id.iter().cloned().collect(),
        machine: machine.clone(),
        limit: None,
    };
    super::draft::begin(server, &file, question)?;
    Ok(true)
}

/// A task with the id of the unit at its place.
fn placed(server: &mut Server, task: &Task) -> Result<Task, Fault> {
    let mut task = task.clone();
    let Some(position) = task.position.filter(|_| task.id.is_none()) else {
        return Ok(task);
    };
    let view = view(server, &task.uri, Wanted::Own)?;
    let unit = view.and_then(|view| {
        let unit = view.unit_at(view.text.offset(position))?;
        Some(view.article.units[unit].id.clone())
    });
    task.id = Some(unit.ok_or_else(|| Fault::failed("no sentence stands there"))?);
    Ok(task)
}

/// What a task would write, and which part of the file it is about, if not all.
fn changes(
    session: &Session,
    file: &File,
    task: &Task,
    reviewer: Option<String>,
) -> Result<(Vec<Change>, Option<Span>), Fault> {
    if let Deed::Exempt { code, reason } = &task.deed {
        let exemption = Exemption {
            path: file.path.clone(),
            id: task.id.clone().unwrap_or_default(),
            code: code.clone(),
            reason: reason.clone(),
        };
        let ((), changes) = session.rehearse(|session| session.exempt(&exemption, &mut ()))?;
        return Ok((changes, None));
    }
    if task.deed == Deed::Sync {
        return Ok((synced(session)?, None));
    }
    let (locale, article) = match session.role_of(&file.path) {
        FileRole::Catalog { locale, article } => (locale, article),
        FileRole::Strings { locale, key } if task.deed == Deed::Fix => (locale, key),
        _ => {
            return Err(Fault::failed(IN_CATALOG));
        }
    };
    let scope = Scope {
        locale,
        article,
        ids: task.id.iter().cloned().collect(),
    };
    let ((), changes) =
        session.rehearse(|session| scope.carry_out(session, &task.deed, reviewer))?;
    let is_of_unit = task.deed == Deed::Fix;
    let within = task.id.as_deref().filter(|_| is_of_unit);
    Ok((changes, within.and_then(|id| scope.span_of(session, id))))
}

/// What all catalogs would be after a sync.
pub(super) fn synced(session: &Session) -> Result<Vec<Change>, Failure> {
    let question = SyncQuestion {
        writes: true,
        prune: false,
    };
    let ((), changes) = session.rehearse(|session| {
        session.plan_sync(&question, &mut ())?.apply(&mut ());
        Ok(())
    })?;
    Ok(changes)
}

/// Units of an article in a locale.
struct Scope {
    locale: String,
    article: String,
    ids: Vec<String>,
}

impl Scope {
    fn carry_out(
        &self,
        session: &Session,
        deed: &Deed,
        reviewer: Option<String>,
    ) -> Result<(), Failure> {
        let (locale, articles) = (self.locale.clone(), vec![self.article.clone()]);
        let ids = self.ids.clone();
        match deed {
            Deed::Accept | Deed::AcceptEdited => {
                let question = AcceptQuestion {
                    all: ids.is_empty() && *deed == Deed::Accept,
                    edited: *deed == Deed::AcceptEdited,
                    locale,
                    ids,
                    articles,
                    ..AcceptQuestion::default()
                };
                session.accept(&question, &mut ())?;
            }
            Deed::Fill | Deed::FillRepaired => {
                let question = FillQuestion {
                    locale,
                    articles,
                    repairs: *deed == Deed::FillRepaired,
                    writes: true,
                };
                session.fill(&question, &mut ())?;
            }
            Deed::Use {
                text,
                from,
                repaired,
            } => {
                let new = NewTranslation {
                    locale,
                    article: self.article.clone(),
                    id: ids.into_iter().next().unwrap_or_default(),
                    text: text.clone(),
                    from: Some((from.0.clone(), from.1.clone(), *repaired)),
                };
                session.translate(&new, &mut ())?;
            }
            Deed::Fix => {
                let selection = Selection {
                    locales: vec![locale],
                    articles,
                };
                session.fix(&selection, &mut ())?;
            }
            Deed::Aligned => {
                let id = ids.first().map_or("", String::as_str);
                session.confirm_alignment((&self.locale, &self.article, id), &mut ())?;
            }
            Deed::Settle => session.settle(&self.article, &self.locale, &mut ())?,
            Deed::Confirm | Deed::Unconfirm => {
                let review = match deed {
                    Deed::Confirm => Some(review(session, reviewer)?),
                    _ => None,
                };
                let question = ReviewQuestion {
                    locale,
                    ids,
                    articles,
                    review,
                };
                session.review(&question, &mut ())?;
            }
            Deed::Exempt { .. } | Deed::Sync | Deed::Draft { .. } => {}
        }
        Ok(())
    }

    /// The part of the catalog that a message stands in.
    fn span_of(&self, session: &Session, id: &str) -> Option<Span> {
        let locales = [self.locale.clone()];
        let article = session.article_units(&self.article, &locales).ok()?;
        let catalog = article.catalogs.first()?;
        let unit = article
            .units
            .iter()
            .zip(&catalog.units)
            .position(|(unit, in_locale)| {
                unit.id == id || in_locale.target_id.as_deref() == Some(id)
            });
        catalog.span_of(unit?)
    }
}

/// A review by the person at the editor, today.
fn review(session: &Session, reviewer: Option<String>) -> Result<Review, Failure> {
    let name = reviewer
        .or_else(|| git_user(session.root()))
        .unwrap_or_default();
    Review::of(&name, &today()).ok_or_else(|| {
        Failure::from(
            "nobody knows who you are; set `reviewer` in the settings of satz, or git's `user.name`".to_owned(),
        )
    })
}
