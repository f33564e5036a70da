"""The shipped provisions: every number and letter of the four texts once, read as worded."""

import re
import unicodedata
from itertools import chain
from pathlib import Path

import pytest

from palermo.domain.instruments import INSTRUMENTS, Code, Instrument
from palermo.domain.languages import LANGUAGES
from palermo.domain.provision_words import Vocabulary, gaps, needed
from palermo.domain.provisions import (
    PARTS,
    Provision,
    alternatives_met,
    applicable,
    below,
    duties,
    faults,
    gates,
    parent,
    units,
)
from palermo.engines.files import data_text
from palermo.engines.knowledge_instruments import load_instruments, load_vocabulary

GOLDEN = Path(__file__).parent.parent / "golden"
SCRIPTS = {
    "ar": "ARABIC",
    "zh": "CJK",
    "ru": "CYRILLIC",
    "en": "LATIN",
    "fr": "LATIN",
    "es": "LATIN",
}
#: Articles and paragraphs of the two instruments that are referred to and not shipped.
ELSEWHERE = {"uncac": 71, "drugs1988": 34}


def instrument(code: str) -> Instrument:
    return load_instruments()[code]


def provision(text: str) -> Provision:
    code = Code.parse(text)
    found = instrument(code.instrument.upper()).provision(code)
    assert found, text
    return found


def every() -> list[Provision]:
    return list(chain.from_iterable(one.provisions for one in load_instruments().values()))


@pytest.mark.parametrize("code", INSTRUMENTS)
def test_every_number_and_letter_of_the_text_is_there_exactly_once(code: str) -> None:
    outline = (GOLDEN / f"outline_{code.lower()}.txt").read_text().split()
    assert [one.code for one in instrument(code).provisions] == outline
    text = data_text("instruments", code.lower(), "1", "provisions.yaml")
    assert re.findall(rf"^  ({code.lower()}/[^:]+):", text, re.MULTILINE) == outline


@pytest.mark.parametrize("code", INSTRUMENTS)
def test_articles_and_paragraphs_agree_with_the_structure(code: str) -> None:
    for article in instrument(code).articles:
        found = instrument(code).provisions_of(article)
        assert found[0].code == article.code
        numbered = [
            one for one in found[1:] if parent(one.code) == article.code and one.code[-1].isdigit()
        ]
        assert len(numbered) == article.paragraphs, article.code


@pytest.mark.parametrize("code", INSTRUMENTS)
def test_nothing_in_the_data_is_wrong_and_nothing_is_without_words(code: str) -> None:
    assert faults(instrument(code).provisions) == ()
    assert gaps(instrument(code).provisions, load_vocabulary()) == ()
    for one in instrument(code).provisions:
        assert str(Code.parse(one.code)) == one.code


@pytest.mark.parametrize("code", INSTRUMENTS)
def test_every_leaf_carries_a_level_and_says_so(code: str) -> None:
    holders = {parent(one.code) for one in instrument(code).provisions}
    for one in instrument(code).provisions:
        if one.code not in holders:
            assert one.level != PARTS, one.code
        if one.level == PARTS:
            assert not one.qualifiers, one.code
            assert not one.only_if, one.code


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("untoc/5/1/a/i", "M"),
        ("untoc/5/1/a/ii/b", "M"),
        ("untoc/6/1/b/ii", "M"),
        ("untoc/6/2/a", "E"),
        ("untoc/6/2/e", "O"),
        ("untoc/6/2/f", "N"),
        ("untoc/7/1/b", "MC"),
        ("untoc/7/4", "E"),
        ("untoc/8/2", "C"),
        ("untoc/12/7", "O"),
        ("untoc/14/2", "C"),
        ("untoc/16/5/a", "M"),
        ("untoc/16/5/b", "E"),
        ("untoc/16/12", "C"),
        ("untoc/16/17", "E"),
        ("untoc/17", "O"),
        ("untoc/18/30", "C"),
        ("untoc/19", "COM"),
        ("untoc/21", "C"),
        ("untoc/22", "O"),
        ("untoc/26/3", "C"),
        ("untoc/27/2", "COM"),
        ("untoc/30/2/c", "EO"),
        ("untoc/34/2", "M"),
        ("tip/6/3/a", "C"),
        ("tip/6/5", "E"),
        ("tip/7/1", "C"),
        ("tip/7/2", "C"),
        ("tip/9/2", "E"),
        ("som/5", "M"),
        ("som/14/3", "CE"),
        ("som/17/a", "C"),
        ("som/18/1", "M"),
        ("som/18/2", "C"),
        ("firearms/10/6", "O"),
        ("firearms/13/3", "E"),
        ("firearms/15/1", "C"),
        ("firearms/15/1/a", "O"),
    ],
)
def test_levels_follow_the_wording(text: str, levels: str) -> None:
    assert "".join(provision(text).levels) == levels


def test_final_clauses_and_definitions_ask_no_measure_of_a_state() -> None:
    for one in load_instruments().values():
        for article in one.articles:
            if article.kind == "definition":
                assert {p.level for p in one.provisions_of(article)} <= {"N", PARTS}, article.code


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("untoc/6/1/b/i", "subject_to_basic_concepts"),
        ("tip/5/2/a", "subject_to_basic_concepts"),
        ("firearms/5/2/a", "subject_to_basic_concepts"),
        ("untoc/24/1", "within_its_means"),
        ("untoc/12/1/a", "greatest_extent_possible"),
        ("untoc/20/1", "if_permitted_by_basic_principles"),
        ("untoc/16/16", "where_appropriate"),
        ("tip/13", "if_requested"),
    ],
)
def test_qualifiers_stand_apart_from_the_level(text: str, qualifier: str) -> None:
    assert qualifier in provision(text).qualifiers


def test_the_qualifier_of_the_second_accomplice_clause_covers_a_part_only() -> None:
    assert provision("som/6/2/b").note == "qualifier_in_part"
    assert not provision("som/6/2/c").qualifiers


def test_prohibitions_are_marked() -> None:
    marked = {one.code for one in every() if one.prohibition}
    assert marked == {
        "untoc/12/6",
        "untoc/16/15",
        "untoc/18/8",
        "untoc/18/11/c",
        "untoc/18/12",
        "untoc/18/19",
        "untoc/18/22",
        "untoc/18/27",
        "som/5",
        "som/8/5",
    }


def test_alternatives_are_one_duty() -> None:
    groups = {one.code: one.alternatives for one in every() if one.alternatives}
    assert set(groups) == {"untoc/5/1/a", "untoc/10/2", "untoc/13/1", "firearms/8/1/a"}
    either = groups["untoc/5/1/a"]
    assert either.branches == ("untoc/5/1/a/i", "untoc/5/1/a/ii")
    assert alternatives_met(either, {"untoc/5/1/a/i": False, "untoc/5/1/a/ii": True})
    for group in groups.values():
        for branch in group.branches:
            assert "/" not in branch or provision(branch)


def test_extradition_has_two_ways_through_its_gate() -> None:
    found = below(instrument("UNTOC").provisions, "untoc/16")
    by_treaty = {"extradition_requires_treaty": True, "convention_is_extradition_basis": True}
    without = {"extradition_requires_treaty": False}
    with_treaty = {one.code for one in applicable(found, by_treaty)}
    with_none = {one.code for one in applicable(found, without)}
    assert {"untoc/16/4", "untoc/16/5/a"} == with_treaty - with_none
    assert {"untoc/16/6"} == with_none - with_treaty
    no_basis = {**by_treaty, "convention_is_extradition_basis": False}
    assert {one.code for one in applicable(found, no_basis)} - with_treaty == {"untoc/16/5/b"}
    assert "convention_is_extradition_basis" not in gates(found, without)


def test_a_state_that_takes_a_deactivated_firearm_for_a_firearm_skips_article_9() -> None:
    found = instrument("FIREARMS").provisions
    left = applicable(found, {"deactivated_firearm_is_no_firearm": False})
    assert {one.code for one in units(found)} - {one.code for one in units(left)} == {
        "firearms/9",
        "firearms/9/a",
        "firearms/9/b",
        "firearms/9/c",
    }


def test_paragraphs_9_to_29_of_article_18_hang_on_paragraph_7() -> None:
    """Not 13 and 14: whom to address, and in which language, is told once and to all."""
    found = units(below(instrument("UNTOC").provisions, "untoc/18"))
    kept = {one.code for one in applicable(found, {"applies_article_18_9_29": False})}
    gone = {Code.parse(one.code).paragraph for one in found if one.code not in kept}
    assert gone == set(range(9, 30)) - {13, 14}
    assert {Code.parse(code).paragraph for code in kept} == {*range(1, 9), 13, 14, 30}


def test_article_5_3_applies_where_a_group_or_an_act_is_required() -> None:
    one = provision("untoc/5/3")
    assert one.applies({"offence_requires_group": False, "offence_requires_act": True}) is True
    assert one.applies({"offence_requires_group": False, "offence_requires_act": False}) is False
    assert one.applies({"offence_requires_group": False}) is None


def test_the_register_of_notifications_is_complete() -> None:
    told = {
        one.code: (one.notification.kind, one.notification.to, one.notification.limit)
        for one in duties(every())
        if one.notification and one.notification.kind not in {"competence", "denunciation"}
    }
    general = "secretary_general"
    expected = {
        "untoc/5/3": ("offence_requirement", general, "at_signature_or_deposit"),
        "untoc/6/2/d": ("laws", general, "no_limit_stated"),
        "untoc/13/5": ("laws", general, "no_limit_stated"),
        "untoc/16/5/a": ("extradition_basis", general, "at_deposit"),
        "untoc/18/13": ("central_authority", general, "at_deposit"),
        "untoc/18/14": ("languages", general, "at_deposit"),
        "untoc/31/6": ("prevention_authority", general, "no_limit_stated"),
        "untoc/32/5": ("reporting", "conference", "as_required_by_conference"),
        "som/8/6": ("sea_authority", "states_through_secretary_general", "one_month"),
        "firearms/13/2": ("contact_point", "not_stated", "no_limit_stated"),
    }
    for article in ("untoc/35", "tip/15", "som/20", "firearms/16"):
        expected[f"{article}/3"] = ("reservation", general, "at_signature_or_deposit")
        expected[f"{article}/4"] = ("withdrawal", general, "any_time")
    assert told == expected
    again = {one.code for one in duties(every()) if one.notification and one.notification.repeats}
    assert {"untoc/6/2/d", "untoc/13/5"} <= again


def test_references_among_the_four_are_mutual_and_exist() -> None:
    for one in every():
        for named in one.references:
            code = Code.parse(named)
            if code.instrument in ELSEWHERE:
                assert code.article <= ELSEWHERE[code.instrument], named
            else:
                assert one.code in provision(named).references, (one.code, named)
                assert code.instrument != Code.parse(one.code).instrument, one.code
        assert len(set(one.references)) == len(one.references)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("untoc/6", {"uncac/23", "drugs1988/3"}),
        ("untoc/18", {"uncac/46", "drugs1988/7"}),
        ("untoc/18/29/b", {"uncac/46/29/b"}),
        ("untoc/16/6", {"uncac/44/7"}),
        ("untoc/27/1/d", {"uncac/48/1/e"}),
        ("som/8/6", {"untoc/18/13"}),
        ("firearms/6/1", {"untoc/12/1"}),
        ("tip/12/a", {"som/12/a"}),
        ("som/11/4", {"tip/11/4"}),
    ],
)
def test_provisions_on_the_same_matter_are_named(text: str, named: set[str]) -> None:
    assert named <= set(provision(text).references)


@pytest.mark.parametrize("number", [5, 6, 7, 8, 9, *range(10, 32)])
def test_no_operative_article_of_the_convention_stands_alone(number: int) -> None:
    assert any(code.startswith("uncac/") for code in provision(f"untoc/{number}").references)


def test_no_word_of_the_vocabulary_is_unused() -> None:
    used = set(needed(every()))
    vocabulary = load_vocabulary()
    named = {**vocabulary.names, "conditions": vocabulary.facts}
    for section, words in named.items():
        if section not in {"joins", "elsewhere", "titles"}:
            assert {code for part, code in used if part == section} == set(words), section
    assert set(named["elsewhere"]) == set(named["titles"]) == set(ELSEWHERE)


def _phrases(vocabulary: Vocabulary, language: str) -> list[str]:
    told = [words[language] for part in vocabulary.names.values() for words in part.values()]
    for words in vocabulary.facts.values():
        told += words[language]
    return told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_in_the_script_of_its_language(language: str) -> None:
    for text in _phrases(load_vocabulary(), language):
        letters = [letter for letter in text if letter.isalpha()]
        assert letters, text
        for letter in letters:
            assert unicodedata.name(letter).startswith(SCRIPTS[language]), text
        assert text == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_a_section_tell_apart(language: str) -> None:
    for section, codes in load_vocabulary().names.items():
        named = [words[language] for words in codes.values()]
        assert len(set(named)) == len(named), section
    for yes, no in (words[language] for words in load_vocabulary().facts.values()):
        assert yes != no


@pytest.mark.parametrize(("one", "other"), [("en", "fr"), ("en", "es"), ("fr", "es")])
def test_no_language_lends_its_words_to_another(one: str, other: str) -> None:
    for section, codes in load_vocabulary().names.items():
        for code, words in codes.items():
            assert words[one] != words[other], (section, code)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            (
                "the State makes extradition conditional on the existence of a treaty and the "
                "State does not take the Convention as the legal basis for extradition"
            ),
        ),
        ("zh", "本国以订有条约作为引渡的条件，并且本国不以公约作为引渡的法律依据"),
    ],
)
def test_a_condition_is_said_in_the_language_asked_for(language: str, told: str) -> None:
    text = provision("untoc/16/5/b").only_if
    assert load_vocabulary().condition(text, language) == told


def test_the_digest_takes_the_provisions_in() -> None:
    one = instrument("TIP")
    assert [told["code"] for told in one.tree()["provisions"]] == [p.code for p in one.provisions]
