"""What the bot can do, and how one talks with it."""

from bot.dialog import Button, Dialog, Message, Phrase, _, say
from bot.domain.regions import Region


class ShowHelp(Dialog, name="help", private=False):
    region: Region

    title = _("Help")
    commands = ("apua", "hjalp")
    wishes = ("help", "human_contact")

    def submit(self) -> Message:
        menu = (
            Button(_("Book an AKE visit"), "visit"),
            Button(_("Visits to us"), "visits"),
            Button(_("Partner library"), "partner"),
            Button(_("Travel claim"), "claim"),
            Button(_("Coffee hours"), "coffee"),
            Button(_("My matters"), "matters"),
            Button(_("My details"), "profile"),
            Button(_("Suggest a library"), "suggest_library"),
            Button(_("Privacy"), "privacy"),
        )
        return say(
            _(
                "Write what you would like to do in your own words, for example “book a visit”, "
                "or choose from these."
            ),
            _(
                "In the middle of a dialog you can write “back”, “skip” or “cancel”. Nothing is "
                "sent before you say so, and you can go on later where you stopped."
            ),
            *self.a_person(),
            buttons=menu,
        )

    def a_person(self) -> tuple[Phrase, ...]:
        """How to reach one (ACT-14); nothing where AKE has not said how."""
        ake = self.region.contacts.get("ake")
        if ake is None or ake.mailbox is None:
            return ()
        told = _(
            "If you would rather ask a person, write to {ake:lative}: {mailbox}.",
            ake=ake.name,
            mailbox=ake.mailbox,
        )
        return (told,)
