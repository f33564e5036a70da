"""The charts of the overview and of the replies.

Figures 1 to 3 are the note's own, composed by `domain/notes` from the same snapshot, so that the
page and the note cannot disagree; the others speak the note's phrases.
"""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from django.utils.translation import gettext, override

from palermo.domain import wording
from palermo.domain.instruments import INSTRUMENTS
from palermo.domain.measures import NO_GROUP, Query
from palermo.domain.notes.desk import Desk
from palermo.domain.notes.overview import analysis, region_name
from palermo.domain.papers import Bar, Chart
from palermo.domain.snapshots import Snapshot
from palermo.engines.knowledge_instruments import load_words
from palermo.engines.knowledge_notes import load_edition, load_reference
from palermo.engines.phrases import load_phrases

NOTES: Final = ("categories", "legal", "regions")  # figures 1, 2 and 3


@lru_cache(maxsize=64)
def of_needs(snapshot: Snapshot, instrument: str, language: str) -> Mapping[str, Chart]:
    """Return the charts of the overview by name, in the order of the page; read-only.

    Of one instrument where one is named: then the last chart, by instrument, is not among them.
    """
    desk = _desk(snapshot.about(instrument), language)
    drawn = [block for block in analysis(desk) if isinstance(block, Chart)]
    found = dict(zip(NOTES, drawn, strict=True))
    if not instrument:
        found["instruments"] = _by_instrument(desk, len(drawn) + 1)
    return MappingProxyType(found)


def of_silence(snapshot: Snapshot, language: str) -> Chart:
    """Return the chart of the States recorded as silent, by regional group."""
    desk, silent = _desk(snapshot, language), snapshot.listed("silent")
    placed = [desk.regions.get(state, NO_GROUP) for state in silent]
    groups = dict.fromkeys((*desk.reference.register.regional_groups, *placed))
    with override(language):
        return Chart(
            label="",
            title=gettext("States recorded as having given no information, by regional group"),
            unit=gettext("Unit: State."),
            bars=tuple(
                Bar(region_name(desk, group), placed.count(group), Query(region=group))
                for group in groups
            ),
            note=gettext("N = %(n)s.") % {"n": wording.grouped(len(placed), language)},
            axis=desk.phrases.text("figures.axis_3"),
        )


def _desk(snapshot: Snapshot, language: str) -> Desk:
    return Desk(snapshot, load_reference(), load_phrases("note", language), load_edition())


def _by_instrument(desk: Desk, number: int) -> Chart:
    say, language = desk.phrases.text, desk.language
    counts = desk.counts
    with override(language):
        return Chart(
            label=say("figures.label", number=str(number)),
            title=gettext("Technical assistance needs identified by States, by instrument"),
            unit=say("figures.unit"),
            bars=tuple(
                Bar(
                    load_words(code, language).label,
                    counts.by_instrument[code],
                    desk.query(instrument=code),
                )
                for code in INSTRUMENTS
            ),
            note=say("figures.note", n=wording.grouped(counts.requests, language)),
            axis=gettext("Instrument"),
        )
