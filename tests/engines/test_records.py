"""The shipped taxonomy and the record of the 2009 note, against the facts of the note as tables."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from palermo.domain.findings import KINDS, findings, said_by
from palermo.domain.instruments import INSTRUMENTS
from palermo.domain.languages import LANGUAGES
from palermo.domain.measures import Overview, overview
from palermo.domain.mistakes import Mistake
from palermo.domain.phrases import problems
from palermo.domain.replies import rates
from palermo.domain.snapshots import from_tree
from palermo.engines.knowledge_instruments import load_participations
from palermo.engines.knowledge_states import load_register
from palermo.engines.knowledge_taxonomy import load_taxonomy
from palermo.engines.phrases import load_phrases
from palermo.engines.records import describe_record, load_record, record_names

GOLDEN = Path(__file__).parent.parent / "golden"
ON = date(2009, 8, 20)


def golden(name: str) -> list[dict[str, str]]:
    with (GOLDEN / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def overview_2009() -> Overview:
    return overview(
        load_record().lines,
        categories=load_taxonomy().members,
        instruments=INSTRUMENTS,
        regions=load_register().regions,
        region_order=load_register().regional_groups,
    )


def test_the_taxonomy_is_the_printed_table_and_what_was_added() -> None:
    taxonomy = load_taxonomy()
    rows = golden("taxonomy_2009")
    printed = [row for row in rows if row["origin"] == "printed"]
    assert sum(one.printed for one in taxonomy.categories) == 8
    assert sum(sub.printed for sub in taxonomy.subcategories.values()) == 28
    assert [one.code for one in taxonomy.categories] == [
        row["category_code"] for row in rows if not row["subcategory_code"]
    ]
    for row in printed:
        code = "/".join(filter(None, (row["category_code"], row["subcategory_code"])))
        for language in LANGUAGES:
            assert taxonomy.name(code, language) == row[f"name_{language}"]
    bound = {sub.code: sub.only_for for sub in taxonomy.subcategories.values() if sub.only_for}
    assert bound == {
        "training_capacity/train_social_providers": "TIP",
        "training_capacity/marking_support": "FIREARMS",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_has_a_name_in_each_language(language: str) -> None:
    taxonomy = load_taxonomy()
    names = [
        *(one.names[language] for one in taxonomy.categories),
        *(one.short[language] for one in taxonomy.categories),
        *(sub.names[language] for sub in taxonomy.subcategories.values()),
        *(topic[language] for topic in taxonomy.topics.values()),
    ]
    assert all(name.strip() == name and name for name in names)
    assert max(len(one.short[language]) for one in taxonomy.categories) <= 30
    assert describe_record("2009-2").title[language]


def test_every_topic_that_occurs_has_a_name() -> None:
    rows = golden("needs_2009") + golden("needs_2007")
    used = {topic for row in rows for topic in row["topic"].split(";") if topic}
    assert used == set(load_taxonomy().topics)


def test_the_record_is_the_facts_of_the_note() -> None:
    facts = golden("needs_2009")
    told = load_record().statements
    assert len(told) == len(facts) == 181
    for one, row in zip(told, facts, strict=True):
        assert (one.state, one.instrument, one.basis, one.fit) == (
            row["iso3"],
            row["instrument"],
            row["basis"],
            row["fit"],
        )
        assert one.code == f"{row['category_code']}/{row['subcategory_code']}"
        assert (one.words, one.topic, one.remark) == (
            row["statement_en"],
            row["topic"],
            row["note"],
        )
        assert (one.source.document, one.source.paragraph) == (row["document"], row["paragraph"])
    assert len({one.identity for one in told}) == 181


def test_the_lists_rates_and_shares_are_as_printed() -> None:
    record = load_record()
    silent = [row["iso3"] for row in golden("silent_2009")]
    asking = [row["iso3"] for row in golden("reporting_help_2009")]
    assert (len(silent), len(asking)) == (41, 16)
    assert list(record.listed("silent")) == silent
    assert list(record.listed("reporting_help")) == asking
    assert [(one.instrument, one.cycle, one.recorded) for one in record.recorded_rates] == [
        (row["instrument"], row["cycle"], int(row["percent"])) for row in golden("rates_2009")
    ]
    printed = [row for row in golden("shares_2009") if row["category_code"]]
    assert [(one.code, one.percent) for one in record.recorded_shares] == [
        (row["category_code"], int(row["percent"])) for row in printed
    ]


def test_the_overview_of_2009() -> None:
    found = overview_2009()
    assert (found.statements, found.requests, found.states) == (181, 158, 45)
    assert found.by_category == {
        "reporting": 16,
        "awareness_strategy": 3,
        "data_collection": 2,
        "legal": 32,
        "training_capacity": 63,
        "cooperation": 4,
        "victims_witnesses": 7,
        "resources": 22,
        "unspecified": 9,
    }
    assert found.by_instrument == {"UNTOC": 93, "TIP": 36, "SOM": 15, "FIREARMS": 14}
    assert sum(found.by_region.values()) == 158


def test_those_asking_for_reporting_help_are_those_coded_so() -> None:
    coded = {one.state for one in load_record().statements if one.category == "reporting"}
    assert coded == set(load_record().listed("reporting_help"))


def test_the_three_contradictions_and_what_is_information() -> None:
    record = load_record()
    found = findings(said_by(record.statements), record.listings, load_participations(), ON)
    by_kind = {kind: {one.state for one in found if one.kind == kind} for kind in KINDS}
    assert by_kind["silent_but_quoted"] == {"GRD", "LKA"}
    assert by_kind["silent_before_consent"] == {"YEM"}
    assert next(one.day for one in found if one.state == "YEM") == "2010-02-08"
    assert by_kind["signatory_quoted"] == {"BDI", "COG", "ECU", "IDN", "LKA", "THA"}
    assert by_kind["no_act_quoted"] == {"MDV", "TCD", "ZWE"}
    assert by_kind["protocol_without_convention"] == set()


def test_rates_count_parties_of_the_day_only() -> None:
    record = load_record()
    found = rates(record.statements, load_participations(), record.recorded_rates, ON)
    computed = {one.instrument: (one.n, one.of) for one in found if one.recorded is None}
    assert computed == {
        "UNTOC": (32, 150),
        "TIP": (19, 132),
        "SOM": (8, 119),
        "FIREARMS": (8, 79),
    }
    assert sorted(one.recorded for one in found if one.recorded is not None) == sorted(
        [66, 55, 62, 56, 59, 53, 59]
    )


def test_a_snapshot_comes_back_from_its_tree() -> None:
    record = load_record()
    assert from_tree(record.tree()) == record
    assert from_tree(record.tree()).digest == record.digest


def test_an_unknown_record_is_a_mistake() -> None:
    assert record_names() == ["2009-2"]
    with pytest.raises(Mistake, match="there is no record 1999; there is 2009-2"):
        load_record("1999")


def test_the_words_of_findings_stand_in_six_languages() -> None:
    tables = {language: load_phrases("findings", language).texts for language in LANGUAGES}
    assert problems(tables) == []
    assert set(KINDS) <= set(tables["en"])


def test_basis_and_fit_are_as_recorded() -> None:
    told = load_record().statements
    assert Counter(one.basis for one in told) == {"need": 158, "view": 14, "difficulty": 9}
