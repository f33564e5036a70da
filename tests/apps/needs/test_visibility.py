"""Who sees which statement: another State first."""

from dataclasses import replace

import pytest

from palermo.apps.journal.models import JournalLine
from palermo.apps.needs import actions, queries
from palermo.apps.needs.models import StatementRow
from palermo.domain.access import SYSTEM, Refused, Viewer
from palermo.domain.measures import Query
from palermo.domain.needs import Source, Statement
from tests.cast import ANALYST, DONOR, EVERYBODY, FOCAL_POINT_A, FOCAL_POINT_B, GUEST

PUBLIC = Statement(
    state="XAA",
    instrument="UNTOC",
    code="legal/drafting_amendment",
    basis="need",
    words="We need help to draft a law.",
    language="en",
    source=Source("TEST/1", "1"),
)
SHARED = replace(PUBLIC, words="Only for the Secretariat.", visibility="secretariat")
KEPT = replace(PUBLIC, words="Only for ourselves.", visibility="state")


@pytest.fixture
def told(db: None) -> None:
    actions.import_statements(SYSTEM, statements=[PUBLIC, SHARED, KEPT])


def seen(viewer: Viewer) -> tuple[set[str], int]:
    shown = queries.statements(viewer, query=Query())
    return {one.visibility for one in shown.statements}, shown.of


@pytest.mark.parametrize("stranger", [FOCAL_POINT_B, DONOR, GUEST])
def test_strangers_see_what_is_public_and_are_told_how_much_is_withheld(
    told: None, stranger: Viewer
) -> None:
    assert seen(stranger) == ({"public"}, 2)


def test_the_secretariat_sees_what_is_shared_with_it(told: None) -> None:
    assert seen(ANALYST) == ({"public", "secretariat"}, 2)


def test_the_state_sees_everything_of_its_own(told: None) -> None:
    assert seen(FOCAL_POINT_A) == ({"public", "secretariat", "state"}, 3)


def test_a_snapshot_counts_what_is_shared_without_its_words(told: None) -> None:
    counted = queries.counted()
    assert [one.words for one in counted] == [PUBLIC.words, ""]


@pytest.mark.parametrize("person", [p for p in EVERYBODY if p is not FOCAL_POINT_A])
def test_only_the_states_focal_point_sets_visibility(told: None, person: Viewer) -> None:
    with pytest.raises(Refused):
        actions.set_visibility(person, identity=PUBLIC.identity, visibility="state")
    assert StatementRow.objects.get(identity=PUBLIC.identity).visibility == "public"


def test_the_focal_point_withholds_a_statement_and_the_journal_tells(told: None) -> None:
    actions.set_visibility(FOCAL_POINT_A, identity=PUBLIC.identity, visibility="secretariat")
    assert seen(GUEST) == (set(), 2)
    assert JournalLine.objects.filter(act="set_visibility", state="XAA").count() == 1


@pytest.mark.parametrize("person", [FOCAL_POINT_A, DONOR, GUEST])
def test_only_the_secretariat_imports(db: None, person: Viewer) -> None:
    with pytest.raises(Refused):
        actions.import_statements(person, statements=[PUBLIC])
    assert not StatementRow.objects.exists()


def test_importing_twice_changes_nothing(told: None) -> None:
    before = list(StatementRow.objects.values())
    again = actions.import_statements(SYSTEM, statements=[PUBLIC, SHARED, KEPT])
    assert again == {"new": 0, "already": 3}
    assert list(StatementRow.objects.values()) == before


def test_a_dry_run_stores_nothing(db: None) -> None:
    counts = actions.import_statements(SYSTEM, statements=[PUBLIC], dry_run=True)
    assert counts == {"new": 1, "already": 0}
    assert not StatementRow.objects.exists()
