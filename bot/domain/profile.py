"""What people tell of themselves once, so that no dialog has to ask it again."""

from __future__ import annotations

from dataclasses import replace

from .coffee.reminding import remind_anew
from .ids import MunicipalityCode, NetworkKey, PersonId, ServicePointId
from .languages import Language
from .libraries import Libraries
from .occasion import Occasion
from .people import Directorship, Person


class Profile:
    """The profile of the one who acts."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion

    def speak(self, language: Language) -> None:
        self.save(replace(self.occasion.who, language=language))

    def fill(
        self,
        *,
        language: Language,
        home: ServicePointId,
        networks: tuple[NetworkKey, ...],
        directs: bool,
    ) -> None:
        """Keep a whole profile. The role of a director is only said until it is confirmed."""
        town = Libraries(self.occasion).find(home).municipality
        said = self.said(town) if directs else None
        who = replace(
            self.occasion.who,
            language=language,
            home=home,
            networks=networks,
            directs=said,
        )
        self.save(who)
        remind_anew(self.occasion, who)
        if said is not None and not said.confirmed:
            self.ask_coordinators(who, said)

    def said(self, town: MunicipalityCode) -> Directorship:
        """The directorship as it stands: confirmed for one municipality, it holds for that one."""
        kept = self.occasion.who.directs
        return kept if kept and kept.municipality == town else Directorship(town, confirmed=False)

    def ask_coordinators(self, who: Person, said: Directorship) -> None:
        for coordinator in self.occasion.records.people.coordinators():
            key = f"director/{who.id}/{said.municipality}"
            self.occasion.tell(coordinator, key, "confirm_director", person=who.id)

    def wish(self, kind: str, *, wanted: bool) -> None:
        """Switch a kind of notification on or off."""
        who = self.occasion.who
        self.save(replace(who, wishes={**who.wishes, kind: wanted}))

    def save(self, who: Person) -> None:
        self.occasion.records.people.save(who)


class PeopleDesk:
    """What only an AKE coordinator may do with people's roles (ACT-6)."""

    def __init__(self, occasion: Occasion) -> None:
        occasion.as_coordinator()
        self.occasion = occasion

    def unconfirmed(self) -> tuple[Person, ...]:
        return self.occasion.records.people.directors(confirmed=False)

    def decide(self, person: PersonId, town: MunicipalityCode, *, confirmed: bool) -> Person | None:
        """Confirm or undo the role of a municipality's director.

        None where the person no longer says it, or says another municipality by now.
        """
        found = self.occasion.records.people.find(person)
        if found is None or found.directs is None or found.directs.municipality != town:
            return None
        said = replace(found.directs, confirmed=True) if confirmed else None
        decided = replace(found, directs=said)
        self.occasion.records.people.save(decided)
        opens = "director_confirmed" if confirmed else "director_refused"
        key = f"{opens}/{found.directs.municipality}/{self.occasion.now.isoformat()}"
        self.occasion.tell(decided, key, opens)
        return decided
