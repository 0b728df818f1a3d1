"""Incidents as every algorithm takes them: any point layer, filtered, in metres, as arrays.

The parameters are the same everywhere, and whatever is left out is counted and told.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Dict, List, Mapping, Optional, Tuple

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsFields,
    QgsProcessing,
    QgsProcessingParameterCrs,
    QgsProcessingParameterField,
)
from qgis.PyQt.QtCore import QVariant

from ..compat import is_null
from ..data.arrays import CATEGORY, NUMBER, TIME, Categories, check_points, read_points, transform
from ..domain.errors import DomainError
from ..i18n import tr
from .base import Run, TryggAlgorithm
from .working_crs import WORKING_CRS, working_crs

INPUT = "INPUT"
DATE_FIELD = "DATE_FIELD"
DATE_TO_FIELD = "DATE_TO_FIELD"
PERIOD_START = "PERIOD_START"
PERIOD_END = "PERIOD_END"
CATEGORY_FIELD = "CATEGORY_FIELD"
CATEGORIES = "CATEGORIES"
ONLY_REVIEWED = "ONLY_REVIEWED"
WEIGHT_FIELD = "WEIGHT_FIELD"
WEIGHT_TABLE = "WEIGHT_TABLE"
WEIGHT_KEY = "WEIGHT_KEY"
WEIGHT_VALUE = "WEIGHT_VALUE"
EVENTS = "EVENTS"

#: The standard's review states (forms/incident.ini); a layer that uses other words is not ours.
STATUS = "status"
REVIEWED = frozenset({"approved", "fed_back", "closed", "anonymised"})
STATES = REVIEWED | {"draft", "submitted", "under_review", "needs_completion", "rejected"}
DELETED = "deleted_at"

#: Names that tell which of several date fields says when it happened, the surest first.
_STARTS = (
    "time_from", "occurred_from", "occurred_at", "occurred", "date_from", "datetime_from",
    "handelsedatum", "händelsedatum", "brottsdatum", "datum_fran", "datum_från", "occ_date",
    "event_date", "incident_date", "datum", "date", "datetime", "when",
)
_ENDS = (
    "time_to", "occurred_to", "date_to", "datetime_to", "datum_till", "end_date", "slut", "end",
)


@dataclass(frozen=True)
class Options:
    """Which of the shared parameters an algorithm has."""

    dates: str = "optional"
    interval: bool = False
    weights: bool = True
    places: bool = True
    prefix: str = ""


@dataclass
class Incidents:
    """Events that passed the filters; all arrays have shape (n,).

    ``x``, ``y``: metres in ``crs`` (NaN only where places were not asked for). ``began``,
    ``end``: datetime64[ms], wall clock; ``began`` is None without a date field, ``end`` without
    a second one. ``weight``: float64 at least 0, or None (every event counts 1).
    ``category``: or None. ``columns``: what the algorithm asked for besides.
    ``span``: first day and the day after the last, of the filter or of the data, or None.
    ``dates_only``: no event has a time of day.
    """

    fid: np.ndarray
    x: np.ndarray
    y: np.ndarray
    crs: QgsCoordinateReferenceSystem
    began: Optional[np.ndarray] = None
    end: Optional[np.ndarray] = None
    weight: Optional[np.ndarray] = None
    category: Optional[Categories] = None
    columns: Dict[str, Any] = field(default_factory=dict)
    span: Optional[Tuple[np.datetime64, np.datetime64]] = None
    dates_only: bool = False
    left_out: Dict[str, int] = field(default_factory=dict)
    name: str = ""

    def __len__(self) -> int:
        return len(self.fid)

    @property
    def extent(self) -> Tuple[float, float, float, float]:
        """x min, y min, x max, y max of the events' places."""
        return (
            float(np.nanmin(self.x)), float(np.nanmin(self.y)),
            float(np.nanmax(self.x)), float(np.nanmax(self.y)),
        )

    @property
    def start(self) -> np.ndarray:
        """``began`` for methods that cannot do without; DomainError when there are no dates."""
        if self.began is None:
            raise self._undated()
        return self.began

    @property
    def period(self) -> Tuple[np.datetime64, np.datetime64]:
        """``span`` for methods that cannot do without; DomainError when there are no dates."""
        if self.span is None:
            raise self._undated()
        return self.span

    def _undated(self) -> DomainError:
        return DomainError("The incidents of “{layer}” are used without dates, and this method "
                           "needs them. Choose a date field.", layer=self.name)

    @property
    def days(self) -> np.ndarray:
        """Days since 1970-01-01 of each start, with the time of day as a fraction."""
        return self.start.astype("datetime64[ms]").astype(np.int64) / 86_400_000.0

    def take(self, rows: np.ndarray) -> Incidents:
        """The same incidents, only some of them (booleans or positions)."""

        def part(values: Any) -> Any:
            if values is None:
                return None
            return values.take(rows) if isinstance(values, Categories) else values[rows]

        return Incidents(
            fid=self.fid[rows], x=self.x[rows], y=self.y[rows], crs=self.crs,
            began=part(self.began), end=part(self.end), weight=part(self.weight),
            category=part(self.category),
            columns={name: part(values) for name, values in self.columns.items()},
            span=self.span, dates_only=self.dates_only, left_out=dict(self.left_out),
            name=self.name,
        )


# ---------------------------------------------------------------- parameters


def add_parameters(
    algorithm: TryggAlgorithm,
    dates: str = "optional",
    interval: bool = False,
    weights: bool = True,
    places: bool = True,
) -> None:
    """The shared parameters. ``dates``: "required", "optional" (only the filter needs them) or
    "none". ``interval``: also a field for when the event ended. ``weights``: harm weights.
    ``places``: events without a place are left out, and coordinates are brought to metres.
    """
    options = Options(dates, interval, weights, places)
    algorithm.incident_options = options  # type: ignore[attr-defined]
    algorithm.add_vector(
        INPUT, tr("Incidents"), QgsProcessing.SourceType.TypeVectorPoint,
        help_text=tr("Any point layer. Only selected features are used when so chosen."),
    )
    any_field = QgsProcessingParameterField.DataType.Any
    number_field = QgsProcessingParameterField.DataType.Numeric
    if dates != "none":
        algorithm.add_field(
            DATE_FIELD, tr("Date field"), INPUT, any_field,
            help_text=tr("When it happened, or began. Empty: the layer's date field, said in "
                         "the log."),
        )
        if interval:
            algorithm.add_field(
                DATE_TO_FIELD, tr("End date field"), INPUT, any_field,
                help_text=tr("When it ended at the latest, for events that nobody saw."),
            )
        for name, label in ((PERIOD_START, tr("First day")), (PERIOD_END, tr("Last day"))):
            algorithm.add_day(name, label)
    algorithm.add_field(CATEGORY_FIELD, tr("Category field"), INPUT, any_field)
    algorithm.add_text(
        CATEGORIES, tr("Only these categories (separated by semicolons)"),
        help_text=tr("Values as they stand in the category field. Empty: all."),
    )
    algorithm.add_flag(
        ONLY_REVIEWED, tr("Only reviewed incidents"), True, advanced=True,
        help_text=tr("Leaves out drafts, submitted and rejected reports of a Trygg workspace. "
                     "Other layers have no review and are taken whole."),
    )
    if weights:
        algorithm.add_field(
            WEIGHT_FIELD, tr("Harm weight field"), INPUT, number_field, advanced=True,
            help_text=tr("Weight of each incident, for example days of imprisonment."),
        )
        algorithm.add_vector(
            WEIGHT_TABLE, tr("Harm weight table"), QgsProcessing.SourceType.TypeVector,
            optional=True, advanced=True,
            help_text=tr("A table with a weight for each category, instead of a field."),
        )
        algorithm.add_field(WEIGHT_KEY, tr("Category in the weight table"), WEIGHT_TABLE,
                            any_field, advanced=True)
        algorithm.add_field(WEIGHT_VALUE, tr("Weight in the weight table"), WEIGHT_TABLE,
                            number_field, advanced=True)
    if places:
        algorithm.add(
            QgsProcessingParameterCrs(WORKING_CRS, tr("Coordinate system to work in"), None, True),
            advanced=True,
            help_text=tr("Must be in metres. Empty: the layer's own, or a suitable one when the "
                         "layer is in degrees, feet or Web Mercator."),
        )
    algorithm.add_number_output(EVENTS, tr("Number of events used"))


# ---------------------------------------------------------------- reading


def read(
    run: Run,
    columns: Optional[Mapping[str, str]] = None,
    progress: Tuple[float, float] = (0.0, 0.15),
    at_least: int = 1,
    dates_needed: bool = False,
) -> Incidents:
    """Read and filter the incidents that the parameters name; tell what was left out.

    ``columns``: further fields of the layer, name to NUMBER, TIME or CATEGORY.
    ``at_least``: fewer events than this are refused with a sentence. ``dates_needed``: as
    ``dates="required"``, where other parameters of this run make dates necessary.
    """
    options: Options = run.algorithm.incident_options  # type: ignore[attr-defined]
    if dates_needed:
        options = replace(options, dates="required")
    run.progress(progress[0])
    source = run.source(INPUT)
    fields = source.fields()
    layer_name = source.sourceName()
    check_points(source)
    wanted: Dict[str, str] = dict(columns or {})

    start_field, end_field = _date_fields(run, options, fields, layer_name)
    for name in (start_field, end_field):
        if name is not None:
            wanted[name] = TIME
    category_field = run.field(CATEGORY_FIELD)
    if category_field is not None:
        wanted.setdefault(category_field, CATEGORY)
    weight_field = run.field(WEIGHT_FIELD) if options.weights else None
    if weight_field is not None:
        wanted.setdefault(weight_field, NUMBER)
    status = None
    if run.flag(ONLY_REVIEWED) and fields.lookupField(STATUS) >= 0:
        status = fields.at(fields.lookupField(STATUS)).name()
        wanted.setdefault(status, CATEGORY)
    deleted = DELETED if status and fields.lookupField(DELETED) >= 0 else None
    if deleted:
        wanted.setdefault(deleted, TIME)

    points = read_points(
        source, wanted, origin=run.origin(INPUT), progress=run.step(*progress)
    )
    total = len(points)
    run.log(tr("{count} incidents read from “{layer}”.").format(count=total, layer=layer_name))
    if points.multi:
        run.log(tr("{count} incidents have several points and are placed at the mean of them.")
                .format(count=points.multi))
    keep = np.ones(total, dtype=bool)
    left_out: Dict[str, int] = {}

    def leave_out(bad: np.ndarray, key: str, sentence: str) -> None:
        count = int((bad & keep).sum())
        if count:
            keep[bad] = False
            left_out[key] = count
            run.log(sentence.format(count=count))

    if status and isinstance(points.columns[status], Categories):
        states = points.columns[status]
        if states.labels and set(states.labels) <= STATES:
            leave_out(~states.among(sorted(REVIEWED)), "not_reviewed",
                      tr("{count} incidents are not reviewed and left out."))
            if deleted:
                leave_out(~np.isnat(points.columns[deleted]), "deleted",
                          tr("{count} incidents are deleted and left out."))

    start = points.columns.get(start_field) if start_field else None
    end = points.columns.get(end_field) if end_field else None
    period = None
    if start is not None:
        for name in (start_field, end_field):
            if name and points.unreadable.get(name):
                run.warn(tr("{count} values of the field “{field}” are no dates that could be "
                            "read (year-month-day, hour:minute).")
                         .format(count=points.unreadable[name], field=name))
        period = _filter_by_time(run, options, start, end, leave_out)

    category = points.columns.get(category_field) if category_field else None
    if category is not None and not isinstance(category, Categories):
        category = None
    _filter_by_category(run, category, category_field, leave_out)

    x, y, crs = points.x, points.y, points.crs
    if options.places:
        leave_out(~(np.isfinite(x) & np.isfinite(y)), "no_place",
                  tr("{count} incidents have no place and are left out."))
        # only what is kept is transformed: the rest may lie anywhere
        x, y = x.copy(), y.copy()
        x[~keep], y[~keep] = np.nan, np.nan
        crs = working_crs(run, points.crs, x, y, layer_name)
        if crs != points.crs and points.crs.isValid():
            x, y, _ = transform(x, y, points.crs, crs, run.context.transformContext())
            leave_out(~(np.isfinite(x) & np.isfinite(y)), "outside_crs",
                      tr("{count} incidents lie outside the coordinate system and are left out."))

    weight = None
    if options.weights:
        weight = _weights(run, points.columns, weight_field, category, category_field, leave_out)

    rows = np.flatnonzero(keep)
    if len(rows) < at_least:
        if total == 0:
            raise DomainError("The layer “{layer}” holds no incidents.", layer=layer_name)
        if at_least <= 1 or len(rows) == 0:
            raise DomainError(
                "No incident is left after the filters ({total} were read). "
                "Choose a longer period or more categories; the log says what was left out.",
                total=total,
            )
        raise DomainError(
            "Only {count} incidents are left after the filters, and this method needs at least "
            "{needed}. Choose a longer period or more categories.",
            count=len(rows), needed=at_least,
        )
    extra = {name: points.columns[name] for name in (columns or {})}
    everything = Incidents(
        fid=points.fid, x=x, y=y, crs=crs, began=start, end=end, weight=weight,
        category=category, columns=extra, span=period,
        dates_only=start_field in points.dates_only if start_field else False,
        left_out=left_out, name=layer_name,
    )
    incidents = everything.take(rows) if len(rows) < total else everything
    if start is not None and period is None and len(rows) and not np.isnat(incidents.start).all():
        first = np.nanmin(incidents.start).astype("datetime64[D]")
        last = np.nanmax(incidents.start).astype("datetime64[D]")
        incidents.span = (first, last + np.timedelta64(1, "D"))
    run.log(tr("{count} incidents are used.").format(count=len(incidents)))
    return incidents


# ---------------------------------------------------------------- time


def date_fields(fields: QgsFields) -> List[str]:
    """Names of the fields that hold dates or times by their type."""
    return [
        fields.at(i).name()
        for i in range(fields.count())
        if fields.at(i).type() in (QVariant.Date, QVariant.DateTime)
    ]


def _date_fields(
    run: Run, options: Options, fields: QgsFields, layer: str
) -> Tuple[Optional[str], Optional[str]]:
    if options.dates == "none":
        return None, None
    start = run.field(DATE_FIELD)
    end = run.field(DATE_TO_FIELD) if options.interval else None
    filtered = run.given(PERIOD_START) or run.given(PERIOD_END)
    if start is None and (options.dates == "required" or filtered):
        candidates = date_fields(fields)
        if not candidates:
            raise DomainError(
                "The layer “{layer}” has no date field. Choose the field that says when the "
                "incidents happened (a date, or text such as 2024-05-31 22:15).",
                layer=layer,
            )
        start = _by_name(candidates, _STARTS) or candidates[0]
        run.log(
            tr("Date field: “{field}” (the layer's only one).").format(field=start)
            if len(candidates) == 1
            else tr("Date field: “{field}”, chosen by its name among {fields}.").format(
                field=start, fields=", ".join(candidates)
            )
        )
        if options.interval and end is None:
            end = _by_name([name for name in candidates if name != start], _ENDS)
            if end is not None:
                run.log(tr("End date field: “{field}”, chosen by its name.").format(field=end))
    return start, end


def _by_name(candidates: List[str], known: Tuple[str, ...]) -> Optional[str]:
    lower = {name.lower(): name for name in candidates}
    return next((lower[name] for name in known if name in lower), None)


def _filter_by_time(
    run: Run, options: Options, start: np.ndarray, end: Optional[np.ndarray], leave_out: Any
) -> Optional[Tuple[np.datetime64, np.datetime64]]:
    first, last = run.day(PERIOD_START), run.day(PERIOD_END)
    if first is not None and last is not None and last < first:
        raise DomainError("The period ends ({last}) before it begins ({first}).",
                          first=str(first), last=str(last))
    if options.dates == "required" or first is not None or last is not None:
        leave_out(np.isnat(start), "no_date",
                  tr("{count} incidents have no date and are left out."))
    if last is None:
        now = np.datetime64(datetime.now(), "ms")
        leave_out(start > now, "future",
                  tr("{count} incidents lie in the future and are left out."))
    if first is not None:
        leave_out(start < first.astype("datetime64[ms]"), "before",
                  tr("{count} incidents happened before the period and are left out."))
    if last is not None:
        after = (last + np.timedelta64(1, "D")).astype("datetime64[ms]")
        leave_out(start >= after, "after",
                  tr("{count} incidents happened after the period and are left out."))
    if end is not None:
        leave_out(end < start, "reversed",
                  tr("{count} incidents end before they begin and are left out."))
    if first is None and last is None:
        return None
    known = start[~np.isnat(start)]
    if first is None:
        first = known.min().astype("datetime64[D]") if len(known) else last
    if last is None:
        last = known.max().astype("datetime64[D]") if len(known) else first
    return first, max(last, first) + np.timedelta64(1, "D")


# ---------------------------------------------------------------- category and weight


def _filter_by_category(
    run: Run, category: Optional[Categories], field_name: Optional[str], leave_out: Any
) -> None:
    wanted = [text.strip() for text in run.text(CATEGORIES).split(";") if text.strip()]
    if not wanted:
        return
    if category is None:
        raise DomainError("Categories are named, but no category field is chosen.")
    trimmed: Dict[str, List[str]] = {}
    for label in category.labels:
        trimmed.setdefault(label.strip(), []).append(label)
    unknown = [text for text in wanted if text not in trimmed]
    if len(unknown) == len(wanted):
        raise DomainError(
            "None of the categories {wanted} stands in the field “{field}”. It holds: {known}.",
            wanted=", ".join(wanted), field=field_name or "",
            known=", ".join(sorted(trimmed)[:12]),
        )
    if unknown:
        run.warn(tr("No incident has the category {unknown}.").format(unknown=", ".join(unknown)))
    labels = [label for text in wanted for label in trimmed.get(text, [])]
    leave_out(~category.among(labels), "category",
              tr("{count} incidents have another category and are left out."))


def _weights(
    run: Run,
    columns: Mapping[str, Any],
    weight_field: Optional[str],
    category: Optional[Categories],
    category_field: Optional[str],
    leave_out: Any,
) -> Optional[np.ndarray]:
    if weight_field is not None:
        weight = np.array(columns[weight_field], dtype=np.float64)
    elif run.given(WEIGHT_TABLE):
        if category is None:
            raise DomainError(
                "A harm weight table needs a category field, so that each incident finds its "
                "weight."
            )
        weight = _from_table(run, category)
    else:
        return None
    leave_out(np.isnan(weight), "no_weight",
              tr("{count} incidents have no harm weight and are left out."))
    if (weight < 0).any():
        raise DomainError(
            "{count} incidents have a negative harm weight; a weight must be 0 or more.",
            count=int((weight < 0).sum()),
        )
    return weight


def _from_table(run: Run, category: Categories) -> np.ndarray:
    table = run.source(WEIGHT_TABLE)
    key, value = run.field(WEIGHT_KEY), run.field(WEIGHT_VALUE)
    if key is None or value is None:
        raise DomainError("Choose the category field and the weight field of the weight table.")
    key_at, value_at = table.fields().lookupField(key), table.fields().lookupField(value)
    request = QgsFeatureRequest().setSubsetOfAttributes([key_at, value_at])
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    known: Dict[str, float] = {}
    for feature in table.getFeatures(request):
        text, number = feature.attribute(key_at), feature.attribute(value_at)
        if not is_null(text) and not is_null(number):
            known[str(text).strip()] = float(number)
    weights = [known.get(label.strip(), np.nan) for label in category.labels]
    missing = [label for label, weight in zip(category.labels, weights) if np.isnan(weight)]
    if missing:
        run.warn(tr("The weight table has no weight for: {categories}.")
                 .format(categories=", ".join(missing[:12])))
    return np.array([*weights, np.nan])[category.codes]
