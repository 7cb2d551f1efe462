#!/usr/bin/env bash
# Builds the wheel of the commit that is checked out into dist/: the same bytes each time, whatever the clock,
# the umask and the dates and modes of the files in the checkout. What is not committed is not in it.
#
#   PYTHON=.venv/bin/python tools/wheel.sh        the interpreter, with build and setuptools installed
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

umask 022
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
git -c tar.umask=022 archive HEAD | tar -x -C "$tree"
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
"${PYTHON:-.venv/bin/python}" -m build --wheel --no-isolation --outdir dist "$tree"
