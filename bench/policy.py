#!/usr/bin/env python3
"""Checks 1,000 commands against 500 rules and plans sandboxes with bench/Policy, and holds the medians to their bars."""
import subprocess
import sys

BARS_MILLISECONDS = {"median": 20.0, "plan50": 1.0}


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: policy.py EXECUTABLE  (a native publish of bench/Policy)")
    output = subprocess.run([sys.argv[1]], check=True, capture_output=True, text=True).stdout
    print(output, end="")
    times = dict(line.split("\t") for line in output.splitlines())
    met = True
    for name, bar in BARS_MILLISECONDS.items():
        within = float(times[name].removesuffix(" ms")) <= bar
        print(f"bar of {name}\t{bar:.2f} ms\t{'ok' if within else 'MISSED'}")
        met &= within
    sys.exit(not met)


if __name__ == "__main__":
    main()
