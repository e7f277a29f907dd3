//! Output form `html`: a complete page, readable without scripts.

use super::{Assembled, Assembly, Form};

/// The form's row.
pub(super) const FORM: Form = Form {
    name: "html",
    render: page,
};

fn page(_assembly: &Assembly<'_>, assembled: &Assembled) -> String {
    assembled.text.clone()
}
