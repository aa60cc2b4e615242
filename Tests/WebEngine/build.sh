#!/usr/bin/env bash
# Builds the engine for web pages: Embedded Swift to WebAssembly, with nothing but the toolchain.
# usage: Tests/WebEngine/build.sh FOLDER    leaves engine.wasm in FOLDER
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
out=$(mkdir -p "${1:?usage: build.sh FOLDER}" && cd "$1" && pwd)
tools=$(dirname "$(readlink -f "$(command -v swiftc)")")
embedded="$tools/../lib/swift/embedded/wasm32-unknown-none-wasm"

cd "$out"
# The same bytes come out in any folder: without the hash of each module, which knows the folder's name.
# The charts are compiled as well: figures are drawn in the page by the same code. What computes is made for
# speed, what writes for size.
# Of what is collected and cleaned, the page has what looks at one text alone.
folders() {
  case $1 in
    RawData) echo Sources/RawData/Document ;;
    Dataset) echo Sources/Dataset/{Cleaner,Languages,Markup,Rules} ;;
    *) echo "Sources/$1" ;;
  esac
}
rooms="Names Visible Markup Charts Views Numerics Tokenization RawData Transformer Dataset Inference Live WebEngine"
for room in $rooms; do
  case $room in
    Numerics | Tokenization | Transformer | Inference) speed=-O ;;
    *) speed=-Osize ;;
  esac
  mapfile -t sources < <(cd "$root" && find $(folders "$room") -name '*.swift' | LC_ALL=C sort)
  (cd "$root" && swiftc -target wasm32-unknown-none-wasm -enable-experimental-feature Embedded \
    -enable-experimental-feature Extern -wmo $speed \
    -swift-version 6 -warnings-as-errors -parse-as-library -module-name "$room" -package-name nakami \
    -Xcc -msimd128 -Xfrontend -disable-stack-protector -Xfrontend -disable-incremental-llvm-codegen -I "$out" \
    -emit-module -emit-module-path "$out/$room.swiftmodule" -c "${sources[@]}" -o "$out/$room.o")
done
"$tools/clang" --target=wasm32-unknown-none -O2 -ffreestanding -nostdlib -mbulk-memory \
  -c "$root/Tests/WebEngine/runtime.c" -o "$out/runtime.o"
"$tools/wasm-ld" --no-entry --gc-sections --strip-all -z stack-size=1048576 \
  $(printf "$out/%s.o " $rooms runtime) \
  "$embedded/libswiftUnicodeDataTables.a" -o "$out/engine.wasm"
