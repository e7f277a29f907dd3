//! What `--help` shows as examples is run as it stands, each by itself in a workspace that has what it
//! names, and must do what it says: no example ends with exit status 2, or says `error`.

use crate::support::{Folder, program};
use crate::walk::said;

/// A sentence whose id is that of the examples: `s83fqt0`.
const MARKT: &str = "# Markt am Kanal\n\nDer Eintritt kostet 5 Euro. Hunde sind willkommen.\n";

/// The help of a command.
fn help(arguments: &[&str]) -> String {
    let output = program().args(arguments).arg("--help").output().unwrap();
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The names of the commands, as the help lists them.
pub(crate) fn commands() -> Vec<String> {
    let help = help(&[]);
    let list = help.split("\nCommands:\n").nth(1).unwrap();
    let lines = list.lines().take_while(|line| !line.is_empty());
    let names = lines.filter_map(|line| line.strip_prefix("  ")?.split("  ").next());
    names
        .filter(|name| !name.is_empty() && *name != "help")
        .map(str::to_owned)
        .collect()
}

/// The lines below a head, each up to what explains it.
fn examples(help: &str, head: &str) -> Vec<String> {
    let lines = help.split(head).nth(1).unwrap_or_default().lines();
    let lines = lines.skip(1).map_while(|line| line.strip_prefix("  "));
    lines
        .map(|line| line.split("  ").next().unwrap().to_owned())
        .collect()
}

/// The folder `home`, in which examples are run.
const HOME: &str = "home";

/// A workspace in `home` with all that the examples name.
fn workspace() -> Folder {
    let folder = Folder::new();
    let put = |path: &str, text: &str| folder.put(&format!("{HOME}/{path}"), text);
    let page: Vec<String> = (1..20)
        .map(|number| format!("<p>Hier steht der Satz mit der Nummer {number}.</p>"))
        .collect();
    put(
        "satz.yaml",
        "locales: [en, fr, uk]\nmachine: {acme: {run: [cat]}}\n",
    );
    put("articles/markt.md", MARKT);
    put("articles/raketen.md", "# Raketen\n\nEs sind 9 Raketen.\n");
    put("articles/news/fest.md", "Am 7. Februar ist ein Fest.\n");
    put("old/missiles.md", "# Missiles\n\nThere are 9 missiles.\n");
    put("i18n/en/guide/markt.md", "Admission is 5 euros.\n");
    put("../site/content/markt.en.md", "Admission is 5 euros.\n");
    put(
        "page.html",
        &format!("<title>Seite</title>{}", page.join("\n")),
    );
    put("report.md", "# Der Bericht\n\nEin Satz.\n");
    put("text.txt", "Ein Satz. Noch einer.\n");
    put(
        "from-agency.xlf",
        "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"de\">\
         <file id=\"f\"><unit id=\"u\"><segment><source>Ein Satz.</source></segment></unit></file></xliff>\n",
    );
    put("de.txt", "Ein Satz.\n");
    put("en.txt", "A sentence.\n");
    put(
        "pairs.jsonl",
        "{\"id\": \"1\", \"lang\": \"en\", \"source\": \"5 Euro\", \"target\": \"5 euros\"}\n",
    );
    folder
}

/// What is done in the workspace before an example: one sentence is translated and has changed since.
const BEFORE: &str = "
    satz sync
    sed -i 's/^# s83fqt0 =/s83fqt0 = Admission is 5 euros./' locales/en/markt.ftl
    satz sync
    sed -i 's/kostet 5 Euro/kostet 6 Euro/' articles/markt.md
    satz sync
    sed -i 's/5 euros/6 euros/' locales/en/markt.ftl
    git init -q
    git add .
    git commit -qm one
    git update-ref refs/remotes/origin/main HEAD
    satz check --baseline known.txt --write-baseline
    satz check --format sarif --shard 1/2 > part-1
    satz check --format sarif --shard 2/2 > part-2
    mkdir -p ~/.zfunc ~/.config/fish/completions ~/.local/share/bash-completion/completions";

/// Runs one example where it belongs; `ready` is the workspace after what is done before.
fn run(command: &str, example: &str, ready: &Folder) -> String {
    let folder = workspace();
    let there = |path: &str, text: &str| folder.put(&format!("{HOME}/{path}"), text);
    let before = match example {
        "satz init --adopt" => {
            there(
                "locales/de/markt.ftl",
                "entry = Der Eintritt kostet 5 Euro.\n",
            );
            there("locales/en/markt.ftl", "entry = Admission is 5 euros.\n");
            ""
        }
        "satz init" => {
            there("docs/de/hof.md", "Das Tor ist offen.\n");
            there("docs/en/hof.md", "The gate is open.\n");
            "rm -r satz.yaml articles"
        }
        "satz align --site" => {
            there("docs/en/markt.md", "Admission is 5 euros.\n");
            let site =
                "articles: {source: \"articles/{path}.md\", target: \"docs/{locale}/{path}.md\"}";
            there("satz.yaml", &format!("locales: [en]\n{site}\n"));
            "satz sync"
        }
        _ if command == "init" => {
            there("i18n/en/app.ftl", "save = Save\n");
            there("i18n/de/app.ftl", "save = Speichern\n");
            "rm satz.yaml; git init -q"
        }
        _ if example.contains("--minor") => "satz sync; sed -i 's/5 Euro/5 EUR/' articles/markt.md",
        _ => {
            let ready = ready.path().display();
            // Only what is up to date can be reviewed.
            let settled = if command == "review" {
                format!("; cd ../{HOME}; satz accept en --all")
            } else {
                String::new()
            };
            &format!("rm -r ../{HOME}; cp -a {ready}/. ..{settled}")
        }
    };
    said(&folder, &format!("cd {HOME}\n{before}"));
    // They run until they are stopped.
    let line = match command {
        "edit" if example.contains("--no-open") => format!("timeout 1 {example}"),
        "edit" => format!("timeout 1 {example} --no-open"),
        "watch" => format!("timeout 1 {example}"),
        _ => example.to_owned(),
    };
    // What not every system has.
    let line = line
        .replace("xclip -o", "cat page.html")
        .replace("man -l -", "cat");
    said(&folder, &format!("cd {HOME}\n{line}"))
}

#[test]
fn examples_do_what_they_say() {
    let ready = workspace();
    said(&ready, &format!("cd {HOME}\n{BEFORE}"));
    let mut count = 0;
    let mut wrong = Vec::new();
    for command in commands() {
        let found = examples(&help(&[&command]), "Examples:");
        // Programs start these, no person does.
        let is_for_programs = matches!(command.as_str(), "merge-driver" | "lsp");
        let has_none = found.is_empty() && !is_for_programs;
        assert!(!has_none, "{command} has no examples");
        for example in found {
            count += 1;
            let said = run(&command, &example, &ready);
            if said.contains("error: ") || said.contains("exit status 2") {
                wrong.push(format!("$ {example}\n{said}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 40, "{count}");
}

#[test]
fn the_first_walk_can_be_typed() {
    let walk = examples(&help(&[]), "A first walk:");
    assert!(walk.len() > 5, "{walk:?}");
    let folder = Folder::new();
    let said = said(&folder, &walk.join("\n"));
    assert!(!said.contains("error: "), "{said}");
    assert!(said.contains("build/de/"), "{said}");
}

#[test]
fn git_is_set_up_as_the_help_says() {
    let lines = examples(&help(&["merge-driver"]), "To make git use it");
    let folder = workspace();
    let said = said(
        &folder,
        &format!("cd {HOME}\ngit init -q\n{}", lines.join("\n")),
    );
    assert_eq!((lines.len(), said.as_str()), (2, ""));
}
