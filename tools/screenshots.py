"""Makes the pictures of README and docs from the real QGIS, with the built zip installed.

    tools/screenshots.py                       docs/images/*.png, in Swedish
    tools/screenshots.py --only report import  some of them
    tools/screenshots.py --only cycle          each step of the EST cycle, for the guide
    tools/screenshots.py --dark --to FOLDER    in QGIS's dark theme, to look at

Needs Xvfb. Every picture is a whole screen of 1366 × 768 points, the smallest that is common.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any, Dict, List, Optional

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tools.package import build  # noqa: E402  (needs the path above)
from tools.real_qgis import Profile, RealQgisError, run_script, screen  # noqa: E402

INSIDE = Path(__file__).with_name("screenshots_inside.py")
PICTURES = ("welcome", "create", "demo", "report", "import", "options", "hotspots", "atlas")
#: The walk through the whole cycle has a QGIS of its own: it changes what it shows.
CYCLE = Path(__file__).with_name("cycle_inside.py")
#: A picture in the handbook should not weigh more (bytes).
LARGEST = 250_000
#: Sixteen of the cycle stand on one page: fewer colours, so that they weigh little together.
LARGEST_OF_CYCLE = 90_000


def make(
    folder: Path, only: List[str], language: str = "sv", dark: bool = False, scale: float = 1.0
) -> List[Path]:
    """Takes the pictures and returns their files. Raises RealQgisError with QGIS's own words."""
    settings = {
        "locale/overrideFlag": "true",
        "locale/userLocale": "sv" if language == "sv" else "en_US",
        # the position of panels is ours to choose, not an earlier start's
        "qgis/iconSize": "24",
    }
    if dark:
        settings["UI/UITheme"] = "Night Mapping"
    folder.mkdir(parents=True, exist_ok=True)
    taken: List[str] = []
    if set(only) & set(PICTURES):
        taken += _inside(INSIDE, settings, folder, only, language, scale)
    if "cycle" in only:
        taken += _inside(CYCLE, settings, folder, only, language, scale)["pictures"]
    return [Path(path) for path in taken]


def _inside(
    script: Path, settings: Dict[str, str], folder: Path, only: List[str], language: str,
    scale: float,
) -> Any:  # fmt: skip
    """What a script says that has been run in a fresh QGIS with the plugin."""
    with tempfile.TemporaryDirectory(prefix="trygg-pictures-") as scratch, screen() as display:
        profile = Profile(Path(scratch) / "qgis", settings)
        profile.install(build(Path(scratch) / "trygg.zip"))
        wish = {
            "folder": str(folder), "scratch": scratch, "only": only, "language": language,
            "scale": scale, "largest": LARGEST_OF_CYCLE if script is CYCLE else LARGEST,
        }  # fmt: skip
        (profile.folder / "wish.json").write_text(json.dumps(wish), encoding="utf-8")
        return run_script(profile, script, display, timeout=900)


def main(arguments: Optional[List[str]] = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="+", choices=(*PICTURES, "cycle"),
                        default=[*PICTURES, "cycle"])
    parser.add_argument("--language", choices=("sv", "en"), default="sv")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--scale", type=float, default=1.0, help="size of the letters")
    parser.add_argument("--to", type=Path, default=ROOT / "docs" / "images")
    wish = parser.parse_args(arguments)
    try:
        taken = make(wish.to.resolve(), wish.only, wish.language, wish.dark, wish.scale)
    except RealQgisError as error:
        print(f"trygg: {error}", file=sys.stderr)
        return 1
    heavy = [path for path in taken if path.stat().st_size > LARGEST]
    for path in taken:
        print(f"trygg: {path} ({path.stat().st_size / 1000:.0f} kB)")
    for path in heavy:
        print(f"trygg: {path.name} is larger than {LARGEST / 1000:.0f} kB", file=sys.stderr)
    return 1 if heavy else 0


if __name__ == "__main__":
    sys.exit(main())
