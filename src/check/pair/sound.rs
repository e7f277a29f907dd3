//! How names sound: what is left of them in another script.

use crate::language::small;

/// Consonants that scripts and languages write in the same few ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Sound {
    /// b, p, f, v, w.
    Lips,
    /// t, d, th.
    Teeth,
    /// k, g, h, ch.
    Throat,
    /// s, z, sh, c before e and i.
    Hiss,
    L,
    R,
    M,
    N,
}

/// The consonants of a word, one for several of a kind that follow each other.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(in crate::check) struct Sounds(Vec<Sound>);

impl Sounds {
    /// The sounds of a word in Latin, Cyrillic or Arabic letters, as a language reads them.
    pub(in crate::check) fn of(word: &str, language: &str) -> Self {
        let mut found = Vec::with_capacity(8);
        // The only capital without a small letter of one character is İ.
        let letters: Vec<char> = word.chars().map(|c| small(c).unwrap_or('i')).collect();
        let graphs = graphs(language);
        let mut vowel = true;
        let mut at = 0;
        while let Some(&c) = letters.get(at) {
            let graph = graphs
                .iter()
                .find(|(graph, _)| begins_with(&letters[at..], graph));
            if let Some((graph, sound)) = graph {
                at += graph.len();
                match sound {
                    Some(sound) => {
                        if vowel || found.last() != Some(sound) {
                            found.push(*sound);
                        }
                        vowel = false;
                    }
                    None => vowel = true,
                }
                continue;
            }
            let next = letters.get(at + 1).copied().unwrap_or(' ');
            let (mut first, second) = sounds(c, next);
            // At the end of a syllable they lengthen a vowel.
            let is_long = matches!(c, 'w' | 'h' | 'و') && !is_vowel(next);
            if is_long && !found.is_empty() {
                first = None;
            }
            if first.is_none() {
                vowel |= !matches!(c, 'h' | 'ь' | 'ъ' | '’' | '\'');
            }
            for sound in [first, second].into_iter().flatten() {
                if vowel || found.last() != Some(&sound) {
                    found.push(sound);
                }
                vowel = false;
            }
            // "ph", "sh", "th" are one sound each.
            at += 1 + usize::from(next == 'h' && matches!(c, 'p' | 's' | 't' | 'c' | 'k' | 'g'));
        }
        Self(found)
    }

    /// Whether there are enough of them to tell names of one script apart.
    pub(in crate::check) fn tell(&self) -> bool {
        self.0.len() > 1
    }

    /// Whether a word of another script may be the same name.
    pub(in crate::check) fn may_be(&self, other: &Self) -> bool {
        let mut heard = Heard::default();
        heard.add(other);
        heard.may_have(self)
    }
}

/// So many sounds of a word are compared with those of another script: no name has more.
const MOST: usize = 40;

/// Words of another script by their sounds: a tree in which words that begin alike share a way.
#[derive(Debug, Default)]
pub(in crate::check) struct Heard {
    /// Per place in the tree what may follow; the first place is the root.
    places: Vec<Vec<(Sound, usize)>>,
}

impl Heard {
    /// Adds a word, also without what its language may write together with it.
    pub(in crate::check) fn add(&mut self, word: &Sounds) {
        if self.places.is_empty() {
            self.places.push(Vec::new());
        }
        for from in 0..=word.0.len().min(2) {
            let mut at = 0;
            for sound in word.0[from..].iter().take(2 * MOST) {
                let known = self.places[at].iter().find(|(own, _)| own == sound);
                at = if let Some((_, next)) = known {
                    *next
                } else {
                    let next = self.places.len();
                    self.places[at].push((*sound, next));
                    self.places.push(Vec::new());
                    next
                };
            }
        }
    }

    /// Whether one of the words may be a name of these sounds: it begins with them, but for one in
    /// three.
    pub(in crate::check) fn may_have(&self, name: &Sounds) -> bool {
        if name.0.len() < 2 {
            return !self.places.is_empty();
        }
        let name = &name.0[..name.0.len().min(MOST)];
        let most = name.len() / 3;
        // What a place is reached by, compared with ever more of the name: Wagner & Fischer 1974.
        let mut open: Vec<(usize, Vec<usize>)> = vec![(0, (0..=name.len()).collect())];
        if self.places.is_empty() {
            open.clear();
        }
        while let Some((at, costs)) = open.pop() {
            // What follows is an ending.
            if costs[name.len()] <= most {
                return true;
            }
            for (sound, next) in &self.places[at] {
                let mut row = Vec::with_capacity(costs.len());
                row.push(costs[0] + 1);
                for (place, own) in name.iter().enumerate() {
                    let changed = costs[place] + usize::from(own != sound);
                    row.push(changed.min(costs[place + 1] + 1).min(row[place] + 1));
                }
                if row.iter().any(|cost| *cost <= most) {
                    open.push((*next, row));
                }
            }
        }
        false
    }
}

/// Letters that are one sound in a language, the longer ones first; a vowel is none.
type Graphs = &'static [(&'static str, Option<Sound>)];

/// How languages write the sounds of other alphabets: `Tschaikowski`, `Tchaikovsky`, `Czajkowski`.
fn graphs(language: &str) -> Graphs {
    const HISS: Option<Sound> = Some(Sound::Hiss);
    const THROAT: Option<Sound> = Some(Sound::Throat);
    const LIPS: Option<Sound> = Some(Sound::Lips);
    match language {
        "de" => &[
            ("tsch", HISS),
            ("dsch", HISS),
            ("sch", HISS),
            ("ts", HISS),
            ("tz", HISS),
            ("z", HISS),
            ("w", LIPS),
            ("j", None),
        ],
        "en" => &[
            ("tch", HISS),
            ("ch", HISS),
            ("ts", HISS),
            ("tz", HISS),
            ("zh", HISS),
            ("kh", THROAT),
        ],
        "fr" => &[
            ("tch", HISS),
            ("ch", HISS),
            ("ts", HISS),
            ("tz", HISS),
            ("dj", HISS),
            ("kh", THROAT),
        ],
        "es" | "pt" => &[
            ("tch", HISS),
            ("ch", HISS),
            ("ts", HISS),
            ("j", THROAT),
            ("kh", THROAT),
        ],
        "it" => &[("ts", HISS), ("j", None), ("kh", THROAT)],
        "nl" => &[
            ("tsj", HISS),
            ("sj", HISS),
            ("ts", HISS),
            ("w", LIPS),
            ("j", None),
        ],
        "pl" => &[
            ("cz", HISS),
            ("sz", HISS),
            ("rz", HISS),
            ("dz", HISS),
            ("ch", THROAT),
            ("c", HISS),
            ("w", LIPS),
            ("j", None),
        ],
        "tr" => &[("c", HISS), ("ts", HISS)],
        _ => &[],
    }
}

fn begins_with(letters: &[char], graph: &str) -> bool {
    graph.len() <= letters.len() && graph.chars().zip(letters).all(|(a, b)| a == *b)
}

fn is_vowel(c: char) -> bool {
    "aeiouyäöüáéíóúàèâêîôûаеиоуіїєюяэыاي".contains(c)
}

/// What a letter sounds like before another; "x" and "дж" are two.
fn sounds(c: char, next: char) -> (Option<Sound>, Option<Sound>) {
    use Sound::{Hiss, L, Lips, M, N, R, Teeth, Throat};
    let one = match c {
        'b' | 'p' | 'f' | 'v' | 'w' | 'б' | 'п' | 'ф' | 'в' | 'ب' | 'ف' | 'پ' | 'ڤ' | 'و' => {
            Lips
        }
        't' | 'd' | 'т' | 'д' | 'ت' | 'ط' | 'د' | 'ض' | 'ث' | 'ذ' => Teeth,
        'c' if matches!(next, 'e' | 'i' | 'y' | 'é') => Hiss,
        'k' | 'g' | 'q' | 'c' | 'h' | 'к' | 'г' | 'ґ' | 'х' | 'ك' | 'ق' | 'غ' | 'خ' | 'ه' | 'ح' => {
            Throat
        }
        's' | 'z' | 'ß' | 'ç' | 'ś' | 'ż' | 'ź' | 'ć' | 'č' | 'š' | 'ž' | 'ş' | 'с' | 'з' | 'ц'
        | 'ш' | 'щ' | 'ж' | 'ч' | 'س' | 'ص' | 'ز' | 'ش' | 'ظ' | 'ج' => Hiss,
        'j' if next != ' ' => Hiss,
        'l' | 'ł' | 'л' | 'ل' => L,
        'r' | 'р' | 'ر' => R,
        'm' | 'м' | 'م' => M,
        'n' | 'ñ' | 'ń' | 'н' | 'ن' => N,
        'x' => return (Some(Throat), Some(Hiss)),
        _ => return (None, None),
    };
    (Some(one), None)
}
