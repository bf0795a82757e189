"""Print the figures of each file in bench/, or of those named: `make bench ARGS=start`.

A file in bench/ measures with `figures()`, which yields a Figure at a time. One that says
LONG takes an hour or more: it runs only where it is named.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path


def main(names: list[str]) -> None:
    for name in names or quick():
        for figure in import_module(f"bench.{name}").figures():
            print(figure, flush=True)


def quick() -> list[str]:
    files = {
        file.stem: file.read_text() for file in sorted(Path(__file__).parent.glob("[a-z]*.py"))
    }
    return [
        name for name, code in files.items() if "def figures(" in code and "LONG = True" not in code
    ]


if __name__ == "__main__":
    main(sys.argv[1:])
