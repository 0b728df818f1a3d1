"""The gates that read the code use tools of their own environment (tools/requirements-lint.txt)."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Callable

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def lint_python() -> Path:
    """The Python with the linters. `make test` names it; then it must be there."""
    named = os.environ.get("TRYGG_LINT")
    where = named or subprocess.run(
        [ROOT / "tools" / "setup.sh", "--where", "lint"], capture_output=True, text=True
    ).stdout.strip()
    if not named and not Path(where).exists():
        pytest.skip("the linters are not installed here; `make test` installs them")
    return Path(where)


@pytest.fixture(scope="session")
def lint(lint_python: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs one linter, at the root of the project unless told otherwise."""

    def run(tool: str, *arguments: object, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
        environment = {
            key: value for key, value in os.environ.items() if not key.startswith("PYTHON")
        }
        return subprocess.run(
            [str(lint_python.with_name(tool)), *map(str, arguments)],
            cwd=cwd,
            env=environment,
            capture_output=True,
            text=True,
        )

    return run
