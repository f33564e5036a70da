"""The list of statements: strangers first, then filters, counts, pages and the file."""

import csv
import re
from dataclasses import replace

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from palermo.apps.accounts.models import User
from palermo.apps.needs import actions, queries
from palermo.domain.access import SYSTEM
from palermo.domain.languages import LANGUAGES, direction
from palermo.domain.measures import Query
from palermo.domain.needs import Statement
from palermo.engines.knowledge_states import load_register
from palermo.engines.knowledge_taxonomy import load_taxonomy
from palermo.engines.records import load_record
from tests.cast import GUEST

pytestmark = pytest.mark.usefixtures("loaded")

SECRET = "Words that Madagascar shares with the Secretariat alone."
KEPT = "Words that Madagascar keeps to itself."
CHOSEN = next(
    told for told in load_record().statements if told.state == "MDG" and told.basis == "need"
)


@pytest.fixture
def withheld(loaded: None) -> Statement:
    told = replace(CHOSEN, words=SECRET, remark="", visibility="secretariat")
    own = replace(CHOSEN, words=KEPT, visibility="state")
    actions.import_statements(SYSTEM, statements=[told, own])
    return told


def signed_in(client: Client, role: str, state: str = "") -> Client:
    client.force_login(User.objects.create_user(f"{role}-{state}", role=role, state=state))
    return client


def page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def count(text: str) -> int:
    found = re.search(r"<h1>(\d+) statements? by States", text)
    assert found, text[:400]
    return int(found[1])


@pytest.mark.parametrize("stranger", [None, ("donor", ""), ("focal_point", "GTM")])
@pytest.mark.parametrize("address", ["/en/needs/?state=MDG", "/en/needs/statements.csv?state=MDG"])
def test_a_stranger_never_reads_what_a_state_withholds(
    client: Client, withheld: Statement, stranger: tuple[str, str] | None, address: str
) -> None:
    if stranger:
        signed_in(client, *stranger)
    text = page(client, address)
    assert SECRET not in text
    assert KEPT not in text


def test_a_stranger_is_told_how_many_are_withheld(client: Client, withheld: Statement) -> None:
    shown = len([told for told in load_record().statements if told.state == "MDG"])
    text = page(client, "/en/needs/?state=MDG")
    assert count(text) == shown + 1
    assert "1 statement is counted but withheld by its State." in text
    assert f"of {shown}." in text


@pytest.mark.parametrize("reader", [("secretariat_analyst", ""), ("focal_point", "MDG")])
def test_those_who_may_read_it_do(
    client: Client, withheld: Statement, reader: tuple[str, str]
) -> None:
    text = page(signed_in(client, *reader), "/en/needs/?state=MDG")
    assert SECRET in text
    assert "withheld" not in text


def test_what_a_state_keeps_is_marked_for_its_own_people(
    client: Client, withheld: Statement
) -> None:
    text = page(signed_in(client, "focal_point", "MDG"), "/en/needs/?state=MDG")
    assert KEPT in text
    assert "Kept by the State: not counted" in text


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("category=nonsense", "There is no kind of assistance “nonsense”."),
        ("code=legal/nonsense", "There is no kind of assistance “legal/nonsense”."),
        ("code=legal/model_legislation,legal/x", "There is no kind of assistance “legal/x”."),
        ("region=atlantis", "There is no regional group “atlantis”."),
        ("state=XXX", "There is no State with the code “XXX”."),
        ("instrument=UNCAC", "There is no instrument “UNCAC”."),
        ("basis=wish", "There is no basis “wish”."),
        ("state=%3Cscript%3E", "&lt;script&gt;"),
    ],
)
def test_an_unknown_value_is_named_and_nothing_is_listed(
    client: Client, asked: str, words: str
) -> None:
    for path in ("", "statements.csv"):
        text = page(client, f"/en/needs/{path}?{asked}", status=400)
        assert words in text
        assert "<table" not in text


def test_every_statement_is_listed_once_fifty_a_page(client: Client) -> None:
    statements = load_record().statements
    pages = [page(client, f"/en/needs/?page={number}") for number in (1, 2, 3, 4)]
    assert [text.count('<tr role="row">') - 1 for text in pages] == [50, 50, 50, 31]
    assert count(pages[0]) == len(statements)


def test_a_page_that_is_not_there_is_the_last_or_the_first(client: Client) -> None:
    assert "151–181" in page(client, "/en/needs/?page=99")
    assert "1–50" in page(client, "/en/needs/?page=x")


def test_requests_are_counted_once_for_state_instrument_and_kind(client: Client) -> None:
    asked = {
        (told.state, told.instrument, told.code)
        for told in load_record().statements
        if told.basis == "need"
    }
    text = page(client, "/en/needs/")
    assert f"They make {len(asked)} requests." in text
    assert f"from {len({state for state, _, _ in asked})} States." in text


@pytest.mark.parametrize("basis", ["view", "difficulty"])
def test_views_and_difficulties_are_marked_and_not_counted(client: Client, basis: str) -> None:
    told = [one for one in load_record().statements if one.basis == basis]
    text = page(client, f"/en/needs/?basis={basis}")
    assert count(text) == len(told)
    assert text.count(f"{basis}: not counted as a request") == len(told)
    assert "They make 0 requests." in text


def test_a_statement_shows_words_source_code_and_direction(client: Client) -> None:
    text = page(client, "/ar/needs/?state=GRD")
    (told,) = [one for one in load_record().statements if one.state == "GRD"]
    assert f'<p lang="en" dir="ltr">{told.words}</p>' in text
    assert f'<bdi dir="ltr">{told.source.document}</bdi>' in text
    assert load_taxonomy().name(told.code, "ar") in text
    assert 'href="/ar/states/GRD/"' in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_stands_in_six_languages(client: Client, language: str) -> None:
    text = page(client, f"/{language}/needs/?category=legal&region=african")
    assert f'<html lang="{language}" dir="{direction(language)}">' in text
    for name in (
        load_taxonomy().name("legal", language),
        load_register().group_name("african", language),
        load_register().name("CMR", language),
    ):
        assert name in text


def test_states_stand_in_the_order_of_the_language(client: Client) -> None:
    for language in LANGUAGES:
        text = page(client, f"/{language}/needs/?instrument=FIREARMS")
        listed = re.findall(r'role="rowheader"><a href="/../states/(\w+)/"', text)
        assert list(dict.fromkeys(listed)) == list(load_register().ordered(set(listed), language))


def test_links_of_the_note_are_honoured(client: Client) -> None:
    assert count(page(client, "/en/needs/?basis=need&topics=gap_analysis")) == 1
    told = [one for one in load_record().statements if one.topic != "gap_analysis"]
    assert count(page(client, "/en/needs/?topics=~gap_analysis")) == len(told)
    both = "legal/drafting_amendment,legal/case_best_practice"
    told = [one for one in load_record().statements if one.code in both.split(",")]
    assert count(page(client, f"/en/needs/?code={both}")) == len(told)
    assert count(page(client, "/en/needs/?sources=CTOC/COP/WG.2/2007/2")) == 0


def test_the_file_holds_the_same_statements(client: Client) -> None:
    answer = client.get("/en/needs/statements.csv?category=legal&basis=need")
    rows = list(csv.DictReader(answer.content.decode("utf-8-sig").splitlines()))
    assert len(rows) == count(page(client, "/en/needs/?category=legal&basis=need"))
    assert {row["code"].partition("/")[0] for row in rows} == {"legal"}


def test_a_cell_that_looks_like_a_formula_is_made_harmless(client: Client) -> None:
    told = replace(CHOSEN, words="=1+1", source=replace(CHOSEN.source, paragraph="99"))
    actions.import_statements(SYSTEM, statements=[told])
    text = client.get("/en/needs/statements.csv?state=MDG").content.decode()
    assert ",'=1+1," in text


TOLD = load_record().statements
QUERIES = st.builds(
    Query,
    basis=st.sampled_from(["", "need", "view", "difficulty"]),
    instrument=st.sampled_from(["", "UNTOC", "TIP", "SOM", "FIREARMS"]),
    category=st.sampled_from(["", "legal", "training_capacity", "resources"]),
    code=st.sampled_from(["", "legal/drafting_amendment", "legal/x,resources/equipment"]),
    region=st.sampled_from(["", "african", "asia-pacific", "none"]),
    state=st.sampled_from(["", "MDG", "DZA", "GRD"]),
    topics=st.sampled_from(["", "review_and_amendment", "~review_and_amendment,gap_analysis"]),
    sources=st.sampled_from(["", "CTOC/COP/WG.2/2009/2", "CTOC/COP/WG.2/2007/2"]),
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(query=QUERIES)
def test_the_database_lists_what_the_query_matches(loaded: None, query: Query) -> None:
    shown = queries.statements(GUEST, query=query)
    expected = [told.identity for told in TOLD if query.matches(told, load_register().regions)]
    assert sorted(told.identity for told in shown.statements) == sorted(expected)
