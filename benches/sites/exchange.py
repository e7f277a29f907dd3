"""Sends a site's translations out and takes them back, in each format.

Usage: python3 benches/sites/exchange.py SATZ SITES [SITE…]

SITES is a folder of sites, each with its German and its English in the layout that it has. Each is
copied, set up by `satz init`, and its English taken in by `satz align --site`. Then, in each format:

* what was exported is imported: no catalog may change;
* every target gets a mark before it and is imported: every translation must have it, and the built
  pages as many;
* of one in a hundred of the targets that have codes, one code is taken out: exactly these units must
  be refused.

The German must be byte-identical after all of it.
"""

import csv
import io
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from compare import adopt, files, run

SITES = ["covenant", "opensource-guide", "scs", "evcc"]
FORMATS = ["xliff", "xliff-2.2", "xliff-1.2", "po", "csv", "tmx"]
MARK = "¤"
# A spreadsheet would reckon with what begins with such a sign: an apostrophe keeps it from that.
GUARD = r"^'(?=[@=+\-\t])"


def catalogs(folder):
    """The texts of all catalogs by their paths."""
    paths = sorted((folder / "locales").rglob("*.ftl"))
    return {path: path.read_bytes() for path in paths}


def restore(texts):
    for path, text in texts.items():
        path.write_bytes(text)


class Sheet:
    """A file in a format: its targets, each with the unit's id, which can be written anew."""

    def __init__(self, form, text):
        self.form, self.text = form, text
        if form == "csv":
            self.rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff"), newline="")))
            head = self.rows[0]
            self.id, self.source, self.target = map(head.index, ("id", "source", "target"))
            self.article = head.index("article")

    def map(self, change):
        """The file with each target as `change(target, source)` gives it."""
        if self.form == "csv":
            out = io.StringIO()
            writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
            writer.writerow(self.rows[0])
            for row in self.rows[1:]:
                row = list(row)
                if row[self.target]:
                    row[self.target] = change(row[self.target], row[self.source])
                writer.writerow(row)
            return "\ufeff" + out.getvalue()
        if self.form == "po":
            # One message a time; its strings stand on one line or on several.
            def message(match):
                if not match[3].replace('"', "").strip():
                    return match[0]
                return match[0][: match.start(3) - match.start()] + change(match[3], match[2])

            pattern = r'msgctxt "([^"]*)"\n(msgid .*\n(?:".*\n)*)msgstr ((?:".*\n?)+)'
            return re.sub(pattern, message, self.text)
        if self.form == "tmx":
            unit, target = r'<tu [^>]*tuid="([^"]*)".*?</tu>', r'(<tuv xml:lang="en"[^>]*>.*?<seg>)(.*?)(</seg>)'
        elif self.form == "xliff-1.2":
            unit, target = r'<trans-unit [^>]*id="([^"]*)".*?</trans-unit>', r"(<target[^>]*>)(.*?)(</target>)"
        else:
            unit, target = r'<unit [^>]*id="([^"]*)".*?</unit>', r"(<target[^>]*>)(.*?)(</target>)"

        def one(match):
            def side(inner):
                if not inner[2]:
                    return inner[0]
                return inner[1] + change(inner[2], match[0]) + inner[3]

            return re.sub(target, side, match[0], flags=re.S)

        return re.sub(unit, one, self.text, flags=re.S)

    def marked(self, target):
        if self.form == "po":
            lines = target.split("\n")
            at = next(n for n, line in enumerate(lines) if line.strip('"'))
            lines[at] = f'"{MARK}{lines[at][1:]}'
            return "\n".join(lines)
        return MARK + re.sub(GUARD, "", target)

    def damaged(self, target, source):
        """The target without its first code; None if it has none that its source has."""
        if self.form in ("po", "csv"):
            for pattern in (r"\]\([^()\s]*\)", r"`[^`]+`", r"\*\*(?=\w)[^*]+\*\*"):
                # An escape or a picture is no code that can be told by its signs.
                both = re.search(pattern, target) and re.search(pattern, source)
                if both and "![" not in target and "\\" not in target:
                    return re.sub(pattern, "", target, count=1)
            return None
        for pattern in (r"<ph [^>]*/>", r"<x [^>]*/>", r"<ph [^>]*>.*?</ph>"):
            if re.search(pattern, target, flags=re.S):
                return re.sub(pattern, "", target, count=1, flags=re.S)
        found = re.search(r"<(pc|g) [^>]*>((?:(?!</?\1\b).)*)</\1>", target, flags=re.S)
        if found:
            return target[: found.start()] + found[2] + target[found.end() :]
        pair = re.search(r'<bpt (?:id|i)="(\d+)"[^>]*>.*?</bpt>', target, flags=re.S)
        if pair:
            out = target.replace(pair[0], "", 1)
            return re.sub(rf'<ept (?:id|i)="{pair[1]}"[^>]*>.*?</ept>', "", out, count=1, flags=re.S)
        return None


def values(satz, folder):
    """The translations that there are, by article and id."""
    out = run(satz, folder, "export", "en", "--format", "csv", "--offers", "0")
    sheet = Sheet("csv", out)
    rows = sheet.rows[1:]
    bare = {f"{row[sheet.article]}/{row[sheet.id]}": row[sheet.target] for row in rows}
    return {key: re.sub(GUARD, "", text) for key, text in bare.items() if text}


def back(satz, folder, form, text):
    """Imports a text; gives what was said."""
    file = folder.parent / f"back.{form}"
    file.write_bytes(text.encode("utf-8"))
    command = [satz, "import", str(file), "--locale", "en"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True).stderr


def trip(satz, folder, form, before, marks_of_pages):
    """What is wrong with a format, as lines."""
    wrong = []
    exported = run(satz, folder, "export", "en", "--format", form)
    back(satz, folder, form, exported)
    if catalogs(folder) != before:
        wrong.append("the import of what was exported changes a catalog")
        restore(before)
    sheet = Sheet(form, exported)
    old = values(satz, folder)
    said = back(satz, folder, form, sheet.map(lambda target, _: sheet.marked(target)))
    new = values(satz, folder)
    lost = [key for key in old if new.get(key) != MARK + old[key]]
    wrong += [f"{key}: {old[key]!r} became {new.get(key)!r}" for key in lost[:5]]
    if lost:
        wrong.append(f"{len(lost)} of {len(old)} are not what was sent; {said.strip().splitlines()[-1]}")
    run(satz, folder, "build")
    pages = {path: path.read_text("utf-8").count(MARK) for path in marks_of_pages}
    # A title that stands twice is one unit.
    if sum(pages.values()) < len(new):
        wrong.append(f"{len(new)} translations are marked, {sum(pages.values())} marks are in the pages")
    restore(before)
    chance = random.Random(31)
    chosen = []

    def damage(target, source):
        damaged = sheet.damaged(target, source)
        if damaged is None or not damaged.strip(' "\n') or chance.random() > 0.01:
            return target
        chosen.append(target)
        return damaged

    hurt = sheet.map(damage)
    said = back(satz, folder, form, hurt)
    after = catalogs(folder)
    refused = re.search(r"(\d+) refused", said)
    if (int(refused[1]) if refused else 0) != len(chosen):
        wrong.append(f"{len(chosen)} were damaged: {said.strip().splitlines()[-1]}")
    if after != before:
        wrong.append("something was written although a code is missing")
        new = values(satz, folder)
        wrong += [f"{old[key]!r} became {new.get(key)!r}" for key in old if old[key] != new.get(key)]
        restore(before)
    return len(old), len(chosen), wrong


def main():
    satz, sites = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    bad = 0
    for name in sys.argv[3:] or SITES:
        site = sites / name
        if not site.is_dir():
            print(f"{name}: NOT SENT, there is no {site}")
            continue
        with tempfile.TemporaryDirectory() as place:
            folder = adopt(satz, site, place)
            before = catalogs(folder)
            sources, targets = files(satz, folder)
            pages = [folder / path for path in targets]
            run(satz, folder, "build")
            for form in FORMATS:
                units, hurt, wrong = trip(satz, folder, form, before, pages)
                print(f"{name}, {form}: {units} out and back, {hurt} damaged{', WRONG' if wrong else ''}")
                for line in wrong:
                    print(f"    {line[:400]}")
                bad += bool(wrong)
            for source in sources:
                if (folder / source).read_bytes() != (site / source).read_bytes():
                    print(f"{name}: {source} is not what it was")
                    bad += 1
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
