#!/usr/bin/env bash
# Starts a PostgreSQL server with nothing in it, in a new folder and on a socket there; prints the folder once it answers,
# and ends the server and takes the folder away when standard input ends.

set -euo pipefail

bin=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -1)
if [[ ! -x $bin/postgres ]]; then
    echo "There is no PostgreSQL server here: sudo apt-get install postgresql" >&2
    exit 69
fi

folder=$(mktemp -d /tmp/preceptor-postgresql-XXXXXX)
# The server refuses to be root's.
as=()
if [[ $EUID -eq 0 ]]; then
    as=(setpriv --reuid=nobody --regid=nogroup --clear-groups)
    chown nobody:nogroup "$folder"
fi
chmod 755 "$folder"
cd "$folder"

"${as[@]}" "$bin/initdb" -D "$folder/data" -U preceptor -A trust -E UTF8 --locale=C --no-sync >/dev/null
# The tests end processes, not the machine: nothing has to reach the disk.
"${as[@]}" "$bin/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c fsync=off -c max_connections=200 \
    -c shared_buffers=32MB "$@" >"$folder/messages" 2>&1 </dev/null &
server=$!
trap 'kill -INT $server 2>/dev/null || true; wait $server 2>/dev/null || true; cd /; rm -rf "$folder"' EXIT

for _ in $(seq 300); do
    if "$bin/pg_isready" -q -h "$folder" -d postgres -U preceptor; then break; fi
    kill -0 $server 2>/dev/null || { cat "$folder/messages" >&2; exit 70; }
    sleep 0.1
done
echo "$folder"
cat >/dev/null
