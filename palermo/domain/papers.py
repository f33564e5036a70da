"""A paper as a tree of blocks: what a document says, not how it looks.

Three writers in `engines` (docx, typst, html) turn the same tree into files. A number or a list of
States carries the query behind it, so that a reader can open what it is made of.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, Literal

from palermo.domain.measures import Query

Tone = Literal["plain", "strong", "soft"]


@dataclass(frozen=True)
class Text:
    """Running words."""

    words: str
    tone: Tone = "plain"


@dataclass(frozen=True)
class Number:
    """A number as printed, with the query that counts it."""

    words: str
    query: Query


@dataclass(frozen=True)
class StateList:
    """States in the order and with the punctuation of the paper's language, with their query."""

    words: str
    states: tuple[str, ...]
    query: Query


@dataclass(frozen=True)
class FootnoteMark:
    """A mark that points to the footnote of that number, from 1."""

    number: int


Inline = Text | Number | StateList | FootnoteMark


@dataclass(frozen=True)
class Heading:
    """A heading: level 1 to 3, its number as printed ("II", "A", "1", or "" for none)."""

    level: int
    number: str
    words: str
    anchor: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `number` counts through the paper, 0 for one that bears none."""

    number: int
    content: tuple[Inline, ...]
    indent: int = 0


@dataclass(frozen=True)
class Cell:
    """A cell of a table; `numeric` cells are set with tabular figures at the end side."""

    content: tuple[Inline, ...]
    numeric: bool = False
    heading: bool = False
    span: int = 1


@dataclass(frozen=True)
class Grid:
    """A table: caption, one heading row, rows, and a note that states unit and N."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Bar:
    """One bar of a chart: label, value, the series it belongs to, and its query."""

    label: str
    value: int
    query: Query
    series: str = ""


@dataclass(frozen=True)
class Chart:
    """A figure: horizontal bars, stacked by `series` where there is more than one series.

    `series` gives the order of the legend, which is the order in which the parts are drawn. `axis`
    says what the bars are ("Category of assistance"); it heads the first column of their table.
    """

    label: str
    title: str
    unit: str
    bars: tuple[Bar, ...]
    series: tuple[str, ...] = ()
    note: str = ""
    anchor: str = ""
    axis: str = ""


@dataclass(frozen=True)
class Notice:
    """A statement about the paper itself, such as its being a draft or what its counts rest on."""

    content: tuple[Inline, ...]


Block = Heading | Paragraph | Grid | Chart | Notice


@dataclass(frozen=True)
class Cover:
    """What stands above the title: body, symbol or "", distribution, date, languages, agenda."""

    organization: str
    body: str
    symbol: str
    distribution: str
    date: str
    languages: tuple[str, ...]
    meeting: tuple[str, ...]
    agenda: tuple[str, ...]


@dataclass(frozen=True)
class Labels:
    """Words that a writer sets around the text; where one is "", a sign or nothing stands instead.

    `paragraphs` and `page` head the columns of the table of contents, `paragraph` stands before one
    number, `place` is how a document and its paragraph are cited, `data` opens the table of a
    figure, `notes` heads the footnotes of a web page, `back` leads from a footnote to its mark,
    `statements` heads the annex that lists what each number counts.
    """

    paragraphs: str = ""
    paragraph: str = ""
    place: str = "{document}, {paragraph}"
    page: str = ""
    data: str = ""
    notes: str = ""
    back: str = ""
    statements: str = ""


@dataclass(frozen=True)
class Annex:
    """What one number or list of States rests on: a title, and one line for each statement."""

    query: Query
    title: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """A line of the table of contents: a heading with its first and last paragraph, or 0 and 0."""

    heading: Heading
    first: int
    last: int


@dataclass(frozen=True)
class Paper:
    """A whole paper in one language.

    `draft` is the word to print on every page ("DRAFT" in the paper's language), or "" once the
    Secretariat has issued it. `contents` is the title of the table of contents. `dated` is an ISO
    date that fixes the documents' metadata, so that the same tree gives the same bytes.
    """

    language: str
    title: str
    subtitle: str
    cover: Cover
    contents: str
    draft: str
    blocks: tuple[Block, ...]
    footnotes: tuple[tuple[Inline, ...], ...]
    words_label: str
    dated: str
    words: int = 0
    labels: Labels = Labels()

    def headings(self) -> Iterator[tuple[Heading, int]]:
        """Yield each heading with the number of the first numbered paragraph under it, or 0."""
        for place, block in enumerate(self.blocks):
            if isinstance(block, Heading):
                yield block, self._first_paragraph(place + 1)

    def _first_paragraph(self, start: int) -> int:
        for block in self.blocks[start:]:
            if isinstance(block, Paragraph) and block.number:
                return block.number
        return 0

    def outline(self) -> tuple[Entry, ...]:
        """Return the lines of the table of contents, each with the paragraphs that it covers."""
        places = [place for place, block in enumerate(self.blocks) if isinstance(block, Heading)]
        return tuple(self._entry(place) for place in places)

    def _entry(self, place: int) -> Entry:
        heading = self.blocks[place]
        assert isinstance(heading, Heading)
        numbers = []
        for block in self.blocks[place + 1 :]:
            if isinstance(block, Heading) and block.level <= heading.level:
                break
            if isinstance(block, Paragraph) and block.number:
                numbers.append(block.number)
        return Entry(heading, min(numbers, default=0), max(numbers, default=0))

    def queries(self) -> tuple[Query, ...]:
        """Return every query behind a number, a list or a bar once, in reading order."""
        found: dict[Query, None] = {}
        for block in self.blocks:
            found.update(dict.fromkeys(_queries(block)))
        for note in self.footnotes:
            found.update(dict.fromkeys(_queries(note)))
        return tuple(found)


def _queries(value: Any) -> Iterator[Query]:
    if isinstance(value, Query):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _queries(part)
    elif hasattr(value, "__dataclass_fields__"):
        for part in fields(value):
            yield from _queries(getattr(value, part.name))


def numbered(number: int | str, language: str) -> str:
    """Return the number of a paragraph or heading with its mark: "12." or, in Arabic, "12-"."""
    printed = str(number)
    if not printed[-1:].isalnum():
        return printed
    return printed + ("-" if language == "ar" else ".")


def as_tree(value: Any) -> Any:
    """Return the JSON tree of a paper or a part of it; every node names its kind."""
    if isinstance(value, tuple):
        return [as_tree(part) for part in value]
    if isinstance(value, Query):
        return value.parameters()
    if hasattr(value, "__dataclass_fields__"):
        named = {part.name: as_tree(getattr(value, part.name)) for part in fields(value)}
        return {"kind": type(value).__name__, **named}
    return value


def canonical(value: Any) -> str:
    """Return canonical JSON: sorted keys, no spaces, characters as they are."""
    tree = as_tree(value) if hasattr(value, "__dataclass_fields__") else value
    return json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(value: Any) -> str:
    """Return the SHA-256 of the canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def plain(content: tuple[Inline, ...]) -> str:
    """Return the words of a run of inlines, footnote marks left out."""
    return "".join(part.words for part in content if not isinstance(part, FootnoteMark))
