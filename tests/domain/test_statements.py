"""Checking statements that arrive as a table: columns, cells, repetitions, the tally."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.domain.mistakes import Mistake
from palermo.domain.needs import Category, Subcategory, Taxonomy
from palermo.domain.statement_cells import Rules
from palermo.domain.statement_table import layout
from palermo.domain.statements import LONGEST, Checked, check, lines_of
from tests.domain.plain_table import PlainTable, plain_table

NAMES = {"Aland": "AAA", "Bland": "BBB", "甲国": "AAA"}
COLUMNS = ("iso3", "instrument", "code", "basis", "statement", "language", "document", "paragraph")
GOOD = ("AAA", "UNTOC", "legal/drafting", "need", "help with laws", "en", "X/1", "9")


def sub(code: str, only_for: str = "") -> Subcategory:
    return Subcategory(code, code.partition("/")[0], only_for, True, {})


TAXONOMY = Taxonomy(
    (
        Category("legal", True, {}, (sub("legal/drafting"), sub("legal/advice"))),
        Category("training", True, {}, (sub("training/marking", "FIREARMS"),)),
    )
)
RULES = Rules(
    states={"AAA", "BBB"},
    code=NAMES.get,
    suggestions=lambda name: ("Aland (AAA)",) if name.startswith("Al") else (),
    instruments=("UNTOC", "TIP", "SOM", "FIREARMS"),
    taxonomy=TAXONOMY,
)


def with_(**cells: str) -> tuple[str, ...]:
    return tuple(cells.get(name, good) for name, good in zip(COLUMNS, GOOD, strict=True))


def checked(*rows: tuple[str, ...]) -> Checked:
    return check(plain_table(COLUMNS, *rows), RULES)


def faults(*rows: tuple[str, ...]) -> list[tuple[int, str, str]]:
    return [(fault.row, fault.column, fault.reason) for fault in checked(*rows).faults]


def test_a_good_row_is_a_statement() -> None:
    found = checked(GOOD)
    assert not found.faults
    (told,) = found.statements()
    assert (told.state, told.code, told.basis, told.words) == (
        "AAA",
        "legal/drafting",
        "need",
        "help with laws",
    )
    assert (told.language, told.source.document, told.source.paragraph) == ("en", "X/1", "9")
    assert (told.fit, told.visibility) == ("exact", "public")


@pytest.mark.parametrize(
    ("cell", "value", "reason"),
    [
        ("iso3", "AAB", 'unknown State "AAB"'),
        ("iso3", "Aland", '"Aland" is not a code; AAA is: names belong in a column named state'),
        ("iso3", "", "no State is named"),
        ("instrument", "UNCAC", 'unknown instrument "UNCAC"; one of UNTOC, TIP, SOM, FIREARMS'),
        ("instrument", "", "no instrument is named"),
        (
            "code",
            "legal/draftin",
            'unknown code "legal/draftin"; nearest: legal/drafting, legal/advice',
        ),
        (
            "code",
            "training/marking",
            "code training/marking belongs to FIREARMS only, not to UNTOC",
        ),
        ("code", "", "no code is given"),
        ("basis", "wish", 'unknown basis "wish"; one of need, view, difficulty'),
        ("basis", "", "no basis is given; one of need, view, difficulty"),
        ("basis", " need", 'unknown basis " need"; one of need, view, difficulty'),
        ("language", "de", 'unknown language "de"; one of ar, zh, en, fr, ru, es'),
        ("document", " ", "the cell is empty"),
        ("statement", " \n", "the cell is empty"),
        ("statement", "x" * (LONGEST + 1), "the cell is longer than 20,000 characters"),
        ("statement", "bell \x07", "the cell holds control characters"),
        ("statement", "turned \u202e round", "the cell holds control characters"),
    ],
)
def test_a_bad_cell_is_told_with_row_column_and_reason(cell: str, value: str, reason: str) -> None:
    assert faults(GOOD, with_(**{cell: value})) == [(3, cell, reason)]


@pytest.mark.parametrize("words", ["=1+1", "@SUM(A1)", "\tx", "\rx", "+1", "-1", "-", "+"])
def test_a_cell_that_begins_like_a_formula_is_refused(words: str) -> None:
    assert (2, "statement", "the cell begins like a spreadsheet formula") in faults(
        with_(statement=words)
    )


@pytest.mark.parametrize("words", ["- a line of a list", "+ one more", "a = b", "1-2", " =1"])
def test_a_cell_that_only_holds_such_a_sign_may_stay(words: str) -> None:
    assert faults(with_(statement=words)) == []


def test_the_nearest_names_are_suggested() -> None:
    columns = ("state", *COLUMNS[1:])
    found = check(plain_table(columns, ("Alandia", *GOOD[1:])), RULES)
    assert found.faults[0].reason == 'unknown State "Alandia"; nearest: Aland (AAA)'


def test_a_code_and_a_name_must_mean_one_state() -> None:
    columns = ("iso3", "name_zh", "name_en", *COLUMNS[1:])
    agree = plain_table(columns, ("AAA", "甲国", "Aland", *GOOD[1:]))
    assert not check(agree, RULES).faults
    differ = plain_table(columns, ("AAA", "甲国", "Bland", *GOOD[1:]))
    (fault,) = check(differ, RULES).faults
    assert fault.reason == (
        "the columns name different States: iso3 says AAA, name_zh says AAA, name_en says BBB"
    )


def test_a_name_alone_is_enough() -> None:
    columns = ("name_zh", *COLUMNS[1:])
    (told,) = check(plain_table(columns, ("甲国", *GOOD[1:])), RULES).statements()
    assert told.state == "AAA"


def test_two_columns_of_code_make_one() -> None:
    columns = ("iso3", "instrument", "category_code", "subcategory_code", *COLUMNS[3:])
    rows = [(*GOOD[:2], *pair, *GOOD[3:]) for pair in (("legal", "advice"), ("legal", ""))]
    found = check(plain_table(columns, *rows), RULES)
    assert [(one.row, one.column, one.reason) for one in found.faults] == [
        (3, "subcategory_code", "the code is not complete")
    ]


def test_the_same_statement_twice_names_the_first_row() -> None:
    assert faults(GOOD, with_(paragraph="10"), GOOD) == [
        (4, "statement", "the same statement as row 2")
    ]


def test_the_same_state_under_two_names_is_the_same_statement() -> None:
    columns = ("state", *COLUMNS[1:])
    rows = [(name, *GOOD[1:]) for name in ("Aland", "甲国")]
    (fault,) = check(plain_table(columns, *rows), RULES).faults
    assert fault.row == 3


def test_every_bad_row_is_told_and_no_statement_given() -> None:
    found = checked(with_(iso3="QQQ"), GOOD, with_(basis="x", code="y"))
    assert {fault.row for fault in found.faults} == {2, 4}
    assert (found.rows, found.accepted) == (3, 1)
    assert [line.state for line in found.lines()] == ["AAA"]
    with pytest.raises(Mistake):
        list(found.statements())


def test_an_empty_row_is_passed_over_and_keeps_its_number() -> None:
    found = checked(GOOD, ("",) * len(COLUMNS), with_(basis="x"))
    assert found.rows == 2
    assert [fault.row for fault in found.faults] == [4]


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        (COLUMNS[1:], "column iso3 (or state) is missing"),
        ([name for name in COLUMNS if name != "basis"], "column basis is missing"),
        ([name for name in COLUMNS if name != "code"], "column code is missing"),
        ([name for name in COLUMNS if name != "document"], "column document is missing"),
        ([name for name in COLUMNS if name != "language"], "column language is missing"),
        (
            [name for name in COLUMNS if name != "statement"],
            "column statement (or statement_en, ...) is missing",
        ),
        (
            [*(name for name in COLUMNS if name != "code"), "category_code"],
            "column subcategory_code is missing",
        ),
        (
            [*(name for name in COLUMNS if name != "statement"), "statement_fr"],
            "column language stands beside statement_fr: keep one of the two",
        ),
    ],
)
def test_a_missing_column_is_named(columns: list[str], reason: str) -> None:
    with pytest.raises(Mistake) as told:
        layout(columns)
    assert str(told.value) == reason


def test_two_columns_of_words_are_refused() -> None:
    with pytest.raises(Mistake, match="several columns hold words"):
        layout((*COLUMNS, "statement_en"))


def test_columns_that_say_nothing_are_named() -> None:
    assert layout((*COLUMNS, "basiss")).ignored == ("basiss",)


CELL = {
    "iso3": st.sampled_from(["AAA", "BBB", "QQQ"]),
    "instrument": st.sampled_from(["UNTOC", "FIREARMS"]),
    "code": st.sampled_from(["legal/drafting", "legal/advice", "training/marking"]),
    "basis": st.sampled_from(["need", "view", "difficulty"]),
    "statement": st.sampled_from(["one", "two", "=three", ""]),
    "language": st.just("en"),
    "document": st.just("X/1"),
    "paragraph": st.sampled_from(["1", "2", ""]),
}
ROWS = st.lists(st.tuples(*(CELL[name] for name in COLUMNS)), min_size=1, max_size=20)


@settings(max_examples=200, deadline=None)
@given(rows=ROWS)
def test_each_row_is_either_accepted_or_has_a_fault(rows: list[tuple[str, ...]]) -> None:
    found = checked(*rows)
    wrong = {fault.row for fault in found.faults}
    assert found.accepted + len(wrong) == found.rows == len(rows)
    assert sum(line.statements for line in found.lines()) == found.accepted


@settings(max_examples=100, deadline=None)
@given(rows=ROWS, seed=st.integers())
def test_shuffled_rows_give_the_same_identities(rows: list[tuple[str, ...]], seed: int) -> None:
    bad = {fault.row for fault in checked(*rows).faults}
    good = [row for number, row in enumerate(rows, start=2) if number not in bad]
    shuffled = good.copy()
    random.Random(seed).shuffle(shuffled)
    one, other = (
        sorted(told.identity for told in check(plain_table(COLUMNS, *each), RULES).statements())
        for each in (good, shuffled)
    )
    assert one == other
    assert len(set(one)) == len(one)


@settings(max_examples=100, deadline=None)
@given(rows=ROWS)
def test_the_quick_tally_is_the_tally_of_the_checked_rows(rows: list[tuple[str, ...]]) -> None:
    table: PlainTable = plain_table(COLUMNS, *rows)
    columns = layout(COLUMNS)
    quick = lines_of(table.tally(columns.counted), columns, RULES)
    counted = {"iso3", "instrument", "code", "basis"}
    wrong = {fault.row for fault in check(table, RULES).faults if fault.column in counted}
    if wrong:
        assert quick is None
    else:
        assert quick is not None
        assert sum(line.statements for line in quick) == len(rows)
