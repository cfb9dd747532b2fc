#!/usr/bin/env python3
"""Checks 1,000 commands against 500 rules with bench/Policy and holds the median pass to the bar."""
import subprocess
import sys

BAR_MILLISECONDS = 20.0


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: policy.py EXECUTABLE  (a native publish of bench/Policy)")
    output = subprocess.run([sys.argv[1]], check=True, capture_output=True, text=True).stdout
    print(output, end="")
    times = dict(line.split("\t") for line in output.splitlines())
    median = float(times["median"].removesuffix(" ms"))
    print(f"bar\t{BAR_MILLISECONDS:.2f} ms\t{'ok' if median <= BAR_MILLISECONDS else 'MISSED'}")
    sys.exit(median > BAR_MILLISECONDS)


if __name__ == "__main__":
    main()
