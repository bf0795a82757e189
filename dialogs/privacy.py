"""What the bot keeps of a person: shown, handed over, forgotten."""

from collections.abc import Iterator

from bot.dialog import (
    Button,
    Closed,
    Dialog,
    Message,
    Paper,
    Phrase,
    Row,
    Table,
    YesNo,
    _,
    just,
    say,
)
from bot.domain.libraries import Libraries
from bot.domain.occasion import Occasion
from bot.domain.own_data import ClaimsUnderWay, OwnData

from .languages import LANGUAGES

COUNTED = {
    "talks": _("Conversations with what you have not sent yet"),
    "notifications": _("Messages that I am going to send you, or have sent"),
    "claims": _("Travel claims"),
    "files": _("Files that you have handed in"),
    "coffee_comers": _("Coffee hours that you have said you come to"),
    "visits": _("AKE visits whose contact person you are"),
    "partner_registrations": _("Registrations as a partner library whose contact person you are"),
    "partner_reports": _("Reports that you have written"),
}


class ShowOwnData(Dialog, name="privacy"):
    occasion: Occasion
    own: OwnData
    libraries: Libraries

    title = _("Privacy")
    commands = ("tietosuoja", "dataskydd")
    wishes = ("privacy",)

    def submit(self) -> Message:
        kept = Table(_("What I keep about you"), (_("What"), _("As told")), tuple(self.rows()))
        everything = Paper(_("All that I keep about you"), "ake.json", "own_data")
        return say(
            _(
                "Colleagues at your library see what you do for it here, and AKE's coordinators "
                "see what concerns AKE. Nobody else reads what you write to me."
            ),
            _(
                "What I have said to you I keep for two days, and what a message of mine was about "
                "for a month. Receipts go three months after the invoice has come."
            ),
            _(
                "Everything is in the file, in a form that other programs can read. You can change "
                "your details, or let me forget you."
            ),
            tables=(kept,),
            documents=(everything,),
            buttons=(
                Button(_("Change my details"), "profile"),
                Button(_("What I am reminded of"), "reminders"),
                Button(_("Forget me"), "forget_me"),
            ),
        )

    def rows(self) -> Iterator[Row]:
        who, home = self.occasion.who, self.libraries.home
        if who.name:
            yield row(_("Your name"), just(who.name))
        spoken = {option.value: option.label for option in LANGUAGES}
        if language := who.language or who.client_language:
            yield row(_("Your language"), spoken[language])
        if home is not None:
            yield row(_("Your library"), just(home.name))
        known = self.occasion.region.networks
        if networks := tuple(known[key].name for key in who.networks if key in known):
            yield row(_("Your networks and groups"), just(networks))
        if who.directs is not None:
            yield row(_("Your role"), _("Director of the library"))
        numbers = self.own.numbers()
        for kind, label in COUNTED.items():
            if kind in numbers:
                yield row(label, just(numbers[kind]))


def row(what: Phrase, value: Phrase) -> Row:
    return Row((what, value))


class ForgetMe(Dialog, name="forget_me", confirm=False):
    own: OwnData

    title = _("Forget me")
    commands = ("unohda-minut", "glom-mig")
    wishes = ("forget_me",)

    sure = YesNo(_("Shall I forget you for good? This cannot be undone."))

    def opening(self) -> tuple[Phrase, ...]:
        return (
            _(
                "Then I remove your details, your reminders, what you have not sent yet, and your "
                "files."
            ),
            _(
                "Your library's visits and partnership go on without your name, so please tell a "
                "colleague who takes care of them. Claims that have been paid stay with AKE as "
                "vouchers."
            ),
        )

    @sure.when
    def nobody_waits_for_them(self) -> bool:
        if self.own.under_way():
            raise Closed(claims_under_way())
        return True

    def submit(self) -> Message:
        if not self.sure:
            return say(_("All right, everything stays as it is."))
        try:
            self.own.forget()
        except ClaimsUnderWay:
            raise Closed(claims_under_way()) from None
        return say(
            _(
                "I have forgotten you. Thank you for the time together. If you write to me again, "
                "we begin from the beginning."
            )
        )


def claims_under_way() -> Message:
    return say(
        _(
            "AKE is still handling a travel claim of yours and may have to ask you something. I "
            "can forget you once it has been paid."
        ),
        buttons=(Button(_("My travel claims"), "claims"),),
    )


DIALOGS: tuple[type[Dialog], ...] = (ShowOwnData, ForgetMe)
