//! `tests/it/fuzz/targets/exchange.rs` says what must hold.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| satz_fuzz::run("exchange", data));
