#!/usr/bin/env python3
"""Compares `satz check` with compare-locales and moz.l10n on the catalogs of Firefox.

    .ci/catalogs.py SATZ [--write] [LOCALE…]

SATZ is the binary; --write puts the table into docs/catalogs.md. The catalogs come from the packages firefox-esr and
firefox-esr-l10n-LOCALE (apt-get download; all of it stays in a temporary folder). Language packs are complete, since
what is not translated is filled with English when they are built. So they are compared twice: as they are, and damaged
at random, always in the same way: messages and terms taken out, put in, doubled, broken, files taken away.
Besides, one `{ $variable }` is taken out of each of some messages, and who says so is counted.
Needs compare-locales (pip install compare-locales) in PATH or beside the Python that runs this, and moz.l10n
(pip install moz.l10n) in this Python."""
import collections, json, os, pathlib, random, re, resource, shutil, subprocess, sys, tempfile, time, zipfile

LOCALES = ["de", "fr", "uk", "ar", "ja"]
DOCS = pathlib.Path(__file__).parent.parent / "docs/catalogs.md"
CONFIG = """source: en-US
locales: [{locales}]
strings: {{source: "ref/en-US/**/*.ftl", target: "{tree}/{{locale}}/**/*.ftl"}}
"""
TOML = """basepath = "."
locales = [{locales}]
[[paths]]
    reference = "ref/en-US/**"
    l10n = "{{l10n_base}}/{{locale}}/**"
"""


def run(*args, cwd, ok=(0,)):
    """Runs a program; gives its output and the processor seconds it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([str(a) for a in args], cwd=cwd, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in ok:
        sys.exit(f"{args[0]}: exit status {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def unpack(root, locales):
    """The catalogs of the packages: ref/en-US, and whole/LOCALE for each locale."""
    names = ["firefox-esr"] + [f"firefox-esr-l10n-{locale.lower()}" for locale in locales]
    subprocess.run(["apt-get", "download", *names], cwd=root, check=True, capture_output=True)
    for package in sorted(root.glob("*.deb")):
        subprocess.run(["dpkg-deb", "-x", package, root / "packages"], check=True)
    for archive in sorted(root.glob("packages/**/*")):
        if archive.name != "omni.ja" and archive.suffix != ".xpi":
            continue
        with zipfile.ZipFile(archive) as files:
            for name in files.namelist():
                found = re.fullmatch(r"(?:browser/)?localization/([^/]+)/(.+\.ftl)", name)
                if not found:
                    continue
                locale, path = found.groups()
                folder = root / "ref" / locale if locale == "en-US" else root / "whole" / locale
                target = folder / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(files.read(name))


# An entry of Fluent with what belongs to it.
ENTRY = re.compile(r"^(?:#[^\n]*\n)*(-?[a-zA-Z][\w-]*) *=[^\n]*\n(?:(?:[ }.{][^\n]*)?\n)*", re.M)


def damage(text, dice):
    """A catalog with some of its entries damaged."""
    out, at = [], 0
    for entry in ENTRY.finditer(text):
        out.append(text[at:entry.start()])
        at, whole, dices = entry.end(), entry.group(), dice.random()
        if not whole.endswith("\n\n"):
            whole += "\n"
        if dices < 0.02:
            continue
        if dices < 0.03:
            whole += whole.replace("#", "# again:")
        elif dices < 0.04:
            whole += f"{entry.group(1)}-of-nobody = Text\n"
        elif dices < 0.05:
            whole = re.sub(r"=", "= { broken ", whole.split("\n#")[0], count=1)
        elif dices < 0.06:
            whole += "This line is no message.\n"
        elif dices < 0.07:
            whole = re.sub(r"^(-?[a-zA-Z][\w-]*) *=", r"\1", whole, count=1, flags=re.M)
        out.append(whole)
    out.append(text[at:])
    return "".join(out)


def damaged(root, locales):
    """broken/LOCALE: the same catalogs, damaged."""
    for locale in locales:
        for path in sorted((root / "whole" / locale).rglob("*.ftl")):
            below = path.relative_to(root / "whole" / locale)
            dice = random.Random(f"{locale} {below}")
            if dice.random() < 0.02:
                continue
            target = root / "broken" / locale / below
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(damage(path.read_text(), dice))


def without_variables(root, locales):
    """plain/LOCALE: the same catalogs; in some messages the only variable, which the English shows as well, is gone.
    Gives how many."""
    count = 0
    line = re.compile(r"^([a-zA-Z][\w-]*) = ([^{\n]*)(\{ \$[\w-]+ \})([^{\n]*)\n(?! )", re.M)
    for locale in locales:
        for path in sorted((root / "whole" / locale).rglob("*.ftl")):
            below = path.relative_to(root / "whole" / locale)
            dice = random.Random(f"{locale} {below}")

            def cut(found):
                nonlocal count
                name, left, variable, right = found.groups()
                english = re.search(rf"^{name} =.*\n(?:[ }}].*\n|\n)*", source, re.M)
                if dice.random() > 0.3 or not (left + right).strip() or not english or variable not in english[0]:
                    return found[0]
                count += 1
                return f"{name} = {(left + right).strip()}\n"

            reference = root / "ref" / "en-US" / below
            source = reference.read_text() if reference.exists() else ""
            target = root / "plain" / locale / below
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(line.sub(cut, path.read_text()))
    return count


def by_satz(satz, root, tree, locales):
    (root / "satz.yaml").write_text(CONFIG.format(locales=", ".join(locales), tree=tree))
    out, spent = run(satz, "check", *locales, "--format", "json", cwd=root, ok=(0, 1))
    rows = {locale: collections.Counter() for locale in locales}
    doubled = set()
    for found in json.loads(out)["findings"]:
        row = rows[found["locale"]]
        row[found["code"]] += 1
        if found["code"] == "duplicate-id" and (found["path"], found["id"]) not in doubled:
            doubled.add((found["path"], found["id"]))
            row["duplicate"] += 1
    out, _ = run(satz, "status", *locales, "--format", "json", cwd=root)
    for locale in json.loads(out)["locales"]:
        row = rows[locale["locale"]]
        for key in ("missing", "obsolete"):
            row[key] = sum(article[key] for article in locale["articles"])
        row["junk"] = row["syntax"] + row["conflict-marker"]
    _, fast = run(satz, "check", *locales, "--state", "missing,obsolete", "--format", "json", cwd=root, ok=(0, 1))
    return rows, spent, fast, json.loads(out)


def by_compare_locales(root, tree, locales):
    (root / "l10n.toml").write_text(TOML.format(locales=", ".join(f'"{one}"' for one in locales)))
    beside = os.pathsep.join([str(pathlib.Path(sys.executable).parent), os.environ.get("PATH", "")])
    tool = shutil.which("compare-locales", path=beside) or sys.exit("compare-locales is not installed")
    out, spent = run(tool, "l10n.toml", tree, *locales, "--json", "-", cwd=root, ok=(0, 1))
    data = json.loads(out)
    data = data[0] if isinstance(data, list) else data
    rows = {locale: collections.Counter(data["summary"].get(locale, {})) for locale in locales}

    def walk(node, locale):
        if isinstance(node, list):
            for item in node:
                for kind, text in item.items():
                    if kind == "error" and re.search(r"occurs \d+ times", text):
                        rows[locale]["duplicate"] += 1
                    elif kind == "error" and text.startswith("Unparsed content"):
                        rows[locale]["junk"] += 1
                    elif kind in ("error", "warning"):
                        rows[locale]["told"] += 1
            return
        for key, child in node.items():
            walk(child, locale or next(one for one in locales if key.split("/")[0] == one))

    walk(data["details"], None)
    return rows, spent


def by_moz(root, tree, locales):
    """Per locale and catalog what moz.l10n counts: missing and obsolete; None where it does not read the file."""
    from moz.l10n.model import Entry
    from moz.l10n.resource import parse_resource

    def ids(path):
        if not path.exists():
            return set()
        sections = parse_resource(str(path)).sections
        return {section.id + entry.id for section in sections for entry in section.entries if isinstance(entry, Entry)}

    found = {}
    for reference in sorted((root / "ref/en-US").rglob("*.ftl")):
        below = reference.relative_to(root / "ref/en-US")
        source = ids(reference)
        for locale in locales:
            try:
                target = ids(root / tree / locale / below)
                counts = (len(source - target), len(target - source))
            except Exception:  # It says in many ways that a file is none.
                counts = None
            found[locale, str(below.with_suffix(""))] = counts
    return found


def beside_moz(rows, found):
    """Catalogs that moz.l10n reads, all that there are, and those where both count the same."""
    counted = {}
    for locale in rows["locales"]:
        for article in locale["articles"]:
            counted[locale["locale"], article["article"]] = (article["missing"], article["obsolete"])
    read = {key: counts for key, counts in found.items() if counts}
    same = sum(counted.get(key, (0, 0)) == counts for key, counts in read.items())
    return len(read), len(found), same


def main():
    args = [arg for arg in sys.argv[1:] if arg != "--write"]
    if not args:
        sys.exit(__doc__)
    satz, locales = pathlib.Path(args[0]).resolve(), args[1:] or LOCALES
    kinds = ["missing", "obsolete", "duplicate", "junk"]
    lines = ["| locale | catalogs | " + " | ".join(kinds) + " |", "| --- | --- |" + " --: |" * len(kinds)]
    same = True
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        unpack(root, locales)
        damaged(root, locales)
        gone = without_variables(root, locales)
        spent, moz = {}, {}
        for tree, name in [("whole", "as packaged"), ("broken", "damaged")]:
            ours, full, fast, rows = by_satz(satz, root, tree, locales)
            theirs, other = by_compare_locales(root, tree, locales)
            spent[tree] = (full, fast, other)
            moz[name] = beside_moz(rows, by_moz(root, tree, locales))
            same &= moz[name][0] == moz[name][2]
            for locale in locales:
                pairs = [(ours[locale][kind], theirs[locale][kind]) for kind in kinds]
                same &= all(one == two for one, two in pairs)
                cells = [str(one) if one == two else f"{one} ({two})" for one, two in pairs]
                lines.append(f"| {locale} | {name} | " + " | ".join(cells) + " |")
        before = by_satz(satz, root, "whole", locales)[0]
        after = by_satz(satz, root, "plain", locales)[0]
        theirs_before, _ = by_compare_locales(root, "whole", locales)
        theirs_after, _ = by_compare_locales(root, "plain", locales)
        total = lambda rows, key: sum(row[key] for row in rows.values())
        found = total(after, "missing-variable") - total(before, "missing-variable")
        told = total(theirs_after, "told") - total(theirs_before, "told")
        full, fast, other = spent["whole"]
        lines += [
            "",
            f"Of {gone} variables taken out, `satz check` reports {found}, compare-locales {told}. Processor time for the "
            f"{len(locales)} locales as packaged: `satz check` {full:.2f} s, `satz check --state missing,obsolete` "
            f"{fast:.2f} s ({other / fast:.0f} times faster than compare-locales), compare-locales {other:.1f} s.",
            "",
            "moz.l10n counts missing and obsolete, catalog by catalog, and refuses a catalog with a line that is no Fluent. "
            + " ".join(
                f"{name.capitalize()} it reads {read} of {all_of} catalogs, and counts the same as `satz status` in {equal}."
                for name, (read, all_of, equal) in moz.items()
            ),
        ]
    text = "\n".join(lines)
    print(text)
    if "--write" in sys.argv:
        start, end = "<!-- table by .ci/catalogs.py -->", "<!-- end of table -->"
        page = DOCS.read_text()
        head, rest = page.split(start)
        DOCS.write_text(f"{head}{start}\n{text}\n{end}{rest.split(end)[1]}")
    return 0 if same and found == gone else 1


if __name__ == "__main__":
    sys.exit(main())
