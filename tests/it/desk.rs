//! What is done at a desk comes to the same files as the same edits in a text editor, with `sync` after them;
//! and nobody's text is written over.

mod histories;

use std::fs;

use satz::session::{
    DeskChange, DeskPlace, DeskSaved, DeskUnit, Maker, Review, Session, SyncQuestion, Transcript,
    UnitMaker,
};

use crate::support::Folder;

const ARTICLE: &str =
    "# Der Markt\n\nEr ist offen. Er hat 9 Stände. Er schließt um **sechs** Uhr.\n";

fn session(folder: &Folder) -> Session {
    Session::open(folder.path(), &[], None, &mut ()).unwrap()
}

fn sync(folder: &Folder) {
    let question = SyncQuestion {
        writes: true,
        ..SyncQuestion::default()
    };
    let session = session(folder);
    let heard = &mut Transcript::default();
    session.plan_sync(&question, heard).unwrap().apply(heard);
    assert_eq!(heard.failures, [""; 0]);
}

/// A workspace whose second sentence is translated and has changed since.
fn workspace() -> Folder {
    let folder = Folder::new();
    folder.put("satz.yaml", "locales: [en, fr]\n");
    folder.put("articles/markt.md", ARTICLE.replace("offen", "geöffnet"));
    sync(&folder);
    type_behind(&folder, "Er ist geöffnet.", "It is open.");
    sync(&folder);
    folder.put("articles/markt.md", ARTICLE);
    sync(&folder);
    folder
}

const CATALOG: &str = "locales/en/markt.ftl";

fn unit(folder: &Folder, source: &str) -> DeskUnit {
    let article = session(folder).desk("en", "markt", &mut ()).unwrap();
    let mut units = article.units.into_iter();
    units.find(|unit| unit.source == source).unwrap()
}

/// Types a translation behind the stub of a sentence, as in a text editor.
fn type_behind(folder: &Folder, source: &str, text: &str) {
    let stub = format!("# {} =", unit(folder, source).id);
    edit(folder, &stub, &format!("{stub} {text}"));
}

fn edit(folder: &Folder, old: &str, new: &str) {
    let text = folder.get(CATALOG);
    assert!(text.contains(old), "{old}:\n{text}");
    folder.put(CATALOG, text.replacen(old, new, 1));
}

fn change(unit: &DeskUnit, typed: &str) -> DeskChange {
    DeskChange {
        place: DeskPlace {
            locale: "en".to_owned(),
            article: "markt".to_owned(),
            id: unit.id.clone(),
        },
        seen: Some(unit.version.clone()),
        typed: Some(typed.to_owned()),
        ..DeskChange::default()
    }
}

fn done(folder: &Folder, change: &DeskChange) -> (Vec<DeskUnit>, satz::session::Restored) {
    match session(folder).change_unit(change, &mut ()).unwrap() {
        DeskSaved::Done { units, undo } => (units, undo),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_typed_is_what_an_editor_would_have_typed() {
    for (source, typed) in [
        ("Er hat 9 Stände.", "It has 9 stalls."),
        ("Der Markt", "The { \"{\" }market{ \"}\" }"),
        ("Er schließt um **sechs** Uhr.", "It closes at **six**."),
    ] {
        let (desk, editor) = (workspace(), workspace());
        done(&desk, &change(&unit(&desk, source), typed));
        type_behind(&editor, source, typed);
        sync(&editor);
        assert_eq!(desk.get(CATALOG), editor.get(CATALOG), "{source}");
        sync(&desk);
        assert_eq!(desk.get(CATALOG), editor.get(CATALOG), "{source}");
    }
}

#[test]
fn an_old_translation_takes_the_present_id() {
    let (desk, editor) = (workspace(), workspace());
    let stale = unit(&desk, "Er ist offen.");
    assert_eq!(stale.was.as_deref(), Some("Er ist geöffnet."));
    let (units, _) = done(&desk, &change(&stale, "It is now open."));
    assert_eq!(units[0].state.name(), "current");
    let old = format!("{} = It is open.", &stale.id[..7]);
    edit(&editor, &old, &format!("{} = It is now open.", stale.id));
    sync(&editor);
    assert_eq!(desk.get(CATALOG), editor.get(CATALOG));
    // Saved as it stands, it is up to date as well.
    let desk = workspace();
    done(&desk, &change(&stale, "It is open."));
    assert_eq!(unit(&desk, "Er ist offen.").state.name(), "current");
}

#[test]
fn who_comes_second_sees_both() {
    let folder = workspace();
    let seen = unit(&folder, "Er hat 9 Stände.");
    done(&folder, &change(&seen, "It has nine stalls."));
    let before = folder.get(CATALOG);
    let saved = session(&folder).change_unit(&change(&seen, "It has 9 stands."), &mut ());
    let DeskSaved::Conflict(theirs) = saved.unwrap() else {
        panic!("written over")
    };
    assert_eq!(theirs.typed.as_deref(), Some("It has nine stalls."));
    assert_eq!(folder.get(CATALOG), before);
    // A stub behind which somebody typed in an editor counts as much.
    let folder = workspace();
    let seen = unit(&folder, "Er hat 9 Stände.");
    type_behind(&folder, "Er hat 9 Stände.", "Typed elsewhere.");
    let saved = session(&folder)
        .change_unit(&change(&seen, "Mine."), &mut ())
        .unwrap();
    assert!(matches!(saved, DeskSaved::Conflict(_)), "{saved:?}");
    // Another sentence of the same file is nobody's trouble.
    let heading = unit(&folder, "Der Markt");
    done(&folder, &change(&heading, "The market"));
    let text = folder.get(CATALOG);
    assert!(
        text.contains("= Typed elsewhere.") && text.contains("= The market"),
        "{text}"
    );
}

#[test]
fn a_changed_original_is_seen_before_it_counts() {
    let folder = workspace();
    let seen = unit(&folder, "Er hat 9 Stände.");
    let article = folder
        .get("articles/markt.md")
        .replace("9 Stände", "8 Stände");
    folder.put("articles/markt.md", article);
    let refused = session(&folder).change_unit(&change(&seen, "It has 9 stalls."), &mut ());
    assert!(refused.unwrap_err().to_string().contains("satz sync"));
    sync(&folder);
    let saved = session(&folder).change_unit(&change(&seen, "It has 9 stalls."), &mut ());
    assert!(
        matches!(saved, Ok(DeskSaved::Conflict(_)) | Err(_)),
        "{saved:?}"
    );
    assert!(!folder.get(CATALOG).contains("9 stalls"));
}

#[test]
fn a_change_is_taken_back_and_nothing_else() {
    let folder = workspace();
    let before = folder.get(CATALOG);
    let (_, undo) = done(
        &folder,
        &change(&unit(&folder, "Er ist offen."), "It is open now."),
    );
    let redo = session(&folder).restore(&undo, &mut ()).unwrap();
    assert_eq!(folder.get(CATALOG), before);
    session(&folder).restore(&redo, &mut ()).unwrap();
    done(
        &folder,
        &change(&unit(&folder, "Er hat 9 Stände."), "It has 9 stalls."),
    );
    session(&folder).restore(&undo, &mut ()).unwrap();
    assert_eq!(unit(&folder, "Er ist offen.").state.name(), "stale");
    assert_eq!(unit(&folder, "Er hat 9 Stände.").state.name(), "current");
    // What somebody changed since stays.
    let folder = workspace();
    let (_, undo) = done(
        &folder,
        &change(&unit(&folder, "Er hat 9 Stände."), "It has 9 stalls."),
    );
    done(
        &folder,
        &change(&unit(&folder, "Er hat 9 Stände."), "It has 9 stands."),
    );
    let now = folder.get(CATALOG);
    assert!(session(&folder).restore(&undo, &mut ()).is_err());
    assert_eq!(folder.get(CATALOG), now);
}

#[test]
fn a_review_is_of_what_was_seen() {
    let folder = workspace();
    let review = Review::of("Ada", "2026-11-30");
    let mut confirmed = change(&unit(&folder, "Er hat 9 Stände."), "It has 9 stalls.");
    confirmed.review = Some(review.clone());
    let (units, _) = done(&folder, &confirmed);
    assert_eq!(
        units[0].review,
        Some(("Ada".to_owned(), "2026-11-30".to_owned()))
    );
    let seen = unit(&folder, "Er hat 9 Stände.");
    edit(&folder, "= It has 9 stalls.", "= It has 8 stalls.");
    assert_eq!(unit(&folder, "Er hat 9 Stände.").review, None);
    let confirmed = DeskChange {
        typed: None,
        review: Some(review.clone()),
        ..change(&seen, "")
    };
    let saved = session(&folder).change_unit(&confirmed, &mut ()).unwrap();
    assert!(matches!(saved, DeskSaved::Conflict(_)), "{saved:?}");
    // Nobody can stand for what is old or not there.
    for source in ["Er ist offen.", "Der Markt"] {
        let seen = unit(&folder, source);
        let confirmed = DeskChange {
            typed: None,
            review: Some(review.clone()),
            ..change(&seen, "")
        };
        assert!(
            session(&folder).change_unit(&confirmed, &mut ()).is_err(),
            "{source}"
        );
    }
}

#[test]
fn a_comment_is_the_translators_own() {
    let folder = workspace();
    let mut commented = change(&unit(&folder, "Er hat 9 Stände."), "It has 9 stalls.");
    commented.comments = Some(vec!["stalls or stands?".to_owned()]);
    done(&folder, &commented);
    sync(&folder);
    let unit = unit(&folder, "Er hat 9 Stände.");
    assert_eq!(unit.comments, ["stalls or stands?"]);
    assert!(folder.get(CATALOG).contains("# stalls or stands?\n"));
    for bad in [
        "de: Er hat 9 Stände.",
        "review: Ada 2026-11-30 #k3v9x2",
        "missing",
        "a\nmerged into: s0",
    ] {
        let mut commented = change(&unit, "It has 9 stalls.");
        commented.comments = Some(vec![bad.to_owned()]);
        let before = folder.get(CATALOG);
        assert!(
            session(&folder).change_unit(&commented, &mut ()).is_err(),
            "{bad}"
        );
        assert_eq!(folder.get(CATALOG), before);
    }
}

#[test]
fn what_cannot_be_read_is_not_written() {
    let folder = workspace();
    let seen = unit(&folder, "Er hat 9 Stände.");
    let before = folder.get(CATALOG);
    for typed in ["{", "a }", "{ \"x }", "{ $n ->"] {
        let saved = session(&folder)
            .change_unit(&change(&seen, typed), &mut ())
            .unwrap();
        assert!(
            matches!(saved, DeskSaved::Unreadable(_)),
            "{typed}: {saved:?}"
        );
    }
    fs::set_permissions(folder.path().join(CATALOG), {
        let mut permissions = fs::metadata(folder.path().join(CATALOG))
            .unwrap()
            .permissions();
        permissions.set_readonly(true);
        permissions
    })
    .unwrap();
    assert!(
        session(&folder)
            .change_unit(&change(&seen, "It has 9 stalls."), &mut ())
            .is_err()
    );
    assert_eq!(folder.get(CATALOG), before);
}

#[test]
fn line_breaks_are_typed_as_line_breaks() {
    let folder = workspace();
    done(
        &folder,
        &change(
            &unit(&folder, "Er hat 9 Stände."),
            "It has 9 stalls.\n\nAll are open.",
        ),
    );
    assert!(
        folder
            .get(CATALOG)
            .contains("= It has 9 stalls.{ \"\\u000A\\u000A\" }All are open.\n")
    );
    let unit = unit(&folder, "Er hat 9 Stände.");
    assert_eq!(
        unit.typed.as_deref(),
        Some("It has 9 stalls.\n\nAll are open.")
    );
}

#[test]
fn what_was_offered_says_where_it_is_from() {
    let folder = workspace();
    folder.put("articles/hof.md", "Er hat 9 Stände.\n");
    sync(&folder);
    let there = session(&folder).desk("en", "hof", &mut ()).unwrap().units[0]
        .id
        .clone();
    let stub = format!("# {there} =");
    let made = format!("{there} = It has 9 stalls.");
    let text = folder.get("locales/en/hof.ftl");
    folder.put("locales/en/hof.ftl", text.replace(&stub, &made));
    let machine = UnitMaker {
        locale: "en".to_owned(),
        article: "hof".to_owned(),
        ids: vec![there.clone()],
        maker: Maker::of_machine("acme"),
    };
    session(&folder).mark_made(&machine, &mut ()).unwrap();
    for (typed, is_edited, mark) in [
        ("It has 9 stalls.", false, "# made: memory of machine acme"),
        ("It has 9 stands.", true, "# made: memory of machine acme"),
    ] {
        let folder_of = workspace();
        for path in [
            "articles/hof.md",
            "locales/en/hof.ftl",
            "locales/de/hof.ftl",
        ] {
            folder_of.put(path, folder.get(path));
        }
        let mut offered = change(&unit(&folder_of, "Er hat 9 Stände."), typed);
        offered.from = Some(satz::session::DeskOrigin {
            article: "hof".to_owned(),
            id: there.clone(),
            is_repaired: false,
            is_edited,
        });
        done(&folder_of, &offered);
        let text = folder_of.get(CATALOG);
        let line = text.lines().find(|line| line.starts_with(mark));
        assert!(
            line.is_some_and(|line| line.contains(", edited") == is_edited),
            "{text}"
        );
    }
}

/// Whoever did not hear that a text was saved saves it again.
#[test]
fn who_saves_the_same_again_is_in_nobodys_way() {
    let folder = workspace();
    let again = change(&unit(&folder, "Er hat 9 Stände."), "It has 9 stalls.");
    done(&folder, &again);
    let before = folder.get(CATALOG);
    done(&folder, &again);
    assert_eq!(folder.get(CATALOG), before);
    // Not for another German, nor behind a stub, nor where somebody is to stand for it.
    let confirmed = DeskChange {
        review: Some(Review::of("Ada", "2026-11-30")),
        ..again.clone()
    };
    let saved = session(&folder).change_unit(&confirmed, &mut ()).unwrap();
    assert!(matches!(saved, DeskSaved::Conflict(_)), "{saved:?}");
    let folder = workspace();
    type_behind(&folder, "Er hat 9 Stände.", "It has 9 stalls.");
    let saved = session(&folder).change_unit(&again, &mut ()).unwrap();
    assert!(matches!(saved, DeskSaved::Conflict(_)), "{saved:?}");
}
