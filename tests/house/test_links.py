"""Documents lead where they say."""

from __future__ import annotations

import re

from .sources import ROOT, named, tracked

LINK = re.compile(r"\]\((?!https?://|#|mailto:)([^)#\s]+)")


def test_every_link_of_a_document_leads_somewhere() -> None:
    """A link to a file of the project names a file that is there."""
    broken = [
        f"{named(document)}: {target}"
        for document in tracked()
        if document.suffix == ".md" and ROOT in document.parents
        for target in LINK.findall(document.read_text("utf-8"))
        if not (document.parent / target).exists()
    ]
    assert broken == []
