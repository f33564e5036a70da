"""The table of States and the page of one State."""

import re

import pytest
from django.test import Client

from palermo.domain.languages import LANGUAGES, direction
from palermo.engines.knowledge_states import load_register

pytestmark = pytest.mark.usefixtures("loaded")


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def rows(text: str) -> list[str]:
    return re.findall(r'<th scope="row"><a href="/[a-z]{2}/states/([A-Z]{2,3})/"', text)


@pytest.mark.parametrize("code", ["XXX", "XAA", "gtm2", "%00"])
def test_an_unknown_code_has_no_page(client: Client, code: str) -> None:
    assert client.get(f"/en/states/{code}/").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_participant_has_a_row(client: Client, language: str) -> None:
    text = page(client, f"/{language}/states/")
    assert rows(text) == list(load_register().ordered(load_register().participants, language))
    assert f'<html lang="{language}" dir="{direction(language)}">' in text


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("Swaziland", "SWZ"),
        ("Bolivia (Plurinational State of)", "BOL"),
        ("la Bolivie", "BOL"),
        ("危地马拉", "GTM"),
        ("غواتيمالا", "GTM"),
        ("Turkey", "TUR"),
        ("KEN", "KEN"),
    ],
)
def test_a_name_in_any_language_finds_its_state(client: Client, asked: str, code: str) -> None:
    answer = client.get("/en/states/", {"q": asked})
    assert rows(answer.content.decode()) == [code]


def test_an_unknown_name_is_not_guessed(client: Client) -> None:
    text = client.get("/en/states/", {"q": "Nigr"}).content.decode()
    assert not rows(text)
    assert 'href="?q=NER"' in text


def test_a_name_is_escaped(client: Client) -> None:
    text = client.get("/en/states/", {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in text


def test_a_group_narrows_the_rows(client: Client) -> None:
    found = rows(page(client, "/en/states/?group=eastern-european"))
    groups = {load_register().participants[code].regional_group for code in found}
    assert groups == {"eastern-european"}
    assert set(rows(page(client, "/en/states/?group=none"))) == {
        code for code, one in load_register().participants.items() if one.regional_group is None
    }


def test_the_number_of_requests_leads_to_the_statements(client: Client) -> None:
    text = page(client, "/en/states/?q=GTM")
    assert '<a href="/en/needs/?basis=need&amp;state=GTM">10</a>' in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_state_is_named_in_six_languages(client: Client, language: str) -> None:
    text = page(client, f"/{language}/states/GTM/")
    for one in LANGUAGES:
        assert f'<div lang="{one}" dir="{direction(one)}">' in text
        assert load_register().name("GTM", one) in text


def test_earlier_names_carry_their_dates(client: Client) -> None:
    text = page(client, "/en/states/SWZ/")
    assert "Swaziland" in text
    assert "until 30 May 2018" in text


def test_a_party_is_bound_on_the_thirtieth_day(client: Client) -> None:
    text = page(client, "/en/states/GTM/")
    assert "25 September 2003" in text
    assert "25 October 2003" in text
    assert "Consents after March 2015 are not on file." in text


def test_views_stand_apart_from_requests(client: Client) -> None:
    text = page(client, "/en/states/ESP/")
    assert "No request for assistance is recorded" in text
    assert "Views and difficulties, not counted as requests" in text


def test_a_silent_state_that_is_quoted_is_reported(client: Client) -> None:
    text = page(client, "/en/states/LKA/")
    assert "gave the Secretariat no information at all" in text
    assert "yet quoted by the same document" in text


def test_yemen_was_listed_before_its_consent(client: Client) -> None:
    text = page(client, "/en/states/YEM/")
    assert "silent State party" in text
    assert "8 February 2010" in text


def test_reporting_help_is_shown_with_its_source(client: Client) -> None:
    text = page(client, "/en/states/TJK/")
    assert "asked for help with reporting" in text
    assert "paragraph 9" in text


def test_the_european_union_is_no_state(client: Client) -> None:
    text = page(client, "/en/states/EU/")
    assert "not an ISO 3166-1 alpha-3 code" in text
    assert "M49" not in text
