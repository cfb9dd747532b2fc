#!/usr/bin/env bash
# Runs a scripted turn through a codex executable, with the built-in replay provider: no account, no network.
set -euo pipefail
codex=$(realpath "${1:?usage: eng/smoke-native.sh PATH-OF-CODEX}")

work=$(mktemp -d /var/tmp/codexsharp-smoke.XXXXXX)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home" "$work/project"

test "$("$codex" --version)" = "codex-cli 0.136.0"
cd "$work/project"
CODEX_HOME=$work/home "$codex" exec --json --skip-git-repo-check -s danger-full-access -c model_provider=replay \
  "Show what you can do" </dev/null | tee "$work/events.jsonl"

grep -q '"type":"command_execution".*"status":"completed"' "$work/events.jsonl"
grep -q '"type":"file_change".*"status":"completed"' "$work/events.jsonl"
tail -n 1 "$work/events.jsonl" | grep -q '"type":"turn.completed"'
find "$work/home/sessions" -name 'rollout-*.jsonl' | grep -q .
