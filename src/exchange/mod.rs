//! Files that translations come in from other tools, and go out to them.

mod batch;
mod code;
mod csv;
mod format;
mod po;
mod put;
mod tbx;
mod tmx;
mod xliff;
mod xml;

pub use batch::{
    Batch, BatchArticle, BatchTerm, BatchUnit, Returned, ReturnedUnit, UnitOffer, UnitState,
    UnitTerm, digest_of,
};
pub use code::{CodeFault, CodeKind, Markup, Piece, Role, compare_codes, cut_codes};
pub use csv::{read_csv, write_csv};
pub use format::{FILE_FORMATS, FileFormat, file_format, format_of_file};
pub use po::{read_po, write_po};
pub use tbx::{check_tbx, read_tbx, write_tbx};
pub use tmx::{TmxUnit, check_tmx, read_tmx, read_tmx_units, write_tmx};
pub use xliff::{
    CONSTRAINTS, Constraint, Version, check_xliff, read_xliff, write_xliff, write_xliff_1,
};
