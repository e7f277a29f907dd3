//! Sweeps: changes of one kind in many sentences of the German, carried over to their translations by rule.

use crate::memory::repair_figures;

/// What alone may differ between the old German and the new one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sweep {
    /// Words of the German that became others, and what is put in the place of which words in the
    /// translation.
    Words {
        /// Old and new words of the German.
        source: Vec<Exchange>,
        /// Old and new words of the translation, if it changes.
        target: Vec<Exchange>,
    },
    /// Marks of emphasis: `*so*` became `_so_`.
    Emphasis,
    /// Targets of links and addresses.
    Links,
    /// Figures, as in the numbers of chapters.
    Numbers,
}

/// A text that became another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// What it was, not empty.
    pub old: String,
    /// What it is now.
    pub new: String,
}

impl Exchange {
    /// Reads `old=>new`. None if there is no arrow, or nothing before it.
    ///
    /// # Examples
    /// ```
    /// use satz::session::Exchange;
    /// assert_eq!(Exchange::parse("Codeblock=>Listing").unwrap().new, "Listing");
    /// assert_eq!(Exchange::parse("=>Listing"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let (old, new) = text.split_once("=>")?;
        (!old.is_empty()).then(|| Self {
            old: old.to_owned(),
            new: new.to_owned(),
        })
    }

    fn all(exchanges: &[Self], text: &str) -> String {
        let each = exchanges.iter();
        each.fold(text.to_owned(), |text, exchange| {
            text.replace(&exchange.old, &exchange.new)
        })
    }
}

impl Sweep {
    /// The translation `target` of `old` as one of `new`. None if the two differ in anything else, or if the
    /// translation does not have what has to change as `old` has it.
    pub(super) fn carried(
        &self,
        [source_locale, locale]: [&str; 2],
        [old, new]: [&str; 2],
        target: &str,
    ) -> Option<String> {
        match self {
            Self::Words {
                source,
                target: exchanges,
            } => {
                let is_swept = old != new && Exchange::all(source, old) == new;
                let has_all = || exchanges.is_empty() || changes(exchanges, target);
                (is_swept && has_all()).then(|| Exchange::all(exchanges, target))
            }
            Self::Emphasis => exchanged(emphasis, old, new, target),
            Self::Links => exchanged(addresses, old, new, target),
            Self::Numbers => repair_figures(source_locale, locale, [new, old], target),
        }
    }
}

fn changes(exchanges: &[Exchange], text: &str) -> bool {
    exchanges
        .iter()
        .any(|exchange| text.contains(&exchange.old))
}

/// A place of a text, as bytes from and to.
type Place = (usize, usize);

/// The translation with the parts of `new` in the place of those of `old`, where the texts differ in
/// these parts alone and the translation has those of `old` in their order.
fn exchanged(parts: fn(&str) -> Vec<Place>, old: &str, new: &str, target: &str) -> Option<String> {
    let (was, is, there) = (parts(old), parts(new), parts(target));
    let is_swept = was.len() == is.len() && without(old, &was) == without(new, &is);
    let of = |text: &'_ str, place: &Place| text[place.0..place.1].to_owned();
    let is_alike = there.len() == was.len() && { there.iter().zip(&was) }
        .all(|(here, part)| of(target, here) == of(old, part));
    if old == new || !is_swept || !is_alike {
        return None;
    }
    let mut out = target.to_owned();
    for (place, part) in there.iter().zip(&is).rev() {
        out.replace_range(place.0..place.1, &of(new, part));
    }
    Some(out)
}

/// A text with an empty mark for each of its parts.
fn without(text: &str, parts: &[Place]) -> Vec<String> {
    let starts = parts.iter().map(|part| part.0).chain([text.len()]);
    let ends = [0].into_iter().chain(parts.iter().map(|part| part.1));
    ends.zip(starts)
        .map(|(end, start)| text[end..start].to_owned())
        .collect()
}

/// The marks of emphasis of a text in Markdown: runs of stars and lines that are not escaped, not
/// alone between blanks, and not within a word.
fn emphasis(text: &str) -> Vec<Place> {
    let is_mark = |c: char| matches!(c, '*' | '_');
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(is_mark).map(|start| at + start) {
        let rest = &text[start..];
        let first = rest.chars().next();
        let end = start + rest.len() - rest.trim_start_matches(|c| Some(c) == first).len();
        let (before, after) = (
            text[..start].chars().next_back(),
            text[end..].chars().next(),
        );
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_within = first == Some('_') && word(before) && word(after);
        if before != Some('\\') && !(blank(before) && blank(after)) && !is_within {
            found.push((start, end));
        }
        at = end;
    }
    found
}

/// The targets of links of a text in Markdown or HTML, and addresses that stand for themselves.
fn addresses(text: &str) -> Vec<Place> {
    const BEGINNINGS: [&str; 5] = ["](", "href=\"", "src=\"", "https://", "http://"];
    let mut found = Vec::new();
    let mut at = 0;
    loop {
        let next = BEGINNINGS.iter().filter_map(|beginning| {
            let place = at + text[at..].find(beginning)?;
            Some((place, beginning))
        });
        let Some((place, beginning)) = next.min() else {
            return found;
        };
        let is_bare = beginning.starts_with("http");
        let start = if is_bare {
            place
        } else {
            place + beginning.len()
        };
        let is_end = |c: char| match *beginning {
            "](" => c == ')' || c.is_whitespace(),
            "href=\"" | "src=\"" => c == '"',
            _ => c.is_whitespace() || matches!(c, '<' | '>' | ')' | ']' | '"' | '}'),
        };
        let end = text[start..]
            .find(is_end)
            .map_or(text.len(), |end| start + end);
        let end = if is_bare {
            start
                + text[start..end]
                    .trim_end_matches(['.', ',', ';', ':', '!', '?'])
                    .len()
        } else {
            end
        };
        found.push((start, end));
        at = end.max(place + beginning.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn carried(sweep: &Sweep, old: &str, new: &str, target: &str) -> Option<String> {
        sweep.carried(["de", "en"], [old, new], target)
    }

    fn words(source: &[&str], target: &[&str]) -> Sweep {
        let of = |texts: &[&str]| {
            texts
                .iter()
                .filter_map(|text| Exchange::parse(text))
                .collect()
        };
        Sweep::Words {
            source: of(source),
            target: of(target),
        }
    }

    #[test]
    fn words_that_became_others() {
        let (old, new) = ("Der Kahn liegt am Ufer.", "Der Nachen liegt am Ufer.");
        let same = words(&["Kahn=>Nachen"], &[]);
        let target = "The boat lies by the bank.";
        assert_eq!(carried(&same, old, new, target).as_deref(), Some(target));
        assert_eq!(
            carried(&same, old, "Der Nachen liegt im Hafen.", target),
            None
        );
        let other = words(&["Kahn=>Nachen"], &["boat=>skiff"]);
        let skiff = "The skiff lies by the bank.";
        assert_eq!(carried(&other, old, new, target).as_deref(), Some(skiff));
        assert_eq!(
            carried(&other, old, new, "The barge lies by the bank."),
            None
        );
        let two = words(&["der Kahn=>das Boot", "Kähne=>Boote"], &[]);
        let (old, new) = (
            "Viele Kähne, und der Kahn dort.",
            "Viele Boote, und das Boot dort.",
        );
        assert!(carried(&two, old, new, "Many boats.").is_some());
    }

    #[test]
    fn marks_of_emphasis() {
        let sweep = |old, new, target| carried(&Sweep::Emphasis, old, new, target);
        let (old, new) = ("Das *Wehr* ist **alt**.", "Das _Wehr_ ist __alt__.");
        let there = "The *weir* is **old**.";
        assert_eq!(
            sweep(old, new, there).as_deref(),
            Some("The _weir_ is __old__.")
        );
        // What the translation emphasizes otherwise is a person's.
        assert_eq!(sweep(old, new, "The weir is **old**."), None);
        assert_eq!(sweep(old, "Das _Wehr_ ist __neu__.", there), None);
        assert_eq!(
            sweep("Ein *a_b_c* 2 * 3", "Ein _a_b_c_ 2 * 3", "An *a_b_c* 2 * 3").as_deref(),
            Some("An _a_b_c_ 2 * 3")
        );
    }

    #[test]
    fn targets_of_links() {
        let sweep = |old, new, target| carried(&Sweep::Links, old, new, target);
        let (old, new) = ("Siehe [hier](/alt \"Weg\").", "Siehe [hier](/neu \"Weg\").");
        assert_eq!(
            sweep(old, new, "See [here](/alt \"Way\").").as_deref(),
            Some("See [here](/neu \"Way\").")
        );
        assert_eq!(sweep(old, new, "See [here](/en/old)."), None);
        let (old, new) = (
            "Unter https://a.example/x, heute.",
            "Unter https://b.example/x, heute.",
        );
        assert_eq!(
            sweep(old, new, "At https://a.example/x today.").as_deref(),
            Some("At https://b.example/x today.")
        );
        assert_eq!(
            sweep(
                old,
                "Unter https://b.example/x, gestern.",
                "At https://a.example/x"
            ),
            None
        );
    }

    #[test]
    fn figures() {
        let sweep = |old, new, target| carried(&Sweep::Numbers, old, new, target);
        assert_eq!(
            sweep("Kapitel 3: Ufer", "Kapitel 4: Ufer", "Chapter 3: Banks").as_deref(),
            Some("Chapter 4: Banks")
        );
        assert_eq!(
            sweep("Kapitel 3: Ufer", "Kapitel 4: Hafen", "Chapter 3: Banks"),
            None
        );
    }
}
