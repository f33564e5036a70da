"""Spellings: what counts as the same name, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.domain.name_keys import collation, key, keys, script

SAME = [
    ("Côte d’Ivoire", "COTE D'IVOIRE"),
    ("Côte d’Ivoire", "la Co\u0302te d´Ivoire"),
    ("Saint Kitts and Nevis", "St. Kitts & Nevis"),
    ("Sainte-Lucie", "Ste Lucie"),
    ("Sao Tome and Principe", "São Tomé and Príncipe"),
    ("the Niger", "Niger"),
    ("l’Albanie", "Albanie"),
    ("Estados Unidos", "los  Estados\u00a0Unidos"),
    ("Guinea-Bissau", "Guinea Bissau"),
    ("Viet Nam", "Vietnam"),
    ("Türkiye", "TÜRKİYE"),
    ("Dominican Republic", "Dominican Rep."),
    ("Румыния", "румыния"),
    ("Папуа — Новая Гвинея", "Папуа-Новая Гвинея"),
    ("الأردن", "الاردن"),
    ("السودان", "سودان"),
    ("البوسنة والهرسك", "البوسنه و الهرسك"),
    ("إيران", "ايـران"),
    ("مالطة", "مالطه"),
    ("刚果（布）", "刚果(布)"),
    ("U.K.", "UK"),
    ("Perú\u200f", "\ufeffPerú"),
]
DIFFERENT = [
    ("Niger", "Nigeria"),
    ("Dominica", "Dominican Republic"),
    ("Guinea", "Guinea-Bissau"),
    ("Sudan", "South Sudan"),
    ("Republic of Korea", "Democratic People’s Republic of Korea"),
    ("尼日尔", "尼日利亚"),
    ("النيجر", "نيجيريا"),
    ("Serbia and Montenegro", "Serbia, Montenegro"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_habits_of_writing_do_not_count(one: str, other: str) -> None:
    assert key(one) == key(other) != ""


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_tells_states_apart_counts(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("inverted", "plain"),
    [
        ("Iran, Islamic Republic of", "Islamic Republic of Iran"),
        ("Bolivia (Plurinational State of)", "the Plurinational State of Bolivia"),
        ("Congo, Democratic Republic of the", "Democratic Republic of the Congo"),
        ("Gambia, The", "Gambia"),
        ("Iran (République islamique d’)", "la République islamique d’Iran"),
        ("玻利维亚（多民族国）", "多民族国玻利维亚"),
        ("بوليفيا (دولة - المتعددة القوميات)", "دولة بوليفيا المتعددة القوميات"),
    ],
)
def test_inversion_is_read_back(inverted: str, plain: str) -> None:
    assert key(plain) in keys(inverted)


@pytest.mark.parametrize("nothing", ["", "  ", "the", "of the", "()", "…", "\u200f"])
def test_nothing_has_no_key(nothing: str) -> None:
    assert keys(nothing) == ()


@given(st.text(max_size=60))
def test_spaces_never_count(name: str) -> None:
    assert key(name) == key(f"  {name}\u00a0") == key(name.replace(" ", "\u2009"))
    assert not any(letter.isspace() for letter in key(name))
    assert all(keys(name))


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Costa Rica", "Côte d’Ivoire", "Croatia"]),
        ("en", ["Guinea", "Guinea-Bissau", "Guyana"]),
        ("en", ["Tunisia", "Türkiye", "Turkmenistan"]),
        ("fr", ["Émirats arabes unis", "Équateur", "Érythrée", "Espagne", "États-Unis d’Amérique"]),
        ("ru", ["Италия", "Йемен", "Кабо-Верде"]),
        ("ru", ["Зимбабве", "Израиль", "Испания", "Йемен"]),
        ("ar", ["الاتحاد الروسي", "إثيوبيا", "أذربيجان", "الأرجنتين", "الأردن", "أرمينيا"]),
        ("ar", ["الأردن", "ألبانيا", "ألمانيا", "الإمارات العربية المتحدة"]),
    ],
)
def test_order_is_that_of_the_documents(language: str, names: list[str]) -> None:
    shuffled = names[::-1]
    assert sorted(shuffled, key=lambda name: collation(name, language)) == names


def test_script_is_that_of_the_first_letter() -> None:
    assert [script(name) for name in ("1 قطر", "Чад", "中国", "Fiji", "")] == [
        "arabic",
        "cyrillic",
        "han",
        "latin",
        "latin",
    ]
