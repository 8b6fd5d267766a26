#!/bin/sh
# Installs what is missing of the screen reader and its desktop without a screen: Orca, the accessibility bus, real keys.
# From the packages of Debian or Ubuntu, as root; where they are there already, nobody need be root. Firefox comes with
# test/setup-browsers.sh.
set -eu

missing=
command -v orca >/dev/null || missing="$missing orca"
command -v dbus-daemon >/dev/null || missing="$missing dbus-daemon"
[ -x /usr/libexec/at-spi-bus-launcher ] || missing="$missing at-spi2-core"
command -v xdotool >/dev/null || missing="$missing xdotool"
command -v Xvfb >/dev/null || missing="$missing xvfb"
command -v setpriv >/dev/null || missing="$missing util-linux"
[ -n "$missing" ] || exit 0

explain() {
  echo "Missing for the tests with a screen reader:$missing. Install it, or run test/setup-screen-reader.sh as root on Debian or Ubuntu." >&2
  exit 1
}
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then explain; fi

export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
apt-get update -q && apt-get install -y -q --no-install-recommends $missing || explain
