//! Documents of two languages aligned: which sentences of one translate which of the other.

use super::anchor;
use super::basic::basic;
use super::bead::{Bead, Reason};
use super::class::{Sample, Shares, classes};
use super::coarse::narrowed;
use super::cognate::cognates;
use super::corridor::Corridor;
use super::habit::Habits;
use super::induce::{Lesson, induce};
use super::length::Lengths;
use super::lexicon::Lexicon;
use super::moved::moved;
use super::parameters::Parameters;
use super::path::best;
use super::posterior::{Posterior, posterior};
use super::posting::Postings;
use super::score::{Evidence, Scores};
use super::shape::{SHAPES, Step};
use super::structure::Structure;
use super::vocabulary::{Side, Vocabulary};
use super::{Known, Pair};

/// Aligns documents of one pair of languages; they share what is learnt of its words.
///
/// Every sentence of either side is in exactly one bead of its document. The beads stand in the
/// order of the source; those without source stand where the target has them.
pub fn align(pairs: &[Pair<'_>], known: &Known, parameters: &Parameters) -> Vec<Vec<Bead>> {
    let mut languages = Languages::default();
    let mut documents: Vec<Document> = pairs
        .iter()
        .map(|pair| Document::read(pair, &mut languages, parameters))
        .collect();
    languages.prepare(known, parameters);
    for round in 0..=parameters.rounds {
        let mut lessons = Vec::new();
        for document in &mut documents {
            document.align(&languages, parameters);
            document.teach(parameters, &mut lessons);
        }
        if round < parameters.rounds {
            languages.learn(lessons, parameters);
            for document in &mut documents {
                document.listen(&languages, parameters);
            }
        }
    }
    documents
        .iter()
        .map(|document| document.beads(&languages, parameters))
        .collect()
}

/// What is known of the two languages: source and target.
#[derive(Default)]
struct Languages {
    words: [Vocabulary; 2],
    /// Cognates and the word list.
    given: Lexicon,
    /// All that is known, and the same by target type.
    lexicons: [Lexicon; 2],
    classes: [Vec<u8>; 2],
    /// Sentences that are known to belong together.
    lessons: Vec<Lesson>,
}

impl Languages {
    /// Takes in what is known before any alignment.
    fn prepare(&mut self, known: &Known, p: &Parameters) {
        for (source, target) in &known.sentences {
            let [source, target] = [(0, source), (1, target)].map(|(side, text)| {
                let read = self.words[side].read(&[text.as_str()]);
                distinct(read.sentences.concat())
            });
            let weight = 1.0;
            self.lessons.push(Lesson {
                source,
                target,
                weight,
            });
        }
        let listed = self.listed(&known.words, p);
        let basic = basic([&self.words[0], &self.words[1]], p);
        let alike = cognates(&self.words[0], &self.words[1], p);
        self.given = alike.joined(&listed).joined(&basic);
        self.learn(Vec::new(), p);
    }

    /// The word list as pairs of types. Terms of several words teach each of their words, less.
    fn listed(&mut self, words: &[(String, String)], p: &Parameters) -> Lexicon {
        let mut pairs = Vec::new();
        for (source, target) in words {
            let [source, target] =
                [(0, source), (1, target)].map(|(side, text)| self.words[side].find_all(text));
            let count = source.len() * target.len();
            for s in &source {
                let weight = p.list_weight / (count as f32).sqrt();
                pairs.extend(target.iter().map(|t| (*s, *t, weight)));
            }
        }
        Lexicon::of(pairs)
    }

    /// Learns the words anew from aligned sentences.
    fn learn(&mut self, mut lessons: Vec<Lesson>, p: &Parameters) {
        let known = self.lessons.len();
        self.lessons.append(&mut lessons);
        let forth = self.given.joined(&induce(&self.lessons, p));
        self.lessons.truncate(known);
        let back = forth.turned();
        self.classes = [
            classes(&self.words[0], &forth, p),
            classes(&self.words[1], &back, p),
        ];
        self.lexicons = [forth, back];
    }
}

/// A document and its alignment so far.
struct Document {
    sides: [Side; 2],
    lengths: Lengths,
    shares: Shares,
    habits: Habits,
    structure: Structure,
    corridor: Option<Corridor>,
    steps: Vec<Step>,
    /// Beads out of order.
    moved: Vec<Step>,
    /// The probabilities of the corridor's beads.
    posterior: Option<(Posterior, Corridor)>,
}

impl Document {
    fn read(pair: &Pair<'_>, languages: &mut Languages, p: &Parameters) -> Self {
        let [source, target] = &mut languages.words;
        let texts = |sentences: &[super::Sentence<'_>]| -> Vec<String> {
            sentences.iter().map(|s| s.text.to_owned()).collect()
        };
        let sides = [
            source.read(&texts(&pair.source)),
            target.read(&texts(&pair.target)),
        ];
        Self {
            lengths: Lengths::of([&sides[0], &sides[1]], p),
            sides,
            shares: [p.loose; 2],
            habits: Habits::usual(p),
            structure: Structure::of(pair),
            corridor: None,
            steps: Vec::new(),
            moved: Vec::new(),
            posterior: None,
        }
    }

    fn postings(&self, languages: &Languages) -> [Postings; 2] {
        [0, 1].map(|side: usize| {
            let types = languages.words[side].types.len();
            Postings::of(&self.sides[side].sentences, types)
        })
    }

    fn evidence<'a>(
        &'a self,
        postings: &'a [Postings; 2],
        languages: &'a Languages,
        parameters: &'a Parameters,
    ) -> Evidence<'a> {
        Evidence {
            sides: [&self.sides[0], &self.sides[1]],
            postings: [&postings[0], &postings[1]],
            words: [&languages.words[0], &languages.words[1]],
            classes: [&languages.classes[0], &languages.classes[1]],
            lexicons: [&languages.lexicons[0], &languages.lexicons[1]],
            shares: self.shares,
            lengths: &self.lengths,
            habits: &self.habits,
            structure: &self.structure,
            parameters,
        }
    }

    /// Finds the best way, and what has moved.
    fn align(&mut self, languages: &Languages, p: &Parameters) {
        let corridor = self.corridor.take();
        let postings = self.postings(languages);
        let evidence = self.evidence(&postings, languages, p);
        let corridor = corridor.unwrap_or_else(|| narrowed(&evidence, anchor::corridor(&evidence)));
        let [n, m] = [0, 1].map(|side: usize| self.sides[side].sentences.len());
        let scores = Scores::of(&evidence, &(0..n), &(0..m), corridor);
        let steps = best(&scores, &self.habits);
        let moved = moved(&evidence, &steps);
        let posterior = posterior(&scores, &self.habits, p);
        self.corridor = Some(posterior.narrowed(&scores.corridor, m, p));
        self.posterior = Some((posterior, scores.corridor));
        self.steps = steps;
        self.moved = moved;
    }

    /// Estimates how many words have no counterpart.
    fn listen(&mut self, languages: &Languages, p: &Parameters) {
        let sample = Sample {
            sides: [&self.sides[0], &self.sides[1]],
            words: [&languages.words[0], &languages.words[1]],
            classes: [&languages.classes[0], &languages.classes[1]],
            lexicons: [&languages.lexicons[0], &languages.lexicons[1]],
        };
        self.shares = sample.shares(&self.steps, p);
        self.habits = Habits::of(&self.steps, p);
    }

    /// Gives the sentences that probably belong together.
    fn teach(&self, p: &Parameters, lessons: &mut Vec<Lesson>) {
        let Some((posterior, corridor)) = &self.posterior else {
            return;
        };
        for (source, target, place) in corridor.places() {
            for (number, shape) in SHAPES.into_iter().enumerate() {
                let weight = posterior.beads[place][number];
                if weight > p.teach && shape.0 + shape.1 <= p.teaching {
                    let step = Step {
                        source,
                        target,
                        shape,
                    };
                    lessons.push(self.lesson(step, weight));
                }
            }
        }
        let small = |step: &&Step| step.shape.0 + step.shape.1 <= p.teaching;
        let moved = self.moved.iter().filter(small);
        lessons.extend(moved.map(|step| self.lesson(*step, 1.0)));
    }

    fn lesson(&self, step: Step, weight: f32) -> Lesson {
        let words = |side: usize, from: usize, count: usize| {
            distinct(self.sides[side].sentences[from..from + count].concat())
        };
        Lesson {
            source: words(0, step.source, step.shape.0),
            target: words(1, step.target, step.shape.1),
            weight,
        }
    }

    /// The result, with how sure it is and why.
    fn beads(&self, languages: &Languages, p: &Parameters) -> Vec<Bead> {
        let postings = self.postings(languages);
        let evidence = self.evidence(&postings, languages, p);
        let mut taken = [0, 1].map(|side: usize| vec![false; self.sides[side].sentences.len()]);
        for step in &self.moved {
            taken[0][step.source..step.source + step.shape.0].fill(true);
            taken[1][step.target..step.target + step.shape.1].fill(true);
        }
        let mut out = Vec::new();
        for step in &self.steps {
            let free = step.is_full()
                || step.shape.0 > 0 && !taken[0][step.source]
                || step.shape.1 > 0 && !taken[1][step.target];
            if free {
                out.push(self.bead(*step, false, &evidence));
            }
        }
        let mut moved = self.moved.clone();
        moved.sort_unstable();
        for step in moved {
            let at = out.partition_point(|bead: &Bead| bead.source.end <= step.source);
            out.insert(at, self.bead(step, true, &evidence));
        }
        out
    }

    /// How likely a bead is among all ways through the texts; of one out of order nothing is known.
    fn likelihood(&self, step: Step, moved: bool) -> f32 {
        let Some((posterior, corridor)) = &self.posterior else {
            return 0.0;
        };
        match corridor.place(step.source, step.target) {
            _ if moved => 0.9,
            None => 0.0,
            Some(place) => match SHAPES.iter().position(|shape| *shape == step.shape) {
                Some(shape) => posterior.beads[place][shape],
                None => posterior.alone[place][step.shape.1],
            },
        }
        .clamp(0.0, 1.0)
    }

    fn bead(&self, step: Step, moved: bool, evidence: &Evidence<'_>) -> Bead {
        let source = step.source..step.source + step.shape.0;
        let target = step.target..step.target + step.shape.1;
        let mut reasons = Vec::new();
        let likelihood = self.likelihood(step, moved);
        let mut confidence = likelihood;
        if step.is_full() {
            confidence *= evidence.fit(&source, &target);
        }
        if step.is_full() {
            let (found, all) = evidence.matched(&source, &target);
            reasons.push(Reason::Words(found, all));
            let share = self.lengths.share(&source, &target);
            if !(0.5..=2.0).contains(&share) {
                reasons.push(Reason::Length((share * 100.0).min(9_999.0) as u32));
            }
        } else {
            reasons.push(Reason::Alone);
        }
        if moved {
            reasons.push(Reason::Moved);
        } else if likelihood < 0.9 {
            reasons.push(Reason::Rival((likelihood * 100.0) as u32));
        }
        Bead {
            source,
            target,
            confidence,
            moved,
            reasons,
        }
    }
}

/// The types of a text, each once.
fn distinct(mut words: Vec<u32>) -> Vec<u32> {
    words.sort_unstable();
    words.dedup();
    words
}
