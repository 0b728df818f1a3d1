"""Makes the file of a new GeoPackage workspace: OGR for tables with a place, SQL for the rest."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Iterable

from osgeo import ogr, osr

from .code_rows import code_rows
from .errors import DataError
from .geopackage import (
    code_table,
    default_of,
    indexes,
    registered_system_tables,
    system_tables,
    triggers,
)
from .geopackage_connection import connect
from .geopackage_rules import NOW
from .schema import GEOMETRY, KEY, TRANSITION, CodeTable, Column, Schema, Table
from .sql_text import name, names, text

_GEOMETRIES = {
    "none": ogr.wkbNone,
    "point": ogr.wkbPoint,
    "line": ogr.wkbMultiLineString,
    "polygon": ogr.wkbMultiPolygon,
    "any": ogr.wkbUnknown,
}
_TYPES = {
    "text": (ogr.OFTString, ogr.OFSTNone),
    "integer": (ogr.OFTInteger64, ogr.OFSTNone),
    "decimal": (ogr.OFTReal, ogr.OFSTNone),
    "boolean": (ogr.OFTInteger, ogr.OFSTBoolean),
    "date": (ogr.OFTDate, ogr.OFSTNone),
    "datetime": (ogr.OFTDateTime, ogr.OFSTNone),
    "stamp": (ogr.OFTDateTime, ogr.OFSTNone),
}


def create_file(path: Path, schema: Schema, crs: str) -> int:
    """Make all tables, code rows, indexes and triggers; returns the file's id of the CRS."""
    reference = projected(crs)
    _create_tables(path, schema.tables.values(), reference)
    connection = connect(path)
    try:
        connection.execute("BEGIN IMMEDIATE")
        for statement in system_tables():
            connection.execute(statement)
        for table in registered_system_tables():
            register(connection, table)
        for code in schema.code_tables.values():
            create_code_table(connection, code)
        for table in schema.tables.values():
            for statement in indexes(table):
                connection.execute(statement)
        write_transitions(connection, schema)
        # GDAL leaves a new table uncounted, and its triggers would add to nothing
        connection.execute("UPDATE gpkg_ogr_contents SET feature_count = 0")
        # last, so that the rows above are where the workspace begins, not history
        for statement in triggers(schema):
            connection.execute(statement)
        connection.execute("COMMIT")
        return srs_id_of(connection, schema)
    finally:
        connection.close()


def projected(crs: str) -> osr.SpatialReference:
    """The projected CRS with this name ("EPSG:3006") or text; DataError for any other."""
    reference = osr.SpatialReference()
    try:
        failed = reference.SetFromUserInput(crs) != 0
    except RuntimeError:
        failed = True
    if failed:
        raise DataError("The coordinate reference system {crs} is not known.", crs=crs)
    if not reference.IsProjected():
        raise DataError(
            "{crs} is not a projected coordinate reference system. Choose one in metres, such as "
            "EPSG:3006 (SWEREF 99 TM), since distances matter.",
            crs=crs,
        )
    return reference


def create_code_table(connection: sqlite3.Connection, table: CodeTable) -> None:
    """Make a code list's table with its rows."""
    for statement in code_table(table):
        connection.execute(statement)
    register(connection, table.key)
    insert_codes(connection, table)


def insert_codes(connection: sqlite3.Connection, table: CodeTable) -> None:
    """Add the codes that the table lacks; what the coordinator changed stays."""
    marks = ", ".join("?" * len(table.columns))
    for row in code_rows(table):
        connection.execute(
            f"INSERT INTO {name(table.key)} ({names(row)}) SELECT {marks} "  # nosec B608
            f"WHERE NOT EXISTS (SELECT 1 FROM {name(table.key)} WHERE code = ?)",
            (*row.values(), row["code"]),
        )


def write_transitions(connection: sqlite3.Connection, schema: Schema) -> None:
    """Fill the table of allowed changes of state anew."""
    connection.execute(f"DELETE FROM {TRANSITION}")  # nosec B608
    connection.executemany(
        f"INSERT INTO {TRANSITION} (record, from_state, to_state) VALUES (?, ?, ?)",  # nosec B608
        [(one.record, one.from_state, one.to_state) for one in schema.transitions],
    )


def register(connection: sqlite3.Connection, table: str) -> None:
    """List a table without a place among the file's contents, so that QGIS offers it."""
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, "  # nosec B608
        f"srs_id) VALUES (?, 'attributes', ?, '', {NOW}, 0)",
        (table, table),
    )


def srs_id_of(connection: sqlite3.Connection, schema: Schema) -> int:
    """The file's id of the CRS that places are stored in."""
    row = connection.execute(
        "SELECT srs_id FROM gpkg_geometry_columns WHERE table_name IN "  # nosec B608
        f"({', '.join(text(key) for key in schema.tables)}) LIMIT 1"
    ).fetchone()
    return int(row[0]) if row else 0


def _create_tables(
    path: Path, tables: Iterable[Table], reference: osr.SpatialReference
) -> None:
    driver = ogr.GetDriverByName("GPKG")
    # 1.2 is what the oldest supported QGIS reads without a warning
    dataset = driver.CreateDataSource(str(path), ["VERSION=1.2"])
    if dataset is None:
        raise DataError(
            "The file {path} cannot be created. Is the folder there, and may you write in it?",
            path=str(path),
        )
    for table in tables:
        _create_table(dataset, table, reference)
    dataset.FlushCache()
    del dataset


def _create_table(dataset: ogr.DataSource, table: Table, reference: osr.SpatialReference) -> None:
    spatial = table.geometry != "none"
    options = [f"FID={KEY}"]
    if spatial:
        options += [f"GEOMETRY_NAME={GEOMETRY}", "SPATIAL_INDEX=YES"]
    layer = dataset.CreateLayer(
        table.key, reference if spatial else None, _GEOMETRIES[table.geometry], options
    )
    if layer is None:
        raise DataError("The table {table} cannot be created.", table=table.key)
    for column in table.columns:
        if layer.CreateField(_definition(column)) != 0:
            raise DataError(
                "The column {column} of {table} cannot be created.",
                column=column.key,
                table=table.key,
            )
    layer.SyncToDisk()


def _definition(column: Column) -> ogr.FieldDefn:
    kind, subtype = _TYPES[column.type]
    definition = ogr.FieldDefn(column.key, kind)
    definition.SetSubType(subtype)
    if column.max_length:
        definition.SetWidth(column.max_length)
    default = default_of(column)
    if default:
        definition.SetDefault(default)
    return definition
