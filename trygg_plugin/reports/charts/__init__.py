"""Charts as SVG, drawn by us: the same picture in a layout, a web page and a document.

Every chart is a function of plain arrays and a language ("sv" or "en") that returns an SVG
string, with a ``..._text`` function beside it that says the same in one or two sentences (the
text alternative that accessibility law asks for; it is also the picture's ``<desc>``).
No Qt, no numpy, no matplotlib. The SVG keeps to what Qt's renderer draws (SVG Tiny 1.2).
"""

from .alert_series import alert_series, alert_series_text
from .before_after import before_after, before_after_text
from .calendar_heat import calendar_heat, calendar_heat_text
from .coverage import coverage, coverage_text
from .fishbone import Bone, Cause, fishbone, fishbone_text
from .funnel import funnel, funnel_text
from .knox_table import knox_table, knox_table_text
from .lorenz import lorenz, lorenz_text
from .monthly_curve import monthly_curve, monthly_curve_text
from .ranked import ranked, ranked_text
from .series_effect import series_effect, series_effect_text
from .svg import FULL, HALF, Size
from .week_heat import week_heat, week_heat_text
from .year_wheel import year_wheel, year_wheel_text

__all__ = [
    "FULL",
    "HALF",
    "Bone",
    "Cause",
    "Size",
    "alert_series",
    "alert_series_text",
    "before_after",
    "before_after_text",
    "calendar_heat",
    "calendar_heat_text",
    "coverage",
    "coverage_text",
    "fishbone",
    "fishbone_text",
    "funnel",
    "funnel_text",
    "knox_table",
    "knox_table_text",
    "lorenz",
    "lorenz_text",
    "monthly_curve",
    "monthly_curve_text",
    "ranked",
    "ranked_text",
    "series_effect",
    "series_effect_text",
    "week_heat",
    "week_heat_text",
    "year_wheel",
    "year_wheel_text",
]
