//! Why a question is not answered.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::session::Failure;

/// Why a question is not answered.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) status: StatusCode,
    pub(super) body: Value,
}

impl Fault {
    /// A fault with a sentence.
    pub(super) fn new(status: StatusCode, message: &str) -> Self {
        Self {
            status,
            body: json!({"message": message}),
        }
    }
}

impl From<Failure> for Fault {
    fn from(failure: Failure) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, &failure.to_string())
    }
}
