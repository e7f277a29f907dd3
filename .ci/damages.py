#!/usr/bin/env python3
"""Counts how many of the damages in benches/checks/damages.txt `satz check --pairs` finds, by kind.

usage: .ci/damages.py SATZ [--least warning] [--show]

A damage is found if the damaged text has a finding that the right one has not. `false` are right texts
with a finding. --show prints what was not found, and the findings of right texts.
"""
import collections, json, pathlib, subprocess, sys

DATA = pathlib.Path(__file__).parent.parent / "benches/checks/damages.txt"


def read():
    kind = ""
    for line in DATA.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            kind = line[3:]
        elif line and not line.startswith("#"):
            locale, source, right, damaged = (part.replace("⏎", "\n") for part in line.split(" | "))
            yield kind, locale, source, right, damaged


def main():
    arguments = [a for a in sys.argv[1:] if a != "--show"]
    damages = list(read())
    pairs = []
    for at, (_, locale, source, right, damaged) in enumerate(damages):
        for name, target in (("right", right), ("damaged", damaged)):
            identifier = "%s%d" % (name, at)
            pairs.append({"id": identifier, "doc": identifier, "lang": locale, "source": source, "target": target})
    lines = "\n".join(json.dumps(pair, ensure_ascii=False) for pair in pairs)
    output = subprocess.run([arguments[0], "check", "--pairs", "-"] + arguments[1:],
                            input=lines, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True).stdout
    checks = collections.defaultdict(list)
    for line in output.splitlines():
        row = json.loads(line)
        checks[row["id"]] += row["checks"]
    table = collections.defaultdict(lambda: [0, 0, 0])
    for at, (kind, locale, source, right, damaged) in enumerate(damages):
        before, after = (collections.Counter(checks["%s%d" % (name, at)]) for name in ("right", "damaged"))
        found = bool(after - before)
        for row in (table[kind], table["all"]):
            row[0] += 1
            row[1] += found
            row[2] += bool(before)
        if "--show" in sys.argv:
            if not found:
                print("not found  %s %s: %s => %s" % (kind, locale, source, damaged))
            if before:
                print("false  %s %s: %s => %s: %s" % (kind, locale, source, right, ", ".join(before)))
    order = list(dict.fromkeys(kind for kind, *_ in damages)) + ["all"]
    print("| kind | damages | found | right texts with a finding |\n| --- | --: | --: | --: |")
    for kind in order:
        print("| %s | %d | %d | %d |" % ((kind.replace("-", " "),) + tuple(table[kind])))


main()
