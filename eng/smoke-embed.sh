#!/usr/bin/env bash
# Publishes samples/Embed natively into DIR and runs it: the engine inside another program, offline.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
out=${1:?usage: eng/smoke-embed.sh DIR}

dotnet publish "$root/samples/Embed" -c Release -r linux-x64 -p:CodexFramework=net9.0 -p:PublishAot=true \
  -o "$out" --nologo -v quiet
cd "$out"
output=$(./Embed </dev/null)
echo "$output"
test -n "$output"
