"""Meetings, job rotations and member lists, as an AKE coordinator records them (D-38)."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from bot.domain.ids import MunicipalityCode, NetworkKey, ServicePointId, fresh
from bot.domain.networks import Network, NetworkKind
from bot.domain.occasion import Occasion

from .books import Recorded
from .errands import ErrandId, ErrandKind
from .known_errands import LOOKS_BACK
from .members import Member, MemberList, read_members


class NotText(Exception):
    """A file that should be a list is something else."""


class ErrandDesk:
    def __init__(self, occasion: Occasion) -> None:
        occasion.as_coordinator()
        self.occasion = occasion
        self.book = occasion.records.errands
        self.members = occasion.records.members

    def groups(self) -> tuple[Network, ...]:
        """Working groups, whose meetings may be claimed for (TC-2)."""
        networks = self.occasion.region.networks.values()
        return tuple(one for one in networks if one.kind is NetworkKind.WORKING_GROUP)

    def record_meeting(self, group: NetworkKey, place: ServicePointId, day: date) -> Recorded:
        kind, key = ErrandKind.GROUP_MEETING, ErrandId(fresh())
        return self.kept(Recorded(key, kind, place, day, day, group))

    def record_rotation(
        self,
        who: str,
        employer: MunicipalityCode,
        place: ServicePointId,
        first: date,
        last: date,
    ) -> Recorded:
        """One that has been agreed with AKE (TC-3). Raises ValueError where it ends too early."""
        if last < first:
            raise ValueError("a rotation ends after it begins")
        kind, key = ErrandKind.JOB_ROTATION, ErrandId(fresh())
        return self.kept(Recorded(key, kind, place, first, last, who=who, employer=employer))

    def kept(self, errand: Recorded) -> Recorded:
        self.book.keep(errand)
        return errand

    def recorded(self) -> tuple[Recorded, ...]:
        """Of the last year, and to come."""
        return self.book.since(self.occasion.today - LOOKS_BACK)

    def remove(self, errand: ErrandId) -> None:
        """Claims made for it stay, and are told of as claims for something unknown."""
        self.book.remove(errand)

    # Members

    def text(self, file: str) -> str:
        """Of a file that the coordinator has handed in. Raises KeyError, NotText."""
        files, who = self.occasion.records.files, self.occasion.who
        found = files.find(file)
        if found is None or found.person != who.id:
            raise KeyError(file)
        for encoding in ("utf-8-sig", "cp1252"):
            with suppress(UnicodeDecodeError):
                text = files.content(file).decode(encoding)
                if "\x00" not in text:
                    return text
        raise NotText

    def done_with(self, file: str) -> None:
        """Names are not kept twice: the list goes once it has been read."""
        self.occasion.records.files.remove(file)

    def read(self, text: str) -> MemberList:
        return read_members(text, self.group_names())

    def group_names(self) -> dict[str, NetworkKey]:
        """Every name and key a group goes by, in small letters."""
        return {
            name.casefold(): network.key
            for network in self.groups()
            for name in (*network.aliases, network.name.sv, network.name.fi, network.key)
        }

    def import_members(self, read: MemberList) -> None:
        """Each group and year that the list names gets the members that the list has."""
        for group, year in sorted({(one.group, one.year) for one in read.members}):
            named = [one for one in read.members if (one.group, one.year) == (group, year)]
            self.members.replace(group, year, named)

    def listed(self) -> tuple[Member, ...]:
        return self.members.all()
