//! A machine as it is talked to: what it is sent, and which of its answers are taken.

use std::collections::BTreeMap;
use std::sync::Mutex;

use super::job::Job;
use super::lock;
use crate::bitext::WordAligner;
use crate::catalog::Maker;
use crate::check::Term;
use crate::config::{CheckSet, Machine};
use crate::machine::{
    Answer, Form, Protected, Request, RequestMatch, RequestTerm, protect, read_answer,
};
use crate::memory::Query;
use crate::session::Session;
use crate::session::checks::{TextFlaw, TextPair, check_texts};
use crate::session::glossary::GlossaryContext;
use crate::session::memory::known::Known;
use crate::store::{CommandEnd, CommandLimits};
use crate::text::Severity;

/// So many texts with codes show in which form a machine keeps them; with fewer nothing is tried.
const PROBED: usize = 20;
const FEW: usize = 5;

/// How many in a hundred of them have to come back whole for no other form to be tried.
const GOOD: usize = 95;

/// So many translations of similar texts go with a text at most, and how similar they must be.
const MATCHES: usize = 3;
const SIMILAR: f64 = 0.6;

/// So many sentences teach at most which words translate each other.
const LESSONS: usize = 20_000;

/// An answer may have so many times the characters of its source, and so many more.
const LONGEST: (usize, usize) = (10, 400);

/// What a run may give back at least, and per byte that it is sent, in bytes.
const OUTPUT: (usize, usize) = (1 << 20, 40);

/// Kinds of warnings for which an answer is asked for again, but taken in the end: a person sees them
/// when the draft is reviewed.
const BEARABLE: &[&str] = &[
    "bracket",
    "catalog",
    "consistency",
    "format",
    "invisible",
    "name",
    "plural",
    "quote",
    "space",
    "unicode",
];

/// Hints that show that an answer is no translation of the whole.
const TELLING_HINTS: &[&str] = &["too-short", "too-long"];

/// What became of a text.
#[derive(Debug, Clone)]
pub(super) enum Reply {
    /// Its translation.
    Taken { text: String, maker: Maker },
    /// None that could be taken.
    Refused {
        answer: Option<String>,
        faults: Vec<String>,
        refusal: Refusal,
    },
}

/// What is wrong with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// There is none.
    Silence,
    /// Its codes are not those of the source.
    Codes,
    /// It is no translation of the source, or the checks find something in it.
    Content,
}

impl Reply {
    pub(super) fn is_silence(&self) -> bool {
        matches!(
            self,
            Self::Refused {
                refusal: Refusal::Silence,
                ..
            }
        )
    }

    fn refused(refusal: Refusal, fault: impl Into<String>) -> Self {
        Self::Refused {
            answer: None,
            faults: vec![fault.into()],
            refusal,
        }
    }
}

/// A text on its way, and what came back of it.
struct Attempt<'j> {
    job: &'j Job,
    form: Form,
    /// The answer that was refused before, and why.
    before: Option<(Option<String>, Vec<String>)>,
}

/// A machine with all that goes with the texts that it is sent.
pub(super) struct Engine<'a> {
    session: &'a Session,
    pub(super) name: &'a str,
    pub(super) machine: &'a Machine,
    known: &'a Known<'a>,
    locale: &'a str,
    terms: &'a [Term],
    /// Names that stay as they are.
    kept: Vec<&'a str>,
    aligner: WordAligner,
    /// The last complaint of a run.
    complaint: Mutex<String>,
}

impl<'a> Engine<'a> {
    pub(super) fn new(
        session: &'a Session,
        name: &'a str,
        machine: &'a Machine,
        known: &'a Known<'a>,
        context: &'a GlossaryContext,
        jobs: &[Job],
    ) -> Self {
        let terms = context.terms();
        let stays = |term: &&Term| term.source == term.target && term.forms.is_empty();
        let kept: Vec<&str> = { terms.iter().filter(stays) }
            .map(|term| term.source.as_str())
            .collect();
        let has_codes = |job: &Job| protect(&job.source, job.markup, &kept, Form::Tags).has_codes();
        let entries = known.memory.entries().iter().take(LESSONS);
        let lessons = entries.map(|entry| (entry.source.as_str(), entry.target.as_str()));
        let aligner = if jobs.iter().any(has_codes) {
            WordAligner::learn(lessons)
        } else {
            WordAligner::default()
        };
        Self {
            session,
            name,
            machine,
            known,
            locale: context.locale(),
            terms,
            kept,
            aligner,
            complaint: Mutex::default(),
        }
    }

    /// What a run complained of last.
    pub(super) fn complaint(&self) -> String {
        let complaint = lock(&self.complaint).clone();
        if complaint.is_empty() {
            "run it by hand to see why".to_owned()
        } else {
            format!("it said: {complaint}")
        }
    }

    /// Finds the form in which the machine keeps codes best, unless that is known from before.
    pub(super) fn probe(&self, jobs: &[Job]) -> Form {
        let has_codes = |job: &&Job| self.protect(job, Form::Tags).has_codes();
        let probed: Vec<&Job> = jobs.iter().filter(has_codes).take(PROBED).collect();
        if probed.len() < FEW {
            return Form::Tags;
        }
        let environment = [self.name, self.locale, &self.machine.run.join("\n")];
        let workspace = &self.session.workspace;
        let cache = workspace.cache("machine", &environment);
        let form = cache.recall(workspace, "form", &[], || {
            let form = self.best_form(&probed).ok_or(())?;
            Ok::<Vec<u8>, ()>(form.name().as_bytes().to_vec())
        });
        cache.save(|_| true);
        let name = form.ok().and_then(|name| String::from_utf8(name).ok());
        name.and_then(|name| Form::named(&name))
            .unwrap_or(Form::Tags)
    }

    /// Tries one form after the other; none if the machine answers nothing.
    fn best_form(&self, jobs: &[&Job]) -> Option<Form> {
        let mut best = None;
        for form in Form::TRIED {
            let attempts: Vec<Attempt<'_>> = { jobs.iter() }
                .map(|job| Attempt {
                    job,
                    form,
                    before: None,
                })
                .collect();
            let answers = self.send(&attempts);
            let is_whole = |(attempt, answer): (&Attempt<'_>, &Result<Answer, Reply>)| {
                let target = answer
                    .as_ref()
                    .ok()
                    .and_then(|answer| answer.target.as_deref());
                let protected = self.protect(attempt.job, form);
                let restored = target.map(|target| protected.restore(target, &self.aligner));
                restored.is_some_and(|restored| restored.is_ok_and(|text| text.is_intact))
            };
            if answers.iter().all(Result::is_err) {
                return best.map(|(_, form)| form);
            }
            let whole = attempts
                .iter()
                .zip(&answers)
                .filter(|pair| is_whole(*pair))
                .count();
            if best.is_none_or(|(most, _)| whole > most) {
                best = Some((whole, form));
            }
            if whole * 100 >= GOOD * jobs.len() {
                break;
            }
        }
        best.map(|(_, form)| form)
    }

    /// Has texts translated, those that are refused once more.
    pub(super) fn translate(&self, jobs: &[Job], form: Form) -> Vec<Reply> {
        let first: Vec<Attempt<'_>> = { jobs.iter() }
            .map(|job| Attempt {
                job,
                form,
                before: None,
            })
            .collect();
        let mut replies = self.ask(&first, false);
        let again: Vec<usize> = (0..jobs.len())
            .filter(|at| matches!(replies[*at], Reply::Refused { .. }))
            .collect();
        let second: Vec<Attempt<'_>> = { again.iter() }
            .filter_map(|at| {
                let Reply::Refused {
                    answer,
                    faults,
                    refusal,
                } = &replies[*at]
                else {
                    return None;
                };
                Some(Attempt {
                    job: &jobs[*at],
                    form: match refusal {
                        Refusal::Codes => Form::Bare,
                        _ => form,
                    },
                    before: Some((answer.clone(), faults.clone())),
                })
            })
            .collect();
        if !second.is_empty() {
            for (at, reply) in again.iter().zip(self.ask(&second, true)) {
                replies[*at] = reply;
            }
        }
        replies
    }

    /// Sends texts and looks at what comes back.
    fn ask(&self, attempts: &[Attempt<'_>], is_last: bool) -> Vec<Reply> {
        let answers = self.send(attempts).into_iter().zip(attempts);
        let mut replies: Vec<Reply> = answers
            .map(|(answer, attempt)| match answer {
                Ok(answer) => self.restored(attempt, answer),
                Err(reply) => reply,
            })
            .collect();
        self.check(attempts, &mut replies, is_last);
        replies
    }

    /// A translation with its codes.
    fn restored(&self, attempt: &Attempt<'_>, answer: Answer) -> Reply {
        let Some(target) = answer.target.filter(|target| !target.trim().is_empty()) else {
            let error = answer
                .error
                .unwrap_or_else(|| "the answer is empty".to_owned());
            return Reply::refused(Refusal::Content, error);
        };
        let (times, more) = LONGEST;
        let length = attempt.job.source.chars().count();
        if target.chars().count() > times * length + more {
            return Reply::refused(Refusal::Content, "the answer is far too long");
        }
        match self
            .protect(attempt.job, attempt.form)
            .restore(&target, &self.aligner)
        {
            Ok(restored) => {
                let model = answer.model.unwrap_or_default();
                let name = format!("{} {}", self.name, model.trim());
                Reply::Taken {
                    text: restored.text,
                    maker: Maker::of_machine(name.trim()),
                }
            }
            Err(lost) => Reply::Refused {
                answer: Some(target),
                faults: lost.0,
                refusal: Refusal::Codes,
            },
        }
    }

    /// Refuses translations in which the checks find something.
    fn check(&self, attempts: &[Attempt<'_>], replies: &mut [Reply], is_last: bool) {
        let mut checked = Vec::new();
        let mut pairs = Vec::new();
        for (at, reply) in replies.iter().enumerate() {
            if let Reply::Taken { text, .. } = reply {
                checked.push(at);
                pairs.push(TextPair {
                    source: attempts[at].job.source.clone(),
                    target: text.clone(),
                    terms: self.terms.to_vec(),
                });
            }
        }
        let source_locale = &self.session.project().source;
        let flaws = check_texts(source_locale, self.locale, pairs, CheckSet::Usual);
        let mut faults: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for flaw in flaws.into_iter().filter(|flaw| is_grave(flaw, is_last)) {
            faults
                .entry(checked[flaw.pair])
                .or_default()
                .push(flaw.message);
        }
        for (at, faults) in faults {
            let answer = match &replies[at] {
                Reply::Taken { text, .. } => Some(text.clone()),
                Reply::Refused { answer, .. } => answer.clone(),
            };
            replies[at] = Reply::Refused {
                answer,
                faults,
                refusal: Refusal::Content,
            };
        }
    }

    /// Runs the machine with some texts; an answer, or why there is none, for each.
    fn send(&self, attempts: &[Attempt<'_>]) -> Vec<Result<Answer, Reply>> {
        let ids: Vec<String> = (1..=attempts.len())
            .map(|number| number.to_string())
            .collect();
        let lines = attempts
            .iter()
            .zip(&ids)
            .map(|(attempt, id)| self.request(attempt, id).line());
        let input: String = lines.collect();
        let (least, times) = OUTPUT;
        let limits = CommandLimits {
            seconds: self.machine.seconds,
            bytes: least + times * input.len(),
        };
        let told = self
            .session
            .workspace
            .converse(&self.machine.run, input, limits);
        let mut answers: BTreeMap<String, Vec<Answer>> = BTreeMap::new();
        for answer in told.lines.iter().filter_map(|line| read_answer(line)) {
            answers.entry(answer.id.clone()).or_default().push(answer);
        }
        let reason = reason(&told.end, self.machine.seconds);
        if answers.is_empty() || told.end != CommandEnd::Done {
            let last = told.complaints.iter().rfind(|line| !line.trim().is_empty());
            *lock(&self.complaint) = last.cloned().unwrap_or_else(|| reason.clone());
        }
        let answer = |id: &String| match answers.remove(id).as_deref() {
            Some([answer]) => Ok(answer.clone()),
            Some([first, others @ ..]) if others.iter().all(|other| other == first) => {
                Ok(first.clone())
            }
            Some(_) => Err(Reply::refused(
                Refusal::Content,
                "it was answered twice, not alike",
            )),
            None => Err(Reply::refused(Refusal::Silence, reason.clone())),
        };
        ids.iter().map(answer).collect()
    }

    fn request(&self, attempt: &Attempt<'_>, id: &str) -> Request {
        let job = attempt.job;
        let (refused, faults) = attempt.before.clone().unwrap_or_default();
        let query = Query {
            source: &job.source,
            before: &job.before,
            after: &job.after,
        };
        let offers = self
            .known
            .memory
            .offers(&query, SIMILAR, MATCHES)
            .into_iter();
        let memory = offers.map(|offer| RequestMatch {
            source: offer.entry.source.clone(),
            target: offer.entry.target.clone(),
            percent: percent(offer.similarity),
        });
        let lower = job.source.to_lowercase();
        let terms = self
            .terms
            .iter()
            .filter(|term| lower.contains(&term.source.to_lowercase()));
        let terms = terms.map(|term| RequestTerm {
            source: term.source.clone(),
            target: term.target.clone(),
            forbidden: term.forbidden.clone(),
        });
        Request {
            id: id.to_owned(),
            source: self.protect(job, attempt.form).text,
            source_locale: self.session.project().source.clone(),
            locale: self.locale.to_owned(),
            form: attempt.form.name(),
            before: job.before.clone(),
            after: job.after.clone(),
            note: job.note.clone(),
            terms: terms.collect(),
            memory: memory.collect(),
            refused,
            faults,
        }
    }

    fn protect(&self, job: &Job, form: Form) -> Protected {
        protect(&job.source, job.markup, &self.kept, form)
    }
}

/// Whether an answer with a flaw is refused; at last only if it says something else, or not in the
/// locale's language.
fn is_grave(flaw: &TextFlaw, is_last: bool) -> bool {
    match flaw.severity {
        Severity::Error => true,
        Severity::Warning => !(is_last && BEARABLE.contains(&flaw.category)),
        Severity::Hint => TELLING_HINTS.contains(&flaw.code),
    }
}

/// Why a text has no answer.
fn reason(end: &CommandEnd, seconds: u64) -> String {
    match end {
        CommandEnd::Done => "the machine gave no answer to it".to_owned(),
        CommandEnd::Failed(status) => format!("the machine ended with {status} before it answered"),
        CommandEnd::Late => format!("the machine gave no answer within {seconds} seconds"),
        CommandEnd::Excess => "the machine gave back far too much and was stopped".to_owned(),
        CommandEnd::NotStarted(error) => format!("the machine could not be started: {error}"),
    }
}

fn percent(share: f64) -> u8 {
    (0..=100_u8)
        .rev()
        .find(|percent| f64::from(*percent) <= share * 100.0)
        .unwrap_or(0)
}
