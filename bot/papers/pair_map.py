"""A map of library pairs as an SVG picture, with nothing from outside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from xml.etree.ElementTree import Element, tostring

from bot.domain.ids import ServicePointId
from bot.papers.map_groups import BADGE
from bot.papers.map_ink import (
    INK,
    PAPER,
    add,
    draw_badge,
    draw_entry,
    draw_ground,
    draw_lines,
    draw_name,
    draw_place,
)
from bot.papers.map_labels import text_width
from bot.papers.map_sheet import EDGE, LINE, Entry, Sheet, Spot, laid_out

__all__ = ["Spot", "Words", "pair_map"]

FONT = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
TITLE = 24.0


@dataclass(frozen=True)
class Words:
    """What stands on the map besides names, in the reader's language."""

    title: str
    description: str
    """The pairs told to one who does not see the picture."""
    waiting: str
    """Over the names of those without a partner."""


def pair_map(
    spots: Sequence[Spot],
    pairs: Sequence[Sequence[ServicePointId]],
    words: Words,
    language: str,
) -> bytes:
    """A picture with its own title, description and list of pairs.

    Pairs are numbered as they come, spots without a pair are drawn as waiting. Raises KeyError
    for a pair that is not among the spots, ValueError without spots.
    """
    sheet = laid_out(spots, pairs, language)
    entries = sheet.entries(words.waiting)
    svg = canvas(sheet, entries, words, language)
    draw_map(svg, sheet)
    for entry in entries:
        draw_entry(svg, entry)
    return bytes(tostring(svg, encoding="utf-8", xml_declaration=True))


def canvas(sheet: Sheet, entries: Sequence[Entry], words: Words, language: str) -> Element:
    ends = [entry.at.x + text_width(entry.text, LINE) + 2 * BADGE + 10 for entry in entries]
    width = ceil(max(sheet.panel.right, EDGE + text_width(words.title, TITLE), *ends) + EDGE)
    height = ceil(sheet.panel.bottom + EDGE)
    told = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {width} {height}",
        "width": str(width),
        "height": str(height),
        "role": "img",
        "lang": language,
        "aria-labelledby": "pair-map-title pair-map-description",
        "font-family": FONT,
    }
    svg = Element("svg", told)
    add(svg, "title", words.title, id="pair-map-title")
    add(svg, "desc", words.description, id="pair-map-description")
    add(svg, "rect", width=str(width), height=str(height), fill=PAPER)
    add(svg, "text", words.title, x=EDGE, y=48.0, font_size=TITLE, font_weight="650", fill=INK)
    return svg


def draw_map(svg: Element, sheet: Sheet) -> None:
    draw_ground(svg, sheet)
    for group in sheet.groups:
        draw_lines(svg, group)
    colours = {place: group.colour for group in sheet.groups for place in group.places}
    for name, box, point in zip(sheet.names, sheet.labels(), sheet.points, strict=True):
        if box:
            draw_name(svg, name, box, point)
    for place, point in enumerate(sheet.points):
        draw_place(svg, point, colours.get(place))
    for group in sheet.groups:
        draw_badge(svg, group, group.badge)
