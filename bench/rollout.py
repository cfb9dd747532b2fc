"""Writes a long rollout: a thread of many turns, compacted about once per megabyte as a real one would be, or never."""

import json
import os

THREAD = "019a0000-0000-7000-8000-000000000001"
STAMP = "2026-01-02T03:04:05.678Z"
OUTPUT_HEAD = "Chunk ID: abcdef\nWall time: 0.1000 seconds\nProcess exited with code 0\nOriginal token count: 2000\nOutput:\n"


def line(kind, payload):
    return json.dumps({"timestamp": STAMP, "type": kind, "payload": payload}, separators=(",", ":")) + "\n"


def text_message(role, text):
    kind = "output_text" if role == "assistant" else "input_text"
    return {"type": "message", "role": role, "content": [{"type": kind, "text": text}]}


def turn(number, cwd):
    turn_id = f"019a0000-0000-7000-9000-{number:012x}"
    output = OUTPUT_HEAD + (f"line of output {number} " + "y" * 60 + "\n") * 100
    usage = {"input_tokens": 1000, "cached_input_tokens": 0, "output_tokens": 10, "reasoning_output_tokens": 0, "total_tokens": 1010}
    return [
        line("event_msg", {"type": "task_started", "turn_id": turn_id, "started_at": 1767323045,
                           "model_context_window": 258400, "collaboration_mode_kind": "default"}),
        line("turn_context", {"turn_id": turn_id, "cwd": cwd, "approval_policy": "never",
                              "sandbox_policy": {"type": "danger-full-access"}, "model": "gpt-5.5", "summary": "auto"}),
        line("response_item", text_message("user", f"question {number}")),
        line("event_msg", {"type": "user_message", "message": f"question {number}", "images": [], "local_images": [], "text_elements": []}),
        line("response_item", {"type": "function_call", "name": "exec_command", "arguments": "{\"cmd\":\"cat log\"}", "call_id": f"c{number}"}),
        line("response_item", {"type": "function_call_output", "call_id": f"c{number}", "output": output}),
        line("event_msg", {"type": "token_count", "info": {"total_token_usage": usage, "last_token_usage": usage,
                           "model_context_window": 258400}, "rate_limits": None}),
        line("event_msg", {"type": "agent_message", "message": f"answer {number}", "phase": None, "memory_citation": None}),
        line("response_item", text_message("assistant", f"answer {number}")),
        line("event_msg", {"type": "task_complete", "turn_id": turn_id, "last_agent_message": f"answer {number}",
                           "completed_at": 1767323046, "duration_ms": 1000, "time_to_first_token_ms": 100}),
    ]


def compaction(number):
    history = [text_message("user", f"question {number}"), text_message("user", f"Summary up to turn {number}.")]
    return [
        line("compacted", {"message": f"Summary up to turn {number}.", "replacement_history": history}),
        line("event_msg", {"type": "context_compacted"}),
    ]


def write(home, cwd, megabytes, compacted):
    """Writes the rollout below home; without compaction all of it is live context."""
    directory = os.path.join(home, "sessions", "2026", "01", "02")
    os.makedirs(directory, exist_ok=True)
    path = os.path.join(directory, f"rollout-2026-01-02T03-04-05-{THREAD}.jsonl")
    with open(path, "w", encoding="utf-8") as file:
        file.write(line("session_meta", {
            "id": THREAD, "timestamp": STAMP, "cwd": cwd, "originator": "codex_exec", "cli_version": "0.136.0", "source": "exec",
            "thread_source": "user", "model_provider": "fake", "base_instructions": {"text": "You are a coding agent."}}))
        number, size, next_compaction = 0, 0, 1 << 20
        while size < megabytes << 20:
            number += 1
            lines = turn(number, cwd)
            if compacted and size >= next_compaction:
                lines += compaction(number)
                next_compaction += 1 << 20
            file.writelines(lines)
            size += sum(map(len, lines))
        file.writelines(turn(number + 1, cwd))
