#!/usr/bin/env sh
# Resolve the lock files anew. Needs uv. Run it after changing dependencies, read the difference, commit it.
set -eu
cd "$(dirname "$0")/.."
lock() {
  uv pip compile pyproject.toml "$@" --group build --universal --python-version 3.11 --generate-hashes --no-annotate \
    --no-emit-index-url --no-emit-find-links --custom-compile-command "packaging/lock.sh" --quiet
}
lock --extra publish --output-file packaging/requirements.txt
lock --extra publish --extra dev --output-file packaging/requirements-dev.txt
