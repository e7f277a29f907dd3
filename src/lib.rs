//! Keeps every translation of a German article in step with its source.
//!
//! ```text
//! article ─parse→ Document ─segment→ Units ──┐
//!                                            ├─compare→ Comparison ─check→ Diagnostics ─report→ text|json
//! locale.ftl ─parse→ Catalog (lossless) ─────┘     │
//!                                                  ├─update───→ Edits → locale.ftl
//!                                                  └─assemble─→ localized article
//! ```

pub mod article;
pub mod assemble;
pub mod bitext;
pub mod catalog;
pub mod check;
pub mod cli;
pub mod compare;
pub mod config;
pub mod document;
pub mod extract;
pub mod language;
pub mod mention;
pub mod publish;
pub mod report;
pub mod segment;
pub mod session;
pub mod store;
pub mod text;
pub mod update;
