#!/usr/bin/env python3
"""costs.py SATZ [--only NAME]: how the cost of satz grows with the size of what it reads.

Each shape is made twice as large until a run takes a second of processor time. Prints sizes, CPU seconds, the exponent of
the last doubling, and the peak memory in MiB.
"""
import argparse, math, os, pathlib, subprocess, tempfile

EQUAL = lambda n: 'Der Hund bellt.\n\n' * n
ITEMS = lambda n: '- nein\n' * n
NESTED = lambda n: '> ' * n + 'Ein Satz.\n'
NOTES = lambda n: ''.join(f'Satz[^{i}] hier.\n\n' for i in range(n)) + ''.join(f'[^{i}]: Nr. {i}.\n' for i in range(n))
OTHER = lambda n: ''.join(f'Haus {i} hat {i * 7 % 101} Fenster.\n\n' for i in range(n))
FRONT = lambda n: '---\ntitle: ' + '[' * n + '\n---\nEin Satz.\n'
SHAPES = {
    'equal sentences': (EQUAL, 'segment articles/a.md', 'sync', 'check'),
    'equal items': (ITEMS, 'sync', 'check'),
    'different sentences': (OTHER, 'segment articles/a.md', 'sync', 'check', 'build de'),
    'nested quotes': (NESTED, 'segment articles/a.md'),
    'footnotes': (NOTES, 'sync', 'build de'),
    'brackets in front matter': (FRONT, 'segment articles/a.md'),
}


def measure(satz, article, command):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / 'articles').mkdir()
        (folder / 'articles/a.md').write_text(article, encoding='utf-8')
        (folder / 'satz.yaml').write_text('locales: [en]\n', encoding='utf-8')
        place = {'cwd': folder, 'env': os.environ | {'SATZ_CACHE': name + '/cache'}}
        quiet = {'stdout': subprocess.DEVNULL, 'stderr': subprocess.DEVNULL}
        if not command.startswith(('sync', 'segment')):
            subprocess.run([satz, 'sync'], **place, **quiet)
        child = subprocess.Popen([satz, *command.split()], **place, **quiet)
        _, _, usage = os.wait4(child.pid, 0)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('satz', type=os.path.abspath)
    parser.add_argument('--only', default='')
    given = parser.parse_args()
    for name, (make, *commands) in SHAPES.items():
        for command in commands if given.only in name else []:
            n, runs = 500, []
            while n <= 64000 and (not runs or runs[-1][1] < 1):
                runs.append((n, *measure(given.satz, make(n), command)))
                n *= 2
            last = runs[-2:]
            power = math.log2(last[-1][1] / max(last[0][1], 1e-3)) if len(last) > 1 else 0
            sizes = ', '.join(f'{n} {cpu:.2f}' for n, cpu, _ in runs[-3:])
            print(f'{name}, {command}: {sizes} s, n^{power:.2f}, {runs[-1][2]:.0f} MiB', flush=True)


if __name__ == '__main__':
    main()
