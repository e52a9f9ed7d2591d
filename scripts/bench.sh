#!/usr/bin/env bash
# Benchmark: Spark's plain scan of the text, gate and matcher, the extract stage, the whole run, side by side in one
# warm run over at least 2 GB of text, a run of a hundred rows, and the plain Python answer beside them.
# Usage: scripts/bench.sh HEADLINE_CORPUS [REPEATS]
#   HEADLINE_CORPUS  Parquet folder in the schema of conf/examples/rss-feeds.conf
#   REPEATS          how often it is repeated (default 17: 120 MB of text become 2 GB)
# BENCH_DIR (default: a folder under TMPDIR) keeps the made corpus for the next run; it needs some 4 GB.
# NEWSTIDE_PYTHON names a Python 3.11 other than PATH's python3.11; without one the plain Python answer is left out.
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$home/scripts/toolchain.sh"
source "$home/scripts/python.sh"
[[ $# -ge 1 && -d "$1" ]] || needs "no headline corpus given" "${1:-first argument}" "name a Parquet folder: scripts/bench.sh DIR [REPEATS]"
corpus="$1"
repeats="${2:-17}"
work="${BENCH_DIR:-${TMPDIR:-/tmp}/newstide-bench}"
mkdir -p "$work"
check_java
check_maven

cd "$home"
mvn -B -q test-compile
class_path="$work/class-path"
mvn -B -q dependency:build-classpath -pl jobs -Dmdep.outputFile="$class_path" -Dmdep.includeScope=test
opens="$(sed -n 's:.*<spark.jvm.opens>\(.*\)</spark.jvm.opens>.*:\1:p' pom.xml)"
speed=(-XX:+UseParallelGC) # as scripts/newstide has it
[[ "$(uname)" != Linux ]] || speed+=(-XX:+UseTransparentHugePages)
# shellcheck disable=SC2086 # the options are words
"${JAVA_HOME:+$JAVA_HOME/bin/}java" $opens -Xmx8g "${speed[@]}" -Duser.timezone=UTC -Dnewstide.home="$home" \
  -Dlog4j2.configurationFile="$home/jobs/src/main/resources/log4j2.properties" \
  -Dspark.master="${BENCH_MASTER:-local[2]}" -Dspark.ui.enabled=false \
  -cp "jobs/target/test-classes:jobs/target/classes:$(cat "$class_path")" \
  org.newstide.bench.JobBench "$corpus" "$work" "$repeats" "$home/conf/examples/rss-feeds.conf"

has_python || { echo "No Python 3.11 with venv: the plain Python baseline is left out."; exit 0; }
environment bench "$home/scripts/bench/requirements.txt"
"$environment/bin/python" scripts/bench/baseline.py "$work/corpus-$repeats" "$home/conf/catalog" 4
