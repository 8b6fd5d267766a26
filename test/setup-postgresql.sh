#!/bin/sh
# Installs what the receiver's tests start for themselves, from the packages of Debian or Ubuntu: the PostgreSQL server, the
# pooler PgBouncer, and strace, which sees what is on the disk before an answer. Run as root. The package's own cluster is not
# made, and no service is started: nothing is left running.
set -eu

PATH="$PATH:/usr/sbin"
missing=""
set -- /usr/lib/postgresql/*/bin/initdb
[ -x "$1" ] || missing="postgresql"
for program in pgbouncer strace; do
  command -v "$program" >/dev/null || missing="$missing $program"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo "Missing for the receiver's tests: $missing. Install them, or run test/setup-postgresql.sh as root on Debian or Ubuntu." >&2
  exit 1
fi

mkdir -p /etc/postgresql-common
[ -e /etc/postgresql-common/createcluster.conf ] ||
  echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
# Debian's own way to install services without starting them.
if [ ! -e /usr/sbin/policy-rc.d ]; then
  trap 'rm -f /usr/sbin/policy-rc.d' EXIT
  printf '#!/bin/sh\nexit 101\n' > /usr/sbin/policy-rc.d
  chmod +x /usr/sbin/policy-rc.d
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -q
# shellcheck disable=SC2086
apt-get install -y -q --no-install-recommends -o Dpkg::Options::=--force-confold $missing
