#!/usr/bin/env python3
"""Does at the desk what a translator does, once by keyboard and once by pointer, and looks at every view.

    .ci/edit/desk.py SATZ [AXE.JS]

SATZ is the program; with AXE.JS (from axe-core) every view is looked at by axe. Needs Chromium, or Firefox with
SATZ_BROWSER=firefox. Exit status 1 if anything is not as it has to be.
"""
import contextlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import sample

if os.environ.get("SATZ_BROWSER") == "firefox":
    from firefox import Browser
else:
    from browser import Browser

SATZ, AXE = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:3]
SOURCE = "document.querySelector('.editor .source')?.innerText"
FIELD = "document.querySelector('#typed')"
# What is said to people who do not see it.
HEARD = """(() => { const lines = window.heard = []; for (const region of document.querySelectorAll('#status, #alert, .lost'))
    new MutationObserver(() => { if (!region.hidden) lines.push(...[...region.children].map(child => child.textContent)); })
        .observe(region, {childList: true}); })()"""


class Server:
    """A desk that can be killed and started again at its address."""

    def __init__(self, folder, *options):
        self.folder, self.options = folder, options
        self.start()

    def start(self):
        command = [SATZ, "-C", self.folder, "edit", "--no-open", *self.options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.url = self.process.stdout.readline().strip()

    def kill(self):
        self.process.kill()
        self.process.wait()


def catalog(folder, locale="en", article="markt"):
    return (folder / "locales" / locale / f"{article}.ftl").read_text()


def is_at(page, sentence):
    page.wait(f"({SOURCE} ?? '').includes({json.dumps(sentence)}) && document.activeElement === {FIELD}")


def has(folder, text, article="markt"):
    for _ in range(200):
        if text in catalog(folder, article=article):
            return
        time.sleep(0.02)
    raise AssertionError(f"{text} is not in\n{catalog(folder, article=article)}")


def by_keyboard(page, folder):
    """Every task of a translator, and not one click."""
    page.wait("document.querySelector('.overview h1')")
    page.run(HEARD)
    page.press("Alt+n")
    is_at(page, "Der Hof ist jeden Samstag")
    # An offer by its number.
    page.wait("document.querySelector('.offer')")
    page.press("Alt+1")
    page.wait(f"{FIELD}.value.includes('Saturday')")
    # The page follows what is typed.
    page.press("Ctrl+a")
    page.write("The courtyard is open every Saturday from 9 a.m. to 2 p.m.")
    page.wait("document.querySelector('iframe').contentDocument.body.innerText.includes('The courtyard is open every')")
    page.press("Enter")
    has(folder, "= The courtyard is open every Saturday from 9 a.m. to 2 p.m.", "hof")
    is_at(page, "Er hat 12 Plätze.")
    # What the checks find while it is typed, and a term of the house.
    page.write("It has 21 seats.")
    page.wait("document.querySelector('.findings li')")
    page.press("Ctrl+a")
    page.write("It has 12 seats.")
    page.wait("!document.querySelector('.findings li')")
    page.press("Ctrl+Enter")
    has(folder, "# review: Ada Quelle ", "hof")
    # The article is done, and the next one offered.
    page.wait("document.querySelector('.banner a') === document.activeElement")
    page.press("Enter")
    is_at(page, "42")
    page.wait("document.querySelector('.term')")
    page.press("Ctrl+a")
    page.write("It has 42 ")
    page.press("Alt+t")
    page.write(".")
    page.press("Enter")
    has(folder, "= It has 42 stall.")
    is_at(page, "Hunde sind willkommen.")
    # Taken back, across sentences, and done again.
    page.press("Alt+z")
    is_at(page, "42")
    assert "= It has 40 stalls." in catalog(folder)
    page.press("Alt+Shift+z")
    page.wait(f"window.heard.includes('Done again') && {FIELD}?.value === 'It has 42 stall.'")
    is_at(page, "42")
    assert "= It has 42 stall." in catalog(folder)
    # A text that is not saved is kept, and offered again.
    page.press("Alt+n")
    is_at(page, "Hunde")
    page.write("Dogs are")
    page.press("Alt+ArrowDown")
    page.wait(f"!({SOURCE}).includes('Hunde')")
    page.press("Alt+ArrowUp")
    is_at(page, "Hunde")
    assert page.run(f"{FIELD}.value") == "Dogs are", page.run(f"{FIELD}.value")
    page.write(" welcome.")
    page.press("Alt+m")
    page.wait("document.activeElement.matches('.trouble input')")
    page.write("or allowed?")
    page.press("Enter")
    has(folder, "# or allowed?")
    is_at(page, "Hunde")
    page.press("Alt+n")
    is_at(page, "Der Eintritt ist frei.")
    # Said in the sentence before.
    page.press("Alt+j")
    has(folder, "= { \"\" }")
    is_at(page, "Brot vom")
    # Codes that cannot be mistyped.
    page.write("Bread from ")
    page.press("Alt+q")
    page.wait("window.heard.some(line => /^[34] findings/.test(line))")
    page.write("Holm’s bakery")
    page.press("Alt+q", "Enter")
    has(folder, "= Bread from [Holm’s bakery](https://holm.example)")
    is_at(page, "Käse")
    page.press("Alt+c")
    page.wait(f"{FIELD}.value === 'Käse aus dem Nachbardorf'")
    page.press("Ctrl+a")
    page.write("Cheese from the next village")
    # Somebody else was here first.
    text = catalog(folder)
    stub = next(line for line in text.split("\n") if line.startswith("# s") and line.endswith(" =") and "Käse" in text[:text.index(line)].rsplit("# de:", 1)[1])
    (folder / "locales/en/markt.ftl").write_text(text.replace(stub, f"{stub[2:]} Cheese from next door"))
    page.press("Enter")
    page.wait("document.querySelector('.conflict')")
    page.press("Tab", "Enter")
    has(folder, "= Cheese from the next village")
    is_at(page, "Honig")
    # The keys: listed, and changeable.
    page.press("Escape")
    page.wait("document.activeElement.matches('.row')")
    # What others change leaves the keyboard where it is.
    path = folder / "locales/en/markt.ftl"
    path.write_text(path.read_text().replace("= The market by the canal\n", "= The market at the canal\n"))
    page.wait("document.body.innerText.includes('The market at the canal')")
    assert page.run("document.activeElement.closest('.unit')?.innerText ?? ''").startswith("Not translated"), page.run("document.activeElement.outerHTML")
    page.press("?")
    page.wait("document.querySelector('dialog[open]')")
    page.press("Tab", "Enter", "Alt+s", "Escape")
    page.wait("!document.querySelector('dialog[open]')")
    page.press("Alt+n")
    is_at(page, "Honig")
    page.write("Honey that Ms Sand spins herself")
    page.press("Alt+s")
    has(folder, "= Honey that Ms Sand spins herself")
    is_at(page, "Ich komme")
    # The most doubtful one that nobody stands for, and on in that order.
    page.press("Alt+k")
    page.wait(f"{FIELD} === document.activeElement && !({SOURCE}).includes('Ich komme')")
    first = page.run(SOURCE)
    page.press("Ctrl+Enter")
    has(folder, "# review: Ada Quelle ")
    page.wait(f"{FIELD} === document.activeElement && {SOURCE} !== {json.dumps(first)}")
    # Words to filter by, the page hidden and shown, then a word replaced everywhere.
    page.press("Escape", "/")
    page.write("Tor")
    page.wait("[...document.querySelectorAll('.unit')].filter(unit => !unit.hidden).length === 2")
    page.press("Alt+p")
    page.wait("document.querySelector('.page.closed')")
    page.press("Alt+p")
    page.wait("!document.querySelector('.page.closed')")
    page.press("Alt+r")
    page.wait("document.activeElement.id === 'text'")
    page.write("gate")
    page.press("Tab")
    page.write("door")
    page.press("Enter")
    page.wait("document.querySelector('.results ins')")
    page.press("Tab", "Tab", "Tab")
    page.wait("document.activeElement.matches('.results .main')")
    page.press("Enter")
    has(folder, "**at the door**")
    has(folder, "= Please close the door.", "hof")
    page.press("Alt+o")
    page.wait("document.querySelector('.articles')")
    heard = page.run("window.heard")
    for said in ("Saved", "Saved and confirmed", "Taken back", "1 finding", "No findings", "1 offer"):
        assert any(line.startswith(said) for line in heard), (said, heard)
    return heard


def in_page(page, word):
    """Clicks on a sentence of the page, which opens it; again if the page moved meanwhile."""
    until = time.time() + 30
    while word not in (page.run(SOURCE) or ""):
        assert time.time() < until, f"never open: {word}"
        box = page.run("""(() => { const frame = document.querySelector('iframe'), outer = frame.getBoundingClientRect();
            const all = [...frame.contentDocument.querySelectorAll('[data-unit]')];
            const inner = all.find(element => element.textContent.includes(%s))?.getClientRects()[0];
            return inner && [outer.left + inner.left + 9, outer.top + inner.top + 9]; })()""" % json.dumps(word))
        if box:
            page.press_at(*box)
        time.sleep(0.2)


def by_pointer(page, folder):
    """The same tasks, and no key but to type words."""
    page.wait("document.querySelector('.overview h1')")
    page.click(".welcome button")
    page.click(".choice button", 0)
    page.click(".articles a", 0)
    page.wait("document.querySelector('.unit.missing')")
    page.click(".unit.missing .row", 0)
    is_at(page, "Der Hof ist jeden Samstag")
    page.wait("document.querySelector('.offer')")
    page.click(".offer")
    page.wait(f"{FIELD}.value.includes('Saturday')")
    page.click(".actions .main")
    has(folder, "is open every Saturday", "hof")
    is_at(page, "Er hat 12 Plätze.")
    page.write("It has 12 seats.")
    page.click(".actions > button", 1)
    has(folder, "# review: Ada Quelle ", "hof")
    page.click(".banner a")
    is_at(page, "42")
    page.run(f"{FIELD}.select()")
    page.write("It has 42 stalls.")
    page.click(".actions .main")
    is_at(page, "Hunde")
    in_page(page, "Eintritt")
    is_at(page, "Der Eintritt ist frei.")
    page.click(".more summary")
    page.click(".menu button", 0)
    page.wait(f"{FIELD}.value === 'Der Eintritt ist frei.'")
    page.click(".more summary")
    page.click(".menu button", 2)
    has(folder, "= { \"\" }")
    page.click(".head .line:nth-child(2) button")
    page.wait("document.querySelector('.unit.current .editor')")
    page.click(".filters button", 1)
    page.wait("[...document.querySelectorAll('.unit:not([hidden])')].length < 9")
    page.click(".bar-of-page button", 2)
    page.wait("document.querySelector('iframe').contentDocument?.querySelector('table')")
    page.click(".bar-of-page button", 3)
    page.wait("document.querySelector('.page.closed')")
    page.click(".home")
    page.wait("document.querySelector('.articles')")


def without_server(browser, server, folder):
    """What is typed while the server is away is saved when it is back."""
    page = browser.page(server.url)
    page.wait("document.querySelector('.overview h1')")
    page.run("location.hash = '#/en/markt/open'")
    page.wait(FIELD)
    sentence = page.run(SOURCE)
    server.kill()
    page.write("Typed while nobody listened.")
    page.press("Enter")
    page.wait("!document.querySelector('.lost').hidden")
    page.wait(f"{SOURCE} !== {json.dumps(sentence)}")
    page.write("Half of a")
    page.close()
    server.start()
    page = browser.page(server.url)
    page.wait("document.querySelector('.overview h1')")
    page.wait("document.querySelector('.mark.draft')")
    page.run("location.hash = '#/en/markt/open'")
    has(folder, "Typed while nobody listened.")
    page.wait(f"{FIELD}?.value === 'Half of a'")
    page.close()


def two_pages(browser, server, folder):
    """What one page saves the other shows; what both change both see."""
    one, two = browser.page(server.url), browser.page(server.url)
    for page in (one, two):
        page.wait("document.querySelector('.overview h1')")
        page.run("location.hash = '#/fr/hof/open'")
        page.wait(FIELD)
    one.wait("document.querySelector('.editor.shared')")
    two.write("De l’autre.")
    one.write("La cour")
    one.press("Enter")
    one.wait("document.querySelectorAll('.unit.current').length === 1")
    two.press("Enter")
    two.wait("document.querySelector('.conflict')")
    assert "La cour" in two.text() and two.run(f"{FIELD}.value") == "De l’autre."
    one.close()
    two.close()


def views(browser, server, axe):
    """axe on every view, in both themes, in English and Arabic, wide and narrow."""
    faults = 0
    for language, dark, width in [("en", False, 1280), ("en", True, 1280), ("ar", False, 1280), ("ar", True, 390), ("de", False, 390)]:
        page = browser.page(server.url, language=language, dark=dark, width=width)
        page.wait("document.querySelector('.overview h1')")
        page.run(axe)
        locale = "ar" if language == "ar" else "en"
        for view, address, ready in [("overview", "#/", ".articles"), ("article", f"#/{locale}/markt", ".unit"),
                                     ("sentence", f"#/{locale}/markt/open", ".editor"), ("find", f"#/{locale}/?find", ".form")]:
            page.run(f"location.hash = '{address}'")
            page.wait(f"document.querySelector('{ready}')")
            time.sleep(0.6)
            found = page.run("axe.run(document, {iframes: false, resultTypes: ['violations']}).then(found => "
                             "found.violations.map(({id, nodes}) => id + ': ' + nodes.map(node => node.html.slice(0, 140)).slice(0, 3).join(' | ')))")
            wide = page.run("document.documentElement.scrollWidth > innerWidth")
            for fault in found + (["wider than the window"] if wide else []):
                print(f"{view} {language} {'dark' if dark else 'light'} {width}: {fault}")
                faults += 1
        page.run("location.hash = '#/'")
        page.wait("document.querySelector('.articles')")
        page.press("?")
        page.wait("document.querySelector('dialog[open]')")
        found = page.run("axe.run(document, {resultTypes: ['violations']}).then(found => found.violations.map(({id, nodes}) => id + nodes[0].html.slice(0, 140)))")
        faults += len(found)
        print("".join(f"keys {language}: {fault}\n" for fault in found), end="")
        assert not page.faults(), page.faults()
        page.close()
    print(f"axe finds {faults} faults")
    assert not faults


@contextlib.contextmanager
def desk(*options):
    with tempfile.TemporaryDirectory(prefix="satz-desk-") as scratch:
        folder = sample.make(SATZ, pathlib.Path(scratch).resolve() / "markt")
        server = Server(folder, *options)
        browser = Browser()
        try:
            yield browser, server, folder
        finally:
            browser.close()
            server.kill()


def main():
    for name, work in [("keyboard", by_keyboard), ("pointer", by_pointer)]:
        with desk() as (browser, server, folder):
            page = browser.page(server.url, height=1000)
            heard = work(page, folder)
            # A conflict is an answer, which the browser's log takes for a fault.
            faults = [fault for fault in page.faults() if "409" not in fault]
            assert not faults, faults
            check = sample.satz(SATZ, folder, "sync", "--check")
            assert check.returncode == 0, check.stdout
            print(f"every task by {name}")
            if heard:
                print("\n".join(f"    heard: {line}" for line in heard))
    with desk() as (browser, server, folder):
        two_pages(browser, server, folder)
        print("two pages")
        without_server(browser, server, folder)
        print("without the server")
    if AXE:
        with desk() as (browser, server, folder):
            views(browser, server, pathlib.Path(AXE[0]).read_text())


if __name__ == "__main__":
    main()
