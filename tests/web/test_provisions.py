"""What an article asks, on its page: every provision once, in words, with ways to the others."""

import re

import pytest
from django.test import Client

from palermo.domain.instruments import INSTRUMENTS
from palermo.domain.languages import LANGUAGES
from palermo.domain.provisions import LEVELS
from palermo.engines.knowledge_instruments import load_instruments, load_vocabulary
from palermo.web.provisions import asked_by

pytestmark = pytest.mark.usefixtures("loaded")


def section(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode().split('aria-labelledby="asked"')[1].split("</section>")[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", INSTRUMENTS)
def test_every_provision_stands_once_on_one_page(code: str, language: str) -> None:
    instrument = load_instruments()[code]
    shown = [
        row.told.code
        for article in instrument.articles
        for row in asked_by(instrument, article, language).rows
    ]
    containers = {one.code for one in instrument.articles}
    whole = [one.code for one in instrument.provisions if one.code not in containers - set(shown)]
    assert shown == whole


@pytest.mark.parametrize("code", INSTRUMENTS)
def test_counts_by_level_add_up_to_what_is_assessed(code: str) -> None:
    instrument = load_instruments()[code]
    for article in instrument.articles:
        asked = asked_by(instrument, article, "en")
        levels = [row.told for row in asked.rows if not row.told.is_container]
        assert sum(n for _, n in asked.counts) == len(levels)
        assert [words for words, _ in asked.counts] == [
            load_vocabulary().level(level, "en")
            for level in LEVELS
            if load_vocabulary().level(level, "en") in {told.levels[0] for told in levels}
        ]


def test_a_summary_stands_under_its_code_and_says_that_it_is_one(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {"tip/13": "Check <papers>.", "tip/5": "Crimes.", "tip/5/1": "One crime."}
    monkeypatch.setattr("palermo.web.provisions.load_summaries", lambda *_: words)
    text = section(client, "/en/instruments/tip/13/")
    assert text.count('13</bdi><span class="summary">Check &lt;papers&gt;.</span>') == 1
    text = section(client, "/en/instruments/tip/5/")
    assert text.index("not the treaty text") < text.index("Crimes.") < text.index("One crime.")
    assert text.count('class="summary"') == 1


def test_every_link_leads_to_a_provision_of_that_page(client: Client) -> None:
    text = section(client, "/en/instruments/tip/5/")
    links = re.findall(r'href="/en/instruments/(\w+)/(\d+)/#([\w-]+)"', text)
    assert ("untoc", "34", "untoc-34-2") in links
    for instrument, number, anchor in set(links):
        found = load_instruments()[instrument.upper()]
        asked = asked_by(found, found.articles[int(number) - 1], "en")
        anchors = {asked.article.anchor, *(row.anchor for row in asked.rows)}
        assert anchor in anchors


def test_a_duty_to_notify_says_to_whom_and_by_when(client: Client) -> None:
    text = section(client, "/en/instruments/som/8/")
    assert "all other States Parties, through the Secretary-General" in text
    assert "within one month of the designation" in text


def test_the_same_in_chinese_speaks_chinese(client: Client) -> None:
    text = section(client, "/zh/instruments/som/8/")
    assert "指定后一个月内" in text
    assert "mandatory" not in text


@pytest.mark.parametrize(("address", "folded"), [("untoc/18", True), ("untoc/17", False)])
def test_a_long_table_is_folded_and_a_short_one_is_not(
    client: Client, address: str, folded: bool
) -> None:
    assert ("<details>" in section(client, f"/en/instruments/{address}/")) is folded
