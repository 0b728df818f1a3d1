"""What the pages "Trygg" in QGIS's options and in the project's properties are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Iterable, Optional, Tuple

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QFormLayout, QWidget

from .form_parts import note
from .icons import icon

if TYPE_CHECKING:
    from .shell import Shell

#: A label with its key, and the widget that it names.
Row = Tuple[str, QWidget]


class PageFactory(QgsOptionsWidgetFactory):
    """Makes the page when it is looked at, not with QGIS."""

    def __init__(
        self, shell: Shell, page: Callable[[Shell, Optional[QWidget]], QgsOptionsPageWidget]
    ) -> None:
        # no tr(): a name is the same in every language
        super().__init__("Trygg", icon("trygg"))
        self._shell, self._page = shell, page

    def icon(self) -> QIcon:
        return icon("trygg")

    def createWidget(self, parent: Optional[QWidget] = None) -> QgsOptionsPageWidget:  # noqa: N802
        return self._page(self._shell, parent)


def form_of(sections: Iterable[Tuple[str, Iterable[Row]]], parent: QWidget) -> QFormLayout:
    """Rows under headings; a screen reader names each widget as its label does."""
    form = QFormLayout()
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    for heading, rows in sections:
        form.addRow(note(heading, parent))
        for label, widget in rows:
            form.addRow(label, widget)
            widget.setAccessibleName(label.replace("&", ""))
    return form
