"""Compares a site's human translations with what satz gives back of them.

Usage: python3 benches/sites/compare.py SATZ SITES

SITES is a folder of sites, each with its German and its English in the layout that it has. Each is
copied, set up by `satz init`, taken in by `satz align --site` and built back into its places. Then
the German must be byte-identical, and of the English so many words and blocks must come back as
`DEMANDED` says. Without the data nothing is compared, and that is said.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from difflib import SequenceMatcher
from pathlib import Path

# Percent of words, percent of blocks, errors beside what is missing per 1,000 units.
DEMANDED = {
    "evcc": (99.3, 97, 2),
    "scs": (98.5, 95, 2),
    "opensource-guide": (97.5, 93, 2),
    "covenant": (99.0, 98, 2),
}


def run(satz, folder, *arguments):
    """Runs satz in a folder and gives its standard output; a status of 2 ends all."""
    done = subprocess.run([satz, *arguments], cwd=folder, capture_output=True, text=True)
    if done.returncode == 2:
        sys.exit(f"{folder.name}: satz {' '.join(arguments)}: {done.stderr}")
    return done.stdout


def plain(text):
    """The text without the addresses and labels of its links, which are the gate's to compare."""
    text = re.sub(r"(?m)^\[[^\]\n]+\]:.*$", "", text)
    return re.sub(r"\](\([^)\n]*\)|\[[^\]\n]*\])", "]", text)


def words(text):
    """Words and signs, so that only white space does not count."""
    return re.findall(r"\w+|[^\w\s]", text)


def blocks(text):
    """Blocks between blank lines, white space made one."""
    return [" ".join(block.split()) for block in re.split(r"\n\s*\n", text) if block.strip()]


def equal(one, other):
    """How many parts of the first list come again in the other, and how many it has."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    return same, len(one)


def adopt(satz, site, place):
    """A copy of a site in a folder, with its English in catalogs."""
    folder = Path(place) / site.name
    shutil.copytree(site, folder, copy_function=shutil.copyfile)
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    run(satz, folder, "init", "--locales", "en")
    run(satz, folder, "sync")
    run(satz, folder, "align", "--site")
    return folder


def files(satz, folder):
    """The paths of the articles, and of the translations that a site has."""
    listed = json.loads(run(satz, folder, "config", "--files", "--format", "json"))["files"]
    every = [file for article in listed for file in article["files"]]
    targets = [file["path"] for file in every if file["kind"] == "target" and file["exists"]]
    return [article["source"] for article in listed], targets


def compare(satz, site):
    """The shares of words and blocks that came back, and the errors per 1,000 units."""
    with tempfile.TemporaryDirectory() as place:
        folder = adopt(satz, site, place)
        sources, targets = files(satz, folder)
        human = {path: (folder / path).read_text("utf-8") for path in targets}
        run(satz, folder, "build")
        sums = [0, 0, 0, 0]
        worst = []
        for path, before in human.items():
            before, after = plain(before), plain((folder / path).read_text("utf-8"))
            same, whole = equal(words(before), words(after))
            same_blocks, all_blocks = equal(blocks(before), blocks(after))
            for index, value in enumerate((same, whole, same_blocks, all_blocks)):
                sums[index] += value
            worst.append((whole - same, path))
        for source in sources:
            if (folder / source).read_bytes() != (site / source).read_bytes():
                sys.exit(f"{site.name}: {source} is not what it was")
        status = json.loads(run(satz, folder, "status", "--format", "json"))
        units = sum(row["units"] for row in status["locales"][0]["articles"])
        found = json.loads(run(satz, folder, "check", "--format", "json"))["findings"]
        errors = [
            finding["code"]
            for finding in found
            if finding["severity"] == "error" and finding["code"] not in ("missing", "incomplete")
        ]
    figures = (100 * sums[0] / sums[1], 100 * sums[2] / sums[3], 1000 * len(errors) / units)
    return len(human), units, figures, sorted(worst, reverse=True)[:3], errors


def main():
    satz, sites = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    chosen = sys.argv[3:] or list(DEMANDED)
    missed = False
    for name in chosen:
        site = sites / name
        if not site.is_dir():
            print(f"{name}: NOT COMPARED, there is no {site}")
            continue
        count, units, figures, worst, errors = compare(satz, site)
        demanded = DEMANDED[name]
        good = figures[0] >= demanded[0] and figures[1] >= demanded[1] and figures[2] <= demanded[2]
        missed |= not good
        print(
            f"{name}: {count} translations, {units} units, German byte-identical; words "
            f"{figures[0]:.2f} % (≥ {demanded[0]}), blocks {figures[1]:.2f} % (≥ {demanded[1]}), "
            f"errors {figures[2]:.2f} of 1,000 (≤ {demanded[2]}){'' if good else '  MISSED'}"
        )
        for lost, path in worst:
            print(f"    {lost:5} words lost in {path}")
        if errors:
            print(f"    errors: {', '.join(sorted(set(errors)))}")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
