"""Import of incidents: all or nothing of a file, and every row accounted for.

Rows read = imported + duplicates + rejected. One transaction: a cancelled or failed import
leaves nothing behind.
"""

from __future__ import annotations

import datetime as dt
import getpass
import json
import uuid as uuids
from dataclasses import asdict, dataclass, field
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Set, Tuple

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

from ..data.errors import DataError, Refusal
from ..data.imports import known_identities, remember_rows, remember_run
from ..data.transaction import Transaction
from ..data.workspace import Workspace
from ..domain.standard_problems import N_
from .errors import RowRejected
from .identity import Identities
from .parsing import Unreadable, parse_number
from .places import AreaFinder, PlaceReader, point_wkb
from .profile import Profile, check_profile
from .rows import row_reader
from .source_table import Row, SourceTable

_CHUNK = 2000
_SAVEPOINT = "trygg_import_rows"

Progress = Callable[[float], None]


@dataclass(frozen=True)
class Rejected:
    """A row that was left out: its number in the file, the column, and why."""

    row: int
    column: str
    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def reason(self) -> str:
        """The reason as an English sentence."""
        return self.template.format(**self.values) if self.values else self.template


@dataclass
class ImportResult:
    """What became of a file's rows. ``located``: imported rows that have a place."""

    run: str
    read: int = 0
    imported: int = 0
    duplicates: int = 0
    located: int = 0
    rejected: List[Rejected] = field(default_factory=list)


@dataclass
class _Candidate:
    row: Row
    identity: str
    values: List[Any]
    x: float = np.nan
    y: float = np.nan
    uuid: str = ""


def import_incidents(
    workspace: Workspace,
    table: SourceTable,
    profile: Profile,
    *,
    user: Optional[str] = None,
    transform_context: Optional[QgsCoordinateTransformContext] = None,
    progress: Optional[Progress] = None,
) -> ImportResult:
    """Import a file's rows as incidents; they arrive in the profile's state.

    ``progress`` takes a share (0 to 1) and cancels by raising; then nothing is imported.
    Raises ExchangeError for a profile that does not fit the file, DataError when the
    workspace cannot be written.
    """
    check_profile(profile, table.columns, workspace.standard)
    job = _Import(workspace, table, profile, transform_context or QgsCoordinateTransformContext())
    name = user or _user()
    with workspace.transaction(name, note=f"import: {profile.source}", importing=True) as writing:
        job.run(writing, progress or (lambda _share: None))
        job.remember(writing, name)
    return job.result


class _Import:
    def __init__(
        self,
        workspace: Workspace,
        table: SourceTable,
        profile: Profile,
        context: QgsCoordinateTransformContext,
    ) -> None:
        self.result = ImportResult(str(uuids.uuid4()))
        self._table = table
        self._profile = profile
        self._columns = profile.columns()
        references = {
            key: _names(workspace, key)
            for key in profile.mapping
            if workspace.standard.records["incident"].field(key).type == "reference"
        }
        self._reader = row_reader(profile, workspace.standard, references)
        self._identities = Identities(profile.external_id)
        self._known: Set[str] = set()
        self._fills_area = "area" not in self._reader.fields
        self._areas = AreaFinder(workspace)
        self._places = self._place_reader(workspace, context)
        self._fields = [*self._reader.fields, *(["area"] if self._fills_area else [])]

    def _place_reader(
        self, workspace: Workspace, context: QgsCoordinateTransformContext
    ) -> Optional[PlaceReader]:
        target = QgsCoordinateReferenceSystem(workspace.crs)
        if self._profile.x:
            source = QgsCoordinateReferenceSystem(self._profile.crs)
            if not source.isValid():
                raise DataError("There is no coordinate system “{crs}”.", crs=self._profile.crs)
            return PlaceReader(source, target, context)
        if self._table.crs:
            source = QgsCoordinateReferenceSystem.fromWkt(self._table.crs)
            return PlaceReader(source, target, context)
        return None

    def run(self, writing: Transaction, progress: Progress) -> None:
        self._known = known_identities(writing, self._profile.source)
        chunk: List[_Candidate] = []
        for row in self._table.rows:
            self.result.read += 1
            candidate = self._candidate(row)
            if candidate is not None:
                chunk.append(candidate)
            if len(chunk) == _CHUNK:
                self._write(writing, chunk)
                chunk = []
            if self.result.read % _CHUNK == 0:
                progress(min(self.result.read / self._table.size, 1.0))
        self._write(writing, chunk)
        progress(1.0)

    def remember(self, writing: Transaction, user: str) -> None:
        result = self.result
        remember_run(
            writing,
            {
                "uuid": result.run,
                "source": self._profile.source,
                "file_name": self._table.path.name,
                "at": dt.datetime.now(dt.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
                "user": user,
                "arrival": self._profile.arrival,
                "profile": json.dumps(asdict(self._profile), ensure_ascii=False),
                "rows_read": result.read,
                "imported": result.imported,
                "duplicates": result.duplicates,
                "rejected": len(result.rejected),
            },
        )

    def _candidate(self, row: Row) -> Optional[_Candidate]:
        """A row whose texts could be read and that is new; else it is accounted for here."""
        if row.problem is not None:
            template, values = row.problem
            self._reject(row.number, "", template, values)
            return None
        cells: Dict[str, Any] = dict(zip(self._table.columns, row.cells))
        place = row.place.hex() if row.place else ""
        identity = self._identities.of(cells, place)
        if identity in self._known:
            self.result.duplicates += 1
            return None
        try:
            values = self._reader.read(cells)
            x, y = self._coordinates(cells, row)
        except RowRejected as rejected:
            self._reject(row.number, rejected.column, rejected.template, rejected.values)
            return None
        # Known from now on: an external id that comes twice in a file is a duplicate.
        self._known.add(identity)
        return _Candidate(row, identity, values, x, y, str(uuids.uuid4()))

    def _coordinates(self, cells: Mapping[str, Any], row: Row) -> Tuple[float, float]:
        if row.place is not None:
            return tuple(np.frombuffer(row.place, "<f8", 2, 5).tolist())  # type: ignore[return-value]
        if not self._profile.x or not self._profile.y:
            return np.nan, np.nan
        found = []
        for column in (self._profile.x, self._profile.y):
            try:
                found.append(parse_number(cells[column]))
            except Unreadable:
                raise RowRejected(column, "The coordinate is not a number.") from None
        # Zero in both is how many systems write "no place".
        if found[0] is None and found[1] is None or found == [0.0, 0.0]:
            return np.nan, np.nan
        if found[0] is None or found[1] is None:
            missing = self._profile.x if found[0] is None else self._profile.y
            raise RowRejected(missing, "One of the two coordinates is missing.")
        return found[0], found[1]

    def _write(self, writing: Transaction, chunk: List[_Candidate]) -> None:
        if not chunk:
            return
        kept = self._located(chunk)
        try:
            with _Savepoint(writing):
                self._insert(writing, kept)
        except Refusal:
            # Some row breaks a rule of the database: find which, one at a time.
            kept = [candidate for candidate in kept if self._insert_alone(writing, candidate)]
        remember_rows(
            writing,
            self._profile.source,
            self.result.run,
            ((candidate.identity, candidate.uuid) for candidate in kept),
        )
        self.result.imported += len(kept)
        self.result.located += sum(candidate.x == candidate.x for candidate in kept)

    def _located(self, chunk: List[_Candidate]) -> List[_Candidate]:
        """The rows whose place is one, in the workspace's CRS, with their area filled in."""
        if self._places is not None:
            x, y, reasons = self._places.read(
                np.array([candidate.x for candidate in chunk]),
                np.array([candidate.y for candidate in chunk]),
            )
            for candidate, east, north in zip(chunk, x.tolist(), y.tolist()):
                candidate.x, candidate.y = east, north
        else:
            reasons = [None] * len(chunk)
        kept: List[_Candidate] = []
        for candidate, reason in zip(chunk, reasons):
            number = candidate.row.number
            if reason is not None:
                self._forget(candidate)
                self._reject(number, self._profile.y or "", *reason)
            elif self._profile.place_required and candidate.x != candidate.x:
                self._forget(candidate)
                self._reject(number, self._profile.x or "", N_("The row has no place."), {})
            else:
                kept.append(candidate)
        if self._fills_area:
            areas = self._areas.find([c.x for c in kept], [c.y for c in kept])
            for candidate, area in zip(kept, areas):
                candidate.values.append(area)
        return kept

    def _insert(self, writing: Transaction, candidates: Sequence[_Candidate]) -> None:
        writing.insert_many(
            "incident",
            self._fields,
            (candidate.values for candidate in candidates),
            geometries=(
                point_wkb(c.x, c.y) if c.x == c.x else None for c in candidates
            ),
            identifiers=(candidate.uuid for candidate in candidates),
        )

    def _insert_alone(self, writing: Transaction, candidate: _Candidate) -> bool:
        try:
            with _Savepoint(writing):
                self._insert(writing, [candidate])
        except Refusal as refusal:
            self._forget(candidate)
            column = self._columns.get(refusal.field or "", refusal.field or "")
            self._reject(candidate.row.number, column, refusal.template, refusal.values)
            return False
        return True

    def _forget(self, candidate: _Candidate) -> None:
        self._known.discard(candidate.identity)

    def _reject(
        self, row: int, column: str, template: str, values: Mapping[str, object]
    ) -> None:
        self.result.rejected.append(Rejected(row, column, template, dict(values)))


class _Savepoint:
    """Rows that are refused leave the rest of the transaction as it was."""

    def __init__(self, writing: Transaction) -> None:
        self._cursor = writing.connection.cursor()

    def __enter__(self) -> None:
        self._cursor.execute(f"SAVEPOINT {_SAVEPOINT}")

    def __exit__(self, kind: Any, error: Optional[BaseException], trace: Any) -> None:
        if error is not None:
            self._cursor.execute(f"ROLLBACK TO SAVEPOINT {_SAVEPOINT}")
        self._cursor.execute(f"RELEASE SAVEPOINT {_SAVEPOINT}")


def _names(workspace: Workspace, field: str) -> Dict[str, str]:
    """Names (casefolded) and uuids of the records that a field refers to."""
    table = str(workspace.standard.records["incident"].field(field).references)
    columns = {f.key for f in workspace.standard.records[table].fields}
    found: Dict[str, str] = {}
    for row in workspace.rows(table):
        for key in ("name", "code", "abbreviation"):
            if key in columns and row[key]:
                found.setdefault(" ".join(str(row[key]).split()).casefold(), row.uuid)
        found[row.uuid] = row.uuid
    return found


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


