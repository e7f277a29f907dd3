#!/usr/bin/env python3
"""Translates with LibreTranslate, on this machine or another: `run: [examples/machines/libretranslate.py]`.

LIBRETRANSLATE_URL      where it is; http://127.0.0.1:5000 if nothing is said
LIBRETRANSLATE_API_KEY  the key, where it asks for one; never in satz.yaml
"""

import html
import json
import os
import re
import sys
import urllib.request

URL = os.environ.get("LIBRETRANSLATE_URL", "http://127.0.0.1:5000")
KEY = os.environ.get("LIBRETRANSLATE_API_KEY", "")
# What stands for a code in the form `tags`.
TAG = re.compile(r"(</?x\d+/?>)")
# Languages that it names otherwise.
NAMES = {"pt-br": "pt-BR", "zh": "zh-Hans", "nb": "nb", "no": "nb"}


def to_html(text):
    """Escapes all but the codes."""
    parts = TAG.split(text)
    return "".join(part if TAG.fullmatch(part) else html.escape(part, quote=False) for part in parts)


def language(locale):
    """The name that the interface has for a locale."""
    lower = locale.lower()
    if lower.startswith("zh-"):
        return locale
    return NAMES.get(lower, lower.split("-")[0])


def translate(requests):
    """Translates requests of one locale and form; yields an answer for each."""
    first = requests[0]
    has_tags = first["form"] == "tags"
    body = {
        "q": [to_html(request["source"]) if has_tags else request["source"] for request in requests],
        "source": language(first["source_locale"]),
        "target": language(first["locale"]),
        "format": "html" if has_tags else "text",
    }
    if KEY:
        body["api_key"] = KEY
    call = urllib.request.Request(
        URL.rstrip("/") + "/translate",
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(call, timeout=100) as response:
        texts = json.load(response)["translatedText"]
    for request, text in zip(requests, texts):
        yield {"id": request["id"], "target": html.unescape(text) if has_tags else text}


def batches(requests):
    """Parts requests by locale and form."""
    batch = []
    for request in requests:
        same = batch and all(batch[0][key] == request[key] for key in ("locale", "source_locale", "form"))
        if batch and not same:
            yield batch
            batch = []
        batch.append(request)
    if batch:
        yield batch


def main():
    """Answers every request, in parts: what one part fails with is no other's."""
    for batch in batches([json.loads(line) for line in sys.stdin if line.strip()]):
        try:
            answers = list(translate(batch))
        except (OSError, ValueError, KeyError) as error:
            answers = [{"id": request["id"], "error": f"LibreTranslate: {error}"} for request in batch]
        for answer in answers:
            print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
