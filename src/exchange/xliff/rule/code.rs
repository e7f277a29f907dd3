//! Inline codes: what they refer to, and what may be done to them.

use super::fragment::FileIndex;
use super::says;
use super::unit::{Side, Unit};
use crate::exchange::xliff::constraint::{self, Report};
use crate::exchange::xml::Element;

/// Holds the codes of a unit to the rules that concern each by itself.
pub(super) fn check(unit: &Unit<'_, '_>, file: &FileIndex<'_, '_>, report: &mut Report) {
    for side in unit.sides() {
        for code in &side.inlines {
            check_types(*code, report);
            check_hints(*code, report);
            check_copy(*code, side, unit, report);
            check_data(*code, unit, report);
            check_subflows(*code, file, report);
        }
    }
}

fn check_types(code: Element<'_, '_>, report: &mut Report) {
    let Some(subtype) = code.attribute("subType") else {
        return;
    };
    let kind = code.attribute("type");
    let fits = match subtype.strip_prefix("xlf:") {
        None => kind.is_some(),
        Some("var") => kind.as_deref() == Some("ui"),
        Some("b" | "i" | "u" | "lb" | "pb") => kind.as_deref() == Some("fmt"),
        Some(_) => false,
    };
    report.unless(fits, &constraint::SUBTYPE, code.span(), || match kind {
        Some(kind) => format!("the subType `{subtype}` does not go with the type `{kind}`"),
        None => format!("there is a subType `{subtype}` and no type"),
    });
}

fn check_hints(code: Element<'_, '_>, report: &mut Report) {
    let is_fixed = says(code, "canReorder", "no") || says(code, "canReorder", "firstNo");
    let is_held = says(code, "canCopy", "no") && says(code, "canDelete", "no");
    report.unless(
        !is_fixed || is_held,
        &constraint::FIXED_CODE,
        code.span(),
        || "the code must not be reordered, and may be copied or deleted".into(),
    );
}

fn check_copy(
    code: Element<'_, '_>,
    side: &Side<'_, '_>,
    unit: &Unit<'_, '_>,
    report: &mut Report,
) {
    let Some(id) = code.attribute("copyOf") else {
        return;
    };
    let sides = [side, &unit.source];
    let mut bases = sides
        .iter()
        .filter_map(|side| side.place(&id).map(|at| side.inlines[at]));
    let Some(base) = bases.next() else {
        let message = format!("copyOf names `{id}`, which is no code of the unit");
        return report.add(&constraint::COPY_REFERENCE, code.span(), message);
    };
    if has_data(code) || has_data(base) {
        let message =
            format!("the code is a copy of `{id}`, and original data says already what it is");
        report.add(&constraint::COPY_DATA, code.span(), message);
    }
    let is_free = !says(base, "canCopy", "no");
    report.unless(is_free, &constraint::COPY_FORBIDDEN, code.span(), || {
        format!("the code is a copy of `{id}`, which must not be copied")
    });
}

fn has_data(code: Element<'_, '_>) -> bool {
    ["dataRef", "dataRefStart", "dataRefEnd"]
        .iter()
        .any(|name| code.attribute(name).is_some())
}

fn check_data(code: Element<'_, '_>, unit: &Unit<'_, '_>, report: &mut Report) {
    for name in ["dataRef", "dataRefStart", "dataRefEnd"] {
        if let Some(id) = code.attribute(name)
            && !unit.has_data(&id)
        {
            let message = format!("{name} names `{id}`, which is no original data of the unit");
            report.add(&constraint::DATA_REFERENCE, code.span(), message);
        }
    }
}

fn check_subflows(code: Element<'_, '_>, file: &FileIndex<'_, '_>, report: &mut Report) {
    for name in ["subFlows", "subFlowsStart", "subFlowsEnd"] {
        let flows = code.attribute(name).unwrap_or_default();
        for id in flows
            .split_ascii_whitespace()
            .filter(|id| !file.has_unit(id))
        {
            let message = format!("{name} names `{id}`, which is no unit of the file");
            report.add(&constraint::SUBFLOW, code.span(), message);
        }
    }
}

/// Holds a `cp` to its rule.
pub(super) fn check_code_point(code: Element<'_, '_>, report: &mut Report) {
    let Some(digits) = code.attribute("hex") else {
        return;
    };
    let number = u32::from_str_radix(&digits, 16)
        .ok()
        .filter(|_| (4..=6).contains(&digits.len()));
    let is_needed = number.is_some_and(|number| {
        matches!(number, 0..=8 | 0xB | 0xC | 0xE..=0x1F | 0xD800..=0xDFFF | 0xFFFE | 0xFFFF)
    });
    report.unless(is_needed, &constraint::CODE_POINT, code.span(), || {
        format!("`{digits}` is no character that XML cannot hold")
    });
}
