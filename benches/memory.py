#!/usr/bin/env python3
"""What the memory gives back of a site's own translations.

    benches/memory.py SATZ SITES [--seed N] [--write] [SITE…]
    benches/memory.py SATZ --search UNITS QUERIES
    benches/memory.py SATZ --open ARTICLES

SITES is a folder of sites, each with its German and its English in the layout that it has. Each is copied, set up by
`satz init` and taken in by `satz align --site`. Then half of the translated units are emptied at random, and the memory of
the other half is asked: what `satz fill` takes over, what `satz fill --repaired` adds, and how similar the best offer of
the rest is. Of what is filled, so much equals what people had written. --write puts the table into docs/performance.md.

--search asks SQLite's full-text search in the usual way, words joined by OR, the first 20, 100 and 200 by bm25, of which the most
similar by edit distance counts, beside `satz memory match`; QUERIES has the true best of each.

--open asks for the offers of one article among so many of `benches/scale.py` (about 50 sentences each): without the cache, with an empty one, with
what is in it, and when another article has changed."""
import collections
import gzip
import json
import os
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

import scale

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


def similarity(one, other):
    """1 less the edit distance over the length of the longer text."""
    longer = max(len(one), len(other), 1)
    row = list(range(len(other) + 1))
    for at, a in enumerate(one, 1):
        last, row[0] = row[0], at
        for place, b in enumerate(other, 1):
            last, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, last + (a != b))
    return 1 - row[-1] / longer


def search(satz, units, queries):
    """Prints for how many of the queries each way finds the true best, and its CPU time a query."""
    opened = gzip.open if units.suffix == ".gz" else open
    texts = opened(units, "rt", encoding="utf-8").read().splitlines()
    asked = [json.loads(line) for line in queries.read_text().splitlines()]
    asked = [query for query in asked if query["best"]]
    start = time.process_time()
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE units USING fts5(text)")
    base.executemany("INSERT INTO units VALUES (?)", ((text,) for text in texts))
    print(f"SQLite: index of {len(texts):,} texts in {time.process_time() - start:.1f} s")
    found, spent = collections.Counter(), 0.0
    for query in asked:
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", query["query"]))
        start = time.process_time()
        rows = base.execute("SELECT text FROM units WHERE units MATCH ? ORDER BY bm25(units) LIMIT 200", (words,)).fetchall()
        spent += time.process_time() - start
        best = [similarity(query["query"], text) for (text,) in rows]
        for count in (20, 100, 200):
            found[count] += max(best[:count], default=0) + 1e-6 >= query["best"]
    for count in (20, 100, 200):
        print(f"SQLite, best of {count}: {found[count]} of {len(asked)}")
    print(f"SQLite: {1000 * spent / len(asked):.1f} ms CPU a query without the edit distances")
    start = os.times()
    done = subprocess.run([satz, "memory", "match", "--units", units, "--queries", queries], capture_output=True, text=True, check=True)
    end = os.times()
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    answers = {answer["query"]: answer["best"] or 0 for answer in answers}
    right = sum(abs(answers[query["query"]] - query["best"]) < 1e-6 for query in asked)
    cpu = end.children_user + end.children_system - start.children_user - start.children_system
    print(f"satz: {right} of {len(asked)}; index and all queries in {cpu:.1f} s CPU")


def opened(satz, count):
    """Prints what asking for the offers of one article costs."""
    with tempfile.TemporaryDirectory() as scratch:
        folder, cache = pathlib.Path(scratch) / "site", pathlib.Path(scratch) / "cache"
        (folder / "articles").mkdir(parents=True)
        (folder / "satz.yaml").write_text("locales: [en, fr]\n")
        for number in range(count):
            (folder / f"articles/a{number:05}.md").write_text(scale.article(number))
        run(satz, folder, "sync")
        scale.fill(folder, ["en", "fr"])
        first, last = folder / "articles/a00000.md", folder / f"articles/a{count - 1:05}.md"
        first.write_text(first.read_text() + "\nIm Jahr 2024 zählte die Stadt noch 8123 Haushalte.\n")
        run(satz, folder, "sync")
        # From now on the times of the files tell their contents.
        time.sleep(2.5)

        def ask(name, where):
            before, start = os.times(), time.monotonic()
            subprocess.run([satz, "suggest", "en", "--article", "a00000"], cwd=folder, check=True, capture_output=True, env={"SATZ_CACHE": where})
            wall, after = time.monotonic() - start, os.times()
            cpu = after.children_user + after.children_system - before.children_user - before.children_system
            print(f"| {name} | {cpu:.2f} s | {wall:.2f} s |")

        print(f"| {50 * count:,} sentences | CPU | wall |\n| --- | --: | --: |")
        ask("without the cache", "")
        ask("with an empty one", str(cache))
        ask("again", str(cache))
        last.write_text(last.read_text() + "\nUnd Schluss.\n")
        ask("when another article has changed", str(cache))


def main():
    """Prints the table, and writes it if that is asked for."""
    if "--search" in sys.argv:
        satz, units, queries = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
        search(pathlib.Path(satz).resolve(), pathlib.Path(units), pathlib.Path(queries))
        return
    if "--open" in sys.argv:
        opened(pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[3]))
        return
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
