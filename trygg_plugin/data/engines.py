"""Which engine a target asks for: a path, or a schema in PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Optional, Union

from .engine import Engine
from .geopackage_engine import GeoPackageEngine
from .schema import Schema

if TYPE_CHECKING:
    from .postgis_target import PostgisTarget

Target = Union[str, Path, "PostgisTarget"]
"""The path of a GeoPackage, a PostgisTarget, or the text of one (``postgresql://…``)."""


def engine_of(target: Target) -> Engine:
    """The engine of a target, which does not know yet what the workspace holds."""
    if isinstance(target, Path):
        return GeoPackageEngine(target, Schema({}, {}), 0)
    # PostgreSQL's part of the room is loaded by those who have one
    from .postgis_target import PostgisTarget, is_target, target_from_text

    if isinstance(target, str) and not is_target(target):
        return GeoPackageEngine(target, Schema({}, {}), 0)
    from .postgis_engine import PostgisEngine

    known = target if isinstance(target, PostgisTarget) else target_from_text(str(target))
    return PostgisEngine(known, Schema({}, {}))


def target_of_layer(source: str, provider: str) -> Optional[Target]:
    """The target behind a layer's data source, or None when no workspace can live there."""
    if provider == "postgres":
        from .postgis_target import target_of_source

        return target_of_source(source)
    from qgis.core import QgsProviderRegistry

    path = QgsProviderRegistry.instance().decodeUri(provider, source).get("path")
    return Path(path) if path else None
