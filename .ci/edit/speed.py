#!/usr/bin/env python3
"""How quick the desk is on an article of 2,000 sentences.

    .ci/edit/speed.py SATZ [SENTENCES]

Prints how long the first page takes, a key until it shows in the page beside, and a save; with the memory of the
server. Needs Chromium.
"""
import pathlib
import subprocess
import sys
import tempfile
import time

import sample
from browser import Browser

SATZ = pathlib.Path(sys.argv[1]).resolve()
COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
FIELD = "document.querySelector('#typed')"

# Types a letter, and says after how many milliseconds it stands in the page.
KEY = """new Promise(done => {
    const field = document.querySelector('#typed'), page = document.querySelector('iframe').contentDocument;
    const start = performance.now(), text = field.value + String.fromCharCode(97 + Math.floor(Math.random() * 26));
    const place = page.querySelector('[data-satz-here]');
    const observer = new MutationObserver(() => {
        if (!place.textContent.endsWith(text.slice(-9))) return;
        observer.disconnect();
        requestAnimationFrame(() => done(performance.now() - start));
    });
    observer.observe(place, {childList: true, subtree: true, characterData: true});
    field.value = text;
    field.dispatchEvent(new Event('input'));
})"""


def article():
    for number in range(COUNT // 4):
        yield f"Absatz {number} beginnt hier. Er hat {number} Wörter mit **Nachdruck** und ein Ziel. "\
              f"Das Haus Nummer {number} steht am Kanal. Am Ende von {number} folgt ein Punkt.\n\n"


def main():
    with tempfile.TemporaryDirectory(prefix="satz-speed-") as scratch:
        folder = pathlib.Path(scratch).resolve()
        (folder / "articles").mkdir()
        (folder / "satz.yaml").write_text("locales: [en]\n")
        (folder / "articles/lang.md").write_text("".join(article()))
        sample.satz(SATZ, folder, "sync")
        catalog = folder / "locales/en/lang.ftl"
        lines = catalog.read_text().split("\n")
        for at, line in enumerate(lines):
            if line.startswith("# s") and line.endswith(" =") and at % 3:
                german = next(lines[back][6:] for back in range(at, 0, -1) if lines[back].startswith("# de: "))
                lines[at] = f"{line[2:]} {german.replace('Absatz', 'Paragraph').replace('Haus', 'house')}"
        catalog.write_text("\n".join(lines))
        sample.satz(SATZ, folder, "sync")
        server = subprocess.Popen([SATZ, "-C", folder, "edit", "--no-open"], stdout=subprocess.PIPE,
                                  stderr=subprocess.DEVNULL, text=True)
        url = server.stdout.readline().strip()
        browser = Browser()
        try:
            page = browser.page(url)
            page.wait("document.querySelector('.articles')")
            start = time.time()
            page.run("location.reload()")
            page.wait("document.querySelector('.articles')")
            print(f"first page: {1000 * (time.time() - start):.0f} ms")
            start = time.time()
            page.run("location.hash = '#/en/lang/open'")
            page.wait(FIELD, 60)
            print(f"article with {COUNT} sentences: {1000 * (time.time() - start):.0f} ms")
            page.wait("document.querySelector('iframe').contentDocument?.querySelector('[data-satz-here]')", 60)
            page.wait("document.querySelector('.findings')")
            time.sleep(2)
            page.write("A text that begins ")
            time.sleep(1)
            times = sorted(page.run(KEY) for _ in range(60))
            print(f"key to page: median {times[30]:.0f} ms, 95 of 100 {times[56]:.0f} ms, worst {times[-1]:.0f} ms")
            saves = []
            for _ in range(12):
                page.write("Saved.")
                sentence = page.run("document.querySelector('.editor .source').innerText")
                page.run("window.took = null; window.own ??= fetch; window.fetch = async (...given) => { const start = performance.now();"
                         " const answer = await window.own(...given); if (String(given[0]).endsWith('/save')) window.took = performance.now() - start; return answer; }; 0")
                page.press("Enter")
                page.wait(f"document.querySelector('.editor .source')?.innerText !== {sentence!r}", 30)
                time.sleep(1.2)
                saves.append(page.run("window.took") or 0)
            print(f"save: median {sorted(saves)[6]:.0f} ms, worst {max(saves):.0f} ms")
            status = pathlib.Path(f"/proc/{server.pid}/status").read_text()
            memory = next(line for line in status.split("\n") if line.startswith("VmRSS"))
            print(f"server: {int(memory.split()[1]) // 1024} MiB")
            before = pathlib.Path(f"/proc/{server.pid}/stat").read_text().split()[13:15]
            time.sleep(5)
            after = pathlib.Path(f"/proc/{server.pid}/stat").read_text().split()[13:15]
            print(f"idle for 5 s: {sum(map(int, after)) - sum(map(int, before))} ticks")
        finally:
            browser.close()
            server.kill()


if __name__ == "__main__":
    main()
