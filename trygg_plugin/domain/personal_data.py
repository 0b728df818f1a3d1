"""Recognises personal data in free text: what is certain is refused, the rest is warned of.

Certain are personal and coordination numbers (personnummer, samordningsnummer) with a valid date
and check digit, and e-mail addresses. Everything else that looks like personal data, or like a
description of ethnicity, religion or health, is a warning: a person decides.

The database refuses the same things without Python. Its rules are made from :data:`NOTATIONS`,
:data:`REPLACED` and the constants here, and are tested on the same cases
(``tests/domain/personal_data_cases.csv``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Dict, Iterable, List, Optional, Sequence, Tuple

# --- what is found ---------------------------------------------------------------------------

#: Kind of personal data -> its name in both languages, as it stands in a sentence.
KINDS: Dict[str, Dict[str, str]] = {
    "personal_number": {"sv": "personnummer", "en": "personal number"},
    "coordination_number": {"sv": "samordningsnummer", "en": "coordination number"},
    "email": {"sv": "e-postadress", "en": "e-mail address"},
    "phone": {"sv": "telefonnummer", "en": "phone number"},
    "plate": {"sv": "registreringsnummer", "en": "number plate"},
    "flat_number": {"sv": "lägenhetsnummer", "en": "flat number"},
    "door_code": {"sv": "portkod", "en": "door code"},
    "social_media": {"sv": "konto i sociala medier", "en": "social media account"},
    "name": {"sv": "namn på person", "en": "name of a person"},
    "ethnicity": {"sv": "uppgift om etnicitet", "en": "description of ethnicity"},
    "religion": {"sv": "uppgift om religion", "en": "description of religion"},
    "health": {"sv": "uppgift om hälsa", "en": "description of health"},
}


@dataclass(frozen=True)
class Finding:
    """A piece of text, ``text[start:end]``, that is or may be personal data."""

    kind: str
    start: int
    end: int
    #: certain findings are refused, others are warned of
    certain: bool


# --- personal and coordination numbers ---------------------------------------------------------

#: Characters that people and word processors put in place of plain ones. One for one, so that
#: positions stay.
REPLACED = {
    "\u2010": "-",  # hyphen
    "\u2011": "-",  # non-breaking hyphen
    "\u2012": "-",  # figure dash
    "\u2013": "-",  # en dash
    "\u2014": "-",  # em dash
    "\u2212": "-",  # minus
    "\u00a0": " ",  # non-breaking space
    "\u2007": " ",  # figure space
    "\u2009": " ",  # thin space
    "\u202f": " ",  # narrow non-breaking space
    "\t": " ",
}
_REPLACE = str.maketrans(REPLACED)

ALWAYS = "always"
#: refused unless it can be a date with a clock time, such as 20261122 1430
UNLESS_TIME = "unless_time"
#: found, but only warned of: a date followed by a number looks the same
WARN = "warn"

#: Ways to write a number -> what a valid one means. Y, M, D and N stand for digits of the year,
#: month, day and the last four; every other character stands for itself.
NOTATIONS: Dict[str, str] = {}
for _year in ("YY", "YYYY"):
    NOTATIONS[f"{_year}MMDDNNNN"] = ALWAYS if _year == "YY" else UNLESS_TIME
    NOTATIONS[f"{_year}MMDD NNNN"] = UNLESS_TIME
    for _sign in ("-", "+"):
        for _last in (_sign, f" {_sign}", f"{_sign} ", f" {_sign} "):
            NOTATIONS[f"{_year}MMDD{_last}NNNN"] = ALWAYS
    for _between in ("-", " ", "/", "."):
        _date = f"{_year}{_between}MM{_between}DD"
        NOTATIONS[f"{_date}+NNNN"] = ALWAYS
        NOTATIONS[f"{_date}-NNNN"] = UNLESS_TIME
        NOTATIONS[f"{_date} - NNNN"] = UNLESS_TIME
        NOTATIONS[f"{_date} NNNN"] = WARN

#: Years in which a date followed by what can be a clock time more likely is just that.
TIMESTAMP_YEARS = (2010, 2039)
CENTURIES = ("18", "19", "20")
#: Added to the day of a coordination number.
COORDINATION_DAY = 60

# A look-ahead, so that a number is found wherever it starts. No digit stands right before or
# after it, nor what makes it the middle of a longer string of numbers (2026-11-22-1430-1500).
_NUMBER = re.compile(
    r"(?<![0-9])(?=(?P<all>(?P<y>[0-9]{2}(?:[0-9]{2})?)(?P<b>[-/. ]?)(?P<m>[0-9]{2})(?P=b)"
    r"(?P<d>[0-9]{2})(?P<l> ?[-+]? ?)(?P<n>[0-9]{4}))(?![0-9])(?![-:.][0-9]))"
)


def _find_numbers(text: str) -> Iterable[Finding]:
    for match in _NUMBER.finditer(text):
        year, month, day, last = match.group("y", "m", "d", "n")
        between = match.group("b")
        template = f"{'Y' * len(year)}{between}MM{between}DD{match.group('l')}NNNN"
        grade = NOTATIONS.get(template)
        if grade is None:
            continue
        before = text[max(0, match.start() - 2) : match.start()]
        if template.isalpha() and before[1:] == "." and before[0].isdigit():
            continue  # the decimals of a coordinate
        kind = _kind_of_number(year, month, day, last)
        if kind is None:
            continue
        certain = grade == ALWAYS or (grade == UNLESS_TIME and not _can_be_time(year, last))
        yield Finding(kind, match.start("all"), match.end("all"), certain)


def _kind_of_number(year: str, month: str, day: str, last: str) -> Optional[str]:
    """personal_number, coordination_number, or None when date or check digit is wrong."""
    if len(year) == 4 and year[:2] not in CENTURIES:
        return None
    if last[:3] == "000":  # no one is given the serial number 000
        return None
    if luhn_digit((year[-2:] + month + day + last)[:9]) != int(last[3]):
        return None
    if _valid_date(year, int(month), int(day)):
        return "personal_number"
    if _valid_date(year, int(month), int(day) - COORDINATION_DAY):
        return "coordination_number"
    return None


def _valid_date(year: str, month: int, day: int) -> bool:
    if not 1 <= month <= 12:
        return False
    days = (31, 29 if _leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return 1 <= day <= days[month - 1]


def _leap(year: str) -> bool:
    """With two digits, a year that is leap in any century: 00 may be 2000."""
    number = int(year)
    if len(year) == 2:
        return number % 4 == 0
    return number % 4 == 0 and (number % 100 != 0 or number % 400 == 0)


def _can_be_time(year: str, last: str) -> bool:
    first, final = TIMESTAMP_YEARS
    number = int(year) if len(year) == 4 else 2000 + int(year)
    return first <= number <= final and int(last[:2]) < 24 and int(last[2:]) < 60


def luhn_digit(digits: str) -> int:
    """The check digit for a row of digits (Luhn, ISO/IEC 7812-1)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return -total % 10


# --- patterns ----------------------------------------------------------------------------------

# Written so that a database without regular expressions can say the same: before @ one of the
# local characters, after it a run of domain characters that holds a dot and two letters.
_EMAIL = re.compile(
    r"(?<![A-Za-z0-9ÅÄÖåäö._%+-])[A-Za-z0-9ÅÄÖåäö._%+-]+"
    r"@[A-Za-z0-9ÅÄÖåäö][A-Za-z0-9ÅÄÖåäö.-]*\.[A-Za-z]{2,}"
)
_EMAIL_DISGUISED = re.compile(
    r"(?<![\w.+-])[\w.+-]+ ?[\[(](?:at|snabel-?a|@)[\])] ?"
    r"[\w-]+(?:\.| ?[\[(](?:dot|punkt)[\])] ?)[a-z]{2,}",
    re.IGNORECASE,
)

_NOT_IN_WORD = r"(?<![\w+/:.-])"
_PHONE = re.compile(
    rf"{_NOT_IN_WORD}(?:"
    # international
    r"(?:\+|00)46[ -]?(?:\(0\) ?)?[1-9](?:[ -]?[0-9]){6,9}"
    r"|\+[1-9][0-9]{0,2}(?:[ -]?[0-9]){7,11}"
    # mobile
    r"|07[02369](?:[ -]?[0-9]){7}"
    # fixed: area code, hyphen or space, then groups of two and three
    r"|08[- ][0-9]{2,3} ?[0-9]{2,3} ?[0-9]{2}"
    r"|0[1-69][0-9][- ][0-9]{2,3} ?[0-9]{2} ?[0-9]{2}"
    r"|0[1-69][0-9][- ][0-9]{3} ?[0-9]{2}"
    r"|0[1-69][0-9]{2}-[0-9]{2,3} ?[0-9]{2}(?: ?[0-9]{2})?"
    r")(?![0-9])(?![-:.,/][0-9])"
)
_PHONE_NAMED = re.compile(
    r"\b(?:tel|telefon(?:nummer|nr)?|tfn|mobil(?:nummer|nr)?|ring|sms:?a?|phone)\b[.: ]{0,3}"
    r"(?P<value>\+?[0-9](?:[ -]?[0-9]){5,11})(?![0-9])",
    re.IGNORECASE,
)

# Swedish plates leave out I, Q, V and the Swedish letters; a last letter leaves out O as well.
_PLATE_LETTERS = "A-HJ-PR-UW-Z"
_PLATE = re.compile(
    rf"(?<![\w-])(?P<letters>[{_PLATE_LETTERS}]{{3}})[ -]?[0-9]{{2}}"
    rf"(?:[0-9]|[A-HJ-NPR-UW-Z])(?![\w/])(?![-:.,][0-9])"
)
#: Three capitals before three digits that are something else: rooms, registers, our own codes.
_NO_PLATE = frozenset(
    re.findall(
        "[A-Z]+",
        "AMG ANS ARR BMW BRF DKK DNR ESF EST EUR GPS HUS KAP KLO KSN KTM LED LGH LSS NJA NOK NTU "
        "ORD PBL PLA POS RAD RUM RYK SAL SAM SCB SEK SFS SKA SMS SOU TEL TUR USD",
    )
)
# In lower case only where the words before say so: "abc123" may be anything.
_PLATE_NAMED = re.compile(
    r"\b(?:reg(?:istrerings)?\.?[ -]?(?:nummer|nr|skylt\w*)|bil(?:en)? med|nummerskylt\w*|plate)"
    r"\b[^0-9\n]{0,20}?\b(?P<value>[a-z]{3}[ -]?[0-9]{2}[0-9a-z])\b",
    re.IGNORECASE,
)

_FLAT = re.compile(
    r"\b(?:lgh|lägenhet(?:en|s ?nr|snummer)?|apartment|apt|flat)(?![A-Za-zÅÄÖåäö])\.?"
    r"(?: ?(?:nr|nummer|no|number)\b\.?)? ?[:#]? ?[0-9]{1,4}\b(?![.,:][0-9])",
    re.IGNORECASE,
)
_DOOR_CODE = re.compile(
    r"\b(?:port|dörr|entré|grind|larm|lås|trapphus)[ -]?kod\w*[^0-9\n]{0,20}[0-9]{3,8}\b"
    r"|\bkoden?\b(?: till [a-zåäö]+)?(?: är|:) ?[0-9]{4,6}\b"
    r"|\bkod(?:en)? [0-9]{4,6} (?:till|på|i) (?:port|dörr|entr|grind|trapp)\w*"
    r"|\b(?:door|entry|gate|alarm) code\b[^0-9\n]{0,20}[0-9]{3,8}\b",
    re.IGNORECASE,
)
_SOCIAL = re.compile(
    r"(?<![\w@./+-])@[A-Za-z_][\w.]{2,29}"
    r"|\b(?:instagram|facebook|tiktok|snapchat|twitter|x)\.com/[\w@.?=/-]+"
    r"|\b(?:snap(?:chat)?|insta(?:gram)?|tiktok|facebook|discord|telegram)(?:namn|konto)?"
    r" ?[:=] ?[\w.@-]{3,}",
    re.IGNORECASE,
)
# Names cannot be recognised without lists of names; only what is said to be one is, and the most
# Swedish of surnames after a word with a capital. Streets and firms called so are left alone.
_NAME = re.compile(
    r"\b(?:[Vv]id namn(?:et)?|[Ff]amiljen|[Hh]errn?|[Ff]ru|[Ff]röken|[Mm]ed namnet"
    r"|[Hh]ans namn är|[Hh]ennes namn är|(?:[Mm]an|[Kk]vinna|[Pp]ojke|[Ff]licka|[Kk]ille|[Tt]jej)"
    r"(?:n|en)? som heter)"
    r" [A-ZÅÄÖ][a-zåäöé]+(?: [A-ZÅÄÖ][a-zåäöé]+)?"
    r"|\b[A-ZÅÄÖ][a-zåäöé]+ [A-ZÅÄÖ][a-zåäö]*sson\b"
    r"(?! (?i:gata|väg|torg|plats|park|skola|bygg|bil|AB|HB)\w*| & )"
)


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(patterns) + r")\b", re.IGNORECASE)


# Words on persons. Places are left alone: mosque, church, psychiatric clinic, Romers väg.
_ETHNICITY = (
    r"invandrar\w*",
    r"utlännin\w+",
    r"utländsk(?:t|a)? (?:utseende|bakgrund|härkomst|\w*man|män|ungdomar|kille\w*|person\w*)",
    r"(?:svenskt|arabiskt|afrikanskt|asiatiskt|nordiskt|etniskt) utseende",
    r"etnisk\w* (?:svensk\w*|bakgrund|tillhörighet|ursprung)",
    r"mörkhy\w*",
    r"svarthy\w*",
    r"mörk hudfärg",
    r"araber(?:na)?",
    r"somalier(?:na)?",
    r"afghaner(?:na)?",
    r"afrikaner(?:na)?",
    r"syrier(?:na)?",
    r"kurder(?:na)?",
    r"romer(?:na)?",
    r"romsk(?:a|t)? (?:famil\w+|kvinn\w+|m[aä]n\w*|person\w*)",
    r"zigenar\w*",
    r"immigrants?",
    r"foreign[- ]looking",
)
_RELIGION = (
    r"muslim\w*",
    r"islamist\w*",
    r"jude",
    r"judar(?:na)?",
    r"judisk(?:a|t)? (?:famil\w+|kvinn\w+|m[aä]n\w*|person\w*)",
    r"kristen (?:man|kvinna|familj|person)",
    r"kristna (?:familj\w*|personer|män|kvinnor)",
    r"hinduer(?:na)?",
    r"jehovas vittnen?",
    r"slöj(?:a|an|or)",
    r"hijab\w*",
    r"niqab\w*",
    r"burka",
    r"kippa",
    r"djupt religiös\w*",
    r"jews?",
    r"jewish",
)
_HEALTH = (
    r"psykiskt? (?:sjuk\w*|instabil\w*|ohälsa|störd\w*)",
    r"psyksjuk\w*",
    r"psykotisk\w*",
    r"psykos(?:en)?",
    r"schizofren\w*",
    r"bipolär\w*",
    r"autis(?:m|tisk\w*)",
    r"adhd",
    r"dement\w*",
    r"demenssjuk\w*",
    r"alkoholist\w*",
    r"alkoholiserad\w*",
    r"narkoman\w*",
    r"missbrukare\w*",
    r"missbrukar(?:en|na)",
    r"hiv(?:-?smittad\w*)?",
    r"självmord(?!sstup)\w*",
    r"suicid\w*",
    r"självskad\w*",
    r"funktionsnedsatt\w*",
    r"utvecklingsstörd\w*",
    r"gravid\w*",
    r"överdos\w*",
    r"mentally ill",
    r"drug addicts?",
    r"suicidal",
)


@dataclass(frozen=True)
class _Recogniser:
    kind: str
    pattern: re.Pattern[str]
    certain: bool = False
    #: one of these stands in the lower-case text wherever the pattern can match; empty: unknown.
    #: Looking for them first makes an ordinary text many times cheaper to check.
    hints: Tuple[str, ...] = ()
    needs_digit: bool = False


def _hint(pattern: str) -> str:
    """The longest row of letters that every match of a simple pattern holds."""
    while True:
        shorter = re.sub(r"\([^()]*\)[?*+]?", " ", pattern)  # groups: may be any of several
        if shorter == pattern:
            break
        pattern = shorter
    for optional in (r"\\w[*+]?", r"\[[^]]*\][?*+]?", r"[^ ]\?"):
        pattern = re.sub(optional, " ", pattern)
    return max(re.findall("[a-zåäö]+", pattern), key=len, default="")


def _word_recogniser(kind: str, patterns: Tuple[str, ...]) -> _Recogniser:
    return _Recogniser(kind, _words(*patterns), hints=tuple(_hint(p) for p in patterns))


_RECOGNISERS: Tuple[_Recogniser, ...] = (
    _Recogniser("email", _EMAIL, certain=True, hints=("@",)),
    _Recogniser("email", _EMAIL_DISGUISED, hints=("(", "[")),
    _Recogniser("phone", _PHONE, needs_digit=True),
    _Recogniser(
        "phone",
        _PHONE_NAMED,
        hints=("tel", "tfn", "mobil", "ring", "sms", "phone"),
        needs_digit=True,
    ),
    _Recogniser("plate", _PLATE, needs_digit=True),
    _Recogniser(
        "plate", _PLATE_NAMED, hints=("reg", "bil", "nummerskylt", "plate"), needs_digit=True
    ),
    _Recogniser(
        "flat_number",
        _FLAT,
        hints=("lgh", "lägenhet", "apartment", "apt", "flat"),
        needs_digit=True,
    ),
    _Recogniser("door_code", _DOOR_CODE, hints=("kod", "code"), needs_digit=True),
    _Recogniser(
        "social_media",
        _SOCIAL,
        hints=("@", ".com/", "snap", "insta", "tiktok", "facebook", "discord", "telegram"),
    ),
    _Recogniser("name", _NAME),
    _word_recogniser("ethnicity", _ETHNICITY),
    _word_recogniser("religion", _RELIGION),
    _word_recogniser("health", _HEALTH),
)
_HAS_DIGIT = re.compile(r"[0-9]")


def find_personal_data(text: Optional[str]) -> List[Finding]:
    """Everything in the text that is or may be personal data, in the order of the text.

    Findings never overlap: what is certain comes before what is not, and among equals the kind
    that stands first in :data:`KINDS`.
    """
    if not text:
        return []
    plain = text.translate(_REPLACE)
    has_digit = _HAS_DIGIT.search(plain) is not None
    found: List[Finding] = list(_find_numbers(plain)) if has_digit else []
    lower = plain.lower()
    for recogniser in _RECOGNISERS:
        if recogniser.needs_digit and not has_digit:
            continue
        if recogniser.hints and not any(hint in lower for hint in recogniser.hints):
            continue
        pattern = recogniser.pattern
        for match in pattern.finditer(plain):
            if match.groupdict().get("letters") in _NO_PLATE:
                continue
            span = match.span("value") if "value" in pattern.groupindex else match.span()
            found.append(Finding(recogniser.kind, span[0], span[1], recogniser.certain))
    return _without_overlaps(found, len(plain))


def _without_overlaps(found: Sequence[Finding], length: int) -> List[Finding]:
    taken = bytearray(length)
    kept: List[Finding] = []
    for finding in sorted(found, key=lambda f: not f.certain):  # stable: keeps the order of kinds
        if not any(taken[finding.start : finding.end]):
            taken[finding.start : finding.end] = b"\x01" * (finding.end - finding.start)
            kept.append(finding)
    return sorted(kept, key=lambda f: f.start)


def refused(findings: Iterable[Finding]) -> List[Finding]:
    """The findings that no door lets through."""
    return [finding for finding in findings if finding.certain]


def remove(text: str, findings: Iterable[Finding], replacement: str = "[…]") -> str:
    """The text with the findings replaced; for the reviewer's "remove" action."""
    for finding in sorted(findings, key=lambda f: f.start, reverse=True):
        text = text[: finding.start] + replacement + text[finding.end :]
    return text


# --- sentences -----------------------------------------------------------------------------------


def refusal_sentence(findings: Iterable[Finding], language: str = "sv") -> str:
    """Why a text is refused; empty when it is not. Names what was found, never the value."""
    what = _named(refused(findings), language, {"sv": "och", "en": "and"})
    if not what:
        return ""
    if language == "sv":
        return (
            f"Texten kan inte sparas: den innehåller {what}. Ta bort det, och beskriv platsen "
            "och situationen i stället."
        )
    return (
        f"The text cannot be saved: it contains {what}. Remove it, and describe the place and "
        "the situation instead."
    )


def warning_sentence(findings: Iterable[Finding], language: str = "sv") -> str:
    """What a text may contain; empty when there is nothing to warn of. Never the value."""
    uncertain = [finding for finding in findings if not finding.certain]
    what = _named(uncertain, language, {"sv": "eller", "en": "or"})
    if not what:
        return ""
    if language == "sv":
        return f"Texten kan innehålla {what}. Kontrollera den: personuppgifter hör inte hemma här."
    return f"The text may contain {what}. Check it: personal data do not belong here."


def _named(findings: Sequence[Finding], language: str, last: Dict[str, str]) -> str:
    """The kinds found as an enumeration: "a, b and c"."""
    found = {finding.kind for finding in findings}
    names = [label[language] for kind, label in KINDS.items() if kind in found]
    if language == "en":
        names = [f"{'an' if name[0] in 'aeiou' else 'a'} {name}" for name in names]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last[language]} {names[-1]}"
