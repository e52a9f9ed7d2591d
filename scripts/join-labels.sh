#!/usr/bin/env bash
# Joins Newstide's own labels (training/labels: addresses, places and labels, no texts) with the corpora they are of.
# Usage: scripts/join-labels.sh CORPORA OUT [LABELS]
#   CORPORA  holds rss-2023-h1, tech-digests-2018-2026, fulltext-2017-2026
#   OUT      JSON lines for train-sentiment, train-relations and train-encoder.sh, with texts of their publishers
#   LABELS   training/labels/cloud-ai.jsonl, which the shipped models are trained on
# Needs Python 3.11.
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$home/scripts/toolchain.sh"
source "$home/scripts/python.sh"

corpora="${1:-}"
out="${2:-}"
labels="${3:-$home/training/labels/cloud-ai.jsonl}"
[[ -n "$out" && -d "$corpora/rss-2023-h1" ]] ||
  needs "the corpora are not there, or no file is named" "${corpora:-first argument}" \
    "give the folder that holds rss-2023-h1, and a file to write"
[[ -f "$labels" ]] || needs "the labels are not there" "$labels" "name a file of training/labels"
environment notebooks "$home/notebooks/requirements.txt"
mkdir -p "$(dirname "$out")"
"$environment/bin/python" "$home/training/draw_items.py" labelled --corpora "$corpora" \
  --labels "$labels" --out "$out.partial"
mv "$out.partial" "$out"
