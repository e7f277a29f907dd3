#!/usr/bin/env python3
"""Counts what `satz check` finds on translations that people made of whole sites, by check.

usage: .ci/sites.py SATZ FOLDER [--show CODE] [--keep DIR]

FOLDER holds sites whose German lies beside its English: `de/…` beside `en/…`, `de/…` beside the same name
one folder up, or `x.de.md` beside `x.md`. The German is taken as the source. Each site is aligned as a whole
(`satz align --folder`); counted are the units that were aligned without a doubt. Left out are pages of which
half or more of the units are the same in both languages: they were never translated. --show prints the
findings of a check (`all` for those of every one), --keep leaves the workspaces.
"""
import collections, json, pathlib, re, shutil, subprocess, sys, tempfile

ENDINGS = {".md", ".mdx", ".markdown"}
# What is about the state of the alignment, not about the translation.
STATE = {"missing", "aligned", "incomplete", "obsolete", "out-of-step", "stale", "blank-value"}


def english(path, site):
    """The English page of a German one."""
    parts = path.relative_to(site).parts
    if ".de" in path.suffixes:
        yield path.with_name(path.name.replace(".de.", "."))
    for at, part in enumerate(parts):
        if part == "de":
            yield site.joinpath(*parts[:at], "en", *parts[at + 1:])
            yield site.joinpath(*parts[:at], *parts[at + 1:])


def pages(site):
    for path in sorted(site.rglob("*")):
        if path.suffix in ENDINGS:
            found = [other for other in english(path, site) if other.exists()]
            if found:
                yield path, found[0]


def workspace(satz, site, folder):
    """Aligns a site in a workspace of its own."""
    (folder / "articles").mkdir(parents=True)
    (folder / "satz.yaml").write_text("locales: [en]\n")
    for number, (german, translation) in enumerate(pages(site)):
        name = "%03d-%s" % (number, re.sub(r"\W+", "-", german.stem))
        shutil.copy(german, folder / "articles" / (name + ".md"))
        (folder / "translated/en").mkdir(parents=True, exist_ok=True)
        shutil.copy(translation, folder / "translated/en" / (name + ".md"))
    for arguments in (["sync"], ["align", "--folder", "translated", "--locale", "en"]):
        subprocess.run([satz, *arguments], cwd=folder, capture_output=True)


def units(folder):
    """Article → id → value, of a locale's catalogs as they are written."""
    catalogs = collections.defaultdict(dict)
    for path in sorted(folder.glob("*.ftl")):
        for match in re.finditer(r"^(s\w{6}(?:-\w+)?) = (.*)$", path.read_text(encoding="utf-8"), re.M):
            catalogs[path.stem][match[1]] = match[2]
    return catalogs


def with_merged(source, target):
    """Id → German of a unit and of those that follow it and are empty: they belong to it."""
    texts, last = {}, None
    for name, german in source.items():
        if target.get(name) == '{ "" }' and last:
            texts[last] += " ⏐ " + german
        else:
            last = name
            texts[name] = german
    return texts


def untranslated(source, target):
    same = sum(source.get(name) == value for name, value in target.items())
    return same * 2 >= len(target)


def measure(satz, site, folder):
    workspace(satz, site, folder)
    source, target = units(folder / "locales/de"), units(folder / "locales/en")
    left_out = {name for name in target if untranslated(source[name], target[name])}
    done = subprocess.run([satz, "check", "--no-cache", "--format", "json", "--all"], cwd=folder, capture_output=True, text=True)
    if not done.stdout:
        done = subprocess.run([satz, "check", "--no-cache", "--format", "json"], cwd=folder, capture_output=True, text=True)
    findings = json.loads(done.stdout)["findings"]
    doubtful = {(f["article"], f["id"]) for f in findings if f["code"] == "aligned"}
    counted = [(name, id) for name in target if name not in left_out for id in target[name] if (name, id) not in doubtful]
    told = [f for f in findings if f["code"] not in STATE and f["article"] not in left_out and (f["article"], f["id"]) not in doubtful and f["id"]]
    sources = {name: with_merged(source[name], target[name]) for name in target}
    for finding in told:
        finding["texts"] = sources[finding["article"]].get(finding["id"], ""), target[finding["article"]].get(finding["id"], "")
    return len(counted), told, left_out


def main():
    arguments = sys.argv[1:]
    option = lambda name: arguments[arguments.index(name) + 1] if name in arguments else None
    satz, root = str(pathlib.Path(arguments[0]).resolve()), pathlib.Path(arguments[1]).resolve()
    show, keep = option("--show"), option("--keep")
    base = pathlib.Path(keep or tempfile.mkdtemp())
    total, codes, flagged, firm = 0, collections.Counter(), set(), set()
    for site in sorted(path for path in root.iterdir() if path.is_dir()):
        if not any(pages(site)):
            continue
        count, told, left_out = measure(satz, site, base / site.name)
        total += count
        for finding in told:
            place = site.name, finding["article"], finding["id"]
            codes[finding["code"], finding["severity"]] += 1
            flagged.add(place)
            if finding["severity"] != "hint":
                firm.add(place)
            if show in (finding["code"], "all"):
                print("[%s] %s %s\n   S %s\n   T %s" % (finding["code"], place, finding["message"], *(text[:600] for text in finding["texts"])))
        print("%-20s %5d units, %3d findings, %d pages left out" % (site.name, count, len(told), len(left_out)))
    for (code, severity), number in codes.most_common():
        print("| %s | %s | %d | %.1f |" % (code, severity, number, 1000 * number / total))
    print("%d units; with errors and warnings %.1f per 1,000, all %.1f" % (total, 1000 * len(firm) / total, 1000 * len(flagged) / total))
    if not keep:
        shutil.rmtree(base)


main()
