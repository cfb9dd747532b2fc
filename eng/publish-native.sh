#!/usr/bin/env bash
# Publishes the native executable as OUTDIR/codex.
#
#   eng/publish-native.sh OUTDIR [extra dotnet publish arguments…]
#
# Needs the .NET 10 SDK and a C toolchain that links (clang or gcc). Why the options are what they are:
# docs/decisions/001-native-image.md.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
out=${1:?usage: eng/publish-native.sh OUTDIR}
shift

fail() { echo "publish-native: $*" >&2; exit 1; }

command -v dotnet >/dev/null || fail "the .NET 10 SDK is not on PATH (https://dot.net)"
command -v clang >/dev/null || command -v gcc >/dev/null ||
  fail "no C toolchain: install clang or gcc (Debian, Ubuntu: apt-get install gcc libc6-dev)"
command -v objcopy >/dev/null || fail "objcopy is missing: install binutils"

case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) rid=linux-x64 ;;
  *) fail "only linux-x64 is published so far, this is $(uname -s)-$(uname -m)" ;;
esac

staging=$root/artifacts/native/$rid
rm -rf "$staging"
# net9.0 until a NativeAOT runtime pack for net10.0 can be restored everywhere (docs/building.md).
dotnet publish "$root/src/Codex.Cli" -c Release -r "$rid" -p:CodexFramework=net9.0 -p:PublishAot=true \
  -o "$staging" --nologo -v quiet "$@"

mkdir -p "$out"
install -m 755 "$staging/codex" "$out/codex"
size=$(stat -c %s "$out/codex")
echo "published $out/codex ($((size / 1024)) KiB)"
[ "$size" -le $((40 * 1024 * 1024)) ] || fail "the executable is larger than 40 MiB"
