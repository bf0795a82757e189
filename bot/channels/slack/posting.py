"""Writing into a workspace's conversations."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from bot.dialog import Message
from bot.language.speak import Speech

from .draw import Post, posts
from .read import Heard, Spot
from .workspace import JSON, Refused, Slack, Unreached

log = logging.getLogger(__name__)

EVENT = "ake_message"
"""What our messages' metadata is called; a message's key stands in it."""
LOOKED_AT = 100
"""Messages back that are looked through for a key."""


async def write(
    slack: Slack, spot: Spot, message: Message, speech: Speech, key: str, *, again: bool = False
) -> None:
    """Say a message, once. `again` where somebody may have said it before: it is looked for first.

    Raises Refused, and Unreached where the line broke twice.
    """
    for name, post in named(message, speech, key).items():
        await once(slack, spot, post, name, again=again)


def named(message: Message, speech: Speech, key: str) -> dict[str, Post]:
    """The posts that a message takes, by their keys; the last has the key of the whole."""
    *others, last = posts(message, speech)
    return {f"{key}/{number}": post for number, post in enumerate(others, 1)} | {key: last}


async def once(slack: Slack, spot: Spot, post: Post, key: str, *, again: bool) -> None:
    """After a broken line the conversation is asked; where it cannot be, nothing is doubled."""
    arguments = letter(spot, post, key)
    if again and await has(slack, spot, key) is not False:
        return
    try:
        await slack.call("chat.postMessage", arguments, patient=True)
    except Unreached:
        if await has(slack, spot, key) is False:
            await slack.call("chat.postMessage", arguments, patient=True)


def letter(spot: Spot, post: Post, key: str) -> JSON:
    """What is sent to say a post. The same key gives the same `client_msg_id`: nothing promises
    that Slack heeds it, so nothing relies on that.
    """
    written = {
        "channel": spot.channel,
        "text": post.text,
        "blocks": post.blocks,
        "metadata": {"event_type": EVENT, "event_payload": {"key": key}},
        "client_msg_id": str(uuid5(NAMESPACE_URL, f"ake:{key}")),
        "unfurl_links": False,
        "unfurl_media": False,
    }
    return written | ({"thread_ts": spot.thread} if spot.thread else {})


async def has(slack: Slack, spot: Spot, key: str) -> bool | None:
    """Whether one of our last messages there has this key; None where we may not look.

    Raises Refused and Unreached.
    """
    there = await private_channel(slack, spot.channel)
    wanted: JSON = {"channel": there, "include_all_metadata": True, "limit": LOOKED_AT}
    method = "conversations.history"
    if spot.thread:
        method, wanted["ts"] = "conversations.replies", spot.thread
    try:
        return key in keys(await slack.call(method, wanted))
    except Refused as refused:
        if refused.error == "missing_scope":
            return None
        raise


def keys(history: JSON) -> Iterator[str]:
    for message in history.get("messages", ()):
        metadata = message.get("metadata") or {}
        if metadata.get("event_type") == EVENT:
            yield str(metadata.get("event_payload", {}).get("key"))


async def private_channel(slack: Slack, channel: str) -> str:
    """A user's id stands for the conversation with them where one writes, but not where one
    reads.
    """
    if not channel.startswith(("U", "W")):
        return channel
    opened = await slack.call("conversations.open", {"users": channel})
    return str(opened["channel"]["id"])


def in_private(heard: Heard) -> Spot:
    """The conversation that nobody but this person reads: their id stands for it."""
    here = heard.spot.private and heard.spot.channel.startswith("D")
    return heard.spot if here else Spot(heard.spot.team, heard.user)


def unsaid(error: Refused | Unreached, what: str) -> None:
    """For the log: what could not be done and Slack's own word for why, never with whom."""
    log.warning("slack: %s: %s", what, error.args[0] if error.args else type(error).__name__)
