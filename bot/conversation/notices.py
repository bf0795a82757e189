"""A notification's dialog, opened on behalf of the one it is for."""

from __future__ import annotations

from dataclasses import dataclass

from bot.dialog import Closed, Message, Rejected
from bot.domain.languages import Language
from bot.domain.notifications import Notification
from bot.domain.occasion import Occasion
from bot.domain.people import NOBODY, NotAllowed, Person

from .stage import Catalogue, Stage
from .turns import Draft


@dataclass(frozen=True)
class Notices:
    catalogue: Catalogue

    def message(self, notification: Notification, occasion: Occasion) -> Message | None:
        """What is to be said now; None where the occasion for it is gone.

        Raises KeyError where there is no such dialog.
        """
        kind = self.catalogue[notification.opens]
        draft = Draft("notice", kind.name, kind.version, notification.facts)
        try:
            stage = Stage(draft, kind, occasion)
            if not stage.complete:
                return None
            with occasion.records.attempt():
                return stage.dialog.submit()
        except (Closed, Rejected, NotAllowed):
            return None

    def post(self, notification: Notification, occasion: Occasion) -> Message | None:
        """The same for a room, where many read. Raises ValueError where that must not be."""
        if self.catalogue[notification.opens].private:
            raise ValueError(f"{notification.opens} is not for rooms: it is private")
        return self.message(notification, occasion)


def nobody(language: Language) -> Person:
    """The one for whom a room's posts are opened: somebody with no name, home or rights."""
    return Person(NOBODY, language=language)
