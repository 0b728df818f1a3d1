"""What all tests share. QGIS itself is started by pytest-qgis, without a screen."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import uuid
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Iterator, List

import pytest
from hypothesis import HealthCheck, settings
from qgis.PyQt.QtCore import QSettings

from tests.data.postgis_server import Server, running, why_not
from trygg_plugin.data.workspace import Workspace, create_workspace, open_workspace
from trygg_plugin.domain.record_types import Standard
from trygg_plugin.domain.standard import default_folder, load_standard

_STATUS = pytest.StashKey[int]()
ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT.parent / "shared" / "reference"


def _profile_of_its_own() -> Path:
    """Settings in a folder that no other run knows.

    pytest-qgis keeps them in the checkout, which the roots of test-matrix and any other run at
    the same time share: QSettings reads its file anew when another process has changed it, and
    one run's clean-up of ``trygg/`` then takes the other's settings in the middle of a test.
    """
    folder = Path(tempfile.mkdtemp(prefix="trygg-profile-"))
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = str(folder)
    QSettings.setPath(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope,
        str(folder / "profiles" / "default"),
    )  # fmt: skip
    return folder


# a machine that is busy with something else draws its examples slowly; that is no fault of a test
settings.register_profile(
    "trygg", suppress_health_check=[HealthCheck.too_slow], deadline=None, print_blob=True
)
settings.load_profile("trygg")


# at import: conftest is read before anything of a test makes a QgsSettings
PROFILE = _profile_of_its_own()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--engine", choices=("geopackage", "postgis"), default="geopackage",
        help="the engine of tests that are for any: one that names its engines runs on those",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: List[pytest.Item]) -> None:
    if config.getoption("--engine") == "postgis":
        for item in items:
            if item.get_closest_marker("geopackage"):
                item.add_marker(pytest.mark.skip(reason="about a file"))


@pytest.fixture(scope="session")
def reference() -> Path:
    """The folder with real data and the answers of independent programs; skips without it."""
    if not REFERENCE.is_dir():
        pytest.skip("reference data (../shared/reference) are not on this machine")
    return REFERENCE


@pytest.fixture(scope="session", autouse=True)
def swedish_catalogue() -> None:
    """The compiled catalogue beside its source, as new as the source: tests may ask for Swedish."""
    from tools.translations import CATALOGUE, compile_catalogue

    compiled = CATALOGUE.with_suffix(".qm")
    if not compiled.exists() or compiled.stat().st_mtime < CATALOGUE.stat().st_mtime:
        compile_catalogue(CATALOGUE, compiled)


@pytest.fixture(scope="session")
def standard() -> Standard:
    """The standard that is shipped."""
    return load_standard(default_folder())


@pytest.fixture(scope="session")
def provider(qgis_app: Any, qgis_processing: Any) -> Iterator[Any]:
    """Our provider in QGIS's registry, once for all: the registry does not keep its Python part."""
    from qgis.core import QgsApplication

    from trygg_plugin.processing.provider import TryggProvider

    made = TryggProvider()
    QgsApplication.processingRegistry().addProvider(made)
    yield made
    QgsApplication.processingRegistry().removeProvider(made)


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory, standard: Standard, qgis_app: Any) -> Path:
    """An empty workspace, made once; tests copy the file."""
    path = tmp_path_factory.mktemp("pristine") / "workspace.gpkg"
    create_workspace(path, standard, municipality_code="2080", municipality_name="Falun")
    return path


@pytest.fixture()
def geopackage_workspace(tmp_path: Path, pristine: Path) -> Workspace:
    """An empty workspace of its own for the test."""
    path = tmp_path / "workspace.gpkg"
    shutil.copy(pristine, path)
    return open_workspace(path)


@pytest.fixture()
def workspace(request: pytest.FixtureRequest) -> Workspace:
    """The same. A module that is for both engines gives :func:`any_workspace` this name, a test
    that is for both names them: ``parametrize("workspace", ["geopackage", …], indirect=True)``."""
    chosen = getattr(request, "param", request.config.getoption("--engine"))
    return request.getfixturevalue(f"{chosen}_workspace")


@pytest.fixture(scope="session")
def postgis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A PostGIS server of the tests' own; what connects is let in without being asked."""
    reason = why_not()
    if reason is not None:
        pytest.skip(reason)
    with running() as server:
        secret = tmp_path_factory.mktemp("postgis") / "pgpass"
        secret.write_text(f"127.0.0.1:{server.port}:*:{server.user}:{server.password}\n")
        secret.chmod(0o600)
        os.environ["PGPASSFILE"] = str(secret)
        yield server
        del os.environ["PGPASSFILE"]


@pytest.fixture(scope="session")
def pristine_postgis(postgis: Server, standard: Standard, qgis_app: Any) -> str:
    """An empty workspace in a database of its own, made once; tests clone the database."""
    database = "trygg_pristine"
    postgis.execute(f"CREATE DATABASE {database}")
    postgis.execute("CREATE EXTENSION postgis", database)
    create_workspace(postgis.target(database), standard, municipality_code="2080",
                     municipality_name="Falun")  # fmt: skip
    return database


@contextmanager
def cloned(server: Server, pristine: str) -> Iterator[Workspace]:
    """A workspace in a database of its own, which goes afterwards."""
    database = f"trygg_{uuid.uuid4().hex[:12]}"
    server.execute(f"CREATE DATABASE {database} TEMPLATE {pristine} {server.fast_copy}")
    try:
        yield open_workspace(server.target(database))
    finally:
        server.execute(f"DROP DATABASE {database} WITH (FORCE)")


@pytest.fixture()
def postgis_workspace(postgis: Server, pristine_postgis: str) -> Iterator[Workspace]:
    """An empty workspace in a database of its own for the test; the login owns everything."""
    with cloned(postgis, pristine_postgis) as workspace:
        yield workspace


ENGINES = ["geopackage", pytest.param("postgis", marks=pytest.mark.native)]


@pytest.fixture(scope="module", params=ENGINES)
def shared_workspace(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workspace]:
    """One for tests of a module that leave nothing or do not mind what others left."""
    if request.param == "geopackage":
        path = tmp_path_factory.mktemp("shared") / "workspace.gpkg"
        shutil.copy(request.getfixturevalue("pristine"), path)
        yield open_workspace(path)
        return
    server = request.getfixturevalue("postgis")
    with cloned(server, request.getfixturevalue("pristine_postgis")) as workspace:
        yield workspace


@pytest.fixture(params=ENGINES)
def any_workspace(request: pytest.FixtureRequest) -> Workspace:
    """An empty workspace of its own for the test, on each engine in turn."""
    kind = {"geopackage": "geopackage_workspace", "postgis": "postgis_workspace"}[request.param]
    return request.getfixturevalue(kind)


@pytest.fixture(scope="session")
def built_zip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plugin's zip, built as for a release."""
    from tools.package import build

    return build(tmp_path_factory.mktemp("dist") / "trygg.zip")


@pytest.fixture(scope="session")
def x_display():
    """A virtual screen for tests that start programs of their own; gives its DISPLAY."""
    from tools.real_qgis import screen

    with screen() as display:
        yield display


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    session.config.stash[_STATUS] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave at once, with pytest's own answer.

    What Python and Qt still hold dies in no certain order, and QGIS 3.44 aborts now and then in
    its own destructors after all is told. How the plugin behaves when QGIS closes is for
    tests/app, in the real application.
    """
    status = config.stash.get(_STATUS, None)
    if status is not None:
        sys.stdout.flush()
        sys.stderr.flush()
        shutil.rmtree(PROFILE, ignore_errors=True)
        os._exit(status)


def pytest_report_header() -> str:
    from qgis.core import Qgis

    platform = os.environ.get("QT_QPA_PLATFORM", "a screen")
    shared = "with" if REFERENCE.is_dir() else "without"
    return f"QGIS {Qgis.QGIS_VERSION} on {platform}, {shared} reference data"
