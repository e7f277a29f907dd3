#!/usr/bin/env python3
"""Makes the pictures of docs/edit.md.

    .ci/edit/pictures.py SATZ
"""
import pathlib
import subprocess
import sys
import tempfile
import time

import sample
from browser import Browser

SATZ = pathlib.Path(sys.argv[1]).resolve()
INTO = pathlib.Path(__file__).resolve().parents[2] / "docs/edit"


def main():
    INTO.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="satz-desk-") as scratch:
        folder = sample.make(SATZ, pathlib.Path(scratch).resolve() / "markt")
        server = subprocess.Popen([SATZ, "-C", folder, "edit", "--no-open"], stdout=subprocess.PIPE,
                                  stderr=subprocess.DEVNULL, text=True)
        url = server.stdout.readline().strip()
        browser = Browser()
        try:
            page = browser.page(url, height=800)
            page.wait("document.querySelector('.overview h1')")
            time.sleep(0.5)
            page.picture(INTO / "overview.png")
            for name, address, look in [("sentence", "#/en/markt/open", {}), ("dark", "#/en/hof/open", {"dark": True}),
                                        ("arabic", "#/ar/markt/open", {"language": "ar"}),
                                        ("narrow", "#/en/markt/open", {"width": 390})]:
                view = browser.page(url, height=800, **look)
                view.wait("document.querySelector('.overview h1')")
                view.run(f"location.hash = '{address}'")
                view.wait("document.querySelector('.editor')")
                time.sleep(1)
                view.picture(INTO / f"{name}.png")
                view.close()
        finally:
            browser.close()
            server.kill()


if __name__ == "__main__":
    main()
