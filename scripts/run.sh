#!/usr/bin/env bash
# Starts the built program on ./data: the first time with the demo organisation, after that with what is there.
set -euo pipefail
data=${MEERZIEN_DATA:-data}
listen=${MEERZIEN_LISTEN:-127.0.0.1:8080}
if [ -e "$data" ]; then
  echo "==> Starting Meerzien on what is in $data/ (take that folder away for a fresh demo)"
  exec target/release/meerzien serve --data "$data" --listen "$listen"
fi
echo "==> Starting Meerzien with the demo organisation in $data/"
exec target/release/meerzien demo --data "$data" --listen "$listen"
