//! Who may ask: every request is looked at here before anything of it is read.
//!
//! A page of another site can make a browser send requests here, by a name of its own that leads to this
//! machine, too. So the name that was asked for (`Host`), the page that asks (`Origin`) and how
//! (`Sec-Fetch-Site`) must all be this server's. Whoever has not got the secret of the address gets the empty
//! page and nothing else. A cookie alone is not enough: browsers send it to every port of this machine.

use axum::http::header::{
    CONTENT_LENGTH, CONTENT_TYPE, COOKIE, HOST, HeaderName, ORIGIN, TRANSFER_ENCODING, UPGRADE,
};
use axum::http::{HeaderMap, Method, StatusCode, Uri, request::Parts};

use super::secret::Secret;
use crate::session::Failure;

/// Characters of an address that are read at most.
const LONGEST: usize = 256;

/// The header in which a page sends its key.
const KEY: &str = "x-satz-key";

/// Why a request is refused: the status, and a word for whoever looks into it.
pub(super) type Refusal = (StatusCode, &'static str);

/// What is behind the gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Behind {
    /// A desk, whose addresses are few and whose questions need the page's key.
    Desk,
    /// Pages that are only read, under the names of their files.
    Site,
}

/// What lets in, and from where.
#[derive(Debug)]
pub(super) struct Gate {
    behind: Behind,
    port: u16,
    /// Names of this server, as `Host` has them.
    hosts: Vec<String>,
    /// Pages of this server, as `Origin` has them.
    origins: Vec<String>,
    /// In the address that a person opens.
    token: Secret,
    /// In the browser's cookie.
    cookie: Secret,
    /// In the memory of the page.
    key: Secret,
}

impl Gate {
    /// A gate with secrets of its own. `origin` is an address of a proxy, as `https://desk.example`.
    pub(super) fn new(behind: Behind, port: u16, origin: Option<&str>) -> Result<Self, Failure> {
        let mut hosts = vec![format!("127.0.0.1:{port}"), format!("localhost:{port}")];
        let mut origins: Vec<String> = hosts.iter().map(|host| format!("http://{host}")).collect();
        if let Some(origin) = origin {
            let host = host_of(origin).ok_or_else(|| {
                Failure::from(format!(
                    "`{origin}` is no origin; one reads like https://desk.example, without a path"
                ))
            })?;
            hosts.push(host.to_owned());
            origins.push(origin.to_owned());
        }
        Ok(Self {
            behind,
            port,
            hosts,
            origins,
            token: Secret::new()?,
            cookie: Secret::new()?,
            key: Secret::new()?,
        })
    }

    /// The address that a person opens.
    pub(super) fn address(&self) -> String {
        let origin = self.origins.last().map_or("", String::as_str);
        let origin = if self.origins.len() > 2 {
            origin
        } else {
            &self.origins[0]
        };
        format!("{origin}/#{}", self.token.text())
    }

    /// What the page keeps, for a token that is right.
    pub(super) fn enter(&self, token: &str) -> Option<(String, &str)> {
        self.token.is(token).then(|| {
            let is_secure = self.origins.len() > 2;
            let secure = if is_secure { "; Secure" } else { "" };
            let cookie = format!(
                "{}={}; Path=/; HttpOnly; SameSite=Strict{secure}",
                self.cookie_name(),
                self.cookie.text()
            );
            (cookie, self.key.text())
        })
    }

    /// Looks at a request.
    pub(super) fn judge(&self, parts: &Parts) -> Result<(), Refusal> {
        let headers = &parts.headers;
        self.judge_names(&parts.uri, headers)?;
        match self.behind {
            Behind::Desk => judge_path(&parts.uri)?,
            Behind::Site if parts.uri.query().is_some() => {
                return Err((StatusCode::NOT_FOUND, "query"));
            }
            Behind::Site => {}
        }
        if headers.contains_key(UPGRADE) || headers.contains_key("service-worker") {
            return Err((StatusCode::BAD_REQUEST, "upgrade"));
        }
        let path = parts.uri.path();
        match parts.method {
            Method::GET => {
                let has_body = headers.contains_key(TRANSFER_ENCODING)
                    || only(headers, &CONTENT_LENGTH)?.is_some_and(|length| length != "0");
                if has_body {
                    return Err((StatusCode::BAD_REQUEST, "body"));
                }
                let is_site = self.behind == Behind::Site;
                self.judge_fetch(headers, is_site || path == "/")?;
                if !is_site {
                    judge_destination(headers, path)?;
                }
            }
            Method::POST if self.behind == Behind::Desk || path == "/api/enter" => {
                if only(headers, &ORIGIN)?.is_none() {
                    return Err((StatusCode::FORBIDDEN, "origin"));
                }
                self.judge_fetch(headers, false)?;
                judge_type(headers)?;
            }
            _ => return Err((StatusCode::METHOD_NOT_ALLOWED, "method")),
        }
        let is_open = path == "/" || path.starts_with("/assets/") || path == "/api/enter";
        if is_open {
            return Ok(());
        }
        let has_cookie = self.has_cookie(headers)?;
        let is_key = |key: &str| self.key.is(key);
        // A page or a stream cannot send a header: its address is a secret that was asked for with the key.
        let has_key = parts.method == Method::GET
            || only(headers, &HeaderName::from_static(KEY))?.is_some_and(is_key);
        if has_cookie && has_key {
            Ok(())
        } else {
            Err((StatusCode::UNAUTHORIZED, "key"))
        }
    }

    /// The names under which the server is asked must be its own.
    fn judge_names(&self, uri: &Uri, headers: &HeaderMap) -> Result<(), Refusal> {
        let host = only(headers, &HOST)?.ok_or((StatusCode::BAD_REQUEST, "host"))?;
        let authority = uri.authority().map(axum::http::uri::Authority::as_str);
        let is_own = |host: &str| self.hosts.iter().any(|own| own.eq_ignore_ascii_case(host));
        if is_own(host) && authority.is_none_or(is_own) {
            Ok(())
        } else {
            Err((StatusCode::MISDIRECTED_REQUEST, "host"))
        }
    }

    /// The page that asks must be this server's; a person may open the first one by typing its address.
    fn judge_fetch(&self, headers: &HeaderMap, may_be_typed: bool) -> Result<(), Refusal> {
        let is_own = |origin: &str| self.origins.iter().any(|own| own == origin);
        if !only(headers, &ORIGIN)?.is_none_or(is_own) {
            return Err((StatusCode::FORBIDDEN, "origin"));
        }
        match only(headers, &HeaderName::from_static("sec-fetch-site"))? {
            None | Some("same-origin") => Ok(()),
            Some("none") if may_be_typed => Ok(()),
            Some(_) => Err((StatusCode::FORBIDDEN, "site")),
        }
    }

    fn has_cookie(&self, headers: &HeaderMap) -> Result<bool, Refusal> {
        let name = self.cookie_name();
        let cookies = only(headers, &COOKIE)?.unwrap_or_default();
        let mut own = cookies.split(';').filter_map(|cookie| {
            let (key, value) = cookie.trim().split_once('=')?;
            (key == name).then_some(value)
        });
        let first = own.next();
        Ok(first.is_some_and(|value| self.cookie.is(value)) && own.next().is_none())
    }

    /// Cookies are not told apart by ports.
    fn cookie_name(&self) -> String {
        format!("satz-{}", self.port)
    }
}

/// The name in an origin; none if it is no origin of a proxy.
fn host_of(origin: &str) -> Option<&str> {
    let host = origin.strip_prefix("https://")?;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':');
    let is_host = !host.is_empty() && host.chars().all(is_plain) && !host.starts_with(':');
    is_host.then_some(host)
}

/// No address of this server has anything but these.
fn judge_path(uri: &Uri) -> Result<(), Refusal> {
    let path = uri.path();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-');
    let is_known = path.len() <= LONGEST && path.chars().all(is_plain) && uri.query().is_none();
    if is_known && !path.contains("..") && !path.contains("//") {
        Ok(())
    } else {
        Err((StatusCode::NOT_FOUND, "path"))
    }
}

/// A page is opened as a page, and a preview in its frame.
fn judge_destination(headers: &HeaderMap, path: &str) -> Result<(), Refusal> {
    let wanted = match path {
        "/" => "document",
        path if path.starts_with("/page/") && path.ends_with("/page.html") => "iframe",
        path if path.starts_with("/page/") => "image",
        path if path.starts_with("/events/") => "empty",
        _ => return Ok(()),
    };
    match only(headers, &HeaderName::from_static("sec-fetch-dest"))? {
        Some(destination) if destination != wanted => Err((StatusCode::FORBIDDEN, "destination")),
        _ => Ok(()),
    }
}

/// No form of another page can send JSON without asking first.
fn judge_type(headers: &HeaderMap) -> Result<(), Refusal> {
    let kind = only(headers, &CONTENT_TYPE)?.unwrap_or_default();
    let is_json = kind.eq_ignore_ascii_case("application/json")
        || kind.eq_ignore_ascii_case("application/json; charset=utf-8");
    if is_json {
        Ok(())
    } else {
        Err((StatusCode::UNSUPPORTED_MEDIA_TYPE, "type"))
    }
}

/// The text of a header that may be there once.
fn only<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Result<Option<&'h str>, Refusal> {
    let mut all = headers.get_all(name).iter();
    let first = all.next();
    if all.next().is_some() {
        return Err((StatusCode::BAD_REQUEST, "twice"));
    }
    let text = first.map(|value| value.to_str());
    text.transpose()
        .map_err(|_| (StatusCode::BAD_REQUEST, "header"))
}
