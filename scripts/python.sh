# Sourced by other scripts, after toolchain.sh: pinned Python environments under .venv, made when they are missing or their pins changed.
# NEWSTIDE_VENVS names another folder for them, NEWSTIDE_PYTHON another Python 3.11.

environments="${NEWSTIDE_VENVS:-$home/.venv}"

python="${NEWSTIDE_PYTHON:-python3.11}"

has_python() {
  command -v "$python" >/dev/null 2>&1 && "$python" -c 'import venv, ensurepip' 2>/dev/null
}

check_python() {
  has_python ||
    needs "no Python 3.11 with venv found" "${NEWSTIDE_PYTHON:-PATH}" \
      "install it (Debian: apt-get install python3.11-venv) or set NEWSTIDE_PYTHON"
}

# environment NAME REQUIREMENTS...: sets $environment to a folder with bin/python.
environment() {
  local name="$1" pins log file requirements=()
  shift
  environment="$environments/$name"
  pins="$(cat "$@" | cksum | tr -d ' ')"
  [[ -r "$environment/.pins" && "$(cat "$environment/.pins")" == "$pins" ]] && return 0
  check_python
  echo "Installs the Python environment $name (once; pinned by $(basename "$(dirname "$1")")/$(basename "$1"))" >&2
  mkdir -p "$environments"
  log="$environments/$name.log"
  "$python" -m venv --clear "$environment"
  for file in "$@"; do requirements+=(-r "$file"); done
  # pyspark is built from its source archive: wheel and setuptools are pinned with the rest.
  "$environment/bin/python" -m pip install --quiet --disable-pip-version-check --no-compile \
    "${requirements[@]}" >"$log" 2>&1 ||
    needs "the Python environment $name could not be installed" "$log" "read it; a package index must be reachable"
  echo "$pins" >"$environment/.pins"
}
