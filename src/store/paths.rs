//! Many paths in one text.

/// Paths in the workspace, all in one text: there are many, and each is looked at once.
#[derive(Debug, Clone, Default)]
pub struct Paths {
    text: String,
    ends: Vec<usize>,
}

impl Paths {
    /// Adds the path that the parts make.
    pub fn push(&mut self, parts: &[&str]) {
        for part in parts {
            self.text.push_str(part);
        }
        self.ends.push(self.text.len());
    }

    /// The paths, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let both = starts.zip(&self.ends);
        both.map(|(start, end)| &self.text[start..*end])
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}
