"""A small workspace with everything that a desk has to show."""
import pathlib
import re
import subprocess

MARKT = """---
title: Der Markt am Kanal
---

Der Markt am Kanal ist jeden Samstag von 8 bis 14 Uhr geöffnet. Er hat 42 Stände. Hunde sind willkommen.

<!-- satz: note Rad is the bicycle, not the wheel -->
Wer mit dem Rad kommt, stellt es **am Tor** ab. Der Eintritt ist frei.

## Was es gibt

- Brot vom [Bäcker Holm](https://holm.example)
- Käse aus dem Nachbardorf
- Honig, den Frau Sand selbst schleudert

> Ich komme seit dreißig Jahren. Früher war es kälter.

Im Winter schließt der Markt um 12 Uhr. Bitte das Tor schließen.
"""

HOF = """# Der Hof

Bitte das Tor schließen. Der Hof ist jeden Samstag von 9 bis 14 Uhr geöffnet. Er hat 12 Plätze.
"""

EN = {
    "Der Markt am Kanal": "The market by the canal",
    "Der Markt am Kanal ist jeden Samstag von 8 bis 14 Uhr geöffnet.": "The market by the canal is open every Saturday from 8 a.m. to 2 p.m.",
    "Er hat 40 Stände.": "It has 40 stalls.",
    "Wer mit dem Rad kommt, stellt es **am Tor** ab.": "Those who come by bicycle leave it **at the gate**.",
    "Was es gibt": "What there is",
    "Der Hof": "The courtyard",
    "Bitte das Tor schließen.": "Please close the gate.",
}

AR = {
    "Der Markt am Kanal": "السوق على القناة",
    "Der Markt am Kanal ist jeden Samstag von 8 bis 14 Uhr geöffnet.": "السوق على القناة مفتوح كل سبت من الساعة 8 إلى الساعة 14.",
    "Was es gibt": "ماذا يوجد",
}


def satz(program, folder, *arguments):
    return subprocess.run([program, "-C", folder, *arguments], capture_output=True, text=True)


def translate(folder, locale, words):
    """Types translations behind the stubs of a locale, as in a text editor."""
    for file in (folder / "locales" / locale).glob("*.ftl"):
        text = file.read_text()
        for german, target in words.items():
            text = re.sub(rf"(# de: {re.escape(german)}\n)# (s\w+) =\n", rf"\1\2 = {target}\n", text)
        file.write_text(text)


def make(program, folder):
    """Makes the workspace in a folder that is empty."""
    folder = pathlib.Path(folder)
    (folder / "articles").mkdir(parents=True)
    for locale in ("de", "en", "ar"):
        (folder / "locales" / locale).mkdir(parents=True)
    (folder / "satz.yaml").write_text("locales: [en, fr, ar]\n")
    (folder / "locales/de/glossary.ftl").write_text("-stand = Stand\n    .forms = Stände, Ständen\n")
    (folder / "locales/en/glossary.ftl").write_text("-stand = stall\n    .forms = stalls\n")
    (folder / "articles/markt.md").write_text(MARKT.replace("42 Stände", "40 Stände"))
    (folder / "articles/hof.md").write_text(HOF)
    satz(program, folder, "sync")
    translate(folder, "en", EN)
    translate(folder, "ar", AR)
    satz(program, folder, "sync")
    (folder / "articles/markt.md").write_text(MARKT)
    satz(program, folder, "sync")
    for command in (["init", "-q"], ["config", "user.name", "Ada Quelle"], ["config", "user.email", "ada@example.org"],
                    ["add", "-A"], ["commit", "-qm", "one"]):
        subprocess.run(["git", "-C", folder, *command], check=True)
    return folder
