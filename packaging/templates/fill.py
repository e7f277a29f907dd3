#!/usr/bin/env python3
"""fill.py VERSION SHA256SUMS OUT

Fills in the formula for Homebrew and the manifest for Scoop with the version and checksums of a release.
SHA256SUMS is what `sha256sum` prints. An archive without a checksum is an error: a package that cannot be
verified is not written.
"""
import pathlib, re, sys

version, sums, out = sys.argv[1:]
known = {name.lstrip("*"): digest for digest, name in (line.split() for line in pathlib.Path(sums).read_text().splitlines())}
folder = pathlib.Path(out)
folder.mkdir(parents=True, exist_ok=True)
for template in sorted(pathlib.Path(__file__).parent.glob("satz.*")):
    text = template.read_text().replace("@VERSION@", version)
    unknown = [name for name in re.findall("@SHA256:(.+?)@", text) if name not in known]
    if unknown:
        sys.exit(f"{template.name}: no checksum for {', '.join(unknown)}")
    (folder / template.name).write_text(re.sub("@SHA256:(.+?)@", lambda match: known[match[1]], text))
    print(folder / template.name)
