#!/usr/bin/env python3
"""Whether who reads the first part of `satz review` reads what is wrong.

    benches/review.py SATZ CORPUS.jsonl [--into DIR] [--seed 7]

CORPUS has an object per line: id, lang, domain, doc, source, target, error (null for a clean one) and base (the clean
one that an error was put into), as the corpus that the checks are measured on. One clean unit in ten gets an error that was
made from it; three in ten, drawn at random, are marked as a machine's. They become workspaces, one per language, and the
list is that of `satz review LOCALE --format json`. The table says how many of the errors are in the first tenth,
fifth and third of the list, beside reading in order, the longest first, and what a machine made first."""
import argparse, collections, json, pathlib, random, re, shutil, subprocess


def drawn(corpus, seed):
    """The units, one in ten with an error, three in ten a machine's."""
    rows = [json.loads(line) for line in corpus.open(encoding="utf-8")]
    clean = {row["id"]: row for row in rows if not row["error"] and row["domain"] != "dup"}
    damaged = collections.defaultdict(list)
    for row in rows:
        if row["error"] and row.get("base") in clean:
            damaged[row["base"]].append(row)
    dice = random.Random(seed)
    chosen = set(dice.sample(sorted(damaged), len(clean) // 10))
    units = []
    for name, row in clean.items():
        row = dict(dice.choice(damaged[name])) if name in chosen else dict(row)
        row["machine"] = dice.random() < 0.3
        units.append(row)
    return units


def escaped(text):
    """A text as a Fluent pattern on one line."""
    text = re.sub(r"\s*\n\s*", " ", text)
    literal = lambda found: '{ "%s" }' % found[0].replace("\\", "\\\\").replace('"', '\\"')
    text = re.sub(r"[{}]", literal, text)
    return re.sub(r"^\s+|\s+$|^[\[*.]", literal, text)


def workspace(satz, root, language, units):
    """An article per document, a paragraph per unit. Returns id → unit, by article."""
    documents = collections.defaultdict(list)
    for unit in units:
        documents[re.sub(r"\W+", "-", unit["doc"]) or "one"].append(unit)
    (root / "articles").mkdir(parents=True)
    (root / "satz.yaml").write_text(f"locales: [{language}]\n")
    for name, rows in documents.items():
        flat = [re.sub(r"\s+", " ", row["source"]).strip() for row in rows]
        (root / f"articles/{name}.txt").write_text("\n\n".join(flat) + "\n", encoding="utf-8")
    subprocess.run([satz, "sync"], cwd=root, capture_output=True, check=True)
    known = {}
    for name, rows in documents.items():
        catalog = root / f"locales/{language}/{name}.ftl"
        stubs = re.split(r"(?m)^## \w.*$", catalog.read_text(encoding="utf-8"))[1:]
        if len(stubs) != len(rows):
            continue
        out = ""
        for row, block in zip(rows, stubs):
            ids = re.findall(r"(?m)^# (s[0-9a-z]{6}(?:-[0-9a-z]+)?) =$", block)
            if not ids:
                continue
            mark = "# made: machine probe #000000\n" if row["machine"] else ""
            out += f"{mark}{ids[0]} = {escaped(row['target'])}\n" + "".join(f'{more} = {{ "" }}\n' for more in ids[1:])
            known[name, ids[0]] = row
        catalog.write_text(out, encoding="utf-8")
    # `satz sync` writes the digests that fit; the texts are the machine's own, so nothing was edited.
    subprocess.run([satz, "sync"], cwd=root, capture_output=True)
    for catalog in (root / f"locales/{language}").glob("*.ftl"):
        text = catalog.read_text(encoding="utf-8").replace("machine probe, edited #", "machine probe #")
        catalog.write_text(text, encoding="utf-8")
    return known


def found(order, share):
    """Share of the errors in the first part of a list of units."""
    errors = sum(1 for unit in order if unit["error"])
    first = order[: int(len(order) * share)]
    return 100 * sum(1 for unit in first if unit["error"]) / max(errors, 1)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("satz", type=pathlib.Path)
    options.add_argument("corpus", type=pathlib.Path)
    options.add_argument("--into", type=pathlib.Path, default=pathlib.Path("target/review"))
    options.add_argument("--seed", type=int, default=7)
    options = options.parse_args()
    satz = options.satz.resolve()
    shutil.rmtree(options.into, ignore_errors=True)
    by_language = collections.defaultdict(list)
    for unit in drawn(options.corpus, options.seed):
        by_language[unit["lang"]].append(unit)
    lists = {name: collections.defaultdict(float) for name in ["in order", "longest first", "machine first", "satz review"]}
    total = errors = 0
    for language, units in sorted(by_language.items()):
        root = options.into / language
        known = workspace(satz, root, language, units)
        said = subprocess.run([satz, "review", language, "--format", "json"], cwd=root, capture_output=True, check=True)
        listed = json.loads(said.stdout)["units"]
        own = [known[unit["article"], unit["id"]] for unit in listed if (unit["article"], unit["id"]) in known]
        ids = {id(unit) for unit in own}
        here = [unit for unit in known.values() if id(unit) in ids]
        count = sum(1 for unit in here if unit["error"])
        total, errors = total + len(here), errors + count
        orders = {
            "in order": here,
            "longest first": sorted(here, key=lambda unit: -len(unit["source"])),
            "machine first": sorted(here, key=lambda unit: not unit["machine"]),
            "satz review": own,
        }
        for name, order in orders.items():
            for share in (0.1, 0.2, 0.33):
                lists[name][share] += found(order, share) * count
    print(f"{total} units, {errors} with an error, 30 % marked as a machine's, {len(by_language)} languages\n")
    print("| read | first 10 % | first 20 % | first 33 % |\n| --- | --: | --: | --: |")
    for name, shares in lists.items():
        print(f"| {name} | " + " | ".join(f"{shares[share] / errors:.1f} %" for share in (0.1, 0.2, 0.33)) + " |")


if __name__ == "__main__":
    main()
