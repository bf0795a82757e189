"""Who a region is and where its mail and invoices go, out of the tables of region.toml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.domain.claims.numbers import is_business_id
from bot.domain.contacts import Contact, Invoicing
from bot.domain.ids import MunicipalityCode
from bot.domain.languages import Language
from bot.domain.names import Name
from bot.regions.entries import KEY, NAME
from bot.regions.folder import cells, once
from bot.regions.places import Known, known_code
from bot.regions.tables import Document

TOP = ("key", *NAME, "time_zone", "default_language")
LIBRARY = ("municipality", *NAME)
CONTACT = ("role", *NAME)
INVOICING = (
    *NAME,
    "business_id",
    "vat_number",
    "operator",
    "operator_name",
    "address",
    "payment_days",
    "rate_scheme",
)
UNKNOWN_YET = ("address_suffix", "reference")

TABLES = (
    "library",
    "contacts",
    "invoicing",
    "visits",
    "rounds",
    "pairing",
    "reports",
    "quiet_hours",
    "coffee",
    "links",
)

MAILBOX = (r"[\w.+-]+@[\w-]+(\.[\w-]+)+", "a mailbox such as name@example.org")
LINK = (r"https://[\w.-]+(/\S*)?", "an address that begins with https://")


def check_top(document: Document, folder: str) -> None:
    """That every table is there, and that the key is the folder's name."""
    document.top(TABLES, TOP).among("key", [folder])


def name(document: Document) -> Name:
    return document.top(TABLES, TOP).name()


def zone(document: Document) -> ZoneInfo:
    top = document.top(TABLES, TOP)
    try:
        return ZoneInfo(top.text("time_zone"))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zone = top.text("time_zone")
        raise top.wrong("time_zone", f"time_zone is {zone!r}, which is no time zone") from None


def default_language(document: Document) -> str:
    return document.top(TABLES, TOP).one_of("default_language", Language)


def library(document: Document) -> Name:
    return document.table("library", LIBRARY).name()


def home(document: Document, known: Known) -> MunicipalityCode:
    return known_code(document.table("library", LIBRARY), "municipality", known)


def contacts(document: Document) -> Mapping[str, Contact]:
    tables = document.tables("contacts", CONTACT, ("mailbox",))
    only = once("role", cells("role"))
    found: dict[str, Contact] = {}
    for table in tables:
        only(table)
        role = table.matching("role", *KEY)
        mailbox = table.matching("mailbox", *MAILBOX) if table.text_or_none("mailbox") else None
        found[role] = Contact(role, table.name(), mailbox)
    return found


def invoicing(document: Document, schemes: Iterable[str]) -> Invoicing:
    table = document.table("invoicing", INVOICING, UNKNOWN_YET)
    if not is_business_id(business_id := table.text("business_id")):
        raise table.wrong("business_id", f"business_id is {business_id!r}, with a wrong digit")
    return Invoicing(
        payer=table.name(),
        business_id=business_id,
        vat_number=table.matching("vat_number", r"FI\d{8}", "FI and eight digits"),
        operator=table.matching("operator", r"[0-9A-Z]{8,17}", "an operator's number"),
        operator_name=table.text("operator_name"),
        address=table.matching("address", r"\d{12}", "twelve digits"),
        address_suffix=table.text_or_none("address_suffix"),
        reference=table.text_or_none("reference"),
        payment_days=table.whole("payment_days", least=1),
        rate_scheme=table.among("rate_scheme", schemes),
    )


def links(document: Document) -> Mapping[str, str]:
    table = document.free("links")
    return {key: table.matching(key, *LINK) for key in table.values}
