"""ruff, mypy, flake8-qgis and vermin agree with the code."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.native
SHIPPED = ("trygg_plugin", "__init__.py")
VERMIN = ("-t=3.9-", "--no-tips", "--violations", "--feature", "union-types")


def passes(done) -> None:
    assert done.returncode == 0, f"\n{done.stdout}{done.stderr}"


def test_ruff(lint):
    passes(lint("ruff", "check", "--no-cache", "--output-format=concise", "."))


def test_mypy_strict_in_domain_and_analysis(lint, tmp_path_factory):
    cache = tmp_path_factory.getbasetemp().parent / "mypy"
    passes(lint("mypy", "--cache-dir", cache, "--config-file", "pyproject.toml"))


def test_qgis_habits(lint):
    # QGS402 asks for QgsSettings where QSettings is what is meant
    passes(lint("flake8", "--isolated", "--select=QGS", "--extend-ignore=QGS402", *SHIPPED))


def test_runs_on_python_3_9(lint):
    """Syntax and standard library: QGIS 3.22 for Windows brings Python 3.9."""
    passes(lint("vermin", *VERMIN, *SHIPPED))


@pytest.mark.parametrize(
    "source",
    [
        "import tomllib\n",
        "match 1:\n    case _:\n        pass\n",
        "Number = int | None\n",
        "list(zip([1], [2], strict=True))\n",
    ],
)
def test_a_newer_python_is_noticed(lint, tmp_path, source):
    newer = tmp_path / "newer.py"
    newer.write_text(source)
    assert lint("vermin", *VERMIN, newer).returncode != 0
