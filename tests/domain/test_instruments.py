"""Instruments: codes of provisions, and who takes part on a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.domain.instruments import (
    ACTS,
    ENTRY_INTO_FORCE,
    INSTRUMENTS,
    Article,
    Code,
    Count,
    Instrument,
    Participation,
    Participations,
    check,
    count,
)
from palermo.domain.mistakes import Mistake

ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xiv", "xix", "xx")

days = st.dates(date(2000, 11, 15), date(2015, 3, 31))
facts = st.builds(
    Participation,
    instrument=st.sampled_from(INSTRUMENTS),
    state=st.sampled_from(("XAA", "XBB", "XCC", "EU")),
    signature=st.none() | days,
    consent=st.none() | days,
    act=st.sampled_from(ACTS),
)
collections = st.lists(facts, unique_by=lambda one: (one.instrument, one.state)).map(
    lambda found: Participations(tuple(found))
)


@st.composite
def codes(draw: st.DrawFn) -> Code:
    letter = draw(st.sampled_from(("", *"abcdefghij")))
    return Code(
        draw(st.sampled_from(INSTRUMENTS)).lower(),
        draw(st.integers(1, 41)),
        draw(st.integers(0, 30)),
        letter,
        draw(st.sampled_from(("", *ROMANS))) if letter else "",
    )


def party(instrument: str, state: str, consent: date | None, **more: object) -> Participation:
    told = {"signature": date(2000, 12, 12), "act": "ratification" if consent else None, **more}
    return Participation(instrument, state, consent=consent, **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "untoc",
        "untoc/",
        "UNTOC/18",
        "untoc/0",
        "untoc/018",
        "untoc/18/0",
        "untoc/18/13/",
        "untoc/5/1/A",
        "untoc/5/1/a/iiii",
        "untoc/5/1/a/",
        "untoc/5/1/ab",
        "untoc/18/13\n",
        " untoc/18",
        "untoc/١٨",
    ],
)
def test_what_is_not_the_code_of_a_provision_is_refused(text: str) -> None:
    with pytest.raises(Mistake, match="untoc/18/13"):
        Code.parse(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("untoc/18", Code("untoc", 18)),
        ("untoc/18/13", Code("untoc", 18, 13)),
        ("untoc/5/1/a/ii", Code("untoc", 5, 1, "a", "ii")),
        ("untoc/23/b", Code("untoc", 23, 0, "b")),
        ("som/6/1/b/i", Code("som", 6, 1, "b", "i")),
        ("untoc/29/1/i", Code("untoc", 29, 1, "i")),
    ],
)
def test_a_code_names_article_paragraph_letter_and_roman(text: str, code: Code) -> None:
    assert Code.parse(text) == code


@given(codes())
def test_a_code_reads_back_as_it_was_written(code: Code) -> None:
    assert Code.parse(str(code)) == code


def test_an_instrument_holds_only_its_own_articles_and_paragraphs() -> None:
    instrument = _instrument()
    assert instrument.holds(Code("tip", 1, 3))
    assert not instrument.holds(Code("tip", 1, 4))
    assert not instrument.holds(Code("tip", 3))
    assert not instrument.holds(Code("som", 1))
    assert not instrument.holds(Code("tip", 2, 1))


def test_the_digest_follows_the_content() -> None:
    assert _instrument().digest == _instrument().digest
    assert _instrument().digest != _instrument(paragraphs=4).digest


def test_the_thirtieth_day_after_deposit_is_the_first_day_bound() -> None:
    taking_part = Participations((party("UNTOC", "XAA", date(2009, 8, 1)),))
    assert taking_part.consented("UNTOC", date(2009, 8, 1)) == {"XAA"}
    assert not taking_part.bound("UNTOC", date(2009, 8, 30))
    assert taking_part.bound("UNTOC", date(2009, 8, 31)) == {"XAA"}


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_nobody_is_bound_before_the_instrument_itself_is_in_force(instrument: str) -> None:
    start = ENTRY_INTO_FORCE[instrument]
    early = Participations(
        (
            party(instrument, "XAA", date(2002, 1, 1)),
            party(instrument, "XBB", start - timedelta(days=1)),
        )
    )
    assert not early.bound(instrument, start - timedelta(days=1))
    assert early.bound(instrument, start) == {"XAA"}
    assert early.bound(instrument, start + timedelta(days=29)) == {"XAA", "XBB"}


def test_a_successor_state_does_not_wait() -> None:
    successor = party("UNTOC", "XAA", date(2006, 10, 23), signature=None, act="succession")
    assert successor.binding_from == date(2006, 10, 23)


@given(collections, days)
def test_who_is_bound_has_consented(taking_part: Participations, on: date) -> None:
    for instrument in INSTRUMENTS:
        assert taking_part.bound(instrument, on) <= taking_part.consented(instrument, on)


@given(collections, days, days)
def test_both_counts_only_grow(taking_part: Participations, one: date, other: date) -> None:
    earlier, later = sorted((one, other))
    for instrument in INSTRUMENTS:
        assert taking_part.consented(instrument, earlier) <= taking_part.consented(
            instrument, later
        )
        assert taking_part.bound(instrument, earlier) <= taking_part.bound(instrument, later)


@given(collections, days)
def test_every_participant_has_one_standing(taking_part: Participations, on: date) -> None:
    for instrument in INSTRUMENTS:
        consented = taking_part.consented(instrument, on)
        signed = taking_part.signatories(instrument, on)
        assert not consented & signed
        for state in ("XAA", "XBB", "XCC", "EU", "XZZ"):
            told = taking_part.standing(instrument, state, on)
            assert (told == "party") == (state in consented)
            assert (told == "signatory") == (state in signed)


def test_the_european_union_is_counted_apart_from_states() -> None:
    assert count(("XAA", "EU", "XBB")) == Count(states=2, organizations=1)
    assert Count(2, 1).together == 3


def test_a_protocol_without_the_convention_is_an_error() -> None:
    (found,) = check(Participations((party("TIP", "XAA", date(2005, 1, 1)),)))
    assert (found.kind, found.state) == ("protocol_without_convention", "XAA")
    assert found.is_error


def test_a_signature_of_the_convention_is_not_enough_for_a_protocol() -> None:
    signed_only = party("UNTOC", "XAA", None)
    (found,) = check(Participations((signed_only, party("SOM", "XAA", date(2005, 1, 1)))))
    assert found.is_error


def test_a_protocol_on_the_day_of_the_convention_is_in_order() -> None:
    day = date(2005, 1, 1)
    assert not check(Participations((party("UNTOC", "XAA", day), party("TIP", "XAA", day))))


def test_a_protocol_before_the_convention_is_told_but_is_no_error() -> None:
    taking_part = Participations(
        (party("UNTOC", "XAA", date(2005, 1, 2)), party("TIP", "XAA", date(2005, 1, 1)))
    )
    (found,) = check(taking_part)
    assert (found.kind, found.is_error) == ("protocol_before_convention", False)


def test_a_ratification_without_a_signature_and_a_consent_without_an_act_are_told() -> None:
    day = date(2005, 1, 1)
    unsigned = party("UNTOC", "XAA", day, signature=None)
    actless = party("UNTOC", "XBB", day, act=None)
    acceding = party("UNTOC", "XCC", day, signature=None, act="accession")
    found = check(Participations((unsigned, actless, acceding)))
    assert [(one.kind, one.state) for one in found] == [
        ("act_without_signature", "XAA"),
        ("consent_without_act", "XBB"),
    ]


def test_errors_come_first() -> None:
    unsigned = party("UNTOC", "XAA", date(2005, 1, 1), signature=None)
    orphan = party("TIP", "XBB", date(2005, 1, 1))
    assert [one.is_error for one in check(Participations((unsigned, orphan)))] == [True, False]


def test_the_latest_consent_on_file_is_known() -> None:
    taking_part = Participations(
        (party("UNTOC", "XAA", date(2005, 1, 1)), party("UNTOC", "XBB", date(2009, 1, 1)))
    )
    assert taking_part.latest("UNTOC") == date(2009, 1, 1)
    assert taking_part.latest("TIP") is None


def _instrument(paragraphs: int = 3) -> Instrument:
    return Instrument(
        code="TIP",
        version="1",
        parent="UNTOC",
        resolution="A/RES/55/25",
        annex=2,
        adopted=date(2000, 11, 15),
        in_force=date(2003, 12, 25),
        treaty_series_volume=2237,
        treaty_series_number=39574,
        treaty_collection="XVIII-12-a",
        binding_rule="tip/17/2",
        facts_published="2015-03",
        articles=(
            Article(1, "tip/1", "general", paragraphs),
            Article(2, "tip/2", "general"),
        ),
    )
