//! The `satz` command.

use std::io::{BufWriter, stderr, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut out = BufWriter::new(stdout().lock());
    let mut err = stderr().lock();
    ExitCode::from(satz::cli::run(std::env::args_os(), &mut out, &mut err))
}
