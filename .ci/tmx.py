#!/usr/bin/env python3
"""Holds translation memories against the tools that read and write them: OmegaT and Translate Toolkit.

    .ci/tmx.py [SATZ]

What `satz export --format tmx` writes is read by both: Translate Toolkit must have every unit with its codes, OmegaT (without a window, on
texts without codes) must write every translation. What both write lies in `memory/` of a workspace without translations: `satz fill` must
give every unit the translation that it had. OmegaT knows codes as its own tags, `<b0>`, so of what it writes units without codes count.
OmegaT is Debian's package `omegat`; Translate Toolkit comes from PyPI into a temporary folder. Where one of them cannot be had, what
was not checked is said, and the exit status is 0."""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import venv

ROOT = pathlib.Path(__file__).resolve().parent.parent

# A German sentence with its translation, as satz writes them.
UNITS = [
    ("Der Eintritt ist frei & ohne Anmeldung.", "Admission is free & needs no booking."),
    ("Bitte das „Tor“ am Kanal schließen!", "Please shut the “gate” by the canal!"),
    ("Wer fährt mit der Fähre?", "Who takes the ferry?"),
    ("Das Riesenrad 🎡 bleibt stehen.", "The big wheel 🎡 stands still."),
    ("Ein Kaffee kostet 3,50\u00a0Euro.", "A coffee is €3.50."),
    ("Es ist 5 > 3 und 3 < 5.", "5 > 3 and 3 < 5."),
    ("Sie sagte: 'Nein'.", "She said 'no'."),
    ("Der Markt öffnet um **8 Uhr**.", "The market opens at **8 a.m.**"),
    ("Hunde sind [willkommen](hunde.md).", "Dogs are [welcome](hunde.md)."),
    ("Tippe `satz sync` und warte.", "Type `satz sync` and wait."),
    ("Das *Fest* ist **morgen**.", "The *fair* is **tomorrow**."),
]
# What OmegaT needs to take a folder for a project.
PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>de</source_lang><target_lang>en</target_lang>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>
"""
# Reads a memory and prints its pairs; writes one of the pairs that it is given.
TOOLKIT = """
import json, sys
from translate.storage import tmx
memory = tmx.tmxfile.parsefile(sys.argv[1])
print(json.dumps([[unit.source, unit.target] for unit in memory.units]))
written = tmx.tmxfile()
for source, target in json.loads(sys.argv[3]):
    written.addtranslation(source, "de", target, "en")
written.savefile(sys.argv[2])
"""


def not_checked(why):
    """Says why a part was not checked."""
    print(f"NOT CHECKED: {why}", file=sys.stderr)


def run(*arguments, cwd):
    """Runs a program, which must succeed; gives its output."""
    done = subprocess.run([str(a) for a in arguments], cwd=cwd, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{arguments[0]}: exit status {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def workspace(satz, folder):
    """A workspace with all sentences, none translated."""
    (folder / "articles").mkdir(parents=True)
    (folder / "satz.yaml").write_text("locales: [en]\n")
    (folder / "articles/markt.md").write_text("\n\n".join(source for source, _ in UNITS) + "\n")
    run(satz, "sync", cwd=folder)
    return folder


def translate(satz, folder):
    """Types all translations behind their stubs."""
    path = folder / "locales/en/markt.ftl"
    text = path.read_text()
    ids = re.findall(r"(?m)^# (s[0-9a-z]{6}) =$", text)
    assert len(ids) == len(UNITS), ids
    for id, (_, target) in zip(ids, UNITS):
        text = text.replace(f"# {id} =\n", f"{id} = {target}\n")
    path.write_text(text)
    run(satz, "sync", cwd=folder)


def filled(satz, scratch, memory):
    """The pairs that `satz fill` makes of a memory in a workspace without translations."""
    folder = workspace(satz, pathlib.Path(tempfile.mkdtemp(dir=scratch)) / "fresh")
    (folder / "memory").mkdir()
    shutil.copy(memory, folder / "memory")
    units = json.loads(run(satz, "fill", "en", "--format", "json", cwd=folder))["units"]
    return {unit["source"]: unit["target"] for unit in units}


def bare(text):
    """A text without its codes, as OmegaT reads it: of a code that stands alone nothing is left."""
    return re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", re.sub("`[^`]*`", "", text)).replace("*", "")


def differing(wanted, got):
    """What is missing or otherwise than it should be, a line each."""
    return [f"  {source}: {got.get(source)!r}, not {target!r}" for source, target in wanted.items() if got.get(source) != target]


def hold(name, wanted, got):
    """Ends all if a pair is not there as it should be."""
    faults = differing(wanted, got)
    print(f"{name}: {len(wanted) - len(faults)} of {len(wanted)}")
    if faults:
        sys.exit("\n".join(faults))


def toolkit(satz, scratch, ours, po):
    """Translate Toolkit: reads ours, and writes two."""
    place = scratch / "venv"
    venv.create(place, with_pip=True)
    installed = subprocess.run([place / "bin/pip", "install", "-q", "translate-toolkit"], capture_output=True)
    if installed.returncode:
        not_checked("Translate Toolkit cannot be installed with pip")
        return
    wanted = dict(UNITS)
    written = scratch / "toolkit.tmx"
    pairs = run(place / "bin/python", "-c", TOOLKIT, ours, written, json.dumps(UNITS), cwd=scratch)
    hold("Translate Toolkit reads ours", wanted, dict(json.loads(pairs)))
    hold("what Translate Toolkit writes", wanted, filled(satz, scratch, written))
    from_po = scratch / "po2tmx.tmx"
    run(place / "bin/po2tmx", "-l", "en", "--source-language=de", po, from_po, cwd=scratch)
    hold("what its po2tmx writes", wanted, filled(satz, scratch, from_po))


def omegat(satz, scratch, ours):
    """OmegaT: reads ours, and writes three."""
    if not shutil.which("omegat"):
        not_checked("OmegaT is not installed (apt-get install omegat)")
        return
    project = scratch / "project"
    for name in ["source", "target", "tm/auto", "omegat", "glossary", "dictionary"]:
        (project / name).mkdir(parents=True)
    (project / "omegat.project").write_text(PROJECT)
    (project / "source/markt.txt").write_text("\n\n".join(bare(source) for source, _ in UNITS) + "\n")
    shutil.copy(ours, project / "tm/auto")
    run("omegat", "--mode=console-translate", f"--config-dir={scratch / 'settings'}", project, cwd=scratch)
    lines = [line for line in (project / "target/markt.txt").read_text().splitlines() if line]
    wanted = {bare(source): bare(target) for source, target in UNITS}
    hold("OmegaT reads ours", wanted, dict(zip(wanted, lines)))
    plain = {source: target for source, target in UNITS if bare(source) == source}
    for level in ["level1", "level2", "omegat"]:
        hold(f"what OmegaT writes, {level}", plain, filled(satz, scratch, project / f"project-{level}.tmx"))


def main():
    """Holds both tools against satz."""
    satz = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/release/satz").resolve()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        folder = workspace(satz, scratch / "workspace")
        translate(satz, folder)
        for form in ["tmx", "po"]:
            run(satz, "export", "en", "--format", form, "--into", form, cwd=folder)
        ours = folder / "tmx/en/markt.tmx"
        toolkit(satz, scratch, ours, folder / "po/en/markt.po")
        omegat(satz, scratch, ours)


if __name__ == "__main__":
    main()
