"""Loading the shipped instruments: every fact once, a changed one mended, the rest untouched."""

from datetime import date

import pytest

from palermo.apps.instruments import actions, queries
from palermo.apps.instruments.models import InstrumentVersion, ParticipationRow
from palermo.apps.journal.models import JournalLine
from palermo.domain.access import SYSTEM, Refused
from palermo.engines.knowledge_instruments import load_instruments, load_participations
from tests.cast import EVERYBODY

pytestmark = pytest.mark.django_db


def test_only_the_administrator_and_the_house_itself_may_load() -> None:
    for who in EVERYBODY:
        if who.may("load_reference_data"):
            continue
        with pytest.raises(Refused):
            actions.load(who)
    assert not ParticipationRow.objects.exists()


def test_what_is_shipped_is_stored() -> None:
    facts = load_participations().facts
    assert actions.load(SYSTEM) == len(facts) + len(load_instruments())
    assert set(queries.participations().facts) == set(facts)
    stored = {row.code: row.digest for row in InstrumentVersion.objects.all()}
    assert stored == {code: one.digest for code, one in load_instruments().items()}


def test_loading_twice_changes_nothing() -> None:
    actions.load(SYSTEM)
    before = list(ParticipationRow.objects.values())
    assert actions.load(SYSTEM) == 0
    assert list(ParticipationRow.objects.values()) == before
    assert JournalLine.objects.filter(act="load_instruments").count() == 1


def test_a_fact_that_stands_otherwise_is_mended_and_is_not_new() -> None:
    actions.load(SYSTEM)
    ParticipationRow.objects.filter(instrument="TIP", participant="FRA").update(
        consent=date(1999, 1, 1)
    )
    assert actions.load(SYSTEM) == 0
    assert set(queries.participations().facts) == set(load_participations().facts)
