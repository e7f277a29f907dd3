#!/usr/bin/env python3
"""What satz and its peers cost for the same work, side by side in one run. benches/compare.sh installs them and calls this.

    benches/compare.py SATZ [--into DIR] [--size 200x20] [--only completeness|changed|stale] [--write]

A peer that is not there is named, and left out. --write puts the table into docs/compare.md."""
import argparse, functools, os, pathlib, random, shutil, subprocess, sys, time
import scale

DOCS = pathlib.Path(__file__).resolve().parent.parent / "docs/compare.md"


PO_HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def run(root, *arguments, ok=(0, 1), cache="", environment=os.environ):
    """CPU seconds and mebibytes at the peak; None if there is no such program."""
    tool = shutil.which(str(arguments[0]))
    if tool is None:
        lacking(arguments[0])
        return None
    said = root / "said"
    with open(said, "w") as to:
        process = subprocess.Popen([tool, *map(str, arguments[1:])], cwd=root, stdout=to, stderr=subprocess.STDOUT,
                                   env={**environment, "SATZ_CACHE": str(cache)})
        _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in ok:
        sys.exit(f"{arguments[0]}: {said.read_text()[-2000:]}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def sentences(number):
    text = scale.article(number).replace("# ", "").replace("\n", " ")
    return [part.strip() + "." for part in text.split(". ") if part.strip()]


def catalogs(root, articles, names):
    """Fluent catalogs: a message per sentence, three of a hundred missing in each locale."""
    root.mkdir(parents=True)
    for locale in ["de", *names]:
        (root / "ftl" / locale).mkdir(parents=True)
    disguises = {locale: scale.Disguise(locale) for locale in names}
    for number in range(articles):
        messages = list(enumerate(sentences(number)))
        for locale in ["de", *names]:
            dice = random.Random(f"{locale} {number}")
            told = [(at, text if locale == "de" else disguises[locale].text(text)) for at, text in messages]
            lines = (f"s{at:03} = {text}\n" for at, text in told if locale == "de" or dice.random() >= 0.03)
            (root / "ftl" / locale / f"{number:04}.ftl").write_text("".join(lines))
    (root / "satz.yaml").write_text(f'source: de\nlocales: [{", ".join(names)}]\n'
                                    'strings: {source: "ftl/de/**/*.ftl", target: "ftl/{locale}/**/*.ftl"}\n')
    listed = ", ".join(f'"{name}"' for name in names)
    (root / "l10n.toml").write_text(f'basepath = "."\nlocales = [{listed}]\n[[paths]]\n    reference = "ftl/de/**"\n'
                                    '    l10n = "{l10n_base}/{locale}/**"\n')


def quoted(text):
    """A text as a PO file has it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def as_po(root, names):
    """The same catalogs as PO files, for those who read no Fluent."""
    for locale in names:
        folder = root / "po" / locale
        folder.mkdir(parents=True)
        for path in (root / "ftl/de").iterdir():
            read = lambda path: dict(line.split(" = ", 1) for line in path.read_text().splitlines())
            source, target = read(path), read(root / "ftl" / locale / path.name)
            units = (f'msgctxt "{name}"\nmsgid {quoted(text)}\nmsgstr {quoted(target.get(name, ""))}\n' for name, text in source.items())
            (folder / path.with_suffix(".po").name).write_text(PO_HEAD + "\n".join(units))


def completeness(satz, root, articles, names):
    catalogs(root, articles, names)
    as_po(root, names)
    own = run(root, satz, "check", "--state", "missing", "--state", "obsolete", "--format", "short")
    yield "every message there, in all locales", "satz check --state missing,obsolete", own, own
    yield "", "compare-locales", run(root, "compare-locales", "l10n.toml", "ftl", *names), own
    yield "", "moz.l10n, its library", moz(root, names), own
    yield "the same as PO files", "pocount, of the Translate Toolkit", run(root, "pocount", "--short", "po"), own


def moz(root, names):
    """Missing messages counted with the library of moz.l10n, every file read once."""
    script = """
import pathlib, sys
from moz.l10n.model import Entry
from moz.l10n.resource import parse_resource
def ids(path):
    return {s.id + e.id for s in parse_resource(str(path)).sections for e in s.entries if isinstance(e, Entry)}
source = {path.name: ids(path) for path in pathlib.Path("ftl/de").iterdir()}
for locale in sys.argv[1:]:
    print(locale, sum(len(own - ids(pathlib.Path("ftl") / locale / name)) for name, own in source.items()))
"""
    try:
        import moz.l10n  # noqa: F401
    except ImportError:
        lacking("moz.l10n")
        return None
    return run(root, sys.executable, "-c", script, *names)


@functools.cache
def lacking(tool):
    print(f"{tool} is not here", file=sys.stderr)


def chain(*costs):
    """What several commands cost together; None if one of them is not here."""
    if None in costs:
        return None
    return sum(cpu for cpu, _ in costs), max(peak for _, peak in costs)


def fill(path, disguise):
    """Translates a PO file, but for its head."""
    from translate.storage import po
    store = po.pofile.parsefile(str(path))
    for unit in store.units:
        if unit.source:
            unit.target = disguise.text(unit.source)
            unit.markfuzzy(False)
    store.save()


def change(path):
    text = path.read_text()
    at = text.index(". ", len(text) // 2)
    path.write_text(text[:at] + " nun doch" + text[at:])


def changed(satz, root, articles, names):
    """One sentence of one article changed, and everything brought up to date: catalogs and localized articles."""
    texts = {f"{number:04}.md": scale.article(number) for number in range(articles)}
    disguises = {locale: scale.Disguise(locale) for locale in names}
    middle = f"{articles // 2:04}.md"
    what = f"one sentence of one article changed, {len(names)} locales: catalogs and articles brought up to date"

    def write(folder):
        folder.mkdir(parents=True)
        for name, text in texts.items():
            (folder / name).write_text(text)

    site = root / "satz"
    write(site / "articles")
    (site / "satz.yaml").write_text(f'locales: [{", ".join(names)}]\n')
    keep = site / "kept"
    run(site, satz, "sync", cache=keep)
    scale.fill(site, names)
    update = lambda: chain(run(site, satz, "sync", cache=keep), run(site, satz, "build", "--format=md", cache=keep))
    update()
    time.sleep(3)
    change(site / "articles" / middle)
    own = update()
    yield what, "satz sync, satz build", own, own

    book = root / "po4a"
    write(book / "articles")
    lines = [f'[po4a_langs] {" ".join(names)}', "[po4a_paths] po/$master.pot $lang:po/$lang/$master.po"]
    lines += [f"[type: text] articles/{name} $lang:build/$lang/{name} opt:\"-o markdown\"" for name in texts]
    (book / "po4a.cfg").write_text("\n".join(lines) + "\n")
    call = ("po4a", "--keep", "0", "--quiet", "po4a.cfg")
    if run(book, *call):
        for locale in names:
            for path in sorted((book / "po" / locale).rglob("*.po")):
                fill(path, disguises[locale])
        run(book, *call)
        change(book / "articles" / middle)
    yield "", "po4a", run(book, *call), own

    book = root / "mdbook"
    write(book / "src")
    (book / "src/SUMMARY.md").write_text("".join(f"- [{name[:4]}]({name})\n" for name in texts))
    (book / "book.toml").write_text('[book]\nlanguage = "de"\n[preprocessor.gettext]\nafter = ["links"]\n[output.markdown]\n')
    template = {**os.environ, "MDBOOK_OUTPUT": '{"xgettext": {}}'}

    def update():
        costs = [run(book, "mdbook", "build", "-d", "template", environment=template)]
        for locale in names:
            path = book / "po" / f"{locale}.po"
            if path.exists():
                costs.append(run(book, "msgmerge", "--quiet", "--update", "--backup=none", path, "template/messages.pot"))
            elif costs[0]:
                path.parent.mkdir(exist_ok=True)
                shutil.copy(book / "template/messages.pot", path)
                fill(path, disguises[locale])
            costs.append(run(book, "mdbook", "build", "-d", f"build/{locale}",
                             environment={**os.environ, "MDBOOK_BOOK__LANGUAGE": locale}))
        return chain(*costs)

    if update():
        change(book / "src" / middle)
    yield "", "mdbook-i18n-helpers, msgmerge", update(), own


def stale(satz, root):
    """A book of 6,159 units with 3,693 old ones: some reworded, in places moved."""
    dice = random.Random(6159)
    syllables = [one + two for one in "b d f g k l m n r s t w".split() for two in "a e i o u au ei en er ul".split()]
    words = ["".join(dice.choices(syllables, k=dice.randint(1, 4))) for _ in range(8000)]
    make = lambda: " ".join(dice.choices(words, k=dice.randint(6, 18))).capitalize() + "."
    texts = [make() for _ in range(6159)]
    was = {}
    for text in dice.sample(texts, 3693):
        reworded = text[:-1].split()
        if dice.random() < 0.15:
            for _ in range(max(1, len(reworded) // 6)):
                reworded[dice.randrange(1, len(reworded))] = dice.choice(words)
        was[text] = " ".join(reworded) + "."
    old = [was[text] for text in texts if text in was]
    edited = {text: old for text, old in was.items() if text != old}
    (root / "articles").mkdir(parents=True)
    (root / "satz.yaml").write_text("locales: [en]\n")
    book = root / "articles/book.md"
    book.write_text("\n\n".join(old) + "\n")
    run(root, satz, "sync")
    scale.fill(root, ["en"])
    run(root, satz, "sync")
    book.write_text("\n\n".join(texts) + "\n")
    own = run(root, satz, "sync")
    told = (root / "locales/en/book.ftl").read_text().split("\n\n")
    right = sum(f"# de: {text}" in entry and f"# was: {edited[text]}" in entry for entry in told
                for text in [entry.partition("# de: ")[2].partition("\n")[0]] if text in edited)
    yield f"6,159 units merged with 3,693 old ones, {len(edited)} of them edited: {right} found", "satz sync", own, own
    disguise = scale.Disguise("en")
    units = dict.fromkeys(old)
    (root / "old.po").write_text(PO_HEAD + "\n".join(f"msgid {quoted(t)}\nmsgstr {quoted(disguise.text(t))}\n" for t in units))
    (root / "new.pot").write_text(PO_HEAD + "\n".join(f'msgid {quoted(t)}\nmsgstr ""\n' for t in dict.fromkeys(texts)))
    cost = run(root, "msgmerge", "--quiet", "--previous", "--no-wrap", "-o", "new.po", "old.po", "new.pot")
    told = (root / "new.po").read_text() if cost else ""
    right = sum(f"#| msgid {quoted(was)}\nmsgid {quoted(text)}\n" in told for text, was in edited.items())
    yield f"the same: {right} found", "msgmerge", cost, own


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("satz", type=pathlib.Path)
    parser.add_argument("--into", type=pathlib.Path, default=scale.HERE / "target/compare")
    parser.add_argument("--size", default="200x20")
    parser.add_argument("--only", choices=["completeness", "changed", "stale"])
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    shutil.rmtree(asked.into / "work", ignore_errors=True)
    satz = asked.satz.resolve()
    articles, count = map(int, asked.size.split("x"))
    rows = []
    if asked.only in (None, "completeness"):
        rows += completeness(satz, asked.into / "work/ftl", articles, scale.locales(count))
    if asked.only in (None, "changed"):
        rows += changed(satz, asked.into / "work/changed", articles, scale.locales(count))
    if asked.only in (None, "stale"):
        rows += stale(satz, asked.into / "work/book")
    lines = []
    for what, tool, cost, own in rows:
        cpu, peak = cost or (None, None)
        told = ("not here", "", "") if cost is None else (f"{cpu:.2f}", f"{cpu / own[0]:.0f} ×", f"{peak:.0f}")
        lines.append([what, f"`{tool}`", *told])
    shown = scale.table(lines, [f"work ({articles} articles × {count} locales)", "by", "CPU s", "of satz", "MiB"])
    print(shown)
    if asked.write:
        head, rest = DOCS.read_text().split("<!-- table -->\n")
        DOCS.write_text(head + "<!-- table -->\n" + shown + "\n<!-- /table -->" + rest.split("<!-- /table -->")[1])


if __name__ == "__main__":
    main()
