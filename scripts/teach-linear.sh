#!/usr/bin/env bash
# Trains the shipped linear sentiment model: on the labelled sets and Newstide's own labels, and as a student of the
# encoder over unlabelled items of the corpora, whose probabilities it learns. Texts stay in the work folder.
# Usage: scripts/teach-linear.sh SHARED OUT [WORK]
#   SHARED   holds gold (newsmtsc, sentfin, cloud-ai) and corpora
#   OUT      the model file to write, such as linear-v2.bin.gz; its SHA-256 goes beside it
#   WORK     ./build/teach; what is there already is not made again: begin with an empty one after a change of
#            encoder or labels
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
mkdir -p "$work/taught" "$work/contrasts"
environment notebooks "$home/notebooks/requirements.txt"

draw() {
  [[ -f "$work/$1.jsonl" ]] && return
  "$environment/bin/python" "$home/training/draw_items.py" "$1" --corpora "$shared/corpora" --most "$2" \
    --apart "$shared/gold/cloud-ai/dev.jsonl" --apart "$shared/gold/cloud-ai/train.jsonl" --out "$work/$1.partial"
  mv "$work/$1.partial" "$work/$1.jsonl"
}

# A step renames its file at the end, so that half of one is never taken for a whole one.
teach() {
  if [[ ! -f "$work/$1-labels.jsonl" ]]; then
    "$home/scripts/newstide" "$2" --set sentiment.engine=spark-nlp --input "$work/$1.jsonl" --output "$work/$1.partial"
    mv "$work/$1.partial" "$work/$1-labels.jsonl"
  fi
  "$environment/bin/python" "$home/training/draw_items.py" join --items "$work/$1.jsonl" \
    --labels "$work/$1-labels.jsonl" --out "$work/taught/$1.jsonl"
}

[[ -f "$work/labelled/items.jsonl" ]] ||
  "$home/scripts/join-labels.sh" "$shared/corpora" "$work/labelled/items.jsonl"
"$environment/bin/python" "$home/training/marked_items.py" "$home/training/labels/contrasts.jsonl" "$work/contrasts/items.jsonl"
draw items 400000 # all of them: some thirty thousand name an organisation
draw names 10000
teach items annotate
teach names score-targets
"$home/scripts/newstide" train-sentiment --train "$shared/gold/newsmtsc/train.jsonl" \
  --train "$shared/gold/sentfin/train.jsonl" --train "$shared/gold/cloud-ai/train.jsonl" \
  --train "$work/labelled/items.jsonl" --train "$work/contrasts/items.jsonl" --train "$work/taught/items.jsonl" --train "$work/taught/names.jsonl" --out "$out"
