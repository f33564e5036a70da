"""Provisions: conditions that are never decided by what is not known, alternatives, duties."""

import json
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from palermo.domain.instruments import Code
from palermo.domain.mistakes import Mistake
from palermo.domain.provision_words import Vocabulary, gaps
from palermo.domain.provisions import (
    LEVELS,
    PARTS,
    Alternatives,
    Condition,
    Notification,
    Provision,
    alternatives_met,
    applicable,
    below,
    cite,
    duties,
    faults,
    gates,
    parent,
    parts,
    units,
)

VECTORS = Path(__file__).parent.parent / "golden" / "conditions.json"
NAMES = ("treaty", "basis", "group", "act")

terms = st.tuples(st.sampled_from(NAMES), st.booleans())
conditions = st.lists(
    st.lists(terms, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3
).map(lambda clauses: Condition(tuple(clauses)))
facts = st.dictionaries(st.sampled_from(NAMES), st.booleans())
provisions = st.lists(
    st.builds(
        Provision,
        code=st.integers(1, 99).map("untoc/{}".format),
        level=st.sampled_from(LEVELS),
        only_if=st.just("") | conditions.map(str),
        notification=st.none() | st.just(Notification("laws", "conference", "any_time")),
    ),
    unique_by=lambda one: one.code,
    max_size=8,
)
branches = st.lists(st.sampled_from("abcdef"), min_size=1, unique=True).map(tuple)
answers = st.dictionaries(st.sampled_from("abcdef"), st.booleans())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "and",
        "a and",
        "a and and b",
        "not not a",
        "not",
        "a or",
        "(a or b) and c",
        "A",
        "a  and b",
        "a;b",
        "a == b",
        "__import__",
        "a\n",
        " a",
    ],
)
def test_what_is_no_condition_is_refused(text: str) -> None:
    with pytest.raises(Mistake, match="and, or, not"):
        Condition.parse(text)


def test_or_binds_less_than_and() -> None:
    found = Condition.parse("a and not b or c")
    assert found.clauses == ((("a", True), ("b", False)), (("c", True),))
    assert found.names == ("a", "b", "c")


@given(conditions)
def test_a_condition_reads_back_as_it_was_written(condition: Condition) -> None:
    assert Condition.parse(str(condition)) == condition


@pytest.mark.parametrize("vector", json.loads(VECTORS.read_text()), ids=str)
def test_the_vectors_that_every_reader_of_conditions_must_give(vector: dict[str, object]) -> None:
    told, expected = Condition.parse(str(vector["condition"])), vector["holds"]
    assert told.holds(vector["facts"]) is expected  # type: ignore[arg-type]


@given(conditions, facts, facts)
def test_knowing_more_never_turns_what_is_decided(
    condition: Condition, known: dict[str, bool], later: dict[str, bool]
) -> None:
    decided = condition.holds(known)
    if decided is not None:
        assert condition.holds({**later, **known}) is decided


@given(conditions, st.fixed_dictionaries(dict.fromkeys(NAMES, st.booleans())))
def test_a_condition_is_decided_when_all_is_known_and_as_python_would(
    condition: Condition, known: dict[str, bool]
) -> None:
    words = str(condition)
    expected = any(all(known[n] is w for n, w in clause) for clause in condition.clauses)
    assert condition.holds(known) is expected, words


@given(conditions)
def test_nothing_known_decides_nothing(condition: Condition) -> None:
    assert condition.holds({}) is None


@given(provisions, facts, facts)
def test_what_applies_is_a_part_in_order_and_only_shrinks(
    found: list[Provision], known: dict[str, bool], later: dict[str, bool]
) -> None:
    assert applicable(found, {}) == tuple(found)
    now = applicable(found, known)
    then = applicable(found, {**later, **known})
    assert [one for one in found if one in now] == list(now)
    assert set(then) <= set(now)
    assert {one for one in found if not one.only_if} <= set(then)


@given(provisions, st.fixed_dictionaries(dict.fromkeys(NAMES, st.booleans())))
def test_answering_every_gate_leaves_nothing_open(
    found: list[Provision], truth: dict[str, bool]
) -> None:
    known: dict[str, bool] = {}
    while asked := gates(found, known):
        assert asked[0] not in known
        known[asked[0]] = truth[asked[0]]
    assert None not in {one.applies(known) for one in found}
    assert applicable(found, known) == applicable(found, truth)


def test_a_gate_that_nothing_depends_on_any_more_is_not_asked() -> None:
    found = [Provision("untoc/16/5/b", "E", only_if="treaty and not basis")]
    assert gates(found) == ["treaty", "basis"]
    assert gates(found, {"treaty": True}) == ["basis"]
    assert gates(found, {"treaty": False}) == []


def test_the_condition_of_a_part_is_asked_but_rules_nothing_out() -> None:
    one = Provision("untoc/18/13", "M", part_if="has_special_territory")
    assert gates([one]) == ["has_special_territory"]
    assert applicable([one], {"has_special_territory": False}) == (one,)


@given(branches, answers)
def test_one_branch_is_enough_and_no_open_branch_is_a_failure(
    chosen: tuple[str, ...], told: dict[str, bool]
) -> None:
    met = alternatives_met(Alternatives("at_least_one", chosen), told)
    given_answers = [told.get(branch) for branch in chosen]
    assert (met is True) == (True in given_answers)
    assert (met is False) == (set(given_answers) == {False})


@given(branches, answers, st.randoms())
def test_the_order_of_branches_does_not_matter(
    chosen: tuple[str, ...], told: dict[str, bool], chance: object
) -> None:
    mixed = list(chosen)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = (Alternatives("at_least_one", tuple(some)) for some in (chosen, mixed))
    assert alternatives_met(one, told) is alternatives_met(other, told)


@given(branches, answers, answers)
def test_a_further_answer_never_undoes_an_alternative_that_is_met(
    chosen: tuple[str, ...], told: dict[str, bool], more: dict[str, bool]
) -> None:
    group = Alternatives("at_least_one", chosen)
    assume(alternatives_met(group, told))
    assert alternatives_met(group, {**more, **told})


def test_an_unknown_rule_of_alternatives_is_refused() -> None:
    with pytest.raises(Mistake, match="at_least_one"):
        alternatives_met(Alternatives("all", ("a", "b")), {})


@given(provisions)
def test_duties_are_the_provisions_with_a_notification(found: list[Provision]) -> None:
    assert list(duties(found)) == [one for one in found if one.notification is not None]


@pytest.mark.parametrize(
    ("code", "above", "cited"),
    [
        ("untoc/18", "", "18"),
        ("untoc/18/13", "untoc/18", "18 (13)"),
        ("untoc/23/b", "untoc/23", "23 (b)"),
        ("som/6/1/b/ii", "som/6/1/b", "6 (1) (b) (ii)"),
        ("untoc/5/1/a/ii/b", "untoc/5/1/a/ii", "5 (1) (a) (ii) (b)"),
    ],
)
def test_a_code_has_one_holder_and_one_citation(code: str, above: str, cited: str) -> None:
    assert (parent(code), cite(code)) == (above, cited)
    assert str(Code.parse(code)) == code


def test_parts_and_what_lies_below_do_not_take_in_neighbours() -> None:
    codes = ("untoc/1", "untoc/1/1", "untoc/1/1/a", "untoc/1/10", "untoc/10", "untoc/10/1")
    found = tuple(Provision(code, "M") for code in codes)
    assert [one.code for one in parts(found, "untoc/1")] == ["untoc/1/1", "untoc/1/10"]
    assert [one.code for one in below(found, "untoc/1/1")] == ["untoc/1/1", "untoc/1/1/a"]


def test_a_container_carries_no_level_and_is_not_assessed() -> None:
    container = Provision("untoc/23", PARTS)
    letter = Provision("untoc/23/a", "M", also=("O",))
    assert units((container, letter)) == (letter,)
    assert (container.levels, letter.levels) == ((), ("M", "O"))
    assert faults((container, letter)) == ()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ([Provision("untoc/1", "M"), Provision("untoc/1", "M")], "stands twice"),
        ([Provision("untoc/1/2", "M")], "untoc/1, which is missing"),
        ([Provision("untoc/1", "X")], "has no level"),
        ([Provision("untoc/1", PARTS)], "has no level"),
        ([Provision("untoc/1", "M", also=("M",))], "further levels"),
        ([Provision("untoc/1", "M", also=("X",))], "further levels"),
        ([Provision("untoc/1", "O", prohibition=True)], "forbids"),
        ([Provision("untoc/1", "M", only_if="a xor b")], "no condition"),
        ([Provision("untoc/1", "M", part_if="(a)")], "no condition"),
        ([Provision("untoc/1", "M", alternatives=Alternatives("all", ("a", "b")))], "no rule"),
        ([Provision("untoc/1", "M", alternatives=Alternatives("at_least_one", ("a",)))], "single"),
        (
            [Provision("untoc/1", "M", alternatives=Alternatives("at_least_one", ("x/2/a", "a")))],
            "no part of it",
        ),
        (
            [
                Provision("untoc/1", PARTS, notification=Notification("laws", "x", "y")),
                Provision("untoc/1/1", "M"),
            ],
            "carries no level",
        ),
    ],
)
def test_what_cannot_be_right_is_told(wrong: list[Provision], told: str) -> None:
    found = faults(wrong)
    assert len(found) == 1, found
    assert told in found[0]


def test_a_provision_is_json_and_reads_back_equal() -> None:
    one = Provision(
        "untoc/6/2/d",
        "M",
        also=("C",),
        qualifiers=("where_appropriate",),
        alternatives=Alternatives("at_least_one", ("a", "b")),
        notification=Notification("laws", "secretary_general", "no_limit_stated", "on_change"),
        references=("uncac/23/2/d",),
    )
    assert json.loads(json.dumps(one.tree())) == one.tree()


def test_a_condition_in_words_says_what_is_so_and_what_is_not() -> None:
    vocabulary = Vocabulary(
        names={"joins": {"and": {"en": " and "}, "or": {"en": " or "}}},
        facts={"a": {"en": ("it is a", "it is not a")}, "b": {"en": ("it is b", "it is not b")}},
    )
    assert vocabulary.condition("a and not b or b", "en") == ("it is a and it is not b or it is b")


def test_a_code_without_words_is_told_for_each_language() -> None:
    vocabulary = Vocabulary(names={"levels": {"M": {"en": "mandatory"}}}, facts={})
    found = gaps([Provision("untoc/1", "M", qualifiers=("odd",))], vocabulary)
    assert "levels M: no words in zh" in found
    assert "levels M: no words in en" not in found
    assert "qualifiers odd: no words in en" in found
