#!/usr/bin/env bash
# Tests what analysts and schedulers use, on one lake made from the embedded sample: the launcher, the tables under other
# readers than Spark, the notebooks, the weekly DAG under the real Airflow, a Spark cluster. Needs the package built
# (scripts/test.sh does both).
# Usage: scripts/test-analysts.sh [launcher] [readers] [notebooks] [airflow] [submit] [cluster]   (default: all)
# airflow loads, renders and fails the DAG; submit runs it: a week, the week again, a backfill of four. launcher holds what
# spark-submit is given; cluster runs the sample on a standalone Spark cluster, a master and two workers on this machine.
# NEWSTIDE_LONG=1 runs that backfill through Airflow week by week, not as the commands that it renders.
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$home/scripts/toolchain.sh"
source "$home/scripts/python.sh"

parts=" ${*:-launcher readers notebooks airflow submit cluster} "
jar="$home/jobs/target/newstide.jar"
check_java
[[ -r "$jar" ]] || needs "Newstide is not built" "$jar" "run: mvn -B -DskipTests package"

environment notebooks "$home/notebooks/requirements.txt"
notebooks="$environment"
# The Java tests leave the sample's lake here; the launcher makes it where they did not run.
lake="$home/jobs/target/sample-lake"
[[ -d "$lake/runs/_delta_log" ]] || (unset SPARK_HOME && "$home/scripts/newstide" run --lake "$lake" >/dev/null)

unset SPARK_HOME
export NEWSTIDE_LAKE="$lake" NEWSTIDE_JAR="$jar" NEWSTIDE_MASTER='local[2]' PYTHONDONTWRITEBYTECODE=1
if [[ "$parts" == *" launcher "* ]]; then
  "$notebooks/bin/python" "$home/scripts/tests/test_launcher.py"
fi
if [[ "$parts" == *" readers "* ]]; then
  "$notebooks/bin/python" "$home/scripts/tests/test_readers.py"
fi
if [[ "$parts" == *" notebooks "* ]]; then
  PATH="$notebooks/bin:$PATH" "$notebooks/bin/python" "$home/scripts/tests/test_notebooks.py"
fi
spark="$("$notebooks/bin/python" -c 'import pyspark, pathlib; print(pathlib.Path(pyspark.__file__).parent)')"
classes=()
[[ "$parts" == *" airflow "* ]] && classes+=(Loading Templates Failures)
[[ "$parts" == *" submit "* ]] && classes+=(Submitting)
if ((${#classes[@]} > 0)); then
  environment airflow "$home/scripts/airflow/requirements.txt"
  export AIRFLOW_HOME="$home/target/airflow" AIRFLOW__CORE__LOAD_EXAMPLES=False
  export SPARK_HOME="$spark"
  # Spark's bin comes first: the Airflow environment has a pyspark of its own that must not be taken.
  export PATH="$SPARK_HOME/bin:$environment/bin:$PATH" NOTEBOOKS_PYTHON="$notebooks/bin/python"
  rm -rf "$AIRFLOW_HOME"
  mkdir -p "$AIRFLOW_HOME"
  airflow db migrate >"$AIRFLOW_HOME/migrate.log" 2>&1 ||
    needs "Airflow's database could not be made" "$AIRFLOW_HOME/migrate.log" "read it"
  "$environment/bin/python" "$home/scripts/tests/test_airflow.py" "${classes[@]}"
fi
if [[ "$parts" == *" cluster "* ]]; then
  SPARK_HOME="$spark" "$notebooks/bin/python" "$home/scripts/tests/test_cluster.py"
fi
