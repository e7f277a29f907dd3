#!/usr/bin/env python3
"""Runs the scripts of examples/machines against stubs of the published interfaces on loopback.

Each stub refuses what the interface refuses: a wrong path, method, key or type of the body, XML that is not
well formed, texts beyond the limit. `.ci/machines.py` says what is wrong and ends with 1.
"""

import http.server
import json
import os
import pathlib
import re
import subprocess
import sys
import threading
import xml.etree.ElementTree

SCRIPTS = pathlib.Path(__file__).resolve().parent.parent / "examples" / "machines"

REQUESTS = [
    {"id": "1", "source": "Der <x1>Markt</x1> & der <x2/> Hof: 2 < 3.", "form": "tags", "before": "Vor.", "after": "Nach."},
    {"id": "2", "source": "Ein „Satz“ ohne Codes.", "form": "tags", "terms": [{"source": "Satz", "target": "sentence"}]},
    {"id": "3", "source": "Der **Markt** [2] hier.", "form": "markdown"},
    {"id": "4", "source": "Ohne alles.", "form": "none", "refused": "x", "faults": ["`Ohne` is missing"]},
]
for request in REQUESTS:
    request.update({"source_locale": "de", "locale": "en"})


def translated(text):
    """The translation that all stubs give: what stands between codes, in capitals."""
    parts = re.split(r"(</?x\d+/?>)", text)
    return "".join(part if part.startswith(("<x", "</x")) else part.upper() for part in parts)


def translated_markup(text):
    """The same of XML or HTML: character references stay."""
    parts = text.replace("&amp;", "\0").replace("&lt;", "\1").replace("&gt;", "\2")
    return translated(parts).replace("\0", "&amp;").replace("\1", "&lt;").replace("\2", "&gt;")


def deepl(path, headers, body):
    """DeepL's interface, version 2: https://developers.deepl.com/docs/api-reference/translate."""
    if path != "/v2/translate" or headers["Authorization"] != "DeepL-Auth-Key secret:fx":
        return 403, {"message": "Forbidden"}
    if not 0 < len(body["text"]) <= 50 or body["target_lang"] == "EN" or "-" in body["source_lang"]:
        return 400, {"message": "Bad request"}
    known = {"text", "source_lang", "target_lang", "context", "split_sentences", "preserve_formatting", "tag_handling", "formality"}
    if set(body) - known or body["split_sentences"] not in ("0", "1", "nonewlines"):
        return 400, {"message": "Bad request"}
    translations = []
    for text in body["text"]:
        if body.get("tag_handling") == "xml":
            xml.etree.ElementTree.fromstring(f"<r>{text}</r>")
            text = translated_markup(text)
        else:
            text = translated(text)
        translations.append({"detected_source_language": "DE", "text": text})
    return 200, {"translations": translations}


def libretranslate(path, headers, body):
    """LibreTranslate: POST /translate."""
    if path != "/translate" or body.get("api_key") != "secret":
        return 403, {"error": "Please contact the server operator to get an API key"}
    if body["source"] != "de" or body["target"] != "en" or body["format"] not in ("text", "html"):
        return 400, {"error": "not supported"}
    change = translated_markup if body["format"] == "html" else translated
    return 200, {"translatedText": [change(text) for text in body["q"]]}


def openai(path, headers, body):
    """Chat completions with a JSON schema, as OpenAI, Ollama and llama.cpp's server have them."""
    if path != "/v1/chat/completions" or headers["Authorization"] != "Bearer secret":
        return 401, {"error": {"message": "Incorrect API key provided"}}
    form = body["response_format"]
    schema = form["json_schema"]["schema"]
    if form["type"] != "json_schema" or schema["required"] != ["translation"] or body["model"] != "small":
        return 400, {"error": {"message": "Invalid schema"}}
    system, user = body["messages"]
    if (system["role"], user["role"]) != ("system", "user"):
        return 400, {"error": {"message": "Invalid messages"}}
    content = json.dumps({"translation": translated(user["content"])})
    if "refused" in system["content"]:
        content = f"```json\n{content}\n```"
    message = {"role": "assistant", "content": content}
    return 200, {"model": "small-2026", "choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}


def serve(interface):
    """A server on loopback that speaks an interface."""

    class Handler(http.server.BaseHTTPRequestHandler):
        """Answers a call."""

        def do_POST(self):
            """Answers a call of the one method that the interfaces have."""
            text = self.rfile.read(int(self.headers["Content-Length"]))
            try:
                if self.headers["Content-Type"] != "application/json":
                    raise ValueError("Content-Type")
                status, answer = interface(self.path, self.headers, json.loads(text))
            except (ValueError, KeyError, xml.etree.ElementTree.ParseError) as error:
                status, answer = 400, {"message": repr(error)}
            self.send_response(status)
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        def log_message(self, *_):
            """Says nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def answers(script, settings):
    """What a script answers, by id."""
    lines = "".join(json.dumps(request) + "\n" for request in REQUESTS)
    environment = {**os.environ, **settings}
    done = subprocess.run(
        [sys.executable, SCRIPTS / script], input=lines, capture_output=True, text=True, env=environment, timeout=60, check=True
    )
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return {answer["id"]: answer for answer in told}


def main():
    """Runs every script with a server, with a wrong key, and with none."""
    wrong = []
    for script, interface, settings, key in [
        ("deepl.py", deepl, lambda url: {"DEEPL_URL": url, "DEEPL_AUTH_KEY": "secret:fx"}, "DEEPL_AUTH_KEY"),
        ("libretranslate.py", libretranslate, lambda url: {"LIBRETRANSLATE_URL": url, "LIBRETRANSLATE_API_KEY": "secret"}, "LIBRETRANSLATE_API_KEY"),
        ("openai.py", openai, lambda url: {"OPENAI_BASE_URL": url + "/v1", "OPENAI_API_KEY": "secret", "OPENAI_MODEL": "small"}, "OPENAI_API_KEY"),
    ]:
        server = serve(interface)
        url = f"http://127.0.0.1:{server.server_port}"
        told = answers(script, settings(url))
        for request in REQUESTS:
            wanted = translated(request["source"])
            got = told.get(request["id"], {})
            if got.get("target") != wanted or "error" in got:
                wrong.append(f"{script}: {request['source']} → {got}, not {wanted}")
        for settings_ in [{**settings(url), key: "wrong"}, settings("http://127.0.0.1:9")]:
            told = answers(script, settings_)
            if len(told) != len(REQUESTS) or not all(answer.get("error") for answer in told.values()):
                wrong.append(f"{script}: {told}, where nobody answers")
        server.shutdown()
    print("\n".join(wrong) or "all scripts speak their interfaces")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
