"""Sweden's municipalities, brought along so that one can be chosen without a network.

Statistics Sweden's generalised boundaries (CC0); see ``boundaries/ORIGIN.md``.
"""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any, Dict, List, Tuple

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY

from ..domain.errors import DomainError

_FILE = Path(__file__).with_name("boundaries") / "municipalities.geojson"
_CRS = "EPSG:3006"
# Swedish order: å, ä, ö after z; é as e
_ORDER = str.maketrans({"å": "{", "ä": "|", "ö": "}", "é": "e"})


@functools.lru_cache(maxsize=1)
def _features() -> Dict[str, Dict[str, Any]]:
    features = json.loads(_FILE.read_text(encoding="utf-8"))["features"]
    return {feature["properties"]["code"]: feature for feature in features}


def municipalities() -> List[Tuple[str, str]]:
    """Code (SCB's four digits) and name of all 290, in Swedish alphabetical order."""
    pairs = [(code, feature["properties"]["name"]) for code, feature in _features().items()]
    return sorted(pairs, key=lambda pair: pair[1].lower().translate(_ORDER))


def name_of(code: str) -> str:
    """The municipality's name. Raises DomainError for an unknown code."""
    return str(_feature(code)["properties"]["name"])


def official_name(code: str) -> str:
    """The municipality as it calls itself, "Kumla kommun", "Lunds kommun".

    Swedish puts an s after a final consonant, and none after a vowel or another s, x or z.
    """
    name = name_of(code)
    if name == "Falun":
        return "Falu kommun"
    ending = "" if name[-1].lower() in "aeiouyåäösxzé" else "s"
    return f"{name}{ending} kommun"


def boundary(code: str) -> Tuple[QgsGeometry, QgsCoordinateReferenceSystem]:
    """The generalised boundary as a multipolygon in SWEREF 99 TM, and that CRS.

    Raises DomainError for an unknown code.
    """
    polygons = [
        [[QgsPointXY(x, y) for x, y in ring] for ring in polygon]
        for polygon in _feature(code)["geometry"]["coordinates"]
    ]
    return QgsGeometry.fromMultiPolygonXY(polygons), QgsCoordinateReferenceSystem(_CRS)


def _feature(code: str) -> Dict[str, Any]:
    try:
        return _features()[code]
    except KeyError:
        raise DomainError(
            "There is no municipality with the code {code}. Choose one of the list.", code=code
        ) from None
