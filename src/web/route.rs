//! Which address leads where, and the headers of every answer.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde_json::{Value, json};

use super::assets;
use super::desk::Desk;
use super::fault::Fault;
use super::gate::Gate;
use super::preview::Asked;
use super::question;

/// Bytes of the body of a request.
const BODY: usize = 256 * 1024;

/// How long the body of a request may take.
const BODY_TIME: Duration = Duration::from_secs(10);

/// How long whoever names a wrong token waits.
const WRONG: Duration = Duration::from_millis(300);

/// What the desk's own pages may do: load what this server gives, and nothing else. No script can make
/// markup of a text.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// What the page of an article may do: show itself. Whatever it was made of, no script in it runs.
const PAGE_POLICY: &str = "sandbox allow-same-origin; default-src 'none'; img-src 'self' data:; \
     style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'self'";

/// The headers of every answer.
pub(super) const HEADERS: [(&str, &str); 6] = [
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), geolocation=(), microphone=()",
    ),
    ("cache-control", "no-store"),
];

/// All addresses of the server.
pub(super) fn router(desk: Arc<Desk>) -> Router {
    Router::new()
        .route("/", get(|| async { asset("index.html") }))
        .route(
            "/assets/{name}",
            get(|Path(name): Path<String>| async move { asset(&name) }),
        )
        .route("/api/enter", post(enter))
        .route("/api/{name}", post(ask))
        .route("/events/{ticket}", get(listen))
        .route("/page/{name}/{*below}", get(page))
        .fallback(|| async { StatusCode::NOT_FOUND })
        .layer(from_fn_with_state(Arc::clone(&desk), guard))
        .with_state(desk)
}

/// Refuses what must not be asked, and gives every answer its headers.
async fn guard(State(desk): State<Arc<Desk>>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let is_page = parts.uri.path().starts_with("/page/");
    let mut response = match desk.gate.judge(&parts) {
        Ok(()) => next.run(Request::from_parts(parts, body)).await,
        Err((status, reason)) => (status, reason).into_response(),
    };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    let (policy, frames) = if is_page {
        (PAGE_POLICY, "SAMEORIGIN")
    } else {
        (POLICY, "DENY")
    };
    headers.insert("content-security-policy", HeaderValue::from_static(policy));
    headers.insert("x-frame-options", HeaderValue::from_static(frames));
    response
}

fn asset(name: &str) -> Response {
    match assets::find(name) {
        Some((kind, bytes)) => ([(CONTENT_TYPE, kind)], bytes).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn enter(State(desk): State<Arc<Desk>>, request: Request) -> Response {
    admit(&desk.gate, request).await
}

/// Exchanges the token of the address for a cookie and the page's key.
pub(super) async fn admit(gate: &Gate, request: Request) -> Response {
    let body = match body(request).await {
        Ok(body) => body,
        Err(fault) => return fault.into_response(),
    };
    let token = body
        .get("token")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let Some((cookie, key)) = gate.enter(token) else {
        tokio::time::sleep(WRONG).await;
        return (StatusCode::FORBIDDEN, "token").into_response();
    };
    let answer = json!({"key": key});
    ([(SET_COOKIE, cookie)], json_of(&answer)).into_response()
}

/// Answers a question about the workspace.
async fn ask(
    State(desk): State<Arc<Desk>>,
    Path(name): Path<String>,
    request: Request,
) -> Response {
    let Some(question) = question::find(&name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let body = match body(request).await {
        Ok(body) => body,
        Err(fault) => return fault.into_response(),
    };
    if question.writes && desk.options.is_read_only {
        let reason = "this desk only shows (`--read-only`)";
        return Fault::new(StatusCode::FORBIDDEN, reason).into_response();
    }
    let answer = desk.work(move |desk| (question.answer)(desk, body)).await;
    match answer {
        Ok(answer) => json_of(&answer).into_response(),
        Err(fault) => fault.into_response(),
    }
}

/// A stream of what others do.
async fn listen(State(desk): State<Arc<Desk>>, Path(ticket): Path<String>) -> Response {
    match desk.events.stream(&ticket) {
        Some(stream) => {
            let kind = [(CONTENT_TYPE, "text/event-stream")];
            (kind, Body::from_stream(stream)).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The page of an article.
async fn page(
    State(desk): State<Arc<Desk>>,
    Path((name, below)): Path<(String, String)>,
) -> Response {
    let (locale, article, below) = match desk.pages.find(&name, &below) {
        Some(Asked::Page(html)) => {
            return ([(CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response();
        }
        Some(Asked::File(locale, article, below)) => (locale, article, below),
        None => return StatusCode::NOT_FOUND.into_response(),
    };
    let kind = assets::kind_of(&below);
    let file = desk.work(move |desk| {
        let file = desk.ask(|session| session.page_file(&article, &locale, &below))?;
        file.ok_or_else(|| Fault::new(StatusCode::NOT_FOUND, "file"))
    });
    match file.await {
        Ok(bytes) => ([(CONTENT_TYPE, kind)], bytes).into_response(),
        Err(fault) => fault.into_response(),
    }
}

/// The body of a request, which is an object in JSON.
pub(super) async fn body(request: Request) -> Result<Value, Fault> {
    let bytes = to_bytes(request.into_body(), BODY);
    let bytes = tokio::time::timeout(BODY_TIME, bytes).await;
    let bytes = bytes
        .map_err(|_| Fault::new(StatusCode::REQUEST_TIMEOUT, "slow"))?
        .map_err(|_| Fault::new(StatusCode::PAYLOAD_TOO_LARGE, "size"))?;
    let value: Option<Value> = serde_json::from_slice(&bytes).ok();
    let object = value.filter(Value::is_object);
    object.ok_or_else(|| Fault::new(StatusCode::BAD_REQUEST, "json"))
}

pub(super) fn json_of(value: &Value) -> Response {
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (CACHE_CONTROL, "no-store"),
    ];
    (headers, value.to_string()).into_response()
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        (self.status, json_of(&self.body)).into_response()
    }
}
