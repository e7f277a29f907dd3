//! How pages are published: the rules of `publish`.

use serde::Deserialize;

use super::{Fault, Globs, MachineLabel, Missing, Project, Require, Stale, folder_fault};

/// How pages are published: the part `publish` of a `satz.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Publish {
    /// Address that the output folder is published under, ending with `/`; for canonical addresses.
    pub url: Option<String>,
    /// Name of the site, for the pages that list the articles.
    pub title: Option<String>,
    /// Folder of the workspace's own templates.
    pub templates: String,
    /// Schemes that links may have, in lower case.
    pub links: Vec<String>,
    /// Share of an article's units that must be covered for it to be published, in percent; without it,
    /// at least something must be translated.
    pub threshold: Option<u8>,
    /// Which translations an article may have to be published.
    pub require: Require,
    /// Share of an article's words, in percent, that a machine may have translated without anybody having
    /// reviewed them; without it, what `require` says.
    pub machine_share: Option<u8>,
    /// How a page says that it has such text.
    pub label: MachineLabel,
    /// How Markdown output carries the names of headings.
    pub anchors: HeadingNames,
    /// Whether Markdown output has elements around what is in the language of the article.
    pub tagged: bool,
    /// Policies for some locales and articles; later ones win.
    pub rules: Vec<Rule>,
}

/// How the Markdown of a translation carries the names that headings have in the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HeadingNames {
    /// Not at all: links to a section take the name that its heading has in the translation.
    #[default]
    Off,
    /// As an element before the heading's text: `<a id="tor"></a>`.
    Html,
    /// Behind the heading: `{#tor}`.
    Attribute,
}

impl Default for Publish {
    fn default() -> Self {
        let links = ["http", "https", "mailto", "tel"];
        Self {
            url: None,
            title: None,
            templates: "templates".to_owned(),
            links: links.map(str::to_owned).to_vec(),
            threshold: None,
            require: Require::Any,
            machine_share: None,
            label: MachineLabel::Off,
            anchors: HeadingNames::Off,
            tagged: false,
            rules: Vec::new(),
        }
    }
}

/// A policy for some locales and articles.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Rule {
    /// Locales it is for; all if there is none.
    #[serde(deserialize_with = "one_or_many")]
    pub locale: Vec<String>,
    /// Patterns of articles it is for, as in `news/**`; all if there is none.
    pub article: Globs,
    /// What missing units get.
    pub missing: Option<Missing>,
    /// What stale units get.
    pub stale: Option<Stale>,
    /// Share of units that must be covered, in percent.
    pub threshold: Option<u8>,
    /// Which translations it may have.
    pub require: Option<Require>,
    /// Share of its words that a machine may have translated without anybody having reviewed them.
    pub machine_share: Option<u8>,
    /// How its pages say that they have such text.
    pub label: Option<MachineLabel>,
}

/// What an article in a locale gets where it is not fully translated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// What missing units get.
    pub missing: Missing,
    /// What stale units get.
    pub stale: Stale,
    /// Share of units that must be covered for it to be published, in percent; without it, at least
    /// something must be translated.
    pub threshold: Option<u8>,
    /// Which translations it may have to be published.
    pub require: Require,
    /// Share of its words, in percent, that a machine may have translated without anybody having reviewed
    /// them.
    pub machine_share: Option<u8>,
    /// How its pages say that they have such text.
    pub label: MachineLabel,
}

impl Project {
    /// The policy for an article in a locale: the rules that fit, the later ones over the earlier.
    ///
    /// # Examples
    /// ```
    /// use satz::config::{Missing, Project};
    /// let project = Project::parse(
    ///     "locales: [fr, ar]\npublish:\n  threshold: 50\n  rules:\n    - {locale: ar, article: 'news/**', missing: omit}",
    /// )
    /// .unwrap();
    /// assert_eq!(project.policy("ar", "news/2024/a").missing, Missing::Omit);
    /// assert_eq!(project.policy("fr", "news/2024/a").missing, Missing::Source);
    /// assert_eq!(project.policy("fr", "a").threshold, Some(50));
    /// ```
    pub fn policy(&self, locale: &str, article: &str) -> Policy {
        let mut policy = Policy {
            missing: self.missing,
            stale: self.stale,
            threshold: self.publish.threshold,
            require: self.publish.require,
            machine_share: self.publish.machine_share,
            label: self.publish.label,
        };
        for rule in self
            .publish
            .rules
            .iter()
            .filter(|rule| rule.fits(locale, article))
        {
            policy.missing = rule.missing.unwrap_or(policy.missing);
            policy.stale = rule.stale.unwrap_or(policy.stale);
            policy.threshold = rule.threshold.or(policy.threshold);
            policy.require = rule.require.unwrap_or(policy.require);
            policy.machine_share = rule.machine_share.or(policy.machine_share);
            policy.label = rule.label.unwrap_or(policy.label);
        }
        policy
    }
}

impl Rule {
    fn fits(&self, locale: &str, article: &str) -> bool {
        (self.locale.is_empty() || self.locale.iter().any(|own| own == locale))
            && self.article.allow(article)
    }
}

impl Publish {
    /// What is wrong with it, given the locales there are; the address gets its last `/`.
    pub(super) fn check(&mut self, locales: &[&str]) -> Result<(), Fault> {
        if let Some(url) = &mut self.url {
            let rest = url.strip_prefix("https://").or(url.strip_prefix("http://"));
            let fits = rest.is_some_and(|rest| {
                !rest.is_empty()
                    && !rest.starts_with('/')
                    && !rest.contains(|c: char| {
                        c.is_whitespace() || c.is_control() || "\"<>?#".contains(c)
                    })
            });
            if !fits {
                let message = format!("`publish` has `{url}` for an `url`");
                let hint = "write the address of the folder, like `https://example.org/news/`";
                return Err(Fault::new(message, hint));
            }
            if !url.ends_with('/') {
                url.push('/');
            }
        }
        if let Some(fault) = folder_fault(&self.templates) {
            return Err(fault);
        }
        for scheme in &self.links {
            let fits = scheme.starts_with(|c: char| c.is_ascii_lowercase())
                && scheme
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "+-.".contains(c));
            let runs = matches!(
                scheme.as_str(),
                "javascript" | "vbscript" | "data" | "file" | "blob"
            );
            if !fits || runs {
                let message = format!("`publish` cannot allow links to `{scheme}:`");
                let hint = "name schemes that run nothing, in lower case, like `https` or `tel`";
                return Err(Fault::new(message, hint));
            }
        }
        let thresholds = self.rules.iter().filter_map(|rule| rule.threshold);
        let shares = self.rules.iter().filter_map(|rule| rule.machine_share);
        percentage("threshold", thresholds.chain(self.threshold))?;
        percentage("machine-share", shares.chain(self.machine_share))?;
        self.rules.iter().try_for_each(|rule| rule.check(locales))
    }
}

impl Rule {
    fn check(&self, locales: &[&str]) -> Result<(), Fault> {
        if let Some(stranger) = self
            .locale
            .iter()
            .find(|own| !locales.contains(&own.as_str()))
        {
            let message = format!("a rule of `publish` names the locale `{stranger}`");
            return Err(Fault::new(
                message,
                "add it to `locales`, or remove it here",
            ));
        }
        let fault = (self.article).fault("a rule of `publish`", "`news/*` or `**/2024-*`");
        fault.map_or(Ok(()), Err)
    }
}

/// Percentages are 100 at most.
fn percentage(name: &str, mut given: impl Iterator<Item = u8>) -> Result<(), Fault> {
    match given.find(|share| *share > 100) {
        Some(high) => Err(Fault::new(
            format!("`publish` has a {name} of {high}"),
            format!("a {name} is a percentage, from 0 to 100"),
        )),
        None => Ok(()),
    }
}

pub(super) fn one_or_many<'de, D: serde::Deserializer<'de>>(
    from: D,
) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum OneOrMany {
        One(String),
        Many(Vec<String>),
    }
    Ok(match OneOrMany::deserialize(from)? {
        OneOrMany::One(one) => vec![one],
        OneOrMany::Many(many) => many,
    })
}
