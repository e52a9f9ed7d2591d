#!/usr/bin/env bash
# Trains the shipped linear sentiment model: on the labelled sets, and as a student of the encoder over unlabelled
# items of the corpora, whose probabilities it learns. Texts stay in the work folder.
# Usage: scripts/teach-linear.sh SHARED OUT [WORK]
#   SHARED   holds gold (newsmtsc, sentfin, cloud-ai) and corpora
#   OUT      the model file to write, such as linear-v2.bin.gz; its SHA-256 goes beside it
#   WORK     ./build/teach; what is there already is not made again
# Needs a built package (scripts/newstide says how) and Python 3.11.
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$home/scripts/toolchain.sh"
source "$home/scripts/python.sh"

shared="${1:-}"
out="${2:-}"
work="${3:-$home/build/teach}"
[[ -n "$out" && -f "$shared/gold/cloud-ai/train.jsonl" && -d "$shared/corpora" ]] ||
  needs "the labelled sets and corpora are not there, or no model file is named" "${shared:-first argument}" \
    "give a folder that holds gold and corpora, and a file to write"
mkdir -p "$work/taught"
environment notebooks "$home/notebooks/requirements.txt"

# Every step writes beside its file and renames, so that a half file is never taken for a whole one.
items="$work/items.jsonl"
labels="$work/labels.jsonl"
taught="$work/taught/train.jsonl"
if [[ ! -f "$items" ]]; then
  "$environment/bin/python" "$home/training/draw_items.py" draw --corpora "$shared/corpora" --most 400000 \
    --apart "$shared/gold/cloud-ai/dev.jsonl" --out "$items.partial"
  mv "$items.partial" "$items"
fi
if [[ ! -f "$labels" ]]; then
  "$home/scripts/newstide" annotate --set sentiment.engine=spark-nlp --input "$items" --output "$labels.partial"
  mv "$labels.partial" "$labels"
fi
"$environment/bin/python" "$home/training/draw_items.py" join --items "$items" --labels "$labels" --out "$taught"
"$home/scripts/newstide" train-sentiment --train "$shared/gold/newsmtsc/train.jsonl" \
  --train "$shared/gold/sentfin/train.jsonl" --train "$shared/gold/cloud-ai/train.jsonl" --train "$taught" --out "$out"
