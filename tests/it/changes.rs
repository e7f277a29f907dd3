//! What a translator is told of a change.

use crate::pipeline::{fill, run, satz};
use crate::support::Folder;

#[test]
fn facts_that_changed_are_told_in_diff_and_explain() {
    let german = "Er wusste nicht, was kommt.\n\nIm Juni kostet es 1,5 Euro.\n";
    let folder = Folder::new();
    folder.put("satz.yaml", "source: de\nlocales: [en]\n");
    folder.put("articles/preis.md", german);
    run(&folder, "sync");
    fill(&folder, "en", "preis");
    run(&folder, "sync");
    let changed = german.replace("nicht,", "nichts,").replace("Juni", "Juli");
    folder.put("articles/preis.md", changed.replace("1,5", "15"));
    let told = [
        "changed negation nicht → nichts",
        "changed number 1,5 Euro → 15 Euro; date Juni → Juli",
    ];
    let shown = satz(&folder, "sync --check --explain");
    for piece in told {
        assert!(shown.out.contains(piece), "{piece} in {}", shown.out);
    }
    let explained = satz(&folder, "sync --check --explain --format json").json();
    let unit = &explained["units"][1];
    assert_eq!(
        (&unit["rule"], &unit["facts"][1]["now"]),
        (&"reworded".into(), &"Juli".into())
    );
    run(&folder, "sync");
    let shown = run(&folder, "diff en");
    for piece in told {
        assert!(shown.contains(piece), "{piece} in {shown}");
    }
    let diff = satz(&folder, "diff en --format json").json();
    let fact = &diff["units"][0]["facts"][0];
    assert_eq!(fact["kind"], "negation");
    assert_eq!(
        (&fact["was"], &fact["now"]),
        (&"nicht".into(), &"nichts".into())
    );
}
