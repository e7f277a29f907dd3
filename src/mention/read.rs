//! A text read for what it mentions.

use super::context::{date_in_figures, ends_date, hour};
use super::number::{Form, Number};
use super::roman::roman;
use super::sense::Words;
use super::{digits, han, words};
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
#[derive(Debug, Clone)]
pub struct Mentions<'a> {
    /// The text's words.
    pub tokens: &'a Tokens,
    /// Numbers.
    pub numbers: Vec<Number>,
    /// Values of words that can stand for a number.
    pub also: Vec<f64>,
    /// Months by name, from 1.
    pub months: Vec<Dated>,
    /// Days of the week, Monday being 1.
    pub weekdays: Vec<Dated>,
    /// Days as seen from today, by their place in the list of all.
    pub days: Vec<Dated>,
    /// Words beside a time of day that name no measure: "Uhr".
    pub clocks: Vec<Span>,
    /// Currencies, by their place in the list of all.
    pub currencies: Vec<Dated>,
    /// Units, by their place in the list of all.
    pub units: Vec<Dated>,
    /// Per cent: 0; points of percentage: 1.
    pub percents: Vec<Dated>,
    /// Times of day: 0 before noon, 1 after.
    pub halves: Vec<Dated>,
    /// What turns a sentence into another one, by its place in the list of all.
    pub stances: Vec<Dated>,
    /// Countries and their people.
    pub countries: Vec<(Span, u16)>,
    /// Negations.
    pub negations: Vec<Span>,
    /// Words that can deny in other ways.
    pub negatives: usize,
    /// Words that another language may say with a negation.
    pub limits: usize,
    /// Negations in turns of phrase that deny nothing.
    pub rhetorical: usize,
    /// Whether a preposition or an article stands before a mark or the end: something is missing there.
    pub has_gap: bool,
    /// Words of an editor's remark.
    pub editors: Vec<Span>,
    /// The index after the last phrase whose words deny and count nothing.
    spared: usize,
    /// Whether the numbers stand in the order of the text, and none within another.
    is_ordered: bool,
}

impl<'a> Mentions<'a> {
    /// Reads a text, given its tokens.
    pub fn of(text: &str, tokens: &'a Tokens, lexicon: &Lexicon) -> Self {
        let all = Words::new(text, tokens, lexicon);
        let mut mentions = Self::none(tokens);
        let mut done = 0;
        for at in all.places.iter().copied() {
            if at >= done {
                done = match tokens.list[at].kind {
                    Kind::Digits => mentions.digits(text, &all, at),
                    Kind::Word => mentions.words(text, &all, at),
                    Kind::Mark => at + 1,
                };
            }
            mentions.senses(text, &all, at);
        }
        if lexicon.is_empty() {
            mentions.han(text);
        }
        // "May" is a month or a permission.
        let Self {
            stances, months, ..
        } = &mut mentions;
        let is_month = |stance: &Dated| {
            let mut same = months.iter().filter(|month| month.sure);
            same.any(|month| month.span == stance.span)
        };
        stances.retain(|stance| !is_month(stance));
        let mut two = mentions.numbers.windows(2);
        mentions.is_ordered = two.all(|two| {
            two[0].span.start <= two[1].span.start && two[0].span.end <= two[1].span.end
        });
        mentions
    }

    fn none(tokens: &'a Tokens) -> Self {
        Self {
            tokens,
            numbers: Vec::new(),
            also: Vec::new(),
            months: Vec::new(),
            weekdays: Vec::new(),
            days: Vec::new(),
            clocks: Vec::new(),
            currencies: Vec::new(),
            units: Vec::new(),
            percents: Vec::new(),
            halves: Vec::new(),
            stances: Vec::new(),
            countries: Vec::new(),
            negations: Vec::new(),
            negatives: 0,
            limits: 0,
            rhetorical: 0,
            has_gap: false,
            editors: Vec::new(),
            spared: 0,
            is_ordered: false,
        }
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
        let before = if self.is_ordered {
            self.numbers
                .partition_point(|number| number.span.start <= place.start)
        } else {
            self.numbers.len()
        };
        let mut before = self.numbers[..before].iter().rev();
        if self.is_ordered {
            return before.next().filter(near);
        }
        before.find(near)
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
        let behind = if self.is_ordered {
            let behind = |number: &Number| number.span.start < place.end;
            let first = self.numbers.partition_point(behind);
            &self.numbers[first..self.numbers.len().min(first + 1)]
        } else {
            &self.numbers
        };
        self.number_before(place).is_some() || behind.iter().any(after)
    }

    /// Reads digits; gives the index after what belongs to them.
    fn digits(&mut self, text: &str, all: &Words<'_>, at: usize) -> usize {
        let mut read = digits::read(text, all.tokens, all.lexicon, at);
        let mut end = at + read.length;
        if let Some(month) = date_in_figures(all, at) {
            let place = span(all.tokens, at + 2, at + 3);
            self.months.push(Dated {
                span: place,
                value: month,
                sure: true,
            });
        }
        let after = all.first(end, |sense| {
            matches!(sense, Sense::Clock | Sense::Morning | Sense::Afternoon)
        });
        if after.is_some()
            && read.length == 3
            && all.tokens.word(at + 2).is_some_and(|word| word.len() == 2)
        {
            // "2.30 p.m." is a time.
            read = digits::Read {
                length: 1,
                value: all
                    .tokens
                    .word(at)
                    .and_then(|word| word.parse().ok())
                    .unwrap_or(0.0),
                foreign: None,
                odd: false,
            };
            end = at + 1;
        }
        let mut number = Number {
            span: span(all.tokens, at, end),
            value: read.value,
            other: None,
            foreign: read.foreign,
            odd: read.odd,
            form: Form::Digits,
        };
        let glued = |at: usize| {
            all.tokens
                .list
                .get(at)
                .is_some_and(|token| token.gap == Gap::None)
        };
        let mut scaled = false;
        while let Some((length, Sense::Scale(scale))) =
            all.first(end, |sense| matches!(sense, Sense::Scale(_)))
        {
            let short = all
                .tokens
                .word(end)
                .is_some_and(|word| word.chars().count() == 1);
            let dashed = all.tokens.list[end].gap == Gap::Dash;
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
            number.span = span(all.tokens, at, end);
        }
        if let Some((scale, length)) = han::scale(&text[number.span.end..]) {
            number.value *= scale;
            number.span.end += length;
            scaled = true;
            // "1億2000万" is one number.
            let before = self.numbers.last_mut().filter(|before| {
                before.span.end == number.span.start && han::ends_with_scale(before.span.of(text))
            });
            if let Some(before) = before {
                before.value += number.value;
                before.span.end = number.span.end;
                return end;
            }
        }
        if is_half_to(all, at) {
            self.half_to(&mut number);
        } else if !scaled {
            self.refine(&mut number, all, at, end);
        }
        self.numbers.push(number);
        end
    }

    /// Reads Chinese numerals, of a language whose words are not known.
    fn han(&mut self, text: &str) {
        if !text.bytes().any(|byte| (0xE3..=0xE9).contains(&byte)) {
            return;
        }
        for (span, value) in han::numerals(text) {
            self.numbers.push(Number {
                span,
                value,
                other: None,
                foreign: None,
                odd: false,
                form: Form::Han,
            });
        }
        self.numbers.sort_by_key(|number| number.span.start);
    }

    /// Makes an hour the half before it: "halb acht" is 7:30.
    fn half_to(&mut self, number: &mut Number) {
        if (1.0..=12.0).contains(&number.value) && number.value.fract() == 0.0 {
            number.value = (number.value + 10.0) % 12.0 + 1.0;
            number.other = Some((number.value + 12.0) % 24.0);
            self.also.push(30.0);
        }
    }

    /// Finds a second value of a number from what stands around it.
    fn refine(&mut self, number: &mut Number, all: &Words<'_>, at: usize, end: usize) {
        let value = number.value;
        let decade = all
            .first(end, |sense| sense == Sense::Decade)
            .is_some_and(|_| all.tokens.list[end].gap != Gap::Space);
        let apostrophe = at > 0
            && all
                .tokens
                .word(at - 1)
                .is_some_and(|word| word == "'" || word == "’")
            && all.tokens.list[at].gap == Gap::None;
        let range = at > 0
            && (all.tokens.list[at].gap == Gap::Hyphen || all.tokens.word(at - 1) == Some("/"));
        let before = self.numbers.last().map_or(0.0, |number| number.value);
        if decade && (1000.0..2100.0).contains(&value) {
            number.other = Some(value % 100.0);
        }
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
            } else if ends_date(all.tokens, at) {
                number.other = Some(if value < 70.0 {
                    2000.0 + value
                } else {
                    1900.0 + value
                });
            } else if value.fract() == 0.0 && value <= 24.0 {
                number.other = hour(all, at, end, value);
            }
        }
    }

    /// Reads a number in words; gives the index after it.
    fn words(&mut self, text: &str, all: &Words<'_>, at: usize) -> usize {
        if self.spared > at {
            return at + 1;
        }
        if let Some(read) = words::read(all, at) {
            let end = at + read.length;
            let mut number = Number {
                span: span(all.tokens, at, end),
                value: read.value,
                other: None,
                foreign: None,
                odd: read.tail,
                form: read.form,
            };
            if is_half_to(all, at) {
                self.half_to(&mut number);
            } else if read.form == Form::Word && read.value <= 24.0 {
                number.other = hour(all, at, end, read.value);
            }
            self.numbers.push(number);
            return end;
        }
        self.roman(text, all, at)
    }

    /// Reads a Roman numeral; gives the index after it.
    fn roman(&mut self, text: &str, all: &Words<'_>, at: usize) -> usize {
        let token = &all.tokens.list[at];
        if let Some(value) = roman(&text[token.span.clone()]) {
            self.numbers.push(Number {
                span: span(all.tokens, at, at + 1),
                value,
                other: None,
                foreign: None,
                odd: false,
                form: Form::Roman,
            });
        }
        at + 1
    }

    /// Adds a half to the number shortly before: "two hours and a half".
    fn and_half(&mut self, place: Span) {
        let near = |number: &&mut Number| {
            place.start.saturating_sub(number.span.end) < 24 && number.span.end <= place.start
        };
        match self.numbers.last_mut().filter(near) {
            Some(number) => number.other = Some(number.value + 0.5),
            // "an hour and a half"
            None => self.also.push(1.5),
        }
    }

    /// Takes note of the other senses of a word.
    fn senses(&mut self, text: &str, all: &Words<'_>, at: usize) {
        let near = |index: Option<usize>| {
            index
                .and_then(|index| all.tokens.list.get(index))
                .is_some_and(|token| token.kind == Kind::Digits)
        };
        let beside_number = |length: usize| {
            near(at.checked_sub(1))
                || near(at.checked_sub(2))
                || near(Some(at + length))
                || near(Some(at + length + 1))
        };
        let mut rhetorical = false;
        let mut negation = self.spared > at || is_short_for_number(all, at);
        let mut points = false;
        for (length, sense) in all.senses(at).iter().copied() {
            let place = span(all.tokens, at, at + length);
            let dated = |value, sure| Dated {
                span: place,
                value,
                sure,
            };
            match sense {
                // Of "halb acht" no eight is left.
                Sense::Also(value) if !is_half_to(all, at) => self.also.push(value),
                Sense::Month(value, sure) => {
                    let capital = at > 0 && text[place.start..].starts_with(char::is_uppercase);
                    let sure = sure || capital || beside_number(length);
                    push_once(&mut self.months, dated(value, sure));
                }
                Sense::ShortMonth(value) if beside_number(length) => {
                    self.months.push(dated(value, true));
                }
                Sense::Weekday(value, sure) => push_once(&mut self.weekdays, dated(value, sure)),
                Sense::Day(value) => self.days.push(dated(value, true)),
                Sense::Clock if beside_number(length) => self.clocks.push(place),
                Sense::Currency(value) => self.currencies.push(dated(value, true)),
                Sense::Unit(value) => self.units.push(dated(value, true)),
                // "punkt procentowy" is one phrase.
                Sense::Stance(value, sure) => self.stances.push(dated(value, sure)),
                Sense::Country(code) => self.countries.push((place, code)),
                Sense::Percent if !points && !is_within(self.percents.last(), place) => {
                    self.percents.push(dated(0, true));
                }
                Sense::Point => {
                    points = true;
                    let longer = |other: &Dated| other.value == 1 && other.span.end > place.end;
                    let starts = |other: &Dated| other.span.start == place.start;
                    // They come in the order of the text.
                    let before = self.percents.iter().rposition(|other| !starts(other));
                    let same = before.map_or(0, |at| at + 1);
                    if !self.percents[same..].iter().any(longer) {
                        self.percents.truncate(same);
                        self.percents.push(dated(1, true));
                    }
                }
                Sense::AndHalf => self.and_half(place),
                Sense::Morning => self.halves.push(dated(0, beside_number(length))),
                Sense::Afternoon => self.halves.push(dated(1, beside_number(length))),
                Sense::Negation if !negation => {
                    negation = true;
                    self.negations.push(place);
                }
                Sense::Negative => self.negatives += 1,
                Sense::Limit => self.limits += 1,
                Sense::Rhetorical => rhetorical = true,
                Sense::Spared => self.spared = at + length,
                Sense::Editor => self.editors.push(place),
                Sense::Opening => self.has_gap |= is_end(all.tokens, at + 1),
                _ => {}
            }
        }
        self.rhetorical += usize::from(rhetorical);
    }
}

/// Whether what stands before an hour makes it the half before it.
fn is_half_to(all: &Words<'_>, at: usize) -> bool {
    (1..=at.min(3)).any(|back| {
        all.first(at - back, |sense| sense == Sense::HalfTo)
            .is_some_and(|(length, _)| length == back)
    })
}

/// Whether a word is short for "number": "No. 7".
fn is_short_for_number(all: &Words<'_>, at: usize) -> bool {
    all.tokens.word(at) == Some("no")
        && all.tokens.word(at + 1) == Some(".")
        && all
            .tokens
            .list
            .get(at + 2)
            .is_some_and(|token| token.kind == Kind::Digits)
}

/// Whether a mark that ends a clause stands at a place, or nothing.
fn is_end(tokens: &Tokens, at: usize) -> bool {
    tokens.list.get(at).is_none_or(|token| {
        token.kind == Kind::Mark
            && matches!(
                tokens.word(at),
                Some("." | "," | ";" | ":" | "!" | "?" | "»" | "”" | "،" | "؛" | "؟" | ")")
            )
    })
}

fn is_within(dated: Option<&Dated>, place: Span) -> bool {
    dated.is_some_and(|dated| dated.span.start < place.start && place.end <= dated.span.end)
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

fn span(tokens: &Tokens, from: usize, to: usize) -> Span {
    let last = tokens.list.get(to - 1).or(tokens.list.last());
    Span::new(
        tokens.list[from].span.start,
        last.map_or(0, |token| token.span.end),
    )
}
