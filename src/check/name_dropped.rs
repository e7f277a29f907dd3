//! A name that the translation does not have.
//!
//! Why it matters: `Robert Lewandowski` has become `Lewandowski`, or the second person of two has
//! gone. Found are words beside a name that the translation keeps, names that the article keeps
//! elsewhere, names behind a noun that says what they are (`Tochter Alexis`), and words behind `in`,
//! `von`, `sagte` and the like that are no common nouns. A name in other letters is known by its
//! sound. Translators leave out first names and repeat names by pronouns with good reason: a hint.
//! Example: `sagte Kim Jong-un` – `said Kim`.
//! Fix: none.

use std::cell::{OnceCell, RefCell};

use rustc_hash::{FxHashMap, FxHashSet};

use super::pair::exonym::has_exonym;
use super::pair::names::Name;
use super::pair::sound::{Heard, Sounds};
use super::pair::stretches::Stretches;
use super::{Check, Find, Flaw, Pair};
use crate::language::{Gap, Kind, Language, is_brand, is_capital, small};
use crate::mention::Number;
use crate::text::{Severity, Span};

use unicode_normalization::char::decompose_canonical;

pub(super) const CHECK: Check = Check {
    code: "name-dropped",
    category: "namehint",
    severity: Severity::Hint,
    manual: include_str!("name_dropped.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (here, _) = pair.names();
    // Which words are names is known where nouns are.
    if here.is_empty() || pair.is_copy() || pair.source_lists().nouns.is_empty() {
        return;
    }
    let german = German {
        pair,
        here,
        has_english: {
            let tokens = &pair.mentions().0.tokens;
            let mut short = (0..)
                .zip(&tokens.list)
                .filter(|(_, token)| token.span.len() < 4);
            short.any(|(at, _)| tokens.word(at).is_some_and(is_english))
        },
        titles: OnceCell::new(),
        written: OnceCell::new(),
        plain: OnceCell::new(),
        known: RefCell::default(),
    };
    for (index, word) in here.iter().enumerate() {
        if !german.is_dropped(index) {
            continue;
        }
        let message = format!("the source has `{}`, the translation does not", word.text);
        flaws.push(
            Flaw::new(Span::default(), word.text, message).hint("add the name if it matters here"),
        );
    }
}

/// The words of the German with a capital, beside the translation.
struct German<'a> {
    pair: Pair<'a>,
    here: &'a [Name<'a>],
    /// Whether the German has a small English word.
    has_english: bool,
    /// Which of the words are part of a title.
    titles: OnceCell<Vec<bool>>,
    /// The translation's words that can be forms of a name.
    written: OnceCell<Written>,
    /// The translation in small letters, without hyphens and accents.
    plain: OnceCell<Stretches>,
    /// Words that were looked for in the translation, and whether they are there.
    known: RefCell<FxHashMap<&'a str, bool>>,
}

/// The words of a translation that a name may have become.
#[derive(Default)]
struct Written {
    /// The heads of those with a Latin capital that are not the German's.
    heads: FxHashSet<[char; 3]>,
    /// The beginnings of those in small letters: `mexicains`.
    small: FxHashSet<[char; 4]>,
    /// What those with a Latin capital sound like.
    latin: FxHashSet<Sounds>,
    /// What those in other scripts sound like.
    foreign: Heard,
}

impl<'a> German<'a> {
    fn lists(&self) -> &'static Language {
        self.pair.source_lists()
    }

    /// Whether a word is a name, as far as one can tell, that the translation should have and has not.
    fn is_dropped(&self, index: usize) -> bool {
        let word = &self.here[index];
        let (source, _) = self.pair.mentions();
        let gap = |token: usize| source.tokens.list.get(token).map(|token| token.gap);
        // The cheap questions first: most words are there as they are.
        if word.is_kept || gap(word.token) == Some(Gap::Hyphen) {
            return false;
        }
        if self.only_begins(word) {
            return false;
        }
        if self.has_english && self.titles()[index] {
            return !self.is_there(word) && !self.is_written_small(word);
        }
        let adjoins = |one: &Name<'_>, two: &Name<'_>| {
            one.token + 1 == two.token && gap(two.token) == Some(Gap::Space)
        };
        // In other letters a sound proves too little.
        let inflects = self
            .pair
            .writing()
            .is_some_and(|writing| writing.script == "Latin");
        let kept = |other: &Name<'a>| {
            (other.is_kept || inflects)
                && !self.lists().is_noun(other.text)
                && (other.is_kept || self.is_there(other))
        };
        let last = index.checked_sub(1).map(|last| &self.here[last]);
        let near = last.filter(|last| adjoins(last, word));
        let next = self.here.get(index + 1);
        let next = next.filter(|next| adjoins(word, next));
        // "Externe Begrenzung": an adjective, and what it belongs to.
        let lists = self.lists();
        let is_adjective = |last: &Name<'_>| !last.is_kept && lists.ends_like_adjective(last.text);
        let is_kept_elsewhere = self.pair.article.kept().contains(word.text);
        let half = near.is_some_and(|last| kept(last) && !is_adjective(last))
            && (!lists.noun_endings.is_ending_of(word.text) || is_kept_elsewhere);
        let is_certain =
            is_camel(word.text) && !lists.legal_forms.contains(word.text) || is_brand(word.text);
        let known = is_certain || is_kept_elsewhere && !lists.ends_like_noun(word.text);
        let is_common = self.pair.article.common().contains(word.text);
        let gap = word.token > 0
            && (!lists.ends_like_noun(word.text) || word.text.ends_with("mann"))
            && self.pair.mentions().1.has_gap;
        if !half && !known && !gap {
            // "Boliviens Forderung" becomes an adjective; "Rust-Kurs" is another word.
            let is_genitive = word.text.ends_with('s') && next.is_some();
            let lead = word.token.checked_sub(1);
            let lead = lead.and_then(|token| source.tokens.word(token));
            // "Der Regisseur Fritz Lang": what has an article is a noun.
            let is_said = next.is_some() && lead.is_some_and(|lead| is_article(lead, self.lists()));
            if is_genitive || is_said || self.lists().ends_like_noun(word.text) {
                return false;
            }
            let counted = |last: &Name<'_>| {
                // They stand in the order of the text.
                let ends_before = |number: &Number| number.span.end < last.span.end;
                let place = source.numbers.partition_point(ends_before);
                let number = source.numbers.get(place);
                number.is_some_and(|number| number.span.start <= last.span.start)
            };
            let title =
                near.is_some_and(|last| self.lists().is_apposition(last.text) && !counted(last));
            let listed = |lead| {
                lead == "und" && last.is_some_and(|last| last.token + 2 == word.token && kept(last))
            };
            let called = lead.is_some_and(|lead| {
                self.lists().before_bare_name.contains(lead)
                    || listed(lead)
                    || self.lists().before_name_or_noun.contains(lead)
                        && self.lists().looks_foreign(word.text)
            });
            // "Rust-Kurs" is another word, unless the translation leaves a gap.
            let joined = self.pair.source()[word.span.end..].starts_with('-');
            if joined || !title && !called && !next.is_some_and(kept) {
                return false;
            }
        }
        !self.lists().is_noun(word.text)
            && (is_certain || !self.pair.article.translated().contains(word.text))
            && (is_certain || gap && lists.looks_foreign(word.text) || !is_common)
            && !self.is_there(word)
            && !self.is_written_small(word)
    }

    /// Whether a word has its capital from the beginning of a sentence, as its ending tells: "Neue Halle".
    fn only_begins(&self, word: &Name<'_>) -> bool {
        let before =
            self.pair.source()[..word.span.start].trim_end_matches(['*', '_', ' ', '"', '„']);
        let begins = before.is_empty() || before.ends_with(['.', '!', '?', ':', '\n']);
        begins
            && ["e", "es", "em", "t", "lo"]
                .iter()
                .any(|end| word.text.ends_with(end))
    }

    /// Whether the translation has a word without its capital or its hyphen: `Wings`, `Push-backs`.
    fn is_written_small(&self, word: &Name<'_>) -> bool {
        let target = || Stretches::of(plain(self.pair.target()));
        let target = self.plain.get_or_init(target);
        target.contains(&plain(stem(word.text)))
    }

    /// Which words are part of a title in another language that the translation keeps in part:
    /// `Game of Thrones`, `Marks & Spencer`.
    fn titles(&self) -> &[bool] {
        self.titles.get_or_init(|| {
            let mut titles = Vec::with_capacity(self.here.len());
            while let Some(first) = self.here.get(titles.len()) {
                let (is_title, end) = self.title(first);
                let rest = &self.here[titles.len()..];
                let words = rest.iter().take_while(|name| name.token < end).count();
                titles.extend(std::iter::repeat_n(is_title, words));
            }
            titles
        })
    }

    /// Whether a word begins the capitals of such a title, and the token behind its last word.
    fn title(&self, first: &Name<'_>) -> (bool, usize) {
        let tokens = &self.pair.mentions().0.tokens;
        let capital = |token: usize| {
            let at = self.here.binary_search_by_key(&token, |name| name.token);
            at.ok().map(|at| &self.here[at])
        };
        let small = |token: usize| tokens.word(token).is_some_and(is_english);
        let close = |token: usize| {
            tokens
                .list
                .get(token)
                .is_some_and(|token| matches!(token.gap, Gap::Space))
        };
        let belongs = |token: usize| capital(token).is_some() || small(token);
        let mut from = first.token;
        while from > 0 && close(from) && belongs(from - 1) {
            from -= 1;
        }
        let mut to = first.token + 1;
        while belongs(to) && close(to) {
            to += 1;
        }
        let mut names = (from..to).filter_map(capital);
        let is_title = (from..to).any(small) && names.any(|name| name.is_kept);
        (is_title, to)
    }

    /// Whether the translation has a form of a word, or what sounds like it. What is another word of
    /// the German as it stands is none.
    fn is_there(&self, word: &Name<'a>) -> bool {
        if let Some(is_there) = self.known.borrow().get(word.text) {
            return *is_there;
        }
        let written = self.written();
        let is_foreign = || {
            let both = [word.text, stem(word.text)]
                .map(|word| Sounds::of(word, self.pair.source_language()));
            both.iter().any(|sounds| {
                sounds.tell() && written.latin.contains(sounds) || written.foreign.may_have(sounds)
            })
        };
        let has_exonym = |word: &str| has_exonym(word, self.pair.target());
        let is_there = written.heads.contains(&word.head)
            || has_exonym(word.text)
            || has_exonym(stem(word.text))
            || beginning(word.text).is_some_and(|beginning| written.small.contains(&beginning))
            || is_foreign();
        self.known.borrow_mut().insert(word.text, is_there);
        is_there
    }

    /// The translation's words that can be forms of a name, each heard once.
    fn written(&self) -> &Written {
        self.written.get_or_init(|| {
            let (_, target) = self.pair.mentions();
            let (_, names) = self.pair.names();
            let text = self.pair.target();
            let mut written = Written::default();
            let own = names.iter().filter(|name| !name.is_kept);
            written.heads.extend(own.map(|name| name.head));
            let mut kept = names.iter().filter(|name| name.is_kept).peekable();
            for (at, token) in target.tokens.list.iter().enumerate() {
                while kept.next_if(|name| name.token < at).is_some() {}
                if token.kind != Kind::Word {
                    continue;
                }
                let text = &text[token.span.clone()];
                let Some(first) = text.chars().next() else {
                    continue;
                };
                let is_latin = first < '\u{250}';
                if is_latin && first.is_lowercase() {
                    written.small.extend(beginning(text));
                    continue;
                }
                let is_kept = kept.peek().is_some_and(|name| name.token == at);
                if is_capital(first) && !is_kept || first >= '\u{600}' {
                    let sounds = Sounds::of(text, self.pair.language());
                    if is_latin {
                        written.latin.insert(sounds);
                    } else {
                        written.foreign.add(&sounds);
                    }
                }
            }
            written
        })
    }
}

/// Whether a word joins the parts of English titles.
fn is_english(word: &str) -> bool {
    matches!(word, "of" | "the" | "and" | "&" | "for" | "on" | "to")
}

/// A text in small letters, without hyphens and accents.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '-' | '‑' => {}
            '\0'..='\x7F' => plain.push(c.to_ascii_lowercase()),
            // Accents are no matter of other scripts: names with a Latin capital are looked for.
            '\u{370}'..='\u{1DFF}' => plain.push(small(c).unwrap_or(c)),
            _ => decompose_canonical(c, |c| {
                if !matches!(c, '\u{300}'..='\u{36F}') {
                    plain.push(small(c).unwrap_or(c));
                }
            }),
        }
    }
    plain
}

/// The first four letters of a word, those that are exchanged in derived words made one: a word in
/// lower case with the same is made of a name, as `mexicains` of `Mexiko`.
fn beginning(word: &str) -> Option<[char; 4]> {
    let level = |c: char| match small(c).unwrap_or(c) {
        'k' => 'c',
        'é' | 'è' => 'e',
        'í' => 'i',
        'ä' | 'á' => 'a',
        'ö' | 'ó' => 'o',
        'ü' | 'ú' => 'u',
        c => c,
    };
    let mut letters = word.chars().map(level);
    let mut found = ['\0'; 4];
    for letter in &mut found {
        *letter = letters.next()?;
    }
    Some(found)
}

/// Whether a word goes before a noun: an article, or an adjective by its ending.
fn is_article(word: &str, lists: &Language) -> bool {
    lists.noun_markers.contains(word)
        || word == "dessen"
        || word.len() > 4 && lists.ends_like_adjective(word)
}

/// Whether a word has a capital within, as names of products have.
fn is_camel(word: &str) -> bool {
    word.chars().skip(1).any(char::is_uppercase) && !word.contains("In")
}

/// A name without the German genitive.
fn stem(name: &str) -> &str {
    name.strip_suffix('s')
        .filter(|stem| stem.len() > 3)
        .unwrap_or(name)
}
