"""The strokes that the map of library pairs is drawn with."""

from __future__ import annotations

from math import ceil, floor
from xml.etree.ElementTree import Element, SubElement

from bot.papers.map_groups import BADGE, Group
from bot.papers.map_labels import Box
from bot.papers.map_plane import Degrees, Point
from bot.papers.map_sheet import DOT, LINE, NAME, Entry, Sheet

INK, FAINT, PANEL, GRID, PAPER = "#1d2733", "#56616d", "#f2f5f7", "#dde4ea", "#ffffff"
SCALE_KM = 20
LEAD = 15.0
"""How far a name may stand from its place without a line between."""


def add(parent: Element, kind: str, text: str = "", **told: str | float) -> Element:
    """A part of the picture; attributes as in SVG, with `_` for a hyphen."""
    written = {
        key.replace("_", "-"): value if isinstance(value, str) else f"{value:.1f}"
        for key, value in told.items()
    }
    part = SubElement(parent, kind, written)
    part.text = printable(text) or None
    return part


def printable(text: str) -> str:
    """Without signs that XML does not know."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def draw_ground(svg: Element, sheet: Sheet) -> None:
    """A panel with half degrees ruled on it, and a scale."""
    left, top, right, bottom = sheet.panel
    add(svg, "rect", x=left, y=top, width=right - left, height=bottom - top, rx=14.0, fill=PANEL)
    north, west = sheet.plane.earth(Point(left, top))
    south, east = sheet.plane.earth(Point(right, bottom))
    for lat in halves(south, north):
        y = sheet.plane.at(Degrees(lat, west)).y
        add(svg, "path", d=f"M{left:.1f} {y:.1f}H{right:.1f}", stroke=GRID)
        draw_degree(svg, lat, Point(left + 10, y - 5))
    for lon in halves(west, east):
        x = sheet.plane.at(Degrees(north, lon)).x
        add(svg, "path", d=f"M{x:.1f} {top:.1f}V{bottom:.1f}", stroke=GRID)
        draw_degree(svg, lon, Point(min(x + 5, right - 24), top + 17))
    draw_scale(svg, sheet)


def halves(low: float, high: float) -> list[float]:
    """The half degrees between."""
    return [half / 2 for half in range(ceil(low * 2), floor(high * 2) + 1)]


def draw_degree(svg: Element, degree: float, at: Point) -> None:
    if degree.is_integer():
        add(svg, "text", f"{degree:.0f}°", x=at.x, y=at.y, font_size=11.0, fill=FAINT)


def draw_scale(svg: Element, sheet: Sheet) -> None:
    x, y, wide = sheet.panel.left + 20, sheet.panel.bottom - 22, sheet.plane.units(SCALE_KM)
    bar = f"M{x:.1f} {y - 6:.1f}v6h{wide:.1f}v-6"
    add(svg, "path", d=bar, fill="none", stroke=FAINT, stroke_width=1.5)
    add(
        svg, "text", f"{SCALE_KM} km", x=x + wide / 2, y=y - 9, text_anchor="middle",
        font_size=12.0, fill=FAINT,
    )  # fmt: skip


def draw_lines(svg: Element, group: Group) -> None:
    for arc in group.arcs:
        add(svg, "path", d=arc.path(), fill="none", stroke=PANEL, stroke_width=7.0)
    for arc in group.arcs:
        line = add(svg, "path", d=arc.path(), fill="none", stroke=group.colour, stroke_width=3.2)
        line.set("stroke-linecap", "round" if group.dashes.startswith("2") else "butt")
        line.set("stroke-dasharray", group.dashes or "none")


def draw_place(svg: Element, point: Point, colour: str | None) -> None:
    """A full dot of the pair's colour; an open ring for one who waits."""
    fill, stroke = (colour, PAPER) if colour else (PAPER, INK)
    add(
        svg, "circle", cx=point.x, cy=point.y, r=DOT,
        fill=fill, stroke=stroke, stroke_width=2.2,
    )  # fmt: skip


def draw_name(svg: Element, name: str, box: Box, place: Point) -> None:
    """Twice, first as a pale shade: not every viewer knows how to paint a stroke first.

    One that stands far from its place is led to it.
    """
    end = box.nearest(place)
    if place.away(end) > LEAD:
        path = f"M{place.x:.1f} {place.y:.1f}L{end.x:.1f} {end.y:.1f}"
        add(svg, "path", d=path, stroke=FAINT, stroke_width=1.0)
    x, y = (box.left + box.right) / 2, box.bottom - NAME * 0.32
    shade = add(svg, "text", name, x=x, y=y, text_anchor="middle", font_size=NAME, fill=PANEL)
    for key, value in {"stroke": PANEL, "stroke-width": "4", "stroke-linejoin": "round"}.items():
        shade.set(key, value)
    add(svg, "text", name, x=x, y=y, text_anchor="middle", font_size=NAME, fill=INK)


def draw_badge(svg: Element, group: Group, at: Point) -> None:
    """The pair's number in a ring of its colour."""
    add(
        svg, "circle", cx=at.x, cy=at.y, r=BADGE,
        fill=PAPER, stroke=group.colour, stroke_width=2.5,
    )  # fmt: skip
    add(
        svg, "text", str(group.number), x=at.x, y=at.y + 4.4, text_anchor="middle",
        font_size=12.5, font_weight="700", fill=INK,
    )  # fmt: skip


def draw_entry(svg: Element, entry: Entry) -> None:
    """A line of the list, with the mark that stands for it on the map."""
    mark = Point(entry.at.x + BADGE, entry.at.y)
    text = Point(entry.at.x + (0 if entry.heading else 2 * BADGE + 10), entry.at.y + LINE * 0.35)
    if entry.group:
        draw_badge(svg, entry.group, mark)
    elif not entry.heading:
        draw_place(svg, mark, None)
    weight = "650" if entry.heading else "400"
    add(svg, "text", entry.text, x=text.x, y=text.y, font_size=LINE, font_weight=weight, fill=INK)
