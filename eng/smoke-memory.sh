#!/usr/bin/env bash
# Publishes bench/Turns natively into DIR and watches the memory of long threads: 2,000 requests, 2,000 turns.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
executable=${1:?usage: eng/smoke-memory.sh EXECUTABLE DIR}
out=${2:?usage: eng/smoke-memory.sh EXECUTABLE DIR}

dotnet publish "$root/bench/Turns" -c Release -r linux-x64 -p:CodexFramework=net9.0 -p:PublishAot=true \
  -o "$out" --nologo -v quiet
"$root/bench/memory.py" "$executable" --turns "$out/Turns"
