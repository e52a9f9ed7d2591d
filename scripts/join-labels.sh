#!/usr/bin/env bash
# Joins Newstide's own labels (training/labels: addresses, places and labels, no texts) with the corpora they are of.
# Usage: scripts/join-labels.sh CORPORA OUT   (CORPORA holds rss-2023-h1, tech-digests-2018-2026, fulltext-2017-2026)
# OUT holds texts of their publishers: JSON lines for train-sentiment, train-relations and train-encoder.sh.
# Needs Python 3.11.
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$home/scripts/toolchain.sh"
source "$home/scripts/python.sh"

corpora="${1:-}"
out="${2:-}"
[[ -n "$out" && -d "$corpora/rss-2023-h1" ]] ||
  needs "the corpora are not there, or no file is named" "${corpora:-first argument}" \
    "give the folder that holds rss-2023-h1, and a file to write"
environment notebooks "$home/notebooks/requirements.txt"
mkdir -p "$(dirname "$out")"
"$environment/bin/python" "$home/training/draw_items.py" labelled --corpora "$corpora" \
  --labels "$home/training/labels/cloud-ai.jsonl" --out "$out.partial"
mv "$out.partial" "$out"
