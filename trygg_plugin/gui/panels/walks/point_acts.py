"""What can be done with the points of a walk: noted, moved, numbered, given out, answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, List, Sequence

from qgis.core import QgsGeometry
from qgis.PyQt.QtWidgets import QDialog

from ....domain.record_types import Field
from ....i18n import fill, tr
from ..parts.choices import NOTHING, Option, areas, codes, options_of, organisations
from ..parts.doing import user_name
from ..parts.links import open_file
from .dialogs import PointDialog
from .step_dialogs import AnswerDialog, DistributeDialog, MeasureDialog

if TYPE_CHECKING:
    from ....data.records import Record
    from ....data.workspace import Workspace
    from .page import WalksPage


class PointActs:
    """The actions of the list of points, by key; what they ask is shown by the page."""

    def __init__(self, page: WalksPage) -> None:
        self._page = page

    def act(self, key: str) -> None:
        """Do the action with what is chosen; nothing, where it is for another number of points."""
        chosen = self._chosen()
        if key == "add":
            walk = self._page.walk
            if walk is not None:
                self._page.map.ask_point(lambda place: self._add_at(walk.record.uuid, place))
        elif key == "distribute" and chosen:
            self._distribute(chosen)
        elif len(chosen) == 1:
            {
                "edit": self._edit, "move": self._move, "up": lambda p: self._renumber(p, -1),
                "down": lambda p: self._renumber(p, 1), "answer": self._answer,
                "measure": self._measure, "photo": self._photo, "remove": self._remove,
            }[key](chosen[0])  # fmt: skip

    def _chosen(self) -> List[Record]:
        walk, wanted = self._page.walk, self._page.points_tab.uuids()
        return [point for point in (walk.points if walk else ()) if point.uuid in wanted]

    def _add_at(self, walk: str, place: QgsGeometry) -> None:
        self._ask_point(tr("New point"), {}, lambda values: self._add(walk, values, place))

    def _add(self, walk: str, values: Dict[str, Any], place: QgsGeometry) -> str:
        from ....data.casework.walks import add_point

        return self._attempt(lambda: add_point(
            self._workspace, walk, values, place=place, user=user_name()
        ), tr("The point is noted."))  # fmt: skip

    def _edit(self, point: Record) -> None:
        from ....data.casework.walks import change_point

        self._ask_point(
            fill(tr("Point {number}"), number=point["number"]), point.values,
            lambda values: self._attempt(lambda: change_point(
                self._workspace, point.uuid, values, base_version=point.version, user=user_name()
            ), tr("The point is changed.")),
        )  # fmt: skip

    def _move(self, point: Record) -> None:
        from ....data.casework.walks import change_point

        def moved(place: QgsGeometry) -> None:
            self._page.doing.do(
                lambda: change_point(self._workspace, point.uuid, {}, place=place,
                                     user=user_name()),
                tr("The point is moved."),
            )  # fmt: skip

        self._page.map.ask_point(moved, point.geometry)

    def _renumber(self, point: Record, by: int) -> None:
        from ....data.casework.walks import renumber

        walk = self._page.walk
        if walk is None:
            return
        order = [one.uuid for one in walk.points]
        at = order.index(point.uuid)
        to = min(max(at + by, 0), len(order) - 1)
        if to != at:
            order.insert(to, order.pop(at))
            self._page.doing.do(
                lambda: renumber(self._workspace, walk.record.uuid, order, user=user_name()),
                tr("The points are numbered anew."),
            )

    def _distribute(self, points: Sequence[Record]) -> None:
        from ....data.casework.walks import DAYS_TO_ANSWER, distribute

        self._ask(DistributeDialog(
            self._window, len(points), organisations(self._workspace), DAYS_TO_ANSWER,
            lambda owner, day: self._attempt(lambda: distribute(
                self._workspace, [p.uuid for p in points], owner, day, user=user_name()
            ), tr("The points are given to their owner.")),
        ))  # fmt: skip

    def _answer(self, point: Record) -> None:
        from ....data.casework.walks import answer

        language = self._page.shell.current.language
        self._ask(AnswerDialog(
            self._window, codes(self._workspace, "walk_point_status", language),
            str(point["status"]), str(point["answer"] or ""), language,
            lambda status, text: self._attempt(lambda: answer(
                self._workspace, point.uuid, status, text, base_version=point.version,
                user=user_name(),
            ), tr("The answer is noted.")),
        ))  # fmt: skip

    def _measure(self, point: Record) -> None:
        from ....data.casework.walks import make_measure

        rows = self._workspace.query(
            "SELECT uuid, title FROM problem WHERE deleted_at IS NULL AND status <> {p} "
            "ORDER BY title, uuid",
            ["solved"],
        )
        self._ask(MeasureDialog(
            self._window, [(str(r["uuid"]), str(r["title"])) for r in rows],
            lambda problem: self._attempt(lambda: make_measure(
                self._workspace, point.uuid, problem, user=user_name()
            ), tr("The point is a proposed measure now.")),
        ))  # fmt: skip

    def _photo(self, point: Record) -> None:
        shell = self._page.shell
        if point["photo"]:
            open_file(shell, str(point["photo"]))
        else:
            shell.messages.info(fill(tr("Point {number} has no photo."), number=point["number"]))

    def _remove(self, point: Record) -> None:
        self._page.doing.do(
            lambda: self._workspace.delete("walk_point", point.uuid, base_version=point.version,
                                           user=user_name()),
            fill(tr("Point {number} is removed."), number=point["number"]),
        )

    # --- inside

    @property
    def _workspace(self) -> Workspace:
        return self._page.workspace

    @property
    def _window(self) -> Any:
        return self._page.shell.iface.mainWindow()

    def _attempt(self, action: Callable[[], Any], done: str) -> str:
        return self._page.doing.attempt(action, done)

    def _ask(self, dialog: QDialog) -> None:
        self._page.dialog = dialog
        dialog.open()

    def _ask_point(
        self, title: str, values: Any, stored: Callable[[Dict[str, Any]], str]
    ) -> None:
        self._ask(PointDialog(
            self._window, title, self._workspace.standard.records["walk_point"],
            walk_options(self._workspace, self._page.shell.current.language),
            self._page.shell.current.language, values, stored,
        ))  # fmt: skip


def walk_options(workspace: Workspace, language: str) -> Callable[[Field], List[Option]]:
    """What the fields of walks and points can be chosen from."""
    usual = options_of(workspace, language)

    def options(field: Field) -> List[Option]:
        if field.references == "area":
            return [NOTHING, *areas(workspace)]
        return usual(field)

    return options
