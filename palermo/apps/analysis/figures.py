"""The figures of the overview: each a chart, its drawing, and the table that stands beside it.

The charts are those of the note (`domain/notes`), so that page and note cannot disagree.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from django.core.cache import cache
from django.utils.safestring import SafeString, mark_safe

from palermo.domain.measures import Overview, Query
from palermo.domain.papers import Bar, Chart
from palermo.engines.charts import draw_svg

WIDE, NARROW = 600, 310  # pixels across; the style sheet shows one of the two
KEPT: Final = 24 * 60 * 60  # seconds; the key changes with what is drawn

Link = Callable[[Query], str]


@dataclass(frozen=True)
class Count:
    """A number of the table: how many, the query behind it, where it opens ("" for a nought)."""

    n: int
    query: Query
    address: str


@dataclass(frozen=True)
class Row:
    """A row of the table: what is counted, one number for each series, and their sum."""

    label: str
    counts: tuple[Count, ...]
    n: int
    address: str


@dataclass(frozen=True)
class Figure:
    """A figure on a page: its drawing for wide and narrow screens, and its table."""

    name: str
    chart: Chart
    wide: SafeString
    narrow: SafeString
    rows: tuple[Row, ...]

    @property
    def stacked(self) -> bool:
        """Say whether each bar has several parts."""
        return len(self.chart.series) > 1


def figure(name: str, chart: Chart, language: str, *, key: tuple[str, ...], link: Link) -> Figure:
    """Return a figure with its table; a number that counts something opens what it counts."""
    rows = []
    for label in dict.fromkeys(bar.label for bar in chart.bars):
        bars = [bar for bar in chart.bars if bar.label == label]
        counts = tuple(_count(bar, link) for bar in _in_order(bars, chart.series))
        n, whole = sum(count.n for count in counts), replace(bars[0].query, category="", code="")
        rows.append(Row(label, counts, n, link(whole) if n else ""))
    return Figure(
        name=name,
        chart=chart,
        # drawn by our own engine, which escapes every label it is given
        wide=mark_safe(kept(chart, language, (*key, "wide"), link, WIDE)),  # noqa: S308
        narrow=mark_safe(kept(chart, language, (*key, "narrow"), link, NARROW)),  # noqa: S308
        rows=tuple(rows),
    )


def kept(chart: Chart, language: str, key: tuple[str, ...], link: Link | None, across: int) -> str:
    """Return the drawing as SVG, kept for a day; `key` names what it shows."""
    place = ":".join(("figure", *key, language))
    svg = cache.get(place)
    if not isinstance(svg, str):
        svg = draw_svg(chart, language, link, across)
        cache.set(place, svg, KEPT)
    return svg


def _in_order(bars: list[Bar], series: tuple[str, ...]) -> list[Bar]:
    """Return one bar for each series; where a label has none, a nought stands for it."""
    if not series:
        return bars
    found = {bar.series: bar for bar in bars}
    blank = Bar(bars[0].label, 0, replace(bars[0].query, category=""))
    return [found.get(name, blank) for name in series]


def _count(bar: Bar, link: Link) -> Count:
    return Count(bar.value, bar.query, link(bar.query) if bar.value else "")


def totals(overview: Overview, instruments: tuple[str, ...]) -> dict[str, int]:
    """Return the requests of each instrument, and of all of them under ""."""
    return {"": overview.requests, **{code: overview.by_instrument[code] for code in instruments}}
