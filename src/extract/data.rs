//! What a page says about itself: in its head, in JSON-LD, and in elements made for programs.

use super::date::machine;
use super::dom::Page;
use serde_json::Value;

/// Most values within each other of JSON-LD that are read.
const DEEPEST: usize = 8;

/// What a page says about itself.
#[derive(Debug, Default)]
pub(super) struct Data {
    /// Its titles, the one for sharing first.
    pub(super) titles: Vec<String>,
    pub(super) author: Option<String>,
    pub(super) address: Option<String>,
    /// Where its links lead from, if it says that apart.
    pub(super) base: Option<String>,
    pub(super) site: Option<String>,
    pub(super) date: Option<String>,
    pub(super) language: Option<String>,
}

/// Reads `meta`, `link` and `time` elements, JSON-LD and the title. What is written for programs
/// outranks what is shown, and JSON-LD of the article outranks both.
pub(super) fn data(page: &Page) -> Data {
    let mut data = Data::default();
    let (mut title, mut day, mut name) = (None, None, None);
    for at in 1..page.nodes.len() {
        let value = |name: &str| page.attribute(at, name).map(str::to_owned);
        let marked = |word: &str| page.attribute(at, "itemprop") == Some(word);
        match page.name(at) {
            "html" => data.language = data.language.take().or_else(|| value("lang")),
            "base" if data.base.is_none() => {
                data.base = value("href").filter(|address| address.starts_with("http"));
            }
            "title" if title.is_none() => title = line(&page.text(at)),
            "link" if value("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                data.address = data.address.take().or_else(|| value("href"));
            }
            "meta" => meta(page, at, &mut data),
            "time" => {
                let found = value("datetime").and_then(|time| machine(&time));
                let is_first = day.is_none() || marked("datePublished");
                day = found.filter(|_| is_first).or(day);
            }
            "a" | "span" | "address" | "div" | "p" if name.is_none() => {
                let is_name = marked("author") || value("rel").as_deref() == Some("author");
                name = is_name.then(|| person(page, at)).flatten();
            }
            _ => {}
        }
    }
    linked(page, &mut data);
    data.titles.extend(title);
    data.date = data.date.or(day);
    data.author = data.author.or(name);
    data.address = data.address.filter(|address| address.starts_with("http"));
    data
}

fn line(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

/// The name in an element that holds the author.
fn person(page: &Page, at: usize) -> Option<String> {
    let inner = page
        .inside(at)
        .find(|at| page.attribute(*at, "itemprop") == Some("name"));
    let text = inner.map_or_else(|| page.text(at), |at| page.text(at));
    line(&text).filter(|name| is_name(name))
}

/// Whether a text can be a person's name, and is no address or sentence.
fn is_name(name: &str) -> bool {
    let is_address = name.contains("://") || name.starts_with(['/', '@']);
    !is_address && name.chars().count() <= 80 && name.contains(char::is_alphabetic)
}

fn meta(page: &Page, at: usize, data: &mut Data) {
    let value = |name: &str| page.attribute(at, name).map(str::to_owned);
    let keys = ["property", "name", "itemprop"];
    let key = keys.iter().find_map(|name| value(name));
    let (Some(key), Some(content)) = (key, value("content")) else {
        return;
    };
    match key.to_ascii_lowercase().as_str() {
        "og:title" => data.titles.insert(0, content),
        "twitter:title" => data.titles.push(content),
        "og:url" => data.address = Some(content),
        "og:site_name" => data.site = Some(content),
        "author" | "article:author" | "dc.creator" | "dcterms.creator" | "parsely-author" => {
            let name = line(&content).filter(|name| is_name(name));
            data.author = data.author.take().or(name);
        }
        "article:published_time"
        | "datepublished"
        | "date"
        | "dc.date"
        | "dcterms.date"
        | "dc.date.issued"
        | "dcterms.created"
        | "pubdate"
        | "publishdate"
        | "publish-date" => {
            data.date = machine(&content).or(data.date.take());
        }
        _ => {}
    }
}

/// Reads JSON-LD. <https://schema.org/Article>
fn linked(page: &Page, data: &mut Data) {
    let scripts = page.all(0, "script");
    let linked = scripts.filter(|at| {
        let kind = page.attribute(*at, "type").unwrap_or_default();
        kind.eq_ignore_ascii_case("application/ld+json")
    });
    let mut things: Vec<Value> = Vec::new();
    for script in linked {
        if let Some(value) = parsed(&page.text(script)) {
            collect(value, 0, &mut things);
        }
    }
    let articles = things.iter().filter(|thing| is_article(thing));
    let Some(article) = articles.max_by_key(|thing| rank(thing)) else {
        return;
    };
    let text = |name: &str| article.get(name).and_then(Value::as_str);
    if let Some(day) = ["datePublished", "dateCreated"]
        .iter()
        .find_map(|name| machine(text(name)?))
    {
        data.date = Some(day);
    }
    let mut names = Vec::new();
    let authors = article.get("author").or_else(|| article.get("creator"));
    if let Some(authors) = authors {
        names_of(authors, &things, 0, &mut names);
    }
    names.dedup();
    if !names.is_empty() {
        data.author = Some(names.join(", "));
    }
    if let Some(headline) = text("headline").and_then(line) {
        data.titles.push(headline);
    }
    let address = text("url").or_else(|| text("mainEntityOfPage"));
    data.address = data.address.take().or_else(|| address.map(str::to_owned));
}

/// JSON as pages write it: within a comment, with line feeds in strings.
fn parsed(text: &str) -> Option<Value> {
    let bare = text
        .trim()
        .trim_start_matches("<!--")
        .trim_end_matches("-->");
    let bare = bare
        .trim()
        .trim_start_matches("//<![CDATA[")
        .trim_end_matches("//]]>");
    let read = |text: &str| serde_json::from_str(text).ok();
    read(bare).or_else(|| {
        let flat: String = bare
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        read(flat.trim().trim_end_matches(';'))
    })
}

/// Collects the things that JSON-LD speaks of, also in lists and graphs.
fn collect(value: Value, depth: usize, things: &mut Vec<Value>) {
    if depth == DEEPEST {
        return;
    }
    match value {
        Value::Array(values) => {
            for value in values {
                collect(value, depth + 1, things);
            }
        }
        Value::Object(mut fields) => {
            for name in ["@graph", "mainEntity", "mainEntityOfPage", "hasPart"] {
                if let Some(inner) = fields.get(name).filter(|inner| !inner.is_string()) {
                    collect(inner.clone(), depth + 1, things);
                }
            }
            fields.remove("@graph");
            things.push(Value::Object(fields));
        }
        _ => {}
    }
}

fn kinds(thing: &Value) -> Vec<&str> {
    match thing.get("@type") {
        Some(Value::String(kind)) => vec![kind],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn is_article(thing: &Value) -> bool {
    rank(thing) > 0
}

/// How surely a thing is the article of its page.
fn rank(thing: &Value) -> usize {
    let rank = |kind: &&str| match *kind {
        kind if kind.ends_with("Article") || kind.ends_with("BlogPosting") => 3,
        "Report" | "Review" | "Recipe" | "HowTo" | "CreativeWork" | "PodcastEpisode" => 2,
        kind if kind.ends_with("WebPage") || kind.ends_with("Page") => 1,
        _ => 0,
    };
    kinds(thing).iter().map(rank).max().unwrap_or(0)
}

/// The names of authors, however they are written; one that is only referred to stands elsewhere.
fn names_of(author: &Value, things: &[Value], depth: usize, names: &mut Vec<String>) {
    if depth == DEEPEST {
        return;
    }
    match author {
        Value::String(name) => names.extend(line(name).filter(|name| is_name(name))),
        Value::Array(authors) => {
            for author in authors {
                names_of(author, things, depth + 1, names);
            }
        }
        Value::Object(fields) => {
            if let Some(name) = fields.get("name") {
                names_of(name, things, depth + 1, names);
            } else if let Some(id) = fields.get("@id") {
                let is_it =
                    |thing: &&Value| thing.get("@id") == Some(id) && thing.get("name").is_some();
                if let Some(thing) = things.iter().find(is_it) {
                    names_of(thing, things, depth + 1, names);
                }
            }
        }
        _ => {}
    }
}

/// Letters and digits alone, in lower case: what two spellings of one line share.
pub(super) fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
