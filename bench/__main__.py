"""Print the figures of each file in bench/, or of those named: `make bench ARGS=start`.

A file in bench/ measures with `figures()`, which yields a Figure at a time.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path


def main(names: list[str]) -> None:
    here = Path(__file__).parent
    found = sorted(file.stem for file in here.glob("*.py") if "def figures(" in file.read_text())
    for name in names or [stem for stem in found if stem != "__main__"]:
        for figure in import_module(f"bench.{name}").figures():
            print(figure, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
