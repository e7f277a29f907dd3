#!/usr/bin/env python3
"""costs.py SATZ [--only PATTERN] [--but PATTERN] [--seconds 1] [--most 4]: how the cost of satz grows with the size of what it reads.

Each shape is made large, and where that takes SECONDS of processor time, also an eighth as large. Prints sizes, CPU seconds,
the exponent of growth, and the peak memory in MiB: at least that of this script. Exit status 1 if something grows faster
than n^1.25, or needs a GiB. What writes thousands of files waits for the system, which takes its own time.
"""
import argparse, itertools, json, math, os, pathlib, re, subprocess, sys, tempfile, threading

MOST = 1.25
SEGMENT, SYNC, CHECK, BUILD = 'segment --format json articles/a.md', 'sync', 'check --format json', 'build --format md,html,txt,bilingual'
COMMANDS = SEGMENT, SYNC, CHECK, BUILD
SHAPES = {}   # name: (what fills a folder for a size, the commands, the last size)


def word(i):
    """A word that no other number has."""
    digits = f'{i * 7919 % 2097152:07o}'
    return ''.join('ra ko li mu se to wa du'.split()[int(d)] for d in digits)


def name(i):
    return word(i).capitalize()


def each(n, text, between=''):
    return between.join(text(i) for i in range(n))


def put(folder, path, text):
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding='utf-8')


def run(satz, folder, command, seconds=120):
    """Exit status, CPU seconds and peak memory in MiB of one call."""
    env = {k: v for k, v in os.environ.items() if not k.startswith('SATZ')} | {'SATZ_CACHE': f'{folder}/../cache', 'HOME': str(folder)}
    with open(folder / '../err', 'wb') as err:
        child = subprocess.Popen([satz, *command.split()], cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=err)
    timer = threading.Timer(seconds, child.kill)
    timer.start()
    _, status, usage = os.wait4(child.pid, 0)
    timer.cancel()
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def translate(satz, folder, english):
    """Types a translation behind each stub."""
    run(satz, folder, 'sync')
    count = itertools.count()
    for path in (folder / 'locales/en').rglob('*.ftl'):
        stubs = path.read_text(encoding='utf-8')
        path.write_text(re.sub(r'(?m)^# (\w+) =$', lambda m: f'{m[1]} = {english(next(count))}', stubs), encoding='utf-8')
    run(satz, folder, 'sync')


def shape(name, make, *commands, most=64000):
    SHAPES[name] = make, commands, most


def article(name, german, *commands, english=None, then=None, form='md', files=None, most=64000):
    """An article; translated, if there is `english`; changed, if there is `then`."""
    def make(satz, folder, n, command):
        put(folder, 'satz.yaml', 'locales: [en]\n')
        put(folder, f'articles/a.{form}', german(n))
        for path, text in files(n) if files else []:
            put(folder, path, text)
        if english:
            translate(satz, folder, lambda i: english(i, n))
        elif command not in (SYNC, SEGMENT):
            run(satz, folder, 'sync')
        if then:
            put(folder, f'articles/a.{form}', then(n))
            if command != SYNC:
                run(satz, folder, 'sync')
    commands = [c.replace('a.md', f'a.{form}') for c in commands or COMMANDS]
    shape(name, make, *commands, most=most)


def unit(name, german, english):
    """One long sentence of n parts, and as a pair; and with the English of other parts."""
    def pair(offset):
        def make(satz, folder, n, command):
            source, target = each(n, german, ' '), ' '.join(english(i + offset) for i in range(n))
            put(folder, 'pairs', json.dumps({'id': '1', 'lang': 'en', 'doc': '1', 'source': source + '.', 'target': target + '.'}) + '\n')
        return make
    shape(f'a pair of n {name}', pair(0), 'check --pairs pairs')
    shape(f'a pair of n other {name}', pair(1), 'check --pairs pairs')
    article(f'one unit of n {name}', lambda n: each(n, german, ' ') + '.\n', *COMMANDS, english=lambda i, n: each(n, english, ' ') + '.')


def strings(name, english, german, *commands):
    """An application's catalogs in English and German."""
    def make(satz, folder, n, command):
        put(folder, 'satz.yaml', 'source: en\nstrings: i18n/{locale}/**/*.ftl\n')
        put(folder, 'i18n/en/app.ftl', english(n))
        put(folder, 'i18n/de/app.ftl', german(n))
    shape(name, make, *(commands or (CHECK, 'sync', 'status', 'diff')))


def sentence(i):
    return f'Bei {name(i)} stehen {i} Häuser.'


def things(i, n=0):
    return f'Near {name(i)} there are {i} houses.'


def paragraphs(n):
    return each(n, sentence, '\n\n') + '\n'


# Articles: what a page is made of.
article('equal sentences', lambda n: 'Der Hund bellt.\n\n' * n, english=lambda i, n: 'The dog barks.')
article('different sentences', paragraphs, english=things)
article('one paragraph of sentences', lambda n: each(n, sentence, ' '), english=things)
article('equal items', lambda n: '- nein\n' * n, english=lambda i, n: 'no')
article('equal headings', lambda n: '## Überblick\n\nText.\n\n' * n, english=lambda i, n: 'Overview')
article('different headings', lambda n: each(n, lambda i: f'## Teil {name(i)}\n\n'), english=lambda i, n: f'Part {name(i)}')
article('links to headings', lambda n: each(n, lambda i: f'## Teil {i}\n\nSiehe [Teil {n - i - 1}](#teil-{n - i - 1}).\n\n'), english=lambda i, n: f'Part {i}')
article('footnotes', lambda n: each(n, lambda i: f'Satz {i}[^{i}] hier.\n\n') + each(n, lambda i: f'[^{i}]: Nr. {i}.\n\n'), english=lambda i, n: f'Sentence[^{i}] here.' if i < n else f'No. {i}.')
article('one footnote', lambda n: each(n, lambda i: f'Satz {i}[^1] hier.\n\n') + '[^1]: Nr. 1.\n', english=lambda i, n: f'Sentence {i}[^1] here.' if i < n else 'No. 1.')
article('definitions of links', lambda n: each(n, lambda i: f'Das [Tor {i}][t{i}] steht.\n\n') + each(n, lambda i: f'[t{i}]: https://example.org/{i} "Titel {i}"\n'), english=lambda i, n: f'The [gate {i}][t{i}] is here.' if i < n else 'Title')
article('a long definition', lambda n: 'Das [Tor][t] steht.\n\n[t]: https://example.org/' + 'x' * n + ' "' + 'Titel ' * n + '"\n', most=512000)
article('long labels', lambda n: 'Das [Tor][' + 't ' * n + '] steht.\n\n[' + 't ' * n + ']: https://example.org/\n', most=512000)
article('definitions nobody needs', lambda n: 'Ein Satz.\n\n' + each(n, lambda i: f'[t{i}]: https://example.org/{i}\n'))
article('labels nobody defines', lambda n: each(n, lambda i: f'Das [Tor {i}][t{i}] steht.\n\n'))
article('table rows', lambda n: '| Ort | Stand |\n|---|---|\n' + each(n, lambda i: f'| {name(i)} liegt hier | {i} km |\n'), english=lambda i, n: f'{name(i)} is here')
article('table columns', lambda n: '|' + each(n, lambda i: f' Spalte {name(i)} |') + '\n|' + '---|' * n + '\n|' + each(n, lambda i: f' Wert {i} |') + '\n', english=lambda i, n: f'Column {name(i)}')
article('empty table columns', lambda n: '|' * n + '\n|' + '---|' * n + '\n' + '|' * n + '\n')
article('tables', lambda n: each(n, lambda i: f'| Ort {i} | Stand |\n|---|---|\n| ja | nein |\n\n'))
article('one line without blanks', lambda n: 'x' * n + '\n', most=2048000, english=lambda i, n: 'y' * n)
article('one line of capitals', lambda n: 'Ä' * n + '\n', most=1024000, english=lambda i, n: 'É' * n)
article('one line of points', lambda n: 'a.' * n + '\n', most=1024000, english=lambda i, n: 'b.' * n)
article('one line of hyphens', lambda n: 'ab-' * n + 'x\n', most=512000, english=lambda i, n: 'cd-' * n)
article('one line of digits', lambda n: 'a ' + '1' * n + '\n', most=1024000, english=lambda i, n: 'a ' + '2' * n)
article('one line of digits and points', lambda n: 'a ' + '1.000.' * n + '\n', most=256000, english=lambda i, n: 'a ' + '1,000,' * n)
article('one address', lambda n: 'Siehe https://example.org/' + 'x/' * n + '\n', most=512000, english=lambda i, n: 'See https://example.org/' + 'x/' * n)
article('one line of Han', lambda n: 'a ' + '漢字。' * n + '\n', most=256000, english=lambda i, n: '漢字。' * n)
article('one line of combining marks', lambda n: 'a' + '\u0301' * n + '\n', most=512000, english=lambda i, n: 'a' + '\u0301' * n)
article('a paragraph of lines', lambda n: each(n, sentence, '\n'), english=things)
article('a sentence of lines', lambda n: 'Und wir gehen\n' * n + 'heim.\n', english=lambda i, n: 'And we go')
article('hard breaks', lambda n: 'Und wir gehen  \n' * n + 'heim.\n', english=lambda i, n: 'And we go')
article('blank lines', lambda n: 'Ein Satz.\n' + '\n' * n + 'Noch ein Satz.\n', most=1024000)
article('code blocks', lambda n: '```\nx = 1\n```\n\nEin Satz.\n\n' * n)
article('one code block', lambda n: 'Ein Satz.\n\n```\n' + 'x = 1\n' * n + '```\n', most=512000)
article('admonitions', lambda n: '> [!NOTE]\n> Ein Satz steht hier.\n\n' * n, english=lambda i, n: 'A sentence is here.')
article('other admonitions', lambda n: '!!! note "Titel"\n    Ein Satz steht hier.\n\n' * n, english=lambda i, n: 'A sentence is here.')
article('shortcodes', lambda n: '{{< figure src="a.png" title="Das Tor" >}}\n\nEin Satz.\n\n' * n)
article('expressions', lambda n: 'Der Stand {{ x }} ist {% if y %} gut.\n\n' * n, english=lambda i, n: 'The state { "{{" } x { "}}" } is { "{%" } if y { "%}" } good.')
article('comments', lambda n: '<!-- satz: note Ein Wort -->\n\nEin Satz.\n\n' * n)
article('parts that are off', lambda n: '<!-- satz: off -->\n\nEin Satz.\n\n<!-- satz: on -->\n\nEin Satz.\n\n' * n)
article('raw elements', lambda n: '<div class="x">\n\nEin Satz.\n\n</div>\n\n' * n, english=lambda i, n: 'A sentence.')
article('raw table', lambda n: '<table>\n' + '<tr><td>Ein Satz steht hier</td></tr>\n' * n + '</table>\n')
article('pictures', lambda n: each(n, lambda i: f'![Das Tor {i}](a{i}.png "Titel {i}")\n\n'), english=lambda i, n: f'Picture {i}')
article('one paragraph of pictures', lambda n: each(n, lambda i: f'![Das Tor {i}](a{i}.png "Titel {i}") '), english=lambda i, n: f'Picture {i}')
for mark in ['> ', '- ', '1. ', '> - ', '[', '![', '*a ', '**a', '_a ', '`', '``a`', '<b>', '<!--', '<!-- x -->', '</b>', '[^', '\\[', '&', '&amp;', '{{', '{%', '{: a', '<a href="', '<a b="c" ', '](', ')', '(', '„', '“', '"', "'", '~~', '~a~ ', '$', '$a$ ', '$$',
             '|', '<', '>', '\\', '#', '# ', '=', ':::', '::: a\n', '[a](', '[a]: ', '[a][', '<https://', 'https://', 'a@', 'a@b.de ', '@', '...', '. ', '! ', '? ', ': ', 'z. B. ', 'Dr. ', '1. Mai ', '\u00a0', '\u2028', '\u00ad', '\u200b', '\t', '***\n', '- a\n  ', '- a\n\n  ', '```\n', '    a\n', '<![CDATA[', '<?', '<!A',
             '<script>', '<pre>', '<textarea>', '<svg>', '<math>', '<template>', '<td>', '<select>', '<table><td>', '<b><p>', '<a>', '<li>', '<ruby><rt>', '<h1>', '<p>', '<details>\n\n', '<div>\n\n', '<div>\n', '{{< a >}}\n\n', '{% a %}\n\n', '<A>\n\n', '\x0b', '🇩🇪', '\u0301', 'İ', '+++\n', '---\n', 'import x\n', '{a}', '[[', ']]', '==', '^a^ ']:
    article(f'{mark!r} again and again', lambda n, mark=mark: f'Ein Satz. {mark * n}\n', SEGMENT, SYNC, BUILD)
    article(f'{mark!r} again and again in HTML', lambda n, mark=mark: f'<p>Ein Satz. {mark * n}\n', SEGMENT, BUILD, form='html')
    article(f'{mark!r} again and again in a value', lambda n: 'Ein Satz.\n', CHECK, BUILD, english=lambda i, n, mark=mark: 'A sentence. ' + re.sub('[{}]', r'{ "\g<0>" }', re.sub(r'[\n\x0b]', ' ', mark)) * n + '.')
    article(f'{mark!r} again and again on its lines', lambda n, mark=mark: 'Ein Satz.\n\n' + (mark + '\n') * n, SEGMENT, BUILD)
    article(f'{mark!r} deeper and deeper', lambda n, mark=mark: 'Ein Satz.\n\n' + each(n, lambda i: '  ' * i + mark + 'a\n'), SEGMENT, BUILD, most=2000)
for mark in ['{a: ', '[', '"[": [', '- ', '? ', '!!a ', '&a ', '*a ', '\t', '"', "'", 'a: b\n', '  ', '#', '|', '>\n', 'a\n', '\\', '{{ x }} ', ': ', ', ', '\t\n', '"a"']:
    article(f'{mark!r} in front matter', lambda n, mark=mark: f'---\ntitle: {mark * n}\n---\nEin Satz.\n', SEGMENT, SYNC, BUILD)
    article(f'{mark!r} in lines of front matter', lambda n, mark=mark: f'---\ntitle: Eins\n' + f'{mark}\n' * n + '---\nEin Satz.\n', SEGMENT, BUILD)
    article(f'{mark!r} in TOML', lambda n, mark=mark: f'+++\ntitle = {mark * n}\n+++\nEin Satz.\n', SEGMENT, BUILD)
article('keys of front matter', lambda n: '---\n' + each(n, lambda i: f'k{i}: Wert {i}\n') + 'title: Eins\n---\nEin Satz.\n')
article('keys of TOML', lambda n: '+++\n' + each(n, lambda i: f'k{i} = "Wert {i}"\n') + 'title = "Eins"\n+++\nEin Satz.\n')
article('tables of TOML', lambda n: '+++\ntitle = "Eins"\n' + each(n, lambda i: f'[t{i}]\na = "Wert {i}"\n') + '+++\nEin Satz.\n')
article('a list in front matter', lambda n: '---\ntitle: Eins\ntags:\n' + each(n, lambda i: f'  - Wert {i}\n') + '---\nEin Satz.\n')
article('a long field', lambda n: '---\ntitle: >\n' + each(n, lambda i: f'  Der Teil {i} ist lang\n') + '---\nEin Satz.\n', english=lambda i, n: each(n, lambda j: f'Part {j} is long ') + '.')
article('lines of a plain text', lambda n: each(n, lambda i: f'Die Zeile {name(i)} ist lang und geht noch weiter\n'), form='txt', english=lambda i, n: f'line {i}')
article('items of a plain text', lambda n: each(n, lambda i: f'- Die Zeile {name(i)}\n'), form='txt', english=lambda i, n: f'line {i}')
article('paragraphs of a plain text', paragraphs, form='txt', english=things)
article('short lines of a plain text', lambda n: each(n, lambda i: f'{name(i)}\n\n'), form='txt', english=things)
article('paragraphs of a page', lambda n: each(n, lambda i: f'<p>{sentence(i)}</p>\n'), form='html', english=things)
article('a page without ends', lambda n: each(n, lambda i: f'<p>{sentence(i)}'), form='html', english=things)
article('elements in an element of a page', lambda n: '<p>' + each(n, lambda i: f'<b>{sentence(i)}</b> ') + '</p>', form='html', english=things)
article('attributes of an element', lambda n: '<p' + each(n, lambda i: f' a{i}="b"') + '>Ein Satz.</p>', form='html')
article('equal attributes of an element', lambda n: '<p' + ' a="b"' * n + '>Ein Satz.</p>', form='html')
article('pictures of a page', lambda n: each(n, lambda i: f'<p><img alt="Das Bild {i}" title="Titel {i}" src=a></p>\n'), form='html', english=lambda i, n: f'Picture {i}')
article('entities of a page', lambda n: '<p>' + '&auml;&#228;&#xD; ' * n + '</p>', form='html', english=lambda i, n: 'ä ' * n)
article('cells of a page', lambda n: '<table>' + '<tr><td>Ein Satz steht hier<td>und einer hier' * n + '</table>', form='html', english=lambda i, n: 'here')
article('languages of a page', lambda n: '<p>' + '<span lang=en>yes</span> nein ' * n + '</p>', form='html', english=lambda i, n: 'no')

# Units: what a sentence says.
for kind, german, english in [
    ('words', word, lambda i: word(i + 500000)),
    ('names', lambda i: 'in ' + name(i), lambda i: 'in ' + name(i)),
    ('other names', name, lambda i: name(i + 500000)),
    ('names of two words', lambda i: f'und {name(i)} {name(i + 1)}', lambda i: f'and {name(i)} {name(i + 1)}'),
    ('capitals', lambda i: word(i).upper()[:6], lambda i: word(i).upper()[:6]),
    ('acronyms', lambda i: 'die ' + chr(65 + i % 26) + chr(65 + i // 26 % 26) + chr(65 + i // 676 % 26) + 'U', lambda i: 'the ' + chr(65 + i % 26) + chr(65 + i // 26 % 26) + chr(65 + i // 676 % 26) + 'U'),
    ('numbers', lambda i: f'{i} Dinge', lambda i: f'{i} things'),
    ('large numbers', lambda i: f'{i + 1}.000,5 km', lambda i: f'{i + 1},000.5 km'),
    ('years', lambda i: f'im Jahr {1000 + i % 1000}', lambda i: f'in {1000 + i % 1000}'),
    ('dates', lambda i: f'am {i % 28 + 1}. Mai {1900 + i % 100}', lambda i: f'on {i % 28 + 1} May {1900 + i % 100}'),
    ('times', lambda i: f'um {i % 24}:{i % 60:02} Uhr', lambda i: f'at {i % 24}:{i % 60:02}'),
    ('weekdays', lambda i: 'am ' + ['Montag', 'Dienstag'][i % 2], lambda i: 'on ' + ['Monday', 'Tuesday'][i % 2]),
    ('ordinals', lambda i: f'das {i}. Haus', lambda i: f'the {i}th house'),
    ('sums', lambda i: f'{i} Euro', lambda i: f'€{i}'),
    ('percents', lambda i: f'{i} Prozent', lambda i: f'{i} per cent'),
    ('number words', lambda i: ['zwei', 'drei', 'zwanzig'][i % 3], lambda i: ['two', 'three', 'twenty'][i % 3]),
    ('millions', lambda i: f'{i},5 Millionen', lambda i: f'{i}.5 million'),
    ('countries', lambda i: ['Polen', 'Ungarn', 'Kenia'][i % 3], lambda i: ['Poland', 'Hungary', 'Kenya'][i % 3]),
    ('times no', lambda i: 'nicht', lambda i: 'not'),
    ('times none', lambda i: 'kein Haus ohne', lambda i: 'no house without'),
    ('quotations', lambda i: f'„{word(i)}“', lambda i: f'“{word(i)}”'),
    ('quotations in quotations', lambda i: '„a ‚b', lambda i: '“a ‘b'),
    ('brackets', lambda i: f'({word(i)}', lambda i: f'({word(i)}'),
    ('closed brackets', lambda i: f'({word(i)})', lambda i: f'({word(i)})'),
    ('bold words', lambda i: f'**{word(i)}**', lambda i: f'**{word(i)}**'),
    ('code', lambda i: f'`{word(i)}`', lambda i: f'`{word(i)}`'),
    ('links', lambda i: f'[Tor](https://example.org/{i})', lambda i: f'[gate](https://example.org/{i})'),
    ('addresses', lambda i: f'https://example.org/{i}', lambda i: f'https://example.org/{i}'),
    ('mail addresses', lambda i: f'a{i}@example.org', lambda i: f'a{i}@example.org'),
    ('elements', lambda i: f'<b>{word(i)}</b>', lambda i: f'<b>{word(i)}</b>'),
    ('elements with attributes', lambda i: f'<a href="/{i}">{word(i)}</a>', lambda i: f'<a href="/{i}">{word(i)}</a>'),
    ('elements that are open', lambda i: f'<b>{word(i)}', lambda i: f'<b>{word(i)}'),
    ('elements that cross', lambda i: f'<b><i>{word(i)}</b></i>', lambda i: f'<i><b>{word(i)}</i></b>'),
    ('footnotes', lambda i: f'Satz[^{i}]', lambda i: f'sentence[^{i}]'),
    ('templates', lambda i: '{ "{{" } v%d { "}}" }' % i, lambda i: '{ "{{" } v%d { "}}" }' % i),
    ('percent placeables', lambda i: f'%{i}$s', lambda i: f'%{i}$s'),
    ('breaks', lambda i: 'Zeile<br>', lambda i: 'line<br>'),
    ('entities', lambda i: '&nbsp;&lt;', lambda i: '&nbsp;&lt;'),
    ('dashes', lambda i: '– und', lambda i: '– and'),
    ('times a phrase', lambda i: 'Ja, und', lambda i: 'Yes, and'),
    ('doubled words', lambda i: f'{word(i)} {word(i)}', lambda i: f'{word(i)} {word(i)}'),
    ('sentences', sentence, things),
    ('questions', lambda i: f'Ist es {name(i)}?', lambda i: f'Is it {name(i)}?'),
    ('abbreviations', lambda i: 'z. B. und bzw. usw.', lambda i: 'e.g. and i.e. etc.'),
    ('compounds', lambda i: f'{name(i)}{word(i + 7)}haus', lambda i: f'{word(i)} {word(i + 7)} house'),
    ('German words', lambda i: 'und das ist nicht so', lambda i: 'und das ist nicht so'),
    ('foreign letters', lambda i: 'дом', lambda i: 'дом'),
    ('names in a foreign script', lambda i: 'in ' + name(i), lambda i: 'у ' + ''.join(chr(0x430 + int(d)) for d in f'{i:05}').capitalize()),
    ('mixed scripts', lambda i: 'aдb', lambda i: 'aдb'),
    ('invisible characters', lambda i: 'a\u200bb', lambda i: 'a\u200bb'),
    ('emojis', lambda i: '👩‍👩‍👧‍👦', lambda i: '👩‍👩‍👧‍👦'),
    ('right-to-left words', lambda i: 'ا ب', lambda i: 'ا ب'),
    ('modal verbs', lambda i: 'muss darf kann soll', lambda i: 'must may can shall'),
    ('not only', lambda i: 'nicht nur, sondern auch', lambda i: 'not only but also'),
    ('measures', lambda i: f'{i} °C und {i} m²', lambda i: f'{i} °C and {i} m²'),
    ('ranges', lambda i: f'{i}–{i + 1}', lambda i: f'{i}–{i + 1}'),
    ('versions', lambda i: f'v{i}.{i}.{i}', lambda i: f'v{i}.{i}.{i}'),
    ('sections', lambda i: f'§ {i} Abs. {i}', lambda i: f'Section {i}({i})'),
    ('signs', lambda i: ',;:!? -', lambda i: ',;:!? -'),
]:
    unit(kind, german, english)

# Catalogs: what stands in them beside the translations.
def catalog(name, english, *commands, german=lambda n: 'Ein Satz.\n\nNoch ein Satz.\n', most=64000):
    def make(satz, folder, n, command):
        put(folder, 'satz.yaml', 'locales: [en]\n')
        put(folder, 'articles/a.md', german(n))
        run(satz, folder, 'sync')
        path = folder / 'locales/en/a.ftl'
        ids = re.findall(r'(?m)^# (s\w+) =$', path.read_text())
        path.write_text(english(n, ids, path.read_text()), encoding='utf-8')
    shape(name, make, *(commands or ('sync', CHECK, 'check', 'check --fix', 'status', 'diff', 'build')), most=most)


for what, line in [('unknown ids', 's{i:06} = Text\n'), ('ids of people', 'note-{i} = Text\n'), ('equal ids', '{id} = A sentence.\n'), ('broken lines', '{id} : Text\n'), ('junk', '{{ {i}\n'), ('plain comments', '# Eins\n\n'), ('comments at the end of the file', '# aligned: x\n'),
                   ('bare lines', 'text {i}\n'), ('indented lines', '    text {i}\n'), ('keys without value', 's{i:06} =\n'), ('stubs of nobody', '# s{i:06} =\n'), ('typed stubs of nobody', '# s{i:06} = Text\n'), ('lines of German', '# de: Ein Satz {i}.\n'), ('group comments', '## Teil {i}\n'), ('file comments', '### Teil {i}\n'),
                   ('conflicts', '<<<<<<< a\ns{i:06} = A\n=======\ns{i:06} = B\n>>>>>>> b\n'), ('opened conflicts', '<<<<<<< a\n'), ('conflict middles', '=======\n'), ('terms', '-t{i} = Text\n'), ('attributes', '    .a{i} = Text\n'), ('carriage returns', '\r'), ('tabs', '\t'), ('braces', '{{'), ('placeables', '{{ "a" }} '), ('exemptions', '# check: number off: x\n'),
                   ('was', '# was: Ein Satz. #abcd\n'), ('now', '# now: {id}-abcd\n'), ('stale ids', '{id}-{tag} = A sentence.\n'), ('notes', '# note: x\n'), ('unaligned', '# unaligned: x\n'), ('fences', '### satz 1: articles/a.md\n'), ('broken keys', '# {id} = The {{new.\n'), ('ids one edit away', '{id}x{i} = Text\n'), ('selectors', '{{ $n ->\n'), ('variants', '   *[a{i}] b\n')]:
    def lines(n, ids, line):
        return each(n, lambda i: line.format(i=i, id=ids[i % len(ids)], tag=f'{i % 10000:04}'))
    catalog(f'{what} in a catalog', lambda n, ids, text, line=line: text + '\n' + lines(n, ids, line))
    catalog(f'{what} in a value', lambda n, ids, text, line=line: text + f'\n{ids[0]} = A sentence.\n' + lines(n, ids, line))
    catalog(f'{what} above a message', lambda n, ids, text, line=line: text + '\n' + lines(n, ids, line) + f'{ids[0]} = A sentence.\n', 'sync', CHECK)
catalog('values of lines', lambda n, ids, text: f'{ids[0]} =\n' + '    Text and text\n' * n)
catalog('values of paragraphs', lambda n, ids, text: f'{ids[0]} =\n' + '    Text and text.\n\n' * n)
catalog('a term in a term', lambda n, ids, text: f'{ids[0]} = ' + '{ -t }' * n, 'sync', CHECK, 'build')
catalog('empty values', lambda n, ids, text: each(len(ids), lambda i: f'{ids[i]} = {{ "" }}\n'), german=paragraphs)
catalog('typed behind stubs', lambda n, ids, text: re.sub(r'(?m)^(# \w+ =)$', r'\1 Some text.', text), german=paragraphs)
catalog('typed over keys', lambda n, ids, text: re.sub(r'(?m)^# (\w+) =$', r'# \1 = The {new.', text), german=paragraphs)
catalog('keys mistyped', lambda n, ids, text: re.sub(r'(?m)^# (\w+) =$', r'\1x = Some text.', text), german=paragraphs)
catalog('exempted units', lambda n, ids, text: re.sub(r'(?m)^# (\w+) =$', r'# check: number off: x\n\1 = Some text.', text), german=paragraphs)
catalog('units in reverse', lambda n, ids, text: each(len(ids), lambda i: f'{ids[-i - 1]} = Near it there are houses.\n'), german=paragraphs)
catalog('equal values', lambda n, ids, text: each(len(ids), lambda i: f'{ids[i]} = Some text.\n'), german=paragraphs)
catalog('German values', lambda n, ids, text: each(len(ids), lambda i: f'{ids[i]} = {sentence(i)}\n'), german=paragraphs)
catalog('shifted values', lambda n, ids, text: each(len(ids), lambda i: f'{ids[i]} = {things(i + 1)}\n'), german=paragraphs)
catalog('one value for all', lambda n, ids, text: f'{ids[0]} = ' + each(n, things, ' ') + '\n' + each(len(ids) - 1, lambda i: f'{ids[i + 1]} = {{ "" }}\n'), german=paragraphs)
catalog('values with a fault', lambda n, ids, text: each(len(ids), lambda i: f'{ids[i]} = Near {word(i)} there  are {i + 1} „houses.\n'), german=paragraphs)


def source(name, change, *commands):
    """A source catalog that somebody damaged, and an article that stays."""
    def make(satz, folder, n, command):
        put(folder, 'satz.yaml', 'locales: [en]\n')
        put(folder, 'articles/a.md', paragraphs(n))
        translate(satz, folder, things)
        path = folder / 'locales/de/a.ftl'
        put(folder, 'locales/de/a.ftl', change(path.read_text()))
    shape(name, make, *(commands or ('sync', 'check', 'status', 'diff', 'build')))


source('a source catalog twice', lambda t: t + t)
source('a source catalog in conflict', lambda t: '<<<<<<< a\n' + t + '=======\n' + t + '>>>>>>> b\n')
source('a source catalog in conflicts', lambda t: re.sub(r'(?m)^(s\w+ = .*)$', '<<<<<<< a\n\\1\n=======\n\\1\n>>>>>>> b', t))
source('a source catalog without units', lambda t: t[:40].split('\n')[0] + '\n')
source('a source catalog without header', lambda t: t.split('\n', 1)[1])
source('a source catalog of junk', lambda t: t.replace(' = ', ' : '))
source('a source catalog in reverse', lambda t: t.split('\n', 1)[0] + '\n\n' + '\n'.join(re.findall(r'(?m)^s\w+ = .*$', t)[::-1]) + '\n')

# Changes.
SENTENCES = lambda n: [sentence(i) for i in range(n)]
for what, then in [
    ('reversed', lambda s: s[::-1]), ('halved', lambda s: s[::2]), ('without one', lambda s: s[:-1]), ('doubled', lambda s: s + s), ('doubled in place', lambda s: [x for x in s for _ in '12']),
    ('reworded', lambda s: [x.replace('stehen', 'standen') for x in s]), ('reworded and reversed', lambda s: [x.replace('stehen', 'standen') for x in s[::-1]]),
    ('split', lambda s: [x.replace(' stehen', '. Dort stehen') for x in s]), ('joined', lambda s: [a[:-1] + ', und b' + b[1:] for a, b in zip(s[::2], s[1::2])]),
    ('joined to one', lambda s: [' '.join(x[:-1] for x in s) + '.']), ('replaced', lambda s: [f'Hinter {name(i + 77777)} kocht {name(i + 99999)} Suppe.' for i in range(len(s))]),
    ('emptied', lambda s: ['Nichts.']), ('of equal sentences', lambda s: ['Ein Hund bellt.'] * len(s)), ('rotated', lambda s: s[len(s) // 2:] + s[:len(s) // 2]),
    ('minor', lambda s: [x.replace('-', '–').replace('.', '!') for x in s]), ('recut', lambda s: [x.replace('stehen', 'stehen.') for x in s]),
]:
    text = lambda s: '\n\n'.join(s) + '\n'
    article(f'an article {what}', lambda n: text(SENTENCES(n)), 'sync', 'check', 'diff', 'diff --side-by-side', 'status --ages', 'accept en', 'accept en --all', 'build', 'sync --prune', english=things, then=lambda n, then=then: text(then(SENTENCES(n))))
    article(f'a paragraph {what}', lambda n: ' '.join(SENTENCES(n)), 'sync', english=things, then=lambda n, then=then: ' '.join(then(SENTENCES(n))))
    article(f'equal sentences {what}', lambda n: text(['Bei Rako stehen 7 Häuser.'] * n), 'sync', 'diff', english=things, then=lambda n, then=then: text(then(['Bei Rako stehen 7 Häuser.'] * n)))
article('one unit reworded', lambda n: each(n, word, ' ') + '.', 'sync', 'diff', 'diff --side-by-side', 'check', english=things, then=lambda n: each(n, lambda i: word(i) if i % 50 else 'neu', ' ') + '.', most=512000)
article('one unit replaced', lambda n: each(n, word, ' ') + '.', 'sync', 'diff', 'diff --side-by-side', 'check', english=things, then=lambda n: each(n, lambda i: word(i + 500000), ' ') + '.', most=256000)
article('one unit of one word reworded', lambda n: 'ja ' * n + '.', 'sync', 'diff', 'check', english=things, then=lambda n: 'ja nein ' * n + '.', most=256000)
article('one unit without blanks reworded', lambda n: 'x' * n, 'sync', 'diff', 'check', english=things, then=lambda n: 'xy' * n, most=256000)
article('one unit in reverse', lambda n: each(n, word, ' ') + '.', 'sync', 'diff', 'check', english=things, then=lambda n: each(n, lambda i: word(n - i), ' ') + '.', most=256000)
article('long units reworded', lambda n: each(n // 50, lambda i: each(50, lambda j: word(i + j), ' ') + '.\n\n'), 'sync', 'diff', english=things, then=lambda n: each(n // 50, lambda i: each(50, lambda j: word(i + j if j % 9 else j), ' ') + '.\n\n'))


def many(name, make, *commands, first=lambda n: None, then=None, locales='en', settings='', most=16000):
    """Many small files; synchronized; then something happens."""
    def fill(satz, folder, n, command):
        put(folder, 'satz.yaml', f'locales: [{locales(n) if callable(locales) else locales}]\n{settings(n) if callable(settings) else settings}')
        for path, text in make(n):
            put(folder, path, text)
        if command != 'sync' or then:
            translate(satz, folder, things)
        if then:
            then(folder, n)
            if command != 'sync':
                run(satz, folder, 'sync')
    shape(name, fill, *(commands or ('sync', 'check', 'status', 'diff', 'build')), most=most)


def rename(folder, n):
    for i in range(n):
        (folder / f'articles/a{i}.md').rename(folder / f'articles/b{i}.md')


def reword(folder, n):
    for path in (folder / 'articles').glob('*.md'):
        path.write_text(path.read_text().replace('stehen', 'standen'))


def exchange(folder, n):
    texts = [(folder / f'articles/a{i}.md').read_text() for i in range(n)]
    for i, text in enumerate(texts):
        put(folder, f'articles/a{i}.md', texts[i - 1])


def gather(folder, n):
    put(folder, 'articles/whole.md', each(n, lambda i: (folder / f'articles/a{i}.md').read_text() + '\n'))
    for i in range(n):
        (folder / f'articles/a{i}.md').unlink()


def scatter(folder, n):
    for i, text in enumerate((folder / 'articles/whole.md').read_text().split('\n\n')):
        put(folder, f'articles/a{i}.md', text + '\n')
    (folder / 'articles/whole.md').unlink()


ALIKE = lambda n: [(f'articles/a{i}.md', '# Das Tor\n\nEin Satz steht hier.\n\nNoch ein Satz steht hier.\n') for i in range(n)]
UNLIKE = lambda n: [(f'articles/a{i}.md', f'# {name(i)}\n\n{sentence(i)}\n\n{sentence(i + n)}\n') for i in range(n)]
many('equal articles', ALIKE)
many('articles', UNLIKE)
many('renamed articles', UNLIKE, 'sync', then=rename, most=4000)
many('equal articles renamed', ALIKE, 'sync', then=rename, most=4000)
many('reworded articles', UNLIKE, then=reword, most=4000)
many('articles that trade places', UNLIKE, 'sync', then=exchange, most=4000)
many('equal articles that trade places', ALIKE, 'sync', then=exchange, most=4000)
many('articles gathered in one', UNLIKE, 'sync', then=gather, most=4000)
many('equal articles gathered in one', ALIKE, 'sync', then=gather, most=4000)
many('an article scattered', lambda n: [('articles/whole.md', each(n, sentence, '\n\n'))], 'sync', then=scatter, most=4000)
many('articles that link to each other', lambda n: [(f'articles/a{i}.md', f'# {name(i)}\n\nSiehe [Tor](a{(i * 7 + 1) % n}.md) und [Tor](a{(i * 3 + 1) % n}.md#{word(i)}).\n') for i in range(n)])
many('articles that link to one', lambda n: [(f'articles/a{i}.md', f'# {name(i)}\n\nSiehe [Tor](a0.md).\n') for i in range(n)], 'build', 'mv articles/a0.md articles/neu.md')
many('sentences that moved to another article', lambda n: [('articles/whole.md', each(n, sentence, '\n\n')), ('articles/b.md', 'Ein Satz.\n')], 'sync', then=lambda folder, n: [
    put(folder, 'articles/b.md', each(n, lambda i: sentence(i + n // 2), '\n\n')), put(folder, 'articles/whole.md', each(n // 2, sentence, '\n\n'))])
many('one that links to articles', lambda n: [(f'articles/a{i}.md', f'# {name(i)}\n') for i in range(n)] + [('articles/all.md', each(n, lambda i: f'- [Tor](a{i}.md)\n'))], 'build', 'sync', 'mv articles/all.md articles/neu.md')
many('unsupported files', lambda n: [('articles/a.md', 'Ein Satz.\n')] + [(f'articles/b{i}.rst', 'Satz.\n') for i in range(n)], 'sync', 'check')
many('files nobody needs', lambda n: [('articles/a.md', 'Ein Satz.\n')] + [(f'locales/en/b{i}.ftl', 'a = b\n') for i in range(n)], 'sync', 'check', 'status')
many('locales', lambda n: [('articles/a.md', 'Ein Satz.\n')], 'sync', 'check', 'status', 'diff', 'build', 'config', 'mv articles/a.md articles/b.md', locales=lambda n: ', '.join(f'de-x-{i:05}' for i in range(n)), most=4000)
many('locales and articles', lambda n: [(f'articles/a{i}.md', f'# {name(i)}\n') for i in range(n // 20)], 'sync', 'check', 'status', 'status --format html', 'build', locales=lambda n: ', '.join(f'de-x-{i:05}' for i in range(20)), most=4000)
many('folders', lambda n: [('/'.join(['articles'] + ['d'] * (n // 4)) + '/a.md', 'Ein Satz.\n')], 'sync', 'check', 'build', most=2000)
many('ignored patterns', lambda n: [(f'articles/a{i}.md', f'# {name(i)}\n') for i in range(n // 10)], 'sync', 'check', settings=lambda n: 'ignore: [' + ', '.join(f'"x{i}/**"' for i in range(n // 10)) + ']\n', most=4000)
many('keys of settings', lambda n: [('articles/a.md', 'Ein Satz.\n')], 'sync', 'config', 'check', settings=lambda n: 'front-matter: [' + ', '.join(f'k{i}' for i in range(n)) + ']\n')
many('unknown keys of settings', lambda n: [('articles/a.md', 'Ein Satz.\n')], 'config', 'check', settings=lambda n: each(n, lambda i: f'k{i}: 1\n'))
many('deep settings', lambda n: [('articles/a.md', 'Ein Satz.\n')], 'config', 'check', settings=lambda n: 'x: ' + '[' * n + '\n')
many('long settings', lambda n: [('articles/a.md', 'Ein Satz.\n')], 'config', settings=lambda n: 'x: &a [' + 'a, ' * n + 'a]\ny: [' + '*a, ' * n + '*a]\n', most=4000)

# Glossaries, applications, baselines, reports, merges, imports.
def glossary(name, text, *commands, sentences=200):
    article(name, lambda n: paragraphs(sentences(n) if callable(sentences) else sentences), *(commands or ('sync', CHECK, 'build')), english=things, files=lambda n: [(f'locales/{locale}/glossary.ftl', text(n, locale)) for locale in ('de', 'en')])


glossary('terms', lambda n, l: each(n, lambda i: f'-t{i} = {name(i)}{l}\n'))
glossary('terms that occur', lambda n, l: each(n, lambda i: f'-t{i} = {name(i)}\n'), sentences=lambda n: n)
glossary('equal terms', lambda n, l: each(n, lambda i: f'-t{i} = Häuser\n'))
glossary('terms of two words', lambda n, l: each(n, lambda i: f'-t{i} = stehen {name(i)}\n'))
glossary('terms with one beginning', lambda n, l: each(n, lambda i: f'-t{i} = Bei {name(i)} stehen\n'), sentences=lambda n: n)
glossary('forms of a term', lambda n, l: '-t = Häuser\n    .forms = ' + each(n, name, ', ') + '\n')
glossary('avoided words', lambda n, l: '-t = Häuser\n    .avoid = ' + each(n, name, ', ') + '\n')
glossary('attributes of a term', lambda n, l: '-t = Häuser\n' + each(n, lambda i: f'    .a{i} = {name(i)}\n'))
glossary('terms in terms', lambda n, l: '-t0 = Häuser\n' + each(n, lambda i: f'-t{i + 1} = {{ -t{i} }}\n'))
glossary('a long term', lambda n, l: '-t = ' + each(n, name, ' ') + '\n')
glossary('variants of a term', lambda n, l: '-t = { $c ->\n' + each(n, lambda i: f'    [v{i}] {name(i)}\n') + '   *[o] Häuser\n }\n')
glossary('a glossary of junk', lambda n, l: each(n, lambda i: f't{i} : Häuser\n'))
strings('messages', lambda n: each(n, lambda i: f'm{i} = The house {i}\n'), lambda n: each(n, lambda i: f'm{i} = Das Haus {i}\n'))
strings('messages that are missing', lambda n: each(n, lambda i: f'm{i} = The house {i}\n'), lambda n: 'x = Text\n')
strings('messages nobody needs', lambda n: 'x = Text\n', lambda n: each(n, lambda i: f'm{i} = The house {i}\n'))
strings('messages mistyped', lambda n: each(n, lambda i: f'message-{word(i)} = The house {i}\n'), lambda n: each(n, lambda i: f'mesage-{word(i)} = Das Haus {i}\n'))
strings('messages twice', lambda n: each(n, lambda i: f'm{i} = The house {i}\n'), lambda n: each(n, lambda i: f'm{i} = Das Haus {i}\n') * 2)
strings('equal messages', lambda n: 'm = One\n' * n, lambda n: 'm = Eins\n' * n)
strings('attributes', lambda n: 'm = One\n' + each(n, lambda i: f'    .a{i} = Item {i}\n'), lambda n: 'm = Eins\n' + each(n, lambda i: f'    .a{i} = Teil {i}\n'))
strings('missing attributes', lambda n: 'm = One\n' + each(n, lambda i: f'    .a{i} = Item {i}\n'), lambda n: 'm = Eins\n')
strings('attributes nobody needs', lambda n: 'm = One\n', lambda n: 'm = Eins\n' + each(n, lambda i: f'    .a{i} = Item {i}\n'))
strings('attributes mistyped', lambda n: 'm = One\n' + each(n, lambda i: f'    .attribute-{word(i)} = Item\n'), lambda n: 'm = Eins\n' + each(n, lambda i: f'    .atribute-{word(i)} = Item\n'))
strings('equal attributes', lambda n: 'm = One\n' + '    .a = Item\n' * n, lambda n: 'm = Eins\n' + '    .a = Item\n' * n)
strings('variables', lambda n: 'm = ' + each(n, lambda i: f'{{ $v{i} }} ') + '\n', lambda n: 'm = ' + each(n, lambda i: f'{{ $v{i} }} ') + '\n')
strings('missing variables', lambda n: 'm = ' + each(n, lambda i: f'{{ $v{i} }} ') + '\n', lambda n: 'm = Eins\n')
strings('variables mistyped', lambda n: 'm = ' + each(n, lambda i: f'{{ $variable-{word(i)} }} ') + '\n', lambda n: 'm = ' + each(n, lambda i: f'{{ $varable-{word(i)} }} ') + '\n')
strings('variables in attributes', lambda n: 'm = One\n' + each(n, lambda i: f'    .a{i} = {{ $v{i} }}\n'), lambda n: 'm = Eins\n' + each(n, lambda i: f'    .a{i} = {{ $w{i} }}\n'))
strings('references', lambda n: 'm0 = One\n' + each(n, lambda i: f'm{i + 1} = {{ m{i} }}\n'), lambda n: 'm0 = Eins\n' + each(n, lambda i: f'm{i + 1} = {{ m{i} }}\n'))
strings('references in a circle', lambda n: each(n, lambda i: f'm{i} = {{ m{(i + 1) % n} }}\n'), lambda n: each(n, lambda i: f'm{i} = {{ m{(i + 1) % n} }}\n'))
strings('references to one', lambda n: 'm = One\n' + each(n, lambda i: f'm{i} = {{ m }}\n'), lambda n: each(n, lambda i: f'm{i} = {{ m }}\n'))
strings('references of one', lambda n: each(n, lambda i: f'm{i} = One\n') + 'm = ' + each(n, lambda i: f'{{ m{i} }}') + '\n', lambda n: 'm = ' + each(n, lambda i: f'{{ m{i} }}') + '\n')
strings('variants', lambda n: 'm = { $n ->\n' + each(n, lambda i: f'    [v{i}] Item {i}\n') + '   *[o] One\n}\n', lambda n: 'm = { $n ->\n' + each(n, lambda i: f'    [v{i}] Teil {i}\n') + '   *[o] Eins\n}\n')
strings('other variants', lambda n: 'm = { $n ->\n' + each(n, lambda i: f'    [v{i}] Item {i}\n') + '   *[o] One\n}\n', lambda n: 'm = { $n ->\n' + each(n, lambda i: f'    [w{i}] Teil {i}\n') + '   *[o] Eins\n}\n')
strings('equal variants', lambda n: 'm = { $n ->\n' + '    [one] Item\n' * n + '   *[o] One\n}\n', lambda n: 'm = { $n ->\n' + '    [one] Teil\n' * n + '   *[o] Eins\n}\n')
strings('choices', lambda n: 'm = ' + '{ $n ->\n    [one] Item\n   *[other] Items\n}' * n + '\n', lambda n: 'm = ' + '{ $n ->\n    [one] Teil\n   *[other] Teile\n}' * n + '\n')
strings('choices in choices', lambda n: 'm = ' + '{ $n ->\n   *[other] ' * n + 'One' + '\n}' * n + '\n', lambda n: 'm = Eins\n')
strings('functions', lambda n: 'm = ' + '{ NUMBER($n, a: 1) }' * n + '\n', lambda n: 'm = ' + '{ NUMBR($n, b: 1) }' * n + '\n')
strings('options', lambda n: 'm = { NUMBER($n, ' + each(n, lambda i: f'a{i}: 1, ') + ') }\n', lambda n: 'm = { NUMBER($n, ' + each(n, lambda i: f'b{i}: 1, ') + ') }\n')
strings('terms of an application', lambda n: each(n, lambda i: f'-t{i} = One\nm{i} = {{ -t{i} }}\n'), lambda n: each(n, lambda i: f'-t{i} = Eins\nm{i} = {{ -t{n - i - 1} }}\n'))
strings('blank messages', lambda n: each(n, lambda i: f'm{i} = One\n'), lambda n: each(n, lambda i: f'm{i} = {{ "" }}\n'))
strings('junk of an application', lambda n: each(n, lambda i: f'm{i} = One\n'), lambda n: each(n, lambda i: f'm{i} : Eins\n'))
strings('a long message', lambda n: 'm = ' + each(n, word, ' ') + '\n', lambda n: 'm = ' + each(n, word, ' ') + '\n')
strings('a message of lines', lambda n: 'm =\n' + each(n, lambda i: f'    {word(i)}\n'), lambda n: 'm =\n' + each(n, lambda i: f'    {word(i)}\n'))


def report(name, *commands, form='human'):
    def make(satz, folder, n, command):
        put(folder, 'satz.yaml', 'locales: [en]\n')
        put(folder, 'articles/a.md', paragraphs(n))
        translate(satz, folder, lambda i: f'Near {word(i)} there  are {i + 1} „houses.')
        if '--write' not in command:
            run(satz, folder, 'check --baseline base --write-baseline')
    shape(name, make, *commands)


report('findings', *(f'check --format {form}' for form in 'human short json jsonl sarif junit github gitlab markdown'.split()), 'check --all', 'check --baseline base', 'check --baseline base --tighten', 'check --baseline base --write-baseline', 'check --fix')
shape('rows of a baseline that are gone', lambda satz, folder, n, command: (put(folder, 'satz.yaml', 'locales: [en]\n'), put(folder, 'articles/a.md', paragraphs(n)), run(satz, folder, 'sync'), run(satz, folder, 'check --baseline base --write-baseline'),
      put(folder, 'articles/a.md', 'Ein Satz.\n'), run(satz, folder, 'sync')), 'check --baseline base', 'check --baseline base --tighten')
shape('parts of a report', lambda satz, folder, n, command: (put(folder, 'satz.yaml', 'locales: [en]\n'), [put(folder, f'articles/a{i}.md', sentence(i)) for i in range(n)], run(satz, folder, 'sync'),
      [(folder / f'part{k}').write_bytes(subprocess.run([satz, 'check', '--shard', f'{k}/2', '--format', 'json'], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout) for k in (1, 2)]), 'merge-reports part1 part2', most=8000)


def merged(name, *sides):
    shape(f'merge: {name}', lambda satz, folder, n, command: [put(folder, side, text(n)) for side, text in zip(('base', 'ours', 'theirs'), sides)], 'merge-driver base ours theirs')


UNITS = lambda text, step=1, first=0: lambda n: each(n, lambda i: f'# de: {sentence(i)}\ns{i * step + first:06} = {text} {i}.\n')
merged('equal', UNITS('a'), UNITS('a'), UNITS('a'))
merged('one side changed', UNITS('a'), UNITS('b'), UNITS('a'))
merged('both changed', UNITS('a'), UNITS('b'), UNITS('c'))
merged('new on both sides', lambda n: '', UNITS('b'), UNITS('c'))
merged('other units on both sides', lambda n: '', UNITS('b', 2, 0), UNITS('c', 2, 1))
merged('deleted on one side', UNITS('a'), lambda n: '', UNITS('b'))
merged('in reverse', UNITS('a'), lambda n: '\n'.join(UNITS('a')(n).split('\n')[::-1]), UNITS('c'))
merged('junk', lambda n: 'junk\n' * n, lambda n: 'junk a\n' * n, lambda n: 'junk b\n' * n)
merged('different junk', lambda n: each(n, lambda i: f'junk {i}\n'), lambda n: each(n, lambda i: f'junk a{i}\n'), lambda n: each(n, lambda i: f'junk b{i}\n'))
merged('equal ids', lambda n: 's000001 = a\n' * n, lambda n: 's000001 = b\n' * n, lambda n: 's000001 = c\n' * n)
merged('different comments', lambda n: each(n, lambda i: f'# a {i}\n\n'), lambda n: each(n, lambda i: f'# b {i}\n\n'), lambda n: each(n, lambda i: f'# c {i}\n\n'))
merged('equal comments', lambda n: '# a\n\n' * n, lambda n: '# b\n\n' * n, lambda n: '# c\n\n' * n)
merged('stubs', lambda n: each(n, lambda i: f'# missing\n# de: {sentence(i)}\n# s{i:06} =\n\n'), lambda n: each(n, lambda i: f'# missing\n# de: {sentence(i)}\n# s{i:06} = a\n\n'), lambda n: each(n, lambda i: f'# de: {sentence(i)}\ns{i:06} = b\n'))
merged('stale units', UNITS('a'), lambda n: UNITS('a')(n).replace(' =', '-abcd ='), lambda n: UNITS('a')(n).replace(' =', '-abce ='))
merged('lines of a value', lambda n: 's000001 =\n' + '    a\n' * n, lambda n: 's000001 =\n' + '    b\n' * n, lambda n: 's000001 =\n' + '    c\n' * n)


def page(name, text, *commands, form='html', most=64000):
    def make(satz, folder, n, command):
        put(folder, 'satz.yaml', 'locales: [en]\n')
        put(folder, f'page.{form}', ('<html lang=de><title>Das Tor</title><body><h1>Das Tor</h1>' if form == 'html' else '') + text(n))
    shape(f'add: {name}', make, *(commands or (f'add page.{form} --name p', f'add page.{form} --name p --whole', f'add page.{form} --name p --dry-run --format json')), most=most)


LONG = '<p>Am Ufer wachsen Erlen, und im Schilf brüten die Enten, wie man hier sieht.</p>'
page('paragraphs', lambda n: each(n, lambda i: f'<p>{sentence(i)} Und noch ein Satz, der hier steht.</p>'))
page('equal paragraphs', lambda n: LONG * n)
page('headings', lambda n: each(n, lambda i: f'<h2>Teil {i}</h2>{LONG}'))
page('links', lambda n: LONG * 3 + each(n, lambda i: f'<a href="/{i}">Das Tor {i}</a> '))
page('lists', lambda n: LONG * 3 + '<ul>' + each(n, lambda i: f'<li>Der Teil {name(i)} ist hier.</li>') + '</ul>' + LONG)
page('a list of links', lambda n: LONG * 3 + '<ul>' + each(n, lambda i: f'<li><a href=/{i}>Der Teil {name(i)} ist hier.</a></li>') + '</ul>' + LONG)
page('table rows', lambda n: LONG * 3 + '<table>' + each(n, lambda i: f'<tr><td>{name(i)}<td>{i}</tr>') + '</table>')
page('table columns', lambda n: LONG * 3 + '<table><tr>' + each(n, lambda i: f'<td>{name(i)}') + '</table>')
page('elements in a paragraph', lambda n: LONG * 3 + '<p>' + each(n, lambda i: f'<b>{word(i)}</b> und <i>{word(i)}</i> '))
page('breaks', lambda n: LONG * 3 + '<p>' + each(n, lambda i: f'{word(i)}<br>'))
page('pictures', lambda n: LONG * 3 + each(n, lambda i: f'<figure><img src={i}.png alt="Bild {i}"><figcaption>Das Bild {i}</figcaption></figure>'))
page('data', lambda n: '<script type="application/ld+json">{"@type": "NewsArticle", "x": [' + each(n, lambda i: f'{i},') + '0]}</script>' + LONG * 3)
page('scripts of data', lambda n: '<script type="application/ld+json">{"@type": "NewsArticle"}</script>' * n + LONG * 3)
page('data in data', lambda n: '<script type="application/ld+json">' + '[' * n + ']' * n + '</script>' + LONG * 3)
page('metas', lambda n: each(n, lambda i: f'<meta name=a{i} content="b{i}">') + LONG * 3)
page('one word', lambda n: LONG * 3 + '<p>' + 'x' * n + '</p>', most=1024000)
page('entities', lambda n: LONG * 3 + '<p>' + '&auml; ' * n + '</p>')
page('comments', lambda n: LONG * 3 + '<!-- x -->' * n + LONG)
page('attributes', lambda n: LONG * 3 + '<p ' + each(n, lambda i: f'a{i}=b ') + '>' + LONG)
page('classes', lambda n: LONG * 3 + '<p class="' + each(n, lambda i: f'a{i} ') + '">' + LONG)
page('captions', lambda n: LONG * 3 + '<footer>' + '<p>Impressum und Datenschutz</p>' * n + '</footer>')
page('asides', lambda n: each(n, lambda i: f'<aside><p>Lesen Sie auch: {name(i)}</p></aside>{LONG}'))
for tag in 'div section article p b a ul ol li table td blockquote h2 span q details dl dt figure pre code ruby svg math template select button form font nobr'.split():
    page(f'open <{tag}>', lambda n, tag=tag: LONG * 3 + f'<{tag}>' * n + LONG * 3, f'add page.html --name p')
    page(f'<{tag}> with text', lambda n, tag=tag: LONG * 3 + f'<{tag}>Am Ufer wachsen Erlen.' * n + LONG * 3, f'add page.html --name p')
    page(f'closed <{tag}>', lambda n, tag=tag: LONG * 3 + f'<{tag}>Am Ufer wachsen Erlen.' * n + f'</{tag}>' * n + LONG * 3, f'add page.html --name p')
    page(f'stray </{tag}>', lambda n, tag=tag: LONG * 3 + '<b>' + f'</{tag}>' * n + LONG * 3, f'add page.html --name p')
    page(f'<{tag}> in a row', lambda n, tag=tag: LONG * 3 + f'<{tag}>Am Ufer wachsen Erlen.</{tag}>' * n + LONG * 3, f'add page.html --name p')
page('nested lists', lambda n: LONG * 3 + '<ul><li>Der Teil' * n + LONG)
page('pasted paragraphs', lambda n: 'Das Tor\n\n' + each(n, sentence, '\n\n'), form='txt')
page('pasted lines', lambda n: 'Das Tor\n\n' + each(n, sentence, '\n'), form='txt')
page('pasted short lines', lambda n: 'Das Tor\n\n' + each(n, name, '\n'), form='txt')
page('pasted blank lines', lambda n: 'Das Tor\n\n' + '\n' * n + 'Ein Satz steht hier.\n', form='txt')
page('pasted Markdown', lambda n: '# Das Tor\n\n' + each(n, sentence, '\n\n'), form='md')


def alignment(name, german, english, *commands):
    def make(satz, folder, n, command):
        put(folder, 'satz.yaml', 'locales: [en]\n')
        put(folder, 'articles/a.md', german(n))
        put(folder, 'old.md', english(n))
        put(folder, 'de.txt', german(n))
    shape(f'align: {name}', make, *(commands or ('align a old.md --locale en', 'align --beads de.txt old.md', 'align a old.md --locale en --format html')), most=32000)


ENGLISH = lambda n: each(n, things, '\n\n') + '\n'
alignment('sentences', paragraphs, ENGLISH)
alignment('equal sentences', lambda n: 'Der Hund bellt.\n\n' * n, lambda n: 'The dog barks.\n\n' * n)
alignment('half of the sentences', paragraphs, lambda n: ENGLISH(n // 2))
alignment('other sentences', paragraphs, lambda n: each(n, lambda i: f'We {word(i + 500000)} the {word(i + 600000)}.\n\n'))
alignment('in reverse', paragraphs, lambda n: each(n, lambda i: things(n - i - 1), '\n\n') + '\n')
alignment('a paragraph', lambda n: each(n, sentence, ' '), lambda n: each(n, things, ' '))
alignment('one long sentence', lambda n: each(n, word, ' ') + '.\n', lambda n: each(n, lambda i: word(i + 500000), ' ') + '.\n')
alignment('one against many', lambda n: 'Ein Satz.\n', ENGLISH)
alignment('many against one', paragraphs, lambda n: 'A sentence.\n')
alignment('German', paragraphs, paragraphs)
alignment('headings', lambda n: each(n, lambda i: f'## Teil {i}\n\n'), lambda n: each(n, lambda i: f'## Part {i}\n\n'))
alignment('list items', lambda n: each(n, lambda i: f'- Teil {i}\n'), lambda n: each(n, lambda i: f'- Part {i}\n'))
alignment('short lines', lambda n: 'Ja.\n\n' * n, lambda n: 'No.\n\n' * (2 * n))


def growth(runs, least, at):
    values = [r[at] for r in runs]
    judged = [math.log(b / max(a, 1e-3), 8) for a, b in list(zip(values, values[1:]))[-2:] if b >= least]
    return sum(judged) / len(judged) if judged else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('satz', type=os.path.abspath)
    parser.add_argument('--only', default='', help='a pattern in the name of shape and command')
    parser.add_argument('--but', default='\0', help='one that is not in it')
    parser.add_argument('--seconds', type=float, default=1.0)
    parser.add_argument('--most', type=int, default=4, help='divides the largest sizes')
    given = parser.parse_args()
    chosen = [(f'{name}, {command}', *fields[:1], command, *fields[2:]) for name, fields in SHAPES.items() for command in fields[1]]
    chosen = [c for c in chosen if re.search(given.only, c[0]) and not re.search(given.but, c[0])]
    bad = 0
    for name, make, command, most in chosen:
        runs, note = [], ''
        for n in (most // given.most, most // given.most // 8):
            if runs and runs[0][1] < given.seconds and runs[0][2] < 300:
                break
            with tempfile.TemporaryDirectory() as place:
                folder = pathlib.Path(place) / 'workspace'
                folder.mkdir()
                try:
                    make(given.satz, folder, n, command)
                    status, *cost = run(given.satz, folder, command, 300 * given.seconds)
                    said = (folder / '../err').read_text(errors='replace').strip().split('\n')[-1][:110]
                except Exception as error:
                    status, cost, said = -1, [0, 0], repr(error)[:100]
                if status not in (0, 1):
                    note += f'; {n}: status {status}: {said}'
                runs.insert(0, (n, *cost))
        time, room = growth(runs, given.seconds, 1), growth(runs, 200, 2)
        peak = max((r[2] for r in runs), default=0)
        wrong = max(time, room) > MOST or peak > 1024 or 'status -' in note
        bad += wrong
        print(f'{"!" if wrong else " "} {name}: ' + ', '.join(f'{n} {cpu:.2f}' for n, cpu, _ in runs[-3:]) + f' s, n^{time:.2f}, {peak:.0f} MiB' + (f', n^{room:.2f}' if room else '') + note, flush=True)
    print(f'{len(chosen) - bad} of {len(chosen)} grow at most like n^{MOST}')
    sys.exit(bad > 0)


if __name__ == '__main__':
    main()
