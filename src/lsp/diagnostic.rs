//! What is found in files, as the editor shows it: told when it changes, or when it is asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::{Value, json};

use super::document::Text;
use super::message::Id;
use super::protocol::{DiagnosticsAsked, WorkspaceDiagnosticsAsked};
use super::server::{File, Server};
use crate::report::Found;
use crate::session::{FileRole, Sink};
use crate::store::Steps;
use crate::text::{LineColumn, LineIndex, Severity, Span};

/// The longest text that is looked at after every key, in bytes; a longer one when nothing is typed.
const LONG: usize = 1024 * 1024;

/// Looks again at what changed, the file that was edited last first, and tells the client, if it does not ask
/// itself. Whether all is done; else a message has come.
pub(super) fn settle(server: &mut Server) -> bool {
    if server.is_wanted() {
        return false;
    }
    if let Some(file) = server.edited.take()
        && server.folders[file.folder].touched.contains(&file.path)
    {
        settle_file(server, &file);
    }
    for folder in 0..server.folders.len() {
        while let Some(path) = server.folders[folder].touched.first().cloned() {
            if server.is_wanted() {
                return false;
            }
            settle_file(server, &File { folder, path });
        }
    }
    true
}

fn settle_file(server: &mut Server, file: &File) {
    server.folders[file.folder].touched.remove(&file.path);
    let is_long = |text: &Text| text.text.len() > LONG;
    if !server.client.pulls && server.open_text(file).is_some_and(|text| is_long(&text)) {
        server.folders[file.folder].is_urgent = true;
        return;
    }
    let locales = server.open_locales(file.folder, &file.path);
    match server.folders[file.folder].look_at(&file.path, &locales) {
        Ok(looked_at) if !server.client.pulls => {
            for path in looked_at {
                let folder = file.folder;
                publish(server, &File { folder, path });
            }
        }
        Ok(_) => {}
        Err(failure) => server.log(&failure.to_string()),
    }
}

/// Looks again at a file of which something is asked, if it, or one that it hangs together with, changed. Where
/// that cannot be, as while an article is being renamed, what was found before stays.
pub(super) fn freshen(server: &mut Server, file: &File) {
    let folder = &mut server.folders[file.folder];
    let path = file.path.as_str();
    let around = folder.paths_around(path);
    let is_touched = around.iter().any(|path| folder.touched.contains(path));
    if !is_touched && !folder.is_behind(path) && folder.found.contains_key(path) {
        return;
    }
    if let Err(failure) = folder.look_at(path, &[]) {
        server.log(&failure.to_string());
    }
}

/// Looks at everything, unless a message comes, and tells the client what is another than before.
pub(super) fn look_at_all(server: &mut Server) {
    for index in 0..server.folders.len() {
        if !server.folders[index].is_dirty {
            continue;
        }
        let mut listener = Listener {
            inbox: server.inbox.clone(),
            failures: Vec::new(),
        };
        match server.folders[index].look_at_all(&mut listener) {
            Ok(()) => report_failures(server, index, listener.failures),
            Err(failure) if failure.is_cancelled() => return,
            Err(failure) => {
                (
                    server.folders[index].is_dirty,
                    server.folders[index].is_urgent,
                ) = (false, false);
                server.show(&failure.to_string());
            }
        }
        let changed = std::mem::take(&mut server.folders[index].touched);
        if server.client.pulls {
            if !changed.is_empty() && server.client.has("/workspace/diagnostics/refreshSupport") {
                server.request("workspace/diagnostic/refresh", &Value::Null);
            }
            continue;
        }
        for path in changed {
            publish(
                server,
                &File {
                    folder: index,
                    path,
                },
            );
        }
    }
    for (id, known) in std::mem::take(&mut server.waiting) {
        let report = report_of_workspace(server, &known);
        server.respond(&id, Ok(report));
    }
}

/// Asks the memory for the catalogs that are open, unless a message comes.
pub(super) fn recall(server: &mut Server) {
    let open = server
        .documents
        .values()
        .filter_map(|document| document.file.clone());
    for file in open.collect::<Vec<File>>() {
        let folder = &mut server.folders[file.folder];
        let FileRole::Catalog { locale, article } = folder.session.role_of(&file.path) else {
            continue;
        };
        let mut listener = Listener {
            inbox: server.inbox.clone(),
            failures: Vec::new(),
        };
        // What cannot be read was reported with the findings.
        let _ = folder.recall(&article, &locale, &mut listener);
        if server.is_wanted() {
            return;
        }
    }
}

/// Says once what could not be read.
fn report_failures(server: &mut Server, index: usize, failures: Vec<String>) {
    let before = std::mem::take(&mut server.folders[index].failures);
    for failure in failures.iter().filter(|failure| !before.contains(failure)) {
        server.show(failure);
    }
    server.folders[index].failures = failures;
}

/// Hears of the work on the whole workspace, and stops it when a message comes.
struct Listener {
    inbox: std::sync::Arc<std::sync::atomic::AtomicUsize>,
    failures: Vec<String>,
}

impl Sink for Listener {
    fn begin(&mut self, _: &'static str) -> Box<dyn Steps> {
        Box::new(Interrupt(self.inbox.clone()))
    }

    fn fail(&mut self, error: &dyn std::fmt::Display) {
        self.failures.push(error.to_string());
    }
}

struct Interrupt(std::sync::Arc<std::sync::atomic::AtomicUsize>);

impl Steps for Interrupt {
    fn is_cancelled(&self) -> bool {
        self.0.load(std::sync::atomic::Ordering::Relaxed) > 0
    }
}

/// Tells the client what is found in a file, unless it knows.
fn publish(server: &mut Server, file: &File) {
    let (uri, version) = server.address(file);
    if version.is_none() && !server.client.whole_workspace && !server.published.contains_key(&uri) {
        return;
    }
    let is_shown = version.is_some() || server.client.whole_workspace;
    let items = if is_shown {
        of_file(server, file)
    } else {
        Vec::new()
    };
    let items = Value::Array(items);
    let hash = blake3::hash(items.to_string().as_bytes());
    let is_empty = items.as_array().is_some_and(Vec::is_empty);
    let known = server.published.get(&uri);
    if known == Some(&hash) || (known.is_none() && is_empty && version.is_none()) {
        return;
    }
    server.published.insert(uri.clone(), hash);
    let mut params = json!({"uri": uri, "diagnostics": items});
    if let Some(version) = version {
        params["version"] = json!(version);
    }
    server.notify("textDocument/publishDiagnostics", &params);
}

/// The answer to `textDocument/diagnostic`.
pub(super) fn of_document(server: &mut Server, asked: &DiagnosticsAsked) -> Value {
    // Of what is no file of a workspace nothing is found.
    let Ok(file) = server.asked(&asked.text_document.uri) else {
        return json!({"kind": "full", "items": []});
    };
    freshen(server, &file);
    report(of_file(server, &file), asked.previous_result_id.as_deref())
}

/// The answer to `workspace/diagnostic`: as soon as everything was looked at.
pub(super) fn of_workspace(
    server: &mut Server,
    id: &Id,
    asked: &WorkspaceDiagnosticsAsked,
) -> Option<Value> {
    let known = asked.previous_result_ids.iter();
    let known: BTreeMap<String, String> = known
        .map(|known| (known.uri.clone(), known.value.clone()))
        .collect();
    if server.folders.iter().any(|folder| folder.is_dirty) {
        server.waiting.push((id.clone(), known));
        return None;
    }
    Some(report_of_workspace(server, &known))
}

fn report_of_workspace(server: &Server, known: &BTreeMap<String, String>) -> Value {
    let mut items = Vec::new();
    let mut named = BTreeSet::new();
    for (folder, opened) in server.folders.iter().enumerate() {
        for path in opened.found.keys() {
            let path = path.clone();
            let file = File { folder, path };
            let (uri, version) = server.address(&file);
            let known = known.get(&uri).map(String::as_str);
            let mut report = report(of_file(server, &file), known);
            report["uri"] = json!(uri);
            report["version"] = json!(version);
            items.push(report);
            named.insert(uri);
        }
    }
    // Where nothing is found any more.
    for uri in known.keys().filter(|uri| !named.contains(*uri)) {
        items.push(json!({"kind": "full", "uri": uri, "version": null, "items": []}));
    }
    json!({ "items": items })
}

/// A report of a file; a short one if it says what the client knows.
fn report(items: Vec<Value>, known: Option<&str>) -> Value {
    let items = Value::Array(items);
    let id = blake3::hash(items.to_string().as_bytes()).to_hex();
    let id = &id.as_str()[..16];
    if known == Some(id) {
        return json!({"kind": "unchanged", "resultId": id});
    }
    json!({"kind": "full", "resultId": id, "items": items})
}

/// What is found in a file.
fn of_file(server: &Server, file: &File) -> Vec<Value> {
    let folder = server.folder(file);
    let Some(found) = folder.found.get(&file.path) else {
        return Vec::new();
    };
    // What is missing in a catalog that nobody has written yet stands at its beginning.
    let empty = || Arc::new(Text::of_file(String::new(), server.client.encoding));
    let text = server.text(file).unwrap_or_else(empty);
    let lines = LineIndex::new(&text.text);
    let sources = sources(server, file);
    let item = |found: &Found| {
        let mut item = diagnostic(found, &text, &lines);
        if let Some(location) = sources.get(found.what.id.as_str()) {
            let related = json!([{"location": location, "message": found.what.source}]);
            item["relatedInformation"] = related;
        }
        if server.client.has("/workspace/textDocumentContent") {
            let code = &found.what.code;
            item["codeDescription"] = json!({"href": format!("satz:///explain/{code}")});
        }
        item
    };
    found.iter().map(item).collect()
}

/// Where the sentences of an article stand in it, by the ids of its units, for a catalog that is open.
fn sources(server: &Server, file: &File) -> BTreeMap<String, Value> {
    let folder = server.folder(file);
    let (FileRole::Catalog { article, .. }, (_, Some(_))) =
        (folder.session.role_of(&file.path), server.address(file))
    else {
        return BTreeMap::new();
    };
    let Ok(article) = folder.session.article_units(&article, &[]) else {
        return BTreeMap::new();
    };
    let source = File {
        folder: file.folder,
        path: article.path,
    };
    let Some(text) = server.text(&source) else {
        return BTreeMap::new();
    };
    let (uri, _) = server.address(&source);
    let units = article.units.into_iter();
    units
        .map(|unit| {
            let location = json!({"uri": uri, "range": text.range(unit.span)});
            (unit.id, location)
        })
        .collect()
}

pub(super) fn diagnostic(found: &Found, text: &Text, lines: &LineIndex) -> Value {
    let what = &found.what;
    let span = span_of(found, text, lines);
    let severity = match found.severity {
        Severity::Error => 1,
        Severity::Warning => 2,
        Severity::Hint => 4,
    };
    let mut item = json!({
        "range": text.range(span),
        "severity": severity,
        "code": what.code,
        "source": "satz",
        "message": what.message,
        "data": {
            "id": what.id,
            "locale": found.at.locale,
            "article": found.at.article,
            "hints": what.hints,
            "fixable": found.fixable,
        },
    });
    if what.code == "obsolete" {
        item["tags"] = json!([1]);
    }
    item
}

/// The bytes that a finding is about: those of its excerpt, or what is left of its line.
pub(super) fn span_of(found: &Found, text: &Text, lines: &LineIndex) -> Span {
    let place = |line: u32, column: u32| LineColumn {
        line: line as usize,
        column: column as usize,
    };
    let start = lines.offset(&text.text, place(found.line, found.column));
    let end = found.excerpt.as_ref().map_or(start, |excerpt| {
        let last = LineColumn {
            line: found.line as usize + excerpt.last,
            column: excerpt.column + 1,
        };
        lines.offset(&text.text, last)
    });
    Span::new(start, end.max(start))
}
