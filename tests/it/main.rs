//! Integration tests.

mod update;
