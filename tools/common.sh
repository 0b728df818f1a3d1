# Shared by the shell tools: where things are kept, how they speak. Sourced, never run.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=${TRYGG_CACHE:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/trygg}

say() { printf 'trygg: %s\n' "$*"; }

fail() {
  printf 'trygg: %s\n' "$*" >&2
  exit 1
}

# Runs a command silently; on failure shows the end of its log and says the sentence.
quietly() { # sentence log command...
  local sentence=$1 log=$2
  shift 2
  mkdir -p "$(dirname "$log")"
  if ! "$@" >"$log" 2>&1 </dev/null; then
    tail -n 15 "$log" >&2
    fail "$sentence (the whole log: $log)"
  fi
}

# The packages of some lists, comments left out.
packages() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$@"; }

# A short fingerprint of what is fed to it.
fingerprint() { sha256sum | cut -c1-12; }
