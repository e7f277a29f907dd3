//! What the benches measure with.

use std::time::Duration;

/// That of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What this process has computed so far: other work on the machine does not count.
#[cfg(unix)]
pub(crate) fn clock() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::try_from(time).expect("a process computes forward")
}

/// The time since the first call, where the system's processor time is not asked for.
#[cfg(not(unix))]
pub(crate) fn clock() -> Duration {
    static START: std::sync::LazyLock<std::time::Instant> =
        std::sync::LazyLock::new(std::time::Instant::now);
    START.elapsed()
}

/// The most memory this process has had so far, in words, where the system tells (`VmHWM` on Linux).
pub(crate) fn peak() -> String {
    let mebibytes = || {
        let status = std::fs::read_to_string("/proc/self/status").ok()?;
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:"))?;
        let kibibytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
        Some(kibibytes / 1024.0)
    };
    mebibytes().map_or("not known".to_owned(), |size| format!("{size:.1} MiB"))
}
