//! The pages that `build` wrote, shown on this machine as they are; a page loads again when it was made again.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, HeaderName};
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use super::events::Events;
use super::gate::{Behind, Gate};
use super::{assets, listen, route};
use crate::session::Failure;

/// What pages may do: what they do on the site, without asking anybody else.
const POLICY: &str = "default-src 'self' 'unsafe-inline' data:; object-src 'none'; base-uri 'self'; \
     form-action 'none'; frame-ancestors 'none'";

/// Lets in whoever has the address, and leads to the first page.
const DOOR: &str = "<!doctype html><meta charset=\"utf-8\"><title>satz</title>\
     <script type=\"module\" src=\"/api/door.js\"></script>";

/// A server of pages.
#[derive(Debug)]
pub struct SiteServer(Arc<Site>);

#[derive(Debug)]
struct Site {
    gate: Gate,
    /// The folder of the pages, every link in its path resolved.
    folder: PathBuf,
    events: Events,
}

impl SiteServer {
    /// Shows the pages below a folder, on a thread of its own until the process ends.
    ///
    /// # Errors
    /// If there is no such folder, or no port is free.
    pub fn start(folder: &Path, port: Option<u16>) -> Result<Self, Failure> {
        let folder = fs::canonicalize(folder)
            .map_err(|error| Failure::from(format!("{}: {error}", folder.display())))?;
        let listener: TcpListener = super::bind(&folder, port)?;
        let address = listener.local_addr();
        let address = address.map_err(|error| Failure::from(format!("no port: {error}")))?;
        let site = Arc::new(Site {
            gate: Gate::new(Behind::Site, address.port(), None)?,
            folder,
            events: Events::default(),
        });
        let router = router(Arc::clone(&site));
        let work = move || drop(listen::run(listener, router));
        let thread = std::thread::Builder::new()
            .name("pages".to_owned())
            .spawn(work);
        thread.map_err(|error| Failure::from(format!("no thread: {error}")))?;
        Ok(Self(site))
    }

    /// The address for the browser.
    pub fn address(&self) -> String {
        self.0.gate.address()
    }

    /// Has every page that is open load again.
    pub fn reload(&self) {
        self.0.events.tell_changed(None);
    }
}

fn router(site: Arc<Site>) -> Router {
    const SCRIPT: [(HeaderName, &str); 1] = [(CONTENT_TYPE, "text/javascript")];
    Router::new()
        .route(
            "/",
            get(|| async { ([(CONTENT_TYPE, "text/html; charset=utf-8")], DOOR) }),
        )
        .route("/api/enter", post(enter))
        .route(
            "/api/door.js",
            get(|| async { (SCRIPT, include_str!("assets/door.js")) }),
        )
        .route(
            "/api/again.js",
            get(|| async { (SCRIPT, include_str!("assets/again.js")) }),
        )
        .route("/api/first", get(first))
        .route("/api/events", get(events))
        .fallback(page)
        .layer(from_fn_with_state(Arc::clone(&site), guard))
        .with_state(site)
}

async fn guard(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let is_door = parts.uri.path() == "/api/door.js";
    let mut response = match site.gate.judge(&parts) {
        Err((StatusCode::UNAUTHORIZED, _)) if is_door => {
            next.run(Request::from_parts(parts, body)).await
        }
        Ok(()) => next.run(Request::from_parts(parts, body)).await,
        Err((status, reason)) => (status, reason).into_response(),
    };
    let headers = response.headers_mut();
    for (name, value) in route::HEADERS {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    headers.insert("content-security-policy", HeaderValue::from_static(POLICY));
    response
}

async fn enter(State(site): State<Arc<Site>>, request: Request) -> Response {
    route::admit(&site.gate, request).await
}

/// Leads to the first page there is.
async fn first(State(site): State<Arc<Site>>) -> Response {
    if site.file("/index.html").is_some() {
        return Redirect::temporary("/index.html").into_response();
    }
    let folders = fs::read_dir(&site.folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        { folders.filter_map(|entry| entry.file_name().into_string().ok()) }
            .filter(|name| site.file(&format!("/{name}/index.html")).is_some())
            .collect();
    names.sort();
    match names.first() {
        Some(name) => Redirect::temporary(&format!("/{name}/index.html")).into_response(),
        None => (StatusCode::NOT_FOUND, "there is no page yet").into_response(),
    }
}

async fn events(State(site): State<Arc<Site>>) -> Response {
    let kind = [(CONTENT_TYPE, "text/event-stream")];
    (kind, Body::from_stream(site.events.listen())).into_response()
}

async fn page(State(site): State<Arc<Site>>, uri: Uri) -> Response {
    let Some(file) = site.file(uri.path()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Ok(bytes) = tokio::task::spawn_blocking(move || (fs::read(&file), file)).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let (Ok(bytes), file) = bytes else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let ending = file.extension().and_then(|ending| ending.to_str());
    let kind = assets::kind_of(&file.to_string_lossy());
    if ending == Some("html") {
        let mut html = String::from_utf8_lossy(&bytes).into_owned();
        html.push_str("\n<script src=\"/api/again.js\"></script>\n");
        return ([(CONTENT_TYPE, kind)], html).into_response();
    }
    ([(CONTENT_TYPE, kind)], bytes).into_response()
}

impl Site {
    /// The file of a page: inside the folder, named by plain names, and no link.
    fn file(&self, path: &str) -> Option<PathBuf> {
        let path = decoded(path)?;
        let mut file = self.folder.clone();
        for name in path.strip_prefix('/')?.split('/') {
            let is_plain = !name.is_empty()
                && !name.starts_with('.')
                && !name.contains(['\\', ':', '\0'])
                && !name.chars().any(char::is_control);
            if !is_plain {
                return None;
            }
            file.push(name);
        }
        let real = fs::canonicalize(&file).ok()?;
        let file = if real.is_dir() {
            real.join("index.html")
        } else {
            real
        };
        (file.starts_with(&self.folder) && file.is_file()).then_some(file)
    }
}

/// A path without its percent signs; none if that is no text.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let (digits, tail) = rest.split_at_checked(2)?;
        let digits = std::str::from_utf8(digits).ok()?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = tail;
    }
    String::from_utf8(bytes).ok()
}
