#!/usr/bin/env bash
# Installs the peers (Python packages in an environment of their own, the rest by the system's packages where it may) and
# prints what each costs beside satz, in one run. Arguments go to benches/compare.py.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

home=target/compare
if [ ! -x "$home/python/bin/compare-locales" ]; then
    python3 -m venv "$home/python"
    "$home/python/bin/pip" install --quiet compare-locales==9.0.5 moz.l10n
fi
if ! command -v msgmerge >/dev/null && [ "$(id -u)" = 0 ]; then
    apt-get install -y gettext >/dev/null
fi
cargo build --locked --release --quiet
PATH="$PWD/$home/python/bin:$PATH" "$home/python/bin/python" benches/compare.py target/release/satz --into "$home" "$@"
