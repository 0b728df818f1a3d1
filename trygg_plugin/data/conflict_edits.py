"""The edit buffer of a layer and its conflicts: reading both sides, and putting decisions in.

QGIS cannot take single edits out of a buffer. Where something of mine is dropped, what is left
is gathered, the buffer emptied and filled again as one edit command; the layer stays in edit mode.
"""

from __future__ import annotations

from typing import Any, Dict, Iterable, List, Mapping, Optional, Sequence

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from .errors import DataError
from .geometry import multi, wkb_of
from .history import Change
from .merge import Decision, Sides
from .records import Record
from .schema import GEOMETRY, Table
from .values import from_stored, to_stored
from .workspace import Workspace


def read_sides(
    workspace: Workspace, layer: QgsVectorLayer, table: str, base: str, uuids: Sequence[str]
) -> List[Sides]:
    """Both sides of records with unsaved edits that others have changed since moment ``base``."""
    described = workspace.schema.table(table)
    buffer = layer.editBuffer()
    deleted = set(buffer.deletedFeatureIds()) if buffer is not None else set()
    with workspace.reading():
        seen = workspace.moment()
        found: List[Sides] = []
        for uuid in uuids:
            record = workspace.get(table, uuid, deleted=True)
            changes = workspace.history(uuid, table=table)
            later = workspace.history(uuid, table=table, since=base)
            foreign = [c for c in later if c.session != workspace.session]
            if not foreign or record.fid is None:
                continue
            known = [c for c in changes if c.id < foreign[0].id]
            found.append(Sides(
                table=table,
                uuid=uuid,
                fid=record.fid,
                who=foreign[-1].user,
                at=foreign[-1].at,
                seen=seen,
                base=_base(workspace, known, record),
                mine=_mine(layer, described, record.fid),
                theirs=_said(record.values, record.geometry, described),
                mine_deleted=record.fid in deleted,
                theirs_deleted=record.deleted_at is not None,
            ))  # fmt: skip
        return found


def write_restored(
    workspace: Workspace, decisions: Iterable[Decision], user: Optional[str] = None
) -> List[Decision]:
    """Bring back the records that others deleted, with my fields on top: all or none.

    The rules are asked of my fields as always. Returns the decisions that were carried out.
    """
    restoring = [decision for decision in decisions if decision.restore]
    if not restoring:
        return []
    with workspace.transaction(user) as transaction:
        for decision in restoring:
            sides = decision.sides
            theirs = {key: value for key, value in sides.theirs.items() if key != GEOMETRY}
            mine = {key: sides.mine[key] for key in decision.keep if key != GEOMETRY}
            transaction.restore(sides.table, sides.uuid, theirs, sides.theirs.get(GEOMETRY))
            place = {"geometry": sides.mine[GEOMETRY]} if GEOMETRY in decision.keep else {}
            if mine or place:
                transaction.update(sides.table, sides.uuid, mine, **place)
    return restoring


def put_into_buffer(layer: QgsVectorLayer, decisions: Iterable[Decision], title: str) -> None:
    """Leave in the layer's edit buffer what the decisions keep; other records' edits stay.

    What has been written by :func:`write_restored` leaves the buffer too. DataError, and the
    buffer untouched, when it holds what cannot be put back (new fields).
    """
    buffer = layer.editBuffer()
    if buffer is None:
        return
    dropped = {d.sides.fid: frozenset() if d.drop or d.restore else d.keep for d in decisions}
    attributes = _filtered_attributes(layer, buffer.changedAttributeValues(), dropped)
    geometries = {
        fid: QgsGeometry(place) for fid, place in buffer.changedGeometries().items()
        if fid not in dropped or GEOMETRY in dropped[fid]
    }  # fmt: skip
    gone_deletes = {d.sides.fid for d in decisions if d.drop or d.restore}
    deletes = [fid for fid in buffer.deletedFeatureIds() if fid not in gone_deletes]
    if (
        attributes == buffer.changedAttributeValues()
        and set(geometries) == set(buffer.changedGeometries())
        and len(deletes) == len(buffer.deletedFeatureIds())
    ):
        return
    if buffer.addedAttributes() or buffer.deletedAttributeIds():
        raise DataError(
            "The layer {layer} has unsaved fields of its own. Remove them and save again.",
            layer=layer.name(),
        )
    added = [QgsFeature(feature) for feature in buffer.addedFeatures().values()]
    if not layer.rollBack(False):
        raise DataError("QGIS could not put the edits of {layer} in order.", layer=layer.name())
    layer.beginEditCommand(title)
    # all of it is tried, so that as much as possible is there should QGIS refuse a part
    done = [layer.changeAttributeValues(fid, values) for fid, values in attributes.items()]
    done += [layer.changeGeometry(fid, place) for fid, place in geometries.items()]
    done += [layer.addFeatures(added) if added else True]
    done += [layer.deleteFeatures(deletes) if deletes else True]
    layer.endEditCommand()
    if not all(done):
        raise DataError("QGIS could not put the edits of {layer} in order.", layer=layer.name())


def _filtered_attributes(
    layer: QgsVectorLayer, edits: Mapping[int, Mapping[int, Any]], dropped: Mapping[int, Any]
) -> Dict[int, Dict[int, Any]]:
    fields = layer.fields()
    left: Dict[int, Dict[int, Any]] = {}
    for fid, values in edits.items():
        kept = dropped.get(fid)
        remaining = {
            index: value for index, value in values.items()
            if kept is None or fields.at(index).name() in kept
        }  # fmt: skip
        if remaining:
            left[fid] = remaining
    return left


def _base(workspace: Workspace, known: Sequence[Change], record: Record) -> Dict[str, Any]:
    """What the record said before the others came."""
    if not known:
        raise DataError(
            "The history of the record {uuid} does not reach back to when you began.",
            uuid=record.uuid,
        )
    version = workspace.version_after(known[-1])
    return _said(version.values, version.geometry, workspace.schema.table(record.table))


def _said(values: Mapping[str, Any], place: Optional[bytes], table: Table) -> Dict[str, Any]:
    said = dict(values)
    if table.geometry != "none":
        said[GEOMETRY] = place
    return said


def _mine(layer: QgsVectorLayer, table: Table, fid: int) -> Dict[str, Any]:
    """What the buffer holds for one record, as the database would store and give it."""
    buffer = layer.editBuffer()
    if buffer is None:
        return {}
    mine: Dict[str, Any] = {}
    for index, value in buffer.changedAttributeValues().get(fid, {}).items():
        key = layer.fields().at(index).name()
        if key in table.fields:
            column = table.column(key)
            mine[key] = from_stored(to_stored(value, column), column)
    place = buffer.changedGeometries().get(fid)
    if place is not None and table.geometry != "none":
        wkb = wkb_of(place)
        several = table.geometry in ("line", "polygon")
        mine[GEOMETRY] = multi(wkb) if wkb is not None and several else wkb
    return mine


