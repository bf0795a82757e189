"""What a trip was made for: a partner visit, a working group's meeting, a job rotation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from bot.domain.ids import MunicipalityCode, NetworkKey
from bot.domain.names import Name

ErrandId = NewType("ErrandId", str)


class ErrandKind(StrEnum):
    """The first three can be claimed for; the last is here to say why it cannot."""

    PARTNER_VISIT = "partner_visit"
    GROUP_MEETING = "working_group_meeting"
    JOB_ROTATION = "job_rotation"
    OTHER = "other"


@dataclass(frozen=True)
class Errand:
    """As much of a visit, a meeting or a rotation as a claim needs to know.

    `notified` is the day on which AKE was told of a partner visit (D-12); a meeting or a
    rotation is recorded by AKE itself. `group` is set for a meeting.
    """

    id: ErrandId
    kind: ErrandKind
    place: Name
    host: MunicipalityCode
    first: date
    last: date
    notified: date | None = None
    group: NetworkKey | None = None

    def is_over(self, today: date) -> bool:
        return self.last < today
