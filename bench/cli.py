#!/usr/bin/env python3
"""Commands that start no session: the time of `features list` against the real binary, the files that `--help` opens, the calls of `login status`."""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

from measure import run

TIME_BAR = 0.8

# What the loader and the runtime read of any system before a program's own first line.
SYSTEM = ("/proc/", "/sys/", "/dev/", "/etc/ld.so", "/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")
OPENED = re.compile(r'\bopen(?:at)?\((?:AT_FDCWD, )?"([^"]*)"[^)]*\) = \d')
NETWORK = re.compile(r"\b(?:connect|sendto|sendmsg)\(\d+, \{sa_family=AF_INET|\bsocket\(AF_INET")


def surroundings(home):
    return {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": home, "CODEX_HOME": home, "LANG": "C.UTF-8", "RUST_LOG": "off"}


def trace(executable, arguments, calls, home):
    """The system calls of a run, one a line."""
    log = os.path.join(home, "trace")
    subprocess.run(
        ["strace", "-f", "-e", f"trace={calls}", "-o", log, executable, *arguments],
        env=surroundings(home), cwd=home, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    with open(log, encoding="utf-8", errors="replace") as lines:
        return list(lines)


def foreign_files(executable, home):
    opened = {match.group(1) for line in trace(executable, ["--help"], "open,openat", home) if (match := OPENED.search(line))}
    return sorted(path for path in opened if not path.startswith((home + "/", *SYSTEM)))


def network_calls(executable, home):
    return [line.strip() for line in trace(executable, ["login", "status"], "network", home) if NETWORK.search(line)]


def times(sides, arguments, rounds, root):
    measured = {name: [] for name, _ in sides}
    for number in range(rounds + 1):
        for name, executable in sides:
            home = os.path.join(root, name)
            result = run([executable, *arguments], surroundings(home), home)
            if result.exit_code != 0:
                sys.exit(f"{name}: {' '.join(arguments)} ended with {result.exit_code}")
            if number > 0:  # The first one warms caches and homes.
                measured[name].append(result.wall * 1000)
    return {name: statistics.median(values) for name, values in measured.items()}


def compare(arguments, options, root):
    sides = [("ours", options.ours), ("real", options.real)]
    for name, _ in sides:
        os.makedirs(os.path.join(root, name), exist_ok=True)
    medians = times(sides, arguments, options.rounds, root)
    ratio = medians["ours"] / medians["real"]
    print(f"{' '.join(arguments)}: ours {medians['ours']:.1f} ms, 0.136.0 {medians['real']:.1f} ms, ratio {ratio:.3f}, bar {TIME_BAR}")
    return ratio <= TIME_BAR


def report(title, findings):
    print(f"{title}: {', '.join(findings) or 'none'}")
    return not findings


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ours", required=True, help="our native executable")
    parser.add_argument("--real", help="the real binary, for the times")
    parser.add_argument("--rounds", type=int, default=40)
    options = parser.parse_args()
    met = True
    with tempfile.TemporaryDirectory(dir="/var/tmp") as root:
        if options.real:
            met &= compare(["features", "list"], options, root)
        if shutil.which("strace"):
            home = os.path.join(root, "traced")
            os.makedirs(home)
            met &= report("files that --help opens outside CODEX_HOME", foreign_files(options.ours, home))
            met &= report("network calls of login status", network_calls(options.ours, home))
        else:
            print("strace is not on PATH: files and calls were not looked at")
    sys.exit(0 if met else 1)


if __name__ == "__main__":
    main()
