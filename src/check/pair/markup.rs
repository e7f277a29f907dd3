//! What a text has besides words: tags, emphasis, links, code, placeables.

use super::characters::{Characters, Marks};
use super::opaque::{WORDS, address, has_scheme, mail};
use crate::document::call_frame;
use crate::text::Span;

/// What a text has besides its words, each with how often and the place of the first.
#[derive(Debug, Default)]
pub(in crate::check) struct Markup {
    /// Tags of HTML by name, closing ones with `/`; emphasis of Markdown; marks of links; calls of
    /// templates as they are written.
    pub(in crate::check) tags: Counted,
    /// Web addresses and targets of links.
    pub(in crate::check) links: Counted,
    /// E-mail addresses.
    pub(in crate::check) mails: Counted,
    /// Code spans, with their marks.
    pub(in crate::check) code: Counted,
    /// Marks of footnotes.
    pub(in crate::check) footnotes: Counted,
    /// Variables: `{ $name }`, `{0}`, `%s`, `${name}`.
    pub(in crate::check) placeables: Counted,
}

/// How a link of Markdown counts among the tags.
pub(in crate::check) const LINK: &str = "](…)";

/// Things of one kind, in the order of their texts.
#[derive(Debug, Default)]
pub(in crate::check) struct Counted(Vec<Thing>);

/// What stands in a text once or more.
#[derive(Debug)]
pub(in crate::check) struct Thing {
    /// It as it is written.
    pub(in crate::check) text: String,
    /// How often it stands there.
    pub(in crate::check) count: usize,
    /// Where the first stands.
    pub(in crate::check) span: Span,
}

impl Counted {
    /// The things, each once.
    pub(in crate::check) fn things(&self) -> &[Thing] {
        &self.0
    }

    /// How often a thing stands in the text.
    pub(in crate::check) fn count(&self, text: &str) -> usize {
        self.find(text).map_or(0, |at| self.0[at].count)
    }

    /// Notes one more, in the order of the text.
    fn add(&mut self, text: &str, span: Span) {
        self.0.push(Thing {
            text: text.to_owned(),
            count: 1,
            span,
        });
    }

    /// Brings what was noted in order, each thing once.
    fn sort(&mut self) {
        if self.0.len() < 2 {
            return;
        }
        self.0.sort_by(|one, other| one.text.cmp(&other.text));
        self.0.dedup_by(|further, first| {
            let is_same = further.text == first.text;
            first.count += usize::from(is_same);
            is_same
        });
    }

    fn find(&self, text: &str) -> Result<usize, usize> {
        self.0
            .binary_search_by(|thing| thing.text.as_str().cmp(text))
    }
}

/// That of a text without any.
pub(super) static NONE: Markup = Markup {
    tags: Counted(Vec::new()),
    links: Counted(Vec::new()),
    mails: Counted(Vec::new()),
    code: Counted(Vec::new()),
    footnotes: Counted(Vec::new()),
    placeables: Counted(Vec::new()),
};

/// Takes a text's markup apart; none if it cannot have any.
pub(super) fn markup(text: &str, characters: &Characters) -> Option<Box<Markup>> {
    // `www.` is looked for by its full stop, of which an address has one more.
    const MARKS: Characters = Characters::of("`<{@/%[*_$");
    static ALONE: Marks = Marks::of(r"`<{%[]*$\");
    static WITH_WORDS: Marks = Marks::from(&ALONE.set.and(&WORDS));
    let has_host = || characters.has('w') && text.contains("www.");
    if !characters.meets(&MARKS) && !has_host() {
        return None;
    }
    let mut found = Box::<Markup>::default();
    let has_mail = characters.has('@');
    let has_words = has_mail || has_scheme(text, characters);
    let marks = if has_words { &WITH_WORDS } else { &ALONE };
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(at) = marks.next(text, from) {
        let rest = &text[at..];
        let free = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        let taken = match bytes[at] {
            b'\\' => 2,
            b'`' => code(rest, at, &mut found),
            b'<' => tag(rest, at, &mut found),
            b'{' | b'$' | b'%' => placeable(rest, at, &mut found),
            b'[' if rest.starts_with("[^") => footnote(rest, at, &mut found),
            b']' if rest.starts_with("](") => target(rest, at, &mut found),
            b'*' => stars(rest, at, &mut found),
            b if free && b.is_ascii_alphanumeric() => word(rest, at, has_mail, &mut found),
            _ => 1,
        };
        from = at + taken.max(1);
    }
    for counted in [
        &mut found.tags,
        &mut found.links,
        &mut found.mails,
        &mut found.code,
        &mut found.footnotes,
        &mut found.placeables,
    ] {
        counted.sort();
    }
    Some(found)
}

/// Counts what stands at `at` as it is written.
fn add(counted: &mut Counted, what: &str, at: usize) {
    add_as(counted, what, at, what.len());
}

/// Counts what stands at `at`, `length` bytes long, under a name.
fn add_as(counted: &mut Counted, name: &str, at: usize, length: usize) {
    counted.add(name, Span::new(at, at + length));
}

fn code(rest: &str, at: usize, found: &mut Markup) -> usize {
    let fence = rest.len() - rest.trim_start_matches('`').len();
    let Some(end) = within(&rest[fence..], &rest[..fence]) else {
        return fence;
    };
    let length = end + 2 * fence;
    add(&mut found.code, &rest[..length], at);
    length
}

fn tag(rest: &str, at: usize, found: &mut Markup) -> usize {
    if let Some(length) = rest[1..]
        .starts_with("http")
        .then(|| address(&rest[1..]))
        .flatten()
    {
        add(&mut found.links, &rest[1..=length], at + 1);
        return length + 1;
    }
    let name: usize = rest[1..]
        .bytes()
        .take_while(|b| b.is_ascii_alphanumeric() || *b == b'/')
        .count();
    if name == 0 || !rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
        return call(rest, at, found);
    }
    let Some(end) = within(rest, ">") else {
        return 1;
    };
    let name = rest[1..=name].to_ascii_lowercase();
    let name = format!("<{}>", name.trim_end_matches('/'));
    add_as(&mut found.tags, &name, at, end + 1);
    for key in ["href=\"", "src=\"", "href='", "src='"] {
        if let Some(start) = rest[..end].find(key).map(|start| start + key.len()) {
            let value = rest[start..end]
                .split(['"', '\''])
                .next()
                .unwrap_or_default();
            add(&mut found.links, value, at + start);
        }
    }
    end + 1
}

fn placeable(rest: &str, at: usize, found: &mut Markup) -> usize {
    let shape = |open: &str, close: &str| {
        let inner = &rest[open.len()..];
        let end = within(inner, close).filter(|_| rest.starts_with(open))?;
        let name = inner[..end].trim();
        let fits = !name.is_empty()
            && name.len() < 60
            && name.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '$' | '-' | '_'))
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"$-_. ()\",:".contains(&b))
            // `{ royal family }` is no variable.
            && (!name.contains(' ') || name.starts_with(['$', '-']) || name.contains('('));
        let length = open.len() + end + close.len();
        // Fluent's own are written with blanks, however they were typed.
        let is_fluent = open == "{" && name.starts_with(['$', '-']);
        let blank = if is_fluent { " " } else { "" };
        fits.then(|| (format!("{open}{blank}{name}{blank}{close}"), length))
    };
    let known = match rest.as_bytes()[0] {
        b'{' if rest.starts_with("{{") => shape("{{", "}}"),
        b'{' => shape("{", "}"),
        b'$' if rest.starts_with("${") => shape("${", "}"),
        b'%' if rest.starts_with("%(") => shape("%(", ")s"),
        b'%' if rest.starts_with("%{") => shape("%{", "}"),
        b'%' => percent(rest),
        _ => None,
    };
    let Some((name, length)) = known else {
        return call(rest, at, found);
    };
    add_as(&mut found.placeables, &name, at, length);
    length
}

/// What calls a template or a program, or gives attributes, with what ends it.
const CALLS: [(&str, &str); 9] = [
    ("{{<", ">}}"),
    ("{{%", "%}}"),
    ("{{", "}}"),
    ("{%", "%}"),
    ("{/*", "*/}"),
    ("{#", "}"),
    ("{:", "}"),
    ("<%", "%>"),
    ("<?", "?>"),
];

fn call(rest: &str, at: usize, found: &mut Markup) -> usize {
    let known = CALLS.iter().find(|(open, _)| rest.starts_with(open));
    let Some((open, close)) = known else { return 1 };
    let Some(end) = within(&rest[open.len()..], close) else {
        return 1;
    };
    let length = open.len() + end + close.len();
    let raw = &rest[..length];
    let frame = call_frame(raw);
    add_as(&mut found.tags, frame.as_deref().unwrap_or(raw), at, length);
    length
}

/// `%s`, `%d`, `%1$s`, `%@`; not the sign after a number.
fn percent(rest: &str) -> Option<(String, usize)> {
    let digits = rest[1..].bytes().take_while(u8::is_ascii_digit).count();
    let kind = match rest.as_bytes().get(1 + digits)? {
        b'$' if digits > 0 => 2 + digits,
        _ if digits == 0 => 1,
        _ => return None,
    };
    let letter = rest.as_bytes().get(kind)?;
    let ends = !rest
        .as_bytes()
        .get(kind + 1)
        .is_some_and(u8::is_ascii_alphanumeric);
    (matches!(letter, b's' | b'd' | b'i' | b'u' | b'f' | b'@') && ends)
        .then(|| (rest[..=kind].to_owned(), kind + 1))
}

fn footnote(rest: &str, at: usize, found: &mut Markup) -> usize {
    match within(rest, "]") {
        Some(end) if end < 60 && !rest[..end].contains(' ') => {
            add(&mut found.footnotes, &rest[..=end], at);
            end + 1
        }
        _ => 1,
    }
}

fn target(rest: &str, at: usize, found: &mut Markup) -> usize {
    let inner = &rest[2..];
    let mut depth = 0;
    let end = inner.find(|c: char| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        depth < 0 || c.is_whitespace()
    });
    add_as(&mut found.tags, LINK, at, 2);
    let end = end.unwrap_or(inner.len());
    // A bracket too many is a slip of the writer.
    let link = inner[..end].trim_end_matches(']');
    if link.contains('@') && !link.contains('/') {
        let mail = link.trim_start_matches("mailto:");
        add(&mut found.mails, mail, at + 2 + link.len() - mail.len());
    } else if !link.is_empty() && !is_its_text(link, at, &found.links) {
        add(&mut found.links, link, at + 2);
    }
    end + 2
}

/// Whether an address is the text of its own link, which ends at `end`: that is one link.
fn is_its_text(address: &str, end: usize, links: &Counted) -> bool {
    let last = links.0.last();
    last.is_some_and(|last| last.text == address && last.span.end == end)
}

fn stars(rest: &str, at: usize, found: &mut Markup) -> usize {
    let run = rest.len() - rest.trim_start_matches('*').len();
    if run == 2 || run == 3 {
        add(&mut found.tags, &rest[..run], at);
    }
    run
}

fn word(rest: &str, at: usize, has_mail: bool, found: &mut Markup) -> usize {
    if let Some(length) = mail(rest).filter(|_| has_mail) {
        add(&mut found.mails, &rest[..length], at);
        return length;
    }
    if rest.starts_with(['h', 'H', 'w'])
        && let Some(length) = address(rest)
    {
        add(&mut found.links, &rest[..length], at);
        return length;
    }
    let word = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    word.max(1)
}

/// Where `end` begins, within a stretch that is looked through at most.
fn within(text: &str, end: &str) -> Option<usize> {
    let mut most = text.len().min(2000);
    while !text.is_char_boundary(most) {
        most -= 1;
    }
    text[..most].find(end)
}
