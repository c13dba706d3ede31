#!/usr/bin/env bash
# Runs a command with a private PostgreSQL beside it, on loopback and in a folder of its own, gone afterwards.
# Usage: scripts/postgres.sh COMMAND ARGUMENT ...
# The command finds the server by MEERZIEN_TEST_POSTGRES_URL and may make databases in it; what it writes on the disk
# lies in MEERZIEN_TEST_POSTGRES_DATA.
set -euo pipefail

bin=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
[ -x "$bin/postgres" ] || { echo "postgres.sh: no PostgreSQL server found; run 'make setup-test'" >&2; exit 1; }
home=$(mktemp -d /tmp/meerzien-postgres.XXXXXX)
password=$(od -An -tx1 -N16 /dev/urandom | tr -d ' \n')

# PostgreSQL refuses to run as root.
if [ "$(id -u)" -eq 0 ]; then
  as=(runuser -u postgres --)
  chown postgres "$home"
else
  as=()
fi
control() { (cd "$home" && "${as[@]}" "$bin/pg_ctl" -D "$home/data" "$@"); }
close() {
  control stop -m immediate -s 2>/dev/null || true
  rm -rf "$home"
}
trap close EXIT
trap 'exit 130' INT TERM

(umask 077 && printf '%s' "$password" >"$home/password")
[ "$(id -u)" -ne 0 ] || chown postgres "$home/password"
(cd "$home" && "${as[@]}" "$bin/initdb" -D "$home/data" -U meerzien --pwfile="$home/password" \
  --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$home/initdb.log" 2>&1) ||
  { cat "$home/initdb.log" >&2; exit 1; }

# Another program can take the port between asking and using it, so a few are tried.
for attempt in 1 2 3 4 5; do
  port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
  # What a crash of the machine would lose does not matter here, so nothing waits for the disk.
  if control start -w -s -l "$home/data/server.log" -o "-h 127.0.0.1 -p $port -k $home -c fsync=off \
    -c synchronous_commit=off -c full_page_writes=off -c max_connections=300"; then
    break
  fi
  [ "$attempt" -lt 5 ] || { cat "$home/data/server.log" >&2; exit 1; }
done

export MEERZIEN_TEST_POSTGRES_DATA="$home/data"
export MEERZIEN_TEST_POSTGRES_URL="postgres://meerzien:$password@127.0.0.1:$port/postgres"
"$@"
