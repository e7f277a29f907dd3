#!/usr/bin/env python3
"""Writes the generated part of src/language/lexicon/<language>.txt from CLDR.

usage: .ci/lexicon.py FOLDER [LANGUAGE...]

FOLDER holds the unpacked npm packages cldr-rbnf, cldr-numbers-full, cldr-dates-full and cldr-localenames-full
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
    names = read("cldr-localenames-full", f"{main}/territories.json")["main"][language]["localeDisplayNames"]
    return out + countries(names["territories"], language)


# Not Chad, Jordan, Turkey, Georgia and the like, which are other words as well, nor what shares its beginning.
COUNTRIES = """AF AL AM AO AR AT AU AZ BA BE BG BD BR BY CA CH CL CN CO CU CY CZ DE DK DZ EC EE EG ES ET FI FR GH GR HR HU
    ID IE IL IN IQ IR IS IT JP KE KH KZ LB LK LT LU LV LY MA MD ME MK MN MX MY NG NL NO NP NZ PE PH PK PL PT PY RO RS
    RU SA SD SE SI SK SN SO SY TH TN TR UA UG UY UZ VE VN YE ZW""".split()
ENDINGS = {
    "de": ["ien", "ei", "en", "n"], "pl": ["a", "o", "y", "e"], "uk": ["я", "а", "ь", "о"],
    "ru": ["я", "а", "ь"], "es": ["a", "o"], "it": ["a", "e", "o"], "pt": ["a", "o"], "nl": ["ië", "en"],
}


def countries(territories, language):
    """The beginnings of what countries are called, without the endings that inflection and people's names change."""
    out = []
    for code in COUNTRIES:
        stems = []
        for key in (code, code + "-alt-short", code + "-alt-variant"):
            name = clean(territories.get(key, ""))
            if not name or not re.fullmatch(r"[^\W\d_]+", name):
                continue
            ending = max((e for e in ENDINGS.get(language, []) if name.endswith(e)), key=len, default="")
            stem = name[:len(name) - len(ending)] if len(name) - len(ending) >= 4 else name
            stems.append(stem + "*" if len(stem) >= 4 and (len(stem) > 4 or stem != name) else name)
        if stems and not any(other.split(": ")[1].split("*")[0].startswith(stems[0].strip("*")) for other in out):
            out.append(f"country {code}: {', '.join(dict.fromkeys(stems))}")
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
