"""Which words people use of how often, in Finnish and in Swedish, and the sign each stands for.

E every, O an ordinal (0 is the last), N a number, K once, W a week, M a month, I an interval,
D a weekday, H a weekday by habit (tiistaisin, på tisdagar).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

FINNISH_DAYS = (
    ("maanantai", "ma"),
    ("tiistai", "ti"),
    ("keskiviikko", "ke"),
    ("torstai", "to"),
    ("perjantai", "pe"),
    ("lauantai", "la"),
    ("sunnuntai", "su"),
)
SWEDISH_DAYS = (
    ("måndag", "mån", "må"),
    ("tisdag", "tis", "ti"),
    ("onsdag", "ons", "on"),
    ("torsdag", "tors", "to"),
    ("fredag", "fre"),
    ("lördag", "lör"),
    ("söndag", "sön"),
)
FINNISH_ORDINALS = (
    ("viimeinen", "viimeisenä", "viimeisen"),
    ("ensimmäinen", "ensimmäisenä", "ensimmäisen", "eka", "ekana"),
    ("toinen", "toisena", "toisen", "toka", "tokana"),
    ("kolmas", "kolmantena", "kolmannen"),
    ("neljäs", "neljäntenä", "neljännen"),
    ("viides", "viidentenä", "viidennen"),
    ("kuudes", "kuudentena", "kuudennen"),
)
SWEDISH_ORDINALS = (
    ("sista",),
    ("första", "1:a", "1:sta"),
    ("andra", "annan", "2:a"),
    ("tredje", "3:e"),
    ("fjärde", "4:e"),
    ("femte", "5:e"),
    ("sjätte", "6:e"),
)
NUMBERS = (
    ("yhden",),
    ("kahden", "kahdessa", "parin", "två"),
    ("kolmen", "kolmessa", "tre"),
    ("neljän", "neljässä", "fyra"),
    ("viiden", "viidessä", "fem"),
    ("kuuden", "kuudessa", "sex"),
)
WORDS = {
    "E": "joka jokainen jokaisena varje var vart",
    "EO2": "varannan vartannat",
    "K": "kerran gång",
    "W": "viikko viikon viikossa viikkona viikoin vecka veckan veckor veckors veckas",
    "M": "kuukausi kuukauden kuukaudessa kuukautena kuu kuun kuussa"
    " månad månaden månadens månader månaders",
    "EW": "viikoittain veckovis",
    "EM": "kuukausittain månatligen månadsvis",
    "I": "välein mellanrum",
    "": "aina kunkin alltid på i den en om med per av",
}


def _signs() -> Iterator[tuple[str, str]]:
    yield from ((word, sign) for sign, words in WORDS.items() for word in words.split())
    for ordinals in (FINNISH_ORDINALS, SWEDISH_ORDINALS):
        yield from ((word, f"O{n}") for n, words in enumerate(ordinals) for word in words)
    yield from ((f"{n}.", f"O{n}") for n in range(1, 7))
    yield from ((f"{n}", f"N{n}") for n in range(1, 10))
    yield from ((word, f"N{n}") for n, words in enumerate(NUMBERS, 1) for word in words)
    for weekday, (name, short) in enumerate(FINNISH_DAYS):
        yield from ((word, f"D{weekday}") for word in (name, short, f"{name}na", f"{name}n"))
        yield from ((word, f"H{weekday}") for word in (f"{name}sin", f"{name}isin"))
        yield f"{name}t", f"H{weekday}"
    for weekday, (name, *shorts) in enumerate(SWEDISH_DAYS):
        yield from ((word, f"D{weekday}") for word in (name, f"{name}en", *shorts))
        yield from ((word, f"H{weekday}") for word in (f"{name}ar", f"{name}arna"))


SIGNS: Mapping[str, str] = dict(_signs())
