"""Every published table opens with deltalake (PyArrow), DuckDB and Polars, and says what Spark says.

Needs NEWSTIDE_LAKE; Spark's side is one `newstide sql --format json`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unittest
from pathlib import Path

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
from deltalake import DeltaTable

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "notebooks"))
from lake import TABLES  # noqa: E402

LAKE = os.environ["NEWSTIDE_LAKE"]
# Settings for tables of a few hundred rows.
SMALL = ["--driver-memory", "2g", "--conf", "spark.sql.shuffle.partitions=1"]
SMALL += ["--conf", "spark.databricks.delta.snapshotPartitions=1", "--conf", "spark.network.timeout=3600s"]


def numeric(table: str) -> list[str]:
    schema = pa.schema(DeltaTable(f"{LAKE}/{table}").schema().to_arrow())
    return [field.name for field in schema if pa.types.is_integer(field.type) or pa.types.is_floating(field.type)]


def weekly(table: str) -> list[str]:
    return ["week_start"] if "week_start" in pa.schema(DeltaTable(f"{LAKE}/{table}").schema().to_arrow()).names else []


def by_spark() -> dict[str, dict]:
    """Rows, sums and the first week of every table, in one query."""
    figures = []
    for table in TABLES:
        columns = ["count(*) AS `rows of table`"]
        columns += [f"CAST(sum(`{name}`) AS DOUBLE) AS `{name}`" for name in numeric(table)]
        columns += [f"CAST(min({name}) AS STRING) AS {name}" for name in weekly(table)]
        figures.append(f"(SELECT to_json(struct({', '.join(columns)})) FROM {table}) AS {table}")
    query = f"SELECT {', '.join(figures)}"
    answered = subprocess.run(
        [str(ROOT / "scripts" / "newstide"), *SMALL, "sql", "--lake", LAKE, "--format", "json", query],
        capture_output=True,
        text=True,
    )
    assert answered.returncode == 0, answered.stderr[-3000:]
    return {table: json.loads(text) for table, text in json.loads(answered.stdout.splitlines()[-1]).items()}


class Readers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.spark = by_spark()

    def compare(self, table: str, found: dict):
        expected = self.spark[table]
        for name in ["rows of table", *numeric(table)]:
            if expected.get(name) is None:
                self.assertIsNone(found[name], f"{table}.{name}")
            else:
                self.assertAlmostEqual(
                    float(found[name]), float(expected[name]), delta=1e-9 * max(1.0, abs(expected[name])), msg=f"{table}.{name}"
                )
        for name in weekly(table):
            self.assertEqual(str(found[name]), expected[name], f"{table}.{name}")

    def test_every_table_of_the_sample_holds_rows(self):
        self.assertEqual([table for table in TABLES if self.spark[table]["rows of table"] == 0], [])

    def test_deltalake_reads_what_spark_reads(self):
        for table in TABLES:
            rows = DeltaTable(f"{LAKE}/{table}").to_pyarrow_table()
            found = {"rows of table": rows.num_rows}
            found |= {name: pc.sum(rows[name]).as_py() for name in numeric(table)}
            found |= {name: pc.min(rows[name]).as_py() for name in weekly(table)}
            self.compare(table, found)

    def test_duckdb_reads_what_spark_reads(self):
        for table in TABLES:
            connection = duckdb.connect()
            connection.register(table, DeltaTable(f"{LAKE}/{table}").to_pyarrow_dataset())
            columns = ['count(*) AS "rows of table"', *(f'sum("{name}") AS "{name}"' for name in numeric(table))]
            columns += [f"min({name}) AS {name}" for name in weekly(table)]
            answer = connection.execute(f"SELECT {', '.join(columns)} FROM {table}")
            self.compare(table, dict(zip([column[0] for column in answer.description], answer.fetchone())))

    def test_duckdb_filters_on_the_partition_column(self):
        week = self.spark["entity_week"]["week_start"]
        connection = duckdb.connect()
        connection.register("entity_week", DeltaTable(f"{LAKE}/entity_week").to_pyarrow_dataset())
        filtered = connection.execute("SELECT count(*) FROM entity_week WHERE week_start = ?::DATE", [week]).fetchone()[0]
        rows = DeltaTable(f"{LAKE}/entity_week").to_pyarrow_table()["week_start"].to_pylist()
        self.assertEqual(filtered, sum(str(day) == week for day in rows))
        self.assertGreater(filtered, 0)

    def test_polars_reads_what_spark_reads(self):
        for table in TABLES:
            frame = pl.scan_delta(f"{LAKE}/{table}")
            columns = [pl.len().alias("rows of table")]
            columns += [
                pl.when(pl.col(name).count() > 0).then(pl.col(name).sum().cast(pl.Float64)).alias(name) for name in numeric(table)
            ]
            columns += [pl.col(name).min().alias(name) for name in weekly(table)]
            self.compare(table, frame.select(columns).collect().row(0, named=True))

    def test_no_table_needs_more_than_the_oldest_readers_know(self):
        for table in TABLES:
            self.assertEqual(DeltaTable(f"{LAKE}/{table}").protocol().min_reader_version, 1, table)


if __name__ == "__main__":
    unittest.main(verbosity=2)
