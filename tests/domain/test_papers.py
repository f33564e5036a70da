from dataclasses import replace

import pytest

from palermo.domain.measures import Query
from palermo.domain.papers import (
    Bar,
    Cell,
    Chart,
    Cover,
    Grid,
    Heading,
    Number,
    Paper,
    Paragraph,
    Text,
    canonical,
    digest,
    numbered,
)

COVER = Cover("", "", "", "", "", (), (), ())
FIRST, SECOND, THIRD, FOURTH = (Query(code=code) for code in ("a/1", "a/2", "a/3", "a/4"))


def paper() -> Paper:
    blocks = (
        Heading(1, "I", "One", "one"),
        Paragraph(1, (Number("3", FIRST),)),
        Heading(1, "II", "Two", "two"),
        Heading(2, "A", "Below", "below"),
        Paragraph(0, (Text("no number"),)),
        Paragraph(2, (Number("3", FIRST), Number("4", SECOND))),
        Chart("Figure 1", "", "", (Bar("x", 1, THIRD),)),
        Heading(2, "B", "Empty", "empty"),
        Grid("", ("x",), ((Cell((Number("1", FOURTH),)),),)),
        Heading(1, "III", "Three", "three"),
        Paragraph(3, ()),
        Paragraph(4, ()),
    )
    return Paper("en", "", "", COVER, "", "", blocks, ((Number("9", SECOND),),), "", "2009-08-27")


def test_the_outline_gives_the_paragraphs_that_each_heading_covers() -> None:
    found = [(entry.heading.number, entry.first, entry.last) for entry in paper().outline()]
    assert found == [("I", 1, 1), ("II", 2, 2), ("A", 2, 2), ("B", 0, 0), ("III", 3, 4)]


def test_every_query_is_given_once_in_reading_order() -> None:
    assert paper().queries() == (FIRST, SECOND, THIRD, FOURTH)


@pytest.mark.parametrize(
    ("number", "language", "shown"),
    [
        (12, "en", "12."),
        ("II", "fr", "II."),
        ("一", "zh", "一."),
        (12, "ar", "12-"),
        ("1)", "ru", "1)"),
    ],
)
def test_numbers_carry_the_mark_of_their_language(
    number: int | str, language: str, shown: str
) -> None:
    assert numbered(number, language) == shown


def test_the_digest_follows_what_is_said_and_nothing_else() -> None:
    assert digest(paper()) == digest(paper())
    assert digest(paper()) != digest(replace(paper(), title="Another"))
    assert '"kind":"Heading"' in canonical(paper())
