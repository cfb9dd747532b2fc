"""A scripted Responses provider that costs as little as possible: every reply is bytes made beforehand."""

import json
import socket
import threading


def event(payload):
    return f"event: {payload['type']}\ndata: {json.dumps(payload)}\n\n".encode()


def completed(number=1):
    return event({"type": "response.completed", "response": {"id": f"resp_{number}", "usage": {
        "input_tokens": 100, "input_tokens_details": {"cached_tokens": 0}, "output_tokens": 10,
        "output_tokens_details": {"reasoning_tokens": 0}, "total_tokens": 110}}})


def message(text):
    return event({"type": "response.output_item.done", "item": {
        "type": "message", "id": "msg_1", "role": "assistant", "content": [{"type": "output_text", "text": text}]}})


def call(name, arguments, call_id="call_1"):
    return event({"type": "response.output_item.done", "item": {
        "type": "function_call", "id": f"fc_{call_id}", "name": name, "arguments": json.dumps(arguments), "call_id": call_id}})


def says(text="done"):
    return message(text) + completed()


def deltas(count):
    added = event({"type": "response.output_item.added", "item": {
        "type": "message", "id": "msg_1", "role": "assistant", "content": []}})
    words = [f"word{number} " for number in range(count)]
    body = b"".join(event({"type": "response.output_text.delta", "item_id": "msg_1", "output_index": 0, "content_index": 0,
                           "delta": word}) for word in words)
    return added + body + message("".join(words)) + completed()


class Server:
    """Answers the n-th model request with the n-th reply of the script, the last one again and again."""

    def __init__(self):
        self.script = [says()]
        self.count = 0
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def start(self, script):
        with self._lock:
            self.script, self.count = script, 0

    def _accept(self):
        while True:
            connection, _ = self._listener.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection):
        try:
            with connection, connection.makefile("rb", buffering=1 << 20) as reader:
                while True:
                    request = reader.readline()
                    if not request:
                        return
                    self._skip_request(reader)
                    connection.sendall(self._answer(request))
        except OSError:
            pass

    @staticmethod
    def _skip_request(reader):
        length, chunked = 0, False
        while (line := reader.readline()) not in (b"\r\n", b""):
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
            chunked = chunked or (name.lower() == b"transfer-encoding" and b"chunked" in value)
        while chunked:
            size = int(reader.readline().split(b";")[0], 16)
            reader.read(size + 2)
            chunked = size > 0
        while length > 0:
            length -= len(reader.read(min(length, 1 << 20)))

    def _answer(self, request):
        if not request.startswith(b"POST"):
            return b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n"
        with self._lock:
            body = self.script[min(self.count, len(self.script) - 1)]
            self.count += 1
        return (b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"
                + b"%x\r\n" % len(body) + body + b"\r\n0\r\n\r\n")
