"""Values that the tests of the data room share."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Callable, Dict

import pytest


@pytest.fixture()
def incident() -> Callable[..., Dict[str, Any]]:
    """Values of an incident that every rule accepts, with some of them changed."""

    def values(**changes: Any) -> Dict[str, Any]:
        known = {
            "category": "vandalism",
            "subcategory": "graffiti",
            "time_from": datetime(2024, 7, 1, 12, 0),
            "channel": "qgis",
            "description": "Klotter på väggen",
        }
        return {**known, **changes}

    return values
