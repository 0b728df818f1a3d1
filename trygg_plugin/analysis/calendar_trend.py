"""Counts over the calendar: per month or week, against earlier years, by kind of day.

All times are local wall-clock times; the caller converts from UTC.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Dict, List, Optional, Set, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError

Dates = NDArray[np.datetime64]

DAY_TYPES = ("workday", "friday", "saturday", "sunday_or_holiday", "eve")
"""Workday: Monday to Thursday. Eve: an evening that Sweden keeps as a feast of its own
(Walpurgis night, midsummer eve, Christmas eve, New Year's eve) on any weekday."""


@dataclass(frozen=True)
class PeriodCounts:
    """Counts per calendar period, none left out.

    ``start``: first day of each period (datetime64[D]), shape (p,). ``counts``: (p,),
    summed weights. ``days``: (p,), days of the period that lie inside the observed span;
    fewer than ``full_days`` where the span cuts a period. ``season``: (p,), 0–11 for months,
    0–52 for ISO weeks. ``year``: (p,), calendar year, or ISO year for weeks. ``outside``:
    events without a time or outside the span, left out.
    """

    start: Dates
    counts: NDArray[np.float64]
    days: NDArray[np.int64]
    full_days: NDArray[np.int64]
    season: NDArray[np.int64]
    year: NDArray[np.int64]
    outside: int

    @property
    def complete(self) -> NDArray[np.bool_]:
        """Whether the whole period lies inside the observed span, shape (p,)."""
        return np.asarray(self.days == self.full_days)


def monthly_counts(
    times: ArrayLike,
    first: ArrayLike,
    last: ArrayLike,
    weights: Optional[ArrayLike] = None,
) -> PeriodCounts:
    """Counts per calendar month from the day ``first`` to the day ``last``, both included.

    ``times``: datetime64, (n,); ``weights``: (n,), 1 unless given. The span is the time
    during which incidents were collected, not that of the first and last incident: a quiet
    month counts. Raises AnalysisError when the span is empty or a date is missing.
    """
    begin, end = _span(first, last)
    low = begin.astype("datetime64[M]")
    months = np.arange(low, end.astype("datetime64[M]") + 1)
    start = months.astype("datetime64[D]")
    edges = np.append(start, (months[-1] + 1).astype("datetime64[D]"))
    number = months.astype(np.int64)
    return _count(times, weights, begin, end, edges, number % 12, 1970 + number // 12)


def weekly_counts(
    times: ArrayLike,
    first: ArrayLike,
    last: ArrayLike,
    weights: Optional[ArrayLike] = None,
) -> PeriodCounts:
    """Counts per ISO week (Monday to Sunday); arguments as :func:`monthly_counts`."""
    begin, end = _span(first, last)
    monday = begin - (begin.astype(np.int64) + 3) % 7
    start: Dates = np.arange(monday, end + 1, np.timedelta64(7, "D"))
    edges = np.append(start, start[-1] + 7)
    # The ISO year of a week is the calendar year of its Thursday.
    thursday = start + 3
    year = thursday.astype("datetime64[Y]")
    season = (thursday - year.astype("datetime64[D]")).astype(np.int64) // 7
    return _count(times, weights, begin, end, edges, season, 1970 + year.astype(np.int64))


@dataclass(frozen=True)
class ExpectedBand:
    """What earlier years let expect in each period, shape (p,) each; NaN where they say nothing.

    ``expected``: mean of the baseline, for the observed days of the period. ``lower`` and
    ``upper``: prediction interval, whole numbers. ``baseline``: number of earlier periods
    used. ``above``, ``below``: the count lies outside the interval. ``dispersion``: (p,),
    variance of earlier years' counts over that of a Poisson distribution, at least 1.
    """

    expected: NDArray[np.float64]
    lower: NDArray[np.float64]
    upper: NDArray[np.float64]
    baseline: NDArray[np.int64]
    above: NDArray[np.bool_]
    below: NDArray[np.bool_]
    dispersion: NDArray[np.float64]
    level: float


def expected_band(
    periods: PeriodCounts,
    *,
    years_back: int = 5,
    half_window: int = 0,
    level: float = 0.95,
) -> ExpectedBand:
    """Prediction interval for each period from the same season of earlier years.

    The baseline of a period is the same month (or ISO week) of the ``years_back`` years
    before, with ``half_window`` neighbours to each side (1 to 3 is wise for weeks); only
    complete periods serve. With k baseline periods and S events, a Poisson count with an
    unknown rate is predicted by the negative binomial with mean (S + ½)/k and variance
    mean · (1 + 1/k) (Jeffreys prior; Bernardo & Smith 1994); this holds for small numbers
    and for none. Counts that scatter more than Poisson widen it: the variance is multiplied
    by the Pearson dispersion of all earlier years around the means of their seasons
    (Farrington et al. 1996 use the same correction). Nothing later than the year before
    enters, so the band of a period never changes afterwards. No trend is assumed: after
    a lasting change the band lags behind it.

    Raises AnalysisError for weighted counts, which no Poisson law describes.
    """
    counts = periods.counts
    if np.any(counts != np.rint(counts)) or np.any(counts < 0):
        raise AnalysisError(
            "An expected band needs whole numbers of events; use counts without weights."
        )
    if years_back < 1 or half_window < 0:
        raise AnalysisError("The band needs at least one earlier year and a window of 0 or more.")
    _check_level(level)
    from scipy import stats

    p = counts.size
    total = np.zeros(p)
    baseline = np.zeros(p, dtype=np.int64)
    position = {(int(y), int(s)): i for i, (y, s) in enumerate(zip(periods.year, periods.season))}
    for i in range(p):
        row = _baseline(periods, position, i, years_back, half_window)
        baseline[i] = row.size
        total[i] = counts[row].sum()
    by_year = {int(y): _earlier_dispersion(periods, int(y)) for y in np.unique(periods.year)}
    dispersion = np.array([by_year[int(y)] for y in periods.year])
    known = baseline > 0
    k = np.where(known, baseline, np.nan)
    # Exposure is counted in periods: a period cut by the span expects less.
    exposure = periods.days / periods.full_days
    expected = total / k * exposure
    mean = (total + 0.5) / k * exposure
    inflation = dispersion * (1.0 + exposure / k)
    size = mean / (inflation - 1.0)
    tail = (1.0 - level) / 2.0
    lower = stats.nbinom.ppf(tail, size, 1.0 / inflation)
    upper = stats.nbinom.ppf(1.0 - tail, size, 1.0 / inflation)
    above = known & (counts > np.where(known, upper, 0.0))
    below = known & (counts < np.where(known, lower, 0.0))
    return ExpectedBand(expected, lower, upper, baseline, above, below, dispersion, level)


def moving_average(counts: ArrayLike, width: int, *, centred: bool = True) -> NDArray[np.float64]:
    """Mean over ``width`` consecutive periods, shape (p,); NaN where the window is not full.

    Centred on the period (an even width gives the two outermost half weight, so that twelve
    months stay in step with the year), or over the period and those before it.
    """
    values = np.asarray(counts, dtype=np.float64).ravel()
    if width < 1:
        raise AnalysisError(
            "A moving average needs a width of at least 1, but it is {width}.", width=width
        )
    window = np.ones(width)
    if centred and width % 2 == 0:
        window = np.append(window, 1.0)
        window[[0, -1]] = 0.5
    result = np.full(values.size, np.nan)
    if values.size >= window.size:
        means = np.convolve(values, window, mode="valid") / width
        at = (window.size - 1) // 2 if centred else window.size - 1
        result[at : at + means.size] = means
    return result


@dataclass(frozen=True)
class YearWheel:
    """The year as twelve months: rate per day, so that months of 28 and 31 days compare.

    ``rate``: (12,), events per day, NaN for a month never observed. ``lower``, ``upper``:
    exact Poisson limits of it. ``counts``, ``days``: (12,). ``relative``: rate over the mean
    of all observed days.
    """

    counts: NDArray[np.float64]
    days: NDArray[np.int64]
    rate: NDArray[np.float64]
    lower: NDArray[np.float64]
    upper: NDArray[np.float64]
    relative: NDArray[np.float64]


def year_wheel(months: PeriodCounts, *, level: float = 0.95) -> YearWheel:
    """Months of all years together, from :func:`monthly_counts`."""
    counts = np.bincount(months.season, weights=months.counts, minlength=12).astype(np.float64)
    days = np.bincount(months.season, weights=months.days, minlength=12).astype(np.int64)
    rate, lower, upper = _rates(counts, days, level)
    overall = counts.sum() / days.sum() if days.sum() else 0.0
    relative = rate / overall if overall > 0 else np.full(12, np.nan)
    return YearWheel(counts, days, rate, lower, upper, relative)


@dataclass(frozen=True)
class DayTypeCounts:
    """Events by kind of day, one entry per name in :data:`DAY_TYPES`; rates are per day."""

    names: Tuple[str, ...]
    counts: NDArray[np.float64]
    days: NDArray[np.int64]
    rate: NDArray[np.float64]
    lower: NDArray[np.float64]
    upper: NDArray[np.float64]
    outside: int


def day_types(dates: ArrayLike) -> NDArray[np.int64]:
    """Index into :data:`DAY_TYPES` of each date (datetime64, no missing), shape (n,)."""
    day = np.asarray(dates, dtype="datetime64[D]").ravel()
    if np.isnat(day).any():
        raise AnalysisError("A date is missing; leave events without a date out.")
    weekday = (day.astype(np.int64) + 3) % 7
    kind = np.choose(weekday, [0, 0, 0, 0, 1, 2, 3])
    if day.size:
        years = 1970 + np.unique(day.astype("datetime64[Y]").astype(np.int64))
        for year in years:
            free, eves = swedish_holidays(int(year))
            kind = np.where(np.isin(day, np.array(free, dtype="datetime64[D]")), 3, kind)
            kind = np.where(np.isin(day, np.array(eves, dtype="datetime64[D]")), 4, kind)
    return np.asarray(kind, dtype=np.int64)


def day_type_counts(
    times: ArrayLike,
    first: ArrayLike,
    last: ArrayLike,
    weights: Optional[ArrayLike] = None,
    *,
    level: float = 0.95,
) -> DayTypeCounts:
    """Events per kind of day and per day of that kind; arguments as :func:`monthly_counts`.

    Limits are exact Poisson limits of the rate and hold for unweighted counts.
    """
    begin, end = _span(first, last)
    when, weight, outside = _inside(times, weights, begin, end)
    n = len(DAY_TYPES)
    calendar = day_types(np.arange(begin, end + 1))
    days = np.bincount(calendar, minlength=n)
    kinds = calendar[(when - begin).astype(np.int64)] if when.size else np.zeros(0, np.int64)
    counts = np.bincount(kinds, weights=weight, minlength=n).astype(np.float64)
    rate, lower, upper = _rates(counts, days, level)
    return DayTypeCounts(DAY_TYPES, counts, days, rate, lower, upper, outside)


def swedish_holidays(year: int) -> Tuple[List[datetime.date], List[datetime.date]]:
    """Public holidays (lag 1989:253 om allmänna helgdagar) and the four eves, as two lists."""
    day = datetime.timedelta(days=1)
    easter = easter_sunday(year)
    midsummer = _saturday_from(datetime.date(year, 6, 20))
    free = [
        datetime.date(year, 1, 1),
        datetime.date(year, 1, 6),
        easter - 2 * day,
        easter,
        easter + day,
        datetime.date(year, 5, 1),
        easter + 39 * day,
        easter + 49 * day,
        midsummer,
        _saturday_from(datetime.date(year, 10, 31)),
        datetime.date(year, 12, 25),
        datetime.date(year, 12, 26),
    ]
    # National Day has been a holiday since 2005; Whit Monday was one until 2004.
    free.append(datetime.date(year, 6, 6) if year >= 2005 else easter + 50 * day)
    eves = [
        datetime.date(year, 4, 30),
        midsummer - day,
        datetime.date(year, 12, 24),
        datetime.date(year, 12, 31),
    ]
    return sorted(free), eves


def easter_sunday(year: int) -> datetime.date:
    """Gregorian Easter (anonymous algorithm in Nature 1876; Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return datetime.date(year, month, day + 1)


def _saturday_from(day: datetime.date) -> datetime.date:
    return day + datetime.timedelta(days=(5 - day.weekday()) % 7)


def _span(first: ArrayLike, last: ArrayLike) -> Tuple[np.datetime64, np.datetime64]:
    begin = np.asarray(first, dtype="datetime64[D]").ravel()
    end = np.asarray(last, dtype="datetime64[D]").ravel()
    if begin.size != 1 or end.size != 1 or np.isnat(begin[0]) or np.isnat(end[0]):
        raise AnalysisError("The observed span needs one first and one last day; give both dates.")
    if end[0] < begin[0]:
        raise AnalysisError(
            "The last day {last} lies before the first day {first}; exchange the two dates.",
            first=str(begin[0]),
            last=str(end[0]),
        )
    return begin[0], end[0]


def _inside(
    times: ArrayLike, weights: Optional[ArrayLike], begin: np.datetime64, end: np.datetime64
) -> Tuple[Dates, NDArray[np.float64], int]:
    day = np.asarray(times, dtype="datetime64[D]").ravel()
    if weights is None:
        weight = np.ones(day.size)
    else:
        weight = np.asarray(weights, dtype=np.float64).ravel()
        if weight.size != day.size:
            raise AnalysisError(
                "There are {weights} weights for {events} events; give one weight per event.",
                weights=weight.size,
                events=day.size,
            )
        if not np.all(np.isfinite(weight)) or np.any(weight < 0.0):
            raise AnalysisError(
                "Weights must be numbers that are zero or larger; correct the weights."
            )
    # NaT compares false with everything, so it falls outside.
    keep = (day >= begin) & (day <= end)
    return day[keep], weight[keep], int(day.size - keep.sum())


def _count(
    times: ArrayLike,
    weights: Optional[ArrayLike],
    begin: np.datetime64,
    end: np.datetime64,
    edges: Dates,
    season: NDArray[np.int64],
    year: NDArray[np.int64],
) -> PeriodCounts:
    when, weight, outside = _inside(times, weights, begin, end)
    at = np.searchsorted(edges, when, side="right") - 1
    counts = np.bincount(at, weights=weight, minlength=edges.size - 1).astype(np.float64)
    seen_from = np.maximum(edges[:-1], begin)
    seen_to = np.minimum(edges[1:], end + 1)
    return PeriodCounts(
        start=edges[:-1],
        counts=counts,
        days=(seen_to - seen_from).astype(np.int64),
        full_days=np.diff(edges).astype(np.int64),
        season=season,
        year=year,
        outside=outside,
    )


def _baseline(
    periods: PeriodCounts,
    position: Dict[Tuple[int, int], int],
    i: int,
    years_back: int,
    half_window: int,
) -> NDArray[np.int64]:
    """Indices of the complete earlier periods that serve as baseline of period i."""
    chosen: Set[int] = set()
    for back in range(1, years_back + 1):
        year, season = int(periods.year[i]) - back, int(periods.season[i])
        centre = position.get((year, season))
        if centre is None and season == 52:
            # ISO week 53 exists only in some years; week 52 stands in for it.
            centre = position.get((year, 51))
        if centre is None:
            continue
        low, high = centre - half_window, centre + half_window + 1
        chosen.update(range(max(0, low), min(i, high)))
    rows = np.array(sorted(chosen), dtype=np.int64)
    return np.asarray(rows[periods.complete[rows]], dtype=np.int64)


def _earlier_dispersion(periods: PeriodCounts, year: int) -> float:
    """Pearson dispersion around the season's mean of the complete periods before a year."""
    use = periods.complete & (periods.year < year)
    season, counts = periods.season[use], periods.counts[use]
    if counts.size == 0:
        return 1.0
    number = np.bincount(season)
    mean = np.bincount(season, weights=counts) / np.maximum(number, 1)
    told = (number > 1) & (mean > 0)
    freedom = int((number[told] - 1).sum())
    if freedom == 0:
        return 1.0
    inside = told[season]
    fitted = mean[season[inside]]
    chi = float(np.sum((counts[inside] - fitted) ** 2 / fitted))
    return max(1.0, chi / freedom)


def _rates(
    counts: NDArray[np.float64], days: NDArray[np.int64], level: float
) -> Tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Rate per day with exact Poisson limits (Garwood 1936)."""
    _check_level(level)
    from scipy import special

    tail = (1.0 - level) / 2.0
    seen = np.where(days > 0, days, np.nan)
    rate = counts / seen
    # Quantiles of the gamma distribution; with no event the lower limit is 0.
    low = np.where(counts > 0, special.gammaincinv(np.maximum(counts, 1e-300), tail), 0.0)
    high = special.gammaincinv(counts + 1.0, 1.0 - tail)
    return rate, low / seen, high / seen


def _check_level(level: float) -> None:
    if not 0.0 < level < 1.0:
        raise AnalysisError(
            "The confidence level must lie between 0 and 1, but it is {level}.", level=level
        )
