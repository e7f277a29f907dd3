//! What counts as the wording of a text.

use unicode_normalization::UnicodeNormalization;

/// Reduces a text to what counts as its wording: two texts with one fold are the same sentence.
///
/// NFC; runs of white space become one blank, trimmed; soft hyphens and zero-width characters go;
/// variants of double quotes, of single quotes and apostrophes, of dashes, of hyphens and of the
/// ellipsis are unified. Nothing else: no case folding, no mark added or dropped.
/// The table is frozen with version 1 of the catalog format.
pub fn fold(text: &str) -> String {
    if is_surely_nfc(text) {
        unify_normal(text)
    } else {
        unify(text.nfc(), text.len())
    }
}

/// Whether a text has nothing but characters that are their own normal form wherever they stand:
/// those before the combining marks, and what most articles are written with besides. Says no of
/// some texts that are in NFC all the same.
pub fn is_surely_nfc(text: &str) -> bool {
    let is_normal = |c: char| {
        matches!(c, '\0'..='\u{2FF}' | '\u{400}'..='\u{482}' | '\u{48A}'..='\u{52F}'
            | '\u{600}'..='\u{60F}' | '\u{61B}'..='\u{64A}' | '\u{660}'..='\u{66F}'
            | '\u{2010}'..='\u{203F}' | '\u{20A0}'..='\u{20C0}')
    };
    let bytes = text.as_bytes();
    let mut at = 0;
    // A byte within a character is below those that begin one from U+0300 on.
    while let Some(from) = bytes[at..].iter().position(|byte| *byte >= 0xCC) {
        at += from;
        at += match (bytes[at], bytes[at + 1]) {
            (0xD0 | 0xD1, _) | (0xD8, 0x9B..) | (0xD9, ..=0x8A) => 2,
            _ => match text[at..].chars().next() {
                Some(c) if is_normal(c) => c.len_utf8(),
                _ => return false,
            },
        };
    }
    true
}

/// Unifies a text in NFC: what stays as it is is taken over in runs.
fn unify_normal(text: &str) -> String {
    // What is written with other bytes is neither a blank nor one of the variants.
    let stays = |byte: u8| matches!(byte, b'!'..=0xBF | 0xC3..=0xC9 | 0xD0..=0xDB);
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    let mut rest = text;
    while !rest.is_empty() {
        let bytes = rest.as_bytes();
        // So does a single blank between two of them.
        let inner = |at: usize| {
            bytes[at] == b' ' && at > 0 && bytes.get(at + 1).is_some_and(|next| stays(*next))
        };
        let mut end = 0;
        loop {
            let run = bytes[end..].iter().position(|byte| !stays(*byte));
            end = run.map_or(bytes.len(), |run| end + run);
            if end == bytes.len() || !inner(end) {
                break;
            }
            end += 1;
        }
        let (own, other) = rest.split_at(end);
        if !own.is_empty() {
            if blank && !out.is_empty() {
                out.push(' ');
            }
            blank = false;
            out.push_str(own);
        }
        let mut chars = other.chars();
        unify_into(&mut out, &mut blank, chars.by_ref().take(1));
        rest = chars.as_str();
    }
    out
}

fn unify(text: impl Iterator<Item = char>, length: usize) -> String {
    let mut out = String::with_capacity(length);
    unify_into(&mut out, &mut false, text);
    out
}

/// Appends a text unified; `blank` is whether a blank is to come before the next character.
fn unify_into(out: &mut String, blank: &mut bool, text: impl Iterator<Item = char>) {
    for c in text {
        let c = match c {
            '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => continue,
            '„' | '“' | '”' | '‟' | '«' | '»' | '＂' => '"',
            '‚' | '‘' | '’' | '‛' | '‹' | '›' | 'ʼ' | '＇' => '\'',
            '–' | '—' | '―' => '–',
            '‐' | '‑' => '-',
            c if c.is_whitespace() => {
                *blank = true;
                continue;
            }
            c => c,
        };
        if *blank && !out.is_empty() {
            out.push(' ');
        }
        *blank = false;
        if c == '…' {
            out.push_str("...");
        } else {
            out.push(c);
        }
    }
}

/// A 64-bit hash of a text, stable for ever: the first eight bytes of BLAKE3, little-endian.
pub fn hash(text: &str) -> u64 {
    let digest = blake3::hash(text.as_bytes());
    let mut head = [0; 8];
    head.copy_from_slice(&digest.as_bytes()[..8]);
    u64::from_le_bytes(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typography_is_no_change() {
        assert_eq!(
            fold(" „Ja“\u{A0}–\n so\u{AD}gar …"),
            fold("\"Ja\" — sogar ...")
        );
    }

    #[test]
    fn what_needs_no_normalisation_folds_as_if_it_had_it() {
        let plain = ('\0'..'\u{300}').chain('\u{2000}'..='\u{206F}');
        for c in plain {
            let text = format!("a{c}b");
            assert_eq!(fold(&text), unify(text.nfc(), text.len()), "{c:?}");
            let text = format!(" ü{c} {c}\u{A0}ж{c}{c}");
            assert_eq!(fold(&text), unify(text.nfc(), text.len()), "{c:?}");
        }
    }

    #[test]
    fn facts_are_changes() {
        for (old, new) in [
            ("1,5", "15"),
            ("Juni", "Juli"),
            ("nicht", "nichts"),
            ("Ja.", "Ja"),
            ("das", "Das"),
        ] {
            assert_ne!(fold(old), fold(new));
        }
    }
}
