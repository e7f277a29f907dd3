//! Open units translated by a machine, which is a command that `satz.yaml` names.

mod engine;
mod job;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::glossary::GlossaryContext;
use super::memory::of_open;
use super::sink::{Report, Sink};
use super::{Failure, FillQuestion, Filled, FilledArticle, Session};
use crate::catalog::Id;
use crate::config::suggest;
use engine::{Engine, Reply};
use job::{Job, jobs};
use write::Draft;

/// So many runs in a row that give no answer at all are enough: nothing is sent any more.
const SILENT: usize = 3;

/// How much of what has been written may be lost at most when the work is stopped: one part in so many.
const LOSS: usize = 10;

/// A question for open units to be translated by a machine, those first that the memory has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DraftQuestion {
    /// What the memory fills before, and whether anything is written.
    pub fill: FillQuestion,
    /// The units by their ids; all that are missing if there is none. With ids, nothing else is filled.
    pub ids: Vec<String>,
    /// The name of the machine.
    pub machine: String,
    /// So many texts are sent at most.
    pub limit: Option<usize>,
}

/// What a machine has to do, or has done.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Drafts {
    /// What the memory has for open units, article by article.
    pub remembered: Vec<FilledArticle>,
    /// Per article, the units for the machine and the characters of their texts; of a text that stands
    /// there again the first place counts.
    pub work: BTreeMap<String, (usize, usize)>,
    /// Units that are left because of the limit.
    pub unsent: usize,
    /// What the machine translated.
    pub drafted: Vec<Filled>,
    /// What it was sent and is not translated.
    pub refused: Vec<RefusedUnit>,
}

/// A unit that a machine was asked to translate, in vain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedUnit {
    /// The key of its article.
    pub article: String,
    /// Its id.
    pub id: String,
    /// Its source.
    pub source: String,
    /// What the machine answered last.
    pub answer: Option<String>,
    /// Why that is not taken, a sentence each.
    pub faults: Vec<String>,
}

impl Session {
    /// Fills open units of a locale with what the memory has, and has a machine translate the others.
    /// Nothing is written over; every translation is marked with the machine's name. What the machine
    /// answers is taken only if its codes are those of the source and the checks find nothing wrong;
    /// else it is asked once more with what was wrong.
    ///
    /// # Errors
    /// If the locale, an article or the machine is not there, the locale has no comments in which the
    /// machine could be named, the machine answers nothing, or the work was stopped.
    pub fn draft(&self, question: &DraftQuestion, sink: &mut dyn Sink) -> Result<Drafts, Failure> {
        let locale = self.locale(&question.fill.locale)?;
        let machine = self.machine(&question.machine)?;
        if !self.project().notes(&locale) {
            return Err(format!(
                "the catalogs of {locale} have no comments, so none could say that a machine made a text; \
                 set `notes` of {locale} to true in satz.yaml"
            )
            .into());
        }
        let remembered = if question.ids.is_empty() {
            self.plan_fill(&question.fill, sink)?
        } else {
            Vec::new()
        };
        if question.fill.writes && !remembered.is_empty() {
            self.fill(&question.fill, sink)?;
        }
        let report = &mut Report::new(sink);
        let keys = self.keys(&super::Selection {
            locales: Vec::new(),
            articles: question.fill.articles.clone(),
        })?;
        let recalled = self.remembered(&locale, of_open(&keys), report)?;
        let known = recalled.known(self.project(), &locale);
        let context = GlossaryContext::read(&self.workspace, &locale)?;
        let is_filled: BTreeSet<(&str, &str)> = { remembered.iter() }
            .flat_map(|article| &article.units)
            .map(|unit| (unit.path.as_str(), unit.id.as_str()))
            .collect();
        let mut jobs = jobs(&known, &is_filled);
        if !question.ids.is_empty() {
            let is_asked = |(_, id): &(String, Id)| {
                let id = id.to_string();
                { question.ids.iter() }.any(|asked| *asked == id)
            };
            for job in &mut jobs {
                job.places.retain(is_asked);
            }
            jobs.retain(|job| !job.places.is_empty());
        }
        let limit = question.limit.unwrap_or(usize::MAX).min(jobs.len());
        let unsent = jobs.drain(limit..).map(|job| job.places.len()).sum();
        let mut drafts = Drafts {
            remembered,
            work: work(&jobs),
            unsent,
            ..Drafts::default()
        };
        if !question.fill.writes {
            return Ok(drafts);
        }
        if jobs.is_empty() {
            // A run that was killed in its last step has left something behind.
            self.writer(report)?.close()?;
            return Ok(drafts);
        }
        let (units, characters) = drafts.cost();
        report.note(format_args!(
            "{}: sends {units} texts of {characters} characters",
            question.machine
        ));
        let engine = Engine::new(self, &question.machine, machine, &known, &context, &jobs);
        self.run(&engine, &context, &jobs, &mut drafts, report)?;
        Ok(drafts)
    }

    fn machine(&self, name: &str) -> Result<&crate::config::Machine, Failure> {
        let machines = &self.project().machines;
        machines.get(name).ok_or_else(|| {
            let names: Vec<&str> = machines.keys().map(String::as_str).collect();
            let hint = match suggest(name, &names) {
                Some(other) => format!("did you mean `{other}`?"),
                None if names.is_empty() => format!(
                    "add it to satz.yaml, like `machine: {{{name}: {{run: [./translate.sh]}}}}`"
                ),
                None => format!("known are {}", names.join(", ")),
            };
            format!("there is no machine `{name}`; {hint}").into()
        })
    }

    /// Sends all texts and writes what comes back while others are still on their way.
    fn run(
        &self,
        engine: &Engine<'_>,
        context: &GlossaryContext,
        jobs: &[Job],
        drafts: &mut Drafts,
        report: &mut Report<'_>,
    ) -> Result<(), Failure> {
        let steps = report.begin("texts");
        let mut batches: Vec<&[Job]> = jobs.chunks(engine.machine.batch).collect();
        let form = engine.probe(jobs);
        batches.reverse();
        let queue = Mutex::new(batches);
        let (to, from) = channel();
        let silent = Mutex::new(0);
        let workers = engine.machine.parallel;
        thread::scope(|scope| {
            for _ in 0..workers {
                let (to, queue, silent, steps) = (to.clone(), &queue, &silent, &steps);
                scope.spawn(move || {
                    let next = || -> Option<&[Job]> {
                        let is_over = steps.is_cancelled() || *lock(silent) >= SILENT;
                        if is_over { None } else { lock(queue).pop() }
                    };
                    while let Some(batch) = next() {
                        let replies = engine.translate(batch, form);
                        let is_silent = replies.iter().all(Reply::is_silence);
                        let count = &mut *lock(silent);
                        *count = if is_silent { *count + 1 } else { 0 };
                        for _ in batch {
                            steps.step();
                        }
                        if send(&to, batch, replies).is_err() {
                            return;
                        }
                    }
                });
            }
            drop(to);
            self.take(engine, context, &from, drafts, report)
        })?;
        let left: usize = lock(&queue).iter().map(|batch| batch.len()).sum();
        if left > 0 && *lock(&silent) >= SILENT {
            return Err(format!(
                "the machine `{}` gave no answer in {SILENT} runs, and {left} texts were not sent; {}",
                engine.name,
                engine.complaint()
            )
            .into());
        }
        Ok(())
    }

    /// Takes what comes back and writes it, the more at once the more there is.
    fn take(
        &self,
        engine: &Engine<'_>,
        context: &GlossaryContext,
        from: &Receiver<(Job, Reply)>,
        drafts: &mut Drafts,
        report: &mut Report<'_>,
    ) -> Result<(), Failure> {
        let mut pending: BTreeMap<String, Vec<Draft>> = BTreeMap::new();
        let mut count = 0;
        let mut open = engine.machine.batch;
        for (job, reply) in from {
            open = open.saturating_sub(1);
            match reply {
                Reply::Taken { text, maker } => {
                    for (article, id) in job.places {
                        let draft = Draft {
                            id,
                            source: job.source.clone(),
                            target: text.clone(),
                            maker: maker.clone(),
                        };
                        pending.entry(article).or_default().push(draft);
                        count += 1;
                    }
                }
                Reply::Refused { answer, faults, .. } => {
                    let refused = job.places.into_iter().map(|(article, id)| RefusedUnit {
                        article,
                        id: id.to_string(),
                        source: job.source.clone(),
                        answer: answer.clone(),
                        faults: faults.clone(),
                    });
                    drafts.refused.extend(refused);
                }
            }
            if open == 0 {
                open = engine.machine.batch;
                // What is not written at all cannot be lost.
                if count * LOSS >= drafts.drafted.len() && self.record.is_none() {
                    count = 0;
                    self.write_drafts(context, std::mem::take(&mut pending), drafts, report)?;
                }
            }
        }
        self.write_drafts(context, pending, drafts, report)
    }
}

impl Drafts {
    /// Returns how many texts the machine is sent, and their characters.
    pub fn cost(&self) -> (usize, usize) {
        let each = self.work.values();
        each.fold((0, 0), |sum, work| (sum.0 + work.0, sum.1 + work.1))
    }
}

/// Per article what there is to be sent.
fn work(jobs: &[Job]) -> BTreeMap<String, (usize, usize)> {
    let mut work: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for job in jobs {
        let Some((article, _)) = job.places.first() else {
            continue;
        };
        let of_article = work.entry(article.clone()).or_default();
        of_article.0 += 1;
        of_article.1 += job.source.chars().count();
    }
    work
}

fn send(to: &Sender<(Job, Reply)>, batch: &[Job], replies: Vec<Reply>) -> Result<(), ()> {
    for (job, reply) in batch.iter().zip(replies) {
        to.send((job.clone(), reply)).map_err(drop)?;
    }
    Ok(())
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
