"""Response rates: only Parties of the day in both numbers, the European Union in neither."""

from datetime import date

import pytest

from palermo.domain.instruments import Participation, Participations
from palermo.domain.measures import Line, Rate
from palermo.domain.replies import rates

ON = date(2009, 8, 20)
FACTS = Participations(
    (
        Participation("TIP", "AAA", None, date(2005, 1, 1), "accession"),
        Participation("TIP", "BBB", None, date(2009, 8, 1), "accession"),
        Participation("TIP", "CCC", date(2001, 1, 1), None, None),
        Participation("TIP", "EU", None, date(2006, 1, 1), "approval"),
    )
)
PRINTED = (Rate("TIP", "1", None, None, "", 62, "X/1, 8"), Rate("UNTOC", "", None, None, "", 5, ""))


def told(*states: str) -> list[Line]:
    return [Line(state, "TIP", "legal/a", "view") for state in states]


def of(instrument: str, *states: str, measure: str = "consented") -> list[Rate]:
    found = rates(told(*states), FACTS, PRINTED, ON, measure)
    return [rate for rate in found if rate.instrument == instrument]


def test_signatories_and_the_european_union_are_in_neither_number() -> None:
    computed = of("TIP", "AAA", "CCC", "EU", "DDD")[0]
    assert (computed.n, computed.of, computed.recorded) == (1, 2, None)
    assert str(computed.percent) == "50.0"


def test_a_printed_rate_stands_beside_and_gets_no_numerator() -> None:
    printed = of("TIP", "AAA")[1]
    assert (printed.cycle, printed.recorded, printed.n, printed.of) == ("1", 62, None, 2)
    assert printed.percent is None


def test_bound_counts_those_for_whom_it_is_in_force() -> None:
    computed = of("TIP", "AAA", "BBB", measure="bound")[0]
    assert (computed.n, computed.of, computed.measure) == (1, 1, "bound")


def test_no_party_gives_no_percentage() -> None:
    assert of("SOM")[0].percent is None


def test_every_instrument_has_its_computed_rate_first() -> None:
    found = rates([], FACTS, PRINTED, ON)
    assert [(one.instrument, one.recorded) for one in found] == [
        ("UNTOC", None),
        ("UNTOC", 5),
        ("TIP", None),
        ("TIP", 62),
        ("SOM", None),
        ("FIREARMS", None),
    ]


def test_another_measure_is_refused() -> None:
    with pytest.raises(ValueError, match="signed"):
        rates([], FACTS, (), ON, "signed")
