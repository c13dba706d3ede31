#!/usr/bin/env bash
# Runs every measurement and prints one table. Builds nothing but the measuring tool: `make bench` built the program.
set -euo pipefail
cd "$(dirname "$0")/.."
echo "==> Building the measuring tool"
cargo build --release --package meerzien --example measure
export MEERZIEN_PROGRAM="$PWD/target/release/meerzien"
export MEERZIEN_MEASURE="$PWD/target/release/examples/measure"
exec node benches/all.mjs "$@"
