"""Density along 3,000 street segments: equal split, R = 300 m, at every 25 m."""

from __future__ import annotations

from bench.frame import Answer, Case, Entry, Job, Within

SEGMENTS, RADIUS, PIECE = 3_000, 300.0, 25.0


def _ours(size: int, method: str) -> Job:
    from bench import data
    from trygg_plugin.analysis.network_density import lixels, network_density
    from trygg_plugin.analysis.street_network import snap, street_network

    lines = data.streets(SEGMENTS)
    x, y = data.street_incidents(size, lines).T

    def run() -> Answer:
        network = street_network(lines)
        at = snap(network, x, y)
        pieces = lixels(network, PIECE)
        density = network_density(network, at.edge, at.offset, pieces.edge, pieces.centre, RADIUS,
                                  method=method)
        return Answer({"pieces": len(density), "highest": f"{density.max():.1f}",
                       "events": f"{(density * pieces.length_km).sum():.0f}"})

    return Job(run)


def continuous(size: int) -> Job:
    return _ours(size, "continuous")


def discontinuous(size: int) -> Job:
    return _ours(size, "discontinuous")


def algorithm(size: int) -> Job:
    import numpy as np
    from osgeo import ogr, osr

    from bench import data, places, qgis_session

    lines = data.streets(SEGMENTS)
    path = places.scratch("town.gpkg")
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(data.CRS)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    for name, kind, parts in (
        ("streets", ogr.wkbLineString, lines),
        ("incidents", ogr.wkbPoint, data.street_incidents(size, lines)[:, None]),
    ):
        layer = source.CreateLayer(name, crs, kind)
        layer.StartTransaction()
        for part in parts:
            feature, geometry = ogr.Feature(layer.GetLayerDefn()), ogr.Geometry(kind)
            for x, y in np.asarray(part).tolist():
                geometry.AddPoint_2D(x, y)
            feature.SetGeometry(geometry)
            layer.CreateFeature(feature)
        layer.CommitTransaction()
    del feature, layer, source
    qgis_session.start()
    streets, incidents = (qgis_session.layer(path, name) for name in ("streets", "incidents"))
    output = places.scratch("street-density.gpkg")

    def run() -> Answer:
        qgis_session.run("trygg:streetdensity", {
            "INPUT": incidents, "STREETS": streets, "BANDWIDTH": RADIUS, "PIECE": PIECE,
            "OUTPUT": str(output),
        })
        return Answer()

    return Job(run, lambda: output.unlink(missing_ok=True))


CASE = Case(
    name="street_density",
    title="Density along 3,000 street segments (equal split, R = 300 m, pieces of 25 m)",
    entries=(
        Entry("trygg network_density, continuous", continuous, ours=True),
        Entry("trygg network_density, discontinuous", discontinuous, ours=True),
        Entry("trygg:streetdensity", algorithm, ours=True),
    ),
    quick=(1_000,),
    full=(1_000, 10_000),
    size_label=lambda events: f"{events:,} events",
    goals=(
        Within(10_000, "trygg network_density, continuous", 10),
        Within(10_000, "trygg:streetdensity", 10),
    ),
    note="Network, moving events to streets and density together; trygg:streetdensity from "
         "GeoPackage layers to a written layer.",
)
