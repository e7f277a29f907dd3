#!/usr/bin/env python3
"""Translates with DeepL's API (version 2): `run: [examples/machines/deepl.py]`.

DEEPL_AUTH_KEY  the key of the account; never in satz.yaml
DEEPL_URL       https://api-free.deepl.com or https://api.deepl.com (the default where the key is no free one)
DEEPL_FORMALITY more, less, prefer_more or prefer_less
"""

import html
import json
import os
import re
import sys
import urllib.request

KEY = os.environ.get("DEEPL_AUTH_KEY", "")
URL = os.environ.get("DEEPL_URL") or (
    "https://api-free.deepl.com" if KEY.endswith(":fx") else "https://api.deepl.com"
)
# The interface takes so many texts at once.
MOST = 50
# What stands for a code in the form `tags`.
TAG = re.compile(r"(</?x\d+/?>)")
# Languages that it only translates into as one of their variants.
VARIANTS = {"EN": "EN-GB", "PT": "PT-PT", "ZH-HANT": "ZH-HANT", "ZH-HANS": "ZH-HANS"}


def to_xml(text):
    """Escapes all but the codes."""
    parts = TAG.split(text)
    return "".join(part if TAG.fullmatch(part) else html.escape(part, quote=False) for part in parts)


def language(locale, is_target):
    """The name that the interface has for a locale."""
    name = locale.upper()
    if not is_target:
        return name.split("-")[0]
    return VARIANTS.get(name, name)


def translate(requests):
    """Translates requests of one locale and form; yields an answer for each."""
    first = requests[0]
    has_tags = first["form"] == "tags"
    body = {
        "text": [to_xml(request["source"]) if has_tags else request["source"] for request in requests],
        "source_lang": language(first["source_locale"], False),
        "target_lang": language(first["locale"], True),
        "context": " ".join(filter(None, [first.get("before"), requests[-1].get("after")])),
        "split_sentences": "0",
        "preserve_formatting": True,
    }
    if has_tags:
        body["tag_handling"] = "xml"
    if os.environ.get("DEEPL_FORMALITY"):
        body["formality"] = os.environ["DEEPL_FORMALITY"]
    call = urllib.request.Request(
        URL.rstrip("/") + "/v2/translate",
        data=json.dumps(body).encode(),
        headers={"Authorization": "DeepL-Auth-Key " + KEY, "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(call, timeout=100) as response:
        translations = json.load(response)["translations"]
    for request, translation in zip(requests, translations):
        text = translation["text"]
        yield {"id": request["id"], "target": html.unescape(text) if has_tags else text}


def batches(requests):
    """Parts requests by locale and form, and so that no part is too large."""
    batch = []
    for request in requests:
        same = batch and all(batch[0][key] == request[key] for key in ("locale", "source_locale", "form"))
        if batch and (not same or len(batch) == MOST):
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
            answers = [{"id": request["id"], "error": f"DeepL: {error}"} for request in batch]
        for answer in answers:
            print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
