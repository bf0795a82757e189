"""What makes two libraries alike, and the reasons told for it."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.ids import ConsortiumKey, MunicipalityCode, ServicePointId
from bot.domain.interests import InterestKey
from bot.domain.pairing.candidates import Candidate
from bot.domain.pairing.likeness import Likeness, Weights, likeness
from bot.domain.pairing.propose import propose
from bot.domain.pairing.reasons import Reasons, compare
from bot.domain.service_points import ServicePointKind
from tests.domain.pairing.area import WEIGHTS, km, library, pool
from tests.regions.folders import lounais_suomi, pohjoinen

DIGITAL, EVENTS = InterestKey("digital_support"), InterestKey("events")


def alike(one: Candidate, other: Candidate) -> Likeness:
    return likeness(one, other, km, WEIGHTS)


def test_perfect_partners_have_a_thousand_points() -> None:
    """As large, in the same place, with the same interests: 400, 350 and 250 (D-8)."""
    one = library("aura", interests=frozenset({DIGITAL}))
    perfect = alike(one, library("rusko", interests=frozenset({DIGITAL})))
    assert perfect == Likeness(size=400, distance=350, interests=250, swedish=0, cooperation=0)
    assert perfect.points == 1000


def test_a_region_weighs_in_its_own_way() -> None:
    """What stands in a region's file is what counts there (D-8)."""
    assert Weights.of(lounais_suomi().arrangements.pairing) == WEIGHTS
    northern = Weights.of(pohjoinen().arrangements.pairing)
    assert (northern.size, northern.distance, northern.interests) == (200, 600, 200)


def test_half_the_size_gives_half_the_points() -> None:
    """The ratio of the populations counts, whichever is the larger."""
    large, small = library("large", population=8000), library("small", population=4000)
    assert alike(large, small).size == alike(small, large).size == 200
    assert alike(large, library("empty", population=0)).size == 0


def test_a_branch_prefers_a_branch() -> None:
    """A main library and a branch keep half of the size points; a mobile one is a branch (D-4)."""
    main, branch = library("main"), library("branch", kind=ServicePointKind.BRANCH)
    mobile = library("mobile", kind=ServicePointKind.MOBILE)
    assert alike(main, branch).size == alike(mobile, main).size == 200
    assert alike(branch, mobile).size == 400


def test_distance_falls_to_nothing_at_150_kilometres() -> None:
    """In a straight fall: all at 0, half at 75, none at 150 and beyond."""
    points = [alike(library("a"), library("b", at=at)).distance for at in (0, 75, 149, 150, 400)]
    assert points == [350, 175, 2, 0, 0]


def test_interests_count_by_what_is_shared_of_what_is_named() -> None:
    """One of two is worth half; where nobody named anything there is nothing to share."""
    both = library("both", interests=frozenset({DIGITAL, EVENTS}))
    assert alike(both, library("one", interests=frozenset({EVENTS}))).interests == 125
    assert alike(library("a"), library("b")).interests == 0


def test_swedish_counts_when_both_want_it() -> None:
    """One who wants Swedish alone gets no bonus for it."""
    pargas, kimito = library("pargas", swedish=True), library("kimito", swedish=True)
    assert alike(pargas, kimito).swedish == 100
    assert alike(pargas, library("sauvo")).swedish == 0


def test_a_new_acquaintance_goes_before_an_old_one() -> None:
    """Cooperation that either of the two told of takes a little off; a region may reward it."""
    told = library("told", cooperates=frozenset({MunicipalityCode("other")}))
    other = library("other")
    assert alike(told, other).cooperation == alike(other, told).cooperation == -50
    assert likeness(told, other, km, replace(WEIGHTS, cooperation=30)).cooperation == 30


def test_the_consortium_only_breaks_a_tie() -> None:
    """Among equals the own consortium wins; one point elsewhere is stronger than it."""
    vaski = ConsortiumKey("Vaski")
    seeker = library("seeker", consortium=vaski)
    stranger = library("stranger", municipality=MunicipalityCode("town"))
    own = library("own", municipality=MunicipalityCode("town"), consortium=vaski)
    assert [match.members for match in propose(pool(seeker, stranger, own)).matches] == [
        ("own", "seeker")
    ]
    nearer = replace(own, at=(1, 0)), stranger
    assert [match.members for match in propose(pool(seeker, *nearer)).matches] == [
        ("seeker", "stranger")
    ]


def test_a_pair_tells_its_reasons() -> None:
    """The facts a coordinator reads: size, kilometres, interests, language, what was before."""
    aura = library(
        "aura",
        population=4000,
        interests=frozenset({EVENTS, DIGITAL}),
        swedish=True,
        consortium=ConsortiumKey("Loisto"),
        past=(ServicePointId("marttila"), ServicePointId("marttila")),
        cooperates=frozenset({MunicipalityCode("marttila")}),
    )
    marttila = library(
        "marttila",
        population=3000,
        at=27,
        interests=frozenset({DIGITAL}),
        swedish=True,
        consortium=ConsortiumKey("Loisto"),
    )
    expected = Reasons(
        km=27,
        populations=(4000, 3000),
        same_size=True,
        main_and_branch=False,
        shared_interests=(DIGITAL,),
        both_swedish=True,
        times_before=2,
        work_together=True,
        same_consortium=True,
    )
    both = pool(aura, marttila)
    assert compare(marttila, aura, both).reasons == expected
    assert propose(both).matches[0].comparisons == (compare(aura, marttila, both),)


def test_unlike_libraries_tell_that_too() -> None:
    """A large main library and a small branch with nothing in common hide nothing."""
    told = compare(
        library("a", population=50000), library("b", kind=ServicePointKind.BRANCH, at=90), pool()
    ).reasons
    assert told == Reasons(
        km=90,
        populations=(50000, 5000),
        same_size=False,
        main_and_branch=True,
        shared_interests=(),
        both_swedish=False,
        times_before=0,
        work_together=False,
        same_consortium=False,
    )
