#!/usr/bin/env python3
"""Shows at the desk a workspace in which everything is hostile, and lets a page of another site do what it can.

    .ci/edit/hostile.py SATZ

Articles, translations, terms, notes, comments, names of files and people, and the template of the pages carry scripts.
None may run, at the desk or in the preview, and nothing may be asked of another host. Then a page of another origin asks
the desk in every way that a browser has, while its owner is let in. It may read nothing, and nothing may be written.
Needs Chromium. Exit status 1 if anything got through.
"""
import http.server
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time

import sample
from browser import Browser
from desk import FIELD, Server

SATZ = pathlib.Path(sys.argv[1]).resolve()
RUN = "(top.ran=(top.ran||[])).push({0})"
# What could run where it is shown as markup, in the order of the places where it stands.
MARKUP = [
    "<script>{}</script>", "<img src=x onerror='{}'>", "<svg onload='{}'></svg>", "<iframe srcdoc='<script>{}</script>'></iframe>",
    "<details open ontoggle='{}'>x</details>", "<a href='javascript:{}' autofocus onfocus='{}'>x</a>", "<body onload='{}'>",
    "<object data='javascript:{}'></object>", "<math><mtext><img src=x onerror='{}'></mtext></math>", "<style>@import url(http://evil.example/)</style>",
    "<link rel=stylesheet href=http://evil.example/>", "<meta http-equiv=refresh content='0;url=javascript:{}'>", "<base href=http://evil.example/>",
    "<form action=http://evil.example/><button>x</button></form>", "<video src=x onerror='{}'></video>", "<img src=http://evil.example/x.png>",
    "[x](javascript:{})", "![x](http://evil.example/p.png)", "&lt;script>{}&lt;/script>", "</title><script>{}</script>", "\"><script>{}</script>",
    "--><script>{}</script>", "]]><script>{}</script>", "${{{}}}", "{{{{ {} }}}}",
]
ARTICLE_NAME = "<img src=x onerror=top.ran=[99]>"
TEMPLATE = """<!doctype html><html lang="en"><head><title>x</title><script>%s</script>
<script src="http://evil.example/x.js"></script><link rel="stylesheet" href="http://evil.example/x.css"></head>
<body onload="%s"><img src="http://evil.example/x.png"><iframe src="http://evil.example/"></iframe><a href="http://evil.example/" target="_top">x</a>
<form action="http://evil.example/"><input name="x"></form>{{ body }}</body></html>
"""


def hostile(number):
    return [text.replace("{}", RUN.format(f"{number}{at}")).replace("{{", "{").replace("}}", "}") for at, text in enumerate(MARKUP)]


def make(folder, has_template):
    (folder / "articles").mkdir(parents=True)
    (folder / "satz.yaml").write_text(f"locales: [en]\n{'publish: {templates: templates}' if has_template else ''}\n")
    if has_template:
        (folder / "templates").mkdir()
        (folder / "templates/page.html").write_text(TEMPLATE % (RUN.format(1), RUN.format(2)))
    blocks = [f"<!-- satz: note {text.replace('-->', '')} -->\nSatz {at} sagt {text} heute." for at, text in enumerate(hostile(3))]
    for name in ("markt", ARTICLE_NAME):
        (folder / f"articles/{name}.md").write_text("---\ntitle: '<script>top.ran=[98]</script>'\n---\n\n" + "\n\n".join(blocks) + "\n")
    for locale in ("de", "en"):
        (folder / "locales" / locale).mkdir(parents=True)
        (folder / f"locales/{locale}/glossary.ftl").write_text("-satz = Satz <img src=x onerror='top.ran=[97]'>\n    .forms = Satz\n")
    print(sample.satz(SATZ, folder, "sync").stderr[-500:], end="")
    for file in (folder / "locales/en").glob("*.ftl"):
        texts = iter(hostile(5) * 40)
        file.write_text(re.sub(r"^# (s\w+) =$", lambda found: f"# {next(texts)}\n{found[1]} = It says {escape(next(texts))} today.", file.read_text(), flags=re.M))
    sample.satz(SATZ, folder, "sync")


def escape(text):
    return text.replace("{", "\x01").replace("}", '{ "}" }').replace("\x01", '{ "{" }')


def look(page, has_template):
    """Goes everywhere, and opens everything that can be opened."""
    page.wait("document.querySelector('.overview h1')")
    articles = page.run("[...document.querySelectorAll('.articles a')].map(link => link.getAttribute('href'))")
    for address in articles:
        page.run(f"location.hash = {json.dumps(address)}")
        page.wait("document.querySelector('.unit') || document.querySelector('main p[lang=en]')")
        for kind in range(3):
            if page.run("Boolean(document.querySelector('.bar-of-page'))"):
                page.run(f"document.querySelectorAll('.bar-of-page button')[{kind}].click()")
                if has_template and kind == 0:
                    page.wait("document.querySelector('iframe')?.contentDocument?.querySelector('form[action*=evil]')")
                time.sleep(1)
        for row in range(page.run("document.querySelectorAll('.unit').length")):
            page.run(f"document.querySelectorAll('.unit')[{row}].querySelector('.row')?.click()")
            page.wait(FIELD)
            page.run(f"{FIELD}.value += ' x'; {FIELD}.dispatchEvent(new Event('input')); 0")
            time.sleep(0.15)
        page.run("location.hash = '#/'")
        page.wait("document.querySelector('.articles')")
    page.run("location.hash = '#/en/?find'")
    page.wait("document.querySelector('#text')")
    page.press(*"It says", "Tab")
    page.write("<img src=x onerror=top.ran=[96]>")
    page.press("Enter")
    page.wait("document.querySelector('.results li')")
    time.sleep(0.5)
    return len(articles)


def asked(browser):
    """The hosts that pages wanted something of."""
    while (message := browser.next(0.05)) is not None:
        browser.events.append(message)
    of = lambda kind: [event["params"] for event in browser.events if event.get("method") == f"Network.{kind}"]
    # What a policy keeps back is told of, too.
    blocked = {event["requestId"] for event in of("loadingFailed") if event.get("blockedReason") == "csp"}
    urls = [event["request"]["url"] for event in of("requestWillBeSent") if event["requestId"] not in blocked]
    return {re.sub(r"^(\w+://[^/]*).*", r"\1", url) for url in urls if not url.startswith(("data:", "about:", "blob:"))}


# What a page of another origin tries; each comes to what it read, if it could.
ATTACKS = """async (desk, files) => {
    const read = {}, body = '{"locale":"en"}', wait = time => new Promise(done => setTimeout(done, time));
    const attempt = async (name, work) => { try { read[name] = await Promise.race([work(), wait(3000)]) ?? null; } catch { read[name] = null; } };
    const paths = ['/', '/assets/desk.js', '/assets/words.json', '/api/articles', '/events/x', '/page/x/l/page.html'];
    for (const host of [desk, desk.replace('127.0.0.1', 'localhost')]) for (const path of paths) {
        await attempt(`fetch ${host}${path}`, async () => (await fetch(host + path, {credentials: 'include'})).text());
        await attempt(`opaque ${host}${path}`, async () => (await fetch(host + path, {credentials: 'include', mode: 'no-cors'})).text());
    }
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
        for (const question of ['articles', 'sync', 'save', 'undo', 'replace', 'enter'])
            for (const mode of ['cors', 'no-cors'])
                await attempt(`${mode} ${type} ${question}`, async () => (await fetch(`${desk}/api/${question}`, {method: 'POST', mode, credentials: 'include', body, headers: {'Content-Type': type}})).text());
    await attempt('key', async () => (await fetch(`${desk}/api/articles`, {method: 'POST', credentials: 'include', body, headers: {'Content-Type': 'application/json', 'X-Satz-Key': 'x'}})).text());
    await attempt('beacon', async () => { navigator.sendBeacon(`${desk}/api/sync`, new Blob(['{}'], {type: 'application/json'})); });
    await attempt('socket', () => new Promise((done, failed) => { const socket = new WebSocket(`${desk.replace('http', 'ws')}/events/x`); socket.onopen = () => done('open'); socket.onerror = failed; }));
    await attempt('stream', () => new Promise((done, failed) => { const source = new EventSource(`${desk}/events/x`, {withCredentials: true}); source.onopen = () => done('open'); source.onerror = failed; }));
    await attempt('request', () => new Promise((done, failed) => { const request = new XMLHttpRequest(); request.open('POST', `${desk}/api/sync`); request.withCredentials = true; request.onload = () => done(request.responseText); request.onerror = failed; request.send('{}'); }));
    const shown = (tag, attribute, path) => () => new Promise((done, failed) => { const element = document.createElement(tag); element.onload = () => done(['iframe', 'object', 'embed'].includes(tag) ? inside(element) : 'loaded'); element.onerror = failed; element[attribute] = desk + path; document.body.append(element); });
    const inside = frame => { try { return frame.contentDocument?.body?.innerHTML || null; } catch { return null; } };
    for (const [tag, attribute, path] of [['script', 'src', '/assets/desk.js'], ['script', 'src', '/assets/words.json'], ['img', 'src', '/assets/icon.svg'], ['iframe', 'src', '/'],
        ['object', 'data', '/'], ['embed', 'src', '/'], ['iframe', 'src', '/page/x/l/page.html'], ['audio', 'src', '/assets/icon.svg']]) await attempt(`${tag} ${path}`, shown(tag, attribute, path));
    await attempt('style', () => new Promise((done, failed) => { const link = document.createElement('link'); link.rel = 'stylesheet'; link.href = `${desk}/assets/desk.css`; link.onload = () => done(link.sheet?.cssRules?.length); link.onerror = failed; document.head.append(link); }));
    await attempt('module', () => import(`${desk}/assets/ask.js`));
    await attempt('worker', () => new Promise((done, failed) => { const worker = new Worker(`${desk}/assets/desk.js`); worker.onmessage = () => done('ran'); worker.onerror = failed; }));
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']) await attempt(`form ${type}`, async () => {
        const frame = document.createElement('iframe'), form = document.createElement('form'), input = document.createElement('input');
        frame.name = `to-${type}`; document.body.append(frame, form); form.method = 'POST'; form.enctype = type; form.action = `${desk}/api/sync`; form.target = frame.name;
        input.name = '{"a":"'; input.value = '"}'; form.append(input); form.submit(); await wait(400); return inside(frame); });
    await attempt('window', async () => { const other = open(desk); await wait(800); try { return other.document.body.innerHTML; } catch { return null; } });
    return read;
}"""


def from_elsewhere(browser, url, folder):
    """A page of another port, which is another site's for the desk."""
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>x</title><body>")

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    before = {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    page = browser.page(f"http://127.0.0.1:{server.server_port}/")
    page.wait("document.title === 'x'")
    read = page.run(f"({ATTACKS})({json.dumps(url.split('/#')[0])})")
    after = {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    server.shutdown()
    assert before == after, "something was written"
    # A body that nobody may read is empty.
    through = {name: text for name, text in read.items() if text not in (None, "")}
    assert not through, through
    return len(read)


def main():
    for has_template in (False, True):
        with tempfile.TemporaryDirectory(prefix="satz-hostile-") as scratch:
            folder = pathlib.Path(scratch).resolve() / "<script>top.ran=[95]<!--"
            make(folder, has_template)
            server, browser = Server(folder, "--as", "<img src=x onerror=top.ran=[94]>"), Browser()
            try:
                page = browser.page(server.url)
                articles = look(page, has_template)
                assert articles, "there is no article"
                ran = page.run("window.ran ?? null")
                assert ran is None, f"ran: {ran}"
                hosts = asked(browser) - {server.url.split("/#")[0]}
                assert not hosts, f"asked: {hosts}"
                print(f"{articles} articles{' and their template' if has_template else ''}, {len(MARKUP)} kinds of markup in seven places: nothing ran, nobody else was asked")
                if not has_template:
                    print(f"a page of another origin asked in {from_elsewhere(browser, server.url, folder)} ways, read nothing and wrote nothing")
            finally:
                browser.close()
                server.kill()


if __name__ == "__main__":
    main()
