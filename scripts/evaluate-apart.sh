#!/usr/bin/env bash
# Measures all three engines of sentiment on the articles that the encoder was not trained on: macro-F1 and, in brackets,
# expected calibration error. The shipped linear model knows those articles, so one like it is trained without them.
# Usage: scripts/evaluate-apart.sh SHARED [WORK]
#   SHARED   holds gold (newsmtsc, sentfin, cloud-ai) and corpora
#   WORK     ./build/teach, the one of scripts/teach-linear.sh, which is called if it has not been: ten minutes more
# Needs a built package (scripts/newstide says how) and Python 3.11.
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$home/scripts/toolchain.sh"
source "$home/scripts/python.sh"

shared="${1:-}"
work="${2:-$home/build/teach}"
[[ -f "$shared/gold/cloud-ai/train.jsonl" && -d "$shared/corpora" ]] ||
  needs "the labelled sets and corpora are not there" "${shared:-first argument}" "give a folder that holds gold and corpora"
[[ -f "$work/taught/names.jsonl" ]] || "$home/scripts/teach-linear.sh" "$shared" "$work/linear.bin.gz" "$work"
environment notebooks "$home/notebooks/requirements.txt"

apart="$work/apart"
mkdir -p "$apart"
measure() { "$environment/bin/python" "$home/training/measure_apart.py" "$@" --folder "$apart"; }
measure split --gold "$shared/gold" --labelled "$work/labelled/items.jsonl"
"$home/scripts/newstide" train-sentiment --train "$apart/newsmtsc-train.jsonl" --train "$apart/sentfin-train.jsonl" \
  --train "$apart/cloud-ai-train.jsonl" --train "$apart/labelled-train.jsonl" --train "$work/contrasts/items.jsonl" --train "$work/taught/items.jsonl" \
  --train "$work/taught/names.jsonl" --out "$apart/linear.bin.gz"

for engine in linear spark-nlp cascade; do
  for name in newsmtsc sentfin cloud-ai; do
    judge=score-targets
    [[ "$name" != cloud-ai ]] || judge=annotate
    "$home/scripts/newstide" "$judge" --set "sentiment.engine=$engine" --set "sentiment.model=$apart/linear.bin.gz" \
      --input "$apart/$name-apart.jsonl" --output "$apart/$name-$engine.jsonl"
  done
done
measure table
