//! Integration tests.

mod document;
