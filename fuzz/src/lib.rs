//! The functions of the fuzz targets. They lie among the tests, which run them on stable as well.

#[path = "../../tests/it/fuzz/targets/mod.rs"]
mod targets;

/// Runs a target on an input.
///
/// # Panics
/// If there is no such target, or something is not as it must be.
pub fn run(name: &str, data: &[u8]) {
    let target = targets::TARGETS.iter().find(|(own, _)| *own == name);
    let (_, run) = target.unwrap_or_else(|| panic!("there is no target {name}"));
    run(data);
}
