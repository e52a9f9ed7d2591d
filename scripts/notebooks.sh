#!/usr/bin/env bash
# Opens the notebooks in JupyterLab, in a pinned Python environment with the tables registered.
# Usage: scripts/notebooks.sh [LAKE] [JUPYTERLAB OPTIONS]   (default: ./lake)
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$home/scripts/toolchain.sh"
source "$home/scripts/python.sh"

if [[ "${1:-}" == --help || "${1:-}" == -h ]]; then
  sed -n '2,3s/^# //p' "$0"
  exit 0
fi
lake="$PWD/lake"
if [[ $# -gt 0 && "$1" != -* ]]; then
  lake="$1"
  shift
fi
[[ "$lake" == *://* || "$lake" == /* ]] || lake="$PWD/$lake"

check_java
[[ -r "${NEWSTIDE_JAR:-$home/jobs/target/newstide.jar}" ]] ||
  needs "Newstide is not built" "${NEWSTIDE_JAR:-$home/jobs/target/newstide.jar}" "run: mvn -B -DskipTests package"
[[ "$lake" == *://* || -d "$lake/entity_week/_delta_log" ]] ||
  needs "here are no tables of Newstide" "$lake" "run scripts/quickstart.sh, or name the folder that newstide run --lake wrote"

environment notebooks "$home/notebooks/requirements.txt" "$home/notebooks/requirements-lab.txt"
# The environment's Spark, not another one that happens to be set.
unset SPARK_HOME
export NEWSTIDE_LAKE="$lake" PATH="$environment/bin:$PATH"
exec "$environment/bin/python" -m jupyter lab --notebook-dir "$home/notebooks" "$@"
