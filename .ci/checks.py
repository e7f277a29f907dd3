#!/usr/bin/env python3
"""Makes the table of docs/checks.md: what the checks find, and how often they are wrong.

usage: .ci/checks.py SATZ CORPUS [--write]

SATZ is the program. CORPUS is a file of JSON lines: pairs as for `satz check --pairs`, where `error` is
null for a clean pair, or the kind of error that was put into the pair named by `base`; `domain` says
where the pair is from. Found counts an error if the pair has a finding of the right category that its
clean pair has not. Where the Translate Toolkit is installed (`pip install translate-toolkit`), its pofilter
with all its tests is measured beside; there any new finding counts, whatever it says.
Without --write the table goes to the standard output, with it into docs/checks.md.
"""
import collections, hashlib, json, pathlib, subprocess, sys

PAGE = pathlib.Path(__file__).parent.parent / "docs/checks.md"
BEGIN, END = "<!-- table by .ci/checks.py -->\n", "<!-- end of table -->\n"
# The categories that tell the right thing, by the error's name or its beginning.
MEANS = {
    "number": "number date", "date": "date", "name_dropped": "name namehint acronym", "name_changed": "name acronym",
    "acronym": "acronym name", "negation": "negation", "truncated": "length omission sentence punct",
    "truncated_keep_end": "length omission sentence", "clause": "length omission sentence", "german": "untranslated language",
    "untranslated": "untranslated language", "wrong_language": "language", "doubled": "doubled", "quote": "quote",
    "bracket": "bracket", "homoglyph": "script", "invisible": "invisible", "not_nfc": "unicode", "mojibake": "encoding script",
    "double_space": "space", "final": "punct", "brace": "brace bracket placeable syntax", "link": "link markup",
    "email": "link email", "tag": "markup link bracket", "placeable": "placeable", "glossary": "glossary",
    "inconsistent": "consistency",
}
NONE = collections.Counter()


def right(error):
    return set((MEANS.get(error) or MEANS[error.split("_")[0]]).split())


def pofilter(units):
    """id → tests that fail, with their number; None where the Translate Toolkit is not installed."""
    try:
        from translate.filters import checks
        from translate.storage import pypo
    except ImportError:
        return None
    found, checkers = {}, {}
    for unit in units:
        lang = unit["lang"]
        if lang not in checkers:
            checkers[lang] = checks.StandardChecker(checkerconfig=checks.CheckerConfig(targetlanguage=lang))
        pair = pypo.pounit(unit["source"])
        pair.target = unit["target"]
        found[unit["id"]] = collections.Counter(list(checkers[lang].run_filters(pair)))
    return found


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


def recall(units, found, fits):
    """Kind of error → share found, in per cent."""
    kinds = collections.defaultdict(list)
    for unit in units:
        if unit["error"]:
            new = found.get(unit["id"], NONE) - found.get(unit["base"], NONE)
            if unit["error"] == "inconsistent" and "consistency" in found.get(unit["pairof"], NONE):
                new = new + collections.Counter(["consistency"])
            kinds[unit["error"]].append(fits(unit["error"], set(new)))
    return {kind: (len(hits), 100 * sum(hits) / len(hits)) for kind, hits in kinds.items()}


def alarms(units, found):
    """Categories, and None for any → clean pairs with one, per 1,000: of all, and of news."""
    clean = [unit for unit in units if not unit["error"]]
    groups = clean, [unit for unit in clean if unit["domain"].startswith("wmt")]
    rates = collections.defaultdict(lambda: [0, 0])
    for place, group in enumerate(groups):
        for unit in group:
            names = set(found.get(unit["id"], NONE))
            if unit.get("pair"):
                names.discard("consistency")
            for name in names | ({None} if names else set()):
                rates[name][place] += 1000 / len(group)
    return rates


def table(satz, corpus):
    units = [json.loads(line) for line in open(corpus, encoding="utf-8")]
    found, firm = check(satz, units, "hint"), check(satz, units, "warning")
    peer = pofilter(units)
    ours = recall(units, found, lambda error, new: bool(right(error) & new))
    theirs = recall(units, peer, lambda error, new: bool(new)) if peer else {}
    rows = ["| error | pairs | found, % |" + " pofilter, % |" * bool(peer), "| --- | --: | --: |" + " --: |" * bool(peer)]
    for kind, (count, share) in sorted(ours.items()):
        rows.append(f"| {kind.replace('_', ' ')} | {count} | {share:.1f} |" + (f" {theirs[kind][1]:.1f} |" if peer else ""))
    mean = lambda all: sum(share for _, share in all.values()) / len(all)
    rows.append(f"| **mean of the kinds** | | {mean(ours):.1f} |" + (f" {mean(theirs):.1f} |" if peer else ""))
    rows += ["", "| category | clean pairs with a finding, per 1,000: all | news |", "| --- | --: | --: |"]
    rates = alarms(units, found)
    for name in sorted(filter(None, rates)):
        rows.append(f"| {name} | {rates[name][0]:.1f} | {rates[name][1]:.1f} |")
    sums = [("errors and warnings", firm), ("with hints", found)] + [("pofilter", peer)] * bool(peer)
    for name, answers in sums:
        every, news = alarms(units, answers)[None]
        rows.append(f"| **{name}** | {every:.1f} | {news:.1f} |")
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
