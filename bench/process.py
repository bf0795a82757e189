"""A server that is measured, in a process of its own."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import psutil

PORT = "{port}"
"""Stands among a server's words for the port that it is given."""
PATIENCE = 20.0
"""Seconds after which a server has failed to come up."""


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def launched(module: str, *words: str) -> Iterator[tuple[str, psutil.Process]]:
    """Its address and its process, begun but maybe not listening yet; ended at the end."""
    port = str(free_port())
    told = [port if word == PORT else word for word in words]
    process = subprocess.Popen([sys.executable, "-m", module, *told])
    try:
        yield f"http://127.0.0.1:{port}", psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait()


def wait_for(url: str) -> None:
    """Until the server listens. Raises TimeoutError."""
    at = urlsplit(url)
    began = time.perf_counter()
    while time.perf_counter() - began < PATIENCE:
        with socket.socket() as there:
            if there.connect_ex((str(at.hostname), int(at.port or 0))) == 0:
                return
        time.sleep(0.05)  # noqa: TID251 (a bench waits for its server)
    raise TimeoutError("the server did not come up")
