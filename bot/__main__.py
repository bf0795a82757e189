"""`python -m bot`: the `ake` command."""

from __future__ import annotations

import gc
import sys

# What is imported stays, so looking for garbage in it is a tenth of the time that it takes.
gc.disable()

from bot.cli import main  # noqa: E402

gc.freeze()
gc.enable()
sys.exit(main())
