#!/usr/bin/env bash
# Installs the npm packages of a folder from its lock file, when the lock changed since the last time.
# Usage: scripts/node-packages.sh FOLDER ...
set -euo pipefail
for folder in "$@"; do
  stamp="$folder/node_modules/.installed-lock"
  cmp -s "$folder/package-lock.json" "$stamp" && continue
  echo "==> Installing the npm packages of $folder/"
  npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error
  cp "$folder/package-lock.json" "$stamp"
done
