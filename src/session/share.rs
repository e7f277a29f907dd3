//! Work spread over machines. Each does its share of the articles and gives a part: what it made of
//! them, in no form yet. Whoever has all parts asks the same question with them in place of the articles.

use super::Failure;
use super::sink::Report;
use crate::store::{Pack, Workspace, pack_fields};

/// What a part begins with; the number is the version of its form.
const MAGIC: &[u8] = b"satz part 5\n";

/// Which share of the articles a question is about.
#[derive(Debug, Default)]
pub enum Share {
    /// All of them.
    #[default]
    Whole,
    /// One of several shares: the answer is a part.
    Part {
        /// Its number, from 1.
        number: usize,
        /// How many there are.
        of: usize,
    },
    /// All, as parts that others made.
    Merged(Parts),
}

/// The answer to a question, or the part of it that a share of the articles gives.
#[derive(Debug)]
pub enum Answer<T> {
    /// The whole answer.
    Whole(T),
    /// A part, for [`Parts::read`].
    Part(Vec<u8>),
}

/// Of what a part is a share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Whole {
    /// The locales that were named.
    pub(super) locales: Vec<String>,
    /// The articles, or patterns of articles, that were named.
    pub(super) articles: Vec<String>,
    /// The options that what is made of an article depends on, as a person gives them.
    pub(super) options: String,
}

pack_fields!(Whole {
    locales,
    articles,
    options
});

/// What one run of several made. It says nothing of what is shown or written where parts are merged:
/// whoever merges says that.
#[derive(Debug)]
struct Part {
    /// Version of the program.
    version: String,
    /// The command of the run.
    command: String,
    whole: Whole,
    number: usize,
    of: usize,
    /// Hash of the configuration and of the names of all articles.
    workspace: String,
    /// What could not be read or written.
    errors: Vec<String>,
    /// Key of each article, and what was made of it, packed.
    rows: Vec<(String, Vec<u8>)>,
}

pack_fields!(Part {
    version,
    command,
    whole,
    number,
    of,
    workspace,
    errors,
    rows
});

/// Parts that make a whole.
#[derive(Debug)]
pub struct Parts(Vec<Part>);

impl Parts {
    /// Reads parts; names and bytes of all files.
    ///
    /// # Errors
    /// If one is no part, one is missing or there twice, or they do not belong together.
    pub fn read(files: &[(String, Vec<u8>)]) -> Result<Self, String> {
        let mut parts = Vec::new();
        for (name, bytes) in files {
            let part = Part::read(bytes);
            let part = part.ok_or_else(|| {
                format!(
                    "{name}: is no part, or is damaged; make it with `--shard K/N` and this satz"
                )
            })?;
            parts.push((name, part));
        }
        parts.sort_by_key(|(_, part)| part.number);
        let Some((first, model)) = parts.first() else {
            return Err("name the parts that are to be merged".to_owned());
        };
        for (name, part) in &parts {
            let belong = (&part.command, &part.whole, part.of);
            if belong != (&model.command, &model.whole, model.of) {
                return Err(format!("{name} and {first} come from different commands"));
            }
            if part.workspace != model.workspace {
                return Err(format!(
                    "{name} and {first} were made of different articles"
                ));
            }
        }
        for number in 1..=model.of {
            match parts
                .iter()
                .filter(|(_, part)| part.number == number)
                .count()
            {
                1 => {}
                0 => return Err(format!("the part {number}/{} is missing", model.of)),
                _ => return Err(format!("the part {number}/{} is there twice", model.of)),
            }
        }
        Ok(Self(parts.into_iter().map(|(_, part)| part).collect()))
    }

    /// The command that they are shares of, with the locales and articles that were named.
    ///
    /// # Errors
    /// If it is none that has shares.
    pub fn arguments(&self) -> Result<Vec<String>, String> {
        let Some(part) = self.0.first() else {
            return Ok(Vec::new());
        };
        let known = ["check", "status", "build"];
        let command = known.into_iter().find(|known| *known == part.command);
        let command = command.ok_or("the parts are of no command that has shares")?;
        // So that none can be taken for anything else.
        let locales = part
            .whole
            .locales
            .iter()
            .map(|name| format!("--locale={name}"));
        let articles = part.whole.articles.iter();
        let articles = articles.map(|name| format!("--article={name}"));
        let command = std::iter::once(command.to_owned());
        Ok(command.chain(locales).chain(articles).collect())
    }
}

impl Part {
    fn read(bytes: &[u8]) -> Option<Self> {
        let (content, sum) = bytes.split_last_chunk::<32>()?;
        let mut rest = content.strip_prefix(MAGIC)?;
        let part = Self::unpack(&mut rest).filter(|_| rest.is_empty())?;
        let is_whole = blake3::hash(content) == blake3::Hash::from_bytes(*sum);
        (is_whole && part.version == env!("CARGO_PKG_VERSION")).then_some(part)
    }

    fn bytes(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        self.pack(&mut out);
        let sum = blake3::hash(&out);
        out.extend_from_slice(sum.as_bytes());
        out
    }
}

/// What `make` makes of the articles with one of the `keys` (all if there are none), by their keys and
/// in their order; where parts are merged, what those have. A share gives its part of that `whole`.
pub(super) fn gather<T: Pack>(
    workspace: &Workspace,
    share: Share,
    question: &str,
    whole: Whole,
    keys: &[String],
    report: &mut Report<'_>,
    make: impl FnOnce(&mut Report<'_>, &[String]) -> Result<Vec<(String, T)>, Failure>,
) -> Result<Answer<Vec<T>>, Failure> {
    let values = |rows: Vec<(String, T)>| rows.into_iter().map(|(_, value)| value).collect();
    let (number, of) = match share {
        Share::Whole => return Ok(Answer::Whole(values(make(report, keys)?))),
        Share::Merged(Parts(parts)) => {
            let rows = merged(report, workspace, &whole, parts)?;
            return Ok(Answer::Whole(values(rows)));
        }
        Share::Part { number, of } => (number, of),
    };
    let (articles, _) = workspace.listed(&[]);
    let chosen = { articles.iter() }.filter(|one| keys.is_empty() || keys.contains(&one.key));
    let of_share = chosen.skip(number.saturating_sub(1)).step_by(of.max(1));
    let of_share: Vec<String> = of_share.map(|article| article.key.clone()).collect();
    let rows = if of_share.is_empty() {
        Vec::new()
    } else {
        make(report, &of_share)?
    };
    let packed = rows.iter().map(|(key, value)| {
        let mut bytes = Vec::new();
        value.pack(&mut bytes);
        (key.clone(), bytes)
    });
    let part = Part {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        command: question.to_owned(),
        whole,
        number,
        of,
        workspace: fingerprint(workspace),
        errors: report.failures.clone(),
        rows: packed.collect(),
    };
    Ok(Answer::Part(part.bytes()))
}

/// What the parts have, in the order of the articles.
fn merged<T: Pack>(
    report: &mut Report<'_>,
    workspace: &Workspace,
    whole: &Whole,
    parts: Vec<Part>,
) -> Result<Vec<(String, T)>, Failure> {
    let now = fingerprint(workspace);
    let mut rows = Vec::new();
    for part in parts {
        if part.workspace != now {
            let message = "the parts were made of other articles, or with another satz.yaml; merge them where these are the same";
            return Err(Failure::from(message.to_owned()));
        }
        if part.whole.options != whole.options {
            let message = format!(
                "the parts were made with other options; give those of the shares behind `--`: there it was `{}`, here `{}`",
                part.whole.options, whole.options
            );
            return Err(Failure::from(message));
        }
        for error in &part.errors {
            // What is wrong with the workspace every share has met.
            report.fail(error);
        }
        for (key, bytes) in part.rows {
            let value = T::unpack(&mut bytes.as_slice());
            let damaged = || Failure::from(format!("what a part has of {key} is damaged"));
            rows.push((value.ok_or_else(damaged)?, key));
        }
    }
    let mut rows: Vec<(String, T)> = rows.into_iter().map(|(value, key)| (key, value)).collect();
    rows.sort_by(|one, two| one.0.cmp(&two.0));
    Ok(rows)
}

/// What two machines have to agree on: the configuration and the names of the articles.
fn fingerprint(workspace: &Workspace) -> String {
    let (articles, _) = workspace.listed(&[]);
    let mut hasher = blake3::Hasher::new();
    hasher.update(format!("{:?}", workspace.project).as_bytes());
    for article in articles {
        hasher.update(article.path.as_bytes());
        hasher.update(b"\n");
    }
    hasher.finalize().to_hex().to_string()
}

/// A share, as in `2/4`: its number, and how many there are.
///
/// # Errors
/// If the text is none; the sentence says how to write one.
pub fn parse_share(text: &str) -> Result<(usize, usize), String> {
    let parts = text.split_once('/');
    let numbers = parts.and_then(|(one, two)| Some((one.parse().ok()?, two.parse().ok()?)));
    match numbers {
        Some((number, of)) if (1..=of).contains(&number) => Ok((number, of)),
        _ => Err("write K/N, from 1/4 to 4/4".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_from_the_first_to_the_last() {
        assert_eq!(parse_share("2/4"), Ok((2, 4)));
        for wrong in ["0/4", "5/4", "1/0", "1", "a/b", "-1/2", "1/2/3"] {
            assert!(parse_share(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn names_in_a_part_are_no_options() {
        let whole = Whole {
            locales: vec!["--report=json=x".to_owned()],
            articles: vec!["--set".to_owned(), "output=x".to_owned()],
            options: String::new(),
        };
        let part = |command: &str| Part {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            command: command.to_owned(),
            whole: whole.clone(),
            number: 1,
            of: 1,
            workspace: String::new(),
            errors: Vec::new(),
            rows: Vec::new(),
        };
        let arguments = Parts(vec![part("check")]).arguments().unwrap();
        let names = [
            "--locale=--report=json=x",
            "--article=--set",
            "--article=output=x",
        ];
        assert_eq!(arguments, [&["check"][..], &names].concat());
        for command in ["sync", "man", "--set", "", "merge-reports"] {
            assert!(Parts(vec![part(command)]).arguments().is_err(), "{command}");
        }
    }
}
