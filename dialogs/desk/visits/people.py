"""AKE's own people: who they are, and what they speak and do."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

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
    Text,
    YesNo,
    _,
    as_is,
    just,
    say,
)
from bot.domain.ids import AkePersonId, PersonId
from bot.domain.languages import Language
from bot.domain.visits.ake_people import AkePerson, AkeRole
from bot.domain.visits.people_desk import AkePeopleDesk
from bot.domain.visits.visits import Visit
from dialogs.languages import LANGUAGES
from dialogs.visits.wording import VisitWords

NOT_HERE = "none"
ROLES = (
    Option(AkeRole.INFORMATICIAN, _("Informatician")),
    Option(AkeRole.DIRECTOR, _("Director of library services")),
    Option(AkeRole.AUTHORITY, _("Representative of the authority")),
)
BACK = (Button(_("AKE's people"), "ake_people"),)


class ListAkePeople(Dialog, name="ake_people"):
    desk: AkePeopleDesk

    title = _("AKE's people")
    desk_wishes = ("ake_people",)

    def submit(self) -> Message:
        add = Button(_("Add a person"), "add_ake_person")
        away = Button(_("Note an absence"), "add_absence")
        people = self.desk.all()
        if not people:
            text = _("Nobody is listed yet. Add those who go on visits; two go at a time.")
            return say(text, buttons=(add,))
        head = (_("Name"), _("Roles"), _("Languages"), _("Away"))
        table = Table(_("AKE's people"), head, tuple(map(self.row, people)))
        return say(tables=(table,), buttons=(add, away))

    def row(self, one: AkePerson) -> Row:
        given = {"person": one.id}
        away = tuple(
            days(absence.first, absence.last)
            for absence in self.desk.absences()
            if absence.person == one.id
        )
        cells = (
            as_is(one.name),
            chosen(ROLES, one.roles),
            chosen(LANGUAGES, one.languages),
            just(away) if away else _("No"),
        )
        return Row(cells, (Button(_("Change: {name}", name=one.name), "change_ake_person", given),))


class AddAkePerson(Dialog, name="add_ake_person"):
    desk: AkePeopleDesk

    title = _("Add a person")

    called = Text(_("What is the person's name?"), most=100)
    roles = ChooseMany[AkeRole](_("What is their role on visits?"), ROLES)
    languages = ChooseMany[Language](_("Which languages do they speak?"), LANGUAGES)
    person = Choose[str](
        _("Who are they here?"),
        search=True,
        default="",
        hint=_("So that I can tell them of their visits. You can skip this."),
    )

    @person.options
    def acquaintances(self) -> list[Option]:
        return person_options(self.desk)

    def submit(self) -> Message:
        person = PersonId(self.person) if self.person else None
        roles, languages = map(AkeRole, self.roles), map(Language, self.languages)
        added = self.desk.add(self.called, tuple(languages), tuple(roles), person)
        return say(_("{name} is now one of AKE's people.", name=added.name), buttons=BACK)


class ChangeAkePerson(Dialog, name="change_ake_person", review=True):
    desk: AkePeopleDesk
    words: VisitWords

    title = _("Change a person")

    of = Choose[AkePersonId](_("Whose details?"))
    called = Text(_("What is the person's name?"), most=100)
    roles = ChooseMany[AkeRole](_("What is their role on visits?"), ROLES)
    languages = ChooseMany[Language](_("Which languages do they speak?"), LANGUAGES)
    person = Choose[str](_("Who are they here?"), search=True)
    stays = YesNo(_("Do they go on visits?"), hint=_("Answer no when somebody leaves AKE."))

    @of.options
    def listed(self) -> list[Option]:
        return ake_person_options(self.desk)

    @called.presume
    def name_kept(self) -> str:
        return self.kept.name

    @roles.presume
    def roles_kept(self) -> str:
        return ",".join(self.kept.roles)

    @languages.presume
    def languages_kept(self) -> str:
        return ",".join(self.kept.languages)

    @person.options
    def acquaintances(self) -> list[Option]:
        return [Option(NOT_HERE, _("Not here")), *person_options(self.desk)]

    @person.presume
    def person_kept(self) -> str:
        return self.kept.person or NOT_HERE

    @stays.presume
    def stays_on(self) -> str:
        return "yes"

    @property
    def kept(self) -> AkePerson:
        return self.desk.find(self.of)

    def submit(self) -> Message:
        if not self.stays:
            left = self.kept.name
            visits = self.desk.part(self.of)
            text = _("{name} is no longer one of AKE's people.", name=left)
            return say(text, *others_needed(visits, self.words), buttons=BACK)
        changed = replace(
            self.kept,
            name=self.called,
            roles=frozenset(map(AkeRole, self.roles)),
            languages=frozenset(map(Language, self.languages)),
            person=None if self.person == NOT_HERE else PersonId(self.person),
        )
        self.desk.change(changed)
        return say(_("The details of {name} are changed.", name=changed.name), buttons=BACK)


def person_options(desk: AkePeopleDesk) -> list[Option]:
    return [Option(one.id, as_is(one.name)) for one in desk.acquaintances() if one.name]


def ake_person_options(desk: AkePeopleDesk) -> list[Option]:
    """Raises Closed where there is nobody."""
    people = desk.all()
    if not people:
        add = Button(_("Add a person"), "add_ake_person")
        raise Closed(say(_("Nobody is listed yet."), buttons=(add,)))
    return [Option(one.id, as_is(one.name)) for one in people]


def chosen(options: tuple[Option, ...], values: Collection[str]) -> Phrase:
    return just(tuple(option.label for option in options if option.value in values))


def days(first: date, last: date) -> Phrase:
    """How long somebody is away; often it is one day."""
    if first == last:
        return _("{day:bare}", day=first)
    return _("{first:short}–{last:bare}", first=first, last=last)


def others_needed(visits: tuple[Visit, ...], words: VisitWords) -> tuple[Phrase, ...]:
    """Which visits somebody else has to go on now."""
    if not visits:
        return ()
    named = tuple(
        _("{visit}, {when}", visit=words.title(one), when=words.when(one)) for one in visits
    )
    return (_("Somebody else has to go on these visits: {visits}.", visits=named),)
