#!/usr/bin/env bash
# Compares logits and pictures of the engine for web pages, run by Node, with those of the native one.
# usage: Tests/WebEngine/check.sh [options of "swift test"]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$here/build.sh" "$work"
"$here/embed.sh" --check "$work/engine.wasm"
cd "$here/../.."
NAKAMI_WEB_FIXTURE="$work" swift test "$@" --filter "WebFixtureTests|LiveFixtureTests"
node "$here/check.mjs" "$work"
node "$here/pictures.mjs" "$work"
