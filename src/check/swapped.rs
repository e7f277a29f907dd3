//! Two names in each other's place.
//!
//! Why it matters: the winner has lost, and the train goes the other way. Found where the German
//! begins with one name and has the other behind the verb, and the translation begins with the
//! second, without the words that turn a sentence round (`by`, `from`); and where what one comes from
//! and where one goes are exchanged.
//! Example: `Kiel schlug Bremen mit 2:1.` – `Bremen beat Kiel 2–1.`
//! Fix: none.

use super::pair::names::Name;
use super::pair::sound::Sounds;
use super::{Check, Find, Flaw, Pair};
use crate::language::{Kind, is_capital, lower_case};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "swapped",
    category: "name",
    severity: Severity::Warning,
    manual: include_str!("swapped.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (here, _) = pair.names();
    if here.len() < 2 || pair.is_copy() {
        return;
    }
    if let Some((span, one, other)) = journey(pair).or_else(|| sentence(pair)) {
        let message = format!("`{one}` and `{other}` are exchanged");
        flaws.push(Flaw::new(span, one, message).hint("compare who does what to whom"));
    }
}

type Exchanged<'a> = (Span, &'a str, &'a str);

/// Words before where one comes from, and before where one goes.
const WAYS: [(&str, &[&str], &[&str]); 9] = [
    ("en", &["from"], &["to"]),
    ("fr", &["de", "d"], &["à", "vers", "au"]),
    ("es", &["de", "desde"], &["a", "hasta", "hacia"]),
    ("it", &["da", "dal"], &["a", "ad"]),
    ("pt", &["de", "desde"], &["a", "para", "até"]),
    ("nl", &["van"], &["naar", "tot"]),
    ("pl", &["z", "ze", "od"], &["do", "na"]),
    ("uk", &["з", "із", "зі", "від"], &["до", "у", "в", "на"]),
    ("ru", &["из", "с", "от"], &["в", "до", "на"]),
];

/// `von Ulm nach Linz`, and the translation goes from Linz to Ulm.
fn journey(pair: Pair<'_>) -> Option<Exchanged<'_>> {
    let (here, _) = pair.names();
    let (_, from, to) = WAYS.iter().find(|way| way.0 == pair.language())?;
    let german = pair.mentions().0.tokens;
    let before = |name: &Name<'_>| name.token.checked_sub(1).and_then(|at| german.word(at));
    let start = here.iter().find(|name| before(name) == Some("von"))?;
    let mut later = here.iter().filter(|name| name.token > start.token);
    let goal = later.find(|name| matches!(before(name), Some("nach" | "bis")))?;
    let places = [places(pair, start.text), places(pair, goal.text)];
    let [Some(start_place), Some(goal_place)] = places else {
        return None;
    };
    let own = pair.mentions().1.tokens;
    let word = |at: usize| at.checked_sub(1).and_then(|at| own.word(at));
    let is = |at: usize, words: &[&str]| word(at).is_some_and(|word| words.contains(&word));
    let exchanged = is(start_place, to) && is(goal_place, from);
    let span = &own.list[start_place].span;
    exchanged.then(|| (Span::new(span.start, span.end), start.text, goal.text))
}

/// The only token of the translation that a name may have become.
fn places(pair: Pair<'_>, name: &str) -> Option<usize> {
    let text = pair.target();
    let sounds = Sounds::of(name, pair.source_language());
    let tokens = pair.mentions().1.tokens.list.iter().enumerate();
    let mut found = tokens.filter(|(_, token)| {
        let word = &text[token.span.clone()];
        let is_latin = word.starts_with(|c: char| c < '\u{250}');
        token.kind == Kind::Word
            && word.starts_with(is_capital)
            && (word == name || !is_latin && sounds.may_be(&Sounds::of(word, pair.language())))
    });
    let first = found.next()?;
    found.next().is_none().then_some(first.0)
}

/// `Kiel schlug Bremen`, and the translation begins with Bremen.
fn sentence(pair: Pair<'_>) -> Option<Exchanged<'_>> {
    let (here, there) = pair.names();
    let (subject, object) = (here.first()?, here.last()?);
    let verb = pair.mentions().0.tokens.list.get(1)?;
    let is_verb = pair.source()[verb.span.clone()].starts_with(char::is_lowercase);
    if subject.token != 0 || object.token < 2 || !is_verb || verb.kind != Kind::Word {
        return None;
    }
    let once =
        |list: &[Name<'_>], text: &str| list.iter().filter(|name| name.text == text).count() == 1;
    // "Kiel und Bremen spielten": no one does anything to the other.
    let second = pair.mentions().0.tokens.word(1)?;
    if matches!(
        second,
        "und" | "oder" | "sowie" | "bis" | "von" | "in" | "aus" | "der" | "die" | "das" | "des"
    ) {
        return None;
    }
    let first = there
        .first()
        .filter(|name| name.token == 0 && name.is_kept)?;
    let later = there.iter().find(|name| name.text == subject.text)?;
    let mut objects = here.iter().filter(|name| name.token > 1);
    let object = objects.find(|name| name.text == first.text)?;
    let own = pair.mentions().1.tokens;
    let before = own.word(later.token.checked_sub(1)?)?;
    let turns = TURNS.contains(&before) || lower_case(before).ends_with('\'');
    let known = once(here, subject.text) && once(here, object.text) && once(there, subject.text);
    (known && subject.is_kept && !turns && later.token > 1).then_some((
        first.span,
        object.text,
        subject.text,
    ))
}

/// Words before the one who acts in a sentence that was turned round, and what joins equals.
const TURNS: [&str; 34] = [
    "by", "from", "of", "and", "with", "par", "de", "du", "des", "d", "et", "avec", "por", "y",
    "con", "da", "dal", "dalla", "e", "van", "door", "en", "met", "przez", "od", "i", "z", "od",
    "а", "та", "і", "й", ",", "(",
];
