"""The makers of papers: from the one who fetches a paper and what it is about to its content.

Each capability has a file with its `MAKERS`. A maker asks the domain anew whether this
person may have the paper, and imports what it draws with only when it draws.
"""

from __future__ import annotations

from bot.conversation.papers import Papers

from . import claims, coffee, own_data, partners, visits

PAPERS: Papers = {
    **claims.MAKERS,
    **coffee.MAKERS,
    **visits.MAKERS,
    **partners.MAKERS,
    **own_data.MAKERS,
}
