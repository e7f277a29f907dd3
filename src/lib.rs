//! Keeps every translation of a German article in step with its source.
//!
//! ```text
//! article ─parse→ Document ─segment→ Units ──┐
//!                                            ├─compare→ Comparison ─check→ Diagnostics ─report→ text|json
//! locale.ftl ─parse→ Catalog (lossless) ─────┘     │
//!                                                  ├─update───→ Edits → locale.ftl
//!                                                  └─assemble─→ localized article
//! ```

pub mod assemble;
pub mod document;
pub mod segment;
pub mod text;
