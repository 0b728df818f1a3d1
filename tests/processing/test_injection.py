"""No text that people give becomes a part of a statement: every tool's, and every search field's.

Each text parameter of each tool is tried, by its type, so that a new tool is tried without being
named here. The tool answers or refuses with a sentence, and the database is as it was.
"""

from __future__ import annotations

from contextlib import closing
from datetime import date, datetime
from typing import Any, Dict, Iterator, List

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from tests.processing.conftest import Log, area_layer, square
from trygg_plugin.data.casework.find import find
from trygg_plugin.data.casework.measure_cards import read_cards
from trygg_plugin.data.casework.queue import QueueFilter, counts
from trygg_plugin.data.casework.versions import deleted_question
from trygg_plugin.data.casework.words import Words
from trygg_plugin.data.errors import DataError
from trygg_plugin.data.geometry import point_wkb
from trygg_plugin.processing import provider as provider_module

pytestmark = pytest.mark.native

#: What ends a literal, a name, a function's text or a statement, and what drivers read as theirs.
ALL_AT_ONCE = "x'); DROP TABLE incident; --\"$$ $body$ {p} %s %(x)s ? :x \\"
TEXTS = [
    ALL_AT_ONCE,
    "' OR '1'='1",
    '"; DROP SCHEMA falun CASCADE; --',
    "x\0'; DELETE FROM incident; --",
    "\\'; DELETE FROM incident; --",
    "å" * 20_000,
    "\u02bc\uff07; DROP TABLE incident; --\u2028",
]
#: Types of parameters that take a text, in whatever form the tool then reads it.
TAKEN = ("string", "expression", "datetime", "enum", "file", "providerconnection", "authcfg")
#: Texts that no statement is near: a document or a move for each is slow. They go along in all.
PRINTED = ("NAME", "SOURCE", "LOGO", "TEMPLATES", "PHOTOS")
CONNECTION = "trygg injection"
#: What a tool needs before it asks for the parameter that is tried.
BEFORE: Dict[str, Dict[str, Any]] = {
    "SCHEMA": {"CONNECTION": CONNECTION},
    "NEW_SCHEMA": {"NEW_CONNECTION": CONNECTION},
    "ORGANISATION": {"LOGIN": "x"},
}


def names() -> List[str]:
    return sorted(
        one.NAME
        for module in provider_module.algorithm_modules()
        for one in provider_module.algorithms_in(module)
    )


@pytest.fixture(scope="module")
def workspace(shared_workspace) -> Iterator[Any]:
    """A few incidents, a measure and a deleted record; a server also in QGIS's own list."""
    with shared_workspace.transaction(importing=True) as transaction:
        for number in range(12):
            transaction.insert(
                "incident",
                {"category": "vandalism", "subcategory": "graffiti", "channel": "import",
                 "time_from": datetime(2024, 1, 1 + number, 12), "status": "approved",
                 "place_name": "Torget"},
                geometry=point_wkb(600_000 + 37 * number, 6_600_000 + 53 * number),
            )  # fmt: skip
    shared_workspace.delete("incident", shared_workspace.rows("incident")[0].uuid)
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    target = getattr(shared_workspace.engine, "target", None)
    if target is not None:
        uri = target.uri()
        kept = {"saveUsername": True, "savePassword": False}
        metadata.saveConnection(metadata.createConnection(uri.uri(False), kept), CONNECTION)
    yield shared_workspace
    if target is not None:
        metadata.deleteConnection(CONNECTION)


def everything(workspace: Any) -> Any:
    """Every table with its number of rows, and on a server those of other schemas and the roles."""
    with workspace.reading():
        if workspace.file is not None:
            known = workspace.query("SELECT type, name FROM sqlite_master ORDER BY 1, 2")
            own = [row["name"] for row in known if row["type"] == "table"
                   and not row["name"].startswith("rtree")]  # fmt: skip
        else:
            known = workspace.query(
                "SELECT n.nspname AS type, c.relname AS name FROM pg_class c JOIN pg_namespace n "
                "ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'v') AND n.nspname !~ '^pg_' "
                "UNION ALL SELECT 'role', rolname FROM pg_roles ORDER BY 1, 2"
            )
            own = [row["name"] for row in known
                   if row["type"] == workspace.engine.target.schema]  # fmt: skip
        counted = workspace.query(" UNION ALL ".join(
            f"SELECT {number} AS place, count(*) AS n FROM \"{table}\""
            for number, table in enumerate(own)
        ))  # fmt: skip
    return [tuple(row.values()) for row in known], sorted(tuple(r.values()) for r in counted)


class Tool:
    """One algorithm on the workspace, given one nasty text at a time."""

    def __init__(self, provider: Any, project: Any, workspace: Any, name: str, folder: Any) -> None:
        self.algorithm = provider.algorithm(name)
        self.project, self.folder = project, folder
        self.incidents = QgsVectorLayer(
            workspace.layer_uri("incident", "point")[0], "incident",
            workspace.layer_uri("incident")[1],
        )  # fmt: skip
        assert self.incidents.isValid()
        self.areas = area_layer([square(599_000, 6_599_000, 3000), square(602_000, 6_599_000, 999)])
        self.given = self._usual(workspace)

    def _usual(self, workspace: Any) -> Dict[str, Any]:
        given: Dict[str, Any] = {}
        for one in self.algorithm.parameterDefinitions():
            if one.name() in PRINTED:
                given[one.name()] = ALL_AT_ONCE
            elif one.type() == "fileDestination":
                given[one.name()] = str(self.folder / f"{one.name()}.html")
            elif one.isDestination():
                given[one.name()] = "TEMPORARY_OUTPUT"
            elif one.name() == "WORKSPACE":
                given[one.name()] = workspace.source
            elif isinstance(one, QgsProcessingParameterFeatureSource):
                given[one.name()] = self.incidents if one.name() == "INPUT" else self.areas
            elif isinstance(one, QgsProcessingParameterField):
                known = {"DATE_FIELD": "time_from", "CATEGORY_FIELD": "category"}
                if one.name() in known:
                    given[one.name()] = known[one.name()]
        return given

    @property
    def texts(self) -> List[str]:
        return [one.name() for one in self.algorithm.parameterDefinitions()
                if one.type() in TAKEN and one.name() not in PRINTED]  # fmt: skip

    def run(self, parameter: str, text: str) -> None:
        given = {**self.given, **BEFORE.get(parameter, {}), parameter: text}
        context, log = QgsProcessingContext(), Log()
        context.setProject(self.project)
        context.setFeedback(log)
        algorithm = self.algorithm.create()
        fine, why = algorithm.checkParameterValues(given, context)
        if not fine:
            assert why.strip()
            return
        said: List[str] = []
        log.reportError = lambda sentence, fatal=False: said.append(sentence)  # type: ignore
        _, done = algorithm.run(given, context, log)
        assert "Traceback" not in log.text, (parameter, text[:60], log.text)
        assert not any("An error in Trygg" in one for one in said), (parameter, said)


@pytest.mark.parametrize("name", names())
def test_a_tool_takes_every_text_for_a_text(provider, project, workspace, tmp_path, name):
    tool = Tool(provider, project, workspace, name, tmp_path)
    before = everything(workspace)
    tried = 0
    for place, parameter in enumerate(tool.texts):
        if parameter == "SCHEMA" and workspace.file is not None:
            continue
        if parameter == "NEW_SCHEMA":  # makes what it names: tests/data/test_moving.py
            continue
        for text in (ALL_AT_ONCE, TEXTS[1 + (place + len(name)) % (len(TEXTS) - 1)]):
            tool.run(parameter, text)
            tried += 1
    assert everything(workspace) == before
    assert tried or not tool.texts


@pytest.mark.parametrize("text", TEXTS)
def test_a_search_field_takes_every_text_for_a_text(workspace, text):
    before = everything(workspace)
    words = Words(workspace, "sv")

    def deleted() -> List[Any]:
        where, parameters, _ = deleted_question(words, "incident", text)
        return workspace.query(f"SELECT uuid FROM incident WHERE {where}", parameters)

    for ask in (
        lambda: list(find(workspace, text)),
        lambda: read_cards(workspace, date.today(), search=text),
        lambda: [sum(one.values()) for one in counts(workspace, QueueFilter(search=text)).values()],
        deleted,
    ):
        try:
            assert not any(answer for answer in ask())
        except DataError as error:
            assert "\0" in text and str(error).endswith(".")
    assert everything(workspace) == before


def test_names_with_quotes_are_names(postgis, tmp_path, provider, standard):
    """Of the schema, the database, the login and its organisation."""
    from trygg_plugin.data.logins import create_login, list_logins, set_login, suggest_password
    from trygg_plugin.data.workspace import create_workspace

    odd = "o'\"; DROP SCHEMA x; --"
    quoted = '"' + odd.replace('"', '""') + '"'
    postgis.execute(f"CREATE DATABASE {quoted}")
    try:
        postgis.execute("CREATE EXTENSION postgis", odd)
        made = create_workspace(postgis.target(odd, odd), standard)
        organisation = made.insert("actor", {"name": odd, "kind": "school"})
        create_login(made, f"{odd} login", suggest_password())
        set_login(made, f"{odd} login", "reporter", organisation)
        (login,) = list_logins(made)
        assert (login.name, login.organisation_name) == (f"{odd} login", odd)
        made.insert("incident", {"category": "rumour", "channel": "qgis",
                                 "time_from": datetime(2024, 1, 1)},
                    geometry=point_wkb(600_000, 6_600_000))  # fmt: skip
        source, kind = made.layer_uri("incident", "point")
        layer = QgsVectorLayer(source, odd, kind)
        assert layer.isValid() and layer.featureCount() == 1
        with closing(made.engine.connect()) as connection:
            cursor = connection.cursor()
            cursor.execute("SELECT count(*) FROM pg_namespace WHERE nspname = %s", (odd,))
            assert cursor.fetchone() == (1,)
    finally:
        postgis.execute(f"DROP DATABASE {quoted} WITH (FORCE)")
        with closing(postgis.connect()) as administrator:
            cursor = administrator.cursor()
            cursor.execute("SELECT quote_ident(rolname) FROM pg_roles WHERE rolname LIKE 'o''%'")
            for (role,) in cursor.fetchall():
                cursor.execute(f"DROP ROLE {role}")
