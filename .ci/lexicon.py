#!/usr/bin/env python3
"""Writes the generated part of src/language/lexicon/<language>.txt from CLDR.

usage: .ci/lexicon.py FOLDER [LANGUAGE...]

FOLDER holds the unpacked npm packages cldr-rbnf, cldr-numbers-full and cldr-dates-full
(`npm pack NAME`, then `tar xzf`), each as NAME/package. Without languages: every file that is there.
A file ends with what people have added; everything below the line `# ours` is kept as it is.
"""
import json, pathlib, re, sys

LEXICON = pathlib.Path(__file__).parent.parent / "src/language/lexicon"
OURS = "# ours\n"
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
CARDINALS = list(range(0, 101)) + [200, 300, 400, 500, 600, 700, 800, 900]
ORDINALS = list(range(1, 32)) + [40, 50, 60, 70, 80, 90, 100]


class Spellout:
    """Evaluates the rules for writing numbers in words: a sufficient part of UTS #35, RBNF."""

    def __init__(self, rules):
        self.sets = {}
        for name, rows in rules.items():
            if name.startswith("%"):
                rows = [(re.fullmatch(r"(\d+)(?:/(\d+))?(>*)", key), text) for key, text in rows]
                self.sets[name] = [(int(m[1]), int(m[2] or 10), len(m[3]), text) for m, text in rows if m]

    def names(self, kind):
        return [name for name in self.sets if name.startswith("%spellout-" + kind)]

    def write(self, name, number):
        base, radix, less, text = max((rule for rule in self.sets[name] if rule[0] <= number), key=lambda r: r[0])
        power = 1
        while base and power * radix <= base:
            power *= radix
        for _ in range(less):
            power //= radix
        high, low = divmod(number, power) if base else (number, 0)
        text = text.rstrip(";").lstrip("'")

        def optional(m):
            with_rest, _, without = m[1].partition("|")
            return with_rest if low else without

        text = re.sub(r"\[([^\]]*)\]", optional, text)
        text = re.sub(r"\$\(\w+,(.*?)\)\$", lambda m: self.plural(m[1], high), text)
        text = re.sub(r"←(%[\w%-]+|)←", lambda m: self.write(m[1] or name, high), text)
        text = re.sub(r"→(%[\w%-]+|)→", lambda m: self.write(m[1] or name, low), text)
        return re.sub(r"=(%[\w%-]+)=", lambda m: self.write(m[1], number), text)

    @staticmethod
    def plural(forms, count):
        # The first form will do: the numbers spelt out here take none beyond it.
        return re.search(r"\{(.*?)\}", forms)[1]


def clean(text):
    text = text.replace("\u00ad", "").replace("ʼ", "'").replace("’", "'").strip().lower()
    return re.sub(r"\s+", " ", text)


def words(spellout, kind, numbers):
    """number → the ways to write it, in order; what is put together from parts is left out."""
    found = {}
    for number in numbers:
        for name in spellout.names(kind):
            try:
                text = clean(spellout.write(name, number))
            except (KeyError, ValueError, RecursionError):
                continue
            if re.search(r"[\d#,.=]", text) or text in found.get(number, []) or not text:
                continue
            tens, ones = number - number % 10, number % 10
            parts = re.split(r"[ -]", text)
            put_together = (
                kind == "cardinal" and len(parts) == 2 and ones and number < 100
                and parts[0] in found.get(tens, []) and parts[1] in found.get(ones, []))
            if not put_together:
                found.setdefault(number, []).append(text)
    return found


def extract(folder, language):
    read = lambda package, path: json.loads((folder / package / "package" / path).read_text())
    rules = read("cldr-rbnf", f"rbnf/{language}.json")["rbnf"]["rbnf"]["SpelloutRules"]
    if not isinstance(rules, dict):
        rules = dict(rules)
    spellout = Spellout(rules)
    main = f"main/{language}"
    symbols = read("cldr-numbers-full", f"{main}/numbers.json")["main"][language]["numbers"]["symbols-numberSystem-latn"]
    calendar = read("cldr-dates-full", f"{main}/ca-gregorian.json")["main"][language]["dates"]["calendars"]["gregorian"]
    name = lambda c: {" ": "space"}.get(c) or (f"u+{ord(c):04x}" if ord(c) > 126 else c)
    out = [f"decimal: {name(symbols['decimal'])}", f"group: {name(symbols['group'])}"]
    for key, kind, numbers in (("number", "cardinal", CARDINALS), ("ordinal", "ordinal", ORDINALS)):
        for number, texts in words(spellout, kind, numbers).items():
            out.append(f"{key} {number}: {', '.join(texts)}")
    months, days = calendar["months"], calendar["days"]
    for month in range(1, 13):
        names = [clean(months[form]["wide"][str(month)]) for form in ("format", "stand-alone")]
        out.append(f"month {month}: {', '.join(dict.fromkeys(names))}")
    for number, day in enumerate(DAYS, 1):
        names = [clean(days[form]["wide"][day]) for form in ("format", "stand-alone")]
        out.append(f"weekday {number}: {', '.join(dict.fromkeys(names))}")
    return out


def main():
    folder = pathlib.Path(sys.argv[1])
    version = json.loads((folder / "cldr-rbnf/package/package.json").read_text())["version"]
    for language in sys.argv[2:] or sorted(path.stem for path in LEXICON.glob("*.txt")):
        path = LEXICON / f"{language}.txt"
        old = path.read_text(encoding="utf-8") if path.exists() else OURS
        ours = old[old.index(OURS):]
        head = [f"# From Unicode CLDR {version} by .ci/lexicon.py; LICENSE-UNICODE holds for this part."]
        path.write_text("\n".join(head + extract(folder, language)) + "\n\n" + ours, encoding="utf-8")


main()
