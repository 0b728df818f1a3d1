"""EST and the law as plain Python: no QGIS, no Qt, nothing of ours."""
