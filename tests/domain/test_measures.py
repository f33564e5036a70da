"""Counting requests: totals that agree, shares that add up, nothing that order or views change."""

import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.domain.measures import Line, Overview, Query, overview, percentage, shares_of

CATEGORIES = {"legal": ("legal/a", "legal/b"), "training": ("training/a",), "none": ("none/none",)}
CODES = [code for members in CATEGORIES.values() for code in members]
REGIONS = {"AAA": "east", "BBB": "west", "CCC": "west"}
INSTRUMENTS = ("UNTOC", "TIP")

LINE = st.builds(
    Line,
    state=st.sampled_from(["AAA", "BBB", "CCC", "DDD"]),
    instrument=st.sampled_from(INSTRUMENTS),
    code=st.sampled_from(CODES),
    basis=st.sampled_from(["need", "view", "difficulty"]),
    statements=st.integers(1, 5),
)
LINES = st.lists(LINE, max_size=40)


def made(lines: list[Line]) -> Overview:
    return overview(
        lines,
        categories=CATEGORIES,
        instruments=INSTRUMENTS,
        regions=REGIONS,
        region_order=("east", "west"),
    )


@given(lines=LINES)
def test_every_breakdown_adds_up_to_the_requests(lines: list[Line]) -> None:
    found = made(lines)
    for counts in (
        found.by_category,
        found.by_code,
        found.by_region,
        found.by_region_and_category,
        found.by_instrument,
        found.by_state,
    ):
        assert sum(counts.values()) == found.requests
    assert sum(found.by_legal_subcategory.values()) == found.by_category["legal"]
    assert sum(found.by_basis.values()) == found.statements == sum(one.statements for one in lines)
    assert len(found.by_state) == found.states


@given(lines=LINES, seed=st.integers())
def test_the_order_of_statements_changes_nothing(lines: list[Line], seed: int) -> None:
    shuffled = lines.copy()
    random.Random(seed).shuffle(shuffled)
    assert made(shuffled) == made(lines)
    assert list(made(lines).by_state) == sorted(made(lines).by_state)
    assert list(made(shuffled).by_region_and_category) == list(made(lines).by_region_and_category)


@given(lines=LINES, more=st.lists(LINE, max_size=10), basis=st.sampled_from(["view", "difficulty"]))
def test_views_and_difficulties_are_never_requests(
    lines: list[Line], more: list[Line], basis: str
) -> None:
    one, other = made(lines), made(lines + [line._replace(basis=basis) for line in more])
    assert (one.requests, one.by_code, one.shares) == (other.requests, other.by_code, other.shares)


@given(lines=LINES)
def test_a_request_told_twice_is_one_request(lines: list[Line]) -> None:
    assert made(lines + lines).requests == made(lines).requests


@given(
    counts=st.dictionaries(
        st.text("abcdefgh", min_size=1), st.integers(0, 10**6), min_size=1, max_size=12
    )
)
def test_shares_add_up_to_a_hundred(counts: dict[str, int]) -> None:
    shares = shares_of(counts)
    if not sum(counts.values()):
        assert shares == ()
        return
    assert sum(share.percent for share in shares) == Decimal("100.0")
    for share in shares:
        exact = Decimal(100 * share.n) / share.of
        assert abs(share.percent - exact) < Decimal("0.1")
        assert share.n or not share.percent


@pytest.mark.parametrize(("n", "of", "text"), [(1, 3, "33.3"), (1, 2000, "0.1"), (1, 2001, "0.0")])
def test_a_percentage_has_one_decimal(n: int, of: int, text: str) -> None:
    assert str(percentage(n, of)) == text


@given(lines=LINES)
def test_the_query_behind_a_count_lists_what_is_counted(lines: list[Line]) -> None:
    found = made(lines)
    for code, n in found.by_code.items():
        listed = {line[:3] for line in lines if Query(code=code).matches(line, REGIONS)}
        assert len(listed) == n
    for region, n in found.by_region.items():
        listed = {line[:3] for line in lines if Query(region=region).matches(line, REGIONS)}
        assert len(listed) == n
