"""Where the benchmark keeps what it makes: in the user's cache folder, never in the checkout."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
#: Real data for trials; a case that needs them is left out without them.
REFERENCE = ROOT.parent / "shared" / "reference"


def cache() -> Path:
    """The benchmark's folder, made when it is not there."""
    base = os.environ.get("TRYGG_CACHE")
    if base is None:
        home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
        base = str(Path(home) / "trygg")
    folder = Path(base) / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def scratch(name: str) -> Path:
    """A file for a result, in a folder that goes with the process (:func:`clear`)."""
    folder = _scratch()
    folder.mkdir(exist_ok=True)
    return folder / name


def clear() -> None:
    """Remove what this process wrote with :func:`scratch`."""
    shutil.rmtree(_scratch(), ignore_errors=True)


def _scratch() -> Path:
    return cache() / f"scratch-{os.getpid()}"
