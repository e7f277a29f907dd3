//! The gate: completeness of a locale's catalog, and faults of every unit against its source. One
//! file per check; its head is the check's page in the manual.

mod about;
mod acronym;
mod added_link;
mod added_negation;
mod added_sentence;
mod aligned;
mod blank_value;
mod broken_front_matter;
mod broken_mdx;
mod byte_order_mark;
mod catalog;
mod changed_code;
mod changed_email;
mod changed_l10n_name;
mod changed_link;
mod changed_placeable;
mod circular_reference;
mod condition;
mod copied_translation;
mod country;
mod crossed_tags;
mod currency;
mod date_order;
mod dead_link;
mod direction;
mod double_escape;
mod doubled_mark;
mod doubled_sentence;
mod doubled_space;
mod doubled_word;
mod doubtful_mark;
mod duplicate_attribute;
mod duplicate_id;
mod duplicate_variant;
mod edge_space;
mod empty_run;
mod empty_title;
mod exemption;
mod extra_attribute;
mod extra_value;
mod final_mark;
mod forbidden_term;
mod foreign_letter;
mod foreign_mark;
mod foreign_quote;
mod glossary_term;
mod half_of_day;
mod hidden_number;
mod incomplete;
mod inconsistent;
mod inverted_mark;
mod invisible_character;
mod leading_mark;
mod line_break;
mod localized;
mod lost_choice;
mod lost_diacritic;
mod lost_emphasis;
mod lost_field;
mod lost_footnote;
mod lost_mark;
mod lost_markup;
mod lost_negation;
mod lost_note;
mod lost_percent;
mod lost_quote;
mod lost_reference;
mod lost_space;
mod missing;
mod missing_attribute;
mod missing_plural;
mod missing_sentence;
mod missing_value;
mod missing_variable;
mod mixed_script;
mod modality;
mod mojibake;
mod month;
mod name;
mod name_dropped;
mod negation;
mod negation_moved;
mod no_break_space;
mod not_nfc;
mod not_only;
mod number;
mod number_format;
mod obsolete;
mod ordinal;
mod out_of_step;
mod pair;
mod percentage_point;
mod placeable;
mod preamble;
mod quoted_value;
mod repair;
mod repetition;
mod residue;
mod run;
mod section;
mod shifted_translation;
mod space_before_mark;
mod stale;
mod stray_brace;
mod swallowed_unit;
mod swapped;
mod syntax;
mod too_long;
mod too_short;
mod truncated;
mod typed_escape;
mod typed_in_comment;
mod unbalanced_bracket;
mod unbalanced_quote;
mod undefined_label;
mod unit;
mod unknown_function;
mod unknown_id;
mod unknown_option;
mod unknown_reference;
mod unknown_variable;
mod unknown_variant;
mod unreachable_variant;
mod unreviewed;
mod untranslated;
mod untranslated_compound;
mod untranslated_part;
mod untranslated_word;
mod weekday;
mod wrong_language;

use std::collections::BTreeSet;

use crate::catalog::{Catalog, Resolver};
use crate::compare::Comparison;
use crate::text::{Diagnostic, Edit, Parsed, Severity, Span};

use localized::Message;
use pair::{Article, Pair};

pub use about::About;
pub use localized::{Localized, Names, Place};
pub use missing::missing_message;
pub use pair::glossary::terms_in;
pub use pair::{Flaw, Flawed, Term, Translation, Unit};
pub use repair::certain_edits;
pub use run::{Checkable, EVERYTHING, Wanted, check, check_units, remove_consequences};
pub use section::Sections;

/// What the checks look at: one locale's catalog of one article, beside its source.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The locale of the source.
    pub source_locale: &'a str,
    /// The locale.
    pub locale: &'a str,
    /// The locale's catalog and what was found wrong with its syntax.
    pub target: &'a Parsed<Catalog>,
    /// It beside the source.
    pub comparison: &'a Comparison,
    /// What the catalog's messages may refer to.
    pub resolver: &'a Resolver,
    /// The house's terms in both languages.
    pub glossary: &'a [Term],
    /// Whether character references show as signs in the article, as they do in Markdown and HTML.
    pub has_references: bool,
    /// The unit that names the page, by its index: its title or first heading.
    pub title: Option<usize>,
    /// The labels that the article defines for its links, where it is in a format that has such.
    pub labels: Option<&'a BTreeSet<String>>,
    /// The sections that links can lead to, where the article has such links.
    pub sections: Option<&'a Sections>,
    /// Whether translations are looked at, or only which there are.
    pub is_thorough: bool,
}

/// A finding, and the unit it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The finding; its span lies in the locale's catalog.
    pub diagnostic: Diagnostic,
    /// The unit's id as it is written; empty if it is about none.
    pub id: String,
    /// Which unit or message that is, if it is one.
    pub about: Option<About>,
    /// What would set it right, where that is certain.
    pub fix: Option<Edit>,
    /// The finding that it follows from.
    pub cause: Option<Cause>,
}

/// Names a finding that explains another one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Cause {
    /// Its code.
    pub code: &'static str,
    /// Its id.
    pub id: String,
}

/// A check.
#[derive(Debug, Clone, Copy)]
pub struct Check {
    /// Its code: the fault's name.
    pub code: &'static str,
    /// The kind of fault, as `satz check --pairs` names it.
    pub category: &'static str,
    /// How much a finding weighs.
    pub severity: Severity,
    /// Its file, whose head is its page in the manual.
    manual: &'static str,
    find: Find,
}

/// How a check looks.
#[derive(Debug, Clone, Copy)]
enum Find {
    /// At a catalog as a whole.
    Catalog(fn(&Subject<'_>, &mut Vec<Finding>)),
    /// At a catalog as a whole, of an article or of an application.
    Both(
        fn(&Subject<'_>, &mut Vec<Finding>),
        fn(&Localized<'_>, &mut Vec<Finding>),
    ),
    /// At what the others found, when they are done.
    Findings,
    /// At each message of an application's catalog.
    Message(fn(&Localized<'_>, &Message<'_>, &mut Vec<Finding>)),
    /// At each translated unit, beside the others of its article.
    Pair(FindFlaws),
    /// At all translated units of an article, one against the other.
    Translation(for<'a> fn(&'a Article<'a>, &mut Vec<(usize, Flaw)>)),
    /// At the workspace as a whole, which only a front end sees: it finds these itself.
    Workspace,
}

/// What finds the flaws of a unit.
type FindFlaws = fn(Pair<'_>, &mut Vec<Flaw>);

/// The checks, in the order of their codes.
pub const CHECKS: &[Check] = &[
    acronym::CHECK,
    added_link::CHECK,
    added_negation::CHECK,
    added_sentence::CHECK,
    aligned::CHECK,
    blank_value::CHECK,
    broken_front_matter::CHECK,
    broken_mdx::CHECK,
    byte_order_mark::CHECK,
    changed_code::CHECK,
    changed_email::CHECK,
    changed_l10n_name::CHECK,
    changed_link::CHECK,
    changed_placeable::CHECK,
    circular_reference::CHECK,
    condition::CHECK,
    copied_translation::CHECK,
    country::CHECK,
    crossed_tags::CHECK,
    currency::CHECK,
    date_order::CHECK,
    dead_link::CHECK,
    direction::CHECK,
    double_escape::CHECK,
    doubled_mark::CHECK,
    doubled_sentence::CHECK,
    doubled_space::CHECK,
    doubled_word::CHECK,
    doubtful_mark::CHECK,
    duplicate_attribute::CHECK,
    duplicate_id::CHECK,
    duplicate_variant::CHECK,
    edge_space::CHECK,
    empty_run::CHECK,
    empty_title::CHECK,
    exemption::CHECK,
    extra_attribute::CHECK,
    extra_value::CHECK,
    final_mark::CHECK,
    forbidden_term::CHECK,
    foreign_letter::CHECK,
    foreign_mark::CHECK,
    foreign_quote::CHECK,
    glossary_term::CHECK,
    half_of_day::CHECK,
    hidden_number::CHECK,
    incomplete::CHECK,
    inconsistent::CHECK,
    inverted_mark::CHECK,
    invisible_character::CHECK,
    leading_mark::CHECK,
    line_break::CHECK,
    lost_choice::CHECK,
    lost_diacritic::CHECK,
    lost_emphasis::CHECK,
    lost_field::CHECK,
    lost_footnote::CHECK,
    lost_mark::CHECK,
    lost_markup::CHECK,
    lost_negation::CHECK,
    lost_note::CHECK,
    lost_percent::CHECK,
    lost_quote::CHECK,
    lost_reference::CHECK,
    lost_space::CHECK,
    missing::CHECK,
    missing_attribute::CHECK,
    missing_plural::CHECK,
    missing_sentence::CHECK,
    missing_value::CHECK,
    missing_variable::CHECK,
    mixed_script::CHECK,
    modality::CHECK,
    mojibake::CHECK,
    month::CHECK,
    name::CHECK,
    name_dropped::CHECK,
    negation::CHECK,
    negation_moved::CHECK,
    no_break_space::CHECK,
    not_nfc::CHECK,
    not_only::CHECK,
    number::CHECK,
    number_format::CHECK,
    obsolete::CHECK,
    ordinal::CHECK,
    out_of_step::CHECK,
    percentage_point::CHECK,
    placeable::CHECK,
    preamble::CHECK,
    quoted_value::CHECK,
    repetition::CHECK,
    residue::CHECK,
    shifted_translation::CHECK,
    space_before_mark::CHECK,
    stale::CHECK,
    stray_brace::CHECK,
    swallowed_unit::CHECK,
    swapped::CHECK,
    syntax::CHECK,
    too_long::CHECK,
    too_short::CHECK,
    truncated::CHECK,
    typed_escape::CHECK,
    typed_in_comment::CHECK,
    unbalanced_bracket::CHECK,
    unbalanced_quote::CHECK,
    undefined_label::CHECK,
    unit::CHECK,
    unknown_function::CHECK,
    unknown_id::CHECK,
    unknown_option::CHECK,
    unknown_reference::CHECK,
    unknown_variable::CHECK,
    unknown_variant::CHECK,
    unreachable_variant::CHECK,
    unreviewed::CHECK,
    untranslated::CHECK,
    untranslated_compound::CHECK,
    untranslated_part::CHECK,
    untranslated_word::CHECK,
    weekday::CHECK,
    wrong_language::CHECK,
];

/// The checks that are off unless `satz.yaml` or `--all-checks` turns them on: a matter of a house's taste,
/// or wrong in more than half of what they find in translations that people made.
const OFF_BY_DEFAULT: &[&Check] = &[&missing_sentence::CHECK, &no_break_space::CHECK];

/// The check with that code.
pub fn check_named(code: &str) -> Option<&'static Check> {
    CHECKS.iter().find(|check| check.code == code)
}

/// The code that a mistyped one most resembles, if any does.
pub fn resembling(code: &str) -> Option<&'static str> {
    let known: Vec<&str> = CHECKS.iter().map(|check| check.code).collect();
    let code = code.to_lowercase();
    let close = similar::get_close_matches(code.as_str(), &known, 1, 0.6);
    close.first().copied()
}

impl Check {
    /// Whether it is off where nobody turns it on.
    pub fn is_off_by_default(&self) -> bool {
        OFF_BY_DEFAULT.iter().any(|check| check.code == self.code)
    }

    /// Its page in the manual: what it finds, why that matters, an example, how safe its fix is.
    pub fn manual(&self) -> String {
        let head = self
            .manual
            .lines()
            .map_while(|line| line.strip_prefix("//!"));
        let lines: Vec<&str> = head
            .map(|line| line.strip_prefix(' ').unwrap_or(line))
            .collect();
        lines.join("\n")
    }
}

impl Subject<'_> {
    /// The place of an entry's id, for findings about it.
    fn id_span(&self, entry: usize) -> Span {
        self.target.value.entries[entry].id_span
    }
}

impl Finding {
    fn new(check: &Check, span: Span, id: &impl ToString, message: impl Into<String>) -> Self {
        Self {
            diagnostic: Diagnostic::new(check.code, check.severity, span, message),
            id: id.to_string(),
            about: None,
            fix: None,
            cause: None,
        }
    }

    fn hint(mut self, hint: impl Into<String>) -> Self {
        self.diagnostic = self.diagnostic.hint(hint);
        self
    }
}

/// Whether two names are one edit apart: a letter changed, left out, put in, or exchanged with the next.
fn is_one_edit(one: &str, other: &str) -> bool {
    strsim::damerau_levenshtein(one, other) == 1
}

/// A text cut to what a line of a report can show.
fn excerpt(text: &str) -> String {
    let mut flat = text.replace('\n', " ⏎ ");
    let mut ends = flat.char_indices().map(|(at, _)| at).skip(99);
    if let (Some(end), Some(_)) = (ends.next(), ends.next()) {
        flat.truncate(flat[..end].trim_end().len());
        flat.push('…');
    }
    flat
}
