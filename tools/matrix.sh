#!/usr/bin/env bash
# Runs the suite on the other QGIS versions that Debian has, each in a root of its own.
#
#   tools/matrix.sh build [suite...]   make the roots, or bring them up to date
#   tools/matrix.sh run [suite...]     the same, then run the tests in each
#
# Roots are kept in the user's cache folder and made once a machine. Everything that mounts
# does so in a mount namespace of its own: when it ends, however it ends, no mount is left,
# so that removing a root can never reach the checkout or the machine's /dev.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# suite of Debian -> the debootstrap script that fits it
declare -A SCRIPTS=([trixie]=trixie [testing]=sid)
declare -A VERSIONS=([trixie]=3.40 [testing]=3.44)
MIRROR=${TRYGG_DEBIAN_MIRROR:-http://deb.debian.org/debian}
CA_BUNDLE=/etc/ssl/certs/ca-certificates.crt

skip() {
  say "The other QGIS versions are left out: $* The native suite is all that was run."
  exit 0
}

check_machine() {
  [ "$(id -u)" = 0 ] || skip "making their Debian roots needs root."
  command -v apt-get >/dev/null || skip "this machine has no apt-get, so it is not Debian."
  unshare --mount --net true 2>/dev/null || skip "this machine does not allow namespaces."
  command -v debootstrap >/dev/null || quietly \
    "debootstrap could not be installed; run apt-get update and try again." \
    "$cache/log/debootstrap-install.log" \
    sh -c 'apt-get update && apt-get install -y --no-install-recommends debootstrap'
}

# Runs a command inside a root, with the kernel's file systems and the checkout mounted.
# With apart=--net in the environment it sees no network, and no screen of the others'.
inside() { # root command...
  local root=$1 shared
  shift
  shared=$(readlink -f "$here/../shared" || true)
  ROOT=$root HERE=$here SHARED=$shared CA_BUNDLE=$CA_BUNDLE \
    unshare ${apart:-} --mount --propagation private --pid --fork --kill-child bash -c '
    set -e
    mount -t proc proc "$ROOT/proc"
    mount --rbind /dev "$ROOT/dev"
    mount -t tmpfs tmpfs "$ROOT/tmp"
    mount -t tmpfs tmpfs "$ROOT/run"
    mkdir -p "$ROOT/srv/trygg/main" "$ROOT/root"
    mount --bind "$HERE" "$ROOT/srv/trygg/main"
    if [ -d "$SHARED" ]; then
      mkdir -p "$ROOT/srv/trygg/shared"
      mount --bind "$SHARED" "$ROOT/srv/trygg/shared"
    fi
    cp -L /etc/resolv.conf "$ROOT/etc/resolv.conf"
    if [ -f "$CA_BUNDLE" ]; then
      mkdir -p "$ROOT/etc/ssl/certs"
      cp -L "$CA_BUNDLE" "$ROOT/etc/ssl/certs/trygg-host.crt"
    fi
    exec chroot "$ROOT" env -i \
      PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
      HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
      SSL_CERT_FILE=/etc/ssl/certs/trygg-host.crt PIP_CERT=/etc/ssl/certs/trygg-host.crt \
      PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore \
      "$@"
  ' inside "$@"
}

make_base() { # suite root
  rm -rf --one-file-system "$2"
  mkdir -p "$2"
  debootstrap --variant=minbase --include=ca-certificates \
    "$1" "$2" "$MIRROR" "/usr/share/debootstrap/scripts/${SCRIPTS[$1]}"
  cat >"$2/etc/apt/apt.conf.d/99trygg" <<'CONF'
Acquire::Check-Valid-Until "false";
Acquire::Check-Date "false";
Acquire::Languages "none";
Acquire::Retries "3";
APT::Install-Recommends "false";
Dpkg::Options:: "--path-exclude=/usr/share/doc/*";
Dpkg::Options:: "--path-exclude=/usr/share/man/*";
CONF
  # no service may start inside a root
  printf '#!/bin/sh\nexit 101\n' >"$2/usr/sbin/policy-rc.d"
  chmod +x "$2/usr/sbin/policy-rc.d"
}

install_packages() { # root
  # shellcheck disable=SC2046  # one word a package is what is wanted
  inside "$1" sh -c 'apt-get update && apt-get install -y "$@" && apt-get clean' \
    sh $(packages "$here/tools/debian-packages.txt")
}

make_venv() { # root
  inside "$1" sh -c '
    rm -rf /opt/venv && python3 -m venv --system-site-packages /opt/venv &&
    /opt/venv/bin/pip install -q --no-input -r /srv/trygg/main/tools/requirements-dev.txt'
}

# Does a step of a root unless the same step was done before with the same input.
step() { # root stamp fingerprint sentence command...
  local root=$1 name=$2 wanted=$3 sentence=$4 stamp
  shift 4
  stamp=$root/.trygg-$name
  [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && return
  say "$(basename "$root"): $sentence"
  rm -f "$stamp"
  quietly "$(basename "$root"): it was not possible to ${sentence%% (*}." \
    "$cache/log/root-$(basename "$root")-$name.log" "$@"
  printf '%s\n' "$wanted" >"$stamp"
}

build() { # suite
  local root=$cache/roots/$1
  step "$root" base 1 "make a Debian root (a few minutes, once a machine)" make_base "$1" "$root"
  step "$root" packages "$(packages "$here/tools/debian-packages.txt" | fingerprint)" \
    "install QGIS ${VERSIONS[$1]}" install_packages "$root"
  step "$root" venv "$(fingerprint <"$here/tools/requirements-dev.txt")" \
    "install the test tools" make_venv "$root"
}

run() { # suite
  say "$1: the suite on QGIS ${VERSIONS[$1]}"
  # X servers of two roots would both be :0, and be found by each other's programs
  apart=--net inside "$cache/roots/$1" sh -c '
    cd /srv/trygg/main
    export QT_QPA_PLATFORM=offscreen PYTHONDONTWRITEBYTECODE=1 XDG_RUNTIME_DIR=/tmp
    exec /opt/venv/bin/python -m pytest -q -p no:cacheprovider -m "not native" "$@"' \
    sh ${PYTEST_ARGS:-}
}

# Builds one root and, if asked, runs the suite in it. Two checkouts share the roots: one at a time.
one() { # action suite
  exec 9>"$cache/roots/$2.lock"
  flock 9
  build "$2"
  [ "$1" = build ] || run "$2"
}

main() {
  local action=${1:-run} suite failed="" process logs
  local -A processes
  [ $# -gt 0 ] && shift
  [ $# -gt 0 ] || set -- trixie testing
  check_machine
  mkdir -p "$cache/roots" "$cache/log"
  for suite in "$@"; do
    [ -n "${SCRIPTS[$suite]:-}" ] || fail "\"$suite\" is none of ours; choose trixie or testing."
  done
  # side by side, each told as a whole when it has ended
  logs=$(mktemp -d)
  for suite in "$@"; do
    say "$suite: QGIS ${VERSIONS[$suite]} begins (progress: $logs/$suite.log)"
    one "$action" "$suite" >"$logs/$suite.log" 2>&1 </dev/null &
    processes[$suite]=$!
  done
  trap 'kill "${processes[@]}" 2>/dev/null || true' INT TERM
  for suite in "$@"; do
    process=${processes[$suite]}
    wait "$process" || failed="$failed $suite"
    cat "$logs/$suite.log"
  done
  rm -r "$logs"
  [ -z "$failed" ] || fail "The suite or its root failed on:$failed"
}

main "$@"
