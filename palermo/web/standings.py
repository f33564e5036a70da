"""Who stands where towards an instrument on a day: read once for a whole page, with the words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from palermo.apps.instruments import queries
from palermo.domain.instruments import (
    INSTRUMENTS,
    Count,
    Participation,
    Participations,
    count,
)
from palermo.web.grid import Group, arranged

ACTS: Final[Mapping[str, Promise]] = {
    "ratification": gettext_lazy("Ratification"),
    "acceptance": gettext_lazy("Acceptance"),
    "approval": gettext_lazy("Approval"),
    "accession": gettext_lazy("Accession"),
    "formal-confirmation": gettext_lazy("Formal confirmation"),
    "succession": gettext_lazy("Succession"),
}
STANDINGS: Final[Mapping[str, Promise]] = {
    "bound": gettext_lazy("Consented, in force for it"),
    "consented": gettext_lazy("Consented, not yet in force for it"),
    "signatory": gettext_lazy("Signed only"),
    "none": gettext_lazy("No act on file"),
}

#: What a reader may narrow the grid and the table of an instrument to, and which places that is.
SHOWN: Final[Mapping[str, tuple[str, ...]]] = {
    "consented": ("bound", "consented"),
    "bound": ("bound",),
    "signatory": ("signatory",),
    "none": ("none",),
}


@dataclass(frozen=True)
class Standing:
    """Where one participant stands towards one instrument on the cut-off date.

    `place` is a key of STANDINGS on that day; the dates are None where nothing is on file, and may
    be later than the day.
    """

    instrument: str
    state: str
    place: str
    signature: date | None = None
    consent: date | None = None
    act: str = ""
    binding_from: date | None = None

    @property
    def words(self) -> Promise:
        """Return what the place is called."""
        return STANDINGS[self.place]

    @property
    def act_words(self) -> Promise | str:
        """Return what the act of consent is called, "" where there is none."""
        return ACTS.get(self.act, "")

    @property
    def is_party(self) -> bool:
        """Say whether the instrument of consent was deposited by the day."""
        return self.place in ("bound", "consented")

    @property
    def tint(self) -> str:
        """Return the class that marks the tile: by tint, and by its border too."""
        return {"bound": "q4", "consented": "q2 waiting", "signatory": "signed"}.get(self.place, "")


@dataclass(frozen=True)
class Counts:
    """How many took part in an instrument on a day, States and organizations apart.

    `consented` and `bound` are the two counts of Parties: the first also holds those whose thirty
    days had not passed. `signed` are those that had signed and not consented.
    """

    instrument: str
    consented: Count
    bound: Count
    signed: Count


def read(on: date) -> dict[str, tuple[Standing, ...]]:
    """Return the four standings of every participant that has an act on file, by its code."""
    facts = {(fact.state, fact.instrument): fact for fact in queries.participations().facts}
    return {
        state: tuple(_standing(facts, state, instrument, on) for instrument in INSTRUMENTS)
        for state in dict.fromkeys(state for state, _ in facts)
    }


def nothing(state: str) -> tuple[Standing, ...]:
    """Return the four standings of a participant that has no act on file."""
    return tuple(Standing(instrument, state, "none") for instrument in INSTRUMENTS)


def key() -> tuple[tuple[str, Promise], ...]:
    """Return the key of the grid: the class of each kind of tile, and what it says."""
    return tuple((Standing("", "", place).tint, words) for place, words in STANDINGS.items())


def counts(facts: Participations, instrument: str, on: date) -> Counts:
    """Return how many took part on a day."""
    return Counts(
        instrument,
        consented=facts.count(instrument, on),
        bound=facts.count_bound(instrument, on),
        signed=count(facts.signatories(instrument, on)),
    )


def grid_of(instrument: str, on: date, language: str) -> tuple[Group[Standing], ...]:
    """Return the tile grid of who takes part in an instrument on a day."""
    on_file = read(on)
    place = INSTRUMENTS.index(instrument)
    return arranged(lambda code: (on_file.get(code) or nothing(code))[place], language)


def _standing(
    facts: Mapping[tuple[str, str], Participation], state: str, instrument: str, on: date
) -> Standing:
    fact = facts.get((state, instrument))
    if fact is None:
        return Standing(instrument, state, "none")
    return Standing(
        instrument,
        state,
        _place(fact, on),
        fact.signature,
        fact.consent,
        fact.act or "",
        fact.binding_from,
    )


def _place(fact: Participation, on: date) -> str:
    if fact.binding_from is not None and fact.binding_from <= on:
        return "bound"
    if fact.consent is not None and fact.consent <= on:
        return "consented"
    return "signatory" if fact.signature is not None and fact.signature <= on else "none"
