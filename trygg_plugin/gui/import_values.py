"""Which word of the file means which code of ours."""

from __future__ import annotations

from dataclasses import replace
from typing import Dict, List, Optional, Tuple

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..domain.record_types import CodeList, Standard
from ..exchange.profile import FieldMapping, Profile
from ..i18n import tr
from .form_parts import note, shrink
from .import_scan import Scan, cell

#: What a word can become besides a code: None rejects its rows, "" leaves the field empty.
REJECT: Optional[str] = None
EMPTY = ""


def plain(text: str) -> str:
    """A word as the import compares it: any case, spaces around it ignored."""
    return " ".join(text.split()).casefold()


def code_for(word: str, mapping: FieldMapping, codes: CodeList) -> Optional[str]:
    """The code that a word means: by the profile, else by key, label or abbreviation."""
    own = {plain(text): code for text, code in mapping.values.items()}
    if plain(word) in own:
        return own[plain(word)]
    for code in codes.codes:
        known = (code.key, code.abbreviation or "", *code.label.values())
        if plain(word) in {plain(text) for text in known if text}:
            return code.key
    return REJECT


def by_its_words(profile: Profile, scan: Scan, standard: Standard) -> Profile:
    """The profile, with the column of the category as subcategory where its words say so.

    Lists of guards and housing companies name the kind of event and call it category; the
    category then follows from the subcategory.
    """
    mapping = profile.mapping.get("category")
    if mapping is None or not mapping.column or "subcategory" in profile.mapping:
        return profile
    words = scan.words.get(mapping.column, {})
    rows = {
        key: sum(
            count for word, count in words.items()
            if code_for(word, FieldMapping(), standard.codelists[key]) is not REJECT
        )
        for key in ("category", "subcategory")
    }  # fmt: skip
    if rows["subcategory"] <= rows["category"]:
        return profile
    others = {key: known for key, known in profile.mapping.items() if key != "category"}
    return replace(profile, mapping={**others, "subcategory": mapping})


class ValuesPage(QWidget):
    """A row for each word of each column that becomes a code, and one for all other words."""

    def __init__(self, standard: Standard, language: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._standard, self._language = standard, language
        self._rows: List[Tuple[str, Optional[str]]] = []
        self.hint = note("", self)
        self.table = QTableWidget(0, 4, self)
        self.table.setAccessibleName(tr("Words of the file"))
        self.table.setHorizontalHeaderLabels(
            [tr("Field"), tr("In the file"), tr("Rows"), tr("Becomes")]
        )
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        header = self.table.horizontalHeader()
        for section in (0, 2):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)
        for section in (1, 3):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
        layout = QVBoxLayout(self)
        layout.addWidget(self.hint)
        layout.addWidget(self.table)

    def show_scan(self, scan: Scan, profile: Profile) -> None:
        """List the words of the columns that the profile turns into codes."""
        record = self._standard.records["incident"]
        self._rows = []
        self.table.setRowCount(0)
        for key, mapping in profile.mapping.items():
            field = record.field(key)
            if field.codelist is None or not mapping.column or mapping.column not in scan.words:
                continue
            codes = self._standard.codelists[field.codelist]
            label = str(field.label[self._language])
            for word, count in scan.words[mapping.column].most_common():
                self._add(key, label, word, count, code_for(word, mapping, codes), codes)
            self._add(key, label, None, 0, mapping.otherwise, codes)
        self._tell()

    def _add(
        self, key: str, label: str, word: Optional[str], count: int, code: Optional[str],
        codes: CodeList,
    ) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)  # noqa: QGS202  (no raster)
        self._rows.append((key, word))
        shown = tr("(all other words)") if word is None else cell(word)
        for column, text in enumerate((label, shown, str(count) if count else "")):
            self.table.setItem(row, column, QTableWidgetItem(text))
        combo = QComboBox(self.table)
        combo.addItem(
            QgsApplication.getThemeIcon("mIconWarning.svg"), tr("(the row is rejected)"), REJECT
        )
        combo.addItem(tr("(left empty)"), EMPTY)
        for known in codes.codes:
            if not known.retired:
                combo.addItem(str(known.label[self._language]), known.key)
        shrink(combo)
        combo.setAccessibleName(tr("What {word} becomes").format(word=shown))
        index = 0 if code is REJECT else combo.findData(code)
        combo.setCurrentIndex(max(0, index))
        combo.currentIndexChanged.connect(self._tell)
        self.table.setCellWidget(row, 3, combo)

    def combo(self, key: str, word: Optional[str]) -> QComboBox:
        """The choice of a field's word; None for all other words."""
        return self.table.cellWidget(self._rows.index((key, word)), 3)

    def unmapped(self) -> int:
        """How many words would have their rows rejected."""
        return sum(
            word is not None and self.table.cellWidget(row, 3).currentIndex() == 0
            for row, (_key, word) in enumerate(self._rows)
        )

    def with_values(self, profile: Profile) -> Profile:
        """The profile with the words as they are chosen here."""
        values: Dict[str, Dict[str, str]] = {}
        otherwise: Dict[str, Optional[str]] = {}
        for row, (key, word) in enumerate(self._rows):
            code = self.table.cellWidget(row, 3).currentData()
            if word is None:
                otherwise[key] = code
            elif code is not REJECT:
                values.setdefault(key, {})[word] = code
        mapping = dict(profile.mapping)
        for key, other in otherwise.items():
            if key in mapping:
                # words that this file does not use stay in the profile
                present = {plain(word) for k, word in self._rows if k == key and word}
                kept = {w: c for w, c in mapping[key].values.items() if plain(w) not in present}
                mapping[key] = replace(
                    mapping[key], values={**kept, **values.get(key, {})}, otherwise=other
                )
        return replace(profile, mapping=mapping)

    def _tell(self, *_: object) -> None:
        if not self._rows:
            self.hint.setText(tr("No column becomes a code yet. Choose one under Columns."))
            return
        missing = self.unmapped()
        if missing:
            self.hint.setText(tr("{count} words have no code: their rows are rejected.").format(
                count=missing))
        else:
            self.hint.setText(tr("Every word has its code."))
