"""The four instruments, one instrument, one article."""

import re

import pytest
from django.test import Client

from palermo.domain.instruments import INSTRUMENTS, Code
from palermo.domain.languages import LANGUAGES
from palermo.engines.knowledge_instruments import load_instruments, load_words
from palermo.engines.knowledge_topics import articles_about, load_topics
from palermo.engines.records import load_record

pytestmark = pytest.mark.usefixtures("loaded")


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


@pytest.mark.parametrize(
    "address",
    ["untac/", "UNTOC/", "untoc/0/", "untoc/42/", "tip/21/", "untoc/1.5/", "firearms/99999999/"],
)
def test_what_there_is_not_has_no_page(client: Client, address: str) -> None:
    assert client.get(f"/en/instruments/{address}").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", INSTRUMENTS)
def test_an_instrument_lists_its_articles(client: Client, code: str, language: str) -> None:
    text = page(client, f"/{language}/instruments/{code.lower()}/")
    numbers = re.findall(rf'href="/{language}/instruments/{code.lower()}/(\d+)/"', text)
    assert numbers == [str(one.number) for one in load_instruments()[code].articles]
    for one in LANGUAGES:
        assert load_words(code, one).short in text


def test_counts_are_those_of_the_cut_off_date(client: Client) -> None:
    text = page(client, "/en/instruments/")
    counts = re.findall(r"show=(consented|bound|signatory)#parties\">(\d+)</a>", text)
    assert counts[:3] == [("consented", "150"), ("bound", "149"), ("signatory", "26")]
    assert "and the European Union" in text
    assert "20 August 2009" in text
    assert "no count here is today’s" in text


@pytest.mark.parametrize("show", ["consented", "bound", "signatory", "none"])
def test_a_count_opens_to_who_it_is_made_of(client: Client, show: str) -> None:
    text = page(client, f"/en/instruments/untoc/?show={show}")
    grid = text.split("<details")[0]
    tiles = re.findall(r'<li><a href="/en/states/([A-Z]+)/"', grid)
    table = re.findall(r'<th scope="row"><a href="/en/states/([A-Z]+)/"', text)
    assert sorted(tiles) == sorted(table)
    chip = re.search(rf'show={show}#parties" aria-current="true">[^<]*(?:<span[^>]*>(\d+))?', text)
    assert chip is not None
    assert chip[1] is None or int(chip[1]) == len(tiles)


def test_an_unknown_filter_shows_all(client: Client) -> None:
    text = page(client, "/en/instruments/untoc/?show=%3Cb%3E")
    assert len(re.findall(r'<li><a href="/en/states/[A-Z]', text.split("<details")[0])) == 198


def test_needs_of_an_instrument_add_up(client: Client) -> None:
    text = page(client, "/en/instruments/tip/")
    table = text.split('aria-labelledby="asked"')[1].split("</table>")[0]
    *parts, whole = [int(n) for n in re.findall(r'class="n"><a [^>]*>(\d+)</a>', table)]
    assert sum(parts) == whole


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_article_is_titled_in_six_languages(client: Client, language: str) -> None:
    text = page(client, f"/{language}/instruments/untoc/18/")
    for one in LANGUAGES:
        assert load_words("UNTOC", one).articles[18] in text
    assert "untoc/18" in text
    assert f"/{language}/instruments/untoc/17/" in text
    assert f"/{language}/instruments/untoc/19/" in text


def test_an_inferred_cluster_is_said_to_be_inferred(client: Client) -> None:
    assert "To be confirmed" in page(client, "/en/instruments/untoc/18/")
    assert "To be confirmed" not in page(client, "/en/instruments/untoc/5/")


def test_the_first_and_the_last_article_have_one_neighbour(client: Client) -> None:
    assert 'rel="prev"' not in page(client, "/en/instruments/som/1/")
    assert 'rel="next"' not in page(client, "/en/instruments/som/25/")


def test_a_need_on_the_article_itself_is_shown(client: Client) -> None:
    assert "establishing jurisdiction under article 15" in page(client, "/en/instruments/untoc/15/")
    assert "special investigative techniques" in page(client, "/en/instruments/untoc/20/")
    assert "No statement is tied to this article." in page(client, "/en/instruments/untoc/1/")


def test_subjects_lead_to_articles_that_there_are() -> None:
    instruments = load_instruments()
    for topics in load_topics().values():
        for codes in topics.values():
            for code in map(Code.parse, codes):
                assert instruments[code.instrument.upper()].holds(code)


def test_subjects_are_subjects_of_statements() -> None:
    told = {
        (one.instrument, part)
        for one in load_record("2009-2").statements
        for part in one.topic.split(";")
    }
    named = {(code, topic) for code, topics in load_topics().items() for topic in topics}
    assert named <= told


def test_a_statement_in_general_belongs_to_no_article() -> None:
    assert articles_about("UNTOC", "") == ()
    assert articles_about("UNTOC", "review_and_amendment") == ()
    assert articles_about("UNTOC", "mutual_legal_assistance;jurisdiction_art_15") == (
        "untoc/18",
        "untoc/15",
    )
