#!/bin/sh
# Installs the PostgreSQL server that the receiver's tests start for themselves, from the package of Debian or Ubuntu.
# Run as root. The package's own cluster is not made: nothing is left running.
set -eu

for program in /usr/lib/postgresql/*/bin/initdb; do
  [ -x "$program" ] && exit 0
done

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo "PostgreSQL is missing for the receiver's tests. Install it, or run test/setup-postgresql.sh as root on Debian or Ubuntu." >&2
  exit 1
fi

mkdir -p /etc/postgresql-common
[ -e /etc/postgresql-common/createcluster.conf ] ||
  echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -y -q --no-install-recommends -o Dpkg::Options::=--force-confold postgresql
