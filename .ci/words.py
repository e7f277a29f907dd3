#!/usr/bin/env python3
"""Counts how the source reads, and fails where it reads worse than it did.

    .ci/words.py [FOLDER]

Counted are, over all Rust files below FOLDER (src without it): files without a head (`//!`); closures that
have a name, and names that are bound again to a part of themselves (`let x = x.…`), per 1,000 lines; and the
share of local names that say nothing. `LIMITS` are what must not be passed. They go down as the source gets
better, and are wanted at 4, 3 and 4.
"""

import re
import sys
from pathlib import Path

SAYS_NOTHING = set(
    "all at both found here is it kept known made one own rest so that theirs there told what".split()
)
LIMITS = {
    "files without a head": 0,
    "named closures per 1,000 lines": 11,
    "rebindings per 1,000 lines": 7,
    "names that say nothing, %": 8,
}
CLOSURE = re.compile(r"\blet (?:mut )?\w+(?:: [^=]+)? = (?:move )?\|")
REBINDING = re.compile(r"\blet (?:mut )?(\w+)(?:: [^=]+)? = &?(?:mut )?(\w+)[.\[(?]")
LOCAL = re.compile(r"\blet (?:mut )?(\w+)")


def measure(texts):
    """The figures of `LIMITS` for a list of sources."""
    lines = sum(text.count("\n") for text in texts) / 1000
    names = [name for text in texts for name in LOCAL.findall(text)]
    bindings = [pair for text in texts for pair in REBINDING.findall(text)]
    figures = (
        sum(not text.startswith("//!") for text in texts),
        sum(len(CLOSURE.findall(text)) for text in texts) / lines,
        sum(new == old for new, old in bindings) / lines,
        100 * sum(name in SAYS_NOTHING for name in names) / len(names),
    )
    return dict(zip(LIMITS, figures))


def main():
    root = Path(__file__).resolve().parent.parent
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else root / "src"
    texts = [path.read_text("utf-8") for path in sorted(folder.rglob("*.rs"))]
    if not texts:
        sys.exit(f"{folder}: there is no Rust in it")
    worse = False
    for name, figure in measure(texts).items():
        passed = figure > LIMITS[name]
        worse |= passed
        print(f"{name}: {figure:.1f} (at most {LIMITS[name]}){'  WORSE' if passed else ''}")
    sys.exit(worse)


if __name__ == "__main__":
    main()
