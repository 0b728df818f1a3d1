"""Builds the zip that QGIS installs: the tracked files without what only a repository needs."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import List, Tuple

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tools.translations import CATALOGUE, compile_catalogue  # noqa: E402  (needs the path above)

#: The one folder in the zip. QGIS takes it as the plugin's name, so it may never change.
FOLDER = "trygg"


class PackageError(Exception):
    """Why no zip could be built."""


def _git(*arguments: str, stdin: str = "") -> str:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=ROOT, input=stdin, capture_output=True, text=True, check=True
        )
    except FileNotFoundError as error:
        raise PackageError("git is missing: the zip is built from the files it tracks.") from error
    except subprocess.CalledProcessError as error:
        raise PackageError(f"git could not list what to ship: {error.stderr.strip()}") from error
    return done.stdout


def shipped_files() -> List[str]:
    """Paths, relative to the root, of the tracked files that are not marked export-ignore."""
    tracked = [path for path in _git("ls-files", "-z").split("\0") if path]
    answer = _git("check-attr", "-z", "--stdin", "export-ignore", stdin="\0".join(tracked))
    cells = answer.split("\0")[:-1]
    ignored = {
        path
        for path, state in zip(cells[0::3], cells[2::3])
        if state not in ("unspecified", "unset")
    }
    return sorted(path for path in tracked if path not in ignored and (ROOT / path).is_file())


def _commit_time() -> Tuple[int, int, int, int, int, int]:
    """The time that all files in the zip get, so that the same commit gives the same zip."""
    text = _git("log", "-1", "--format=%cd", "--date=format-local:%Y %m %d %H %M %S").split()
    year, month, day, hour, minute, second = (int(part) for part in text)
    return (year, month, day, hour, minute, second)


def build(target: Path) -> Path:
    """Writes the zip to ``target`` and returns it. Raises PackageError with a sentence."""
    time = _commit_time()
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, zipfile.ZipFile(
        target, "w", zipfile.ZIP_DEFLATED, compresslevel=9
    ) as archive:

        def add(source: Path, path: str) -> None:
            entry = zipfile.ZipInfo(f"{FOLDER}/{path}", date_time=time)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, source.read_bytes())

        for path in shipped_files():
            add(ROOT / path, path)
        compiled = Path(scratch) / CATALOGUE.with_suffix(".qm").name
        compile_catalogue(CATALOGUE, compiled)
        add(compiled, f"i18n/{compiled.name}")
    return target


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", nargs="?", type=Path, default=ROOT / "dist" / "trygg.zip")
    target = parser.parse_args().target
    try:
        build(target)
    except PackageError as error:
        print(f"trygg: {error}", file=sys.stderr)
        return 1
    print(f"trygg: {target} ({target.stat().st_size / 1024:.0f} kB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
