#!/usr/bin/env bash
# Installs with apt-get what is missing for a purpose, and nothing else. A second run finds everything and is silent.
# Usage: scripts/setup.sh run|test|bench ...
set -euo pipefail

missing=()
# need PACKAGE PATH-OR-COMMAND: remembers the package when the thing it brings is not there.
need() {
  case "$2" in
    /*) compgen -G "$2" >/dev/null || missing+=("$1") ;;
    *) command -v "$2" >/dev/null || missing+=("$1") ;;
  esac
}

for purpose in "$@"; do
  case "$purpose" in
    run)
      need build-essential cc
      need ffmpeg ffmpeg
      need bubblewrap bwrap
      ;;
    test)
      need chromium /usr/bin/chromium
      need espeak-ng espeak-ng
      need openssl openssl
      need poppler-utils pdftotext
      need qpdf qpdf
      need default-jre-headless java
      need postgresql '/usr/lib/postgresql/*/bin/postgres'
      need sqlite3 sqlite3
      need postgresql-contrib '/usr/share/postgresql/*/extension/hstore.control'
      ;;
    bench)
      need nginx-light /usr/sbin/nginx
      ;;
    *)
      echo "setup.sh: unknown purpose '$purpose' (run, test or bench)" >&2
      exit 2
      ;;
  esac
done

[ ${#missing[@]} -eq 0 ] && exit 0
echo "==> Installing ${missing[*]} (apt-get, once)"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || {
    echo "Please install these packages as root and run this again: ${missing[*]}" >&2
    exit 1
  }
  as_root=(sudo)
fi
"${as_root[@]}" apt-get update -qq
# RUNLEVEL=1 keeps Debian from starting servers that are only needed as programs.
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
