"""What a user may set, declared once: key, type and default. Kept in QGIS's own settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from qgis.core import QgsSettings

Value = TypeVar("Value", str, bool)

_PREFIX = "trygg"


@dataclass(frozen=True)
class Setting(Generic[Value]):
    """One setting. What is stored but of another type than the default counts as not set."""

    key: str
    default: Value
    kind: type

    @property
    def path(self) -> str:
        return f"{_PREFIX}/{self.key}"

    def get(self) -> Value:
        try:
            value = QgsSettings().value(self.path, self.default, type=self.kind)
        except TypeError:
            return self.default
        return self.default if value is None else value

    def set(self, value: Value) -> None:
        QgsSettings().setValue(self.path, value)  # noqa: QGS202  (no raster)

    def clear(self) -> None:
        QgsSettings().remove(self.path)


#: Languages of a workspace and of documents, each by its own name.
LANGUAGES = (("sv", "Svenska"), ("en", "English"))

#: "" follows QGIS's own language
NEW_LANGUAGE = Setting("workspace/language", "", str)
NEW_CRS = Setting("workspace/crs", "EPSG:3006", str)
#: four digits of Statistics Sweden
MUNICIPALITY = Setting("workspace/municipality", "", str)
#: instead of the municipality's official name
MUNICIPALITY_NAME = Setting("workspace/municipality_name", "", str)
LOGO = Setting("report/logo", "", str)
#: key of the code list period_kind
PERIOD_KIND = Setting("report/period_kind", "tertial", str)
#: uuid of an organisation of the workspace; one that it does not have is left out
REPORTER_ORGANISATION = Setting("incident/reporter_organisation", "", str)
#: key of the code list reporter_role
REPORTER_ROLE = Setting("incident/reporter_role", "", str)
PANEL_VISIBLE = Setting("panel/visible", True, bool)
LAST_FOLDER = Setting("files/folder", "", str)

ALL = (
    NEW_LANGUAGE, NEW_CRS, MUNICIPALITY, MUNICIPALITY_NAME, LOGO, PERIOD_KIND,
    REPORTER_ORGANISATION, REPORTER_ROLE, PANEL_VISIBLE, LAST_FOLDER,
)  # fmt: skip
