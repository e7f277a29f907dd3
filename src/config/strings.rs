//! Catalogs of an application, with ids that people gave: where they are, and what they are called.

mod pattern;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};
use unic_langid::LanguageIdentifier;
use unicode_normalization::UnicodeNormalization;

use super::path::{composed, segment_fault};
use super::{Fault, GLOSSARY, Globs, Project, validate_locale};
use crate::language::unregistered;
use pattern::FilePattern;
pub use pattern::Names;

/// Where catalogs of an application are: an entry of `strings` in a `satz.yaml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StringsRule {
    source: FilePattern,
    target: FilePattern,
    /// Patterns of names of catalogs that are not looked at.
    except: Globs,
    /// How locales are called in paths, where not by their usual spelling.
    names: BTreeMap<String, String>,
}

/// A catalog of an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StringsFile {
    /// What it is called: its path below a locale's folder, without its ending.
    pub key: String,
    /// Its path in the source locale, if it is there.
    pub source: Option<String>,
    /// Its path in every locale, and whether there is such a file.
    pub targets: BTreeMap<String, (String, bool)>,
    /// Whether it is left out by `except`: others may refer to it, and that is all.
    pub is_excepted: bool,
}

impl StringsRule {
    /// A rule of two patterns, of those of catalogs that are not looked at, and of the names that
    /// locales have in paths.
    pub(super) fn of(
        source: &str,
        target: &str,
        except: Vec<String>,
        names: BTreeMap<String, String>,
    ) -> Result<Self, Fault> {
        let rule = Self {
            source: FilePattern::parse(source)?,
            target: FilePattern::parse(target)?,
            except: Globs::new(except),
            names,
        };
        if !rule.target.names_locale() {
            return Err(Fault::new(
                format!("the pattern `{target}` does not say where the locale stands"),
                "write `{locale}` in its place",
            ));
        }
        if rule.source.wild_cards() != rule.target.wild_cards() {
            return Err(Fault::new(
                format!("`{source}` and `{target}` have not the same wild cards"),
                "each `*` and `**` of one stands for the same in the other",
            ));
        }
        if let Some(fault) = rule.except.fault("`strings`", "`branding/**`") {
            return Err(fault);
        }
        for (locale, name) in &rule.names {
            validate_locale(locale)?;
            if let Some(fault) = segment_fault(name) {
                return Err(fault);
            }
            if name.is_empty() || name.contains('/') {
                return Err(Fault::new(
                    format!("`{name}` in `names` is no name of a folder or part of one"),
                    "write it like `names: {pt-BR: pt_BR}`",
                ));
            }
        }
        Ok(rule)
    }

    /// How a locale is called in paths.
    fn name<'a>(&'a self, locale: &'a str) -> &'a str {
        self.names.get(locale).map_or(locale, String::as_str)
    }

    /// The locale that is called so in paths.
    fn locale(&self, name: String) -> String {
        let mut names = self.names.iter();
        let named = names.find(|(_, own)| **own == name);
        named.map_or(name, |(locale, _)| locale.clone())
    }
}

impl Project {
    /// The locales, other than the source, that the patterns of `strings` find. `list` lists a
    /// folder: names, and whether they are folders.
    pub fn find_locales(&self, list: &mut dyn FnMut(&str) -> Names) -> Vec<String> {
        let mut found = BTreeSet::new();
        for rule in &self.strings {
            let files = rule.target.files(None, list).into_iter();
            let names = files.filter_map(|file| file.locale);
            found.extend(names.map(|name| rule.locale(name)));
        }
        found.retain(|locale| {
            is_language(locale) && validate_locale(locale).is_ok() && *locale != self.source
        });
        found.into_iter().collect()
    }

    /// Locales that the patterns of `strings` find under another name than their usual spelling
    /// (`pt_BR`), and that name.
    pub fn find_names(&self, list: &mut dyn FnMut(&str) -> Names) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        for rule in &self.strings {
            let files = rule.target.files(None, list).into_iter();
            for name in files.filter_map(|file| file.locale) {
                let Ok(id) = name.parse::<LanguageIdentifier>() else {
                    continue;
                };
                let locale = id.to_string();
                if is_language(&locale) && locale != name && validate_locale(&locale).is_ok() {
                    found.insert(locale, name);
                }
            }
        }
        found
    }

    /// Whether `strings` says how an application calls a locale: what it means by it is its own affair.
    pub fn renames(&self, locale: &str) -> bool {
        self.strings
            .iter()
            .any(|rule| rule.names.contains_key(locale))
    }

    /// The folders that the patterns of `strings` lead into; one is empty if it is the workspace.
    pub fn strings_folders(&self) -> Vec<String> {
        let rules = self.strings.iter();
        rules
            .flat_map(|rule| [rule.source.folder(), rule.target.folder()])
            .collect()
    }

    /// The catalogs of an application: those that the patterns of `strings` find, and those in the
    /// folder of the catalogs that belong to no article (given by their keys) and are no glossary.
    /// `list` lists a folder: names, and whether they are folders.
    pub fn strings_files(
        &self,
        articles: &FxHashSet<String>,
        list: &mut dyn FnMut(&str) -> Names,
    ) -> Vec<StringsFile> {
        let own = FilePattern::below(&self.catalogs);
        let own = StringsRule {
            source: own.clone(),
            target: own,
            except: Globs::default(),
            names: BTreeMap::new(),
        };
        let mut found: Vec<StringsFile> = Vec::new();
        let mut taken = BTreeSet::new();
        // Almost all are catalogs of articles: those are left out before anything fits them.
        let mut known: FxHashMap<(String, String), Names> = FxHashMap::default();
        let mut free = |locale: &str, folder: &str| -> Names {
            let place = (locale.to_owned(), folder.to_owned());
            let free = || self.free(locale, folder, articles, &list(folder));
            known.entry(place).or_insert_with(free).clone()
        };
        for rule in self.strings.iter().chain([&own]) {
            let mut files: BTreeMap<Vec<String>, StringsFile> = BTreeMap::new();
            let mut list = |folder: &str| free(&self.source, folder);
            for fit in rule.source.files(Some(rule.name(&self.source)), &mut list) {
                if taken.insert(fit.path.clone()) {
                    self.file(rule, &mut files, fit.wild).source = Some(fit.path);
                }
            }
            for locale in &self.locales {
                let mut list = |folder: &str| free(locale, folder);
                for fit in rule.target.files(Some(rule.name(locale)), &mut list) {
                    if taken.insert(fit.path.clone()) {
                        let file = self.file(rule, &mut files, fit.wild);
                        file.targets.insert(locale.clone(), (fit.path, true));
                    }
                }
            }
            found.extend(files.into_values());
        }
        found.sort_by(|one, two| one.key.cmp(&two.key));
        found
    }

    fn file<'a>(
        &self,
        rule: &StringsRule,
        files: &'a mut BTreeMap<Vec<String>, StringsFile>,
        wild: Vec<String>,
    ) -> &'a mut StringsFile {
        files.entry(wild).or_insert_with_key(|wild| {
            let path = |locale: &String| {
                let path = rule.target.path(rule.name(locale), wild);
                (locale.clone(), (path, false))
            };
            let key: String = rule.target.key(wild).nfc().collect();
            StringsFile {
                is_excepted: rule.except.fit(&key),
                key,
                source: None,
                targets: self.locales.iter().map(path).collect(),
            }
        })
    }

    /// The names in a folder but for catalogs in a locale that belong to an article or are the
    /// glossary.
    fn free(
        &self,
        locale: &str,
        folder: &str,
        articles: &FxHashSet<String>,
        names: &Names,
    ) -> Names {
        let parts = [&self.catalogs, "/", locale];
        let below = { parts.iter() }.try_fold(folder, |rest, part| rest.strip_prefix(*part));
        let below = match below {
            Some("") => "",
            Some(below) if below.starts_with('/') => &below[1..],
            _ => return names.clone(),
        };
        let is_free = |name: &str| {
            let Some(stem) = name.strip_suffix(".ftl") else {
                return true;
            };
            let path: Cow<'_, str> = match below {
                "" => stem.into(),
                _ => [below, "/", stem].concat().into(),
            };
            let key = composed(&path);
            key != GLOSSARY && !articles.contains(&*key)
        };
        let stays = |(name, is_folder): &&(String, bool)| *is_folder || is_free(name);
        names.iter().filter(stays).cloned().collect()
    }
}

/// Whether a name begins with the code of a language that is no usual name of a folder.
fn is_language(name: &str) -> bool {
    const FOLDERS: [&str; 6] = ["bin", "dev", "doc", "lib", "src", "tmp"];
    let code = name.split('-').next().unwrap_or_default();
    (2..=3).contains(&code.len()) && !FOLDERS.contains(&code) && unregistered(code).is_none()
}
