"""Signing in: refusals first."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from palermo.apps.accounts import actions, checks
from palermo.apps.accounts.models import User
from palermo.apps.accounts.viewers import viewer_of
from palermo.apps.journal.models import JournalLine
from palermo.domain.access import GUEST, SYSTEM
from palermo.domain.mistakes import Mistake

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def analyst(db: None) -> User:
    actions.make_demonstration(
        SYSTEM, accounts=[("analyst", "secretariat_analyst", "", "correct horse battery")]
    )
    return User.objects.get(username="analyst")


@pytest.mark.parametrize("name", ["analyst", "nobody"])
def test_a_wrong_passphrase_gets_the_same_answer_whoever_exists(
    analyst: User, client: Client, name: str
) -> None:
    answer = client.post("/en/accounts/sign-in/", {"username": name, "password": "wrong"})
    assert answer.status_code == 200
    assert "do not go together" in answer.content.decode()
    assert JournalLine.objects.filter(act="sign_in_refused", actor=name).count() == 1


def test_signing_in_and_out(analyst: User, client: Client) -> None:
    answer = client.post(
        "/en/accounts/sign-in/", {"username": "analyst", "password": "correct horse battery"}
    )
    assert answer.status_code == 302
    assert JournalLine.objects.filter(act="sign_in", actor="analyst").count() == 1
    assert client.get("/en/accounts/sign-out/").status_code == 405
    assert client.post("/en/accounts/sign-out/").status_code == 302


def test_rights_that_have_run_out_are_not_given(analyst: User) -> None:
    analyst.rights_until = NOW
    assert viewer_of(analyst, NOW).roles == frozenset()
    assert viewer_of(analyst, NOW - timedelta(seconds=1)).may("import_statements")


def test_an_inactive_account_is_a_guest(analyst: User) -> None:
    analyst.is_active = False
    assert viewer_of(analyst, NOW) == GUEST


def test_production_refuses_accounts_of_the_demonstration(analyst: User) -> None:
    with pytest.raises(Mistake, match="analyst"):
        checks.refuse_demonstration()


def test_production_starts_without_them(db: None) -> None:
    checks.refuse_demonstration()
