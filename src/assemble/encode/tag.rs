//! The tags of a translation: each is one that its German block has, with the texts of the
//! translation in it.

use crate::document::{
    HtmlAttribute, Token, TokenKind, attribute_identity, is_free_attribute, is_void_html,
    token_identity,
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::VecDeque;
use std::fmt::Write as _;

/// The tags of a German block.
#[derive(Debug, Default)]
pub(super) struct Tags {
    tokens: Vec<(Token, String)>,
    /// Its comments and declarations, as they are written.
    asides: FxHashSet<String>,
    /// Tags without their partner, as they are written: a translation may have them so, too.
    loose: FxHashSet<String>,
}

/// What becomes of a tag of a translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is written so.
    Markup(String),
    /// It is text.
    Text,
    /// It is not shown at all.
    Nothing,
}

impl Tags {
    /// Takes the tags of a block, each with how it is written.
    pub(super) fn of(tokens: Vec<(Token, String)>) -> Self {
        let partners = partners(&tokens, &|_| true);
        let alone = tokens.iter().zip(&partners);
        let alone = alone.filter(|(_, partner)| partner.is_none());
        let loose = alone.map(|((_, raw), _)| raw.clone()).collect();
        let asides = tokens.iter().filter(|(token, _)| is_aside(token));
        Self {
            asides: asides.map(|(_, raw)| raw.clone()).collect(),
            loose,
            tokens,
        }
    }

    /// Says of each tag of a translation how it is written. Programs that read Markdown do not
    /// agree where an odd tag ends: there, one that is not exactly the German's is made anew.
    pub(super) fn fates(&self, tokens: &[(Token, String)], is_markdown: bool) -> Vec<Fate> {
        let models = self.models(tokens);
        let partners = partners(tokens, &|at| models[at].is_some());
        let each = tokens.iter().zip(models).zip(partners);
        each.map(
            |(((token, raw), model), partner)| match (&token.kind, model) {
                (TokenKind::Start(name, _), Some(model))
                    if is_void_html(name)
                        || partner.is_some()
                        || self.loose.contains(raw)
                        || raw.ends_with("/>") && self.is_loose_and_empty(model) =>
                {
                    Fate::Markup(self.start(model, token, raw, is_markdown))
                }
                (TokenKind::End(_), _) if partner.is_some() || self.loose.contains(raw) => {
                    Fate::Markup(on_one_line(raw))
                }
                (TokenKind::Aside, _) if self.asides.contains(raw) => {
                    Fate::Markup(on_one_line(raw))
                }
                (TokenKind::Aside, _) if is_comment(raw) => Fate::Nothing,
                _ => Fate::Text,
            },
        )
        .collect()
    }

    /// Whether a German tag has no partner and wants none: `<Badge />`.
    fn is_loose_and_empty(&self, model: usize) -> bool {
        let written = &self.tokens[model].1;
        written.ends_with("/>") && self.loose.contains(written)
    }

    /// Which German tag each start tag is: one that does the same, else the next of its name.
    fn models(&self, tokens: &[(Token, String)]) -> Vec<Option<usize>> {
        let mut alike: FxHashMap<String, VecDeque<usize>> = FxHashMap::default();
        let mut named: FxHashMap<&str, VecDeque<usize>> = FxHashMap::default();
        for (at, (token, _)) in self.tokens.iter().enumerate() {
            if let (TokenKind::Start(name, _), Some(identity)) =
                (&token.kind, token_identity(token))
            {
                alike.entry(identity).or_default().push_back(at);
                named.entry(name).or_default().push_back(at);
            }
        }
        let mut taken = FxHashSet::default();
        let mut models = vec![None; tokens.len()];
        for (model, (token, _)) in models.iter_mut().zip(tokens) {
            let identity = token_identity(token);
            let Some(same) = identity.and_then(|identity| alike.get_mut(&identity)) else {
                continue;
            };
            // The last one may stand there several times.
            *model = if same.len() > 1 {
                same.pop_front()
            } else {
                same.front().copied()
            };
            taken.extend(*model);
        }
        for (model, (token, _)) in models.iter_mut().zip(tokens) {
            if let TokenKind::Start(name, _) = &token.kind
                && model.is_none()
                && let Some(left) = named.get_mut(name.as_str())
            {
                *model = std::iter::from_fn(|| left.pop_front()).find(|at| !taken.contains(at));
            }
        }
        models
    }

    fn start(&self, model: usize, token: &Token, raw: &str, is_markdown: bool) -> String {
        let (german, written) = &self.tokens[model];
        if raw == written || (!is_markdown && token_identity(token) == token_identity(german)) {
            return on_one_line(raw);
        }
        let (TokenKind::Start(_, wanted), TokenKind::Start(_, given)) = (&german.kind, &token.kind)
        else {
            return on_one_line(written);
        };
        let name = written[1..].split(|c: char| c.is_ascii_whitespace() || "/>".contains(c));
        let mut out = format!("<{}", name.into_iter().next().unwrap_or_default());
        for attribute in wanted {
            let text = token.attribute(&attribute.name);
            let value = match text {
                Some(text) if is_free_attribute(&text.name) => text,
                Some(text) if attribute_identity(text) == attribute_identity(attribute) => text,
                None if is_free_attribute(&attribute.name) => continue,
                _ => attribute,
            };
            push(&mut out, spelling(written, &attribute.name), value);
        }
        let added = given
            .iter()
            .filter(|text| is_free_attribute(&text.name) && german.attribute(&text.name).is_none());
        for attribute in added {
            push(&mut out, &attribute.name, attribute);
        }
        out.push_str(if written.ends_with("/>") { " />" } else { ">" });
        out
    }
}

fn is_aside(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Aside)
}

/// Whether a declaration is a comment, with its end.
pub(super) fn is_comment(raw: &str) -> bool {
    raw.len() >= 7 && raw.starts_with("<!--") && raw.ends_with("-->")
}

fn on_one_line(raw: &str) -> String {
    raw.replace('\n', " ")
}

/// A name as it is written in a tag: components tell small letters from capitals.
fn spelling<'a>(raw: &'a str, name: &'a str) -> &'a str {
    let place = raw.to_ascii_lowercase().find(name);
    place.map_or(name, |at| &raw[at..at + name.len()])
}

/// Adds an attribute so that no program that reads Markdown takes its value for more than text.
fn push(out: &mut String, name: &str, attribute: &HtmlAttribute) {
    out.extend([" ", name]);
    if attribute.span.is_none() {
        return;
    }
    out.push_str("=\"");
    let mut rest = attribute.value.chars();
    while let Some(c) = rest.next() {
        match c {
            // An address would be made a link.
            ':' if !rest.as_str().starts_with('/') => out.push(c),
            c if r#"&<>"`{}|\[]*_~^$=@:"#.contains(c) => {
                // Writing into a string cannot fail.
                let _ = write!(out, "&#{};", u32::from(c));
            }
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Pairs the start tags that count with end tags.
fn partners(tokens: &[(Token, String)], counts: &dyn Fn(usize) -> bool) -> Vec<Option<usize>> {
    let mut partners = vec![None; tokens.len()];
    let mut open: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, (token, _)) in tokens.iter().enumerate() {
        match &token.kind {
            TokenKind::Start(name, _) if counts(at) => open.entry(name).or_default().push(at),
            TokenKind::End(name) => {
                if let Some(start) = open.get_mut(name.as_str()).and_then(Vec::pop) {
                    partners[at] = Some(start);
                    partners[start] = Some(at);
                }
            }
            _ => {}
        }
    }
    partners
}
