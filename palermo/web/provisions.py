"""What an article asks of States, for its page: one row for each provision, in words."""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from palermo.domain.instruments import INSTRUMENTS, Article, Instrument
from palermo.domain.provision_words import Told
from palermo.domain.provisions import LEVELS, Provision, cite, units
from palermo.engines.knowledge_instruments import (
    load_summaries,
    load_vocabulary,
    load_words,
)

#: A longer table is folded until a reader opens it.
SHORT = 12


@dataclass(frozen=True)
class Place:
    """A provision that is referred to: how it is cited, its article, its place on that page."""

    cited: str
    number: int
    anchor: str


@dataclass(frozen=True)
class Reference:
    """Provisions of one other instrument; `instrument` is "" where it has no page here."""

    name: str
    instrument: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Row:
    """A provision in words, its place on the page, and where else its matter is dealt with.

    `summary` is our own short wording, not the treaty text; "" where there is none yet.
    """

    told: Told
    summary: str
    anchor: str
    references: tuple[Reference, ...]


@dataclass(frozen=True)
class Asked:
    """What an article asks: its own row, the rows of the table, how many have which level.

    The article stands in the table where it carries a level itself. `counts` go by the leading
    level of each unit.
    """

    article: Row
    rows: tuple[Row, ...]
    counts: tuple[tuple[str, int], ...]

    @property
    def is_long(self) -> bool:
        """Say whether the table is folded at first."""
        return len(self.rows) > SHORT


def asked_by(instrument: Instrument, article: Article, language: str) -> Asked:
    """Return what an article asks, in the page's language."""
    found = instrument.provisions_of(article)
    rows = tuple(_row(one, language) for one in found)
    levels = Counter(one.level for one in units(found))
    vocabulary = load_vocabulary()
    return Asked(
        article=rows[0],
        rows=rows[1:] if rows[0].told.is_container else rows,
        counts=tuple((vocabulary.level(n, language), levels[n]) for n in LEVELS if levels[n]),
    )


def _row(one: Provision, language: str) -> Row:
    return Row(
        told=load_vocabulary().tell(one, language),
        summary=load_summaries(one.code.split("/")[0].upper(), language).get(one.code, ""),
        anchor=_anchor(one.code),
        references=tuple(
            _reference(instrument, tuple(codes), language)
            for instrument, codes in groupby(one.references, lambda code: code.split("/")[0])
        ),
    )


def _reference(instrument: str, codes: tuple[str, ...], language: str) -> Reference:
    places = tuple(_place(code) for code in codes)
    if instrument.upper() in INSTRUMENTS:
        return Reference(load_words(instrument.upper(), language).short, instrument, places)
    return Reference(load_vocabulary().name("elsewhere", instrument, language), "", places)


def _place(code: str) -> Place:
    unbroken = cite(code).replace(" ", "\N{NO-BREAK SPACE}")
    return Place(unbroken, int(code.split("/")[1]), _anchor(code))


def _anchor(code: str) -> str:
    return code.replace("/", "-")
