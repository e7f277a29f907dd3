//! What stands in an assembled article for units that are missing or stale.

use std::str::FromStr;

use serde::Deserialize;

use super::Globs;

/// Which translations may pass: the gate, or the way to a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Require {
    /// All.
    #[default]
    Any,
    /// All but those that a machine made and nobody has reviewed.
    Human,
    /// Those that somebody has reviewed.
    Reviewed,
}

/// How a page says that it has text which a machine made and nobody has reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MachineLabel {
    /// Not at all.
    #[default]
    Off,
    /// In its metadata.
    Meta,
    /// In its metadata, and in a line that readers see.
    Notice,
    /// In these, and at each such passage.
    Passages,
}

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

impl FromStr for Missing {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        match name {
            "source" => Ok(Self::Source),
            "mark" => Ok(Self::Mark),
            "omit" => Ok(Self::Omit),
            "fail" => Ok(Self::Fail),
            _ => Err("known are source, mark, omit, fail".to_owned()),
        }
    }
}

impl FromStr for Stale {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        match name {
            "use" => Ok(Self::Use),
            "source" => Ok(Self::Source),
            "omit" => Ok(Self::Omit),
            "fail" => Ok(Self::Fail),
            _ => Err("known are use, source, omit, fail".to_owned()),
        }
    }
}

/// What satz does with translations that were made before.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Recall {
    /// What the stub of a sentence shows of them.
    pub show: Shown,
    /// What `sync` fills by itself.
    pub fill: Filling,
    /// Patterns of the translation memories of the house.
    pub files: Globs,
}

impl Default for Recall {
    fn default() -> Self {
        Self {
            show: Shown::default(),
            fill: Filling::default(),
            files: Globs::new(vec!["memory/**/*.{tmx,TMX}".to_owned()]),
        }
    }
}

/// What the stub of a sentence shows of what was translated before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shown {
    /// The translation that the very same sentence has elsewhere.
    #[default]
    Exact,
    /// That, or else the translation of the most similar sentence, with how similar it is.
    Best,
    /// Nothing.
    Off,
}

/// What `sync` fills by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Filling {
    /// Nothing.
    #[default]
    No,
    /// Sentences that have a translation elsewhere.
    Exact,
}
