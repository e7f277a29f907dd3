//! How the pages of articles are made: one article, the passes over all of them, and the end.

pub(super) mod article;
pub(super) mod end;
pub(super) mod kept;
pub(super) mod passes;
pub(super) mod site;
