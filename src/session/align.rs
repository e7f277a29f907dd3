//! Existing translations taken into the catalogs.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::pages::site;
use super::sink::{Report, Sink};
use super::{Failure, Session};
use crate::article::{Prepared, TargetFile, Translation};
use crate::bitext::{self, Known, Pair, Parameters, Sentence};
use crate::document::{format_of, formats};
use crate::publish::hash;
use crate::report::{AlignedArticle, AlignedGroup};
use crate::store::{Error, Write, Writer};

/// A translation that exists already.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GivenTranslation {
    /// Key of its article.
    pub article: String,
    /// Its file, as it is called in reports; its ending says in which format it is.
    pub file: PathBuf,
    /// Its text.
    pub text: String,
    /// The text of the article that it was made from, if that was an older one.
    pub older: Option<String>,
    /// Whether it is the published page, of which nothing may get lost when it is built again.
    pub is_page: bool,
}

/// What became of the translations of a locale in a site.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SiteTaken {
    /// What was found of each.
    pub articles: Vec<AlignedArticle>,
    /// Files with sentences that are not what the catalog has, and how many: they stay somebody's.
    pub edited: Vec<(String, usize)>,
}

/// Takes in translations, locale by locale: those of a locale learn from each other, and from what its
/// catalogs have.
pub struct Aligner<'a> {
    session: &'a Session,
    writer: Option<Writer<'a>>,
    prepared: Vec<Prepared>,
    /// Words of the source and what translates them.
    words: Vec<(String, String)>,
}

impl Session {
    /// Gets ready to take in translations, and to write them if it `writes`; `words` are pairs that
    /// translate each other.
    ///
    /// # Errors
    /// If somebody else is writing, or the work was stopped.
    pub fn aligner(
        &self,
        writes: bool,
        words: Vec<(String, String)>,
        sink: &mut dyn Sink,
    ) -> Result<Aligner<'_>, Failure> {
        let report = &mut Report::new(sink);
        let writer = if writes {
            Some(self.writer(report)?)
        } else {
            None
        };
        let (prepared, errors) = self.workspace.prepare(&[], &());
        report.fail_all(errors)?;
        Ok(Aligner {
            session: self,
            writer,
            prepared,
            words,
        })
    }

    /// The configured locales of those names, in their order and as often.
    ///
    /// # Errors
    /// If one is not configured.
    pub fn target_locales(&self, names: &[String]) -> Result<Vec<String>, Failure> {
        Ok(self.named_locales(names)?)
    }
}

impl Aligner<'_> {
    /// Keys of the articles whose catalog of a locale can be read.
    pub fn articles_in(&self, locale: &str) -> Vec<String> {
        let prepared = self.prepared.iter();
        let readable = prepared.filter(|article| article.target(locale).is_some());
        readable.map(|article| article.key.clone()).collect()
    }

    /// How many articles there are.
    pub fn count(&self) -> usize {
        self.prepared.len()
    }

    /// The key of the article that a person names: by its key, its path, or a path that ends so.
    ///
    /// # Errors
    /// If there is none, or its catalog of the locale cannot be read.
    pub fn article(&self, name: &str, locale: &str) -> Result<String, Failure> {
        let is_named = |article: &&Prepared| {
            article.key == name
                || article.path == name
                || format!("./{}", article.path) == name
                || name.ends_with(&format!("/{}", article.path))
        };
        let article = self.prepared.iter().find(is_named).ok_or_else(|| {
            let known: Vec<&str> = self.prepared.iter().map(|one| one.key.as_str()).collect();
            self.session.workspace.no_such_article(name, &known)
        })?;
        if article.target(locale).is_none() {
            let message = format!("its catalog of {locale} cannot be read");
            return Err(Error::new(&article.path, message).into());
        }
        Ok(article.key.clone())
    }

    /// Takes in translations into a locale: finds out which sentences translate each other, and writes
    /// what is missing in the catalogs. What stands there is never replaced. Gives what was found.
    pub fn take_in(
        &self,
        locale: &str,
        given: &[GivenTranslation],
        sink: &mut dyn Sink,
    ) -> Vec<AlignedArticle> {
        let report = &mut Report::new(sink);
        let finished: Vec<(&Prepared, &TargetFile)> = { self.prepared.iter() }
            .filter_map(|article| Some((article, article.target(locale)?)))
            .collect();
        let mut translations = Vec::new();
        let mut names = Vec::new();
        for one in given {
            let mut places = finished.iter();
            let Some((article, target)) = places.find(|(article, _)| article.key == one.article)
            else {
                continue;
            };
            let Some(format) = format_of(ending(&one.file)) else {
                report.fail(unknown_format(&one.file));
                continue;
            };
            names.push(one.file.display().to_string());
            translations.push(Translation {
                article,
                target,
                file: name_of(&one.file),
                text: one.text.clone(),
                format,
                older: one.older.clone(),
                is_page: one.is_page,
            });
        }
        let project = self.session.project();
        let aligned = project.align(&translations, &finished, self.words.clone());
        let mut shown = Vec::new();
        for ((aligned, translation), name) in aligned.into_iter().zip(&translations).zip(names) {
            let groups = aligned.rows.into_iter().map(|row| AlignedGroup {
                bead: row.bead.to_string(),
                confidence: row.bead.confidence,
                moved: row.bead.moved,
                reasons: row.bead.reasons.iter().map(ToString::to_string).collect(),
                outcome: row.outcome.name(),
                ids: row.ids,
                source: row.source,
                target: row.target,
            });
            shown.push(AlignedArticle {
                locale: locale.to_owned(),
                article: translation.article.key.clone(),
                translation: name,
                groups: groups.collect(),
            });
            let write = Write {
                path: translation.target.path.clone(),
                old: translation.target.text.clone(),
                new: aligned.text,
            };
            self.write(write, report);
        }
        shown
    }

    /// Takes in the translations of a locale that lie in the site and are not what satz wrote there.
    /// One that says what the catalog has is satz' own from then on.
    ///
    /// # Errors
    /// If the list of what satz has written cannot be read or written.
    pub fn take_in_site(
        &mut self,
        locale: &str,
        sink: &mut dyn Sink,
    ) -> Result<SiteTaken, Failure> {
        let workspace = &self.session.workspace;
        let mut written = site::read(workspace)?.remove(locale).unwrap_or_default();
        let mut given = Vec::new();
        let mut taken = SiteTaken::default();
        let report = &mut Report::new(sink);
        for article in &self.prepared {
            let Some(path) = workspace.project.target_path(locale, &article.path) else {
                continue;
            };
            match workspace.read(&path) {
                Ok(Some(text)) if !written.has(&path, &hash(&text)) => {
                    given.push(GivenTranslation {
                        article: article.key.clone(),
                        file: path.into(),
                        text,
                        older: None,
                        is_page: true,
                    });
                }
                Ok(_) => {}
                Err(error) => report.fail(error),
            }
        }
        let texts: HashMap<String, &str> = { given.iter() }
            .map(|one| (one.file.display().to_string(), one.text.as_str()))
            .collect();
        taken.articles = self.take_in(locale, &given, sink);
        for aligned in &taken.articles {
            match (
                self.differing(locale, aligned),
                texts.get(&aligned.translation),
            ) {
                (0, Some(text)) => written.note(&aligned.translation, &hash(text)),
                (count, _) => taken.edited.push((aligned.translation.clone(), count)),
            }
        }
        if let Some(writer) = &self.writer {
            site::save(writer, locale, &written)?;
        }
        Ok(taken)
    }

    /// How many groups of a translation are not what the catalog had for them already.
    fn differing(&self, locale: &str, aligned: &AlignedArticle) -> usize {
        let article = self.prepared.iter().find(|one| one.key == aligned.article);
        let Some((article, target)) = article.and_then(|one| Some((one, one.target(locale)?)))
        else {
            return 0;
        };
        let comparison = self.session.project().compare(article, target);
        let known: HashMap<String, &str> = { comparison.items.iter() }
            .filter_map(|item| Some((item.id.to_string(), item.target.as_deref()?)))
            .collect();
        let differs = |group: &&AlignedGroup| {
            let values = group.ids.iter().filter_map(|id| known.get(id));
            let had: String = values.copied().collect();
            let is_had = matches!(group.outcome, "kept" | "missing") && !had.is_empty();
            is_had && without_blanks(&had) != without_blanks(&group.target.concat())
        };
        aligned.groups.iter().filter(differs).count()
    }

    fn write(&self, write: Write, report: &mut Report<'_>) {
        if write.old.as_ref() == Some(&write.new) {
            return;
        }
        let path = write.path.clone();
        match self.writer.as_ref().map(|writer| writer.write(&[write])) {
            None => report.note(format_args!("would write {path}")),
            Some(Ok(_)) => report.note(format_args!("wrote {path}")),
            Some(Err(error)) => report.fail(error),
        }
    }

    /// Ends the writing.
    ///
    /// # Errors
    /// If the disk fails.
    pub fn close(self) -> Result<(), Failure> {
        Ok(self.writer.map_or(Ok(()), Writer::close)?)
    }
}

/// What a file is called in a catalog that others read: where it lies on this computer is nobody's
/// business.
fn name_of(file: &Path) -> String {
    let name = file.file_name().filter(|_| file.is_absolute());
    let path = name.map_or(file, Path::new);
    path.to_string_lossy().replace('\\', "/")
}

impl GivenTranslation {
    /// Refuses a file of no known format.
    ///
    /// # Errors
    /// If it is of none.
    pub fn check_format(file: &Path) -> Result<(), Failure> {
        match format_of(ending(file)) {
            Some(_) => Ok(()),
            None => Err(unknown_format(file).into()),
        }
    }
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn unknown_format(file: &Path) -> Error {
    let message = "is of no known format; give it as .md, .html or .txt";
    Error::new(file, message)
}

/// The endings of files that can be articles, lower case, without a dot.
pub fn endings() -> Vec<&'static str> {
    let endings = formats().iter().flat_map(|format| format.extensions);
    endings.copied().collect()
}

/// The ending of a file's name; a file without one is a plain text.
fn ending(file: &Path) -> &str {
    let ending = file.extension().and_then(|ending| ending.to_str());
    ending.unwrap_or("txt")
}

/// Which lines of two texts translate each other, as in `[0, 1]:[0]`.
///
/// # Examples
/// ```
/// let beads = satz::session::align_lines("Es regnet.\nWir bleiben.", "It rains.\nWe stay.", vec![]);
/// assert_eq!(beads, ["[0]:[0]", "[1]:[1]"]);
/// ```
pub fn align_lines(source: &str, target: &str, words: Vec<(String, String)>) -> Vec<String> {
    let pair = Pair {
        source: sentences(source),
        target: sentences(target),
    };
    let known = Known {
        words,
        ..Known::default()
    };
    let aligned = bitext::align(&[pair], &known, &Parameters::default());
    aligned.iter().flatten().map(ToString::to_string).collect()
}

fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let sentence = |text| Sentence {
        text,
        ..Sentence::default()
    };
    text.lines().map(sentence).collect()
}
