"""Response rates: how many Parties are known to have replied, of how many Parties that day."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from palermo.domain.instruments import INSTRUMENTS, ORGANIZATIONS, Participations
from palermo.domain.measures import Coded, Rate

MEASURES: Final = ("consented", "bound")


def rates(
    told: Iterable[Coded],
    participations: Participations,
    recorded: Iterable[Rate],
    on: date,
    measure: str = "consented",
) -> tuple[Rate, ...]:
    """Return per instrument the computed rate and then the rates that a document prints.

    Computed (`recorded` is None): of the States that were Parties on the cut-off date, how many
    are quoted with a statement on that instrument. That is a lower bound of the replies: a Party
    may have replied and stated nothing that was quoted; and it knows no reporting cycle. A printed
    rate keeps its cycle and its source; its `n` is None, for the document prints none, and `of` is
    the number of Parties of the same day. The European Union is in neither number.
    """
    quoted = {(one.instrument, one.state) for one in told}
    printed = tuple(recorded)
    found: list[Rate] = []
    for instrument in INSTRUMENTS:
        parties = _parties(participations, instrument, on, measure)
        replied = sum((instrument, state) in quoted for state in parties)
        found.append(Rate(instrument, "", replied, len(parties), measure, None, ""))
        found.extend(_printed(printed, instrument, len(parties), measure))
    return tuple(found)


def _parties(
    participations: Participations, instrument: str, on: date, measure: str
) -> frozenset[str]:
    if measure not in MEASURES:
        raise ValueError(f"a rate counts {' or '.join(MEASURES)}, not {measure}")
    counted = participations.bound if measure == "bound" else participations.consented
    return counted(instrument, on) - ORGANIZATIONS


def _printed(printed: Iterable[Rate], instrument: str, of: int, measure: str) -> Iterator[Rate]:
    for rate in printed:
        if rate.instrument == instrument:
            yield Rate(instrument, rate.cycle, None, of, measure, rate.recorded, rate.source)
