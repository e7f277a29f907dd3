//! The desk in a browser: what its server answers, and whom it refuses.

mod attack;
mod client;
mod elsewhere;
mod histories;
mod ledger;
mod watch;
mod words;
