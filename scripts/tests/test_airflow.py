"""The weekly DAG under the real Airflow: it loads, renders, submits to Spark, and repeats without a trace.

Needs: AIRFLOW_HOME with a migrated database, SPARK_HOME (a Spark 3.5) with its bin on PATH, NEWSTIDE_JAR,
NOTEBOOKS_PYTHON (a Python with pyspark and deltalake). scripts/test-analysts.sh sets them.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest
import warnings
from datetime import datetime, timedelta, timezone
from pathlib import Path
from types import SimpleNamespace

ROOT = Path(__file__).resolve().parents[2]
DAGS = ROOT / "scripts" / "airflow" / "dags"
TESTS = ROOT / "scripts" / "tests"
# Four weeks in a row in which the sample has news.
MONDAYS = [datetime(2025, 6, 2, tzinfo=timezone.utc) + timedelta(weeks=i) for i in range(4)]
WEEKS = ["2025-W23", "2025-W24", "2025-W25", "2025-W26"]
CONNECTION = json.dumps({"conn_type": "spark", "host": "local[2]"})
LAKE = Path(tempfile.mkdtemp(prefix="newstide-airflow-")) / "lake"
# The shipped configuration with the linear reader: Spark NLP loads one encoder a JVM, and run_commands.py has but one.
CONFIG = LAKE.with_name("newstide.conf")
CONFIG.write_text((ROOT / "conf" / "newstide.conf").read_text().replace("engine = cascade", "engine = linear"))
os.environ.update(
    {
        "NEWSTIDE_HOME": str(ROOT),
        "NEWSTIDE_CONFIG": str(CONFIG),
        "NEWSTIDE_LAKE": str(LAKE),
        "NEWSTIDE_START": "2025-01-06",
        "AIRFLOW__CORE__DAGS_FOLDER": str(DAGS),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "NEWSTIDE_SPARK_CONF": json.dumps(
            {
                "spark.driver.memory": "2g",
                "spark.sql.shuffle.partitions": "1",
                "spark.databricks.delta.snapshotPartitions": "1",
                # On a machine that is busy with other tests a driver may pause for long.
                "spark.network.timeout": "3600s",
            }
        ),
    }
)
sys.path.insert(0, str(DAGS))

with warnings.catch_warnings(record=True) as WARNED:
    warnings.simplefilter("always")
    import newstide_weekly

from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowSkipException  # noqa: E402

DAG = newstide_weekly.dag


def run_of(start: datetime | None, week: str | None = None, run_type: str = "scheduled") -> dict:
    """What a template sees of a run."""
    run_after = (start or datetime(2025, 6, 18, 9, tzinfo=timezone.utc)) + timedelta(weeks=1 if start else 0)
    dag_run = SimpleNamespace(data_interval_start=start, run_after=run_after, run_type=run_type)
    return {"params": {"week": week}, "dag_run": dag_run}


def arguments(task_id: str, context: dict) -> list[str]:
    task = DAG.get_task(task_id)
    return task.render_template(task.application_args, context, DAG.get_template_env())


class Loading(unittest.TestCase):
    def test_the_dag_loads_without_errors_or_deprecated_use(self):
        deprecated = [
            str(warning.message)
            for warning in WARNED
            if "Deprecat" in warning.category.__name__ or "RemovedIn" in warning.category.__name__
            if str(DAGS) in str(warning.filename)
        ]
        self.assertEqual(deprecated, [])
        listed = subprocess.run(
            [shutil.which("airflow"), "dags", "list-import-errors", "-o", "json", "--local"], capture_output=True, text=True
        )
        self.assertEqual(json.loads(listed.stdout.strip().splitlines()[-1] or "[]") if listed.stdout.strip() else [], [])

    def test_stages_follow_each_other_and_runs_of_one_lake_never_overlap(self):
        order = ["check", "extract", "trends", "publish", "confirm", "report", "maintain"]
        self.assertEqual([task.task_id for task in DAG.topological_sort()], order)
        for before, after in zip(order, order[1:]):
            self.assertEqual(DAG.get_task(before).downstream_task_ids, {after})
        self.assertEqual(DAG.max_active_runs, 1)
        self.assertTrue(DAG.catchup)
        self.assertEqual(type(DAG.timetable).__name__, "CronDataIntervalTimetable")

    def test_assets_tell_of_every_table_once_the_week_is_confirmed(self):
        outlets = {asset.name for asset in DAG.get_task("confirm").outlets}
        self.assertIn("newstide/entity_week", outlets)
        self.assertEqual(len(outlets), 8)
        self.assertEqual([asset.name for asset in DAG.get_task("report").outlets], ["newstide/report"])
        self.assertEqual(DAG.get_task("publish").outlets, [])


class Templates(unittest.TestCase):
    def test_a_scheduled_run_computes_its_week_and_the_trailing_ones(self):
        start = datetime(2024, 12, 30, 6, tzinfo=timezone.utc)
        for stage in ("extract", "trends", "publish"):
            args = arguments(stage, run_of(start))
            self.assertEqual(args[0], stage)
            self.assertEqual(args[-4:], ["--from-week", "2024-W51", "--to-week", "2025-W01"])
        self.assertIn("DATE'2024-12-30'", arguments("confirm", run_of(start))[-1])

    def test_a_week_asked_for_is_computed_alone(self):
        args = arguments("extract", run_of(MONDAYS[0], week="2025-W05"))
        self.assertEqual(args[-4:], ["--from-week", "2025-W05", "--to-week", "2025-W05"])
        self.assertIn("DATE'2025-01-27'", arguments("confirm", run_of(MONDAYS[0], week="2025-W05"))[-1])

    def test_a_run_by_hand_without_a_date_takes_the_last_whole_week(self):
        self.assertEqual(arguments("extract", run_of(None))[-1], "2025-W24")

    def test_a_malformed_week_is_refused_before_anything_is_submitted(self):
        from airflow.sdk.exceptions import ParamValidationError

        for week in ("2025-5", "W05", "2025-W54", "2025-W00"):
            with self.assertRaises((ParamValidationError, ValueError)):
                DAG.params.get_param("week").resolve(week)
        self.assertEqual(DAG.params.get_param("week").resolve("2025-W05"), "2025-W05")

    def test_names_with_quotes_stay_arguments(self):
        # No shell stands between the operator and spark-submit.
        self.assertEqual(arguments("check", run_of(MONDAYS[0]))[-1], str(LAKE))

    def test_an_option_with_a_folders_space_stays_one(self):
        home = "/opt/my news"
        mine = {newstide_weekly.JAVA_OPTIONS: "-Da=1 -Db=2"}
        task = newstide_weekly.NewstideSubmit(
            task_id="probe", command="check", arguments=[], home=home, jar=f"{home}/newstide.jar", conf=mine
        )
        options = shlex.split(task.conf[newstide_weekly.JAVA_OPTIONS])
        self.assertIn("-Dnewstide.home=/opt/my news", options)
        self.assertIn("-Dlog4j2.configurationFile=jar:file:/opt/my%20news/newstide.jar!/log4j2.properties", options)
        self.assertEqual(options[-2:], ["-Da=1", "-Db=2"])


class Failures(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.environment = dict(os.environ)
        self.addCleanup(lambda: (os.environ.clear(), os.environ.update(self.environment)))

    def submit_that_exits(self, code: int, says: str) -> Exception:
        """The extract task with a spark-submit that says something and exits."""
        binary = self.folder / "spark-submit"
        binary.write_text(f"#!/bin/sh\necho 'some log line'\necho '{says}'\nexit {code}\n")
        binary.chmod(binary.stat().st_mode | stat.S_IXUSR)
        os.environ["PATH"] = f"{self.folder}:{os.environ['PATH']}"
        os.environ["AIRFLOW_CONN_NEWSTIDE_SPARK"] = CONNECTION
        task = newstide_weekly.submit("extract", ["--lake", "x"], task_id="probe", dag=None)
        with self.assertRaises(Exception) as raised:
            task.execute(run_of(MONDAYS[0]))
        return raised.exception

    def test_only_the_retryable_exit_code_is_tried_again(self):
        failure = self.submit_that_exits(5, "RUN_SUPERSEDED: 2025-W23: another run has begun. Try again.")
        self.assertNotIsInstance(failure, AirflowFailException)
        self.assertIsInstance(failure, AirflowException)
        self.assertIn("RUN_SUPERSEDED: 2025-W23: another run has begun. Try again. It is tried again.", str(failure))
        for code in (1, 2, 3, 4):
            self.assertIsInstance(self.submit_that_exits(code, "X_Y: z: w. V."), AirflowFailException, code)

    def test_the_task_says_what_newstide_said(self):
        failure = self.submit_that_exits(3, "INPUT_FILE_CORRUPT: a.parquet: it ends too early. Fetch it again.")
        self.assertEqual(
            str(failure),
            "newstide extract: the input was rejected (exit code 3). INPUT_FILE_CORRUPT: a.parquet: it ends too early."
            " Fetch it again. Not tried again: it would fail the same way.",
        )

    def test_a_missing_connection_is_told_and_never_means_yarn(self):
        os.environ.pop("AIRFLOW_CONN_NEWSTIDE_SPARK", None)
        task = newstide_weekly.submit("extract", ["--lake", "x"], task_id="probe", dag=None)
        with self.assertRaises(AirflowFailException) as raised:
            task.execute(run_of(MONDAYS[0]))
        self.assertIn("CONNECTION_MISSING: Airflow has no connection newstide_spark", str(raised.exception))
        self.assertIn("airflow connections add newstide_spark", str(raised.exception))

    def test_a_missing_spark_is_told(self):
        os.environ["AIRFLOW_CONN_NEWSTIDE_SPARK"] = CONNECTION
        os.environ["PATH"] = str(self.folder)
        task = newstide_weekly.submit("extract", ["--lake", "x"], task_id="probe", dag=None)
        with self.assertRaisesRegex(AirflowFailException, "SPARK_MISSING"):
            task.execute(run_of(MONDAYS[0]))

    def test_maintenance_is_left_to_scheduled_runs(self):
        with self.assertRaises(AirflowSkipException):
            DAG.get_task("maintain").execute(run_of(MONDAYS[0], run_type="backfill"))

    def test_a_kubernetes_driver_is_judged_by_its_own_exit_code(self):
        said = "Error code is: 0. Kubernetes spark exit code is: 5"
        self.assertEqual(newstide_weekly.exit_code(said), 5)
        self.assertIsNone(newstide_weekly.exit_code("no code at all"))


class Submitting(unittest.TestCase):
    """One lake, in the order of the names: a week, the week again, three more weeks, one run over all."""

    @staticmethod
    def dags_test(day: str, **environment: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [shutil.which("airflow"), "dags", "test", "newstide_weekly", day],
            capture_output=True,
            text=True,
            env={**os.environ, "AIRFLOW_CONN_NEWSTIDE_SPARK": CONNECTION, **environment},
        )

    @staticmethod
    def digest(lake: Path) -> dict:
        printed = subprocess.run(
            [os.environ["NOTEBOOKS_PYTHON"], str(TESTS / "lake_digest.py"), str(lake)],
            capture_output=True,
            text=True,
            check=True,
        )
        return json.loads(printed.stdout)

    @staticmethod
    def run_commands(commands: list[list[str]]) -> None:
        done = subprocess.run(
            [os.environ["NOTEBOOKS_PYTHON"], str(TESTS / "run_commands.py"), os.environ["NEWSTIDE_JAR"]],
            input=json.dumps(commands),
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]

    def test_1_airflow_submits_to_spark_and_publishes_a_week(self):
        # A run is for the interval that ends at its date.
        done = self.dags_test("2025-06-09T06:00:00+00:00")
        self.assertEqual(done.returncode, 0, done.stdout[-6000:] + done.stderr[-3000:])
        published = self.digest(LAKE)
        self.assertEqual(published["corpus_week"]["weeks"], ["2025-05-19", "2025-05-26", "2025-06-02"])
        self.assertGreater(published["mentions"]["rows"], 10)
        self.assertIn("<html", (LAKE / "report.html").read_text(encoding="utf-8")[:500])

    def test_2_a_second_run_of_the_same_interval_changes_nothing(self):
        before = self.digest(LAKE)
        self.run_commands([arguments(stage, run_of(MONDAYS[0])) for stage in ("extract", "trends", "publish")])
        self.assertEqual(self.digest(LAKE), before)

    def test_3_a_backfill_of_four_weeks_equals_one_run_over_the_four(self):
        if os.environ.get("NEWSTIDE_LONG"):
            for day in MONDAYS[1:]:
                done = self.dags_test((day + timedelta(weeks=1, hours=6)).isoformat())
                self.assertEqual(done.returncode, 0, done.stdout[-6000:])
            self.run_commands([self.whole()])
        else:
            # As the DAG renders them, in one JVM: starting twelve more would take minutes.
            self.run_commands(
                [
                    *(arguments(stage, run_of(day)) for day in MONDAYS[1:] for stage in ("extract", "trends", "publish")),
                    self.whole(),
                ]
            )
        backfilled, whole = self.digest(LAKE), self.digest(LAKE.with_name("whole"))
        self.assertEqual(backfilled["entity_week"]["weeks"][-4:], [str(day.date()) for day in MONDAYS])
        self.assertEqual(backfilled, whole)

    @staticmethod
    def whole() -> list[str]:
        args = arguments("extract", run_of(MONDAYS[-1]))
        args[0], args[args.index("--lake") + 1] = "run", str(LAKE.with_name("whole"))
        args[args.index("--from-week") + 1] = "2025-W21"
        return args

    def test_4_an_unpublished_week_is_told_by_the_task_that_confirms(self):
        os.environ["AIRFLOW_CONN_NEWSTIDE_SPARK"] = CONNECTION
        task = DAG.get_task("confirm")
        task.application_args = arguments("confirm", run_of(MONDAYS[0], week="2024-W01"))
        with self.assertRaises(AirflowFailException) as raised:
            task.execute(run_of(MONDAYS[0], week="2024-W01"))
        self.assertIn("NO_ROWS", str(raised.exception))
        self.assertIn("The week is not published: no article of it was read.", str(raised.exception))


if __name__ == "__main__":
    unittest.main(verbosity=2)
