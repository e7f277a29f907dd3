//! `satz watch`: whatever is saved, in whatever way, comes to what `sync` and `build` make of it; and its pages
//! are for whoever has the address.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use satz::config::Project;
use satz::web::{Observer, SiteServer};

use crate::support::{Folder, program, property_cases};

/// The texts of all files of a workspace that is in step.
fn state(folder: &Folder) -> BTreeMap<String, Vec<u8>> {
    let files = folder.tree().into_iter();
    let files = files.filter_map(|(path, bytes)| Some((path, bytes?)));
    let files = files.map(|(path, bytes)| {
        let path = path.strip_prefix(folder.path()).unwrap();
        (path.to_str().unwrap().to_owned(), bytes)
    });
    files
        .filter(|(path, _)| !path.starts_with(".satz"))
        .collect()
}

fn satz(folder: &Folder, command: &str) {
    let output = program().current_dir(folder.path()).arg(command).output();
    let output = output.unwrap();
    assert!(
        output.status.code() != Some(2),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// A watcher that says what it does, and is listened to.
fn watch(folder: &Folder) -> Child {
    let mut command = program();
    let command = command.current_dir(folder.path()).arg("watch");
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    while !line.starts_with("Waiting") {
        line.clear();
        assert!(said.read_line(&mut line).unwrap() > 0, "it ended");
    }
    std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
    child
}

/// Numbers that are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, count: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) % count
    }
}

#[test]
fn what_is_saved_in_any_way_is_synced_and_built() {
    let folder = Folder::new();
    folder.put("satz.yaml", "locales: [en, fr]\n");
    for name in 0..4 {
        let text = format!("# Titel {name}\n\nSatz eins von {name}. Satz zwei von {name}.\n");
        folder.put(&format!("articles/a{name}.md"), text);
    }
    satz(&folder, "sync");
    let mut child = watch(&folder);
    let mut chance = Chance(7);
    for step in 0..u64::from(property_cases(60)) {
        let path = |number: u64| folder.path().join(format!("articles/a{number}.md"));
        let article = path(chance.below(6));
        match chance.below(7) {
            0 => drop(fs::remove_file(&article)),
            1 => drop(fs::rename(&article, path(chance.below(6)))),
            2 => {
                // As editors do: another file that takes the name.
                let other = folder.path().join(format!("articles/sed{step}"));
                fs::write(&other, format!("# Titel\n\nSatz {step}.\n")).unwrap();
                fs::rename(other, &article).unwrap();
            }
            3 => {
                // Half of it first.
                let mut file = fs::File::create(&article).unwrap();
                file.write_all(b"# Tit").unwrap();
                file.flush().unwrap();
                std::thread::sleep(Duration::from_millis(chance.below(30)));
                file.write_all(format!("el\n\nSatz {step}. Noch einer.\n").as_bytes())
                    .unwrap();
            }
            4 => type_something(&folder, step),
            _ => fs::write(&article, format!("# Titel\n\nSatz {step}. Satz zwei.\n")).unwrap(),
        }
        if chance.below(3) == 0 {
            std::thread::sleep(Duration::from_millis(chance.below(120)));
        }
    }
    // A last article, so that there is always one.
    folder.put("articles/last.md", "Zuletzt.\n");
    settled(&folder);
    child.kill().unwrap();
    child.wait().unwrap();
    let watched = state(&folder);
    satz(&folder, "sync");
    satz(&folder, "build");
    let fresh = state(&folder);
    let differ: Vec<&String> = { fresh.keys().chain(watched.keys()) }
        .filter(|path| fresh.get(*path) != watched.get(*path))
        .collect();
    assert!(differ.is_empty(), "{differ:?}");
    assert!(
        watched.contains_key("build/en/last.html") || watched.contains_key("locales/en/last.ftl")
    );
}

/// Types a translation behind the first stub there is.
fn type_something(folder: &Folder, step: u64) {
    let catalogs = fs::read_dir(folder.path().join("locales/en")).unwrap();
    for entry in catalogs.flatten() {
        let text = fs::read_to_string(entry.path()).unwrap_or_default();
        let stub = text
            .lines()
            .find(|line| line.starts_with("# s") && line.ends_with(" ="));
        if let Some(stub) = stub {
            let typed = text.replacen(stub, &format!("{} Sentence {step}.", &stub[2..]), 1);
            fs::write(entry.path(), typed).unwrap();
            return;
        }
    }
}

/// Waits until nothing has changed for a while.
fn settled(folder: &Folder) {
    let (mut last, mut since) = (state(folder), Instant::now());
    let start = Instant::now();
    while since.elapsed() < Duration::from_millis(1500) {
        assert!(start.elapsed() < Duration::from_mins(1));
        std::thread::sleep(Duration::from_millis(100));
        let now = state(folder);
        if now != last {
            (last, since) = (now, Instant::now());
        }
    }
}

#[test]
fn an_observer_hears_of_files_that_matter() {
    let folder = Folder::new();
    folder.put("articles/a.md", "Eins.\n");
    folder.put("build/en/a.html", "x");
    let mut observer = Observer::new(folder.path(), &Project::default()).unwrap();
    let waiting = std::thread::spawn(move || observer.wait().unwrap());
    std::thread::sleep(Duration::from_millis(50));
    for path in [
        "build/en/a.html",
        "articles/.a.md.swp",
        "articles/a.md~",
        ".git/index",
        "node_modules/x.js",
    ] {
        folder.put(path, "other");
    }
    fs::read(folder.path().join("articles/a.md")).unwrap();
    std::thread::sleep(Duration::from_millis(200));
    assert!(!waiting.is_finished(), "nothing of these matters");
    folder.put("articles/a.md", "Zwei.\n");
    assert_eq!(waiting.join().unwrap().paths, ["articles/a.md"]);
}

fn get(port: u16, path: &str, headers: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nconnection: close\r\n{headers}\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let status = answer
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok());
    (status.unwrap_or(0), answer)
}

#[test]
fn pages_are_shown_to_whoever_has_the_address() {
    let folder = Folder::new();
    folder.put("satz.yaml", "secret");
    folder.put("build/en/a b.html", "<h1>Page</h1>");
    folder.put("build/.hidden", "secret");
    #[cfg(unix)]
    std::os::unix::fs::symlink("../satz.yaml", folder.path().join("build/link.txt")).unwrap();
    let server = SiteServer::start(&folder.path().join("build"), None).unwrap();
    let address = server.address();
    let (origin, token) = address.split_once("/#").unwrap();
    let host = origin.strip_prefix("http://").unwrap();
    let (_, port) = host.split_once(':').unwrap();
    let port: u16 = port.parse().unwrap();
    let host_line = format!("host: {host}");
    assert_eq!(get(port, "/", &host_line).0, 200);
    assert_eq!(get(port, "/en/a%20b.html", &host_line).0, 401);
    let body = format!("{{\"token\":\"{token}\"}}");
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let head = format!(
        "POST /api/enter HTTP/1.1\r\n{host_line}\r\norigin: {origin}\r\ncontent-type: application/json\r\n\
         connection: close\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(head.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let cookie = answer
        .split("set-cookie: ")
        .nth(1)
        .unwrap()
        .split(';')
        .next()
        .unwrap();
    let own = format!("{host_line}\r\ncookie: {cookie}");
    let (status, page) = get(port, "/en/a%20b.html", &own);
    assert!(
        status == 200 && page.contains("<h1>Page</h1>") && page.contains("again.js"),
        "{page}"
    );
    for path in [
        "/../satz.yaml",
        "/%2e%2e/satz.yaml",
        "/en/../../satz.yaml",
        "/en/..%2f..%2fsatz.yaml",
        "/link.txt",
        "/.hidden",
        "/%2ehidden",
        "//etc/passwd",
        "/etc/passwd",
        "/en/%00",
        "/en/a%20b.html%00",
        "/en%5c..%5c..%5csatz.yaml",
        "/%ff",
        "/%2",
        "/C:/x",
        "/en/a%20b.html?x",
        "/en/nothing.html",
    ] {
        let (status, answer) = get(port, path, &own);
        assert!((400..500).contains(&status), "{path}: {status}");
        assert!(!answer.contains("secret"), "{path}");
    }
    for headers in [
        format!("host: evil.example\r\ncookie: {cookie}"),
        format!("{own}\r\norigin: http://evil.example"),
        format!("{own}\r\nsec-fetch-site: cross-site"),
        format!("{own}\r\nupgrade: websocket"),
        format!("host: {host}\r\n{own}"),
        host_line.clone(),
    ] {
        let (status, _) = get(port, "/en/a%20b.html", &headers);
        assert!((400..500).contains(&status), "{headers}: {status}");
    }
    assert!(Path::new(&folder.path().join("build/link.txt")).exists());
}
