"""A visit as the answers that would make it, in their wire forms."""

from collections.abc import Mapping

from bot.domain.visits.visits import Visit


def answers(visit: Visit) -> Mapping[str, str]:
    """By the names of the questions; what was never told is left out."""
    told = {
        "wished": visit.wished,
        "length": visit.length,
        "joined_by": ",".join(visit.guests),
        "joy": visit.topics.joy,
        "problem": visit.topics.problem,
        "topics": visit.topics.other,
        "officials": yes_no(visit.officials),
        "thought_over": yes_no(visit.topics.thought_over),
        "media": visit.media,
        "spoken": visit.spoken,
    }
    if visit.day is not None:
        told["meeting_day"] = visit.day.isoformat()
    if visit.meeting is not None:
        told["meeting_time"] = visit.meeting.begins.isoformat("minutes")
        told["place"] = visit.meeting.place
    if visit.staff is not None:
        told["staff"] = str(visit.staff)
    return told


def yes_no(value: bool) -> str:
    return "yes" if value else "no"
