#!/usr/bin/env bash
# Builds the engine for web pages and puts it where the site takes it from, or checks that it lies there already.
# usage: Tests/WebEngine/embed.sh             after a change of what the engine is made of
#        Tests/WebEngine/embed.sh --check F   compares what lies there with the module F
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
module="$here/../../Sources/Site/Live/EngineModule.swift"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What the site takes, of a module.
source_of() {
  cat <<'TEXT'
// swift-format-ignore-file

/// The engine of the live page: what `Tests/WebEngine/embed.sh` makes of the sources, packed by gzip, in base64.
enum EngineModule {
TEXT
  printf '  static let base64 = "%s"\n}\n' "$(gzip -9 --no-name --stdout "$1" | base64 -w 0)"
}

if [ "${1:-}" = --check ]; then
  # Another gzip may pack the same module in another way.
  sed -n 's/.*base64 = "\(.*\)"/\1/p' "$module" | base64 -d | gunzip | cmp - "$2" || {
    echo "the embedded engine is not what the sources make: run Tests/WebEngine/embed.sh" >&2
    exit 1
  }
else
  "$here/build.sh" "$work"
  source_of "$work/engine.wasm" >"$module"
  echo "$(stat -c %s "$work/engine.wasm") bytes of WebAssembly"
fi
