"""What Slack makes of words that people type, turned back into what they typed."""

from __future__ import annotations

import re

MARK = re.compile(r"<(?P<what>[^<>|]*)(?:\|(?P<label>[^<>]*))?>")


def unescaped(text: str) -> str:
    """Without Slack's marks: an address is the address, a mention the name that it shows."""
    bare = MARK.sub(shown, clean(text))
    return bare.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip()


def shown(mark: re.Match[str]) -> str:
    """What stood there before Slack marked it."""
    what, label = mark["what"], mark["label"]
    if what.startswith(("mailto:", "tel:")):
        return label or what.partition(":")[2]
    if what.startswith("@"):
        return f"@{label}" if label else ""
    if what.startswith("#"):
        return f"#{label}" if label else ""
    if what.startswith("!"):
        return label or ""
    return what if "://" in what else (label or what)


def clean(text: str) -> str:
    """Without what no database keeps: half characters and zero bytes."""
    return text.encode("utf-8", "replace").decode().replace("\0", "")
