#!/usr/bin/env python3
"""Makes the table of docs/checks.md: what the checks find, and how often they are wrong.

usage: .ci/checks.py SATZ CORPUS [--write]

SATZ is the program. CORPUS is a file of JSON lines: pairs as for `satz check --pairs`, where `error` is
null for a clean pair, or the kind of error that was put into the pair named by `base`; `domain` says
where the pair is from. Found counts an error if the pair has a finding that its clean pair has not.
Without --write the table goes to the standard output, with it into docs/checks.md.
"""
import collections, hashlib, json, pathlib, subprocess, sys

PAGE = pathlib.Path(__file__).parent.parent / "docs/checks.md"
BEGIN, END = "<!-- table by .ci/checks.py -->\n", "<!-- end of table -->\n"
# The categories that tell the right thing, by the beginning of the error's name.
MEANS = {
    "number": {"number", "date"}, "date": {"date"}, "name": {"name", "namehint", "acronym"},
    "acronym": {"acronym", "name"}, "negation": {"negation"},
}


def key(text):
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def check(satz, units, least):
    """id → categories with their number."""
    def line(unit):
        kind = unit["domain"] if not unit["error"] or unit["domain"] == "dup" else unit["error"]
        out = {name: unit[name] for name in ("id", "lang", "source", "target", "glossary") if name in unit}
        return json.dumps(out | {"doc": key(unit["doc"] + "#" + kind)}, ensure_ascii=False)
    units = sorted(units, key=lambda unit: (key(unit["doc"]), unit["error"] or "", unit["domain"], unit["lang"], unit["id"]))
    command = [satz, "check", "--pairs", "-", "--least", least]
    done = subprocess.run(command, input="\n".join(map(line, units)), capture_output=True, text=True, check=True)
    answers = map(json.loads, done.stdout.splitlines())
    return {a["id"]: collections.Counter(c.split(":")[0] for c in a["checks"]) for a in answers}


def table(satz, corpus):
    units = [json.loads(line) for line in open(corpus, encoding="utf-8")]
    found = check(satz, units, "hint")
    firm = check(satz, units, "warning")
    clean = [unit for unit in units if not unit["error"]]
    rows = ["| error | pairs | found, % |", "| --- | --: | --: |"]
    kinds = collections.defaultdict(list)
    for unit in units:
        if unit["error"] and unit["error"].split("_")[0] in MEANS:
            right = MEANS[unit["error"].split("_")[0]]
            new = found[unit["id"]] - found.get(unit["base"], collections.Counter())
            kinds[unit["error"]].append(bool(right & set(new)))
    for kind, hits in sorted(kinds.items()):
        rows.append(f"| {kind.replace('_', ' ')} | {len(hits)} | {100 * sum(hits) / len(hits):.1f} |")
    rows += ["", "| category | clean pairs with a finding, per 1,000: all | news |", "| --- | --: | --: |"]
    news = [unit for unit in clean if unit["domain"].startswith("wmt")]

    def rate(group, alarms):
        return f"{1000 * sum(map(alarms, group)) / len(group):.1f}"
    for category in sorted({c for unit in clean for c in found[unit["id"]]}):
        has = lambda unit: category in found[unit["id"]]
        rows.append(f"| {category} | {rate(clean, has)} | {rate(news, has)} |")
    for name, answers in (("errors and warnings", firm), ("with hints", found)):
        has = lambda unit: bool(answers[unit["id"]])
        rows.append(f"| **{name}** | {rate(clean, has)} | {rate(news, has)} |")
    return "\n".join(rows) + "\n"


def main():
    made = table(sys.argv[1], sys.argv[2])
    if "--write" not in sys.argv:
        print(made, end="")
        return
    page = PAGE.read_text(encoding="utf-8")
    head, rest = page.split(BEGIN)
    PAGE.write_text(head + BEGIN + made + END + rest.split(END)[1], encoding="utf-8")


main()
