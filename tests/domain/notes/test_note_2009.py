"""The note made from the 2009 record names the States that CTOC/COP/WG.2/2009/2 prints."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from palermo.domain import wording
from palermo.domain.languages import LANGUAGES
from palermo.domain.measures import Query
from palermo.domain.papers import Chart, Grid, Notice, Paper, StateList, plain
from palermo.engines.knowledge_notes import load_reference
from palermo.engines.records import load_record
from tests.domain.notes.sheets import lists, note_2009, under

GOLDEN = yaml.safe_load(
    (Path(__file__).parents[2] / "golden" / "note_2009.yaml").read_text(encoding="utf-8")
)
SUBJECTS = [
    pytest.param(entry, id=f"{entry['paragraph']}-{entry['code']}-{entry['topic']}")
    for entry in GOLDEN["needs"]
]
DOCUMENT = "CTOC/COP/WG.2/2009/2"


def asks_for(query: Query, entry: Mapping[str, Any]) -> bool:
    """Say whether a list is about a printed subject, read from the query's fields alone."""
    topics = query.topics.removeprefix("~").split(",") if query.topics else []
    named = (entry["topic"] in topics) != query.topics.startswith("~") if topics else True
    return (
        query.basis == "need"
        and query.instrument == entry["instrument"]
        and entry["code"] in query.code.split(",")
        and named
    )


def listed(paper: Paper, entry: Mapping[str, Any]) -> StateList:
    found = [one for one in lists(paper) if asks_for(one.query, entry)]
    assert len(found) == 1, "each subject is told in exactly one list"
    return found[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("entry", SUBJECTS)
def test_each_subject_names_the_printed_states(entry: Mapping[str, Any], language: str) -> None:
    printed = [state for clause in entry["clauses"] for state in clause["states"]]
    found = listed(note_2009(language), entry)
    assert sorted(found.states) == sorted(set(printed))
    assert found.query.sources == DOCUMENT
    register = load_reference().register
    assert found.states == register.ordered(printed, language)


@pytest.mark.parametrize("entry", SUBJECTS)
def test_chinese_and_english_keep_the_printed_order(entry: Mapping[str, Any]) -> None:
    for language in ("zh", "en"):
        states = listed(note_2009(language), entry).states
        for clause in entry["clauses"]:
            assert [state for state in states if state in clause["states"]] == clause["states"]


@pytest.mark.parametrize("entry", SUBJECTS)
def test_chinese_lists_read_as_printed(entry: Mapping[str, Any]) -> None:
    if len(entry["clauses"]) == 1 and "zh" in entry["clauses"][0]:
        assert listed(note_2009("zh"), entry).words == entry["clauses"][0]["zh"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_have_the_punctuation_of_the_language(language: str) -> None:
    register = load_reference().register
    for found in lists(note_2009(language)):
        short = [register.name(state, language) for state in found.states]
        in_text = [register.in_text(state, language) for state in found.states]
        if found.query.listing:  # a long printed list keeps inverted names inverted
            in_text = [one if "(" in one else two for one, two in zip(short, in_text, strict=True)]
        printed = {wording.opened(wording.joined(names, language)) for names in (short, in_text)}
        assert wording.opened(found.words) in printed


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sixteen_and_the_forty_one(language: str) -> None:
    paper, register = note_2009(language), load_reference().register
    told = under(paper, "reporting")
    help_list = next(one for one in lists(paper) if one.query.code.startswith("reporting/"))
    assert sorted(help_list.states) == sorted(GOLDEN["reporting_help"]["states"])
    assert "16" in plain(told[1].content)
    silent = register.ordered(GOLDEN["silent"]["states"], language)
    names = [register.name(state, language) for state in silent]
    if language == "en":
        names = [
            n if "(" in n else register.in_text(s, "en") for s, n in zip(silent, names, strict=True)
        ]
    words = plain(told[2].content)
    assert wording.joined(names, language) in words
    assert "41" in words
    assert len(names) == 41


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_three_contradictions_are_told(language: str) -> None:
    register = load_reference().register
    words = plain(under(note_2009(language), "reporting")[3].content)
    for state in ("GRD", "LKA", "YEM"):
        assert register.name(state, language) in words
    assert wording.day("2010-02-08", language) in words


def test_states_outside_are_information_only() -> None:
    words = plain(under(note_2009("en"), "reporting")[4].content)
    for name in ("Burundi", "the Congo", "Thailand"):
        assert name in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_recorded_and_computed_shares_stand_apart(language: str) -> None:
    table = next(b for b in note_2009(language).blocks if getattr(b, "anchor", "") == "table-3")
    assert isinstance(table, Grid)
    rows = {plain(row[0].content): [plain(cell.content) for cell in row[1:]] for row in table.rows}
    taxonomy = load_reference().taxonomy
    recorded = {share.code: share.percent for share in load_record("2009-2").recorded_shares}
    assert recorded == {"training_capacity": 25, "legal": 20, "cooperation": 16, "reporting": 16}
    for code, percent in recorded.items():
        count, computed, printed = rows[taxonomy.name(code, language)]
        assert printed == wording.per_cent(percent, language, table=True)
        assert computed != printed
        assert count.isdigit()
    assert sum("–" not in row[2] for row in rows.values()) == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_says_what_it_rests_on(language: str) -> None:
    paper = note_2009(language)
    notice = paper.blocks[0]
    assert isinstance(notice, Notice)
    assert DOCUMENT in plain(notice.content)
    assert "181" in plain(notice.content)
    charts = [block for block in paper.blocks if isinstance(block, Chart)]
    assert [chart.anchor for chart in charts] == ["figure-1", "figure-2", "figure-3"]
    totals = [sum(bar.value for bar in chart.bars) for chart in charts]
    assert totals == [158, 32, 158]
    for chart, total in zip(charts, totals, strict=True):
        assert str(total) in chart.note
    drawn = [bar.series for bar in charts[2].bars[: len(charts[2].series)]]
    assert tuple(drawn) == charts[2].series
