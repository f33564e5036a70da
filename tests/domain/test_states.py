"""The register's rules, on a register small enough to see."""

from datetime import date

from palermo.domain.states import Earlier, Names, Participant, Register


def participant(code: str, iso2: str) -> Participant:
    return Participant(code, iso2, "001", "member", "african", "africa")


def plain(name: str, *also: str) -> Names:
    return Names(short=name, formal=f"the Republic of {name}", in_text=name, also=also)


ALPHA = Names(
    short="Alpha",
    formal="the Alphan Republic",
    in_text="the Alpha",
    earlier=(
        Earlier("Old Alpha", date(1990, 1, 1), since=date(1980, 1, 1)),
        Earlier("Middle Alpha", date(2000, 1, 1), since=date(1990, 1, 1)),
    ),
    also=("Beta",),
)
REGISTER = Register(
    participants={"AAA": participant("AAA", "AA"), "BBB": participant("BBB", "BB")},
    names={
        "en": {"AAA": ALPHA, "BBB": plain("Beta", "Twin")},
        "fr": {"AAA": plain("Zêta", "Twin"), "BBB": plain("Éta")},
        "zh": {"AAA": plain("甲"), "BBB": plain("乙")},
    },
    group_names={"fr": {"african": "États d’Afrique"}},
    region_names={"fr": {"africa": "Afrique"}},
    ambiguous={"en": {"Letter": ("AAA", "BBB")}},
)


def test_names_in_their_forms() -> None:
    assert REGISTER.name("AAA", "en") == "Alpha"
    assert REGISTER.formal("AAA", "en") == "the Alphan Republic"
    assert REGISTER.in_text("AAA", "en") == "the Alpha"
    assert REGISTER.group_name("african", "fr") == "États d’Afrique"
    assert REGISTER.region_name("africa", "fr") == "Afrique"


def test_a_name_stands_from_its_first_day_to_the_day_before_the_next() -> None:
    days = [date(1979, 12, 31), date(1980, 1, 1), date(1989, 12, 31), date(1990, 1, 1)]
    days += [date(1999, 12, 31), date(2000, 1, 1)]
    names = [REGISTER.name_on("AAA", "en", on) for on in days]
    assert names == ["Alpha", "Old Alpha", "Old Alpha", "Middle Alpha", "Middle Alpha", "Alpha"]


def test_each_language_has_its_own_order_but_chinese_keeps_the_english() -> None:
    assert REGISTER.ordered({"BBB", "AAA"}, "en") == ("AAA", "BBB")
    assert REGISTER.ordered({"BBB", "AAA"}, "fr") == ("BBB", "AAA")
    assert REGISTER.ordered({"BBB", "AAA"}, "zh") == ("AAA", "BBB")


def test_codes_are_understood_in_capitals_only() -> None:
    assert REGISTER.code("AAA") == REGISTER.code(" AA ") == "AAA"
    assert REGISTER.code("aaa") is None


def test_a_code_in_small_letters_is_suggested_first() -> None:
    assert REGISTER.resolve("bbb").suggestions == ("Beta (BBB)",)


def test_what_stands_around_a_name_or_a_code_does_not_count() -> None:
    for name in ('"AAA"', "AAA.", "AA,", "\ufeffAAA", "«the Alpha»", "“Zêta”;", "'Middle Alpha'"):
        assert REGISTER.code(name) == "AAA", name


def test_a_participant_named_twice_is_one_and_two_are_none() -> None:
    for name in ("Alpha (AAA)", "Old Alpha (Zêta)", "Alpha/Zêta", "Alpha （甲）", "AAA (Alpha)."):
        assert REGISTER.code(name) == "AAA", name
    for name in ("Alpha (BBB)", "Alpha / Beta", "Alpha (Narnia)", "Letter (AAA)", "Alpha (aaa)"):
        assert REGISTER.code(name) is None, name


def test_a_suggestion_can_be_given_back() -> None:
    (told,) = REGISTER.resolve("Alphe").suggestions
    assert REGISTER.code(told) == "AAA"


def test_a_part_of_a_name_comes_before_what_only_looks_like_it() -> None:
    assert REGISTER.resolve("Middle").suggestions == ("Alpha (AAA)",)


def test_a_short_name_wins_over_another_states_other_name() -> None:
    assert REGISTER.resolve("beta").code == "BBB"


def test_a_name_claimed_twice_with_the_same_right_is_nobodys() -> None:
    told = REGISTER.resolve("twin")
    assert told.code is None
    assert set(told.suggestions) == {"Beta (BBB)", "Zêta (AAA)"}
    assert set(REGISTER.table.contested) == {"twin"}


def test_a_name_declared_ambiguous_is_never_resolved() -> None:
    told = REGISTER.resolve("The LETTER")
    assert (told.code, told.suggestions) == (None, ("Alpha (AAA)", "Beta (BBB)"))


def test_an_unknown_name_names_the_nearest_in_its_script() -> None:
    assert REGISTER.resolve("Alphe").suggestions == ("Alpha (AAA)",)
    assert REGISTER.resolve("Zéta!").code == "AAA"
    assert REGISTER.resolve("甲国").suggestions == ("甲 (AAA)",)
    assert REGISTER.resolve("丙").suggestions == ()


def test_what_is_too_long_to_be_a_name_is_unknown_at_once() -> None:
    told = REGISTER.resolve("Alpha " * 100_000)
    assert (told.code, told.suggestions) == (None, ())
