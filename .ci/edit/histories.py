#!/usr/bin/env python3
"""Histories of two browsers at a desk, a text editor, `git pull`, `satz sync`, and kills of the server and of browsers.

    .ci/edit/histories.py SATZ [HISTORIES [SEED]]

After every step each text that somebody typed has to be in the catalog, or kept in the browser that it was typed in,
unless somebody who saw it put another in its place; and nothing may be up to date or confirmed that nobody made so.
Needs Chromium and git. Exit status 1 if anything is lost.
"""
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

import sample
from browser import Browser
from desk import FIELD, Server

SATZ = pathlib.Path(sys.argv[1]).resolve()
COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 10
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 1
STEPS = 24
TYPED = re.compile(r"(?:Text|Typed|Pulled) \d+ of [a-z0-9 ]+\.")
GERMAN = """(() => { const copy = document.querySelector('.editor .source')?.cloneNode(true);
    copy?.querySelectorAll('del').forEach(part => part.remove()); return copy?.textContent; })()"""


class Person:
    """Somebody at a browser of their own, which can be killed."""

    def __init__(self, name, folder):
        self.name, self.profile, self.seen = name, folder / f"profile-{name}", set()
        self.browser = None

    def enter(self, url):
        self.browser = self.browser or Browser(str(self.profile))
        self.page = self.browser.page(url)
        self.page.wait("document.querySelector('.overview h1')")

    def open(self, chance):
        self.go("")
        rows = self.page.run("document.querySelectorAll('.unit .row').length")
        if rows:
            self.page.run(f"document.querySelectorAll('.unit .row')[{chance.randrange(rows)}].click()")
            self.page.wait(FIELD)
        self.look()

    def go(self, unit):
        """Goes to the article by the overview, and to a sentence of it."""
        self.page.run("location.hash = '#/'")
        self.page.wait("document.querySelector('.articles')")
        self.page.run(f"location.hash = '#/en/satz/{unit}'")
        self.page.wait("document.querySelector('.unit')")

    def look(self):
        """Notes what is shown."""
        text = self.page.run(f"document.body.innerText + ({FIELD}?.value ?? '')")
        self.seen.update(TYPED.findall(text))

    def kept(self):
        return self.page.run("Object.entries(localStorage).filter(([name]) => name.startsWith('satz:draft:'))"
                             ".map(([, value]) => JSON.parse(value).typed)")

    def kill(self):
        self.browser.process.kill()
        self.browser.process.wait()
        self.browser = None


class History:
    def __init__(self, scratch, chance):
        self.chance, self.step, self.scratch = chance, 0, scratch
        self.folder = scratch / "markt"
        (self.folder / "articles").mkdir(parents=True)
        (self.folder / "satz.yaml").write_text("locales: [en]\n")
        self.article, self.catalog = self.folder / "articles/satz.md", self.folder / "locales/en/satz.ftl"
        self.article.write_text("Eins ist hier.\n\nZwei ist dort.\n\nDrei ist weg.\n\nVier ist nah.\n")
        self.sync()
        (self.folder / ".gitignore").write_text(".satz\nbuild\n")
        self.git(self.folder, "init", "-q", "-b", "main")
        self.commit(self.folder)
        self.server = Server(self.folder, "--as", "Ada")
        self.people = [Person(name, scratch) for name in ("ada", "bo")]
        for person in self.people:
            person.enter(self.server.url)
        # What was typed and is not replaced, who keeps it, and which German somebody gave which text.
        self.live, self.meant, self.confirmed, self.counts = {}, set(), set(), {}

    def git(self, folder, *command):
        own = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"]
        return subprocess.run(["git", "-C", folder, *own, *command], capture_output=True, text=True)

    def commit(self, folder):
        self.git(folder, "add", "-A")
        self.git(folder, "commit", "-qm", "so far")

    def sync(self):
        sample.satz(SATZ, self.folder, "sync")

    def count(self, what):
        self.counts[what] = self.counts.get(what, 0) + 1

    def take(self):
        self.step += 1
        person = self.chance.choice(self.people)
        steps = [self.type] * 9 + [self.undo, self.editor, self.editor, self.reword, self.pull, self.kill_server,
                                   self.kill_browser, self.kill_browser, self.settle, lambda _: self.sync()]
        step = self.chance.choice(steps)
        before = self.texts()
        for each in self.people:
            each.look()
        step(person)
        self.check(step, before)

    def texts(self):
        return set(TYPED.findall(self.catalog.read_text()))

    def type(self, person):
        """Opens a sentence, types, and saves it in one of the ways, or does not."""
        person.open(self.chance)
        page, text = person.page, f"Text {self.step} of {person.name}."
        if not page.run(f"Boolean({FIELD})"):
            return
        german, old = page.run(GERMAN), page.run(f"{FIELD}.value")
        if old in person.kept():
            self.live.pop(old, None)
        page.press("Ctrl+a")
        page.write(text)
        self.live[text] = person
        how = self.chance.choice(["save", "save", "confirm", "keep", "killed"])
        self.count(how)
        if how == "keep":
            return
        if how == "killed":
            # What is on its way to the disk of the browser, by hands that are quick.
            time.sleep(0.15)
            if self.chance.random() < 0.5:
                page.press("Enter")
            self.meant.add((german, text))
            return self.kill_browser(person)
        page.press("Ctrl+Enter" if how == "confirm" else "Enter")
        self.meant.add((german, text))
        if how == "confirm":
            self.confirmed.add((german, text))
        self.answered(person)

    def answered(self, person):
        """Waits for what comes of a save; where somebody else was first, chooses."""
        page = person.page
        page.wait("document.querySelector('.conflict, .refused, .banner:not([hidden])') || !document.querySelector('.editor')"
                  f" || {FIELD}.value !== {json.dumps(f'Text {self.step} of {person.name}.')}")
        if page.run("Boolean(document.querySelector('.conflict'))"):
            self.count("conflict")
            person.look()
            german = page.run(GERMAN)
            is_own = self.chance.random() < 0.5
            other = page.run("document.querySelector('.conflict p[lang=de]')?.textContent")
            if other:
                return
            if is_own:
                self.meant.add((german, f"Text {self.step} of {person.name}."))
            else:
                self.live.pop(f"Text {self.step} of {person.name}.", None)
            page.run(f"document.querySelectorAll('.conflict button')[{int(is_own)}].click()")
            time.sleep(0.3)

    def undo(self, person):
        before = self.texts()
        person.page.run("document.activeElement.blur()")
        person.page.press("Alt+z")
        time.sleep(0.4)
        for text in before - self.texts():
            assert text in person.seen or text.endswith(f"of {person.name}."), f"taken back: {text}"
            self.live.pop(text, None)
        for text in self.texts() - before:
            self.live[text] = None

    def lines(self, text):
        return [line for line in text.split("\n") if re.match(r"(# )?s\w+(-\w+)? =", line)]

    def put(self, folder, text):
        """Types a text in a line of the catalog, as in a text editor."""
        path = folder / "locales/en/satz.ftl"
        old = path.read_text()
        line = self.chance.choice(self.lines(old))
        path.write_text(old.replace(line, f"{line.removeprefix('# ').split(' =')[0]} = {text}", 1))
        self.meant.add((line.removeprefix("# ").split(" =")[0], text))
        return TYPED.findall(line)

    def editor(self, _):
        text = f"Typed {self.step} of an editor."
        for old in self.put(self.folder, text):
            self.live.pop(old, None)
        self.live[text] = None

    def reword(self, _):
        parts = self.article.read_text().strip().split("\n\n")
        at = self.chance.randrange(len(parts))
        parts[at] = parts[at].replace(" ist ", " war ") if " ist " in parts[at] else parts[at].replace(" war ", " ist ")
        self.article.write_text("\n\n".join(parts) + "\n")
        self.sync()

    def pull(self, _):
        """A colleague pushed something meanwhile."""
        self.commit(self.folder)
        other = self.scratch / f"other-{self.step}"
        subprocess.run(["git", "clone", "-q", self.folder, other], check=True)
        text = f"Pulled {self.step} of a colleague."
        replaced = self.put(other, text)
        self.commit(other)
        if self.chance.random() < 0.7:
            self.editor(None)
            self.commit(self.folder)
        merged = self.git(self.folder, "pull", "-q", "--no-rebase", "--no-edit", other, "main")
        if merged.returncode:
            self.git(self.folder, "merge", "--abort")
            return self.count("pull in conflict")
        self.count("pull")
        self.live[text] = None
        for old in replaced:
            self.live.pop(old, None)

    def kill_server(self, _):
        self.count("server killed")
        self.server.kill()
        self.server.start()
        for person in self.people:
            person.page.close()
            person.enter(self.server.url)

    def kill_browser(self, person):
        self.count("browser killed")
        person.kill()
        person.enter(self.server.url)

    def settle(self, person):
        """Opens what is kept, which the field has to show, and saves it."""
        for base, typed in person.page.run("Object.entries(localStorage).filter(([name]) => name.startsWith('satz:draft:'))"
                                           ".map(([name, value]) => [name.split(':').pop(), JSON.parse(value).typed])"):
            person.go(base)
            time.sleep(0.4)
            if base not in self.catalog.read_text() or not person.page.run(f"Boolean({FIELD})"):
                continue
            shown = person.page.run(f"{FIELD}.value")
            assert shown == typed or typed not in person.kept(), f"{typed} is not offered, but {shown}"
            self.count("offered")
            self.meant.add((person.page.run(GERMAN), shown))
            person.page.press("Enter")
            time.sleep(0.4)
            if person.page.run("Boolean(document.querySelector('.conflict'))"):
                person.look()
                person.page.run("document.querySelectorAll('.conflict button')[1].click()")
                time.sleep(0.4)

    def check(self, step, before):
        """Holds the files against what people typed."""
        now = self.texts()
        for person in self.people:
            person.look()
        for text in before - now:
            keepers = [person for person in self.people if text in person.seen]
            assert keepers or text not in self.live, f"{step}: written over unseen: {text}"
            self.live.pop(text, None)
        kept = [text for person in self.people for text in person.kept()]
        for text in self.live:
            assert text in now or text in kept, f"{step}: lost: {text}\n{self.catalog.read_text()}\n{kept}"
        self.states()

    def states(self):
        answer = json.loads(sample.satz(SATZ, self.folder, "provenance", "--locale", "en", "--format", "json").stdout)
        for unit in (unit for article in answer["articles"] for unit in article["sentences"]):
            pairs = {(unit["source"], unit["target"]), (unit["id"], unit["target"])}
            assert unit["stale"] or pairs & self.meant, f"up to date, and nobody made it so: {pairs}"
            assert not unit["reviewed"] or pairs & self.confirmed, f"confirmed by nobody: {pairs}"

    def end(self):
        self.sync()
        for person in self.people:
            self.settle(person)
        for person in self.people:
            if person.browser:
                person.browser.close()
        self.server.kill()


def main():
    counts = {}
    for number in range(COUNT):
        with tempfile.TemporaryDirectory(prefix="satz-histories-", ignore_cleanup_errors=True) as scratch:
            history = History(pathlib.Path(scratch).resolve(), random.Random(SEED * 1000 + number))
            for _ in range(STEPS):
                history.take()
            history.end()
            for what, count in history.counts.items():
                counts[what] = counts.get(what, 0) + count
            print(f"{number + 1} of {COUNT}", flush=True)
    print(f"{COUNT} histories of {STEPS} steps, nothing lost: " + ", ".join(f"{count} × {what}" for what, count in sorted(counts.items())))


if __name__ == "__main__":
    main()
