# Sourced by the other scripts: stops with problem, place and remedy unless JDK 17 and Maven 3.8 are here.

needs() {
  printf '%s: %s\n  where:  %s\n  remedy: %s\n' "$(basename "$0")" "$1" "$2" "$3" >&2
  exit 2
}

check_java() {
  local javac="${JAVA_HOME:+$JAVA_HOME/bin/}javac" version
  local remedy="install JDK 17 (Debian: apt-get install openjdk-17-jdk; macOS: brew install openjdk@17; or https://adoptium.net) and set JAVA_HOME"
  command -v "$javac" >/dev/null 2>&1 || needs "no JDK found; JDK 17 is needed" "${JAVA_HOME:-PATH}" "$remedy"
  version="$("$javac" -version 2>&1 | sed -n 's/^javac //p' | head -n 1)"
  [[ "$version" == 17 || "$version" == 17.* ]] ||
    needs "JDK ${version:-of unknown version} found; JDK 17 is needed, the newest that Spark 3.5 supports" "$(command -v "$javac")" "$remedy"
}

check_maven() {
  local version major minor
  local remedy="install Maven 3.8 or newer (Debian: apt-get install maven; macOS: brew install maven; or https://maven.apache.org/download.cgi)"
  command -v mvn >/dev/null 2>&1 || needs "no Maven found; Maven 3.8 or newer is needed" PATH "$remedy"
  version="$(mvn -v 2>/dev/null | sed 's/\x1b\[[0-9;]*m//g' | sed -n 's/^Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)"
  IFS=. read -r major minor _ <<<"${version:-0.0}"
  ((major > 3 || (major == 3 && minor >= 8))) ||
    needs "Maven ${version:-of unknown version} found; 3.8 or newer is needed" "$(command -v mvn)" "$remedy"
}
