#!/usr/bin/env bash
# Installs the peers (Python packages in an environment of their own, mdbook's below target/, the rest by the system's packages
# where it may) and prints what each costs beside satz, in one run. Arguments go to benches/compare.py.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

home=target/compare
if [ ! -x "$home/python/bin/compare-locales" ]; then
    python3 -m venv "$home/python"
    "$home/python/bin/pip" install --quiet compare-locales==9.0.5 moz.l10n translate-toolkit
fi
if [ ! -x "$home/rust/bin/mdbook-gettext" ]; then
    cargo install --locked --quiet --root "$home/rust" mdbook@0.5.4 mdbook-i18n-helpers@0.4.0
fi
if [ "$(id -u)" = 0 ]; then
    { command -v msgmerge && command -v po4a; } >/dev/null || apt-get install -y gettext po4a >/dev/null
fi
cargo build --locked --release --quiet
PATH="$PWD/$home/python/bin:$PWD/$home/rust/bin:$PATH" "$home/python/bin/python" benches/compare.py target/release/satz --into "$home" "$@"
