//! Keeps every translation of a German article in step with its source.
//!
//! ```text
//! article ─parse→ Document ─segment→ Units ──┐
//!                                            ├─compare→ Comparison ─check→ Findings ─report→ text|json
//! locale.ftl ─parse→ Catalog (lossless) ─────┘     │
//!                                                  ├─update───→ Edits → locale.ftl
//!                                                  └─assemble─→ localized article ─publish→ pages
//! ```
//!
//! Every arrow is a public function over plain values. A [`session::Session`] asks them all of a workspace:
//! of a folder, or of texts that lie nowhere. It is what the command line is made of.
//!
//! # Examples
//!
//! An article gets its catalogs, a translator types behind a stub, the gate says what is left, and the
//! page is assembled:
//!
//! ```
//! use std::collections::BTreeMap;
//!
//! use satz::session::{Answer, BuildQuestion, InspectQuestion, Session, SyncQuestion};
//!
//! let mut files = BTreeMap::from([
//!     ("satz.yaml".to_owned(), "locales: [en]".to_owned()),
//!     ("articles/markt.md".to_owned(), "Der Markt öffnet im Mai. Er liegt am Kanal.\n".to_owned()),
//! ]);
//! let session = Session::of_texts(files.clone())?;
//! for step in session.plan_sync(&SyncQuestion::default(), &mut ())?.steps() {
//!     for file in step.files {
//!         files.insert(file.path, file.new.unwrap_or_default());
//!     }
//! }
//!
//! let catalog = files.get_mut("locales/en/markt.ftl").unwrap();
//! let stub = catalog.lines().find(|line| line.ends_with(" =")).unwrap().to_owned();
//! let message = stub.trim_start_matches("# ").to_owned() + " The market opens in June.";
//! *catalog = catalog.replace(&stub, &message);
//!
//! let session = Session::of_texts(files)?;
//! let Answer::Whole(gate) = session.inspect(InspectQuestion::default(), &mut ())? else {
//!     unreachable!("no share was asked for")
//! };
//! let codes: Vec<&str> = gate.findings.iter().map(|found| found.what.code.as_str()).collect();
//! assert!(codes.contains(&"month") && codes.contains(&"missing"));
//!
//! let question = BuildQuestion {
//!     forms: vec!["md".to_owned()],
//!     threshold: Some(0),
//!     ..BuildQuestion::default()
//! };
//! let pages = session.pages("markt", &question, &mut ())?;
//! assert!(pages[0].text.starts_with("The market opens in June. Er liegt am Kanal."));
//! # Ok::<(), satz::session::Failure>(())
//! ```
//!
//! More programs lie in `examples/`: a gate for a folder of catalogs, an article kept in step in memory,
//! pages by a policy, findings as an editor lists them.

pub mod article;
pub mod assemble;
pub mod bitext;
pub mod catalog;
pub mod check;
pub mod cli;
pub mod compare;
pub mod config;
pub mod document;
pub mod exchange;
pub mod extract;
pub mod language;
pub mod lsp;
pub mod machine;
pub mod memory;
pub mod mention;
pub mod publish;
pub mod report;
pub mod segment;
pub mod session;
pub mod store;
pub mod text;
pub mod update;
#[cfg(feature = "edit")]
pub mod web;
