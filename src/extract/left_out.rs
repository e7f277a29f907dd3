//! Why a line of a page is no part of its article, as values: the words are made when they are shown.

use std::fmt;

/// Why a line is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeftOut {
    /// It is, or begins with, a phrase of the house, from `satz.yaml`.
    House(String),
    /// It is a phrase that pages have around their articles.
    Phrase(About, &'static str),
    /// It begins as such lines do.
    Beginning(About, &'static str),
    /// It has such a phrase at the end of a page that was pasted: the reader of plain text says why.
    Pasted(About, String),
    /// It stands in an element of this name.
    Element(About, String),
    /// It stands in an element with this word in its class, id or role.
    Named(About, &'static str),
    /// It stands in an element that is not shown.
    Hidden,
    /// It has not two letters, and stands outside the article.
    NoLetters,
    /// It names a picture's source.
    Credit,
    /// It says who wrote the article.
    Byline,
    /// It says when the article was published.
    Date,
    /// It stands outside the element that holds the article.
    Outside,
    /// It is short and stands between the headline and the text.
    BeforeText,
    /// It is short and stands after the text.
    AfterText,
    /// All of it is links.
    AllLinks,
    /// It is short and stands below an offer of other articles.
    BelowOffer,
    /// It stands at the end, below a line that introduces the author.
    AboutAuthor,
    /// It is the headline again, or a paragraph once more that a box pulls out of the text.
    Again,
    /// It is a picture that belongs to the page.
    Picture,
    /// It is one of several short lines at the top of a text.
    Menu,
}

/// What a line that is left out belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// A phrase of the house.
    House,
    /// Advertising.
    Advertisement,
    /// The author.
    Byline,
    /// The text below a picture.
    Caption,
    /// Comments of readers.
    Comments,
    /// Notices about cookies.
    Cookies,
    /// The day of publication.
    Date,
    /// What a page shows while it loads.
    Loading,
    /// A link to more of a text.
    More,
    /// Menus and other ways around the site.
    Navigation,
    /// A newsletter.
    Newsletter,
    /// Something for sale.
    Offer,
    /// Anything else around the article.
    Page,
    /// Offers of other articles.
    Related,
    /// Ways to pass the article on.
    Share,
}

/// All that lines can belong to, with their names in lists of phrases and in reports.
const NAMES: [(About, &str); 15] = [
    (About::House, "house"),
    (About::Advertisement, "advertisement"),
    (About::Byline, "byline"),
    (About::Caption, "caption"),
    (About::Comments, "comments"),
    (About::Cookies, "cookies"),
    (About::Date, "date"),
    (About::Loading, "loading"),
    (About::More, "more"),
    (About::Navigation, "navigation"),
    (About::Newsletter, "newsletter"),
    (About::Offer, "offer"),
    (About::Page, "page"),
    (About::Related, "related"),
    (About::Share, "share"),
];

impl About {
    /// The one of this name; [`About::Page`] for a name that none has.
    pub fn of(name: &str) -> Self {
        let found = NAMES.iter().find(|(_, known)| *known == name);
        found.map_or(Self::Page, |(about, _)| *about)
    }

    /// Its name in reports, for example `navigation`.
    pub fn name(self) -> &'static str {
        let found = NAMES.iter().find(|(about, _)| *about == self);
        found.map_or("page", |(_, name)| name)
    }
}

impl LeftOut {
    /// What the line belongs to.
    pub fn about(&self) -> About {
        match self {
            Self::House(_) => About::House,
            Self::Phrase(about, _)
            | Self::Beginning(about, _)
            | Self::Pasted(about, _)
            | Self::Element(about, _)
            | Self::Named(about, _) => *about,
            Self::Credit => About::Caption,
            Self::Byline | Self::AboutAuthor => About::Byline,
            Self::Date => About::Date,
            Self::AllLinks | Self::BelowOffer => About::Related,
            Self::Menu => About::Navigation,
            Self::Hidden
            | Self::NoLetters
            | Self::Outside
            | Self::BeforeText
            | Self::AfterText
            | Self::Again
            | Self::Picture => About::Page,
        }
    }
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.about().name())?;
        let text = match self {
            Self::House(phrase) => return write!(f, "“{phrase}” in satz.yaml"),
            Self::Phrase(_, phrase) => return write!(f, "“{phrase}”"),
            Self::Beginning(_, head) => return write!(f, "begins with “{head}”"),
            Self::Pasted(_, reason) => return f.write_str(reason),
            Self::Element(_, name) => return write!(f, "stands in `{name}`"),
            Self::Named(_, word) => return write!(f, "stands in an element named “{word}”"),
            Self::Hidden => "is not shown",
            Self::NoLetters => "no letters to read",
            Self::Credit => "names a picture's source",
            Self::Byline => "who wrote it is no running text",
            Self::Date => "when it was published",
            Self::Outside => "stands outside the article",
            Self::BeforeText => "a short line before the text begins",
            Self::AfterText => "a short line after the text",
            Self::AllLinks => "a line that is all links",
            Self::BelowOffer => "a short line below an offer of other articles",
            Self::AboutAuthor => "about the author, at the end",
            Self::Again => "stands there already",
            Self::Picture => "a picture that belongs to the page",
            Self::Menu => "one of several short lines at the top",
        };
        f.write_str(text)
    }
}
