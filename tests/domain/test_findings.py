"""What does not fit is listed: silent yet quoted, silent yet no Party, quoted yet no Party."""

from datetime import date

from palermo.domain.findings import Finding, findings, said_by, words
from palermo.domain.instruments import Participation, Participations
from palermo.domain.needs import Source, Statement
from palermo.domain.phrases import Phrases
from palermo.domain.snapshots import Listing

ON = date(2009, 8, 20)
BEFORE, AFTER = date(2005, 1, 1), date(2010, 2, 8)
SOURCE = Source("X/1", "10")


def party(instrument: str, state: str, consent: date | None = BEFORE) -> Participation:
    return Participation(instrument, state, BEFORE, consent, "ratification" if consent else None)


def found(said: dict[tuple[str, str, str], int], silent: tuple[str, ...], *facts: Participation):  # type: ignore[no-untyped-def]
    return findings(said, [Listing("silent", silent, SOURCE)], Participations(facts), ON)


def test_parties_that_are_quoted_are_no_finding() -> None:
    assert found({("AAA", "UNTOC", "X/1"): 2}, (), party("UNTOC", "AAA")) == ()


def test_silent_and_quoted_by_the_same_document() -> None:
    (one,) = found({("AAA", "UNTOC", "X/1"): 2}, ("AAA",), party("UNTOC", "AAA"))
    assert one == Finding("silent_but_quoted", "AAA", "UNTOC", "2009-08-20", "", 2, "X/1", "10")


def test_quoted_by_another_document_does_not_contradict_silence() -> None:
    assert found({("AAA", "UNTOC", "X/2"): 2}, ("AAA",), party("UNTOC", "AAA")) == ()


def test_silent_as_a_party_before_its_consent() -> None:
    (one,) = found({}, ("AAA",), party("UNTOC", "AAA", AFTER))
    assert (one.kind, one.day) == ("silent_before_consent", "2010-02-08")


def test_silent_as_a_party_without_any_consent_on_file() -> None:
    (one,) = found({}, ("AAA",))
    assert (one.kind, one.day) == ("silent_before_consent", "")


def test_quoted_as_signatory_and_without_any_act() -> None:
    told = {("AAA", "TIP", "X/1"): 1, ("BBB", "TIP", "X/1"): 3}
    one, other = found(told, (), party("UNTOC", "AAA"), party("TIP", "AAA", None))
    assert (one.kind, one.state, one.day) == ("signatory_quoted", "AAA", "2005-01-01")
    assert (other.kind, other.state, other.statements) == ("no_act_quoted", "BBB", 3)


def test_a_protocol_without_the_convention() -> None:
    (one,) = found({("AAA", "TIP", "X/1"): 1}, (), party("TIP", "AAA"))
    assert one.kind == "protocol_without_convention"


def test_statements_are_counted_by_state_instrument_and_document() -> None:
    told = Statement("AAA", "TIP", "a/b", "view", "words", "en", SOURCE)
    assert said_by([told, told]) == {("AAA", "TIP", "X/1"): 2}


def test_a_finding_is_told_in_words() -> None:
    phrases = Phrases(
        "en",
        {
            "silent_before_consent": "{state}, {source}, {instrument}: {day}",
            "place": "{document}, para. {paragraph}",
            "no_date": "none",
        },
    )
    one = Finding(
        "silent_before_consent", "AAA", "UNTOC", "2009-08-20", "2010-02-08", 0, "X/1", "10"
    )
    told = words(one, phrases, "Aland", "Convention")
    assert told == "Aland, X/1, para. 10, Convention: 8 February 2010"
    never = Finding("silent_before_consent", "AAA", "UNTOC", "2009-08-20", "", 0, "X/1", "10")
    assert words(never, phrases, "Aland", "Convention").endswith(": none")
