//! What was translated before, article by article: kept in the cache, and made again only where files changed.

use std::collections::BTreeMap;
use std::convert::Infallible;

use super::known::{Known, finished, of_house, open_units};
use crate::article::Prepared;
use crate::catalog::Maker;
use crate::config::Project;
use crate::exchange::read_tmx;
use crate::memory::{Entry, Memory};
use crate::session::sink::Report;
use crate::session::{Failure, Session};
use crate::store::{Error, Kept, Pack, pack_fields};
use crate::text::LineIndex;

/// What the memory has of a locale, and the articles that were asked for.
pub(in crate::session) struct Remembered {
    /// The articles, in their order.
    pub(in crate::session) articles: Vec<Prepared>,
    /// All finished translations.
    pub(in crate::session) memory: Memory,
    /// The ids of the open units of all articles.
    pub(in crate::session) open: Vec<String>,
}

/// What the memory has of an article in one locale.
struct Block {
    entries: Vec<Entry>,
    /// The ids of its open units.
    open: Vec<String>,
    /// The article, if it is asked for and was read for this; never kept.
    article: Option<Prepared>,
}

/// What the house's memories have for a locale, and what is wrong with them.
struct HouseMemory {
    entries: Vec<Entry>,
    faults: Vec<String>,
}

impl Remembered {
    /// Returns the articles compared with their catalogs, beside the memory.
    pub(in crate::session) fn known<'a>(
        &'a self,
        project: &'a Project,
        locale: &'a str,
    ) -> Known<'a> {
        Known::of(project, locale, &self.articles, &self.memory, &self.open)
    }
}

impl Session {
    /// Returns what the memory has of a locale, with the articles for which `is_wanted` holds of their key
    /// and of the ids of their open units. An article that is not wanted is read only if a file of it
    /// changed since the last run. What cannot be read is reported.
    pub(in crate::session) fn remembered(
        &self,
        locale: &str,
        is_wanted: impl Fn(&str, &[String]) -> bool + Sync,
        report: &mut Report<'_>,
    ) -> Result<Remembered, Failure> {
        let blocks = self.blocks(locale, &is_wanted, report)?;
        let house = self.house_memory(locale, report)?;
        let unread: Vec<String> = { blocks.iter() }
            .filter(|(key, block)| block.article.is_none() && is_wanted(key, &block.open))
            .map(|(key, _)| key.clone())
            .collect();
        let (read, errors) = match unread[..] {
            [] => Default::default(),
            _ => self.workspace.prepare(&unread, &()),
        };
        report.fail_all(errors)?;
        let mut read: BTreeMap<String, Prepared> = { read.into_iter() }
            .map(|article| (article.key.clone(), article))
            .collect();
        let (mut articles, mut entries, mut open) = (Vec::new(), Vec::new(), Vec::new());
        for (key, block) in blocks {
            articles.extend(block.article.or_else(|| read.remove(&key)));
            let written = block.entries.into_iter();
            entries.extend(written.filter(|entry| !entry.pattern.is_empty()));
            open.extend(block.open);
        }
        entries.extend(house);
        Ok(Remembered {
            articles,
            memory: Memory::of(entries),
            open,
        })
    }

    /// Returns the finished translations of all articles into a locale, of units whose source is the same
    /// still.
    pub(in crate::session) fn translations(
        &self,
        locale: &str,
        report: &mut Report<'_>,
    ) -> Result<Vec<Entry>, Failure> {
        let blocks = self.blocks(locale, |_, _| false, report)?;
        let entries = blocks.into_iter().flat_map(|(_, block)| block.entries);
        Ok(entries.filter(|entry| !entry.is_old).collect())
    }

    /// Returns what the memory has of every article, by its key.
    fn blocks(
        &self,
        locale: &str,
        is_wanted: impl Fn(&str, &[String]) -> bool + Sync,
        report: &mut Report<'_>,
    ) -> Result<Vec<(String, Block)>, Failure> {
        let cache = self.workspace.cache(&format!("memory-{locale}"), &[locale]);
        let work = |mut article: Prepared, faults: &mut Vec<Error>| {
            self.workspace.refuse_conflicts(&mut article, faults);
            let block = Block::of(self.project(), &article, locale);
            Block {
                article: is_wanted(&article.key, &block.open).then_some(article),
                ..block
            }
        };
        let mut blocks = Vec::new();
        let take = |key: &str, block| blocks.push((key.to_owned(), block));
        let steps = report.begin("articles");
        let workspace = &self.workspace;
        let (all, errors) = workspace.each_kept(&[], &cache, &*steps, |_| true, work, take);
        cache.save(|key| all.contains(key));
        drop(steps);
        report.fail_all(errors)?;
        Ok(blocks)
    }

    /// Returns what the house's memories have for a locale.
    fn house_memory(&self, locale: &str, report: &mut Report<'_>) -> Result<Vec<Entry>, Failure> {
        let (files, errors) = self.workspace.memories();
        report.fail_all(errors)?;
        if files.is_empty() {
            return Ok(Vec::new());
        }
        let mut inputs = Vec::new();
        files.pack(&mut inputs);
        let cache = self.workspace.cache(&format!("house-{locale}"), &[locale]);
        let Ok(house) = cache.recall(&self.workspace, "memories", &inputs, || {
            Ok::<_, Infallible>(HouseMemory::of(&files, &self.project().source, locale))
        });
        cache.save(|_| false);
        for fault in &house.faults {
            report.fail(fault);
        }
        Ok(house.entries)
    }
}

impl Block {
    fn of(project: &Project, article: &Prepared, locale: &str) -> Self {
        let mut block = Self {
            entries: Vec::new(),
            open: Vec::new(),
            article: None,
        };
        if let Some(target) = article.target(locale) {
            let comparison = project.compare(article, target);
            let open = open_units(article, &comparison);
            block.open.extend(open.map(|open| open.item.id.to_string()));
            block.entries = finished(article, target, &comparison);
        }
        block
    }
}

impl HouseMemory {
    fn of(files: &[(String, String)], source: &str, locale: &str) -> Self {
        let (mut entries, mut faults) = (Vec::new(), Vec::new());
        for (path, text) in files {
            let memory = read_tmx(text);
            for fault in &memory.diagnostics {
                let line = LineIndex::new(text).place(text, fault.span.start).line;
                faults.push(format!("{path}:{line}: {}", fault.message));
            }
            let pairs =
                { memory.value.iter() }.filter_map(|unit| of_house(unit, source, locale, path));
            entries.extend(pairs);
        }
        Self { entries, faults }
    }
}

impl Kept for Block {}

impl Pack for Block {
    fn pack(&self, out: &mut Vec<u8>) {
        self.entries.pack(out);
        self.open.pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        Some(Self {
            entries: Pack::unpack(from)?,
            open: Pack::unpack(from)?,
            article: None,
        })
    }
}

impl Kept for HouseMemory {}

pack_fields!(HouseMemory { entries, faults });

pack_fields!(Entry {
    source,
    target,
    pattern,
    article,
    id,
    before,
    after,
    maker,
    is_old
});

impl Pack for Maker {
    fn pack(&self, out: &mut Vec<u8>) {
        (*self != Self::default())
            .then(|| self.to_string())
            .pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        Option::<String>::unpack(from)?
            .map_or_else(|| Some(Self::default()), |text| Self::parse(&text))
    }
}
