"""Reads a region's folder, and refuses one that is not whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bot.domain.ids import ConsortiumKey, MunicipalityCode, NetworkKey
from bot.domain.interests import Interest
from bot.domain.labels import Label
from bot.domain.networks import Network
from bot.domain.places import Consortium, Municipality
from bot.domain.rates import Rate
from bot.domain.regions import Region
from bot.regions import arrangements, identity, lists, places, rail
from bot.regions.entries import Entry
from bot.regions.faults import Fault, RegionError
from bot.regions.folder import Folder, cells, names, once
from bot.regions.holidays import Holidays
from bot.regions.tables import Document

HERE = Path(__file__).parent
SETTINGS = "region.toml"
MUNICIPALITIES = "municipalities.csv"

Consortia = dict[ConsortiumKey, Consortium]
Municipalities = dict[MunicipalityCode, Municipality]
Borders = dict[MunicipalityCode, frozenset[MunicipalityCode]]


def regions(folder: Path | None = None) -> tuple[str, ...]:
    """The keys of the regions there are."""
    return tuple(sorted(file.parent.name for file in (folder or HERE).glob(f"*/{SETTINGS}")))


def load(key: str, folder: Path | None = None) -> Region:
    """The region in `folder`/`key`. Raises RegionError with all that is wrong in its files."""
    if key not in (known := regions(folder)):
        raise RegionError(Fault(key, None, f"there is no such region, only {', '.join(known)}"))
    files = Folder((folder or HERE) / key)
    document = read_document(files)
    networks, rates, labels = read_networks(files), read_rates(files), read_labels(files)
    interests = read_interests(files)
    consortia, municipalities = read_consortia(files), read_municipalities(files)
    files.faults.stop_here()
    check_belonging(files, consortia)
    borders, distances = read_borders(files, municipalities), read_distances(files, municipalities)
    try_tables(files, document, municipalities, rates)
    files.faults.stop_here()
    return Region(
        key=key,
        name=identity.name(document),
        zone=identity.zone(document),
        default_language=identity.default_language(document),
        library=identity.library(document),
        home=identity.home(document, municipalities),
        municipalities=municipalities,
        consortia=consortia,
        networks=networks,
        interests=interests,
        rates=rates,
        labels=labels,
        contacts=identity.contacts(document),
        invoicing=identity.invoicing(document, schemes(rates)),
        arrangements=arrangements.arrangements(document),
        holidays=Holidays(),
        links=identity.links(document),
        borders=borders,
        distances=distances,
        stations=rail.stations(key, folder),
    )


def read_document(files: Folder) -> Document:
    document = files.document(SETTINGS)
    files.try_all(SETTINGS, partial(identity.check_top, document, files.path.name))
    files.faults.stop_here()
    return document


def try_tables(
    files: Folder, document: Document, municipalities: Municipalities, rates: tuple[Rate, ...]
) -> None:
    """Each table by itself, so that the faults of all of them are told."""
    alone: tuple[Callable[[Document], object], ...] = (
        identity.name,
        identity.zone,
        identity.default_language,
        identity.library,
        identity.contacts,
        identity.links,
        arrangements.visits,
        arrangements.rounds,
        arrangements.pairing,
        arrangements.reports,
        arrangements.quiet_hours,
        arrangements.coffee,
    )
    files.try_all(
        SETTINGS,
        *(partial(read, document) for read in alone),
        partial(identity.home, document, municipalities),
        partial(identity.invoicing, document, schemes(rates)),
    )


def schemes(rates: tuple[Rate, ...]) -> set[str]:
    return {rate.scheme for rate in rates}


def read_consortia(files: Folder) -> Consortia:
    named = once("name_fi", names("name_fi", "name_sv", "aliases_fi", "aliases_sv"))
    rows = files.rows("consortia.csv", places.CONSORTIUM, once("key", cells("key")), named)
    return {one.key: one for one in files.each("consortia.csv", rows, places.consortium)}


def read_municipalities(files: Folder) -> Municipalities:
    named = once("name_fi", names("name_fi", "name_sv", "variants_fi", "variants_sv"))
    rows = files.rows(MUNICIPALITIES, places.MUNICIPALITY, once("code", cells("code")), named)
    return {one.code: one for one in files.each(MUNICIPALITIES, rows, places.municipality)}


def check_belonging(files: Folder, consortia: Consortia) -> None:
    """Said only when the consortia themselves are in order."""

    def belongs(row: Entry) -> None:
        if row.text_or_none("consortium"):
            row.among("consortium", consortia)

    files.rows(MUNICIPALITIES, places.MUNICIPALITY, belongs)


def read_networks(files: Folder) -> dict[NetworkKey, Network]:
    named = once("name_fi", names("name_fi", "name_sv", "aliases_fi", "aliases_sv"))
    rows = files.rows("networks.csv", lists.NETWORK, once("key", cells("key")), named)
    return {one.key: one for one in files.each("networks.csv", rows, lists.network)}


def read_interests(files: Folder) -> tuple[Interest, ...]:
    rows = files.rows("interests.csv", lists.INTEREST, once("key", cells("key")))
    return tuple(files.each("interests.csv", rows, lists.interest))


def read_rates(files: Folder) -> tuple[Rate, ...]:
    rows = files.rows("rates.csv", lists.RATE, once("year", cells("scheme", "year")))
    return tuple(files.each("rates.csv", rows, lists.rate))


def read_labels(files: Folder) -> tuple[Label, ...]:
    rows = files.rows("labels.csv", lists.LABEL)
    told = files.each("labels.csv", rows, lambda row: (row, lists.label(row)))
    by_key = defaultdict(list)
    for row, label in told:
        by_key[label.key].append((row, label))
    files.try_all("labels.csv", *(partial(lists.check_unbroken, one) for one in by_key.values()))
    return tuple(label for _, label in told)


def read_borders(files: Folder, known: Municipalities) -> Borders:
    file = "neighbours.csv"
    rows = files.rows(file, places.NEIGHBOUR, once("neighbour", cells(*places.NEIGHBOUR)))
    pairs = files.each(file, rows, partial(places.border, known=known))
    files.each(file, rows, places.both_ways(set(pairs)))
    return {code: frozenset(other for one, other in pairs if one == code) for code in known}


def read_distances(files: Folder, known: Municipalities) -> places.Distances:
    either_way = once("b", lambda row: [" ".join(sorted((row.values["a"], row.values["b"])))])
    rows = files.rows("distances.csv", places.DISTANCE, either_way)
    told = files.each("distances.csv", rows, partial(places.distance, known=known))
    return places.filled(dict(told), known)
