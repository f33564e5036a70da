"""The shipped instruments: complete, translated, and agreeing with the treaty facts."""

import json
import unicodedata
from datetime import date, timedelta

import pytest

from palermo.domain.instruments import (
    ACTS,
    CLUSTERS,
    ENTRY_INTO_FORCE,
    INSTRUMENTS,
    KINDS,
    ORGANIZATIONS,
    Code,
    Count,
    check,
)
from palermo.domain.languages import LANGUAGES
from palermo.engines.knowledge_instruments import (
    load_instrument,
    load_instruments,
    load_participations,
    load_words,
    versions,
)
from palermo.engines.knowledge_states import load_register

ARTICLES = {"UNTOC": 41, "TIP": 20, "SOM": 25, "FIREARMS": 21}
SCRIPTS = {
    "ar": "ARABIC",
    "zh": "CJK",
    "ru": "CYRILLIC",
    "en": "LATIN",
    "fr": "LATIN",
    "es": "LATIN",
}
CUT_OFF = date(2009, 8, 20)


def test_the_four_instruments_come_in_printed_order() -> None:
    assert tuple(load_instruments()) == INSTRUMENTS
    assert versions("UNTOC") == ("1",)
    with pytest.raises(FileNotFoundError):
        load_instrument("UNTOC", "0")


@pytest.mark.parametrize("code", INSTRUMENTS)
def test_every_article_is_there_once_and_in_order(code: str) -> None:
    instrument = load_instruments()[code]
    assert instrument.code == code
    assert [one.number for one in instrument.articles] == list(range(1, ARTICLES[code] + 1))
    for article in instrument.articles:
        assert Code.parse(article.code) == Code(code.lower(), article.number)
        assert instrument.article(article.number) is article


@pytest.mark.parametrize("code", INSTRUMENTS)
def test_kinds_and_clusters_are_known_ones_and_final_clauses_come_last(code: str) -> None:
    kinds = [one.kind for one in load_instruments()[code].articles]
    assert set(kinds) <= set(KINDS)
    first = kinds.index("final")
    assert set(kinds[first:]) == {"final"}
    for article in load_instruments()[code].articles:
        assert article.cluster is None or article.cluster in CLUSTERS
        assert set(article.also) <= set(CLUSTERS) - {article.cluster}
        assert article.cluster or not article.confirmed
        assert (article.cluster is None) or article.kind not in {"final", "general"}


def test_only_clusters_read_in_a_source_are_confirmed() -> None:
    confirmed = {
        article.code
        for instrument in load_instruments().values()
        for article in instrument.articles
        if article.confirmed
    }
    convention = {f"untoc/{number}" for number in (2, 5, 6, 8, 9, 10, 15, 23)}
    assert confirmed == convention | {"tip/3", "tip/5", "som/3", "som/5", "som/6"}


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("untoc/18/30", True),
        ("untoc/18/31", False),
        ("untoc/16/17", True),
        ("som/8/6", True),
        ("firearms/13/2", True),
        ("tip/21", False),
        ("untoc/23/a", True),
        ("untoc/17/1", False),
    ],
)
def test_paragraphs_are_counted_as_in_the_treaty(text: str, there: bool) -> None:
    code = Code.parse(text)
    assert load_instruments()[code.instrument.upper()].holds(code) is there


def test_dates_and_resolutions_are_those_of_the_treaty_collection() -> None:
    found = load_instruments()
    assert {one.in_force for one in found.values()} == set(ENTRY_INTO_FORCE.values())
    assert all(one.in_force == ENTRY_INTO_FORCE[code] for code, one in found.items())
    assert found["FIREARMS"].resolution == "A/RES/55/255"
    assert {found[code].resolution for code in ("UNTOC", "TIP", "SOM")} == {"A/RES/55/25"}
    assert [one.treaty_series_volume for one in found.values()] == [2225, 2237, 2241, 2326]
    assert [one.parent for one in found.values()] == [None, "UNTOC", "UNTOC", "UNTOC"]
    for code, one in found.items():
        assert one.holds(Code.parse(one.binding_rule)), code
        assert one.facts_published == "2015-03"


@pytest.mark.parametrize("code", INSTRUMENTS)
def test_the_tree_is_json_and_carries_no_words(code: str) -> None:
    instrument = load_instruments()[code]
    assert json.loads(json.dumps(instrument.tree())) == instrument.tree()
    assert len(instrument.digest) == 64
    assert load_words(code, "en").title not in json.dumps(instrument.tree())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", INSTRUMENTS)
def test_nothing_is_untranslated(code: str, language: str) -> None:
    words = load_words(code, language)
    assert list(words.articles) == list(range(1, ARTICLES[code] + 1))
    for text in (words.title, words.short, words.label, *words.articles.values()):
        letters = [letter for letter in text if letter.isalpha()]
        assert letters, text
        for letter in letters:
            assert unicodedata.name(letter).startswith(SCRIPTS[language]), text
        assert text == unicodedata.normalize("NFC", text).strip()
    assert len(words.label) <= len(words.short) <= len(words.title)


@pytest.mark.parametrize("code", INSTRUMENTS)
def test_no_language_repeats_the_titles_of_another(code: str) -> None:
    titles = {load_words(code, language).title for language in LANGUAGES}
    assert len(titles) == len(LANGUAGES)
    for one, other in (("en", "fr"), ("en", "es"), ("fr", "es")):
        same = [
            title
            for number, title in load_words(code, one).articles.items()
            if load_words(code, other).articles[number] == title
        ]
        assert set(same) <= {"Extradition", "Information"}, (one, other)


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_and_short_titles_tell_the_instruments_apart(language: str) -> None:
    words = [load_words(code, language) for code in INSTRUMENTS]
    assert len({one.label for one in words}) == len({one.short for one in words}) == 4


@pytest.mark.parametrize(
    ("code", "consented"),
    [
        ("UNTOC", Count(150, 1)),
        ("TIP", Count(132, 1)),
        ("SOM", Count(119, 1)),
        ("FIREARMS", Count(79, 0)),
    ],
)
def test_the_parties_on_the_cut_off_date_of_the_2009_note(code: str, consented: Count) -> None:
    assert load_participations().count(code, CUT_OFF) == consented


def test_yemen_burundi_congo_and_thailand_were_not_parties_on_the_cut_off_date() -> None:
    taking_part = load_participations()
    for code in INSTRUMENTS:
        for state in ("YEM", "BDI", "COG", "THA"):
            assert taking_part.standing(code, state, CUT_OFF) != "party"
    assert taking_part.standing("UNTOC", "YEM", CUT_OFF) == "signatory"
    assert taking_part.standing("UNTOC", "YEM", date(2010, 2, 8)) == "party"
    assert "YEM" not in taking_part.bound("UNTOC", date(2010, 3, 9))
    assert "YEM" in taking_part.bound("UNTOC", date(2010, 3, 10))


@pytest.mark.parametrize("code", INSTRUMENTS)
def test_entry_into_force_is_the_ninetieth_day_after_the_fortieth_deposit(code: str) -> None:
    deposits = sorted(
        fact.consent
        for fact in load_participations().facts
        if fact.instrument == code and fact.consent and fact.state not in ORGANIZATIONS
    )
    assert deposits[39] + timedelta(days=90) == ENTRY_INTO_FORCE[code]


def test_every_participant_is_in_the_register_and_stands_once_for_each_instrument() -> None:
    facts = load_participations().facts
    assert {fact.state for fact in facts} <= set(load_register().participants)
    assert len({(fact.instrument, fact.state) for fact in facts}) == len(facts) == 627
    assert {fact.act for fact in facts if fact.act} <= set(ACTS)
    assert all((fact.consent is None) == (fact.act is None) for fact in facts)
    assert all(fact.signature or fact.consent for fact in facts)


def test_the_european_union_approves_and_montenegro_succeeds() -> None:
    taking_part = load_participations()
    for code in INSTRUMENTS:
        union, montenegro = taking_part.of(code, "EU"), taking_part.of(code, "MNE")
        assert union
        assert union.act == "approval"
        assert montenegro
        assert montenegro.act == "succession"


def test_the_facts_hold_no_protocol_without_the_convention() -> None:
    found = check(load_participations())
    assert not any(one.is_error for one in found)
    assert [(one.kind, one.instrument, one.state) for one in found] == [
        ("act_without_signature", "TIP", "ATG"),
        ("act_without_signature", "FIREARMS", "BHS"),
    ]


def test_no_fact_is_later_than_its_publication() -> None:
    latest = [load_participations().latest(code) for code in INSTRUMENTS]
    assert all(day and day < date(2015, 4, 1) for day in latest)
