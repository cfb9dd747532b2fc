"""The patch case: 400 files, ten hunks in each, applied by the apply_patch tool within one turn."""

import os

import sse_server as sse

FILES, HUNKS, GAP = 400, 10, 20


def content(file):
    return [f"file {file} line {number}: the quick brown fox" for number in range(HUNKS * GAP)]


def patch():
    text = ["*** Begin Patch"]
    for file in range(FILES):
        lines = content(file)
        text.append(f"*** Update File: src/f{file:03}.txt")
        for hunk in range(HUNKS):
            at = hunk * GAP + GAP // 2
            text += ["@@", f" {lines[at - 1]}", f"-{lines[at]}", f"+{lines[at]} CHANGED", f" {lines[at + 1]}"]
    return "\n".join([*text, "*** End Patch", ""])


def prepare(server, side):
    directory = os.path.join(side.workspace, "src")
    os.makedirs(directory, exist_ok=True)
    for file in range(FILES):
        with open(os.path.join(directory, f"f{file:03}.txt"), "w", encoding="utf-8") as output:
            output.write("\n".join(content(file)) + "\n")
    call = sse.event({"type": "response.output_item.done", "item": {
        "type": "custom_tool_call", "id": "ctc_1", "status": "completed", "name": "apply_patch", "input": patch(), "call_id": "c1"}})
    server.start([call + sse.completed(), sse.says()])
    return ["exec", "--skip-git-repo-check", "--json", "-s", "danger-full-access", "do it"]
