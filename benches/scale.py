#!/usr/bin/env python3
"""What a large site costs: sync, check and build from nothing, after one changed sentence, and when nothing changed.

    benches/scale.py SATZ [--into DIR] [--size 1000x20] [--articles FOLDER] [--table] [--write]

SATZ is the binary. The workspace is made in DIR (target/scale without it): articles of our own, or those of FOLDER, and
translations that are complete: every German sentence with its words disguised, in another way for each locale, numbers
and names left as they are. Everything is a function of the article's number. --table measures from 10 to 1,000
articles and from 1 to 100 locales; --write puts what was measured into docs/performance.md.

CPU is user and system time of the process and its threads; the files are in the system's cache. Each command that is
measured says what it wrote: the script looks at the times of all files before and after."""
import argparse, collections, multiprocessing, os, pathlib, random, re, shutil, subprocess, sys, time

HERE = pathlib.Path(__file__).resolve().parent.parent
DOCS = HERE / "docs/performance.md"
LANGUAGES = "en fr es it pt nl pl cs da sv fi hu ro tr ru uk el ar he bg hr sk sl et lv lt ca eu gl is ga mt sq mk sr be".split()
REGIONS = "001 AR AU BE BR CA CH CL CO CY EG IE IN LU MA MD MX NZ PE PT QA SG TN US VE ZA".split()
PLACES = "Amberg Borkum Cottbus Dessau Eutin Fulda Gotha Husum Ilmenau Jena Kassel Lindau Minden Neuss Olpe Plauen".split()
PEOPLE = "Arndt Behrens Claasen Dombrowski Engel Fuchs Grothe Hansen Immel Jahnke Krause Lorenz Maurer Nolte".split()
FIRST = "Anke Birte Carsten Doris Emil Frauke Gesa Heiko Imke Jost Katja Lennart".split()
SENTENCES = """{a} und {b} planen gemeinsam eine Brücke über den Fluss.
Der Bau soll {n} Wochen dauern und {m} Euro kosten.
So etwas hat es hier lange gebraucht, sagte {f} {p} am Rande des Treffens.
{f} {p} aus {a} rechnet mit {n} Besuchern am Tag.
Im Jahr {y} zählte die Stadt noch {m} Haushalte.
Seit {y} leitet {f} {p} das Amt in {b}.
Die Halle fasst {m} Menschen, der Platz davor noch einmal {n}.
Wer mit dem Rad kommt, stellt es hinter dem Rathaus ab.
Am Ende stimmten {n} Mitglieder dafür und {k} dagegen.
Nun wird in {a} gebaut und in {b} gewartet.
Das Wasser steht {n} Zentimeter höher als vor einer Woche.
Die Bäckerei öffnet um {k} Uhr und schließt am frühen Abend.
Zwischen {a} und {b} fahren täglich {n} Züge, die meisten davon am Morgen.
{f} {p} nennt den Plan mutig und verweist auf {b}.
Bis dahin bleibt die alte Straße für den Verkehr offen.
Nach dem Regen waren die Wege weich und die Wiesen voller Schnecken.""".split("\n")
TITLES = ["{a} baut um", "Ein Markt für {a} und {b}", "Warum {f} {p} wartet", "{n} Wochen bis zum Fest", "Was {b} besser macht"]


def article(number):
    """An article in Markdown, of about fifty sentences."""
    dice = random.Random(number)
    count = 0

    def fill(form):
        a, b = dice.sample(PLACES, 2)
        return form.format(a=a, b=b, f=dice.choice(FIRST), p=dice.choice(PEOPLE), n=dice.randint(13, 99),
                           m=100 * dice.randint(11, 99) + dice.randint(1, 99), y=dice.randint(1951, 2019), k=dice.randint(3, 9))

    parts = ["# " + fill(dice.choice(TITLES))]
    while count < 48:
        if dice.random() < 0.2:
            parts.append("## " + fill(dice.choice(TITLES)))
        sentences = [fill(dice.choice(SENTENCES)) for _ in range(dice.randint(1, 6))]
        count += len(sentences)
        parts.append(" ".join(sentences))
    return "\n\n".join(parts) + "\n"


class Disguise:
    """Puts other letters into the words of a sentence; each locale has its own."""

    KEPT = set(PLACES + PEOPLE + FIRST)
    CYRILLIC = "абвгдежзиклмнопрстуфхцчшщя"
    SCRIPTS = {**dict.fromkeys(["ru", "uk", "bg", "be", "mk", "sr"], CYRILLIC), "el": "αβγδεζηθικλμνξοπρστυφχψωάέ",
               "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنه", "he": "אבגדהוזחטיכלמנסעפצקרשתםןףך"}

    def __init__(self, locale):
        dice = random.Random(locale)
        self.letters = {}
        latin = "abcdefghijklmnopqrstuvwxyz"
        mixed = list(self.SCRIPTS.get(locale[:2], latin))
        while any(one == two for one, two in zip(latin, mixed)):
            dice.shuffle(mixed)
        self.letters.update(zip(latin, mixed))
        self.marks = str.maketrans(",;?", "،؛؟") if locale[:2] == "ar" else {}
        self.known = {}

    def word(self, word):
        if word not in self.known:
            other = "".join(self.letters.get(letter.lower(), self.letters["o"]) for letter in word)
            other = other.capitalize() if word[0].isupper() else other
            self.known[word] = word if word in self.KEPT else other
        return self.known[word]

    def text(self, text):
        text = re.sub(r"[^\W\d_]+", lambda found: self.word(found[0]), text)
        return text.translate(self.marks)


def locales(count):
    names = LANGUAGES + [f"{language}-{region}" for region in REGIONS for language in ("en", "fr", "es", "ar")]
    return names[:count]


def fill(root, names):
    """Translates all that is missing, as a person would type it."""
    stub = re.compile(r"# missing\n# de: (.*)\n# (\S+) =$", re.M)
    for locale in names:
        disguise = Disguise(locale)
        for path in (root / "locales" / locale).rglob("*.ftl"):
            text = path.read_text()
            path.write_text(stub.sub(lambda found: f"# de: {found[1]}\n{found[2]} = {disguise.text(found[1])}", text))


def serve(requests):
    """Runs commands for the script, from a process that stays small: a process counts what the one that started it held."""
    while True:
        command, folder, said, environment = requests.recv()
        with open(said, "w") as to:
            start = time.monotonic()
            process = subprocess.Popen(command, cwd=folder, stdout=to, stderr=subprocess.STDOUT, env=environment)
            _, status, usage = os.wait4(process.pid, 0)
            requests.send((status, time.monotonic() - start, usage))


METER, _served = multiprocessing.Pipe()


class Site:
    """A workspace, and the program that works on it."""

    def __init__(self, satz, root, articles, names):
        self.satz, self.root, self.names = satz, root, names
        shutil.rmtree(root, ignore_errors=True)
        (root / "site/articles").mkdir(parents=True)
        for name, text in articles:
            (root / "site/articles" / name).write_text(text)
        (root / "site/satz.yaml").write_text(f"locales: [{', '.join(names)}]\n")
        (root / "cache").mkdir()

    def forget(self):
        shutil.rmtree(self.root / "cache")
        (self.root / "cache").mkdir()

    def run(self, *arguments):
        """CPU seconds, wall seconds, mebibytes at the peak, and the end of what was said."""
        said = self.root / "said"
        os.sync()
        METER.send(([self.satz, *arguments], self.root / "site", said, {**os.environ, "SATZ_CACHE": str(self.root / "cache")}))
        status, wall, usage = METER.recv()
        if os.waitstatus_to_exitcode(status) > 1:
            sys.exit(f"satz {' '.join(arguments)} failed: {said.read_text()[-2000:]}")
        return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, said

    def seen(self):
        files = (pathlib.Path(folder, name) for folder, _, names in os.walk(self.root / "site") for name in names)
        return {path: (stat.st_mtime_ns, stat.st_ino) for path in files for stat in [path.stat()]}

    def written(self, before):
        """What is another file than before, by kind."""
        kinds = collections.Counter()
        for path, stat in self.seen().items():
            if before.get(path) != stat:
                kind = path.relative_to(self.root / "site").parts
                kinds["source catalogs" if kind[:2] == ("locales", "de") else
                      {"locales": "catalogs", "build": "manifest" if kind[-1] == "manifest.json" else
                       "index pages" if kind[-1].startswith("index.") else "pages"}.get(kind[0], kind[0])] += 1
        return ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items())) or "nothing"

    def change(self, number):
        """Changes one sentence of the article in the middle."""
        path = sorted((self.root / "site/articles").iterdir())[len(list((self.root / "site/articles").iterdir())) // 2]
        text = path.read_text()
        at = text.index(". ", len(text) // 2)
        path.write_text(text[:at] + f", Stand {number}" + text[at:])


COMMANDS = [("sync",), ("check", "--format", "short"), ("build",)]


def measure(site, show):
    """Rows of (what, CPU, wall, peak, written)."""
    rows = []

    def row(what, *runs, look=True):
        before = site.seen() if look else None
        done = [site.run(*run) for run in runs]
        cpu, wall = (sum(one[at] for one in done) for at in (0, 1))
        rows.append((what, cpu, wall, max(one[2] for one in done), site.written(before) if look else ""))
        show(rows[-1], [one[0] for one in done])

    row("first `sync`: all catalogs are made", ("sync",))
    fill(site.root / "site", site.names)
    site.run("sync")
    site.forget()
    row("`check` from nothing", COMMANDS[1])
    row("first `build`: all pages are made", ("build",))
    site.run("sync")
    time.sleep(3)
    for command in COMMANDS:
        site.run(*command)
    row("nothing changed: `sync`, `check`, `build`", *COMMANDS)
    site.change(1)
    row("one sentence changed: `sync`, `check`, `build`", *COMMANDS)
    time.sleep(3)
    site.change(2)
    row("another one: `sync`, `check`, `build`", *COMMANDS)
    return rows


def table(rows, head):
    lines = ["| " + " | ".join(head) + " |", "| --- |" + " --: |" * (len(head) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def put(name, text):
    """Puts a table between its marks in the documentation."""
    page = DOCS.read_text()
    start, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    if start not in page:
        page += f"\n{start}{end}\n"
    head, rest = page.split(start)
    DOCS.write_text(head + start + text + "\n" + end + rest.split(end)[1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("satz", type=pathlib.Path)
    parser.add_argument("--into", type=pathlib.Path, default=HERE / "target/scale")
    parser.add_argument("--size", default="1000x20")
    parser.add_argument("--articles", type=pathlib.Path)
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    multiprocessing.get_context("fork").Process(target=serve, args=[_served], daemon=True).start()
    satz = asked.satz.resolve()

    def make(count, names):
        if asked.articles:
            paths = sorted(path for path in asked.articles.iterdir() if path.suffix in (".md", ".txt", ".html"))[:count]
            articles = [(path.name, path.read_text()) for path in paths]
        else:
            articles = [(f"{number:04}.md", article(number)) for number in range(count)]
        # Each in a folder of its own: a file system may be slow to make files just after others were removed.
        return Site(satz, asked.into / f"{count}x{len(names)}", articles, names)

    def show(row, parts):
        what, cpu, wall, peak, written = row
        parts = " + ".join(f"{part:.2f}" for part in parts)
        print(f"{what}: {cpu:.2f} s CPU ({parts}), {wall:.2f} s, {peak:.0f} MiB; written: {written}", flush=True)

    if asked.table:
        rows = []
        for articles, count in [(10, 20), (100, 20), (1000, 20), (100, 1), (100, 10), (100, 100)]:
            print(f"{articles} x {count}", flush=True)
            found = measure(make(articles, locales(count)), show)
            pairs = articles * (count + 1)
            first = [1e6 * row[1] / pairs for row in found[:3]]
            rest = [1e3 * row[1] for row in (found[3], found[5])]
            rows.append([f"{articles:,} × {count}", *(f"{one:.0f}" for one in first), *(f"{one:.0f}" for one in rest),
                         f"{found[1][3]:.0f}"])
        shown = table(rows, ["articles × locales", "first `sync`, µs", "`check`, µs", "first `build`, µs",
                             "nothing changed, ms", "one sentence, ms", "peak of `check`, MiB"])
        print(shown)
        if asked.write:
            put("scale table", shown)
        return
    articles, count = map(int, asked.size.split("x"))
    rows = measure(make(articles, locales(count)), show)
    shown = table([[what, f"{cpu:.2f}", f"{wall:.2f}", f"{peak:.0f}", written] for what, cpu, wall, peak, written in rows],
                  [f"{articles:,} articles × {count} locales", "CPU s", "wall s", "MiB", "files written"])
    print(shown)
    if asked.write:
        put("scale", shown)


if __name__ == "__main__":
    main()
