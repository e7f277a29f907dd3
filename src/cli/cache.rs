//! Where what is found out is kept for the next run.

use std::env;
use std::path::PathBuf;

/// Where what runs find out is kept, for all workspaces of a user: the folder that `SATZ_CACHE`
/// names, else the one that the system has for such things. None if `SATZ_CACHE` is empty, or if
/// nobody knows a folder; and on a machine that runs CI, unless it `is_wanted`: who could write to a
/// folder there, nobody knows.
pub(super) fn folder(is_wanted: bool) -> Option<PathBuf> {
    if let Some(own) = env::var_os("SATZ_CACHE") {
        return Some(PathBuf::from(own)).filter(|path| path.is_absolute());
    }
    let is_set =
        |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty() && value != "false");
    if is_set("CI") && !is_wanted {
        return None;
    }
    let named = |name: &str| env::var_os(name).map(PathBuf::from);
    let below_home = |path: &str| Some(named("HOME")?.join(path));
    let all = if cfg!(windows) {
        named("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        below_home("Library/Caches")
    } else {
        named("XDG_CACHE_HOME").or_else(|| below_home(".cache"))
    };
    Some(all?.join("satz")).filter(|path| path.is_absolute())
}
