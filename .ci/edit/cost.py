#!/usr/bin/env python3
"""What the desk and `satz watch` cost in a large workspace.

    .ci/edit/cost.py SATZ [1000x20]

Asks the server as the page does, without a browser, and prints for each question how long it took and how much of the
processor: on a machine that is shared the second says more. For Linux.
"""
import http.client
import json
import pathlib
import subprocess
import sys
import tempfile
import threading
import time

import sample

SATZ = pathlib.Path(sys.argv[1]).resolve()
ARTICLES, COUNT = map(int, (sys.argv[2] if len(sys.argv) > 2 else "1000x20").split("x"))
LOCALES = "en fr uk ar es it nl pl cs da sv fi nb pt ro hu el bg hr sk".split()[:COUNT]


class Running:
    """A server that runs, and questions to it."""

    def __init__(self, folder, *command):
        self.process = subprocess.Popen([SATZ, "-C", folder, *command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for line in self.process.stdout:
            if "http://" in line and "/#" in line:
                break
        origin, token = line[line.index("http://"):].split()[0].split("/#")
        threading.Thread(target=self.process.stdout.read, daemon=True).start()
        self.host, self.key, self.cookie = origin[7:], "", ""
        head, answer = self.ask("enter", {"token": token}, heads=True)
        self.key, self.cookie = json.loads(answer)["key"], head["set-cookie"].split(";")[0]

    def ask(self, question, body, heads=False):
        answer = self.send("POST", f"/api/{question}", json.dumps(body), {"Content-Type": "application/json", "Origin": f"http://{self.host}", "X-Satz-Key": self.key})
        text = answer.read()
        assert answer.status == 200, (question, answer.status, text[:300])
        return (dict((name.lower(), value) for name, value in answer.getheaders()), text) if heads else json.loads(text)

    def send(self, method, path, body=None, heads=None):
        self.connection = http.client.HTTPConnection(self.host, timeout=120)
        self.connection.request(method, path, body, {"Cookie": self.cookie, **(heads or {})})
        return self.connection.getresponse()

    def cpu(self):
        """Milliseconds of the processor so far."""
        tasks = pathlib.Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e6

    def memory(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return {line.split()[0][:-1]: int(line.split()[1]) // 1024 for line in status.split("\n") if line.startswith(("VmRSS", "RssAnon"))}

    def end(self):
        self.process.kill()
        self.process.wait()


def timed(name, running, work, times=1, rest=0.0):
    """Prints what a piece of work takes."""
    walls, cpus, result = [], [], None
    for number in range(times):
        start, before = time.time(), running.cpu()
        result = work(number)
        walls.append(1000 * (time.time() - start))
        cpus.append(running.cpu() - before)
        time.sleep(rest)
    walls.sort()
    cpus.sort()
    print(f"{name}: median {walls[times // 2]:.1f} ms, worst {walls[-1]:.1f} ms; processor {cpus[times // 2]:.1f} ms, most {cpus[-1]:.1f} ms", flush=True)
    return result


def make(folder):
    (folder / "articles").mkdir()
    (folder / "satz.yaml").write_text(f"locales: [{', '.join(LOCALES)}]\n")
    for number in range(ARTICLES):
        text = "".join(f"Absatz {at} von {number} beginnt hier. Er hat {at + number} Wörter mit **Nachdruck**. Das Haus {at} von {number} steht am Kanal.\n\n" for at in range(8))
        (folder / f"articles/a{number:04}.md").write_text(f"# Titel {number}\n\n{text}")
    sample.satz(SATZ, folder, "sync")
    sample.satz(SATZ, folder, "build")


def desk(folder):
    start = time.time()
    running = Running(folder, "edit", "--no-open")
    print(f"until it prints its address: {1000 * (time.time() - start):.0f} ms; processor {running.cpu():.0f} ms")
    timed("the first page when it has just begun", running, lambda _: (running.send("GET", "/").read(), running.ask("articles", {"locale": "en"})))
    timed("the first page of a running server", running, lambda _: (running.send("GET", "/").read(), running.ask("articles", {"locale": "en"})), 20)
    units = timed("an article", running, lambda _: running.ask("units", {"locale": "en", "article": "a0007"}), 20)["units"]

    def save(number):
        unit = units[number % len(units)]
        running.ask("save", {"client": "x", "locale": "en", "article": "a0007", "id": unit["id"], "seen": unit["version"], "typed": f"Sentence {number}."})

    timed("a save", running, save, 20, rest=0.5)
    timed("a page", running, lambda _: running.ask("page", {"locale": "en", "article": "a0007"}), 10)
    timed("offers", running, lambda at: running.ask("offers", {"locale": "en", "article": "a0008", "id": units[at]["id"], "source": units[at]["source"]}), 10)
    time.sleep(2)
    before = running.cpu()
    time.sleep(5)
    print(f"idle for 5 s: processor {running.cpu() - before:.1f} ms; memory {running.memory()} MiB")
    running.end()


def watch(folder):
    running = Running(folder, "watch", "--serve")
    time.sleep(3)
    stream = running.send("GET", "/api/events")
    stream.fp.readline()

    def change(number):
        path = folder / f"articles/a{number * 37 % ARTICLES:04}.md"
        path.write_text(path.read_text().replace("am Kanal", f"am Kanal {number}", 1))
        while b"changed" not in stream.fp.readline():
            pass

    timed("watch: saved, until the page loads again", running, change, 20, rest=1.5)
    running.end()


def main():
    with tempfile.TemporaryDirectory(prefix="satz-cost-") as scratch:
        folder = pathlib.Path(scratch).resolve()
        make(folder)
        print(f"{ARTICLES} articles in {len(LOCALES)} locales")
        desk(folder)
        watch(folder)


if __name__ == "__main__":
    main()
