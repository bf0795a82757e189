"""Libraries that are missing in the list: suggested by a worker, accepted by a coordinator."""

from bot.dialog import (
    Button,
    Choose,
    Closed,
    Dialog,
    Message,
    Option,
    Phrase,
    Text,
    Weight,
    YesNo,
    _,
    just,
    say,
)
from bot.domain.ids import MunicipalityCode, ServicePointId, fresh, town_of
from bot.domain.libraries import Libraries, LibraryDesk
from bot.domain.occasion import Occasion
from bot.domain.regions import Region
from bot.domain.service_points import ServicePoint, ServicePointKind, library_name

KINDS = (
    Option(ServicePointKind.BRANCH, _("A branch library")),
    Option(ServicePointKind.MOBILE, _("A mobile library")),
)


class SuggestLibrary(Dialog, name="suggest_library"):
    occasion: Occasion
    libraries: Libraries

    title = _("Suggest a library")
    wishes = ("suggest_library",)

    town = Choose[MunicipalityCode](_("In which municipality is it?"), search=True)
    kind = Choose[ServicePointKind](_("What kind of library is it?"), KINDS)
    name_fi = Text(_("What is its name in Finnish?"), most=100)
    name_sv = Text(
        _("What is its name in Swedish?"),
        most=100,
        default="",
        hint=_("You can skip this if it has none."),
    )

    @town.options
    def towns(self) -> list[Option]:
        towns = self.occasion.region.municipalities.values()
        return [Option(one.code, just(one.name)) for one in towns]

    @town.presume
    def own(self) -> str | None:
        home = self.occasion.who.home
        return town_of(home) if home else None

    def submit(self) -> Message:
        name = library_name(self.name_fi, self.name_sv or self.name_fi)
        point = ServicePoint(
            ServicePointId(f"{self.town}-{fresh()[:8]}"),
            self.town,
            ServicePointKind(self.kind),
            name,
            self.occasion.region.municipality(self.town).default_language,
        )
        self.libraries.suggest(point)
        return say(
            _(
                "Thank you! AKE's coordinators look at your suggestion, and I tell you when "
                "{library} is in the list.",
                library=name,
            )
        )


class SuggestedLibrary(Dialog, name="suggested_library"):
    """Told to coordinators when a worker has suggested a library."""

    desk: LibraryDesk
    region: Region

    title = _("A suggested library")

    point = Choose[ServicePointId](_("Which library?"))

    @point.options
    def suggested(self) -> list[Option]:
        return suggestion_options(self.desk, self.region)

    def submit(self) -> Message:
        yes = {"point": self.point, "accept": "yes"}
        no = {"point": self.point, "accept": "no"}
        library = {one.value: one.label for one in self.suggested()}[self.point]
        return say(
            _("A library has been suggested for the list: {library}.", library=library),
            buttons=(
                Button(_("Add it to the list"), "decide_library", yes, Weight.MAIN),
                Button(_("Leave it out"), "decide_library", no),
            ),
        )


class DecideLibrary(Dialog, name="decide_library", confirm=False):
    desk: LibraryDesk
    region: Region

    title = _("Suggested libraries")
    desk_wishes = ("decide_library",)

    point = Choose[ServicePointId](_("Which library?"))
    accept = YesNo(_("Shall it be added to the list?"))

    @point.options
    def suggested(self) -> list[Option]:
        options = suggestion_options(self.desk, self.region)
        if not options:
            raise Closed(say(_("No libraries wait to be added.")))
        return options

    @point.presume
    def only_one(self) -> str | None:
        found = self.desk.suggestions()
        return found[0].point.id if len(found) == 1 else None

    def opening(self) -> tuple[Phrase, ...]:
        found = self.desk.suggestions()
        return (described(found[0].point, self.region),) if len(found) == 1 else ()

    def submit(self) -> Message:
        if self.accept:
            name = self.desk.accept(self.point).point.name
            return say(_("{library} is now in the list.", library=name))
        name = self.desk.refuse(self.point).point.name
        return say(_("{library} was left out of the list.", library=name))


class LibraryAccepted(Dialog, name="library_accepted"):
    """Told to the one who suggested it."""

    libraries: Libraries

    title = _("A new library")

    point = Choose[ServicePointId](_("Which library?"))

    @point.options
    def listed(self) -> list[Option]:
        return [Option(one.id, just(one.name)) for one in self.libraries.all()]

    def submit(self) -> Message:
        name = self.libraries.find(self.point).name
        text = _("{library} is now in the list, as you suggested.", library=name)
        return say(text, buttons=(Button(_("Change my details"), "profile"),))


class LibraryRefused(Dialog, name="library_refused"):
    """Told to the one who suggested it."""

    title = _("Your suggestion")

    def submit(self) -> Message:
        return say(
            _(
                "AKE's coordinators did not add the library that you suggested. Please ask "
                "them if you wonder why."
            )
        )


def suggestion_options(desk: LibraryDesk, region: Region) -> list[Option]:
    return [Option(one.point.id, described(one.point, region)) for one in desk.suggestions()]


def described(point: ServicePoint, region: Region) -> Phrase:
    town = region.municipality(point.municipality).name
    kind = next(option.label for option in KINDS if option.value == point.kind)
    return _("{library} ({kind}, {town})", library=point.name, kind=kind, town=town)
