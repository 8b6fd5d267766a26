#!/bin/sh
# Installs what is missing of the three browser engines, and the Prototype.js of old portals, from the packages of Debian or Ubuntu. Run as root.
set -eu

missing=''
command -v chromium >/dev/null || missing="$missing chromium"
command -v firefox-esr >/dev/null || command -v firefox >/dev/null || missing="$missing firefox-esr"
command -v WebKitWebDriver >/dev/null || missing="$missing webkit2gtk-driver"
command -v Xvfb >/dev/null || missing="$missing xvfb"
[ -f /usr/share/javascript/prototype/prototype.js ] || missing="$missing libjs-prototype"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo "Missing for the browser tests:$missing. Install these packages, or run test/setup-browsers.sh as root on Debian or Ubuntu." >&2
  exit 1
fi

export DEBIAN_FRONTEND=noninteractive
apt-get update -q
# shellcheck disable=SC2086 # one word for each package
apt-get install -y -q --no-install-recommends $missing
