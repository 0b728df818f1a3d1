"""The QGIS project around a workspace: layers, forms, styles, themes."""
