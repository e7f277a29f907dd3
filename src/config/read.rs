//! The only file that knows YAML, with those below it.

mod layout;
mod owners;
mod plain;
mod setting;
mod strings;

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_yaml::{Mapping, Value};

use super::fault::suggest;
use super::{
    CheckSet, Colon, Fault, Gate, GateRule, Globs, Layout, Machine, Missing, Project, Publish,
    Recall, Stale, StringsRule, Vocabulary, machine, validate_locale,
};
use crate::language::USUAL_SOURCE;

const KEYS: &[&str] = &[
    "source",
    "locales",
    "articles",
    "catalogs",
    "output",
    "colon",
    "abbreviations",
    "exceptions",
    "fields",
    "comments",
    "parameters",
    "furniture",
    "ignore",
    "notes",
    "memory",
    "machine",
    "missing",
    "stale",
    "fallback",
    "folders",
    "owners",
    "strings",
    "publish",
    "checks",
    "gate",
    "two-person",
];

/// The folder of the articles, if nothing is said of it.
const ARTICLES: &str = "articles";

#[derive(Deserialize)]
#[serde(default)]
struct Raw {
    source: String,
    locales: Vec<String>,
    articles: Value,
    folders: BTreeMap<String, String>,
    owners: BTreeMap<String, String>,
    catalogs: String,
    output: String,
    colon: Value,
    abbreviations: Vec<String>,
    exceptions: Vec<String>,
    fields: Vec<String>,
    comments: Vec<String>,
    parameters: Vec<String>,
    furniture: Vec<String>,
    ignore: Globs,
    notes: Value,
    memory: Recall,
    machine: BTreeMap<String, Machine>,
    missing: Missing,
    stale: Stale,
    fallback: BTreeMap<String, Vec<String>>,
    strings: Value,
    publish: Publish,
    checks: Vec<GateRule>,
    gate: Gate,
    #[serde(rename = "two-person")]
    two_person: bool,
}

impl Default for Raw {
    fn default() -> Self {
        Self {
            source: USUAL_SOURCE.into(),
            locales: Vec::new(),
            articles: ARTICLES.into(),
            folders: BTreeMap::new(),
            owners: BTreeMap::new(),
            catalogs: "locales".into(),
            output: "build".into(),
            colon: Value::Bool(false),
            abbreviations: Vec::new(),
            exceptions: Vec::new(),
            fields: vec!["title".into(), "description".into()],
            comments: Vec::new(),
            parameters: ["title", "alt", "caption", "label"]
                .map(str::to_owned)
                .to_vec(),
            furniture: Vec::new(),
            ignore: Globs::default(),
            notes: Value::Bool(true),
            memory: Recall::default(),
            machine: BTreeMap::new(),
            missing: Missing::default(),
            stale: Stale::default(),
            fallback: BTreeMap::new(),
            strings: Value::Null,
            publish: Publish::default(),
            checks: Vec::new(),
            gate: Gate::default(),
            two_person: false,
        }
    }
}

pub use setting::{Origin, Setting};
pub(super) use setting::{layered, origins, setting_keys};

pub(super) fn parse(
    text: &str,
    found: &[String],
    vocabulary: &Vocabulary,
) -> Result<Project, Fault> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    // Three readings: the syntax with repeated keys, the names of the keys, the kinds of values.
    let whole: Value = serde_yaml::from_str(text).map_err(|error| fault(text, &error))?;
    let mut raw = if whole.is_null() {
        Raw::default()
    } else {
        let keys: Mapping = serde_yaml::from_str(text).map_err(|error| fault(text, &error))?;
        known_keys(text, &keys)?;
        serde_yaml::from_str(text).map_err(|error| fault(text, &error))?
    };
    if raw.locales.is_empty() && !raw.strings.is_null() {
        raw.locales = found.to_vec();
    }
    check(text, raw, vocabulary)
}

fn known_keys(text: &str, keys: &Mapping) -> Result<(), Fault> {
    for key in keys.keys() {
        let name = key.as_str().unwrap_or_default();
        if KEYS.contains(&name) {
            continue;
        }
        // Whatever stands there may be of a file that was never meant to be shown.
        let is_word = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        if name.is_empty() || name.len() > 40 || !name.chars().all(is_word) {
            let hint = format!("known are {}", KEYS.join(", "));
            return Err(Fault::new("a key is no word", hint).at(line_of(text, name)));
        }
        let hint = match suggest(name, KEYS) {
            Some(other) => format!("did you mean `{other}`?"),
            None => format!("known are {}", KEYS.join(", ")),
        };
        return Err(Fault::new(format!("unknown key `{name}`"), hint).at(line_of(text, name)));
    }
    Ok(())
}

fn check(text: &str, mut raw: Raw, vocabulary: &Vocabulary) -> Result<Project, Fault> {
    let at = |key: &str| line_of(text, key);
    validate_locale(&raw.source).map_err(|fault| fault.at(at("source")))?;
    let strings = strings::read(&raw.strings).map_err(|fault| fault.at(at("strings")))?;
    if raw.locales.is_empty() && strings.is_empty() {
        let hint = "name the languages to translate into, like `locales: [en, fr]`";
        return Err(Fault::new("`locales` names no locale", hint).at(at("locales")));
    }
    let mut seen = BTreeSet::from([raw.source.as_str()]);
    for locale in &raw.locales {
        validate_locale(locale).map_err(|fault| fault.at(at("locales")))?;
        if !seen.insert(locale) {
            let hint = "remove one; the source locale does not belong in `locales`";
            let message = format!("the locale `{locale}` occurs twice");
            return Err(Fault::new(message, hint).at(at("locales")));
        }
    }
    if let Some(fault) = layout::folders_fault(&raw) {
        return Err(fault.at(at("folders")));
    }
    let layouts = layout::read(&raw).map_err(|fault| fault.at(at("articles")))?;
    if let Some((key, fault)) = layout::nested(&raw, &layouts) {
        return Err(fault.at(at(key)));
    }
    let endings = &vocabulary.endings;
    if let Some(fault) = layouts.iter().find_map(|layout| layout.fault(endings)) {
        return Err(fault.at(at("articles")));
    }
    let known: Vec<&str> = std::iter::once(&raw.source)
        .chain(&raw.locales)
        .map(String::as_str)
        .collect();
    // Before the locales are found nobody knows which are strangers.
    if known.len() > 1 {
        fallback(&raw.fallback, &known).map_err(|fault| fault.at(at("fallback")))?;
        owners::check(&raw.owners, &known).map_err(|fault| fault.at(at("owners")))?;
        let checks = &vocabulary.checks;
        let mut faults = raw.checks.iter().map(|rule| rule.fault(&known, checks));
        if let Some(fault) = faults.find_map(|fault| fault) {
            return Err(fault.at(at("checks")));
        }
        if let Some(fault) = raw.gate.fault(&known) {
            return Err(fault.at(at("gate")));
        }
        let publish = raw.publish.check(&known);
        publish.map_err(|fault| fault.at(at("publish")))?;
    }
    if let Some(fault) = raw.ignore.fault("`ignore`", "`articles/old/**` or `*.pdf`") {
        return Err(fault.at(at("ignore")));
    }
    comments(&raw.comments, &vocabulary.comments).map_err(|fault| fault.at(at("comments")))?;
    if let Some(fault) = raw
        .memory
        .files
        .fault("`memory.files`", "`memory/**/*.tmx`")
    {
        return Err(fault.at(at("memory")));
    }
    machine::check(&raw.machine).map_err(|fault| fault.at(at("machine")))?;
    let without_notes = without_notes(&raw).map_err(|fault| fault.at(at("notes")))?;
    let colon = colon(&raw, &vocabulary.endings).map_err(|fault| fault.at(at("colon")))?;
    let mut project = raw.into_project(layouts, without_notes, colon, strings);
    if project.gate.checks == CheckSet::Usual {
        project
            .off_by_default
            .clone_from(&vocabulary.off_by_default);
    }
    Ok(project)
}

/// What holds where no `satz.yaml` says anything: no locale to translate into.
pub(super) fn default() -> Project {
    let layouts = vec![Layout::folder(ARTICLES)];
    Raw::default().into_project(layouts, Vec::new(), Colon::default(), Vec::new())
}

impl Raw {
    fn into_project(
        self,
        layouts: Vec<Layout>,
        without_notes: Vec<String>,
        colon: Colon,
        strings: Vec<StringsRule>,
    ) -> Project {
        Project {
            source: self.source,
            locales: self.locales,
            layouts,
            folders: self.folders,
            owners: self.owners,
            catalogs: self.catalogs,
            output: self.output,
            colon,
            abbreviations: self.abbreviations,
            exceptions: self.exceptions,
            fields: self.fields,
            comments: self.comments,
            parameters: self.parameters,
            furniture: self.furniture,
            ignore: self.ignore,
            without_notes,
            memory: self.memory,
            machines: self.machine,
            missing: self.missing,
            stale: self.stale,
            fallback: self.fallback,
            strings,
            publish: self.publish,
            checks: self.checks,
            off_by_default: Vec::new(),
            gate: self.gate,
            two_person: self.two_person,
        }
    }
}

/// Languages of code must be such as have comments.
fn comments(languages: &[String], known: &[&str]) -> Result<(), Fault> {
    let is_known = |name: &String| known.iter().any(|own| own.eq_ignore_ascii_case(name));
    let Some(stranger) = languages.iter().find(|name| !is_known(name)) else {
        return Ok(());
    };
    let hint = match suggest(stranger, known) {
        Some(other) => format!("did you mean `{other}`?"),
        None => format!("known are {}", known.join(", ")),
    };
    let message = format!("`comments` names `{stranger}`, in which satz knows no comments");
    Err(Fault::new(message, hint))
}

/// Locales that fall back must be known, and must not come back to themselves.
fn fallback(chains: &BTreeMap<String, Vec<String>>, known: &[&str]) -> Result<(), Fault> {
    let named = chains.keys().chain(chains.values().flatten());
    if let Some(stranger) = { named }.find(|name| !known.contains(&name.as_str())) {
        let message = format!("`fallback` names the locale `{stranger}`");
        return Err(Fault::new(
            message,
            "add it to `locales`, or remove it here",
        ));
    }
    for start in chains.keys() {
        let mut reached = vec![start];
        let mut next = 0;
        while let Some(locale) = reached.get(next).copied() {
            for parent in chains.get(locale).into_iter().flatten() {
                if parent == start {
                    let message = format!("`fallback` leads from `{start}` back to itself");
                    return Err(Fault::new(
                        message,
                        "name each locale's suppliers in one direction",
                    ));
                }
                if !reached.contains(&parent) {
                    reached.push(parent);
                }
            }
            next += 1;
        }
    }
    Ok(())
}

/// The locales whose catalogs get no notes.
fn without_notes(raw: &Raw) -> Result<Vec<String>, Fault> {
    match raw.notes {
        Value::Bool(true) => return Ok(Vec::new()),
        Value::Bool(false) => return Ok(raw.locales.clone()),
        _ => {}
    }
    let Ok(each) = serde_yaml::from_value::<BTreeMap<String, bool>>(raw.notes.clone()) else {
        let message = "`notes` is neither true, nor false, nor one of them per locale";
        let hint = "write `notes: false`, or `notes: {fr: false}`";
        return Err(Fault::new(message, hint));
    };
    if let Some(stranger) = each.keys().find(|locale| !raw.locales.contains(locale)) {
        let message = format!("`notes` names the locale `{stranger}`");
        let hint = "add it to `locales`, or remove it here";
        return Err(Fault::new(message, hint));
    }
    let silent = each.into_iter().filter(|(_, notes)| !notes);
    Ok(silent.map(|(locale, _)| locale).collect())
}

/// Where a colon ends a sentence.
fn colon(raw: &Raw, endings: &[&str]) -> Result<Colon, Fault> {
    if let Value::Bool(always) = raw.colon {
        return Ok(Colon::everywhere(always));
    }
    let rows = raw.colon.as_mapping().map(|rows| {
        let row =
            |(name, ends): (&Value, &Value)| Some((name.as_str()?.to_owned(), ends.as_bool()?));
        rows.iter().map(row).collect::<Option<Vec<_>>>()
    });
    let Some(Some(rows)) = rows else {
        let message = "`colon` is neither true, nor false, nor one of them per article";
        let hint = "write `colon: true`, or below it lines like `\"interviews/*\": true`";
        return Err(Fault::new(message, hint));
    };
    Colon::of(rows, endings)
}

/// Whether one folder is the other or lies in it, also where a file system ignores case.
fn inside(folder: &str, other: &str) -> bool {
    let folder = super::path::fold_case(folder) + "/";
    folder.starts_with(&(super::path::fold_case(other) + "/"))
}

/// The line that sets a key at the top level.
fn line_of(text: &str, key: &str) -> Option<usize> {
    let sets = |line: &str| {
        let name = line.strip_prefix(key)?;
        name.trim_start().starts_with(':').then_some(())
    };
    text.lines()
        .position(|line| sets(line).is_some())
        .map(|index| index + 1)
}

fn fault(text: &str, error: &serde_yaml::Error) -> Fault {
    let line = error.location().map(|place| place.line());
    let message = error.to_string().replace('\n', " ");
    let message = match message.split_once(" at line ") {
        Some((head, _)) => head.to_owned(),
        None => message,
    };
    if let Some(fault) = plain::words(&message) {
        return fault.at(line);
    }
    if let Some(fault) = plain::syntax(text, &message, line) {
        return fault;
    }
    let hint = if text.contains(": {locale}") || text.contains("- {locale}") {
        "put a pattern that begins with `{locale}` in quotes"
    } else {
        "compare it with `satz init --help`"
    };
    Fault::new(format!("not a valid configuration: {message}"), hint).at(line)
}
