//! Numbers as a locale writes them.

use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_locale::Locale;
use icu_plurals::{PluralCategory, PluralOperands, PluralRuleType, PluralRules};

/// How a number is shown, in the words of ECMA-402 that Fluent's NUMBER knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NumberStyle {
    /// Whether thousands are parted.
    pub use_grouping: bool,
    /// At least so many digits before the decimal sign.
    pub minimum_integer_digits: Option<usize>,
    /// At least so many digits behind it.
    pub minimum_fraction_digits: Option<usize>,
    /// At most so many digits behind it.
    pub maximum_fraction_digits: Option<usize>,
    /// At least so many digits from the first that is not 0.
    pub minimum_significant_digits: Option<usize>,
    /// At most so many digits from the first that is not 0.
    pub maximum_significant_digits: Option<usize>,
}

impl Default for NumberStyle {
    fn default() -> Self {
        Self {
            use_grouping: true,
            minimum_integer_digits: None,
            minimum_fraction_digits: None,
            maximum_fraction_digits: None,
            minimum_significant_digits: None,
            maximum_significant_digits: None,
        }
    }
}

/// More digits than this are not asked for in earnest.
const MOST: usize = 100;

/// Shows a number as a locale does, by CLDR. `number` is a decimal in ASCII: `-1234567.891`.
/// `None` if it is none.
///
/// # Examples
/// ```
/// use satz::language::{NumberStyle, format_number};
/// let show = |locale| format_number(locale, "1234567.891", &NumberStyle::default()).unwrap();
/// assert_eq!(show("de"), "1.234.567,891");
/// assert_eq!(show("fr"), "1\u{202F}234\u{202F}567,891");
/// assert_eq!(show("hi"), "12,34,567.891");
/// ```
pub fn format_number(locale: &str, number: &str, style: &NumberStyle) -> Option<String> {
    let decimal = rounded(number, style)?;
    let locale: Locale = locale.parse().ok()?;
    let mut options = DecimalFormatterOptions::default();
    options.grouping_strategy = Some(if style.use_grouping {
        GroupingStrategy::Auto
    } else {
        GroupingStrategy::Never
    });
    let formatter = DecimalFormatter::try_new(locale.into(), options).ok()?;
    Some(formatter.format(&decimal).to_string())
}

/// The plural category of a number as it is shown: `one`, `few`, `other` and so on, by CLDR.
/// `None` if `number` is no decimal.
///
/// # Examples
/// ```
/// use satz::language::{NumberStyle, plural_category};
/// let style = NumberStyle::default();
/// assert_eq!(plural_category("uk", "3", false, &style), Some("few"));
/// assert_eq!(plural_category("en", "3", true, &style), Some("few"));
/// assert_eq!(plural_category("fr", "1000000", false, &style), Some("many"));
/// ```
pub fn plural_category(
    locale: &str,
    number: &str,
    is_ordinal: bool,
    style: &NumberStyle,
) -> Option<&'static str> {
    let decimal = rounded(number, style)?;
    let locale: Locale = locale.parse().ok()?;
    let kind = if is_ordinal {
        PluralRuleType::Ordinal
    } else {
        PluralRuleType::Cardinal
    };
    let rules = PluralRules::try_new(locale.into(), kind.into()).ok()?;
    Some(name(rules.category_for(PluralOperands::from(&decimal))))
}

/// The name of a plural category, as Fluent writes it.
pub(super) fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// A number with the digits that a style asks for. Significant digits win over fractions.
fn rounded(number: &str, style: &NumberStyle) -> Option<Decimal> {
    let mut decimal = Decimal::try_from_str(number).ok()?;
    let position = |digits: usize| i16::try_from(digits.min(MOST)).unwrap_or(i16::MAX);
    let first = decimal.nonzero_magnitude_start();
    if style
        .minimum_significant_digits
        .or(style.maximum_significant_digits)
        .is_some()
    {
        if let Some(most) = style.maximum_significant_digits {
            decimal.round(first - position(most.max(1)) + 1);
            decimal.trim_end();
        }
        if let Some(least) = style.minimum_significant_digits {
            decimal.pad_end(first - position(least.max(1)) + 1);
        }
    } else {
        if let Some(most) = style.maximum_fraction_digits {
            decimal.round(-position(most));
            decimal.trim_end();
        }
        if let Some(least) = style.minimum_fraction_digits {
            decimal.pad_end(-position(least));
        }
    }
    if let Some(least) = style.minimum_integer_digits {
        decimal.pad_start(position(least));
    }
    Some(decimal)
}
