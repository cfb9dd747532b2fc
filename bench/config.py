#!/usr/bin/env python3
"""What a configuration of 500 lines in three layers costs: `features list` with it and without, in turns; the difference of the medians has a bar."""

import argparse
import os
import statistics
import sys
import tempfile

from measure import run

BAR_MILLISECONDS = 3.0


def write(path, lines):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def user_lines(workspace):
    """About 440 lines: scalars, servers, providers, profiles of permissions, trusted projects."""
    lines = ['model = "gpt-5.5"', 'sandbox_mode = "workspace-write"', 'approval_policy = "on-request"', "[features]", "memories = true"]
    for number in range(30):
        lines += ["", f"# server {number}", f"[mcp_servers.server{number}]", 'command = "npx"', f'args = ["-y", "package-{number}", "--flag"]']
        lines += [f"[mcp_servers.server{number}.env]", f'TOKEN_{number} = "value"']
    for number in range(15):
        lines += [f"[model_providers.provider{number}]", f'name = "Provider {number}"', f'base_url = "http://localhost:{number}/v1"', f'env_key = "KEY_{number}"']
    for number in range(40):
        lines += [f'[projects."/home/user/project-{number}"]', 'trust_level = "trusted"', ""]
    return lines + [f'[projects."{workspace}"]', 'trust_level = "trusted"']


def prepare(root, name, is_large):
    home, workspace = os.path.join(root, name, "home"), os.path.join(root, name, "workspace")
    os.makedirs(workspace)
    write(os.path.join(home, "config.toml"), user_lines(workspace) if is_large else [])
    if is_large:
        project = ['model_verbosity = "high"', "[shell_environment_policy.set]"] + [f'VARIABLE_{number} = "{number}"' for number in range(48)]
        write(os.path.join(workspace, ".codex", "config.toml"), project)
    return home, workspace


def measure(executable, home, workspace, options):
    result = run([executable, "features", "list", *options], {"CODEX_HOME": home, "HOME": home, "PATH": os.environ["PATH"]}, workspace)
    if result.exit_code != 0:
        sys.exit(f"features list ended with {result.exit_code}")
    return result.wall * 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ours", required=True, help="our native executable")
    parser.add_argument("--real", help="the real binary, for comparison")
    parser.add_argument("--rounds", type=int, default=100)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir="/var/tmp") as root:
        empty, large = prepare(root, "empty", False), prepare(root, "large", True)
        options = [option for number in range(10) for option in ("-c", f'tui.theme="{number}"')]
        for name, executable in (("ours", arguments.ours), ("0.136.0", arguments.real)):
            if executable is None:
                continue
            executable = os.path.abspath(executable)
            without, with_it = [], []
            for _ in range(arguments.rounds):
                without.append(measure(executable, *empty, []))
                with_it.append(measure(executable, *large, options))
            cost = statistics.median(with_it) - statistics.median(without)
            print(f"{name}: {statistics.median(without):.2f} ms empty, {statistics.median(with_it):.2f} ms with 500 lines, difference {cost:.2f} ms")
            if name == "ours" and cost > BAR_MILLISECONDS:
                sys.exit(f"over the bar of {BAR_MILLISECONDS} ms")


if __name__ == "__main__":
    main()
