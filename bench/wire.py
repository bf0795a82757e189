"""The outside world of the outbox's benches: a small HTTP server that takes its time.

python -m bench.wire 0.08

POST /send/<key> is answered after so many seconds; GET /has/<key> and GET /all tell what came.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote

CAME: Counter[str] = Counter()


class Wire(asyncio.Protocol):
    """As little of HTTP as aiohttp needs, so that the outside world is not what is measured."""

    def __init__(self, delay: float) -> None:
        self.delay, self.unread = delay, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.unread += data
        while (end := self.unread.find(b"\r\n\r\n")) >= 0:
            head = self.unread[:end].lower()
            at = head.find(b"content-length:")
            length = int(head[at + 15 :].split(b"\r\n", 1)[0]) if at >= 0 else 0
            if len(self.unread) < end + 4 + length:
                return
            line = self.unread[: self.unread.find(b"\r\n")].decode()
            self.unread = self.unread[end + 4 + length :]
            self.asked(*line.split()[:2])

    def asked(self, method: str, path: str) -> None:
        loop, key = asyncio.get_running_loop(), unquote(path.split("/", 2)[-1])
        if method == "POST":
            loop.call_later(self.delay / 2, CAME.update, [key])
            loop.call_later(self.delay, self.answer, {"id": "1"})
        else:
            self.answer(CAME if path == "/all" else CAME[key] > 0)

    def answer(self, told: object) -> None:
        body = json.dumps(told).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
        if not self.transport.is_closing():
            self.transport.write(f"{head}\r\n\r\n".encode() + body)


@contextmanager
def outside(delay: float) -> Iterator[str]:
    """The address of such a server, in a process of its own."""
    command = [sys.executable, "-m", "bench.wire", str(delay)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(server.stdout.readline())}"
        finally:
            server.kill()


async def serve(delay: float) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Wire(delay), "127.0.0.1", 0, backlog=1000)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(float(sys.argv[1])))
