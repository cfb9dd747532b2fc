#!/usr/bin/env python3
"""Runs our executable and the real Codex 0.136.0 alternately, case by case, and prints medians, ratios and bars."""

import argparse
import json
import os
import shutil
import statistics
import sys
import tempfile

import apply_patch_case
import measure
import rollout
import sse_server as sse

# Ratio ours / real that has to be reached: (time, peak resident size).
BARS = {
    "version": (0.8, 0.6),
    "turn": (0.25, 0.5),
    "tools20": (0.3, 0.5),
    "deltas": (0.05, 0.5),
    "output20mb": (0.6, 0.5),
    "resume100mb": (0.1, 0.25),
    "resumelive": (0.1, 0.25),
    "patch400x10": (0.8, 1.0),
}

CONFIG = """model = "gpt-5.5"
model_provider = "fake"
[model_providers.fake]
name = "fake"
base_url = "http://127.0.0.1:{port}/v1"
wire_api = "responses"
env_key = "FAKE_KEY"
[features]
goals = false
multi_agent = false
plugins = false
apps = false
[skills.bundled]
enabled = false
"""

EXEC = ["exec", "--skip-git-repo-check", "--json", "-s", "danger-full-access"]


class Side:
    """One executable with its own home and workspace; both stay warm for the whole run."""

    def __init__(self, name, executable, root, port):
        self.name, self.executable = name, executable
        self.root = os.path.join(root, name)
        self.home, self.workspace = os.path.join(self.root, "home"), os.path.join(self.root, "ws")
        user = os.path.join(self.root, "user")
        for directory in (self.home, self.workspace, user):
            os.makedirs(directory)
        with open(os.path.join(self.home, "config.toml"), "w", encoding="utf-8") as file:
            file.write(CONFIG.format(port=port))
        self.environment = {
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": user, "CODEX_HOME": self.home, "FAKE_KEY": "key",
            "LANG": "C.UTF-8", "TZ": "UTC", "RUST_LOG": "off", "SHELL": "/bin/bash"}

    def run(self, arguments):
        return measure.run([self.executable, *arguments], self.environment, self.workspace)


def exec_case(script):
    def prepare(server, _side):
        server.start(script)
        return [*EXEC, "do it"]
    return prepare


def resume_case(compacted):
    def prepare(server, side):
        pristine, sessions = os.path.join(side.root, f"rollout-{compacted}"), os.path.join(side.home, "sessions")
        if not os.path.exists(pristine):
            rollout.write(pristine, side.workspace, 100, compacted)
        shutil.rmtree(sessions, ignore_errors=True)
        shutil.copytree(os.path.join(pristine, "sessions"), sessions)
        server.start([sse.says()])
        return [*EXEC, "resume", rollout.THREAD, "go on"]
    return prepare


def cases():
    twenty = [sse.call("exec_command", {"cmd": f"echo {number}"}, f"c{number}") + sse.completed(number) for number in range(20)]
    big = sse.call("exec_command", {"cmd": "yes 0123456789012345678901234567890123456789012345678 | head -c 20000000"}) + sse.completed()
    return {
        "version": (lambda server, side: ["--version"], 41),
        "turn": (exec_case([sse.says()]), 15),
        "tools20": (exec_case([*twenty, sse.says()]), 5),
        "deltas": (exec_case([sse.deltas(20000)]), 5),
        "output20mb": (exec_case([big, sse.says()]), 5),
        "resume100mb": (resume_case(compacted=True), 3),
        "resumelive": (resume_case(compacted=False), 3),
        "patch400x10": (apply_patch_case.prepare, 5),
    }


def measure_case(server, sides, prepare, count):
    runs = {side.name: [] for side in sides}
    for number in range(count + 1):
        for side in sides:
            result = side.run(prepare(server, side))
            if result.exit_code != 0:
                raise RuntimeError(f"{side.name} exited {result.exit_code}")
            if number > 0:  # The first one warms caches and homes.
                runs[side.name].append(result)
    return runs


def summarise(name, runs):
    def medians(side):
        return [statistics.median(getattr(run, field) for run in runs[side]) for field in ("wall", "cpu", "peak_kib")]
    ours, real = medians("ours"), medians("real")
    row = {"case": name, "ours_ms": ours[0] * 1000, "real_ms": real[0] * 1000, "time_ratio": ours[0] / real[0], "time_bar": BARS[name][0],
           "ours_cpu_ms": ours[1] * 1000, "real_cpu_ms": real[1] * 1000,
           "ours_mib": ours[2] / 1024, "real_mib": real[2] / 1024, "rss_ratio": ours[2] / real[2], "rss_bar": BARS[name][1]}
    row["met"] = row["time_ratio"] <= row["time_bar"] and row["rss_ratio"] <= row["rss_bar"]
    return row


HEAD = (f"{'case':<12} {'ours ms':>9} {'real ms':>9} {'ratio':>6} {'bar':>5}   {'ours MiB':>8} {'real MiB':>8} {'ratio':>6} {'bar':>5}"
        f"   {'ours cpu':>8} {'real cpu':>8}")


def show(row):
    print(f"{row['case']:<12} {row['ours_ms']:>9.1f} {row['real_ms']:>9.1f} {row['time_ratio']:>6.3f} {row['time_bar']:>5}   "
          f"{row['ours_mib']:>8.1f} {row['real_mib']:>8.1f} {row['rss_ratio']:>6.3f} {row['rss_bar']:>5}   "
          f"{row['ours_cpu_ms']:>8.1f} {row['real_cpu_ms']:>8.1f}  {'met' if row['met'] else 'MISSED'}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ours", required=True, help="our executable (eng/publish-native.sh)")
    parser.add_argument("--real", required=True, help="the real 0.136.0 executable")
    parser.add_argument("--only", nargs="*", choices=list(BARS), help="these cases only")
    parser.add_argument("--quick", action="store_true", help="three runs per case")
    parser.add_argument("--json", help="also write the rows to this file")
    options = parser.parse_args()
    # Below /var/tmp: the real program accepts no home below the temporary directory.
    root = tempfile.mkdtemp(prefix="codexsharp-bench-", dir="/var/tmp")
    rows = []
    try:
        server = sse.Server()
        sides = [Side("ours", os.path.abspath(options.ours), root, server.port), Side("real", os.path.abspath(options.real), root, server.port)]
        print(HEAD)
        for name, (prepare, count) in cases().items():
            if options.only and name not in options.only:
                continue
            try:
                rows.append(summarise(name, measure_case(server, sides, prepare, 3 if options.quick else count)))
                show(rows[-1])
            except RuntimeError as problem:
                rows.append({"case": name, "met": False, "problem": str(problem)})
                print(f"{name:<12} not measured: {problem}", flush=True)
    finally:
        shutil.rmtree(root, ignore_errors=True)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(rows, file, indent=2)
    sys.exit(0 if all(row["met"] for row in rows) else 1)


if __name__ == "__main__":
    main()
