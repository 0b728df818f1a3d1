"""What holds for the whole file: source, arrival, dates, coordinates, and what all rows share."""

from __future__ import annotations

from dataclasses import replace
from typing import Dict, List, Optional, Tuple

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsProjectionSelectionWidget
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ..domain.record_types import Standard
from ..exchange.profile import FieldMapping, Profile
from ..i18n import tr
from .form_parts import choice, note

#: Fields that often are the same for a whole file.
SHARED = (
    "category", "subcategory", "source", "place_precision", "time_certainty",
    "reporter_organisation", "reporter_role",
)  # fmt: skip


class DetailsPage(QWidget):
    def __init__(
        self,
        standard: Standard,
        language: str,
        organisations: List[Tuple[str, str]],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        inside = QWidget(self)
        self.source = QLineEdit(inside)
        self.arrival = choice(
            [
                ("submitted", tr("Submitted: each is reviewed")),
                ("approved", tr("Approved: I vouch for the source")),
            ],
            "submitted", inside, tr("Arrive as"),
        )
        self.date_order = choice(
            [("dmy", tr("Day first (31/12/2024)")), ("mdy", tr("Month first (12/31/2024)"))],
            "dmy", inside, tr("Dates that begin with"),
        )
        self.zone = choice(
            [("", tr("As written")), ("Europe/Stockholm", tr("Swedish time"))],
            "", inside, tr("Times with an offset"),
        )
        self.crs = QgsProjectionSelectionWidget(inside)
        self.place_required = QCheckBox(tr("Reject rows without a place"), inside)
        self.shared: Dict[str, QComboBox] = {}
        form = QFormLayout(inside)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for label, widget in (
            (tr("&Source"), self.source),
            (tr("&Arrive as"), self.arrival),
            (tr("&Dates that begin with"), self.date_order),
            (tr("&Times with an offset"), self.zone),
            (tr("Coordinate &system"), self.crs),
        ):
            form.addRow(label, widget)
            widget.setAccessibleName(label.replace("&", ""))
        self.source.setToolTip(tr("Tells this source’s rows from others’. The same source and "
                                  "row is never imported twice."))
        form.addRow(self.place_required)
        form.addRow(note(tr("The same for all rows, where no column says it:"), inside))
        record = standard.records["incident"]
        for key in SHARED:
            field = record.field(key)
            if field.codelist:
                codes = standard.codelists[field.codelist].codes
                options = [(code.key, str(code.label[language])) for code in codes
                           if not code.retired]
            else:
                options = organisations
            label = str(field.label[language])
            combo = choice([("", tr("(not given)")), *options], "", inside, label)
            self.shared[key] = combo
            form.addRow(label, combo)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def show_profile(self, profile: Profile) -> None:
        """Show what the profile says."""
        self.source.setText(profile.source)
        for combo, value in (
            (self.arrival, profile.arrival),
            (self.date_order, profile.date_order),
            (self.zone, profile.zone or ""),
        ):
            if combo.findData(value) < 0:
                combo.addItem(value, value)
            combo.setCurrentIndex(combo.findData(value))
        self.crs.setCrs(QgsCoordinateReferenceSystem(profile.crs))
        self.place_required.setChecked(profile.place_required)
        for key, combo in self.shared.items():
            constant = profile.mapping.get(key, FieldMapping()).constant or ""
            combo.setCurrentIndex(max(0, combo.findData(constant)))

    def allow_shared(self, profile: Profile) -> None:
        """A field that a column says has nothing to be given for all rows."""
        for key, combo in self.shared.items():
            combo.setEnabled(profile.mapping.get(key, FieldMapping()).column is None)

    def with_details(self, profile: Profile) -> Profile:
        """The profile with what is chosen here."""
        mapping = {key: known for key, known in profile.mapping.items() if known.column}
        for key, combo in self.shared.items():
            if key not in mapping and combo.currentData():
                mapping[key] = FieldMapping(constant=combo.currentData())
        crs = self.crs.crs()
        return replace(
            profile,
            source=self.source.text().strip(),
            arrival=self.arrival.currentData(),
            date_order=self.date_order.currentData(),
            zone=self.zone.currentData() or None,
            crs=crs.authid() if crs.isValid() else profile.crs,
            place_required=self.place_required.isChecked(),
            mapping=mapping,
        )
