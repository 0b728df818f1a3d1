"""Numbers and days follow the language of the interface, whatever the system's locale is."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qgis.PyQt.QtCore import QDate, QDateTime, QLocale

from trygg_plugin.gui import written


@pytest.fixture(params=["sv_SE", "en_US", "de_DE"])
def system(request):
    """What QGIS was told of numbers and dates, in the settings' other field."""
    kept = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(kept)


@pytest.fixture(params=["sv", "en"])
def language(request, monkeypatch):
    monkeypatch.setattr(written, "user_language", lambda: request.param)
    return request.param


def test_numbers_follow_the_language_and_not_the_system(system, language):
    swedish = language == "sv"
    assert written.number(12.5) == ("12,5" if swedish else "12.5")
    assert written.number(12.0) == "12" and written.number(None) == "–"
    assert written.number(3.14159) == ("3,14" if swedish else "3.14")
    assert written.number(2.0, 1) == ("2,0" if swedish else "2.0")
    assert written.count(200_000) == ("200\u00a0000" if swedish else "200,000")


def test_days_read_the_same_in_both(system, language):
    assert written.day(date(2026, 5, 3)) == written.day(QDate(2026, 5, 3)) == "2026-05-03"
    assert written.day(None) == "–"
    at = datetime(2026, 5, 3, 14, 5, 59)
    assert written.moment(at) == written.moment(QDateTime(at)) == "2026-05-03 14:05"


@pytest.mark.parametrize("typed", ["12,5", "12.5", " 12,5 ", "+12.5"])
def test_comma_and_point_are_read_alike(system, language, typed):
    assert written.read_number(typed) == 12.5


@pytest.mark.parametrize("typed", ["", "tolv", "1,2,3", "1.2.3", "12 st", "nan", "inf"])
def test_what_is_no_number_is_none(language, typed):
    assert written.read_number(typed) is None


def test_thousands_are_read_as_each_language_writes_them(system, monkeypatch):
    for said, typed in (("sv", "1\u00a0000"), ("sv", "1 000"), ("en", "1,000"), ("en", "1,000.0")):
        monkeypatch.setattr(written, "user_language", lambda said=said: said)
        assert written.read_number(typed) == 1000.0
    monkeypatch.setattr(written, "user_language", lambda: "sv")
    assert written.read_number("1,000") == 1.0


@pytest.mark.parametrize("said", ["sv", "en"])
@given(hundredths=st.integers(-10**11, 10**11))
def test_what_is_written_is_read_again(said, hundredths):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(written, "user_language", lambda: said)
        value = hundredths / 100
        assert written.read_number(written.number(value)) == value
        assert written.read_number(written.number(value, 2)) == value
        assert written.read_number(written.typed(value)) == value


@pytest.mark.parametrize("said, in_field", [("sv", "2,375"), ("en", "2.375")])
def test_a_field_holds_all_decimals_and_no_thousands(said, in_field, monkeypatch):
    monkeypatch.setattr(written, "user_language", lambda: said)
    assert written.typed(2.375) == in_field and written.typed(12_000.0) == "12000"
