//! How long work says how far it is, and hears that nobody wants it any more.

/// Who counts the steps of long work. Several threads take them.
pub trait Steps: Sync {
    /// One thing more is done.
    fn step(&self) {}

    /// Whether the work is to stop: what it came to is of no use then.
    fn is_cancelled(&self) -> bool {
        false
    }
}

/// Nobody counts.
impl Steps for () {}
