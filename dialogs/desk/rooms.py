"""The channels that the bot sits in: which network each serves, and in which language."""

from collections.abc import Mapping
from dataclasses import replace

from bot.dialog import (
    Button,
    Choose,
    ChooseMany,
    Closed,
    Dialog,
    Message,
    Option,
    Phrase,
    Row,
    Table,
    _,
    as_is,
    just,
    n_,
    say,
)
from bot.domain.coffee.wishes import LEADS
from bot.domain.ids import NetworkKey
from bot.domain.languages import Language
from bot.domain.regions import Region
from bot.domain.room_desk import RoomDesk
from bot.domain.rooms import Room
from dialogs.coffee.following import LEAD_OPTIONS

UNTIED = "none"

SPOKEN: Mapping[str, tuple[Language, ...]] = {
    "fi": (Language.FI,),
    "sv": (Language.SV,),
    "fisv": (Language.FI, Language.SV),
    "svfi": (Language.SV, Language.FI),
}
LANGUAGES = (
    Option("fi", _("Finnish")),
    Option("sv", _("Swedish")),
    Option("fisv", _("Both in one post, Finnish first")),
    Option("svfi", _("Both in one post, Swedish first")),
)


def spoken(room: Room) -> str:
    return next(value for value, languages in SPOKEN.items() if languages == room.languages)


def network_of(room: Room, region: Region) -> Phrase:
    if room.network is None or room.network not in region.networks:
        return _("None yet")
    return just(region.networks[room.network].name)


class ListRooms(Dialog, name="rooms"):
    desk: RoomDesk
    region: Region

    title = _("Channels")
    desk_wishes = ("rooms",)

    def submit(self) -> Message:
        rooms = self.desk.all()
        if not rooms:
            raise Closed(
                say(_("I am in no channel yet. Add me to one in Teams or Slack, then come back."))
            )
        caption = n_("I am in one channel", "I am in {count} channels", len(rooms))
        head = (_("Channel"), _("Network"), _("Language"))
        return say(
            _("What concerns a network is posted in its channels."),
            tables=(Table(caption, head, tuple(map(self.row, rooms))),),
        )

    def row(self, room: Room) -> Row:
        labels = {option.value: option.label for option in LANGUAGES}
        cells = (as_is(room.name), network_of(room, self.region), labels[spoken(room)])
        return Row(
            cells, (Button(_("Change: {name}", name=room.name), TieRoom.name, {"room": room.id}),)
        )


class TieRoom(Dialog, name="tie_room", review=True):
    desk: RoomDesk
    region: Region

    title = _("A channel's network")

    room = Choose[str](_("Which channel?"))
    network = Choose[str](_("Which network or audience does it serve?"), search=True)
    languages = Choose[str](_("In which language do I post there?"), LANGUAGES)
    leads = ChooseMany[str](
        _("When do I remind the channel of a coffee hour?"), LEAD_OPTIONS, default=()
    )

    @room.options
    def sat_in(self) -> list[Option]:
        rooms = self.desk.all()
        if not rooms:
            raise Closed(say(_("I am in no channel any more.")))
        return [Option(room.id, as_is(room.name)) for room in rooms]

    @network.options
    def networks(self) -> list[Option]:
        none = Option(UNTIED, _("None: nothing is posted there"))
        named = [Option(key, just(each.name)) for key, each in self.region.networks.items()]
        return [none, *named]

    @network.presume
    def network_kept(self) -> str | None:
        return self.chosen.network

    @languages.presume
    def languages_kept(self) -> str | None:
        return spoken(self.chosen) if self.chosen.network else None

    @languages.when
    @leads.when
    def serves_one(self) -> bool:
        return self.network != UNTIED

    @leads.presume
    def leads_on(self) -> str | None:
        return ",".join(lead for lead in LEADS if lead not in self.chosen.off)

    @property
    def chosen(self) -> Room:
        return next(room for room in self.desk.all() if room.id == self.room)

    def submit(self) -> Message:
        room, back = self.chosen, (Button(_("All channels"), ListRooms.name),)
        if not self.serves_one():
            self.desk.tie(replace(room, network=None))
            return say(
                _("From now on I post nothing in the channel {room}.", room=room.name),
                buttons=back,
            )
        network, off = NetworkKey(self.network), frozenset(LEADS) - set(self.leads)
        languages = SPOKEN[self.languages]
        self.desk.tie(replace(room, network=network, languages=languages, off=off))
        return say(
            _(
                "From now on I post what concerns {network} in the channel {room}.",
                network=self.region.networks[network].name,
                room=room.name,
            ),
            buttons=back,
        )


class NewRoom(Dialog, name="new_room"):
    """Told to coordinators when the bot was added to a channel."""

    desk: RoomDesk
    region: Region

    title = _("A new channel")

    room = Choose[str](_("Which channel?"))

    @room.options
    def untied(self) -> list[Option]:
        return [Option(r.id, as_is(r.name)) for r in self.desk.all() if r.network is None]

    def submit(self) -> Message:
        name = next(room.name for room in self.desk.all() if room.id == self.room)
        return say(
            _("I was added to the channel {room}. Which network does it serve?", room=name),
            buttons=(Button(_("Choose the network"), TieRoom.name, {"room": self.room}),),
        )
