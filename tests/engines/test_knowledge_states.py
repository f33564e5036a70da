"""The shipped register: complete, consistent, and every name found again however it is written."""

import csv
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.domain.languages import LANGUAGES
from palermo.domain.name_keys import key, keys
from palermo.domain.states import KINDS
from palermo.engines.files import read_yaml
from palermo.engines.knowledge_states import load_register

REGISTER = load_register()
NAMES = [
    (language, code, name)
    for language in LANGUAGES
    for code, names in REGISTER.names[language].items()
    for _, name in names.ranked()
]
GOLDEN = Path(__file__).parent.parent / "golden" / "names_2009.csv"


def counted(kind: str) -> Counter[str | None]:
    return Counter(one.regional_group for one in REGISTER.participants.values() if one.kind == kind)


def test_all_members_and_the_five_others_are_there() -> None:
    kinds = Counter(one.kind for one in REGISTER.participants.values())
    assert kinds == {"member": 193, "observer": 2, "other_state": 2, "organization": 1}
    assert set(kinds) == set(KINDS)
    others = {code for code, one in REGISTER.participants.items() if one.kind != "member"}
    assert others == {"VAT", "PSE", "COK", "NIU", "EU"}


def test_groups_have_as_many_members_as_the_organization_counts() -> None:
    assert counted("member") == {
        "african": 54,
        "asia-pacific": 54,
        "eastern-european": 23,
        "latin-american-caribbean": 33,
        "western-european-other": 29,  # with the United States, observer in its group
    }


def test_codes_are_well_formed_and_unique() -> None:
    everyone = REGISTER.participants.values()
    assert len({one.iso2 for one in everyone}) == len(everyone)
    assert len({one.m49 for one in everyone}) == len(everyone)
    for code, one in REGISTER.participants.items():
        assert one.code == code
        assert len(one.iso2) == 2
        assert one.iso2.isupper()
        if code == "EU":
            assert one.m49 is None
        else:
            assert len(code) == 3
            assert code.isupper()
            assert one.m49 is not None
            assert one.m49.isdigit()
            assert len(one.m49) == 3


def test_groupings_are_dated_and_named_in_six_languages() -> None:
    assert REGISTER.as_of["regional_groups"] == REGISTER.as_of["unodc_regions"] == date(2025, 1, 1)
    structure = read_yaml("states", "structure.yaml")
    assert list(REGISTER.regional_groups) == structure["regional_groups"]
    assert list(REGISTER.unodc_regions) == structure["unodc_regions"]
    for language in LANGUAGES:
        assert list(REGISTER.group_names[language]) == structure["regional_groups"]
        assert list(REGISTER.region_names[language]) == structure["unodc_regions"]
    for one in REGISTER.participants.values():
        assert one.regional_group in {None, *structure["regional_groups"]}
        assert one.unodc_region in structure["unodc_regions"]


def test_every_file_names_every_participant_and_nobody_else() -> None:
    for language in LANGUAGES:
        named = {one for one in read_yaml("states", f"names.{language}.yaml") if one[0] != "_"}
        assert named == set(REGISTER.participants)


def test_participants_stand_in_english_alphabetical_order() -> None:
    assert tuple(REGISTER.participants) == REGISTER.ordered(REGISTER.participants, "en")


def test_names_are_clean() -> None:
    for language, code, name in NAMES:
        where = f"{language} {code} {name!r}"
        assert name == unicodedata.normalize("NFC", " ".join(name.split())), where
        assert "'" not in name, where
        assert key(name), where


def test_short_names_of_a_language_are_all_different() -> None:
    for language in LANGUAGES:
        shown = {names.short for names in REGISTER.names[language].values()}
        assert len(shown) == len(REGISTER.participants)


def test_earlier_names_end_before_they_are_shipped_and_do_not_overlap() -> None:
    for language in LANGUAGES:
        for code, names in REGISTER.names[language].items():
            for before, after in zip(names.earlier, names.earlier[1:], strict=False):
                assert after.since is not None, (language, code)
                assert before.until <= after.since, (language, code)
            for earlier in names.earlier:
                assert earlier.since is None or earlier.since < earlier.until
                assert earlier.until < REGISTER.as_of["names"]


def test_no_name_belongs_to_two() -> None:
    assert REGISTER.table.contested == {}


def test_every_name_means_its_own_participant() -> None:
    wrong = [told for told in NAMES if REGISTER.code(told[2]) != told[1]]
    assert wrong == []


def test_every_code_means_its_own_participant() -> None:
    for code, one in REGISTER.participants.items():
        assert REGISTER.code(code) == REGISTER.code(one.iso2) == code


def test_names_of_the_notes_of_2007_and_2009_and_of_the_treaty_collection() -> None:
    with GOLDEN.open(encoding="utf-8", newline="") as rows:
        printed = list(csv.DictReader(rows))
    assert len(printed) == 285
    wrong = [row for row in printed if REGISTER.code(row["name"]) != row["iso3"]]
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Bolivia (Plurinational State of)", "BOL"),
        ("Iran, Islamic Republic of", "IRN"),
        ("Korea, Republic of", "KOR"),
        ("Korea, Democratic People's Republic of", "PRK"),
        ("Korea, Dem. People's Rep.", "PRK"),
        ("Moldova, Republic of", "MDA"),
        ("Tanzania, United Republic of", "TZA"),
        ("Congo, Democratic Republic of the", "COD"),
        ("Congo, Rep.", "COG"),
        ("Congo", "COG"),
        ("Congo (Kinshasa)", "COD"),
        ("Venezuela, Bolivarian Republic of", "VEN"),
        ("Micronesia, Federated States of", "FSM"),
        ("Macedonia, the former Yugoslav Republic of", "MKD"),
        ("Palestine, State of", "PSE"),
        ("Netherlands, Kingdom of the", "NLD"),
        ("Bahamas, The", "BHS"),
        ("Republic of Guinea", "GIN"),
        ("Equatorial Guinea", "GNQ"),
        ("Dominican Republic", "DOM"),
        ("República Dominicana", "DOM"),
        ("Dominica", "DMA"),
        ("Sudan, South", "SSD"),
        ("Sudan", "SDN"),
        ("Serbia and Montenegro", "SRB"),
        ("Samoa", "WSM"),
        ("Russia", "RUS"),
        ("UK", "GBR"),
        ("DRC", "COD"),
        ("RDC", "COD"),
        ("EE. UU.", "USA"),
        ("США", "USA"),
        ("КНДР", "PRK"),
        ("南韩", "KOR"),
        ("刚果（金）", "COD"),
        ("كوريا الجنوبية", "KOR"),
        ("سوريا", "SYR"),
        ("Etats-Unis", "USA"),
        ("Ivory Coast", "CIV"),
        ("Burma", "MMR"),
        ("Swaziland", "SWZ"),
        ("Cape Verde", "CPV"),
        ("Türkiye (Turkey)", "TUR"),
        ("Türkiye Cumhuriyeti", "TUR"),
        ("Eswatini/Swaziland", "SWZ"),
        ("Iran (Islamic Republic of) (IRN)", "IRN"),
        ("République démocratique du Congo (RDC)", "COD"),
        ('"Korea (South)"', "KOR"),
        ("Macedonia (the former Yugoslav Republic of).", "MKD"),
        ("Korea, Dem. Rep.", "PRK"),
        ("P.R. China", "CHN"),
        ("Guinée-Conakry", "GIN"),
        ("Solomon Is.", "SLB"),
        ("中國", "CHN"),
        ("韓國", "KOR"),
        ("美國", "USA"),
        ("荷蘭", "NLD"),
        ("歐盟", "EU"),
        ("沙特阿拉伯", "SAU"),
        ("聖多美和普林西比", "STP"),
        ("南朝鲜", "KOR"),
    ],
)
def test_usual_forms(name: str, code: str) -> None:
    assert REGISTER.resolve(name).code == code


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Korea", {"PRK", "KOR"}),
        ("Corée", {"PRK", "KOR"}),
        ("كوريا", {"PRK", "KOR"}),
        ("Yugoslavia", {"BIH", "HRV", "MNE", "MKD", "SRB", "SVN"}),
        ("Czechoslovakia", {"CZE", "SVK"}),
    ],
)
def test_ambiguous_names_are_not_decided(name: str, codes: set[str]) -> None:
    told = REGISTER.resolve(name)
    assert told.code is None
    assert {one[-4:-1] for one in told.suggestions} == codes


@pytest.mark.parametrize(
    "name",
    ["Virgin Islands", "American Samoa", "Kosovo", "Taiwan", "Hong Kong", "Republic of China",
     "England", "Northern Ireland", "Ireland, Northern", "Congo (DRC)", "Congo/Zaire",
     "Korea (KOR)", "Taiwan, Province of China", "Georgia (USA)",
     "Serbia, Montenegro", "Guinea Niger", "State A", "mar", "per", "can"],
)  # fmt: skip
def test_what_names_no_participant_is_not_resolved(name: str) -> None:
    assert REGISTER.resolve(name).code is None


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("Nigr", "Niger (NER)"),
        ("Kazakstan", "Kazakhstan (KAZ)"),
        ("Колумбя", "Колумбия (COL)"),
        ("哥伦比", "哥伦比亚 (COL)"),
        ("كولمبيا", "كولومبيا (COL)"),
        ("Allemange", "Allemagne (DEU)"),
        ("Papua", "Papua New Guinea (PNG)"),
        ("Nevis", "Saint Kitts and Nevis (KNA)"),
        ("afg", "Afghanistan (AFG)"),
    ],
)
def test_an_unknown_name_is_answered_in_its_own_language(name: str, nearest: str) -> None:
    told = REGISTER.resolve(name)
    assert told.code is None
    assert told.suggestions[0] == nearest
    assert len(told.suggestions) <= 3


@pytest.mark.parametrize(
    ("code", "on", "name"),
    [
        ("CPV", date(2013, 10, 23), "Cape Verde"),
        ("CPV", date(2013, 10, 24), "Cabo Verde"),
        ("SWZ", date(2009, 8, 20), "Swaziland"),
        ("CZE", date(2009, 8, 20), "Czech Republic"),
        ("TUR", date(2009, 8, 20), "Turkey"),
        ("TUR", date(2022, 6, 1), "Türkiye"),
        ("MKD", date(2009, 8, 20), "the former Yugoslav Republic of Macedonia"),
        ("COD", date(1990, 1, 1), "Zaire"),
        ("COD", date(1970, 1, 1), "Democratic Republic of the Congo"),
        ("SRB", date(2002, 1, 1), "Federal Republic of Yugoslavia"),
        ("SRB", date(2005, 1, 1), "Serbia and Montenegro"),
        ("EU", date(2009, 8, 20), "European Community"),
    ],
)
def test_names_of_the_day(code: str, on: date, name: str) -> None:
    assert REGISTER.name_on(code, "en", on) == name


VARIANTS = {
    "capitals": str.upper,
    "small letters": str.lower,
    "no accents": lambda name: "".join(
        letter
        for letter in unicodedata.normalize("NFD", name)
        if unicodedata.category(letter) != "Mn"
    ),
    "taken apart": lambda name: unicodedata.normalize("NFD", name),
    "no-break spaces": lambda name: name.replace(" ", "\u00a0"),
    "straight apostrophes": lambda name: name.replace("’", "'"),
    "no hyphens": lambda name: name.replace("-", " "),
    "with an article": lambda name: f"the {name}",
    "in quotes": lambda name: f"“{name}”",
    "full-width brackets": lambda name: name.replace("(", "（").replace(")", "）"),
    "a full stop and spaces": lambda name: f"  {name}. ",
    "inverted by a comma": lambda name: name.replace(" (", ", ").replace(")", ""),
}


@settings(deadline=None)  # the first call builds the table
@given(st.sampled_from(NAMES), st.lists(st.sampled_from(sorted(VARIANTS)), max_size=4))
def test_a_name_is_found_however_it_is_written(
    told: tuple[str, str, str], habits: list[str]
) -> None:
    _, code, name = told
    for habit in habits:
        name = VARIANTS[habit](name)
    assert REGISTER.code(name) == code


@pytest.mark.parametrize("habit", sorted(VARIANTS))
def test_every_name_survives_every_habit(habit: str) -> None:
    wrong = [told for told in NAMES if REGISTER.code(VARIANTS[habit](told[2])) != told[1]]
    assert wrong == []


def test_every_suggestion_can_be_given_back() -> None:
    for _, code, name in NAMES:
        assert REGISTER.code(f"{name} ({code})") == code or REGISTER.code(name) is None


KNOWN = {found for _, _, name in NAMES for found in keys(name)}


@settings(deadline=None)
@given(st.text(max_size=30) | st.text("aeinrst '(),-", max_size=12))
def test_nothing_else_is_ever_resolved(name: str) -> None:
    if REGISTER.code(name) is not None and name.strip() not in REGISTER.participants:
        iso2 = {one.iso2 for one in REGISTER.participants.values()}
        assert name.strip() in iso2 or KNOWN.intersection(keys(name))
