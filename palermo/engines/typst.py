"""A paper as a tagged PDF (PDF/UA-1), set by typst with our own fonts."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Final

import typst

from palermo.domain.languages import direction
from palermo.domain.measures import Query
from palermo.domain.papers import (
    Block,
    Cell,
    Chart,
    Cover,
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
from palermo.engines import charts, fonts
from palermo.engines.charts_plan import Plan
from palermo.engines.charts_svg import Link
from palermo.engines.labels import column_widths, is_latin, span, words_line

_TEMPLATES: Final = Path(__file__).with_name("templates")
_IN_ORDER: Final = ("paper_page.typ", "paper_blocks.typ", "paper_text.typ")
_REGIONS: Final = {"ar": "EG", "zh": "CN", "en": "GB", "fr": "FR", "ru": "RU", "es": "ES"}
_ONE_AT_A_TIME: Final = Lock()

Tree = dict[str, Any]


def write_pdf(paper: Paper, link: Link | None = None) -> bytes:
    """Return the paper as a PDF/UA-1 file; numbers link to their statements where `link` says.

    The same paper gives the same bytes: the file is dated by the paper, not by the clock.
    """
    tree = _Setting(paper, link).tree()
    dated = datetime.fromisoformat(paper.dated).replace(tzinfo=UTC)
    with _ONE_AT_A_TIME:
        file = _compiler().compile(
            input=_template(),
            format="pdf",
            sys_inputs={"paper": json.dumps(tree, ensure_ascii=False)},
            pdf_standards=["ua-1"],
            timestamp=dated,
        )
    assert isinstance(file, bytes)  # one PDF, not one image for each page
    return file


@cache
def _compiler() -> typst.Compiler:
    ours = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=list(fonts.folders()),
    )
    return typst.Compiler(font_paths=ours, ignore_system_fonts=True)


@cache
def _template() -> bytes:
    return b"\n".join((_TEMPLATES / name).read_bytes() for name in _IN_ORDER)


class _Setting:
    """The tree that the template reads: words and marks only, each address already known."""

    def __init__(self, paper: Paper, link: Link | None) -> None:
        self.paper, self.link = paper, link
        self.marked: set[int] = set()
        self.headings = 0

    def tree(self) -> Tree:
        """Return the whole tree, ready for JSON."""
        paper = self.paper
        return {
            "language": paper.language,
            "region": _REGIONS[paper.language],
            "direction": direction(paper.language),
            "families": fonts.families(paper.language),
            "title": paper.title,
            "subtitle": paper.subtitle,
            "dated": paper.dated,
            "draft": paper.draft,
            "contents": paper.contents,
            "cover": _cover(paper.cover),
            "labels": asdict(paper.labels),
            "words": words_line(paper),
            "outline": {
                f"h-{place}": {
                    "level": entry.heading.level,
                    "paragraphs": span(entry.first, entry.last),
                }
                for place, entry in enumerate(paper.outline())
            },
            "blocks": [self._block(block) for block in paper.blocks],
            "footnotes": [self._run(note) for note in paper.footnotes],
        }

    def _block(self, block: Block) -> Tree:
        made: Tree = {"kind": type(block).__name__}
        match block:
            case Heading():
                made |= self._heading(block)
            case Paragraph():
                number = numbered(block.number, self.paper.language) if block.number else ""
                made |= {"number": number, "indent": block.indent}
                made |= {"content": self._run(block.content)}
            case Grid():
                made |= self._grid(block)
            case Chart():
                made |= self._chart(block)
            case Notice():
                made |= {"content": self._run(block.content)}
        return made

    def _heading(self, heading: Heading) -> Tree:
        mark = f"h-{self.headings}"
        self.headings += 1
        number = numbered(heading.number, self.paper.language) if heading.number else ""
        return {"level": heading.level, "number": number, "words": heading.words, "mark": mark}

    def _grid(self, grid: Grid) -> Tree:
        numeric = [cell.numeric for cell in grid.rows[0]] if grid.rows else []
        numeric += [False] * (len(grid.head) - len(numeric))
        return {
            "caption": grid.caption,
            "note": grid.note,
            "widths": column_widths(grid, self.paper.language),
            "head": [
                {"words": words, "numeric": aligned}
                for words, aligned in zip(grid.head, numeric, strict=False)
            ],
            "rows": [[self._cell(cell) for cell in row] for row in grid.rows],
        }

    def _cell(self, cell: Cell) -> Tree:
        return {
            "content": self._run(cell.content),
            "numeric": cell.numeric,
            "heading": cell.heading,
            "span": cell.span,
        }

    def _chart(self, chart: Chart) -> Tree:
        language = self.paper.language
        plan = Plan(chart, language)
        return {
            "label": chart.label,
            "title": chart.title,
            "note": chart.note,
            "told": f"{chart.title}. {charts.description(chart, language)}",
            "height": plan.height,
            "size": plan.type.size,
            "boxes": [*plan.bars(), *plan.base(), *plan.keys()],
            "names": plan.names(),
            "values": plan.values(),
            "inside": plan.inside(),
            "legend": plan.key_names(),
        }

    def _run(self, content: Iterable[Inline]) -> list[Tree]:
        return [self._inline(part) for part in content]

    def _inline(self, part: Inline) -> Tree:
        if isinstance(part, FootnoteMark):
            first = part.number not in self.marked
            self.marked.add(part.number)
            return {"note": part.number, "first": first}
        tone = part.tone if isinstance(part, Text) else "plain"
        href = "" if isinstance(part, Text) else self._address(part.query)
        return {"note": 0, "words": part.words, "tone": tone, "href": href}

    def _address(self, query: Query) -> str:
        return self.link(query) if self.link else ""


def _cover(cover: Cover) -> Tree:
    latin = {"distribution": cover.distribution, "date": cover.date}
    lines: Tree = {name: _line(words) for name, words in latin.items()}
    return asdict(cover) | lines | {"languages": [_line(words) for words in cover.languages]}


def _line(words: str) -> Tree:
    return {"words": words, "latin": is_latin(words)}
