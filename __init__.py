"""Trygg, a QGIS plugin. QGIS loads the folder that this file stands in."""


def classFactory(iface):  # noqa: N802  (QGIS asks for this name)
    """The plugin, for QGIS's plugin loader; ``iface`` is None in qgis_process."""
    from .trygg_plugin.plugin import TryggPlugin

    return TryggPlugin(iface)
