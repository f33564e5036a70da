"""What the tests of the note read out of a paper."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from palermo.domain.notes.compose import compose
from palermo.domain.papers import (
    Chart,
    FootnoteMark,
    Grid,
    Heading,
    Notice,
    Number,
    Paper,
    Paragraph,
    StateList,
    plain,
)
from palermo.domain.snapshots import Snapshot
from palermo.engines.knowledge_notes import load_edition, load_reference
from palermo.engines.phrases import load_phrases
from palermo.engines.records import load_record


def composed(snapshot: Snapshot, language: str, **issue: str) -> Paper:
    """Return the note made from a snapshot."""
    phrases = load_phrases("note", language)
    return compose(snapshot, load_reference(), phrases, load_edition(), **issue)


@cache
def note_2009(language: str) -> Paper:
    """Return the note made from the 2009 record."""
    return composed(load_record("2009-2"), language)


def lists(paper: Paper) -> list[StateList]:
    """Return every list of States that opens to its statements, in reading order."""
    return [part for part in inlines(paper) if isinstance(part, StateList)]


def numbers(paper: Paper) -> list[Number]:
    """Return every number that opens to what it counts."""
    return [part for part in inlines(paper) if isinstance(part, Number)]


def inlines(part: Any) -> Iterator[Any]:
    """Yield every inline of a paper or of a part of it."""
    if isinstance(part, Number | StateList | FootnoteMark):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from inlines(one)
    elif hasattr(part, "__dataclass_fields__"):
        for name in part.__dataclass_fields__:
            yield from inlines(getattr(part, name))


def under(paper: Paper, anchor: str) -> list[Paragraph]:
    """Return the paragraphs under the heading with that anchor, up to the next heading."""
    found: list[Paragraph] = []
    here = False
    for block in paper.blocks:
        if isinstance(block, Heading):
            here = block.anchor == anchor
        elif here and isinstance(block, Paragraph):
            found.append(block)
    return found


def texts(paper: Paper) -> Iterator[str]:
    """Yield all words that are printed."""
    yield from (paper.title, paper.subtitle, paper.draft, paper.contents, paper.words_label)
    cover = paper.cover
    yield from (cover.organization, cover.body, *cover.meeting, *cover.agenda, cover.date)
    for block in paper.blocks:
        if isinstance(block, Heading):
            yield block.words
        elif isinstance(block, Paragraph | Notice):
            yield plain(block.content)
        elif isinstance(block, Grid):
            yield from (block.caption, block.note, *block.head)
            yield from (plain(cell.content) for row in block.rows for cell in row)
        elif isinstance(block, Chart):
            yield from (block.label, block.title, block.unit, block.note, block.axis)
            yield from (bar.label for bar in block.bars)
    yield from (plain(note) for note in paper.footnotes)
