use super::number::{Form, Number};
use super::{digits, words};
use crate::language::{Gap, Kind, Lexicon, Sense, Tokens};
use crate::text::Span;

/// Something a text mentions by a word: a month, a day of the week, a currency, a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    /// Place in the text.
    pub span: Span,
    /// Which one.
    pub value: u8,
    /// Whether the word means nothing else here.
    pub sure: bool,
}

/// What a text mentions, each kind in the order of the text.
#[derive(Debug, Clone, Default)]
pub struct Mentions {
    /// The text's words.
    pub tokens: Tokens,
    /// Numbers.
    pub numbers: Vec<Number>,
    /// Values of words that can stand for a number.
    pub also: Vec<f64>,
    /// Months by name, from 1.
    pub months: Vec<Dated>,
    /// Days of the week, Monday being 1.
    pub weekdays: Vec<Dated>,
    /// Currencies, by their place in the list of all.
    pub currencies: Vec<Dated>,
    /// Units, by their place in the list of all.
    pub units: Vec<Dated>,
    /// Per cent: 0; points of percentage: 1.
    pub percents: Vec<Dated>,
    /// Times of day: 0 before noon, 1 after.
    pub halves: Vec<Dated>,
    /// Negations.
    pub negations: Vec<Span>,
    /// Words that can deny in other ways.
    pub negatives: usize,
    /// Negations in turns of phrase that deny nothing.
    pub rhetorical: usize,
    /// Words of an editor's remark.
    pub editors: Vec<Span>,
}

impl Mentions {
    /// Reads a text.
    pub fn of(text: &str, lexicon: &Lexicon) -> Self {
        let tokens = Tokens::of(text);
        let mut mentions = Self::default();
        let mut at = 0;
        let mut done = 0;
        while at < tokens.list.len() {
            let token = &tokens.list[at];
            if at >= done {
                done = match token.kind {
                    Kind::Digits => mentions.digits(text, &tokens, lexicon, at),
                    Kind::Word => mentions.words(text, &tokens, lexicon, at),
                    Kind::Mark => at + 1,
                };
            }
            mentions.senses(text, &tokens, lexicon, at);
            at += 1;
        }
        mentions.tokens = tokens;
        mentions
    }

    /// The number that ends before a place or touches it, with at most two words between.
    pub fn number_before(&self, place: Span) -> Option<&Number> {
        let index = self
            .tokens
            .list
            .partition_point(|token| token.span.start < place.start);
        let from = self
            .tokens
            .list
            .get(index.saturating_sub(2))
            .map_or(0, |token| token.span.start);
        let near = |number: &&Number| number.span.start <= place.start && number.span.end > from;
        self.numbers.iter().rev().find(near)
    }

    /// Whether a number stands right before or after a place.
    pub fn is_beside_number(&self, place: Span) -> bool {
        let index = self
            .tokens
            .list
            .partition_point(|token| token.span.end <= place.end);
        let to = self
            .tokens
            .list
            .get(index)
            .map_or(usize::MAX, |token| token.span.end);
        let after = |number: &Number| number.span.start >= place.end && number.span.start < to;
        self.number_before(place).is_some() || self.numbers.iter().any(after)
    }

    /// Reads digits; gives the index after what belongs to them.
    fn digits(&mut self, text: &str, tokens: &Tokens, lexicon: &Lexicon, at: usize) -> usize {
        let mut read = digits::read(text, tokens, lexicon, at);
        let mut end = at + read.length;
        if let Some(month) = date_in_figures(tokens, lexicon, at) {
            let place = span(tokens, at + 2, at + 3);
            self.months.push(Dated {
                span: place,
                value: month,
                sure: true,
            });
        }
        let after = first_sense(tokens, lexicon, end, |sense| {
            matches!(sense, Sense::Clock | Sense::Morning | Sense::Afternoon)
        });
        if after.is_some()
            && read.length == 3
            && tokens.word(at + 2).is_some_and(|word| word.len() == 2)
        {
            // "2.30 p.m." is a time.
            read = digits::Read {
                length: 1,
                value: tokens
                    .word(at)
                    .and_then(|word| word.parse().ok())
                    .unwrap_or(0.0),
                foreign: None,
                odd: false,
            };
            end = at + 1;
        }
        let mut number = Number {
            span: span(tokens, at, end),
            value: read.value,
            other: None,
            foreign: read.foreign,
            odd: read.odd,
            form: Form::Digits,
        };
        let glued = |at: usize| {
            tokens
                .list
                .get(at)
                .is_some_and(|token| token.gap == Gap::None)
        };
        let mut scaled = false;
        while let Some((length, Sense::Scale(scale))) = first_sense(tokens, lexicon, end, |sense| {
            matches!(sense, Sense::Scale(_))
        }) {
            let short = tokens
                .word(end)
                .is_some_and(|word| word.chars().count() == 1);
            let dashed = tokens.list[end].gap == Gap::Dash;
            if dashed || (short && !glued(end)) {
                break;
            }
            if short {
                number.other = Some(number.value * scale);
            } else {
                number.value *= scale;
                number.foreign = number.foreign.map(|foreign| foreign * scale);
                scaled = true;
            }
            end += length;
            number.span = span(tokens, at, end);
        }
        if !scaled {
            self.refine(&mut number, tokens, lexicon, at, end);
        }
        self.numbers.push(number);
        end
    }

    /// Finds a second value of a number from what stands around it.
    fn refine(
        &mut self,
        number: &mut Number,
        tokens: &Tokens,
        lexicon: &Lexicon,
        at: usize,
        end: usize,
    ) {
        let value = number.value;
        let decade = first_sense(tokens, lexicon, end, |sense| sense == Sense::Decade)
            .is_some_and(|_| tokens.list[end].gap != Gap::Space);
        let apostrophe = at > 0
            && tokens
                .word(at - 1)
                .is_some_and(|word| word == "'" || word == "’")
            && tokens.list[at].gap == Gap::None;
        let range =
            at > 0 && (tokens.list[at].gap == Gap::Hyphen || tokens.word(at - 1) == Some("/"));
        let before = self.numbers.last().map_or(0.0, |number| number.value);
        if number.other.is_none() && value < 100.0 {
            if range && (1000.0..2100.0).contains(&before) {
                number.other = Some((before / 100.0).floor() * 100.0 + value);
            } else if decade {
                number.other = Some(if value < 20.0 && value > 0.0 {
                    2000.0 + value
                } else {
                    1900.0 + value
                });
            } else if apostrophe {
                number.other = Some(if value < 40.0 {
                    2000.0 + value
                } else {
                    1900.0 + value
                });
            } else if ends_date(tokens, at) {
                number.other = Some(if value < 70.0 {
                    2000.0 + value
                } else {
                    1900.0 + value
                });
            } else if value.fract() == 0.0 && value <= 24.0 {
                number.other = hour(tokens, lexicon, at, end, value);
            }
        }
    }

    /// Reads a number in words; gives the index after it.
    fn words(&mut self, text: &str, tokens: &Tokens, lexicon: &Lexicon, at: usize) -> usize {
        if let Some(read) = words::read(tokens, lexicon, at) {
            let end = at + read.length;
            let mut number = Number {
                span: span(tokens, at, end),
                value: read.value,
                other: None,
                foreign: None,
                odd: read.tail,
                form: read.form,
            };
            if read.form == Form::Word && read.value <= 24.0 {
                let half = at > 0
                    && first_sense(tokens, lexicon, at - 1, |sense| sense == Sense::Half).is_some();
                number.other =
                    hour(tokens, lexicon, at, end, read.value).or(half.then_some(read.value - 1.0));
            }
            self.numbers.push(number);
            return end;
        }
        let token = &tokens.list[at];
        let word = &text[token.span.clone()];
        if let Some(value) = roman(word) {
            self.numbers.push(Number {
                span: span(tokens, at, at + 1),
                value,
                other: None,
                foreign: None,
                odd: false,
                form: Form::Roman,
            });
        }
        at + 1
    }

    /// Takes note of the other senses of a word.
    fn senses(&mut self, text: &str, tokens: &Tokens, lexicon: &Lexicon, at: usize) {
        let near = |index: Option<usize>| {
            index
                .and_then(|index| tokens.list.get(index))
                .is_some_and(|token| token.kind == Kind::Digits)
        };
        let beside_number = |length: usize| {
            near(at.checked_sub(1))
                || near(at.checked_sub(2))
                || near(Some(at + length))
                || near(Some(at + length + 1))
        };
        let mut rhetorical = false;
        let mut negation = false;
        let mut points = false;
        words::senses(tokens, lexicon, at, |length, sense| {
            let place = span(tokens, at, at + length);
            let dated = |value, sure| Dated {
                span: place,
                value,
                sure,
            };
            match sense {
                Sense::Also(value) => self.also.push(value),
                Sense::Month(value, sure) => {
                    let capital = at > 0 && text[place.start..].starts_with(char::is_uppercase);
                    let sure = sure || capital || beside_number(length);
                    push_once(&mut self.months, dated(value, sure));
                }
                Sense::ShortMonth(value) if beside_number(length) => {
                    self.months.push(dated(value, true));
                }
                Sense::Weekday(value, sure) => push_once(&mut self.weekdays, dated(value, sure)),
                Sense::Currency(value) => self.currencies.push(dated(value, true)),
                Sense::Unit(value) => self.units.push(dated(value, true)),
                Sense::Percent if !points => self.percents.push(dated(0, true)),
                Sense::Point => {
                    points = true;
                    self.percents.push(dated(1, true));
                }
                Sense::Morning => self.halves.push(dated(0, beside_number(length))),
                Sense::Afternoon => self.halves.push(dated(1, beside_number(length))),
                Sense::Negation if !negation => {
                    negation = true;
                    self.negations.push(place);
                }
                Sense::Negative => self.negatives += 1,
                Sense::Rhetorical => rhetorical = true,
                Sense::Editor => self.editors.push(place),
                _ => {}
            }
        });
        self.rhetorical += usize::from(rhetorical);
    }
}

/// The month of a date in figures that begins here: "07.02.", "07.02.2024", "12/01/2021".
fn date_in_figures(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> Option<u8> {
    let word = |offset: usize| tokens.word(at + offset);
    let small = |offset: usize, most: u8| {
        let value: u8 = word(offset)?.parse().ok()?;
        (value > 0 && value <= most).then_some(value)
    };
    let glued = |offset: usize| {
        tokens
            .list
            .get(at + offset)
            .is_some_and(|token| token.gap == Gap::None)
    };
    let begins = at == 0
        || !(glued(0)
            && tokens.list[at - 1].kind == Kind::Mark
            && matches!(tokens.word(at - 1), Some("." | "/" | ",")));
    let mark = word(1)?;
    let joined = glued(1) && glued(2) && glued(3);
    if !(begins && joined && matches!(mark, "." | "/") && word(3) == Some(mark)) {
        return None;
    }
    let year = word(4)
        .is_some_and(|year| glued(4) && matches!(year.len(), 2 | 4) && year.parse::<u16>().is_ok());
    match (mark, lexicon.decimal) {
        (".", Some(',')) => small(0, 31).and(small(2, 12)),
        ("/", Some(',')) if year => small(0, 31).and(small(2, 12)),
        _ => None,
    }
}

/// Two entries of a lexicon may know one word.
fn push_once(list: &mut Vec<Dated>, dated: Dated) {
    if list
        .last()
        .is_none_or(|last| last.span.start != dated.span.start)
    {
        list.push(dated);
    }
}

/// Whether the digits are the third part of a date in figures: "03.01.21".
fn ends_date(tokens: &Tokens, at: usize) -> bool {
    let parts = at
        .checked_sub(4)
        .map(|first| (tokens.word(first + 1), tokens.word(first + 3)));
    let digits = |index: usize| tokens.list[index].kind == Kind::Digits;
    matches!(parts, Some((Some("." | "/"), Some("." | "/")))) && digits(at - 4) && digits(at - 2)
}

/// The same hour on the other clock, if a number is an hour.
fn hour(tokens: &Tokens, lexicon: &Lexicon, at: usize, end: usize, value: f64) -> Option<f64> {
    let is_clock = |sense| matches!(sense, Sense::Clock | Sense::Morning | Sense::Afternoon);
    // The minutes may stand between: "2:30 p.m."
    let colon = |index: usize| matches!(tokens.word(index), Some(":" | "."));
    let after = if colon(end) { end + 2 } else { end };
    let clock = first_sense(tokens, lexicon, after, is_clock).is_some()
        || colon(end) && tokens.word(end + 1).is_some_and(|word| word.len() == 2)
        || at > 0 && first_sense(tokens, lexicon, at - 1, is_clock).is_some();
    clock.then_some(if value > 12.0 {
        value - 12.0
    } else {
        value + 12.0
    })
}

fn first_sense(
    tokens: &Tokens,
    lexicon: &Lexicon,
    at: usize,
    wanted: impl Fn(Sense) -> bool,
) -> Option<(usize, Sense)> {
    let mut found = None;
    words::senses(tokens, lexicon, at, |length, sense| {
        if wanted(sense) && found.is_none_or(|(other, _)| length > other) {
            found = Some((length, sense));
        }
    });
    found
}

fn span(tokens: &Tokens, from: usize, to: usize) -> Span {
    let last = tokens.list.get(to - 1).or(tokens.list.last());
    Span::new(
        tokens.list[from].span.start,
        last.map_or(0, |token| token.span.end),
    )
}

/// The value of a Roman numeral.
fn roman(word: &str) -> Option<f64> {
    let head = word.trim_end_matches(|c: char| c.is_lowercase());
    if head.is_empty() || head.len() > 9 || word.len() - head.len() > 3 {
        return None;
    }
    let mut total = 0;
    let mut before = 0;
    for c in head.bytes().rev() {
        let value = match c {
            b'I' => 1,
            b'V' => 5,
            b'X' => 10,
            b'L' => 50,
            b'C' => 100,
            b'D' => 500,
            b'M' => 1000,
            _ => return None,
        };
        if value < before {
            total -= value;
        } else {
            total += value;
            before = value;
        }
    }
    (total > 0).then_some(f64::from(total))
}
