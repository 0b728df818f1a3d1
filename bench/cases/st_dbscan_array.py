"""ST-DBSCAN with points in memory: the clustering itself."""

from __future__ import annotations

from bench.cases.st_dbscan import DAYS, DISTANCE, FEWEST
from bench.frame import Answer, Case, Entry, Job


def ours(size: int) -> Job:
    from bench import data
    from trygg_plugin.analysis.st_dbscan import st_dbscan

    made = data.incidents(size)

    def run() -> Answer:
        found = st_dbscan(made.x, made.y, made.minute / 1440.0, DISTANCE, DAYS, FEWEST)
        return Answer({"clusters": found.clusters, "noise": int((found.label < 0).sum())})

    return Job(run)


CASE = Case(
    name="st_dbscan_array",
    title="ST-DBSCAN (100 m, 14 days, at least 5): points in memory",
    entries=(Entry("trygg st_dbscan", ours, ours=True),),
    quick=(10_000,),
    full=(10_000, 100_000, 1_000_000),
)
