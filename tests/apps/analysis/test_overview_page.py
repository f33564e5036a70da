"""The overview: what is withheld first, then every number against what it opens."""

import csv
import html
import json
import re
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from palermo.apps.accounts.models import User
from palermo.apps.analysis import charts, queries
from palermo.apps.needs import actions
from palermo.domain.access import SYSTEM
from palermo.domain.instruments import INSTRUMENTS
from palermo.domain.languages import LANGUAGES, direction
from palermo.domain.papers import Chart
from palermo.engines.knowledge_taxonomy import load_taxonomy
from palermo.engines.papers import compose_note
from palermo.engines.records import load_record

pytestmark = pytest.mark.usefixtures("loaded")

SECRET = "Words that Madagascar shares with the Secretariat alone."
KEPT = "Words that Madagascar keeps to itself."
CODE = "data_collection/surveys_research"
LINK = re.compile(r'<td class="n"[^>]*><a href="([^"]+)"[^>]*>(\d+)</a>')
BAR = re.compile(r'<a href="([^"]+)"><title>([^<]*)</title>')


@pytest.fixture
def withheld(loaded: None) -> None:
    chosen = next(told for told in load_record().statements if told.state == "MDG")
    told = replace(chosen, code=CODE, words=SECRET, visibility="secretariat", instrument="TIP")
    actions.import_statements(
        SYSTEM, statements=[told, replace(told, words=KEPT, visibility="state", instrument="SOM")]
    )


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def links(text: str) -> list[tuple[str, int]]:
    return [(html.unescape(address), int(n)) for address, n in LINK.findall(text)]


@pytest.mark.parametrize("stranger", [None, ("donor", ""), ("focal_point", "GTM")])
def test_a_stranger_is_told_how_many_are_withheld_and_reads_none(
    client: Client, withheld: None, stranger: tuple[str, str] | None
) -> None:
    if stranger:
        client.force_login(User.objects.create_user("x", role=stranger[0], state=stranger[1]))
    text = page(client, f"/en/overview/?why=code:{CODE}&at=table")
    assert "Why 1?" in text
    assert "Shown: 0 of 1." in text
    assert "1 is withheld by its State." in text
    for form in ("", "data.csv", "data.json"):
        text = page(client, f"/en/overview/{form}")
        assert SECRET not in text
        assert KEPT not in text


@pytest.mark.parametrize("reader", [("secretariat_analyst", ""), ("focal_point", "MDG")])
def test_a_figure_counts_the_same_for_everybody(
    client: Client, withheld: None, reader: tuple[str, str]
) -> None:
    client.force_login(User.objects.create_user("x", role=reader[0], state=reader[1]))
    text = page(client, f"/en/overview/?why=code:{CODE}&at=table")
    assert "Why 1?" in text
    assert SECRET in text
    assert KEPT not in text


@pytest.mark.parametrize(
    "why", ["category:x", "code:legal", "region:x", "nonsense", "basis:view", "category:", ","]
)
def test_an_unknown_number_is_told_so(client: Client, why: str) -> None:
    assert "There is no such number on this page" in page(client, f"/en/overview/?why={why}")


def test_an_address_cannot_widen_what_the_page_narrows_to(client: Client) -> None:
    text = page(client, "/en/overview/?instrument=TIP&why=instrument:SOM")
    assert "There is no such number on this page" in text


@pytest.mark.parametrize("address", ["?instrument=UNCAC", "figures/x.svg", "data.xlsx"])
def test_an_unknown_instrument_figure_or_form_is_not_found(client: Client, address: str) -> None:
    assert client.get(f"/en/overview/{address}").status_code == 404


@pytest.mark.parametrize("instrument", ["", *INSTRUMENTS])
def test_every_number_opens_as_many_requests(client: Client, instrument: str) -> None:
    text = page(client, f"/en/overview/?instrument={instrument}" if instrument else "/en/overview/")
    found = links(text)
    assert len(found) > 15
    for address, n in dict.fromkeys(found):
        assert f"Why {n}?" in page(client, address.partition("#")[0]), address


def test_every_bar_leads_where_its_number_leads(client: Client) -> None:
    text = page(client, "/en/overview/")
    numbers = dict(links(text))
    bars = BAR.findall(text)
    assert len(bars) > 40  # each figure is drawn for wide and for narrow screens
    for address, told in bars:
        assert int(told.rpartition(": ")[2]) == numbers[html.unescape(address)], told


def test_what_opens_lists_the_same_statements_as_the_list(client: Client) -> None:
    text = page(client, "/en/overview/?why=category:legal&at=categories")
    (address,) = re.findall(r'<a href="(/en/needs/[^"]+)">All 32 statements', text)
    assert "<h1>32 statements by States" in page(client, html.unescape(address))


def test_the_page_shows_every_number_of_the_overview(client: Client) -> None:
    counted = queries.overview_of(queries.snapshot())
    shown = dict(links(page(client, "/en/overview/")))
    opened = {address.partition("why=")[2].partition("#")[0]: n for address, n in shown.items()}
    expected = {f"category:{code}&at=table": n for code, n in counted.by_category.items()}
    expected |= {f"code:{code}&at=table": n for code, n in counted.by_code.items()}
    expected |= {f"region:{code}&at=regions": n for code, n in counted.by_region.items()}
    expected |= {f"instrument:{c}&at=instruments": n for c, n in counted.by_instrument.items()}
    assert {key: n for key, n in expected.items() if n}.items() <= opened.items()


def test_figures_are_those_of_the_note() -> None:
    snapshot = queries.snapshot()
    for language in LANGUAGES:
        note = [b for b in compose_note(snapshot, language).blocks if isinstance(b, Chart)]
        assert list(charts.of_needs(snapshot, "", language).values())[:3] == note


def test_figures_add_up() -> None:
    counted = queries.overview_of(queries.snapshot())
    drawn = charts.of_needs(queries.snapshot(), "", "en")
    totals = {name: sum(bar.value for bar in chart.bars) for name, chart in drawn.items()}
    assert totals == {
        "categories": counted.requests,
        "legal": counted.by_category["legal"],
        "regions": counted.requests,
        "instruments": counted.requests,
    }


def test_the_order_of_the_series_is_the_order_of_the_legend() -> None:
    chart = charts.of_needs(queries.snapshot(), "", "en")["regions"]
    assert chart.series == tuple(
        load_taxonomy().short(category.code, "en") for category in load_taxonomy().categories
    )
    for label in {bar.label for bar in chart.bars}:
        assert tuple(bar.series for bar in chart.bars if bar.label == label) == chart.series
    assert "Unit" in chart.note


def test_computed_shares_add_up_and_stand_beside_the_printed_ones(client: Client) -> None:
    counted = queries.overview_of(queries.snapshot())
    assert sum(share.percent for share in counted.shares) == Decimal(100)
    text = page(client, "/en/overview/")
    assert "Printed shares and computed shares are not the same count" in text
    table = text.partition('id="shares"')[2]
    for printed, n in (("25", 63), ("20", 32), ("16", 4), ("16", 16)):
        row = re.search(rf'<td class="n">{printed}</td>.*?>{n}</a>\s*/158', table, re.DOTALL)
        assert row, (printed, n)
    assert "over 100 States" in text


def test_the_files_hold_the_same_numbers(client: Client) -> None:
    counted = queries.overview_of(queries.snapshot())
    tree = json.loads(client.get("/en/overview/data.json").content)
    assert tree["requests"] == counted.requests
    assert tree["by_category"] == dict(counted.by_category)
    text = client.get("/en/overview/data.csv").content.decode("utf-8-sig")
    rows = [row for row in csv.DictReader(text.splitlines()) if row["table"] == "category"]
    assert {row["code"]: int(row["requests"]) for row in rows} == dict(counted.by_category)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_stands_in_six_languages(client: Client, language: str) -> None:
    text = page(client, f"/{language}/overview/?why=category:legal&at=categories")
    assert f'<html lang="{language}" dir="{direction(language)}">' in text
    assert load_taxonomy().name("legal", language) in text
    assert '<p lang="en" dir="ltr">' in text
    for name, chart in charts.of_needs(queries.snapshot(), "", language).items():
        assert chart.title in html.unescape(text)
        svg = ET.fromstring(client.get(f"/{language}/overview/figures/{name}.svg").content)
        told = "".join(svg.itertext())
        assert all(str(bar.value) in told for bar in chart.bars)


def test_no_drawing_carries_a_style_of_its_own(client: Client) -> None:
    text = page(client, "/en/overview/?why=all")
    assert not re.search(r"\sstyle=|<style", text)


def test_the_first_page_is_light(client: Client) -> None:
    answer = client.get("/en/overview/", headers={"accept-encoding": "gzip"})
    assert len(answer.content) < 40_000
