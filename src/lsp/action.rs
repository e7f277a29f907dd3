//! Code actions: what can be done at a place, or with a whole catalog. The edits are made when one is chosen.

use serde::Deserialize;
use serde_json::{Value, json};

use super::message::Fault;
use super::place::{View, Wanted, view};
use super::protocol::ActionsAsked;
use super::server::Server;
use super::task::{Deed, Task, edit};
use crate::report::Found;
use crate::session::State;
use crate::session::{FileRole, UnitInLocale};
use crate::text::{LineIndex, Span};

/// What stands in an exemption until somebody writes why.
const REASON: &str = "right as it stands";

/// A code action before its edit is made.
struct Offer {
    title: String,
    kind: &'static str,
    task: Task,
    /// The findings that it settles.
    settles: Vec<Value>,
    is_preferred: bool,
}

/// The answer to `textDocument/codeAction`.
pub(super) fn actions(server: &mut Server, asked: &ActionsAsked) -> Result<Value, Fault> {
    let uri = &asked.text_document.uri;
    let file = server.asked(uri)?;
    super::diagnostic::freshen(server, &file);
    let text = server.asked_text(&file)?;
    let wanted = text.span(asked.range);
    let mut offers = Vec::new();
    let view = view(server, uri, Wanted::Own)?;
    if let Some(view) = view.as_ref().filter(|view| view.catalog().is_some()) {
        of_units(server, view, uri, wanted, &mut offers);
        of_file(view, uri, &mut offers);
        of_machines(server, view, uri, &mut offers);
    }
    of_findings(server, uri, wanted, &mut offers)?;
    if matches!(
        server.folder(&file).session.role_of(&file.path),
        FileRole::Article(_) | FileRole::Catalog { .. }
    ) {
        offers.push(Offer::of_file(
            uri,
            "source.satz",
            "Bring all catalogs in step (sync)",
            Deed::Sync,
        ));
    }
    offers.retain(|offer| offer.is_of(asked.context.only.as_deref()));
    let is_lazy = server
        .client
        .lists("/textDocument/codeAction/resolveSupport/properties", "edit");
    let mut actions = Vec::new();
    for offer in offers {
        let mut action = offer.action();
        if matches!(offer.task.deed, Deed::Draft { .. }) {
            let title = &offer.title;
            action["command"] =
                json!({"title": title, "command": "satz.apply", "arguments": [offer.task]});
        } else if !is_lazy {
            match edit(server, &offer.task) {
                Ok(edit) if is_empty(&edit) => continue,
                Ok(edit) => action["edit"] = edit,
                Err(_) => continue,
            }
        }
        actions.push(action);
    }
    Ok(Value::Array(actions))
}

/// The answer to `codeAction/resolve`.
pub(super) fn resolve(server: &mut Server, mut action: Value) -> Result<Value, Fault> {
    let task = Task::deserialize(&action["data"]);
    let task =
        task.map_err(|error| Fault::failed(format!("this is no action of satz: {error}")))?;
    if !matches!(task.deed, Deed::Draft { .. }) {
        action["edit"] = edit(server, &task)?;
    }
    Ok(action)
}

/// Whether an edit changes nothing.
pub(super) fn is_empty(edit: &Value) -> bool {
    let steps = edit["documentChanges"]
        .as_array()
        .is_some_and(|steps| !steps.is_empty());
    let changes = edit["changes"]
        .as_object()
        .is_some_and(|changes| !changes.is_empty());
    !steps && !changes
}

impl Offer {
    fn new(uri: &str, id: Option<&str>, title: impl Into<String>, deed: Deed) -> Self {
        Self {
            title: title.into(),
            kind: "quickfix",
            task: Task {
                uri: uri.to_owned(),
                id: id.map(str::to_owned),
                position: None,
                deed,
            },
            settles: Vec::new(),
            is_preferred: false,
        }
    }

    fn of_file(uri: &str, kind: &'static str, title: &str, deed: Deed) -> Self {
        Self {
            kind,
            ..Self::new(uri, None, title, deed)
        }
    }

    /// Whether it is of a kind that is asked for.
    fn is_of(&self, only: Option<&[String]>) -> bool {
        only.is_none_or(|only| {
            let is_kind = |kind: &String| {
                self.kind == kind
                    || self
                        .kind
                        .strip_prefix(kind.as_str())
                        .is_some_and(|rest| rest.starts_with('.'))
                    || kind.is_empty()
            };
            only.iter().any(is_kind)
        })
    }

    fn action(&self) -> Value {
        let mut action = json!({
            "title": self.title,
            "kind": self.kind,
            "isPreferred": self.is_preferred,
            "data": self.task,
        });
        if !self.settles.is_empty() {
            action["diagnostics"] = json!(self.settles);
        }
        action
    }
}

/// What can be done with the units that a span touches.
fn of_units(server: &Server, view: &View, uri: &str, wanted: Span, offers: &mut Vec<Offer>) {
    let Some(catalog) = view.catalog() else {
        return;
    };
    for (index, in_locale) in catalog.units.iter().enumerate() {
        let span = catalog.span_of(index);
        if span.is_none_or(|span| span.end < wanted.start || wanted.end < span.start) {
            continue;
        }
        let id = view.article.units[index].id.as_str();
        let mut offer = |title: String, deed: Deed, is_preferred: bool| {
            offers.push(Offer {
                is_preferred,
                ..Offer::new(uri, Some(id), title, deed)
            });
        };
        match in_locale.state {
            State::Stale | State::Edited => {
                let title = if in_locale.state == State::Edited {
                    "Accept: the changed translation is up to date"
                } else {
                    "Accept: the translation is up to date as it is"
                };
                offer(
                    title.to_owned(),
                    Deed::Accept,
                    in_locale.state == State::Edited,
                );
            }
            State::Current if in_locale.is_aligned => {
                let title = "Looked at: this translation is that of the sentence";
                offer(title.to_owned(), Deed::Aligned, true);
            }
            State::Current if catalog.has_notes => {
                if in_locale.review.is_some() {
                    offer(
                        "Take the confirmation away".to_owned(),
                        Deed::Unconfirm,
                        false,
                    );
                } else {
                    offer(
                        "Confirm: I have read this translation".to_owned(),
                        Deed::Confirm,
                        false,
                    );
                }
            }
            _ => {}
        }
        if is_typed(in_locale) {
            offer(
                "Make a message of what is typed in the stub".to_owned(),
                Deed::Settle,
                true,
            );
        } else if in_locale.place.is_none() {
            for given in
                server
                    .folder(&view.file)
                    .offers(&view.article.article, &catalog.locale, id)
            {
                let short: String = given.target.chars().take(60).collect();
                let from = if given.article.is_empty() {
                    String::new()
                } else {
                    format!(" ({})", given.article)
                };
                let deed = Deed::Use {
                    text: given.target.clone(),
                    from: (given.article.clone(), given.id.clone()),
                    repaired: given.kind == "repaired",
                };
                offer(
                    format!("Use “{short}” — {}{from}", given.kind),
                    deed,
                    given.is_same,
                );
            }
            let machines = &server.folder(&view.file).session.project().machines;
            for machine in machines.keys().filter(|_| catalog.has_notes) {
                let title = format!("Translate this sentence by {machine}");
                let machine = machine.clone();
                offer(title, Deed::Draft { machine }, false);
            }
        }
    }
}

fn is_typed(unit: &UnitInLocale) -> bool {
    unit.stub
        .as_ref()
        .is_some_and(|stub| !stub.typed.is_empty())
}

/// What can be done with the whole catalog.
fn of_file(view: &View, uri: &str, offers: &mut Vec<Offer>) {
    let Some(catalog) = view.catalog() else {
        return;
    };
    let has = |state: State| catalog.units.iter().any(|unit| unit.state == state);
    let mut offer = |kind, title: &str, deed| offers.push(Offer::of_file(uri, kind, title, deed));
    if has(State::Edited) {
        offer(
            "source.satz",
            "Accept all changed translations of this file",
            Deed::AcceptEdited,
        );
    }
    if has(State::Edited) || has(State::Stale) {
        offer(
            "source.satz",
            "Accept all stale translations of this file",
            Deed::Accept,
        );
    }
    if has(State::Missing) {
        offer(
            "source.satz",
            "Fill this file with exact repeats",
            Deed::Fill,
        );
        offer(
            "source.satz",
            "Fill this file with repeats, figures exchanged",
            Deed::FillRepaired,
        );
    }
    if catalog.units.iter().any(is_typed) {
        offer(
            "source.satz",
            "Make messages of all that is typed in stubs",
            Deed::Settle,
        );
    }
    let is_open = |unit: &UnitInLocale| unit.state == State::Current && unit.review.is_none();
    if catalog.has_notes && catalog.units.iter().any(is_open) {
        offer(
            "source.satz",
            "Confirm all translations of this file that are up to date",
            Deed::Confirm,
        );
    }
}

/// The machines that `satz.yaml` names, for all that is missing in a catalog.
fn of_machines(server: &Server, view: &View, uri: &str, offers: &mut Vec<Offer>) {
    let Some(catalog) = view.catalog().filter(|catalog| catalog.has_notes) else {
        return;
    };
    if catalog
        .units
        .iter()
        .any(|unit| unit.state == State::Missing)
    {
        for machine in server.folder(&view.file).session.project().machines.keys() {
            let title = format!("Translate what is missing in this file by {machine}");
            let deed = Deed::Draft {
                machine: machine.clone(),
            };
            offers.push(Offer::of_file(uri, "source.satz", &title, deed));
        }
    }
}

/// What settles findings: certain fixes, exemptions.
fn of_findings(
    server: &mut Server,
    uri: &str,
    wanted: Span,
    offers: &mut Vec<Offer>,
) -> Result<(), Fault> {
    let file = server.asked(uri)?;
    let text = server.asked_text(&file)?;
    let lines = LineIndex::new(&text.text);
    let folder = server.folder(&file);
    let found = folder.found.get(&file.path).map_or(&[][..], Vec::as_slice);
    let is_message = |id: &str| {
        text.text.contains(&format!("\n{id} =")) || text.text.starts_with(&format!("{id} ="))
    };
    if found.iter().any(|found| found.fixable) {
        offers.push(Offer::of_file(
            uri,
            "source.fixAll.satz",
            "Set right what is certain in this file",
            Deed::Fix,
        ));
    }
    let touched = found.iter().filter(|found| {
        let span = super::diagnostic::span_of(found, &text, &lines);
        let line = lines.line(&text.text, span.start);
        line.start <= wanted.end && wanted.start <= line.end.max(span.end)
    });
    for found in touched {
        let id = found.what.id.as_str();
        let settles = vec![super::diagnostic::diagnostic(found, &text, &lines)];
        if found.fixable {
            offers.push(Offer {
                settles: settles.clone(),
                is_preferred: true,
                ..Offer::new(
                    uri,
                    Some(id).filter(|id| !id.is_empty()),
                    format!("Set right: {}", found.what.message),
                    Deed::Fix,
                )
            });
        }
        if is_exemptible(found) && is_message(id) {
            let deed = Deed::Exempt {
                code: found.what.code.to_string(),
                reason: REASON.to_owned(),
            };
            offers.push(Offer {
                settles,
                ..Offer::new(
                    uri,
                    Some(id),
                    format!("Exempt this sentence from `{}`", found.what.code),
                    deed,
                )
            });
        }
    }
    Ok(())
}

/// Whether an exemption can make a finding none: not where something is to be done.
fn is_exemptible(found: &Found) -> bool {
    let code = found.what.code.as_str();
    let is_work = matches!(
        code,
        "missing"
            | "stale"
            | "aligned"
            | "obsolete"
            | "exemption"
            | "syntax"
            | "duplicate-id"
            | "unknown-id"
            | "typed-in-comment"
    );
    !found.what.id.is_empty() && !is_work
}
