#!/usr/bin/env bash
# `make demo`: the whole way on the real data and the real model, about ten minutes on two cores. Every step
# says what it is, shows its command, and must end with the exit code that it should: the demo fails, too,
# when the faulty exhibit is NOT refused. Starts afresh each time: runs/demo is removed and trained again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export PATH="$PWD/.venv/bin:$PATH"
# Threads that wait by spinning take the cores from each other as soon as anything else runs beside them.
export OMP_WAIT_POLICY="${OMP_WAIT_POLICY:-PASSIVE}"

out=runs/demo
steps=8
number=0

# step CODE SENTENCE COMMAND...: runs the command, which must exit with CODE.
step() {
  local wanted=$1 sentence=$2 status=0 began=$SECONDS
  shift 2
  number=$((number + 1))
  printf '\n[%d/%d] %s\n$ %s\n' "$number" "$steps" "$sentence" "$*"
  "$@" || status=$?
  if [ "$status" -ne "$wanted" ]; then
    printf '\ndemo: step %d ended with exit code %d, not %d: stopped after %d s.\n' \
      "$number" "$status" "$wanted" "$SECONDS" >&2
    exit 1
  fi
  printf '(exit code %d, as it should be; %d s)\n' "$status" "$((SECONDS - began))"
}

rm -rf "$out"

step 0 "The v3 data passes every rule and is attested." \
  pytest --edgejson data/train_v3.jsonl data/test_v3.jsonl
step 1 "The v2 exhibit has totals that do not add up: the suite finds them." \
  pytest --edgejson data/v2/train_v2.jsonl --edgejson-show 3
step 3 "The trainer refuses the exhibit before it loads a model." \
  python -m edgejson.train --data data/v2/train_v2.jsonl --output "$out-v2"
step 0 "A short training of SmolLM2-135M on the v3 data." \
  python -m edgejson.train --config train/quick.yaml --data data/train_v3.jsonl --output "$out"
step 0 "The base model on a fixed sample of the test records." \
  python -m edgejson.eval --model base --data data/test_v3.jsonl \
  --sample-file eval/demo_sample.json --report "$out/base.json"
step 0 "The tuned model on the same records." \
  python -m edgejson.eval --model "$out" --data data/test_v3.jsonl \
  --sample-file eval/demo_sample.json --report "$out/tuned.json"
step 0 "Both, side by side." \
  python -m edgejson.eval show "$out/base.json" "$out/tuned.json"
step 0 "And as one page, with every miss." \
  python -m edgejson.eval page "$out/base.json" "$out/tuned.json" --output "$out/report.html"

printf '\ndemo: all %d steps ended as they should, in %d min %d s. The adapter and the reports are in %s.\n' \
  "$steps" "$((SECONDS / 60))" "$((SECONDS % 60))" "$out"
