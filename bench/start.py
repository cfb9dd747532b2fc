#!/usr/bin/env python3
"""What one exec turn costs in two of our builds, run alternately: how much a start gained from one to the other."""

import argparse
import os
import shutil
import statistics
import sys
import tempfile

import sse_server as sse
from run import Side, exec_case, measure_case

BAR_MS = 3


def figures(runs, field, scale):
    values = [getattr(run, field) * scale for run in runs]
    return statistics.median(values), min(values)


def show(name, runs):
    wall, cpu, peak = figures(runs, "wall", 1000), figures(runs, "cpu", 1000), figures(runs, "peak_kib", 1 / 1024)
    print(f"{name:<8} {wall[0]:>8.1f} {wall[1]:>8.1f} {cpu[0]:>8.1f} {cpu[1]:>8.1f} {peak[0]:>8.1f}", flush=True)
    return wall, cpu


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--before", required=True, help="the earlier executable (eng/publish-native.sh)")
    parser.add_argument("--after", required=True, help="the later one")
    parser.add_argument("--runs", type=int, default=40)
    options = parser.parse_args()
    # Below /var/tmp: a home below the temporary directory is not accepted.
    root = tempfile.mkdtemp(prefix="codexsharp-bench-", dir="/var/tmp")
    try:
        server = sse.Server()
        sides = [Side(name, os.path.abspath(path), root, server.port) for name, path in (("before", options.before), ("after", options.after))]
        runs = measure_case(server, sides, exec_case([sse.says()]), options.runs)
    finally:
        shutil.rmtree(root, ignore_errors=True)
    print(f"{'build':<8} {'wall ms':>8} {'least':>8} {'cpu ms':>8} {'least':>8} {'MiB':>8}")
    before, after = show("before", runs["before"]), show("after", runs["after"])
    # On a busy machine the least of many runs says more than their median.
    gained = after[0][1] - before[0][1]
    print(f"gained: {after[0][0] - before[0][0]:.1f} ms in the median, {gained:.1f} ms in the quickest run; bar {BAR_MS} ms: {'met' if gained < BAR_MS else 'MISSED'}")
    sys.exit(0 if gained < BAR_MS else 1)


if __name__ == "__main__":
    main()
