//! Requests that must be refused, from `tests/data/web/attacks.txt`: one per line, as what it changes of a
//! request that is as it should be. `4xx` is any refusal, also a connection that is closed.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use satz::web::Options;
use serde_json::json;

use super::client::{Answer, Desk};
use crate::support::{cases, property_cases};

const FILES: &[(&str, &str)] = &[
    ("satz.yaml", "locales: [en, fr]\n"),
    (
        "articles/markt.md",
        "# Der Markt\n\nEr ist offen. Er hat 9 Stände.\n",
    ),
];

/// Puts what only this server knows into a line.
fn filled(desk: &Desk, unit: &str, line: &str) -> String {
    line.replace("{port}", &desk.port.to_string())
        .replace("{token}", &desk.token)
        .replace("{cookie}", &desk.cookie)
        .replace("{key}", &desk.key)
        .replace("{unit}", unit)
}

/// `*9` as nine letters.
fn long(text: &str) -> String {
    let Some((before, rest)) = text.split_once('*') else {
        return text.to_owned();
    };
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    match digits.parse::<usize>() {
        Ok(count) if count > 1000 => {
            format!("{before}{}{}", "a".repeat(count), &rest[digits.len()..])
        }
        _ => text.to_owned(),
    }
}

fn attack(desk: &Desk, line: &str) -> Answer {
    let mut parts = line.split(" | ");
    let (method, target) = parts.next().unwrap().split_once(' ').unwrap();
    let mut headers = desk.headers(method);
    let mut body = if method == "POST" { "{}" } else { "" }.as_bytes().to_vec();
    for change in parts {
        if let Some(name) = change.strip_prefix('-') {
            headers.retain(|(own, _)| own != name);
        } else if let Some(added) = change.strip_prefix('+') {
            let (name, value) = added.split_once(": ").unwrap();
            headers.push((name.to_owned(), value.to_owned()));
        } else if let Some(many) = change.strip_prefix('*') {
            let (name, count) = many.split_once(": ").unwrap();
            let count: usize = count.parse().unwrap();
            headers.extend((0..count).map(|number| (format!("{name}-{number}"), "x".to_owned())));
        } else if let Some(text) = change.strip_prefix("body:") {
            body = match text.trim_start() {
                "\\xff" => b"\xff".to_vec(),
                text => long(text).into_bytes(),
            };
        } else {
            let (name, value) = change.split_once(':').unwrap();
            headers.retain(|(own, _)| own != name);
            headers.push((name.to_owned(), long(value.trim_start())));
        }
    }
    let is_length = |name: &str| matches!(name, "content-length" | "transfer-encoding");
    let is_given =
        headers.iter().any(|(name, _)| is_length(name)) && !line.contains("| +content-length");
    if !body.is_empty() && !is_given {
        headers.push(("content-length".to_owned(), body.len().to_string()));
    }
    let mut request = format!("{method} {target} HTTP/1.1\r\n").into_bytes();
    for (name, value) in headers {
        request.extend(format!("{name}: {value}\r\n").bytes());
    }
    request.extend(b"connection: close\r\n\r\n");
    request.extend(body);
    desk.send(&request)
}

#[test]
fn what_must_be_refused_is_refused() {
    let desk = Desk::of(FILES, Options::default());
    assert_eq!(desk.post("sync", &json!({})).status, 200);
    let units = desk
        .post("units", &json!({"locale": "en", "article": "markt"}))
        .json();
    let unit = units["units"][1]["id"].as_str().unwrap().to_owned();
    let before = desk.folder.tree();
    let mut count = 0;
    let mut wrong = Vec::new();
    for case in cases("web") {
        for line in case.body.lines() {
            let (status, request) = line.split_once(' ').unwrap();
            let answer = attack(&desk, &filled(&desk, &unit, request));
            let is_right = match status {
                "4xx" => (400..500).contains(&answer.status) || answer.status == 0,
                status => status.parse() == Ok(answer.status),
            };
            if !is_right {
                wrong.push(format!("{}: {line}: {}", case.name, answer.status));
            }
            let is_shared = answer.head.contains("access-control-allow");
            assert!(!is_shared, "{line}: {}", answer.head);
            let leaks = [&desk.token, &desk.cookie, &desk.key];
            let leaks = leaks
                .iter()
                .any(|secret| answer.body.contains(secret.as_str()));
            assert!(!leaks, "{line}: {}", answer.body);
            // What is no HTTP has no way to these.
            if answer.status > 0 && answer.head.contains("content-security-policy") {
                for header in ["nosniff", "no-referrer", "frame-ancestors 'none'"] {
                    let is_page = request.contains("/page/");
                    assert!(is_page || answer.head.contains(header), "{line}: {header}");
                }
            }
            count += 1;
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {count}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(count >= 150, "{count}");
    assert_eq!(desk.folder.tree(), before, "nothing was written");
}

/// Who keeps a connection and says nothing loses it, and others are answered meanwhile.
#[test]
fn slow_requests_keep_nobody_waiting() {
    let desk = Desk::of(FILES, Options::default());
    let mut slow: Vec<TcpStream> = (0..40).map(|_| desk.connect()).collect();
    for stream in &mut slow {
        stream.write_all(b"GET / HTTP/1.1\r\nhost: ").unwrap();
    }
    let head = b"POST /api/enter HTTP/1.1\r\n";
    let mut body = desk.connect();
    let headers = desk.head("POST");
    body.write_all(head).unwrap();
    body.write_all(format!("{headers}content-length: 100\r\n\r\n{{").as_bytes())
        .unwrap();
    let start = Instant::now();
    assert_eq!(desk.post("articles", &json!({})).status, 200);
    assert!(start.elapsed() < Duration::from_secs(3));
    let mut end = Vec::new();
    let _ = slow[0].read_to_end(&mut end);
    assert!(
        start.elapsed() < Duration::from_secs(12),
        "{:?}",
        start.elapsed()
    );
    let mut end = Vec::new();
    let _ = body.read_to_end(&mut end);
    assert!(
        String::from_utf8_lossy(&end).starts_with("HTTP/1.1 408"),
        "{end:?}"
    );
}

/// Thousands of connections are closed at once, and the next one is answered.
#[test]
fn many_connections_are_closed() {
    let desk = Desk::of(FILES, Options::default());
    let mut held = Vec::new();
    for number in 0..property_cases(3000) {
        let stream = TcpStream::connect(("127.0.0.1", desk.port));
        // As many as this process may hold.
        if number < 400 {
            held.extend(stream);
        }
    }
    drop(held);
    let start = Instant::now();
    while desk.post("articles", &json!({})).status != 200 {
        assert!(start.elapsed() < Duration::from_secs(10));
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_desk_that_only_shows_writes_nothing() {
    let options = Options {
        is_read_only: true,
        ..Options::default()
    };
    let desk = Desk::of(FILES, options);
    let before = desk.folder.tree();
    for question in ["save", "undo", "redo", "replace", "sync"] {
        assert_eq!(desk.post(question, &json!({})).status, 403, "{question}");
    }
    assert_eq!(desk.post("articles", &json!({})).status, 200);
    assert_eq!(desk.folder.tree(), before);
}

/// A proxy's name lets in beside the server's own, and none that looks like it.
#[test]
fn one_more_origin_is_one_more() {
    let options = Options {
        origin: Some("https://desk.example".to_owned()),
        ..Options::default()
    };
    let folder = Desk::of(FILES, Options::default());
    let root = folder.folder.path().to_owned();
    let open = move || satz::session::Session::open(&root, &[], None, &mut ());
    let server = satz::web::Server::bind(open().unwrap(), Box::new(open), options).unwrap();
    assert!(server.address().starts_with("https://desk.example/#"));
    for origin in [
        "http://desk.example",
        "https://",
        "https://a/b",
        "https://a b",
        "desk.example",
        "https://*",
        "https://user@a",
    ] {
        let options = Options {
            origin: Some(origin.to_owned()),
            ..Options::default()
        };
        let root = folder.folder.path().to_owned();
        let open = move || satz::session::Session::open(&root, &[], None, &mut ());
        assert!(
            satz::web::Server::bind(open().unwrap(), Box::new(open), options).is_err(),
            "{origin}"
        );
    }
}
