"""The place and the colour of everything in a figure, worked out before any tool draws it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from palermo.domain.papers import Bar, Chart
from palermo.engines.labels import width, wrapped

INK: Final = "#1c2530"
LINE: Final = "#8d949b"
PAPER: Final = "#ffffff"
# Dark and light hues take turns, so that neighbours differ for every eye; see the tests.
HUES: Final = (
    "#0b5d8f",
    "#c98036",
    "#2c6e49",
    "#9a86c0",
    "#9a4b00",
    "#4f9bb0",
    "#7a3b69",
    "#87973a",
    "#5b6470",
)
WIDTH: Final = 680
NARROW: Final = 480
_BAR: Final = 18
_GAP: Final = 12
_VALUE: Final = 46


Mark = dict[str, Any]


@dataclass(frozen=True)
class _Type:
    """The letters of a figure: size and distance of lines, in pixels."""

    size: int
    line: int


def _type(language: str) -> _Type:
    return _Type(17, 22) if language == "ar" else _Type(13, 17)


def rows(chart: Chart) -> dict[str, dict[str, Bar]]:
    """Return the bars by label and then by series, in the order in which they are drawn."""
    table: dict[str, dict[str, Bar]] = {}
    for bar in chart.bars:
        table.setdefault(bar.label, {})[bar.series] = bar
    order = {name: place for place, name in enumerate(chart.series)}
    return {
        label: dict(sorted(parts.items(), key=lambda part: order.get(part[0], len(order))))
        for label, parts in table.items()
    }


class Plan:
    """The place of everything in the figure, from the start side and the top, in pixels.

    Below `NARROW` the labels stand above their bars and the legend has one column.
    """

    def __init__(self, chart: Chart, language: str, across: int = WIDTH) -> None:
        self.chart, self.language, self.type = chart, language, _type(language)
        self.across, self.stacks = across, across < NARROW
        self.rows = rows(chart)
        self.hues = {name: HUES[place % len(HUES)] for place, name in enumerate(chart.series)}
        self._place_legend()
        self._place_rows()
        most = max((_total(parts) for parts in self.rows.values()), default=0)
        self.unit = (across - self.left - _VALUE) / max(most, 1)

    def _place_legend(self) -> None:
        names = self.chart.series
        self.legend: list[tuple[float, float, tuple[str, ...]]] = []
        columns, y = (1 if self.stacks else 2), 0.0
        room = (self.across / columns - 40) / self.type.size
        for start in range(0, len(names), columns):
            line = [wrapped(name, self.language, room) for name in names[start : start + columns]]
            for place, lines in enumerate(line):
                self.legend.append((place * self.across / columns, y, lines))
            y += max(len(lines) for lines in line) * self.type.line + 5
        self.legend_height = y + 8 if names else 0.0

    def _place_rows(self) -> None:
        longest = max((width(label, self.language) for label in self.rows), default=0)
        widest = 0 if self.stacks else min(self.across * 0.44, longest * self.type.size + 12)
        self.left = max(widest, 1.0)
        room = (self.across if self.stacks else self.left - 12) / self.type.size
        self.labels = [wrapped(label, self.language, room) for label in self.rows]
        self.tops: list[float] = []
        self.middles: list[float] = []
        top = self.legend_height
        for lines in self.labels:
            tall = len(lines) * self.type.line
            self.tops.append(top + _GAP / 2)
            if self.stacks:
                self.middles.append(top + _GAP / 2 + tall + 3 + _BAR / 2)
                top += tall + 3 + _BAR + _GAP
            else:
                self.middles.append(top + _GAP / 2 + max(tall, _BAR) / 2)
                top += max(tall, _BAR) + _GAP
        self.height = max(top, 1)

    def parts(self) -> Iterator[tuple[Bar, float, float, float]]:
        """Yield each bar as drawn, with its start, its end and its middle line."""
        for middle, parts in zip(self.middles, self.rows.values(), strict=True):
            start = self.left
            for bar in parts.values():
                end = start + bar.value * self.unit
                yield bar, start, end, middle
                start = end

    def bars(self) -> list[Mark]:
        """Return a box for each bar; parts of one row leave a hair of paper between them."""
        hair = 1.5 if self.chart.series else 0
        return [
            _box(start, max(end - hair, start), middle - _BAR / 2, _BAR, self._hue(bar))
            for bar, start, end, middle in self.parts()
        ]

    def base(self) -> list[Mark]:
        """Return the line from which the bars start, unless labels stand above them."""
        if self.stacks:
            return []
        top = self.legend_height
        return [_box(self.left - 1, self.left, top, self.height - top, LINE)]

    def names(self) -> list[Mark]:
        """Return the lines of the labels beside or above the bars."""
        x = 0 if self.stacks else self.left - 9
        marks: list[Mark] = []
        for top, middle, lines in zip(self.tops, self.middles, self.labels, strict=True):
            half = len(lines) * self.type.line / 2
            marks += self._lines(lines, x, top + half if self.stacks else middle)
        return marks

    def values(self) -> list[Mark]:
        """Return the count at the end of each row."""
        return [
            _words(self.left + _total(parts) * self.unit + 6, middle, str(_total(parts)))
            for middle, parts in zip(self.middles, self.rows.values(), strict=True)
        ]

    def inside(self) -> list[Mark]:
        """Return the counts inside the parts of a row, where there is room for them."""
        return [
            _words((start + end) / 2, middle, str(bar.value), on(self._hue(bar)))
            for bar, start, end, middle in self.inner()
        ]

    def inner(self) -> Iterator[tuple[Bar, float, float, float]]:
        """Yield the bars whose count stands inside them, as `parts` does."""
        for bar, start, end, middle in self.parts():
            needed = len(str(bar.value)) * self.type.size * 0.62 + 4
            if self.chart.series and bar.value > 0 and end - start >= needed:
                yield bar, start, end, middle

    def keys(self) -> list[Mark]:
        """Return the squares of the legend."""
        return [
            _box(x, x + 12, y + self.type.line / 2 - 6, 12, hue)
            for (x, y, _), hue in zip(self.legend, self.hues.values(), strict=True)
        ]

    def key_names(self) -> list[Mark]:
        """Return the lines of the legend."""
        marks: list[Mark] = []
        for x, y, lines in self.legend:
            marks += self._lines(lines, x + 18, y + len(lines) * self.type.line / 2)
        return marks

    def place_of(self, series: str) -> int:
        """Return the place of a series in the legend, from 1; 1 where there is but one."""
        return 1 + (self.chart.series.index(series) if series in self.chart.series else 0)

    def _lines(self, lines: tuple[str, ...], x: float, middle: float) -> list[Mark]:
        first = middle - (len(lines) - 1) * self.type.line / 2
        return [_words(x, first + at * self.type.line, line) for at, line in enumerate(lines)]

    def _hue(self, bar: Bar) -> str:
        return HUES[(self.place_of(bar.series) - 1) % len(HUES)]


def _total(parts: dict[str, Bar]) -> int:
    return sum(bar.value for bar in parts.values())


def _box(start: float, end: float, top: float, tall: float, fill: str) -> Mark:
    sides = {"x": start, "x2": end, "y": top, "y2": top + tall}
    return {name: round(place, 1) for name, place in sides.items()} | {"fill": fill}


def _words(x: float, y: float, text: str, fill: str = INK) -> Mark:
    return {"x": round(x, 1), "y": round(y, 1), "text": text, "fill": fill}


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 defines it, from 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def on(colour: str) -> str:
    """Return the colour of letters that is read best upon `colour`: ink or paper."""
    return max((INK, PAPER), key=lambda letters: contrast(letters, colour))
