#!/usr/bin/env bash
# Makes the machine ready: Debian's packages, and one Python environment per requirements file.
#
#   tools/setup.sh [name...]       names of tools/requirements-<name>.txt; "dev" without any;
#                                  Debian's packages of tools/debian-packages-<name>.txt with it
#   tools/setup.sh --where name    where the Python of that environment is (or will be)
#
# Environments stand in the user's cache folder and are named after their content, so that a
# second run finds them and needs neither network nor rights.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# Debian's own Python: the one that QGIS is built for, whatever else is first on PATH.
PYTHON=${TRYGG_PYTHON:-/usr/bin/python3}
# Environments that stand apart from Debian's Python packages.
APART=" data "

environment() { # name
  local requirements=$here/tools/requirements-$1.txt
  [ -f "$requirements" ] || fail "There is no tools/requirements-$1.txt to make an environment of."
  printf '%s/env/%s-%s' "$cache" "$1" \
    "$({ "$PYTHON" --version 2>&1 || true; cat "$requirements"; } | fingerprint)"
}

install_packages() { # name...
  local list missing=() name as_root=() files=()
  files=("$here/tools/debian-packages.txt" "$here/tools/debian-packages-native.txt")
  for name in "$@"; do
    [ ! -f "$here/tools/debian-packages-$name.txt" ] ||
      files+=("$here/tools/debian-packages-$name.txt")
  done
  list=$(packages "${files[@]}")
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    "$PYTHON" -c 'import qgis.core, venv' 2>/dev/null || fail "This machine is not Debian, and" \
      "$PYTHON has no QGIS. Install QGIS 3.22 or later and set TRYGG_PYTHON to its Python."
    say "This is not Debian: the QGIS of $PYTHON is used as it is."
    return
  fi
  for name in $list; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] ||
      missing+=("$name")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || fail "These Debian packages are missing, and installing them" \
      "needs root: run  sudo apt-get install --no-install-recommends ${missing[*]}  and try again."
    as_root=(sudo -n)
  fi
  say "installing from Debian: ${missing[*]}"
  quietly "Debian's package lists could not be fetched; is there a network?" \
    "$cache/log/apt-update.log" "${as_root[@]}" apt-get update
  quietly "Debian's packages could not be installed." "$cache/log/apt-install.log" \
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y \
    --no-install-recommends -o DPkg::Lock::Timeout=300 "${missing[@]}"
}

make_environment() { # name
  local target options=(--system-site-packages)
  target=$(environment "$1")
  [ -f "$target/.ready" ] && return
  [[ $APART == *" $1 "* ]] && options=()
  say "installing Python packages of tools/requirements-$1.txt"
  rm -rf "$target"
  quietly "A Python environment could not be made in $target." "$cache/log/env-$1.log" \
    "$PYTHON" -m venv "${options[@]}" "$target"
  # pinned with all they need, so nothing is resolved and nothing else comes along
  quietly "Python packages could not be installed; is there a network?" "$cache/log/env-$1.log" \
    "$target/bin/python" -m pip install --no-deps --no-input --disable-pip-version-check \
    -r "$here/tools/requirements-$1.txt"
  touch "$target/.ready"
}

if [ "${1:-}" = --where ]; then
  printf '%s/bin/python\n' "$(environment "${2:?name of an environment}")"
  exit
fi

[ $# -gt 0 ] || set -- dev
mkdir -p "$cache/log" "$cache/env" 2>/dev/null || fail "The cache folder $cache cannot be written." \
  "Set TRYGG_CACHE to a folder that can."
exec 9>"$cache/setup.lock"
command -v flock >/dev/null && flock 9
install_packages "$@"
for name in "$@"; do make_environment "$name"; done
