"""Starts one command and prints its wall time, CPU time, peak resident size and exit code.

A process of its own, as small as Python can be: the kernel counts the memory of the process that starts another one into
the peak of the started one. Imports nothing that is not built in; run with -I -S.

    spawn.py DIRECTORY NAME=VALUE... -- COMMAND...
"""

import posix
import sys
import time

separator = sys.argv.index("--")
environment = dict(variable.split("=", 1) for variable in sys.argv[2:separator])
command = sys.argv[separator + 1:]
posix.chdir(sys.argv[1])
null = [(posix.POSIX_SPAWN_OPEN, 0, "/dev/null", posix.O_RDONLY, 0),
        (posix.POSIX_SPAWN_OPEN, 1, "/dev/null", posix.O_WRONLY, 0),
        (posix.POSIX_SPAWN_OPEN, 2, "/dev/null", posix.O_WRONLY, 0)]
start = time.perf_counter()
pid = posix.posix_spawn(command[0], command, environment, file_actions=null)
_, status, usage = posix.wait4(pid, 0)
wall = time.perf_counter() - start
print(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, posix.waitstatus_to_exitcode(status))
