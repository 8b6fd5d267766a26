#!/bin/sh
# Installs what the example endpoints are run with in tests: PHP with SQLite and intl, Python with SQLite. From the
# packages of Debian or Ubuntu, as root; where they are there already, nobody need be root.
set -eu

has_php() { php -r 'exit(extension_loaded("pdo_sqlite") && extension_loaded("intl") ? 0 : 1);' >/dev/null 2>&1; }
has_python() { python3 -c 'import sqlite3, sys; sys.exit(sys.version_info < (3, 9))' >/dev/null 2>&1; }

missing=
has_php || missing="$missing php-cli php-sqlite3 php-intl"
has_python || missing="$missing python3"
[ -n "$missing" ] || exit 0

explain() {
  echo "Missing for the tests of the example endpoints:$missing. Install it, or run test/setup-languages.sh as root on Debian or Ubuntu." >&2
  exit 1
}
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then explain; fi

export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
apt-get update -q && apt-get install -y -q --no-install-recommends $missing || explain
if ! has_php || ! has_python; then explain; fi
