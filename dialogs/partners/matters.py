"""What a person's municipality has of partner libraries: registrations, pairs, visits, reports."""

from collections.abc import Iterator

from bot.dialog import Button, Phrase, _
from bot.domain.occasion import Occasion
from bot.domain.partners.access import is_host, is_of
from bot.domain.partners.informing import Informing
from bot.domain.partners.partnership import Partnership
from bot.domain.partners.registering import Registering
from bot.domain.partners.registrations import Registration, RegistrationState
from bot.domain.partners.steps import Step, next_step
from bot.domain.partners.visiting import Visiting
from bot.domain.partners.visits import PartnerVisit
from bot.domain.people import Person
from bot.domain.rounds import Round
from dialogs.matter import Matter

from .registered import acts
from .wording import STEPS, PartnerWords

REGISTERED: dict[RegistrationState, Phrase] = {
    RegistrationState.DRAFT: _("A draft"),
    RegistrationState.SUBMITTED: _("Registered, waits for its partner"),
    RegistrationState.WAITING: _("On the waiting list"),
}

COMES: dict[bool | None, Phrase] = {
    None: _("You have not said yet whether you come"),
    True: _("You are coming"),
    False: _("You are not coming"),
}


def partner_matters(occasion: Occasion) -> Iterator[Matter]:
    yield from registrations(occasion)
    yield from pairs(occasion)
    yield from visits(occasion)
    yield from info_sessions(occasion)


def registrations(occasion: Occasion) -> Iterator[Matter]:
    """Of the own municipality, for a coordinator too: the desk shows the others."""
    words = PartnerWords(occasion)
    for each in Registering(occasion).open_ones():
        if is_of(occasion.who, each.point):
            yield Matter(title(each, words), REGISTERED[each.state], acts(each))


def title(registration: Registration, words: PartnerWords) -> Phrase:
    return _("Registration: {library}", library=words.place(registration.point))


def pairs(occasion: Occasion) -> Iterator[Matter]:
    words = PartnerWords(occasion)
    for pair in Partnership(occasion).mine():
        show = Button(_("Show the pair"), "our_pair", {"pair": pair.id})
        since = _("Since {day}", day=pair.confirmed_on)
        yield Matter(words.group(pair.points), since, (show,))


def visits(occasion: Occasion) -> Iterator[Matter]:
    """Those that still wait for something, with what comes next."""
    words = PartnerWords(occasion)
    for visit in Visiting(occasion).mine():
        following = next_step(visit, occasion.today)
        if following is not None:
            name = _("Visit: {visit}", visit=words.visit(visit))
            show = Button(
                _("Show: {visit}", visit=words.visit(visit)), "partner_visit", {"visit": visit.id}
            )
            yield Matter(name, state(visit, following, occasion.who), (show,))


def state(visit: PartnerVisit, following: Step, who: Person) -> Phrase:
    """What comes next: hosts do not travel."""
    if following is Step.TRAVEL and is_host(who, visit):
        return _("All is set: your guests come to you")
    if following is Step.DAY and any(is_of(who, p) and visit.awaits(p) for p in visit.points):
        return _("Your partner has suggested days and waits for your answer")
    return _("Next: {step}", step=STEPS[following])


def info_sessions(occasion: Occasion) -> Iterator[Matter]:
    """Those ahead to which the own library is invited, answered or not."""
    informing = Informing(occasion)
    for one in informing.open_ones():
        answer = informing.answer_to(one.id)
        if one.info_session and any(is_of(occasion.who, e.point) for e in informing.takers(one.id)):
            when = one.info_session.begins
            yield Matter(_("Info session, {when}", when=when), COMES[answer], replies(one, answer))


def replies(one: Round, answer: bool | None) -> tuple[Button, ...]:
    """What may be said instead of what was said."""
    given = {"season": str(one.id)}
    yes = Button(_("I will come"), "partner_info_answer", given | {"comes": "yes"})
    no = Button(_("I cannot come"), "partner_info_answer", given | {"comes": "no"})
    return tuple(button for button, said in ((yes, True), (no, False)) if said is not answer)
