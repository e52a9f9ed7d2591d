#!/usr/bin/env bash
# All tests: format, style, unit, property, architecture and Spark tests, the package that they guard, the report in a
# browser, and what analysts and schedulers use: launcher, other readers, notebooks, Airflow. The DAG's runs on Spark and
# a run on a cluster, some minutes each, are scripts/test-analysts.sh submit cluster.
# Usage: scripts/test.sh [MAVEN OPTIONS]
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$home/scripts/toolchain.sh"

check_java
check_maven

echo "Sets up: Maven's own downloads, and pinned Python environments under .venv; tables go to temporary folders."
if [[ ! -d "${NEWSTIDE_SHARED:-$home/../shared}" ]]; then
  echo "Not here: the shared corpora and gold data (NEWSTIDE_SHARED); the tests that measure on them report themselves skipped."
fi
cd "$home"
mvn -B verify "$@"

if [[ -n "${CI:-}${CHROMIUM:-}" ]] || command -v chromium chromium-browser google-chrome >/dev/null; then
  scripts/report-test.sh
else
  echo "Not here: a Chromium (Debian: apt-get install chromium); the test of report.html in a browser is left out."
fi

"$home/scripts/test-analysts.sh" launcher readers notebooks airflow
