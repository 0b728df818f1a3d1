"""One user action on a layer as one named edit, saved at once, never at another edit's cost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Callable, List

from qgis.core import QgsVectorLayer

from ..i18n import tr, tr_error
from .current import CurrentWorkspace


@dataclass(frozen=True)
class Outcome:
    """What became of an edit. ``joined``: it lies unsaved in the edit session that the user had
    open. ``refusals``: sentences; then nothing has changed."""

    saved: bool = False
    joined: bool = False
    refusals: List[str] = field(default_factory=list)

    @property
    def done(self) -> bool:
        return self.saved or self.joined


def apply_edit(
    current: CurrentWorkspace,
    layer: QgsVectorLayer,
    title: str,
    change: Callable[[], bool],
    joins: bool,
) -> Outcome:
    """Do ``change`` as one edit command of ``layer`` and save it.

    ``joins``: the layer was in edit mode before the user began this action. Such a session is
    the user's: the change is added to it and neither saved nor rolled back here. Otherwise a
    refused change is taken back, and the layer leaves edit mode.
    """
    if not layer.isEditable() and not layer.startEditing():
        return Outcome(refusals=[tr("The layer “{layer}” cannot be edited. Its file may be "
                                    "write-protected.").format(layer=layer.name())])
    layer.beginEditCommand(title)
    if not change():
        layer.destroyEditCommand()
        stop_editing(layer, joins)
        return Outcome(refusals=[tr("QGIS could not change “{layer}”.").format(layer=layer.name())])
    layer.endEditCommand()
    if joins:
        return Outcome(joined=True)
    current.quiet = True
    try:
        if layer.commitChanges():
            return Outcome(saved=True)
        refusals = _refusals(current, layer)
        if not layer.rollBack():
            refusals.append(tr("The layer “{layer}” is still in edit mode.").format(
                layer=layer.name()))
        return Outcome(refusals=refusals)
    finally:
        current.quiet = False


def stop_editing(layer: QgsVectorLayer, joins: bool) -> None:
    """Leave an edit mode that this action opened and in which nothing has been changed."""
    if not joins and layer.isEditable() and not layer.isModified():
        layer.rollBack()  # noqa: QGS202  (isEditable() has said that it can)


def _refusals(current: CurrentWorkspace, layer: QgsVectorLayer) -> List[str]:
    from ..data.refusals import explain_commit

    errors = list(layer.commitErrors())
    workspace = current.workspace
    if workspace is not None:
        known = [tr_error(e) for e in explain_commit(errors, workspace.schema, current.language)]
        if known:
            return known
    return [" ".join(errors)]
