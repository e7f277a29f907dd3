//! Plural categories by CLDR.

use icu_locale::Locale;
use icu_plurals::{PluralRuleType, PluralRules};

use super::number::name;

/// The plural categories of a language by CLDR, for numbers or for places.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plurals {
    categories: Vec<PluralKind>,
}

/// A plural category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PluralKind {
    /// Its name: `one`, `few`.
    pub name: &'static str,
    /// The whole numbers below a thousand that it is for; none where it is for fractions or for
    /// millions alone.
    pub wholes: Vec<u16>,
}

/// The names of all categories.
pub const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

impl Plurals {
    /// The categories of a locale, for numbers (`1 day`), or for places (`1st`).
    ///
    /// # Examples
    /// ```
    /// use satz::language::Plurals;
    /// let polish = Plurals::of("pl", false);
    /// assert_eq!(polish.get("one").unwrap().wholes, [1]);
    /// assert_eq!(polish.get("few").unwrap().wholes[..4], [2, 3, 4, 22]);
    /// assert!(polish.get("other").unwrap().wholes.is_empty());
    /// assert!(polish.get("two").is_none());
    /// ```
    pub fn of(locale: &str, of_places: bool) -> Self {
        let kind = if of_places {
            PluralRuleType::Ordinal
        } else {
            PluralRuleType::Cardinal
        };
        let rules = locale
            .parse::<Locale>()
            .ok()
            .and_then(|locale| PluralRules::try_new(locale.into(), kind.into()).ok());
        let Some(rules) = rules else {
            return Self::default();
        };
        let mut categories: Vec<PluralKind> = rules
            .categories()
            .map(|category| PluralKind {
                name: name(category),
                wholes: Vec::new(),
            })
            .collect();
        for number in 0..1000u16 {
            let own = name(rules.category_for(number));
            if let Some(category) = categories.iter_mut().find(|one| one.name == own) {
                category.wholes.push(number);
            }
        }
        Self { categories }
    }

    /// The category of a name, if the language has it.
    pub fn get(&self, name: &str) -> Option<&PluralKind> {
        self.categories
            .iter()
            .find(|category| category.name == name)
    }

    /// All categories; empty if nothing is known of the language.
    pub fn all(&self) -> &[PluralKind] {
        &self.categories
    }
}
