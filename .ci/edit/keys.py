#!/usr/bin/env python3
"""Works off 200 sentences of this repository's articles at the desk, and counts the keys beside the words.

    .ci/edit/keys.py SATZ

Of half of them the German has changed since they were translated, half have no translation. What comes of it has to be,
byte for byte, what the same edits in a text editor and `satz sync` make. Needs Chromium, or Firefox with
SATZ_BROWSER=firefox. Exit status 1 if a sentence took more than four keys, or a file differs.
"""
import collections
import difflib
import json
import pathlib
import re
import shutil
import sys
import tempfile

import sample
from desk import FIELD, Browser, Server

SATZ = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(__file__).resolve().parents[2]
COUNT, MOST = 200, 4
UNIT = re.compile(r"^(s\w{6}(?:-\w+)?) = (.*)$", re.M)
# What a translation has from the German as it stands.
CODE = re.compile(r'(\n|\{[^{}]*\}|!?\[(?=[^\]]*\]\()|\]\([^)\s]*(?:\s+"[^"]*")?\)|`[^`]+`|\*\*|<[^<>\s][^<>]*>|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w))')


def workspace(folder):
    """This repository's articles with their English, of which 200 sentences are to be done."""
    for name in ("articles", "locales/de", "locales/en"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "satz.yaml").write_text("source: de\nlocales: [en]\n")
    sample.satz(SATZ, folder, "sync")
    articles = [*sorted((folder / "articles").glob("*.*"))]
    stale, wanted = 0, {}
    for article in articles:
        data = json.loads(sample.satz(SATZ, folder, "segment", "--format", "json", article).stdout)
        text = article.read_bytes()
        for unit in reversed(data["units"]):
            start, end = unit["span"]
            if text[start:end].decode() == unit["text"] and unit["text"].endswith(".") and stale < COUNT // 2:
                text = text[:end - 1] + b" nun." + text[end:]
                stale += 1
        article.write_bytes(text)
    sample.satz(SATZ, folder, "sync")
    left = COUNT - stale
    for article in articles:
        path = folder / "locales/en" / f"{article.stem}.ftl"
        german = dict(UNIT.findall((folder / "locales/de" / path.name).read_text()))
        catalog = path.read_text()
        for unit, target in UNIT.findall(catalog):
            base = unit.split("-")[0]
            now = next(unit for unit in german if unit.split("-")[0] == base)
            if now != unit:
                wanted[path.name, now] = re.sub(r"(\W*)$", r" now\1", target, count=1)
            elif left and target != '{ "" }':
                left -= 1
                wanted[path.name, now] = target
                catalog = re.sub(rf"^(# .*\n)*{unit} = .*\n", "", catalog, flags=re.M)
        path.write_text(catalog)
    sample.satz(SATZ, folder, "sync")
    return wanted


def by_editor(folder, wanted):
    """The same as somebody types it in the files."""
    for (name, unit), target in wanted.items():
        path = folder / "locales/en" / name
        base = unit.split("-")[0]
        text, count = re.subn(rf"^(# )?{base}(-\w+)? =.*$", lambda line: f"{line[1] or ''}{unit} = {target}", path.read_text(), flags=re.M)
        assert count == 1, (name, unit, count)
        path.write_text(text)
    sample.satz(SATZ, folder, "sync")


def at_the_desk(page, wanted):
    """Does what is open, one after the other, as it comes. Returns how many keys each took."""
    taken = {}
    page.wait("document.querySelector('.overview h1')")
    page.press("Alt+n")
    while True:
        page.wait(f"{FIELD} === document.activeElement || document.activeElement.matches('.banner a')")
        if not page.run(f"Boolean({FIELD})"):
            if page.run("document.querySelector('.banner a').classList.contains('main')"):
                page.press("Enter")
                page.wait(FIELD)
                continue
            return taken
        _, _, article, base = page.run("location.hash").split("/")
        unit = next(unit for name, unit in wanted if name == f"{article}.ftl" and unit.split("-")[0] == base)
        target, keys = wanted[f"{article}.ftl", unit].replace(r'{ "\u000A" }', "\n"), 1
        if page.run(f"{FIELD}.value"):
            page.press("ArrowLeft")
            page.write(" now")
            keys += 1
        else:
            for part in CODE.split(target):
                if part == "\n":
                    page.press("Shift+Enter")
                    keys += 1
                elif CODE.fullmatch(part):
                    keys += insert(page, part)
                elif part:
                    page.write(part)
        written = page.run(f"{FIELD}.value")
        assert written == target, f"{written!r} is not {target!r}"
        page.press("Enter")
        page.wait(f"!location.hash.endsWith('/{base}') || document.activeElement.matches('.banner a')")
        taken[article, base] = keys


def insert(page, code):
    """Inserts a code by its key, or types it. Returns how many keys that took."""
    before = page.run(f"{FIELD}.value")
    page.press("Alt+q")
    if page.run(f"{FIELD}.value") == before + code:
        return 1
    page.run(f"{FIELD}.value = {json.dumps(before)}")
    page.write(code)
    return len(code)


def main():
    with tempfile.TemporaryDirectory(prefix="satz-keys-") as scratch:
        folder = pathlib.Path(scratch).resolve()
        for name in ("desk", "editor"):
            (folder / name).mkdir()
            wanted = workspace(folder / name)
        by_editor(folder / "editor", wanted)
        server, browser = Server(folder / "desk"), Browser()
        try:
            taken = at_the_desk(browser.page(server.url), wanted)
        finally:
            browser.close()
            server.kill()
        for path in sorted((folder / "editor/locales").rglob("*.ftl")):
            own = folder / "desk" / path.relative_to(folder / "editor")
            differs = "\n".join(difflib.unified_diff(path.read_text().split("\n"), own.read_text().split("\n"), "editor", "desk", lineterm=""))
            assert own.read_bytes() == path.read_bytes(), f"{own.name}:\n{differs}"
        counts = collections.Counter(taken.values())
        told = ", ".join(f"{count} with {keys}" for keys, count in sorted(counts.items()))
        print(f"{len(taken)} sentences, keys beside the words: {told}; the files are those of a text editor")
        assert len(taken) == len(wanted) >= COUNT, (len(taken), len(wanted))
        most = {place: keys for place, keys in taken.items() if keys > MOST}
        assert not most, most


if __name__ == "__main__":
    main()
