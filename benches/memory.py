#!/usr/bin/env python3
"""What the memory gives back of a site's own translations.

    benches/memory.py SATZ SITES [--seed N] [--write] [SITE…]

SITES is a folder of sites, each with its German and its English in the layout that it has. Each is copied, set up by
`satz init` and taken in by `satz align --site`. Then half of the translated units are emptied at random, and the memory of
the other half is asked: what `satz fill` takes over, what `satz fill --repaired` adds, and how similar the best offer of
the rest is. Of what is filled, so much equals what people had written. --write puts the table into docs/performance.md."""
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

DOCS = pathlib.Path(__file__).resolve().parent.parent / "docs" / "performance.md"
START, END = "<!-- memory of sites -->", "<!-- end of memory of sites -->"
# A unit that has a translation: the line of its message, which has no attributes and goes on in no other line.
UNIT = re.compile(r"^(s[0-9a-z]{6}(?:-[0-9a-z]{4,5})?) = (.+)$")


def run(satz, folder, *arguments):
    """Runs satz in a folder; a status of 2 ends all."""
    done = subprocess.run([satz, *arguments], cwd=folder, capture_output=True, text=True, env={"PATH": "/usr/bin:/bin", "SATZ_CACHE": ""})
    if done.returncode > 1:
        sys.exit(f"satz {' '.join(arguments)}: {done.stderr}")
    return done.stdout


def emptied(folder, chance):
    """Takes every other message out of the catalogs, at random; gives what stood there by path and id."""
    human = {}
    for path in sorted((folder / "locales" / "en").rglob("*.ftl")):
        lines = path.read_text().splitlines()
        kept = []
        for at, line in enumerate(lines):
            unit = UNIT.match(line)
            goes_on = at + 1 < len(lines) and lines[at + 1].startswith(" ")
            if unit and not goes_on and '{ "" }' not in line and chance.random() < 0.5:
                human[(str(path.relative_to(folder)), unit[1].split("-")[0])] = unit[2]
                while kept and kept[-1].startswith("# ") and not kept[-1].startswith("# ~"):
                    kept.pop()
            else:
                kept.append(line)
        path.write_text("\n".join(kept) + "\n")
    return human


def filled(text):
    """What `satz fill` says that it fills: path and id, with German and translation."""
    lines = text.splitlines()
    units = {}
    for first, second in zip(lines, lines[1:]):
        head = re.match(r"^(\S+\.ftl): (s[0-9a-z]{6})\S* (.*)$", first)
        if head:
            units[(head[1], head[2])] = (head[3], second.strip())
    return units


def shown(text):
    """A value as satz shows it on one line."""
    text = re.sub(r'\{ "((?:[^"\\]|\\.)*)" \}', r"\1", text)
    return re.sub(r"\s+", " ", text.replace("\\u000A", " ")).strip()


def measure(satz, site, seed):
    """The figures of one site, a row of the table."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / site.name
        shutil.copytree(site, folder)
        run(satz, folder, "init", "--locales", "en")
        run(satz, folder, "sync")
        run(satz, folder, "align", "--site")
        human = emptied(folder, random.Random(seed))
        run(satz, folder, "sync")
        exact = filled(run(satz, folder, "fill", "en", "--dry-run"))
        repaired = filled(run(satz, folder, "fill", "en", "--dry-run", "--repaired"))
        suggested = json.loads(run(satz, folder, "suggest", "en", "--least", "60", "--format", "json"))["units"]
    exact = {key: unit for key, unit in exact.items() if key in human}
    repaired = {key: unit for key, unit in repaired.items() if key in human and key not in exact}
    words = {key: len(shown(text).split()) for key, text in human.items()}
    offers, best = {}, {"similar": 0, "near": 0, "words": 0, "repairable": 0}
    for unit in suggested:
        key = next((key for key in human if key[1] == unit["id"][:7] and unit["article"].split("/")[-1] in key[0]), None)
        if not key or not unit["offers"] or key in exact:
            continue
        offers[key] = unit["offers"][0]
        best["near"] += 1
        best["similar"] += unit["offers"][0]["similarity"] >= 0.75 and key not in repaired
        best["words"] += words[key] if unit["offers"][0]["similarity"] >= 0.75 and key not in repaired else 0
    same = sum(shown(human[key]) == unit[1] for key, unit in exact.items())
    total = sum(words.values())
    share = lambda part: f"{100 * part / max(total, 1):.1f} %"
    row = [
        site.name,
        f"{len(human):,}",
        f"{len(exact):,} ({100 * len(exact) / max(len(human), 1):.1f} %)",
        share(sum(words[key] for key in exact)),
        f"{same} of {len(exact)}",
        f"{len(repaired):,} of {best['near']:,} near",
        f"{best['similar']:,}",
        share(best["words"]),
    ]
    for key, unit in repaired.items():
        print(f"repaired  {unit[0]}\n          {unit[1]}\n          {shown(human[key])}", file=sys.stderr)
    return row


def main():
    """Prints the table, and writes it if that is asked for."""
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    seed = int(sys.argv[sys.argv.index("--seed") + 1]) if "--seed" in sys.argv else 7
    if "--seed" in sys.argv:
        arguments.remove(str(seed))
    satz, sites, names = pathlib.Path(arguments[0]).resolve(), pathlib.Path(arguments[1]), arguments[2:]
    names = names or ["scs", "evcc", "opensource-guide"]
    head = ["site", "emptied", "filled exactly", "of the words", "as people wrote it", "repaired", "best offer ≥ 75 %", "of the words"]
    rows = [head, ["---"] + ["--:"] * 7] + [measure(satz, sites / name, seed) for name in names]
    table = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    print(table)
    if "--write" in sys.argv:
        text = DOCS.read_text()
        start, end = text.index(START) + len(START), text.index(END)
        DOCS.write_text(f"{text[:start]}\n{table}\n{text[end:]}")


if __name__ == "__main__":
    main()
