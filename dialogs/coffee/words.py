"""What is said of a coffee hour wherever it is named."""

from __future__ import annotations

from bot.dialog import Button, Option, Paper, Phrase, Row, Table, Weight, _, as_is, just
from bot.domain.coffee.hours import CoffeeHour, CoffeeState
from bot.domain.regions import Region

LANGUAGES = {
    ("fi",): _("in Finnish"),
    ("sv",): _("in Swedish"),
    ("fi", "sv"): _("in Finnish and Swedish"),
    ("sv", "fi"): _("in Finnish and Swedish"),
}


def named(hour: CoffeeHour) -> Phrase:
    """A coffee hour with its day, as an option or in a sentence of its own."""
    return _("{title}, {when}", title=hour.title, when=hour.starts)


def hour_options(hours: tuple[CoffeeHour, ...]) -> list[Option]:
    return [Option(hour.id, named(hour)) for hour in hours]


def details(hour: CoffeeHour, region: Region) -> tuple[Phrase, ...]:
    """Everything one needs to come: for whom, in which language, about what, with whom, where."""
    audience = region.network(hour.audience).name
    said = [] if hour.title == audience else [_("For: {audience}", audience=audience)]
    said.append(
        _(
            "It lasts {length} minutes and is held {language}.",
            length=hour.length,
            language=LANGUAGES[hour.languages],
        )
    )
    if hour.topic:
        said.append(_("Topic: {topic}", topic=hour.topic))
    if hour.guest:
        said.append(_("Guest: {guest}", guest=hour.guest))
    if hour.link:
        said.append(_("Join here: {link}", link=hour.link))
    return tuple(said)


def hour_table(hours: tuple[CoffeeHour, ...], region: Region, attended: frozenset[str]) -> Table:
    """What is coming, with buttons to say whether one comes."""
    head = (_("Coffee hour"), _("When"), _("For whom"), _("Topic and guest"), _("Language"))
    rows = tuple(
        Row(
            (
                just(hour.title),
                just(hour.starts),
                just(region.network(hour.audience).name),
                as_is(" – ".join(filter(None, (hour.topic, hour.guest))) or "–"),
                LANGUAGES[hour.languages],
            ),
            (coming_button(hour, comes=hour.id in attended),),
        )
        for hour in hours
    )
    return Table(_("Coming coffee hours"), head, rows)


def coming_button(hour: CoffeeHour, *, comes: bool) -> Button:
    given = {"hour": hour.id, "comes": "no" if comes else "yes"}
    if comes:
        return Button(_("I cannot come after all"), "coffee_attend", given)
    return Button(_("I am coming"), "coffee_attend", given, Weight.MAIN)


def calendar_paper(hour: CoffeeHour) -> Paper:
    title = _("Into the calendar: {title}, {when}", title=hour.title, when=hour.starts)
    if hour.state is CoffeeState.CANCELLED:
        title = _("Out of the calendar: {title}, {when}", title=hour.title, when=hour.starts)
    return Paper(title, "etakahvit.ics", "coffee_calendar", {"hour": hour.id})
