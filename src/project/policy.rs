use serde::Deserialize;

/// What stands in an assembled article for a unit without a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// The German.
    #[default]
    Source,
    /// The German, visibly marked.
    Mark,
    /// Nothing.
    Omit,
    /// The article is not assembled.
    Fail,
}

/// What stands in an assembled article for a unit whose German has changed since.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stale {
    /// The translation of the older German.
    Use,
    /// The German.
    #[default]
    Source,
    /// Nothing.
    Omit,
    /// The article is not assembled.
    Fail,
}
