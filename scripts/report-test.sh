#!/usr/bin/env bash
# Tests report.html in a real browser: Debian's Chromium, driven by a pinned Playwright.
# Usage: scripts/report-test.sh [REPORT_HTML]   (after mvn package; the report is opened beside the made-up pages)
# Needs Python 3.11; NEWSTIDE_PYTHON names another than PATH's python3.11.
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$home/scripts/toolchain.sh"
source "$home/scripts/python.sh"
build="$home/jobs/target"

check_java
chromium="${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}"
if [[ -z "$chromium" && -n "${CI:-}" && "$(id -u)" == 0 ]] && command -v apt-get >/dev/null; then
  echo "No browser here: installs Debian's Chromium"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
  chromium="$(command -v chromium)"
fi
[[ -n "$chromium" ]] || needs "no Chromium found; the report is tested in one" PATH \
  "install it (Debian: apt-get install chromium) or name another: CHROMIUM=/path scripts/report-test.sh"
[[ -d "$build/test-classes/org/newstide/report" && -r "$build/newstide.jar" ]] ||
  needs "Newstide and its tests are not built" "$build" "run: mvn -B -DskipTests package"

environment report "$home/scripts/report/requirements.txt"

pages="$build/report-pages"
rm -rf "$pages"
echo "Writes the made-up reports"
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$build/test-classes:$build/newstide.jar:$build/runtime/*" org.newstide.report.SampleReport "$pages"
"$environment/bin/python" "$home/scripts/report/report_test.py" "$chromium" "$pages" ${1+"$1"}
