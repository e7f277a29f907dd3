//! Puts translations into an article: splices into its own bytes, never renders it anew.

mod choice;
mod encode;
mod guard;
mod html;
mod markdown;
mod moves;
mod proof;
mod removal;
mod splice;
mod structure;
mod text;

pub use crate::document::{SCHEMES, is_allowed};
pub use html::{Content, Label, Row, content, own_page, passage, printable, rows};

use crate::document::{Document, Format};
use crate::segment::Unit;
use crate::text::{Parsed, Span};
use moves::{Move, Moved};

/// The output forms: one row per form.
static FORMS: [Form; 2] = [markdown::FORM, text::FORM];

/// An output form of a localized article.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// Its name on the command line, which is also the extension of its files.
    pub name: &'static str,
    /// Renders an assembled article.
    pub render: fn(&Assembly<'_>, &Assembled) -> String,
}

/// All output forms.
pub fn forms() -> &'static [Form] {
    &FORMS
}

/// Finds an output form by its name.
pub fn form_of(name: &str) -> Option<&'static Form> {
    FORMS.iter().find(|form| form.name == name)
}

/// What stands in a unit's place. Values are decoded: `\n` is a hard line break, a blank line the
/// start of a new paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice<'a> {
    /// The article's own bytes.
    Source,
    /// A translation; an empty one leaves the unit out, as `Omit` does.
    Target(&'a str),
    /// Nothing: the unit goes with the gap before it, a block without units with its separator.
    Omit,
    /// The article's own bytes, visibly marked as untranslated: `[de] …`.
    Mark,
}

/// An article and what to put into it.
#[derive(Debug, Clone, Copy)]
pub struct Assembly<'a> {
    /// The article's text.
    pub article: &'a str,
    /// Its format.
    pub format: &'static Format,
    /// Its blocks.
    pub document: &'a Document,
    /// Its units.
    pub units: &'a [Unit],
    /// What stands in their places, one per unit; a missing one is `Choice::Source`.
    pub choices: &'a [Choice<'a>],
    /// The locale of the result. A field `lang`, `language` or `locale` of the front matter that
    /// names the source locale is set to it.
    pub locale: &'a str,
    /// The locale of the article.
    pub source_locale: &'a str,
    /// Schemes of addresses that a translation may link to, usually [`SCHEMES`].
    pub schemes: &'a [&'a str],
}

/// A localized article in the article's own format.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Assembled {
    /// Its text.
    pub text: String,
    /// What was replaced in the article, and in what each further round made of it.
    moves: Vec<Vec<Move>>,
}

impl Assembled {
    /// Places in `text` of stretches of the article, quickest where they ascend; `None` for those
    /// of which nothing is left.
    pub fn places<'a>(
        &'a self,
        spans: impl Iterator<Item = Span> + 'a,
    ) -> impl Iterator<Item = Option<Span>> + 'a {
        let mut rounds: Vec<Moved<'_>> = self.moves.iter().map(|round| Moved::new(round)).collect();
        spans.map(move |span| {
            let mut rounds = rounds.iter_mut();
            rounds.try_fold(span, |span, round| round.stretch(span))
        })
    }
}

/// Assembles a localized article in the article's own format. Where every unit stands as in the
/// article, the result is the article, byte for byte.
///
/// Raw HTML, and links of schemes that are not allowed, which the article does not have, stand
/// in the result as the text they are, with the warning `foreign-markup`. Gives the error
/// `structure-changed` if the result's blocks are not the article's, less those left out.
pub fn assemble(assembly: &Assembly<'_>) -> Parsed<Assembled> {
    let plan = splice::plan(assembly);
    let mut assembled = splice::carry_out(assembly.article, &plan.changes);
    let mut diagnostics = Vec::new();
    if plan.disarmed || !proof::holds(assembly, &plan, &assembled) {
        // The result is read again once, for both that may not change in it.
        let mut outline = (assembly.format.outline)(&assembled.text);
        diagnostics = guard::guard(assembly, &mut assembled, &mut outline, plan.disarmed);
        diagnostics.extend(structure::check(assembly, &plan, &outline));
    }
    diagnostics.extend(structure::joined(assembly));
    Parsed {
        value: assembled,
        diagnostics,
    }
}

/// Assembles a localized article and renders it in an output form.
pub fn build(assembly: &Assembly<'_>, form: &Form) -> Parsed<String> {
    let Parsed { value, diagnostics } = assemble(assembly);
    Parsed {
        value: (form.render)(assembly, &value),
        diagnostics,
    }
}
