//! Catalogs brought in step with the articles, as `satz sync` does.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{Desk, Fault, Question, read};
use crate::session::{Failure, SyncQuestion, Transcript};

pub(super) const QUESTION: Question = Question {
    name: "sync",
    writes: true,
    answer,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {}

fn answer(desk: &Desk, body: Value) -> Result<Value, Fault> {
    let Asked {} = read(body)?;
    let question = SyncQuestion {
        writes: true,
        ..SyncQuestion::default()
    };
    let heard = &mut Transcript::default();
    let written = desk.ask(|session| {
        let mut plan = session.plan_sync(&question, heard)?;
        let steps = plan.apply(heard);
        Ok::<_, Failure>(steps.iter().map(|step| step.files.len()).sum::<usize>())
    })?;
    desk.renew(None);
    Ok(json!({"written": written, "failures": heard.failures}))
}
