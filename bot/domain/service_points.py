"""Main libraries, branches and mobile libraries, and how their names bend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from bot.domain.ids import MunicipalityCode, PersonId, ServicePointId
from bot.domain.names import FORMS, Name
from bot.domain.places import Coordinates, Municipality

FINNISH_ENDINGS = ("n", "ssa", "sta", "on")
"""Of a name that ends in kirjasto or kirjastoauto, in the order of FORMS."""


MAIN = "main"
"""How the id of a main library ends: `853-main`."""


class ServicePointKind(StrEnum):
    MAIN = "main"
    BRANCH = "branch"
    MOBILE = "mobile"
    """Counts as a branch of its main library (D-4)."""


@dataclass(frozen=True)
class ServicePoint:
    """One library that people go to, or that comes to them (ACT-4)."""

    id: ServicePointId
    municipality: MunicipalityCode
    kind: ServicePointKind
    name: Name
    default_language: str | None = None
    """None: ask (D-33)."""
    active: bool = True
    """A closed one stays known: registrations and visits point to it."""
    coordinates: Coordinates | None = None
    external_id: str | None = None
    """What the list it was imported from calls it."""


def main_library(municipality: Municipality) -> ServicePoint:
    """The one that every municipality has before anything is imported (D-39)."""
    owner_fi = format(municipality.name.in_language("fi"), "genitive")
    return ServicePoint(
        ServicePointId(f"{municipality.code}-{MAIN}"),
        municipality.code,
        ServicePointKind.MAIN,
        library_name(f"{owner_fi} pääkirjasto", f"{swedish_owner(municipality)} huvudbibliotek"),
        municipality.default_language,
    )


def swedish_owner(municipality: Municipality) -> str:
    """Finland-Swedish says Åbo huvudbibliotek after a vowel, Nystads huvudbibliotek otherwise."""
    name = municipality.name.sv
    return name if name[-1].lower() in "aeiouyåäösxz" else f"{name}s"


def library_name(fi: str, sv: str) -> Name:
    """A name with the forms that its ending allows to make; others keep those of `Name`."""
    return Name(fi, sv, {"fi": finnish_forms(fi), "sv": swedish_forms(sv)})


def finnish_forms(name: str) -> Mapping[str, str]:
    if not name.lower().endswith(("kirjasto", "kirjastoauto")):
        return {}
    return {form: name + end for form, end in zip(FORMS, FINNISH_ENDINGS, strict=True)}


def swedish_forms(name: str) -> Mapping[str, str]:
    """One is at a library (på), but in a bookmobile (i)."""
    if name.lower().endswith("bokbuss"):
        texts = (name, f"i {name}", f"från {name}", f"till {name}")
    elif name.lower().endswith("bibliotek"):
        texts = (f"{name}s", f"på {name}", f"från {name}", f"till {name}")
    else:
        return {}
    return dict(zip(FORMS, texts, strict=True))


@dataclass(frozen=True)
class Suggestion:
    """A service point that a worker has missed in the list, waiting for a coordinator's word."""

    point: ServicePoint
    by: PersonId


class ServicePoints(Protocol):
    """Service points beside the main libraries, which come with the region."""

    def added(self) -> tuple[ServicePoint, ...]:
        """Imported or accepted, closed ones too."""
        ...

    def suggestions(self) -> tuple[Suggestion, ...]: ...

    def suggest(self, suggestion: Suggestion) -> None: ...

    def keep(self, point: ServicePoint) -> None:
        """Add one, or change it where one of that id is there; a suggestion is accepted by it."""
        ...

    def refuse(self, point: ServicePointId) -> None:
        """Drop a suggestion."""
        ...
