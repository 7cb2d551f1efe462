#!/usr/bin/env bash
# Writes requirements/constraints.txt: the exact versions that are installed in .venv now.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

target=requirements/constraints.txt
{
  cat <<'HEADER'
# The exact versions that `make env`, and so CI, installs. Constraints only pin: what gets installed is
# decided by pyproject.toml.
# To refresh: upgrade in .venv what should move (.venv/bin/python -m pip install --upgrade NAME),
# see that `make test lint` is green, run `make constraints`, commit this file.
HEADER
  # A local version label (torch 2.13.0+cpu) names a build, not a version: make env chooses the build.
  # CUDA libraries are pinned by torch itself, and exist only on machines that took that build.
  .venv/bin/python -m pip freeze --all --exclude edgejson --exclude pip --exclude wheel --exclude uv |
    grep -E '^[A-Za-z0-9._-]+==' | grep -v -E '^(nvidia-|cuda-|triton==)' | sed 's/+[A-Za-z0-9.]*$//'
} >"$target.new"
mv "$target.new" "$target"
