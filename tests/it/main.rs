//! Integration tests, one module per subject. Their cases are data in `tests/data/<subject>/`.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod architecture;
mod catalog;
mod check;
mod cli;
mod corpus;
mod document;
mod extract;
mod fluent;
mod hands;
mod merge;
mod pipeline;
mod project;
mod properties;
mod publish;
mod segment;
mod store;
mod support;
mod update;
