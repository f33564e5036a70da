"""Papers as files: the note composed from shipped knowledge, and the three writers by format.

Wraps no tool of its own; joins `knowledge_notes`, `phrases` and the writers.
"""

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Final

from palermo.domain.notes.annex import annexes
from palermo.domain.notes.compose import compose
from palermo.domain.papers import Paper, canonical
from palermo.domain.snapshots import Snapshot
from palermo.engines.docx import write_docx
from palermo.engines.html import fragment, write_html
from palermo.engines.knowledge_notes import load_edition, load_reference
from palermo.engines.phrases import load_phrases
from palermo.engines.typst import write_pdf

FORMATS: Final = ("docx", "pdf", "html", "json")

__all__ = ["FORMATS", "compose_note", "fragment", "write"]


@lru_cache(maxsize=24)
def compose_note(snapshot: Snapshot, language: str, *, symbol: str = "", issued: str = "") -> Paper:
    """Return the note made from a snapshot; a draft unless `issued` gives the day (ISO)."""
    return compose(
        snapshot,
        load_reference(),
        load_phrases("note", language),
        load_edition(),
        symbol=symbol,
        issued=issued,
    )


def write(paper: Paper, form: str, snapshot: Snapshot) -> bytes:
    """Return the paper as a file of a format; an unknown format is a KeyError.

    The HTML file stands alone: each number leads to the statements of the snapshot behind it.
    """
    writers: dict[str, Callable[[], bytes]] = {
        "docx": partial(write_docx, paper),
        "pdf": partial(write_pdf, paper),
        "html": lambda: _alone(paper, snapshot).encode(),
        "json": (canonical(paper) + "\n").encode,
    }
    return writers[form]()


def _alone(paper: Paper, snapshot: Snapshot) -> str:
    return write_html(paper, annex=annexes(paper, snapshot, load_reference()))
