"""Small pieces of which the parts of a note are made."""

from palermo.domain import wording
from palermo.domain.notes.desk import Desk
from palermo.domain.papers import Cell, Heading, Inline, Paragraph, Text
from palermo.domain.phrases import sentences

TO_NUMBER = -1  # replaced by the paragraph's number once the whole note stands


def part(desk: Desk, number: int, name: str) -> Heading:
    """Return the heading of a part: I, II, III."""
    words = desk.phrases.text(f"headings.{name}")
    return Heading(1, wording.part_number(number, desk.language), words, name)


def section(desk: Desk, number: int, name: str) -> Heading:
    """Return the heading of a section: A, B, C."""
    words = desk.phrases.text(f"headings.{name}")
    return Heading(2, wording.section_letter(number, desk.language), words, name)


def subsection(number: int, words: str, anchor: str) -> Heading:
    """Return the heading of a subsection: 1, 2, 3."""
    return Heading(3, str(number), words, anchor)


def paragraph(desk: Desk, *parts: tuple[Inline, ...]) -> Paragraph:
    """Return a paragraph of sentences, numbered once the note stands."""
    return Paragraph(TO_NUMBER, sentences([part for part in parts if part], desk.language))


def words_cell(words: str, *more: Inline, heading: bool = False) -> Cell:
    """Return a cell of words."""
    return Cell((Text(words), *more), heading=heading)


def number_cell(*content: Inline, heading: bool = False) -> Cell:
    """Return a cell of figures."""
    return Cell(content, numeric=True, heading=heading)
