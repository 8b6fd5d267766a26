#!/bin/sh
# Installs what a receiver is deployed with in tests: nginx, Apache and Caddy, openssl, which makes their certificate, and
# systemd-analyze, which reads its unit. No package of Debian has oauth2-proxy: a server that answers as it does stands for it. From the packages of Debian or Ubuntu, as root; where they are there already, nobody need be root. No service is
# started.
set -eu

has_nginx() { command -v nginx >/dev/null && nginx -V 2>&1 | grep -q http_auth_request_module; }

missing=
has_nginx || missing="$missing nginx"
# The server and its modules, without what would run it as a service.
[ -x /usr/sbin/apache2 ] || missing="$missing apache2-bin"
command -v caddy >/dev/null || missing="$missing caddy"
command -v openssl >/dev/null || missing="$missing openssl"
command -v systemd-analyze >/dev/null || missing="$missing systemd"
[ -n "$missing" ] || exit 0

explain() {
  echo "Missing for the tests of a deployed receiver:$missing. Install it, or run test/setup-deployment.sh as root on Debian or Ubuntu." >&2
  exit 1
}
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then explain; fi

# What invoke-rc.d asks before a package starts its service.
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
  trap 'rm -f $policy' EXIT
  printf '#!/bin/sh\nexit 101\n' > $policy
  chmod +x $policy
fi

export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
apt-get update -q && apt-get install -y -q --no-install-recommends $missing || explain
has_nginx || explain
