#!/usr/bin/env python3
"""The sandbox in both programs: twenty sandboxed commands, and what one apply_patch call adds to a turn that may write its workspace."""

import argparse
import os
import shutil
import statistics
import sys
import tempfile

import run
import sse_server as sse

BARS = {"sandbox20": 0.4, "patch": 0.1}
CALLS = 20
EXEC = ["exec", "--skip-git-repo-check", "--json", "-s", "workspace-write", "do it"]


def commands():
    return [*(sse.call("exec_command", {"cmd": f"echo {number} > out{number}; cat out{number}"}, f"c{number}") + sse.completed(number)
              for number in range(CALLS)), sse.says()]


def patches():
    replies = []
    for number in range(CALLS):
        patch = f"*** Begin Patch\n*** Add File: new{number}.txt\n+line {number}\n*** End Patch\n"
        call = sse.event({"type": "response.output_item.done", "item": {
            "type": "custom_tool_call", "id": f"ctc_{number}", "status": "completed", "name": "apply_patch", "input": patch, "call_id": f"c{number}"}})
        replies.append(call + sse.completed(number))
    return [*replies, sse.says()]


def plans():
    plan = {"plan": [{"step": "one", "status": "in_progress"}]}
    return [*(sse.call("update_plan", plan, f"c{number}") + sse.completed(number) for number in range(CALLS)), sse.says()]


def timed(server, side, script):
    server.start(script)
    result = side.run(EXEC)
    if result.exit_code != 0:
        raise RuntimeError(f"{side.name} exited {result.exit_code}")
    return result.wall * 1000


def measure(server, sides, script, count):
    times = {side.name: [] for side in sides}
    for number in range(count + 1):
        for side in sides:
            time = timed(server, side, script)
            if number > 0:  # The first one warms caches and homes.
                times[side.name].append(time)
    return {name: statistics.median(values) for name, values in times.items()}


def show(name, ours, real):
    ratio = ours / real
    met = ratio <= BARS[name]
    print(f"{name:<12} {ours:>9.2f} {real:>9.2f} {ratio:>6.3f} {BARS[name]:>5}  {'met' if met else 'MISSED'}", flush=True)
    return met


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ours", required=True, help="our executable (eng/publish-native.sh)")
    parser.add_argument("--real", required=True, help="the real 0.136.0 executable")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    root = tempfile.mkdtemp(prefix="codexsharp-bench-", dir="/var/tmp")
    try:
        server = sse.Server()
        sides = [run.Side("ours", os.path.abspath(options.ours), root, server.port), run.Side("real", os.path.abspath(options.real), root, server.port)]
        print(f"{'case':<12} {'ours ms':>9} {'real ms':>9} {'ratio':>6} {'bar':>5}")
        twenty = measure(server, sides, commands(), options.runs)
        met = show("sandbox20", twenty["ours"], twenty["real"])
        patched, planned = measure(server, sides, patches(), options.runs), measure(server, sides, plans(), options.runs)
        # Never less than the clock can tell.
        ours, real = (max(0.01, (patched[name] - planned[name]) / CALLS) for name in ("ours", "real"))
        met &= show("patch", ours, real)
    finally:
        shutil.rmtree(root, ignore_errors=True)
    sys.exit(0 if met else 1)


if __name__ == "__main__":
    main()
