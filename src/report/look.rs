//! Colours, widths and signs of what people read.

use anstyle::{AnsiColor, Style};

/// How what people read is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Whether colours and bold type are shown, as ANSI sequences.
    pub colour: bool,
    /// Columns there are.
    pub width: usize,
    /// Whether old and new stand side by side.
    pub beside: bool,
    /// Whether everything is shown, where a screen has no room for it.
    pub all: bool,
    /// What the source is called.
    pub source: &'static str,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            colour: false,
            width: 100,
            beside: false,
            all: false,
            source: "German",
        }
    }
}

/// What is important.
pub(super) const STRONG: Style = Style::new().bold();
/// What is not.
pub(super) const FAINT: Style = Style::new().dimmed();
/// What is done, and what came.
pub(super) const GOOD: Style = AnsiColor::Green.on_default();
/// What is on its way.
pub(super) const FAIR: Style = AnsiColor::Yellow.on_default();
/// What is wrong, and what went.
pub(super) const BAD: Style = AnsiColor::Red.on_default();
/// What went, as text that was there.
pub(super) const GONE: Style = AnsiColor::Red.on_default().strikethrough();

impl Look {
    /// The text in a style, if colours are shown.
    pub(super) fn paint(self, style: Style, text: &str) -> String {
        if self.colour && !text.is_empty() {
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }
}
