"""Newstide every Monday: check, extract, trends, publish, confirm, report, maintain.

Set by the scheduler's environment (all optional; scripts/airflow/README.md):
NEWSTIDE_HOME, NEWSTIDE_JAR, NEWSTIDE_CONFIG, NEWSTIDE_LAKE, NEWSTIDE_REPORT, NEWSTIDE_START,
NEWSTIDE_LOOKBACK_WEEKS, NEWSTIDE_CONNECTION, NEWSTIDE_SPARK_CONF.

Newstide's exit codes decide about retries: 5 (a conflict, a lost executor, a store that does not answer) is tried
again, every other failure would fail the same way again and stops the task at once.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator
from airflow.sdk import DAG, Asset, BaseHook, CronDataIntervalTimetable, Param, chain
from airflow.sdk.exceptions import (
    AirflowException,
    AirflowFailException,
    AirflowNotFoundException,
    AirflowSkipException,
)

HOME = os.environ.get("NEWSTIDE_HOME", str(Path(__file__).resolve().parent.parent.parent.parent))
JAR = os.environ.get("NEWSTIDE_JAR", f"{HOME}/jobs/target/newstide.jar")
CONFIG = os.environ.get("NEWSTIDE_CONFIG", f"{HOME}/conf/newstide.conf")
LAKE = os.environ.get("NEWSTIDE_LAKE", f"{HOME}/lake")
# The report is one local file, also where the lake is not.
REPORT = os.environ.get("NEWSTIDE_REPORT", f"{HOME if '://' in LAKE else LAKE}/report.html")
START = datetime.fromisoformat(os.environ.get("NEWSTIDE_START", "2026-01-05")).replace(tzinfo=timezone.utc)
# As trends.lookback_weeks in the configuration: so long a week is provisional and computed again.
LOOKBACK_WEEKS = int(os.environ.get("NEWSTIDE_LOOKBACK_WEEKS", "3"))
CONNECTION = os.environ.get("NEWSTIDE_CONNECTION", "newstide_spark")
SPARK_CONF = {
    "spark.driver.memory": "4g",
    "spark.ui.enabled": "false",
    **json.loads(os.environ.get("NEWSTIDE_SPARK_CONF", "{}")),
}


MAIN = "org.newstide.command.Newstide"
RETRYABLE = 5
MEANINGS = {
    1: "an internal error",
    2: "a mistake in usage or configuration",
    3: "the input was rejected",
    4: "the audit failed, nothing was published",
    RETRYABLE: "a passing trouble",
}
# CODE: place: problem. Remedy. - the one line in which Newstide says what went wrong.
MESSAGE = re.compile(r"^\s*([A-Z][A-Z0-9_]+: .+)$", re.MULTILINE)


JAVA_OPTIONS = "spark.driver.extraJavaOptions"


class NewstideSubmit(SparkSubmitOperator):
    """spark-submit of one Newstide command.

    :param command: the command word, such as ``extract``
    :param arguments: its arguments; templated
    :param home: the installation's folder
    :param jar: its newstide.jar
    :param hints: what to tell beside Newstide's own message, by exit code
    :param only_scheduled: skip it in backfills and runs by hand
    """

    def __init__(
        self,
        *,
        command: str,
        arguments: list[str],
        home: str,
        jar: str,
        conf: dict[str, str],
        hints: dict[int, str] | None = None,
        only_scheduled: bool = False,
        **kwargs: Any,
    ):
        java_options = [
            f"-Dnewstide.home={home}",
            f"-Dlog4j2.configurationFile=jar:file:{jar.replace(' ', '%20')}!/log4j2.properties",
            "-Duser.timezone=UTC",
            "-Dfile.encoding=UTF-8",
        ]
        super().__init__(
            application=jar,
            java_class=MAIN,
            name=f"newstide {command}",
            application_args=[command, *arguments],
            conf={**conf, JAVA_OPTIONS: " ".join([*map(quoted, java_options), conf.get(JAVA_OPTIONS, "")]).strip()},
            **kwargs,
        )
        self.command = command
        self.hints = hints or {}
        self.only_scheduled = only_scheduled

    def execute(self, context: Any) -> None:
        if self.only_scheduled and context["dag_run"].run_type != "scheduled":
            raise AirflowSkipException(f"newstide {self.command} is left to scheduled runs.")
        self._require_connection()
        self._require_spark()
        try:
            super().execute(context)
        except AirflowException as failure:
            raise task_error(self.command, str(failure), self.hints) from failure

    def _require_connection(self) -> None:
        # Without it the provider would silently submit to YARN.
        try:
            BaseHook.get_connection(self._conn_id)
        except AirflowNotFoundException as missing:
            raise AirflowFailException(
                f"CONNECTION_MISSING: Airflow has no connection {self._conn_id}, so it is not known where Spark runs. "
                f"Add it: airflow connections add {self._conn_id} --conn-json "
                """'{"conn_type": "spark", "host": "local[*]"}'"""
                " (or spark://host:7077, yarn, k8s://https://host:6443)."
            ) from missing

    def _require_spark(self) -> None:
        binary = self._spark_binary or "spark-submit"
        if shutil.which(binary, path=(self.env_vars or {}).get("PATH")) is None:
            raise AirflowFailException(
                f"SPARK_MISSING: the worker finds no {binary} on its PATH. "
                "Put the bin folder of a Spark 3.5 with Scala 2.12 first on the worker's PATH and set SPARK_HOME."
            )


def quoted(option: str) -> str:
    """One Java option: spark-submit takes them apart at spaces, but for those in quotes."""
    return f'"{option}"' if " " in option else option


def task_error(command: str, failure: str, hints: dict[int, str]) -> AirflowException:
    """What the task ends with: retried after exit code 5, final after any other."""
    code = exit_code(failure)
    found = MESSAGE.findall(failure)
    said = found[-1] if found else "The task's log has the cause."
    text = f"newstide {command}: {MEANINGS.get(code, 'spark-submit failed')} (exit code {code}). {said}"
    if code in hints:
        text = f"{text} {hints[code]}"
    if code == RETRYABLE:
        return AirflowException(f"{text} It is tried again.")
    return AirflowFailException(f"{text} Not tried again: it would fail the same way.")


def exit_code(failure: str) -> int | None:
    """The driver's exit code from what the provider says; on Kubernetes that is not spark-submit's own."""
    for pattern in (r"spark exit code is: (\d+)", r"Error code is: (-?\d+)"):
        if found := re.search(pattern, failure):
            return int(found.group(1))
    return None


def last_week(week: str | None, dag_run: Any) -> str:
    """The ISO week that a run is for: the one asked for, or the one its interval starts in."""
    return label(monday(week, dag_run))


def first_week(week: str | None, dag_run: Any, lookback_weeks: int) -> str:
    """The first week that is computed again, for late and corrected articles; a week asked for stands alone."""
    back = 0 if week else lookback_weeks - 1
    return label(monday(week, dag_run) - timedelta(weeks=back))


def monday(week: str | None, dag_run: Any) -> date:
    if week:
        year, number = week.split("-W")
        return date.fromisocalendar(int(year), int(number), 1)
    # A run by hand without a date has no interval: the week before the one it runs in.
    start: datetime = dag_run.data_interval_start or dag_run.run_after - timedelta(weeks=1)
    day = start.astimezone(timezone.utc).date()
    return day - timedelta(days=day.weekday())


def label(day: date) -> str:
    iso = day.isocalendar()
    return f"{iso.year}-W{iso.week:02d}"


TABLES = ("entity_week", "pair_week", "reported_share", "articles", "mentions", "relations", "share_claims", "corpus_week")
WHERE = LAKE if "://" in LAKE else Path(LAKE).absolute().as_uri()
LAST = "{{ last_week(params.week, dag_run) }}"
FIRST = "{{ first_week(params.week, dag_run, lookback_weeks) }}"
COMMON = ["--config", CONFIG, "--lake", LAKE]
WEEKS = [*COMMON, "--from-week", FIRST, "--to-week", LAST]


def submit(command: str, arguments: list[str], **kwargs) -> NewstideSubmit:
    return NewstideSubmit(
        task_id=kwargs.pop("task_id", command),
        command=command,
        arguments=arguments,
        home=HOME,
        jar=JAR,
        conf=SPARK_CONF,
        conn_id=CONNECTION,
        **kwargs,
    )


with DAG(
    dag_id="newstide_weekly",
    description="News corpus to weekly Delta tables and a report",
    # Mondays at 06:00 UTC, for the week from the Monday before; the night is for late articles.
    schedule=CronDataIntervalTimetable("0 6 * * 1", timezone="UTC"),
    start_date=START,
    catchup=True,
    # One run at a time: two of one lake would replace the same weeks.
    max_active_runs=1,
    params={
        "week": Param(
            None,
            type=["null", "string"],
            pattern=r"^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$",
            title="ISO week",
            description="One week to compute again, such as 2025-W05. Empty: the run's own week and the trailing ones.",
        )
    },
    user_defined_macros={
        "first_week": first_week,
        "last_week": last_week,
        "monday": monday,
        "lookback_weeks": LOOKBACK_WEEKS,
    },
    default_args={"retries": 3, "retry_delay": timedelta(minutes=5), "retry_exponential_backoff": True},
    tags=["newstide"],
    doc_md=__doc__,
) as dag:
    check = submit("check", COMMON)
    extract = submit("extract", WEEKS)
    trends = submit("trends", WEEKS)
    publish = submit("publish", WEEKS)
    # A week in which nothing was read is published as such, but is nearly always a missing delivery.
    confirm = submit(
        "sql",
        [
            *COMMON,
            "--require-rows",
            "SELECT week_start, sum(articles_read) AS read, sum(articles_accepted) AS accepted FROM corpus_week"
            " WHERE week_start = DATE'{{ monday(params.week, dag_run) }}' GROUP BY week_start",
        ],
        task_id="confirm",
        hints={
            3: "The week is not published: no article of it was read. See that the corpus has arrived where the"
            " configuration's inputs point, then clear this run."
        },
        outlets=[Asset(name=f"newstide/{table}", uri=f"{WHERE}/{table}") for table in TABLES],
    )
    report = submit("report", [*COMMON, "--out", REPORT], outlets=[Asset(name="newstide/report", uri=Path(REPORT).absolute().as_uri())])
    maintain = submit("maintain", COMMON, only_scheduled=True)

    chain(check, extract, trends, publish, confirm, report, maintain)
