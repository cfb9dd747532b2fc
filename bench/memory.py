#!/usr/bin/env python3
"""Memory over a thread of 2,000 model requests: resident size may grow only by the live context."""

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

REQUESTS = 2000
MARKS = (100, 500, 1000, 1500, 2000)
# What the history itself may cost: 2,000 calls with their outputs, in memory and as a request body.
LIVE_CONTEXT_MIB = 24


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("executable")
    options = parser.parse_args()
    root = tempfile.mkdtemp(prefix="codexsharp-bench-", dir="/var/tmp")
    sizes = {}
    try:
        server = sse.Server()
        side = bench.Side("ours", os.path.abspath(options.executable), root, server.port)
        plan = {"plan": [{"step": "a", "status": "pending"}]}
        server.start([*(sse.call("update_plan", plan, f"c{n}") + sse.completed(n) for n in range(REQUESTS)), sse.says()])
        start = time.perf_counter()
        process = subprocess.Popen([side.executable, *bench.EXEC, "do it"], env=side.environment, cwd=side.workspace,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None:
            for mark in MARKS:
                if server.count >= mark and mark not in sizes:
                    sizes[mark] = measure.resident_kib(process.pid) / 1024
                    print(f"{mark:>5} requests: {sizes[mark]:7.1f} MiB after {time.perf_counter() - start:.1f} s", flush=True)
            time.sleep(0.01)
    finally:
        shutil.rmtree(root, ignore_errors=True)
    growth = sizes[MARKS[-1]] - sizes[MARKS[0]] if MARKS[-1] in sizes else float("inf")
    print(f"growth {growth:.1f} MiB, exit {process.returncode}")
    sys.exit(0 if process.returncode == 0 and growth <= LIVE_CONTEXT_MIB else 1)


if __name__ == "__main__":
    main()
