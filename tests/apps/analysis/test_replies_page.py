"""The replies: rates printed and computed, who is silent, who asks for help, what contradicts."""

import csv
import html
import re
from dataclasses import replace

import pytest
from django.test import Client
from django.utils.translation import override

from palermo.apps.analysis import queries
from palermo.apps.needs import actions
from palermo.domain.access import SYSTEM
from palermo.domain.languages import LANGUAGES, direction
from palermo.domain.needs import Source
from palermo.engines.knowledge_states import load_register
from palermo.engines.records import load_record
from palermo.web.templatetags.palermo import cite

pytestmark = pytest.mark.usefixtures("loaded")

SECRET = "Words that Madagascar shares with the Secretariat alone."


def page(client: Client, language: str = "en") -> str:
    answer = client.get(f"/{language}/replies/")
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def section(text: str, name: str) -> str:
    return text.partition(f'<section aria-labelledby="{name}">')[2].partition("</section>")[0]


def states(text: str) -> list[str]:
    return re.findall(r'<a href="/[a-z]{2}/states/([A-Z]{2,3})/"', text)


def test_a_withheld_statement_is_counted_without_its_words(client: Client) -> None:
    told = next(one for one in load_record().statements if one.state == "MDG")
    told = replace(told, words=SECRET, visibility="secretariat")
    actions.import_statements(SYSTEM, statements=[told])
    assert SECRET not in page(client)


def test_the_seven_printed_rates_stand_as_printed_with_their_source(client: Client) -> None:
    text = section(page(client), "rates")
    for rate in load_record().recorded_rates:
        with override("en"):
            cited = cite(Source.parse(rate.source))
        row = rf'<td class="n">{rate.recorded}</td><td class="small">{re.escape(cited)}</td>'
        assert re.search(row, text), rate
    assert "Recorded values" in text


def test_computed_rates_show_numerator_denominator_measure_and_the_union_apart(
    client: Client,
) -> None:
    text = section(page(client), "rates")
    told = re.findall(
        r'<td class="n"><a [^>]*>(\d+)</a></td><td class="n"><a [^>]*>(\d+)</a></td>'
        r'<td class="n">([\d.]+)</td><td class="n">(\d)</td>',
        text,
    )
    # Parties on 20 August 2009, the European Union included: 151, 133, 120, 79
    assert [int(of) + int(union) for _, of, _, union in told] == [151, 133, 120, 79]
    assert all(abs(100 * int(n) / int(of) - float(share)) < 0.06 for n, of, share, _ in told)
    assert "measure: consented" in text
    assert "lower bound" in text


def test_the_41_silent_states_come_out_as_printed_by_group(client: Client) -> None:
    silent = load_record().listed("silent")
    text = section(page(client), "silent")
    assert len(silent) == 41
    assert sorted(states(text)) == sorted(silent)
    for group in load_register().regional_groups:
        n = sum(load_register().participants[one].regional_group == group for one in silent)
        assert re.search(rf"{load_register().group_name(group, 'en')}.*?>{n}<", text, re.DOTALL)
    assert "N = 41" in text


def test_the_16_asking_for_help_come_out_as_printed(client: Client) -> None:
    helped = load_record().listed("reporting_help")
    assert len(helped) == 16
    assert sorted(states(section(page(client), "helped"))) == sorted(helped)


def test_the_three_contradictions_are_told(client: Client) -> None:
    found = states(section(page(client), "contradictions"))
    assert sorted(set(found)) == ["GRD", "LKA", "YEM"]


def test_statements_of_states_that_were_not_parties_are_listed(client: Client) -> None:
    text = section(page(client), "others")
    for name in ("Burundi", "Congo", "Thailand"):
        assert name in text
    assert "never enter a count of Parties" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_replies_stand_in_six_languages(client: Client, language: str) -> None:
    text = page(client, language)
    assert f'<html lang="{language}" dir="{direction(language)}">' in text
    assert load_register().name("YEM", language) in section(text, "contradictions")
    assert client.get(f"/{language}/replies/figures/silent.svg").status_code == 200


def test_the_file_holds_rates_and_lists(client: Client) -> None:
    text = client.get("/en/replies/data.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    kinds = [row["table"] for row in rows]
    assert [kinds.count(kind) for kind in ("printed rate", "lower bound", "silent")] == [7, 4, 41]
    assert kinds.count("reporting_help") == 16


def test_without_a_record_the_page_says_so(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("palermo.apps.responses.queries.record", lambda _code: None)
    queries._snapshot.cache_clear()
    try:
        assert "No record of replies is loaded yet." in page(client)
        assert client.get("/en/overview/").status_code == 200
    finally:
        queries._snapshot.cache_clear()
