//! The `satz` command.

use std::io::{BufWriter, stderr, stdout};
use std::process::ExitCode;

/// Many short strings come and go, on several threads: a fifth of the time of `check` quicker than
/// with the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // This thread works along with the others instead of waiting for them; if that cannot be had,
    // it waits.
    let _ = rayon::ThreadPoolBuilder::new()
        .use_current_thread()
        .build_global();
    let mut out = BufWriter::new(stdout().lock());
    // Not locked: other threads say how far long work is.
    let mut err = stderr();
    ExitCode::from(satz::cli::run(std::env::args_os(), &mut out, &mut err))
}
