"""How the six languages of the Organization print lists, numbers, dates, percentages and shares.

Pure rules of print, no sentences: those stand in `data/phrases`. The choices that could have been
made otherwise (digits in Arabic, the space before the per cent sign) are told in
`docs/decisions/0006-wording.md`.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

NO_BREAK: Final = "\u00a0"

# The cardinal plural categories of each language for whole numbers (Unicode CLDR). French and
# Spanish also have `many` for round millions ("un million de"); no note counts so far, and `other`
# serves.
PLURALS: Final = {
    "ar": ("zero", "one", "two", "few", "many", "other"),
    "zh": ("other",),
    "en": ("one", "other"),
    "fr": ("one", "other"),
    "ru": ("one", "few", "many"),
    "es": ("one", "other"),
}
GENDERS: Final = ("masculine", "feminine", "neuter")

_SEPARATOR: Final = {"zh": "、", "ar": "، و"}
_AND: Final = {"ar": " و", "zh": "和", "en": " and ", "fr": " et ", "ru": " и ", "es": " y "}
_GROUPS: Final = {"zh": ",", "en": ",", "es": "."}
_POINT: Final = {"zh": ".", "en": "."}
_PER_CENT: Final = {"ar": f"{NO_BREAK}في المائة", "zh": "%", "en": f"{NO_BREAK}per cent"}
_RUSSIAN_PER_CENT: Final = {"one": "процент", "few": "процента", "many": "процентов"}
_MONTHS: Final = {
    "ar": (
        "كانون الثاني/يناير",
        "شباط/فبراير",
        "آذار/مارس",
        "نيسان/أبريل",
        "أيار/مايو",
        "حزيران/يونيه",
        "تموز/يوليه",
        "آب/أغسطس",
        "أيلول/سبتمبر",
        "تشرين الأول/أكتوبر",
        "تشرين الثاني/نوفمبر",
        "كانون الأول/ديسمبر",
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet"),
        *("août", "septembre", "octobre", "novembre", "décembre"),
    ),
    "ru": (
        *("января", "февраля", "марта", "апреля", "мая", "июня", "июля"),
        *("августа", "сентября", "октября", "ноября", "декабря"),
    ),
    "es": (
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio"),
        *("agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
}

# One to nine in words, by gender where the language has it. Arabic counts three to ten with the
# numeral of the other gender (`feminine` here: as said of feminine nouns, such as دول); its one
# and two live in the noun, so a phrase for them carries no numeral.
_WORDS: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "en": {
        "neuter": ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    },
    "fr": {
        "masculine": ("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
        "feminine": ("une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
    },
    "es": {
        "masculine": ("un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"),
        "feminine": ("una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"),
    },
    "ru": {
        "masculine": ("один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять"),
        "feminine": ("одна", "две", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять"),
        "neuter": ("одно", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять"),
    },
    "ar": {
        "masculine": ("", "", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"),
        "feminine": ("", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع"),
    },
}

# How far `about_` reaches to each side of a plain fraction.
_NEAR: Final = Fraction(1, 40)
_FRACTIONS: Final = (
    ("fifth", Fraction(1, 5)),
    ("quarter", Fraction(1, 4)),
    ("third", Fraction(1, 3)),
    ("two_thirds", Fraction(2, 3)),
    ("three_quarters", Fraction(3, 4)),
)
_OVERS: Final = (
    ("over_three_quarters", Fraction(3, 4)),
    ("over_two_thirds", Fraction(2, 3)),
    ("over_half", Fraction(1, 2)),
    ("over_third", Fraction(1, 3)),
    ("over_quarter", Fraction(1, 4)),
    ("over_tenth", Fraction(1, 10)),
)
SHARE_WORDS: Final = (
    *("none", "under_tenth", "tenth", "over_tenth"),
    *("fifth", "about_fifth", "quarter", "about_quarter", "over_quarter"),
    *("third", "about_third", "over_third", "nearly_half", "half", "over_half"),
    *("two_thirds", "about_two_thirds", "over_two_thirds"),
    *("three_quarters", "about_three_quarters", "over_three_quarters", "nearly_all", "all"),
)


def joined(items: Sequence[str], language: str) -> str:
    """Return items as one list with the punctuation and conjunction of the language.

    "A, B and C" (no comma before the conjunction), "A、B和C", "أ، وب، وج"; Spanish `y` turns into
    `e` before the sound of i.
    """
    if len(items) < 2:
        return "".join(items)
    if language == "ar" and len(items) > 2:
        return _SEPARATOR[language].join(items)
    head = _SEPARATOR.get(language, ", ").join(items[:-1])
    return head + _conjunction(items[-1], language) + items[-1]


def _conjunction(following: str, language: str) -> str:
    if language == "es" and _sounds_like_i(following):
        return " e "
    return _AND[language]


def _sounds_like_i(word: str) -> bool:
    """Say whether a Spanish word begins with the sound of i; `hie-` and `ia-` do not count."""
    start = word.lower().replace("í", "i")
    if start.startswith("hi"):
        return not start.startswith(("hie", "hia"))
    return start.startswith("i") and not start.startswith(("ia", "ie", "io", "iu"))


def plural(n: int, language: str) -> str:
    """Return the plural category of a whole number in a language, one of `PLURALS[language]`."""
    rule = _PLURAL_RULES.get(language)
    return rule(abs(n)) if rule else "other"


def _arabic(n: int) -> str:
    if n < 3:
        return ("zero", "one", "two")[n]
    rest = n % 100
    if 3 <= rest <= 10:
        return "few"
    return "many" if rest > 10 else "other"


def _russian(n: int) -> str:
    if n % 10 == 1 and n % 100 != 11:
        return "one"
    return "few" if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else "many"


def _one_other(n: int) -> str:
    return "one" if n == 1 else "other"


def _french(n: int) -> str:
    return "one" if n < 2 else "other"


_PLURAL_RULES: Final[dict[str, Callable[[int], str]]] = {
    "ar": _arabic,
    "en": _one_other,
    "fr": _french,
    "ru": _russian,
    "es": _one_other,
}


def grouped(n: int, language: str) -> str:
    """Return a whole number with its thousands set apart: 1,234; 1 234; 1.234."""
    return f"{n:,}".replace(",", _GROUPS.get(language, NO_BREAK))


def spelled(n: int, language: str, gender: str = "masculine") -> str:
    """Return one to nine in words, as in running text, and other numbers in figures.

    Chinese counts in figures throughout. Arabic one and two are in the noun itself and come out
    as figures here; a phrase for them needs no numeral.
    """
    genders = _WORDS.get(language, {})
    words = genders.get(gender) or next(iter(genders.values()), ())
    word = words[n - 1] if 1 <= n <= len(words) else ""
    return word or grouped(n, language)


def decimal(value: Decimal | int, language: str) -> str:
    """Return a number with its decimals as they stand, with the decimal sign of the language."""
    whole, _, rest = str(value).partition(".")
    return grouped(int(whole), language) + (_POINT.get(language, ",") + rest if rest else "")


def per_cent(value: Decimal | int, language: str, *, table: bool = False) -> str:
    """Return a percentage: "25 per cent" in running text, "25%" in an English table."""
    number = decimal(value, language)
    if table:
        return number + ("%" if language in ("ar", "zh", "en") else f"{NO_BREAK}%")
    if language == "ru":
        return number + NO_BREAK + _russian_per_cent(value)
    return number + _PER_CENT.get(language, f"{NO_BREAK}%")


def _russian_per_cent(value: Decimal | int) -> str:
    if "." in str(value):
        return _RUSSIAN_PER_CENT["few"]
    return _RUSSIAN_PER_CENT[_russian(abs(int(value)))]


def day(date: str, language: str) -> str:
    """Return an ISO date in words: "27 August 2009", "2009年8月27日", "1er octobre 2009"."""
    year, month, number = (int(part) for part in date.split("-"))
    if language == "zh":
        return f"{year}年{month}月{number}日"
    name = _MONTHS[language][month - 1]
    first = "1er" if language == "fr" and number == 1 else str(number)
    of = f" de {name} de {year}" if language == "es" else f" {name} {year}"
    return f"{first}{of} года" if language == "ru" else first + of


def days(start: str, end: str, language: str) -> str:
    """Return a span of days: "1 and 2 October 2009", "3-5 October 2007"."""
    if start == end:
        return day(start, language)
    whole = day(end, language)
    first, last = int(start[-2:]), int(end[-2:])
    if start[:7] != end[:7]:
        return f"{day(start, language)} - {whole}"
    if language == "zh":
        return whole.replace(f"月{last}日", f"月{first}日至{last}日")
    opening = "1er" if language == "fr" and first == 1 else str(first)
    between = _AND[language] if last == first + 1 else "-"
    return f"{opening}{between}{whole}"


def share_word(n: int, of: int) -> str:
    """Return the key of the words that are true of n out of `of`, one of `SHARE_WORDS`.

    A plain fraction is named only where n is exactly that; `about_` means within 1/40 of it,
    `nearly_half` from 9/20, `nearly_all` from 9/10, `over_` and `under_` more and less than.
    `of` is at least 1 and n lies between 0 and `of`.
    """
    share = Fraction(n, of)
    exact = {
        Fraction(0): "none",
        Fraction(1, 10): "tenth",
        Fraction(1, 2): "half",
        Fraction(1): "all",
    }
    if share in exact:
        return exact[share]
    if share >= Fraction(9, 10):
        return "nearly_all"
    return _near(share) or _beyond(share)


def _near(share: Fraction) -> str:
    for name, fraction in _FRACTIONS:
        if share == fraction:
            return name
    for name, fraction in _FRACTIONS:
        if abs(share - fraction) <= _NEAR:
            return f"about_{name}"
    return "nearly_half" if Fraction(9, 20) <= share < Fraction(1, 2) else ""


def _beyond(share: Fraction) -> str:
    return next((name for name, bound in _OVERS if share > bound), "under_tenth")


def roman(n: int) -> str:
    """Return a number from 1 to 39 in Roman capitals, as parts of a document are numbered."""
    return (
        "X" * (n // 10) + (*("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"),)[n % 10]
    )


def part_number(n: int, language: str) -> str:
    """Return the number of a part: Roman, in Chinese 一 to 十, in Arabic the ordinal word."""
    if language == "zh":
        return "一二三四五六七八九十"[n - 1]
    if language == "ar":
        return ("أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا")[n - 1]
    return roman(n)


def section_letter(n: int, language: str) -> str:
    """Return the letter of a section: A, B, C; in Arabic ألف, باء, جيم."""
    if language == "ar":
        return ("ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء")[n - 1]
    return "ABCDEFGH"[n - 1]


def bracketed(words: str, language: str) -> str:
    """Return words in brackets, as they follow other words: " (words)", in Chinese "（words）"."""
    return f"（{words}）" if language == "zh" else f" ({words})"


def opened(words: str) -> str:
    """Return a sentence with its first letter as a capital; scripts without capitals stay."""
    return words[:1].upper() + words[1:]


def lowered(words: str) -> str:
    """Return the name of a kind of thing as it stands within a sentence: its first letter small."""
    return words[:1].lower() + words[1:]


def word_count(text: str, language: str) -> int:
    """Return the number of words of a text: runs between spaces, in Chinese characters as well.

    Chinese counts each character as a word and each run of Latin letters or figures as one.
    """
    if language != "zh":
        return len([run for run in text.split() if any(sign.isalnum() for sign in run)])
    characters = sum(1 for sign in text if _is_han(sign))
    spaced = "".join(" " if _is_han(sign) else sign for sign in text)
    return characters + len([run for run in spaced.split() if any(map(str.isalnum, run))])


def _is_han(sign: str) -> bool:
    return "\u3400" <= sign <= "\u9fff"
