"""A drawing made fit for a web page: told in words, linked, and coloured by classes."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final
from xml.etree import ElementTree as ET

from palermo.domain.languages import direction
from palermo.domain.measures import Query
from palermo.domain.papers import Bar, digest
from palermo.engines.charts_plan import Plan

Link = Callable[[Query], str]

_SPACE: Final = "{http://www.w3.org/2000/svg}"
_MOVED: Final = re.compile(r"translate\(([^,]+),([^)]+)\)")
_OPPOSITE: Final = {"start": "end", "end": "start", "middle": "middle"}


def page_svg(drawn: str, plan: Plan, told: str, names: Mapping[Bar, str], link: Link | None) -> str:
    """Return the drawing with a title, a description and a link on each bar that has an address.

    `told` describes the whole figure, `names` each bar with its value.
    """
    found = ET.fromstring(drawn)  # noqa: S314  # drawn by ourselves a moment ago
    groups = {_group_name(group): group for group in found.iter(f"{_SPACE}g")}
    svg = _frame(found, plan, told, linked=link is not None)
    body = ET.SubElement(svg, "g", transform="translate(2,2)")
    _add_bars(body, groups["bars"], plan, names, link)
    for box in groups["base"]:
        body.append(_box(box, "chart-line"))
    for place, box in enumerate(groups["keys"], start=1):
        body.append(_box(box, f"series-{place}"))
    inner = [f"on-{plan.place_of(bar.series)}" for bar, *_ in plan.inner()]
    for words, upon in zip(groups["inside"], inner, strict=True):
        body.append(_words(words, upon, plan.language))
    for name in ("names", "values", "legend"):
        for words in groups[name]:
            body.append(_words(words, "chart-ink", plan.language))
    return ET.tostring(svg, encoding="unicode")


def _group_name(group: ET.Element) -> str:
    named = re.search(r"(\S+)_marks", group.get("class", ""))
    return named[1] if named else ""


def _frame(found: ET.Element, plan: Plan, told: str, *, linked: bool) -> ET.Element:
    mark = f"chart-{digest(plan.chart)[:8]}-{plan.across}"
    svg = ET.Element(
        "svg",
        {
            "xmlns": _SPACE[1:-1],
            "class": "chart",
            # An image hides what is inside it from a screen reader; links must not be hidden.
            "role": "group" if linked else "img",
            "aria-labelledby": f"{mark}-title",
            "aria-describedby": f"{mark}-told",
            "viewBox": found.get("viewBox", ""),
            "width": found.get("width", ""),
            "height": found.get("height", ""),
            # Places are counted from the left in every language; each text says its own direction.
            "direction": "ltr",
        },
    )
    title = f"{plan.chart.label} {plan.chart.title}".strip()
    ET.SubElement(svg, "title", id=f"{mark}-title").text = title
    ET.SubElement(svg, "desc", id=f"{mark}-told").text = told
    return svg


def _add_bars(
    body: ET.Element, group: ET.Element, plan: Plan, names: Mapping[Bar, str], link: Link | None
) -> None:
    drawn: Iterator[Bar] = (bar for bar, *_ in plan.parts())
    for path, bar in zip(group, drawn, strict=True):
        if not bar.value:
            continue
        address = link(bar.query) if link else ""
        holder = ET.SubElement(body, "a", href=address) if address else ET.SubElement(body, "g")
        ET.SubElement(holder, "title").text = names[bar]
        holder.append(_box(path, f"series-{plan.place_of(bar.series)}"))


def _box(path: ET.Element, name: str) -> ET.Element:
    return ET.Element("path", {"class": name, "d": path.get("d", ""), "fill": path.get("fill", "")})


def _words(words: ET.Element, name: str, language: str) -> ET.Element:
    moved = _MOVED.match(words.get("transform", ""))
    assert moved is not None
    anchor = words.get("text-anchor", "start")
    shown = ET.Element(
        "text",
        {
            "class": name,
            "x": moved[1],
            "y": moved[2],
            "font-size": words.get("font-size", ""),
            "font-weight": words.get("font-weight", "400"),
            "fill": words.get("fill", ""),
            "text-anchor": anchor,
        },
    )
    if direction(language) == "rtl":
        # In a text that runs from the right, the start of the line is its right end.
        shown.set("direction", "rtl")
        shown.set("text-anchor", _OPPOSITE[anchor])
    shown.text = words.text
    return shown
