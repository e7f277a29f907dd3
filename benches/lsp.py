#!/usr/bin/env python3
"""What the language server costs in a large workspace: until it is ready, from a key to what is found, for a hover.

    benches/lsp.py SATZ [--into DIR] [--size 1000x20] [--keys 500] [--write]

SATZ is the binary. The workspace is that of benches/scale.py: complete translations of articles of about fifty sentences.
It is checked once, so that the cache is warm. Then a client types words into a catalog, and into an article, waits for what
is found after every key, and asks at the sentence. --write puts the table into docs/performance.md."""
import argparse, json, multiprocessing, os, pathlib, subprocess, sys, tempfile, threading, queue, time

import scale


class Client:
    """A client that is told what is found."""

    def __init__(self, satz, root, cache):
        environment = {**os.environ, "SATZ_CACHE": str(cache)}
        self.process = subprocess.Popen([satz, "lsp"], cwd=root, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.last = 0
        self.found = {}

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def tell(self, method, params):
        self.send({"method": method, "params": params})

    def receive(self):
        length = 0
        while (line := self.process.stdout.readline()) != b"\r\n":
            if line.startswith(b"Content-Length: "):
                length = int(line[16:])
        message = json.loads(self.process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.found[message["params"]["uri"]] = message["params"]
        return message

    def ask(self, method, params):
        self.last += 1
        self.send({"id": self.last, "method": method, "params": params})
        while (message := self.receive()).get("id") != self.last:
            pass
        return message["result"]

    def memory(self):
        """Resident without what is mapped from files, in MiB."""
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().split("\n"):
            if line.startswith("RssAnon:"):
                return int(line.split()[1]) / 1024


def percentile(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))] * 1000


def measure(satz, root, names, keys):
    cache = tempfile.mkdtemp()
    subprocess.run([satz, "check"], cwd=root, env={**os.environ, "SATZ_CACHE": cache}, capture_output=True)
    rows = []
    uri = lambda path: (root / path).as_uri()
    start = time.perf_counter()
    client = Client(satz, root, cache)
    client.ask("initialize", {"rootUri": root.as_uri(), "capabilities": {"textDocument": {"diagnostic": {}}}})
    client.tell("initialized", {})
    catalog, article = f"locales/{names[0]}/0100.ftl", "articles/0100.md"
    text = {path: (root / path).read_text() for path in (catalog, article)}
    opened = lambda path: client.tell("textDocument/didOpen", {"textDocument": {"uri": uri(path), "languageId": "x", "version": 1, "text": text[path]}})
    opened(catalog)
    client.ask("textDocument/diagnostic", {"textDocument": {"uri": uri(catalog)}})
    rows.append(["ready: the findings of the first catalog", f"{time.perf_counter() - start:.2f} s"])
    client.ask("workspace/diagnostic", {"previousResultIds": []})
    rows.append(["the findings of the whole workspace", f"{time.perf_counter() - start:.2f} s"])
    opened(article)
    for path, what in ((catalog, "a catalog"), (article, "an article")):
        lines = text[path].split("\n")
        line = max(index for index, line in enumerate(lines) if " " in line and not line.startswith("#"))
        times, hovers, completions = [], [], []
        place = len(lines[line].encode("utf-16-le")) // 2
        for key in range(keys):
            position = {"line": line, "character": place + key}
            change = {"range": {"start": position, "end": position}, "text": "wort "[key % 5]}
            start = time.perf_counter()
            client.tell("textDocument/didChange", {"textDocument": {"uri": uri(path), "version": key + 2}, "contentChanges": [change]})
            client.ask("textDocument/diagnostic", {"textDocument": {"uri": uri(path)}})
            times.append(time.perf_counter() - start)
            at = {"textDocument": {"uri": uri(path)}, "position": position}
            start = time.perf_counter()
            client.ask("textDocument/hover", at)
            hovers.append(time.perf_counter() - start)
            start = time.perf_counter()
            client.ask("textDocument/completion", at)
            completions.append(time.perf_counter() - start)
        shown = lambda times: f"{percentile(times, .5):.1f} / {percentile(times, .99):.1f} ms"
        rows.append([f"from a key in {what} to what is found, median / 99 %", shown(times)])
        rows.append([f"hover in {what}", shown(hovers)])
        rows.append([f"completion in {what}", shown(completions)])
    rows.append(["memory, mapped files apart", f"{client.memory():.0f} MiB"])
    client.ask("shutdown", None)
    client.tell("exit", None)
    client.process.wait()
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("satz", type=pathlib.Path)
    parser.add_argument("--into", type=pathlib.Path, default=scale.HERE / "target/scale")
    parser.add_argument("--size", default="1000x20")
    parser.add_argument("--keys", type=int, default=500)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    multiprocessing.get_context("fork").Process(target=scale.serve, args=[scale._served], daemon=True).start()
    satz = asked.satz.resolve()
    count, languages = map(int, asked.size.split("x"))
    names = scale.locales(languages)
    root = (asked.into / f"lsp-{asked.size}").resolve() / "site"
    if not root.exists():
        scale.Site(satz, root.parent, [(f"{number:04}.md", scale.article(number)) for number in range(count)], names)
        subprocess.run([satz, "sync"], cwd=root, check=True, capture_output=True)
        scale.fill(root, names)
        subprocess.run([satz, "sync"], cwd=root, check=True, capture_output=True)
    table = scale.table(measure(satz, root, names, asked.keys), [f"{count:,} articles × {languages} locales", ""])
    print(table)
    if asked.write:
        scale.put("lsp", table)


if __name__ == "__main__":
    main()
