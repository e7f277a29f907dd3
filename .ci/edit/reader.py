#!/usr/bin/env python3
"""Does the tasks of the desk as somebody who hears it, and writes down what a screen reader would say.

    .ci/edit/reader.py SATZ

What is read is what Chromium tells such programs: names, roles and states, where the keyboard is, and what live regions
say. The transcript is `docs/edit/heard.md`.
"""
import pathlib
import subprocess
import sys

import sample
from desk import FIELD, HEARD, SOURCE, desk, has, is_at
from browser import Browser

INTO = pathlib.Path(__file__).resolve().parents[2] / "docs/edit/heard.md"

# What is said for a role; those that are not here say nothing of themselves.
ROLES = {"heading": "heading", "link": "link", "button": "button", "textbox": "edit", "searchbox": "search", "combobox": "choice",
         "MenuListPopup": "", "checkbox": "tick box", "list": "list", "listitem": "", "group": "group", "region": "region",
         "main": "main", "banner": "banner", "deletion": "gone", "insertion": "new", "code": "code", "dialog": "dialog", "alert": "alert",
         "status": "status", "table": "table", "Iframe": "frame", "DisclosureTriangle": "more", "term": "", "definition": ""}
# What is read as a whole, by its name.
WHOLE = {"link", "button", "textbox", "searchbox", "combobox", "checkbox", "heading", "DisclosureTriangle", "Iframe", "rowheader"}
STATES = {"pressed": {"true": "pressed", "false": "not pressed"}, "checked": {"true": "ticked", "false": "not ticked"},
          "expanded": {True: "open", False: "closed"}, "readonly": {True: "only to read"}, "disabled": {True: "off"}}


class Reader:
    """Somebody at a page who hears it."""

    def __init__(self, page):
        self.page, self.lines, self.count = page, [], 0
        page.send("Accessibility.enable")
        page.send("DOM.enable")
        page.wait("document.querySelector('.overview h1')")
        page.run(HEARD)

    def say(self, line):
        self.lines.append(line)

    def task(self, title):
        self.say(f"\n## {title}\n")

    def tree(self):
        nodes = self.page.send("Accessibility.getFullAXTree")["nodes"]
        return {node["nodeId"]: node for node in nodes}

    def press(self, key, until=None, write=None):
        """Presses a key, and hears what comes of it."""
        self.say(f"- *{key.replace('Arrow', '')}*" if not write else f"- types *{write}*")
        self.page.write(write) if write else self.page.press(key)
        if until:
            self.page.wait(until)
        self.hear()

    def hear(self):
        """What is said by itself, and then where the keyboard is."""
        self.page.run("new Promise(done => setTimeout(done, 700))")
        heard = self.page.run("window.heard")
        for line in heard[self.count:]:
            self.say(f"  - says: {line}")
        self.count = len(heard)
        tree = self.tree()
        focused = [node for node in tree.values() if prop(node, "focused") is True and not node["ignored"]]
        text = spoken(focused[-1]) if focused else "nothing"
        if text != getattr(self, "last", None):
            self.say(f"  - at: {text}")
        self.last = text

    def read(self, selector):
        """Reads a part from its beginning to its end."""
        tree = self.tree()
        found = self.page.send("Runtime.evaluate", expression=f"document.querySelector({selector!r})")["result"]["objectId"]
        number = self.page.send("DOM.describeNode", objectId=found)["node"]["backendNodeId"]
        root = next(node for node in tree.values() if node.get("backendDOMNodeId") == number)
        self.say("- reads on:")
        for line in walked(tree, root):
            self.say(f"  - {line}")


def prop(node, name):
    return next((own["value"].get("value") for own in node.get("properties", []) if own["name"] == name), None)


def text_of(node, name):
    return str(node.get(name, {}).get("value", "")).strip()


def spoken(node):
    """An element as it is said: name, role, value, states, description, key."""
    role = text_of(node, "role")
    words = [text_of(node, "name"), ROLES.get(role, role)]
    if role == "heading":
        words[1] += f" {prop(node, 'level')}"
    if role in ("textbox", "searchbox", "combobox"):
        words.append(text_of(node, "value") or "empty")
    for name, said in STATES.items():
        state = prop(node, name)
        words.append(said.get(state, "") if state is not None else "")
    words.append(text_of(node, "description"))
    words.append(prop(node, "keyshortcuts") or "")
    return ", ".join(word for word in words if word)


def walked(tree, node):
    """Lines of a part: what stands together is said together."""
    lines, run = [], []

    def end():
        if run:
            lines.append(" ".join("".join(run).split()))
            run.clear()

    def visit(node):
        role = text_of(node, "role")
        if not node["ignored"] and role in WHOLE:
            end()
            lines.append(spoken(node))
            return
        if role == "StaticText":
            run.append(text_of(node, "name") + " ")
            return
        marks = role in ("deletion", "insertion", "code")
        is_block = not node["ignored"] and role not in ("generic", "none", "strong", "emphasis") and not marks
        if is_block:
            end()
            said = ROLES.get(role)
            name = text_of(node, "name")
            if said and role not in ("alert", "status"):
                lines.append(", ".join(part for part in (name, said) if part))
        if marks:
            run.append(f"[{ROLES[role]}: ")
        for child in node.get("childIds", []):
            if child in tree:
                visit(tree[child])
        if marks:
            run[-1] = run[-1].rstrip()
            run.append("] ")
        if is_block:
            end()

    visit(node)
    end()
    return [line for line in lines if line]


def tasks(page, folder, server):
    reader = Reader(page)
    reader.task("The first visit")
    reader.read("body")
    reader.task("The next open sentence")
    reader.press("Alt+n", f"({SOURCE} ?? '').includes('Samstag') && document.querySelector('.offer')")
    reader.read(".editor")
    reader.task("An offer, changed and saved")
    reader.press("Alt+1", f"{FIELD}.value.includes('Saturday')")
    page.press("Ctrl+a")
    reader.press("", write="The courtyard is open every Saturday from 9 a.m. to 2 p.m.", until="!document.querySelector('.findings li')")
    reader.press("Enter", f"({SOURCE} ?? '').includes('12 Plätze')")
    reader.task("A finding, mended; confirmed; on to the next article")
    reader.press("", write="It has 21 seats.", until="document.querySelector('.findings li')")
    reader.read(".findings")
    page.press("Ctrl+a")
    reader.press("", write="It has 12 seats.", until="!document.querySelector('.findings li')")
    reader.press("Ctrl+Enter", "document.querySelector('.banner a') === document.activeElement")
    reader.press("Enter", f"({SOURCE} ?? '').includes('Stände')")
    reader.task("A sentence whose German has changed, with a term")
    reader.read(".editor")
    page.press("Ctrl+a")
    reader.press("", write="It has 42 ")
    reader.press("Alt+t")
    reader.press("Enter", f"({SOURCE} ?? '').includes('Hunde')")
    reader.task("Taken back, and done again")
    reader.press("Alt+z", f"({SOURCE} ?? '').includes('42')")
    reader.press("Alt+Shift+z", f"{FIELD}?.value.includes('42')")
    reader.press("Alt+n", f"({SOURCE} ?? '').includes('Hunde')")
    reader.task("Left before it is saved, and a comment")
    reader.press("", write="Dogs are welcome.")
    reader.press("Alt+ArrowDown", f"!({SOURCE}).includes('Hunde')")
    reader.press("Alt+ArrowUp", f"({SOURCE}).includes('Hunde')")
    reader.press("Alt+m", "document.activeElement.matches('.trouble input')")
    reader.press("", write="or allowed?")
    reader.press("Enter", f"document.activeElement === {FIELD}")
    reader.press("Alt+n", f"({SOURCE} ?? '').includes('Eintritt')")
    reader.task("Said in the sentence before; codes")
    reader.press("Alt+j", f"({SOURCE} ?? '').includes('Brot')")
    reader.press("Alt+q")
    reader.press("", write="Bread from Holm’s bakery")
    reader.press("Alt+q")
    reader.press("Alt+q")
    reader.press("Enter", f"({SOURCE} ?? '').includes('Käse')")
    reader.task("Somebody else was first")
    reader.press("", write="Cheese from the next village")
    path = folder / "locales/en/markt.ftl"
    lines = path.read_text().split("\n")
    at = next(at for at, line in enumerate(lines) if "Käse" in line)
    lines[at + 1] = f"{lines[at + 1][2:]} Cheese from next door"
    path.write_text("\n".join(lines))
    reader.press("Enter", "document.querySelector('.conflict')")
    reader.read(".conflict")
    reader.press("Tab")
    reader.press("Enter", f"({SOURCE} ?? '').includes('Honig')")
    reader.task("By risk")
    reader.press("Alt+k", f"{FIELD} === document.activeElement && !({SOURCE}).includes('Honig')")
    reader.press("Ctrl+Enter", f"{FIELD} === document.activeElement && !({SOURCE}).includes('40')")
    reader.task("Which sentences are shown")
    reader.press("Escape", "document.activeElement.matches('.row')")
    reader.press("/", "document.activeElement.matches('.find')")
    reader.press("", write="Winter")
    reader.read(".units")
    page.press("Ctrl+a", "Backspace")
    reader.read(".filters")
    reader.task("All keys, and one changed")
    page.run("document.querySelector('.row').focus()")
    reader.press("?", "document.querySelector('dialog[open]')")
    reader.read("dialog")
    reader.press("Tab")
    reader.press("Enter")
    reader.press("Alt+s")
    reader.press("Escape", "!document.querySelector('dialog[open]')")
    reader.task("Found and replaced")
    reader.press("Alt+r", "document.activeElement.id === 'text'")
    reader.press("", write="gate")
    reader.press("Tab")
    reader.press("", write="door")
    reader.press("Enter", "document.querySelector('.results ins')")
    reader.read(".results")
    reader.press("Tab")
    reader.press("Tab")
    reader.press("Tab")
    reader.press("Enter", "document.querySelector('.results p').textContent.includes('changed')")
    reader.task("The desk does not answer, and answers again")
    page.run("location.hash = '#/fr/hof/open'")
    page.wait(FIELD)
    reader.hear()
    server.kill()
    page.wait("!document.querySelector('.lost').hidden")
    reader.press("", write="La cour")
    reader.press("Alt+s", f"({SOURCE} ?? '').includes('Tor')")
    server.start()
    page.wait("document.querySelector('.lost').textContent.includes('started again')")
    reader.hear()
    page.run("location.hash = '#'")
    page.send("Page.navigate", url=server.url)
    page.wait(f"document.querySelector('.overview h1')")
    page.run(HEARD)
    reader.count = 0
    page.run("location.hash = '#/fr/hof/open'")
    page.wait(f"({SOURCE} ?? '').includes('Tor')")
    reader.hear()
    return reader.lines


HEAD = """# The desk, heard

What a screen reader says while somebody does the tasks of [edit.md](../edit.md), as `.ci/edit/reader.py` writes it down: *keys and what
is typed*; what is said by itself (`says`); where the keyboard is then (`at`); what is read line by line (`reads on`).
"""


def main():
    with desk("--as", "Ada Quelle") as (browser, server, folder):
        page = browser.page(server.url, height=1000)
        lines = tasks(page, folder, server)
    INTO.write_text(HEAD + "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
