//! `tests/it/fuzz/targets/align.rs` says what must hold.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| satz_fuzz::run("align", data));
