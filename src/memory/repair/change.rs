//! What differs between two sentences, if it is facts alone.

use std::collections::BTreeMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::slot::{Filling, Item, items};
use crate::language::{Lexicon, is_brand};

/// Words that may be exchanged at most in one place.
const LONGEST_NAME: usize = 4;

/// What stands in the place of each old filling, how often, and whether it may count something.
pub(super) type Changes = BTreeMap<Filling, (Filling, usize, bool)>;

/// What stands in the place of what in the source, and how often; none if something else differs.
pub(super) fn changes(
    source: &str,
    old: &str,
    lexicon: &Lexicon,
    stays: &dyn Fn(&str) -> bool,
) -> Option<Changes> {
    let (new_items, old_items) = (items(source, lexicon), items(old, lexicon));
    let keys = |items: &[Item<'_>]| -> Vec<String> {
        let key = |item: &Item<'_>| match item {
            Item::Slot(slot) => format!("\0{}", slot.filling.kind()),
            Item::Word(word) => alike(word).to_owned(),
        };
        items.iter().map(key).collect()
    };
    let mut changes = Changes::new();
    let mut change = |old: &Filling, new: &Filling, counts: bool| {
        let known = { changes.entry(old.clone()) }.or_insert((new.clone(), 0, false));
        known.1 += 1;
        known.2 |= counts;
        known.0 == *new
    };
    let (old_keys, new_keys) = (keys(&old_items), keys(&new_items));
    for op in capture_diff_slices(Algorithm::Myers, &old_keys, &new_keys) {
        let (old_part, new_part) = (&old_items[op.old_range()], &new_items[op.new_range()]);
        match op {
            DiffOp::Equal { .. } => {
                for (old_item, new_item) in old_part.iter().zip(new_part) {
                    if let (Item::Slot(old_slot), Item::Slot(new_slot)) = (old_item, new_item)
                        && !change(
                            &old_slot.filling,
                            &new_slot.filling,
                            old_slot.counts || new_slot.counts,
                        )
                    {
                        return None;
                    }
                }
            }
            DiffOp::Replace { .. } => {
                let old_name = name(old, old_part)?;
                let new_name = name(source, new_part)?;
                let is_fixed = |name: &str| is_untranslated(name) || stays(name);
                if !is_fixed(old_name) || !is_fixed(new_name) {
                    return None;
                }
                let verbatim = |name: &str| Filling::Verbatim(name.to_owned());
                if !change(&verbatim(old_name), &verbatim(new_name), false) {
                    return None;
                }
            }
            _ => return None,
        }
    }
    Some(changes)
}

/// What a word or sign is compared as: signs and names for one thing are one.
fn alike(word: &str) -> &str {
    match word {
        "–" | "—" | "-" => "–",
        "EUR" | "Euro" | "€" => "Euro",
        "Prozent" | "%" => "%",
        word => word,
    }
}

/// The words of a part as they stand in their text; none if there are slots among them, or too many.
fn name<'t>(text: &'t str, part: &[Item<'t>]) -> Option<&'t str> {
    let place = |item: &Item<'t>| match item {
        Item::Word(word) => {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            Some(start..start + word.len())
        }
        Item::Slot(_) => None,
    };
    if part.len() > LONGEST_NAME {
        return None;
    }
    let places: Vec<Range<usize>> = part.iter().map(place).collect::<Option<_>>()?;
    let name = &text[places.first()?.start..places.last()?.end];
    (name.trim() == name && name.contains(char::is_alphanumeric)).then_some(name)
}

/// Whether a word is written alike in all languages: an identifier, an abbreviation of capitals and
/// figures, a brand.
fn is_untranslated(name: &str) -> bool {
    let is_one = |word: &str| {
        let has_inner_capital =
            word.chars().skip(1).any(char::is_uppercase) && word.chars().any(char::is_lowercase);
        let is_code = word.contains('_') || word.contains(|c: char| c.is_ascii_digit());
        word.is_ascii() && (has_inner_capital || is_code) || is_brand(word)
    };
    name.split(' ').all(is_one)
}
