#!/usr/bin/env python3
"""Memory over a long thread: resident size may grow only by the live context.

calls: one turn with 2,000 requests, run by the executable. turns: 2,000 turns of the user on one thread, run by
bench/Turns, because a turn is all that one `codex exec` does.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time

import measure
import run as bench
import sse_server as sse

COUNT = 2000
# The last one is a little before the end: the program must still be there to be measured.
MARKS = (100, 500, 1000, 1500, 1980)
# What the history itself may cost: items and outputs in memory, once more as a request body.
LIVE_CONTEXT_MIB = {"calls": 24, "turns": 16}


def calls(executable, root, server):
    side = bench.Side("calls", executable, root, server.port)
    plan = {"plan": [{"step": "a", "status": "pending"}]}
    server.start([*(sse.call("update_plan", plan, f"c{n}") + sse.completed(n) for n in range(COUNT)), sse.says()])
    return [side.executable, *bench.EXEC, "do it"], side


def turns(executable, root, server):
    side = bench.Side("turns", executable, root, server.port)
    server.start([sse.says("an answer of some words")])
    return [side.executable, f"http://127.0.0.1:{server.port}/v1", side.home, str(COUNT)], side


def watch(name, prepare, executable, root):
    server = sse.Server()
    command, side = prepare(os.path.abspath(executable), root, server)
    sizes, start = {}, time.perf_counter()
    process = subprocess.Popen(command, env=side.environment, cwd=side.workspace,
                               stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        for mark in MARKS:
            if server.count >= mark and mark not in sizes:
                sizes[mark] = measure.resident_kib(process.pid) / 1024
                print(f"{name}: {mark:>5} requests: {sizes[mark]:7.1f} MiB after {time.perf_counter() - start:.1f} s", flush=True)
        time.sleep(0.01)
    growth = sizes[MARKS[-1]] - sizes[MARKS[0]] if MARKS[-1] in sizes else float("inf")
    print(f"{name}: growth {growth:.1f} MiB, bar {LIVE_CONTEXT_MIB[name]}, exit {process.returncode}")
    return process.returncode == 0 and growth <= LIVE_CONTEXT_MIB[name]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("executable", help="our executable (eng/publish-native.sh)")
    parser.add_argument("--turns", help="bench/Turns, published natively; without it that case is left out")
    options = parser.parse_args()
    root = tempfile.mkdtemp(prefix="codexsharp-bench-", dir="/var/tmp")
    try:
        met = watch("calls", calls, options.executable, root)
        if options.turns:
            met = watch("turns", turns, options.turns, root) and met
    finally:
        shutil.rmtree(root, ignore_errors=True)
    sys.exit(0 if met else 1)


if __name__ == "__main__":
    main()
