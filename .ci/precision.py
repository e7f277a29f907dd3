#!/usr/bin/env python3
"""Draws findings of whole sites at random for reading, and makes the table of precision from the verdicts.

usage: .ci/precision.py FINDINGS [--draw 200] [--seed 25] [--texts]
       .ci/precision.py FINDINGS --table

FINDINGS is what `.ci/sites.py SATZ FOLDER --show all` prints. The first form prints a line per finding drawn:
code | site | article | id | message; with --texts both texts below it. What a reader of both languages says of
them stands in benches/checks/verdicts.txt: code | site | article | id | true, arguable or false | why.
The second form counts the verdicts by check and by kind of text, and puts the table into docs/checks.md.
No sentence of a site may stand in either file.
"""
import collections, pathlib, random, re, sys

ROOT = pathlib.Path(__file__).parent.parent
VERDICTS, PAGE = ROOT / "benches/checks/verdicts.txt", ROOT / "docs/checks.md"
BEGIN, END = "<!-- table by .ci/precision.py -->\n", "<!-- end of precision -->\n"
KINDS = {"evcc": "documentation", "scs": "news of a project", "opensource-guide": "guide", "covenant": "guide"}


def findings(path):
    """The findings, each once: code, site, article, id, message, texts."""
    text = pathlib.Path(path).read_text(encoding="utf-8")
    shape = r"^\[([a-z0-9-]+)\] \('([^']+)', '([^']+)', '([^']+)'\) (.*)\n   S (.*)\n   T (.*)$"
    return list(dict.fromkeys(match.groups() for match in re.finditer(shape, text, re.M)))


def draw(path, count, seed):
    found = findings(path)
    random.Random(seed).shuffle(found)
    return sorted(found[:count])


def verdicts():
    for line in VERDICTS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, site, article, unit, verdict, *_ = (part.strip() for part in line.split("|"))
            yield code, KINDS[site], verdict


def table():
    counts, kinds = collections.defaultdict(collections.Counter), list(dict.fromkeys(KINDS.values()))
    for code, kind, verdict in verdicts():
        for name in (code, "**all**"):
            counts[name][kind, verdict] += 1
            counts[name]["all", verdict] += 1
    cell = lambda count, kind: "/".join(str(count[kind, verdict]) for verdict in ("true", "arguable", "false"))
    rows = ["| check | %s | true or arguable, %% |" % " | ".join(["all"] + kinds), "| --- |" + " --: |" * (len(kinds) + 2)]
    for name, count in sorted(counts.items(), key=lambda row: (row[0] == "**all**", row[0])):
        total = sum(count["all", verdict] for verdict in ("true", "arguable", "false"))
        right = total - count["all", "false"]
        name = name if name.startswith("*") else "`%s`" % name
        rows.append("| %s | %s | %.0f |" % (name, " | ".join(cell(count, kind) for kind in ["all"] + kinds), 100 * right / total))
    return "\n".join(rows) + "\n"


def main():
    arguments = sys.argv[1:]
    option = lambda name, other: int(arguments[arguments.index(name) + 1]) if name in arguments else other
    if "--table" in arguments:
        head, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
        PAGE.write_text(head + BEGIN + table() + END + rest.split(END)[1], encoding="utf-8")
        return
    for code, site, article, unit, message, source, target in draw(arguments[0], option("--draw", 200), option("--seed", 25)):
        print(" | ".join((code, site, article, unit, message)))
        if "--texts" in arguments:
            print("   S %s\n   T %s" % (source, target))


main()
