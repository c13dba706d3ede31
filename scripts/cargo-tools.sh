#!/usr/bin/env bash
# Installs the cargo tools that the tests use, where they are missing, into a folder that outlives this clone.
set -euo pipefail
tools=${MEERZIEN_TOOLS:-$HOME/.cache/meerzien/tools}
export PATH="$tools/bin:$PATH"

need() {
  command -v "$1" >/dev/null && return
  echo "==> Installing $1 $2 into $tools (a few minutes, once)"
  cargo install --quiet --locked --root "$tools" "$1" --version "$2"
}
need cargo-nextest 0.9.143
need cargo-deny 0.20.2
