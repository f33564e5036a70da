"""A paper as a web page: a standalone file, or a fragment for a page of the site.

Where a query has an address, the number or list that it stands behind is a link to it.
"""

from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Final

from palermo.domain import wording
from palermo.domain.languages import direction
from palermo.domain.measures import Query
from palermo.domain.papers import (
    Annex,
    Block,
    Cell,
    Chart,
    Entry,
    FootnoteMark,
    Grid,
    Heading,
    Inline,
    Notice,
    Paper,
    Paragraph,
    Text,
    numbered,
)
from palermo.engines import charts
from palermo.engines.charts_plan import rows as rows_of
from palermo.engines.charts_svg import Link
from palermo.engines.labels import is_latin, span, words_line

_TONES: Final = {"strong": "strong", "soft": "small"}
_LATIN: Final = frozenset({"en", "fr", "es"})
_NARROW: Final = 360


@cache
def styles() -> str:
    """Return the style sheet of a standalone file; it is made of the site's design tokens."""
    return (Path(__file__).with_name("templates") / "paper.css").read_text(encoding="utf-8")


def write_html(
    paper: Paper,
    *,
    link: Link | None = None,
    annex: Sequence[Annex] = (),
    style: str | None = None,
) -> str:
    """Return the paper as one HTML file that needs no other.

    A number or list links to its annex at the end of the same file, which lists the statements it
    counts; where there is no annex for its query, to the address that `link` gives. `style`
    replaces the style sheet.
    """
    inside = {part.query: f"#statements-{place}" for place, part in enumerate(annex, start=1)}

    def address(query: Query) -> str:
        return inside.get(query) or (link(query) if link else "")

    language = paper.language
    sheet = styles() if style is None else style
    return (
        f'<!doctype html>\n<html lang="{language}" dir="{direction(language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(paper.title)}</title>\n<style>\n{sheet}</style>\n</head>\n<body>\n<main>\n"
        f"{fragment(paper, address)}{_annexes(paper, annex)}</main>\n</body>\n</html>\n"
    )


def fragment(paper: Paper, link: Link | None = None, top: int = 1) -> str:
    """Return the paper as an `article` for a page that exists; `top` is the level of its title."""
    return _Page(paper, link, top).article()


class _Page:
    """The markup of one paper."""

    def __init__(self, paper: Paper, link: Link | None, top: int) -> None:
        self.paper, self.link, self.top = paper, link, top
        self.entries = paper.outline()
        self.anchors = _anchors(self.entries)
        self.marks: dict[int, int] = {}
        self.headings = 0

    def article(self) -> str:
        language = self.paper.language
        blocks = "".join(self._block(block) for block in self.paper.blocks)
        return (
            f'<article class="paper" lang="{language}" dir="{direction(language)}">\n'
            f"{self._cover()}{self._contents()}{blocks}{self._footnotes()}</article>\n"
        )

    def _cover(self) -> str:
        paper, cover = self.paper, self.paper.cover
        issue = (cover.distribution, cover.date, *cover.languages)
        draft = ""
        if paper.draft:
            draft = (
                f'<p class="draft">{escape(paper.draft)}</p>'
                f'<div class="draft-mark" aria-hidden="true">{escape(paper.draft)}</div>\n'
            )
        return (
            '<header class="cover">\n'
            f'<div class="cover-line"><p>{escape(cover.organization)}</p>'
            f'<p class="symbol" dir="ltr">{escape(cover.symbol)}</p></div>\n'
            f'<div class="cover-body"><p class="body">{escape(cover.body)}</p>'
            f'<p class="issue">{"<br>".join(self._line(words) for words in issue if words)}</p>'
            "</div>\n"
            f'<p class="meeting">{"<br>".join(escape(words) for words in cover.meeting)}</p>\n'
            f'<p class="agenda">{"<br>".join(escape(words) for words in cover.agenda)}</p>\n'
            f"{draft}<h{self.top}>{escape(paper.title)}</h{self.top}>\n"
            f'<p class="subtitle">{escape(paper.subtitle)}</p>\n'
            f"{_told('words', words_line(paper))}</header>\n"
        )

    def _line(self, words: str) -> str:
        """Return a line of the cover; the English ones above another script are marked so."""
        if self.paper.language in _LATIN or not is_latin(words):
            return escape(words)
        return f'<span lang="en" dir="ltr">{escape(words)}</span>'

    def _contents(self) -> str:
        if not self.entries:
            return ""
        level = self.top + 1
        return (
            '<nav class="contents" aria-labelledby="contents">\n'
            f'<h{level} id="contents">{escape(self.paper.contents)}</h{level}>\n'
            f"{self._listed(list(zip(self.entries, self.anchors, strict=True)))}</nav>\n"
        )

    def _listed(self, entries: list[tuple[Entry, str]]) -> str:
        """Return a list of entries, the deeper ones as lists inside those above them."""
        items: list[tuple[tuple[Entry, str], list[tuple[Entry, str]]]] = []
        for entry in entries:
            if items and entry[0].heading.level > items[0][0][0].heading.level:
                items[-1][1].append(entry)
            else:
                items.append((entry, []))
        listed = "".join(
            f"<li>{self._entry(*own)}{self._listed(below) if below else ''}</li>\n"
            for own, below in items
        )
        return f"<ol>\n{listed}</ol>\n"

    def _entry(self, entry: Entry, anchor: str) -> str:
        covered = span(entry.first, entry.last)
        if covered:
            labels = self.paper.labels
            one = entry.first == entry.last and labels.paragraph
            label = escape(one or labels.paragraphs)
            covered = f' <span class="covered"><small>{label}</small> {covered}</span>'
        return f'<a href="#{escape(anchor)}">{self._title(entry.heading)}</a>{covered}'

    def _title(self, heading: Heading) -> str:
        number = numbered(heading.number, self.paper.language) if heading.number else ""
        return f"{escape(number)} {escape(heading.words)}".strip()

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                anchor = self.anchors[self.headings]
                self.headings += 1
                level = min(self.top + block.level, 6)
                return f'<h{level} id="{escape(anchor)}">{self._title(block)}</h{level}>\n'
            case Paragraph():
                return self._paragraph(block)
            case Grid():
                return self._grid(block)
            case Chart():
                return self._chart(block)
            case Notice():
                return f'<p class="notice" role="note">{self._run(block.content)}</p>\n'

    def _paragraph(self, block: Paragraph) -> str:
        number, mark = "", ""
        if block.number:
            mark = f' id="paragraph-{block.number}"'
            shown = numbered(block.number, self.paper.language)
            number = f'<span class="number-of">{escape(shown)}</span> '
        indent = f' class="indent-{min(block.indent, 3)}"' if block.indent else ""
        return f"<p{mark}{indent}>{number}{self._run(block.content)}</p>\n"

    def _grid(self, grid: Grid) -> str:
        numeric = [cell.numeric for cell in grid.rows[0]] if grid.rows else []
        numeric += [False] * (len(grid.head) - len(numeric))
        head = "".join(
            f'<th scope="col"{_end(aligned)}>{escape(words)}</th>'
            for words, aligned in zip(grid.head, numeric, strict=False)
        )
        rows = "".join(
            f"<tr>{''.join(self._cell(cell) for cell in row)}</tr>\n" for row in grid.rows
        )
        mark = f' id="{escape(grid.anchor)}"' if grid.anchor else ""
        return (
            f'<div class="table"{mark}>{_table(grid.caption, head, rows)}'
            f"{_told('unit', grid.note)}</div>\n"
        )

    def _cell(self, cell: Cell) -> str:
        across = f' colspan="{cell.span}"' if cell.span > 1 else ""
        words = self._run(cell.content)
        if cell.heading and not cell.numeric:
            return f'<th scope="row"{across}><strong>{words}</strong></th>'
        shown = f"<strong>{words}</strong>" if cell.heading else words
        return f"<td{across}{_end(cell.numeric)}>{shown}</td>"

    def _chart(self, chart: Chart) -> str:
        language = self.paper.language
        wide = charts.draw_svg(chart, language, self.link)
        narrow = charts.draw_svg(chart, language, self.link, across=_NARROW)
        mark = f' id="{escape(chart.anchor)}"' if chart.anchor else ""
        opener = self.paper.labels.data or chart.label or chart.title
        return (
            f'<figure{mark}>\n<figcaption><span class="label">{escape(chart.label)}</span> '
            f"<strong>{escape(chart.title)}</strong></figcaption>\n"
            f'<div class="drawing"><div class="on-wide">{wide}</div>'
            f'<div class="on-narrow">{narrow}</div></div>\n'
            f"{_told('unit', chart.note)}"
            f"<details><summary>{escape(opener)}</summary>{self._data(chart)}</details>\n</figure>\n"
        )

    def _data(self, chart: Chart) -> str:
        """Return the table of a figure, each count linked as its bar is."""
        series = chart.series or ("",)
        named = f'<th scope="col">{escape(chart.axis)}</th>' if chart.axis else "<td></td>"
        head = named + "".join(
            f'<th scope="col" class="end">{escape(name or chart.unit)}</th>' for name in series
        )
        rows = "".join(
            f'<tr><th scope="row">{escape(label)}</th>'
            + "".join(
                f'<td class="end">{self._linked(str(bars[name].value), bars[name].query)}</td>'
                if name in bars
                else '<td class="end">0</td>'
                for name in series
            )
            + "</tr>\n"
            for label, bars in rows_of(chart).items()
        )
        unit = wording.bracketed(chart.unit, self.paper.language) if chart.unit else ""
        return _table(chart.title + unit, head, rows)

    def _run(self, content: tuple[Inline, ...]) -> str:
        return "".join(self._inline(part) for part in content)

    def _inline(self, part: Inline) -> str:
        if isinstance(part, FootnoteMark):
            return self._mark(part.number)
        if not isinstance(part, Text):
            return self._linked(part.words, part.query)
        words = _broken(part.words)
        tone = _TONES.get(part.tone)
        return f"<{tone}>{words}</{tone}>" if tone else words

    def _linked(self, words: str, query: Query) -> str:
        address = self.link(query) if self.link else ""
        if not address:
            return _broken(words)
        return f'<a class="counted" href="{escape(address)}">{_broken(words)}</a>'

    def _mark(self, number: int) -> str:
        times = self.marks[number] = self.marks.get(number, 0) + 1
        return (
            f'<sup><a id="note-{number}-mark-{times}" href="#note-{number}" role="doc-noteref">'
            f"{number}</a></sup>"
        )

    def _footnotes(self) -> str:
        if not self.paper.footnotes:
            return ""
        labels, level = self.paper.labels, self.top + 1
        title = f"<h{level}>{escape(labels.notes)}</h{level}>\n" if labels.notes else ""
        items = "".join(
            f'<li id="note-{number}">{self._run(note)} {self._back(number)}</li>\n'
            for number, note in enumerate(self.paper.footnotes, start=1)
        )
        return f'<section class="notes">\n{title}<ol>\n{items}</ol>\n</section>\n'

    def _back(self, number: int) -> str:
        said = f"{self.paper.labels.back} {number}".strip()
        return " ".join(
            f'<a href="#note-{number}-mark-{time}" role="doc-backlink" '
            f'aria-label="{escape(said)}">↩</a>'
            for time in range(1, self.marks.get(number, 0) + 1)
        )


def _annexes(paper: Paper, annex: Sequence[Annex]) -> str:
    if not annex:
        return ""
    title = f"<h2>{escape(paper.labels.statements)}</h2>\n" if paper.labels.statements else ""
    lists = "".join(
        f'<section id="statements-{place}" tabindex="-1">\n<h3>{escape(part.title)}'
        f"{wording.bracketed(str(len(part.items)), paper.language)}</h3>\n<ul>\n"
        + "".join(f"<li>{_broken(item)}</li>\n" for item in part.items)
        + "</ul>\n</section>\n"
        for place, part in enumerate(annex, start=1)
    )
    return f'<div class="annex">\n{title}{lists}</div>\n'


def _anchors(entries: tuple[Entry, ...]) -> list[str]:
    """Return one anchor for each heading; one that is missing or taken is numbered."""
    found: list[str] = []
    for place, entry in enumerate(entries, start=1):
        anchor = entry.heading.anchor
        found.append(anchor if anchor and anchor not in found else f"section-{place}")
    return found


def _table(caption: str, head: str, rows: str) -> str:
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(caption)}">'
        f"<table>\n<caption>{escape(caption)}</caption>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table></div>\n"
    )


def _told(name: str, words: str) -> str:
    return f'<p class="{name}">{_broken(words)}</p>\n' if words else ""


def _broken(words: str) -> str:
    return escape(words).replace("\n", "<br>")


def _end(numeric: bool) -> str:  # the one question it asks
    return ' class="end"' if numeric else ""
