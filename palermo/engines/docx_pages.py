"""About which page of a DOCX each heading stands on, from how much is written before it.

Word works the page numbers of a table of contents out anew when it is told to (select all, F9) and
shows what is stored until then. A file that asks for it on opening makes Word warn the reader, so
an estimate is stored instead: docs/decisions/0003-documents.md.
"""

from math import ceil
from typing import Final

from palermo.domain.papers import (
    Block,
    Chart,
    Grid,
    Heading,
    Inline,
    Notice,
    Paper,
    Paragraph,
    plain,
)
from palermo.engines.charts_plan import WIDTH as FIGURE_WIDTH
from palermo.engines.charts_plan import Plan
from palermo.engines.labels import column_widths, width

_ACROSS: Final = 453.6  # points between the margins
_DOWN: Final = 690.0
_SIZE: Final = {"ar": 14.0}
_LINE: Final = {"ar": 21.0, "zh": 15.0}
_NARROWER: Final = {"zh": 1.0, "ar": 0.82}  # letters of the office fonts against ours


def pages(paper: Paper) -> list[int]:
    """Return a page number for each heading of the paper, in order."""
    found: list[int] = []
    at = _first_page(paper)
    for block in paper.blocks:
        tall = _height(block, paper.language)
        room = _DOWN - at % _DOWN
        if isinstance(block, Heading):
            kept = tall + 2 * _line(paper.language)
            at += room if room < kept else 0
            found.append(int(at // _DOWN) + 1)
        elif isinstance(block, Chart | Notice) and room < tall:
            at += room
        at += tall
    return found


def _line(language: str) -> float:
    return _LINE.get(language, 12.6)


def _lines(words: str, language: str, size: float = 1.0, across: float = _ACROSS) -> int:
    letters = _SIZE.get(language, 10.0) * size * _NARROWER.get(language, 0.8)
    return sum(max(1, ceil(width(line, language) * letters / across)) for line in words.split("\n"))


def _first_page(paper: Paper) -> float:
    language, line = paper.language, _line(paper.language)
    cover = paper.cover
    lines = 2.0 + len(cover.meeting) + len(cover.agenda)
    lines += max(4, _lines(cover.body, language, 1.3, 300) * 1.3)
    title = _lines(paper.title, language, 1.6) * line * 1.6
    return lines * line + title + (len(paper.outline()) + 6) * (line + 2.5) + 40


def _height(block: Block, language: str) -> float:
    line = _line(language)
    match block:
        case Heading():
            return _lines(block.words, language, 1.2) * line * 1.25 + 18
        case Paragraph():
            return _lines(_words(block.content), language) * line + 6
        case Notice():
            return _lines(plain(block.content), language) * line + 34
        case Chart():
            drawn = Plan(block, language).height * _ACROSS / FIGURE_WIDTH
            return drawn + (2 + _lines(block.title, language)) * line + 36
        case Grid():
            return _table(block, language)


def _words(content: tuple[Inline, ...]) -> str:
    return "99.    " + plain(content)


def _table(grid: Grid, language: str) -> float:
    weights = column_widths(grid, language)
    total = 36 + 3 * _line(language)
    for row in grid.rows:
        place, most = 0, 1
        for cell in row:
            across = _ACROSS * sum(weights[place : place + cell.span]) / sum(weights) - 10
            most = max(most, _lines(plain(cell.content), language, 0.92, across))
            place += cell.span
        total += most * _line(language) * 0.92 + 3
    return total
