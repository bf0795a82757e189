"""Who the named members of the groups are, year by year, and their lists (D-38)."""

from collections import Counter
from collections.abc import Mapping

from bot.dialog import (
    Attach,
    Button,
    Dialog,
    Message,
    Phrase,
    Rejected,
    Row,
    Table,
    Text,
    YesNo,
    _,
    just,
    n_,
    say,
)
from bot.domain.claims.errand_desk import ErrandDesk, NotText
from bot.domain.claims.members import LeftOut, MemberList, Problem
from bot.domain.regions import Region

PROBLEMS: Mapping[Problem, Phrase] = {
    Problem.UNREADABLE: _("The list could not be read as a table."),
    Problem.NO_HEADING: _("The first line should have the headings: group, year, name."),
    Problem.UNKNOWN_GROUP: _("I do not know a group of that name."),
    Problem.NO_YEAR: _("The year is missing or odd."),
    Problem.NO_NAME: _("The name is missing."),
    Problem.TWICE: _("The same person is there twice."),
}
SHOWN = 20
"""Rows of a table that can be read through."""
IMPORT = Button(_("Import a list of members"), "import_members")


class ListMembers(Dialog, name="members", confirm=False):
    desk: ErrandDesk
    region: Region

    title = _("Members of groups")

    def submit(self) -> Message:
        counts = Counter((one.group, one.year) for one in self.desk.listed())
        if not counts:
            return say(_("No lists of members have been imported."), buttons=(IMPORT,))
        rows = tuple(
            Row((just(self.region.network(group).name), just(year), just(count)))
            for (group, year), count in sorted(counts.items())
        )
        head = (_("Group"), _("Year"), _("Members"))
        return say(tables=(Table(_("Members of groups"), head, rows),), buttons=(IMPORT,))


class ImportMembers(Dialog, name="import_members"):
    """By a file or pasted; a list takes the place of the same group's and year's old one."""

    desk: ErrandDesk

    title = _("Import members")

    in_file = YesNo(_("Do you have the list as a file?"))
    file = Attach(
        _("Send the file (CSV)."),
        most=1,
        hint=_("Columns: group, year, name, parted by semicolons or commas."),
    )
    pasted = Text(
        _("Paste the list here."),
        most=50_000,
        hint=_("The first line has the headings group;year;name, then one member a line."),
    )

    @file.when
    def as_file(self) -> bool:
        return self.in_file

    @pasted.when
    def as_text(self) -> bool:
        return not self.in_file

    @file.check
    def is_list(self, files: tuple[str, ...]) -> None:
        self.check(self.text(files))

    @pasted.check
    def has_members(self, pasted: str) -> None:
        self.check(pasted)

    def text(self, files: tuple[str, ...]) -> str:
        try:
            return self.desk.text(files[0])
        except (KeyError, NotText):
            raise Rejected(
                _("The file is not text. Save the table as CSV and send that.")
            ) from None

    def check(self, text: str) -> None:
        read = self.desk.read(text)
        if not read.members:
            first = next(iter(read.left_out), None)
            raise Rejected(PROBLEMS[first.problem] if first else PROBLEMS[Problem.NO_HEADING])

    def submit(self) -> Message:
        read = self.desk.read(self.text(self.file) if self.in_file else self.pasted)
        self.desk.import_members(read)
        if self.in_file:
            self.desk.done_with(self.file[0])
        told = n_("One member was imported.", "{count} members were imported.", len(read.members))
        return say(told, *left_out(read), tables=faults(read), buttons=MEMBERS)


MEMBERS = (Button(_("Members of groups"), "members"),)


def left_out(read: MemberList) -> tuple[Phrase, ...]:
    if not read.left_out:
        return ()
    return (n_("One line was left out.", "{count} lines were left out.", len(read.left_out)),)


def faults(read: MemberList) -> tuple[Table, ...]:
    if not read.left_out:
        return ()
    head = (_("Line"), _("Why"), _("What it says"))
    rows = tuple(map(fault, read.left_out[:SHOWN]))
    return (Table(_("Left out"), head, rows),)


def fault(row: LeftOut) -> Row:
    return Row((just(row.line), PROBLEMS[row.problem], just(row.given[:80])))
