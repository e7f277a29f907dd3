//! The constraints that a document is held to, by their names.

use crate::text::{Diagnostic, Severity, Span};

/// A constraint of a specification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Constraint {
    /// Its name in kebab case.
    pub name: &'static str,
    /// What must be so.
    pub rule: &'static str,
    /// What to do if it is not.
    pub advice: &'static str,
}

/// What is wrong with a document, in the order in which it was found.
#[derive(Debug, Default)]
pub(super) struct Report {
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Notes that a constraint is broken.
    pub(super) fn add(&mut self, broken: &Constraint, span: Span, message: impl Into<String>) {
        let fault = Diagnostic::new(broken.name, Severity::Error, span, message);
        self.diagnostics.push(fault.hint(broken.advice));
    }

    /// Notes that a constraint is broken unless `is_kept`.
    pub(super) fn unless(
        &mut self,
        is_kept: bool,
        broken: &Constraint,
        span: Span,
        message: impl FnOnce() -> String,
    ) {
        if !is_kept {
            self.add(broken, span, message());
        }
    }
}

macro_rules! constraints {
    ($($id:ident $name:literal $rule:literal $advice:literal;)*) => {
        $(pub(super) const $id: Constraint = Constraint { name: $name, rule: $rule, advice: $advice };)*
        /// All constraints, those of the schema first, then those of the core, then those of modules.
        pub const CONSTRAINTS: &[Constraint] = &[$($id),*];
    };
}

constraints! {
    UNKNOWN_DOCUMENT "unknown-document"
        "The outermost element is `xliff`, in a namespace of XLIFF 1.2 or 2.x, with a version that goes with it."
        "say the version, and declare its namespace";
    UNKNOWN_ELEMENT "unknown-element"
        "Every element of a namespace of XLIFF is one of its vocabulary."
        "correct the name, or put the element into a namespace of your own";
    MISPLACED_ELEMENT "misplaced-element"
        "An element stands only in elements that may hold it."
        "move it to where it belongs, or take it out";
    ELEMENT_ORDER "element-order"
        "Elements stand in the order of the specification, and only as often as it says."
        "move it before or behind its neighbours, or take out what stands there twice";
    MISSING_ELEMENT "missing-element"
        "What the specification requires in an element stands there."
        "add it";
    STRAY_TEXT "stray-text"
        "Text stands only in elements that may hold text."
        "take it out, or put it into a note";
    EXTENSION_ELEMENT "extension-element"
        "Elements of other namespaces stand only where the specification lets them: in `file`, `group`, `unit`, `skeleton` and some elements of modules."
        "move it there, or take it out";
    EXTENSION_ORDER "extension-order"
        "Elements of other namespaces stand before `notes`, groups, units and segments."
        "move it to the front of its parent";
    UNKNOWN_ATTRIBUTE "unknown-attribute"
        "Every attribute without a prefix, or with that of a module, is one that its element has."
        "correct the name, or take it out";
    EXTENSION_ATTRIBUTE "extension-attribute"
        "Attributes of other namespaces stand only where the specification lets them: not on segments, sources, targets and inline codes."
        "put it on the unit, or take it out";
    MISSING_ATTRIBUTE "missing-attribute"
        "Attributes that are required are there."
        "add it";
    ATTRIBUTE_VALUE "attribute-value"
        "A value is of the kind that its attribute wants."
        "write one that is";
    ID_SYNTAX "id-syntax"
        "Ids and references to them are letters, digits, and . - _ : without blanks."
        "rename it, and all that refers to it";
    LANGUAGE_TAG "language-tag"
        "Languages are well-formed tags of BCP 47."
        "write a tag as `de`, `pt-BR` or `zh-Hant`";

    UNIQUE_FILE_ID "unique-file-id"
        "No two files of a document have one id."
        "give one of them another id";
    UNIQUE_GROUP_ID "unique-group-id"
        "No two groups of a file have one id."
        "give one of them another id";
    UNIQUE_UNIT_ID "unique-unit-id"
        "No two units of a file have one id."
        "give one of them another id";
    UNIQUE_NOTE_ID "unique-note-id"
        "No two notes of one `notes` have one id."
        "give one of them another id";
    UNIQUE_DATA_ID "unique-data-id"
        "No two original data of a unit have one id."
        "give one of them another id";
    UNIQUE_INLINE_ID "unique-inline-id"
        "No two segments, codes or annotations in the sources of a unit have one id, nor two of one target."
        "give one of them another id";
    TARGET_ID "target-id"
        "A code of a target that has the id of a code of a source is the same code, in the same segment."
        "use the id of the source's code for its copy only, and a new one for others";
    UNIQUE_EXTENSION_ID "unique-extension-id"
        "No two elements of other namespaces in one `file`, `group` or `unit` have one id."
        "give one of them another id";
    TARGET_LANGUAGE_MISSING "target-language-missing"
        "A document with targets says their language in `trgLang`."
        "add trgLang to `xliff`";
    SOURCE_LANGUAGE "source-language"
        "The language of a source, its own or that of what it stands in, is that of `srcLang`."
        "take out xml:lang, or make it the same";
    TARGET_LANGUAGE "target-language"
        "The language of a target, its own or that of what it stands in, is that of `trgLang`."
        "take out xml:lang, or make it the same";
    SKELETON "skeleton"
        "A skeleton is empty and has `href`, or holds data and has none."
        "keep one of the two";
    SEGMENT_MISSING "segment-missing"
        "A unit has at least one segment."
        "make one of its ignorables a segment, or leave the unit out";
    SPACE "space"
        "`xml:space` is the same for a source and its target."
        "give both the same, or neither";
    START_WITHOUT_END "start-without-end"
        "An `sc` that is not isolated has one `ec` behind it in the same unit that refers to it."
        "add the ec, or say isolated=\"yes\" if it is in another unit";
    END_WITHOUT_START "end-without-start"
        "An `ec` that is not isolated refers to an `sc` before it in the same unit."
        "correct startRef, or say isolated=\"yes\" and give it an id";
    ISOLATED "isolated"
        "A code is isolated only if its other half is not in the same unit."
        "take out isolated=\"yes\"";
    END_ID "end-id"
        "An `ec` has `id` if it is isolated, else `startRef`, and never both."
        "keep the one that fits";
    END_DIRECTION "end-direction"
        "An `ec` has `dir` only if it is isolated."
        "put dir on the sc";
    PAIR_HINTS "pair-hints"
        "`sc` and its `ec` have the same canCopy, canDelete, canOverlap and canReorder, but that the end of a first one is `no`."
        "give both the same";
    ANNOTATION_START "annotation-start"
        "An `sm` has one `em` behind it in the same unit that refers to it."
        "add the em, or use mrk";
    ANNOTATION_END "annotation-end"
        "An `em` refers to an `sm` before it in the same unit."
        "correct startRef, or take the em out";
    FIXED_CODE "fixed-code"
        "A code that must not be reordered must not be copied or deleted either."
        "add canCopy=\"no\" and canDelete=\"no\"";
    SEQUENCE_START "sequence-start"
        "A run of codes that must not be reordered begins with one that has canReorder=\"firstNo\"."
        "say firstNo for the first of them";
    DELETED_CODE "deleted-code"
        "A code that must not be deleted is in the target, too."
        "put the code back into the target";
    REORDERED_CODE "reordered-code"
        "Codes that must not be reordered follow one another in the target as in the source, with no other code between them, and in the same code."
        "put them back into their order";
    COPY_REFERENCE "copy-reference"
        "`copyOf` names a code of the same kind in the same unit."
        "name the code that was copied";
    COPY_DATA "copy-data"
        "`copyOf` is only for codes without original data."
        "refer to the data by dataRef, and take out copyOf";
    COPY_FORBIDDEN "copy-forbidden"
        "A code with canCopy=\"no\" is not copied."
        "take the copy out";
    DATA_REFERENCE "data-reference"
        "`dataRef`, `dataRefStart` and `dataRefEnd` name original data of the same unit."
        "correct the id, or add the data";
    SUBFLOW "subflow"
        "`subFlows`, `subFlowsStart` and `subFlowsEnd` name units of the same file."
        "correct the ids";
    SUBSTATE "substate"
        "`subState` stands only beside `state`."
        "add the state";
    SUBTYPE "subtype"
        "`subType` stands only beside `type`, and those of XLIFF go with their type: xlf:var with ui, xlf:b, xlf:i, xlf:u, xlf:lb, xlf:pb with fmt."
        "add the type that goes with it, or use a prefix of your own";
    CODE_POINT "code-point"
        "`cp` stands for a character that XML cannot hold, in four to six hexadecimal digits."
        "write the character itself";
    COMMENT "comment"
        "An annotation that is a comment has either `value` or `ref`."
        "keep one of the two";
    COMMENT_REFERENCE "comment-reference"
        "The `ref` of a comment names a note of the same unit, as #n=ID."
        "correct it, or put the comment into value";
    CANDIDATE_ANNOTATION "candidate-annotation"
        "An annotation of the type mtc:match has no `ref`."
        "take it out; the match refers to the annotation";
    ORDER_RANGE "order-range"
        "The `order` of a target is at most the number of segments and ignorables of its unit."
        "count again";
    ORDER_UNIQUE "order-unique"
        "No two targets of a unit stand in one place, said or by their position."
        "give each its own place";
    ORDER_PARTNER "order-partner"
        "If a target has moved away from its place, another one says that it stands there."
        "say the order of the target that takes its place";
    FRAGMENT_SYNTAX "fragment-syntax"
        "A reference within the document is # and prefix=id parts with / between them; only the last may have no prefix."
        "write it as #f=FILE/u=UNIT/ID";
    FRAGMENT_PREFIX "fragment-prefix"
        "The prefixes are f, g, u, n, d, t, and registered ones of at least two letters."
        "use the prefix of the specification";
    FRAGMENT_ORDER "fragment-order"
        "In a reference the file stands before group or unit, and these before what is in them; none stands twice."
        "put the parts into their order";
    FRAGMENT_TARGET "fragment-target"
        "A reference within the document leads to something that is there."
        "correct the id";

    FORMAT_STYLE_ELEMENT "format-style-element"
        "`fs:fs` is the name of an element of HTML."
        "write one, for example p or span";
    FORMAT_STYLE_ATTRIBUTES "format-style-attributes"
        "`fs:subFs` stands only beside `fs:fs`, and is name,value pairs with \\ between them."
        "add fs:fs";
    FORMAT_STYLE_END "format-style-end"
        "`fs:fs` stands on an `ec` only if that is isolated."
        "put it on the sc";
    CANDIDATE_REFERENCE "candidate-reference"
        "The `ref` of a match names a text of the same unit, as #ID."
        "correct it";
    UNIQUE_CANDIDATE_ID "unique-candidate-id"
        "No two matches of one `matches` have one id."
        "give one of them another id";
    CANDIDATE_LANGUAGE "candidate-language"
        "A match has no xml:lang; its source has the language of the document, and so its target, but for reference=\"yes\"."
        "take it out, or say reference=\"yes\"";
    CANDIDATE_TYPE "candidate-type"
        "The `subType` of a match stands only beside `type`."
        "add the type";
    GLOSSARY_ENTRY "glossary-entry"
        "An entry of a glossary has a translation or a definition."
        "add one of the two";
    UNIQUE_GLOSSARY_ID "unique-glossary-id"
        "No two entries or translations of one glossary have one id."
        "give one of them another id";
    UNIQUE_METADATA_ID "unique-metadata-id"
        "No two groups of one `metadata` have one id."
        "give one of them another id";
    UNIQUE_RESOURCE_ID "unique-resource-id"
        "No two resources and references to them of one `file` or `unit` have one id."
        "give one of them another id";
    RESOURCE_CONTENT "resource-content"
        "The source or target of a resource is empty and has `href`, or holds data and has none."
        "keep one of the two";
    RESOURCE_LANGUAGE "resource-language"
        "The source of a resource has the language of `srcLang`."
        "take out xml:lang, or make it the same";
    RESOURCE_ITEM "resource-item"
        "A resource has a source, a target or a reference."
        "add what it is about";
    RESOURCE_TYPE "resource-type"
        "A resource whose source and target are empty says its `mimeType`."
        "add it";
    CHANGE_REFERENCE "change-reference"
        "Revisions of what stands more than once in their parent say by `ref` which of them has changed, by an id that is there."
        "give ref the id of the element that changed";
    CHANGE_PROPERTY "change-property"
        "An item is about `content` or an attribute of what changed, and about each once in a revision."
        "name an attribute that is there";
    CHANGE_VERSION "change-version"
        "`currentVersion` names one of the revisions, and no two have one version."
        "correct the version";
    SIZE_RESTRICTION "size-restriction"
        "`sizeRestriction` and `storageRestriction` are a number, *, or a number, a comma and a number or *."
        "write for example 40 or 10,*";
    SIZE_NUMBER "size-number"
        "`equivStorage` and a number in `sizeInfo` are whole."
        "round it";
    SIZE_CONFLICT "size-conflict"
        "`sizeInfo` and `sizeInfoRef` never stand on one element."
        "keep one of the two";
    SIZE_END "size-end"
        "Attributes of sizes stand on an `ec` only if that is isolated."
        "put them on the sc";
    SIZE_REFERENCE "size-reference"
        "`sizeInfoRef` names something in an `slr:data` of the element or of one it stands in."
        "correct the id";
    RULE_KIND "rule-kind"
        "A rule has exactly one of isPresent, isNotPresent, startsWith, endsWith and an attribute of another namespace."
        "make a rule of each";
    RULE_OCCURS "rule-occurs"
        "`occurs` is a number from 1 and stands beside isPresent, isNotPresent, startsWith or endsWith."
        "take it out, or correct it";
    RULE_SOURCE "rule-source"
        "`existsInSource` stands beside exactly one of isPresent, startsWith and endsWith."
        "take it out, or say what must be there";
    PLURAL_SWITCH "plural-switch"
        "`pgs:switch` is pairs of plural, ordinal, gender or select, a colon, and the name of what decides."
        "write for example plural:count";
    PLURAL_CASE "plural-case"
        "`pgs:case` stands within something that has `pgs:switch`, and has as many cases as that has variables."
        "say what decides by pgs:switch";
    ITS_VALUE "its-value"
        "Values of ITS are of the kinds that ITS says."
        "write one that is";
}
