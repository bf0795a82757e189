"""My matters: all that a person and their library have here.

A capability adds its own by a section here: a caption, and a function that finds its matters.
"""

from bot.dialog import Button, Dialog, Message, Phrase, Row, Table, _, say
from bot.domain.occasion import Occasion
from dialogs.claims.matters import claim_matters
from dialogs.coffee.matters import coffee_matters
from dialogs.matter import Matter, Section
from dialogs.partners.matters import partner_matters
from dialogs.visits.matters import visit_matters

SECTIONS: tuple[tuple[Phrase, Section], ...] = (
    (_("AKE visits"), visit_matters),
    (_("Travel claims"), claim_matters),
    (_("Partner libraries"), partner_matters),
    (_("Coffee hours"), coffee_matters),
)


class ShowMatters(Dialog, name="matters", home_first=True):
    occasion: Occasion

    title = _("My matters")
    commands = ("omat", "mina")
    wishes = ("my_matters",)

    def submit(self) -> Message:
        tables = tuple(
            table(caption, matters)
            for caption, section in SECTIONS
            if (matters := tuple(section(self.occasion)))
        )
        details = (Button(_("Change my details"), "profile"),)
        if not tables:
            book = Button(_("Book an AKE visit"), "visit")
            return say(_("You have nothing under way here just now."), buttons=(book, *details))
        return say(tables=tables, buttons=details)


def table(caption: Phrase, matters: tuple[Matter, ...]) -> Table:
    rows = tuple(Row((one.title, one.state), one.buttons) for one in matters)
    return Table(caption, (_("What"), _("How it stands")), rows)
