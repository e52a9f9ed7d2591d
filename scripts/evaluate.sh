#!/usr/bin/env bash
# Measures the reading on every labelled set of the shared folder: one table, the baselines beside it.
# Usage: scripts/evaluate.sh [OUTPUT_DIR] [ANNOTATE OPTIONS]
#   OUTPUT_DIR         keeps predictions and scores (default: target/evaluate)
#   ANNOTATE OPTIONS   go to annotate and score-targets, such as --set sentiment.engine=linear
# The folder is ../shared beside the repository, or NEWSTIDE_SHARED. Needs a built package (scripts/newstide says how)
# and a Python 3, which NEWSTIDE_PYTHON may name; python3 of PATH otherwise.
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$home/scripts/toolchain.sh"
gold="${NEWSTIDE_SHARED:-$home/../shared}/gold"
[[ -f "$gold/score.py" ]] ||
  needs "the labelled sets are not here, so nothing was measured" "$gold" "set NEWSTIDE_SHARED to the folder that holds gold/score.py"
python="${NEWSTIDE_PYTHON:-python3}"
command -v "$python" >/dev/null || needs "no Python 3 found; score.py needs it" "${NEWSTIDE_PYTHON:-PATH}" "install Python 3.11 or set NEWSTIDE_PYTHON"
out="${1:-$home/target/evaluate}"
shift || true
mkdir -p "$out"

# Newstide's own: what decides a verdict, told apart in passages that share most of their words.
mkdir -p "$out/own"
for passages in challenge challenge-more; do
  "$python" "$home/training/marked_items.py" "$home/jobs/src/test/resources/sentiment/$passages.jsonl" "$out/own/$passages.jsonl"
done

sets=("$gold"/*/*.jsonl "$out/own/challenge.jsonl" "$out/own/challenge-more.jsonl")
for labels in "${sets[@]}"; do
  set_name="$(basename "$(dirname "$labels")")-$(basename "$labels" .jsonl)"
  predicted="$out/$set_name.jsonl"
  if head -n 1 "$labels" | grep -q '"targets"'; then
    "$home/scripts/newstide" score-targets "$@" --input "$labels" --output "$predicted"
    "$python" "$gold/score.py" targets "$labels" "$predicted" >"$out/$set_name.json"
  else
    "$home/scripts/newstide" annotate "$@" --input "$labels" --output "$predicted"
    "$python" "$gold/score.py" items "$labels" "$predicted" >"$out/$set_name.json"
  fi
done

"$python" "$home/scripts/evaluate/table.py" "$gold/score.py" "$home/jobs/src/main/resources/sentiment/lexicon.tsv" "$out" "${sets[@]}"
