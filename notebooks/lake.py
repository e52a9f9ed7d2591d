"""Opens a Newstide lake for the notebooks.

NEWSTIDE_LAKE is the folder of the tables (default: ``lake`` beside the notebooks' folder),
NEWSTIDE_JAR another place of newstide.jar, which carries Delta for Spark.
"""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLES = (
    "corpus_week",
    "articles",
    "mentions",
    "relations",
    "share_claims",
    "entity_week",
    "pair_week",
    "reported_share",
    "quarantine",
    "runs",
)


class NotReady(Exception):
    """Shown as its message alone: problem, place, remedy."""

    def _render_traceback_(self):  # IPython asks for it in a traceback's place
        return [str(self)]


def lake_path() -> str:
    """The lake's folder, once it is known to hold tables."""
    path = os.environ.get("NEWSTIDE_LAKE", str(ROOT / "lake"))
    if "://" not in path and not (Path(path) / "entity_week" / "_delta_log").is_dir():
        raise NotReady(
            f"LAKE_MISSING: {path}: here are no tables of Newstide. Make them with `scripts/quickstart.sh`,"
            " or set NEWSTIDE_LAKE to the folder that `newstide run --lake` wrote, and restart the kernel."
        )
    return path


def open_spark():
    """A local Spark session in which every table of the lake is a view under its own name."""
    lake = lake_path()
    jar = Path(os.environ.get("NEWSTIDE_JAR", ROOT / "jobs" / "target" / "newstide.jar"))
    if not jar.is_file():
        raise NotReady(
            f"JAR_MISSING: {jar}: Newstide is not built, and its jar brings Delta to Spark."
            " Run `mvn -B -DskipTests package`, or set NEWSTIDE_JAR, and restart the kernel."
        )
    from pyspark.sql import SparkSession

    spark = (
        SparkSession.builder.appName("newstide notebook")
        .master(os.environ.get("NEWSTIDE_MASTER", "local[*]"))
        .config("spark.jars", str(jar))
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .config("spark.sql.session.timeZone", "UTC")
        # The tables are weekly figures: a handful of partitions is enough for years of them.
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.databricks.delta.snapshotPartitions", "2")
        # A laptop that slept in the middle goes on.
        .config("spark.network.timeout", "3600s")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    for table in TABLES:
        if "://" in lake or (Path(lake) / table / "_delta_log").is_dir():
            spark.read.format("delta").load(f"{lake}/{table}").createOrReplaceTempView(table)
    return spark


def open_arrow() -> dict:
    """Every table of the lake as an Arrow table, read by deltalake without Spark."""
    from deltalake import DeltaTable

    lake = lake_path()
    return {
        table: DeltaTable(f"{lake}/{table}").to_pyarrow_table()
        for table in TABLES
        if "://" in lake or (Path(lake) / table / "_delta_log").is_dir()
    }
