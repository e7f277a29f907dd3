use serde::Deserialize;

/// What stands in an assembled article for a unit without a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// The German.
    #[default]
    Source,
    /// Nothing.
    Omit,
    /// The article is not assembled.
    Refuse,
}

/// What stands in an assembled article for a unit whose German has changed since.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stale {
    /// The German.
    #[default]
    Source,
    /// The translation of the older German.
    Target,
    /// The article is not assembled.
    Refuse,
}
