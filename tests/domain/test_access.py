"""Rights: refusals first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.domain.access import ACTS, GUEST, ROLES, Refused, Viewer, may_read, require
from tests.cast import ANALYST, CONTRIBUTOR_A, DONOR, EVERYBODY, FOCAL_POINT_A, FOCAL_POINT_B


@pytest.mark.parametrize("act", sorted(ACTS))
def test_a_guest_may_do_nothing_that_is_in_the_table(act: str) -> None:
    with pytest.raises(Refused):
        require(GUEST, act)


@given(st.text())
def test_an_act_that_is_not_in_the_table_is_refused_to_everybody(act: str) -> None:
    if act not in ACTS:
        assert not any(person.may(act) for person in EVERYBODY)


def test_every_role_in_the_table_is_a_known_role() -> None:
    assert set().union(*ACTS.values()) <= set(ROLES)


def test_another_state_and_a_donor_never_read_what_is_withheld() -> None:
    for stranger in (FOCAL_POINT_B, DONOR, GUEST):
        assert not may_read(stranger, "XAA", "secretariat")
        assert not may_read(stranger, "XAA", "state")


def test_the_secretariat_reads_what_is_shared_with_it_and_nothing_more() -> None:
    assert may_read(ANALYST, "XAA", "secretariat")
    assert not may_read(ANALYST, "XAA", "state")


def test_the_states_own_people_read_all_of_it() -> None:
    for own in (FOCAL_POINT_A, CONTRIBUTOR_A):
        assert may_read(own, "XAA", "secretariat")
        assert may_read(own, "XAA", "state")


@given(st.text(), st.sampled_from(EVERYBODY))
def test_an_unknown_visibility_is_read_by_nobody(visibility: str, person: Viewer) -> None:
    if visibility not in {"public", "secretariat", "state"}:
        assert not may_read(person, "XAA", visibility)


def test_a_viewer_without_a_state_owns_nothing() -> None:
    assert not may_read(Viewer("x", frozenset({"focal_point"}), state=""), "", "state")
