"""Values that the tests of the data room share."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from typing import Any, Callable, Dict, Sequence

import pytest

from trygg_plugin.data.workspace import Workspace


def run_sql(workspace: Workspace, statement: str, parameters: Sequence[Any] = ()) -> None:
    """A statement as any program may send it, past all of ours."""
    with closing(workspace.engine.connect()) as connection:
        connection.cursor().execute(
            workspace.engine.sql(statement), workspace.engine.parameters(parameters)
        )


def name_of(workspace: Workspace, user: str) -> str:
    """Who history names when the plugin says ``user``: on a server, the login."""
    return getattr(getattr(workspace.engine, "target", None), "user", user)


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
