#!/usr/bin/env bash
# All tests: format, style, unit, property, architecture and Spark tests, the package that they guard, the report in a
# browser, and what analysts and schedulers use: launcher, other readers, notebooks, Airflow. The DAG's runs on Spark and
# a run on a cluster, some minutes each, are scripts/test-analysts.sh submit cluster.
# Usage: scripts/test.sh [MAVEN OPTIONS]
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$home/scripts/toolchain.sh"
source "$home/scripts/python.sh"

check_java
check_maven

echo "Sets up: Maven's own downloads, and pinned Python environments under .venv; tables go to temporary folders."
if [[ ! -d "${NEWSTIDE_SHARED:-$home/../shared}" ]]; then
  echo "Not here: the shared corpora and gold data (NEWSTIDE_SHARED); the tests that measure on them report themselves skipped."
fi
cd "$home"
# Beside Maven, as both mostly wait for downloads; what fails here is tried again, and told, where it is needed.
(
  environment notebooks "$home/notebooks/requirements.txt"
  environment airflow "$home/scripts/airflow/requirements.txt"
) &
installing=$!
trap 'kill "$installing" 2>/dev/null || true' EXIT
mvn -B verify "$@"
wait "$installing" || true

if [[ -n "${CI:-}${CHROMIUM:-}" ]] || command -v chromium chromium-browser google-chrome >/dev/null; then
  scripts/report-test.sh
else
  echo "Not here: a Chromium (Debian: apt-get install chromium); the test of report.html in a browser is left out."
fi

"$home/scripts/test-analysts.sh" launcher readers notebooks airflow
