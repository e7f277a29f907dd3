//! Which file is which: articles, catalogs, translations.

use serde_json::{Value, json};

use crate::cli::context::Context;
use crate::cli::{Failure, Outcome};
use crate::session::{ArticleFiles, Session};

/// Shows the files of every article.
pub(super) fn show(
    context: &mut Context<'_>,
    session: &Session,
    is_json: bool,
) -> Result<Outcome, Failure> {
    let articles = session.article_files(context)?;
    if is_json {
        let whole = json!({"files": values(&articles)});
        writeln!(context.out_of(true)?, "{whole:#}")?;
        return Ok(Outcome::Clean);
    }
    for article in &articles {
        writeln!(context.out, "{}", article.source)?;
        for file in &article.files {
            let shown = if file.exists {
                file.path.clone()
            } else {
                format!("({})", file.path)
            };
            writeln!(context.out, "  {:8} {:8} {shown}", file.locale, file.kind)?;
        }
    }
    Ok(Outcome::Clean)
}

/// Shows each pattern with the number of its articles.
pub(super) fn patterns(context: &mut Context<'_>, session: &Session) -> Result<(), Failure> {
    writeln!(context.out)?;
    for (layout, count) in session.article_patterns() {
        writeln!(context.out, "{}: {count} articles", layout.source().text())?;
        for (locale, target) in layout.targets() {
            writeln!(context.out, "  {locale:8} {}", target.text())?;
        }
    }
    writeln!(context.out, "which file is which: `satz config --files`")?;
    Ok(())
}

/// The files of every article, for programs.
pub(super) fn values(articles: &[ArticleFiles]) -> Vec<Value> {
    let value = |article: &ArticleFiles| {
        let files = article.files.iter().map(|file| {
            json!({"locale": file.locale, "kind": file.kind, "path": file.path, "exists": file.exists})
        });
        let files: Vec<Value> = files.collect();
        json!({"article": article.article, "source": article.source, "files": files})
    };
    articles.iter().map(value).collect()
}
