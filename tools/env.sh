#!/usr/bin/env bash
# Makes .venv in this checkout and installs the package in it, editable, with what development needs.
# Does nothing while pyproject.toml, the constraints, this script and the checkout's place are unchanged.
#
#   PYTHON=python3.12 tools/env.sh        use this interpreter instead of the first fitting one
#   TORCH_INDEX_URL=URL tools/env.sh      also look for torch in this package index
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

constraints=requirements/constraints.txt
python=.venv/bin/python
stamp=.venv/edgejson-environment
wanted=$(pwd && cat pyproject.toml "$constraints" tools/env.sh | cksum)

say() { printf 'env: %s\n' "$*"; }
fail() {
  printf 'env: %s\n' "$*" >&2
  exit 1
}
# True for an interpreter that runs and is new enough (a pyenv shim may exist and run nothing).
fits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
# pip as the user has configured it: indexes, certificates and wheel folders are theirs to name.
# On a terminal it shows its progress; in a log only what went wrong.
pip_install() {
  local quiet=() # (an empty array is expanded the long way below: bash 3.2 calls it unset)
  [ -t 1 ] || quiet=(--quiet --quiet)
  "$python" -m pip install --disable-pip-version-check ${quiet[@]+"${quiet[@]}"} --constraint "$constraints" "$@"
}

if [ -e "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
  exit 0
fi

# A virtual environment holds absolute paths: one that was moved with its checkout is made anew.
if [ -e "$stamp" ] && [ "$(head -n 1 "$stamp")" != "$(pwd)" ]; then
  say "this checkout was moved: making .venv anew"
  rm -rf .venv
fi
if [ -x "$python" ] && ! fits "$python"; then
  fail ".venv does not hold a working Python >= 3.11: remove it (rm -rf .venv) and run this again."
fi
if ! "$python" -m pip --version >/dev/null 2>&1; then
  base=
  for candidate in ${PYTHON:-python3.11 python3.12 python3.13 python3}; do
    if fits "$candidate"; then
      base=$candidate
      break
    fi
  done
  [ -n "$base" ] || fail "no Python >= 3.11 found (looked for: ${PYTHON:-python3.11, python3.12, python3.13, python3}): install one, or name one with PYTHON=/path/to/python make env."
  say "making .venv with $("$base" --version)"
  "$base" -m venv .venv ||
    fail "$base cannot make virtual environments: install its venv module (python3-venv on Debian and Ubuntu)."
fi

# torch first and by itself: where there is no NVIDIA GPU, the CPU build saves gigabytes of CUDA libraries.
version=$(sed -n 's/^torch==//p' "$constraints")
index=()
[ -z "${TORCH_INDEX_URL:-}" ] || index=(--extra-index-url "$TORCH_INDEX_URL")
installed=$("$python" -c 'from importlib.metadata import version; print(version("torch"))' 2>/dev/null || true)
if [ "${installed%%+*}" = "$version" ]; then
  say "torch $installed is installed already"
elif nvidia-smi -L >/dev/null 2>&1; then
  pip_install ${index[@]+"${index[@]}"} "torch==$version"
  say "torch $version: the plain build, because this machine has an NVIDIA GPU"
elif pip_install ${index[@]+"${index[@]}"} "torch==$version+cpu" >.venv/torch-cpu.log 2>&1; then
  say "torch $version+cpu: the CPU build, because this machine has no NVIDIA GPU"
else
  say "torch $version: the plain build, because pip got no CPU build (.venv/torch-cpu.log says why; TORCH_INDEX_URL names an index for it)"
  pip_install ${index[@]+"${index[@]}"} "torch==$version"
fi

say "installing edgejson and its development tools"
pip_install setuptools # so that the build is pinned too: an isolated build would take the newest
pip_install --no-build-isolation --editable '.[dev]'
printf '%s\n' "$wanted" >"$stamp.new"
mv "$stamp.new" "$stamp"
say "ready: .venv"
