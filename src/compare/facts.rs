//! What a change of the source does to facts: numbers, dates, names, negations.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use read::{Mentioned, facts, names};

mod read;

/// A kind of fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// Digits or a number written as a word, with its unit: "1,5", "zwei", "5 km".
    Number,
    /// A month, a day, a time: "7. Februar", "gestern".
    Date,
    /// A word with a capital that is no common noun, as far as its neighbours tell.
    Name,
    /// A word that denies.
    Negation,
}

impl Fact {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Number, Self::Date, Self::Name, Self::Negation];

    /// The kind's name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Name => "name",
            Self::Negation => "negation",
        }
    }
}

/// A fact that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactChange {
    /// Its kind.
    pub fact: Fact,
    /// As it was; None if it is new.
    pub was: Option<String>,
    /// As it is; None if it is gone.
    pub now: Option<String>,
}

/// The facts that differ between two wordings in a locale, kind by kind, in their order. What is
/// written in another way (`9` for `neun`) is the same fact.
///
/// # Examples
/// ```
/// use satz::compare::changed_facts;
/// let changed = changed_facts("Er kommt im Juni nicht.", "Er kommt im Juli.", "de");
/// let facts: Vec<_> = changed.iter().map(|change| (change.fact.name(), change.was.as_deref(), change.now.as_deref())).collect();
/// assert_eq!(facts, [("date", Some("Juni"), Some("Juli")), ("negation", Some("nicht"), None)]);
/// ```
pub fn changed_facts(old_text: &str, new_text: &str, locale: &str) -> Vec<FactChange> {
    let (old, new) = (facts(old_text, locale), facts(new_text, locale));
    let of = |facts: &[Mentioned], kind: Fact| -> Vec<Mentioned> {
        let facts = facts.iter().filter(|mentioned| mentioned.fact == kind);
        facts.cloned().collect()
    };
    let mut changes = Vec::new();
    for kind in Fact::ALL {
        let (mut was, mut now) = (of(&old, kind), of(&new, kind));
        // Who is named once more or once less, or where a sentence begins, is the same person.
        if kind == Fact::Name && sorted(&was) != sorted(&now) {
            was.retain(|name| !names(new_text).any(|word| word == name.text));
            now.retain(|name| !names(old_text).any(|word| word == name.text));
        }
        let (old_ones, was) = part_ones(was);
        let (new_ones, now) = part_ones(now);
        let mut changed = replaced(&was, &now);
        count_ones(&mut changed, &old_ones, &new_ones);
        changes.extend(changed);
    }
    changes
}

/// What went and what came, in pairs where something stands in the place of another.
fn replaced(was: &[Mentioned], now: &[Mentioned]) -> Vec<FactChange> {
    let change = |was: Option<&Mentioned>, now: Option<&Mentioned>| FactChange {
        fact: was.or(now).map_or(Fact::Number, |mentioned| mentioned.fact),
        was: was.map(|mentioned| mentioned.text.clone()),
        now: now.map(|mentioned| mentioned.text.clone()),
    };
    if sorted(was) == sorted(now) {
        // The same ones in another order: each place that changed hands.
        let places = was.iter().zip(now).filter(|(was, now)| was.key != now.key);
        return places
            .map(|(was, now)| change(Some(was), Some(now)))
            .collect();
    }
    let keys = |facts: &[Mentioned]| -> Vec<String> {
        facts
            .iter()
            .map(|mentioned| mentioned.key.clone())
            .collect()
    };
    let mut changes = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &keys(was), &keys(now)) {
        if !matches!(op, DiffOp::Equal { .. }) {
            let (was, now) = (&was[op.old_range()], &now[op.new_range()]);
            let places = 0..was.len().max(now.len());
            changes.extend(places.map(|at| change(was.get(at), now.get(at))));
        }
    }
    changes
}

fn part_ones(facts: Vec<Mentioned>) -> (Vec<Mentioned>, Vec<Mentioned>) {
    facts.into_iter().partition(|number| number.is_article)
}

/// Puts words like "one", which are articles as well, where they stand for another number.
fn count_ones(changes: &mut [FactChange], old_ones: &[Mentioned], new_ones: &[Mentioned]) {
    let surplus = |these: &[Mentioned], those: &[Mentioned]| -> Vec<String> {
        let more = these.iter().skip(those.len());
        more.map(|one| one.text.clone()).collect()
    };
    let mut lost = surplus(old_ones, new_ones).into_iter();
    let mut come = surplus(new_ones, old_ones).into_iter();
    for change in changes {
        match (&change.was, &change.now) {
            (None, _) => change.was = lost.next(),
            (_, None) => change.now = come.next(),
            _ => {}
        }
    }
}

fn sorted(facts: &[Mentioned]) -> Vec<&str> {
    let mut keys: Vec<&str> = facts
        .iter()
        .map(|mentioned| mentioned.key.as_str())
        .collect();
    keys.sort_unstable();
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(old: &str, new: &str) -> Vec<String> {
        let changed = changed_facts(old, new, "de");
        let side = |text: &Option<String>| text.clone().unwrap_or_else(|| "·".to_owned());
        changed
            .iter()
            .map(|one| format!("{} {} {}", one.fact.name(), side(&one.was), side(&one.now)))
            .collect()
    }

    #[test]
    fn facts_that_a_likeness_overlooks_are_told() {
        for (old, new, expected) in [
            (
                "Er wusste nicht viel.",
                "Er wusste nichts viel.",
                "negation nicht nichts",
            ),
            (
                "Es kostet 1,5 Euro.",
                "Es kostet 15 Euro.",
                "number 1,5 Euro 15 Euro",
            ),
            (
                "Im Juni beginnt es.",
                "Im Juli beginnt es.",
                "date Juni Juli",
            ),
            (
                "Am 7. Februar 2024 kam er.",
                "Am 8. Februar 2024 kam er.",
                "date 7. Februar 2024 8. Februar 2024",
            ),
            (
                "Gegen 13.30 Uhr war Schluss.",
                "Gegen 12.45 Uhr war Schluss.",
                "date 13.30 Uhr 12.45 Uhr",
            ),
            (
                "Das sagte gestern ein Sprecher.",
                "Das sagte heute ein Sprecher.",
                "date gestern heute",
            ),
            (
                "Sie fuhr nach Wien.",
                "Sie fuhr nach Graz.",
                "name Wien Graz",
            ),
            (
                "Von Karla Winterhalder.",
                "Von Karla Winterhalder und Jan Ost.",
                "name · Jan",
            ),
            ("Das meldet die NATO.", "Das meldet die EU.", "name NATO EU"),
            (
                "Es waren zwei Gäste.",
                "Es waren drei Gäste.",
                "number zwei drei",
            ),
            (
                "Es sind 5 Millionen.",
                "Es sind 5 Milliarden.",
                "number 5 Millionen 5 Milliarden",
            ),
            ("Alle kamen.", "Nicht alle kamen.", "negation · Nicht"),
            (
                "Er kam dreimal vorbei.",
                "Er kam siebenmal vorbei.",
                "number dreimal siebenmal",
            ),
            ("Das sind 5 %.", "Das sind 5 m.", "number 5 % 5 m"),
            (
                "Er siegte von 3 auf 5.",
                "Er siegte von 5 auf 3.",
                "number 3 5",
            ),
        ] {
            let told = told(old, new);
            assert!(
                told.iter().any(|one| one == expected),
                "{expected}: {told:?}"
            );
        }
    }

    #[test]
    fn other_changes_tell_of_no_facts() {
        for (old, new) in [
            ("Der alte Hafen ist schön.", "Der Hafen ist alt und schön."),
            ("Am Montag kommen 5 Gäste.", "5 Gäste kommen am Montag."),
            ("So schön war es.", "Wie schön war es."),
            ("Wien grüßt Graz und Wien.", "Wien grüßt Graz."),
            ("Der Kahn aus Graz ist wie Graz.", "Der Kahn ist aus Graz."),
            (
                "Die Stadt hat eine Regierung.",
                "Die Stadt hat ihre Verwaltung.",
            ),
        ] {
            assert_eq!(told(old, new), Vec::<String>::new(), "{new}");
        }
    }

    /// Source locale, the text before and after, the change.
    const FACTS: [(&str, &str, &str, &str); 19] = [
        (
            "en",
            "It opens in May.",
            "It opens in June.",
            "date May June",
        ),
        (
            "en",
            "It cost two euros.",
            "It cost one euro.",
            "number two euros one euro",
        ),
        (
            "en",
            "We met on May 7, 2024.",
            "We met on May 8, 2024.",
            "date May 7, 2024 May 8, 2024",
        ),
        (
            "en",
            "The film starts at 8:30 p.m.",
            "The film starts at 9:30 p.m.",
            "date 8:30 p.m 9:30 p.m",
        ),
        (
            "en",
            "She lives in Ulm.",
            "She lives in Bern.",
            "name Ulm Bern",
        ),
        (
            "en",
            "It came yesterday.",
            "It comes today.",
            "date yesterday today",
        ),
        ("en", "It costs $5.", "It costs €5.", "number $5 €5"),
        (
            "fr",
            "Il ouvre le lundi.",
            "Il ouvre le mardi.",
            "date lundi mardi",
        ),
        (
            "fr",
            "Le 7 mars 2024, il part.",
            "Le 8 mars 2024, il part.",
            "date 7 mars 2024 8 mars 2024",
        ),
        ("fr", "Il n’est pas venu.", "Il est venu.", "negation n’ ·"),
        (
            "es",
            "Cuesta dos millones de euros.",
            "Cuesta tres millones de euros.",
            "number dos millones de euros tres millones de euros",
        ),
        (
            "es",
            "El 7 de febrero de 2024 llegó.",
            "El 8 de febrero de 2024 llegó.",
            "date 7 de febrero de 2024 8 de febrero de 2024",
        ),
        (
            "it",
            "Apre il lunedì.",
            "Apre il martedì.",
            "date lunedì martedì",
        ),
        (
            "nl",
            "Er zijn drie kamers.",
            "Er zijn vier kamers.",
            "number drie vier",
        ),
        (
            "pl",
            "Otwiera się w maju.",
            "Otwiera się w czerwcu.",
            "date maju czerwcu",
        ),
        ("uk", "Він не прийшов.", "Він прийшов.", "negation не ·"),
        (
            "ru",
            "Это стоит пять рублей.",
            "Это стоит шесть рублей.",
            "number пять рублей шесть рублей",
        ),
        (
            "tr",
            "Pazartesi açılıyor.",
            "Salı açılıyor.",
            "date Pazartesi Salı",
        ),
        ("ar", "يفتح في مايو.", "يفتح في يونيو.", "date مايو يونيو"),
    ];

    #[test]
    fn facts_are_read_by_the_language_of_the_source() {
        for (locale, old, new, expected) in FACTS {
            let changed = changed_facts(old, new, locale);
            let side = |text: &Option<String>| text.clone().unwrap_or_else(|| "·".to_owned());
            let facts: Vec<String> = changed
                .iter()
                .map(|change| {
                    format!(
                        "{} {} {}",
                        change.fact.name(),
                        side(&change.was),
                        side(&change.now)
                    )
                })
                .collect();
            assert_eq!(facts, [expected], "{locale}: {new}");
        }
    }
}
