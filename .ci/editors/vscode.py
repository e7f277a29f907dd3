"""VS Code in a browser, with the extension of editors/vscode: `vscode.py CODE-SERVER SATZ` (paths to the server's
entry.js and to the binary).

Opens a catalog with fifty stale sentences, looks at what is found, asks at a sentence, applies a quick fix, and works
off the rest: one key goes to the next sentence and selects the words that are old, the new ones are typed, one key accepts.
Then renames the article. No error may be shown, and the files have to be those that a text editor and `satz accept` make. `PICTURES=DIR` keeps pictures of what was seen.
"""
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "edit"))
from browser import Browser  # noqa: E402

ENTRY, SATZ = (pathlib.Path(path).resolve() for path in sys.argv[1:3])
EXTENSION = HERE.parent.parent / "editors/vscode"
COUNT = 50


def workspace(folder):
    (folder / "articles").mkdir(parents=True)
    (folder / "satz.yaml").write_text("locales: [en, fr]\n")
    subprocess.run([sys.executable, HERE / "workspace.py", SATZ, folder], check=True)


def by_hand(folder):
    """The same work in a text editor: the words, then the command."""
    catalog = folder / "locales/en/plan.ftl"
    catalog.write_text(catalog.read_text().replace("at 7 o'clock", "at 9 o'clock"))
    said = subprocess.run([SATZ, "-C", folder, "accept", "en", "--edited"], capture_output=True, text=True)
    assert said.returncode == 0, said.stderr
    subprocess.run([SATZ, "-C", folder, "sync"], check=True, capture_output=True)
    return catalog.read_text()


def serve(folder, data):
    extensions = data / "extensions"
    shutil.copytree(EXTENSION, extensions / "satz.satz-0.1.0", ignore=shutil.ignore_patterns("node_modules", "test"))
    subprocess.run(["npm", "ci", "--omit=dev", "--no-audit", "--no-fund", "--silent"],
                   cwd=extensions / "satz.satz-0.1.0", check=True)
    (data / "User").mkdir()
    (data / "User/settings.json").write_text(json.dumps({
        "satz.path": str(SATZ), "security.workspace.trust.enabled": False, "workbench.startupEditor": "none",
        "telemetry.telemetryLevel": "off", "files.autoSave": "off"}))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        ["node", ENTRY, "--auth", "none", "--disable-telemetry", "--disable-update-check", "--bind-addr", f"127.0.0.1:{port}",
         "--user-data-dir", data, "--extensions-dir", extensions, "--config", data / "config.yaml", folder],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return server, f"http://127.0.0.1:{port}/?folder={folder}"
        time.sleep(0.1)
    sys.exit("vscode: the server does not answer")


class Editor:
    """The page of VS Code, as a person uses it."""

    def __init__(self, page):
        self.page = page

    def look(self, name):
        if pictures := os.environ.get("PICTURES"):
            self.page.picture(pathlib.Path(pictures) / f"vscode-{name}.png")

    def open(self, path):
        self.page.press("Ctrl+p")
        self.page.wait("document.querySelector('.quick-input-widget input') === document.activeElement")
        self.page.write(str(path))
        self.page.wait("document.querySelector('.quick-input-list .monaco-list-row')")
        self.page.press("Enter")
        self.page.wait(f"document.title.includes({path.name!r})")

    def problems(self):
        label = self.page.run("document.querySelector('#status\\\\.problems a')?.getAttribute('aria-label')")
        return int(label.split()[1]) if label and label.startswith("Errors:") else 0

    def wait_for_problems(self, count):
        until = time.time() + 20
        while self.problems() != count:
            assert time.time() < until, f"{self.problems()} problems, not {count}"
            time.sleep(0.05)

    def calm(self):
        """No error was shown."""
        told = self.page.run("[...document.querySelectorAll('.notification-list-item')].map(item => item.innerText)")
        wrong = [text for text in told if "failed" in text or "rror" in text]
        assert not wrong, wrong

    def line(self):
        """The line of the cursor."""
        label = self.page.run("document.querySelector('#status\\\\.editor\\\\.selection a')?.innerText ?? ''")
        return int(label.split()[1].rstrip(",")) if label.startswith("Ln ") else 0


def work(editor, folder):
    page, catalog = editor.page, folder / "locales/en/plan.ftl"
    page.wait("document.querySelector('.monaco-workbench .explorer-viewlet')", 60)
    editor.open(catalog)
    # The stale ones of English, and what French has not.
    editor.wait_for_problems(2 * COUNT)
    page.wait("document.querySelector('.squiggly-error')")
    page.press("Ctrl+Home", "Ctrl+Alt+s")
    page.wait("document.querySelector('.view-lines')")
    until = time.time() + 10
    while editor.line() < 5:
        assert time.time() < until, "the key goes nowhere"
        time.sleep(0.05)
    page.press("Ctrl+k", "Ctrl+i")
    page.wait("document.querySelector('.monaco-hover')?.innerText.includes('Out of date')")
    editor.look("hover")
    told = page.run("document.querySelector('.monaco-hover').innerText")
    assert "Zug 101" in told and "7 Uhr → 9 Uhr" in told, told
    page.press("Escape")

    keys, first = 0, None
    page.press("Ctrl+Home")
    for number in range(COUNT):
        before = editor.line()
        page.press("Ctrl+Alt+s")
        keys += 1
        until = time.time() + 10
        while editor.line() == before:
            assert time.time() < until, f"the key goes nowhere from line {before}"
            time.sleep(0.01)
        # A person needs longer to read; the editor sets the cursor a little after it says so.
        time.sleep(0.15)
        page.write("9")
        if number == 0:
            # The first one by the list of quick fixes, as one who knows no key.
            page.press("Ctrl+.")
            page.wait("document.querySelector('.action-widget')?.innerText.includes('Accept')")
            editor.look("fixes")
            first = page.run("document.querySelector('.action-widget').innerText")
            page.press("Enter")
            keys += 1
        else:
            page.press("Ctrl+Alt+a")
        keys += 1
        editor.wait_for_problems(2 * COUNT - number - 1)
    editor.look("done")
    page.press("Ctrl+s")
    page.wait("!document.querySelector('.tab.active.dirty')")

    page.press("Ctrl+Home", "F2")
    page.wait("document.querySelector('.rename-box input') === document.activeElement")
    editor.look("rename")
    page.press("Ctrl+a")
    page.write("fahrplan")
    page.press("Enter")
    until = time.time() + 20
    while subprocess.run([SATZ, "-C", folder, "sync", "--check"], capture_output=True).returncode != 0 \
            or not (folder / "articles/fahrplan.md").exists():
        assert time.time() < until, "the article is not renamed with its catalogs"
        time.sleep(0.2)
    time.sleep(2)
    editor.look("renamed")
    editor.calm()
    return keys, first


def main():
    with tempfile.TemporaryDirectory(prefix="satz-vscode-") as scratch:
        scratch = pathlib.Path(scratch).resolve()
        folder, other = scratch / "site", scratch / "other"
        workspace(folder)
        workspace(other)
        wanted = by_hand(other)
        (scratch / "data").mkdir()
        server, url = serve(folder, scratch / "data")
        browser = Browser()
        try:
            page = browser.page(url)
            editor = Editor(page)
            try:
                keys, fixes = work(editor, folder)
            except AssertionError:
                editor.look("failed")
                raise
        finally:
            browser.close()
            server.terminate()
        made = (folder / "locales/en/fahrplan.ftl").read_text().replace("fahrplan.md", "plan.md")
        assert made == wanted, "the catalog is not what a text editor and `satz accept` make of it"
        print(f"vscode: {COUNT} sentences, {keys} keys beside the words; quick fixes: {fixes!r}")


if __name__ == "__main__":
    main()
