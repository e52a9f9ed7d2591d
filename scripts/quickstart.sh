#!/usr/bin/env bash
# From a fresh clone to weekly tables: builds, runs the main job on the embedded sample, shows the latest weeks.
# Usage: scripts/quickstart.sh [LAKE]   (default: ./lake)
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
lake="${1:-$PWD/lake}"
source "$home/scripts/toolchain.sh"

check_java
check_maven

echo "1/3  Building (the first time, Maven also fetches Spark: some 300 MB)"
(cd "$home" && mvn -B -q -DskipTests package)

echo "2/3  Running the main job on the embedded sample, Spark local, into $lake"
# Whole or not at all: the JVM trusts the archive that the launcher shows it.
classes="$home/jobs/target/classes.jsa"
NEWSTIDE_ARCHIVE_CLASSES="$classes.partial" "$home/scripts/newstide" run --lake "$lake"
[[ ! -s "$classes.partial" ]] || mv -f "$classes.partial" "$classes"

echo "3/3  The latest weeks"
"$home/scripts/newstide" latest --lake "$lake"
echo
echo "The tables are Delta tables in $lake; README.md says what each holds and how to query it."
