//! Articles that get another name, or go.

use super::sink::{Report, Sink};
use super::{Failure, Session};

impl Session {
    /// Renames an article with its catalogs in every locale. Gives the old and the new path of each
    /// file.
    ///
    /// # Errors
    /// If there is no such article, the new name is none or taken, or a file cannot be moved.
    pub fn rename(
        &self,
        old: &str,
        new: &str,
        sink: &mut dyn Sink,
    ) -> Result<Vec<(String, String)>, Failure> {
        let writer = self.writer(&mut Report::new(sink))?;
        let renaming = self.workspace.renaming(old, new)?;
        writer.rename(&renaming)?;
        let paths = renaming.paths();
        let paths = paths.map(|(old, new)| (old.to_owned(), new.to_owned()));
        let paths = paths.collect();
        writer.close()?;
        Ok(paths)
    }

    /// Removes an article with its catalogs in every locale, or only says what that would remove. Gives
    /// the paths.
    ///
    /// # Errors
    /// If there is no such article, a sentence of it stands in another article that no sync has seen, or
    /// a file cannot be removed.
    pub fn retire(
        &self,
        article: &str,
        is_trial: bool,
        sink: &mut dyn Sink,
    ) -> Result<Vec<String>, Failure> {
        let report = &mut Report::new(sink);
        let writer = self.writer(report)?;
        let mut paths = Vec::new();
        for (path, text) in self.workspace.retirement(article)? {
            if !is_trial && let Err(error) = writer.retire(&path, &text) {
                report.fail(error);
                return Ok(paths);
            }
            paths.push(path);
        }
        writer.close()?;
        Ok(paths)
    }
}
