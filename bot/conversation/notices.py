"""A notification's dialog, opened on behalf of the one it is for."""

from __future__ import annotations

from dataclasses import dataclass

from bot.dialog import Message
from bot.domain.notifications import Notification
from bot.domain.occasion import Occasion

from .stage import Catalogue, said


@dataclass(frozen=True)
class Notices:
    catalogue: Catalogue

    def message(self, notification: Notification, occasion: Occasion) -> Message | None:
        """What is to be said now; None where the occasion for it is gone.

        Raises KeyError where there is no such dialog.
        """
        return said(notification.opens, notification.facts, self.catalogue, occasion)

    def post(self, notification: Notification, occasion: Occasion) -> Message | None:
        """The same for a room, where many read. Raises ValueError where that must not be."""
        if self.catalogue[notification.opens].private:
            raise ValueError(f"{notification.opens} is not for rooms: it is private")
        return self.message(notification, occasion)
