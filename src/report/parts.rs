//! A long list in the parts that it came in.

/// Things in their order, in the parts that they came in: there may be so many that to move them
/// together would take as much room again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts<T>(Vec<Vec<T>>);

impl<T> Parts<T> {
    /// Adds a part behind the others.
    pub fn push(&mut self, mut part: Vec<T>) {
        if !part.is_empty() {
            part.shrink_to_fit();
            self.0.push(part);
        }
    }

    /// Adds the parts of others behind these.
    pub fn append(&mut self, mut others: Self) {
        self.0.append(&mut others.0);
    }

    /// All of them.
    pub fn iter(&self) -> std::iter::Flatten<std::slice::Iter<'_, Vec<T>>> {
        self.0.iter().flatten()
    }

    /// All of them, to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().flatten()
    }

    /// Takes out those that are not wanted.
    pub fn retain(&mut self, wanted: impl Fn(&T) -> bool) {
        for part in &mut self.0 {
            part.retain(&wanted);
        }
    }
}

impl<T> Default for Parts<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Extend<Vec<T>> for Parts<T> {
    fn extend<I: IntoIterator<Item = Vec<T>>>(&mut self, parts: I) {
        parts.into_iter().for_each(|part| self.push(part));
    }
}

impl<'a, T> IntoIterator for &'a Parts<T> {
    type Item = &'a T;
    type IntoIter = std::iter::Flatten<std::slice::Iter<'a, Vec<T>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
