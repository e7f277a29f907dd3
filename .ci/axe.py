#!/usr/bin/env python3
"""Opens every page below a folder in Chromium, narrow and wide, and has axe look at it.

    .ci/axe.py AXE.JS FOLDER

Prints what axe finds, and pages that are wider than their window. Exit status 1 if there is anything.
"""
import html
import pathlib
import re
import subprocess
import sys
import tempfile

WIDTHS = (390, 1280)
PROBE = """
addEventListener('load', async () => {
    const source = await (await fetch('AXE')).text(), lines = [];
    for (const frame of document.querySelectorAll('iframe')) {
        const page = frame.contentDocument, script = page.createElement('script');
        script.textContent = source;
        page.head.append(script);
        const found = await frame.contentWindow.axe.run(page, {resultTypes: ['violations']});
        for (const {id, nodes} of found.violations)
            lines.push([frame.id, id, nodes[0].html.slice(0, 120).replace(/\\s+/g, ' ')].join(' '));
        if (page.documentElement.scrollWidth > frame.contentWindow.innerWidth)
            lines.push(frame.id + ' wider than the window');
    }
    document.body.append('\\n' + lines.join('\\n') + '\\nseen all\\n');
});"""


def main():
    axe, folder = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    views = [(page, width) for page in sorted(folder.rglob("*.html")) for width in WIDTHS]
    frames = "".join(f'<iframe id="{number}" width="{width}" height="900" src="{html.escape(page.as_uri())}"></iframe>'
                     for number, (page, width) in enumerate(views))
    with tempfile.TemporaryDirectory(prefix="satz-axe-") as scratch:
        driver = pathlib.Path(scratch) / "driver.html"
        driver.write_text(f"<!doctype html><script>{PROBE.replace('AXE', axe.as_uri())}</script>{frames}<pre></pre>")
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                   "--disable-background-networking", "--disable-component-update", "--disable-extensions",
                   "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND", "--allow-file-access-from-files",
                   "--disable-web-security", "--virtual-time-budget=120000", "--dump-dom",
                   f"--user-data-dir={scratch}/profile", driver.as_uri()]
        dom = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8", "replace")
    told = dom.rsplit("</pre>", 1)[-1]
    assert "seen all" in told, dom[-2000:]
    found = re.findall(r"(?m)^(\d+) (.*)$", told)
    for number, finding in found:
        page, width = views[int(number)]
        print(f"{page.relative_to(folder)} at {width}: {html.unescape(finding)}")
    print(f"{len(views) // len(WIDTHS)} pages, axe finds {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
