#!/usr/bin/env python3
"""Compares the main text that `satz add` finds on saved German pages with that of others.

    .ci/extract.py FOLDER [--satz PATH]
    .ci/extract.py --blocks PAGE

FOLDER holds the saved pages that `.ci/extract.txt` names: they are in the tests of htmldate 1.3.0
(`tests/cache` of its source package) and are not ours to pass on. What a page's main text is was
marked by reading it, as the blocks that belong to it, each known by a hash of its words.
`--blocks` prints the blocks of a page with their hashes.

The measure is the F1 of words, counted as often as they stand there. trafilatura is asked if Python can
import it. Captions are no part of what was marked, and count against who keeps them, as satz does.
"""

import argparse
import collections
import hashlib
import html
import html.parser
import json
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
HIDDEN = {"script", "style", "noscript", "template", "head", "svg", "select", "textarea", "iframe"}
INLINE = set("a abbr acronym b big cite code em font i ins kbd mark q s small span strong sub sup time tt u wbr".split())
VOID = set("area base br col embed hr img input link meta source track wbr".split())


class Blocks(html.parser.HTMLParser):
    """The visible text of a page, cut wherever an element begins or ends that is no part of a line."""

    def __init__(self):
        super().__init__()
        self.found, self.run, self.hidden = [], "", []

    def cut(self):
        text = " ".join(self.run.split())
        if words(text):
            self.found.append(text)
        self.run = ""

    def handle_starttag(self, tag, attributes):
        if tag == "body":
            self.hidden = []
        if tag in HIDDEN:
            self.hidden.append(tag)
        if tag not in INLINE:
            self.cut()

    def handle_endtag(self, tag):
        if tag in self.hidden:
            del self.hidden[self.hidden.index(tag):]
        if tag not in INLINE and tag not in VOID:
            self.cut()

    def handle_data(self, data):
        if not self.hidden:
            self.run += data


def words(text):
    return re.findall(r"\w+", text.lower())


def key(block):
    return hashlib.sha256(" ".join(words(block)).encode()).hexdigest()[:8]


def read(path):
    data = path.read_bytes()
    named = re.search(rb"charset=[\"']?([\w-]+)", data[:4096])
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode(named.group(1).decode() if named else "latin-1", "replace")


def blocks(path):
    parser = Blocks()
    parser.feed(read(path))
    parser.close()
    parser.cut()
    return parser.found


def gold():
    """The hashes of the blocks of each page that are its main text."""
    pages, page = {}, None
    for line in (HERE / "extract.txt").read_text().splitlines():
        if line.endswith(":") and not line.startswith("#"):
            page = pages.setdefault(line[:-1], [])
        elif line.startswith("  "):
            page.extend(line.split())
    return pages


def main_text(path, hashes):
    left, found = collections.Counter(hashes), collections.Counter()
    for block in blocks(path):
        if left[key(block)]:
            left[key(block)] -= 1
            found.update(words(block))
    missing = sum(left.values())
    if missing:
        sys.exit(f"{path.name} is another page than the one that was marked: {missing} blocks are not in it")
    return found


def headlines(page):
    """A headline is told apart by some and not by others: a line that is one counts for nobody."""
    found = re.findall(r"(?is)<(h1|title)\b[^>]*>(.*?)</\1>", page)
    return {" ".join(words(html.unescape(re.sub(r"<[^>]+>", " ", text)))) for _, text in found}


def by_satz(satz, folder):
    subprocess.run([satz, "init", "--locales", "fr", folder], check=True, capture_output=True)

    def read_page(path):
        call = [satz, "add", "-C", folder, "--dry-run", "--format", "json", path.resolve()]
        done = subprocess.run(call, capture_output=True, text=True, check=False)
        if done.returncode:
            return ""
        lines = json.loads(done.stdout)["lines"]
        return "\n".join(line["text"] for line in lines if line["kept"])

    return read_page


def score(found, wanted):
    common = sum((found & wanted).values())
    precision = common / max(sum(found.values()), 1)
    recall = common / max(sum(wanted.values()), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("place", type=pathlib.Path, help="the folder of the pages")
    arguments.add_argument("--blocks", action="store_true", help="print the blocks of one page")
    arguments.add_argument("--satz", default="target/release/satz")
    options = arguments.parse_args()
    if options.blocks:
        for block in blocks(options.place):
            print(key(block), len(words(block)), block)
        return
    with tempfile.TemporaryDirectory() as folder:
        tools = {"satz add": by_satz(options.satz, folder)}
        try:
            import trafilatura

            tools["trafilatura"] = lambda path: trafilatura.extract(read(path), include_comments=False) or ""
        except ImportError:
            print("trafilatura is left out: Python cannot import it", file=sys.stderr)
        results = {name: [] for name in tools}
        print(f"| page | {' | '.join(tools)} |\n| --- |{' --: |' * len(tools)}")
        for name, hashes in sorted(gold().items()):
            path = options.place / name
            wanted, titles = main_text(path, hashes), headlines(read(path))
            for tool, read_page in tools.items():
                lines = [words(line) for line in read_page(path).splitlines()]
                found = collections.Counter(word for line in lines if " ".join(line) not in titles for word in line)
                results[tool].append(score(found, wanted))
            print(f"| {name} | {' | '.join(f'{rows[-1][2]:.3f}' for rows in results.values())} |")
    for what, at in (("precision", 0), ("recall", 1), ("F1", 2)):
        means = (sum(row[at] for row in rows) / len(rows) for rows in results.values())
        print(f"| mean {what} | {' | '.join(f'{mean:.3f}' for mean in means)} |")


if __name__ == "__main__":
    main()
