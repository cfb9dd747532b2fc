"""Runs a process and measures it: wall time, CPU time of it and its children, peak resident size."""

import os
import subprocess
import sys
from dataclasses import dataclass

SPAWN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "spawn.py")


@dataclass
class Run:
    wall: float
    cpu: float
    peak_kib: int
    exit_code: int


def run(command, environment, directory):
    variables = [f"{name}={value}" for name, value in environment.items()]
    output = subprocess.check_output([sys.executable, "-I", "-S", SPAWN, directory, *variables, "--", *command], text=True)
    wall, cpu, peak, exit_code = output.split()
    return Run(float(wall), float(cpu), int(peak), int(exit_code))


def resident_kib(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
    return 0
