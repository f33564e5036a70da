"""The note as a whole: from a snapshot to a paper, paragraphs numbered and words counted."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Final

from palermo.domain import wording
from palermo.domain.notes.conclusions import conclusions
from palermo.domain.notes.desk import Desk
from palermo.domain.notes.opening import cover, introduction, notice
from palermo.domain.notes.overview import analysis
from palermo.domain.notes.parts import TO_NUMBER
from palermo.domain.notes.reference import Edition, Reference
from palermo.domain.notes.reporting import reporting
from palermo.domain.notes.specific import specific
from palermo.domain.papers import (
    Block,
    Chart,
    Grid,
    Heading,
    Labels,
    Notice,
    Paper,
    Paragraph,
    plain,
)
from palermo.domain.phrases import Phrases
from palermo.domain.snapshots import Snapshot

_LABELS: Final = tuple(field.name for field in fields(Labels))


def compose(
    snapshot: Snapshot,
    reference: Reference,
    phrases: Phrases,
    edition: Edition,
    *,
    symbol: str = "",
    issued: str = "",
) -> Paper:
    """Return the note made from a snapshot in the language of the phrases.

    A draft until `issued` (ISO date) is given; `symbol` is printed as typed in, never made up. The
    tree holds no release number and no date of making: the same snapshot and phrases give the same
    digest.
    """
    desk = Desk(snapshot, reference, phrases, edition)
    blocks = (
        notice(desk),
        *introduction(desk),
        *analysis(desk),
        *reporting(desk),
        *specific(desk),
        *conclusions(desk),
    )
    day = issued or snapshot.as_of
    paper = Paper(
        language=phrases.language,
        title=phrases.text("title"),
        subtitle=phrases.text("subtitle.issued" if issued else "subtitle.draft"),
        cover=cover(desk, symbol=symbol, day=day),
        contents=phrases.text("contents"),
        draft="" if issued else phrases.text("draft"),
        blocks=tuple(_numbered(blocks)),
        footnotes=tuple(desk.footnotes),
        words_label=phrases.text("words_label"),
        dated=day,
        labels=Labels(**{name: phrases.template(f"labels.{name}") for name in _LABELS}),
    )
    return replace(paper, words=_words(paper))


def _numbered(blocks: Sequence[Block]) -> Iterator[Block]:
    number = 0
    for block in blocks:
        if isinstance(block, Paragraph) and block.number == TO_NUMBER:
            number += 1
            yield replace(block, number=number)
        else:
            yield block


def _words(paper: Paper) -> int:
    """Return the number of words of headings, text, tables, captions and footnotes."""
    texts = [paper.title, paper.subtitle]
    texts.extend(text for block in paper.blocks for text in _texts(block))
    texts.extend(plain(note) for note in paper.footnotes)
    return sum(wording.word_count(text, paper.language) for text in texts)


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield block.words
    elif isinstance(block, Paragraph | Notice):
        yield plain(block.content)
    elif isinstance(block, Grid):
        yield from (block.caption, *block.head, block.note)
        yield from (plain(cell.content) for row in block.rows for cell in row)
    elif isinstance(block, Chart):
        yield from (block.title, block.unit, block.note, *(bar.label for bar in block.bars))
