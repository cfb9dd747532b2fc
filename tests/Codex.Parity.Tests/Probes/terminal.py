"""Runs a program at a terminal of its own, answers what terminals answer, and copies what it prints.

    terminal.py [answer] -- program arguments...

The answer is typed when the program asks [y/N]. The exit code is the program's.
"""
import fcntl
import os
import pty
import struct
import sys
import termios

ROWS, COLUMNS = 40, 120
REPLIES = {b"\x1b[6n": b"\x1b[1;1R", b"\x1b[c": b"\x1b[?62c"}

split = sys.argv.index("--")
answer = "".join(sys.argv[1:split]).encode()
program = sys.argv[split + 1:]

child, terminal = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    os.execvp(program[0], program)

seen = b""
while True:
    try:
        data = os.read(terminal, 65536)
    except OSError:
        break
    if not data:
        break
    for question, reply in REPLIES.items():
        if question in data:
            os.write(terminal, reply)
    seen += data
    if answer and b"[y/N]: \r\n" in seen:
        os.write(terminal, answer + b"\n")
        answer = b""
    os.write(1, data)

sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
