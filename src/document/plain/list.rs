//! Items of lists in plain text. One line with a mark is none: a dash can begin any line.

use super::Chunk;

/// Cuts chunks that hold a list into its items; what stands before them stays a chunk.
pub(super) fn cut(text: &str, chunks: Vec<Chunk>) -> Vec<Chunk> {
    let first = |chunk: &Chunk| mark(chunk.lines[0].of(text));
    let marks: Vec<Option<Mark>> = chunks.iter().map(first).collect();
    let mut found = Vec::with_capacity(chunks.len());
    for (index, chunk) in chunks.into_iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| marks[before]);
        let after = marks.get(index + 1).copied().flatten();
        let beside = marks[index].is_some_and(|own| {
            before.is_some_and(|before| own.follows(before))
                || after.is_some_and(|after| after.follows(own))
        });
        items(text, chunk, beside, &mut found);
    }
    found
}

fn items(text: &str, chunk: Chunk, beside: bool, found: &mut Vec<Chunk>) {
    let marks: Vec<Option<Mark>> = chunk.lines.iter().map(|line| mark(line.of(text))).collect();
    let Some(start) = marks.iter().position(Option::is_some) else {
        found.push(chunk);
        return;
    };
    // Below a line of running text a dash is a dash, unless that line announces a list.
    let announced = start == 0 || chunk.lines[start - 1].of(text).ends_with(':');
    let mut starts = Vec::new();
    let mut last: Option<Mark> = None;
    for (at, mark) in marks.iter().enumerate() {
        if let Some(mark) = mark.filter(|mark| last.is_none_or(|last| mark.follows(last))) {
            starts.push((at, mark.length));
            last = Some(mark);
        }
    }
    if !announced || (starts.len() < 2 && !(beside && start == 0)) {
        found.push(chunk);
        return;
    }
    if start > 0 {
        found.push(Chunk {
            lines: chunk.lines[..start].to_vec(),
            marker: 0,
            joined: true,
        });
    }
    for (number, (at, marker)) in starts.iter().enumerate() {
        let end = starts
            .get(number + 1)
            .map_or(chunk.lines.len(), |(next, _)| *next);
        found.push(Chunk {
            lines: chunk.lines[*at..end].to_vec(),
            marker: *marker,
            joined: true,
        });
    }
}

/// What stands before an item.
#[derive(Debug, Clone, Copy)]
struct Mark {
    /// The bullet, or what follows a number.
    sign: char,
    number: Option<u32>,
    /// With the blanks behind it, in bytes.
    length: usize,
}

impl Mark {
    /// Whether it can be that of the item after one.
    fn follows(self, before: Self) -> bool {
        let counts = match (before.number, self.number) {
            (Some(before), Some(own)) => own == before + 1,
            (None, None) => true,
            _ => false,
        };
        counts && self.sign == before.sign
    }
}

fn mark(line: &str) -> Option<Mark> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let number = (1..=3)
        .contains(&digits)
        .then(|| line[..digits].parse().ok())
        .flatten();
    let rest = &line[if number.is_some() { digits } else { 0 }..];
    let sign = rest.chars().next()?;
    let fits = match number {
        Some(_) => matches!(sign, '.' | ')'),
        None => matches!(sign, '-' | '–' | '—' | '*' | '•' | '·' | '▪' | '‣' | '■'),
    };
    let behind = rest[sign.len_utf8()..].trim_start();
    let length = line.len() - behind.len();
    let parted = length > line.len() - rest.len() + sign.len_utf8();
    (fits && parted && !behind.is_empty()).then_some(Mark {
        sign,
        number,
        length,
    })
}
