//! Texts that are in no file: the assembled page, the bilingual page, the manual of a check.

use serde::Deserialize;
use serde_json::{Value, json};

use super::message::Fault;
use super::server::Server;
use super::uri::decoded;
use crate::config::{Missing, Stale};
use crate::session::{BuildQuestion, FileRole, Selection, check_pages};

#[derive(Debug, Deserialize)]
pub(super) struct ContentAsked {
    uri: String,
}

/// The answer to `workspace/textDocumentContent`.
pub(super) fn content(server: &mut Server, asked: &ContentAsked) -> Result<Value, Fault> {
    Ok(json!({"text": text_of(server, &asked.uri)?}))
}

/// The text of a virtual document: `satz:///explain/CODE`, `satz:///page?FILE` or `satz:///bilingual?FILE`, where
/// FILE is the escaped address of a catalog.
pub(super) fn text_of(server: &mut Server, uri: &str) -> Result<String, Fault> {
    let unknown = || Fault::failed("there is no such document of satz");
    let rest = uri
        .strip_prefix("satz:")
        .ok_or_else(unknown)?
        .trim_start_matches('/');
    if let Some(code) = rest.strip_prefix("explain/") {
        let page = check_pages().into_iter().find(|page| page.code == code);
        let page = page.ok_or_else(unknown)?;
        return Ok(format!("# {}\n\n{}\n", page.code, page.manual));
    }
    let (kind, file) = rest.split_once('?').ok_or_else(unknown)?;
    let file = decoded(file).ok_or_else(unknown)?;
    // An editor may show an ending behind the name.
    let form = match kind.split('.').next() {
        Some("page") => None,
        Some("bilingual") => Some("bilingual".to_owned()),
        _ => return Err(unknown()),
    };
    let file = server.asked(&file)?;
    let session = &server.folder(&file).session;
    let FileRole::Catalog { locale, article } = session.role_of(&file.path) else {
        return Err(Fault::failed("only the catalog of an article has a page"));
    };
    let path = session.article_path(&article).unwrap_or_default();
    let ending = path.rsplit('.').next().unwrap_or("md");
    let own = match ending.to_lowercase().as_str() {
        "html" | "htm" => "html",
        "txt" => "txt",
        _ => "md",
    };
    let question = BuildQuestion {
        selection: Selection {
            locales: vec![locale],
            articles: Vec::new(),
        },
        forms: vec![form.unwrap_or_else(|| own.to_owned())],
        missing: Some(Missing::Source),
        stale: Some(Stale::Use),
        threshold: Some(0),
        ..BuildQuestion::default()
    };
    let pages = session.pages(&article, &question, &mut ())?;
    pages
        .into_iter()
        .next()
        .map(|page| page.text)
        .ok_or_else(unknown)
}
