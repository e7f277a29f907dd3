//! Integration tests, one module per subject. Their cases are data in `tests/data/<subject>/`.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod adopt;
mod align;
mod architecture;
mod bitext;
mod browser;
mod cache;
mod catalog;
mod changes;
mod check;
mod cli;
mod corpus;
mod costs;
mod damaged;
mod desk;
mod document;
mod exchange;
mod extract;
mod fluent;
mod fuzz;
mod hands;
mod help;
mod injection;
mod label;
mod layout;
mod links;
mod lsp;
mod machine;
mod matching;
mod memory;
mod merge;
mod migration;
mod moves;
mod pathological;
mod pipeline;
mod project;
mod properties;
mod provenance;
mod publish;
mod recut;
mod resolve;
mod segment;
mod shard;
mod store;
mod strings;
mod support;
mod systems;
mod update;
mod waiting;
mod walk;
#[cfg(feature = "edit")]
mod web;
