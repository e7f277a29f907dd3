//! The rules of the source tree, over pairs of a path below `src/` and its text.

use std::collections::{BTreeMap, BTreeSet};

/// Modules by layer. A module imports only from layers below its own.
const LAYERS: &[&[&str]] = &[
    &["text", "language"],
    &["document", "catalog", "mention"],
    &["config", "segment", "bitext", "extract"],
    &["memory", "exchange", "compare", "update"],
    &["check", "assemble", "machine"],
    &["report", "article"],
    &["publish", "store"],
    &["session"],
    &["lsp", "web"],
    &["cli"],
];

/// Modules that may import only some of those below them.
const NARROW: &[(&str, &[&str])] = &[
    ("config", &["text", "language"]),
    (
        "cli",
        &[
            "config", "language", "lsp", "report", "session", "store", "text", "web",
        ],
    ),
    (
        "lsp",
        &["config", "language", "report", "session", "store", "text"],
    ),
    (
        "web",
        &["config", "language", "report", "session", "store", "text"],
    ),
];

/// Who may touch files, clock, environment and processes.
const WORLDLY: &[&str] = &["store", "cli", "lsp", "web"];

/// Who may print.
const TALKING: &[&str] = &["cli", "lsp", "web"];

/// Folders that grow by one file: each is declared and has its row in the folder's `mod.rs`.
const REGISTRIES: &[&str] = &["document", "check", "assemble", "report", "cli", "language"];

/// What breaks the rules in a tree of sources: pairs of a path below `src/` and its text.
pub(super) fn violations(sources: &[(String, String)]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in sources {
        if matches!(path.as_str(), "lib.rs" | "main.rs") {
            continue;
        }
        let module = path
            .split('/')
            .next()
            .unwrap_or_default()
            .trim_end_matches(".rs");
        let code = bare(text);
        let Some(own) = layer(module) else {
            found.push(format!("{path}: `{module}` is in no layer"));
            continue;
        };
        for other in imports(path, &code) {
            if other != module && layer(&other).is_some_and(|layer| layer >= own) {
                found.push(format!(
                    "{path}: imports `{other}`, which is not below `{module}`"
                ));
            }
        }
        let narrow = NARROW.iter().find(|(name, _)| *name == module);
        for other in imports(path, &code) {
            let is_below = layer(&other).is_some_and(|layer| layer < own);
            if is_below && narrow.is_some_and(|(_, few)| !few.contains(&other.as_str())) {
                found.push(format!("{path}: `{module}` may not import `{other}`"));
            }
        }
        for part in heads(&code, "std::") {
            let worldly = matches!(part.as_str(), "fs" | "env" | "process" | "time" | "net");
            if worldly && !WORLDLY.contains(&module) {
                found.push(format!("{path}: uses `std::{part}`"));
            }
        }
        let printing = ["print!(", "println!(", "stdout()", "stderr()", "dbg!("];
        for call in printing {
            if code.contains(call) && !TALKING.contains(&module) {
                found.push(format!("{path}: prints with `{call}`"));
            }
        }
        if module != "language" && calls_for_german(text) {
            found.push(format!("{path}: calls for German by itself"));
        }
    }
    for folder in REGISTRIES {
        found.extend(unregistered(folder, sources));
    }
    for circle in circles(sources) {
        found.push(format!("a circle of imports: {}", circle.join(", ")));
    }
    found
}

/// The groups of files that import one another, by their modules. That a file imports from a module above
/// its own, as types of its folder's `mod.rs`, is no part of a circle.
fn circles(sources: &[(String, String)]) -> Vec<Vec<String>> {
    let module = |path: &str| {
        let path = path.strip_suffix(".rs").unwrap_or(path);
        path.strip_suffix("/mod").unwrap_or(path).to_owned()
    };
    let known: BTreeSet<String> = sources.iter().map(|(path, _)| module(path)).collect();
    let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, text) in sources {
        let code = bare(text);
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        let from = module(path);
        for used in used_modules(&from, code, &known) {
            if used != from && !format!("{from}/").starts_with(&format!("{used}/")) {
                edges.entry(from.clone()).or_default().insert(used);
            }
        }
    }
    let reach = |start: &String| {
        let mut seen = BTreeSet::new();
        let mut open = vec![start];
        while let Some(file) = open.pop() {
            for next in edges.get(file).into_iter().flatten() {
                if seen.insert(next.clone()) {
                    open.push(next);
                }
            }
        }
        seen
    };
    let reached: BTreeMap<&String, BTreeSet<String>> =
        edges.keys().map(|file| (file, reach(file))).collect();
    let mut found: BTreeSet<Vec<String>> = BTreeSet::new();
    for (file, others) in &reached {
        let back = |other: &&String| reached.get(other).is_some_and(|own| own.contains(*file));
        let circle: Vec<String> = others.iter().filter(back).cloned().collect();
        if circle.len() > 1 {
            found.insert(circle);
        }
    }
    found.into_iter().collect()
}

/// The modules whose names the `use` lines of a file lead to.
fn used_modules(from: &str, code: &str, known: &BTreeSet<String>) -> Vec<String> {
    let lines = starts(code, "use ").filter_map(|at| code[at + 4..].split(';').next());
    let paths = lines.flat_map(|line| expanded(&line.split_whitespace().collect::<String>()));
    let absolute = paths.filter_map(|path| {
        let mut parts: Vec<&str> = path.split("::").collect();
        let mut base: Vec<&str> = from.split('/').collect();
        match parts.first().copied() {
            Some("crate") => {
                base.clear();
                parts.remove(0);
            }
            Some("super") => {
                while parts.first() == Some(&"super") {
                    parts.remove(0);
                    base.pop();
                }
            }
            _ => return None,
        }
        base.extend(parts);
        // The longest beginning of the path that is a module.
        (1..=base.len())
            .rev()
            .map(|length| base[..length].join("/"))
            .find(|module| known.contains(module))
    });
    absolute.collect()
}

/// The paths of a `use` line: `a::{b, c::d}` gives `a::b` and `a::c::d`.
fn expanded(line: &str) -> Vec<String> {
    let Some((head, rest)) = line.split_once('{') else {
        return vec![line.to_owned()];
    };
    let body = rest.rsplit_once('}').map_or(rest, |(body, _)| body);
    let (mut depth, mut part, mut parts) = (0, String::new(), Vec::new());
    for c in body.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if c == ',' && depth == 0 {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(c);
        }
    }
    parts.push(part);
    let parts = parts.iter().filter(|part| !part.is_empty());
    parts
        .flat_map(|part| expanded(part))
        .map(|path| format!("{head}{path}"))
        .collect()
}

/// Whether code names German where the language of the source is a parameter: in a call or a comparison.
/// Comments, tests and rows of tables may.
fn calls_for_german(text: &str) -> bool {
    let code = &text[..text.find("#[cfg(test)]").unwrap_or(text.len())];
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let mut places =
        lines.flat_map(|line| line.match_indices("\"de\"").map(move |(at, _)| (line, at)));
    code.contains("german()")
        || places.any(|(line, at)| {
            let (before, after) = (line[..at].trim_end(), line[at + 4..].trim_start());
            let called = before.strip_suffix('(').unwrap_or_default();
            called.ends_with(|c: char| c.is_alphanumeric() || c == '_')
                || before.ends_with("==")
                || after.starts_with("==")
        })
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// Files of a folder that its `mod.rs` does not declare, or that nobody names: a row is missing.
fn unregistered(folder: &str, sources: &[(String, String)]) -> Vec<String> {
    let prefix = format!("{folder}/");
    let inside: Vec<(&str, String)> = sources
        .iter()
        .filter_map(|(path, text)| Some((path.strip_prefix(&prefix)?, bare(text))))
        .collect();
    let registry = inside.iter().find(|(name, _)| *name == "mod.rs");
    let registry = registry.map_or("", |(_, code)| code.as_str());
    let mut found = Vec::new();
    for (name, _) in &inside {
        let Some(stem) = name.strip_suffix(".rs").filter(|stem| !stem.contains('/')) else {
            continue;
        };
        if stem == "mod" {
            continue;
        }
        let declared = words(registry).windows(2).any(|pair| pair == ["mod", stem]);
        if !declared {
            found.push(format!("{folder}/{name}: no `mod {stem};` in mod.rs"));
        }
        let named = names(registry, stem);
        // What its siblings share needs no row of its own.
        let shared = inside
            .iter()
            .any(|(other, code)| other != name && *other != "mod.rs" && names(code, stem));
        if declared && !named && !shared {
            found.push(format!("{folder}/{name}: no row in mod.rs"));
        }
    }
    found
}

/// Whether code has a path through a module: `x::`, `super::x::`, but not `prefix_x::`.
fn names(code: &str, module: &str) -> bool {
    code.match_indices(&format!("{module}::")).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

/// Top-level modules that a file names, by `crate::` or by climbing with `super::`.
fn imports(path: &str, code: &str) -> Vec<String> {
    let mut found = heads(code, "crate::");
    let depth = path.split('/').filter(|part| *part != "mod.rs").count();
    // One more step leads out of an inline `mod tests`.
    let inner = code.find("#[cfg(test)]").unwrap_or(code.len());
    let climb = "super::".repeat(depth);
    found.extend(heads(&code[..inner], &climb));
    found.extend(heads(&code[inner..], &(climb + "super::")));
    found
}

/// The names that follow a prefix directly or as members of its group: `p::{a::b, c}` gives a, c.
fn heads(code: &str, prefix: &str) -> Vec<String> {
    let mut found = Vec::new();
    for at in starts(code, prefix) {
        let rest = &code[at + prefix.len()..];
        let Some(group) = rest.strip_prefix('{') else {
            found.extend(words(rest).first().map(|word| (*word).to_owned()));
            continue;
        };
        let (mut depth, mut fresh) = (1, true);
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 1 => fresh = true,
                c if fresh && !c.is_whitespace() => {
                    found.extend(words(&group[at..]).first().map(|word| (*word).to_owned()));
                    fresh = false;
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    found
}

/// Where a path begins in code, not as the end of a longer name or path.
fn starts<'a>(code: &'a str, path: &'a str) -> impl Iterator<Item = usize> + 'a {
    code.match_indices(path)
        .map(|(at, _)| at)
        .filter(move |at| {
            let before = code[..*at].chars().next_back();
            !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
                || (path.starts_with("std") && code[..*at].ends_with(" ::"))
        })
}

fn words(code: &str) -> Vec<&str> {
    code.split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
        .collect()
}

/// Code without comments and without what stands in strings and character literals.
fn bare(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if rest.starts_with("r\"") || rest.starts_with("r#") {
            let marks = rest[1..].chars().take_while(|c| *c == '#').count();
            let end = format!("\"{}", "#".repeat(marks));
            let start = marks + 2;
            rest.get(start..)
                .and_then(|tail| tail.find(&end))
                .map_or(1, |at| start + at + end.len())
        } else if c == '"' {
            closing(rest, '"')
        } else if c == '\'' && is_character(rest) {
            closing(rest, '\'')
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        out.push(' ');
        rest = &rest[skipped..];
    }
    out
}

/// Whether a quote begins a character literal and not a lifetime.
fn is_character(rest: &str) -> bool {
    let mut chars = rest.chars().skip(1);
    matches!(
        (chars.next(), chars.next()),
        (Some('\\'), _) | (_, Some('\''))
    )
}

/// Length of a literal up to its closing mark.
fn closing(rest: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == mark => return at + 1,
            _ => {}
        }
    }
    rest.len()
}
